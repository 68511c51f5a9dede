"""Finds the languages of a bilingual file: as the user gives them, as the file names them, or from its text."""

from __future__ import annotations

from collections.abc import Sequence

from termbase.errors import TermbaseError
from termbase.language import UNDETERMINED, canonical, leaves_script_open
from termbase.text.detect import chinese_of, language_of_texts

Given = tuple[str | None, str | None]
"""Source and target language as the user gives them, in any spelling, or None."""


def languages_of(
    file: str, given: Given, declared: tuple[str, str], pairs: Sequence[tuple[str, str]]
) -> tuple[str, str]:
    """Return the canonical tags of source and target: as given, else as the file names them, else as detected.

    `declared` are the languages as the file spells them ("" if it does not); `pairs` are texts of the file. Raises
    TermbaseError if a language can be found in none of these ways.
    """
    texts = [[pair[side] for pair in pairs if pair[side].strip()] for side in (0, 1)]
    found = [
        canonical(option) if option else _language(file, name, sample)
        for option, name, sample in zip(given, declared, texts, strict=True)
    ]
    if found[0] == found[1] and not given[1] and not declared[1]:
        found[1] = ""  # a copy of the source is not a translation
    for language, option in zip(found, ("--source", "--target"), strict=True):
        if not language:
            hint = f"give {option}, for example zh-CN"
            raise TermbaseError("the language cannot be detected from the text", file=file, hint=hint)
    return found[0], found[1]


def _language(file: str, declared: str, texts: Sequence[str]) -> str:
    """The language of one side; "" if the file does not name it and it cannot be detected from the text."""
    if leaves_script_open(declared):
        return canonical(chinese_of("\n".join(texts)))
    try:
        if declared.strip():
            return canonical(declared)
    except TermbaseError as error:
        raise TermbaseError(error.message, file=file, hint="give --source and --target") from None
    shown = canonical(language_of_texts(texts)) if texts else UNDETERMINED
    return "" if shown == UNDETERMINED else shown
