"""Chinese in running text as it is compared: one form whatever the script, width, emphasis and line breaks.

Start from `fold_chinese`, which is fast and leads back to the original; `termbase.text.chinese_key` is for terms.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from termbase.text.chinese_characters import one_form, one_forms, space_beside_han
from termbase.text.invisible import PASSED_OVER
from termbase.text.offsets import MASK
from termbase.text.script import HAN


@dataclass(frozen=True, slots=True)
class FoldedChinese:
    """Chinese in comparable form, and where the stretches of it that nothing parts stood.

    `places` are offsets in `text`, `starts` those of the same stretches in the original (code points).
    """

    text: str
    places: Sequence[int]
    starts: Sequence[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the original for a stretch of `text`."""
        return self._original(start), self._original(end - 1) + 1

    def _original(self, offset: int) -> int:
        stretch = bisect_right(self.places, offset) - 1
        return self.starts[stretch] + offset - self.places[stretch]


_SIGN = rf"[^\s{HAN}{MASK}]"
_SKIPPED = rf"""(?x)  # begins with one class of characters, which is sought fast; what follows says which of them
[\ \t\r\n{PASSED_OVER}](?:
  (?<=[{HAN}][{PASSED_OVER}])[{PASSED_OVER}]*[\ \t]+(?={_SIGN})  # **生成式** AI
| (?<=[{PASSED_OVER}])[{PASSED_OVER}]*
| (?<=[\r\n])[\r\n]*[\ \t]*
| (?<=[\ \t])[\ \t]{{0,79}}[\r\n]+[\ \t]*
| (?<=[{HAN}][\ \t])[\ \t]*(?={_SIGN})  # 生成式 AI
| (?<={_SIGN}[\ \t])[\ \t]*(?=[{PASSED_OVER}]*[{HAN}])
)"""
_MAY_SPREAD = re.compile(r" . . ")


def fold_chinese(text: str) -> FoldedChinese:
    """Chinese in comparable form: one script, width and case, without line breaks and what is not seen.

    A space between two Han characters stays, unlike in `script_key`: in running text it ends a word.
    """
    plain = one_forms(text)
    skipped = sorted({*_unseen(plain), *_spread(plain)})
    origins: Sequence[int] = range(len(text) + 1)
    if len(plain) != len(text):
        origins = _origins(text)
        skipped = sorted({*skipped, *_parts_of_one(origins, skipped)})
    ends = [0, *(end for _, end in skipped)]
    stretches = [plain[end:start] for end, (start, _) in zip(ends, [*skipped, (len(plain), 0)], strict=True)]
    places = list(accumulate(map(len, stretches[:-1]), initial=0))
    return FoldedChinese("".join(stretches), places, [origins[end] for end in ends])


def _origins(text: str) -> Sequence[int]:
    """Where in the text each character of its form stood, and its end: ㎡ gives two."""
    return [*(place for place, char in enumerate(text) for _ in one_form(char)), len(text)]


def _parts_of_one(origins: Sequence[int], skipped: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Empty gaps that part what stems from one character, so that each part leads back to it."""
    taken = {place for start, end in skipped for place in range(start, end + 1)}
    for place, (before, origin) in enumerate(pairwise(origins), 1):
        if origin == before and place not in taken:
            yield place, place


def _unseen(text: str) -> Iterator[tuple[int, int]]:
    """Where line breaks and characters stand that are not seen, and the spaces between Han and Latin."""
    return (skipped.span() for skipped in re.finditer(_SKIPPED, text))


def _spread(text: str) -> Iterator[tuple[int, int]]:
    """Where the spaces stand in words written with one after each character, as headings are: 数 位 经 济."""
    if _MAY_SPREAD.search(text):
        for title in re.finditer(rf"(?<![{HAN}])(?:[{HAN}] ){{3,}}[{HAN}](?![{HAN}])", text):
            yield from ((place, place + 1) for place in range(title.start() + 1, title.end(), 2))


def chinese_patterns(term: str) -> tuple[str, ...]:
    """A Chinese term as it stands in a folded text, with its spaces and, first, without: 数字 经济.

    Without is `script_key`. A single character is not looked for: 网 is part of too many words.
    """
    written = fold_chinese(term.strip()).text
    forms = (space_beside_han().sub("", written), written)
    return tuple(dict.fromkeys(form for form in forms if len(form) > 1))
