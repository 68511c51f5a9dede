"""Checks repeated segments: equal sources should have equal targets, and different sources different ones."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import TypeVar

from termbase.bitext import SegmentPair
from termbase.check.bilingual.bitext_subject import BitextSubject
from termbase.check.bilingual.compared_source import sign_free
from termbase.check.bilingual.different_meaning import differ
from termbase.check.bilingual.distinct_sources import DistinctSources
from termbase.check.bilingual.same_meaning import may_share
from termbase.check.finding import Problem, Standing
from termbase.language import is_chinese
from termbase.severity import Severity
from termbase.text.accelerators import without_accelerators
from termbase.text.placeholders import CODE, DATE_FIELD
from termbase.text.script import has_han

_Key = TypeVar("_Key")
_EMPHASIS = re.compile(r"(?<!\w)_+|_+(?!\w)|</?(?:b|i|em|strong|u|g|pc|mrk)\b[^<>]*>")
_STARRED = re.compile(r"(\*{1,3})(?=\S)([^*]+)(?<=\S)\1")
"""Emphasis in Markdown. A single star is a part of a name: `tabular*`."""

_SPACE = re.compile(r"\s+")
_LETTERS = re.compile(r"[^\W_]")
_LETTER = re.compile(r"[A-Za-z]\W?")
_OF_DATES = re.compile("[年月日号號时時分秒]|上午|下午|星期|[周週]")
"""Matches what Chinese writes between the fields of a date or time: `%m月%d日`."""

_WORD_OF_HAN = 2


def inconsistent(subject: BitextSubject) -> Iterator[Problem]:
    """Equal sources have different targets in one file.

    Differences in emphasis, white space at the ends and accelerators (`&File`) are ignored. So are, in the targets,
    quotation marks, capitals, full-width or half-width punctuation, and punctuation at the ends, because the same
    label may need them in one place only. So is the source itself beside its Chinese translation: `数据 (Data)`.
    Each different target of a source is reported once. If the source is a
    single word, which may have several meanings, or its contexts differ (PO `msgctxt`), the severity is
    information, and one finding stands for all of a run; single words in different contexts are not compared, nor
    are single letters (*R* for red, radius).

    Bad: `会议闭幕。` = `The meeting closed.` and again `会议闭幕。` = `The session ended.`
    Good: `会议闭幕。` = `The meeting closed.` both times
    """
    for (source, *_), numbers in _grouped(subject, partial(_source_key, subject)).items():
        if _LETTER.fullmatch(source):
            continue
        by_target: dict[str, list[int]] = {}
        for number in numbers:
            target = _plain(subject.bitext.pairs[number].target)
            by_target.setdefault(sign_free(_without_source(target, source)), []).append(number)
        copies = by_target.pop(sign_free(source), [])  # a translation is the yardstick, not an untranslated copy
        translated = [found for target, found in by_target.items() if _LETTERS.search(target)]
        if copies and _LETTERS.search(source):
            translated.append(copies)
        if is_chinese(subject.bitext.target_language):  # of words without Chinese (code), the copy is right
            pairs = subject.bitext.pairs
            translated.sort(key=lambda found: (not has_han(pairs[found[0]].target), found is not copies))
        first, *rest = translated or [[]]
        for others in rest:
            if _is_other_word_of_qt(subject, source, first[0], others):
                continue
            contexts = {_context(subject, subject.bitext.pairs[number]) for number in (first[0], *others)}
            problem = _differing(subject, first[0], others)
            is_unsure = _is_word(source) or len(contexts) > 1
            yield replace(problem, severity=Severity.INFO, standing="unsure") if is_unsure else problem


def _is_other_word_of_qt(subject: BitextSubject, source: str, first: int, others: Sequence[int]) -> bool:
    """Whether a single word has translations without a common character in different classes of a Qt program.

    They may have different senses: *key* is 密钥 in a dialog on passwords, and 键 in a list of shortcuts.
    """
    pairs = [subject.bitext.pairs[number] for number in (first, *others)]
    classes = {pair.context.partition("|")[0] for pair in pairs}
    if not (_is_qt(subject) and _is_word(source) and len(classes) == len(pairs)):
        return False
    return set(pairs[0].target).isdisjoint(char for char in pairs[1].target if has_han(char))


def _is_qt(subject: BitextSubject) -> bool:
    return subject.bitext.file.lower().endswith(".ts")


def _source_key(subject: BitextSubject, pair: SegmentPair) -> tuple[str, str, str]:
    """Return what two equal sources have in common: forms of a plural have one source and differ in the target."""
    source = _plain(pair.source)
    return source, _context(subject, pair) if _is_word(source) else "", pair.plural_form


def _without_source(target: str, source: str) -> str:
    """Return a Chinese target without the source that it repeats beside the translation."""
    if not source or has_han(source) or source.casefold() not in target.casefold() or not has_han(target):
        return target
    return re.sub(rf"[(（\[]?{re.escape(source)}[)）\]]?", "", target, flags=re.IGNORECASE)


def _context(subject: BitextSubject, pair: SegmentPair) -> str:
    """Return what distinguishes equal sources: all of a context, but in Qt TS not the name of the class."""
    return pair.context.partition("|")[2] if _is_qt(subject) else pair.context


def same_target(subject: BitextSubject) -> Iterator[Problem]:
    """Different sources have the same target in one file.

    Differences in emphasis, punctuation and other signs are ignored. So are the plural forms of one message and, in
    English, number, small words, endings of ordinals, and forms of a verb: *To find texts*, *Finding text*. Two
    single words may have the same translation (*model* and *pattern*), a label may have additional words (*Zoom*,
    *Zoom factor*), and a word or name may be abbreviated. A context in the source (`female^Hello`, `menu|Open`) is
    no part of it. If the target is Chinese and the sources differ in one or two words only, it is reported only if
    it renders some of those of one source and none of the other, according to the dictionary: *layer size* and
    *scale layer* for 图层尺寸, but not *deep purple* and *dark violet* for 深紫色. One finding stands for all of a
    run, except those that are certain: other numbers, opposites (*lock*, *unlock*), a negation, or one other word
    that the file translates elsewhere.

    Bad: `会议开幕。` = `The meeting closed.` beside `会议闭幕。` = `The meeting closed.`
    Good: `会议开幕。` = `The meeting opened.`
    """
    shown_by_file = DistinctSources(subject)
    for target, numbers in _grouped(subject, lambda pair: _plain(pair.target)).items():
        numbers = [number for number in numbers if not _is_chinese_copy(subject.bitext.pairs[number])]
        if not numbers:
            continue
        first, known = numbers[0], _plain(subject.bitext.pairs[numbers[0]].source)
        for number in numbers[1:] if _has_words(target) and not _LETTER.fullmatch(known) else ():
            source = _plain(subject.bitext.pairs[number].source)
            if _are_forms(subject, first, number):
                continue
            is_certain = differ(known, source, target)
            if is_certain or not may_share(known, source, target):
                shown = subject.bitext.pairs[first].source.strip()
                message = f"{subject.place(first)} has the same target for another source: “{shown}”"
                standing: Standing = "" if is_certain or shown_by_file.are_shown(first, number) else "unsure"
                yield replace(_at(subject, number, message, (first, number)), standing=standing, other=shown)


def _is_chinese_copy(pair: SegmentPair) -> bool:
    """Whether a source is Chinese like its target: what a file of English texts left for others to translate."""
    return has_han(pair.source) and _plain(pair.source) == _plain(pair.target)


def _has_words(target: str) -> bool:
    """Whether a text has more than codes, whose order and form each language may choose (`%b %d %H:%M`)."""
    plain, fields = DATE_FIELD.subn("", target)
    plain = _OF_DATES.sub("", plain) if fields else plain
    return re.search(r"[^\W\d_]", CODE.sub("", plain)) is not None


def _are_forms(subject: BitextSubject, one: int, other: int) -> bool:
    """Whether one of two segments is the singular of the other, as a message with plural forms has both."""
    first, second = (subject.bitext.pairs[number] for number in (one, other))
    singulars = [{pair.plural_of} if pair.plural_of else {pair.source} for pair in (first, second)]
    return bool(first.plural_of or second.plural_of) and singulars[0] == singulars[1]


def _grouped(subject: BitextSubject, key: Callable[[SegmentPair], _Key]) -> dict[_Key, list[int]]:
    """Return the numbers of the segments by a key, those first that have not been changed."""
    groups: dict[_Key, list[int]] = {}
    for number, pair in enumerate(subject.bitext.pairs):
        groups.setdefault(key(pair), []).append(number)
    for numbers in groups.values():
        numbers.sort(key=subject.is_changed)
    return groups


def _differing(subject: BitextSubject, first: int, others: Sequence[int]) -> Problem:
    """Return the problem that segment `first` has another target than `others`, the last of which is reported."""
    number = others[-1] if subject.is_changed(others[-1]) else others[0]
    known = subject.bitext.pairs[first].target.strip()
    message = f"{subject.place(first)} translates the same source as “{known}”"
    return replace(_at(subject, number, message, (first, *others)), suggestions=(known,), other=known)


def _at(subject: BitextSubject, number: int, message: str, compared: Iterable[int]) -> Problem:
    uses = tuple(subject.target.starts[each] for each in compared)
    return replace(subject.whole_target(number, message), uses=uses)


def _is_word(source: str) -> bool:
    """Whether a source is a single word, apart from codes: *Disk*, *%s Disk*."""
    plain = CODE.sub(" ", source)
    return len(plain.strip()) <= _WORD_OF_HAN if has_han(plain) else len(plain.split()) <= 1


def _plain(segment: str) -> str:
    plain = _STARRED.sub(r"\2", without_accelerators(segment))
    return _SPACE.sub(" ", _EMPHASIS.sub("", plain)).strip()
