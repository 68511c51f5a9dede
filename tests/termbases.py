"""Termbases made by hypothesis, for round trips."""

from __future__ import annotations

from hypothesis import strategies as st

from termbase.model import (
    AdministrativeStatus,
    ConceptEntry,
    Context,
    LanguageSection,
    TermSection,
    TermType,
    Termbase,
    Transaction,
    TransactionType,
)

_words = st.text(
    alphabet=st.characters(exclude_categories=("Cs", "Cc", "Cn", "Zs", "Zl", "Zp")), min_size=1, max_size=12
).filter(lambda text: text == text.strip() and text != "proposed")
_maybe = st.none() | _words

term_sections = st.builds(
    TermSection,
    term=_words,
    status=st.none() | st.sampled_from(AdministrativeStatus),
    part_of_speech=st.none() | st.sampled_from(["noun", "verb", "adjective", "adverb", "other"]),
    type=st.none() | st.sampled_from(TermType),
    geographical_usage=st.none() | st.sampled_from(["CN", "TW", "HK"]),
    contexts=st.lists(st.builds(Context, text=_words, source=_words | st.just("")), max_size=2).map(tuple),
    notes=st.lists(_words, max_size=2).map(tuple),
    transactions=st.lists(
        st.builds(
            Transaction,
            type=st.sampled_from(TransactionType),
            responsibility=_words | st.just(""),
            date=st.sampled_from(["", "2026-11-22"]),
        ),
        max_size=2,
    ).map(tuple),
    proposed=st.booleans(),
)
_languages = st.lists(
    st.sampled_from(["en", "zh-Hans-CN", "zh-Hant-TW", "zh-Hant-HK", "en-US"]), min_size=1, max_size=4, unique=True
)


@st.composite
def _entries(draw: st.DrawFn, number: int) -> ConceptEntry:
    sections = [
        LanguageSection(tag, tuple(draw(st.lists(term_sections, min_size=1, max_size=3))))
        for tag in draw(_languages)
    ]
    notes = tuple(draw(st.lists(_words, max_size=2)))
    return ConceptEntry(f"c-{number}", tuple(sections), draw(_maybe), draw(_maybe), notes)


@st.composite
def termbases(draw: st.DrawFn) -> Termbase:
    """Any termbase of up to four concepts."""
    count = draw(st.integers(0, 4))
    return Termbase(tuple(draw(_entries(number)) for number in range(count)), draw(_words), draw(_words))
