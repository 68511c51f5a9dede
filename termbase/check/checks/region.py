"""Checks that Chinese terms belong to the region of the text: 数位经济 does not in a mainland report."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from termbase.check.finding import Problem, Standing
from termbase.check.foreign.linked_titles import is_in_linked_title
from termbase.check.foreign.other_passages import other_script, said_of_passages
from termbase.check.foreign.other_script import said_of_whole_text
from termbase.check.preferred import region_of
from termbase.check.subject import Subject
from termbase.check.text_region import foreign_region, has_own_term, own_regions, own_terms, written_there
from termbase.check.uses.chinese_names import is_in_official_name
from termbase.check.uses.mention import is_mention
from termbase.language import Region, is_chinese, is_english, region_of_tag, subtags
from termbase.match.matcher import Designation, Hit
from termbase.model import AdministrativeStatus
from termbase.normalize.text import changes
from termbase.renderings.cedict import is_gloss_everywhere
from termbase.renderings.usual import usual, words_of
from termbase.text.chinese.cut_words import FOREIGN_WORD, is_inside_word
from termbase.text.chinese.folded_chinese import fold_chinese
from termbase.text.chinese.words import dictionary_words, frequency
from termbase.text.chinese_key import chinese_key
from termbase.text.regions.own_words import kept_words, own_words, subjects_of_foreign_senses
from termbase.text.regions.subject_words import is_about
from termbase.text.regions.wording import is_in_table, is_of_one_sense
from termbase.text.script import HAN, Script, has_han, is_wrong_script, script_of, simplify
from termbase.text.sentence_around import sentence_around

_CLAUSE = 20
_SENTENCE = 100
_AROUND = 3
"""How many characters on each side of a term are searched for a longer word."""

_SHORT = 2
"""Length of the words that may have another sense. That of a longer one is known to who lists it: 智慧交通."""

_COMMON = 100
"""The frequency in the dictionary from which a word is one that the mainland uses every day."""

_LISTED = "listed in the termbase only for"
"""What is said of a word that is foreign in the termbase alone, and so not in a file for which it was not made."""

_OFTEN = 0.1
"""The share of messages that have a word for an English one, from which it is a word of their region."""

_HAN_BEFORE = re.compile(rf"[{HAN}]+\Z")
_HAN_AFTER = re.compile(rf"[{HAN}]*")


def region(subject: Subject) -> Iterator[Problem]:
    """A Chinese term is in the wording or the characters of another region.

    It is reported only if the termbase has an attested term of the text's region for the concept. The other
    region's wording need not be listed. For a text of Hong Kong a mainland term counts as well, but then the table
    of regional words decides what is foreign, and what to write instead. Quotations and titles are ignored, and so
    are the concepts in `[check.region] except`, whose regional words are ordinary words in other regions (資料).

    Bad: `数位经济发展迅速` (in a text of the mainland)
    Good: `数字经济发展迅速`
    """
    if own_regions(subject.language):
        yield from said_of_whole_text(subject, _problems(subject))


def _problems(subject: Subject) -> Iterator[Problem]:
    for hit in subject.hits:
        chinese = [designation for designation in hit.designations if is_chinese(designation.language)]
        is_han = has_han(subject.text(hit))  # CPU has no region
        terms = own_terms(hit.concept.terms(), subject.language) if chinese and is_han else ()
        fault = _fault(subject, hit, chinese, terms) if terms else None
        if fault and not _is_left_alone(subject, hit):
            message = f"“{subject.text(hit)}” is {fault}"
            standing: Standing = "open" if fault.startswith(_LISTED) else ""
            yield Problem(
                hit.start,
                hit.end,
                message,
                hit.concept.id,
                _wanted(subject, hit, chinese, terms),
                throughout=_of_passages(subject, hit),
                standing=standing,
            )


def _of_passages(subject: Subject, hit: Hit) -> str:
    """Return what is said of all passages in the other script if a term is in one: in a quoted comment."""
    text, place, own = subject.running.text, subject.running.place(hit), region_of_tag(subject.language)
    if own is None or subject.is_side:
        return ""
    start, end = sentence_around(text, place.start, place.end, _SENTENCE)
    return said_of_passages(own) if script_of(text[start:end]) is other_script(own) else ""


def _wanted(subject: Subject, hit: Hit, chinese: list[Designation], terms: tuple[str, ...]) -> tuple[str, ...]:
    if has_own_term(hit.concept.terms(), subject.language):
        return _fitting(subject, hit, _alike(subject, chinese) or terms)
    written = subject.text(hit)
    there = written_there(written, subject.language)
    return (there,) if there != written else ()


def _alike(subject: Subject, chinese: list[Designation]) -> tuple[str, ...]:
    """Return the region's own terms of which the hit is a form: 網路 for 網絡, not its synonym 網際網路."""
    return own_terms(((one.language, one.term) for one in chinese), subject.language)


