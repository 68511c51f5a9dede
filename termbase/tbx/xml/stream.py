"""Parses a TBX file part by part with ElementTree (expat), so that the tree of the whole file is never in memory.

Start from `stream`. Reading a termbase visits each element once, and ElementTree creates elements in half the time
of lxml. Code that needs the whole file as a tree, with namespace prefixes, uses `termbase.tbx.xml.parse`.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError, TreeBuilder, XMLParser

from termbase.errors import TermbaseError
from termbase.tbx.xml.parse import local_name, parse
from termbase.tbx.xml.source import XmlSource
from termbase.tbx.xml.xml_errors import plain_reason

_CHUNK = 1 << 15
_LONGEST_TEXT = 10_000_000
"""The largest number of characters without markup; a file with more is refused, as libxml2 does."""
_CONTAINERS = ("text", "body")

NumberedElement = tuple[Element, int]
"""An element and the 0-based number of its start tag in the file."""


def stream(source: XmlSource) -> Iterator[NumberedElement]:
    """Yield the parts of a file in document order.

    The root, `text` and `body` are yielded without their children; each child of theirs (the header, a concept) is
    yielded with all its content. Comments and processing instructions are parts too, also outside of the root.

    Raises TermbaseError if the file is not well-formed XML or contains a text of more than 10 million characters.
    """
    builder = TreeBuilder(insert_comments=True, insert_pis=True)
    document = builder.start("document", {})
    parser, parts, quiet = XMLParser(target=builder), _Parts(source.text), 0
    try:
        for start in range(0, len(source.text), _CHUNK):
            chunk = source.text[start : start + _CHUNK]
            quiet = 0 if "<" in chunk else quiet + len(chunk)
            if quiet > _LONGEST_TEXT:
                line = source.text.count("\n", 0, start - quiet) + 1
                hint = "check that it is a termbase"
                raise TermbaseError("has a text of more than 10 MB", file=source.file, line=line, hint=hint)
            parser.feed(chunk)
            yield from parts.of(document, is_whole=False)
        parser.close()
    except ParseError as error:
        raise _refusal(error, source) from None
    yield from parts.of(document, is_whole=True)


class _Parts:
    """Removes the parts from the growing tree as soon as they are complete."""

    def __init__(self, text: str) -> None:
        self.number = 0
        self.entered: set[Element] = set()
        has_only_tags = "<!--" not in text and text.find("<?", 1) < 0
        self.size = _all_in if has_only_tags else _tags_in

    def of(self, document: Element, *, is_whole: bool) -> list[NumberedElement]:
        """Return the parts completed since the last call; `is_whole` means that all of the file has been parsed."""
        parts: list[NumberedElement] = []
        self._take(document, is_whole, parts)
        return parts

    def _take(self, parent: Element, is_whole: bool, parts: list[NumberedElement]) -> None:
        """Take the complete children of a container; while it is incomplete, so is its last child."""
        children = list(parent)
        whole = len(children) if is_whole else len(children) - 1
        del parent[:whole]
        for place, child in enumerate(children):
            if self._is_container(child):
                self._enter(child, place < whole, parts)
            elif place < whole:
                parts.append((child, self.number))
                self.number += self.size(child)

    def _is_container(self, element: Element) -> bool:
        if not isinstance(element.tag, str):
            return False
        is_root = not self.entered
        return is_root or element in self.entered or local_name(element) in _CONTAINERS

    def _enter(self, element: Element, is_whole: bool, parts: list[NumberedElement]) -> None:
        if not is_whole and not len(element):
            return  # the parser may still append to its text
        if element not in self.entered:
            self.entered.add(element)
            parts.append((element, self.number))
            self.number += 1
        self._take(element, is_whole, parts)


def _all_in(element: Element) -> int:
    return len([*element.iter()])


def _tags_in(element: Element) -> int:
    return sum(isinstance(part.tag, str) for part in element.iter())


def _refusal(error: ParseError, source: XmlSource) -> TermbaseError:
    """Return the error with libxml2's message, which is more precise than expat's."""
    try:
        parse(source)
    except TermbaseError as refusal:
        return refusal
    return TermbaseError(
        f"is not well-formed XML: {plain_reason(error.msg)}", file=source.file, line=error.position[0]
    )
