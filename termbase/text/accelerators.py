"""The marks of the keys that open a menu entry or press a button: `_File`, `E&xit`, `~Edit`, 文件(_F)."""

from __future__ import annotations

import re

from termbase.text.offsets import blank
from termbase.text.placeholders import CODE
from termbase.text.script import HAN

_BRACKETED = re.compile(r"\s?[(（](?:[&_~][A-Za-z0-9]|[A-Z](?=[)）](?:\W*$|/\w)))[)）]")
"""The key in a bracket behind a label that has not its letter: 文件(_F), 檔案（&F）, 文件(F), /文件(F)/打开(_O).

A digit alone is a number: 完成 (0)."""

_MARK = re.compile(
    r"(?:(?<![\w&_~])[&_~](?=[^\W\d_])|(?<=[A-Za-z])[&_~](?=[a-z])"
    rf"|(?<=[{HAN}])[&_~](?=[{HAN}]))(?!.\w{{0,8}};)"
)
"""The mark before the letter of the key: `&File`, `E&xit`, `S_ystem`. `&amp;` is a character reference.

Translators may leave it before a Chinese character, although no key has that: `自定_工具`.
"""


def without_accelerators(label: str) -> str:
    """Return a label without the marks of its keys: `File` for `_File`, `&File`, 文件 for 文件(_F).

    A text with two signs such as `_` has none: `_emphasis_`, `a_b_c`. Signs in placeholders do not count.
    """
    if not any(sign in label for sign in "&_~(（"):
        return label
    return _mark_free(_BRACKETED.sub("", label), "")


def masked_accelerators(label: str, other: str, fill: str, inside: str = "") -> str:
    """Return a label with `fill` for the mark within its words, where it would hide a term: `_File`, `S_ystem`.

    `inside`, if given, is for a mark inside of a word: `H_eight` has no *eight*.

    So are the keys in brackets behind a label, whose letters are no words: 文件(_I). Inside a word, `_` counts only
    if `other`, the label in the other language, has a key too, because *file_name* is a name.
    """
    if not any(sign in label for sign in "&_~"):
        return label
    label = _BRACKETED.sub(lambda key: fill * len(key[0]), label)
    is_sure = without_accelerators(other) != other
    return _mark_free(label, fill, inside) if is_sure or not re.search("(?<=[A-Za-z])_", label) else label


def _mark_free(label: str, fill: str, inside: str = "") -> str:
    words = CODE.sub(blank, label)
    marks = [mark for mark in _MARK.finditer(words) if words.count(mark[0]) == 1]
    for mark in reversed(marks):
        is_inside = bool(inside) and re.search("[A-Za-z]$", label[: mark.start()]) is not None
        label = label[: mark.start()] + (inside if is_inside else fill) + label[mark.end() :]
    return label
