"""Chinese of one region in a text of another: 数位经济 in a mainland report, 網絡安全 in a Taiwan one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from termbase.check.finding import Problem
from termbase.check.mention import is_mention
from termbase.check.preferred import best_of, is_forbidden, region_of
from termbase.check.subject import Subject
from termbase.language import HONG_KONG, SIMPLIFIED, TAIWAN, is_chinese
from termbase.match.matcher import Designation, Hit
from termbase.model import ConceptEntry
from termbase.text.script import HAN, Script, script_of
from termbase.text.word_edges import is_inside_word
from termbase.text.wording import in_script_of

# Whose terms a text may use, its own first. Hong Kong has most of the mainland's wording: 網絡, 軟件.
_OWN = {
    SIMPLIFIED: ("CN",),
    TAIWAN: ("TW",),
    HONG_KONG: ("HK", "CN"),
    "zh-Hans-SG": ("SG", "CN"),
    "zh-Hant-MO": ("MO", "HK", "CN"),
}
_CLAUSE = 20
_HAN_BEFORE = re.compile(rf"[{HAN}]+\Z")
_HAN_AFTER = re.compile(rf"[{HAN}]*")
_PLACES = {"CN": "the mainland", "TW": "Taiwan", "HK": "Hong Kong"}


def region(subject: Subject) -> Iterator[Problem]:
    """A Chinese term in the wording or the characters of another region than the text's own.

    Only where the text's region has a term of its own, seen in use. Quotations and titles are left alone, and so
    are the concepts of `[check.region] except`, whose regional words are ordinary words elsewhere (資料).

    Bad: `数位经济发展迅速` (in a text of the mainland)
    Good: `数字经济发展迅速`
    """
    if subject.language not in _OWN:
        return
    for hit in subject.hits:
        chinese = [d for d in hit.designations if is_chinese(d.language) and not d.term.proposed]
        terms = _own_terms(hit.concept, subject.language)
        fault = _fault(subject, hit, chinese) if chinese and terms else None
        if fault and not _is_left_alone(subject, hit):
            message = f"“{subject.text(hit)}” is {fault}"
            yield Problem(hit.start, hit.end, message, hit.concept.id, _fitting(subject, hit, terms))


def is_foreign(designation: Designation, language: str) -> bool:
    """Whether a Chinese term is wording of another region than that of `language`, which has its own."""
    return (
        language in _OWN
        and is_chinese(designation.language)
        and region_of(designation.language, designation.term) not in _OWN[language]
        and bool(_own_terms(designation.concept, language))
    )


def _fault(subject: Subject, hit: Hit, chinese: list[Designation]) -> str | None:
    if all(is_forbidden(designation.term) for designation in chinese):
        return None  # `deprecated` says so
    regions = [region_of(designation.language, designation.term) for designation in chinese]
    if not any(region in _OWN[subject.language] for region in regions):
        return f"wording of {_PLACES.get(regions[0], 'another region')}"
    foreign = Script.TRADITIONAL if "Hans" in subject.language else Script.SIMPLIFIED
    return "in the characters of another region" if script_of(subject.text(hit)) is foreign else None


def _own_terms(concept: ConceptEntry, language: str) -> tuple[str, ...]:
    for own in _OWN[language]:
        terms = best_of(
            term for tag, term in concept.terms()
            if is_chinese(tag) and region_of(tag, term) == own and not term.proposed
        )  # fmt: skip
        if terms:
            return tuple(in_script_of(term, "CN" if "Hans" in language else language[-2:]) for term in terms)
    return ()


def _is_left_alone(subject: Subject, hit: Hit) -> bool:
    if hit.concept.id in subject.settings.region_except or subject.is_quoted(hit) or is_mention(subject, hit):
        return True
    if "Hans" in subject.language:
        # What a mainland dictionary knows is no wording of Taiwan: 软体动物 "mollusc" is none of its software.
        return is_inside_word(subject.document.text, hit.start, hit.end)
    around = _longer_word(subject, hit)
    return around is not None and _written_there(around, subject.language) == around  # 驅動 in 驅動力


def _fitting(subject: Subject, hit: Hit, terms: tuple[str, ...]) -> tuple[str, ...]:
    """The terms to write instead, none within a word that the region has otherwise: 字符串 is 字串, not 字元串."""
    around = _longer_word(subject, hit) if "Hant" in subject.language else None
    if around is None:
        return terms
    there = _written_there(around, subject.language)
    return tuple(term for term in terms if around.replace(subject.text(hit), term) == there)


def _written_there(word: str, language: str) -> str:
    from termbase.normalize.text import normalize, region_of_tag

    return normalize(word, region_of_tag(language)).text


def _longer_word(subject: Subject, hit: Hit) -> str | None:
    """The word of the dictionary that holds a term and more."""
    from termbase.text.words import dictionary_words

    text = subject.document.text
    before = _HAN_BEFORE.search(text[max(0, hit.start - _CLAUSE) : hit.start])
    after = _HAN_AFTER.match(text[hit.end : hit.end + _CLAUSE])
    assert after is not None
    place = hit.start - len(before[0] if before else "")
    for word in dictionary_words(text[place : hit.end] + after[0]):
        is_longer = len(word) > hit.end - hit.start
        if is_longer and place <= hit.start and hit.end <= place + len(word):
            return word
        place += len(word)
    return None
