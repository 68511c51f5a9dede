"""Converts text to the characters of a region, one for one; its words stay.

Start from `in_characters_of`. Simplified text is made traditional by `termbase.normalize.ambiguous`, the rest is
done by the library OpenCC.
"""

from __future__ import annotations

from functools import cache

from termbase.language import Region
from termbase.normalize.ambiguous import traditional
from termbase.text.script import Script, convert, script_of, simplify
from termbase.text.word_edges import Words

_BOTH_STANDARD = "祕污泄檐棱癡踊痹幺睾鮎群峰參嫻韁顎鯰啟床"
"""Characters that are also standard in Traditional text, so they are not replaced by OpenCC's choice (污 by 汙)."""

_ONLY_TRADITIONAL = str.maketrans("牠徬", "它彷")
"""Traditional characters that OpenCC's tables do not simplify, as in 牠们 and 徬徨."""


def in_characters_of(text: str, region: Region) -> str:
    """Return the text in the characters of a region.

    Traditional text is never treated as simplified, since 干 in 干擾 would become 幹. In text of both scripts, the
    traditional characters stay traditional (回復 and 回覆 are both 回复), and the rest is treated as simplified.
    """
    script = script_of(text)
    if region is Region.CN:
        return text if script is Script.SIMPLIFIED else _simplified(text)
    if script is Script.TRADITIONAL:
        return _other_standard(text, region)
    if script is Script.MIXED:
        converted = _traditional(_simplified(text), region)
        kept = _other_standard(text, region)
        return "".join(
            old if simplify(char) != char else new for char, old, new in zip(text, kept, converted, strict=True)
        )
    if region is Region.HK and script is Script.BOTH and "著" in text and "着" not in text:
        text = convert(text, "tw2t")
    return _traditional(text, region)


def _traditional(text: str, region: Region) -> str:
    return traditional(text, region, Words(text))


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
