"""Reads what comes before the first unit (declaration, DOCTYPE, `tmx`, `header`), and repairs it if damaged.

Start from `read_prolog`. The DTD is not loaded; only entities declared in the file itself are known.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from termbase.errors import TermbaseError
from tmx.elements import ElementReader
from tmx.model import ALL, Aside, Attributes, Header, Trailer
from tmx.names import without_namespace
from tmx.report import RepairCode, Report
from tmx.segment_reader import aside

if TYPE_CHECKING:
    from lxml.etree import _Element as Node

_UNIT = re.compile(rb"<tu(?=[\s>/])|<!--(?:(?!<!--).)*?-->", re.DOTALL)
_DOCTYPE = re.compile(r"<!DOCTYPE[^\[<>]*(\[(?:(?!<!DOCTYPE).)*?\]\s*)?>", re.DOTALL)
_DECLARATION = re.compile(r"<\?xml\s[^<>]*\?>")
_ENTITY = re.compile(r"""<!ENTITY\s+([\w.:-]+)\s+(?:"([^"%<]*)"|'([^'%<]*)')\s*>""")
_VERSION = re.compile(r"""<tmx\b[^<>]*?\sversion\s*=\s*["']([^"'<>]*)["']""")
_OWN = re.compile(r"&([A-Za-z_][\w.:-]*);")
_DEPTH = 8
"""How deep entities may be nested."""

_LONGEST = 10_000
"""The number of characters that an entity may become, so that a small file cannot become a huge one."""

_SPACE = re.compile(r"""xmlns:([\w.-]+)\s*=\s*["']([^"'<&]+)["']""")
_HEADER = re.compile(r"<header\b([^<>]*)>?")
_ATTRIBUTE = re.compile(r"""([A-Za-z][\w:.-]*)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')""")
DEFAULTS = {
    "creationtool": "unknown",
    "creationtoolversion": "unknown",
    "segtype": "sentence",
    "o-tmf": "unknown",
    "adminlang": "en",
    "srclang": ALL,
    "datatype": "unknown",
}
"""The attributes that a header must have (TMX 1.4b, header), and the values used if they are missing."""


class Prolog(NamedTuple):
    """The header, the TMX version, and what the units need: prefixes by namespace, and entities by name."""

    header: Header
    version: str
    prefixes: dict[str, str]
    entities: dict[str, str]
    asides: tuple[Aside, ...] = ()
    """Comments between `<body>` and the first unit."""
    trailer: Trailer = Trailer()
    """The comments after the header, if the memory has no units."""


def split(data: bytes) -> int:
    """Return the offset of the first unit that is not in a comment, or the length of the data if there is none."""
    return next((match.start() for match in _UNIT.finditer(data) if match[0].startswith(b"<tu")), len(data))


def without_prefix(block: bytes, prefix: str) -> bytes:
    """Return a block whose elements are named without a prefix, such as `tmx:`, and without its declaration."""
    block = re.sub(rb"(</?)" + prefix.encode(), rb"\1", block)
    return re.sub(rb"\s+xmlns:" + prefix.removesuffix(":").encode() + rb"\s*=\s*(?:\"[^\"]*\"|'[^']*')", b"", block)


def read_prolog(data: bytes, has_units: bool, report: Report) -> Prolog:
    """Return the prolog of a memory. Raises TermbaseError if the data has neither a `tmx` element nor a unit."""
    text = data.decode("utf-8", "replace")
    if not has_units and not re.search(r"<tmx\b", text):
        _refuse(text, report.file)
    text, entities = _without_doctype(text)
    text = _OWN.sub(lambda match: entities.get(match[1], match[0]), text) if entities else text
    prefixes = {space: prefix for prefix, space in _SPACE.findall(text)}
    if not has_units and not re.search(r"</tmx\s*>", text):
        report.mend(text.count("\n") + 1, RepairCode.END, "the file ends before </tmx>: it is cut short")
    root = _parse(text, has_units)
    if root is not None and root.tag == "tmx" and root.find("header") is not None:
        prolog = _read(root, ElementReader(report, prefixes), report)._replace(prefixes=prefixes, entities=entities)
        return prolog._replace(header=_completed(prolog.header, text, report))
    version = match[1] if (match := _VERSION.search(text)) else ""
    if "<header" not in text:
        report.mend(1, RepairCode.HEADER, "the file has no header: one is made, which allows any source language")
        return Prolog(Header(dict(DEFAULTS)), version, prefixes, entities)
    report.mend(1, RepairCode.HEADER, "the header cannot be read: rebuilt from what is left of it")
    return Prolog(_completed(Header(_rescued(text)), text, report), version, prefixes, entities)


