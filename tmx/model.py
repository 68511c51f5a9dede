"""A translation memory as objects, with the names of TMX 1.4b: whatever stands in a file has its place here.

Start from `TranslationUnit`. All values are immutable; a change makes a new one (`unit._replace(...)`).
They are named tuples: a memory of 500,000 units makes millions, and a frozen dataclass takes three times as long.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple, TypeAlias

from termbase.language import region_style

Attributes: TypeAlias = Mapping[str, str]
"""Attributes by name, in the order of the file; `xml:lang` is written so."""

Content: TypeAlias = "tuple[str | Element | Aside, ...]"
"""What stands inside an element, in order: text, elements, comments."""


class Element(NamedTuple):
    """An element as it stands: an inline code (`bpt ept it ph hi sub ut`), a `note`, `prop`, `ude` or `map`."""

    name: str
    attributes: Attributes
    content: Content = ()


class Aside(NamedTuple):
    """A comment or processing instruction, as it is written (`<!-- ... -->`)."""

    markup: str


Items: TypeAlias = "tuple[Element | Aside, ...]"
"""`note`, `prop` and `ude` elements with the comments between them, in order."""


class Variant(NamedTuple):
    """TMX `tuv`: the text in one language. `segment` is the content of its `seg`, codes included."""

    attributes: Attributes
    segment: Content
    items: Items = ()
    before: tuple[Aside, ...] = ()
    """Comments between the variant before and this one."""
    after: tuple[Aside, ...] = ()
    """Comments behind the `seg`."""
    line: int = 0
    """The 1-based line of the file that it was read from; 0 where it comes from none."""

    @property
    def tag(self) -> str:
        """The language as the file spells it; empty where it names none."""
        return self.attributes.get("xml:lang", "")


class TranslationUnit(NamedTuple):
    """TMX `tu`: variants that render each other, with what is noted about them."""

    attributes: Attributes
    variants: tuple[Variant, ...]
    items: Items = ()
    before: tuple[Aside, ...] = ()
    """Comments between the unit before and this one."""
    after: tuple[Aside, ...] = ()
    """Comments behind the last variant."""
    line: int = 0

    @property
    def id(self) -> str:
        """The `tuid`; empty where it has none."""
        return self.attributes.get("tuid", "")

    def properties(self, type: str) -> Iterator[str]:
        """The values of its properties of a type (`x-place`), in order."""
        for item in self.items:
            if isinstance(item, Element) and item.name == "prop" and item.attributes.get("type") == type:
                yield "".join(part for part in item.content if isinstance(part, str))


class Header(NamedTuple):
    """TMX `header`, with the comments around it and the attributes of `tmx` itself."""

    attributes: Attributes
    items: Items = ()
    root: Attributes = {}  # noqa: RUF012 - a default that nothing changes
    """Attributes of `tmx` but its version: name space declarations as a rule."""
    before: tuple[Aside, ...] = ()
    after: tuple[Aside, ...] = ()
    first: tuple[Aside, ...] = ()
    """Comments before `tmx`."""

    @property
    def source_language(self) -> str:
        """`srclang` as the file spells it; `*all*` where any language may be the source."""
        return self.attributes.get("srclang", ALL)


class Trailer(NamedTuple):
    """The comments behind the last unit, behind `body`, and behind `tmx`."""

    before: tuple[Aside, ...] = ()
    after: tuple[Aside, ...] = ()
    last: tuple[Aside, ...] = ()


ALL = "*all*"
"""The value of `srclang` that makes every variant a possible source (TMX 1.4b, srclang)."""


def prop(type: str, value: str) -> Element:
    """A `prop`: a value that the tool that wrote it understands."""
    return Element("prop", {"type": type}, (value,))


def variant(language: str, text: str) -> Variant:
    """A variant of plain text in a language (canonical tag), spelt as CAT tools match it."""
    return Variant({"xml:lang": region_style(language)}, (text,))
