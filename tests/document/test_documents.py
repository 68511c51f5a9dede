from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from termbase.document import bilingual, html, markdown, plain, subtitles
from termbase.document.find import find_files
from termbase.document.model import Block, Document
from termbase.document.passages import sentence_span
from termbase.document.reader import SUFFIXES, read_document
from termbase.errors import TermbaseError
from termbase.files.build_files import BUILD_FILES, MEMORY, PAGE, TABLE, TERMBASE, XLSX
from termbase.files.encoding import decode
from termbase.text.offsets import FILL, MASK
from termbase.text.sentences import unwrapped

CHINESE = "各方愿在平等互利的基础上建设数字丝绸之路（Digital Silk Road），并深化交流。\n"
TAIWAN = "各方願在平等互利的基礎上建設數位絲綢之路（Digital Silk Road），並深化交流。\n"


@pytest.mark.parametrize(
    ("codec", "mark", "text", "said"),
    [
        ("utf-8", b"", CHINESE, "utf-8"),
        ("utf-8", b"\xef\xbb\xbf", CHINESE, "utf-8"),
        ("utf-16-le", b"\xff\xfe", CHINESE, "utf-16-le"),
        ("utf-16-be", b"\xfe\xff", TAIWAN, "utf-16-be"),
        ("utf-16-le", b"", CHINESE, "utf-16-le"),
        ("gb18030", b"", CHINESE, "gb18030"),
        ("big5", b"", TAIWAN, "big5"),
    ],
)
def test_the_encodings_of_chinese_files_are_read_and_said(codec: str, mark: bytes, text: str, said: str) -> None:
    assert decode(mark + text.encode(codec), "f") == (text, said)


@pytest.mark.parametrize(
    "data", [b"\x00\x01\x02\xff\xfe\x00" * 20, b"\xff\xfe\x00\xd8", b"PK\x03\x04\xff\xff\x00\x00\x99"]
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(TermbaseError):
        decode(data, "f")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One.\n\nTwo.\n", ["One.", "Two."]),
        ("Heading\nA paragraph on one line.\n", ["Heading", "A paragraph on one line."]),
        (
            "The paper was filled at sixty columns, so that the Digital\nSilk Road runs over a line end here.\n",
            ["The paper was filled at sixty columns, so that the Digital\nSilk Road runs over a line end here."],
        ),
        ("a\r\nb\r\n", ["a", "b"]),
        ("信箱a.b@example.org，见https://example.org/x_(y).", [f"信箱{MASK * 15}，见{MASK * 25}."]),
        ("\n \n", []),
    ],
)
def test_plain_text_is_cut_at_line_ends_that_mean_something(text: str, expected: list[str]) -> None:
    assert [block.text for block in plain.blocks(text)] == expected


@given(st.text(alphabet=st.sampled_from("ab 中。.\n\r\t*`[]()<>#-|:/"), max_size=200))
def test_blocks_are_as_long_as_the_text_they_stand_for(text: str) -> None:
    for cut in (plain.blocks, markdown.blocks):
        for block in cut(text):
            original = text[block.start : block.start + len(block.text)]
            assert len(original) == len(block.text)
            assert all(shown in (char, MASK, FILL) for shown, char in zip(block.text, original, strict=True))


MARKDOWN_LINES = (
    "a 中", "**b** c", "    code", "\tcode", "  - d", "- e", "1. f", "1) g", "* h", "* * *", "---", "===", "# i",
    "> j", ">", "```", "   ~~~", "    ```", "<div>", "</div>", "<!-- k", "-->", "<pre>", "</pre>", "| l | m |",
    "|-|-|", ":-|-:", "-|-", "n | o", "[p]: q", "[^r]: s", "\\", "+", "*", "　t", "2026 年", "`u`", "", " ", "",
    "!!! note", '=== "v"', "    ??? w", ":::",
)  # fmt: skip


