"""Finds text that stands outside of segments, where TMX allows none."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lxml.etree import XPath
    from lxml.etree import _Element as Node


def misplaced_text(root: Node) -> Iterator[tuple[int, list[str]]]:
    """Yield the line, from 1 in `root`, and the words of each text outside of segments.

    All of `root` is searched at once, which is faster than element by element.
    """
    for text in _misplaced()(root):
        yield _line(text), text.split()


def _line(text: Any) -> int:
    """Return the line of the first word of a text that an XPath has found."""
    from lxml import etree

    node, blank = text.getparent(), len(text) - len(text.lstrip())
    inside = etree.tostring(node, encoding=str, with_tail=False).count("\n") if text.is_tail else 0
    return int((node.sourceline or 1) + inside + text.count("\n", 0, blank))


@cache
def _misplaced() -> XPath:
    from lxml import etree

    return etree.XPath(
        " | ".join(f"{path}/text()[normalize-space()]" for path in ("/body", "/body/tu", "/body/tu/tuv[seg]"))
    )
