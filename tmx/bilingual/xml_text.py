"""Reads a bilingual file in XML with the place of each element in it. Start from `read_xml`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from termbase.document.model import Document, Place
from termbase.errors import TermbaseError, os_error
from termbase.files.encoding import declared_encoding, decode
from tmx.bilingual.entry import UNKNOWN

if TYPE_CHECKING:
    from lxml.etree import _Element as Node

_MARKUP = re.compile(
    r"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>|<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>"
    r"|<(?:[^\s/>!?:]+:)?(?P<name>[^\s/>!?:]+)(?:[^\"'>]|\"[^\"]*\"|'[^']*')*+>|</(?P<ended>[^>]+)>",
    re.DOTALL,
)
"""What begins with `<` in well-formed XML; `name` is the local name of a start tag, `ended` is in an end tag."""


class ElementSpan(NamedTuple):
    """Where an element stands in the text of its file (code points), and where its content begins and ends.

    An empty tag (`<x/>`) has no content: both are its end.
    """

    start: int
    inside: int
    inside_end: int
    end: int


class XmlText(NamedTuple):
    """The root element of a file, its text as it is on disk, and its bytes."""

    root: Node
    document: Document
    data: bytes

    def elements(self, *names: str) -> Iterator[tuple[Node, Mapping[Node, Place]]]:
        """Yield each element with one of the local names, and the places where the contents of those in it begin.

        The elements of a file have the order of its start tags, which gives their places.
        """
        found: Node | None = None
        places: dict[Node, Place] = {}
        tags = (match for match in _MARKUP.finditer(self.document.text) if match["name"])
        for node in self.root.iter("{*}*"):
            tag = next(tags, None)
            if local_name(node) in names:
                if found is not None:
                    yield found, places
                found, places = node, {}
            places[node] = self.document.place(tag.end()) if tag and tag["name"] == local_name(node) else UNKNOWN
        if found is not None:
            yield found, places

    def spans(self) -> Mapping[Node, ElementSpan]:
        """Return where each element stands in the text.

        Raises TermbaseError if the file has elements in entities: these stand nowhere.
        """
        found: list[tuple[str, ElementSpan]] = []
        opened: list[int] = []
        for tag in _MARKUP.finditer(self.document.text):
            if tag["name"]:
                if not tag[0].endswith("/>"):
                    opened.append(len(found))
                found.append((tag["name"], ElementSpan(tag.start(), tag.end(), tag.end(), tag.end())))
            elif tag["ended"] and opened:
                name, span = found[opened[-1]]
                found[opened.pop()] = name, span._replace(inside_end=tag.start(), end=tag.end())
        nodes = list(self.root.iter("{*}*"))
        if [name for name, _ in found] != [local_name(node) for node in nodes]:
            hint = "replace the entities by what they stand for (xmllint --noent)"
            raise TermbaseError("has elements in entities", file=self.document.file, hint=hint)
        return dict(zip(nodes, (span for _, span in found), strict=True))


def read_xml(file: str) -> XmlText:
    """Read a file. Raises TermbaseError if it cannot be read or is not well-formed XML."""
    try:
        data = Path(file).read_bytes()
    except OSError as error:
        raise os_error(error, file, "read") from error
    return parse_xml(data, file)


def parse_xml(data: bytes, file: str) -> XmlText:
    """Read the bytes of a file. Raises TermbaseError, which names the file, if they are not well-formed XML."""
    from lxml import etree

    document = Document(file, *decode(data, file, declared_encoding(data)), ())
    has_entities = "<!ENTITY" in document.text
    parser = etree.XMLParser(
        encoding="utf-8", resolve_entities="internal", no_network=True, load_dtd=False, huge_tree=not has_entities
    )
    try:
        return XmlText(etree.fromstring(document.text.encode(), parser), document, data)
    except etree.XMLSyntaxError as error:
        raise TermbaseError(
            f"cannot be read as a bilingual file: it is not well-formed XML: {error.msg}",
            file=file, line=error.lineno, hint="export it again from the tool that wrote it",
        ) from None  # fmt: skip


def local_name(node: Node) -> str:
    """Return the name of an element without its namespace; "" for a comment or processing instruction."""
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""


def names_of(node: Node) -> list[str]:
    """Return the names of the attributes of an element without their namespaces."""
    return [str(name).rpartition("}")[2] for name in node.attrib]


def inherited(node: Node, attribute: str) -> str:
    """Return an attribute of an element or of the nearest ancestor that has it; "" if none has."""
    return next((each.get(attribute) for each in (node, *node.iterancestors()) if attribute in each.attrib), "")
