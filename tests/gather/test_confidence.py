"""The confidence and kind of extracted terms: kept in every file, and what they decide in scan and check."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from termbase.exchange import convert, read
from termbase.extract.model import TermKind
from termbase.model import (
    CONCEPT_KINDS,
    AdministrativeStatus,
    ConceptEntry,
    LanguageSection,
    TermSection,
    Termbase,
)
from termbase.tbx.select import SURE, Counted
from tests.conftest import Run


def entry(identifier: str, zh: str, en: str, confidence: float | None, kind: str | None = None) -> ConceptEntry:
    return ConceptEntry(
        identifier,
        (
            LanguageSection("en", (TermSection(en, confidence=confidence),)),
            LanguageSection("zh-Hans-CN", (TermSection(zh, confidence=confidence),)),
        ),
        kind=kind,
    )


TERMBASE = Termbase(
    (
        entry("c-1", "数据安全", "data security", 0.97, "term"),
        entry("c-2", "民主", "WEIRD", 0.45, "abbreviation"),
        entry("c-3", "王小明", "Wang Xiaoming", 0.9, "person"),
        entry("c-4", "网络主权", "cyber sovereignty", None),
    )
)
TEXT = "数据安全与民主，王小明谈网络主权。\n"


def test_the_kinds_are_those_of_extraction() -> None:
    assert set(CONCEPT_KINDS) == {kind.value for kind in TermKind}


@pytest.mark.parametrize("form", ["tbx3-dca", "tbx3-dct", "tbx2", "csv", "tsv", "xlsx"])
def test_every_format_keeps_confidence_and_kind(form: str, tmp_path: Path) -> None:
    path = tmp_path / f"t.{'tbx' if form.startswith('tbx') else form}"
    path.write_bytes(convert(TERMBASE, form).data)
    again = {one.id: one for one in read(str(path))}
    for one in TERMBASE:
        assert again[one.id].kind == one.kind
        assert {(term.term, term.confidence) for _, term in again[one.id].terms()} == {
            (term.term, term.confidence) for _, term in one.terms()
        }
        assert not any(term.notes for _, term in again[one.id].terms())


def accepted(status: AdministrativeStatus) -> Termbase:
    """The termbase with a status on the doubtful terms."""
    entries = [
        replace(
            one,
            languages=tuple(
                replace(section, terms=tuple(replace(term, status=status) for term in section.terms))
                for section in one.languages
            ),
        )
        if one.id == "c-2"
        else one
        for one in TERMBASE
    ]
    return replace(TERMBASE, entries=tuple(entries))


@pytest.mark.parametrize(
    ("termbase", "counted", "ids"),
    [
        (TERMBASE, Counted(), ["c-1", "c-3", "c-4"]),
        (TERMBASE, Counted(0.0), ["c-1", "c-2", "c-3", "c-4"]),
        (TERMBASE, Counted(0.95), ["c-1", "c-4"]),
        (TERMBASE, Counted(0.0, frozenset({"person"})), ["c-3", "c-4"]),
        (accepted(AdministrativeStatus.ADMITTED), Counted(), ["c-1", "c-2", "c-3", "c-4"]),
        (accepted(AdministrativeStatus.PREFERRED), Counted(1.0), ["c-2", "c-4"]),
    ],
)
def test_doubtful_terms_count_when_they_are_accepted(termbase: Termbase, counted: Counted, ids: list[str]) -> None:
    assert [one.id for one in counted.select(termbase)] == ids


def scanned(termbase: Run, folder: Path, *options: str) -> set[str]:
    done = termbase("scan", "a.txt", "--termbase", "t.tbx", "--format", "jsonl", *options, cwd=folder)
    assert (done.returncode, done.stderr) == (0, "")
    return {json.loads(line)["text"] for line in done.stdout.splitlines()}


def test_scan_counts_what_is_asked_for_from_the_cache_too(termbase: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "t.tbx").write_bytes(convert(TERMBASE, "tbx3-dca").data)
    for _ in range(2):
        assert scanned(termbase, tmp_path) == {"数据安全", "王小明", "网络主权"}
        assert scanned(termbase, tmp_path, "--min-confidence", "0") == {"数据安全", "民主", "王小明", "网络主权"}
        assert scanned(termbase, tmp_path, "--kind", "term,place") == {"数据安全", "网络主权"}
    (tmp_path / "t.tbx").write_bytes(convert(accepted(AdministrativeStatus.ADMITTED), "tbx3-dca").data)
    assert "民主" in scanned(termbase, tmp_path)


def test_check_counts_the_same(termbase: Run, tmp_path: Path) -> None:
    doubtful = entry("c-5", "网络安全", "network safety", 0.5)
    forms = (*doubtful.languages[0].terms, TermSection("web safety", confidence=0.5))
    doubtful = replace(doubtful, languages=(replace(doubtful.languages[0], terms=forms), doubtful.languages[1]))
    (tmp_path / "t.tbx").write_bytes(convert(Termbase((doubtful,)), "tbx3-dca").data)
    (tmp_path / "a.txt").write_text("Network safety is good. Web safety is better. Web safety wins.\n", "utf-8")
    command = ("check", "a.txt", "--termbase", "t.tbx")
    assert termbase(*command, cwd=tmp_path).returncode == 0
    for _ in range(2):
        assert termbase(*command, "--min-confidence", "0.5", cwd=tmp_path).returncode == 1
        assert termbase(*command, cwd=tmp_path).returncode == 0


def test_the_default_of_the_commands_is_that_of_the_library(termbase: Run) -> None:
    for command in ("scan", "check"):
        assert f"[default: {SURE}; 0<=x<=1]" in " ".join(termbase(command, "--help").stdout.split())


def test_an_accepted_pair_makes_all_forms_of_its_concept_count(termbase: Run, tmp_path: Path) -> None:
    text = "Ministers of the Digital Silk Road (数位丝绸之路, DSR) met.\n"
    (tmp_path / "a.txt").write_text(text, "utf-8")
    termbase("build", "a.txt", "--out", "out", cwd=tmp_path)
    before = {
        term.term: term.confidence for one in read(str(tmp_path / "out/termbase.tbx")) for _, term in one.terms()
    }
    assert set(before) == {"Digital Silk Road", "DSR", "数位丝绸之路", "数字丝绸之路", "數位絲綢之路"}
    assert len(set(before.values())) == 1
    termbase("review", "out", stdin="a\n", cwd=tmp_path)
    termbase("build", "a.txt", "--out", "out", "--force", cwd=tmp_path)
    after = read(str(tmp_path / "out/termbase.tbx"))
    assert {term.confidence for one in after for _, term in one.terms()} == {None}
