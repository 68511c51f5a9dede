"""What a conversion loses is exactly what its findings name, for any termbase and every form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, assume, given, settings

from termbase.exchange import convert, read_with_findings
from termbase.model import ConceptEntry, Context, Definition, LanguageSection, TermSection, Termbase, Transaction
from tests.termbases import termbases

ENDINGS = {"tbx3-dca": "tbx", "tbx3-dct": "tbx", "tbx2": "tbx", "tbx-min": "tbx", "omegat": "txt"}
Fact = tuple[str, str]
"""A kind of information, such as `definition`, and its text."""


def facts(termbase: Termbase) -> set[Fact]:
    """Return all information of a termbase; the same twice is one fact."""
    return {fact for entry in termbase for fact in _of_concept(entry)}


def _of_concept(entry: ConceptEntry) -> Iterator[Fact]:
    yield "subject field", entry.subject_field or ""
    yield from _prose("concept", entry)
    for section in entry.languages:
        yield from _prose(section.language, section)
        for term in section.terms:
            yield from _of_term(section.language, term)


def _prose(level: str, of: ConceptEntry | LanguageSection | TermSection) -> Iterator[Fact]:
    sourced: list[Definition | Context] = [*of.definitions, *of.contexts]
    for one in sourced:
        kind = f"{level} {'definition' if isinstance(one, Definition) else 'context'}"
        yield from ((kind, one.text), (f"{kind} source", one.source))
    yield from ((f"{level} note", note) for note in of.notes)


def _of_term(language: str, term: TermSection) -> Iterator[Fact]:
    yield f"{language} term", term.term
    fields = (term.status, term.part_of_speech, term.type, term.geographical_usage)
    yield from (("field", str(field or "")) for field in fields)
    yield "proposed", "proposed" if term.proposed else ""
    yield from (("source", source) for source in term.sources)
    yield from _prose("term", term)
    for transaction in term.transactions:
        yield from _of_transaction(transaction)


def _of_transaction(transaction: Transaction) -> Iterator[Fact]:
    yield from (("transaction", text) for text in (transaction.type, transaction.responsibility, transaction.date))


def unnamed(lost: Iterable[Fact], messages: Iterable[str]) -> list[Fact]:
    """Return the facts with texts that no message contains, as they are or as Python literals."""
    account = "\n".join(messages)
    return [(kind, text) for kind, text in lost if text and text not in account and repr(text)[1:-1] not in account]


def there_and_back(termbase: Termbase, form: str) -> tuple[Termbase, list[str]]:
    languages = ("en", "zh-Hans-CN") if form == "omegat" else ()
    converted = convert(termbase, form)
    with TemporaryDirectory() as folder:
        file = Path(folder) / f"t.{ENDINGS.get(form, form)}"
        file.write_bytes(converted.data)
        reading = read_with_findings(str(file), *languages)
    return reading.termbase, [f"{one.code} {one.message}" for one in (*converted.findings, *reading.findings)]


def with_two_languages(termbase: Termbase) -> Termbase:
    """Return the termbase with an English and a Chinese term in each concept, as a table of terms needs them."""
    return replace(termbase, entries=tuple(map(_with_two_languages, termbase.entries)))


def _with_two_languages(entry: ConceptEntry) -> ConceptEntry:
    needed = {"en": "data flow", "zh-Hans-CN": "数据流动"}
    for section in entry.languages:
        needed.pop(section.language, None)
    added = tuple(LanguageSection(tag, (TermSection(term),)) for tag, term in needed.items())
    return replace(entry, languages=(*entry.languages, *added))


@pytest.mark.parametrize("form", ["tbx3-dca", "tbx3-dct", "tbx2", "tbx-min", "csv", "tsv", "xlsx"])
@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(termbases().filter(lambda termbase: bool(termbase.entries)))
def test_what_is_lost_is_named(form: str, termbase: Termbase) -> None:
    assume(all(any(map(str.isalnum, text)) for _, text in facts(termbase) if text))
    termbase = with_two_languages(termbase)
    again, messages = there_and_back(termbase, form)
    lost = facts(termbase) - facts(again)
    assert unnamed(lost, messages) == []
    if not messages:
        assert facts(again) == facts(termbase)
