"""Tests that the name of an encoding has the same meaning in every format: equal bytes give equal text."""

from __future__ import annotations

import codecs
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from termbase.document.reader import read_document
from termbase.errors import TermbaseError
from termbase.files.encoding import codec_of, decode
from termbase.table.rows import rows_in
from termbase.tbx.reader import load
from termbase.text.offsets import unmasked
from tmx.bilingual.read import read_units
from tmx.content import plain
from tmx.reader import read

Reader = Callable[[Path, str, str, str, bytes], str]


def of_html(folder: Path, label: str, text: str, codec: str, mark: bytes) -> str:
    file = folder / "a.html"
    file.write_bytes(mark + f'<!DOCTYPE html><meta charset="{label}"><p>{text}</p>'.encode(codec))
    (block,) = read_document(str(file)).blocks
    return unmasked(block.text)


def of_tbx(_: Path, label: str, text: str, codec: str, mark: bytes) -> str:
    content = (
        f'<?xml version="1.0" encoding="{label}"?><martif type="TBX" xml:lang="en"><text><body><termEntry id="c">'
        f'<langSet xml:lang="zh"><tig><term>{text}</term></tig></langSet></termEntry></body></text></martif>'
    )
    ((_language, term),) = load(mark + content.encode(codec), "f.tbx").entries[0].terms()
    return term.term


def of_tmx(folder: Path, label: str, text: str, codec: str, mark: bytes) -> str:
    content = (
        f'<?xml version="1.0" encoding="{label}"?><tmx version="1.4"><header srclang="en"/><body><tu>'
        f'<tuv xml:lang="en"><seg>x</seg></tuv><tuv xml:lang="zh"><seg>{text}</seg></tuv></tu></body></tmx>'
    )
    (folder / "m.tmx").write_bytes(mark + content.encode(codec))
    (unit,) = read(str(folder / "m.tmx")).units()
    return plain(unit.variants[1].segment)


def of_po(folder: Path, label: str, text: str, codec: str, mark: bytes) -> str:
    content = f'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset={label}\\n"\n\nmsgid "x"\nmsgstr "{text}"\n'
    (folder / "m.po").write_bytes(mark + content.encode(codec))
    (unit,) = read_units(str(folder / "m.po"), "en", "zh-CN", Counter()).units
    return plain(unit.variants[1].segment)


DECLARING: dict[str, Reader] = {"html": of_html, "tbx": of_tbx, "tmx": of_tmx, "po": of_po}
SIMPLIFIED = "数字丝绸之路、啰嗦的说明，并深化各方面的交流与合作。"
GBK = "朱镕基同志的囉嗦"
TRADITIONAL = "數位絲綢之路的說明，並深化各方面的交流與合作。"
HONG_KONG = "啲嘢喺呢度"
LATIN = "“naïve” café – Œuvre"
KINDS = [
    ("gb2312", "gb2312", SIMPLIFIED.replace("啰", "")),
    ("gb2312", "gbk", GBK),
    ("GB2312", "gb18030", "\U00020bb7\u9fa6"),
    ("gb_2312-80", "gbk", GBK),
    ("x-gbk", "gbk", GBK),
    ("gbk", "gb18030", "\U00020bb7\u9fa6"),
    ("cp936", "gbk", GBK),
    ("gb18030", "gb18030", "\U00020bb7\u9fa6"),
    ("big5", "big5", TRADITIONAL),
    ("big5", "big5hkscs", HONG_KONG),
    ("Big5-HKSCS", "big5hkscs", HONG_KONG),
    ("x-x-big5", "big5hkscs", HONG_KONG),
    ("x-sjis", "cp932", "日本語①"),
    ("shift_jis", "cp932", "日本語①"),
    ("euc-kr", "cp949", "한국어똠"),
    ("windows-1252", "cp1252", LATIN),
    ("iso-8859-1", "cp1252", LATIN),
    ("latin1", "cp1252", LATIN),
    ("utf-8", "utf-8", SIMPLIFIED),
    ("utf8", "utf-8", SIMPLIFIED),
    ("us-ascii", "ascii", "plain words"),
    # names that Python knows and web browsers do not
    ("eucgb2312_cn", "gbk", GBK),
    ("ms936", "gb18030", "\U00020bb7\u9fa6"),
    ("big5_tw", "big5hkscs", HONG_KONG),
    ("s_jis", "cp932", "日本語①"),
    ("euc_kr", "cp949", "한국어똠"),
    ("iso8859_1", "cp1252", LATIN),
]