@given(st.lists(st.sampled_from(MARKDOWN_LINES), max_size=12), st.sampled_from(["\n", "\r\n", "\r"]))
def test_markdown_paragraphs_are_told_as_the_full_parser_does(lines: list[str], end: str) -> None:
    text = end.join(lines)
    assume(not text.startswith("---"))  # front matter
    assert list(markdown.blocks(text)) == list(markdown.parsed_blocks(text))


@pytest.mark.parametrize(
    ("text", "kept", "masked"),
    [
        ("See `a (中文)` here.", "here", "中文"),
        ("```\nDigital Silk Road (数字丝绸之路)\n```\n", "", "数字"),
        ("The [Digital Silk Road](https://example.org/路) (数字丝绸之路)", "数字丝绸之路", "example"),
        ("---\ntitle: 网络 (net)\n---\n\nText 网络.\n", "Text", "title"),
        ("---\nTitle: 网络 (net)\nslug: 路\n---\n\nText.\n", "网络 (net)", "路"),
        ("---\r\ndescription: >-\r\n  The net\r\n  (网络)\r\nslug: 路\r\n---\r\n", "The net\r\n  (网络)", "路"),
        ('+++\ntitle = "The net (网络)"\nslug = "路"\n+++\n\nText.\n', "The net (网络)", "路"),
        ('---\ntitle : "The net (网络)"\nslug: 路\n---\n', "The net (网络)", "路"),
        ("See {doc}`the net (网络) <路>` and {math}`数`.", "the net (网络) ", "路"),
        ("See {doc}`the net (网络) <路>` and {math}`数`.", "See ", "数"),
        ("+++ is no front matter\n\n网络", "网络", "\x00"),
        ("A <span title='网'>net</span> (网络)", "网络", "title"),
        ("| a | b |\n|---|---|\n| net (网络) | x |\n", "网络", "---"),
        ("<div><p>net <b>(网络)</b><script>'中'</script></div>", "网络", "中"),
        ("net (网络) <!-- 中", "网络", "中"),
        ("网络 www.example.org/a 和 http://example.org/b。", "。", "example"),
        ("A[^1] road.\n\n[^1]: The net (网络)\nand more.", "net (网络)\nand more", "[^1]:"),
        ("See\n[a]: https://example.org/路\nNet (网络).", "Net (网络)", "路"),
        ("R&amp;D `&lt;` &ldquo;net&rdquo; (网络)", f"“{FILL * 6}net”{FILL * 6}", "&lt;"),
        ("> **Digital** Silk Road (数字丝绸之路)", "**Digital**", ">"),
        ("A gloss](中文) is no link.", "中文", "\x00"),
        ("A gloss [桌灯](lamp) is no link.", "lamp", "\x00"),
        ("The [桌灯](lamp-kinds_desk#led) is a link (灯).", "桌灯", "kinds"),
        ("- [Old Lamp (旧灯).md](Old%20Lamp%20(旧灯).md)", "(旧灯).md", "%20"),
        ("A share of [50](%) and more (网络)", "](%)", "\x00"),
        (r"The \"Silk Road\" \(数字丝绸之路\)", "\u2060(数字丝绸之路\u2060)", "\\"),
        (r"a \<b\>数据\</b\> and \`x\` and <b>数据</b>", "<b\u2060>数据\u2060</b\u2060> and \\`x\\`", "and <b>"),
        (r"The \[Silk Road\](数字.x) too", "](数字.x)", "\x00"),
        ('!!! tip "The net"\n\n    网络\n', "The net￼\n    网络", "tip"),
        ("??? warning inline end\n    网络\n", "网络", "inline"),
        ("???+ 提示\n    网络\n", "提示\n    网络", "?"),
        ('=== "The `net`"\n\n    !!! note\n        网络\n', "        网络", "note"),
        ("!!! tip\n    ```\n    数字\n    ```\n    网络\n", "网络", "数字"),
        ("No box:\n\n    !!! note\n        数字\n", "No box", "数字"),
        ("!!! The net (网络) is no box", "!!! The net", "\x00"),
        ("```{note}\n:class: 路\n\nThe net\n```\n", "The net", "路"),
        ("> ````{note}\n> The net\n> ```\n> 路\n> ```\n> (网络)\n> ````\n", "(网络)", "路"),
        ("```{admonition} The net\n(网络)\n```\n", "The net\n(网络)", "admonition"),
        ("```{figure} 路.png\nThe net (网络)\n```\n", "The net (网络)", "路"),
        ("```{code-cell} python\n路\n```\n\nThe net\n", "The net", "路"),
        (":::tip 标题\n网络\n:::\n", "标题\n网络", "tip"),
    ],
)
def test_markdown_masks_what_is_no_prose(text: str, kept: str, masked: str) -> None:
    prose = "\n".join(block.text for block in markdown.blocks(text))
    assert kept in prose
    assert masked not in prose


