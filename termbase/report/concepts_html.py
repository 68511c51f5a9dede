"""Renders one self-contained HTML page for review: concepts, their terms, and the sentences that use them.

Build a `Page` and pass it to `render_page`. The dataclasses hold exactly what the template `concepts.html.j2`
shows, so they also document it. Strings are plain text; the template escapes them. Equal pages give equal bytes.
"""

from __future__ import annotations

from dataclasses import dataclass

from termbase.language import Region, is_chinese, is_english, subtags
from termbase.model import AdministrativeStatus
from termbase.report.templates import render
from termbase.text.script import Script, script_of

STATUSES = tuple(status.value for status in AdministrativeStatus)
_SCRIPTS = {"Hans": "simplified characters", "Hant": "traditional characters"}


@dataclass(frozen=True, slots=True)
class ContextPiece:
    """A piece of a context sentence; it is marked if it is one of the two terms of the pair.

    `language` is a tag if the language differs from that of the sentence, otherwise "".
    """

    text: str
    is_marked: bool = False
    language: str = ""


@dataclass(frozen=True, slots=True)
class ContextView:
    """A sentence that uses terms of a concept: its pieces in order, its place (`file:line`), its language tag."""

    segments: tuple[ContextPiece, ...]
    source: str
    language: str


@dataclass(frozen=True, slots=True)
class TermView:
    """One term of a concept. `language` is a canonical tag; `region` (e.g. "TW", or "") is whose wording it is.

    `status` is one of STATUSES or ""; `labels` are further labels to show, such as "acronym"; `count` is the number
    of places that use the term. A proposed term was derived by conversion and occurs in no document.
    """

    text: str
    language: str
    region: str = ""
    status: str = ""
    labels: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    count: int = 0
    is_proposed: bool = False

    @property
    def wording(self) -> str:
        """The region's wording and script, such as "Taiwan wording, simplified characters"; "" for English.

        The script of a term that both scripts write alike (人民) is not named.
        """
        if not is_chinese(self.language):
            return ""
        script = subtags(self.language).script
        characters = "" if script_of(self.text) is Script.BOTH else _SCRIPTS.get(script, "")
        region = Region.__members__.get(self.region)
        if region is None:
            return characters
        is_own = region.script == script or not characters
        return f"{region.label} wording" if is_own else f"{region.label} wording, {characters}"


@dataclass(frozen=True, slots=True)
class PairView:
    """A pair to decide on. `id` is its HTML anchor, `row` are its cells in the table of candidates.

    `confidence` is as shown (`0.90`); `kind` is what the pair names; `evidence` is "" if the pair is only glossed;
    `decision` is "" if nobody has decided.
    """

    id: str
    zh: str
    en: str
    language: str
    confidence: str
    kind: str
    evidence: str
    is_imperfect: bool
    decision: str
    row: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ConceptView:
    """One concept on the page. Its first Chinese and English terms are the heading; `id` is the HTML anchor.

    The search finds it by its text, by `spellings` (its Chinese in both scripts), and by `readings` (the pinyin of
    its Chinese terms, a space after each syllable and a semicolon after each term).
    """

    id: str
    terms: tuple[TermView, ...]
    contexts: tuple[ContextView, ...] = ()
    subject_field: str = ""
    definition: str = ""
    notes: tuple[str, ...] = ()
    pairs: tuple[PairView, ...] = ()
    spellings: str = ""
    readings: str = ""

    @property
    def regions(self) -> str:
        """The regions of the Chinese terms, by their languages and wordings, with spaces between them."""
        found = ((term.region, subtags(term.language).region) for term in self.chinese if not term.is_proposed)
        return " ".join(sorted({region for both in found for region in both if region}))

    @property
    def chinese(self) -> tuple[TermView, ...]:
        """The Chinese terms, in order."""
        return tuple(term for term in self.terms if is_chinese(term.language))

    @property
    def english(self) -> tuple[TermView, ...]:
        """The English terms, in order."""
        return tuple(term for term in self.terms if is_english(term.language))


@dataclass(frozen=True, slots=True)
class Page:
    """The whole page: `counts` are (label, number), `documents` are (file, pairs), `notices` are full sentences.

    `rejected` are pairs that belong to no concept any more. `columns` are the names of the cells of `PairView.row`.
    Undecided pairs with a confidence below `doubtful_below` can be shown alone.
    """

    title: str
    counts: tuple[tuple[str, int], ...]
    concepts: tuple[ConceptView, ...]
    documents: tuple[tuple[str, int], ...] = ()
    notices: tuple[str, ...] = ()
    rejected: tuple[PairView, ...] = ()
    columns: tuple[str, ...] = ()
    doubtful_below: float = 0.0

    @property
    def imperfect(self) -> tuple[PairView, ...]:
        """The undecided pairs that do not correspond in full; a notice links to them."""
        pairs = (pair for concept in self.concepts for pair in concept.pairs)
        return tuple(pair for pair in pairs if pair.is_imperfect and not pair.decision)

    @property
    def statuses(self) -> tuple[str, ...]:
        """The statuses that occur on the page, best first; the legend explains them."""
        used = {term.status for concept in self.concepts for term in concept.terms}
        return tuple(status for status in STATUSES if status in used)


def render_page(page: Page) -> str:
    """Return the page as HTML that works alone: it can be read without scripts, other files or network access."""
    return render("concepts.html.j2", page=page)
