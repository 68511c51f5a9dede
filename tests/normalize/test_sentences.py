"""Sentences whose characters have several senses, in five registers, as each region writes them.

`sentences.tsv` and `sentences_cn.tsv` are own work, written for these tests from knowledge of the languages: each
ambiguous character in its senses (里, 干, 面, 系), each everyday word that differs. Where writers of a region use
several characters or words (佔, 占), the file has what the program writes. A part of the sentences was set aside
unread until the tables were finished.
"""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from termbase.language import Region
from termbase.normalize.text import normalize


def _rows(name: str) -> list[dict[str, str]]:
    lines = (Path(__file__).parent / name).read_text("utf-8").split("\n")
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


SENTENCES = _rows("sentences.tsv")
FOR_THE_MAINLAND = _rows("sentences_cn.tsv")


@pytest.mark.parametrize("region", [Region.TW, Region.HK])
def test_each_sentence_has_the_characters_and_words_of_the_region(region: Region) -> None:
    written = [(row[region], normalize(row["CN"], region).text) for row in SENTENCES]
    assert [pair for pair in written if pair[0] != pair[1]] == []


@pytest.mark.parametrize("region", [Region.TW, Region.HK])
def test_a_sentence_of_the_region_stays(region: Region) -> None:
    assert [row[region] for row in SENTENCES if normalize(row[region], region).text != row[region]] == []


def test_sentences_of_taiwan_and_hong_kong_have_the_words_of_the_mainland() -> None:
    written = [(row["CN"], normalize(row["text"], Region.CN).text) for row in FOR_THE_MAINLAND]
    assert [pair for pair in written if pair[0] != pair[1]] == []


def test_a_sentence_written_for_the_mainland_stays() -> None:
    ours = [row["CN"] for row in FOR_THE_MAINLAND]
    assert [text for text in ours if normalize(text, Region.CN).text != text] == []


def test_all_registers_and_regions_are_there() -> None:
    assert {row["register"] for row in SENTENCES} == {"official", "news", "colloquial", "literary", "technical"}
    assert {row["from"] for row in FOR_THE_MAINLAND} == {Region.TW, Region.HK}
