"""Which English words are names of months, and which of them have their day beside them."""

from __future__ import annotations

import re
from functools import cache

from termbase.text.figures.figure import WordKind, english_number_words

_DAY_BEFORE = re.compile(r"\b\d\d?(?:st|nd|rd|th)?(?: of)? $")
_DAY_AFTER = re.compile(r"\.? \d\d?(?!\d)")
_DIGIT_BEFORE, _DIGIT_AFTER = re.compile(r"\d(?:st|nd|rd|th)?\W{0,2}$"), re.compile(r"\W{0,2}\d")
_BEGINNING = re.compile(r"(?:^|[.!?:\"“”'’(\[*>-]\s?)$")
"""The beginning of a sentence, where *May* may be the verb."""

_TITLE = re.compile(r"\b(?:Mrs?|Ms|Miss|Theresa|Minister)\.? $")
"""What stands before a name: *urged Mrs May to resign*."""

_SHORT = 3
"""The length of the short names of months, which stand alone in any case: `mar`, 三月."""

_UNSURE = frozenset({"May", "March", "Mar", "Jan", "Jun", "Sep", "Dec"})
_BEFORE_MONTH = re.compile(
    r"(?:\d(?:st|nd|rd|th)?(?: of)?|in|since|until|by|from|to|early|late|mid|last|this|next|of|during)[ -]$",
    re.IGNORECASE,
)
_AFTER_MONTH = re.compile(r"\.?[ -](?:\d|to |through |and [JAS])")
"""What stands beside *May* where it is the month."""

_NAME_AFTER = re.compile(r"-[B-CEG-IK-LP-RT-Z][a-z]+")
"""The rest of a name of which a month seems to be the first word: *Sept-Îles*, but *Sept-Oct*."""


@cache
def month_names() -> str:
    """Return the names of months with their capitals, as alternatives of a pattern: `January|Jan|...`."""
    words = english_number_words().items()
    return "|".join(word.capitalize() for word, meaning in words if meaning.kind is WordKind.MONTH)


def has_day(plain: str, start: int, end: int) -> bool:
    """Return whether a day stands beside a month, so that it may be left out where it is clear: *July 3*, 3日."""
    return bool(_DAY_BEFORE.search(plain, 0, start) or _DAY_AFTER.match(plain, end))


def is_other_word(plain: str, start: int, end: int) -> bool:
    """Return whether what may be a month is another word (*may*, *March*) or a name (*Jun*)."""
    text = plain[start:end]
    if plain.strip(" .") == text and len(text) == _SHORT:
        return False
    if text in ("may", "march"):
        return not has_day(plain, start, end)
    if text == "May" and _BEGINNING.search(plain, 0, start):
        return not _is_beside_date(plain, start, end)
    return (
        plain.startswith(" Day", end)
        or _NAME_AFTER.match(plain, end) is not None
        or plain.endswith("Long ", 0, start)
        or (text.islower() and not _is_beside_date(plain, start, end))
        or (text.isupper() and _is_alone(plain, start, end))
    )


def _is_alone(plain: str, start: int, end: int) -> bool:
    """Return whether a short name in capitals is no month, with no digit or other month beside it: *DEC error*."""
    if end - start != _SHORT or plain[start:end] == "MAY":
        return False
    is_dated = _DIGIT_BEFORE.search(plain, 0, start) or _DIGIT_AFTER.match(plain, end)
    return not is_dated and len(re.findall(rf"\b(?:{month_names()})\b", plain, re.IGNORECASE)) == 1


def is_name(plain: str, start: int, end: int) -> bool:
    """Return whether a month may be another name, since no word beside it shows the month: *Mrs May*, *MAY*."""
    text = plain[start:end].capitalize()
    return text in _UNSURE and (
        _TITLE.search(plain, 0, start) is not None or not _is_beside_date(plain, start, end)
    )


def _is_beside_date(plain: str, start: int, end: int) -> bool:
    return bool(_BEFORE_MONTH.search(plain, 0, start) or _AFTER_MONTH.match(plain, end))
