"""Defines the tables of a memory in SQLite.

- `source`: the header and the last comments of each file that units came from.
- `unit`: a translation unit as a record with everything that it holds (`tmx.memory.record`). `identity` is equal
  for two versions of one unit, `digest` for two equal units.
- `variant`: each text of a unit as a row of tokens (`tmx.memory.tokens`), by which it is found. `tokens_key` is
  equal for texts with equal tokens; `previous` and `following` stand for the neighbouring texts in the file.
- `word`: the number of each word that a token stands for (`tmx.memory.vocabulary`).
- `posting`: which variants have which tokens (`tmx.memory.postings`).

`variant`, `word` and `posting` are made from `unit`.
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
    number integer primary key autoincrement, identity integer not null, digest integer not null,
    source integer not null, record text not null
);
create index unit_identity on unit (identity);
create table variant (
    number integer primary key autoincrement, unit integer not null, place integer not null,
    language text not null, tokens_key integer not null, previous integer not null, following integer not null,
    tokens text not null
);
create index variant_unit on variant (unit);
create index variant_tokens on variant (tokens_key);
create table word (number integer primary key, word text not null unique);
create table posting (key integer primary key, variants blob not null);
"""
