"""Clues from the words on both sides of the left edge of a Chinese span: 在|卷积网络, 演化|重复囚徒困境."""

from __future__ import annotations

from collections.abc import Iterator

from termbase.extract.chinese.chinese_stretch import AND
from termbase.extract.chinese.chinese_view import ChineseView
from termbase.extract.clue_names import known
from termbase.extract.kind import INTERPUNCT
from termbase.extract.marks import EMPHASIS, OPEN_QUOTES
from termbase.extract.model import Clue, new_clue, noted
from termbase.renderings.cedict import is_common_word
from termbase.renderings.term_beginnings import begins_terms
from termbase.text.chinese.words import part_of_speech
from termbase.text.script import simplify_term
from termbase.text.word_classes import WordClass

CLASSES = {
    flag: name
    for name, flags in {
        "verb": "v vi vq vd",
        "verbal_noun": "vn",
        "noun": "n",
        "name": "ns nr nt nz",
        "adjective": "a an b",
        "adverb": "ad d",
        "preposition": "p",
        "conjunction": "c",
        "pronoun": "r",
        "number": "m",
        "measure": "q",
        "particle": "uj ul",
        "place": "f s",
        "time": "t",
        "phrase": "l i",
        "abbreviation": "j",
        "suffix": "k g",
        "prefix": "h",
    }.items()
    for flag in flags.split()
}
"""The word classes of jieba's dictionary that matter at an edge: 引进 (v) precedes a term, 生产 (vn) begins one."""
FRAMES = frozenset(("基于", "基於", "面向", "针对", "針對"))
"""Words that enclose with 的 what stands before a head, as in 基于角色的访问控制 (RBAC)."""

COPULAS = ("是", "为", "為", "作", "如")
"""What often stands behind a naming word and before the term: 称之为, 被称为是, 名词如."""

_BEHIND = {flag: known(f"zh_after_{name}") for flag, name in CLASSES.items()}

_MOST_NAMES, _ALIKE = 4, 0.6
"""The names of a person, at most, and how similar they sound to a transcription, at least."""


def left_neighbour(view: ChineseView) -> Iterator[Clue]:
    """Yield a clue about the mark or word that precedes the span."""
    previous = view.flat[view.span.start - 1] if view.span.start else ""
    before = view.before
    if previous and previous in OPEN_QUOTES + EMPHASIS:
        yield noted("zh_after_opening_mark")
    elif view.flat[max(0, view.span.start - 2) : view.span.start].rstrip(" ").endswith("、"):
        yield noted("zh_after_list_mark")
    elif view.span.start == view.stretch.start:
        return
    elif previous == " ":
        yield noted("zh_after_blank")
    elif previous in INTERPUNCT:
        return
    elif before and simplify_term(before) in WordClass.CHINESE_NAMING_WORD.words:
        if not view.text.startswith(COPULAS):
            yield new_clue(("zh_after_naming_word", 1.0, before))
    elif before in FRAMES and "的" in view.whole.words[view.first :]:
        yield new_clue(("zh_cuts_frame", 1.0, before))
    elif _cuts_pair(view):
        yield new_clue(("zh_misses_rendering_word", 1.0, before))
    elif before and simplify_term(before) in WordClass.CHINESE_CUTTER.words:
        yield new_clue(("zh_after_cutter", 1.0, before))
    elif view.flat.endswith(WordClass.PERSON_ENDING.affixes, 0, view.span.start) and _may_be_person(view):
        yield new_clue(("zh_after_job_title", 1.0, previous))
    elif simplify_term(previous) in WordClass.CHINESE_CUTTER.words and not _ends_noun(before):
        yield new_clue(("zh_after_cutter_character", 1.0, previous))
    elif before and (name := _BEHIND.get(part_of_speech(before)[:2], "zh_after_unknown")):
        yield new_clue((name, 1.0, before))


def _cuts_pair(view: ChineseView) -> bool:
    """Return whether only the word before the span can be the "and" of the English: 助詞與|句式 (Words & Forms).

    In 和|研发 (research and development) the span has all of the English without it.
    """
    is_and = view.whole.joins and simplify_term(view.before) in AND
    if not is_and or all(bits >> view.offset for bits in view.bits):
        return False
    return AND.isdisjoint(map(simplify_term, view.whole.words[view.first :]))


def _ends_noun(before: str) -> bool:
    """Return whether a word of several characters is no verb, so that its last character begins nothing: 本地."""
    return len(before) > 1 and part_of_speech(before)[:1] in ("r", "n", "s", "t", "b")


def _may_be_person(view: ChineseView) -> bool:
    """Return whether both look like a person's name: capitals, and an interpunct (·) or a similar sound.

    Several names that nothing before the bracket renders are a person's too: 画家|伦勃朗 (Rembrandt van Rijn).
    """
    names = [word for word in view.content if word.text not in WordClass.INSIDE_NAME.words]
    is_name = 1 <= len(names) <= _MOST_NAMES and all(word.is_capital for word in names)
    if view.has_interpunct:
        return is_name and view.begins_like_name
    is_unrendered = len(names) > 1 and not any(view.whole.bits) and not is_common_word(view.text)
    return is_name and (view.alike > _ALIKE or view.is_surname_given or is_unrendered)


def beginnings(view: ChineseView) -> Iterator[Clue]:
    """Yield how often the first word begins terms, and how often the word before it does: 演化|重复囚徒困境."""
    if view.cuts_word:
        return
    if view.first_word and not view.begins_like_name and (likely := begins_terms(view.first_word)):
        yield new_clue(("zh_first_begins_terms", likely, view.first_word))
    if len(view.before) > 1 and (likely := begins_terms(view.before)):
        yield new_clue(("zh_before_begins_terms", likely, view.before))
