"""The text files of programs, which hold one language each, read in pairs."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from tests.conftest import Run
from tmx.bilingual.read import read_units
from tmx.content import plain

RESX = "<root><data name='open' xml:space='preserve'><value>{}</value></data></root>"
ANDROID = "<resources><string name='open'>{}</string></resources>"
FILES = {
    "json": ("en.json", "zh_TW.json", '{{"menu": {{"open": "{}"}}, "size": 3}}'),
    "arb": ("app_en.arb", "app_zh_TW.arb", '{{"open": "{}", "@open": {{"description": "a button"}}}}'),
    "resx": ("Texts.resx", "Texts.zh-TW.resx", RESX),
    "properties": ("m.properties", "m_zh_TW.properties", "open={}\n"),
    "strings": ("en.lproj/m.strings", "zh-Hant.lproj/m.strings", '"open" = "{}";\n'),
    "android": ("values/strings.xml", "values-zh-rTW/strings.xml", ANDROID),
    "android script": ("values/strings.xml", "values-b+zh+Hant/strings.xml", ANDROID),
}


@pytest.mark.parametrize("kind", FILES)
def test_texts_of_one_key_are_a_pair(tmp_path: Path, kind: str) -> None:
    source, target, form = FILES[kind]
    for name, text in ((source, "Open the file"), (target, "網路")):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(form.format(text), "utf-8")
    read = read_units(str(tmp_path / target), None, None, Counter(), str(tmp_path / source))
    assert (read.source, read.target) == ("en", "zh-Hant-TW")
    (unit,) = read.units
    assert [plain(variant.segment) for variant in unit.variants] == ["Open the file", "網路"]
    assert unit.id.endswith("open")


def test_the_items_of_an_array_are_pairs(tmp_path: Path) -> None:
    form = r"<resources><string-array name='days'><item>{}</item><item>It\'s {}</item></string-array></resources>"
    for folder, texts in (("values", ("one", "two")), ("values-zh-rCN", ("一", "二"))):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "strings.xml").write_text(form.format(*texts), "utf-8")
    source, target = (str(tmp_path / folder / "strings.xml") for folder in ("values", "values-zh-rCN"))
    units = list(read_units(target, "en", None, Counter(), source).units)
    assert [(unit.id, plain(unit.variants[0].segment), plain(unit.variants[1].segment)) for unit in units] == [
        ("days[0]", "one", "一"),
        ("days[1]", "It's two", "It's 二"),
    ]


def test_what_only_one_file_has_is_counted(tmp_path: Path) -> None:
    (tmp_path / "en.json").write_text('{"a": "Open", "b": "Close"}', "utf-8")
    (tmp_path / "zh_CN.json").write_text('{"a": "打开", "c": "多", "d": "余"}', "utf-8")
    skipped: Counter[str] = Counter()
    read = read_units(str(tmp_path / "zh_CN.json"), None, None, skipped, str(tmp_path / "en.json"))
    assert len(list(read.units)) == 1
    assert skipped == {"not in the source file": 2, "not translated": 1}


def test_a_plural_has_a_pair_for_each_source_text(tmp_path: Path) -> None:
    form = "<resources><plurals name='n'>{}</plurals></resources>"
    files = {"values": [("one", "%d file"), ("other", "%d files")], "values-zh-rCN": [("other", "%d 个")]}
    for folder, items in files.items():
        (tmp_path / folder).mkdir()
        written = "".join(f'<item quantity="{quantity}">{text}</item>' for quantity, text in items)
        (tmp_path / folder / "strings.xml").write_text(form.format(written), "utf-8")
    source, target = (str(tmp_path / folder / "strings.xml") for folder in files)
    units = list(read_units(target, "en", None, Counter(), source).units)
    assert [[plain(variant.segment) for variant in unit.variants] for unit in units] == [
        ["%d file", "%d 个"],
        ["%d files", "%d 个"],
    ]


READ_AS = {
    "a browser extension": (
        "json",
        '{{"open": {{"message": "{}", "description": "a button"}}}}',
        "utf-8",
        [("open", "Open", "打开")],
    ),
    "FormatJS": ("json", '{{"open": {{"defaultMessage": "{}"}}}}', "utf-8", [("open", "Open", "打开")]),
    "JSON with a byte-order mark": ("json", '{{"open": "{}"}}', "utf-8-sig", [(".open", "Open", "打开")]),
    "Apple, in UTF-16": ("strings", '"open" = "{}";\n', "utf-16", [("open", "Open", "打开")]),
    "Java, in GBK": ("properties", "open={} ok\n", "gbk", [("open", "Open ok", "打开 ok")]),
    "an image": (
        "resx",
        "<root><data name='i' type='Bitmap'><value>x</value></data><data name='o'><value>{}</value></data></root>",
        "utf-8",
        [("o", "Open", "打开")],
    ),
}


@pytest.mark.parametrize("kind", READ_AS)
def test_each_kind_is_read_as_its_programs_write_it(tmp_path: Path, kind: str) -> None:
    ending, form, encoding, expected = READ_AS[kind]
    for name, text in (("en", "Open"), ("zh_CN", "打开")):
        (tmp_path / f"{name}.{ending}").write_bytes(form.format(text).encode(encoding))
    source, target = (str(tmp_path / f"{name}.{ending}") for name in ("en", "zh_CN"))
    units = read_units(target, None, None, Counter(), source).units
    assert [(unit.id, *(plain(variant.segment) for variant in unit.variants)) for unit in units] == expected


def test_letters_of_java_files_are_in_iso_8859_1(tmp_path: Path) -> None:
    (tmp_path / "en.properties").write_text("open=Open for all", "utf-8")
    (tmp_path / "de.properties").write_bytes("open=Öffnen für alle".encode("iso-8859-1"))
    (unit,) = read_units(
        str(tmp_path / "de.properties"), *("en", "de"), Counter(), str(tmp_path / "en.properties")
    ).units
    assert plain(unit.variants[1].segment) == "Öffnen für alle"


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("zh.po", "has its source texts in itself (leave out --source-file)"),
        ("zh.csv", "has its source texts in itself (leave out --source-file)"),
        (
            "zh.ftl",
            "is in a format that is not read with --source-file (export both languages as XLIFF, PO or a table",
        ),
        ("mtf.xml", "is not a resource file of Android: its root is <mtf> (convert it with termbase tbx convert)"),
        ("tmx.xml", "is not a resource file of Android: its root is <tmx> (give it the ending .tmx)"),
        ("zh.ods", "is a spreadsheet in a format that is not read (save it as XLSX or CSV)"),
    ],
)
def test_other_formats_are_refused_with_what_to_do(termbase: Run, tmp_path: Path, name: str, message: str) -> None:
    root = name.partition(".")[0]
    (tmp_path / name).write_text(f'<?xml version="1.0"?><!-- c --><{root}/>' if "xml" in name else "x", "utf-8")
    done = termbase("tmx", "convert", name, "--source-file", name, "--out", "m.tmx", cwd=tmp_path)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert f"Error: {name}: {message}" in done.stderr


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ((), "give the file with the source texts: --source-file FILE"),
        (("--source-file", "no.json"), "no.json: does not exist"),
        (("--source-file", "m.po"), "is not of the same format"),
        (("--source-file", "bad.json"), "bad.json: cannot be read"),
    ],
)
def test_what_is_missing_is_said_in_one_line(
    termbase: Run, tmp_path: Path, options: tuple[str, ...], message: str
) -> None:
    (tmp_path / "zh_CN.json").write_text('{"a": "打开"}', "utf-8")
    (tmp_path / "bad.json").write_text("{", "utf-8")
    done = termbase("tmx", "convert", "zh_CN.json", "--out", "m.tmx", *options, cwd=tmp_path)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert message in done.stderr


@pytest.mark.parametrize(
    ("messages", "language"),
    [
        (["Delay in µs", "Open the file", "Save"], "en"),
        (["café", "Open", "Close", "Save", "Print"], "en"),
        (["Русский", "日本語"] + ["Choose a language", "Open"] * 10, "en"),
        (["Ouvrir", "Fermé", "Éditer", "À propos"], ""),
    ],
)
def test_the_language_is_that_of_the_many(tmp_path: Path, messages: list[str], language: str) -> None:
    entries = "".join(f'\nmsgid "{text}"\nmsgstr "网络"\n' for text in messages)
    (tmp_path / "m.po").write_text(f'msgid ""\nmsgstr "Language: zh_CN\\n"\n{entries}', "utf-8")
    if language:
        assert read_units(str(tmp_path / "m.po"), None, None, Counter()).source == language
    else:
        with pytest.raises(Exception, match="give --source"):
            read_units(str(tmp_path / "m.po"), None, None, Counter())


def test_a_check_says_how_a_file_of_one_language_becomes_pairs(termbase: Run, tmp_path: Path) -> None:
    (tmp_path / "zh.json").write_text('{"open": "打开"}', "utf-8")
    done = termbase("check", "zh.json", "--select", "code", cwd=tmp_path)
    assert done.returncode == 2
    assert "termbase tmx convert zh.json --source-file FILE --out zh.tmx" in done.stderr
