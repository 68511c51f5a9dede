"""Folds Chinese running text: brings it into a form in which script, width, emphasis and line breaks do not matter.

Start from `fold_chinese`, which is fast and keeps the offsets of the original. To compare single terms, use
`termbase.text.chinese_key`, which also ignores the differences between regions.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from termbase.text.chinese.chinese_characters import one_form, one_forms, space_beside_han
from termbase.text.invisible import IGNORED
from termbase.text.offsets import MASK
from termbase.text.script import HAN


@dataclass(frozen=True, slots=True)
class FoldedChinese:
    """Folded Chinese text, with the offsets that lead back to the original.

    The text consists of stretches that were consecutive in the original. `places` has the offset of each stretch in
    `text`, `starts` the offset of the same stretch in the original (both in code points).
    """

    text: str
    places: Sequence[int]
    starts: Sequence[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span in the original (code points) of the folded text from `start` to `end`."""
        return self._original(start), self._original(end - 1) + 1

    def unfolded(self, text: str) -> str:
        """Return the original in its own characters without what is left out, so it is as long as `self.text`."""
        ends = [*self.places[1:], len(self.text)]
        stretches = zip(self.places, ends, self.starts, strict=True)
        return "".join(text[start : start + end - place] for place, end, start in stretches)

    def _original(self, offset: int) -> int:
        stretch = bisect_right(self.places, offset) - 1
        return self.starts[stretch] + offset - self.places[stretch]


_SIGN = rf"[^\s{HAN}{MASK}]"
_SKIPPED = rf"""(?x)  # the first class of characters is found fast; the alternatives decide which are left out
[\ \t\r\n{IGNORED}](?:
  (?<=[{HAN}][{IGNORED}])[{IGNORED}]*[\ \t]+(?={_SIGN})  # **生成式** AI
| (?<=[{IGNORED}])[{IGNORED}]*
| (?<=[\r\n])[\r\n]*[\ \t]*
| (?<=[\ \t])[\ \t]{{0,79}}[\r\n]+[\ \t]*
| (?<=[{HAN}][\ \t])[\ \t]*(?={_SIGN})  # 生成式 AI
| (?<={_SIGN}[\ \t])[\ \t]*(?=[{IGNORED}]*[{HAN}])
)"""
_MAY_SPREAD = re.compile(r" . . ")


def fold_chinese(text: str) -> FoldedChinese:
    """Fold Chinese text: one script, width and case, without line breaks and invisible characters.

    A space between two Han characters is kept, unlike in `script_key`, because it separates words in running text.
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
    """Return, for each character of the folded text, its offset in the text, and last the length of the text.

    ㎡ folds to two characters (m2), so its offset occurs twice.
    """
    return [*(place for place, char in enumerate(text) for _ in one_form(char)), len(text)]


def _parts_of_one(origins: Sequence[int], skipped: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield empty gaps between the characters that one character folds to, so that each leads back to that one."""
    taken = {place for start, end in skipped for place in range(start, end + 1)}
    for place, (before, origin) in enumerate(pairwise(origins), 1):
        if origin == before and place not in taken:
            yield place, place


def _unseen(text: str) -> Iterator[tuple[int, int]]:
    """Return the spans of line breaks, of invisible characters and of spaces between Han and Latin characters."""
    return (skipped.span() for skipped in re.finditer(_SKIPPED, text))


def _spread(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of the spaces in words spaced out by character, as some headings are: 数 位 经 济."""
    if _MAY_SPREAD.search(text):
        for title in re.finditer(rf"(?:[{HAN}] ){{3,}}[{HAN}](?![{HAN}])", text):
            yield from ((place, place + 1) for place in range(title.start() + 1, title.end(), 2))


def chinese_patterns(term: str) -> tuple[str, ...]:
    """Return the forms of a Chinese term to search for in folded text: without its spaces, then with them.

    数字 经济 gives 数字经济 and 数字 经济. The form without spaces is the `script_key` of the term. A single
    character gives no form: 网 is part of too many words.
    """
    written = fold_chinese(term.strip()).text
    forms = (space_beside_han().sub("", written), written)
    return tuple(dict.fromkeys(form for form in forms if len(form) > 1))
