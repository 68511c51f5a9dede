"""Whatever was read, what is written is valid, and what is written in another way is reported."""

from __future__ import annotations

import copy
import random
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from lxml import etree

from termbase.errors import TermbaseError
from termbase.exchange import Converted, convert
from termbase.model import Termbase
from termbase.tbx.merge import merge
from termbase.tbx.reader import load
from termbase.tbx.validate import validate_source
from termbase.tbx.xml.source import read_source
from tests.conftest import Run
from tests.tbx.tbx_mutations import MUTATIONS
from tests.termbases import rich_termbases

FORMS = ("tbx3-dca", "tbx3-dct", "tbx2", "tbx-min")
MUTATED = 120

VERSION_2 = """<martif type="TBX" xml:lang="{tag}"><martifHeader><fileDesc><sourceDesc>{header}</sourceDesc>
<sourceDesc><p>a second</p></sourceDesc></fileDesc></martifHeader><text><body>
<termEntry id="a1">{concept}<langSet xml:lang="en">{language}<tig>{term}</tig></langSet>
<langSet xml:lang="zh-CN"><tig><term id="901">火车</term></tig></langSet></termEntry>
<termEntry id="a2"><langSet xml:lang="en"><tig id="a1"><term id="901">railway</term></tig></langSet>
<langSet xml:lang="zh-CN"><tig><term>铁路</term></tig></langSet></termEntry></body>{back}</text></martif>"""
PLAIN = {
    "tag": "en",
    "header": "<p>made</p>",
    "concept": "",
    "language": "",
    "term": "<term>train</term>",
    "back": "",
}
TWO_IN_A_GROUP = '<descripGrp><descrip type="x">1</descrip><descrip type="y">2</descrip></descripGrp>'
TWO_OF_AN_ID = '<note id="f1">rail</note><note id="f1">x</note>'
PERSONS = '<refObjectList type=""><refObject id="r"><item>x</item></refObject></refObjectList>'
UNDATED = '<transacGrp><transac type="transactionType">made</transac><date>soon</date></transacGrp>'


def errors_of(data: bytes) -> list[str]:
    findings = validate_source(read_source(data, "written.tbx")).findings
    return [str(finding) for finding in findings if finding.severity == "error"]


def written(parts: dict[str, str], form: str) -> Converted:
    return convert(load(VERSION_2.format(**PLAIN | parts).encode(), "f.tbx"), form)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    ("parts", "code", "message"),
    [
        ({}, "T703", "id 'a1' is already used: written as 'a1-2'"),
        ({"concept": TWO_OF_AN_ID}, "T703", "'f1-2'"),
        ({"term": '<term/><note>empty</note><descrip type="definition">d</descrip>'}, "T704", "note: empty"),
        ({"concept": '<admin type="source">a book</admin>'}, "T701", "source is moved to a note: a book"),
        ({"term": '<term>x</term><termNote type="grammaticalGender">Other</termNote>'}, "T70", "ther"),
        ({"language": '<ref type="crossReference" target="gone">see</ref>'}, "T70", ""),
        ({"language": TWO_IN_A_GROUP}, "T701", "x"),
        ({"term": '<term>x</term><note xml:lang="zh_CN">n</note>'}, "", ""),
        ({"term": '<term>x</term><termNote type="customerStatus"></termNote>'}, "T702", "an empty"),
        ({"tag": "zh_CN"}, "", ""),
        ({"header": "made by hand"}, "T702", ""),
        ({"back": f"<back>{PERSONS}</back>"}, "T702", ""),
        ({"concept": UNDATED}, "", ""),
    ],
)
def test_what_is_written_is_valid(parts: dict[str, str], code: str, message: str, form: str) -> None:
    converted = written(parts, form)
    assert errors_of(converted.data) == []
    is_kept = form == "tbx2" and not any(finding.code.startswith(code) for finding in converted.findings)
    if not is_kept:  # version 2 takes any data category and date
        assert any(f.code.startswith(code) and message in f.message for f in converted.findings)
    assert errors_of(convert(merge(*[load(converted.data, "f.tbx")] * 2)[0], form).data) == []


