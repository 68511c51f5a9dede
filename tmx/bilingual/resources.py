"""Reads the text files of programs that hold one language each, in pairs: the source texts and their translation.

Start from `read`. translate-toolkit reads the formats; texts of one key are a pair.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

from termbase.errors import TermbaseError, os_error
from termbase.files.encoding import decode
from tmx.bilingual import marks
from tmx.bilingual.entry import Entry, Part, Side, is_translated
from tmx.bilingual.languages import named_language
from tmx.model import Element, prop

_READERS = {
    ".arb": ("jsonl10n", "ARBJsonFile"),
    ".json": ("jsonl10n", "JsonNestedFile"),
    ".properties": ("properties", "javautf8file"),
    ".resx": ("resx", "RESXFile"),
    ".strings": ("properties", "stringsutf8file"),
    ".xml": ("aresource", "AndroidResourceFile"),
}
"""The reader of translate-toolkit for each ending: its module and class."""

_XML = frozenset([".resx", ".xml"])
"""The formats whose parser reads the encoding, and the language in the name of the file."""

_ROOT = re.compile(rb"<(?:[\w.-]+:)?([A-Za-z][\w.-]*)[\s>/]")
_HEAD = 4000
_OTHERS = {
    "tmx": "give it the ending .tmx",
    "xliff": "give it the ending .xlf",
    "TS": "give it the ending .ts",
    "mtf": "convert it with termbase tbx convert",
    "martif": "convert it with termbase tbx convert",
    "tbx": "convert it with termbase tbx convert",
}
"""What to do with other XML, by the name of its root."""
_SEVERAL = re.compile(rb"[\x80-\xff]{2}|\0")

_MESSAGES = {"message": "WebExtensionJsonFile", "defaultMessage": "FormatJSJsonFile"}
"""The readers of JSON in which a text is an object (browser extensions, FormatJS), by its member with the text."""


class _Text(NamedTuple):
    """The forms of one text (several if it is a plural), its notes, and whether it is to be translated."""

    forms: tuple[str, ...]
    notes: str
    is_translatable: bool


def read(file: str, source_file: str | None, skipped: Counter[str]) -> Part:
    """Return the pairs of the two files. Texts that only one of them has are counted in `skipped`.

    Raises TermbaseError if a file cannot be read, or there is no file with the source texts.
    """
    _refuse_other_xml(file)
    if source_file is None:
        raise TermbaseError(
            "holds the texts of one language",
            file=file,
            hint="give the file with the source texts: --source-file FILE",
        )
    if Path(source_file).suffix.lower() != Path(file).suffix.lower():
        raise TermbaseError(f"is not of the same format as {file}", file=source_file, hint="give the same ending")
    sources, targets = _texts(source_file), _texts(file)
    if others := targets.keys() - sources.keys():
        skipped["not in the source file"] += len(others)
    entries = [
        entry
        for key, source in sources.items()
        for entry in _entries(key, source, targets.get(key, _Text((), "", True)), skipped)
        if is_translated(entry, skipped)
    ]
    return Part(_language(source_file, sources), _language(file, targets), entries)


def _refuse_other_xml(file: str) -> None:
    """Raise TermbaseError for XML that is not a resource file of Android, and say what it is."""
    try:
        is_xml = Path(file).suffix.lower() == ".xml"
        head = Path(file).read_bytes()[:_HEAD].replace(b"\0", b"") if is_xml else b""  # UTF-16 as ASCII
    except OSError as error:
        raise os_error(error, file, "read") from error
    found = _ROOT.search(head)
    name = found[1].decode() if found else "resources"
    if name != "resources":
        hint = _OTHERS.get(name, "give a TMX, XLIFF, PO or TS file or a table, or export it as one of these")
        raise TermbaseError(f"is not a resource file of Android: its root is <{name}>", file=file, hint=hint)


def _language(file: str, texts: dict[str, _Text]) -> str:
    return named_language(file, [form for text in texts.values() for form in text.forms])


def _entries(key: str, source: _Text, target: _Text, skipped: Counter[str]) -> Iterator[Entry]:
    """The pair of a key; for a plural one for each form, of which Chinese has one for all."""
    forms = target.forms or ("",)
    many = len(source.forms) > 1
    if not many and len(forms) > 1:
        skipped["plural forms without a source text"] += len(forms) - 1
    items = [Element("note", {}, (source.notes,))] if source.notes else []
    if not source.is_translatable:
        items.append(prop(marks.TRANSLATE, "no"))
    for number, text in enumerate(source.forms if many else source.forms[:1]):
        form = forms[min(number, len(forms) - 1)]
        name = f"{key}/{number}" if many else key
        yield Entry(_side(text), _side(form), name, tuple(items))


def _side(text: str) -> Side:
    return Side((text,) if text else ())


def _texts(file: str) -> dict[str, _Text]:
    suffix = Path(file).suffix.lower()
    module, name = _READERS[suffix]
    try:
        data = Path(file).read_bytes()
        if suffix == ".json":
            name = _json_reader(json.loads(_decoded(data, file))) or name
        reader = getattr(import_module(f"translate.storage.{module}"), name)
        units = (
            reader.parsefile(file) if suffix in _XML else reader.parsestring(_decoded(data, file).encode())
        ).units
        if name == "AndroidResourceFile":
            units += reader.parsestring(_arrays_as_strings(data)).units
    except OSError as error:
        raise os_error(error, file, "read") from error
    except TermbaseError:
        raise
    except Exception as error:  # its parsers raise errors of many unrelated classes
        reason = " ".join(str(error).split()) or type(error).__name__
        hint = "check that its content is what its ending says"
        raise TermbaseError(f"cannot be read: {reason}", file=file, hint=hint) from None
    return {unit.getid(): _text(unit) for unit in units if isinstance(unit.source, str) and not _is_object(unit)}


def _decoded(data: bytes, file: str) -> str:
    """Return the text of a file. Letters outside of ASCII that stand alone are in ISO 8859-1, as in Java."""
    try:
        return decode(data, file)[0] if _SEVERAL.search(data) else data.decode()
    except UnicodeDecodeError:
        return data.decode("iso-8859-1")


def _json_reader(content: object) -> str:
    """Return the reader for JSON in which each text is an object, "" for other JSON."""
    texts = list(content.values()) if isinstance(content, dict) else []
    members = (member for member in _MESSAGES if texts and all(isinstance(text, dict) for text in texts))
    return next((_MESSAGES[name] for name in members if all(isinstance(text.get(name), str) for text in texts)), "")


def _is_object(unit: Any) -> bool:
    """Whether an entry of a RESX file is not text but an image, a file or another object."""
    return unit.__class__.__name__ == "RESXUnit" and not {"type", "mimetype"}.isdisjoint(unit.xmlelement.attrib)


def _arrays_as_strings(data: bytes) -> bytes:
    """Return the arrays of a resource file of Android, which translate-toolkit does not read.

    Each item is a string in them: `days[0]`.
    """
    from lxml import etree

    strings = etree.Element("resources")
    for array in etree.fromstring(data).iter("string-array"):
        for number, item in enumerate(array.findall("item")):
            item.tag = "string"
            item.attrib.update({**array.attrib, "name": f"{array.get('name', '')}[{number}]"})
            strings.append(item)
    return bytes(etree.tostring(strings))


def _text(unit: Any) -> _Text:
    forms = tuple(map(str, getattr(unit.source, "strings", None) or [unit.source]))
    return _Text(forms, unit.getnotes().strip(), unit.istranslatable())
