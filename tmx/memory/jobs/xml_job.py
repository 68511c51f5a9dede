"""What the jobs in XML have in common: places in the text, inline codes as they are written, attributes.

Start from `XmlJob`. A translation is put together from texts and from the markup of the codes in its source, so it
has the codes of the file with all their attributes.
"""

from __future__ import annotations

import re
from abc import abstractmethod
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from termbase.text.xml_text import xml_text
from tmx.bilingual.languages import Given, contradicts, languages_of
from tmx.bilingual.xliff_codes import DELETED
from tmx.bilingual.xml_text import ElementSpan, XmlText, local_name
from tmx.memory.jobs.edits import Edits
from tmx.memory.jobs.job import Filling, Segment

if TYPE_CHECKING:
    from lxml.etree import _Element as Node

_QNAME = re.compile(r"<([^\s/>]+)")
_ATTRIBUTE = re.compile(r"\s+([^\s=]+)\s*=\s*(?:\"[^\"]*\"|'[^']*')")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_INDENT = re.compile(r"\r?\n[ \t]*\Z")

NONE: Mapping[str, str] = {}


class XmlJob:
    """An XLIFF file. A subclass reads its segments and says what becomes of a filled one."""

    def __init__(self, xml: XmlText) -> None:
        self.remarks: Counter[str] = Counter()
        self.segments: list[Segment] = []
        self.languages = ("", "")
        self.text = xml.document.text
        self._spans: Mapping[Node, ElementSpan] = xml.spans()
        self._edits = Edits(xml.document, xml.data)
        self._file = xml.document.file

    @abstractmethod
    def write(self) -> None:
        """Make the changes of all segments that were filled in."""

    def data(self) -> bytes:
        """Return the file with all translations."""
        self.write()
        return self._edits.data()

    def in_languages(self, given: Given, parts: Mapping[tuple[str, str], list[Segment]]) -> None:
        """Take the segments in the languages of the first part that has those the user gives.

        `parts` are the segments by their languages, as the file spells these. Raises TermbaseError if the
        languages are not clear.
        """
        wanted = next(
            (pair for pair in parts if not any(map(contradicts, given, pair))), next(iter(parts), ("", ""))
        )
        self.segments = parts.get(wanted, [])
        others = sum(len(segments) for pair, segments in parts.items() if pair != wanted)
        if others:
            self.remarks["segments left out: in another language"] += others
        pairs = [(segment.text, segment.target) for segment in self.segments]
        self.languages = languages_of(self._file, given, wanted, pairs)

    # Below: what subclasses use to read and change the text.

    def outer(self, node: Node) -> str:
        """The text of an element as it is written."""
        span = self._spans[node]
        return self.text[span.start : span.end]

    def inner(self, node: Node) -> str:
        """The content of an element as it is written."""
        span = self._spans[node]
        return self.text[span.inside : span.inside_end]

    def tags(self, node: Node) -> tuple[str, str]:
        """The start and end tag of an element; an empty tag as two."""
        span = self._spans[node]
        start, end = self.text[span.start : span.inside], self.text[span.inside_end : span.end]
        return (start, end) if end else (f"{start[:-2].rstrip()}>", f"</{self._name(node)}>")

    def set_content(self, node: Node, markup: str) -> None:
        """Replace the content of an element."""
        span = self._spans[node]
        if span.inside == span.end:
            start = self.text[span.start : span.end - 2].rstrip()
            self._edits.replace(span.start + len(start), span.end, f">{markup}</{self._name(node)}>")
        else:
            self._edits.replace(span.inside, span.inside_end, markup)

    def set_attribute(self, node: Node, name: str, value: str | None) -> None:
        """Give an attribute of an element another value, or remove it (None)."""
        span = self._spans[node]
        after = span.start + 1 + len(self._name(node))
        given = (found.span() for found in _ATTRIBUTE.finditer(self.text, after, span.inside) if found[1] == name)
        start, end = next(given, (after, after))
        new = "" if value is None else f" {name}={quoteattr(value)}"
        self._edits.replace(start, end, new)

    def insert_after(self, node: Node, *elements: str) -> None:
        """Put elements after another one, indented like it."""
        end = self._spans[node].end
        self._edits.replace(end, end, "".join(self._indent(node) + element for element in elements))

    def insert_before(self, node: Node, *elements: str) -> None:
        """Put elements before another one, indented like it."""
        start = self._spans[node].start
        self._edits.replace(start, start, "".join(element + self._indent(node) for element in elements))

    def append(self, node: Node, markup: str) -> None:
        """Put markup at the end of the content of an element."""
        span = self._spans[node]
        if span.inside == span.end:
            self.set_content(node, markup)
        else:
            self._edits.replace(span.inside_end, span.inside_end, markup)

    def codes(self, node: Node) -> list[str]:
        """The markup of the inline codes of a source, in the order of `tmx.memory.code_map.codes_of`."""
        return list(self._codes(node))

    def _codes(self, node: Node) -> Iterator[str]:
        for child in node.iterchildren("{*}*"):
            if child.get("mtype") == DELETED:
                continue
            if self.is_dropped(child):
                yield from self._codes(child)
            elif self.is_single(child):
                yield self.outer(child)
            else:
                start, end = self.tags(child)
                yield start
                yield from self._codes(child)
                yield end

    @abstractmethod
    def is_single(self, node: Node) -> bool:
        """Whether an inline element is one code, with all that is in it."""

    @abstractmethod
    def is_dropped(self, node: Node) -> bool:
        """Whether an inline element marks a part of the source only, so that a translation has no need of it."""

    def markup(self, filling: Filling, source: Node) -> str:
        """Return a translation with the codes of its source."""
        codes = self.codes(source) if filling.has_codes else []
        return "".join(codes[part] if isinstance(part, int) else written(part) for part in filling.parts)

    def element(self, node: Node, name: str, markup: str, given: Mapping[str, str] = NONE) -> str:
        """Return an element with the prefix of another one."""
        prefix = self._name(node).rpartition(":")[0]
        own = f"{prefix}:{name}" if prefix else name
        return f"<{own}{attributes(given)}>{markup}</{own}>"

    def prefixed(self, node: Node, space: str, name: str) -> str:
        """Return a name in a namespace, with the prefix that it has where an element stands."""
        prefix = next(prefix for prefix, each in node.nsmap.items() if prefix and each == space)
        return f"{prefix}:{name}"

    def _name(self, node: Node) -> str:
        found = _QNAME.match(self.text, self._spans[node].start)
        return found[1] if found else local_name(node)

    def _indent(self, node: Node) -> str:
        before = _INDENT.search(self.text[: self._spans[node].start][-200:])
        return before[0] if before else ""


def space_of(source: Node) -> Mapping[str, str]:
    """Return the attribute of a source that says whether its spaces count: so do those of its translation."""
    return {"xml:space": source.get(_SPACE, "")}


def attributes(given: Mapping[str, str]) -> str:
    """Return attributes as XML, without those that have no value."""
    return "".join(f" {name}={quoteattr(xml_text(value))}" for name, value in given.items() if value)


def written(text: str) -> str:
    """Return a text as XML."""
    return escape(xml_text(text), {"\r": "&#13;"})
