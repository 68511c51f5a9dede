"""A TBX file as a tree of lxml, for rules and mends: bounded, without network, with one line for what it refuses.

Reading a termbase does not take this way: see `termbase.tbx.stream`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NoReturn

from termbase.errors import TermbaseError
from termbase.tbx.source import XmlSource

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element as StandardElement

    from lxml.etree import XMLSyntaxError
    from lxml.etree import _Element as Element

_BESIDE_THE_POINT = re.compile(r",? (use|try) XML_PARSE_HUGE.*|, line \d+, column \d+$", re.DOTALL)
"""What libxml2 adds to its messages: an option that nobody can give here, and the place, which is told apart."""


def parse(source: XmlSource) -> Element:
    """The whole file as a tree, comments and all. Raises TermbaseError where it is no well-formed XML."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, encoding="utf-8")
    try:
        return etree.fromstring(source.data(), parser)
    except etree.XMLSyntaxError as error:
        _refuse(error, source)


def local_name(element: Element | StandardElement) -> str:
    """The name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def _refuse(error: XMLSyntaxError, source: XmlSource) -> NoReturn:
    reason = " ".join(_BESIDE_THE_POINT.sub("", error.msg or "").split())
    hint = "mend the markup there" if source.text.lstrip().startswith("<") else "name a .tbx file"
    raise TermbaseError(
        f"is no well-formed XML: {reason}", file=source.file, line=error.lineno or 1, hint=hint
    ) from None
