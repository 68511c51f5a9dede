"""Writes a termbase as a glossary for OmegaT: source, target, comment. Start from `dump_omegat`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from termbase.errors import TermbaseError
from termbase.language import ENGLISH, region_style
from termbase.model import ConceptEntry, EntryLevel, LanguageSection, TermSection, Termbase
from termbase.severity import Severity
from termbase.table.losses import omegat_losses, side_of
from termbase.tbx.finding import TermbaseFinding


def dump_omegat(termbase: Termbase, languages: Sequence[str]) -> tuple[bytes, Termbase, list[TermbaseFinding]]:
    """Return a glossary for OmegaT: source, target and comment in UTF-8, separated by tabs, preferred terms first.

    With it return what it holds of the termbase, and findings about the rest.

    OmegaT has neither regions nor statuses, so the file has one pair of languages, and deprecated and superseded
    terms are left out and reported. Cells are written as they are, with a space for each tab and line end.
    Raise TermbaseError if `languages` is empty and the termbase does not have exactly two.
    """
    pair = _pair(termbase, languages)
    lines: list[list[str]] = []
    written: list[ConceptEntry] = []
    findings: list[TermbaseFinding] = []
    for entry in termbase:
        terms, left_out = _divided(entry, pair)
        findings.extend(
            TermbaseFinding("T706", Severity.INFO, f"left out: {term.term}: {reason}", path=entry.id)
            for term, reason in left_out
        )
        source, target = (terms[language] for language in pair)
        for own in source:
            for other in sorted(target, key=lambda term: term.rank):
                lines.append([own.term, other.term, _comment(entry, pair, other)])
        if source and target:
            written.append(_only(entry, [*source, *target]))
            findings.extend(omegat_losses(entry, pair))
    data = "".join("\t".join(" ".join(cell.split()) for cell in line) + "\n" for line in lines).encode()
    return data, replace(termbase, entries=tuple(written)), findings


def _only(entry: ConceptEntry, terms: Sequence[TermSection]) -> ConceptEntry:
    """Return a concept with these of its terms."""
    sections = [
        replace(section, terms=tuple(term for term in section.terms if any(term is own for own in terms)))
        for section in entry.languages
    ]
    return replace(entry, languages=tuple(section for section in sections if section.terms))


def _divided(
    entry: ConceptEntry, pair: tuple[str, str]
) -> tuple[dict[str, list[TermSection]], list[tuple[TermSection, str]]]:
    """Return the terms to write for each of two languages, and the terms to leave out, each with the reason."""
    terms: dict[str, list[TermSection]] = {language: [] for language in pair}
    left_out = []
    for tag, term in entry.terms():
        if language := side_of(tag, pair):
            if reason := _reason_to_leave_out(term, is_source=language == pair[0]):
                left_out.append((term, reason))
            else:
                terms[language].append(term)
    for language, other in (pair, pair[::-1]):
        if not terms[other]:
            reason = f"it has no term in {region_style(other)} to go with"
            left_out += [(term, reason) for term in terms[language]]
    return terms, left_out


def _reason_to_leave_out(term: TermSection, is_source: bool) -> str:
    if term.is_forbidden:
        return f"its status is {term.status}"
    if is_source and term.term.startswith("#"):
        return "to OmegaT a line that begins with # is a comment"
    return ""


def _pair(termbase: Termbase, languages: Sequence[str]) -> tuple[str, str]:
    tags = list(languages) or sorted(
        {section.language for entry in termbase for section in entry.languages},
        key=lambda tag: (tag != ENGLISH, tag),
    )
    if len(tags) != 2:
        raise TermbaseError(
            f"an OmegaT glossary has one pair of languages, not {', '.join(map(region_style, tags))}",
            hint="give --languages en,zh-CN",
        )
    return tags[0], tags[1]


def _comment(entry: ConceptEntry, languages: Sequence[str], term: TermSection) -> str:
    """Return what a translator reads beside a pair: the definitions and the notes, except on the source term."""
    levels: list[EntryLevel] = [entry, *entry.languages, term]
    chosen = [
        level for level in levels if not isinstance(level, LanguageSection) or side_of(level.language, languages)
    ]
    definitions = [definition.text for level in chosen for definition in level.definitions]
    return "; ".join((*definitions, *(note for level in chosen for note in level.notes)))
