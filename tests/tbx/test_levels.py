"""Definitions, contexts, notes and sources exist at the level of a concept, of a language and of a term."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given

from termbase.exchange import convert
from termbase.model import (
    ConceptEntry,
    Context,
    Definition,
    LanguageSection,
    TermSection,
    Termbase,
)
from termbase.table.read_glossary import load_table
from termbase.tbx.diff import diff
from termbase.tbx.fit.fit_dialect import fit
from termbase.tbx.merge import merge
from termbase.tbx.reader import load
from termbase.tbx.standard.categories import Dialect
from termbase.tbx.stats import stats
from termbase.tbx.writer import dump
from termbase.tbx.xml.serialize import TbxForm
from tests.conftest import Run
from tests.termbases import termbases

TARIFF = Termbase(
    (
        ConceptEntry(
            "tariff",
            (
                LanguageSection(
                    "en",
                    (TermSection("tariff", sources=("a law",)), TermSection("customs duty")),
                    definitions=(Definition("tax on goods from abroad", "a handbook"), Definition("a duty")),
                    notes=("not a price list",),
                ),
                LanguageSection(
                    "zh-Hans-CN", (TermSection("关税"),), definitions=(Definition("对进口货物征的税"),)
                ),
            ),
            definitions=(Definition("money due at a border"), Definition("a charge\non imports")),
        ),
    ),
    "terms",
)
OF_A_TERM = Termbase(
    (
        ConceptEntry(
            "quota",
            (
                LanguageSection("en", (TermSection("quota", definitions=(Definition("limit", "a book"),)),)),
                LanguageSection("zh-Hans-CN", (TermSection("配额"),)),
            ),
        ),
    ),
    "terms",
)


@pytest.mark.parametrize("form", ["tbx3-dca", "tbx3-dct", "tbx2", "csv", "tsv", "xlsx"])
@pytest.mark.parametrize("termbase", [TARIFF, OF_A_TERM], ids=["language", "term"])
def test_each_level_is_written_and_read_at_its_level(form: str, termbase: Termbase) -> None:
    written = convert(termbase, form)
    file = f"terms.{form if form in ('csv', 'tsv', 'xlsx') else 'tbx'}"
    again = load(written.data, file) if file.endswith("tbx") else load_table(written.data, file, "terms").termbase
    if termbase is OF_A_TERM and form.startswith("tbx3"):  # TBX-Basic has no definitions of terms
        assert [finding.code for finding in written.findings] == ["T701"]
        (section, _) = again.entries[0].languages
        assert (section.definitions, section.terms[0].definitions) == ((Definition("limit", "a book"),), ())
    else:
        assert written.findings == ()
        assert again.entries == termbase.entries


@given(termbases())
def test_all_levels_are_read_back_from_version_2(termbase: Termbase) -> None:
    fitted, moved = fit(termbase, TbxForm.TBX2, Dialect.BASIC)
    assert (fitted, moved) == (termbase, [])
    assert load(dump(termbase, TbxForm.TBX2), "f.tbx").entries == termbase.entries


FOREIGN = """<martif type="TBX" xml:lang="en"><text><body><termEntry id="c">
<descrip type="definition">one</descrip><descrip type="definition">two</descrip>
<langSet xml:lang="en"><descripGrp><descrip type="definition">of English</descrip></descripGrp><note>a note</note>
<tig><term>data</term><descripGrp><descrip type="Definition">of data</descrip>
<admin type="source">a book</admin></descripGrp><descrip type="example">Data is here.</descrip></tig></langSet>
<langSet xml:lang="zh-CN"><ntig><termGrp><term>数据</term></termGrp>
<admin type="source">a law</admin></ntig></langSet>
</termEntry></body></text></martif>"""


def test_the_spellings_of_other_tools_are_read() -> None:
    termbase = load(FOREIGN.encode(), "f.tbx")
    (concept,) = termbase
    english, chinese = concept.languages
    assert concept.definitions == (Definition("one"), Definition("two"))
    assert (english.definitions, english.notes) == ((Definition("of English"),), ("a note",))
    assert english.terms[0].definitions == (Definition("of data", "a book"),)
    assert english.terms[0].contexts == (Context("Data is here."),)
    assert chinese.terms[0].sources == ("a law",)
    assert stats(termbase).definitions == 4
    written = dump(termbase, TbxForm.TBX2)
    assert b'<descripGrp>\n            <descrip type="definition">of English' in written
    assert load(written, "f.tbx").entries == termbase.entries


def test_no_definition_overwrites_another() -> None:
    (ours,) = TARIFF.entries
    section = replace(ours.languages[0], definitions=(Definition("a tax"),), notes=("new",))
    theirs = replace(ours, definitions=(Definition("dues"),), languages=(section, *ours.languages[1:]))
    (merged,), conflicts = merge(TARIFF, Termbase((theirs,)))
    assert merged.definitions == (*ours.definitions, *theirs.definitions)
    assert merged.languages[0].definitions == (*ours.languages[0].definitions, Definition("a tax"))
    assert merged.languages[0].notes == ("not a price list", "new")
    assert [(conflict.place, conflict.has_both) for conflict in conflicts] == [
        ("definition", True),
        ("en: definition", True),
    ]
    (changed,) = diff(TARIFF, Termbase((theirs,)))
    assert "en: definition: a tax" in changed.added
    assert "en: definition: tax on goods from abroad; source: a handbook" in changed.removed


def test_a_table_of_foreign_rows_keeps_every_definition() -> None:
    table = "id,en,en definition,zh-CN,zh-TW definition\n1,tariff,tax,关税,稅\n1,duty,a due,,\n1,,a charge,,\n"
    reading = load_table(table.encode(), "t.csv")
    (concept,) = reading.termbase
    assert [definition.text for definition in concept.languages[0].definitions] == ["tax", "a due", "a charge"]
    assert concept.definitions == (Definition("稅"),)
    assert [(finding.code, finding.line) for finding in reading.findings] == [("T804", 2)]


def test_the_commands_show_definitions_under_their_language(termbase: Run, tmp_path: Path) -> None:
    (tmp_path / "t.tbx").write_bytes(dump(TARIFF))
    shown = termbase("lookup", "--termbase", "t.tbx", "关税", cwd=tmp_path).stdout.splitlines()
    assert [line.split() for line in shown] == [
        ["关税", "(exact", "match)"],
        "money due at a border".split(),
        ["a", "charge"],
        ["on", "imports"],
        ["en", "tariff"],
        ["en", "customs", "duty"],
        "tax on goods from abroad (a handbook)".split(),
        ["a", "duty"],
        ["zh-CN", "关税"],
        ["对进口货物征的税"],
    ]
    done = termbase("lookup", "--termbase", "t.tbx", "--format", "json", "关税", cwd=tmp_path)
    definitions = json.loads(done.stdout)["hits"][0]["definitions"]
    assert definitions[2] == {
        "language": "en",
        "term": None,
        "text": "tax on goods from abroad",
        "source": "a handbook",
    }
    assert len(definitions) == 5
    assert "definitions 5" in termbase("tbx", "stats", "t.tbx", cwd=tmp_path).stdout
