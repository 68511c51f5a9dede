"""Numbers of notes that stand at the ends of words, since their superscript is lost, are no part of the words."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termbase.document.model import Block
from termbase.document.note_numbers import mask_note_numbers
from termbase.document.reader import read_document
from termbase.extract.glosses import extract
from termbase.text.offsets import unmasked


def _read(*texts: str) -> list[str]:
    return [unmasked(block.text) for block in mask_note_numbers([Block(0, text) for text in texts])]


@pytest.mark.parametrize(
    ("texts", "read"),
    [
        (["the canal plan1 and harbour law2 of the board3."], ["the canal plan and harbour law of the board."]),
        (["A “Blue Coast”1 grew.2", "Its Office4 said so."], ["A “Blue Coast” grew.", "Its Office said so."]),
        (["(蓝色海岸)1 and the ports,2 and the Water Bureau3"], ["(蓝色海岸) and the ports, and the Water Bureau"]),
        (["One1 and second2 words3.", "Other1 chapter2 now3."], ["One and second words.", "Other chapter now."]),
    ],
)  # fmt: skip
def test_numbers_that_count_on_are_masked(texts: list[str], read: list[str]) -> None:
    assert _read(*texts) == read


@pytest.mark.parametrize(
    "text",
    [
        "From Web1 to Web2 and Web3, with Python3 and HTML5.",
        "Only one note1 stands here, and another2.",
        "Fig.1 and Fig.2 beside Fig.3",
        "It grew by 1.2, then 2.3, and 3.4 percent; see pp.12–14.",
        "covid-19, x86-64, utf8, 5G, A4 and ISO9001",
        "plan3 before law2 before board1",
        "plan4 and law5 and board6",
        "ngo5 dei6 jat1 cai4 heoi3 hoeng1 gong2 zou6 si3",
        "sok6 tin1 mak5 sau2 hei6 lung3 fan7 zau4",
        "img/plan1.png, a@law2 and b_board3 or 9feb4",
    ],
)
def test_other_numbers_stay(text: str) -> None:
    assert _read(text) == [text]


@given(st.lists(st.text(alphabet="ab .)”123\n数"), max_size=4))
def test_lengths_are_kept(texts: list[str]) -> None:
    masked = mask_note_numbers([Block(0, text) for text in texts])
    assert [len(block.text) for block in masked] == [len(text) for text in texts]


def test_a_pair_ends_before_the_number_of_a_note(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(
        "It backs the Blue Coast Plan1 (蓝色海岸计划), the harbour law2 (港口法) and the water bureau3 (水务局).",
        "utf-8",
    )
    document = read_document(str(file))
    assert [(gloss.zh, gloss.en) for gloss in extract(document)] == [
        ("蓝色海岸计划", "Blue Coast Plan"), ("港口法", "harbour law"), ("水务局", "water bureau")
    ]  # fmt: skip
