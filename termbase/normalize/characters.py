"""Text in the characters of a region, its words kept: as long as before, character for character.

OpenCC knows the words in which 发 is 髮 and not 發, and takes the longest that begins at a place, even across the
words of the sentence: 被发 in 被发明, 了如 in 展示了如何. Start from `in_characters_of`; `_by_words` is the remedy.
"""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from termbase.language import Region
from termbase.text.script import Script, convert, script_of, simplify
from termbase.text.word_edges import CERTAIN_WORD, boundaries

_BOTH_STANDARD = "祕污泄檐棱癡踊痹幺睾鮎群峰參嫻韁顎鯰啟床"
"""Characters that Traditional text may have beside those that OpenCC prefers (汙; 蔘 for 參): there they stay."""

_ONLY_TRADITIONAL = str.maketrans("牠徬", "它彷")
"""Characters that simplified text lacks, and OpenCC's tables too: 牠们, 徬徨."""

_WIDEST = 8
"""Characters of the words of OpenCC that are looked for."""


def in_characters_of(text: str, region: Region) -> str:
    """The text in the characters of a region.

    Traditional text is never taken for simplified: 干 in 干擾 would become 幹. Where both scripts are mixed, what
    is Traditional stays so (回復 and 回覆 are both 回复), and the rest is read as simplified.
    """
    script = script_of(text)
    if region is Region.CN:
        return text if script is Script.SIMPLIFIED else _simplified(text)
    from_simplified = f"s2{region.opencc}"
    if script is Script.TRADITIONAL:
        return _other_standard(text, region)
    if script is Script.MIXED:
        converted = _by_words(_simplified(text), from_simplified)
        kept = _other_standard(text, region)
        return "".join(
            old if simplify(char) != char else new for char, old, new in zip(text, kept, converted, strict=True)
        )
    if region is Region.HK and script is Script.BOTH and "着" not in text:
        text = convert(text, "tw2t")
    return _by_words(text, from_simplified)


def _other_standard(text: str, region: Region) -> str:
    """Traditional text in the characters of the other region with that script."""
    common = convert(text, "tw2t") if region is Region.HK and "着" not in text else text
    converted = convert(common, f"t2{region.opencc}")
    if region is Region.TW:
        converted = "".join(map(_taiwan_variant, converted))
    return "".join(old if old in _BOTH_STANDARD else new for old, new in zip(text, converted, strict=True))


@cache
def _taiwan_variant(char: str) -> str:
    """Hong Kong's and older characters that Taiwan's set (Big5) lacks, as it has them: 衞 as 衛, 滙 as 匯."""
    from_hong_kong = convert(convert(char, "hk2t"), "t2tw")
    known = (char, from_hong_kong, convert(simplify(char), "s2tw"))
    return next((form for form in known if form.encode("big5", "ignore")), char)


def _simplified(text: str) -> str:
    """Taiwan writes 跟著 and 著名 with one character, Hong Kong and the mainland with two."""
    simplified = convert(text, "hk2s" if "着" in text else "tw2s")
    return "".join(_simplified_variant(char) for char in simplified).translate(_ONLY_TRADITIONAL)


@cache
def _simplified_variant(char: str) -> str:
    """Hong Kong's 衞 and 説, which other configurations do not know."""
    return char if convert(char, "tw2s") != char else convert(char, "hk2s")


def _by_words(text: str, configuration: str) -> str:
    """The text through OpenCC, where its words go across those of the sentence word by word."""
    whole = convert(text, configuration)
    if whole == text or len(text) < 3:
        return whole
    places = boundaries(text)
    edges = frozenset(places)
    cut = [text[start:end] for start, end in pairwise(places)]
    apart = "".join(convert(word, configuration) for word in cut)
    return "".join(
        ours if ours == theirs or not _is_sound(text, place, theirs, edges, configuration) else theirs
        for place, (theirs, ours) in enumerate(zip(whole, apart, strict=True))
    )


def _is_sound(text: str, place: int, char: str, edges: frozenset[int], configuration: str) -> bool:
    """Whether OpenCC writes `char` at a place for a good reason, told by the shortest stretch that makes it do so.

    A stretch of whole words is one (系鞋带), so is one too long for chance (弗罗里达). A character that is a word
    by itself may go with the end of the word before it (芒果|干), not with the beginning of the next (了|如何).
    """
    stretches = _reasons(text, place, char, configuration)
    is_single = {place, place + 1} <= edges
    return any(
        {start, end} <= edges or end - start >= CERTAIN_WORD or (is_single and end == place + 1)
        for start, end in stretches
    )


def _reasons(text: str, place: int, char: str, configuration: str) -> list[tuple[int, int]]:
    """The shortest stretches around a place that OpenCC writes with `char` there."""
    for length in range(1, _WIDEST + 1):
        starts = range(max(0, place - length + 1), min(place, len(text) - length) + 1)
        found = [
            (start, start + length)
            for start in starts
            if convert(text[start : start + length], configuration)[place - start] == char
        ]
        if found:
            return found
    return []
