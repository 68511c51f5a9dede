"""Well-formed TMX is read as it is meant, whichever way its elements are named, and is not called damaged."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from termbase.text.changes import changed_part
from tests.conftest import Run
from tmx.content import plain
from tmx.model import TranslationUnit
from tmx.reader import read
from tmx.report import Repair, Report

HEADER = (
    '<header creationtool="Tool" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en" srclang="en" '
    'datatype="plaintext"><note>by &us;</note></header>'
)
PLAIN = HEADER.replace("<note>by &us;</note>", "")
BODY = (
    '<body><!-- <tu> --><tu tuid="1"><note>n</note><tuv xml:lang="en"><seg>one <ph x="1">br</ph></seg></tuv>'
    '<tuv xml:lang="zh-CN"><seg>一<ph x="1">br</ph></seg></tuv></tu>\n'
    '<tu><tuv xml:lang="en"><seg>two</seg></tuv><tuv xml:lang="zh-CN"><seg>二</seg></tuv></tu></body>'
)
TEXTS = [["one ", "一"], ["two", "二"]]


def prefixed(text: str) -> str:
    return re.sub(r"<(/?)(?=[a-z])", r"<\1m:", text)


WAYS = {
    "plain": f'<tmx version="1.4">{PLAIN}{BODY}</tmx>',
    "default namespace": f'<tmx xmlns="http://www.lisa.org/tmx14" version="1.4">{PLAIN}{BODY}</tmx>',
    "namespace of the body": f'<tmx version="1.4">{PLAIN}{BODY}</tmx>'.replace("<body>", "<body xmlns='urn:a'>"),
    "namespace of a unit": f'<tmx version="1.4">{PLAIN}{BODY}</tmx>'.replace("\n<tu>", "\n<tu xmlns='urn:a'>"),
    "prefix": prefixed(f'<tmx version="1.4">{PLAIN}{BODY}</tmx>').replace("<m:tmx", "<m:tmx xmlns:m='urn:tmx'", 1),
    "prefix in the body": f'<tmx version="1.4" xmlns:m="urn:tmx">{PLAIN}{prefixed(BODY)}</tmx>',
    "prefix behind a comment": "<?xml version='1.0'?><!-- <m:tu> --><!DOCTYPE m:tmx [<!ENTITY a '>'>]>\n"
    + prefixed(f'<tmx version="1.4">{PLAIN}{BODY}</tmx>').replace("<m:tmx", "<m:tmx xmlns:m='urn:tmx'", 1),
}


def units(folder: Path, text: str, encoding: str = "utf-8") -> tuple[list[TranslationUnit], list[Repair]]:
    (folder / "m.tmx").write_bytes(text.encode(encoding))
    repairs: list[Repair] = []
    memory = read(str(folder / "m.tmx"), Report("m.tmx", repairs.append))
    assert memory.version == "1.4"
    return list(memory.units()), repairs


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_names_are_local_names(tmp_path: Path, way: str, encoding: str) -> None:
    found, repairs = units(tmp_path, WAYS[way], encoding)
    assert [[plain(variant.segment) for variant in unit.variants] for unit in found] == TEXTS
    assert repairs == []
    assert found[0].id == "1"
    assert found[0].items


ENTITIES = """<!DOCTYPE tmx SYSTEM "tmx14.dtd" [<!ENTITY us "Us &amp; Co"><!ENTITY both "&us;, &us;">
<!ENTITY bold "<hi>x</hi>"><!ENTITY self "&self;"><!ENTITY a "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa">
<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;">]>
"""


def test_entities_that_the_file_declares_are_replaced(tmp_path: Path) -> None:
    text = WAYS["plain"].replace("two", "&both;").replace(PLAIN, HEADER)
    found, repairs = units(tmp_path, ENTITIES + text)
    assert plain(found[1].variants[0].segment) == "Us & Co, Us & Co"
    assert repairs == []


@pytest.mark.parametrize("name", ["bold", "self", "d", "other"])
def test_entities_that_are_not_text_stay_as_they_are_written(tmp_path: Path, name: str) -> None:
    found, repairs = units(tmp_path, ENTITIES + WAYS["plain"].replace("two", f"&{name};"))
    assert plain(found[1].variants[0].segment).startswith("&")
    assert [repair.message for repair in repairs] == [
        f"&{name}; is an entity that is not declared as text: kept as it is written"
    ]


def test_text_in_a_variant_without_seg_is_its_segment(tmp_path: Path) -> None:
    text = (
        '<tu><tuv xml:lang="en"><note>n</note>\n  This <ph>b</ph> train\n</tuv>'
        '<tuv xml:lang="zh-CN">火车</tuv></tu>'
        '<tu><tuv xml:lang="en"/><tuv xml:lang="zh-CN"><seg>一</seg></tuv></tu>'
    )
    found, repairs = units(tmp_path, f'<tmx version="1.4">{PLAIN}<body>{text}</body></tmx>')
    assert [plain(variant.segment) for variant in found[0].variants] == ["This  train", "火车"]
    assert found[0].variants[0].items
    assert [(repair.code, repair.lost) for repair in repairs] == [("seg", False), ("seg", False), ("seg", True)]


def test_a_file_without_a_header_is_told_so_once(tmp_path: Path) -> None:
    found, repairs = units(tmp_path, f'<tmx version="1.4">{BODY}</tmx>')
    assert len(found) == 2
    assert [repair.message.split(":")[0] for repair in repairs] == ["the file has no header"]


OLD = f'<tmx version="1.1">{PLAIN}{BODY}</tmx>'.replace("xml:lang", "lang").replace("zh-CN", "ZH-CN")


def test_a_difference_shows_what_changed_and_nothing_else(termbase: Run, tmp_path: Path) -> None:
    long = "a very long sentence that nobody wants to read twice, with one word changed at its end: {}"
    new = WAYS["plain"].replace('<tu tuid="1">', '<tu tuid="1" changedate="20240101T000000Z" usagecount="3">')
    (tmp_path / "old.tmx").write_text(OLD.replace("二", long.format("old")), "utf-8")
    (tmp_path / "same.tmx").write_text(new.replace("二", long.format("old")), "utf-8")
    (tmp_path / "new.tmx").write_text(new.replace("二", long.format("new")).replace(">n<", ">m<"), "utf-8")
    same = termbase("tmx", "diff", "old.tmx", "same.tmx", cwd=tmp_path)
    assert (same.returncode, same.stdout) == (0, "0 added, 0 removed, 0 changed\n")
    done = termbase("tmx", "diff", "old.tmx", "new.tmx", cwd=tmp_path)
    assert done.stdout.splitlines() == [
        "~ old.tmx:1 1 new.tmx:1 1",
        "  - note: n",
        "  + note: m",
        "~ old.tmx:2 new.tmx:2",
        "  - zh-CN: …changed at its end: old",
        "  + zh-CN: …changed at its end: new",
        "0 added, 0 removed, 2 changed",
    ]


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("", "b", ("", "b")),
        ("aa", "aaa", ("aa", "aaa")),
        (
            f"{'x' * 50}a{'y' * 50}",
            f"{'x' * 50}{'y' * 50}",
            (f"…{'x' * 20}a{'y' * 20}…", f"…{'x' * 20}{'y' * 20}…"),
        ),
    ],
)
def test_the_changed_part_has_a_little_around_it(old: str, new: str, shown: tuple[str, str]) -> None:
    assert changed_part(old, new) == shown


def test_accounts_say_what_is_true(termbase: Run, tmp_path: Path) -> None:
    (tmp_path / "m.tmx").write_text(OLD.replace("二", "臺灣的網路"), "utf-8")
    clean = termbase("tmx", "clean", "m.tmx", cwd=tmp_path)
    assert "1 would be written" in clean.stderr
    assert " written," not in clean.stderr.replace("would be written,", "")
    stats = termbase("tmx", "stats", "m.tmx", cwd=tmp_path).stdout
    assert "words: en 2\n" in stats
    assert "characters: en 7, zh-CN 6\n" in stats
    assert "tools: Tool 2\n" in stats
    valid = termbase("tmx", "validate", "m.tmx", cwd=tmp_path).stdout
    assert "valid TMX 1.1: 2 units" in valid
    assert "the text is not in the script of ZH-CN: 臺灣的網路" in valid


@pytest.mark.parametrize(
    ("date", "written", "word"),
    [
        ("20240304T050607Z", "20240304T050607Z", ""),
        ("2024-03-04T05:06:07+08:00", "20240303T210607Z", "repaired"),
        ("2024-03-04 05:06:07", "20240304T050607Z", "it has no time zone"),
        ("20240304T050607", "20240304T050607Z", "it has no time zone"),
        ("2024-03-04 05:06", "20240304T050600Z", "it has no time zone"),
        ("2024/03/04", "20240304T000000Z", "it has no time zone"),
        (" 20240304T050607Z", "20240304T050607Z", "repaired"),
        ("2024-02-30", "", "'2024-02-30' is not a date"),
        ("yesterday", "", "'yesterday' is not a date"),
        ("", "", "'' is not a date"),
        ("0001-01-01T00:00:00+14:00", "", "is not a date"),
    ],
)
@pytest.mark.parametrize("place", ["<header", '<tu tuid="1"', '<tuv xml:lang="en"'])
def test_each_date_is_written_as_valid_tmx_or_reported_as_lost(
    place: str, date: str, written: str, word: str, termbase: Run, tmp_path: Path
) -> None:
    text = WAYS["plain"].replace(place, f'{place} changedate="{date}"', 1)
    (tmp_path / "m.tmx").write_text(text, "utf-8")
    told = termbase("tmx", "convert", "m.tmx", "--out", "n.tmx", cwd=tmp_path).stderr
    assert word in told
    assert ("damage" in told) == bool(word)
    assert re.findall('changedate="(.*?)"', (tmp_path / "n.tmx").read_text("utf-8")) == [written] * bool(written)
    assert termbase("tmx", "validate", "n.tmx", cwd=tmp_path).returncode == 0


@pytest.mark.parametrize(
    ("variant", "message", "is_lost"),
    [
        ("<seg>one</seg><seg>eins</seg>", "a second seg: 'eins'", True),
        ('<seg id="1">one</seg>', "the attribute id of a seg", True),
        ('<tuv lang="fr" xml:lang="en"><seg>one</seg>', "lang=fr contradicts xml:lang=en: left out", False),
        ("<tuv><seg>one</seg>", "a variant without language: 'one'", True),
        ('<tuv xml:lang="en"><note>n</note>', "a variant without seg: en", True),
        ('<tuv lang="EN" xml:lang="en"><seg>one</seg>', "", False),
    ],
)
def test_what_is_lost_or_contradicts_itself_is_named(
    tmp_path: Path, variant: str, message: str, is_lost: bool
) -> None:
    start = "" if variant.startswith("<tuv") else '<tuv xml:lang="en">'
    other = '<tuv xml:lang="de"><seg>zwei</seg></tuv>'
    text = f'<tmx version="1.4">{PLAIN}<body><tu>{start}{variant}</tuv>{other}</tu></body></tmx>'
    (tmp_path / "m.tmx").write_text(text, "utf-8")
    told: list[Repair] = []
    (unit,) = read(str(tmp_path / "m.tmx"), Report("m.tmx", told.append)).units()
    found = [(repair.message, repair.lost) for repair in told if "header" not in repair.message]
    assert found == ([(message, is_lost)] if message else [])
    assert all("lang" not in one.attributes for one in unit.variants)
