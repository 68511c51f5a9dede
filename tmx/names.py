"""The names of elements and attributes of TMX 1.4b, also in files that use XML namespaces."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element as Node

_XML = "{http://www.w3.org/XML/1998/namespace}"
CODES = frozenset({"bpt", "ept", "it", "ph", "hi", "sub", "ut"})
"""The inline elements of a segment."""

ITEMS = frozenset({"note", "prop", "ude"})
"""The elements beside segments that say something about a unit, a variant or the memory."""

_VOCABULARY = CODES | ITEMS | {"tmx", "header", "body", "tu", "tuv", "seg", "map"}


def without_namespace(root: Node) -> Node:
    """Name the elements of TMX below `root`, itself included, without the namespace that a file gives them."""
    for node in root.iter("{*}*"):
        local = node.tag.rpartition("}")[2]
        if local in _VOCABULARY:
            node.tag = local
    return root


class AttributeNames(dict[str, str]):
    """Maps lxml's `{namespace}name` to the name as the file writes it, with its prefix."""

    def __init__(self, prefixes: dict[str, str]) -> None:
        super().__init__({f"{_XML}lang": "xml:lang"})
        self._prefixes = prefixes

    def __missing__(self, name: str) -> str:
        space, _, local = name.rpartition("}")
        prefix = "xml" if f"{space}}}" == _XML else self._prefixes.get(space[1:], "")
        self[name] = f"{prefix}:{local}" if prefix else local
        return self[name]
