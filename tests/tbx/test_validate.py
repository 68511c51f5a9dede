"""Each validation rule with a file that breaks it and one that does not; the command; safe corrections."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from lxml import etree

from termbase.severity import Severity
from termbase.tbx.correct import fixed
from termbase.tbx.rules.registry import RULES
from termbase.tbx.validate import FAMILIES, Validation, validate_source
from termbase.tbx.xml.source import XmlSource, read_source
from tests.conftest import Run

FILE = """<?xml version="1.0" encoding="UTF-8"?>
<tbx xmlns="urn:iso:std:iso:30042:ed-2" xmlns:min="http://www.tbxinfo.net/ns/min" type="TBX-Basic" style="dca"
 xml:lang="en">
<tbxHeader><fileDesc><sourceDesc><p>own</p></sourceDesc></fileDesc></tbxHeader>
<text><body>
<conceptEntry id="c1">CONCEPT
<langSec xml:lang="en">LANGUAGE
<termSec><term>data flow</term>TERM</termSec>
</langSec>MORE
</conceptEntry>
</body></text></tbx>
"""
CHINESE = '<langSec xml:lang="zh-CN"><termSec><term>{}</term></termSec></langSec>'
SECOND = "</conceptEntry><conceptEntry id='{}'><langSec xml:lang='en'><termSec><term>{}</term></termSec></langSec>"
PREFERRED = '<termNote type="administrativeStatus">preferredTerm-admn-sts</termNote>'
DATED = "<transacGrp><transac type='transactionType'>origination</transac><date>{}</date></transacGrp>"
REFERENCE = '<ref type="crossReference" target="{}">x</ref>'
ENGLISH = '<langSec xml:lang="en">'
ANOTHER = "</termSec><termSec><term>flow of data</term>"


def typed(name: str, kind: str, text: str) -> str:
    return f'<{name} type="{kind}">{text}</{name}>'


CASES: dict[str, tuple[tuple[str, str], tuple[str, str]]] = {
    "T101": (("CONCEPT", "<remark>x</remark>"), ("CONCEPT", "<note>x</note>")),
    "T102": (("CONCEPT", "<date>2026-11-22</date>"), ("CONCEPT", "<note>x</note>")),
    "T103": (("TERM", "<note>x</note><termNote type='partOfSpeech'>noun</termNote>"), ("TERM", "<note>x</note>")),
    "T104": (("TERM", "<term>flow of data</term>"), ("TERM", "")),
    "T105": (("<p>own</p>", ""), ("<p>own</p>", "<p/>")),
    "T106": (("LANGUAGE", "stray"), ("LANGUAGE", "<note>kept</note>")),
    "T107": (("CONCEPT", "<admin>x</admin>"), ("CONCEPT", typed("admin", "projectSubset", "x"))),
    "T108": (("<termSec>", '<termSec lang="en">'), ("<termSec>", '<termSec id="t1">')),
    "T109": (("CONCEPT", '<note id="a b">x</note>'), ("CONCEPT", '<note id="a">x</note>')),
    "T110": (("CONCEPT", DATED.format("2026-02-30")), ("CONCEPT", DATED.format("2026-02-28"))),
    "T111": ((' xmlns="urn:iso:std:iso:30042:ed-2"', ""), ("", "")),
    "T112": (("CONCEPT", "<note>a<ec/></note>"), ("CONCEPT", '<note>a<ec id="e" isolated="yes"/></note>')),
    "T201": (("TBX-Basic", "TBX-Acme"), ("TBX-Basic", "TBX-Linguist")),
    "T202": (("TERM", typed("termNote", "usageStatus", "preferred")), ("TERM", PREFERRED)),
    "T203": (
        ("CONCEPT", typed("descrip", "projectSubset", "x")),
        ("CONCEPT", typed("admin", "projectSubset", "x")),
    ),
    "T204": (("TERM", typed("descrip", "definition", "x")), ("CONCEPT", typed("descrip", "definition", "x"))),
    "T205": (
        ("TERM", typed("termNote", "partOfSpeech", "nominal")),
        ("TERM", typed("termNote", "partOfSpeech", "noun")),
    ),
    "T206": (
        ("TERM", "<min:partOfSpeech>noun</min:partOfSpeech>"),
        ("TERM", typed("termNote", "partOfSpeech", "noun")),
    ),
    "T207": (("CONCEPT", typed("admin", "source", "x")), ("TERM", typed("admin", "source", "x"))),
    "T301": ((ENGLISH, '<langSec xml:lang="en_US">'), (ENGLISH, '<langSec xml:lang="en-US">')),
    "T302": (("MORE", CHINESE.format("数据") + CHINESE.format("流动")), ("MORE", CHINESE.format("数据"))),
    "T303": (("MORE", CHINESE.format("網路")), ("MORE", CHINESE.format("网络"))),
    "T401": (("CONCEPT", REFERENCE.format("c9")), ("CONCEPT", REFERENCE.format("c1"))),
    "T402": (("MORE", SECOND.format("c1", "x")), ("MORE", SECOND.format("c2", "x"))),
    "T501": (("data flow", " "), ("", "")),
    "T502": (
        ("MORE", CHINESE.format("数据") + SECOND.format("c2", "data flow") + CHINESE.format("数据")),
        ("MORE", CHINESE.format("数据") + SECOND.format("c2", "data flow")),
    ),
    "T503": (("</termSec>", ANOTHER + "</termSec>"), ("TERM", PREFERRED)),
    "T504": (("TERM</termSec>", PREFERRED + ANOTHER + PREFERRED + "</termSec>"), ("TERM", PREFERRED)),
    "T505": (("</termSec>", "</termSec><termSec><term>data flow</term></termSec>"), ("", "")),
}


def made(old: str, new: str) -> XmlSource:
    """Return the file with one place filled or changed and the other places empty."""
    text = FILE.replace(old, new) if old else FILE
    for place in ("CONCEPT", "LANGUAGE", "TERM", "MORE"):
        text = text.replace(place, "")
    return read_source(text.encode(), "f.tbx")


def codes(verdict: Validation) -> set[str]:
    return {finding.code for finding in verdict.findings}


def test_every_rule_has_a_case() -> None:
    assert FAMILIES
    assert CASES.keys() == RULES.keys()


@pytest.mark.parametrize("code", CASES)
def test_a_rule_finds_its_fault_and_nothing_in_order(code: str) -> None:
    bad, good = CASES[code]
    verdict = validate_source(made(*bad))
    found = [finding for finding in verdict.findings if finding.code == code]
    assert len(found) >= 1
    assert all(finding.line and finding.column and finding.path and finding.hint for finding in found)
    assert all(RULES[code].severity is finding.severity for finding in found)
    assert codes(validate_source(made(*good))) <= {"T503"}


def test_a_rule_says_what_is_bad_and_what_is_good() -> None:
    for rule in RULES.values():
        assert "Bad: " in (rule.check.__doc__ or ""), rule.code
        assert "Good: " in (rule.check.__doc__ or ""), rule.code


def test_places_are_those_of_the_start_tags() -> None:
    verdict = validate_source(made("MORE", "<!-- <x> -->\n  中文<remark>x</remark>"))
    (finding,) = [finding for finding in verdict.findings if finding.code == "T101"]
    assert (finding.line, finding.column) == (10, 5)
    assert finding.path == "/tbx/text/body/conceptEntry/remark"


def test_the_command_says_it_in_json_and_with_its_status(termbase: Run, tmp_path: Path) -> None:
    (tmp_path / "bad.tbx").write_text(made(*CASES["T205"][0]).text, "utf-8")
    (tmp_path / "good.tbx").write_text(made("", "").text, "utf-8")
    done = termbase("tbx", "validate", "bad.tbx", "--format", "json", cwd=tmp_path)
    verdict = json.loads(done.stdout)
    assert done.returncode == 1
    assert list(verdict) == ["file", "valid", "version", "dialect", "findings", "concepts"]
    assert list(verdict["findings"][0]) == ["code", "severity", "line", "column", "path", "message", "hint"]
    assert (verdict["valid"], verdict["version"], verdict["dialect"], verdict["concepts"]) == (
        False,
        "3",
        "TBX-Basic",
        1,
    )
    done = termbase("tbx", "validate", "good.tbx", cwd=tmp_path)
    assert done.returncode == 0
    assert done.stdout == "good.tbx: valid TBX-Basic (version 3), 1 concept: no findings\n"
    done = termbase("tbx", "validate", "missing.tbx", cwd=tmp_path)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)


DIRTY = """<martif type="TBX-Basic" xml:lang="en"><!-- kept --><martifHeader><fileDesc><sourceDesc><p>x</p>
</sourceDesc></fileDesc></martifHeader><text><body><termEntry id="a"><langSet xml:lang="zh_CN">
<tig><note>n</note><term>数据</term></tig>
<tig><term>b</term><termNote type="usageStatus">Not recommended</termNote>
<termNote type="partOfSpeech">Noun</termNote>
<transacGrp><transac type="transactionType">creation</transac><date>20261122</date></transacGrp>
</tig></langSet></termEntry></body></text></martif>"""


def test_safe_mends_are_made_once_and_the_rest_stays(termbase: Run, tmp_path: Path) -> None:
    data, mends = fixed(read_source(DIRTY.encode(), "f.tbx"))
    text = data.decode()
    assert len(mends) == 7
    for mended in (
        'xml:lang="zh-CN"',
        "<tig><term>数据</term><note>n</note>",
        '<termNote type="administrativeStatus">deprecatedTerm-admn-sts<',
        ">noun<",
        ">origination<",
        ">2026-11-22<",
        "<!-- kept -->",
    ):
        assert mended in text
    assert fixed(read_source(data, "f.tbx")) == (b"", [])
    (tmp_path / "f.tbx").write_text(DIRTY, "utf-8")
    done = termbase("tbx", "validate", "--fix", "f.tbx", cwd=tmp_path)
    assert len(done.stderr.splitlines()) == 7
    assert (tmp_path / "f.tbx").read_bytes() == data


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("R&D", "R&D"),
        ("Q&A &amp; AT&T &#38; &#x26;", "Q&A & AT&T & &"),
        ("a < b <= c", "a < b <= c"),
        ("x&y; z&nbsp;", None),
        ("Caf&eacute; & bar", "Café & bar"),
        ("<![CDATA[a & b < c]]> & d", "a & b < c & d"),
    ],
)
def test_signs_that_can_only_be_text_are_escaped(
    termbase: Run, tmp_path: Path, written: str, text: str | None
) -> None:
    (tmp_path / "f.tbx").write_text(
        DIRTY.replace("<!-- kept -->", "<!-- a & b -->").replace("数据", written), "utf-8"
    )
    done = termbase("tbx", "validate", "--fix", "f.tbx", cwd=tmp_path)
    if text is None:
        assert done.stderr == "Error: f.tbx:3: uses an unknown entity: &y; (write the character itself)\n"
        return
    root = etree.fromstring((tmp_path / "f.tbx").read_bytes())
    assert root.findtext(".//term") == text
    assert b"<!-- a & b -->" in (tmp_path / "f.tbx").read_bytes()
    assert termbase("tbx", "validate", "--fix", "f.tbx", cwd=tmp_path).stderr == ""


def test_ids_are_made_valid_and_references_follow() -> None:
    body = """<termEntry id="7"><ref type="crossReference" target="8 a">x</ref><langSet xml:lang="en" id="b"><tig>
