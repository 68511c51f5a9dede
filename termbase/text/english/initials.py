"""Forms the possible initials of a name: `gids` and `giods` for *Global Initiative on Data Security*."""

from __future__ import annotations

from collections.abc import Sequence

from termbase.text.small_words import SMALL_WORDS


def initials_of(words: Sequence[str]) -> frozenset[str]:
    """Return the possible initials in lower case: of all words, of all but small words, and of capitalised words.

    Some bodies count `of` but not `and` (Ministry of Human Resources and Social Security: `mohrss`). A word in
    capitals may also be included whole (AI Security Institute: `aisi`), and so may all capitals of a word
    (*NetBIOS over TCP*). Initials stand for at least two words.
    """
    content = [word for word in words if word.casefold() not in SMALL_WORDS]
    names = [word for word in words if not word.islower()]
    joined = [word for word in words if word.casefold() not in ("and", "the")]
    found = {"".join(word[0] for word in some) for some in (words, joined, content, names) if len(some) > 1}
    found |= {"".join(map(_whole_if_capital, some)) for some in (content, names) if len(some) > 1}
    if len(names) > 1:
        found.add("".join(char for word in names for char in word if char.isupper()))
    return frozenset(initials.casefold() for initials in found if len(initials) > 1)


def _whole_if_capital(word: str) -> str:
    return word if word.isupper() else word[0]
