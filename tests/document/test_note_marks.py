"""Marks of notes and citations are no part of the terms beside them; other brackets stay."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termbase.document.note_marks import mask_note_marks
from termbase.document.reader import read_document
from termbase.extract.glosses import extract
from termbase.text.offsets import unmasked


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("数字经济[12]（digital economy）[13]", "数字经济（digital economy）"),
        ("the Digital[^1] Silk Road[^silk-road]", "the Digital Silk Road"),
        ("风险要低得多[^RussianDigitalControl]。", "风险要低得多。"),
        ("数据要素¹²很重要", "数据要素很重要"),
        ("据统计[注3]，增长[註 4]", "据统计，增长"),
        ("grew fast [@smith2019, p. 3; @li2020].", "grew fast ."),
        ("it grew.[1,2–4][citation needed]", "it grew."),
        ("“数字丝路”［5］", "“数字丝路”"),
    ],
)
def test_marks_of_notes_are_masked(text: str, read: str) -> None:
    masked = mask_note_marks(text)
    assert (unmasked(masked), len(masked)) == (read, len(text))


@pytest.mark.parametrize(
    "text",
    [
        "[12] 一项",
        "〔2019〕12号",
        "国发[2019]12号",
        "[草案]",
        "10 m² of land",
        "x² + y²",
        "[^1]: the note",
        "see [here]",
        "10¹²",
    ],
)
def test_other_brackets_and_exponents_stay(text: str) -> None:
    assert mask_note_marks(text) == text


@given(st.text(alphabet="数字[]［］^@1²注a, p.:)\n"))
def test_the_length_is_kept(text: str) -> None:
    assert len(mask_note_marks(text)) == len(text)


@pytest.mark.parametrize("suffix", [".txt", ".md", ".html"])
def test_a_pair_ends_before_the_mark_of_a_note(tmp_path: Path, suffix: str) -> None:
    file = tmp_path / f"a{suffix}"
    file.write_text("数字经济[12]（digital economy）[13]很重要，数据要素¹（data factor）也是。", "utf-8")
    assert [(gloss.zh, gloss.en) for gloss in extract(read_document(str(file)))] == [
        ("数字经济", "digital economy"), ("数据要素", "data factor")
    ]  # fmt: skip


def test_emphasis_that_is_opened_again_does_not_cut_a_term(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_text("**「數位民主」（Digital** **Democracy**）很重要。", "utf-8")
    document = read_document(str(file))
    (gloss,) = extract(document)
    assert document.prose(*gloss.en_span) == "Digital Democracy"