def _refuse(text: str, file: str) -> None:
    what = "is empty" if not text.strip() else "is not a TMX file"
    raise TermbaseError(what, file=file, line=1, hint="its root element must be tmx")


def _without_doctype(text: str) -> tuple[str, dict[str, str]]:
    """The text without XML declaration and DOCTYPE (except their line ends), and the entities declared there."""
    match = _DOCTYPE.search(text)
    found = _ENTITY.findall(match[1] or "") if match else []
    entities = _expanded({name: double or single for name, double, single in reversed(found)})
    for pattern in (_DECLARATION, _DOCTYPE):
        text = pattern.sub(lambda found: "\n" * found[0].count("\n"), text, count=1)
    return text.lstrip("\ufeff"), entities


def _expanded(entities: dict[str, str]) -> dict[str, str]:
    """Each entity with the entities in it replaced, without those that become too long or contain themselves."""
    for _ in range(_DEPTH):
        for name, value in entities.items():
            longer = _OWN.sub(lambda match: entities.get(match[1], match[0]), value)
            entities[name] = longer if len(longer) <= _LONGEST else value
    return {name: value for name, value in entities.items() if not set(_OWN.findall(value)) & entities.keys()}


def _parse(text: str, has_units: bool) -> Node | None:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_blank_text=False)
    for tail in ("</body></tmx>", "") if has_units else ("", "</body></tmx>", "</tmx>"):
        try:
            return without_namespace(etree.fromstring((text + tail).encode(), parser))
        except etree.XMLSyntaxError:
            continue
    return None


def _read(root: Node, reader: ElementReader, report: Report) -> Prolog:
    places: dict[str, list[Aside]] = {"tmx": [], "header": [], "body": []}
    place = "tmx"
    for child in root:
        if not isinstance(child.tag, str):
            places[place].append(aside(child))
        elif child.tag in places:
            place = child.tag
        else:
            report.lose(child.sourceline or 1, RepairCode.JUNK, f"<{child.tag}> is not allowed in tmx")
    body = root.find("body")
    asides = [aside(child) for child in body if not isinstance(child.tag, str)] if body is not None else []
    attributes = dict(reader.attributes(root))
    version = attributes.pop("version", "")
    spaces = {f"xmlns:{prefix}": uri for prefix, uri in root.nsmap.items() if prefix}
    header = reader.header(root.find("header"), spaces | attributes, places["tmx"], places["header"])
    first = tuple(aside(node) for node in root.itersiblings(preceding=True))[::-1]
    trailer = Trailer((), tuple(places["body"]), tuple(aside(node) for node in root.itersiblings()))
    return Prolog(header._replace(first=first), version, {}, {}, tuple(asides), trailer)


def _rescued(text: str) -> Attributes:
    match = _HEADER.search(text)
    return {name: double or single for name, double, single in _ATTRIBUTE.findall(match[1] if match else "")}


def _completed(header: Header, text: str, report: Report) -> Header:
    match = _HEADER.search(text)
    line = text.count("\n", 0, match.start()) + 1 if match else 1
    missing = [name for name in DEFAULTS if name not in header.attributes]
    for name in missing:
        report.mend(line, RepairCode.HEADER, f"the header has no {name}: set to {DEFAULTS[name]}")
    return header._replace(attributes={**header.attributes, **{name: DEFAULTS[name] for name in missing}})
