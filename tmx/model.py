"""A translation memory as objects, with the names of TMX 1.4b. They hold everything that a TMX file can hold.

Start from `TranslationUnit`. All values are immutable; to change one, make a new one (`unit._replace(...)`). They
are named tuples because a memory of 500,000 units needs millions, and a frozen dataclass takes three times as long
to make.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple, TypeAlias

from termbase.language import region_style

Attributes: TypeAlias = Mapping[str, str]
"""The attributes of an element by name, in the order of the file. Names have their prefix: `xml:lang`."""

Content: TypeAlias = "tuple[str | Element | Aside, ...]"
"""The content of an element, in order: text, elements, comments."""


class Element(NamedTuple):
    """An element with its content: an inline code (`bpt ept it ph hi sub ut`), a `note`, `prop`, `ude` or `map`."""

    name: str
    attributes: Attributes
    content: Content = ()


class Aside(NamedTuple):
    """A comment or processing instruction, as it is written (`<!-- ... -->`)."""

    markup: str


Items: TypeAlias = "tuple[Element | Aside, ...]"
"""The `note`, `prop` and `ude` elements of a parent, with the comments between them, in order."""


class Variant(NamedTuple):
    """TMX `tuv`: the text in one language. `segment` is the content of its `seg`, codes included."""

    attributes: Attributes
    segment: Content
    items: Items = ()
    before: tuple[Aside, ...] = ()
    """Comments between the previous variant and this one."""
    after: tuple[Aside, ...] = ()
    """Comments after the `seg`."""
    line: int = 0
    """The 1-based line of the text in the file; 0 if it was not read from a file."""
    column: int = 0
    """The 1-based column, in code points, at which the text begins in that line; 0 if it is not known."""

    @property
    def tag(self) -> str:
        """The language tag as the file spells it; "" if there is none."""
        return self.attributes.get("xml:lang", "")


class TranslationUnit(NamedTuple):
    """TMX `tu`: variants that are translations of each other, with their notes and properties."""

    attributes: Attributes
    variants: tuple[Variant, ...]
    items: Items = ()
    before: tuple[Aside, ...] = ()
    """Comments between the previous unit and this one."""
    after: tuple[Aside, ...] = ()
    """Comments after the last variant."""
    line: int = 0
    """The 1-based line in the file; 0 if it was not read from a file."""

    @property
    def id(self) -> str:
        """The `tuid`; "" if there is none."""
        return self.attributes.get("tuid", "")

    @property
    def last_change(self) -> str:
        """The latest date of change or creation of the unit and its variants, or ""; TMX dates sort as text."""
        parts = (self.attributes, *(variant.attributes for variant in self.variants))
        return max(part.get("changedate") or part.get("creationdate") or "" for part in parts)

    def properties(self, type: str) -> Iterator[str]:
        """Yield the values of the unit's properties of a type, such as `x-place`, in order."""
        for item in self.items:
            if isinstance(item, Element) and item.name == "prop" and item.attributes.get("type") == type:
                yield "".join(part for part in item.content if isinstance(part, str))


class Header(NamedTuple):
    """TMX `header`, with the comments around it and the attributes of `tmx` itself."""

    attributes: Attributes
    items: Items = ()
    root: Attributes = {}  # noqa: RUF012 - a default that nothing changes
    """The attributes of `tmx` without its version: usually namespace declarations."""
    before: tuple[Aside, ...] = ()
    after: tuple[Aside, ...] = ()
    first: tuple[Aside, ...] = ()
    """Comments before `tmx`."""

    @property
    def source_language(self) -> str:
        """The `srclang` as the file spells it; `*all*` if any language may be the source."""
        return self.attributes.get("srclang", ALL)


class Trailer(NamedTuple):
    """The comments after the last unit (`before`), after `body` (`after`), and after `tmx` (`last`)."""

    before: tuple[Aside, ...] = ()
    after: tuple[Aside, ...] = ()
    last: tuple[Aside, ...] = ()


ALL = "*all*"
"""The value of `srclang` that allows every variant as source (TMX 1.4b, srclang)."""


def prop(type: str, value: str) -> Element:
    """Return a `prop` element; its types and values are defined by the tool that writes it (TMX 1.4b, prop)."""
    return Element("prop", {"type": type}, (value,))


def variant(language: str, text: str) -> Variant:
    """Return a variant with plain text.

    The language is a canonical tag; it is spelt as CAT tools match it (`zh-CN`).
    """
    return Variant({"xml:lang": region_style(language)}, (text,))
