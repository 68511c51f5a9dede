"""Bilingual files of other kinds as units of a memory: tables, and whatever translate-toolkit reads.

Start from `read_units`. PO, XLIFF, TS and the rest come through translate-toolkit, which is imported here only.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from termbase.errors import TermbaseError, os_error
from termbase.files.encoding import PO_CHARSET, declared_encoding, decode
from termbase.language import ENGLISH, SIMPLIFIED, TAIWAN, canonical
from termbase.table.rows import Row, read_rows
from termbase.text.script import Script, count_han, script_of
from tmx.bilingual import table, xliff, xliff2
from tmx.languages import tag_of
from tmx.model import Element, TranslationUnit, prop, variant
from tmx.report import Report

_PO = frozenset({".po", ".pot"})
_TELLING = 1000
"""Messages that tell a language."""


class Bilingual(NamedTuple):
    """What a bilingual file says of its languages (canonical tags), and its units."""

    source: str
    target: str
    units: Iterator[TranslationUnit]


def read_units(file: str, source: str | None, target: str | None, skipped: Counter[str]) -> Bilingual:
    """The translated pairs of a file; `skipped` counts those that are none, by why.

    Raises TermbaseError where the file cannot be read, or does not tell a language that is not given.
    """
    suffix = Path(file).suffix.lower()
    if suffix in table.SUFFIXES:
        return _of_table(file, source, target, skipped)
    if suffix in (".xlf", ".xliff") and xliff2.is_xliff2(file):
        return _of_xliff2(file, source, target, skipped)
    return _of_toolkit(file, source, target, skipped)


def _of_table(file: str, source: str | None, target: str | None, skipped: Counter[str]) -> Bilingual:
    rows = read_rows(file)
    first = next(rows, (1, []))
    named = [_tag(cell) for cell in first[1][:2]]
    has_header = tuple(cell.strip().lower() for cell in first[1][:2]) == table.HEADER or all(named)
    languages = [
        _language(given, told, file, option)
        for given, told, option in zip((source, target), [*named, "", ""], ("--source", "--target"), strict=False)
    ]

    def units() -> Iterator[TranslationUnit]:
        if not has_header:
            yield from _row(first, languages, skipped)
        for row in rows:
            yield from _row(row, languages, skipped)

    return Bilingual(languages[0], languages[1], units())


def _row(row: Row, languages: list[str], skipped: Counter[str]) -> Iterator[TranslationUnit]:
    line, cells = row
    if len(cells) < 2 or not cells[0].strip() or not cells[1].strip():
        skipped["not translated"] += 1
        return
    variants = tuple(variant(language, cell) for language, cell in zip(languages, cells, strict=False))
    yield TranslationUnit({}, variants, line=line)


def _of_xliff2(file: str, source: str | None, target: str | None, skipped: Counter[str]) -> Bilingual:
    read = xliff2.read(file)
    languages = [
        _language(source, _tag(read.source), file, "--source"),
        _language(target, _tag(read.target), file, "--target"),
    ]

    def units() -> Iterator[TranslationUnit]:
        for segment in read.segments:
            if not segment.target:
                skipped["not translated"] += 1
                continue
            texts = (segment.source, segment.target)
            variants = tuple(
                variant(language, "")._replace(segment=content)
                for language, content in zip(languages, texts, strict=True)
            )
            yield TranslationUnit({"tuid": segment.id}, variants, line=segment.line)

    return Bilingual(languages[0], languages[1], units())


def _of_toolkit(file: str, source: str | None, target: str | None, skipped: Counter[str]) -> Bilingual:
    store, report = _store(file), Report(file)
    told = _tag(store.getsourcelanguage() or "") or _language_of(str(unit.source or "") for unit in store.units)
    languages = [
        _language(source, told, file, "--source"),
        _language(target, _tag(store.gettargetlanguage() or ""), file, "--target"),
    ]

    def units() -> Iterator[TranslationUnit]:
        for unit in store.units:
            if unit.isheader() or unit.isobsolete() or not unit.source:
                continue
            if not unit.target:
                skipped["not translated"] += 1
                continue
            yield _unit(unit, languages, report)

    return Bilingual(languages[0], languages[1], units())


def _store(file: str) -> Any:
    from translate.storage import factory

    try:
        return factory.getobject(_po_in_utf8(file) if Path(file).suffix.lower() in _PO else file)
    except OSError as error:
        raise os_error(error, file, "read") from error
    except TermbaseError:
        raise
    except Exception as error:  # each of its formats raises what it likes
        said = " ".join(str(error).split()) or type(error).__name__
        raise TermbaseError(
            f"is no bilingual file that is read: {said}", file=file, hint="TMX, TSV, PO, XLIFF ..."
        ) from None


def _po_in_utf8(file: str) -> BinaryIO:
    """A PO file in UTF-8, which its header then says: the library would read GB2312 without the rest of GBK."""
    data = Path(file).read_bytes()
    text, _ = decode(data, file, declared_encoding(data))
    stream = BytesIO(PO_CHARSET.sub(rb"\g<1>UTF-8", text.encode(), count=1))
    stream.name = file
    return stream


def _unit(unit: Any, languages: list[str], report: Report) -> TranslationUnit:
    texts = (str(unit.source), str(unit.target))
    variants = tuple(variant(tag, text) for tag, text in zip(languages, texts, strict=True))
    attributes: dict[str, str] = {}
    element = getattr(unit, "xmlelement", None)
    line = 0 if element is None else element.sourceline or 0
    if element is not None and element.tag == f"{{{xliff.NAMESPACE}}}trans-unit":
        found = xliff.segments(element, report)
        variants = tuple(each._replace(segment=content) for each, content in zip(variants, found, strict=True))
        attributes = {"tuid": element.get("id")} if element.get("id") else {}
    items = [Element("note", {}, (note,))] if (note := unit.getnotes()) else []
    if context := unit.getcontext():
        items.append(prop("x-context", context))
    if unit.isfuzzy():
        items.append(prop("x-fuzzy", "yes"))
    return TranslationUnit(attributes, variants, tuple(items), line=line)


def _tag(text: str) -> str:
    """A text as a canonical tag where it is one: `source` and `text` are none."""
    try:
        return canonical(text) if 2 <= len(text.strip()) <= 15 and text.strip().lower() not in table.HEADER else ""
    except TermbaseError:
        return ""


def _language_of(texts: Iterable[str]) -> str:
    """The language of messages that no header names (PO): Chinese by its characters, English by its letters."""
    letters = "".join(char for text in islice(texts, _TELLING) for char in text if char.isalpha())
    if count_han(letters) * 2 > len(letters):
        return TAIWAN if script_of(letters) is Script.TRADITIONAL else SIMPLIFIED
    return ENGLISH if letters.isascii() else ""


def _language(given: str | None, told: str, file: str, option: str) -> str:
    if given:
        return canonical(given)
    if not told:
        raise TermbaseError(
            "does not tell its languages", file=file, hint=f"give {option}, for example en or zh-CN"
        )
    return tag_of(told)
