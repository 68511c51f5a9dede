"""One self-contained HTML page of concepts, their forms and the sentences that use them: for people to review.

Make a `Page` and give it to `render_page`. The dataclasses hold exactly what the template `page.html.j2` shows, so
they are also its documentation. Strings are plain text: the template escapes them. Equal pages give equal bytes.
"""

from __future__ import annotations

from dataclasses import dataclass

from termbase.language import Region, is_chinese, is_english, subtags
from termbase.model import AdministrativeStatus

STATUSES = tuple(status.value for status in AdministrativeStatus)
_SCRIPTS = {"Hans": "simplified characters", "Hant": "traditional characters"}


@dataclass(frozen=True, slots=True)
class ContextPiece:
    """A piece of a context sentence, marked where it is half of the pair; `language` if not the sentence's."""

    text: str
    is_marked: bool = False
    language: str = ""


@dataclass(frozen=True, slots=True)
class ContextView:
    """A sentence that uses the terms of a concept: its pieces in order, its language, its place (`file:line`)."""

    segments: tuple[ContextPiece, ...]
    source: str
    language: str


@dataclass(frozen=True, slots=True)
class TermView:
    """One form of a concept. `language` is a canonical tag; `region` the region whose wording it is, or empty.

    `status` is one of STATUSES or empty; `labels` are further chips, as "acronym"; `count` is the number of places
    that use it. A proposed form was derived and stands in no document.
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
        """Whose wording in which characters: "Taiwan wording, simplified characters". Empty for English."""
        if not is_chinese(self.language):
            return ""
        script = subtags(self.language).script
        characters = _SCRIPTS.get(script, "")
        region = Region.__members__.get(self.region)
        if region is None:
            return characters
        return f"{region.label} wording" if region.script == script else f"{region.label} wording, {characters}"


@dataclass(frozen=True, slots=True)
class ConceptView:
    """One card. The first Chinese and the first English term are its heading; `id` is its anchor on the page."""

    id: str
    terms: tuple[TermView, ...]
    contexts: tuple[ContextView, ...] = ()
    subject_field: str = ""
    definition: str = ""
    notes: tuple[str, ...] = ()

    @property
    def chinese(self) -> tuple[TermView, ...]:
        """The Chinese forms, in order."""
        return tuple(term for term in self.terms if is_chinese(term.language))

    @property
    def english(self) -> tuple[TermView, ...]:
        """The English forms, in order."""
        return tuple(term for term in self.terms if is_english(term.language))


@dataclass(frozen=True, slots=True)
class Page:
    """The whole page: `counts` are (what, how many), `documents` (file, pairs), `notices` whole sentences."""

    title: str
    counts: tuple[tuple[str, int], ...]
    concepts: tuple[ConceptView, ...]
    documents: tuple[tuple[str, int], ...] = ()
    notices: tuple[str, ...] = ()

    @property
    def statuses(self) -> tuple[str, ...]:
        """The statuses that some term of the page has, best first: what the legend explains."""
        used = {term.status for concept in self.concepts for term in concept.terms}
        return tuple(status for status in STATUSES if status in used)


def render_page(page: Page) -> str:
    """The page as HTML that needs nothing beside itself: no script to read it, no file, no network."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("termbase.report", "."),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        undefined=StrictUndefined,
    )
    return environment.get_template("page.html.j2").render(page=page)
