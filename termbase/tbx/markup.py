"""Elements as values: lxml's into `Markup`, in the names of version 3 and style DCA.

A category that style DCT names by its element (`<min:partOfSpeech>`) becomes the `type` of its DCA element.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from termbase.model import Markup
from termbase.tbx.categories import BY_NAME, MODULE_NAMESPACES
from termbase.tbx.vocabulary import LEGACY_NAMES, NAMESPACE, XML_LANG, canonical_name

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_MODULES = frozenset(MODULE_NAMESPACES.values())


class _Known(dict[str, tuple[str, str]]):
    """What is found once is looked up after: a termbase has few tags, each of them very often."""

    def __missing__(self, tag: str) -> tuple[str, str]:
        self[tag] = found = _name_and_category(tag)
        return found


known = _Known().__getitem__
"""The DCA element and, in style DCT, the data category that a tag of lxml stands for, else ""."""


def _name_and_category(tag: str) -> tuple[str, str]:
    namespace, _, local = tag.removeprefix("{").rpartition("}")
    if namespace in _MODULES and local in BY_NAME:
        return BY_NAME[local].element, local
    if not namespace and local in LEGACY_NAMES:
        return LEGACY_NAMES[local]
    return (canonical_name(local), "") if namespace in ("", NAMESPACE) else (tag, "")


def markup(element: Element) -> Markup:
    """An element of lxml, with all in it, as a value."""
    name, category = known(element.tag)
    attributes = [("xml:lang" if key == XML_LANG else key, value) for key, value in element.items()]
    if category:
        attributes = [("type", category), *(pair for pair in attributes if pair[0] != "metaType")]
    return Markup(name, tuple(attributes), tuple(_content(element)))


def _content(element: Element) -> Iterator[str | Markup]:
    if not len(element):
        if element.text:
            yield element.text
        return
    texts = [element.text or "", *(child.tail or "" for child in element)]
    is_mixed = any(text.strip() for text in texts)
    if is_mixed and texts[0]:
        yield texts[0]
    for child, tail in zip(element, texts[1:], strict=True):
        yield markup(child)
        if is_mixed and tail:
            yield tail


def leaf(name: str, text: str, category: str = "") -> Markup:
    """An element with a text and no more: `leaf("termNote", "noun", "partOfSpeech")`."""
    return Markup(name, (("type", category),) if category else (), (text,) if text else ())
