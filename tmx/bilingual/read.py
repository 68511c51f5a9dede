"""Reads bilingual files that are not TMX as translation units. Start from `read_units`.

Each unit has its id, the line and column of both texts, its notes, and its marks (`tmx.bilingual.marks`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from termbase.errors import TermbaseError
from termbase.language import leaves_region_open, region_style, script_style
from termbase.table.rows import OTHER_SHEETS, SUFFIXES, TABBED, unread_sheet
from tmx.bilingual import po, qt_ts, resources, toolkit, xliff, xliff2
from tmx.bilingual.entry import Part
from tmx.bilingual.languages import (
    Given,
    contradicts,
    is_other_region,
    is_region_of,
    languages_of,
    named_language,
    spelt_as_tag,
)
from tmx.bilingual.suffixes import ONE_LANGUAGE, XLIFF
from tmx.bilingual.table import read_table
from tmx.bilingual.xml_text import local_name, read_xml
from tmx.content import plain
from tmx.model import TranslationUnit

if TYPE_CHECKING:
    from lxml.etree import _Element as Node

_TABLES = SUFFIXES | (TABBED - {".txt"})
_NOT_READ = {
    "alt-trans": "alternatives to a translation",
    "match": "alternatives to a translation",
    "bin-unit": "units of binary data",
    "historical-unit": "earlier versions of a unit",
    "glossEntry": "entries of a glossary",
    "insertedmatch": "alternatives to a translation",
}
"""The elements of XLIFF that no unit of a memory can hold."""

_SAMPLE = 1000
"""The number of pairs from whose text a language is detected that the file does not name."""


class Bilingual(NamedTuple):
    """The languages of a bilingual file (canonical tags) and its translation units.

    If the file has parts in several languages (`file` elements of XLIFF), `source` and `target` are of the first.
    `columns` says what each column of a table was taken for; "" if they are called just what they are.
    """

    source: str
    target: str
    units: Iterator[TranslationUnit]
    columns: str = ""


def read_units(
    file: str,
    source: str | None,
    target: str | None,
    skipped: Counter[str],
    source_file: str | None = None,
    left_out: Counter[str] | None = None,
) -> Bilingual:
    """Return the translated pairs of a file; `skipped` counts the entries left out, by reason.

    If `source` or `target` is None, the language is taken from the file, or detected from its text if the file
    names none. Raises TermbaseError if the file cannot be read, a language cannot be found in any of these ways, or
    the file names other languages than `source` and `target`.

    `source_file` has the source texts, for formats that hold one language (`tmx.bilingual.resources`). `left_out`
    counts what a unit cannot hold, by its name in the plural: alternatives, cells of further columns.
    """
    left_out = Counter() if left_out is None else left_out
    if Path(file).suffix.lower() in ONE_LANGUAGE:
        return _of_parts(file, [resources.read(file, source_file, skipped)], (source, target), skipped)
    if source_file is not None:
        raise _refusal_of_source_file(file)
    if Path(file).suffix.lower() in _TABLES:
        return Bilingual(*read_table(file, (source, target), skipped, left_out))
    return _of_parts(file, _parts(file, skipped, left_out), (source, target), skipped)


def _refusal_of_source_file(file: str) -> TermbaseError:
    """The error for a file of a format that is not read in pairs, because it has both languages or is not known."""
    suffix = Path(file).suffix.lower()
    if suffix in OTHER_SHEETS:
        return unread_sheet(file)
    if suffix in _TABLES | po.SUFFIXES | XLIFF | {".ts"}:
        return TermbaseError("has its source texts in itself", file=file, hint="leave out --source-file")
    endings = ", ".join(sorted(ONE_LANGUAGE))
    hint = f"export both languages as XLIFF, PO or a table, or give files that end in {endings}"
    return TermbaseError("is in a format that is not read with --source-file", file=file, hint=hint)


def _parts(file: str, skipped: Counter[str], left_out: Counter[str]) -> list[Part]:
    suffix = Path(file).suffix.lower()
    if suffix in po.SUFFIXES:
        return [po.read(file, skipped, left_out)]
    if suffix in OTHER_SHEETS:
        raise unread_sheet(file)
    if suffix == ".tbx":
        raise TermbaseError("is a termbase, not a bilingual file", file=file, hint="use termbase tbx")
    if suffix not in (*XLIFF, ".ts"):
        return [toolkit.read(file, skipped)]
    xml = read_xml(file)
    if local_name(xml.root) == "TS":
        return [qt_ts.read(xml, skipped, left_out)]
    if local_name(xml.root) != "xliff":
        reason = f"its root element is {local_name(xml.root)}"
        hint = "give a TMX, TSV, PO or XLIFF file"
        raise TermbaseError(f"cannot be read as a bilingual file: {reason}", file=file, hint=hint)
    for name, kind in _NOT_READ.items():
        if count := sum(1 for _ in xml.root.iter(f"{{*}}{name}")):
            left_out[kind] += count
    reader = xliff2 if "srcLang" in xml.root.attrib else xliff
    return _with_own_ids(list(reader.read(xml, skipped, left_out))) or [_without_units(xml.root)]


def _without_units(root: Node) -> Part:
    """A part with the languages that an XLIFF file without any unit names."""
    if "srcLang" in root.attrib:
        return Part(root.get("srcLang", ""), root.get("trgLang", ""), [])
    file = root.find("{*}file")
    if file is None:
        return Part("", "", [])
    return Part(file.get("source-language", ""), file.get("target-language", ""), [])


def _with_own_ids(parts: list[Part]) -> list[Part]:
    """The parts with ids that no two of them share: `a.strings#ok` for an `ok` that other files have too."""
    shared = Counter(name for part in parts for name in {entry.id for entry in part.entries})
    return [
        part._replace(
            entries=[
                entry._replace(id=f"{part.name}#{entry.id}" if entry.id and shared[entry.id] > 1 else entry.id)
                for entry in part.entries
            ]
        )
        for part in parts
    ]


def _of_parts(file: str, parts: list[Part], given: Given, skipped: Counter[str]) -> Bilingual:
    """The units of all parts in the languages that the user gives; others are counted in `skipped`."""
    wanted = [part for part in parts if not _is_other(part, given)] or parts[:1]
    if others := sum(len(part.entries) for part in parts if part not in wanted):
        skipped[OTHER_LANGUAGE] += others
    languages = [_languages(file, part, given) for part in wanted] or [languages_of(file, given, ("", ""), [])]

    def units() -> Iterator[TranslationUnit]:
        for part, tags in zip(wanted, languages, strict=False):
            source, target = map(_written, tags, (part.source, part.target), given)
            for entry in part.entries:
                unit = entry.unit(source, target)
                yield unit if tags[0] == languages[0][0] else _with_source(unit, source)

    return Bilingual(*languages[0], units())


def _written(tag: str, declared: str, option: str | None) -> str:
    """The tag of a language: without a region if neither the file (`zh_Hant`) nor the user names one."""
    is_open = option is None and leaves_region_open(spelt_as_tag(declared))
    return script_style(tag) if is_open else region_style(tag)


def _with_source(unit: TranslationUnit, source: str) -> TranslationUnit:
    """A unit with a source language of its own."""
    return unit._replace(attributes={**unit.attributes, "srclang": source})


OTHER_LANGUAGE = "another language"
"""The reason why units are skipped that are not in the languages that the user chooses."""

_BY_NAME = (".po",)
"""Files that a program finds by their name, so that it counts more than the header (GNU gettext)."""

_USUAL_SOURCE = "en"
"""The source language of a file for translation into another one, of which nothing is translated yet."""


def _is_other(part: Part, given: Given) -> bool:
    return any(map(contradicts, given, (part.source, part.target)))


def _is_named(file: str, named: str, declared: str) -> bool:
    """Whether the name of a file counts more than another region in its header."""
    return Path(file).suffix.lower() in _BY_NAME and is_other_region(named, declared)


def _languages(file: str, part: Part, given: Given) -> tuple[str, str]:
    pairs = [(plain(entry.source.content), plain(entry.target.content)) for entry in part.entries[:_SAMPLE]]
    named = "" if given[1] else named_language(file, [target for _, target in pairs])
    if part.target and not (is_region_of(named, part.target) or _is_named(file, named, part.target)):
        named = ""
    source = part.source or (_USUAL_SOURCE if not pairs and (part.target or named) else "")
    return languages_of(file, given, (source, named or part.target), pairs)
