"""Merging, comparing and counting termbases."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings

from termbase.model import (
    AdministrativeStatus,
    ConceptEntry,
    Definition,
    Extra,
    LanguageSection,
    Markup,
    TermSection,
    Termbase,
)
from termbase.tbx.diff import ChangeKind, diff
from termbase.tbx.merge import merge
from termbase.tbx.stats import stats
from termbase.tbx.writer import dump
from tests.conftest import Run
from tests.termbases import rich_termbases, termbases

PREFERRED, ADMITTED, DEPRECATED = (
    AdministrativeStatus.PREFERRED,
    AdministrativeStatus.ADMITTED,
    AdministrativeStatus.DEPRECATED,
)


def concept(identifier: str, en: str, zh: str, status: AdministrativeStatus | None = None) -> ConceptEntry:
    sections = (
        LanguageSection("en", (TermSection(en, status),)),
        LanguageSection("zh-Hans-CN", (TermSection(zh),)),
    )
    return ConceptEntry(identifier, sections)


def base(*entries: ConceptEntry) -> Termbase:
    return Termbase(entries)


FLOW = concept("c1", "data flow", "数据流动")
ROAD = concept("c2", "Digital Silk Road", "数字丝绸之路")
NET = concept("c3", "internet", "互联网")


@settings(max_examples=50)
@given(rich_termbases())
def test_a_merge_with_itself_changes_nothing(termbase: Termbase) -> None:
    for start in (None, termbase):
        merged, conflicts = merge(termbase, termbase, start)
        assert diff(termbase, merged) == []
        assert conflicts == []


@settings(max_examples=50)
@given(termbases(), termbases())
def test_a_change_that_one_side_made_is_taken_whole(old: Termbase, new: Termbase) -> None:
    assert diff(new, merge(old, new, old)[0]) == []
    assert diff(new, merge(new, old, old)[0]) == []


def test_both_sides_changes_are_taken() -> None:
    ours = base(replace(FLOW, definitions=(Definition("movement of data"),)), ROAD)
    theirs = base(replace(FLOW, subject_field="data"), NET)
    merged, conflicts = merge(ours, theirs, base(FLOW, ROAD))
    assert conflicts == []
    assert merged.entries == (
        replace(FLOW, definitions=(Definition("movement of data"),), subject_field="data"),
        NET,
    )


def test_what_both_changed_is_a_conflict_and_ours_stands() -> None:
    ours = base(concept("c1", "data flow", "数据流动", PREFERRED))
    theirs = base(concept("c1", "data flow", "数据流动", DEPRECATED))
    start = base(concept("c1", "data flow", "数据流动", ADMITTED))
    merged, (conflict,) = merge(ours, theirs, start)
    assert merged.entries == ours.entries
    assert (conflict.concept, conflict.place) == ("c1", "en: data flow: status")
    assert (conflict.base, conflict.ours, conflict.theirs) == ("admitted", "preferred", "deprecated")


def test_a_removal_against_a_change_is_a_conflict_and_nothing_goes() -> None:
    changed = replace(FLOW, definitions=(Definition("movement of data"),))
    for ours, theirs in ((base(), base(changed)), (base(changed), base())):
        merged, conflicts = merge(ours, theirs, base(FLOW))
        assert merged.entries == (changed,)
        assert len(conflicts) == 1


def test_concepts_are_the_same_by_their_terms_too() -> None:
    other = concept("x9", "data flow", "数据流动")
    other = replace(other, languages=(*other.languages, LanguageSection("zh-Hant-TW", (TermSection("資料流動"),))))
    merged, conflicts = merge(base(FLOW, ROAD), base(other))
    assert conflicts == []
    assert [entry.id for entry in merged] == ["c1", "c2"]
    assert [section.language for section in merged.entries[0].languages] == ["en", "zh-Hans-CN", "zh-Hant-TW"]


def test_concepts_that_only_share_an_id_of_a_new_one_stay_apart() -> None:
    merged, _ = merge(base(FLOW), base(concept("c1", "data flow", "数据流动"), replace(ROAD, id="c1")))
    assert [entry.id for entry in merged] == ["c1", "c1-2"]


def test_two_sections_of_a_language_are_joined_with_all_that_they_say() -> None:
    kept = Extra(Markup("note", (), ("of the second",)))
    first = LanguageSection("en", (TermSection("data"),))
    second = LanguageSection("en", (TermSection("flow"),), "l2", extras=(kept,))
    twice = base(ConceptEntry("c1", (first, second)))
    (merged,), _ = merge(twice, base(ConceptEntry("c1", (first,))))
    assert merged.languages == (LanguageSection("en", (*first.terms, *second.terms), "l2", extras=(kept,)),)


def test_a_term_of_one_language_makes_no_two_concepts_the_same() -> None:
    merged, _ = merge(base(FLOW), base(concept("x9", "data flow", "资料流动")))
    assert [entry.id for entry in merged] == ["c1", "x9"]


def test_a_section_takes_the_id_that_only_the_other_side_has() -> None:
    theirs = replace(FLOW, languages=tuple(replace(section, id="l1") for section in FLOW.languages[:1]))
    (merged,), _ = merge(base(FLOW), base(theirs))
    assert merged.languages[0].id == "l1"


def test_a_difference_is_told_by_concept() -> None:
    old = base(FLOW, ROAD)
    new = base(concept("c1", "data flow", "数据流动", PREFERRED), NET)
    changed, removed, added = diff(old, new)
    assert (changed.kind, changed.id, changed.name) == (ChangeKind.CHANGED, "c1", "data flow / 数据流动")
    assert (changed.removed, changed.added) == (("en: data flow",), ("en: data flow (preferred)",))
    assert (removed.kind, removed.id) == (ChangeKind.REMOVED, "c2")
    assert (added.kind, added.id) == (ChangeKind.ADDED, "c3")


def test_the_commands_tell_it(termbase: Run, tmp_path: Path) -> None:
    (tmp_path / "base.tbx").write_bytes(dump(base(FLOW)))
    (tmp_path / "ours.tbx").write_bytes(dump(base(replace(FLOW, definitions=(Definition("ours"),)))))
    (tmp_path / "theirs.tbx").write_bytes(dump(base(replace(FLOW, definitions=(Definition("theirs"),)), ROAD)))
    done = termbase(
        "tbx", "merge", "ours.tbx", "theirs.tbx", "--base", "base.tbx", "--out", "merged.tbx", cwd=tmp_path
    )
    assert done.returncode == 1
    assert "conflict: c1: definition: kept both 'ours' and 'theirs'\n" in done.stderr
    assert done.stderr.endswith("merged.tbx: 2 concepts, 1 conflict: check them in merged.tbx\n")
    done = termbase("tbx", "diff", "ours.tbx", "merged.tbx", "--format", "json", cwd=tmp_path)
    assert done.returncode == 1
    assert [entry["kind"] for entry in json.loads(done.stdout)["concepts"]] == ["changed", "added"]
    assert termbase("tbx", "diff", "base.tbx", "base.tbx", cwd=tmp_path).stdout == "no differences\n"
    (tmp_path / "new.tbx").write_bytes(
        dump(base(replace(FLOW, definitions=(Definition("new"),), subject_field="data")))
    )
    assert termbase("tbx", "diff", "ours.tbx", "new.tbx", cwd=tmp_path).stdout.splitlines() == [
        "changed: c1: data flow / 数据流动",
        "  - definition: ours",
        "  + definition: new",
        "  + subjectField: data",
        "1 concept: 1 changed",
    ]
    assert termbase("tbx", "stats", "merged.tbx", cwd=tmp_path).stdout.splitlines() == [
        "2 concepts",
        "  language     concepts    terms",
        "  en                  2        2",
        "  zh-CN               2        2",
        "terms by status: none 4",
        "definitions 2, contexts 0, other elements 0",
    ]
    done = termbase("tbx", "stats", "merged.tbx", "--format", "json", cwd=tmp_path)
    assert json.loads(done.stdout) | {"file": ""} == {
        "file": "",
        "concepts": 2,
        "terms": {"en": 2, "zh-Hans-CN": 2},
        "concepts_with": {"en": 2, "zh-Hans-CN": 2},
        "statuses": {"none": 4},
        "definitions": 2,
        "contexts": 0,
        "extras": 0,
    }


def test_counts_are_those_of_the_termbase() -> None:
    counts = stats(base(FLOW, replace(ROAD, definitions=(Definition("a road"),))))
    assert (counts.concepts, counts.terms, counts.definitions) == (2, {"en": 2, "zh-Hans-CN": 2}, 1)
    languages = [f"x-{number}" for number in range(20)]
    many = ConceptEntry("many", tuple(LanguageSection(tag, (TermSection(tag),)) for tag in languages))
    assert list(stats(base(many)).concepts_with) == languages  # the order of the file, whatever the hash seed
    note = Extra(Markup("note", (), ("x",)))
    section = LanguageSection("en", (TermSection("data", extras=(note,)),), extras=(note,))
    assert stats(base(ConceptEntry("c", (section,), extras=(note,)))).extras == 3
