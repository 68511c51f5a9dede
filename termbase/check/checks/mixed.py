"""Checks that a document uses one term for a concept."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

from termbase.check.checks.region import is_foreign
from termbase.check.finding import Problem
from termbase.check.preferred import label, region_of
from termbase.check.subject import Subject
from termbase.check.uses.longer_names import is_identifier, is_in_name
from termbase.check.uses.mention import is_named
from termbase.check.uses.other_names import is_cut_from_compound
from termbase.language import is_chinese, primary_language
from termbase.match.matcher import Designation, Hit
from termbase.model import AdministrativeStatus, ConceptEntry, TermType
from termbase.renderings.cedict import is_english_word
from termbase.renderings.term_forms import are_forms
from termbase.text.chinese.cut_words import is_inside_word
from termbase.text.chinese.folded_chinese import chinese_patterns
from termbase.text.english.english_stems import stem
from termbase.text.english.folded_english import english_key
from termbase.text.latin_words import is_abbreviation
from termbase.text.script import simplify
from termbase.text.sentences import unwrapped
from termbase.text.small_words import SMALL_WORDS

_SHORT_FOLLOWS = re.compile(r"\s?[（(](?:以下)?(?:简称|hereinafter )?为?(?:the )?[“「\"]?")
_ALIAS = re.compile(r"\s?/\s?|,\s+(?:or|also\s+called|also\s+known\s+as)\s+(?:(?:the|an?)\s+)?[“\"‘'*_]{0,3}")
_IN_BRACKET, _BRACKET_END = (
    re.compile(r",\s?|\s?[、/]\s?|\s+or\s+(?:(?i:the|an?)\s+)?|\s?或者?\s?"),
    re.compile(r"\s?[)）]"),
)
_OPENING = re.compile(r"[(（]\s?(?:[Tt]he |[Aa]n? )?\Z")
"""What stands around and between two names that a bracket gives for one thing: 空明定律 (Lamp Law or Oak's Law)."""

_ALIAS_END = re.compile(r"[”\"’'*_]{0,3}\s?[,.;:()，。；：、（）]")
_SHORT_WORD = 2
_REACH = 20
_BESIDE = 12
"""Within how many characters of an English word its Chinese shows what it stands for."""

_MOST_LINES = 12
"""Maximum number of lines to list in a message. Further ones are counted."""

_SHORT = (TermType.ACRONYM, TermType.ABBREVIATION, TermType.SHORT_FORM)


@dataclass(frozen=True, slots=True)
class Rendering:
    """A term that a document uses for a concept, with all places that use it."""

    designation: Designation
    hits: list[Hit]

    @property
    def status(self) -> AdministrativeStatus | None:
        """The administrative status of the term."""
        return self.designation.term.status

    @property
    def is_preferred(self) -> bool:
        """Whether the term is a preferred one."""
        return self.status == AdministrativeStatus.PREFERRED


def mixed(subject: Subject) -> Iterator[Problem]:
    """A document uses two terms of one concept in one language.

    The right one is the preferred term; if none is preferred, a term with a status; if none has one, the term of
    the majority: the one used in the most places of this document, headings and table cells included. The first use
    of each other term is reported, or only of the first one beside a preferred term. If two are used equally often,
    the later one is reported without saying which to write. An
    abbreviation beside its full form does not count as a second term, nor does a difference in case, plural or
    hyphens. Deprecated terms and wordings of other regions are left to `deprecated` and `region`, so regional words
    in `[check.region] except` do not count either. Terms in quotations count only if they have no status, since
    authors quote the slogans that they translate; two that the document lists in a table of words are both right.
    Ordinary words without a status (*thought*, *mind*) count only
    beside their Chinese. With `--since`, the right one of two terms without status is the one in lines that have
    not changed, and a use in a changed line is reported.

    Bad: `A community of shared future ... this community with a shared future`
    Good: `A community with a shared future ... this community with a shared future`
    """
    for renderings in _by_concept(subject):
        reference = max(renderings, key=partial(_weight, subject))
        others = [other for other in renderings if _is_rival(subject, reference, other)]
        others.sort(key=lambda other: not any(map(subject.is_changed, other.hits)))
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
    """Whether a term is quoted, mentioned, the name of a package, or part of a longer word: 电脑 in 笔记本电脑."""
    if designation.term.status is not None and subject.is_quoted(hit):
        return True
    if designation.term.status is None and _is_any_word(subject, hit):
        return True
    is_part = is_chinese(designation.language) and is_inside_word(subject.running.text, *subject.running.place(hit))
    is_proper = designation.term.is_proper_noun
    is_name = is_identifier(subject, hit) if is_proper else is_in_name(subject, hit)
    is_part = is_part or is_cut_from_compound(subject, hit)
    return is_part or is_name or is_named(subject, hit)


def _is_any_word(subject: Subject, hit: Hit) -> bool:
    """Whether an English term is an ordinary word, which need not stand for the Chinese of its concept: *thought*.

    It does beside that Chinese (*thought* 思想), and in a translation of it.
    """
    written = subject.text(hit)
    if subject.is_side or not is_english_word(written):
        return False
    around = subject.before(hit, _BESIDE) + subject.after(hit, _BESIDE)
    return not any(term.term in around for tag, term in hit.concept.terms() if is_chinese(tag))


def _key(designation: Designation) -> str:
    """Return the key by which spellings of one term are compared.

    Chinese spellings with a status stay different, because the termbase prefers one: 平臺經濟 over 平台經濟.
    """
    term = designation.term
    if is_chinese(designation.language):
        return term.term if term.status else "".join(chinese_patterns(term.term)[:1]) or term.term
    return english_key(term.term)


def _weight(subject: Subject, rendering: Rendering) -> tuple[bool, bool, int, int, int]:
    return *_rank(subject, rendering), -rendering.hits[0].start


def _rank(subject: Subject, rendering: Rendering) -> tuple[bool, bool, int, int]:
    """Return what decides between two terms, unchanged places first. If it is equal, neither is right."""
    hits, old = rendering.hits, sum(not subject.is_changed(hit) for hit in rendering.hits)
    return rendering.is_preferred, rendering.status is not None, old, len(hits)


def _is_rival(subject: Subject, reference: Rendering, other: Rendering) -> bool:
    """Whether a document should not use both terms. It may use both if they have the same status."""
    is_allowed_alike = other.status is not None and other.status == reference.status
    return not (
        other is reference
        or is_allowed_alike
        or _are_forms(reference, other)
        or _are_listed(subject, reference, other)
        or _is_ordinary_word(subject, other)
        or _is_introduced(subject, reference, other)
        or _is_end_of_name(reference, other)
        or _says_more(reference, other)
        or _are_two_words(subject, reference, other)
    )


def _are_listed(subject: Subject, *renderings: Rendering) -> bool:
    """Whether the document has a list of words with both, each beside its translation."""
    return all(any(hit.start in subject.entries for hit in each.hits) for each in renderings)


def _are_forms(*renderings: Rendering) -> bool:
    return are_forms(*(each.designation.term.term for each in renderings))


def _is_end_of_name(reference: Rendering, other: Rendering) -> bool:
    """Whether a text has a long name first, and then its last words: *Tri-City Bay Area*, *Bay Area*."""
    name, short = reference.designation.term, other.designation.term
    is_end = " " in short.term and name.term.endswith(f" {short.term}")
    return name.is_proper_noun and is_end and reference.hits[0].start < other.hits[0].start


def _says_more(*renderings: Rendering) -> bool:
    """Whether one of two English terms has all words of the other, and extraction has them for one: *(old) lamp*.

    A gloss does not show where its Chinese begins, so the longer one may be of a longer term. Names are shortened.
    """
    terms = [each.designation.term for each in renderings]
    if not renderings[0].designation.concept.kind or any(term.status or term.is_proper_noun for term in terms):
        return False
    one, other = (set(map(stem, english_key(term.term).split())) - SMALL_WORDS for term in terms)
    return one < other or other < one


def _are_two_words(subject: Subject, *renderings: Rendering) -> bool:
    """Whether a Chinese document glosses a short word by two English ones that have nothing in common.

    The Chinese word then has two senses, if nobody has decided otherwise: 属性 is *property* and *attribute*. A
    longer one has one sense: 网络强国 is no *cyber power* and *nation of networks*.
    """
    if subject.is_side or not is_chinese(subject.language) or any(each.status for each in renderings):
        return False
    entry = renderings[0].hits[0].concept
    if any(len(term.term) > _SHORT_WORD for tag, term in entry.terms() if is_chinese(tag)):
        return False
    terms = [each.designation.term.term for each in renderings]
    stems = [set(map(stem, english_key(term).split())) - SMALL_WORDS for term in terms]
    return all(map(str.isascii, terms)) and stems[0].isdisjoint(stems[1])


def _is_ordinary_word(subject: Subject, rendering: Rendering) -> bool:
    """Whether another region has the same word and the settings exclude the concept from `region`: 數據."""
    hit = rendering.hits[0]
    is_shared = is_chinese(rendering.designation.language) and len({_region(d) for d in hit.designations}) > 1
    return is_shared and hit.concept.id in subject.settings.region_except


def _is_introduced(subject: Subject, reference: Rendering, other: Rendering) -> bool:
    """Whether the text introduces a term: 国家互联网信息办公室（以下简称国家网信办）.

    It may also name both: *hukou, or household registration,*; 样本 (example, sample).
    """
    hits = sorted((*reference.hits, *other.hits), key=lambda hit: hit.start)
    if any(_is_alias(subject, *both) for both in pairwise(hits)):
        return True
    written = subject.text(other.hits[0])
    return any(
        subject.text(short) == written and _SHORT_FOLLOWS.fullmatch(simplify(subject.between(full, short)))
        for full in reference.hits
        if full.end - full.start > len(written)
        for short in subject.near(full, full.end - full.start + _REACH)
    )


def _is_alias(subject: Subject, first: Hit, last: Hit) -> bool:
    between, after = subject.between(first, last), subject.after(last, _REACH)
    if _ALIAS.fullmatch(between):
        return _ALIAS_END.match(after) is not None
    is_in_bracket = _OPENING.search(subject.before(first, _REACH)) and _BRACKET_END.match(after)
    return bool(is_in_bracket and _IN_BRACKET.fullmatch(between))


def _region(designation: Designation) -> str:
    return region_of(designation.language, designation.term)


def _problem(subject: Subject, reference: Rendering, other: Rendering) -> Problem:
    concept = other.designation.concept
    first = next(filter(subject.is_changed, other.hits), other.hits[0])
    both = " and ".join(_named(subject, rendering) for rendering in (other, reference))
    message = f"{both} are both used for {_counterpart(subject, concept, other.designation.language)}"
    suggestions = () if _rank(subject, reference) == _rank(subject, other) else (_written(subject, reference),)
    uses = tuple(hit.start for rendering in (other, reference) for hit in rendering.hits)
    return Problem(first.start, first.end, message, concept.id, suggestions, uses=uses)


def _written(subject: Subject, rendering: Rendering) -> str:
    """Return a term as the document writes it if it is Chinese: its script need not be the one of the termbase."""
    if not is_chinese(rendering.designation.language):
        return rendering.designation.term.term
    return "".join(subject.text(rendering.hits[0]).split())


def _counterpart(subject: Subject, concept: ConceptEntry, language: str) -> str:
    """Name the concept by its first term in the other language in the document, or else by the termbase's own."""
    for hit in subject.hits:
        if hit.concept is concept and is_chinese(hit.designations[0].language) != is_chinese(language):
            return unwrapped(subject.text(hit))
    return label(concept, language)


def _named(subject: Subject, rendering: Rendering) -> str:
    unit = subject.document.unit
    lines = [str(line) for line in dict.fromkeys(subject.line(hit) for hit in rendering.hits)]
    more = f" and {len(lines) - _MOST_LINES} more" if len(lines) > _MOST_LINES else ""
    places = (f"{unit}s " if lines[1:] else f"{unit} ") + ", ".join(lines[:_MOST_LINES]) + more
    return f"“{_written(subject, rendering)}” ({places})"
