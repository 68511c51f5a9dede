"""Finds the languages of a bilingual file: as the user gives them, as the file names them, or from its text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import PurePath

from termbase.errors import TermbaseError
from termbase.language import (
    UNDETERMINED,
    canonical,
    is_chinese,
    leaves_script_open,
    primary_language,
    region_style,
)
from termbase.text.detect import chinese_of, language_of_texts
from tmx.languages import fits

Given = tuple[str | None, str | None]
"""Source and target language as the user gives them, in any spelling, or None."""

_SIDES = ("source", "target")
_TAG = r"([a-z]{2}(?:[_-][A-Za-z]{4})?(?:[_-][A-Za-z]{2})?)"
_FILE = re.compile(rf"(?:^|.*[._-]){_TAG}")
"""A language at the end of a file's name: zh_TW.po, app-zh_Hant.po."""

_FOLDER = re.compile(_TAG)


def languages_of(
    file: str, given: Given, declared: tuple[str, str], pairs: Sequence[tuple[str, str]]
) -> tuple[str, str]:
    """Return the canonical tags of source and target.

    `declared` are the languages as the file spells them ("" if it does not); `pairs` are texts of the file, from
    which other languages are detected. Raises TermbaseError if a language can be found in none of these ways, or if
    the file names another language than the user.
    """
    texts = [[pair[side] for pair in pairs if pair[side].strip()] for side in (0, 1)]
    found = [
        _chosen(file, side, option, name, sample)
        for side, option, name, sample in zip(_SIDES, given, declared, texts, strict=True)
    ]
    if found[0] == found[1] and not given[1] and not declared[1]:
        found[1] = ""  # a copy of the source is not a translation
    for side, language in zip(_SIDES, found, strict=True):
        if not language:
            hint = f"give --{side}, for example zh-CN"
            raise TermbaseError("the language cannot be detected from the text", file=file, hint=hint)
    return found[0], found[1]


def contradicts(option: str | None, declared: str) -> bool:
    """Whether a file names another language than the user: German for `en`, `zh-TW` for `zh-HK`."""
    own = _tag(declared)
    if not option or not own:
        return False
    wanted = canonical(option)
    if leaves_script_open(declared) or leaves_script_open(option):
        return primary_language(own) != primary_language(wanted)
    return not fits(own, wanted)


def named_language(file: str, texts: Sequence[str]) -> str:
    """Return the language in the name of a file or its folder (`zh_TW.po`, `zh_TW/LC_MESSAGES/app.po`); "" if none.

    A name does not count if its language is Chinese and that of the texts is not, or the reverse.
    """
    path = PurePath(file)
    folder = path.parent.parent if path.parent.name == "LC_MESSAGES" else path.parent
    found = (match[1] for match in (_FILE.fullmatch(path.stem), _FOLDER.fullmatch(folder.name)) if match)
    named, shown = next(filter(_is_registered, found), ""), _detected(texts)
    return "" if named and shown and is_chinese(shown) != is_chinese(canonical(named)) else named


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
    return canonical(option) if leaves_script_open(declared) else _tag(declared) or canonical(option)


def _tag(declared: str) -> str:
    try:
        return canonical(declared) if declared.strip() else ""
    except TermbaseError:
        return ""


def _read(file: str, declared: str, texts: Sequence[str]) -> str:
    """The language that the file names, else that of its text; "" if neither is known."""
    if leaves_script_open(declared):
        return canonical(chinese_of("\n".join(texts)))
    try:
        return canonical(declared) if declared.strip() else _detected(texts)
    except TermbaseError as error:
        raise TermbaseError(error.message, file=file, hint="give --source and --target") from None


def _detected(texts: Sequence[str]) -> str:
    shown = canonical(language_of_texts(texts)) if texts else UNDETERMINED
    return "" if shown == UNDETERMINED else shown
