"""Checks the capitals of proper names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from termbase.check.finding import Problem
from termbase.check.subject import Subject, sides, sides_with_marks
from termbase.check.uses.longer_names import is_identifier
from termbase.check.uses.other_countries import has_common_head, is_of_china, is_of_other_country
from termbase.check.uses.other_names import is_taught
from termbase.language import is_english
from termbase.match.matcher import Designation, Hit
from termbase.text.latin_words import is_abbreviation
from termbase.text.offsets import MASK
from termbase.text.word_classes import WordClass, words_of

_WORD = re.compile(r"[^\W_]+")
_SENTENCE_BEGIN = re.compile(r"(?:\A|[.!?]\s)[\s\"“‘'*_]*\Z")
_OWNER = re.compile(r"['’]s?\s")
_DETERMINED = re.compile(
    r"(?s:.*)(?:\b(?:an?|any|every|each|another|no|some|such|which|what|many|most|several|two|three)"
    r"|(?P<owner>\b(?:its|their|his|her|our|your|whose)|[^\W\d_]['’]s|[^\W\d_]s['’]))"
    r"\s+(?P<between>(?:[\w-]+\s+){0,3})\Z",
    re.IGNORECASE,
)
_GENERIC_BEFORE = re.compile(
    r"\b(?:national|regional|youth|draft|proposed|similar|comprehensive|federal|state|local|domestic|foreign|model|general|separate|"
    r"stricter|future|planned|respective|various|other|own)\s+\Z",
    re.IGNORECASE,
)
_FOLLOWED = re.compile(
    r"\s+(?:firms?|practices?|practitioners?|experts?|scholars?|professors?|lawyers?|schools?|courses?|class(?:es)?|"
    r"clinics?|journals?|specialists?|studies|research|regimes?|frameworks?)\b"
)
"""Nouns before which a name in lower case is generic: a *cybersecurity law firm*."""

_OF_ANY = re.compile(
    r"\s+(?:of|in)\s+(?:each|every|any|all|many|most|several|various|(?:the\s+)?(?:other|respective))\b"
)
"""What follows a name in lower case that several have: *the ministry of education of each country*."""

_HEAD_AFTER = re.compile(
    r"\s+(?:projects?|countr(?:y|ies)|partners?|forums?|summits?|members?|meetings?|agreements?|funds?|deals?|delegates?|"
    r"delegations?|officials?|schemes?|loans?|investments?|regions?|spokes\w+)\b"
)
"""Nouns to which an article before the name belongs: *a belt and road initiative project*."""

_NOT_BEFORE_NOUN = (WordClass.PREPOSITION, WordClass.CONJUNCTION, WordClass.VERB, WordClass.DETERMINER)
_LONG = 5
"""Initials with so many letters are no other name by chance: *Unesco*."""

_PARTS = re.compile(rf"[\r\n{MASK}]")


def case(subject: Subject) -> Iterator[Problem]:
    """A proper name (part of speech `properNoun`) is written without its capitals.

    Lines and names of several words that are all in capitals are not checked. Small words may have a capital, as
    in headings. If the termbase has several spellings of a name, each is right. Some words in lower case are not
    names: a plural (*global initiatives on data security*, *two windows*), initials (*dd* is not DD, *Who* at the
    start of a sentence is not WHO, and *Pipl* is another name than PIPL in a document without that;
    five letters and more are no accident: *Unesco*), part of an
    identifier (*gnome-shell*), and generic use: *a cybersecurity law*, *Vietnam's cybersecurity law*, *national
    cybersecurity law*, *cybersecurity law firm*.

    Bad: `the digital Silk road`
    Good: `the Digital Silk Road`
    """
    for hit in subject.hits:
        names = [d for d in hit.designations if _is_name(d)]
        if not names or len(names) < len(hit.designations) or subject.is_quoted_unused(hit):
            continue
        written = subject.text(hit)
        inner = _in_sentence(subject, hit, written)
        is_right = any(_has_capitals(written, d.term.term) or _is_common(inner, d.term.term) for d in names)
        if not is_right and not _is_left_alone(subject, hit, written):
            terms = tuple(d.term.term for d in names)
            message = f"“{written}” is a proper name, written “{terms[0]}”"
            yield Problem(hit.start, hit.end, message, hit.concept.id, terms)


def _is_name(designation: Designation) -> bool:
    term = designation.term
    return is_english(designation.language) and term.is_proper_noun and not term.is_forbidden


def _has_capitals(written: str, term: str) -> bool:
    pairs = zip(_WORD.findall(written), _WORD.findall(term), strict=False)
    return all(_is_cased_as(word, wanted) for word, wanted in pairs)


def _is_cased_as(word: str, wanted: str) -> bool:
    """Whether a word has the capitals of another, over the length of the shorter one: `Roads` matches `Road`."""
    both = min(len(word), len(wanted))
    shape = [char.isupper() for char in word[:both]]
    wanted_shape = [char.isupper() for char in wanted[:both]]
    return shape == wanted_shape or (wanted.islower() and shape[1:] == wanted_shape[1:])


def _in_sentence(subject: Subject, hit: Hit, written: str) -> str:
    """Return words as within a sentence: without the capital that only the beginning of one gives them."""
    lowered = written[:1].lower() + written[1:]
    if len(written) >= _LONG and all(_is_initials(one.term.term) for one in hit.designations):
        return written
    return lowered if lowered.islower() and _begins_sentence(subject, hit) else written


def _is_common(written: str, term: str) -> bool:
    """Whether words in lower case are common nouns: a plural, or a word that only looks like initials.

    Words with a possessive that the name lacks are not the name either: *Debian's developers*.
    """
    if _OWNER.search(written) and not _OWNER.search(term):
        return True
    words, own = _WORD.findall(written), _WORD.findall(term)
    pairs = zip(words, own, strict=False)
    is_plural = any(word.endswith("s") and (len(own) == 1 or not its.endswith("s")) for word, its in pairs)
    is_singular = len(own) == 1 and own[0] == words[0].capitalize() + "s"
    return written.islower() and (is_plural or is_singular or _is_initials(term))


def _is_initials(term: str) -> bool:
    """Whether a term is mostly capitals: GenAI, but not WeChat, which is a name in *wechat* too."""
    return is_abbreviation(term) and 2 * sum(map(str.isupper, term)) >= sum(map(str.isalpha, term))


def _is_left_alone(subject: Subject, hit: Hit, written: str) -> bool:
    initials = all(_is_initials(designation.term.term) for designation in hit.designations)
    is_capitalized = initials and written == written.capitalize() and len(written) < _LONG
    is_other_word = is_capitalized and (_begins_sentence(subject, hit) or not _is_spelt_right(subject, hit))
    is_part = is_identifier(subject, hit) or _is_shouted(subject, hit)
    is_low = _in_sentence(subject, hit, written).islower()
    return is_other_word or is_part or (is_low and _is_generic(subject, hit))


def _is_generic(subject: Subject, hit: Hit) -> bool:
    """Whether the words beside a name in lower case show that any such thing is meant: *a*, *Vietnam's*, *firm*."""
    before, after = sides(subject, hit)
    if _FOLLOWED.match(after) or _OF_ANY.match(after) or _GENERIC_BEFORE.search(before) or is_taught(before):
        return True
    if is_of_other_country(subject, hit):
        return True
    found = _DETERMINED.match(before)
    if found is None or _HEAD_AFTER.match(after):
        return False
    if found["owner"] and is_of_china(before):
        return False  # China's cybersecurity law is the one
    if found["owner"] and not has_common_head(subject.text(hit)):
        return False  # China's belt and road initiative is no other than the one
    between = found["between"].lower().split()
    return not any(word in words_of(*_NOT_BEFORE_NOUN) for word in between)


def _is_spelt_right(subject: Subject, hit: Hit) -> bool:
    """Whether the document has the initials in capitals somewhere; if not, *Pipl* is another name than PIPL."""
    return any(other.concept is hit.concept and subject.text(other).isupper() for other in subject.hits)


def _begins_sentence(subject: Subject, hit: Hit) -> bool:
    before, _ = sides(subject, hit)
    return _SENTENCE_BEGIN.search(before) is not None


def _is_shouted(subject: Subject, hit: Hit) -> bool:
    """Whether a name of several words is all in capitals, or the text from the last line end or tag to the next."""
    if len(_WORD.findall(subject.text(hit))) > 1 and subject.text(hit).isupper():
        return True
    before, after = sides_with_marks(subject, hit)
    around = _PARTS.split(before)[-1] + subject.text(hit) + _PARTS.split(after)[0]
    return around.isupper()