@pytest.mark.parametrize("form", DECLARING)
@pytest.mark.parametrize(("label", "codec", "text"), KINDS)
def test_a_declared_name_means_the_same_in_every_format(
    tmp_path: Path, form: str, label: str, codec: str, text: str
) -> None:
    assert DECLARING[form](tmp_path, label, text, codec, b"") == text


MARKED = [
    ("utf-8", codecs.BOM_UTF8),
    ("utf-16-le", codecs.BOM_UTF16_LE),
    ("utf-16-be", codecs.BOM_UTF16_BE),
    ("utf-32-le", codecs.BOM_UTF32_LE),
    ("utf-32-be", codecs.BOM_UTF32_BE),
]


@pytest.mark.parametrize("form", DECLARING)
@pytest.mark.parametrize(("codec", "mark"), [*MARKED, ("utf-16-le", b""), ("utf-16-be", b"")])
@pytest.mark.parametrize("label", ["utf-16", "gb2312", "x-unknown"])
def test_the_form_of_the_bytes_counts_more_than_a_name(
    tmp_path: Path, form: str, codec: str, mark: bytes, label: str
) -> None:
    assert DECLARING[form](tmp_path, label, SIMPLIFIED, codec, mark) == SIMPLIFIED


@pytest.mark.parametrize("form", ["html", "tmx", "po"])
@pytest.mark.parametrize(("codec", "text"), [("utf-8", SIMPLIFIED), ("gb18030", SIMPLIFIED), ("big5", TRADITIONAL)])
def test_an_unknown_name_is_ignored(tmp_path: Path, form: str, codec: str, text: str) -> None:
    assert DECLARING[form](tmp_path, "x-unknown", text * 9, codec, b"") == text * 9


def test_a_termbase_under_an_unknown_name_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TermbaseError, match=r"^f\.tbx:1: declares an unknown encoding: x-unknown"):
        of_tbx(tmp_path, "x-unknown", SIMPLIFIED, "utf-8", b"")


@pytest.mark.parametrize(("codec", "mark"), [("gb18030", b""), *MARKED])
def test_a_table_cannot_declare_its_encoding_and_is_read_by_its_bytes(codec: str, mark: bytes) -> None:
    data = mark + f"en,zh\nx,{SIMPLIFIED}\n".encode(codec)
    assert [cells for _, cells in rows_in(data, "t.csv")] == [["en", "zh"], ["x", SIMPLIFIED]]
    assert decode(data, "t.txt")[0] == f"en,zh\nx,{SIMPLIFIED}\n"


@pytest.mark.parametrize(
    "label", ["", "zip", "rot13", "x-user-defined", "replacement", "undefined", "no\0name", "数"]
)
def test_what_is_not_the_name_of_an_encoding_has_no_codec(label: str) -> None:
    assert codec_of(label) == ""


@pytest.mark.parametrize("text", ["The state’s plan", "China’s “plan” – its aims…", "a résumé of the café’s menu"])
def test_a_few_signs_beyond_ascii_in_english_are_no_chinese(text: str) -> None:
    assert decode(text.encode("cp1252"), "report.md") == (text, "cp1252")


@pytest.mark.parametrize(("text", "codec"), [(TRADITIONAL, "big5"), (f"The {HONG_KONG} of it", "big5hkscs")])
def test_chinese_between_english_is_chinese(text: str, codec: str) -> None:
    assert decode(f"The road’s plan, {text}".replace("’", "").encode(codec), "report.md")[0].endswith(text)
