"""Language tags (BCP 47): reads every spelling in use and converts it to one canonical form.

Canonical tags are `en`, `zh-Hans-CN`, `zh-Hant-TW`, `zh-Hant-HK`, and in general
`language[-Script][-REGION][-rest]`. The program keeps them as strings. `canonical` reads a tag, `subtags` returns
its parts, `region_of_tag` the region whose Chinese it means, and `region_style` its spelling in CAT tools.
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
    """A region with its own wording of Chinese. The value is its code in tags and in `geographicalUsage`.

    `script` is the script of the region (ISO 15924: "Hans" or "Hant"), `place` its name in a sentence ("the
    mainland"), and `opencc` its abbreviation in the names of OpenCC's configurations (`s2tw`, `tw2s`).
    """

    script: str
    place: str
    opencc: str

    CN = "CN", "Hans", "the mainland", "s"
    TW = "TW", "Hant", "Taiwan", "tw"
    HK = "HK", "Hant", "Hong Kong", "hk"

    def __new__(cls, code: str, script: str, place: str, opencc: str) -> Region:
        """Make a member of a code (ISO 3166) with its attributes."""
        region = str.__new__(cls, code)
        region._value_ = code
        region.script, region.place, region.opencc = script, place, opencc
        return region

    @property
    def label(self) -> str:
        """The name as an adjective: "mainland", "Taiwan" or "Hong Kong" (wording)."""
        return self.place.removeprefix("the ")

    @property
    def tag(self) -> str:
        """The canonical tag of the Chinese of the region, for example `zh-Hant-TW`."""
        return f"zh-{self.script}-{self.value}"


class Subtags(NamedTuple):
    """The parts of a tag; missing ones are empty. `rest` are variants, extensions and private use subtags."""

    language: str
    script: str = ""
    region: str = ""
    rest: str = ""

    def __str__(self) -> str:
        return "-".join(part for part in self if part)


_REGIONS = {**Region.__members__, "SG": Region.CN, "MY": Region.CN, "MO": Region.HK}
"""Regions by code. Singapore and Malaysia share script and wording with the mainland, Macao with Hong Kong."""

_LANGUAGES = {"zho": "zh", "chi": "zh", "cmn": "zh", "eng": "en"}
"""Codes of ISO 639-2 and 639-3 that files use for Chinese and English. `cmn` is Mandarin, a part of `zh`."""

_OLDER = {"zh-chs": "zh-Hans", "zh-cht": "zh-Hant", "zh-min-nan": "nan"}
"""Beginnings of older tags: those of Windows and .NET before BCP 47, and one of Wikipedia."""

_EXTENDED = frozenset("cdo cjy cmn cnp cpx csp czh czo gan hak hnm hsn luh lzh mnp nan sjc wuu yue".split())
"""Languages that may follow `zh` in a tag (IANA registry, type `extlang`): zh-yue means yue, Cantonese."""

_ROMANISATIONS = frozenset(["pinyin", "wadegile", "tongyong", "jyutping"])
"""Variants of Chinese in Latin letters (IANA registry, type `variant`)."""

_MODIFIERS = {"latin": "Latn", "cyrillic": "Cyrl", "devanagari": "Deva", "arabic": "Arab", "euro": ""}
"""Modifiers of POSIX locales with their script (sr_RS@latin). A currency says nothing about the language."""

CHINESE_WITH_REGION = "zh(?:[-_]Han[st])?[-_](?:CN|SG|MY|TW|HK|MO)"
"""A pattern for the tag of a region in pages and names of files, in any case."""

_PLAIN = r"(?ia)([a-z]{2,3})(?:-([a-z]{4}))?(?:-([a-z]{2}|\d{3}))?"
_POSIX = r"(?ia)([a-z]{2,3})((?:_[a-z]{4})?(?:_[a-z]{2}(?:\.[\w-]+)?)?)(?:@(euro|[a-z]{5,8}))?"
_WELL_FORMED = r"(?ia)(?:[a-z]{2,3}|i|x)(?:-[a-z0-9]{1,8})+"
"""The patterns are not compiled at import, because the frequent command `lookup` needs none of them."""


@lru_cache(maxsize=4096)
def canonical(tag: str) -> str:
    """Return the canonical form of a tag: `zh-Hans-CN` for `zh_CN`, `ZH-Hans`, `cmn-Hans-CN` and `zh-CHS`.

    `zh` alone is read as simplified Chinese, as in CAT tools. Otherwise the script is only taken from the tag or
    its region: `zh-US` and `zh-x-foo` get none. Cantonese (`zh-yue-HK`) becomes `yue-HK`. No subtag is dropped.
    Raises TermbaseError if the tag is not valid, or if the language after `zh` is not registered as a Chinese one.
    """
    parts = _read(tag)
    return str(_completed(parts) if parts.language == "zh" else parts)


@lru_cache(maxsize=4096)
def leaves_script_open(tag: str) -> bool:
    """Whether a tag means Chinese without a script or region (`zh`, `zho`, `cmn`), so the text must show it."""
    try:
        return _read(tag) == Subtags("zh")
    except TermbaseError:
        return False


@lru_cache(maxsize=4096)
def leaves_region_open(tag: str) -> bool:
    """Whether a tag means Traditional Chinese without a region (`zh-Hant`, `zh-CHT`): Taiwan's is only assumed."""
    try:
        return _read(tag) == Subtags("zh", "Hant")
    except TermbaseError:
        return False


@lru_cache(maxsize=4096)
def chinese_in_path(file: str) -> str:
    """Return the canonical tag of the region that a file or a folder of its path is named after, "" if none.

    The nearest name counts: `docs/zh-HK/index.md`, `README.zh_TW.md`, `i18n/zh-Hant-HK/current/a.md`.
    """
    named = rf"(?ia)(?:.*[._-])?({CHINESE_WITH_REGION})(?:\.[a-z]+)?"
    matches = (re.fullmatch(named, name) for name in reversed(file.replace("\\", "/").split("/")))
    return next((canonical(match[1]) for match in matches if match), "")


@lru_cache(maxsize=4096)
def subtags(tag: str) -> Subtags:
    """Return the parts of a canonical tag: ("zh", "Hant", "TW", "") for `zh-Hant-TW`."""
    language, *rest = tag.split("-")
    script = rest.pop(0) if rest and len(rest[0]) == 4 and rest[0].istitle() else ""
    region = rest.pop(0) if rest and (rest[0].isupper() or (len(rest[0]) == 3 and rest[0].isdigit())) else ""
    return Subtags(language, script, region, "-".join(rest))


def primary_language(tag: str) -> str:
    """Return the language of a canonical tag without script and region: "zh" for `zh-Hant-TW`."""
    return tag.partition("-")[0]


def is_same_language(tag: str, other: str) -> bool:
    """Whether two canonical tags mean the same language, whatever script and region: `zh-Hant-TW` and `zh`."""
    return primary_language(tag) == primary_language(other)


def is_chinese(tag: str) -> bool:
    """Whether a canonical tag means Chinese."""
    return primary_language(tag) == "zh"


def is_english(tag: str) -> bool:
    """Whether a canonical tag means English."""
    return primary_language(tag) == "en"


@lru_cache(maxsize=4096)
def region_of_tag(tag: str) -> Region | None:
    """Return the region whose wording and characters a canonical tag means: Region.HK for `zh-Hant-MO`.

    None if the tag is not Chinese, has no region, or has another script than the region (`zh-Hant-CN`).
    """
    language, script, code, _ = subtags(tag)
    region = _REGIONS.get(code)
    return region if region is not None and (language, script) == ("zh", region.script) else None


def is_of_region(tag: str, region: str) -> bool:
    """Whether a canonical tag is Chinese of a region ("CN", "TW", "HK")."""
    return is_chinese(tag) and subtags(tag).region == region


def region_style(tag: str) -> str:
    """Spell a canonical tag by its region, as CAT tools expect: `zh-CN` for `zh-Hans-CN`, `zh-TW` for `zh-Hant-TW`.

    The script is kept if the region does not imply it (`zh-Hant-CN`), because the meaning would change without it,
    and if the tag has more subtags (`zh-Hans-CN-pinyin`).
    """
    language, _, region, rest = subtags(tag)
    return f"{language}-{region}" if region_of_tag(tag) and not rest else tag


def script_style(tag: str) -> str:
    """Spell a tag by its script: `zh-Hans` for `zh-Hans-CN`, `zh-Hant` for `zh-Hant-TW`, others as they are."""
    return str(subtags(tag)._replace(region="")) if tag in (SIMPLIFIED, TAIWAN) else tag


def _read(tag: str) -> Subtags:
    """Return the parts of a tag in any spelling. Raises TermbaseError if it is not a valid tag."""
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
    """Replace a beginning from before BCP 47 by its present form: `zh-CHT-HK` becomes `zh-Hant-HK`."""
    for old, new in _OLDER.items():
        if f"{tag.lower()}-".startswith(f"{old}-"):
            return new + tag[len(old) :]
    return tag


def _without_locale(tag: str) -> str:
    """Convert a POSIX locale to a tag, without its encoding: zh_TW.Big5, sr_RS@latin, ca-ES@valencia."""
    match = re.fullmatch(_POSIX, tag.replace("-", "_")) if {".", "@"} & {*tag} else None
    if match is None:
        return tag
    language, rest, modifier = match[1], match[2].partition(".")[0], (match[3] or "").lower()
    if modifier in _MODIFIERS:
        return f"{language}_{_MODIFIERS[modifier]}{rest}".replace("__", "_").rstrip("_")
    return f"{language}{rest}_{modifier}".rstrip("_")


def _extended(tag: str) -> Subtags | None:
    """Return the parts of a tag that has more than language, script and region, or is grandfathered (`i-hak`).

    None if it is not a valid tag. langcodes takes as long to import as click, so only these rare tags use it.
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
    """Add the script that the region implies to a Chinese tag, or else the first region of its script."""
    _, script, region, rest = parts
    if not script:
        is_bare = not region and not rest
        script = _REGIONS[region].script if region in _REGIONS else "Hans" if is_bare else ""
    return parts._replace(
        script=script, region=region or next((one.value for one in Region if one.script == script), "")
    )
