"""MultiTerm XML is read with its fields at the level at which they stand."""

from __future__ import annotations

from pathlib import Path

import pytest

from termbase import read_with_findings
from termbase.errors import TermbaseError
from termbase.model import AdministrativeStatus, Context, Definition, PartOfSpeech, Transaction, TransactionType
from tests.conftest import Run

TEXT = """<?xml version="1.0" encoding="{encoding}"?>
<mtf>
<conceptGrp><concept>7</concept><system type="entryClass">1</system>
 <transacGrp><transac type="origination">ann</transac><date>2026-01-02T10:00:00</date></transacGrp>
 <descripGrp><descrip type="Subject">geography</descrip></descripGrp>
 <descripGrp><descrip type="Definition">water in a hollow</descrip></descripGrp>
 <languageGrp><language type="English" lang="EN-GB"/>
  <descripGrp><descrip type="Note">inland</descrip></descripGrp>
  <termGrp><term>lake</term>
   <descripGrp><descrip type="Status">Approved</descrip></descripGrp>
   <descripGrp><descrip type="Part of Speech">noun</descrip></descripGrp>
   <descripGrp><descrip type="Depth">deep</descrip></descripGrp></termGrp>
  <termGrp><term>mere</term><descripGrp><descrip type="Status">Forbidden</descrip></descripGrp></termGrp>
 </languageGrp>
 <languageGrp><language type="Chinese (Taiwan)" lang=""/>
  <descripGrp><descrip type="定义">陸地上的水</descrip></descripGrp>
  <termGrp><term>湖</term></termGrp>
 </languageGrp>
</conceptGrp>
</mtf>
"""


@pytest.mark.parametrize(
    ("name", "encoding"), [("t.xml", "UTF-8"), ("t.mtf", "UTF-16"), ("t.mtf.xml", "UTF-16"), ("t.txt", "UTF-8")]
)
def test_each_field_is_read_at_its_level(tmp_path: Path, name: str, encoding: str) -> None:
    (tmp_path / name).write_bytes(TEXT.format(encoding=encoding).encode(encoding))
    reading = read_with_findings(str(tmp_path / name))
    (entry,) = reading.termbase
    assert (entry.id, entry.subject_field, entry.definitions) == (
        "7",
        "geography",
        (Definition("water in a hollow"),),
    )
    english, chinese = entry.languages
    assert (english.language, english.notes) == ("en-GB", ("inland",))
    lake, mere = english.terms
    assert (lake.term, lake.status, lake.part_of_speech) == (
        "lake",
        AdministrativeStatus.PREFERRED,
        PartOfSpeech.NOUN,
    )
    assert lake.notes == ("Depth: deep",)
    assert mere.status is AdministrativeStatus.DEPRECATED
    assert (chinese.language, chinese.definitions) == ("zh-Hant-TW", (Definition("陸地上的水"),))
    told = [(finding.code, finding.line, finding.message) for finding in reading.findings]
    assert told == [
        ("T701", 12, "Depth is moved to a note: deep"),
        ("T707", 0, "left out, since a termbase has no place for them: 1 system"),
    ]


def test_who_changed_a_concept_or_term_and_when_is_kept(termbase: Run, tmp_path: Path) -> None:
    made = '<transacGrp><transac type="{}">{}</transac><date>2026-03-04T05:06:07</date></transacGrp>'
    text = TEXT.format(encoding="UTF-8").replace(
        "<term>mere</term>", "<term>mere</term>" + made.format("input", "bea")
    )
    text = text.replace(
        'lang=""/>', 'lang=""/>' + made.format("modification", "cy") + made.format("check-in", "dan")
    )
    (tmp_path / "t.xml").write_text(text, "utf-8")
    assert termbase("tbx", "convert", "t.xml", "--out", "t.tbx", cwd=tmp_path).returncode == 0
    assert termbase("tbx", "validate", "t.tbx", cwd=tmp_path).stdout.startswith("t.tbx: valid")
    written = read_with_findings(str(tmp_path / "t.tbx")).termbase.entries[0]
    assert written.languages[0].terms[1].transactions == (
        Transaction(TransactionType.ORIGINATION, "bea", "2026-03-04"),
    )
    texts = [
        [part if isinstance(part, str) else part.text() for part in extra.element.content]
        for extra in (*written.extras, *written.languages[1].extras)
    ]
    assert texts == [["origination", "ann", "2026-01-02"], ["modification", "cy", "2026-03-04"]]
    assert read_with_findings(str(tmp_path / "t.xml")).findings[-1].message.endswith("1 system, 1 transacGrp")


def test_an_unknown_language_is_told(tmp_path: Path) -> None:
    text = TEXT.format(encoding="UTF-8").replace('type="English" lang="EN-GB"', 'type="Klingon" lang="xx-yy"')
    (tmp_path / "t.xml").write_text(text, "utf-8")
    reading = read_with_findings(str(tmp_path / "t.xml"))
    assert reading.termbase.entries[0].languages[0].language == "und"
    assert reading.findings[0].message == "the language 'xx-yy Klingon' is not known: read as `und`"


def test_a_damaged_file_is_refused_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "t.xml").write_text(TEXT.format(encoding="UTF-8").replace("</termGrp>", "", 1), "utf-8")
    with pytest.raises(TermbaseError, match=r"t\.xml:\d+:\d+: is not well-formed XML"):
        read_with_findings(str(tmp_path / "t.xml"))


def test_it_can_be_converted_and_looked_up(termbase: Run, tmp_path: Path) -> None:
    (tmp_path / "t.xml").write_text(TEXT.format(encoding="UTF-8"), "utf-8")
    assert termbase("tbx", "convert", "t.xml", "--out", "t.tbx", cwd=tmp_path).returncode == 0
    assert termbase("tbx", "validate", "t.tbx", cwd=tmp_path).returncode == 0
    assert "lake" in termbase("lookup", "湖", "--termbase", "t.xml", cwd=tmp_path).stdout


NESTED = """<mtf><conceptGrp><concept>3</concept>
<languageGrp><language type="Chinese" lang="ZH"/>
 <descripGrp><descrip type="Definition">水邊的路</descrip>
  <descripGrp><descrip type="Source">辭典</descrip></descripGrp></descripGrp>
 <termGrp><term>碼頭</term>
  <descripGrp><descrip type="Context">碼頭關閉</descrip>
   <descripGrp><descrip type="Source">報紙</descrip></descripGrp>
   <transacGrp/></descripGrp></termGrp></languageGrp>
<languageGrp><language type="English" lang="EN"/><descripGrp><descrip type="Note">no term yet</descrip></descripGrp>
</languageGrp></conceptGrp></mtf>"""


def test_fields_of_fields_and_languages_without_terms_are_read(tmp_path: Path) -> None:
    (tmp_path / "t.xml").write_text(NESTED, "utf-8")
    reading = read_with_findings(str(tmp_path / "t.xml"))
    (entry,) = reading.termbase
    (section,) = entry.languages
    assert (section.language, section.definitions) == ("zh-Hant-TW", (Definition("水邊的路", "辭典"),))
    assert section.terms[0].contexts == (Context("碼頭關閉", "報紙"),)
    assert entry.notes == ("no term yet",)
    assert [finding.code for finding in reading.findings] == ["T707", "T804"]
