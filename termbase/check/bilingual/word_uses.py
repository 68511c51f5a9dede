"""Tells in which sense a file uses the terms of its sources. Start from `WordUses`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import chain

from termbase.check.bilingual.another_word import has_another_word, has_part
from termbase.check.bilingual.bitext_subject import BitextSubject
from termbase.check.bilingual.other_translation import OtherTranslations
from termbase.check.bilingual.segment_terms import written_at
from termbase.check.bilingual.standing import (
    Deviation,
    Judged,
    Uses,
    judge,
    never_listed,
    standings,
)
from termbase.check.bilingual.wrong_word import has_other_term, has_wrong_word, is_in_own_words
from termbase.check.finding import Problem, Standing
from termbase.check.subject import sides
from termbase.language import is_chinese, is_english
from termbase.match.matcher import Hit
from termbase.renderings.chinese_senses import has_kindred_english, has_other_english
from termbase.renderings.other_senses import has_other_sense
from termbase.severity import Severity
from termbase.text.chinese.folded_chinese import fold_chinese
from termbase.text.chinese.words import dictionary_words
from termbase.text.english.folded_english import english_key
from termbase.text.script import has_han

_FEW_TIMES, _RARELY = 3, 0.03
"""How often a file may depart from a mined term, in number and as a share of its segments with the term.

