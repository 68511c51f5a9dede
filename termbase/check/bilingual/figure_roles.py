"""What stands beside a number and tells which one it is: *from 3 to 5*, 5人中有3人, each in both languages."""

from __future__ import annotations

import re

_HAN_NUMBER = "[\\d一二两三四五六七八九十百千万亿]"
_ENGLISH_NUMBER = r"(?= (?:[a-z]+ ){0,2}[$€£¥]?\d| (?:one|two|three|four|five|six|seven|eight|nine|ten)\b)"
MOVES = (
    (
        re.compile(
            rf"(?:[从由自]|(?<![同环占对])比(?![较例重赛率分])|较|[高低多少]于)(?=[^，。；]{{0,8}}?{_HAN_NUMBER})"
        ),
        re.compile(rf"\b(?:from|than|above|below|compared (?:to|with)|versus)\b{_ENGLISH_NUMBER}"),
    ),
    (re.compile(rf"[到至为达](?=\D?{_HAN_NUMBER})"), re.compile(rf"(?<!compared )\bto\b{_ENGLISH_NUMBER}")),
    (re.compile("中(?![心国央])"), re.compile(r"\b(?:of|among)\b")),
)
"""Function words before a number that tell two apart: 从3增加到5, *to 5 from 3*; 5人中有3人, *3 of 5*."""

ROLES = (
    (re.compile(r"[从由自]\D{0,3}$"), re.compile(r"\bfrom (?:[a-z]+ )?[$€£¥]?$")),
    (re.compile(r"[到至为达]\D?$"), re.compile(r"\bto (?:[a-z]+ )?[$€£¥]?$")),
)
"""What stands directly before the number that a change begins or ends with, in Chinese and in English."""

INCLUDED = (
    re.compile(r"(?:包括|包含|其中有?|之中)[^，。；\d]{0,4}$"),
    re.compile(r"\b(?:including|among (?:them|whom)|of (?:them|whom)|included)\b[^,.;\d]{0,12}$"),
)
PART = re.compile(" of (?:them|whom|which|these|those)\\b")
"""What stands before the number that is a part of another one, and behind it in English: 包括6名游客在内的19人."""

EACH = re.compile("每$"), re.compile(r"\b(?:per|every|each) $")
"""What stands before a number that changes places with none: 每10万人, *per 100,000*."""
