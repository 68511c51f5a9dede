"""Conversion between the forms of TBX: nothing is lost, official validators accept it, tools can read it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree

from termbase.errors import TermbaseError
from termbase.exchange import Options, convert
from termbase.model import (
    AdministrativeStatus,
    ConceptEntry,
    Context,
    Definition,
    Extra,
    LanguageSection,
    Markup,
    TermSection,
    TermType,
    Termbase,
    Transaction,
    TransactionType,
)
from termbase.tbx.fit.fit_dialect import needed_dialect
from termbase.tbx.reader import load, load_with_findings, read
from termbase.tbx.standard.identifiers import standard_date
from termbase.tbx.writer import dump
from termbase.tbx.xml.markup import dca_name
from termbase.tbx.xml.serialize import TbxForm
from tests.conftest import Run
from tests.judges import judge_tbx
from tests.termbases import rich_termbases

ROUND = (TbxForm.TBX2, TbxForm.TBX3_DCA, TbxForm.TBX3_DCT, TbxForm.TBX2)
SAMPLES = ("samples/tbx2/*.tbx", "samples/tbx3/*VALID.tbx", "samples/ref/*.tbx", "dev/lint/termbase.tbx")


def around(termbase: Termbase) -> Termbase:
    for form in ROUND:
        termbase = load(dump(termbase, form, needed_dialect(termbase)), "around.tbx")
    return termbase


@given(rich_termbases())
def test_nothing_is_lost_from_version_2_to_3_and_back(termbase: Termbase) -> None:
    again = around(termbase)
    assert again.entries == termbase.entries
    assert again.title == termbase.title


@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(rich_termbases().filter(lambda termbase: bool(termbase.entries)))
def test_every_form_is_valid_to_its_judge(shared: Path, tmp_path: Path, termbase: Termbase) -> None:
    for form in ("tbx3-dca", "tbx3-dct", "tbx-min"):
        (tmp_path / "out.tbx").write_bytes(convert(termbase, form).data)
        assert judge_tbx(shared, tmp_path / "out.tbx")["valid"], form
    assert _faults_of_version_2(shared, convert(termbase, "tbx2").data) == []


def test_every_sample_goes_around_with_every_element_and_comes_out_valid(shared: Path, tmp_path: Path) -> None:
    files = [file for pattern in SAMPLES for file in sorted(shared.glob(pattern))]
    assert len(files) > 18
    for file in files:
        termbase = read(str(file))
        assert _lost(file.read_bytes(), dump(around(termbase), TbxForm.TBX2)) == Counter(), file.name
        for form in ("tbx3-dca", "tbx3-dct", "tbx-min"):
            (tmp_path / "out.tbx").write_bytes(convert(termbase, form).data)
            assert judge_tbx(shared, tmp_path / "out.tbx")["valid"], (file.name, form)
        assert _faults_of_version_2(shared, convert(termbase, "tbx2").data) == [], file.name


def test_every_sample_keeps_terms_statuses_notes_dates_and_ids_through_the_dialects(shared: Path) -> None:
    for file in (file for pattern in SAMPLES for file in sorted(shared.glob(pattern))):
        before = after = read(str(file))
        for form in ROUND:
            after = load(convert(after, form).data, "around.tbx")
        for old, new in zip(before, after, strict=True):
            assert set(old.notes) <= set(new.notes), file.name
            kept = [term for _, term in old.terms() if term.term]  # empty terms are not written
            for one, (_, other) in zip(kept, new.terms(), strict=True):
                assert (one.term, one.status, one.id) == (other.term, other.status, other.id), file.name
                assert set(one.notes) <= set(other.notes), file.name
                dates = [standard_date(transaction.date) for transaction in one.transactions]
                assert dates == [transaction.date for transaction in other.transactions], file.name


def _lost(before: bytes, after: bytes) -> Counter[tuple[str, str, str]]:
    return _bag(before) - _bag(after)


def _bag(data: bytes) -> Counter[tuple[str, str, str]]:
    """Count comments, and elements with their category, attributes (without xml:lang) and text."""
    root = etree.fromstring(data)
    bag = Counter(("comment", "", comment.text) for comment in root.xpath("//comment()"))
    for element in root.iter(etree.Element):
        name, category = dca_name(element.tag)
        attributes = {str(key): str(value) for key, value in element.items() if not str(key).endswith("}lang")}
        attributes.pop("metaType", None)
        if name not in ("tbx", "termGrp", "descripGrp"):
            bag[
                name, str(sorted((attributes | ({"type": category} if category else {})).items())), _text(element)
            ] += 1
    return bag


def _text(element: etree._Element) -> str:
    return " ".join((element.text or "").split())


def _faults_of_version_2(shared: Path, data: bytes) -> list[str]:
    dtd = etree.DTD(str(shared / "schemas" / "tbx2" / "TBXcoreStructV02.dtd"))
    document = etree.fromstring(data)
    return [] if dtd.validate(document) else [str(error) for error in dtd.error_log]


def entry(*terms: TermSection, tag: str = "en", **other: object) -> ConceptEntry:
    return replace(ConceptEntry("c1", (LanguageSection(tag, terms),)), **other)  # type: ignore[arg-type]


def test_a_full_form_is_written_as_long_as_its_value_stands() -> None:
    data = """<martif type="TBX-Basic"><text><body><termEntry id="c"><descripGrp>
