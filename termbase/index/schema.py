"""The tables of an index, and the numbers that stand in them.

`concept` has a record a concept, `form` whole keys (a B-tree), `han` and `latin` are full-text (every character of
a Chinese key is a word; every three letters of English and pinyin), `near` has the keys of a length, one a line;
`folding`, `wording` and `sound` are explained in `termbase.index.folding_tables`.
"""

from __future__ import annotations

from enum import IntEnum

IN_HAN, IN_LATIN = 1, 2
"""The full-text tables by number, as the table of keys refers to them."""


class KeySide(IntEnum):
    """What keys are compared with a query that has a typo."""

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
create table folding (written text primary key, plain text) without rowid;
create table wording (first text, written text, plain text, primary key (first, written)) without rowid;
create table sound (character text primary key, syllables text) without rowid;
create table complete (yes integer);
"""
