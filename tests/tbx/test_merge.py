"""Merging, comparing and counting termbases."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings

from termbase.exchange import convert
from termbase.model import (
    AdministrativeStatus,
    ConceptEntry,
    Definition,
    Extra,
    LanguageSection,
    Markup,
    TermSection,
    Termbase,
    Transaction,
    TransactionType,
)
from termbase.table.read_glossary import load_table
from termbase.tbx.diff import ChangeKind, diff
from termbase.tbx.merge import merge
from termbase.tbx.reader import load
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


@pytest.mark.parametrize("is_ours", [True, False])
def test_a_term_that_one_side_removed_and_the_other_changed_stays(is_ours: bool) -> None:
    old = replace(FLOW, languages=(LanguageSection("en", (TermSection("data flow"), TermSection("flow"))),))
    changed = LanguageSection("en", (TermSection("data flow"), TermSection("flow", DEPRECATED)))
    removed = LanguageSection("en", (TermSection("data flow"),))
    sides = [base(replace(old, languages=(section,))) for section in (changed, removed)]
    ours, theirs = sides if is_ours else reversed(sides)
    merged, (conflict,) = merge(ours, theirs, base(old))
    assert merged.entries[0].languages == (changed,)
    outcome = ("changed", "removed") if is_ours else ("removed", "changed")
    assert (conflict.place, conflict.base, conflict.ours, conflict.theirs) == ("en: flow", "there", *outcome)
    same = merge(base(old), base(replace(old, languages=(removed,))), base(old))
    assert (same[0].entries[0].languages, same[1]) == ((removed,), [])


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


def test_a_kind_that_one_side_has_is_taken() -> None:
    ours, theirs = FLOW, replace(FLOW, kind="term")
    for one, other in ((ours, theirs), (theirs, ours)):
        merged, conflicts = merge(base(one), base(other))
        assert merged.entries[0].kind == "term"
        assert not conflicts


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


@pytest.mark.parametrize(("ours", "theirs"), [("en", "en-US"), ("en-GB", "en"), ("en-US", "en-GB")])
def test_english_of_a_country_is_english(ours: str, theirs: str) -> None:
    """One tool writes `en` and another `en-US`: the concepts are the same, and each form keeps its tag."""

    def tagged(tag: str) -> Termbase:
        return base(
            *(
                replace(entry, languages=(replace(entry.languages[0], language=tag), entry.languages[1]))
                for entry in (FLOW, ROAD)
            )
        )

    merged, conflicts = merge(tagged(ours), tagged(theirs))
    assert conflicts == []
    assert [sorted(section.language for section in entry.languages) for entry in merged] == [
        sorted([ours, theirs, "zh-Hans-CN"])
    ] * 2


def test_one_text_in_two_regions_of_chinese_joins_nothing() -> None:
    only = ConceptEntry(
        "c9",
        (LanguageSection("zh-Hant-TW", (TermSection("互联网"),)), LanguageSection("en", (TermSection("net"),))),
    )
    assert len(merge(base(NET), base(only))[0].entries) == 2


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


def test_concepts_that_cannot_be_written_are_not_counted(termbase: Run, tmp_path: Path) -> None:
    (tmp_path / "a.tbx").write_bytes(dump(base(FLOW)))
    (tmp_path / "b.tbx").write_bytes(dump(base(ROAD)).replace(b"</body>", EMPTY + b"</body>"))
    done = termbase("tbx", "merge", "a.tbx", "b.tbx", "--out", "c.tbx", cwd=tmp_path)
    assert done.stderr.endswith("c.tbx: 2 concepts, 0 conflicts\n")
    assert len(load((tmp_path / "c.tbx").read_bytes(), "c.tbx").entries) == 2


EMPTY = b"""<conceptEntry id="c9"><langSec xml:lang="en"><termSec><term/></termSec></langSec></conceptEntry>"""


def test_the_commands_tell_it(termbase: Run, tmp_path: Path) -> None:
    (tmp_path / "base.tbx").write_bytes(dump(base(FLOW)))
    (tmp_path / "ours.tbx").write_bytes(dump(base(replace(FLOW, definitions=(Definition("ours"),)))))
    (tmp_path / "theirs.tbx").write_bytes(dump(base(replace(FLOW, definitions=(Definition("theirs"),)), ROAD)))
    done = termbase(
        "tbx", "merge", "ours.tbx", "theirs.tbx", "--base", "base.tbx", "--out", "merged.tbx", cwd=tmp_path
    )
    assert done.returncode == 1
    assert "conflict: c1: definition: kept both 'ours' and 'theirs'\n" in done.stderr
    assert done.stderr.endswith("merged.tbx: 2 concepts, 1 conflict: check it in merged.tbx\n")
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
        "empty": 0,
    }


def test_counts_are_those_of_the_termbase() -> None:
    counts = stats(base(FLOW, replace(ROAD, definitions=(Definition("a road"),))))
    assert (counts.concepts, counts.terms, counts.definitions) == (2, {"en": 2, "zh-Hans-CN": 2}, 1)
    languages = [f"x-{number}" for number in range(20)]
    many = ConceptEntry("many", tuple(LanguageSection(tag, (TermSection(tag),)) for tag in languages))
    assert list(stats(base(many)).concepts_with) == languages  # the order of the file, whatever the hash seed
    half = ConceptEntry("half", (LanguageSection("en", (TermSection("quay"), TermSection(" "))),))
    counts = stats(base(half))
    assert (counts.terms, counts.statuses, counts.empty) == ({"en": 1}, {"none": 1}, 1)
    note = Extra(Markup("note", (), ("x",)))
    section = LanguageSection("en", (TermSection("data", extras=(note,)),), extras=(note,))
    assert stats(base(ConceptEntry("c", (section,), extras=(note,)))).extras == 3


NUMBERED = ("No.,en,zh-CN\n1,train,火车\n2,bus,公交车\n", "No.,en,zh-CN\n1,apple,苹果\n2,pear,梨\n")
NAMELESS = tuple(re.sub(r"(?m)^[^,]+,", "", table) for table in NUMBERED)


@pytest.mark.parametrize("tables", [NUMBERED, NAMELESS], ids=["numbered", "without ids"])
@pytest.mark.parametrize("is_converted", [False, True])
def test_numbers_of_rows_join_nothing(tables: tuple[str, str], is_converted: bool) -> None:
    ours, theirs = (load_table(table.encode(), "t.csv").termbase for table in tables)
    if is_converted:
        ours, theirs = (load(convert(each, "tbx2").data, "t.tbx") for each in (ours, theirs))
    merged, conflicts = merge(ours, theirs)
    assert [[term.term for _, term in entry.terms()] for entry in merged] == [
        ["train", "火车"],
        ["bus", "公交车"],
        ["apple", "苹果"],
        ["pear", "梨"],
    ]
    assert conflicts == []
    assert len({entry.id for entry in merged}) == 4


def test_concepts_without_ids_in_tbx_stay_apart() -> None:
    def nameless(english: str, chinese: str) -> Termbase:
        sections = f"<langSet xml:lang='en'><tig><term>{english}</term></tig></langSet>"
        sections += f"<langSet xml:lang='zh-CN'><tig><term>{chinese}</term></tig></langSet>"
        return load(
            f"<martif><text><body><termEntry>{sections}</termEntry></body></text></martif>".encode(), "f.tbx"
        )

    merged, conflicts = merge(nameless("train", "火车"), nameless("apple", "苹果"))
    assert [len(list(entry.terms())) for entry in merged] == [2, 2]
    assert conflicts == []


def test_a_row_put_in_at_the_top_is_one_added() -> None:
    for rows in ("{}train,火车\n{}bus,公交车\n", "{}train,火车\n"):
        for first, later in (("", ""), ("1,", "2,")):
            head = "No.,en,zh-CN\n" if first else "en,zh-CN\n"
            old = head + rows.format(first, later)
            new = head + f"{first}ship,船\n" + rows.format(later, "3," if first else "")
            (change,) = diff(*(load_table(table.encode(), "t.csv").termbase for table in (old, new)))
            assert (change.kind, change.name) == (ChangeKind.ADDED, "ship / 船")


def test_an_id_joins_only_with_a_common_term_or_a_base() -> None:
    tram, ferry = concept("c3", "tram", "电车"), concept("c3", "ferry", "渡轮")
    merged, (conflict,) = merge(base(FLOW, tram), base(FLOW, ferry))
    assert [entry.id for entry in merged] == ["c1", "c3", "c3-2"]
    assert (conflict.ours, conflict.theirs, conflict.has_both) == ("tram / 电车", "ferry / 渡轮", True)
    assert [change.kind for change in diff(base(FLOW, tram), base(FLOW, ferry))] == ["removed", "added"]
    merged, conflicts = merge(base(FLOW, tram), base(FLOW, ferry), base(FLOW, tram))
    assert (merged.entries, conflicts) == ((FLOW, ferry), [])
    merged, (conflict,) = merge(base(FLOW, tram), base(FLOW, ferry), base(FLOW))
    assert [entry.id for entry in merged] == ["c1", "c3", "c3-2"]
    renamed = concept("c3", "tram", "有轨电车")
    assert [change.kind for change in diff(base(FLOW, tram), base(FLOW, renamed))] == ["changed"]


def test_what_cannot_be_decided_is_a_conflict() -> None:
    ours = base(concept("a7", "train", "火车", PREFERRED))
    theirs = base(concept("b8", "train", "火车"), concept("b9", "train", "火车"))
    merged, (conflict,) = merge(ours, theirs)
    assert [entry.id for entry in merged] == ["a7", "b9"]
    assert (conflict.concept, conflict.place) == ("a7", "also like b9")


def translated(identifier: str, english: str, chinese: str, field: str | None = None) -> ConceptEntry:
    sections = (("en", english), ("zh-Hans-CN", chinese))
    return ConceptEntry(
        identifier, tuple(LanguageSection(tag, (TermSection(term),)) for tag, term in sections), field
    )


@pytest.mark.parametrize(
    ("ours", "theirs", "place", "count"),
    [
        (("x-1", "train", "火车"), ("x-1", "train", "列车"), "zh-CN: term", 1),
        (("row-2", "train", "火车"), ("row-2", "train", "列车"), "two concepts have train", 2),
        (("x-1", "train", "火车"), ("y-2", "Train", "列车"), "two concepts have train", 2),
        (("x-1", "bank", "银行", "money"), ("y-2", "bank", "河岸", "rivers"), "", 2),
        (("x-1", "train", "火车"), ("y-2", "bus", "公交车"), "", 2),
    ],
)
def test_two_translations_of_one_term_are_a_conflict_if_nothing_decides(
    ours: tuple[str, str, str], theirs: tuple[str, str, str], place: str, count: int
) -> None:
    merged, conflicts = merge(base(translated(*ours)), base(translated(*theirs)))
    assert len(merged.entries) == count
    assert [conflict.place for conflict in conflicts] == [place] * bool(place)


def test_two_preferred_terms_of_one_language_are_a_conflict() -> None:
    ours = concept("a7", "train", "火车")
    theirs = concept("a7", "train", "列车")
    preferred = [
        replace(
            entry,
            languages=tuple(
                replace(section, terms=tuple(replace(term, status=PREFERRED) for term in section.terms))
                for section in entry.languages
            ),
        )
        for entry in (ours, theirs)
    ]
    _, (conflict,) = merge(base(preferred[0]), base(preferred[1]))
    assert (conflict.place, conflict.ours, conflict.theirs) == ("zh-CN: preferred term", "火车", "列车")


def test_terms_that_are_preferred_in_different_regions_are_no_conflict() -> None:
    def side(preferred: str) -> Termbase:
        chinese = tuple(
            TermSection(text, PREFERRED if text == preferred else None, geographical_usage=region)
            for text, region in (("火车", "CN"), ("列车", "TW"))
        )
        sections = LanguageSection("en", (TermSection("train"),)), LanguageSection("zh-Hans-CN", chinese)
        return base(ConceptEntry("c1", sections))

    merged, conflicts = merge(side("火车"), side("列车"))
    assert conflicts == []
    assert [term.status for _, term in merged.entries[0].terms()] == [None, PREFERRED, PREFERRED]


def test_references_follow_the_ids_of_a_merge() -> None:
    points = Extra(Markup("ref", (("type", "crossReference"), ("target", "c3")), ("see",)))
    ours = base(FLOW, concept("c3", "tram", "电车"))
    theirs = base(replace(ROAD, extras=(points,)), concept("c3", "ferry", "渡轮"))
    merged, _ = merge(ours, theirs)
    assert [entry.id for entry in merged] == ["c1", "c3", "c2", "c3-2"]
    assert dict(merged.entries[2].extras[0].element.attributes)["target"] == "c3-2"
    other = Extra(Markup("ref", (("type", "crossReference"), ("target", "y3")), ("see",)))
    renumbered = base(replace(ROAD, extras=(other,)), concept("y3", "ferry", "渡轮"))
    assert diff(theirs, renumbered) == []
    assert len(diff(theirs, base(replace(ROAD, extras=(other,)), renumbered.entries[1], FLOW))) == 1


def test_dates_users_and_spelling_of_tags_are_no_difference() -> None:
    dated = Extra(Markup("transacGrp", (), (Markup("transac", (("type", "transactionType"),), ("origination",)),)))
    done = Transaction(TransactionType.MODIFICATION, "Li", "2026-11-22")
    (term,) = FLOW.languages[0].terms
    section = replace(FLOW.languages[0], terms=(replace(term, transactions=(done,)),), extras=(dated,))
    new = replace(FLOW, id="other", languages=(section, FLOW.languages[1]), extras=(dated,))
    assert diff(base(FLOW), base(new)) == []
    file = "<martif><text><body><termEntry id='c1'>{}</termEntry></body></text></martif>"
    texts = [
        file.format(f"<langSet xml:lang='{tag}'><tig><term>数据</term></tig></langSet>")
        for tag in ("zh-CN", "ZH_cn", "zh-Hans", "zh-hans-CN")
    ]
    first, *others = (load(text.encode(), "f.tbx") for text in texts)
    assert [diff(first, other) for other in others] == [[], [], []]


def test_a_long_change_is_shown_by_its_changed_part(termbase: Run, tmp_path: Path) -> None:
    long = "a long statement: with many words " * 10
    for name, word in (("old", "one"), ("new", "two")):
        changed = replace(FLOW, definitions=(Definition(f"{long}{word} {long}".strip()),))
        (tmp_path / f"{name}.tbx").write_bytes(dump(base(changed)))
    lines = termbase("tbx", "diff", "old.tbx", "new.tbx", cwd=tmp_path).stdout.splitlines()
    assert lines[1].startswith("  - definition…")
    assert lines[2].startswith("  + definition…")
    assert ("one" in lines[1], "two" in lines[2]) == (True, True)
    assert all(len(line) < 100 for line in lines)


@pytest.mark.parametrize(("first", "second"), [(True, False), (False, True), (True, True), (False, False)])
def test_a_term_that_one_side_attests_is_not_proposed(first: bool, second: bool) -> None:
    def one(is_proposed: bool) -> Termbase:
        sections = (
            LanguageSection("en", (TermSection("network"),)),
            LanguageSection("zh-Hans-CN", (TermSection("网络", proposed=is_proposed),)),
        )
        return base(ConceptEntry("c1", sections))

    termbase, conflicts = merge(one(first), one(second))
    (term,) = (term for tag, term in next(iter(termbase)).terms() if tag != "en")
    assert (term.proposed, conflicts) == (first and second, [])
