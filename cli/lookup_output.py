"""Prints the answers of `termbase lookup` as text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

import click

from termbase.text.width import table, wrapped
from termbase_service.answers import Preferences, status_word

if TYPE_CHECKING:
    from termbase.lookup import LookupHit
    from termbase.model import EntryLevel, TermSection

_FORBIDDEN = "✗"
_MARKS = {"preferred": "✓", "admitted": "·", "proposed": "?"}
_COLOURS = {"✓": "green", _FORBIDDEN: "red"}
_MOST_SHOWN = 80


class View(NamedTuple):
    """How an answer is shown.

    Prose is wrapped at `width` columns; 0 means that it is not wrapped. If `is_of_several` is true, hits show the
    name of their termbase.
    """

    preferences: Preferences
    width: int = 0
    is_of_several: bool = False


def as_text(query: str, hits: list[LookupHit], view: View) -> str:
    """Return an answer as text: a paragraph per hit, with the kind of match, and the concept with its terms."""
    shown = _shown(query)
    return (
        "\n\n".join("\n".join(_paragraph(shown, hit, view)) for hit in hits) or f"{shown or 'no query'}: not found"
    )


def _shown(query: str) -> str:
    """A query as it can be printed safely: without control characters, and shortened."""
    plain = "".join(char if char.isprintable() else " " for char in query).strip() or "no query"
    return plain if len(plain) <= _MOST_SHOWN else f"{plain[:_MOST_SHOWN]}…"


def _paragraph(query: str, hit: LookupHit, view: View) -> Iterator[str]:
    found = "" if hit.term.term == query else f": {hit.term.term}"
    source = f"  [{hit.termbase}]" if view.is_of_several else ""
    yield click.style(query, bold=True) + f"  ({hit.match.value} match{found}){source}"
    for definition in hit.entry.definitions:
        yield _prose(_with_source(definition.text, definition.source), view)
    terms = _in_order(hit, view)
    tags = [tag for tag, _ in terms]
    for number, line in enumerate(table([_row(tag, term) for tag, term in terms])):
        tag, term = terms[number]
        yield click.style(f"  {line}", fg=_COLOURS.get(_mark(term)), bold=term is hit.term)
        if tag not in tags[number + 1 :]:
            yield from _definitions_in(tag, hit, view)
    yield from _remarks_on_view(hit, view)
    yield from _context(hit, view)


def _remarks_on_view(hit: LookupHit, view: View) -> Iterator[str]:
    """Remarks about a status or region that was asked for and that the concept does not have."""
    from termbase.language import Region, is_of_region

    renderings = hit.translations()
    if not any(view.preferences.has(term) for _, term in renderings):
        yield (
            f"  no rendering is {' or '.join(sorted(view.preferences.statuses))}"
            if renderings
            else "  no rendering is listed"
        )
    if view.preferences.region and not any(
        is_of_region(tag, view.preferences.region) for tag, _ in hit.entry.terms()
    ):
        yield f"  no term of {Region[view.preferences.region].place} is listed"


def _definitions_in(language: str, hit: LookupHit, view: View) -> Iterator[str]:
    """The definitions in a language, below its terms; one that only one of its terms has begins with the term."""
    for section in hit.entry.languages:
        if section.language == language:
            for definition in section.definitions:
                yield _prose(_with_source(definition.text, definition.source), view, indent=4)
            for term in section.terms:
                for definition in term.definitions:
                    text = _with_source(definition.text, definition.source)
                    yield _prose(f"{term.term}: {text}", view, indent=4)


def _with_source(text: str, source: str) -> str:
    return f"{text} ({source})" if source else text


def _prose(text: str, view: View, indent: int = 2) -> str:
    lines = wrapped(text, view.width - indent) if view.width else text.splitlines()
    return "\n".join(" " * indent + line for line in lines)


def _in_order(hit: LookupHit, view: View) -> list[tuple[str, TermSection]]:
    """The terms of the region first, then other languages, then the rest; each group in the order of the entry."""
    from termbase.language import is_chinese, is_of_region

    terms = [(tag, term) for tag, term in hit.entry.terms() if term is hit.term or view.preferences.has(term)]
    if view.preferences.region:
        terms.sort(key=lambda pair: (not is_of_region(pair[0], view.preferences.region), is_chinese(pair[0])))
    return terms


def _row(tag: str, term: TermSection) -> tuple[str, str, str, str]:
    from termbase.language import region_style

    return region_style(tag), _mark(term), term.term, ", ".join(_remarks(term, status_word(term)))


def _mark(term: TermSection) -> str:
    return _FORBIDDEN if term.is_forbidden else _MARKS.get(status_word(term) or "", " ")


def _remarks(term: TermSection, status: str | None) -> Iterator[str]:
    if status:
        yield status
    if term.type in ("acronym", "abbreviation", "shortForm"):
        yield "short form" if term.type == "shortForm" else term.type.value
    if usage := term.geographical_usage:
        from termbase.language import Region

        region = Region.__members__.get(usage)
        yield f"{region.label if region else usage} wording"


def _context(hit: LookupHit, view: View) -> Iterator[str]:
    """One sentence that uses a term of the concept, preferably the term that was found."""
    levels: list[EntryLevel] = [hit.term, *(term for _, term in hit.entry.terms()), *hit.entry.languages, hit.entry]
    context = next((context for level in levels for context in level.contexts), None)
    if context:
        yield click.style(_prose(_with_source(f"“{context.text}”", context.source), view), dim=True)
