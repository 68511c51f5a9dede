"""Detects terms that a text mentions and does not use, so that checks do not report them.

Examples are a former name (*formerly called X*), another region's word (台湾称X), and one side of a contrast
(*X differs from Y*).
"""

from __future__ import annotations

import re
from functools import cache

from termbase.check.subject import Subject
from termbase.match.matcher import Hit
from termbase.text.offsets import Placed
from termbase.text.script import simplify
from termbase.text.word_classes import WordClass, pattern_of

_REACH = 48
_SENTENCE = 300
_ARTICLE = r"(?:the|an?)"
_FIRST_OF_TWO = r"(?:[“‘\"'*_]{0,3}[\w-]+(?:\s[\w-]+){0,3}[”’\"'*_]{0,3},?\s+(?:or|nor)\s+)?"
"""The first of two terms that are advised against: *do not write X or Y*."""

_LISTED = re.compile(
    r"[”’\"'*_]{0,3}\s+as\s+(?:an?\s+)?(?:obsolete|outdated|deprecated|archaic|wrong|incorrect|(?:mistake|error)\b)",
    re.IGNORECASE,
)
"""What follows a term that is called wrong: *the guide lists X as obsolete*."""

_BUT = re.compile(r"\bbut\b|而是")
_BUT_NOT = re.compile(rf"[”’\"'*_]*,?\s+(?:and\s+)?not\s+(?:{_ARTICLE}\s+)?[“‘\"'*_]*", re.IGNORECASE)
_JOINT = re.compile(
    rf"[”’\"'*_]*(?:,[^.;!?]*,)?\s+(?:(?P<and>and)|with|from|by|to|into|over|for)\s+(?:{_ARTICLE}\s+)?[“‘\"'*_]*|(?P<chinese>[”」]?[与和跟同][“「]?)",
    re.IGNORECASE,
)
"""What joins two terms that are compared."""

_ARROW = re.compile(r"[”’\"'*_`]*\s*(?:→|⇒|➔|[-=]+>|\|)\s*[“‘\"'*_`]*")
"""What stands between a term and what to write instead, in a list or table of words."""

_OR = re.compile(rf"[”’\"'*_]*,?\s+(?:or|others?|some)\s+(?:{_ARTICLE}\s+)?[“‘\"'*_]*", re.IGNORECASE)
_WHAT = re.compile(
    r"\b(?:is|are|was|were)(?:\s+\w+)?\s+(?:what|everything|all)(?:\s+that)?(?:\s+(?:the|an?))?\s+[“‘\"'*_]*\Z",
    re.IGNORECASE,
)
_IS_NOT = re.compile(r"[”’\"'*_]*\s+(?:is|are|was|were)(?:\s+not\b|n['’]t\b)", re.IGNORECASE)
"""What stands between two opposites and behind them: *X is precisely what Y is not*."""

_SENTENCE_END = re.compile(r"[.!?](?=\s)|[。！？]|\n[ \t\r]*\n")


def is_mention(subject: Subject, hit: Hit) -> bool:
    """Whether the text names a term, judges it (*X is an outdated word*), or contrasts it with the right one."""
    after = subject.after(hit, _SENTENCE)
    is_judged = (_judged().match(after) or _LISTED.match(after)) is not None  # ... is an outdated rendering
    return is_judged or is_named(subject, hit) or _is_contrasted(subject, hit)


def is_named(subject: Subject, hit: Placed) -> bool:
    """Whether the words beside a term present it as a name: *formerly called*, *the word*, 旧称, 一词."""
    if _before().search(_text_before(subject, hit)):
        return True
    return _after().match(simplify(subject.after(hit, _REACH))) is not None


