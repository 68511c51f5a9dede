"""Reads bilingual files that are not TMX as translation units: tables, and all that translate-toolkit reads.

Start from `read_units`. PO, XLIFF 1.2, TS and others are read by translate-toolkit, which no other module imports.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import chain, islice
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from termbase.errors import TermbaseError, os_error
from termbase.files.encoding import PO_CHARSET, declared_encoding, decode
from termbase.language import UNDETERMINED, canonical, leaves_script_open
from termbase.table.columns import pair_languages
from termbase.table.rows import SUFFIXES as TABLES
from termbase.table.rows import Row, read_rows
from termbase.text.detect import chinese_of, language_of_texts
from tmx.bilingual import xliff, xliff2
from tmx.content import plain
from tmx.model import Element, TranslationUnit, prop, variant
from tmx.report import Report

HEADER = ("source", "target")
"""The header of a table of segment pairs."""

_PO = frozenset({".po", ".pot"})
_SAMPLE = 1000
"""The number of pairs from whose text a language is detected that the file does not name."""


class Bilingual(NamedTuple):
    """The languages of a bilingual file (canonical tags) and its translation units."""

    source: str
    target: str
    units: Iterator[TranslationUnit]


def read_units(file: str, source: str | None, target: str | None, skipped: Counter[str]) -> Bilingual:
    """Return the translated pairs of a file; `skipped` counts the entries without translation, by reason.

    If `source` or `target` is None, the language is taken from the file, or detected from its text if the file
    names none. Raises TermbaseError if the file cannot be read, or a language cannot be found in any of these ways.
    """
    suffix = Path(file).suffix.lower()
    if suffix in TABLES:
        return _of_table(file, source, target, skipped)
    if suffix in (".xlf", ".xliff") and xliff2.is_xliff2(file):
        return _of_xliff2(file, source, target, skipped)
    return _of_toolkit(file, source, target, skipped)


def _of_table(file: str, source: str | None, target: str | None, skipped: Counter[str]) -> Bilingual:
    rows = read_rows(file)
    first = next(rows, (1, []))
    named = pair_languages(first[1])
    sample = [*([] if named else [first]), *islice(rows, _SAMPLE)]
    pairs = [(cells[0], cells[1]) for _, cells in sample if len(cells) > 1]
    languages = _languages(file, (source, target), named or ("", ""), pairs)

    def units() -> Iterator[TranslationUnit]:
        for row in chain(sample, rows):
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
    segments = list(read.segments)
    pairs = [(plain(segment.source), plain(segment.target)) for segment in segments[:_SAMPLE]]
    languages = _languages(file, (source, target), (read.source, read.target), pairs)

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
    languages = _languages(file, (source, target), _declared(store), pairs)

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


def _declared(store: Any) -> tuple[str, str]:
    """Source and target language as the file spells them, "" if it does not name one.

    The target of a PO file is read from its header here: the library drops `zh_Hant`, which is not a locale.
    """
    header = store.parseheader() if hasattr(store, "parseheader") else {}
    target = header.get("Language") or store.gettargetlanguage()
    return store.getsourcelanguage() or "", target or ""


def _languages(
    file: str, given: tuple[str | None, str | None], declared: tuple[str, str], pairs: Sequence[tuple[str, str]]
) -> list[str]:
    """Source and target language: as given, else as the file names them, else as detected from the texts."""
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
    return found


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
