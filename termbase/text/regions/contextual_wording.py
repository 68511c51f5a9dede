"""Finds the words in which another region may write a term, depending on what stands beside it in a text.

Start from `wordings_in_context`. 运行 is 執行 in Taiwan in a sentence about programs, and 運行 in one about trains,
so its match key is not that of 執行 (`termbase.text.regions.wording.wordings` gives wordings with the same key).
`termbase.match.contextual` decides whether a sentence has a term in such a wording.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import islice

from termbase.language import Region
from termbase.text.regions.regional_words import candidates, words_of
from termbase.text.script import simplify

_MOST = 100
"""So many wordings of a term are tried for each region; terms have fewer."""


def wordings_in_context(script_key: str, home: Region) -> Mapping[str, Sequence[Region]]:
    """Return the other wordings of a term of a region, each with the regions that may write it.

    The term is given by its script key, and so are the wordings. Some of them may have the same match key.
    """
    found: dict[str, list[Region]] = {}
    for region in Region:
        if region is not home:
            for wording in set(islice(_reworded(script_key, 0, region), _MOST)) - {script_key}:
                found.setdefault(wording, []).append(region)
    return found


def _reworded(key: str, start: int, region: Region) -> Iterator[str]:
    """Yield the key from `start` on, first as it is, then with its words in every wording of a region."""
    yield key[start:]
    for place in range(start, len(key)):
        for end, _ in candidates(key, place):
            for form in _forms(key[place:end], region):
                for rest in _reworded(key, end, region):
                    yield key[start:place] + form + rest


@cache
def _forms(form: str, region: Region) -> tuple[str, ...]:
    """Return the other forms of a region in the rows of a form, names excepted."""
    rows = (word.row for word in words_of(form) if not word.row.owner and word.can_apply)
    forms = (simplify(other).lower() for row in rows for other in row.wordings[region])
    return tuple(dict.fromkeys(other for other in forms if other != form))