@settings(max_examples=60)
@given(rich_termbases())
def test_any_termbase_is_written_valid(termbase: Termbase) -> None:
    for form in FORMS if termbase.entries else ():
        assert errors_of(convert(termbase, form).data) == [], form


def test_files_with_random_changes_are_written_valid(shared: Path) -> None:
    roots = [etree.fromstring(file.read_bytes()) for file in sorted((shared / "samples/tbx3").glob("*VALID.tbx"))]
    for root in roots:
        body = next(root.iter("{*}body"))
        for concept in body[6:]:
            body.remove(concept)
    count = 0
    for seed in range(MUTATED):
        chance = random.Random(seed)
        root = copy.deepcopy(chance.choice(roots))
        for change in chance.sample(MUTATIONS, 2):
            with suppress(IndexError, ValueError, AttributeError):  # the change needs what the file does not have
                change(chance, root)
        with suppress(TermbaseError):  # no longer a termbase, or one without terms
            termbase = load(etree.tostring(root), "changed.tbx")
            for form in FORMS:
                assert errors_of(convert(termbase, form).data) == [], (seed, form)
                count += 1
    assert count > 3 * MUTATED


def test_a_termbase_without_terms_is_not_written_as_tbx(termbase: Run, tmp_path: Path) -> None:
    (tmp_path / "empty.csv").write_text("en,zh-CN\n", "utf-8")
    done = termbase("tbx", "convert", "empty.csv", "--out", "empty.tbx", cwd=tmp_path)
    assert done.returncode == 2
    assert "has no concept with a term, and a TBX file needs at least one" in done.stderr
    assert not (tmp_path / "empty.tbx").exists()


@pytest.mark.parametrize(
    ("element", "note"),
    [
        ('<descripGrp><descrip type="rank">1</descrip><admin type="by">Li</admin></descripGrp>', "rank: 1; by: Li"),
        ('<descrip type="Usage note">rare</descrip>', "Usage note: rare"),
        ("<descrip>untyped</descrip>", "description: untyped"),
        ('<termNoteGrp><termNote type="tone">high</termNote><note>n</note></termNoteGrp>', "tone: high; note: n"),
        (
            '<termCompList type="hyphenation"><termComp>da</termComp><termComp>ta</termComp></termCompList>',
            "hyphenation: da; ta",
        ),
    ],
)
def test_a_note_begins_with_the_words_of_its_data_category(element: str, note: str) -> None:
    converted = written({"term": f"<term>data</term>{element}"}, "tbx3-dca")
    (_, term), *_ = converted.termbase.entries[0].terms()
    assert term.notes == (note,)


def test_a_place_names_the_term_itself() -> None:
    terms = "</tig><tig>".join(
        f'<term>{term}</term><descrip type="Usage note">{term}</descrip>'
        for term in ("hotplug", "hotswap", "hot-add")
    )
    converted = written({"term": terms}, "tbx3-dca")
    places = [finding.path for finding in converted.findings if finding.code == "T701"]
    assert places == ["a1/en/hotplug", "a1/en/hotswap", "a1/en/hot-add"]


@pytest.mark.parametrize(
    ("content", "status", "message"),
    [
        ("<tmx version='1.4'/>", 2, "its root is <tmx> (it is a translation memory: use termbase tmx validate)"),
        ("", 2, "it is empty"),
        ("terms", 2, "it does not begin with <"),
        ("<a>this & that</a>", 1, "a & that begins no name such as &amp; must be written &amp;"),
        ("<a>\n<b></a>", 1, "<b> of line 2 is closed by </a>"),
        ("<a>", 1, "it ends before </a>, which belongs to line 1"),
    ],
)
def test_a_file_that_is_no_tbx_is_refused_and_one_not_well_formed_is_invalid(
    termbase: Run, tmp_path: Path, content: str, status: int, message: str
) -> None:
    (tmp_path / "f.tbx").write_text(content, "utf-8")
    done = termbase("tbx", "validate", "f.tbx", cwd=tmp_path)
    assert (done.returncode, message in (done.stdout, done.stderr)[status - 1]) == (status, True), done
