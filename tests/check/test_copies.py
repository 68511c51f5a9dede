"""Targets that are equal to their sources: what has to be translated, and what may stay."""

from __future__ import annotations

import pytest

from tests.check.test_interface_texts import found


@pytest.mark.parametrize(
    ("source", "target", "is_found"),
    [
        ("_Open the file", "Open the _file", True),
        ("{n, plural, one {# file} other {# files}}", "{n, plural, one {# file} other {# files}}", True),
        ("{n, plural, other {#}}", "{n, plural, other {#}}", False),
        ("&OK", "&OK", False),
        ("otter press, Inc.", "otter press, Inc.", False),
        ("otter & sons Ltd", "otter & sons Ltd", False),
        ("Copyright 2001-%1, The Otter team", "Copyright 2001-%1, The Otter team", False),
        ("(C) 2001 the team", "(C) 2001 the team", False),
        ("Copyright of the team", "Copyright of the team", True),
        ("sudo zypper install lamp-tools", "sudo zypper install lamp-tools", False),
        ("zgrep -c lamp Oak.txt", "zgrep -c lamp Oak.txt", False),
        ("zgrep lamp", "zgrep lamp", True),
        ("left (", "left (", False),
        ("left 3 (", "left 3 (", True),
        ("Oak Growers and Users Society (OGUS)", "Oak Growers and Users Society (OGUS)", False),
        ("Oak Growers and Users Society (XY)", "Oak Growers and Users Society (XY)", True),
        ("KTN over QRP", "KTN over QRP", False),
        ("Otter for Lamps", "Otter for Lamps", True),
        ("QT Lamp for otterOS", "QT Lamp for otterOS", False),
        ("sin 30", "sin 30", False),
        ("2.5×10³ mol⁻¹", "2.5×10³ mol⁻¹", False),
        ("Ada Kossuth (aka Mo)", "Ada Kossuth (aka Mo)", False),
        ("reload the lamp-tools", "reload the lamp-tools", True),
        ("open lamp.txt", "open lamp.txt", True),
        ("the press, incl. us", "the press, incl. us", True),
    ],
)
def test_a_copy_is_found_whatever_its_accelerator(source: str, target: str, is_found: bool) -> None:
    assert [finding.name for finding in found((source, target))] == ["untranslated"] * is_found


@pytest.mark.parametrize(
    "source",
    [
        "git am [<options>] [(<mbox> | <Maildir>)...]",
        "%s [-q] logfile [-A|-B] output",
        "git show [--all] [-v | --verbose] <object>",
        "Puerto del Rosario",
        "main={prefix}{middle}|{short_name}\nprefix=lah|bin",
        "$playername $side",
        "Florian E&szlig;er",
        "%d × %d ppi",
        "000 kbps",
        "IP {!white,blue!}%s{!status!}",
        "struct entry *find_entry(char",
        "[{'name': <'Duck'>, 'url': <'a'>}]",
        "external ref='media/map.png' md5='a1ad'",
        "Ariel,Calypso,Delphine,Derceto,Electra,Galatea,Himeropa,Jengu,Ligia,Marina,Miranda,Molpe,Veen emo,Rân",
        "hex FILE",
        "git archive: NACK %s",
        "Pardessus de viole",
        "<output>$ </output><input>sudo trust anchor file</input>",
        "cd ~/lamps\ngit pull\nmake clean\nsudo service lamp restart\n",
        "make lampconfig",
        "make lamp PORT=/dev/lamp0",
        "~/lamps/bin/run start",
        "~/lamps/bin/lamp ./set.py paint/red.cfg -i lamp.txt -o /dev/null -d out/all",
        "speed(time) = first_speed + rate*time",
        'send("lamp is on with %u", colour, colours);',
        'open_lamp("red", 0);',
        "[lamp red]\nport: /dev/lamp0\ncolour: dark red\n",
        '`{"lamp": "it is on", "key": 3}`',
    ],
)
def test_copies_with_nothing_to_translate(source: str) -> None:
    assert found((source, source)) == []


@pytest.mark.parametrize(
    "source",
    [
        "Close the window.",
        "Save now:",
        "use --force to overwrite",
        "use <mode> or [name]",
        "Pic du Midi (observatory)",
        "<b>Table</b> of contents",
        "3 new files",
        "Choose a file [none]",
        "archive: cannot open it",
        "make sure",
        "make lamps bright",
        "cd the folder",
        "~/lamps has the files",
        "colour of = the lamp",
        "[lamp]\nport: /dev/lamp0\n# where the lamp is\n",
        "[lamp]\nport: /dev/lamp0\nset it before the lamp is on\n",
    ],
)
def test_copies_of_words(source: str) -> None:
    assert [finding.name for finding in found((source, source))] == ["untranslated"]


def test_words_that_the_other_targets_keep_may_stay() -> None:
    kept = [("Start otter now", "立刻启动 otter"), ("Stop otter", "停止 otter")]
    assert found(*kept, ("otter 2022", "otter 2022")) == []
    assert found(*kept[:1], ("otter 2022", "otter 2022")) != []
    translated = [("Open otter", "打开边界"), ("My otter", "我的边界"), ("A otter", "一个边界")]
    assert found(*kept, *translated, ("otter 2022", "otter 2022")) != []
