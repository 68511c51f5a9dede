"""A TBX file prepared for the rules: each element with its position, level and data category, for both versions."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from termbase.errors import TermbaseError
from termbase.tbx.standard.categories import BY_NAME, MODULE_NAMESPACES, TYPED, Dialect
from termbase.tbx.standard.structure import VERSION_2, VERSION_3, ElementContent
from termbase.tbx.standard.vocabulary import NAMESPACE, VERSION_2_NAMES, XML_LANG, canonical_name
from termbase.tbx.xml.parse import local_name, parse
from termbase.tbx.xml.source import XmlSource
from termbase.tbx.xml.xml_errors import what_it_is

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

LEVELS = ("conceptEntry", "langSec", "termSec")
_TERM_LEVEL = ("termSec", "ntig")
_MODULES = {space: module for module, space in MODULE_NAMESPACES.items()}


@dataclass(eq=False, slots=True)
class Node:
    """One element. `name` is its name in version 3 and style DCA; `category` is its data category or "".

    `module` is the dialect module whose namespace the element is in (style DCT) or ""; `level` is the section that
    it belongs to: "conceptEntry", "langSec", "termSec" or "". `line` and `column` are 1-based.
    """

    element: Element
    name: str
    category: str
    parent: Node | None
    line: int
    column: int
    module: str = ""
    level: str = ""
    children: list[Node] = field(default_factory=list)

    @property
    def shown(self) -> str:
        """The name in the file, with its namespace prefix."""
        prefix = f"{self.element.prefix}:" if self.element.prefix else ""
        return prefix + local_name(self.element)

    def text(self) -> str:
        """Return the text in the element, without markup, stripped of outer white space."""
        return "".join(self.element.itertext()).strip()

    def path(self) -> str:
        """Return the path from the root: `/tbx/text/body/conceptEntry[2]/langSec`."""
        if self.parent is None:
            return f"/{self.shown}"
        same = [node for node in self.parent.children if node.shown == self.shown]
        position = f"[{same.index(self) + 1}]" if len(same) > 1 else ""
        return f"{self.parent.path()}/{self.shown}{position}"


@dataclass(eq=False, slots=True)
class ValidatedFile:
    """One file to validate. `dialect` is None if the root's `type` is not a public dialect."""

    file: str
    version: int
    root: Node
    dialect: Dialect | None
    style: str
    structure: dict[str, ElementContent]
    by_name: dict[str, list[Node]]

    def nodes(self) -> list[Node]:
        """Return every element, grouped by name."""
        return [node for nodes in self.by_name.values() for node in nodes]

    def named(self, *names: str) -> list[Node]:
        """Return the elements with any of the given names."""
        return [node for name in names for node in self.by_name.get(name, [])]

    def called(self, name: str) -> str:
        """Return the name that the file's version uses for an element name of version 3."""
        return VERSION_2_NAMES.get(name, name) if self.version == 2 else name


def read_subject(source: XmlSource) -> ValidatedFile:
    """Return the file prepared for the rules. Raises TermbaseError if it is not TBX of version 2 or 3."""
    root = parse(source)
    if local_name(root) not in ("tbx", "martif"):
        legacy = local_name(root) == "TBX"
        raise TermbaseError(
            "is in the older TBX-Min format, which cannot be validated"
            if legacy
            else f"is not TBX: its root is <{local_name(root)}>",
            file=source.file,
            line=root.sourceline,
            hint="convert it first: termbase tbx convert" if legacy else what_it_is(local_name(root), "validate"),
        )
    version = 3 if local_name(root) == "tbx" else 2
    nodes = _nodes(root, source, version)
    dialect = next((dialect for dialect in Dialect if dialect == root.get("type", "").strip()), None)
    return ValidatedFile(
        source.file,
        version,
        nodes["tbx"][0],
        dialect,
        root.get("style", "dca"),
        VERSION_3 if version == 3 else VERSION_2,
        nodes,
    )


def _nodes(root: Element, source: XmlSource, version: int) -> dict[str, list[Node]]:
    from lxml import etree

    namespace = NAMESPACE if str(root.tag).startswith("{") and version == 3 else ""
    places = source.places()
    by_name: dict[str, list[Node]] = defaultdict(list)
    known: dict[Element, Node] = {}
    for element in root.iter(etree.Element):
        line, column = next(places)
        parent = known.get(element.getparent())
        node = _node(element, parent, namespace, version, line, column)
        known[element] = node
        if parent is not None:
            parent.children.append(node)
        by_name[node.name].append(node)
    return by_name


def _node(element: Element, parent: Node | None, namespace: str, version: int, line: int, column: int) -> Node:
    space, _, local = str(element.tag).removeprefix("{").rpartition("}")
    module = _MODULES.get(space, "")
    if module:
        category = BY_NAME.get(local)
        name, known = (category.element, local) if category else (str(element.tag), local)
    else:
        name = _name(local, version) if space == namespace else str(element.tag)
        known = element.get("type", "") if name in TYPED else ""
    level = parent.level if parent else ""
    if name in LEVELS or name in _TERM_LEVEL:
        level = "termSec" if name in _TERM_LEVEL else name
    return Node(element, name, known, parent, line, column, module, level)


def _name(local: str, version: int) -> str:
    """Return the version 3 name of an element of the file's version.

    A version 3 name in a version 2 file is marked with `{}`, so that it counts as unknown.
    """
    if version == 3 or local == "ntig":
        return local
    return f"{{}}{local}" if local in VERSION_2_NAMES else canonical_name(local)


def xml_lang(node: Node) -> str:
    """Return the language tag of an element as it is in the file, or ""."""
    return node.element.get(XML_LANG) or ""
