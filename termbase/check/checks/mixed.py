"""One concept, one rendering: in a document, an author keeps to one term."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from termbase.check.checks.region import is_foreign
from termbase.check.finding import Problem
from termbase.check.longer_names import is_identifier
from termbase.check.mention import is_named
from termbase.check.preferred import label, region_of
from termbase.check.subject import Subject
from termbase.language import is_chinese, primary_language
from termbase.match.matcher import Designation, Hit
from termbase.model import AdministrativeStatus, TermType
from termbase.text.chinese import chinese_patterns
from termbase.text.english import english_key
from termbase.text.latin_words import is_abbreviation
from termbase.text.script import simplify
from termbase.text.word_edges import is_inside_word

_SHORT_FOLLOWS = re.compile(r"\s?[（(](?:以下)?(?:简称|hereinafter )?为?(?:the )?[“「\"]?")
_REACH = 20
_MOST_LINES = 12
"""More places than these are counted, not listed."""

_SHORT = (TermType.ACRONYM, TermType.ABBREVIATION, TermType.SHORT_FORM)


@dataclass(frozen=True, slots=True)
class Rendering:
    """One way in which a document renders a concept, and every place that it does."""

    designation: Designation
    hits: list[Hit]

    @property
    def status(self) -> AdministrativeStatus | None:
        """What the house decided about the term."""
        return self.designation.term.status

    @property
    def is_preferred(self) -> bool:
        """Whether the house prefers the term."""
        return self.status == AdministrativeStatus.PREFERRED


def mixed(subject: Subject) -> Iterator[Problem]:
    """Two renderings of one concept in one document and one language.

    Where the house prefers one of them, the first place of another is the finding. Where nothing is decided, the
    rendering used most (of equals, the first) is what the others are held against, each at its first place. An
    abbreviation beside its full form is no second rendering, nor are case, plural and hyphens; deprecated terms
    and wordings of two regions, listed or not, have checks of their own, and so the regional words of
    `[check.region] except` do not count. Quotations count only for terms on which nothing is decided: authors
    quote the slogans they render.

    Bad: `A community of shared future ... this community with a shared future`
    Good: `A community with a shared future ... this community with a shared future`
    """
    for renderings in _by_concept(subject):
        reference = max(renderings, key=_weight)
        others = [other for other in renderings if _is_rival(subject, reference, other)]
        for other in others[:1] if reference.is_preferred else others:
            yield _problem(subject, reference, other)


def _by_concept(subject: Subject) -> Iterable[list[Rendering]]:
    found: dict[tuple[int, str, str], dict[str, Rendering]] = {}
    for hit in subject.hits:
        designation = next((d for d in subject.designations(hit) if _counts(subject, d)), None)
        if designation is None or designation.is_reworded or _is_left_alone(subject, hit, designation):
            continue
        group = (id(hit.concept), primary_language(designation.language), _region(designation))
        renderings = found.setdefault(group, {})
        renderings.setdefault(_key(designation), Rendering(designation, [])).hits.append(hit)
    return [list(renderings.values()) for renderings in found.values()]


def _counts(subject: Subject, designation: Designation) -> bool:
    term = designation.term
    is_out = term.proposed or term.is_forbidden or term.type in _SHORT or is_abbreviation(term.term)
    return not (is_out or is_foreign(designation, subject.language))


def _is_left_alone(subject: Subject, hit: Hit, designation: Designation) -> bool:
    """Quoted, talked about, a package's name, or a part of another word: 电脑 in 笔记本电脑."""
    if designation.term.status is not None and subject.is_quoted(hit):
        return True
    is_part = is_chinese(designation.language) and is_inside_word(subject.document.text, hit.start, hit.end)
    is_name = designation.term.is_proper_noun and is_identifier(subject, hit)
    return is_part or is_name or is_named(subject, hit)


def _key(designation: Designation) -> str:
    """What makes two terms one rendering. Chinese forms that the house ranks are two: 平臺經濟 before 平台經濟."""
    term = designation.term
    if is_chinese(designation.language):
        return term.term if term.status else "".join(chinese_patterns(term.term)[:1]) or term.term
    return english_key(term.term)


def _weight(rendering: Rendering) -> tuple[bool, bool, int, int]:
    return rendering.is_preferred, rendering.status is not None, len(rendering.hits), -rendering.hits[0].start


def _is_rival(subject: Subject, reference: Rendering, other: Rendering) -> bool:
    """Whether two renderings should be one; those that the house allows alike need not."""
    is_allowed_alike = other.status is not None and other.status == reference.status
    return not (
        other is reference
        or is_allowed_alike
        or _is_ordinary_word(subject, other)
        or _is_introduced(subject, reference, other)
    )


def _is_ordinary_word(subject: Subject, rendering: Rendering) -> bool:
    """Whether another region has this very word, and the house calls such words ordinary: 數據 in Taiwan."""
    hit = rendering.hits[0]
    is_shared = is_chinese(rendering.designation.language) and len({_region(d) for d in hit.designations}) > 1
    return is_shared and hit.concept.id in subject.settings.region_except


def _is_introduced(subject: Subject, reference: Rendering, other: Rendering) -> bool:
    """Whether the text itself gives the rendering as the short form: 国家互联网信息办公室（以下简称国家网信办）."""
    written = subject.text(other.hits[0])
    return any(
        subject.text(short) == written
        and _SHORT_FOLLOWS.fullmatch(simplify(subject.document.text[full.end : short.start]))
        for full in reference.hits
        if full.end - full.start > len(written)
        for short in subject.near(full, full.end - full.start + _REACH)
    )


def _region(designation: Designation) -> str:
    return region_of(designation.language, designation.term)


def _problem(subject: Subject, reference: Rendering, other: Rendering) -> Problem:
    concept = other.designation.concept
    first = other.hits[0]
    both = " and ".join(_named(subject, rendering) for rendering in (other, reference))
    message = f"{both} render {label(concept, other.designation.language)}"
    return Problem(first.start, first.end, message, concept.id, (reference.designation.term.term,))


def _named(subject: Subject, rendering: Rendering) -> str:
    unit = subject.document.unit
    lines = [str(line) for line in dict.fromkeys(subject.line(hit) for hit in rendering.hits)]
    more = f" and {len(lines) - _MOST_LINES} more" if len(lines) > _MOST_LINES else ""
    places = (f"{unit}s " if lines[1:] else f"{unit} ") + ", ".join(lines[:_MOST_LINES]) + more
    return f"“{rendering.designation.term.term}” ({places})"