def _is_contrasted(subject: Subject, hit: Hit) -> bool:
    """Whether the sentence contrasts a term with another term of its concept, so that it needs both.

    *Rule by law differs from the rule of law* cannot be written with the preferred term alone.
    """
    for other in subject.near(hit, _SENTENCE):
        if not all(d.term.is_forbidden for d in other.designations):
            first, last = sorted((hit, other), key=lambda place: place.start)
            between, before = simplify(subject.between(first, last)), _text_before(subject, first)
            behind = simplify(subject.after(last, _REACH))
            is_denied = (_denied().search(before) and _BUT.search(between)) or (
                first is hit and _advised_against().search(before)
            )
            is_excluded = other is first and _BUT_NOT.fullmatch(between)
            is_told_apart = _are_told_apart(before, between, behind)
            is_told_apart = is_told_apart or (first is hit and _ARROW.fullmatch(between) is not None)
            is_opposed = _contrast().search(between) or (_WHAT.search(between) and _IS_NOT.match(behind))
            is_contrast = is_denied or is_excluded or is_told_apart or is_opposed
            if is_contrast and not _SENTENCE_END.search(between):
                return True
    return False


def _are_told_apart(before: str, between: str, after: str) -> bool:
    """Whether words around two terms say that they differ or change: *choose between X and Y*, 把 X 改为 Y."""
    joint = _JOINT.fullmatch(between)
    if _OR.fullmatch(between) and _written().search(before):
        return True  # some write X, others Y
    if joint is None:
        return _changed().fullmatch(between) is not None
    if joint["chinese"]:
        return _differing_behind().match(after) is not None
    return (_differing() if joint["and"] else _compared()).search(before) is not None


def _text_before(subject: Subject, hit: Placed) -> str:
    return simplify(subject.before(hit, _REACH))


@cache
def _before() -> re.Pattern[str]:
    """Matches the words that present the term after them as a name. Chinese text must be simplified before."""
    adverb, naming = pattern_of(WordClass.NAMING_ADVERB), pattern_of(WordClass.NAMING_PHRASE)
    old, word = pattern_of(WordClass.OLD_OR_WRONG), pattern_of(WordClass.WORD_FOR_WORD, WordClass.SHOWN_WORD)
    ways = (
        rf"\b{adverb}\s+{naming}\s+(?:{_ARTICLE}\s+)?",
        rf"(?:[(（,]\s*(?:formerly|previously|originally)|[(（]\s*then)\s+(?:{_ARTICLE}\s+)?",
        rf"\b(?:was|were|been)\s+(?:{adverb}\s+|first\s+|initially\s+|still\s+)?{naming}\s+(?:{_ARTICLE}\s+)?",
        rf"\b(?:renamed|succeeded|(?:changed|change)\s+(?:its|the|their)\s+name)\s+from\s+(?:{_ARTICLE}\s+)?",
        rf"\b{_ARTICLE}\s+(?:{old}\s+)?{word}\s+",
        rf"\b{old}\s+{word},\s+(?:{_ARTICLE}\s+)?",
        rf"\bknown\s+(?:in\s+[A-Z]\w+|abroad|locally|there|then)\s+as\s+(?:{_ARTICLE}\s+)?",
        rf"\b(?:mis)?(?:translated|rendered)\s+as\s+(?:{_ARTICLE}\s+)?",
        rf"\b(?:translation|rendering)\s+(?:is|was|would\s+be)\s+(?:{_ARTICLE}\s+)?",
        rf"\b{pattern_of(WordClass.ADVICE_AGAINST)}\s+(?:write|say|writing|saying)\s+(?:{_ARTICLE}\s+)?{_FIRST_OF_TWO}",
        "[又也亦俗自][称叫][为作做]?",
        "(?:网名|昵称|笔名|艺名|绰号)[是叫为:：]?",
        "(?:早年|早期|早先|过去|以前|从前|当初|当时|一度|那时|曾经?)[^，。；]{0,12}?(?:叫[作做]?|称[作为之]?|译[作为成]?)",
        "(?:通常|一般|常常?|多半?|习惯|往往|惯)(?:写[作成为]|称[作为之]|叫[作做])",
        "[误错直硬][译写][为作成]",
        "[把将管][^，。；,;]{1,20}?(?:叫[作做成]?|[读念说写][作成])",
        "(?:翻译|[中常也多可]译|翻)[作成为叫]?(?:是|做)?",
        f"{pattern_of(WordClass.CHINESE_ADVICE_AGAINST)}再?[写译称说][为作成]?",
        f"{pattern_of(WordClass.FORMER_NAME)}[为作]?",
        f"{pattern_of(WordClass.REGION)}(?:地区)?[^，。；,;]{{0,4}}[称叫译写说]之?[为作做的]?",
        f"{pattern_of(WordClass.REGION)}[^，。；,;]{{0,6}}[把将管][^，。；,;]{{1,20}}?[称叫译写说]之?[为作做成]?",
    )
    return re.compile(rf"(?:{'|'.join(ways)})[“‘\"'*_]{{0,3}}\Z", re.IGNORECASE)


