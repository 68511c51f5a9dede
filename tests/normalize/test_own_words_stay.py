"""A row that reads a word of Hong Kong does not write it into Hong Kong's own text for a word that is used there.

催谷 before 经济 is 刺激, but Hong Kong writes 刺激經濟 too, so the row must have 刺激 in its cell. The words of the
mainland that Hong Kong does not use beside the words of their rows (高一, for 中四) are in `hong_kong_only.tsv`.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from termbase.files.data_table import data_file, table_rows
from termbase.language import Region
from termbase.normalize.text import changes
from termbase.text.regions.regional_rows import RegionalRow, read_rows
from termbase.text.script import convert

NAME = "regional_words.tsv"
OWN = {tuple(row) for row in table_rows((Path(__file__).parent / "hong_kong_only.tsv").read_text("utf-8"))}


def beside(row: RegionalRow) -> Iterator[tuple[str, str]]:
    """Yield what stands before and behind a word in each context of a row."""
    yield from (("這個" + word, "") for word in (*row.before, *row.near))
    yield from (("這個", word) for word in row.after)


def replaced(row: RegionalRow, word: str) -> bool:
    """Return whether Hong Kong's word replaces one of the mainland, in Hong Kong's characters, in some context."""
    for before, behind in beside(row):
        first, own, last = (convert(part, "s2hk") for part in (before, word, behind))
        place = len(first), len(first) + len(own)
        found = changes(f"{first}{own}{last}。", Region.HK)
        if any((each.start, each.end, each.new) == (*place, row.wordings[Region.HK][0]) for each in found):
            return True
    return False


def test_hong_kong_keeps_the_words_that_it_shares_with_the_mainland() -> None:
    every = (row for row, _ in read_rows(data_file(NAME).read_text("utf-8"), NAME))
    rows = [row for row in every if row.owner is None and not row.is_of_names]
    written = {
        (word, own[0])
        for row in rows
        for word in row.wordings[Region.CN]
        if convert(word, "s2hk") not in (own := row.wordings[Region.HK]) and replaced(row, word)
    }
    assert written == OWN
