"""Chinese as it is compared: one form whatever the script, width, spacing and line breaks; and where words end.

Start from `fold_chinese`. `parts_word` is asked where a place reads like a term and may be none: 法治 in 依法治国.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from termbase.text.invisible import PASSED_OVER
from termbase.text.script import HAN, has_han, simplify


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


_NOT_PLAIN = re.compile("[A-Z！-～]")
_SKIPPED = rf"""(?x)  # begins with one class of characters, which is sought fast; what follows says which of them
[\ \t\r\n\u00a0\u3000{PASSED_OVER}](?:
  (?<=[{PASSED_OVER}])[{PASSED_OVER}]*
| (?<=[\r\n])[\r\n]*[\ \t\u3000]*
| (?<=[\ \t\u3000])[\ \t\u3000]{{0,79}}[\r\n]+[\ \t\u3000]*
| (?<=[{HAN}][\ \t\u00a0])[\ \t\u00a0]*(?=[a-z0-9])  # 生成式 AI
| (?<=[a-z0-9][\ \t\u00a0])[\ \t\u00a0]*(?=[{HAN}])
)"""
_MAY_SPREAD = re.compile(r"[ \u3000].[ \u3000].[ \u3000]")
_CERTAIN = 6
"""A term of so many characters comes about by chance no more."""

_RARE = 4
"""Words that the dictionary counts no oftener are often none."""

_CLAUSE = 40
"""So many characters on both sides tell where words end."""


def fold_chinese(text: str) -> FoldedChinese:
    """Chinese in comparable form: one script, width and case, without line breaks and what is not seen."""
    plain = _NOT_PLAIN.sub(_plain_sign, simplify(text))
    skipped = sorted({*_unseen(plain), *_spread(plain)})
    ends = [0, *(end for _, end in skipped)]
    stretches = [plain[end:start] for end, (start, _) in zip(ends, [*skipped, (len(plain), 0)], strict=True)]
    return FoldedChinese("".join(stretches), list(accumulate(map(len, stretches[:-1]), initial=0)), ends)


def _plain_sign(found: re.Match[str]) -> str:
    sign = found[0]
    return (sign if sign.isascii() else chr(ord(sign) - 0xFEE0)).lower()


def _unseen(text: str) -> Iterator[tuple[int, int]]:
    """Where line breaks and characters stand that are not seen, and the spaces between Han and Latin."""
    return (skipped.span() for skipped in re.finditer(_SKIPPED, text))


def _spread(text: str) -> Iterator[tuple[int, int]]:
    """Where the spaces stand in words written with one after each character, as headings are: 数 位 经 济."""
    if _MAY_SPREAD.search(text):
        for title in re.finditer(rf"(?<![{HAN}])(?:[{HAN}][ \u3000]){{3,}}[{HAN}](?![{HAN}])", text):
            yield from ((place, place + 1) for place in range(title.start() + 1, title.end(), 2))


def chinese_pattern(term: str) -> str:
    """A Chinese term as it is looked for. A single character is not: 网 is part of too many words."""
    pattern = fold_chinese(term.strip()).text
    return pattern if len(pattern) > 1 else ""


def parts_word(text: str, start: int, end: int) -> bool:
    """Whether a place in folded Chinese cuts a word at its edge: 主权 in 民主|权利, 法治 in 依法治国.

    A word that only goes on at one side (主权 in 主权国家, 数据 in 大数据) is not cut.
    """
    from termbase.text.dictionary import has_word_across

    if end - start >= _CERTAIN or not (_is_han(text[start - 1 : start]) or _is_han(text[end : end + 1])):
        return False
    return has_word_across(text, (start, end)) and any(
        (first < start < last < end and not _is_loose(text[first:start], text[start:last]))
        or (start < first < end < last and not _is_loose(text[end:last], text[first:end]))
        or first < start < end < last
        for first, last in _words_around(text, start, end)
    )


def _is_loose(outside: str, inside: str) -> bool:
    """Whether a word across an edge is rather two: 信息|管理, each commoner; 当|鼠标, next to unknown itself."""
    from termbase.text.words import frequency

    common = max(frequency(outside + inside), frequency(inside + outside))
    is_compound = len(outside) > 1 and common < min(frequency(outside), frequency(inside))
    return len(inside) > 1 and (is_compound or common <= _RARE < frequency(inside))


def is_inside_word(text: str, start: int, end: int) -> bool:
    """Whether a longer word of the dictionary, which is of mainland wording, holds a place: 软体 in 软体动物."""
    return any(first <= start and end <= last and last - first > end - start
               for first, last in _words_around(text, start, end))  # fmt: skip


@lru_cache(maxsize=1 << 14)
def _is_han(char: str) -> bool:
    return has_han(char)


def _words_around(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The words of the run of Han characters that a place stands in; none where the place is the whole run."""
    first, last = start, end
    while first > max(0, start - _CLAUSE) and _is_han(text[first - 1]):
        first -= 1
    while last < min(len(text), end + _CLAUSE) and _is_han(text[last]):
        last += 1
    if (first, last) == (start, end):
        return
    from termbase.text.words import dictionary_words

    for word in dictionary_words(text[first:last]):
        yield first, first + len(word)
        first += len(word)
