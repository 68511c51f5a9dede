"""Converts text to the characters of a region, one for one; its words stay.

Start from `in_characters_of`. Simplified text is made traditional by `termbase.normalize.ambiguous`, the rest is
done by the library OpenCC.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from termbase.cache.kept import kept
from termbase.files.data_table import data_file
from termbase.language import Region
from termbase.normalize.ambiguous import traditional, written_alone
from termbase.normalize.character_rules import simple_rules, written_by
from termbase.normalize.credits import with_credits
from termbase.normalize.subject import Subject
from termbase.normalize.zhu_or_zhe import with_zhu
from termbase.text.changes import with_characters
from termbase.text.chinese.chinese_characters import wrong_characters
from termbase.text.chinese.word_edges import Words
from termbase.text.own_characters import standard_characters
from termbase.text.script import RARE, Script, convert, has_han, has_simplified, simplified_only, simplify

_EVERYWHERE = "祕污泄檐棱癡踊痹幺睾鮎群峰參嫻韁顎鯰啟床"

_BOTH_STANDARD = {
    Region.TW: _EVERYWHERE,
    Region.HK: _EVERYWHERE + "鑒鑑說戶脫稅悅閱銳兌溫蘊醞麵恆歎佈鉤濕溼唇煙妝秘布敘洩搵臥簷蔥蛻痺囪",
}
"""Characters that are also standard in Traditional text of a region, so they are not replaced by OpenCC's
choice (污 by 汙). The government of Hong Kong writes 說 and 戶 (info.gov.hk)."""

_ONLY_TRADITIONAL = str.maketrans("牠徬妳祂簷痺睪", "它彷你他檐痹睾")
"""Traditional characters that OpenCC does not simplify, or not in text of Hong Kong (簷): 牠们, 徬徨. The mainland
has one 你."""

_WRITTEN_ALIKE = str.maketrans("㓥𩠌㖞", "劏餸喎")
"""Simplified characters that hardly a font has: the mainland writes 劏房 as Hong Kong does."""


def in_characters_of(subject: Subject, region: Region) -> str:
    """Return a text in the characters of a region.

    Traditional text is never treated as simplified, since 干 in 干擾 would become 幹. In text of both scripts, the
    traditional characters stay traditional (回復 and 回覆 are both 回复), and the rest is treated as simplified.
    """
    text, script = subject.text, subject.script
    if region is Region.CN:
        return text if subject.shown is Script.SIMPLIFIED else _simplified(text).translate(_standard_forms())
    if script in (Script.TRADITIONAL, Script.MIXED):
        kept = _other_standard(text, region)
        return _with_traditional(text, kept, region, script) if has_simplified(text) else kept
    if region is Region.HK and script is Script.BOTH and "著" in text and "着" not in text:
        text = _with_hong_kong_zhe(text)
    return traditional(text, region, subject.words)


def _with_traditional(text: str, kept: str, region: Region, script: Script) -> str:
    """Return what is kept of a text, with its simplified characters made traditional: 干 only in mixed text.

    A region's own form stays: Hong Kong's 温.
    """
    simplified = _simplified(text)
    converted = traditional(simplified, region, Words(simplified))
    stays = standard_characters(region)
    if script is Script.TRADITIONAL:
        stays |= {char for char in text if not simplified_only(char)}
    return "".join(
        old if simplify(char) != char or char in stays else new
        for char, old, new in zip(text, kept, converted, strict=True)
    )


def _other_standard(text: str, region: Region) -> str:
    """Convert Traditional text to the standard of a region that writes it: Taiwan or Hong Kong.

    Words are only looked at if a character may change. 著 is 着 in Hong Kong in some words (跟着, but 著名).
    """
    text = _SIMPLIFIED_MA.sub("麼", text)
    if _is_standard(text, region) and not (region is Region.HK and "著" in text):
        return text
    common = _with_hong_kong_zhe(text) if region is Region.HK and "着" not in text else text
    converted = convert(common, f"t2{region.opencc}")
    if region is Region.TW:
        converted = converted.translate(_TAIWAN_VARIANTS)
    both = _BOTH_STANDARD[region]
    return "".join(old if old in both else new for old, new in zip(text, converted, strict=True))


def _with_hong_kong_zhe(text: str) -> str:
    """Write 着 for Taiwan's 著 where it is a particle: 跟着, but 專著."""
    converted = convert(text, "tw2t")
    if "著" not in text:
        return converted
    converted = with_zhu(text, converted)
    written = written_by(simple_rules().written, converted, simplify(converted))
    return with_credits(with_characters(converted, written))