@cache
def _after() -> re.Pattern[str]:
    now = r"\s*[(（,]\s*(?:(?:which\s+)?(?:is|was)\s+)?(?:now|today|later|since|subsequently|renamed)\b"
    is_old = "是[^，。；]{0,3}(?:旧|误|错误|过时|早期|不规范|俗|别)的?(?:[称译名词]|[说叫写译用]法|用语)"
    is_regional = (
        f"(?:是|[（(]为?){pattern_of(WordClass.REGION)}[^，。；,;]{{0,4}}(?:[叫说译写用]法|用[语词]|称呼|译名)"
    )
    now_chinese = "[（(](?:即?[现今](?!在|代|有|金)|后[改更]?[称名为])"
    return re.compile(
        rf"[”」’\"]?(?:{pattern_of(WordClass.CHINESE_WORD_FOR_WORD)}|{is_old}|{is_regional}|{now}|{now_chinese})"
    )


@cache
def _judged() -> re.Pattern[str]:
    word = pattern_of(WordClass.WORD_FOR_WORD, WordClass.WORD_FOR_BAD_WORD)
    gloss = r"[”’\"'*_]{0,3}(?:\s*[(（\[][^()（）\[\]\n]{0,60}[)）\]])?"
    return re.compile(
        rf"{gloss}\s+(?:is|was|are|were)\s+(?:now\s+)?{_ARTICLE}\s+(?:[\w-]+\s+){{0,2}}?{word}\b", re.IGNORECASE
    )


@cache
def _contrast() -> re.Pattern[str]:
    english, chinese = pattern_of(WordClass.CONTRAST), pattern_of(WordClass.CHINESE_CONTRAST)
    return re.compile(rf"\b{english}\b|{chinese}", re.IGNORECASE)


@cache
def _advised_against() -> re.Pattern[str]:
    """Matches advice before a term whose right form follows: *do not use X; use Y*."""
    chinese = pattern_of(WordClass.CHINESE_ADVICE_AGAINST)
    words = rf"\b{pattern_of(WordClass.ADVICE_AGAINST)}\s+(?:(?:us|writ|say)(?:e|ing)?\s+)?(?:{_ARTICLE}\s+)?"
    return re.compile(rf"(?:{words}|{chinese}再?[使]?用)[“‘\"'*_「]{{0,3}}\Z", re.IGNORECASE)


def _differing() -> re.Pattern[str]:
    return _before_term(rf"{pattern_of(WordClass.DIFFERENCE)}\s+between")


def _compared() -> re.Pattern[str]:
    return _before_term(pattern_of(WordClass.COMPARING_VERB))


def _written() -> re.Pattern[str]:
    return _before_term(r"(?:says?|writ(?:es?|ing)|wrote|spell(?:s|ing)?)")


@cache
def _before_term(words: str) -> re.Pattern[str]:
    """Match English words before a term, whose article and marks may be between."""
    return re.compile(rf"\b{words}\s+(?:{_ARTICLE}\s+)?[“‘\"'*_]*\Z", re.IGNORECASE)


@cache
def _changed() -> re.Pattern[str]:
    change = pattern_of(WordClass.CHINESE_CHANGE)
    return re.compile(rf"[”」’]?[，,]?(?:[后都一律现已应应当须]{{0,4}}){change}[了]?[“「‘]?")


@cache
def _differing_behind() -> re.Pattern[str]:
    return re.compile(
        rf"[”」’]?(?:之间)?(?:的|是|有|并?不能?)?(?:本质|根本|什么|何)?(?:的)?{pattern_of(WordClass.CHINESE_DIFFERENCE)}"
    )


@cache
def _denied() -> re.Pattern[str]:
    chinese = pattern_of(WordClass.CHINESE_DENIAL)
    return re.compile(rf"\bnot\s+(?:{_ARTICLE}\s+)?\Z|{chinese}\Z", re.IGNORECASE)
