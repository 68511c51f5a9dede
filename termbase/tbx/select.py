"""Selects part of a termbase: by language and status for a file, by confidence and kind for a search in texts.

For a file, Chinese terms in the wrong script, empty terms, and language sections and concepts without terms are
left out too: no format can hold them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from termbase.model import AdministrativeStatus, ConceptEntry, LanguageSection, Markup, TermSection, Termbase
from termbase.severity import Severity
from termbase.tbx.describe import one_line
from termbase.tbx.finding import TermbaseFinding
from termbase.tbx.xml.elements import concept_elements, language_elements, term_elements
from termbase.text.script import is_wrong_script


def select(
    termbase: Termbase, languages: Sequence[str] = (), statuses: Sequence[AdministrativeStatus] = ()
) -> tuple[Termbase, list[TermbaseFinding]]:
    """Return the concepts with only the given languages and statuses, and a finding for everything left out.

    `languages` are canonical tags, in the order wanted; an empty sequence means all languages, and likewise for
    `statuses`. A language includes its regions: `en` also selects `en-US`. Terms without a status are kept, because
    nobody has decided about them. If languages are given, a Chinese term in the other script (網路 under `zh-Hans`)
    is left out.
    """
    selector = _Selector(tuple(languages), frozenset(statuses))
    entries = tuple(entry for entry in map(selector.concept, termbase.entries) if entry.languages)
    return replace(termbase, entries=entries), selector.findings


SURE = 0.6
"""The confidence from which an undecided term counts in `scan` and `check`. Below it a search for wrong pairs costs
more than the right ones among them are worth: they can be accepted in the review."""


class Counted(NamedTuple):
    """What counts of a termbase: undecided terms from this confidence up, and concepts of these kinds (or all)."""

    min_confidence: float = SURE
    kinds: frozenset[str] = frozenset()

    @property
    def mark(self) -> str:
        """A short text that is equal for equal choices."""
        return f"{self.min_confidence:.4f} {','.join(sorted(self.kinds))}".strip()

    def select(self, termbase: Termbase) -> Termbase:
        """Return the termbase without what does not count.

        A term with a status was decided by somebody, and a term without a confidence was entered by somebody: both
        count. So do concepts without a kind.
        """
        return replace(termbase, entries=tuple(filter(None, map(self._concept, termbase.entries))))

    def _concept(self, entry: ConceptEntry) -> ConceptEntry | None:
        if self.kinds and entry.kind and entry.kind not in self.kinds:
            return None
        if all(self._counts(term) for _, term in entry.terms()):
            return entry
        parts = (replace(section, terms=tuple(filter(self._counts, section.terms))) for section in entry.languages)
        sections = tuple(section for section in parts if section.terms)
        return replace(entry, languages=sections) if len(sections) > 1 else None

    def _counts(self, term: TermSection) -> bool:
        return term.status is not None or term.confidence is None or term.confidence >= self.min_confidence


class _Selector:
    def __init__(self, languages: tuple[str, ...], statuses: frozenset[AdministrativeStatus]) -> None:
        self.languages = languages
        self.statuses = statuses
        self.findings: list[TermbaseFinding] = []

    def concept(self, entry: ConceptEntry) -> ConceptEntry:
        sections = tuple(
            replace(section, terms=tuple(term for term in section.terms if self._keeps(entry, section, term)))
            for section in self._chosen(entry.languages)
        )
        for section in sections:
            if not section.terms:
                content = _contents(language_elements(section))
                self._leave_out("T704", f"a language without terms{content}", f"{entry.id}/{section.language}")
        kept = tuple(section for section in sections if section.terms)
        if not kept:
            self._leave_out("T704", f"a concept without terms{_contents(concept_elements(entry))}", entry.id)
        return replace(entry, languages=kept)

    def _leave_out(self, code: str, what: str, path: str) -> None:
        severity = Severity.INFO if code == "T706" else Severity.WARNING
        self.findings.append(TermbaseFinding(code, severity, f"left out: {what}", path=path))

    def _chosen(self, sections: Sequence[LanguageSection]) -> Sequence[LanguageSection]:
        """Return the sections of the selected languages, each once even if two of the tags select it."""
        if not self.languages:
            return sections
        numbers = dict.fromkeys(
            number
            for tag in self.languages
            for number, section in enumerate(sections)
            if _is_of(section.language, tag)
        )
        return [sections[number] for number in numbers]

    def _keeps(self, entry: ConceptEntry, section: LanguageSection, term: TermSection) -> bool:
        path = f"{entry.id}/{section.language}/{term.term}"
        if not term.term.strip():
            self._leave_out("T704", f"an empty term{_contents(term_elements(term)[1:])}", path.rstrip("/"))
        elif self.statuses and term.status is not None and term.status not in self.statuses:
            self._leave_out("T706", f"{term.term}: its status is {term.status}", path)
        elif self.languages and is_wrong_script(term.term, section.language):
            self._leave_out("T706", f"{term.term}: it is not in the script of {section.language}", path)
        else:
            return True
        return False


def _contents(elements: Iterable[Markup]) -> str:
    """Return what is left out together with a term, a language or a concept, to be put behind its name."""
    lines = [one_line(element) for element in elements]
    return f" (with {'; '.join(lines)})" if lines else ""


def absent(termbase: Termbase, languages: Sequence[str]) -> list[str]:
    """Return those of the canonical tags in which a termbase has no terms."""
    present = {tag for entry in termbase for tag, _ in entry.terms()}
    return [wanted for wanted in languages if not any(_is_of(tag, wanted) for tag in present)]


def _is_of(tag: str, wanted: str) -> bool:
    return tag == wanted or tag.startswith(f"{wanted}-")
