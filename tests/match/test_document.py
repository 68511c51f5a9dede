from __future__ import annotations

import json
import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from termbase.document import markdown
from termbase.document.model import Document
from termbase.document.plain import blocks
from termbase.match.document import find_terms
from termbase.match.matcher import Matcher
from termbase.model import ConceptEntry, LanguageSection, TermSection, Termbase
from tests.conftest import Run

ENGLISH = ("red lamp", "lamp", "red lamp post", "post box", "box")
CHINESE = ("玛瑙灯", "灯塔玛瑙", "玛瑙")


def termbase_of(terms: tuple[str, ...], language: str) -> Termbase:
    return Termbase(tuple(ConceptEntry(term, (LanguageSection(language, (TermSection(term),)),)) for term in terms))


def document(text: str) -> Document:
    return Document("text.txt", text, "utf-8", tuple(blocks(text)))


def slowly(text: str, terms: tuple[str, ...], is_word: bool) -> list[tuple[int, int]]:
    """Find the hits slowly: try every span from the left, the longest first."""
    found, place = [], 0
    while place < len(text):
        ends = [
            place + len(term)
            for term in terms
            if text.startswith(term, place)
            and not (is_word and (text[place - 1 : place].isalnum() or text[place + len(term) :][:1].isalnum()))
        ]
        if ends:
            found.append((place, max(ends)))
        place = max(ends, default=place + 1)
    return found


@settings(deadline=None, max_examples=200)
@given(st.lists(st.sampled_from(["red", "lamp", "post", "box", "a", "."]), max_size=20))
def test_english_terms_are_those_that_a_slow_obvious_search_finds(words: list[str]) -> None:
    text = " ".join(words)
    hits = find_terms(document(text), Matcher(termbase_of(ENGLISH, "en")))
    assert [(hit.start, hit.end) for hit in hits] == slowly(text, ENGLISH, is_word=True)


@settings(deadline=None, max_examples=200)
@given(st.lists(st.sampled_from(["玛瑙", "灯塔", "灯", "。", "，x"]), max_size=12))
def test_chinese_terms_that_cut_no_word_are_those_that_a_slow_obvious_search_finds(parts: list[str]) -> None:
    text = "".join(parts)
    hits = [
        (hit.start, hit.end) for hit in find_terms(document(text), Matcher(termbase_of(("玛瑙",), "zh-Hans-CN")))
    ]
    assert hits == slowly(text, ("玛瑙",), is_word=False)


def test_places_hold_across_stretches(monkeypatch: pytest.MonkeyPatch) -> None:
    random.seed(1)
    matcher = Matcher(termbase_of(ENGLISH, "en"))
    text = "\n\n".join(" ".join(random.choices(["red", "lamp", "post", "box", "so"], k=9)) for _ in range(60))
    whole = [(hit.start, hit.end) for hit in find_terms(document(text), matcher)]
    monkeypatch.setattr("termbase.match.document._AT_ONCE", 50)
    assert [(hit.start, hit.end) for hit in find_terms(document(text), matcher)] == whole


def test_places_hold_in_a_line_as_long_as_a_book(monkeypatch: pytest.MonkeyPatch) -> None:
    random.seed(2)
    matcher = Matcher(termbase_of(ENGLISH, "en"))
    text = " ".join(" ".join(random.choices(["red", "lamp", "post", "box", "so"], k=9)) + "." for _ in range(60))
    whole = [(hit.start, hit.end) for hit in find_terms(document(text), matcher)]
    monkeypatch.setattr("termbase.match.document._AT_ONCE", 70)
    assert [(hit.start, hit.end) for hit in find_terms(document(text), matcher)] == whole
    assert list(find_terms(document("x" * 1000), matcher)) == []


def test_no_term_goes_on_in_the_next_paragraph() -> None:
    text = "A red\n\nlamp. A red\nlamp."
    hits = find_terms(document(text), Matcher(termbase_of(("red lamp",), "en")))
    assert [text[hit.start : hit.end] for hit in hits] == ["red\nlamp"]


def test_jsonl_names_the_place_and_the_term(termbase: Run, tmp_path: Path) -> None:
    file = tmp_path / "text.md"
    file.write_text("\ufeffOf cyber\r\nand 《數碼經濟》, `digital economy`.\r\n", "utf-8", newline="")
    done = termbase("scan", file, "--format", "jsonl")
    (record,) = map(json.loads, done.stdout.splitlines())
    text = file.read_bytes().decode("utf-8-sig")
    assert text[record["start"] : record["end"]] == record["text"] == "數碼經濟"
    assert record == {
        "file": str(file), "line": 2, "column": 6, "start": 15, "end": 19, "text": "數碼經濟",
        "concept": "c-digital-economy", "language": "zh-Hant-HK", "term": "數碼經濟", "status": "preferred",
    }  # fmt: skip


def test_text_marks_the_terms_of_a_line_and_says_their_renderings(termbase: Run) -> None:
    done = termbase("scan", "-", stdin="one\n\nThe WIC met on 网络主权 again.\n")
    assert done.stdout.splitlines() == [
        "-:3: The 【WIC】 met on 【网络主权】 again.",
        "    WIC (admitted) = 世界互联网大会 | 世界互聯網大會",
        "    网络主权 (preferred) = cyber sovereignty | cyberspace sovereignty | sovereignty in cyberspace",
    ]


def test_a_rendering_that_is_not_to_be_used_says_so_and_one_that_is_not_shown_leaves_a_mark(
    termbase: Run, tmp_path: Path
) -> None:
    rows = "1,lake,湖\n1,,泊,deprecated\n2,pond,池\n2,,塘\n2,,沼\n2,,淀\n"
    (tmp_path / "t.csv").write_text(f"id,en,zh-CN,zh-CN status\n{rows}", "utf-8")
    done = termbase("scan", "-", "--termbase", "t.csv", stdin="a lake, a pond\n", cwd=tmp_path)
    assert done.stdout.splitlines()[1:] == ["    lake = 湖 | 泊 (deprecated)", "    pond = 池 | 塘 | 沼 | …"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("> a red\n> lamp", ["red\n> lamp"]),
        ("a <i>red</i> lamp", ["red</i> lamp"]),
        ("a red<td>lamp", ["lamp"]),
        ("a red `x` lamp", ["lamp"]),
        ("a red \\& post\\-box", ["post\\-box"]),
    ],
)
def test_terms_go_on_behind_signs_that_end_no_word(text: str, found: list[str]) -> None:
    read = Document("a.md", text, "utf-8", tuple(markdown.blocks(text)))
    hits = find_terms(read, Matcher(termbase_of(ENGLISH, "en")))
    assert [text[hit.start : hit.end] for hit in hits] == found
