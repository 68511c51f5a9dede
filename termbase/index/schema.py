"""Defines the tables of an index, and the numbers in their columns.

- `concept`: one JSON record per concept.
- `form`: the keys of terms, for finding whole keys.
- `han`, `latin`: full-text tables for finding parts of keys. The words of `han` are the characters of Chinese keys,
  those of `latin` the trigrams of English and pinyin.
- `near`: all keys of one kind and length in one text, for comparing a query that has a typo.
- `related`: base forms and stems with the words of English terms that have them.
- `folding`, `wording`, `sound`: see `termbase.index.folding_tables`.
- `complete`: has a row if the index was written to its end.
"""

from __future__ import annotations

from enum import IntEnum

IN_HAN, IN_LATIN = 1, 2
"""The full-text tables as numbers, in the column `searched` of the table `form`."""


class KeySide(IntEnum):
    """The kinds of keys with which a query that may have a typo is compared."""

    HAN = 1
    ENGLISH = 2
    PINYIN = 3
    WORD = 4
    """The single words of English terms."""


SCHEMA = """
pragma journal_mode = off;
pragma synchronous = off;
create table concept (number integer primary key, record text not null);
create table form (key text, way integer, concept integer, term integer, origin text, searched integer);
create virtual table han using fts5 (key, way unindexed, concept unindexed, term unindexed, origin unindexed);
create virtual table latin using fts5 (
    key, way unindexed, concept unindexed, term unindexed, origin unindexed, tokenize = 'trigram'
);
create table near (side integer, length integer, keys text, primary key (side, length));
create table related (form text primary key, words text) without rowid;
create table folding (written text primary key, plain text) without rowid;
create table wording (first text, written text, plain text, primary key (first, written)) without rowid;
create table sound (character text primary key, syllables text) without rowid;
create table complete (yes integer);
"""
