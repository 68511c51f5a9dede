"""Defines the tables of a memory in SQLite.

- `source`: the header and the last comments of each file that units came from.
- `unit`: a translation unit as a record with everything that it holds (`tmx.memory.record`). `identity` is equal
  for two versions of one unit, `digest` for two equal units.
- `pending`: the units that are stored but not indexed yet (`tmx.memory.index`).
- `language`: the canonical tags of the texts.
- `variant`: where each row of tokens stands: the place is that of the variant in its unit, from 0. `text`,
  `previous` and `following` stand for the text as it is written, and those beside it in the file.
- `row`: the texts as rows of tokens (`tmx.memory.tokens`), by which they are found. Texts with equal tokens share
  one.
- `word`: the number of each word that a token stands for (`tmx.memory.vocabulary`).
- `posting`: which rows have which tokens (`tmx.memory.postings`).

All but the first three are made from these.
"""

from __future__ import annotations

APPLICATION = 0x74_6D_65_6D
"""The `application_id` of a memory, by which it is distinguished from the databases of other programs ("tmem")."""

VERSION = 1
"""The `user_version`: the version of this schema, and of the way in which texts are cut into tokens."""

SCHEMA = f"""
pragma application_id = {APPLICATION};
pragma user_version = {VERSION};
create table source (
    number integer primary key, name text not null, header text not null, trailer text not null default '[]',
    unique (name, header)
);
create table unit (
    number integer primary key, identity integer not null, digest integer not null,
    source integer not null, record text not null
);
create index unit_identity on unit (identity);
create table pending (unit integer primary key);
create table variant (
    number integer primary key, unit integer not null, place integer not null, language integer not null,
    row integer not null, text integer not null, previous integer not null, following integer not null
);
create index variant_unit on variant (unit);
create index variant_row on variant (row, text, previous);
create table language (number integer primary key, tag text not null unique);
create table row (number integer primary key, key integer not null, tokens text not null);
create index row_key on row (key);
create table word (number integer primary key, word text not null unique);
create table posting (key integer primary key, rows blob not null);
"""
