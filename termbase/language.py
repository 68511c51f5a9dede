"""Language tags (BCP 47): every spelling in use is read, one canonical form is used inside.

Canonical are `en`, `zh-Hans-CN`, `zh-Hant-TW`, `zh-Hant-HK`; others are `language[-Script][-REGION][-rest]`.
Tags stay strings; all that is known about one is asked here: `canonical` reads a tag, `subtags` gives its parts,
`region_of_tag` says whose Chinese it is, `region_style` spells it for CAT tools.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from termbase.errors import TermbaseError

SIMPLIFIED = "zh-Hans-CN"
TAIWAN = "zh-Hant-TW"
HONG_KONG = "zh-Hant-HK"
ENGLISH = "en"
UNDETERMINED = "und"
"""The tag of a text whose language is not known (BCP 47)."""


class Region(StrEnum):
    """A region with its own wording of Chinese. The value is the code that tags and `geographicalUsage` have.

    `script` is the script it writes (ISO 15924: "Hans" or "Hant"), `place` its name in a sentence ("the mainland"),
    `opencc` the name of its characters in OpenCC's configurations (`s2tw`, `tw2s`).
    """

    script: str
    place: str
    opencc: str

    CN = "CN", "Hans", "the mainland", "s"
    TW = "TW", "Hant", "Taiwan", "tw"
    HK = "HK", "Hant", "Hong Kong", "hk"

    def __new__(cls, code: str, script: str, place: str, opencc: str) -> Region:
        """A code (ISO 3166) with what is known of its Chinese."""
        region = str.__new__(cls, code)
        region._value_ = code
        region.script, region.place, region.opencc = script, place, opencc
        return region

    @property
    def label(self) -> str:
        """The name as an adjective: "mainland", "Taiwan", "Hong Kong" (wording)."""
        return self.place.removeprefix("the ")

    @property
    def tag(self) -> str:
        """The canonical tag of its Chinese."""
        return f"zh-{self.script}-{self.value}"


class Subtags(NamedTuple):
    """The parts of a tag; empty where it has none. `rest` are variants, extensions and private use."""

    language: str
    script: str = ""
    region: str = ""
    rest: str = ""

    def __str__(self) -> str:
        return "-".join(part for part in self if part)


_REGIONS = {**Region.__members__, "SG": Region.CN, "MY": Region.CN, "MO": Region.HK}
"""Whose script and wording a region has: Singapore and Malaysia follow the mainland, Macao follows Hong Kong."""

_LANGUAGES = {"zho": "zh", "chi": "zh", "cmn": "zh", "eng": "en"}
"""ISO 639-2 and 639-3 codes, and a macrolanguage's main member, that files use for the same language."""

_OLDER = {"zh-chs": "zh-Hans", "zh-cht": "zh-Hant", "zh-min-nan": "nan"}
"""Beginnings of tags of Windows and .NET before BCP 47, and of Wikipedia."""

_EXTENDED = frozenset("cdo cjy cmn cnp cpx csp czh czo gan hak hnm hsn luh lzh mnp nan sjc wuu yue".split())
"""The languages that may stand behind `zh` (IANA registry, type `extlang`): zh-yue is yue, Cantonese."""

_ROMANISATIONS = frozenset(["pinyin", "wadegile", "tongyong", "jyutping"])
"""Variants that are written in Latin letters (IANA registry, type `variant`)."""

_MODIFIERS = {"latin": "Latn", "cyrillic": "Cyrl", "devanagari": "Deva", "arabic": "Arab", "euro": ""}
"""Modifiers of POSIX locales that name a script (sr_RS@latin), or a currency, which is not of the language."""

_PLAIN = r"(?ia)([a-z]{2,3})(?:-([a-z]{4}))?(?:-([a-z]{2}|\d{3}))?"
_POSIX = r"(?ia)([a-z]{2,3})((?:_[a-z]{4})?(?:_[a-z]{2}(?:\.[\w-]+)?)?)(?:@(euro|[a-z]{5,8}))?"
_WELL_FORMED = r"(?ia)(?:[a-z]{2,3}|i|x)(?:-[a-z0-9]{1,8})+"
"""Not compiled here: a lookup, which starts often, reads no tag."""


@lru_cache(maxsize=4096)
def canonical(tag: str) -> str:
    """The one form of a tag used inside: `zh_CN`, `ZH-Hans`, `cmn-Hans-CN` and `zh-CHS` all give `zh-Hans-CN`.

    `zh` alone is taken as Simplified, as CAT tools do. Otherwise a Chinese script comes from the tag or its region
    only: `zh-US` and `zh-x-foo` get none, Cantonese (`zh-yue-HK`) is `yue-HK`. No subtag is dropped.
    Raises TermbaseError if the tag is not one, or has a language behind `zh` that is not registered there.
    """
    parts = _read(tag)
    return str(_completed(parts) if parts.language == "zh" else parts)


@lru_cache(maxsize=4096)
def leaves_script_open(tag: str) -> bool:
    """Whether a tag in any spelling is Chinese and no more: `zh`, `zho`, `cmn`. Then its text shows the script."""
    try:
        return _read(tag) == Subtags("zh")
    except TermbaseError:
        return False


