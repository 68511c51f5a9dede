"""Recognises segments of programs that are not sentences: keys, names of the translators, lists of search words."""

from __future__ import annotations

import re

from termbase.text.script import has_han

_CREDITS = re.compile(
    r"(?i:translat(?:ors?|ion)[-_ ]credits?)\b.*|TRANSLATORS|Your (?:names|emails)|Launchpad Contributions:.*",
    re.DOTALL,
)
"""The sources in whose place translators write their names (GNOME, KDE, Launchpad)."""

_KEYWORDS = re.compile(r"[^;\s][^;]*;(?:[^;\s][^;]*(?:;|\Z))+")
"""A list of search words, as in the `Keywords` of a desktop entry: `share;sync;` (Desktop Entry Specification)."""

_TAGS = re.compile(r"(?:[a-z]\S*(?:[ -]\S+)?, ?){2,}[a-zA-Z]\S*(?: \S+)?")
_NO_TAG = re.compile(r"(?:^|[,\s])(?:and|or)\s|[.!?;:](?:\s|,|$)")
"""A list of three or more lower-case words with commas and without a conjunction: search words of an applet."""

_KEY = re.compile(r"[A-Za-z]\w*(?:\.[A-Za-z]\w*)+|[a-z][a-z0-9]+(?:_[a-z0-9]+)+", re.ASCII)
"""The key of a text, in whose place a program shows the text: `Settings.open_file`, `label_open_file`."""


def is_key(source: str, target: str) -> bool:
    """Whether a source is the key of a text, so that it does not say what the target must have."""
    return _KEY.fullmatch(source.strip()) is not None and has_han(target)


def is_credits(source: str) -> bool:
    """Whether a source asks for the names of the translators, so that the target is no translation of it."""
    return _CREDITS.fullmatch(source.strip()) is not None


def is_keyword_list(source: str) -> bool:
    """Whether a source is a list of search words with `;` between them and no spaces after it."""
    return ";" in source and _KEYWORDS.fullmatch(source.strip()) is not None


def is_list_of_values(sign: str, source: str) -> bool:
    """Whether a source is a list of single words that only commas separate, for a program: `Low,High`.

    Or a list of search words in small letters: `power, suspend, screen saver`.
    """
    if sign == "," and _TAGS.fullmatch(source.strip()) and not _NO_TAG.search(source):
        return True
    values = source.strip().split(",") if sign == "," else []
    return len(values) > 1 and all(value and not re.search(r"[\s.!?;:]", value) for value in values)