_SIMPLIFIED_MA = re.compile("(?<=[什怎這那多要])么")
"""么 is a traditional character too (老么), so it does not show that a text is simplified."""


class _Single(dict[int, str]):
    """A table for `str.translate` that asks for the form of a character when it is first needed."""

    def __init__(self, form: Callable[[str], str]) -> None:
        self._form = form

    def __missing__(self, code: int) -> str:
        char = chr(code)
        form = self[code] = self._form(char) if has_han(char) else char
        return form


def _taiwan_variant(char: str) -> str:
    """Replace a Hong Kong or older character that Taiwan's character set (Big5) lacks: 衞 by 衛, 滙 by 匯."""
    forms = (char, convert(convert(char, "hk2t"), "t2tw"), written_alone(Region.TW)[ord(simplify(char))])
    return next((form for form in forms if form.encode("big5", "ignore")), char)


def _is_usual(char: str, region: Region) -> bool:
    """Return whether a character is written for its simplified one, whatever the word: then it is standard.

    This needs no OpenCC, which takes long to load. 著 is also written where Hong Kong has 着.
    """
    return char in _BOTH_STANDARD[region] or (written_alone(region)[ord(simplify(char))] == char and char != "著")


def _in_taiwan(char: str) -> str:
    return char if _is_usual(char, Region.TW) else _taiwan_variant(convert(char, "t2tw"))


def _in_hong_kong(char: str) -> str:
    return char if _is_usual(char, Region.HK) else convert(convert(char, "tw2t"), "t2hk")


_TAIWAN_VARIANTS = _Single(_taiwan_variant)


def _is_standard(text: str, region: Region) -> bool:
    """Return whether no character of a text changes by itself."""
    if not _changed(region).isdisjoint(text):
        return False
    return max(text, default="") < RARE or not any(_changes(char, region) for char in text if char >= RARE)


@cache
def _changed(region: Region) -> frozenset[str]:
    """Return the characters of the basic plane that a region writes otherwise; kept, as OpenCC loads long."""
    (found,) = kept(data_file("characters.tsv"), f".{region}.changed", lambda: (_found(region),))
    return found


def _found(region: Region) -> frozenset[str]:
    return frozenset(char for char in map(chr, range(ord(RARE))) if _changes(char, region))


def _changes(char: str, region: Region) -> bool:
    return has_han(char) and (_in_taiwan if region is Region.TW else _in_hong_kong)(char) != char


def _simplified(text: str) -> str:
    """Simplify a text. Text with 着 is not Taiwan's, which writes 跟著 and 著名 with one character."""
    simplified = convert(text, "hk2s" if "着" in text else "tw2s")
    if "著" in text:
        simplified = with_credits(with_zhu(text, simplified))
    rules = simple_rules()
    written = written_by(rules.written, simplified, simplified)
    written |= written_by(rules.simple, simplified, simplified) | written_by(rules.stays, text, simplified)
    simplified = with_characters(simplified, written)
    return simplified.translate(_SIMPLIFIED_VARIANTS).translate(_ONLY_TRADITIONAL).translate(_WRITTEN_ALIKE)


@cache
def _standard_forms() -> dict[int, str]:
    """Return the mainland's character for each variant of Traditional text (砲, 揹, 巿), by code point."""
    return str.maketrans(wrong_characters("variant"))


def _simplified_variant(char: str) -> str:
    """Simplify Hong Kong's 衞 and 説, which OpenCC's other configurations do not know."""
    return char if convert(char, "tw2s") != char else convert(char, "hk2s")


_SIMPLIFIED_VARIANTS = _Single(_simplified_variant)
