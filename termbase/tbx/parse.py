"""The one place where TBX meets the XML parser: bounded, without network, with one line for what it refuses."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NoReturn

from termbase.errors import TermbaseError
from termbase.tbx.source import Source

if TYPE_CHECKING:
    from lxml.etree import XMLSyntaxError
    from lxml.etree import _Element as Element

_PLACE = re.compile(r", line \d+, column \d+$")  # libxml2 ends its messages so; the place is told apart
_STREAMED = ("conceptEntry", "termEntry", "entry", "tbxHeader", "martifHeader", "header", "back")


def parse(source: Source) -> Element:
    """The whole file as a tree, comments and all. Raises TermbaseError where it is no well-formed XML."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, encoding="utf-8")
    try:
        return etree.fromstring(source.data(), parser)
    except etree.XMLSyntaxError as error:
        _refuse(error, source.file)


def stream(source: Source) -> Iterator[Element]:
    """Header, concepts and back matter, each gone from memory once the next is asked for; the root comes last.

    Raises TermbaseError where the file is no well-formed XML.
    """
    from lxml import etree

    events = etree.iterparse(
        io.BytesIO(source.data()),
        tag=[f"{{*}}{name}" for name in _STREAMED],
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        for _, element in events:
            yield element
            element.clear()
        yield events.root
    except etree.XMLSyntaxError as error:
        _refuse(error, source.file)


def local_name(element: Element) -> str:
    """The name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def _refuse(error: XMLSyntaxError, file: str) -> NoReturn:
    reason = _PLACE.sub("", error.msg or "")
    raise TermbaseError(
        f"is no well-formed XML: {reason}", file=file, line=error.lineno or 1, hint="name a .tbx file"
    ) from None