HOSTILE = {
    "one line": "数字（D）ab " * 10**6,
    "spaces": " " * 10**7,
    "brackets": "([{（" * 25_000,
    "open tags": "<b>" * 10**5,
    "deep": "<div>" * 10**5 + "> " * 10**5 + "</div>" * 10**5,
    "comments": "a <!--" * 10**5,
    "boxes": "```{note}\n" * 10**5,
    "titles of boxes": "!!! a " + "b " * 10**6 + "(",
    "cut tags": "<a" * 10**5,
    "quotes": "<a x=\"'" * 10**5,
    "references": "&#8;&" * 10**5,
    "code": "".join("`" * count + "a" for count in range(400)),
    "definitions": "[\n" * 10**5,
    "addresses": "http://a(www.b@" * 10**5,
    "segments": "<seg><ph>" * 10**5,
    "messages": 'msgid "' * 10**5 + '\nmsgid ""\n' * 10**5,
    "strings": 'msgid "a"' + '\n"a"' * 10**5 + "\n" * 10**5,
    "odd": "\ud800\u202e\u2066\0" * 10**5,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize(
    "cut",
    [plain.blocks, markdown.blocks, html.blocks, subtitles.blocks, bilingual.xml_blocks, bilingual.po_blocks],
)
def test_hostile_text_is_read_to_its_end(cut: Callable[[str], Iterator[Block]], text: str) -> None:
    for block in cut(text):
        assert len(block.text) == len(text[block.start : block.start + len(block.text)])


def test_places_count_every_kind_of_line_end() -> None:
    document = Document("f", "a\r\nb\rc\n中文d", "utf-8", ())
    assert [tuple(document.place(offset)) for offset in (0, 3, 5, 7, 9)] == [(1, 1), (2, 1), (3, 1), (4, 1), (4, 3)]


@pytest.mark.parametrize(
    ("text", "term", "sentence"),
    [
        (
            "He came. The “shared future” (共同未来) is new. So.",
            "共同未来",
            "The “shared future” (共同未来) is new.",
        ),
        ("他说：“好。”我们谈网络。走吧。", "网络", "我们谈网络。"),
        (
            "The phrase “a shared future.” (共同未来) is old.",
            "共同未来",
            "The phrase “a shared future.” (共同未来) is old.",
        ),
        ("no full stop 网络 at all", "网络", "no full stop 网络 at all"),
    ],
)
def test_the_sentence_around_a_term(text: str, term: str, sentence: str) -> None:
    document = Document("f", text, "utf-8", (Block(0, text),))
    at = text.index(term)
    start, end = sentence_span(document, at, at + len(term))
    assert text[start:end] == sentence


def test_a_sentence_without_end_is_cut_around_its_term() -> None:
    text = "a " * 10**5 + "网络 " + "b " * 10**5
    document = Document("f", text, "utf-8", (Block(0, text),))
    start, end = sentence_span(document, 200_000, 200_002)
    assert 2000 < end - start < 5000
    assert start < 200_000 < end


def test_filled_lines_are_joined_with_a_space_only_between_latin_words() -> None:
    assert unwrapped("Digital\nSilk 网络\n空间，\n命运") == "Digital Silk 网络空间，命运"


def test_folders_are_walked_in_order_without_what_git_ignores(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "skip/c.txt", "sub/d.txt", "picture.png", ".hidden.txt", "~$a.docx"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x", "utf-8")
    (tmp_path / ".gitignore").write_text("skip/\n", "utf-8")
    found = [Path(file).relative_to(tmp_path).as_posix() for file in find_files([str(tmp_path)], SUFFIXES)]
    assert found == ["a.md", "b.txt", "sub/d.txt"]
    assert find_files([str(tmp_path / "*.txt")], SUFFIXES) == [str(tmp_path / "b.txt")]


def test_a_repository_ignores_files_wherever_the_walk_begins(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("docs/a.md", "docs/skip.md", "docs/sub/b.tmp.md", "build/c.md"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x", "utf-8")
    (tmp_path / ".gitignore").write_text("docs/skip.md\n*.tmp.md\nbuild/\n", "utf-8")
    monkeypatch.chdir(tmp_path / "docs")
    assert len(find_files(["."], SUFFIXES)) == 3  # not a repository yet
    (tmp_path / ".git").mkdir()
    for start in (".", "../docs", str(tmp_path / "docs"), ".."):
        assert [Path(file).name for file in find_files([start], SUFFIXES)] == ["a.md"]
    assert len(find_files(["../build"], SUFFIXES)) == 1  # named, so it is wanted
    assert len(find_files(["skip.md", "*.md"], SUFFIXES)) == 2


def test_a_folder_gives_no_typescript_but_a_pattern_gives_translations(tmp_path: Path) -> None:
    for name in ("a.md", "i18n/a.ts"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x", "utf-8")
    for source in (tmp_path, tmp_path / "**/*"):
        assert [Path(file).name for file in find_files([str(source)], SUFFIXES)] == ["a.md"]
    for source in (tmp_path / "**/*.ts", tmp_path / "i18n/a.ts"):
        assert [Path(file).name for file in find_files([str(source)], SUFFIXES)] == ["a.ts"]


def test_a_file_and_the_links_to_it_are_one_source(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "zh.md").write_text("x", "utf-8")
    (tmp_path / "a.md").symlink_to(Path("docs", "zh.md"))
    (tmp_path / "docs" / "zz.md").symlink_to("zh.md")
    assert find_files([str(tmp_path)], SUFFIXES) == [(tmp_path / "docs" / "zh.md").as_posix()]
    assert find_files([str(tmp_path / "a.md")], SUFFIXES) == [str(tmp_path / "a.md")]  # named alone


def test_files_that_a_build_has_written_are_no_sources(tmp_path: Path) -> None:
    for name in (*BUILD_FILES, XLSX, "notes.md"):
        (tmp_path / name).write_text("x", "utf-8")
    found = partial(find_files, [str(tmp_path)], SUFFIXES | {".tmx", ".tsv"})
    assert [Path(file).name for file in found()] == ["notes.md"]
    (tmp_path / TERMBASE).unlink()  # then others may have written what has the same names
    assert {Path(file).name for file in found()} == {"notes.md", MEMORY, TABLE, PAGE}
    assert find_files([str(tmp_path / PAGE)], SUFFIXES) == [str(tmp_path / PAGE)]


@pytest.mark.parametrize("name", ["missing.txt", "*.nothing", "empty"])
def test_a_source_without_documents_is_an_error(tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(TermbaseError, match=r"does not exist|matches no file|contains no document"):
        find_files([str(tmp_path / name)], SUFFIXES)


def test_a_file_of_another_kind_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"x")
    with pytest.raises(TermbaseError, match="unsupported file format"):
        read_document(str(tmp_path / "a.png"))
