"""Parses a whole TBX file into an lxml tree, for validation rules and corrections.

There is no network access and entities are not expanded; a syntax error is reported in one line. A termbase is read
in another way, part by part: see `termbase.tbx.xml.stream`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NoReturn

from termbase.errors import TermbaseError
from termbase.tbx.xml.source import XmlSource
from termbase.tbx.xml.xml_errors import NotWellFormedError, plain_reason

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element as StandardElement

    from lxml.etree import XMLSyntaxError
    from lxml.etree import _Element as Element

_BESIDE_THE_POINT = re.compile(r",? (use|try) XML_PARSE_HUGE.*|, line \d+, column \d+$", re.DOTALL)
"""Text to remove from libxml2's messages: advice about a parser option, and the position, reported elsewhere."""


def parse(source: XmlSource) -> Element:
    """Return the root element of the file; comments are kept. Raises TermbaseError if it is not well-formed XML."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, encoding="utf-8")
    try:
        return etree.fromstring(source.data(), parser)
    except etree.XMLSyntaxError as error:
        _refuse(error, source)


def local_name(element: Element | StandardElement) -> str:
    """Return the name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def _refuse(error: XMLSyntaxError, source: XmlSource) -> NoReturn:
    reason = " ".join(_BESIDE_THE_POINT.sub("", error.msg or "").split())
    plain = plain_reason(reason)
    is_xml = source.text.lstrip().startswith("<")
    hint = "correct the markup there" if is_xml else "name a .tbx file"
    if "must be written &" in plain:
        hint = "termbase tbx validate --fix does so where & or < can only be text"
    line, column = error.position
    raise (NotWellFormedError if is_xml else TermbaseError)(
        f"is not well-formed XML: {plain}",
        file=source.file,
        line=line or 1,
        column=max(column, 1),
        hint=hint,
    ) from None