def is_foreign(designation: Designation, language: str) -> bool:
    """Whether a Chinese term is another region's wording and the region of `language` has its own term."""
    return (
        bool(own := own_regions(language))
        and is_chinese(designation.language)
        and region_of(designation.language, designation.term) not in own
        and bool(own_terms(designation.concept.terms(), language))
    )


def _fault(subject: Subject, hit: Hit, chinese: list[Designation], terms: tuple[str, ...]) -> str | None:
    listed = [one for one in chinese if not (one.is_reworded or one.term.proposed)]
    if not (listed and has_own_term(hit.concept.terms(), subject.language)):
        foreign: str | None = foreign_region(subject.text(hit), subject.language, terms)
    elif all(designation.term.is_forbidden for designation in listed):
        return None  # `deprecated` reports it
    else:
        regions = [region_of(designation.language, designation.term) for designation in listed]
        is_own = any(region in own_regions(subject.language) for region in regions)
        foreign = None if is_own else regions[0]
    if foreign:
        known = Region.__members__.get(foreign)
        place = known.place if known else "another region"
        key = chinese_key(subject.text(hit))
        is_form = any(chinese_key(term) == key for term in terms)  # 数码经济 is 数字经济, as Hong Kong writes it
        is_regional = foreign_region(subject.text(hit), subject.language, ()) and (
            is_form or not _is_own(subject, hit)
        )
        if not is_regional and _is_usual_here(subject, hit):
            return None
        return f"the wording of {place}" if is_regional else f"{_LISTED} {place}"
    is_wrong = is_wrong_script(subject.text(hit), subject.language)
    return "in the characters of another region" if is_wrong else None


def _is_own(subject: Subject, hit: Hit) -> bool:
    """Whether the text's region uses a term too, and only the termbase is against it: 双重验证 on the mainland.

    So it is if a part has another sense that is foreign: 变更记录, since 记录 is a log in Taiwan.
    """
    written, region = subject.text(hit), region_of_tag(subject.language)
    if region is None or is_wrong_script(written, subject.language):
        return False
    return simplify(written) in kept_words(region) or not (
        is_in_table(written) or _is_converted(subject, hit, region)
    )


def _is_usual_here(subject: Subject, hit: Hit) -> bool:
    """Whether the text's region has a word for the English one too, whatever the termbase lists.

    Programs of the region often have it: *remove* is 移除 on the mainland too, although a termbase has that for
    Taiwan, and 去除 for the mainland. Or the dictionary has it, and knows it from no region: 波浪號, *tilde*. But a
    termbase with a preferred term for the region has decided.
    """
    if region_of_tag(subject.language) not in (Region.CN, Region.TW) or _has_decision(subject, hit):
        return False
    written = subject.text(hit)
    english = [term.term for tag, term in hit.concept.terms() if is_english(tag)]
    folded = fold_chinese(written).text
    return any(_is_made_of(folded, words_of(each), subject.language) for each in english) or any(
        len(written) > _SHORT and is_gloss_everywhere(each, written) for each in english
    )


def _has_decision(subject: Subject, hit: Hit) -> bool:
    regions = own_regions(subject.language)
    return any(
        is_chinese(tag) and term.status is AdministrativeStatus.PREFERRED and region_of(tag, term) in regions
        for tag, term in hit.concept.terms()
    )


def _is_made_of(chinese: str, words: Sequence[str], language: str) -> bool:
    """Whether a Chinese term is a usual word for each of some English ones, in any order: 退出代碼, *exit code*."""
    if not words:
        return not chinese
    return any(
        chinese.startswith(start)
        and known.share_alone(start) >= _OFTEN
        and _is_made_of(chinese[len(start) :], [*words[:place], *words[place + 1 :]], language)
        for place, word in enumerate(words)
        if (known := usual(word, language))
        for start in known.shares
    )


