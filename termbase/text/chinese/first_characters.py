"""Recognises characters of a span that belong to the word beside it: 多 in 许多, 国 in 两国, 内 behind a period."""

from __future__ import annotations

import re

from termbase.text.chinese.words import OFTEN_NO_WORD, frequency

_HOW_MANY = ("这么", "那么", "如此", "这样", "那样", *"好太很许更最不较过众诸甚")
"""What takes 多 from the word behind it: 任务 in 这么|多|任务 is a task, not a part of 多任务."""

_HAS_INSIDE = re.compile("[月日年周季时天间期限境国省市县区校院厂数额度围项款程段户构园位室馆箱袋柜库区]\\Z")
"""What 内 (inside) may follow as a word of its own: periods, places and amounts."""

_DEPARTMENT = re.compile("部门(?![口前外])")

_IN_PERIOD = re.compile("(?:[0-9０-９一二三四五六七八九十百千数几半个两兩翌次][日月年周天时]|小时|工作日)\\Z")
"""Periods, behind which 内 is always a word of its own."""


_SEVERAL = frozenset("两兩二三四五六七八九十几数各诸")
"""What 国 follows where it is a country: 两国|中, among two countries, has no 国中 (of Taiwan's schools)."""


def belongs_before(text: str, start: int, end: int) -> bool:
    """Return whether the first character of a span belongs to the word before it.

    It is 多 that tells how many (许多|利益相关方), 国 behind a number (两国|中), 内 behind a period (三天|内), or
    内 behind a place or amount if the rest of the span is a word with the next character: 内核 in 三个月|内|核发.
    """
    if text[start] == "国":
        return text[start - 1 : start] in _SEVERAL and text[start - 2 : start - 1] != "第"
    if text[start] == "多":
        return text.endswith(_HOW_MANY, 0, start)
    if text[start] != "内":
        return False
    is_period = _IN_PERIOD.search(text, max(0, start - 3), start) is not None
    is_place = _HAS_INSIDE.search(text, max(0, start - 1), start) is not None
    return is_period or (is_place and frequency(text[start + 1 : end + 1]) > OFTEN_NO_WORD)


def belongs_behind(text: str, end: int) -> bool:
    """Return whether the last character of a span belongs to the word behind it: 部 in 教育|部门."""
    return _DEPARTMENT.match(text, end - 1) is not None