<descrip type="definition">old</descrip><admin type="source">a book</admin></descripGrp>
<langSet xml:lang="en"><tig><term>x <hi>y</hi></term></tig></langSet></termEntry></body></text></martif>"""
    termbase = load(data.encode(), "f.tbx")
    (concept,) = termbase.entries
    assert concept.definitions == (Definition("old", "a book"),)
    assert b"a book" in dump(termbase)
    assert b"<hi>y</hi>" in dump(termbase)
    changed = replace(termbase, entries=(replace(concept, definitions=(Definition("new"),)),))
    assert b"a book" not in dump(changed)
    assert b"old" not in dump(changed)
    assert b"new" in dump(changed)


@pytest.mark.parametrize(
    ("category", "word", "status"),
    [
        ("administrativeStatus", "preferred", "preferred"),
        ("administrativeStatus", "notRecommended", "deprecated"),
        ("administrativeStatus", "Obsolete", "superseded"),
        ("usageStatus", "admitted", "admitted"),
        ("normativeAuthorization", "deprecatedTerm", "deprecated"),
        ("Status", "Do not use", "deprecated"),
        ("administrativeStatus", "ADMITTED-TERM-ADMN-STS", "admitted"),
    ],
)
def test_a_status_is_read_in_any_spelling_and_said(category: str, word: str, status: str) -> None:
    reading = load_with_findings(_term(f'<termNote type="{category}">{word}</termNote>'), "f.tbx")
    (term,) = [term for concept in reading.termbase for _, term in concept.terms()]
    assert term.status == AdministrativeStatus(status)
    assert [finding.code for finding in reading.findings] == ["T603"]
    assert f"{status}Term-admn-sts".encode() in dump(reading.termbase)


def _term(inner: str) -> bytes:
    return (
        f'<martif type="TBX-Basic" xml:lang="en"><text><body><termEntry id="c"><langSet xml:lang="en"><tig>'
        f"<term>t</term>{inner}</tig></langSet></termEntry></body></text></martif>"
    ).encode()


@pytest.mark.parametrize(
    ("element", "said"),
    [
        ('<descrip type="Part of Speech">noun</descrip>', "T604"),
        ('<termNote type="part-of-speech">noun</termNote>', "T604"),
        ('<admin type="partOfSpeech">noun</admin>', "T604"),
    ],
)
def test_a_category_is_read_by_other_names_and_said(element: str, said: str) -> None:
    reading = load_with_findings(_term(element), "f.tbx")
    assert next(reading.termbase.entries[0].terms())[1].part_of_speech == "noun"
    assert [finding.code for finding in reading.findings] == [said]
    assert b'<termNote type="partOfSpeech">noun</termNote>' in dump(reading.termbase)


def test_a_transaction_is_read_in_another_word_and_said() -> None:
    group = (
        '<transacGrp id="g"><transac type="transactionType">creation</transac><date>2026-11-22</date></transacGrp>'
    )
    reading = load_with_findings(_term(group), "f.tbx")
    assert [finding.code for finding in reading.findings] == ["T603"]
    (transaction,) = next(reading.termbase.entries[0].terms())[1].transactions
    assert (transaction.type, transaction.date) == (TransactionType.ORIGINATION, "2026-11-22")
    assert b'<transacGrp id="g">' in dump(reading.termbase)


def test_only_the_note_of_a_term_marks_it_proposed() -> None:
    data = _term("<note>proposed</note>").replace(b"<langSet", b"<note>proposed</note><langSet")
    (concept,) = load(data, "f.tbx").entries
    assert concept.notes == ("proposed",)
    assert next(concept.terms())[1].proposed


def test_an_unknown_status_is_kept_and_said() -> None:
    reading = load_with_findings(_term('<termNote type="administrativeStatus">Draft</termNote>'), "f.tbx")
    assert [finding.code for finding in reading.findings] == ["T602"]
    assert b">Draft<" in dump(reading.termbase, TbxForm.TBX2)


def test_the_older_tbx_min_is_read() -> None:
    data = """<TBX dialect="TBX-Min"><header><id>Small</id><languages source="de" target="en"/></header><body>
