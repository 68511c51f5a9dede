"""One text is read alike in every kind of file, encoding and form of line ends.

The same paragraphs have the same glosses, the same terms and the same findings, however they are stored.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from termbase import read
from termbase.check.catalogue import NAMES
from termbase.check.known_terms import KnownTerms
from termbase.check.run import check_document
from termbase.check.settings import Settings
from termbase.document.language import language_of_document
from termbase.document.model import Document
from termbase.extract.glosses import extract
from termbase.match.document import find_terms
from termbase.match.matcher import Matcher
from termbase.text.script import HAN
from termbase.text.sentences import unwrapped
from tests.conftest import ROOT
from tests.document.made_documents import CONTAINER, ODF, PACKAGE, docx, p, packed, saved

SEED = read(str(ROOT / "data" / "seed.tbx"))
KNOWN, MATCHER = KnownTerms([SEED]), Matcher(SEED)
EVERYTHING = Settings(selected=frozenset(NAMES))

PARAGRAPHS = [
    "Delegates praised the Digital Silk Road (数字丝绸之路) & the “digital divide” (数字鸿沟) at 9 < 10 sessions.",
    "The \"Law on Data\" (数据法) and the bureau’s 'National Plan' (国家规划) took effect in 2021.",
    "国际电信联盟（International Telecommunication Union，ITU）与网络空间命运共同体。",
    "請為軟體更新伺服器上的數據, AT&T said; 数字经济 [digital economy] is #1.",
    "Belt & Road: 关键信息基础设施/critical information infrastructure, or CII.",
    "R&D 研发 (research and development) 占 GDP 的 2.6%; the cyber-sovereignty (网络主权) debate - 3 * 4 = 12.",
    "The Ministry of Digital Affairs (moda, 數位發展部) and the 數位落差 (digital gap), as before.",
    "The word 云层 yúncéng 'cloud cover' and the \"防火墙\" (firewall) are in quotation marks.",
]
MARKDOWN = re.compile(r"([!\"#$%&'()*+,\-./:;<=>?@\[\\\]^_`{|}~])")


def html_of(paragraphs: list[str]) -> str:
    return '<meta charset="utf-8">' + "".join(f"<p>{html.escape(text)}</p>\n" for text in paragraphs)


def xml_of(paragraphs: list[str], one: Callable[[str], str]) -> str:
    return "".join(one(html.escape(text, quote=False)) for text in paragraphs)


def references(text: str) -> str:
    return "".join(char if char.isascii() and char not in "&<" else f"&#{ord(char)};" for char in text)


def po_of(paragraphs: list[str]) -> str:
    quoted = (text.replace("\\", "\\\\").replace('"', '\\"') for text in paragraphs)
    return 'msgid ""\nmsgstr "Language: en\\n"\n' + "".join(f'\nmsgid "{text}"\nmsgstr ""\n' for text in quoted)


def cues_of(paragraphs: list[str]) -> str:
    return "WEBVTT\n" + "".join(
        f"\n00:0{number}.000 --> 00:0{number + 1}.000\n{text}\n"
        for number, text in enumerate(html.escape(text, quote=False) for text in paragraphs)
    )


def spans_of(paragraphs: list[str]) -> str:
    """HTML of a word processor, which puts any word or sign into an element of style."""

    def styled(text: str) -> str:
        parts = enumerate(re.findall(r"[\w’'-]+|.", text))
        escaped = ((number, html.escape(part)) for number, part in parts)
        return "".join(f"<span lang=x>{part}</span>" if number % 3 else part for number, part in escaped)

    return '<meta charset="utf-8">' + "".join(f"<p>{styled(text)}</p>\n" for text in paragraphs)


def broken(text: str) -> str:
    """The text with a line end inside each word of Chinese that begins a longer run of Chinese."""
    return re.sub(f"(?<![{HAN}])(?![与占請国])([{HAN}])(?=[{HAN}]{{2}})", r"\1\n", text)


def epub_of(paragraphs: list[str]) -> bytes:
    chapters = {"EPUB/text/first.xhtml": html_of(paragraphs), "EPUB/text/second one.xhtml": "<p>.</p>"}
    return packed({"META-INF/container.xml": CONTAINER, "EPUB/book.opf": PACKAGE, **chapters})


PLAIN = "\n\n".join(PARAGRAPHS)
KINDS: dict[str, str | bytes] = {
    "mark.txt": b"\xef\xbb\xbf" + PLAIN.encode(),
    "utf-16.txt": PLAIN.encode("utf-16"),
    "gb18030.txt": PLAIN.encode("gb18030"),
    "crlf.txt": PLAIN.replace("\n", "\r\n"),
    "cr.txt": PLAIN.replace("\n", "\r"),
    "a.md": PLAIN,
    "escaped.md": "\n\n".join(MARKDOWN.sub(r"\\\1", text) for text in PARAGRAPHS),
    "list.md": "".join(f"- {text}\n" for text in PARAGRAPHS),
    "a.html": html_of(PARAGRAPHS),
    "spans.html": spans_of(PARAGRAPHS),
    "broken.html": html_of([broken(text) for text in PARAGRAPHS]),
    "references.html": "".join(f"<p>{references(text)}</p>" for text in PARAGRAPHS),
    "declared.html": html_of(PARAGRAPHS).replace("utf-8", "gb18030").encode("gb18030"),
    "a.vtt": cues_of(PARAGRAPHS),
    "a.xlf": f"<xliff>{xml_of(PARAGRAPHS, '<source>{}</source>'.format)}</xliff>",
    "a.tmx": f"<tmx>{xml_of(PARAGRAPHS, '<seg>{}</seg>'.format)}</tmx>",
    "a.po": po_of(PARAGRAPHS),
    "a.docx": docx(xml_of(PARAGRAPHS, p)),
    "a.odt": packed({"content.xml": ODF.format(xml_of(PARAGRAPHS, "<p>{}</p>".format))}),
    "a.epub": epub_of(PARAGRAPHS),
}


def seen(document: Document, start: int, end: int) -> str:
    return unwrapped(document.prose(start, end))


def glosses(document: Document) -> list[tuple[object, ...]]:
    return [
        (seen(document, *one.zh_span), seen(document, *one.en_span), one.kind, one.abbreviation, one.layout)
        for one in extract(document)
    ]


def terms(document: Document) -> list[tuple[object, ...]]:
    return [(hit.concept.id, seen(document, hit.start, hit.end)) for hit in find_terms(document, MATCHER)]


def findings(document: Document) -> list[tuple[object, ...]]:
    """The findings, without the numbers in their messages, since lines are counted by the kind of file."""
    return [
        (one.code, re.sub(r"\d+", "#", one.message), seen(document, one.start, one.end), one.suggestions)
        for one in check_document(document, KNOWN, "zh-Hant-TW", EVERYTHING)
    ]


READ = {"glosses": glosses, "terms": terms, "findings": findings}
Found = dict[str, Counter[tuple[object, ...]]]


def found_in(document: Document) -> Found:
    return {name: Counter(read_in(document)) for name, read_in in READ.items()}


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> Found:
    found = found_in(saved(tmp_path_factory.mktemp("plain"), "a.txt", PLAIN))
    assert all(several.total() >= 4 for several in found.values())
    return found


@pytest.mark.parametrize("name", KINDS)
def test_a_text_is_read_alike_in_every_kind(tmp_path: Path, expected: Found, name: str) -> None:
    assert found_in(saved(tmp_path, name, KINDS[name])) == expected


@pytest.mark.parametrize("name", sorted(KINDS.keys() - {"list.md"}))
def test_a_gloss_is_as_sure_in_every_kind(tmp_path: Path, name: str) -> None:
    """In a list it is surer or less so: its item is a clue."""
    of_text, found = (extract(saved(tmp_path, *one)) for one in (("a.txt", PLAIN), (name, KINDS[name])))
    assert [one.confidence for one in found] == [one.confidence for one in of_text]


def test_two_termbases_with_the_same_terms_find_each_place_once(tmp_path: Path) -> None:
    document = saved(tmp_path, "a.txt", PLAIN)
    once, twice = (
        check_document(document, KnownTerms([SEED] * times), "zh-Hant-TW", EVERYTHING) for times in (1, 2)
    )
    assert once
    assert twice == once


LINED = {
    "a.md": "---\ntitle: 数字丝绸之路 (Digital Silk Road)\nsummary: >\n  The gap\n  (数字鸿沟)\n"
    "tags: [主权 (sovereignty)]\nlang: zh-SG\n---\n\n# 研发 (research)\n\n"
    "- **关键信息**\n  (key information)\n\n| 中文 | English |\n|--|--|\n"
    "| 突触 | synapse |\n| 轴突 | axon |\n\n> 国家规划\n> (National Plan)\n\n```\n代码 (code)\n```\n",
    "quoted.md": "他說軟體和*很長的\n數據*。\n\n「第一段說數據。\n\n「第二段說網絡。」\n\n> 信息\n> 網絡\n數據\n\n"
    "We use the *Digital Silk Road: A Long\nWay* and the *digital\nsilk route* of it, [a (\n网络)](b) 信息。\n",
    "quoted.txt": "「第一段說數據，\n網絡和信息。\n\n「第二段說數據。」我們說網絡\n信息。\n\n信息：https://example.org/a\n數據\n",
    "toml.md": "+++\ntitle = '数字丝绸之路 (Digital Silk Road)'\n+++\n\n数字鸿沟 (digital divide)\n",
    "a.txt": "The Digital Silk Road (数字丝绸之路) and all that it means for us\nin the next years of the whole "
    "world; then the digital\ndivide (数字鸿沟)\n\n研发 (research)\n",
    "a.html": "<html\nlang='zh-HK'>\n<p>數字鴻溝\n(digital\ndivide)\n<!--\n主權 (sovereignty)\n-->\n",
    "a.srt": "1\n00:00:01,000 --> 00:00:02,000\n数字鸿沟（digital\ndivide）\n\n"
    "2\n00:00:03,000 --> 00:00:04,000\n研发 (research)\n",
    "a.vtt": "WEBVTT\n\nNOTE\n主权 (sovereignty)\n\n00:01.000 --> 00:02.000\n数字鸿沟（digital\ndivide）\n",
    "a.po": 'msgid ""\nmsgstr "Language: zh_CN\\n"\n\n#. 主权 (sovereignty)\nmsgid "a"\nmsgstr ""\n'
    '"数字"\n"鸿沟 (digital divide)"\n',
    "a.xlf": "<xliff>\n<source>数字鸿沟\n(digital divide)</source>\n<note>主权 (sovereignty)</note>\n</xliff>\n",
}


@pytest.mark.parametrize("end", ["\r\n", "\r"], ids=["Windows", "old Macs"])
@pytest.mark.parametrize("name", LINED)
def test_a_file_with_other_line_ends_is_read_alike(tmp_path: Path, name: str, end: str) -> None:
    def read_in(text: str) -> str:
        document = saved(tmp_path, name, text)
        blocks = [block.unpadded()[0] for block in document.blocks]
        shown = repr((found_in(document), language_of_document(document), blocks))
        return re.sub("\ufffc+", "\ufffc", shown.replace(r"\r\n", r"\n").replace(r"\r", r"\n"))

    assert read_in(LINED[name].replace("\n", end)) == read_in(LINED[name])
