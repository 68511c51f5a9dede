"""Language tags (BCP 47): every spelling in use read, one canonical form inside, the form CAT tools match outside.

Canonical are `en`, `zh-Hans-CN`, `zh-Hant-TW`, `zh-Hant-HK`, with other languages as `language[-Script][-REGION]`.
"""

from __future__ import annotations

import re

from termbase.errors import TermbaseError

SIMPLIFIED = "zh-Hans-CN"
TAIWAN = "zh-Hant-TW"
HONG_KONG = "zh-Hant-HK"
ENGLISH = "en"

# ISO 639-2 and 639-3 codes, and macrolanguage members, that files use for the same thing.
_LANGUAGES = {"zho": "zh", "chi": "zh", "cmn": "zh", "eng": "en"}
_SCRIPT_OF_REGION = {"CN": "Hans", "SG": "Hans", "MY": "Hans", "TW": "Hant", "HK": "Hant", "MO": "Hant"}
_REGION_OF_SCRIPT = {"Hans": "CN", "Hant": "TW"}
_SUBTAGS = re.compile(r"([a-z]{2,3})(?:-([a-z]{4}))?(?:-([a-z]{2}|\d{3}))?(?:-[a-z0-9]+)*", re.IGNORECASE)


def canonical(tag: str) -> str:
    """The one form of a tag used inside: `zh_CN`, `ZH-Hans` and `cmn-Hans-CN` all give `zh-Hans-CN`.

    Chinese without script or region is taken as simplified, as CAT tools do; English loses no region.
    Raises TermbaseError for what is no language tag.
    """
    match = _SUBTAGS.fullmatch(tag.strip().replace("_", "-"))
    if match is None:
        raise TermbaseError(f"{tag!r} is no language tag", hint="for example zh-CN, zh-TW, zh-HK or en")
    language, script, region = (part or "" for part in match.groups())
    language = _LANGUAGES.get(language.lower(), language.lower())
    script, region = script.title(), region.upper()
    if language == "zh":
        script = script or _SCRIPT_OF_REGION.get(region, "Hans")
        region = region or _REGION_OF_SCRIPT.get(script, "")
    return "-".join(part for part in (language, script, region) if part)


def is_chinese(tag: str) -> bool:
    """Whether a canonical tag is of Chinese."""
    return tag.split("-")[0] == "zh"


def is_english(tag: str) -> bool:
    """Whether a canonical tag is of English."""
    return tag.split("-")[0] == "en"


def region_style(tag: str) -> str:
    """A canonical tag as CAT tools match it: `zh-Hans-CN` gives `zh-CN`, `zh-Hant-TW` gives `zh-TW`.

    A script that the region does not imply is kept (`zh-Hant-CN`), since dropping it would change the meaning.
    """
    language, *rest = tag.split("-")
    if language == "zh" and len(rest) == 2 and _SCRIPT_OF_REGION.get(rest[1]) == rest[0]:
        return f"zh-{rest[1]}"
    return tag
