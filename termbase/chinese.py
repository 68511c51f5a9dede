"""Chinese as it is compared: one form whatever the script, width, spacing and line breaks; and where words end.

Start from `fold_chinese`. `parts_word` is asked where a place reads like a term and may be none: 法治 in 依法治国.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from termbase.script import HAN, simplify


@dataclass(frozen=True, slots=True)
class FoldedChinese:
    """Chinese in comparable form, character by character; `offsets` says where each stood in the original."""

    text: str
    offsets: Sequence[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the original for a stretch of `text`."""
        return self.offsets[start], self.offsets[end - 1] + 1


_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_LOWER = {ord(char): char.lower() for char in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}
_PLAIN = _WIDE | {code + 0xFEE0: char for code, char in _LOWER.items()} | _LOWER
_SKIPPED = re.compile(
    r"[\u00ad\u200b-\u200d\u2060\ufeff*]+"
    r"|[ \t\u3000]{0,80}[\r\n]+[ \t\u3000]*"
    rf"|(?<=[{HAN}])[ \t\u00a0]+(?=[A-Za-z0-9])|(?<=[A-Za-z0-9])[ \t\u00a0]+(?=[{HAN}])"  # 生成式 AI
)
_SPREAD = re.compile(rf"(?<![{HAN}])(?:[{HAN}][ \u3000]){{3,}}[{HAN}](?![{HAN}])")  # 数 位 经 济
_HAN = re.compile(f"[{HAN}]")
_CERTAIN = 6
"""A term of so many characters comes about by chance no more."""

_RARE = 4
"""Words that the dictionary counts no oftener are often none."""

_CLAUSE = 40
"""So many characters on both sides tell where words end."""


def fold_chinese(text: str) -> FoldedChinese:
    """Chinese in comparable form: one script, width and case, without line breaks and what is not seen."""
    plain = simplify(text).translate(_PLAIN)
    skipped = {offset for gap in _SKIPPED.finditer(plain) for offset in range(*gap.span())}
    for title in _SPREAD.finditer(plain):
        skipped.update(range(title.start() + 1, title.end(), 2))
    if not skipped:
        return FoldedChinese(plain, range(len(plain)))
    kept = [offset for offset in range(len(plain)) if offset not in skipped]
    return FoldedChinese("".join([plain[offset] for offset in kept]), kept)


def chinese_pattern(term: str) -> str:
    """A Chinese term as it is looked for. A single character is not: 网 is part of too many words."""
    pattern = fold_chinese(term.strip()).text
    return pattern if len(pattern) > 1 else ""


def parts_word(text: str, start: int, end: int) -> bool:
    """Whether a place in folded Chinese cuts a word at its edge: 主权 in 民主|权利, 法治 in 依法治国.

    A word that only goes on at one side (主权 in 主权国家, 数据 in 大数据) is not cut.
    """
    if end - start >= _CERTAIN:
        return False
    return any(
        (first < start < last < end and not _is_loose(text[first:start], text[start:last]))
        or (start < first < end < last and not _is_loose(text[end:last], text[first:end]))
        or first < start < end < last
        for first, last in _words_around(text, start, end)
    )


def _is_loose(outside: str, inside: str) -> bool:
    """Whether a word across an edge is rather two: 信息|管理, each commoner; 当|鼠标, next to unknown itself."""
    from termbase.segment import frequency

    common = max(frequency(outside + inside), frequency(inside + outside))
    is_compound = len(outside) > 1 and common < min(frequency(outside), frequency(inside))
    return len(inside) > 1 and (is_compound or common <= _RARE < frequency(inside))


def is_inside_word(text: str, start: int, end: int) -> bool:
    """Whether a longer word of the dictionary, which is of mainland wording, holds a place: 软体 in 软体动物."""
    return any(first <= start and end <= last and last - first > end - start
               for first, last in _words_around(text, start, end))  # fmt: skip


def _words_around(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The words of the run of Han characters that a place stands in; none where the place is the whole run."""
    first, last = start, end
    while first > max(0, start - _CLAUSE) and _HAN.match(text, first - 1):
        first -= 1
    while last < end + _CLAUSE and _HAN.match(text, last):
        last += 1
    if (first, last) == (start, end):
        return
    from termbase.segment import dictionary_words

    for word in dictionary_words(text[first:last]):
        yield first, first + len(word)
        first += len(word)