def subtags(tag: str) -> Subtags:
    """The parts of a canonical tag: `zh-Hant-TW` gives ("zh", "Hant", "TW", "")."""
    language, *rest = tag.split("-")
    script = rest.pop(0) if rest and len(rest[0]) == 4 and rest[0].istitle() else ""
    region = rest.pop(0) if rest and (rest[0].isupper() or (len(rest[0]) == 3 and rest[0].isdigit())) else ""
    return Subtags(language, script, region, "-".join(rest))


def primary_language(tag: str) -> str:
    """The language of a tag without its script and region: "zh" of `zh-Hant-TW`."""
    return tag.partition("-")[0]


def is_chinese(tag: str) -> bool:
    """Whether a canonical tag is of Chinese."""
    return primary_language(tag) == "zh"


def is_english(tag: str) -> bool:
    """Whether a canonical tag is of English."""
    return primary_language(tag) == "en"


@lru_cache(maxsize=4096)
def region_of_tag(tag: str) -> Region | None:
    """Whose wording and characters the Chinese of a canonical tag has: `zh-Hant-MO` gives Region.HK.

    None if it is not Chinese, names no region, or has a script that is not the region's (`zh-Hant-CN`).
    """
    language, script, code, _ = subtags(tag)
    region = _REGIONS.get(code)
    return region if region is not None and (language, script) == ("zh", region.script) else None


def is_of_region(tag: str, region: str) -> bool:
    """Whether a canonical tag is Chinese of a region ("CN", "TW", "HK")."""
    return is_chinese(tag) and subtags(tag).region == region


def region_style(tag: str) -> str:
    """A canonical tag as CAT tools match it: `zh-Hans-CN` gives `zh-CN`, `zh-Hant-TW` gives `zh-TW`.

    A script that the region does not imply is kept (`zh-Hant-CN`), since dropping it would change the meaning, and
    so is that of a tag with more subtags (`zh-Hans-CN-pinyin`).
    """
    language, _, region, rest = subtags(tag)
    return f"{language}-{region}" if region_of_tag(tag) and not rest else tag


def script_style(tag: str) -> str:
    """A canonical tag by its script: `zh-Hans-CN` gives `zh-Hans`, `zh-Hant-TW` `zh-Hant`, `zh-Hant-HK` stays."""
    return str(subtags(tag)._replace(region="")) if tag in (SIMPLIFIED, TAIWAN) else tag


def _read(tag: str) -> Subtags:
    """The parts that a tag in any spelling names. Raises TermbaseError if it is not one."""
    plain = _modern(_without_locale(tag.strip()).replace("_", "-"))
    match = re.fullmatch(_PLAIN, plain)
    parts = Subtags(*(part or "" for part in match.groups())) if match else _extended(plain)
    if parts is None:
        raise TermbaseError(f"{tag!r} is not a language tag", hint="for example zh-CN, zh-TW, zh-HK or en")
    language = parts.language.lower()
    return parts._replace(
        language=_LANGUAGES.get(language, language), script=parts.script.title(), region=parts.region.upper()
    )


def _modern(tag: str) -> str:
    """A tag whose beginning is older than BCP 47 as it is spelt today: `zh-CHT-HK` gives `zh-Hant-HK`."""
    for old, new in _OLDER.items():
        if f"{tag.lower()}-".startswith(f"{old}-"):
            return new + tag[len(old) :]
    return tag


def _without_locale(tag: str) -> str:
    """A POSIX locale without its encoding, its modifier as a subtag: zh_TW.Big5, sr_RS@latin, ca_ES@valencia."""
    match = re.fullmatch(_POSIX, tag) if {".", "@"} & {*tag} else None
    if match is None:
        return tag
    language, rest, modifier = match[1], match[2].partition(".")[0], (match[3] or "").lower()
    if modifier in _MODIFIERS:
        return f"{language}_{_MODIFIERS[modifier]}{rest}".replace("__", "_").rstrip("_")
    return f"{language}{rest}_{modifier}".rstrip("_")


def _extended(tag: str) -> Subtags | None:
    """The parts of a tag with more than language, script and region, or of an older kind (`i-hak`).

    None if it is not a tag. langcodes takes as long to import as click, so only such tags are given to it.
    """
    if not re.fullmatch(_WELL_FORMED, tag):
        return None
    from langcodes import Language
    from langcodes.tag_parser import LanguageTagError

    try:
        parsed = Language.get(tag)
    except LanguageTagError:
        return None
    language, script = parsed.language or UNDETERMINED, parsed.script or ""
    language = _LANGUAGES.get(language, language)
    for extended in parsed.extlangs or ():
        if language == "zh" and extended not in _EXTENDED:
            return None
        language = extended if language == "zh" else f"{language}-{extended}"
    variants = parsed.variants or []
    if language == "zh" and not script and _ROMANISATIONS.intersection(variants):
        script = "Latn"
    rest = [*variants, *(parsed.extensions or ()), *([parsed.private] if parsed.private else ())]
    return Subtags(language, script, parsed.territory or "", "-".join(rest))


def _completed(parts: Subtags) -> Subtags:
    """Chinese with the script that its region implies, and the first region of its script."""
    _, script, region, rest = parts
    if not script:
        is_bare = not region and not rest
        script = _REGIONS[region].script if region in _REGIONS else "Hans" if is_bare else ""
    return parts._replace(
        script=script, region=region or next((one.value for one in Region if one.script == script), "")
    )