<entry id="C1"><subjectField>biology</subjectField><langGroup xml:lang="en"><termGroup><term>dog</term>
<noteGrp><note><noteKey>animal</noteKey><noteValue>yes</noteValue></note></noteGrp><customer>SAP</customer>
<termStatus>preferred</termStatus><partOfSpeech>noun</partOfSpeech></termGroup></langGroup></entry></body></TBX>"""
    termbase = load(data.encode(), "old.tbx")
    ((language, term),) = termbase.entries[0].terms()
    assert (termbase.title, language, termbase.entries[0].subject_field) == ("Small", "en", "biology")
    assert (term.term, term.status, term.part_of_speech) == ("dog", AdministrativeStatus.PREFERRED, "noun")
    assert term.notes == ("animal: yes",)
    assert b'<admin type="customerSubset">SAP</admin>' in dump(termbase)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "gbk", "gb2312", "gb18030", "big5"])
def test_every_declared_encoding_is_read(encoding: str) -> None:
    name = {"utf-8-sig": "utf-8"}.get(encoding, encoding)
    text = f'<?xml version="1.0" encoding="{name}"?>\n' + _term("").decode().replace("<term>t", "<term>人民")
    ((_, term),) = load(text.encode(encoding), "f.tbx").entries[0].terms()
    assert term.term == "人民"


def test_what_stands_outside_its_place_is_kept_or_said() -> None:
    data = b"""<tbx><text><admin type="x">lost</admin><body><conceptEntry><langSec xml:lang="---">stray<termSec>
<term>a</term><term>b</term></termSec></langSec></conceptEntry></body></text></tbx>"""
    reading = load_with_findings(data, "f.tbx")
    assert {finding.code for finding in reading.findings} == {"T605", "T606", "T607", "T608", "T609"}
    assert all(finding.line for finding in reading.findings)
    (section,) = reading.termbase.entries[0].languages
    assert [term.term for term in section.terms] == ["a", "b"]
    assert section.language == "und"
    assert b"<note>stray</note>" in dump(reading.termbase)


COMMENTED = """<?xml version="1.0"?><!-- by the house --><?pi of it?><?xml-model href="own.rng"?>
<martif type="TBX-Basic" xml:lang="en"><martifHeader><!-- header --><fileDesc><sourceDesc><p>x<!-- para --></p>
</sourceDesc></fileDesc></martifHeader><text><body><!-- chapter --><termEntry id="c"><!-- concept -->
<langSet xml:lang="en"><!-- language --><tig><term>data<!-- in --> flow</term><!-- term --><?pi in it?>
</tig></langSet></termEntry><!-- end --></body></text></martif><!-- after -->"""


@pytest.mark.parametrize("form", ROUND)
def test_comments_and_instructions_are_kept_but_for_the_name_of_a_schema(form: TbxForm) -> None:
    reading = load_with_findings(COMMENTED.encode(), "f.tbx")
    assert reading.findings == ()
    assert next(reading.termbase.entries[0].terms())[1].term == "data flow"
    converted = convert(around(reading.termbase), form)
    assert not converted.findings
    text = converted.data.decode()
    for word in ("by the house", "header", "para", "chapter", "concept", "language", "in", "term", "end", "after"):
        assert f"<!-- {word} -->" in text
    assert "<?pi of it?>" in text[: text.index("<body>")]
    assert "<?pi in it?>" in text[text.index("<body>") :]
    assert "own.rng" not in text
    assert load(converted.data, "f.tbx").entries[0] == reading.termbase.entries[0]


def test_what_is_skipped_or_kept_elsewhere_is_said_with_its_place() -> None:
    data = b"""<?xml version="1.0"?>