<term id="t">one</term></tig><tig><term id="t">two</term></tig></langSet></termEntry>
<termEntry id="b"><langSet xml:lang="en"><tig><term>three</term></tig></langSet></termEntry>
<termEntry id="8 a"><langSet xml:lang="en"><tig><term>four</term></tig></langSet></termEntry>"""
    text = re.sub("<termEntry.*</termEntry>", body, DIRTY, flags=re.DOTALL)
    data, mends = fixed(read_source(text.encode(), "f.tbx"))
    root = etree.fromstring(data)
    assert root.xpath("//@id") == ["c-7", "b-2", "t", "t-2", "b", "c-8-a"]
    assert root.xpath("//@target") == ["c-8-a"]
    assert len(mends) == 4
    assert not [one for one in validate_source(read_source(data, "f.tbx")).findings if one.code in ("T109", "T402")]
    assert fixed(read_source(data, "f.tbx")) == (b"", [])


@pytest.mark.parametrize(
    ("written", "tag"),
    [
        ("Chinese (Taiwan)", "zh-TW"),
        ("简体中文", "zh-CN"),
        ("Chinese", "zh"),
        ("Klingon", "Klingon"),
        ("zh-TW", "zh-TW"),
    ],
)
def test_languages_by_name_get_their_tags(termbase: Run, tmp_path: Path, written: str, tag: str) -> None:
    (tmp_path / "f.tbx").write_text(DIRTY.replace("zh_CN", written).replace("数据", "資料"), "utf-8")
    shown = termbase("tbx", "convert", "f.tbx", "--to", "csv", "--out", "-", cwd=tmp_path)
    termbase("tbx", "validate", "--fix", "f.tbx", cwd=tmp_path)
    root = etree.fromstring((tmp_path / "f.tbx").read_bytes())
    assert root.find(".//langSet").get("{http://www.w3.org/XML/1998/namespace}lang") == tag
    expected = {"zh": "zh-TW", "Klingon": "und"}.get(tag, tag)
    assert shown.stdout.splitlines()[0].split(",")[1] == expected


def test_an_error_says_that_it_can_be_repaired(termbase: Run, tmp_path: Path) -> None:
    (tmp_path / "f.tbx").write_text(DIRTY.replace("数据", "R&D"), "utf-8")
    done = termbase("tbx", "stats", "f.tbx", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (
        2,
        "Error: f.tbx:3:29: is not well-formed XML: a & that begins no name such as &amp; must be written &amp; "
        "(termbase tbx validate --fix does so where & or < can only be text)\n",
    )


@pytest.mark.parametrize("options", [(), ("--fix",)])
def test_a_file_that_is_not_well_formed_is_invalid_and_others_are_checked(
    termbase: Run, tmp_path: Path, options: tuple[str, ...]
) -> None:
    (tmp_path / "cut.tbx").write_text(FILE[: len(FILE) // 2], "utf-8")
    (tmp_path / "good.tbx").write_text(FILE, "utf-8")
    done = termbase("tbx", "validate", "cut.tbx", "good.tbx", "--format", "json", *options, cwd=tmp_path)
    cut, good = json.loads(done.stdout)
    assert done.returncode == 1
    assert (cut["file"], cut["valid"], cut["concepts"]) == ("cut.tbx", False, 0)
    assert [finding["code"] for finding in cut["findings"]] == ["T100"]
    assert (good["file"], good["dialect"]) == ("good.tbx", "TBX-Basic")
    text = termbase("tbx", "validate", "cut.tbx", cwd=tmp_path).stdout
    assert "error T100: is not well-formed XML: it ends before" in text
    (tmp_path / "no.tbx").write_text("en,zh\n", "utf-8")
    assert termbase("tbx", "validate", "no.tbx", cwd=tmp_path).returncode == 2


@pytest.mark.parametrize(
    ("old", "new", "code", "hint"),
    [
        ('<langSec xml:lang="en">LANGUAGE', '<langSet xml:lang="en">', "T101", "in version 3 write <langSec>"),
        ("<conceptEntry", "<termEntry", "T101", "in version 3 write <conceptEntry>"),
        ("termSec>", "tig>", "T101", "in version 3 write <termSec>"),
        ("termSec>", "ntig>", "T101", "in version 3 write <termSec>"),
        (
            "TERM",
            "<min:wrong target='c9'>x</min:wrong>",
            "T401",
            "add an element with that id, or remove the target",
        ),
        ("TERM", "<min:partOfSpeech kind='x'>noun</min:partOfSpeech>", "T108", "remove kind"),
        ("<p>", "<p type=''>", "T107", "name a data category"),
        ("CONCEPT", DATED.format("2026-11-22Z") + "<remark/>", "T101", ""),
    ],
)
def test_a_name_of_the_other_version_or_of_no_module_is_found(old: str, new: str, code: str, hint: str) -> None:
    text = FILE.replace(old, new)
    if new.startswith("<langSet"):
        text = text.replace("</langSec>", "</langSet>")
    elif new == "<termEntry":
        text = text.replace("</conceptEntry>", "</termEntry>")
    for place in ("CONCEPT", "LANGUAGE", "TERM", "MORE"):
        text = text.replace(place, "")
    found = validate_source(read_source(text.encode(), "f.tbx")).findings
    assert (code, True) in [(finding.code, hint in finding.hint) for finding in found]
    assert "T110" not in {finding.code for finding in found}


def test_the_mend_of_a_place_or_a_tag_leaves_nothing_behind() -> None:
    text = DIRTY.replace("<note>n</note><term>数据</term>", "<note>n</note><term>数据</term>after").replace(
        'xml:lang="zh_CN"', 'lang="zh-CN"'
    )
    data, _ = fixed(read_source(text.encode(), "f.tbx"))
    assert "<tig><term>数据</term>after<note>n</note>" in data.decode()
    assert '<langSet xml:lang="zh-CN">' in data.decode()


def test_preferred_terms_of_two_regions_and_terms_of_both_scripts_are_in_order() -> None:
    regional = PREFERRED + typed("termNote", "geographicalUsage", "{}")
    terms = regional.format("US") + "</termSec><termSec><term>flow of data</term>" + regional.format("GB")
    assert "T504" not in codes(validate_source(made("TERM", terms)))
    assert "T504" in codes(validate_source(made("TERM", terms.replace("GB", "US"))))
    assert "T303" not in codes(validate_source(made("MORE", CHINESE.format("人民"))))


def test_a_dialect_has_no_category_of_another() -> None:
    for dialect, is_found in (("TBX-Min", True), ("TBX-Basic", False)):
        text = FILE.replace("TBX-Basic", dialect).replace("TERM", typed("descrip", "context", "x"))
        for place in ("CONCEPT", "LANGUAGE", "MORE"):
            text = text.replace(place, "")
        assert ("T202" in codes(validate_source(read_source(text.encode(), "f.tbx")))) is is_found


def test_version_2_has_no_names_of_version_3_and_core_no_module() -> None:
    text = DIRTY.replace("langSet", "langSec")
    hints = [finding.hint for finding in validate_source(read_source(text.encode(), "f.tbx")).findings]
    assert "in version 2 write <langSet>" in hints
    text = FILE.replace("TBX-Basic", "TBX-Core").replace('"dca"', '"dct"')
    text = text.replace("TERM", "<min:partOfSpeech>noun</min:partOfSpeech>")
    for place in ("CONCEPT", "LANGUAGE", "MORE"):
        text = text.replace(place, "")
    assert "T202" in codes(validate_source(read_source(text.encode(), "f.tbx")))


def test_warnings_do_not_make_a_file_invalid() -> None:
    verdict = validate_source(made(*CASES["T303"][0]))
    assert verdict.is_valid
    assert {finding.severity for finding in verdict.findings} == {Severity.WARNING}
