"""A memory as TMX 1.4b in the shape that most clients read: DOCTYPE, all header attributes, Z dates."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from importlib.metadata import version

from termbase.language import region_style
from termbase.output import xml_text
from tmx.model import TranslationUnit

_DOCTYPE = '<!DOCTYPE tmx SYSTEM "tmx14.dtd">'
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def dump(units: Iterable[TranslationUnit], source_language: str, date: datetime | None) -> bytes:
    """The whole file as bytes, UTF-8; segments are phrases. Without a date no `creationdate` is written."""
    from lxml import etree

    root = etree.Element("tmx", version="1.4")
    header = etree.SubElement(
        root,
        "header",
        creationtool="termbase",
        creationtoolversion=version("termbase"),
        segtype="phrase",
        adminlang="en",
        srclang=region_style(source_language),
        datatype="plaintext",
    )
    header.set("o-tmf", "termbase")
    if date:
        header.set("creationdate", date.strftime("%Y%m%dT%H%M%SZ"))
    body = etree.SubElement(root, "body")
    for unit in units:
        element = etree.SubElement(body, "tu", tuid=unit.id)
        for item in unit.properties:
            etree.SubElement(element, "prop", type=item.type).text = xml_text(item.value)
        for variant in unit.variants:
            tuv = etree.SubElement(element, "tuv", {_XML_LANG: region_style(variant.language)})
            etree.SubElement(tuv, "seg").text = xml_text(variant.segment)
    etree.indent(root)
    data: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True, doctype=_DOCTYPE)
    return data + b"\n"
