"""Safe corrections of a TBX file: non-standard spellings whose meaning is certain. Start from `fixed`.

Everything else in the file stays as it is, including comments and layout.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from termbase.errors import TermbaseError
from termbase.language import canonical, leaves_script_open, region_style
from termbase.tbx.correct_ids import with_valid_ids
from termbase.tbx.standard.categories import BY_NAME
from termbase.tbx.standard.identifiers import standard_date
from termbase.tbx.standard.vocabulary import (
    XML_LANG,
    read_category,
    read_status,
    read_term_type,
    read_transaction_type,
    status_value,
)
from termbase.tbx.xml.escape import escaped
from termbase.tbx.xml.markup import dca_name
from termbase.tbx.xml.parse import local_name, parse
from termbase.tbx.xml.source import XmlSource

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


def fixed(source: XmlSource, tag_of_name: Callable[[str], str] = lambda _: "") -> tuple[bytes, list[str]]:
    """Return the corrected file as UTF-8 bytes and one line of text for each correction, or b"" and [].

    `tag_of_name` returns the tag of a language that the file calls by its name, or "".

    Corrected are `&` and `<` that are text, names of HTML for characters, language tags, statuses, transaction
    types, term types, upper case and spaces in picklist values, dates, ids, and the position of a `<term>` that is
    not first. Raises TermbaseError for XML that is not well-formed otherwise.
    """
    from lxml import etree

    text, mends = escaped(source.text)
    mends += [f"line {finding.line}: {finding.message}" for finding in source.findings]
    root = parse(replace(source, text=text))
    mends += [mend for element in list(root.iter(etree.Element)) for mend in _mends(element, tag_of_name)]
    mends += with_valid_ids(root)
    if not mends:
        return b"", []
    data: bytes = etree.tostring(root.getroottree(), encoding="UTF-8", xml_declaration=True)
    return data + b"\n", mends


def _mends(element: Element, tag_of_name: Callable[[str], str]) -> Iterator[str]:
    name, category = dca_name(element.tag)
    category = category or element.get("type", "")
    for change in (_tag(element, tag_of_name), _order(element, name)):
        if change:
            yield f"line {element.sourceline}: {change}"
    if len(element):
        return
    old_text = element.text or ""
    new_category, new_text = _respelt(name, category, old_text)
    if new_category != category and element.get("type"):
        element.set("type", new_category)
        yield f"line {element.sourceline}: {category} is now {new_category}"
    if new_text != old_text:
        element.text = new_text
        yield f"line {element.sourceline}: {old_text.strip()!r} is now {new_text!r}"


def _tag(element: Element, tag_of_name: Callable[[str], str]) -> str:
    tag = element.get(XML_LANG) or element.get("lang")
    if not tag:
        return ""
    try:
        wanted = region_style(canonical(tag)) if "_" in tag or not element.get(XML_LANG) else ""
    except TermbaseError:
        wanted = ""
    if not wanted and (named := tag_of_name(tag)) and not _is_tag(tag):
        wanted = named if leaves_script_open(named) else region_style(canonical(named))
    if not wanted:
        return ""
    element.set(XML_LANG, wanted)
    had_other_name = element.attrib.pop("lang", None)
    return f"lang={tag} is now xml:lang={wanted}" if had_other_name else f"{tag} is now {wanted}"


def _is_tag(text: str) -> bool:
    try:
        return bool(canonical(text))
    except TermbaseError:
        return False


def _order(element: Element, name: str) -> str:
    if name != "term":
        return ""
    parent = element.getparent()
    before = list(parent)[: parent.index(element)] if parent is not None else []
    if parent is None or not before or any(local_name(child) == "term" for child in before):
        return ""
    parent.insert(0, element)  # lxml moves the text behind the element with it
    return "the term is now first"


def _respelt(name: str, category: str, text: str) -> tuple[str, str]:
    """Return the category and text in the standard's spelling, or unchanged if their meaning is not certain."""
    is_status = name == "termNote" and read_category(category) == "administrativeStatus"
    if is_status and (status := read_status(text)):
        return "administrativeStatus", status_value(status)
    if name == "transac" and category == "transactionType" and (kind := read_transaction_type(text)):
        return category, kind.value
    if name == "termNote" and category == "termType" and (term_type := read_term_type(text)):
        return category, term_type.value
    if name == "date" and (date := standard_date(text.strip())):
        return category, date
    known = BY_NAME.get(category)
    lowered = text.strip().lower()
    values = known.values if known and known.element == name else ()
    return category, next((value for value in values if value.lower() == lowered), text)
