"""Checks that a translation has the terms of its source."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from termbase.check.bilingual.bitext_subject import BitextSubject, SideText
from termbase.check.bilingual.doubtful_words import may_be_other_words
from termbase.check.bilingual.other_uses import (
    is_beside_variable,
    is_in_fixed_phrase,
    is_in_name_of_code,
    is_other_part_of_speech,
    is_translated_as_verb,
)
from termbase.check.bilingual.rendered_phrases import is_phrase_rendered
from termbase.check.bilingual.segment_terms import attested_terms, is_name, nested_hits, written_at
from termbase.check.bilingual.special_segments import is_key
from termbase.check.bilingual.word_uses import WordUses
from termbase.check.finding import Problem
from termbase.check.subject import Subject, sides
from termbase.check.text_region import foreign_region, written_there
from termbase.check.uses.chinese_names import is_in_named_title, is_in_official_name, is_of_other_place
from termbase.check.uses.english_clause import is_clause
from termbase.check.uses.ordinary_words import is_ordinary_word
from termbase.check.uses.other_fields import is_of_other_field
from termbase.document.passages import searchable
from termbase.language import is_chinese, is_english
from termbase.match.matcher import Hit
from termbase.model import ConceptEntry
from termbase.renderings.abbreviated import has_abbreviation
from termbase.renderings.beside_code import has_code_inside, has_name_before_code
from termbase.renderings.inflected import renders
from termbase.renderings.negated import has_other_negation
from termbase.renderings.phrases import renders_again, renders_phrase
from termbase.renderings.rendered_characters import rendered_bits
from termbase.renderings.shortened import (
    has_alternative,
    has_compound,
    has_contraction,
    has_full_form,
    has_initials,
    has_joint,
    has_latin_form,
    has_spelling,
    has_usual_short_form,
    has_wider_word,
    has_word_alone,
    means,
)
from termbase.text.chinese.folded_chinese import fold_chinese
from termbase.text.english.english_stems import stem
from termbase.text.offsets import MASK, is_within
from termbase.text.placeholders import CODE
from termbase.text.script import HAN

_NAME = re.compile(r"\b[A-Z]{3,8}\b|\b[A-Z][a-z]+(?:\s(?:of|for|on|and|the|&))*\s[A-Z][a-z]+")
"""Matches initials, or two words with capitals, as names of bodies have."""

_COMPOUND = re.compile(r"[A-Za-z]-\Z")
_WORDS = re.compile(r"[A-Za-z]{3,}")
_FILE_BEFORE = re.compile(r"(?<![\w.])([\w-]+\.[A-Za-z]\w{0,4})[\"'”’`]?\s\Z")
_ARTICLE, _LETTER = re.compile(r"\b(?:the|this|that)\b", re.IGNORECASE), re.compile(r"[^\W_]")
_CODE_AFTER = re.compile(rf"\s[“”\"'‘’`]({CODE.pattern})")
_BEFORE_CODE = re.compile(rf"([{HAN}])\s?[“”\"'‘’「『《`]\Z")
_DEFINITE = re.compile(r"\b(?:the|this|that|these|those)\s+\Z", re.IGNORECASE)
_PRONOUN = re.compile("[它牠](?!的)")
_YOU, _USER, _ENGLISH_YOU = re.compile("[您你]"), re.compile("用[户戶]|使用者"), re.compile(r"\byou", re.IGNORECASE)
_OTHER_PARTY, _PERSON = re.compile("[对對]方"), re.compile("[者人户戶友员員]\\Z")
_ENGLISH_PRONOUN = re.compile(r"\b(?:it|its|itself|they|them|their|he|him|his|she|her)\b", re.IGNORECASE)
_JOINT = re.compile(r"[\s-]?(?:(?:of|the|an?)\s)*")
"""Matches the text that may separate two parts of one name."""


_OTHER_WORDS = (
    is_in_fixed_phrase,
    is_in_name_of_code,
    is_other_part_of_speech,
    is_beside_variable,
    is_of_other_field,
    is_clause,
)
"""What shows that English words are no term. Those that search the dictionary are last."""


def missing(subject: BitextSubject) -> Iterator[Problem]:
    """The source has a term, and the target has no translation of it that the termbase lists.

    Any listed translation counts, and one is enough if the source repeats the term. But two terms of the source
    cannot share one translation: *Cybersecurity* in *Cybersecurity Law* does not count for 网络安全 as well. A
    deprecated translation is reported by `deprecated` instead. A translation may be shortened (地址 for
    电子邮件地址, *address*; 檔案 in 文字檔, *text file*) or joined with another one (音频 in 音视频, *audio and
    video*). A name that is also an ordinary word counts only with its capital: *Home*, not *home*. Words in fixed
    phrases are no terms: *in order to*.

    Bad: `网络安全靠大家。` = `Safety is up to everyone.`
    Good: `网络安全靠大家。` = `Cybersecurity is up to everyone.`
    """
    uses, problems = WordUses(subject), list[tuple[Hit, Problem]]()
    for number, pair in enumerate(subject.bitext.pairs):
        required = () if is_key(pair.source, pair.target) else subject.source.hits.get(number, ())
        lacking: set[int] = set()
        for _, same_place in groupby(required, key=lambda hit: hit.start):
            candidates = [hit for hit in same_place if not _is_other_word(subject.source, hit)]
            if not candidates:
                continue
            concept = candidates[0].concept
            terms = attested_terms(concept, subject.bitext.target_language)
            if terms and id(concept) not in lacking and not _is_rendered(subject, number, candidates):
                if uses.is_in_other_sense(number, candidates[0], terms) or _is_none(
                    subject, number, candidates[0], terms
                ):
                    continue
                lacking.add(id(concept))
                problems.append((candidates[0], _problem(subject, candidates[0], terms)))
    yield from uses.with_decisions(problems)


def _is_none(subject: BitextSubject, number: int, hit: Hit, terms: Sequence[str]) -> bool:
    """Whether no translation is due: a pronoun or name stands for it, or the source has other words there."""
    is_said_otherwise = _is_pronoun(subject, number, hit) or _is_official_name(subject, number, hit)
    return is_said_otherwise or may_be_other_words(subject, number, hit, terms)


def _is_official_name(subject: BitextSubject, number: int, hit: Hit) -> bool:
    """Whether a Chinese term is in the name of a body, and the target has a name: 网络安全学院."""
    source = subject.source.subject
    if not is_chinese(source.language) or not is_in_official_name(source.running.text, source.running.place(hit)):
        return False
    return _NAME.search(subject.bitext.pairs[number].target) is not None


def _is_pronoun(subject: BitextSubject, number: int, hit: Hit) -> bool:
    """Whether a target has a pronoun for a term that has an article: *force the program to quit*, 强制它退出.

    Of a person, 对方 is one: *the user is not online*, 对方不在线. A user may be spoken to: 您.
    """
    pair, language = subject.bitext.pairs[number], subject.bitext.target_language
    if _YOU.search(pair.target) and not _ENGLISH_YOU.search(pair.source):
        return any(map(_USER.fullmatch, attested_terms(hit.concept, language)))
    if _OTHER_PARTY.search(pair.target) and any(map(_PERSON.search, attested_terms(hit.concept, language))):
        return True
    before, _ = sides(subject.source.subject, hit)
    if not (_DEFINITE.search(before) and is_chinese(subject.bitext.target_language)):
        return False
    return len(_PRONOUN.findall(pair.target)) > len(_ENGLISH_PRONOUN.findall(pair.source))


def _is_rendered(subject: BitextSubject, number: int, candidates: Sequence[Hit]) -> bool:
    found = subject.target.hits.get(number, ())
    concepts = [candidate.concept for candidate in candidates]
    if any(hit.concept is concept for hit in found for concept in concepts):
        return True
    others = [hit for hit in subject.source.hits[number] if not _is_joined(subject.source, hit, candidates[0])]
    taken = [hit for hit in found if any(hit.concept is other.concept for other in others)]
    return any(
        nested.concept is concept and not is_within(nested, taken)
        for nested in nested_hits(subject.target, number)
        for concept in concepts
    ) or (
        _has_other_form(subject.target, number, concepts, taken)
        or _is_shortened(subject, number, candidates[0], concepts)
    )


def _is_shortened(subject: BitextSubject, number: int, hit: Hit, concepts: Sequence[ConceptEntry]) -> bool:
    """Whether a part of a compound (*full-screen*) has one character of its Chinese translation: 全屏 with 屏幕.

    So has a term that is joined with another one of the source: 音视频 with 音频 and 视频.
    """
    source, target = subject.source.subject, subject.bitext.pairs[number].target
    if is_chinese(subject.bitext.target_language) and _is_in_short(subject, number, hit, concepts):
        return True
    if not (_COMPOUND.search(source.before(hit, 2)) or _COMPOUND.search(source.after(hit, 2)[::-1])):
        return False
    terms = (term.term for concept in concepts for tag, term in concept.terms() if is_chinese(tag))
    folded, english = fold_chinese(target).text, written_at(subject, hit)
    return is_chinese(subject.bitext.target_language) and any(
        character in folded for term in terms for character in means(term, english)
    )


def _is_in_short(subject: BitextSubject, number: int, hit: Hit, concepts: Sequence[ConceptEntry]) -> bool:
    source, target = subject.source.subject.document.text, subject.bitext.pairs[number].target
    language = subject.bitext.target_language
    others = [term for each in subject.source.hits[number] for term in attested_terms(each.concept, language)]
    block = subject.source.subject.document.blocks[number]
    before, after = source[block.start : hit.start], source[hit.end : block.start + len(block.text)]
    english = written_at(subject, hit)
    around = set(map(stem, _WORDS.findall(f"{before} {after}".casefold())))
    is_repeated = around.issuperset(map(stem, _WORDS.findall(english.casefold())))
    if renders_phrase(target, english, before, after) or is_phrase_rendered(subject, number, hit):
        return True
    if renders_again(target, english) or has_abbreviation(target, english, before, after):
        return True
    if _names_code(target, before, after):
        return True
    if is_translated_as_verb(subject, number, hit):
        return True
    return any(
        has_joint(target, term, others)
        or has_compound(target, term, english, before, after)
        or has_word_alone(target, term, english)
        or has_wider_word(target, term, english, before, after)
        or (has_spelling(target, term) and not is_repeated)
        or has_contraction(target, term, english)
        or has_usual_short_form(term, english, (block.text, target), language)
        or has_full_form(target, term)
        or has_name_before_code(target, term)
        or has_code_inside(target, term)
        or has_alternative(target, term)
        or has_latin_form(target, term)
        or has_other_negation(target, term)
        or has_initials(target, term)
        or _has_word_of_region(target, term, language)
        for concept in concepts
        for term in attested_terms(concept, language)
    )


def _has_word_of_region(target: str, term: str, language: str) -> bool:
    """Whether a target has the word of its region for a listed one of another region: 欄位 for 字段 in Taiwan."""
    return foreign_region(term, language, ()) is not None and written_there(term, language) in target


def _names_code(target: str, before: str, after: str) -> bool:
    """Whether a term stands at a name or code that the target has without a noun.

    *Execute command "%s"*, 执行“%s”: what the target has before the code must render another word of the source.
    Or both begin with it: *The file '%s' is too large*, “%s”太大. A file that the source names has no noun either:
    *see the setup.log file*, 见 setup.log.
    """
    if (file := _FILE_BEFORE.search(before)) and file[1] in target:
        return True
    if not (code := _CODE_AFTER.match(after)):
        return False
    place = target.find(code[1])
    if place >= 0 and not _LETTER.search(target[:place]):
        return not _WORDS.search(_ARTICLE.sub("", before))
    head = _BEFORE_CODE.search(target[:place]) if place > 0 else None
    others = set(_WORDS.findall(before))
    return head is not None and any(
        rendered_bits(word, target, in_terms=False) >> (head.end(1) - 1) & 1 for word in others
    )


def _is_joined(source: SideText, hit: Hit, other: Hit) -> bool:
    """Whether two terms form one name, which one word may translate: *name of the file*, 文件名."""
    first, second = sorted((hit, other), key=lambda each: each.start)
    return _JOINT.fullmatch(source.subject.between(first, second)) is not None


def _has_other_form(target: SideText, number: int, concepts: Sequence[ConceptEntry], taken: Sequence[Hit]) -> bool:
    subject = target.subject
    block = subject.document.blocks[number]
    text = searchable(subject.document, block)
    for hit in taken:
        start, end = hit.start - block.start, hit.end - block.start
        text = text[:start] + MASK * (end - start) + text[end:]
    return any(
        renders(text, subject.language, term.term)
        for concept in concepts
        for tag, term in concept.terms()
        if is_chinese(tag) == is_chinese(subject.language) and not (term.is_forbidden or term.is_proper_noun)
    )


def _is_other_word(side: SideText, hit: Hit) -> bool:
    is_no_name = is_name(hit) and is_ordinary_word(side.subject, hit)
    if is_no_name or not is_english(side.subject.language):
        return is_no_name or _is_in_other_name(side.subject, hit)
    return any(test(side.subject, hit) for test in _OTHER_WORDS)


def _is_in_other_name(subject: Subject, hit: Hit) -> bool:
    """Whether a Chinese term is in a name with an English name of its own: 《法治日报》, *Legal Daily*."""
    if not is_chinese(subject.language):
        return False
    text, place = subject.running.text, subject.running.place(hit)
    return is_in_named_title(text, place) or (is_name(hit) and is_of_other_place(text, place))


def _problem(subject: BitextSubject, hit: Hit, terms: tuple[str, ...]) -> Problem:
    message = f"the target has no listed translation of “{subject.source.subject.text(hit)}”"
    return Problem(hit.start, hit.end, message, hit.concept.id, terms, "source")
