"""Pairs in the user's termbase decide boundaries that the text alone leaves open."""

from __future__ import annotations

import pytest

from termbase.document.model import Block, Document
from termbase.extract.evidence import NO_PAIRS, ListedPairs, known_pairs
from termbase.extract.glosses import extract
from termbase.model import ConceptEntry, LanguageSection, TermSection, Termbase

HOUSE = Termbase(
    (
        ConceptEntry(
            "c",
            (
                LanguageSection("en", (TermSection("junior compiler in the Hanlin Academy"),)),
                LanguageSection("zh-Hant-TW", (TermSection("翰林院編修"),)),
            ),
        ),
    )
)
TEXT = "He rose from junior compiler in the Hanlin Academy ({zh}) to vice minister in nine years."


def pairs(text: str, known: ListedPairs) -> list[tuple[str, str]]:
    document = Document("f", text, "utf-8", (Block(0, text),))
    return [(gloss.zh, gloss.en) for gloss in extract(document, known)]


@pytest.mark.parametrize("zh", ["翰林院編修", "翰林院编修"])
def test_a_listed_pair_is_found_in_either_script(zh: str) -> None:
    text = TEXT.format(zh=zh)
    assert pairs(text, known_pairs([HOUSE])) == [(zh, "junior compiler in the Hanlin Academy")]
    assert pairs(text, NO_PAIRS) != [(zh, "junior compiler in the Hanlin Academy")]


def test_other_pairs_are_as_without_it() -> None:
    text = "Cables of the Digital Silk Road (数字丝绸之路) land here."
    assert pairs(text, known_pairs([HOUSE])) == pairs(text, NO_PAIRS) == [("数字丝绸之路", "Digital Silk Road")]
