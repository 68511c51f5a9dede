"""Converts ElementTree elements to immutable `Markup` values, with the names of version 3 and style DCA.

Style DCT uses the data category as the element name (`<min:partOfSpeech>`); here it becomes the `type` of the
DCA element (`<termNote type="partOfSpeech">`).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from xml.etree.ElementTree import Comment, Element, ProcessingInstruction

from termbase.model import COMMENT, INSTRUCTION, Markup
from termbase.tbx.standard.categories import BY_NAME, MODULE_NAMESPACES
from termbase.tbx.standard.vocabulary import LEGACY_NAMES, NAMESPACE, XML_LANG, canonical_name

_DEEPEST = 256
"""The deepest nesting of elements that is read; libxml2 has the same limit."""
_LITERAL: dict[object, str] = {Comment: COMMENT, ProcessingInstruction: INSTRUCTION}
_MODULES = frozenset(MODULE_NAMESPACES.values())


@lru_cache(maxsize=1000)
def dca_name(tag: object) -> tuple[str, str]:
    """Return the DCA element name for a tag, and the data category if the tag states one (style DCT), else ""."""
    if tag in _LITERAL:
        return _LITERAL[tag], ""
    namespace, _, local = str(tag).removeprefix("{").rpartition("}")
    if namespace in _MODULES and local in BY_NAME:
        return BY_NAME[local].element, local
    if not namespace and local in LEGACY_NAMES:
        return LEGACY_NAMES[local]
    return (canonical_name(local), "") if namespace in ("", NAMESPACE) else (str(tag), "")


def markup(element: Element, depth: int = 0) -> Markup:
    """Return an element with all its content as a value. Raises RecursionError below `_DEEPEST` levels."""
    if depth > _DEEPEST:
        raise RecursionError
    name, category = dca_name(element.tag)
    attributes = [("xml:lang" if key == XML_LANG else key, value) for key, value in element.items()]
    if category:
        attributes = [("type", category), *(pair for pair in attributes if pair[0] not in ("metaType", "type"))]
    return Markup(name, tuple(attributes), tuple(_content(element, depth)))


def _content(element: Element, depth: int) -> Iterator[str | Markup]:
    if not len(element):
        if element.text:
            yield element.text
        return
    texts = [element.text or "", *(child.tail or "" for child in element)]
    is_mixed = any(text.strip() for text in texts)
    if is_mixed and texts[0]:
        yield texts[0]
    for child, tail in zip(element, texts[1:], strict=True):
        yield markup(child, depth + 1)
        if is_mixed and tail:
            yield tail


def text_of(element: Element) -> str:
    """Return the text of an element without markup and comments, stripped of outer white space."""
    return (markup(element).text() if len(element) else element.text or "").strip()


def on_one_line(text: str) -> str:
    """Return a term without the line ends by which an editor of XML lays out its file."""
    if "\n" not in text:
        return text
    from termbase.text.sentences import unwrapped

    return unwrapped(text)


def elements_in(element: Element) -> list[Element]:
    """Return the child elements of an element, without comments and processing instructions."""
    return [child for child in element if isinstance(child.tag, str)]


def is_comment(element: Markup) -> bool:
    """Return whether a value is a comment or a processing instruction, which may stand anywhere."""
    return element.name in (COMMENT, INSTRUCTION)


def leaf(name: str, text: str, category: str = "") -> Markup:
    """Return an element that contains only text: `leaf("termNote", "noun", "partOfSpeech")`."""
    return Markup(name, (("type", category),) if category else (), (text,) if text else ())