<tbx><!-- one --><foo/>
  <text>stray<body><conceptEntry id="c"><langSec xml:lang="en"><!-- two
-->in<termSec
><term>a</term></termSec></langSec></conceptEntry>between<wrong>
 <conceptEntry id="d"><langSec xml:lang="en"><termSec><term>b</term></termSec></langSec></conceptEntry>
</wrong><!-- three -->after</body></text></tbx>"""
    reading = load_with_findings(data, "f.tbx")
    places = [(finding.code, finding.line, finding.column) for finding in reading.findings]
    assert places == [
        ("T609", 2, 18),
        ("T609", 3, 3),
        ("T609", 3, 20),
        ("T605", 3, 41),
        ("T609", 5, 58),
        ("T609", 6, 55),
    ]
    assert [entry.id for entry in reading.termbase] == ["c", "d"]


def test_a_comment_between_concepts_stays_with_the_one_that_it_stands_before() -> None:
    data = _term("").replace(b"</body>", b'<!-- next --><termEntry id="d"/></body>')
    first, second = load(data, "f.tbx").entries
    assert (first.extras, [extra.element.text() for extra in second.extras]) == ((), [" next "])


def test_the_id_of_a_term_is_read() -> None:
    data = _term("").replace(b"<tig>", b'<tig id="t1">')
    assert next(load(data, "f.tbx").entries[0].terms())[1].id == "t1"


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("20261122", "2026-11-22"),
        ("2026-11-22Z", "2026-11-22Z"),
        ("20261122+08:00", "2026-11-22+08:00"),
        ("20010507T10:57:25Z", "2001-05-07T10:57:25Z"),
        ("2001-05-07T10:57:25+08:00", "2001-05-07T10:57:25+08:00"),
        ("22/11/2026", None),
        ("", ""),
    ],
)
def test_a_date_is_spelled_as_the_standard_wants_it(text: str, date: str | None) -> None:
    assert standard_date(text) == date


def test_names_of_html_are_read_as_characters_and_said() -> None:
    reading = load_with_findings(_term("<note>a&nbsp;b &amp; c</note>"), "f.tbx")
    ((_, term),) = reading.termbase.entries[0].terms()
    assert term.notes == ("a\xa0b & c",)
    assert [finding.code for finding in reading.findings] == ["T601"]


FULL = TermSection(
    "PIPL",
    AdministrativeStatus.PREFERRED,
    "properNoun",
    TermType.ACRONYM,
    "CN",
    (Context("a sentence", "a report"),),
    ("a note",),
    (Transaction(TransactionType.MODIFICATION, "Ann", "20261122"),),
)


@pytest.mark.parametrize(
    ("options", "notes"),
    [
        (Options(), {"a note", "partOfSpeech: properNoun"}),
        (
            Options(dialect=next(iter(needed_dialect.__globals__["Dialect"]))),
            {
                "a note",
                "partOfSpeech: properNoun",
                "termType: acronym",
                "geographicalUsage: CN",
                "administrativeStatus: preferredTerm-admn-sts",
                "context: a sentence; source: a report",
                "transaction: modification; responsibility: Ann; date: 20261122",
            },
        ),
    ],
)
def test_what_a_dialect_has_no_place_for_becomes_a_note_and_is_said(options: Options, notes: set[str]) -> None:
    converted = convert(Termbase((entry(FULL),)), "tbx3-dca", options)
    ((_, term),) = converted.termbase.entries[0].terms()
    assert set(term.notes) == notes
    assert {finding.code for finding in converted.findings} <= {"T701", "T705"}
    assert len(converted.findings) >= len(notes) - 1


def test_ids_and_dates_are_written_as_the_standard_wants_them() -> None:
    reference = Extra(Markup("ref", (("type", "crossReference"), ("target", "17")), ("see",)))
    termbase = Termbase((entry(FULL, id="17", extras=(reference,)), entry(FULL, id="17")))
    converted = convert(termbase, "tbx3-dca")
    assert [concept.id for concept in converted.termbase] == ["c-17", "c-17-2"]
    said = [finding.message for finding in converted.findings if finding.code == "T703"]
    assert len(said) == 2
    assert said[1] == "id '17' is already used: written as 'c-17-2'"
    assert b'target="c-17"' in converted.data
    assert b"<date>2026-11-22</date>" in converted.data


def test_a_selection_gives_no_other_script_and_no_unwanted_status() -> None:
    terms = (
        TermSection("数据", AdministrativeStatus.PREFERRED),
        TermSection("網路", AdministrativeStatus.ADMITTED),
        TermSection("资料", AdministrativeStatus.DEPRECATED),
        TermSection("数据流"),
    )
    options = Options(languages=["zh-CN"], statuses=[AdministrativeStatus.PREFERRED, AdministrativeStatus.ADMITTED])
    converted = convert(Termbase((entry(*terms, tag="zh-Hans-CN"),)), "tbx2", options)
    assert [term.term for _, term in converted.termbase.entries[0].terms()] == ["数据", "数据流"]
    assert [finding.code for finding in converted.findings] == ["T706", "T706"]


def test_strict_refuses_what_would_be_moved(termbase: Run, tmp_path: Path) -> None:
    (tmp_path / "in.tbx").write_bytes(dump(Termbase((entry(FULL),)), TbxForm.TBX2))
    arguments = ("tbx", "convert", "in.tbx", "--out", "out.tbx", "--to", "tbx3-dca")
    done = termbase(*arguments, "--strict", cwd=tmp_path)
    assert done.returncode == 2
    assert "T701" in done.stderr
    assert not (tmp_path / "out.tbx").exists()
    assert termbase(*arguments, cwd=tmp_path).returncode == 0
    assert termbase(*arguments, cwd=tmp_path).returncode == 2  # the file exists now
    assert termbase(*arguments, "--force", cwd=tmp_path).returncode == 0


def test_equal_sections_stay_two_and_a_section_that_two_tags_mean_is_taken_once() -> None:
    sections = (LanguageSection("en-US", (TermSection("data"),)),) * 2
    termbase = Termbase((ConceptEntry("c", sections),))
    for languages in ([], ["en"], ["en-US", "en"]):
        converted = convert(termbase, "tbx2", Options(languages=languages))
        assert converted.termbase.entries[0].languages == sections


def test_an_attribute_keeps_its_line_ends() -> None:
    reference = Extra(Markup("admin", (("type", "a\nb\tc"),), ("x",)))
    (concept,) = load(dump(Termbase((entry(TermSection("data"), extras=(reference,)),))), "f.tbx").entries
    assert concept.extras == (reference,)


def test_grouped_notes_of_version_2_are_written_after_the_term() -> None:
    group = Extra(Markup("termNoteGrp", (), (Markup("termNote", (("type", "register"),), ("x",)),)))
    parts = Extra(Markup("termCompList", (("type", "hyphenation"),), (Markup("termComp", (), ("da",)),)))
    data = dump(Termbase((entry(TermSection("data", extras=(parts, group))),)), TbxForm.TBX2)
    assert b"<ntig>" in data
    assert data.index(b"<term>") < data.index(b"<termNoteGrp>") < data.index(b"<termCompList")


def test_script_tags_are_written_when_asked() -> None:
    for tag, written in (("zh-Hans-CN", "zh-Hans"), ("zh-Hant-TW", "zh-Hant"), ("zh-Hant-HK", "zh-Hant-HK")):
        data = convert(Termbase((entry(TermSection("人民"), tag=tag),)), "tbx2", Options(tags="script")).data
        assert f'<langSet xml:lang="{written}">'.encode() in data


def _hundred() -> Termbase:
    return Termbase(
        tuple(
            ConceptEntry(
                f"c{number}",
                (
                    LanguageSection("en", (TermSection(f"digital term {number}"),)),
                    LanguageSection("zh-Hans-CN", (TermSection(f"数字术语{number}"),)),
                    LanguageSection("zh-Hant-TW", (TermSection(f"數位術語{number}"),)),
                ),
            )
            for number in range(100)
        )
    )


@pytest.mark.skipif(
    not Path("/usr/share/omegat/OmegaT.jar").exists() or not shutil.which("javac"), reason="OmegaT is not installed"
)
@pytest.mark.parametrize(("form", "name"), [("tbx2", "out.tbx"), ("omegat", "out.txt")])
def test_omegat_reads_every_pair(shared: Path, tmp_path: Path, form: str, name: str) -> None:
    data = convert(_hundred(), form, Options(languages=["en", "zh-CN"])).data
    (tmp_path / name).write_bytes(data)
    tool = shared / "tools" / "cat_client_check.sh"
    environment = os.environ | {"CAT_PY": sys.executable, "CAT_MAX_ROWS": "200"}
    done = subprocess.run(
        ["bash", str(tool), "-", str(tmp_path / name), "EN", "ZH-CN"],
        capture_output=True,
        encoding="utf-8",
        env=environment,
        check=True,
    )
    clients = json.loads(done.stdout)["clients"]
    assert clients["omegat"]["glossary"]["entries"] == 100
    assert not any("術" in row[1] for row in clients["omegat"]["glossary"]["rows"])
    if form == "tbx2":
        assert clients["translate_toolkit"]["tbx_with_languages"]["terms"] == 200


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b'<!DOCTYPE tbx [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><tbx>&b;</tbx>', "declares entities"),
        (b'<!DOCTYPE tbx [<!ENTITY % p SYSTEM "file:///etc/passwd"> %p;]><tbx/>', "declares entities"),
        (b'<!-- <a> --><!DOCTYPE tbx [<!ENTITY a "aa">]><tbx>&a;</tbx>', "declares entities"),
        (b'<!DOCTYPE tbx SYSTEM "<!--" [<!ENTITY a "aa">]><tbx>&a;<!-- --></tbx>', "declares entities"),
        (b'<!DOCTYPE tbx SYSTEM "file:///etc/passwd"><tbx>&x;</tbx>', "uses an unknown entity"),
        (b"<tbx>" + b"<a>" * 100_000 + b"</a>" * 100_000 + b"</tbx>", "nests its elements too deeply"),
        (b"<tbx><term>" + b"a" * 20_000_000 + b"</term></tbx>", "a text of more than 10 MB"),
        (b"<tbx>" + b"<a/>" * 1_100_000 + b"</tbx>", "has 1,100,001 elements for 0 concepts"),
        (b'<?xml version="1.0" encoding="utf-8"?><tbx>\xca\xfd</tbx>', "not in the encoding that it declares"),
        (b'<?xml version="1.0" encoding="utf-16"?><tbx/>', "declares UTF-16 but is in another encoding"),
        (b'<?xml version="1.0" encoding="zip"?><tbx/>', "unknown encoding"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_hostile_files_are_refused(data: bytes, message: str) -> None:
    with pytest.raises(TermbaseError, match=message):
        load(data, "f.tbx")


@pytest.mark.parametrize(
    ("form", "dialect", "is_said"),
    [
        ("tbx2", "linguist", True),
        ("tbx-min", "basic", True),
        ("csv", "core", True),
        ("tbx2", "basic", False),
        ("tbx-min", "min", False),
        ("tbx3-dct", "linguist", False),
    ],
)
def test_a_dialect_that_the_format_does_not_have_is_reported(
    termbase: Run, tmp_path: Path, form: str, dialect: str, is_said: bool
) -> None:
    (tmp_path / "a.csv").write_text("en,zh-CN\nbridge,桥\n", "utf-8")
    done = termbase("tbx", "convert", "a.csv", "--to", form, "--dialect", dialect, "--out", "b", cwd=tmp_path)
    assert (done.returncode, f"--dialect {dialect} has no effect on {form}" in done.stderr) == (0, is_said)
