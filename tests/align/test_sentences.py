"""The sentences of documents: what a reader sees, in paragraphs, on one line each."""

from __future__ import annotations

from pathlib import Path

import pytest

from termbase.document.reader import read_document
from tmx.align.clauses import clauses
from tmx.align.sentences import Sentence, lines_in, sentences_in, text_of

_CASES = {
    "plain.txt": (
        "第一章 总则\n\n数据见 https://example.org/a 。第二句。\n",
        ["第一章 总则", "数据见 https://example.org/a 。", "第二句。"],
    ),
    "page.html": (
        "<h1>The <b>first</b> page <img alt='icon' src='a.png'/></h1>"
        "<p>Type <code>apt-get install</code> now. R&amp;D grows.</p>",
        ["The first page icon", "Type apt-get install now.", "R&D grows."],
    ),
    "text.md": (
        "# A heading\n\nUse `make` and [the manual](https://example.org). It is *short*.\n",
        ["A heading", "Use `make` and [the manual](https://example.org).", "It is *short*."],
    ),
    "items.md": (
        "10. 打开文件\n\n> 2) Open 3. It is 1.5 long.\n",
        ["打开文件", "Open 3.", "It is 1.5 long."],
    ),
}


@pytest.mark.parametrize("name", _CASES)
def test_sentences_are_what_a_reader_sees(tmp_path: Path, name: str) -> None:
    text, expected = _CASES[name]
    file = tmp_path / name
    file.write_text(text, "utf-8")
    found = sentences_in(read_document(str(file)))
    assert [each.text for each in found] == expected
    assert found[0].is_heading
    assert len({each.paragraph for each in found}) == 2


def test_cells_of_a_markdown_table_are_paragraphs(tmp_path: Path) -> None:
    file = tmp_path / "table.md"
    table = "| Key | Does |\n|:--|---|\n| a \\| b | Saves. Then closes. |\n|||\n"
    file.write_text(f"{table}\n> | x | y |\n> |---|---|\n\nThis | that\n")
    found = sentences_in(read_document(str(file)))
    texts = ["Key", "Does", "a \\| b", "Saves.", "Then closes.", "x", "y", "This | that"]
    assert [each.text for each in found] == texts
    assert len({each.paragraph for each in found}) == len(texts) - 1


@pytest.mark.parametrize(
    ("texts", "together"),
    [
        (["他来了。", "我走了。"], "他来了。我走了。"),
        (["He came.", "I left."], "He came. I left."),
        (["", "I left."], "I left."),
    ],
)
def test_sentences_are_joined_as_their_language_does(texts: list[str], together: str) -> None:
    assert text_of(map(Sentence, texts)) == together


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("她说，天气不错，我们出去走走。", ["她说，天气不错，", "我们出去走走。"]),
        (
            "When it rained, we stayed at home and read old books.",
            ["When it rained,", " we stayed at home and read old books."],
        ),
        ("", [""]),
    ],
)
def test_clauses_are_long_enough_and_give_the_sentence(sentence: str, expected: list[str]) -> None:
    assert clauses(sentence) == expected


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_only_line_ends_divide_a_file_of_sentences(end: str) -> None:
    """A separator of lines or pages within a sentence, as corpora have it, would move all numbers after it."""
    text = end.join(["One\u2028two.", "", "Three\x0cfour\x85five.", ""])
    document = read_document("-", text.encode())
    assert [(each.text, each.place) for each in lines_in(document)] == [
        ("One\u2028two.", "-:1"),
        ("", "-:2"),
        ("Three\x0cfour\x85five.", "-:3"),
    ]
