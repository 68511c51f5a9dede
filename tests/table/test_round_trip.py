"""What a table or a glossary for OmegaT loses of any termbase is exactly what is named when it is written."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass
from itertools import product

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from termbase.model import ConceptEntry, Definition, Extra, LanguageSection, Markup, TermSection, Termbase
from termbase.table.glossary import dump_table
from termbase.table.omegat import dump_omegat
from termbase.table.read_glossary import load_table
from termbase.tbx.finding import TermbaseFinding
from termbase.tbx.select import select
from termbase.text.invisible import DIRECTIONS, IDLE
from tests.termbases import rich_termbases, termbases
from tests.test_language import SPELLINGS

Texts = Counter[str]


def texts_of(value: object) -> Texts:
    """Return all texts of the fields of a termbase, without ids, which a table may make itself."""
    if isinstance(value, Extra):
        return Counter(_parts(value.element))
    if isinstance(value, str):
        return Counter([value] if value else [])
    if isinstance(value, tuple):
        return sum(map(texts_of, value), Texts())
    if is_dataclass(value):
        names = [field.name for field in fields(value) if field.name not in ("id", "type", "language", "title")]
        return sum((texts_of(getattr(value, name)) for name in names), Texts())
    return Counter()


def _parts(element: Markup) -> Iterator[str]:
    """Yield the texts in an element and below it one by one: an account has a label before each."""
    for part in element.content:
        if isinstance(part, Markup):
            yield from _parts(part)
        elif part.strip():
            yield part.strip()


def named(findings: Sequence[TermbaseFinding]) -> str:
    return "\n".join(finding.message for finding in findings)


def one_line(text: str) -> str:
    return " ".join(text.split())


def is_named(text: str, account: str) -> bool:
    return text in account or repr(text)[1:-1] in account or repr(text) in account


def has_unseen_characters(termbase: Termbase) -> bool:
    """Whether the reader may remove a character, which it then says of the table that it reads."""
    return any(re.search(f"[{IDLE}{DIRECTIONS}\u200c\u200d]", text) for text in texts_of(termbase))


VALUES_LIKE_LANGUAGES = Termbase(
    (
        ConceptEntry(
            "c-1",
            (
                LanguageSection(
                    "en",
                    (
                        TermSection("7", geographical_usage="CN", definitions=(Definition("7", source="XH-0-00"),)),
                        TermSection("7"),
                    ),
                ),
            ),
        ),
    )
)


@pytest.mark.parametrize("form", ["csv", "tsv", "xlsx"])
@settings(max_examples=30)
@example(VALUES_LIKE_LANGUAGES)
@given(termbase=rich_termbases())
def test_a_table_loses_what_it_names(form: str, termbase: Termbase) -> None:
    if has_unseen_characters(termbase) or not termbase.entries:
        return
    data, findings = dump_table(termbase, form)
    again = load_table(data, f"t.{form}").termbase
    assert [entry.id for entry in again] == [entry.id for entry in termbase]
    entries = Counter(texts_of(termbase.entries))
    lost = entries - texts_of(again.entries)
    account = named(findings)
    assert [text for text in lost if not is_named(text, account)] == []
    if not findings:
        assert lost == Counter()
    assert dump_table(again, form) == (data, [])


def one_concept(*terms: tuple[str, str]) -> Termbase:
    sections = tuple(LanguageSection(language, (TermSection(term),)) for language, term in terms)
    return Termbase((ConceptEntry("c-1", sections),))


@settings(max_examples=40)
@example(one_concept(("en", "#1"), ("zh-Hans-CN", "第一")), ("en", "zh-Hans-CN"))
@example(one_concept(("en", "a|b"), ("zh-Hans-CN", "甲")), ("en", "zh-Hans-CN"))
@given(termbase=termbases(), pair=st.sampled_from(list(product(["en", "en-US"], ["zh-Hans-CN", "zh-Hant-TW"]))))
def test_a_glossary_for_omegat_loses_what_it_names(termbase: Termbase, pair: tuple[str, str]) -> None:
    chosen, _ = select(termbase, pair, ())
    data, kept, findings = dump_omegat(chosen, pair)
    lines = [line.split("\t") for line in data.decode().splitlines()]
    assert all(len(line) == 3 and not line[0].startswith("#") for line in lines)
    written = "\n".join("\t".join(line) for line in lines)
    account = named(findings)
    cells = {cell for line in lines for cell in line[:2]}
    assert {one_line(term.term) for entry in kept for _, term in entry.terms()} == cells
    for entry in chosen:
        for language, term in entry.terms():
            is_written = any(line[language == pair[1]] == term.term for line in lines)
            assert is_written or f"left out: {term.term}: " in account
            details = texts_of((term.contexts, term.notes, term.sources, term.definitions))
            if f"left out: {term.term}: " not in account:
                assert [
                    text for text in details if one_line(text) not in written and not is_named(text, account)
                ] == []
    if lines and not has_unseen_characters(chosen):
        again = load_table(data, "t.txt", source=pair[0], target=pair[1])
        terms = {(language, term.term) for entry in again.termbase for language, term in entry.terms()}
        read = {cell for line in lines for cell in zip(pair, line, strict=False)}
        account = named(again.findings)
        assert [cell for cell in read - terms if not is_told_as_list(cell, terms, account)] == []


def is_told_as_list(cell: tuple[str, str], terms: set[tuple[str, str]], account: str) -> bool:
    """Whether a cell with the separators of a list (`a|b`) was read as its parts, and the account says so."""
    language, text = cell
    parts = [part.strip() for part in re.split("[;；|]+", text) if part.strip()]
    return f"several terms: {' | '.join(parts)}" in account and all((language, part) in terms for part in parts)


def test_concepts_with_one_id_stay_apart() -> None:
    entries = [
        ConceptEntry(
            id, (LanguageSection("en", (TermSection(term),)), LanguageSection("de", (TermSection(other),)))
        )
        for id, term, other in [("1", "train", "Zug"), ("1-2", "bus", "Bus"), ("1", "ferry", "Fähre")]
    ]
    data, findings = dump_table(Termbase(tuple(entries)), "csv")
    again = load_table(data, "t.csv").termbase
    assert [(entry.id, *(term.term for _, term in entry.terms())) for entry in again] == [
        ("1", "train", "Zug"),
        ("1-2", "bus", "Bus"),
        ("1-3", "ferry", "Fähre"),
    ]
    assert [str(finding.message) for finding in findings] == ["id '1' is already used: written as '1-3'"]


@pytest.mark.parametrize("form", ["csv", "xlsx"])
@pytest.mark.parametrize("tag", sorted(SPELLINGS.keys() - {"x-default", "zh-Hant-TW-stroke"}))
def test_each_language_of_a_termbase_comes_back_from_its_column(tag: str, form: str) -> None:
    """All but private tags and variants in no register, which a column may be called for another reason."""
    other = "fr" if tag.startswith("en") else "en"
    sections = (LanguageSection(other, (TermSection("lake"),)), LanguageSection(tag, (TermSection("湖"),)))
    data, _ = dump_table(Termbase((ConceptEntry("k", sections),)), form)
    (entry,) = load_table(data, f"t.{form}").termbase
    assert [section.language for section in entry.languages] == [other, tag]
