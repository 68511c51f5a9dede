"""Finds the languages of a bilingual file: as the user gives them, as the file names them, or from its text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import PurePath

from termbase.errors import TermbaseError
from termbase.language import (
    UNDETERMINED,
    Region,
    canonical,
    is_chinese,
    is_same_language,
    leaves_region_open,
    leaves_script_open,
    region_of_tag,
    region_style,
    subtags,
)
from termbase.table.column_names import language_named
from termbase.text.detect import chinese_of, language_of_texts
from termbase.text.script import has_han
from tmx.languages import fits

_FEW = 10
"""One text in this many may have letters that English does not have, in a list of English texts; at least one."""

Given = tuple[str | None, str | None]
"""Source and target language as the user gives them, in any spelling, or None."""

_SIDES = ("source", "target")
_TAG = r"([a-z]{2}(?:[_-][A-Za-z]{4})?(?:[_-][A-Za-z]{2})?)"
_FILE = re.compile(rf"(?:^|.*[._-]){_TAG}")
"""A language at the end of a file's name: zh_TW.po, app-zh_Hant.po."""

_FOLDER = re.compile(r"(?:values-)?(?:b\+)?([a-z]{2}(?:[_+-][A-Za-z]{4})?(?:(?:[_+-]|-r)[A-Z]{2})?)(?:\.lproj)?")
"""A language as the name of a folder: zh_TW, zh-Hant.lproj, values-zh-rTW, values-b+zh+Hant."""


def languages_of(
    file: str, given: Given, declared: tuple[str, str], pairs: Sequence[tuple[str, str]]
) -> tuple[str, str]:
    """Return the canonical tags of source and target.

    `declared` are the languages as the file spells them ("" if it does not); `pairs` are texts of the file, from
    which other languages are detected. Raises TermbaseError if a language can be found in none of these ways, or if
    the file names another language than the user.
    """
    declared = spelt_as_tag(declared[0]), spelt_as_tag(declared[1])
    texts = [[pair[side] for pair in pairs if pair[side].strip()] for side in (0, 1)]
    found = [
        _chosen(file, side, option, name, sample)
        for side, option, name, sample in zip(_SIDES, given, declared, texts, strict=True)
    ]
    if found[0] == found[1] and not given[1] and not declared[1]:
        found[1] = ""  # a copy of the source is not a translation
    for side, language, other in zip(_SIDES, found, reversed(found), strict=True):
        if not language:
            if not any(texts):
                raise TermbaseError("has no texts and names no languages", file=file, hint="export it again")
            hint = f"give --{side}, for example {'en' if is_chinese(other) else 'zh-CN'}"
            raise TermbaseError(f"the {side} language cannot be detected from the text", file=file, hint=hint)
    return found[0], found[1]


def spelt_as_tag(declared: str) -> str:
    """Return the tag for a language that a file calls by its name (`Chinese (Simplified)`); keep a tag."""
    try:
        return canonical(declared) and declared if declared.strip() else ""
    except TermbaseError:
        return language_named(declared) or declared


def contradicts(option: str | None, declared: str) -> bool:
    """Whether a file names another language than the user: German for `en`, `zh-TW` for `zh-HK`."""
    declared = spelt_as_tag(declared)
    own = known_tag(declared)
    if not option or not own:
        return False
    wanted = canonical(option)
    if leaves_script_open(declared) or leaves_script_open(option):
        return not is_same_language(own, wanted)
    if leaves_region_open(declared):
        return subtags(own)[:2] != subtags(wanted)[:2]
    return not fits(own, wanted)


def is_other_region(one: str, other: str) -> bool:
    """Return whether two languages, as files spell them, are those of different Chinese regions."""
    regions = [region_of_tag(tag) if (tag := known_tag(spelt_as_tag(each))) else None for each in (one, other)]
    return None not in regions and regions[0] != regions[1]


def is_region_of(named: str, declared: str) -> bool:
    """Return whether a language has a region that another one leaves open, as files spell them: zh_HK, zh_Hant."""
    declared = spelt_as_tag(declared)
    is_open = bool(named) and leaves_region_open(declared) and not leaves_region_open(named)
    return is_open and subtags(known_tag(named))[:2] == subtags(known_tag(declared))[:2]


def named_language(file: str, texts: Sequence[str]) -> str:
    """Return the language in the name of a file or its folder (`zh_TW.po`, `zh_TW/LC_MESSAGES/app.po`); "" if none.

    A name does not count if it names Chinese and no text has a Chinese character, though there are some, or if it
    names another language and the texts are Chinese.
    """
    path = PurePath(file)
    folder = path.parent.parent if path.parent.name == "LC_MESSAGES" else path.parent
    matches = (_FILE.fullmatch(path.stem), _FOLDER.fullmatch(folder.name))
    found = (match[1].replace("-r", "-").replace("+", "-") for match in matches if match)
    named = next(filter(_is_registered, found), "")
    if not named or is_chinese(canonical(named)):
        return named if not texts or any(map(has_han, texts)) else ""
    return "" if is_chinese(_detected(texts)) else named


def _is_registered(tag: str) -> bool:
    from langcodes import tag_is_valid

    return tag_is_valid(tag.replace("_", "-"))


def _chosen(file: str, side: str, option: str | None, declared: str, texts: Sequence[str]) -> str:
    if option is None:
        return _read(file, declared, texts)
    if contradicts(option, declared):
        own, wanted = region_style(canonical(declared)), region_style(canonical(option))
        hint = f"leave out --{side}, or give the language that the file names"
        raise TermbaseError(f"names {own} as its {side} language, not {wanted}", file=file, hint=hint)
    is_open = leaves_script_open(declared) or leaves_region_open(declared)
    return canonical(option) if is_open else known_tag(declared) or canonical(option)


def known_tag(declared: str) -> str:
    """Return the canonical tag, "" if it is not one."""
    try:
        return canonical(declared) if declared.strip() else ""
    except TermbaseError:
        return ""


def _read(file: str, declared: str, texts: Sequence[str]) -> str:
    """The language that the file names, else that of its text; "" if neither is known."""
    if leaves_script_open(declared):
        return canonical(chinese_of("\n".join(texts)))
    try:
        tag = canonical(declared) if declared.strip() else _detected(texts)
        return _of_hong_kong(tag, texts) if tag and leaves_region_open(declared) else tag
    except TermbaseError as error:
        raise TermbaseError(error.message, file=file, hint="give --source and --target") from None


def _of_hong_kong(tag: str, texts: Sequence[str]) -> str:
    """Return the tag of Hong Kong if the texts of a file that names only the script (`zh-Hant`) show it."""
    shown = canonical(chinese_of("\n".join(texts))) if texts else tag
    is_shown = region_of_tag(shown) is Region.HK and subtags(shown)[:2] == subtags(tag)[:2]
    return shown if is_shown else tag


def _detected(texts: Sequence[str]) -> str:
    """The language of the texts; a few with foreign letters (`Delay in µs`, café) do not hide that of the many."""
    shown = canonical(language_of_texts(texts)) if texts else UNDETERMINED
    if shown != UNDETERMINED:
        return shown
    plain = [text for text in texts if text.isascii()]
    is_most = len(texts) - len(plain) <= max(1, len(texts) // _FEW) < len(plain)
    shown = canonical(language_of_texts(plain)) if is_most else UNDETERMINED
    return "" if shown == UNDETERMINED else shown
