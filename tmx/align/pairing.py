"""Pairs the documents of two folders by name: zh/one.html and en/one.html, or a/notes.zh.md and b/notes.en.md.

Names that are translated themselves are paired by the number at their start: zh/2-1-前言.md and en/2-1-preface.md.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from termbase.document.find import find_files
from termbase.document.reader import SUFFIXES
from termbase.errors import TermbaseError
from termbase.text.script import HAN

_LANGUAGE = re.compile(
    r"(?<![a-z0-9])(?:zh|en|cn|chs|cht|chi|zho|eng|chinese|english)(?:[-_.](?:hans|hant|cn|tw|hk|us|gb|uk))*(?![a-z0-9])"
)
_NUMBER = re.compile(r"\d+(?:[-._ ]\d+)*")
_HAN = re.compile(f"[{HAN}]")


class Paired(NamedTuple):
    """The documents that belong together (source, target), and those that have no counterpart."""

    pairs: Sequence[tuple[str, str]]
    alone: Sequence[str]


def paired(source: str, target: str) -> Paired:
    """Return two files as a pair, or the documents of two folders paired by name.

    Raises TermbaseError if one does not exist, if one is a folder and the other is not, or if no document has a
    counterpart.
    """
    folders = [Path(each).is_dir() for each in (source, target)]
    if not any(folders):
        for each in (source, target):
            find_files([each], SUFFIXES)  # raises an error if it does not exist
        return Paired([(source, target)], ())
    if not all(folders):
        folder = source if folders[0] else target
        raise TermbaseError(
            "is a folder, and the other one is a file", file=folder, hint="give two files, or two folders"
        )
    ours, theirs = _by_name(source), _by_name(target)
    pairs = [(ours[name][0], theirs[name][0]) for name in ours if name in theirs]
    pairs += _by_number(
        [files[0] for name, files in ours.items() if name not in theirs],
        [files[0] for name, files in theirs.items() if name not in ours],
    )
    if not pairs:
        raise TermbaseError(
            f"no document has a counterpart in {target}",
            file=source,
            hint="counterparts have the same name, apart from a language (notes.zh.md, notes.en.md),"
            " or begin with the same number (2-1-前言.md, 2-1-preface.md)",
        )
    used = {file for pair in pairs for file in pair}
    every = [file for named in (ours, theirs) for files in named.values() for file in files]
    return Paired(pairs, [file for file in every if file not in used])


def _by_name(folder: str) -> Mapping[str, Sequence[str]]:
    """Return the documents of a folder by name, without ending and language; the first of a name is paired."""
    found: dict[str, list[str]] = defaultdict(list)
    for file in find_files([folder], SUFFIXES):
        name = Path(file).relative_to(folder).with_suffix("").as_posix().casefold()
        found[re.sub(r"[^\w/]+|_+", "", _LANGUAGE.sub("", name))].append(file)
    return found


def _by_number(ours: Iterable[str], theirs: Iterable[str]) -> list[tuple[str, str]]:
    """Return the pairs whose names begin with a number that no other name has, one in Chinese, the other not."""
    there = _numbered(theirs)
    return [
        (file, there[number])
        for number, file in _numbered(ours).items()
        if number in there and bool(_HAN.search(Path(file).stem)) != bool(_HAN.search(Path(there[number]).stem))
    ]


def _numbered(files: Iterable[str]) -> Mapping[str, str]:
    found: dict[str, list[str]] = defaultdict(list)
    for file in files:
        if number := _NUMBER.match(Path(file).name):
            found[re.sub(r"\D+", "-", number[0])].append(file)
    return {number: alike[0] for number, alike in found.items() if len(alike) == 1}
