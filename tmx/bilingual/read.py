"""Reads bilingual files that are not TMX as translation units: tables, and all that translate-toolkit reads.

Start from `read_units`. PO, XLIFF 1.2, TS and others are read by translate-toolkit, which no other module imports.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from termbase.errors import TermbaseError, os_error
from termbase.files.encoding import PO_CHARSET, declared_encoding, decode
from termbase.table.rows import SUFFIXES as TABLES
from tmx.bilingual import xliff, xliff2
from tmx.bilingual.languages import languages_of
from tmx.bilingual.table import read_table
from tmx.content import plain
from tmx.model import Element, TranslationUnit, prop, variant
from tmx.report import Report

_PO = frozenset({".po", ".pot"})
_SAMPLE = 1000
"""The number of pairs from whose text a language is detected that the file does not name."""


class Bilingual(NamedTuple):
    """The languages of a bilingual file (canonical tags) and its translation units.

    `columns` says what each column of a table was taken for; "" if they are called just what they are.
    """

    source: str
    target: str
    units: Iterator[TranslationUnit]
    columns: str = ""


def read_units(file: str, source: str | None, target: str | None, skipped: Counter[str]) -> Bilingual:
    """Return the translated pairs of a file; `skipped` counts the entries without translation, by reason.

    If `source` or `target` is None, the language is taken from the file, or detected from its text if the file
    names none. Raises TermbaseError if the file cannot be read, or a language cannot be found in any of these ways.
    """
    suffix = Path(file).suffix.lower()
    if suffix in TABLES:
        return Bilingual(*read_table(file, (source, target), skipped))
    if suffix in (".xlf", ".xliff") and xliff2.is_xliff2(file):
        return _of_xliff2(file, source, target, skipped)
    return _of_toolkit(file, source, target, skipped)


def _of_xliff2(file: str, source: str | None, target: str | None, skipped: Counter[str]) -> Bilingual:
    read = xliff2.read(file)
    segments = list(read.segments)
    pairs = [(plain(segment.source), plain(segment.target)) for segment in segments[:_SAMPLE]]
    languages = languages_of(file, (source, target), (read.source, read.target), pairs)

    def units() -> Iterator[TranslationUnit]:
        for segment in segments:
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
    messages = (unit for unit in store.units[:_SAMPLE] if not unit.isheader())
    pairs = [(str(unit.source or ""), str(unit.target or "")) for unit in messages]
    languages = languages_of(file, (source, target), _declared(store), pairs)

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
    except Exception as error:  # its parsers raise errors of many unrelated classes
        reason = " ".join(str(error).split()) or type(error).__name__
        raise TermbaseError(
            f"cannot be read as a bilingual file: {reason}", file=file, hint="give a TMX, TSV, PO or XLIFF file"
        ) from None


def _po_in_utf8(file: str) -> BinaryIO:
    """A PO file recoded to UTF-8, with UTF-8 as the charset of its header.

    The library takes the name GB2312 literally and fails on characters that only GBK has, such as 镕.
    """
    data = Path(file).read_bytes()
    text, _ = decode(data, file, declared_encoding(data))
    stream = BytesIO(PO_CHARSET.sub(rb"\g<1>UTF-8", text.encode(), count=1))
    stream.name = file
    return stream


def _unit(unit: Any, languages: tuple[str, str], report: Report) -> TranslationUnit:
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


def _declared(store: Any) -> tuple[str, str]:
    """Source and target language as the file spells them, "" if it does not name one.

    The target of a PO file is read from its header here: the library drops `zh_Hant`, which is not a locale.
    """
    header = store.parseheader() if hasattr(store, "parseheader") else {}
    target = header.get("Language") or store.gettargetlanguage()
    return store.getsourcelanguage() or "", target or ""
