"""Detects the language of a document: the tag that it declares, if its text agrees, else what its text shows."""

from __future__ import annotations

import re

from termbase.document.model import Document
from termbase.language import (
    CHINESE_WITH_REGION,
    SIMPLIFIED,
    Region,
    canonical,
    chinese_in_path,
    region_of_tag,
    subtags,
)
from termbase.text.detect import chinese_of, main_script, other_language, sample_of
from termbase.text.regions.detect_region import is_in_cantonese
from termbase.text.script import Script, has_han

_HEAD = 4000
"""How many characters at the beginning of a file may contain the declaration."""

_DECLARED = re.compile(
    rf"<html\b[^<>]*?\s(?:xml:)?lang\s*=\s*[\"']?(?P<html>{CHINESE_WITH_REGION})\b"
    rf"|\A---\s*[\r\n](?:(?!---)[^\r\n]*[\r\n])*?lang(?:uage)?:[ \t]*[\"']?(?P<matter>{CHINESE_WITH_REGION})\b",
    re.IGNORECASE,
)
"""`<html lang="zh-HK">`, or `lang: zh-HK` in front matter."""


def language_of_document(document: Document) -> str:
    """Return the tag of the language of a document; that of Traditional Chinese may be without a region."""
    return other_language(sample_of(block.text for block in document.blocks)) or chinese_of_document(document)


def chinese_of_document(document: Document, otherwise: str = SIMPLIFIED) -> str:
    """Return the tag of the Chinese in a document, which may itself be in another language.

    `otherwise` is returned if the Chinese shows neither script nor region, and the document declares none of its
    script.
    """
    sample = sample_of(block.text for block in document.blocks if has_han(block.text))
    return _as_declared(document, chinese_of(sample, otherwise), sample)


def _as_declared(document: Document, detected: str, sample: str) -> str:
    """Return the tag that a document or its path declares if its script is that of the text, or one of two.

    A declared tag decides only between the regions of one script, since pages often keep the tag of a template. So
    does one in Cantonese with that of Taiwan.
    """
    found = _DECLARED.search(document.text[:_HEAD])
    declared = canonical(found["html"] or found["matter"]) if found else chinese_in_path(document.file)
    if not declared:
        return detected
    if found and region_of_tag(declared) is Region.TW and is_in_cantonese(sample):
        return detected
    agrees = not detected or subtags(declared)[:2] == subtags(detected)[:2]
    return declared if agrees or main_script(sample) is Script.MIXED else detected
