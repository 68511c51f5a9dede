"""Hypothesis strategies that generate termbases, for round trips.

Nothing stands twice in one place: the second says nothing new, and tables and merges drop it.
"""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

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

_words = st.text(
    alphabet=st.characters(exclude_categories=("Cs", "Cc", "Cn", "Zs", "Zl", "Zp")), min_size=1, max_size=12
).filter(lambda text: text == text.strip() and text != "proposed")
_maybe = st.none() | _words

_contexts = st.lists(st.builds(Context, text=_words, source=_words | st.just("")), max_size=2, unique=True).map(
    tuple
)
_definitions = st.lists(
    st.builds(Definition, text=_words, source=_words | st.just("")), max_size=2, unique=True
).map(tuple)
_notes = st.lists(_words | st.just("two\nlines"), max_size=2, unique=True).map(tuple)

term_sections = st.builds(
    TermSection,
    term=_words,
    status=st.none() | st.sampled_from(AdministrativeStatus),
    part_of_speech=st.none() | st.sampled_from(["noun", "verb", "adjective", "adverb", "other"]),
    type=st.none() | st.sampled_from(TermType),
    geographical_usage=st.none() | st.sampled_from(["CN", "TW", "HK"]),
    contexts=_contexts,
    notes=_notes,
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
    definitions=_definitions,
    sources=st.lists(_words, max_size=2, unique=True).map(tuple),
)
_languages = st.lists(
    st.sampled_from(["en", "zh-Hans-CN", "zh-Hant-TW", "zh-Hant-HK", "en-US"]), min_size=1, max_size=3, unique=True
)


_genders = st.sampled_from(["masculine", "feminine", "neuter", "other"])
_gender = st.builds(lambda value: Extra(Markup("termNote", (("type", "grammaticalGender"),), (value,))), _genders)
_project = st.builds(lambda text: Extra(Markup("admin", (("type", "projectSubset"),), (text,))), _words)
_marked = st.builds(
    lambda text, marked: Extra(
        Markup("admin", (("type", "projectSubset"),), (text, Markup("hi", (("type", "italics"),), (marked,))))
    ),
    _words,
    _words,
)
_dated = st.builds(
    lambda name: Extra(
        Markup(
            "transacGrp",
            (),
            (
                Markup("transac", (("type", "transactionType"),), ("origination",)),
                Markup("date", (), ("2026-11-22",)),
                Markup("transacNote", (("type", "responsibility"),), (name,)),
            ),
        )
    ),
    _words,
)
_term_extras = st.lists(_gender | _project, max_size=2).map(
    lambda extras: tuple(sorted(extras, key=_is_no_term_note))
)


def _is_no_term_note(extra: Extra) -> bool:
    return extra.element.name != "termNote"


@st.composite
def rich_termbases(draw: st.DrawFn) -> Termbase:
    """Generate termbases with ids, and at every level with elements that the model has no field for."""
    plain = draw(termbases())
    return replace(plain, entries=tuple(draw(_enriched(entry)) for entry in plain.entries))


@st.composite
def _enriched(draw: st.DrawFn, entry: ConceptEntry) -> ConceptEntry:
    sections = [
        replace(
            section,
            id=draw(st.sampled_from([None, f"{entry.id}-l{number}"])),
            extras=tuple(draw(st.lists(_dated, max_size=1))),
            terms=tuple(
                replace(
                    term,
                    id=draw(st.sampled_from([None, f"{entry.id}-t{number}-{place}"])),
                    extras=draw(_term_extras),
                )
                for place, term in enumerate(section.terms)
            ),
        )
        for number, section in enumerate(entry.languages)
    ]
    return replace(entry, languages=tuple(sections), extras=tuple(draw(st.lists(_marked | _dated, max_size=2))))


@st.composite
def _entries(draw: st.DrawFn, number: int) -> ConceptEntry:
    sections = [
        LanguageSection(
            tag,
            tuple(draw(st.lists(term_sections, min_size=1, max_size=2, unique=True))),
            None,
            draw(_definitions),
            draw(_contexts),
            draw(_notes),
        )
        for tag in draw(_languages)
    ]
    return ConceptEntry(
        f"c-{number}", tuple(sections), draw(_maybe), draw(_definitions), draw(_contexts), draw(_notes)
    )


@st.composite
def termbases(draw: st.DrawFn) -> Termbase:
    """Generate termbases of up to three concepts."""
    count = draw(st.integers(0, 3))
    return Termbase(tuple(draw(_entries(number)) for number in range(count)), draw(_words), draw(_words))
