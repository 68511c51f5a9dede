"""Decides how much an English word for a number asks of a translation.

*Wait a second* needs no number in it, *the second wave* and *it cannot be zero* do.
"""

from __future__ import annotations

import re

from termbase.text.figures.figure import NumberWord, WordKind

_COMMON = frozenset({"zero", "one", "first", "half", "quarter"})
"""Words that other words may translate: one, hundreds of, the first time."""

_ORDERED = re.compile(
    '[ -][“"‘]|[ -](?!of |and |or |to |in |after |before |for |is |at |later|delay|timeout|long|per )[a-z]',
    re.IGNORECASE,
)
"""What follows `second` where it is not the unit of time: the second wave, the second-best."""

_PLACED = re.compile(
    r"\b(?:came|finish(?:ed|es)?|ranked|ranks|placed|in|was|were|from"
    r"|(?:rose|risen|rise|climb(?:ed|s)?|moved?|jumped|fell|fallen|falls?|drop(?:ped|s)?|slipped|up|down) to) $"
)
"""What stands before `second` where it is a place: came second, rose to second."""

_VALUE = re.compile(r"\b(?:be|is|are|was|equals?|to) $", re.IGNORECASE)
_VALUE_END = re.compile(r"[.,;:)]|$| (?:and|or|then|by default)\b")
"""What stands beside *zero* where it is a value: it cannot be zero."""

AN_ORDINAL = re.compile(r"\b(?:an?|one)\s$", re.IGNORECASE)
PART_OF = re.compile(
    r" of\b|[.,;:)]|$| (?:more|less|fewer|higher|lower|larger|smaller|cheaper|faster|slower)\b"
    r"| to (?:an?|one|two|three) (?:half|third|quarter|fifth)"
)
"""What follows an ordinal that is a fraction: a fifth of the voters, fell by a third, a third lower."""

_PERIOD = re.compile(
    r"quarter\b(?![ -]?(?:century|hour|mile)|-?finals?| of (?:an?\b|the (?:[\w-]+ )?(?:century|millennium)\b))",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"\b(?:first|second|third|fourth|last|past|next|previous|1st|2nd|3rd|4th)[ -]$", re.IGNORECASE
)
"""What stands before *quarter* where it is three months: the first quarter, but a quarter of the voters."""

_MONEY = re.compile(" (?:US |U\\.S\\. )?(?:dollars?|yuan|pounds?|euros?|yen|rupees?)\\b")

_SENTENCE = re.compile(r"(?:^|[.;:!?] )$")
"""The beginning of a sentence, where *Second,* is the second point."""


def is_value(plain: str, start: int, end: int) -> bool:
    """Return whether a word is a value and counts nothing: it cannot be zero."""
    return _VALUE.search(plain, 0, start) is not None and _VALUE_END.match(plain, end) is not None


def is_period(plain: str, start: int) -> bool:
    """Return whether the word at a place is *quarter* for three months and no part of four."""
    return bool(_PERIOD.match(plain, start) and _NUMBERED.search(plain, max(0, start - 10), start))


_FREQUENCY = re.compile(
    r"\b(?:once|twice|thrice) (?:(?:an?|per|every|each) (?:day|night|week|month|year|hour|minute|second|quarter"
    r"|season|term|decade|century|fortnight|generation|lifetime|game|match)|daily|weekly|monthly|yearly)\b",
    re.IGNORECASE,
)
"""Words that say how often: *twice a day*, but not *twice the price*."""


def is_frequency(plain: str, start: int, end: int) -> bool:
    """Return whether the word at a span says how often in a time, and not how many times as much: twice a day."""
    match = _FREQUENCY.match(plain, start)
    return match is not None and match.end() > end


_A_FEW = r"\b(?:two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty)"
_GRAND_BEHIND = (
    r" (?:a|per|for|to|in|on|and|or|from|each|more|less|by|of|off|out|up|over|with|at|if|but|as|here|there|now"
    r"|is|was|will|would|could|can|should|might)\b"
)
"""What stands behind *grand* where it is a thousand, and no piano."""

_SCALE = re.compile(
    rf"{_A_FEW}[ -]score(?! of \d)(?= of\b| and\b| [a-z]+s\b| people\b| (?:wo)?men\b)"
    r"|\b(?:a|some) score of (?![a-z]*ty\b)[a-z]"
    rf"|(?:\d|\b(?:a|hundred)|{_A_FEW}) grands?(?=\s?[.,;:!?]|$|{_GRAND_BEHIND})"
    rf"|(?:\ba|{_A_FEW}) gross of\b",
    re.IGNORECASE,
)
"""Words that are numbers where they are counted or count: *three score and ten*, *five grand*, *a gross of it*."""

_SCALES = frozenset({"score", "grand", "grands", "gross"})
_BEFORE_SCALE = len("hundred ")


def is_no_scale(plain: str, start: int, end: int) -> bool:
    """Return whether the word at a span is no number, but one that is written alike: a high score."""
    if plain[start:end].lower() not in _SCALES:
        return False
    found = _SCALE.finditer(plain, max(0, start - _BEFORE_SCALE))
    return not any(match.start() < start < end <= match.end() for match in found)


_HALF_OF = re.compile(r" (?:of|the|its|their|his|her|our|all)\b")
_IN_HALF = re.compile("(?:in|by) $")
_HALF_BEFORE = re.compile(
    r"\b(?:first|second|last|latter|former|other|each|this|better|top|bottom|upper|lower)[ -]$", re.IGNORECASE
)
"""What stands beside *half* where it is a part of something, and before it where it is one of two."""

_IDIOM = re.compile(r"\b[Ii]n the $")
_FIRST_BEFORE = re.compile(r"\b(?:the|a|its|their|his|her|our|your)[ -]$", re.IGNORECASE)
_FIRST_OF = re.compile(r"[ -](?!of all\b|place\b|few\b|aid\b|and foremost\b|lady\b|name\b)[a-z]")
"""What stands beside *first* where it counts what follows: its first flight."""

_FIRST_PARTY = re.compile(r"[ -]part(?:y|ies)\b")
"""What stands behind *first* where it is one of several: no first-party is a 第三方."""


def is_common(plain: str, start: int, end: int, meaning: NumberWord) -> bool:
    """Return whether a word alone is so common that it contradicts nothing: one, hundreds, second as a time."""
    word = plain[start:end].lower()
    if is_period(plain, end + 1):
        return False  # the first quarter is no other one
    if word == "second":
        is_point = plain.startswith(",", end) and _SENTENCE.search(plain, 0, start)
        return not (is_point or _ORDERED.match(plain, end) or _PLACED.search(plain, 0, start))
    is_part = _HALF_OF.match(plain, end) or _IN_HALF.search(plain, max(0, start - 3), start)
    if word == "half" and is_part and not _HALF_BEFORE.search(plain, 0, start):
        return False
    if word == "first" and plain.startswith(" place", end) and not _IDIOM.search(plain, 0, start):
        return False  # came in first place
    if word == "first" and _FIRST_PARTY.match(plain, end):
        return False
    if word == "first" and _FIRST_BEFORE.search(plain, 0, start) and _FIRST_OF.match(plain, end):
        return False
    counted = PART_OF if meaning.value < 1 else _MONEY
    if AN_ORDINAL.search(plain, 0, start) and counted.match(plain, end):
        return False  # a quarter of the voters, a thousand dollars
    return word in _COMMON or meaning.kind is WordKind.SCALE
