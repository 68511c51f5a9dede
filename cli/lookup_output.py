"""The answers of `termbase lookup`, for people and for tools."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

import click

from .columns import table, wrapped

if TYPE_CHECKING:
    from termbase.lookup import Hit
    from termbase.model import TermSection

_MARKS = {"preferred": "✓", "admitted": "·", "deprecated": "✗", "superseded": "✗", "proposed": "?"}
_COLOURS = {"preferred": "green", "deprecated": "red", "superseded": "red"}
_UNDECIDED = "undecided"
_MOST_SHOWN = 80


class View(NamedTuple):
    """What is shown: the region put first ("" for none), the statuses of renderings (empty for all).

    Prose is broken into lines of `width` columns, 0 for one line; concepts of several termbases are told apart.
    """

    region: str
    statuses: frozenset[str]
    width: int = 0
    is_of_several: bool = False

    def shows(self, term: TermSection) -> bool:
        """Whether a term is shown as a rendering."""
        return not self.statuses or (status_word(term) or _UNDECIDED) in self.statuses


def as_json(query: str, hits: list[Hit], view: View) -> str:
    """One answer as one line of JSON."""
    return json.dumps({"query": query, "hits": [_hit_json(hit, view) for hit in hits]}, ensure_ascii=False)


def as_text(query: str, hits: list[Hit], view: View) -> str:
    """One answer as paragraphs: how the query was found, and the concept with all its terms."""
    shown = _shown(query)
    return (
        "\n\n".join("\n".join(_paragraph(shown, hit, view)) for hit in hits) or f"{shown or 'no query'}: not found"
    )


def _shown(query: str) -> str:
    """A query as a terminal may have it: nothing that controls it, nothing that fills it."""
    plain = "".join(char if char.isprintable() else " " for char in query).strip() or "no query"
    return plain if len(plain) <= _MOST_SHOWN else f"{plain[:_MOST_SHOWN]}…"


def _hit_json(hit: Hit, view: View) -> dict[str, object]:
    return {
        "concept": hit.entry.id,
        "language": hit.language,
        "term": hit.term.term,
        "status": status_word(hit.term),
        "match": hit.match.value,
        "score": hit.score,
        "translations": [
            {
                "language": tag,
                "term": term.term,
                "status": status_word(term),
                "part_of_speech": term.part_of_speech,
            }
            for tag, term in hit.translations(view.region)
            if view.shows(term)
        ],
        "termbase": hit.termbase,
    }


def _paragraph(query: str, hit: Hit, view: View) -> Iterator[str]:
    found = "" if hit.term.term == query else f": {hit.term.term}"
    source = f"  [{hit.termbase}]" if view.is_of_several else ""
    yield click.style(query, bold=True) + f"  ({hit.match.value} match{found}){source}"
    if hit.entry.definition:
        yield _prose(hit.entry.definition, view)
    terms = _in_order(hit, view)
    for (_, term), line in zip(terms, table([_row(tag, term) for tag, term in terms]), strict=True):
        yield click.style(f"  {line}", fg=_COLOURS.get(status_word(term) or ""), bold=term is hit.term)
    yield from _remarks_on_view(hit, view)
    yield from _context(hit, view)


def _remarks_on_view(hit: Hit, view: View) -> Iterator[str]:
    """What was asked for and is not there."""
    from termbase.index.ranks import is_of_region
    from termbase.language import Region

    renderings = hit.translations()
    if not any(view.shows(term) for _, term in renderings):
        yield (
            f"  no rendering is {' or '.join(sorted(view.statuses))}" if renderings else "  no rendering is listed"
        )
    if view.region and not any(is_of_region(tag, view.region) for tag, _ in hit.entry.terms()):
        yield f"  no term of {Region[view.region].place} is listed"


def _prose(text: str, view: View) -> str:
    return "\n".join(f"  {line}" for line in wrapped(text, view.width - 2)) if view.width else f"  {text}"


def _in_order(hit: Hit, view: View) -> list[tuple[str, TermSection]]:
    """The terms of the region first, then those of other languages, then the rest; as the entry has them inside."""
    from termbase.index.ranks import is_of_region
    from termbase.language import is_chinese

    terms = [(tag, term) for tag, term in hit.entry.terms() if term is hit.term or view.shows(term)]
    if view.region:
        terms.sort(key=lambda pair: (not is_of_region(pair[0], view.region), is_chinese(pair[0])))
    return terms


def _row(tag: str, term: TermSection) -> tuple[str, str, str, str]:
    from termbase.language import region_style

    status = status_word(term)
    return region_style(tag), _MARKS.get(status or "", " "), term.term, ", ".join(_remarks(term, status))


def _remarks(term: TermSection, status: str | None) -> Iterator[str]:
    if status:
        yield status
    if term.type in ("acronym", "abbreviation", "shortForm"):
        yield "short form" if term.type == "shortForm" else term.type.value
    if usage := term.geographical_usage:
        from termbase.language import Region

        region = Region.__members__.get(usage)
        yield f"{region.label if region else usage} wording"


def _context(hit: Hit, view: View) -> Iterator[str]:
    """One sentence that uses a term: the term found where it has one."""
    terms = [hit.term, *(term for _, term in hit.entry.terms())]
    context = next((context for term in terms for context in term.contexts), None)
    if context:
        source = f" ({context.source})" if context.source else ""
        yield click.style(_prose(f"“{context.text}”{source}", view), dim=True)


def status_word(term: TermSection) -> str | None:
    """A term's status as the output names it; None where nobody decided."""
    return "proposed" if term.proposed else term.status and term.status.value
