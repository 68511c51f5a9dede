"""Finds the Chinese words that CC-CEDICT translates with an English phrase.

The phrases of all definitions are worked out once and kept in the cache folder: to search the definitions for one
phrase takes a fifth of a second, and a report has hundreds of terms with words beside them.
"""

from __future__ import annotations

import re
from functools import cache

from termbase.cache.kept import kept
from termbase.renderings.cedict_file import dictionary, source

_ARTICLE = re.compile("(?:an?|the|to) ")
_JOINT = re.compile("[ -]+")


def words_for(phrase: str) -> frozenset[str]:
    """Return the words, in simplified characters, that the dictionary translates with a phrase as a whole.

    Words joined, hyphened and apart are equal: *multi-party system*, *multiparty system* 多党制. A final s makes no
    difference, nor does what the dictionary adds in brackets, nor an article that only the dictionary has.
    """
    return frozenset(_words().get(_key(phrase), "").split())


def _key(phrase: str) -> str:
    """Return the form by which phrases are compared; an article stays apart, so that *to ward* is not *toward*."""
    folded = phrase.casefold()
    plain = _without_article(folded)
    return folded[: len(folded) - len(plain)] + _JOINT.sub("", plain).removesuffix("s")


@cache
def _words() -> dict[str, str]:
    """Return the words of each phrase, with blanks between them."""
    return kept(source(), ".phrases", _compiled)[0]


def _without_article(phrase: str) -> str:
    article = _ARTICLE.match(phrase)
    return phrase[article.end() :] if article else phrase


def _compiled() -> tuple[dict[str, str]]:
    found: dict[str, list[str]] = {}
    for word, definitions in dictionary().definitions.items():
        phrases = [
            part.split(" (")[0].removeprefix(" ") for each in definitions for part in re.split("[/;,]", each)
        ]
        keys = {_key(form) for phrase in phrases if phrase for form in (phrase, _without_article(phrase))}
        for key in keys:
            found.setdefault(key, []).append(word)
    return ({key: " ".join(words) for key, words in found.items()},)
