"""Finds where each element stands in the bytes of an XML file, so that a part can be changed and the rest stays."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from termbase.errors import TermbaseError

_TAG = re.compile(rb"<[^\s/>]+(?:\s+[^\s=]+\s*=\s*(?:\"[^\"]*\"|'[^']*'))*\s*/?>")


@dataclass(slots=True, eq=False)
class Node:
    """An element. `start` and `end` enclose it, `inner_start` and `inner_end` its content, as offsets in bytes.

    `name` and `prefix` are the parts of its name as written. The root has a parent without a name.
    """

    prefix: str
    name: str
    attributes: dict[str, str]
    start: int
    inner_start: int
    inner_end: int = -1
    end: int = -1
    children: list[Node] = field(default_factory=list)
    parent: Node | None = None

    def all(self, *names: str) -> Iterator[Node]:
        """Yield the elements with one of these names in this one, at any depth, in document order."""
        for child in self.children:
            if child.name in names:
                yield child
            yield from child.all(*names)


def root_of(data: bytes, file: str) -> Node:
    """Return the root element of a file in UTF-8. Raises TermbaseError if it is not well-formed."""
    builder = _Builder(data)
    try:
        builder.parser.Parse(data, True)
    except expat.ExpatError as error:
        raise TermbaseError(
            f"is not valid XML: {expat.ErrorString(error.code)}", file=file, line=error.lineno, hint="correct it"
        ) from None
    return builder.top.children[0]


class _Builder:
    def __init__(self, data: bytes) -> None:
        self._data = data
        self.top = Node("", "", {}, 0, 0)
        self._open = [self.top]
        self.parser = expat.ParserCreate("UTF-8")
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._finish

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        start = self.parser.CurrentByteIndex
        tag = _TAG.match(self._data, start)
        prefix, _, local = name.rpartition(":")
        node = Node(prefix, local, attributes, start, tag.end() if tag else start, parent=self._open[-1])
        self._open[-1].children.append(node)
        self._open.append(node)

    def _finish(self, _name: str) -> None:
        node = self._open.pop()
        is_empty = self._data[node.inner_start - 2 : node.inner_start] == b"/>"
        node.inner_end = node.inner_start if is_empty else self.parser.CurrentByteIndex
        node.end = node.inner_end if is_empty else self._data.index(b">", node.inner_end) + 1
