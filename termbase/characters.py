"""Text in the characters of a region, its words kept: as long as before, character for character.

OpenCC knows the words in which 发 is 髮 and not 發, and takes the longest that begins at a place, even across the
words of the sentence: 被发 in 被发明, 了如 in 展示了如何. Start from `in_characters_of`; `_by_words` is the remedy.
"""

from __future__ import annotations

from functools import cache
from itertools import accumulate, pairwise

from termbase.script import Script, convert, script_of

_TRADITIONAL = {"TW": ("s2tw", "t2tw"), "HK": ("s2hk", "t2hk")}
_BOTH_STANDARD = "祕污泄檐棱癡踊痹幺睾鮎群峰"
"""Characters that Traditional text may have beside those that OpenCC prefers (汙): there they stay."""

_WIDEST = 5
"""Characters to each side that a word of OpenCC may reach and still be looked for."""


def in_characters_of(text: str, region: str) -> str:
    """The text in the characters of a region ("CN", "TW" or "HK").

    Traditional text is never taken for simplified: 干 in 干擾 would become 幹. Where both scripts are mixed,
    everything is simplified first.
    """
    script = script_of(text)
    if region == "CN":
        return text if script is Script.SIMPLIFIED else _simplified(text)
    from_simplified, from_traditional = _TRADITIONAL[region]
    if script is Script.MIXED:
        text = _simplified(text)
    elif region == "HK" and script is not Script.SIMPLIFIED and "着" not in text:
        text = convert(text, "tw2t")
    if script is not Script.TRADITIONAL:
        return _by_words(text, from_simplified)
    converted = convert(text, from_traditional)
    return "".join(old if old in _BOTH_STANDARD else new for old, new in zip(text, converted, strict=True))


def boundaries(text: str) -> frozenset[int]:
    """The places where a word of the text begins or ends (code points)."""
    from termbase.segment import words

    return frozenset(accumulate(map(len, words(text)), initial=0))


def is_known(word: str) -> bool:
    """Whether a word is one of the dictionary that sentences are cut by."""
    from termbase.segment import frequency

    return frequency(word) > 0


def _simplified(text: str) -> str:
    """Taiwan writes 跟著 and 著名 with one character, Hong Kong and the mainland with two."""
    simplified = convert(text, "hk2s" if "着" in text else "tw2s")
    return "".join(_simplified_variant(char) for char in simplified)


@cache
def _simplified_variant(char: str) -> str:
    """Hong Kong's 衞 and 説, which other configurations do not know."""
    return char if convert(char, "tw2s") != char else convert(char, "hk2s")


def _by_words(text: str, configuration: str) -> str:
    """The text through OpenCC, a word of OpenCC's counting only where it is made of whole words of the sentence."""
    whole = convert(text, configuration)
    if whole == text or len(text) < 3:
        return whole
    edges = boundaries(text)
    ends = sorted(edges)
    cut = [text[start:end] for start, end in pairwise(ends)]
    apart = "".join(convert(word, configuration) for word in cut)
    return "".join(
        ours if ours == theirs or not _is_of_whole_words(text, place, theirs, edges, configuration) else theirs
        for place, (theirs, ours) in enumerate(zip(whole, apart, strict=True))
    )


def _is_of_whole_words(text: str, place: int, char: str, edges: frozenset[int], configuration: str) -> bool:
    """Whether OpenCC writes `char` at a place because of whole words, not of a shorter stretch across them."""
    stretches = [
        (start, end)
        for start in range(max(0, place - _WIDEST), place + 1)
        for end in range(place + 1, min(len(text), place + _WIDEST) + 1)
    ]
    stretches.sort(key=lambda stretch: stretch[1] - stretch[0])
    fitting = [
        (start, end) for start, end in stretches if convert(text[start:end], configuration)[place - start] == char
    ]
    shortest = fitting[0][1] - fitting[0][0] if fitting else 0
    return any({start, end} <= edges for start, end in fitting if end - start == shortest)