A file that departs from it more often translates it freely, and each departure is as right as the habit.
"""


class WordUses:
    """How often the target has a listed translation of each term of the source."""

    def __init__(self, subject: BitextSubject) -> None:
        self._subject = subject
        self._other_senses: set[tuple[int, str]] = set()
        self._departures: Counter[tuple[int, str]] = Counter()
        languages = subject.bitext.source_language, subject.bitext.target_language
        self._is_asked = is_english(languages[0]) and is_chinese(languages[1])
        self._is_into_english = is_chinese(languages[0]) and is_english(languages[1])

    def is_in_other_sense(self, number: int, hit: Hit, terms: Sequence[str]) -> bool:
        """Whether a segment has the word in a sense that the termbase does not list.

        The dictionary must have a word of the target for that sense. But if the file mostly has the listed
        translation for the word, the termbase's sense is that of the file, and the word in the target is wrong.
        """
        if not (self._is_asked or self._is_into_english):
            return False
        written, pair = written_at(self._subject, hit), self._subject.bitext.pairs[number]
        listed, every = self._counts.get(self._key(hit), (0, 0))
        if listed * 2 >= every:
            return False
        if self._is_into_english:
            beside = chain.from_iterable(map(dictionary_words, sides(self._subject.source.subject, hit)))
            chinese = fold_chinese(written).text
            return has_kindred_english(pair.target, chinese, terms) or has_other_english(
                pair.target, chinese, terms, beside
            )
        is_other = has_other_sense(pair.target, written, terms, pair.source)
        if is_other:
            self._other_senses.add(self._key(hit))
        return is_other

    def with_decisions(self, problems: Sequence[tuple[Hit, Problem]]) -> Iterator[Problem]:
        """Yield problems of `missing` with what the whole file tells of them.

        That is whether the termbase is the file's own, and which one other word the file has for a term throughout.
        """
        self._departures = Counter(self._key(hit) for hit, _ in problems)
        if not self._is_asked:
            yield from (self._without_decision(*one) for one in problems)
            return
        judged = [self._judged(*one) for one in problems]
        groups: dict[tuple[int, str], list[Problem]] = {}
        written: dict[tuple[int, str], str] = {}
        never = never_listed(self._departures, self._counts)
        found = zip(problems, judged, standings(judged, self._other_senses | never), strict=True)
        for (hit, problem), one, standing in found:
            key, standing = self._key(hit), self._of_mined(hit, standing, one)
            if hit.concept.is_only_mined and standing != "apart" and self._is_nothing(hit, problem, one):
                continue
            groups.setdefault(key, []).append(_stated(problem, standing, one.other))
            written.setdefault(key, written_at(self._subject, hit).casefold())
        for key, group in groups.items():
            yield from self._with_decision(key, written[key], group)

    def _without_decision(self, hit: Hit, problem: Problem) -> Problem:
        if not hit.concept.is_only_mined:
            return problem
        return _stated(problem, self._of_mined(hit, "", self._judged(hit, problem)))

    def _with_decision(self, key: tuple[int, str], english: str, group: Sequence[Problem]) -> Iterator[Problem]:
        """Yield the problems of a term. A decision for another word is told if the termbase is the file's own."""
        numbers = [self._subject.source.segment(problem.start) for problem in group]
        is_asked = self._counts[key][0] == 0 and all(problem.standing != "doubtful" for problem in group)
        other = self._others.of(english, set(numbers)) if is_asked else None
        for number, problem in zip(numbers, group, strict=True):
            if other and number in other[1]:
                yield replace(problem, throughout=_message(english, len(set(numbers)), *other))
            else:
                yield problem

    def _judged(self, hit: Hit, problem: Problem) -> Judged:
        pair = self._subject.bitext.pairs[self._subject.source.segment(problem.start)]
        key, english = self._key(hit), written_at(self._subject, hit)
        deviation = Deviation(key, english, problem.suggestions, pair.source, pair.target, *self._counts[key])
        return judge(deviation, self._subject.bitext.target_language)

    def _of_mined(self, hit: Hit, standing: Standing, judged: Judged) -> Standing:
        """Return the standing of a deviation, that from a mined pair by what the file and the target show.

        It counts only if it stands apart in its file, and if the target has no other word for the term, but one for
        another term, and is no explanation in words of its own. Any other word may be a free translation: 符合條件
        for *matched your filters*.
        """
        if standing == "doubtful" or not hit.concept.is_only_mined:
            return standing
        every, departures = self._counts[self._key(hit)][1], self._departures[self._key(hit)]
        if not judged.stands_apart or departures > max(_FEW_TIMES, _RARELY * every):
            return "mined"
        number = self._subject.source.segment(hit.start)
        pair, written = self._subject.bitext.pairs[number], written_at(self._subject, hit)
        if has_another_word(pair, written) or (self._is_asked and is_in_own_words(self._subject, number, hit)):
            return "mined"
        is_lacking = not self._is_asked or has_other_term(self._subject, number, hit)
        return "apart" if is_lacking else "mined"

    def _is_nothing(self, hit: Hit, problem: Problem, judged: Judged) -> bool:
        """Whether a deviation from a mined pair is not worth a remark.

        It is not if the file has other words instead of the mined one, if the target is no Chinese, or if the
        translation is only shortened. It is if another usual translation stands there, or a wrong word against the
        habit of the file. A term that is only left out is mostly implied: 稍後再試 for *retry later*. So is one
        character (數 for *number*, 號碼).
        """
        number = self._subject.source.segment(hit.start)
        listed, every = self._counts[self._key(hit)]
        uses = Uses(listed, every - 1)
        pair, terms = self._subject.bitext.pairs[number], problem.suggestions
        if uses.are_otherwise or (self._is_asked and not has_han(pair.target)):
            return True
        if judged.other in terms or has_part(pair, written_at(self._subject, hit), terms):
            return any(judged.other in term for term in terms)
        if len(judged.other) > 1:
            is_part = judged.other in dictionary_words(pair.target)
            return is_part and any(judged.other in term for term in terms)
        return not (uses.are_often_so and has_wrong_word(self._subject, number, hit, terms))

    def _key(self, hit: Hit) -> tuple[int, str]:
        return id(hit.concept), english_key(written_at(self._subject, hit))

    @cached_property
    def _others(self) -> OtherTranslations:
        return OtherTranslations(self._subject)

    @cached_property
    def _counts(self) -> dict[tuple[int, str], tuple[int, int]]:
        counts: dict[tuple[int, str], tuple[int, int]] = {}
        for number, hits in self._subject.source.hits.items():
            targets = self._subject.target.hits.get(number, ())
            found = {id(hit.concept) for hit in targets if self._is_into_english or _is_chinese(hit)}
            for key in set(map(self._key, hits)):
                listed, every = counts.get(key, (0, 0))
                counts[key] = listed + (key[0] in found), every + 1
        return counts


def _is_chinese(hit: Hit) -> bool:
    """Whether a hit in a target is a translation, and no English term that the target has kept."""
    return any(is_chinese(one.language) for one in hit.designations)


def _stated(problem: Problem, standing: Standing, other: str = "") -> Problem:
    severity = Severity.INFO if standing in ("doubtful", "mined") else None
    return replace(problem, standing=standing, other=other, severity=severity)


def _message(english: str, every: int, word: str, numbers: Collection[int]) -> str:
    share = "all of them" if len(numbers) == every else f"{len(numbers)} of them"
    return f"{every} segments with “{english}” have no listed translation; {share} have “{word}”"
