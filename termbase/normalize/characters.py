"""Converts text to the characters of a region, one for one; its words stay.

Start from `in_characters_of`. The library OpenCC knows in which words 发 is 髮 and not 發, but it always takes the
longest word that begins at a place, even across the words of the sentence: 被发 in 被发明, 了如 in 展示了如何.
`_by_words` corrects this.
"""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from termbase.language import Region
from termbase.text.script import Script, convert, script_of, simplify
from termbase.text.word_edges import CERTAIN_WORD, boundaries

_BOTH_STANDARD = "祕污泄檐棱癡踊痹幺睾鮎群峰參嫻韁顎鯰啟床"
"""Characters that are also standard in Traditional text, so they are not replaced by OpenCC's choice (污 by 汙)."""

_ONLY_TRADITIONAL = str.maketrans("牠徬", "它彷")
"""Traditional characters that OpenCC's tables do not simplify, as in 牠们 and 徬徨."""

_WIDEST = 8
"""Length in characters up to which OpenCC's words are searched for."""


def in_characters_of(text: str, region: Region) -> str:
    """Return the text in the characters of a region.

    Traditional text is never treated as simplified, since 干 in 干擾 would become 幹. In text of both scripts, the
    traditional characters stay traditional (回復 and 回覆 are both 回复), and the rest is treated as simplified.
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
    """Convert Traditional text to the standard of a region that writes it: Taiwan or Hong Kong."""
    common = convert(text, "tw2t") if region is Region.HK and "着" not in text else text
    converted = convert(common, f"t2{region.opencc}")
    if region is Region.TW:
        converted = "".join(map(_taiwan_variant, converted))
    return "".join(old if old in _BOTH_STANDARD else new for old, new in zip(text, converted, strict=True))


@cache
def _taiwan_variant(char: str) -> str:
    """Replace a Hong Kong or older character that Taiwan's character set (Big5) lacks: 衞 by 衛, 滙 by 匯."""
    from_hong_kong = convert(convert(char, "hk2t"), "t2tw")
    forms = (char, from_hong_kong, convert(simplify(char), "s2tw"))
    return next((form for form in forms if form.encode("big5", "ignore")), char)


def _simplified(text: str) -> str:
    """Simplify a text. Text with 着 is not Taiwan's, which writes 跟著 and 著名 with one character."""
    simplified = convert(text, "hk2s" if "着" in text else "tw2s")
    return "".join(_simplified_variant(char) for char in simplified).translate(_ONLY_TRADITIONAL)


@cache
def _simplified_variant(char: str) -> str:
    """Simplify Hong Kong's 衞 and 説, which OpenCC's other configurations do not know."""
    return char if convert(char, "tw2s") != char else convert(char, "hk2s")


def _by_words(text: str, configuration: str) -> str:
    """Convert a text by OpenCC, but by the words of the sentence if OpenCC's words cross them."""
    whole = convert(text, configuration)
    if whole == text or len(text) < 3:
        return whole
    places = boundaries(text)
    edges = frozenset(places)
    words = [text[start:end] for start, end in pairwise(places)]
    by_word = "".join(convert(word, configuration) for word in words)
    return "".join(
        ours if ours == theirs or not _is_sound(text, place, theirs, edges, configuration) else theirs
        for place, (theirs, ours) in enumerate(zip(whole, by_word, strict=True))
    )


def _is_sound(text: str, place: int, char: str, edges: frozenset[int], configuration: str) -> bool:
    """Return whether OpenCC has a good reason to write `char` at a place.

    The reason is the shortest stretch of text that makes OpenCC write it. It is a good one if it consists of whole
    words (系鞋带) or is too long to come about by chance (弗罗里达). A character that is a word by itself may
    belong to the end of the word before it (芒果|干), but not to the beginning of the next word (了|如何).
    """
    stretches = _reasons(text, place, char, configuration)
    is_single = {place, place + 1} <= edges
    return any(
        {start, end} <= edges or end - start >= CERTAIN_WORD or (is_single and end == place + 1)
        for start, end in stretches
    )


def _reasons(text: str, place: int, char: str, configuration: str) -> list[tuple[int, int]]:
    """Return the spans of the shortest stretches around a place that make OpenCC write `char` there."""
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