def _is_left_alone(subject: Subject, hit: Hit) -> bool:
    if hit.concept.id in subject.settings.region_except or subject.is_quoted(hit) or is_mention(subject, hit):
        return True
    if _is_ordinary(subject, hit) or is_in_linked_title(subject, hit) or _is_in_name(subject, hit):
        return True
    if subtags(subject.language).script == Script.SIMPLIFIED:
        # A word in a mainland dictionary is not Taiwan wording: 软体 in 软体动物 "mollusc" is not "software".
        return is_inside_word(subject.running.text, *subject.running.place(hit), above=FOREIGN_WORD)
    around = _longer_word(subject, hit)
    return around is not None and written_there(around, subject.language) == around  # 驅動 in 驅動力


def _is_in_name(subject: Subject, hit: Hit) -> bool:
    """Whether a term is in the name of a body, company or school, which keeps its words: 阿里雲計算有限公司."""
    return is_in_official_name(subject.running.text, subject.running.place(hit))


def _is_ordinary(subject: Subject, hit: Hit) -> bool:
    """Whether the converter knows a word and leaves it here: 资料 and 使用者 are words of the mainland too.

    So is a word that is converted, but that the region uses in another sense (资讯, news; 人脈網絡 in Taiwan) or in
    a longer word of its own (资料来源). A preferred term decides of longer words, and of short ones with
    one sense: 雲端運算, not 雲計算. It does not of a common word of the mainland: 使用者.
    """
    written, region = "".join(subject.text(hit).split()), region_of_tag(subject.language)
    if region is None or is_wrong_script(written, subject.language) or not is_in_table(written):
        return False
    if len(written) <= _SHORT and simplify(written) in kept_words(region):
        return True
    is_clear = len(written) > _SHORT or is_of_one_sense(written)
    is_common = region is Region.CN and frequency(written) >= _COMMON
    is_decided = is_clear and not is_common and _has_decision(subject, hit)
    return not (is_decided or _is_converted(subject, hit, region))


def _is_of_other_subject(subject: Subject, hit: Hit, region: Region) -> bool:
    """Whether a word is foreign only in texts on a subject, and this text is on another one: 網絡 of caves.

    Only a term that was mined gives way to that; somebody has chosen the others.
    """
    foreign_on = subjects_of_foreign_senses(region).get(simplify(subject.text(hit)))
    if foreign_on is None or not hit.concept.is_only_mined:
        return False
    return not is_about(foreign_on, simplify(subject.running.text), *subject.running.place(hit))


def _is_converted(subject: Subject, hit: Hit, region: Region) -> bool:
    """Whether the converter would replace a word in a hit, or one that goes on beside it."""
    written = subject.text(hit)
    around = subject.before(hit, _CLAUSE).rpartition("\n")[2]
    clause = around + written + subject.after(hit, _CLAUSE).partition("\n")[0]
    start, end = len(around), len(around) + len(written)
    if _is_in_own_word(simplify(clause), start, end, region):
        return False
    found = [(one.start, one.end) for one in changes(clause, region) if one.start < end and start < one.end]
    return bool(found) and not (found == [(start, end)] and _is_of_other_subject(subject, hit, region))


def _is_in_own_word(simplified: str, start: int, end: int, region: Region) -> bool:
    own = own_words(region)
    return any(
        simplified[first:last] in own
        for first in range(max(0, start - _AROUND), start + 1)
        for last in range(end, min(end + _AROUND, len(simplified)) + 1)
        if last - first > end - start
    )


def _fitting(subject: Subject, hit: Hit, terms: tuple[str, ...]) -> tuple[str, ...]:
    """Return the terms to write instead.

    Within a longer word, a term is left out if the region has another form of that word: 字符串 is 字串 in Taiwan,
    not 字元串.
    """
    around = _longer_word(subject, hit) if subtags(subject.language).script == Script.TRADITIONAL else None
    if around is None:
        return terms
    there = written_there(around, subject.language)
    return tuple(term for term in terms if around.replace(subject.text(hit), term) == there)


def _longer_word(subject: Subject, hit: Hit) -> str | None:
    """Return the dictionary word that contains the term and is longer; None if there is none."""
    written = subject.text(hit)
    before = _HAN_BEFORE.search(subject.before(hit, _CLAUSE))
    after = _HAN_AFTER.match(subject.after(hit, _CLAUSE))
    assert after is not None
    around = before[0] if before else ""
    start, place = len(around), 0
    for word in dictionary_words(around + written + after[0]):
        if len(word) > len(written) and place <= start and start + len(written) <= place + len(word):
            return word
        place += len(word)
    return None
