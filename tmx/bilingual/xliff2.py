"""Reads the segments of XLIFF 2.0 and 2.1, with inline codes (XLIFF 2.1, 4.2.3) turned into TMX ones. See `read`.

`pc` becomes `bpt` and `ept`; `ph` stays. `sc` and `ec` become `it`, because the other half of the pair may be in
another segment. Of annotations (`mrk`, `sm`, `em`) only the text is kept.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from termbase.errors import TermbaseError, os_error
from tmx.model import Content, Element

if TYPE_CHECKING:
    from lxml.etree import _Element as Node

_NAMESPACE = b"urn:oasis:names:tc:xliff:document:2."
_HEAD = 4096


class Segment(NamedTuple):
    """A segment.

    `id` is the id of its unit, followed by `/` and its own if the unit has several; `line` is 1-based.
    """

    id: str
    source: Content
    target: Content
    line: int


class Xliff(NamedTuple):
    """The languages of a file, as it spells them, and its segments.

    The target of an untranslated segment is empty.
    """

    source: str
    target: str
    segments: Iterator[Segment]


def is_xliff2(file: str) -> bool:
    """Whether the start of a file has the namespace of XLIFF 2. Raises TermbaseError if the file cannot be read."""
    try:
        with Path(file).open("rb") as opened:
            return _NAMESPACE in opened.read(_HEAD).replace(b"\0", b"")
    except OSError as error:
        raise os_error(error, file, "read") from error


def read(file: str) -> Xliff:
    """Return the languages and segments of a file. Raises TermbaseError if it is not well-formed XML."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.parse(file, parser).getroot()
    except etree.XMLSyntaxError as error:
        hint = "export it again from the tool that wrote it"
        raise TermbaseError(
            f"is not well-formed XML: {error.msg}", file=file, line=error.lineno, hint=hint
        ) from None
    return Xliff(root.get("srcLang", ""), root.get("trgLang", ""), _segments(root))


def _segments(root: Node) -> Iterator[Segment]:
    for unit in root.iterfind(".//{*}unit"):
        found = unit.findall("{*}segment")
        for number, segment in enumerate(found, 1):
            own = f"/{segment.get('id') or number}" if len(found) > 1 else ""
            source, target = (_content(segment.find(f"{{*}}{name}")) for name in ("source", "target"))
            yield Segment(unit.get("id", "") + own, source, target, segment.sourceline or 1)


def _content(node: Node | None) -> Content:
    return tuple(_parts(node, count(1))) if node is not None else ()


def _parts(node: Node, numbers: Iterator[int]) -> Iterator[str | Element]:
    if node.text:
        yield node.text
    for child in node:
        yield from _code(child, numbers)
        if child.tail:
            yield child.tail


def _code(node: Node, numbers: Iterator[int]) -> Iterator[str | Element]:
    name = str(node.tag).rpartition("}")[2] if isinstance(node.tag, str) else ""
    identifier = node.get("id", "")
    if name == "pc":
        number = {"i": str(next(numbers))}
        yield Element("bpt", number, (f'<pc id="{identifier}">',))
        yield from _parts(node, numbers)
        yield Element("ept", number, ("</pc>",))
    elif name == "sc":
        yield Element("it", {"pos": "begin"}, (f'<sc id="{identifier}"/>',))
    elif name == "ec":
        yield Element("it", {"pos": "end"}, (f'<ec startRef="{node.get("startRef") or identifier}"/>',))
    elif name == "ph":
        yield Element("ph", {}, (f'<ph id="{identifier}"/>',))
    elif name == "mrk":
        yield from _parts(node, numbers)
