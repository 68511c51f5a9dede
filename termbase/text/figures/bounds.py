"""Whether a number is said to be more or less than it is: 超过3000, *nearly 3,000*, 三年以上, *or less*."""

from __future__ import annotations

import re

_MORE_BEFORE = re.compile(
    r"(?:(?<![不未没])(?<![不未没][会能得应可])(?:超过|多于|高于|大于|逾|超|突破)|至少|不[少低]于"
    r"|(?<!\bno )(?<!\bnot )\b(?:more than|above|at least|exceed(?:s|ed|ing)?|in excess of|greater than)"
    r"|\b(?:over)|\b(?:no|not) (?:less|fewer) than) ?(?:[$€£¥]|RMB ?|US\$)?$",
    re.IGNORECASE,
)
_LESS_BEFORE = re.compile(
    r"(?:不到|不足|[未不]满|(?<!不)[低少小]于|不[会能得应可]?超过|至多|最多|多达|将近|接近|近"
    r"|(?<!\bno )(?<!\bnot )\b(?:less|fewer) than|\b(?:under|below|nearly|almost|close to|at most|up to)"
    r"|\b(?:no|not) more than) ?(?:[$€£¥]|RMB ?|US\$)?$",
    re.IGNORECASE,
)
_MORE_AFTER = re.compile(
    r"%?[^\W\d]{0,3}[及或]?以上|[^\W\d]?[余多](?!少)|\+|(?: [a-z]+){0,2} or (?:more|above|older|over)\b"
)
_LESS_AFTER = re.compile(r"%?[^\W\d]{0,3}[及或]?以[下内]|(?: [a-z]+){0,2} or (?:less|fewer|younger|under)\b")
_SPAN = re.compile(r"[ -]?(?:个?月|[年天日周]|个?星期|(?:day|week|month|year|hour)s?\b)")
"""A time, which 近 and *over* may also say when it is: 近五年来, *over five years*."""

_NEGATED = re.compile(
    r"(?:\b(?:no|not|nor|never|cannot|without|impossible|unable|hardly|rarely)\b|n['’]t\b)[^,.;:!?]*$"
    r"|[不没未无难][^，。；：、！？,;]{0,6}$",
    re.IGNORECASE,
)
"""What turns the words behind it round: *cannot hold more than a day's stock*, 没有超过."""

_REACHED = (
    re.compile("(?:[升降增减涨跌高]|增加|减少|增长|扩大|缩小)[至到](?:约|近|大约)?[$€£¥]?$"),
    re.compile(
        r"(?<!up )\bto (?:about |around |nearly |almost |some |only |just )?(?:[$€£¥]|RMB ?|US\$)?$", re.IGNORECASE
    ),
)
_CHANGED_BY = (
    re.compile("(?:增长|增加|增|上升|上涨|提高|减少|下降|下跌|下滑|降低)了?(?:约|近|大约)?[$€£¥]?$"),
    re.compile(r"\bby (?:about |around |nearly |almost |some |only |just )?(?:[$€£¥]|RMB ?|US\$)?$", re.IGNORECASE),
)
"""What stands before the number that a change ends with, and before that by which it changes, in both languages."""

_GROWTH = re.compile(r"(?:%| per ?cent)? (?:[a-z]+ )?(?:growth|increase|rise|gain|drop|decline|cut|reduction)\b")
"""What shows that a number is itself a change: *return to 5 percent growth*."""

_VAGUE = "多余"
_REACH, _FAR = 24, 48


def bound(plain: str, start: int, end: int) -> int:
    """Return 1 if the number at a span of simplified text is said to be exceeded, -1 if not reached, else 0."""
    before, after = plain[max(0, start - _REACH) : start], plain[end : end + _REACH]
    if _SPAN.match(after) and before.rstrip().lower().endswith(("近", "over")):
        return 0
    is_vague = any(word in plain[start:end] for word in _VAGUE)  # 3000多万
    more, less = (
        pattern.search(before) and not _is_negated(plain, start, pattern)
        for pattern in (_MORE_BEFORE, _LESS_BEFORE)
    )
    is_more = is_vague or more or _MORE_AFTER.match(after)
    is_less = less or _LESS_AFTER.match(after)
    return bool(is_more) - bool(is_less)


def _is_negated(plain: str, start: int, pattern: re.Pattern[str]) -> bool:
    match = pattern.search(plain, max(0, start - _REACH), start)
    return match is not None and _NEGATED.search(plain, max(0, start - _FAR), match.start()) is not None


def change(plain: str, start: int, end: int) -> int:
    """Return 1 if a change ends with the number at a span (降至5%), -1 if it is by the number (降低5%), else 0."""
    if _GROWTH.match(plain, end):
        return 0
    before = plain[max(0, start - _REACH) : start]
    language = 1 if before.isascii() else 0
    return bool(_REACHED[language].search(before)) - bool(_CHANGED_BY[language].search(before))
