"""The structure of TBX as data: which elements each element may contain, in which order and number, its attributes.

The sources are ISO 30042:2019, clause 7 and annex A, for version 3 and ISO 30042:2008, clause 7, for version 2. A
content model is a sequence of slots. Both versions use the element names of version 3, so that the same rules apply
to both; `VERSION_2` overrides the elements that differ.
"""

from __future__ import annotations

from dataclasses import dataclass

_ANY = 10**9


@dataclass(frozen=True, slots=True)
class Slot:
    """A position in a content model: the elements that may fill it, and how many of them (`least` to `most`)."""

    names: frozenset[str]
    least: int = 0
    most: int = _ANY


@dataclass(frozen=True, slots=True)
class ElementContent:
    """What an element may contain: slots in order, whether text is allowed, required and optional attributes."""

    slots: tuple[Slot, ...] = ()
    has_text: bool = False
    required: frozenset[str] = frozenset()
    optional: frozenset[str] = frozenset()


def _content(model: str, attributes: str = "id", *, text: bool = False) -> ElementContent:
    """Return the content model for a notation: `term descrip|note*` is one term, then any number of the others.

    `?`, `*` and `+` at the end of a slot mean the same as in a DTD; an attribute that ends in `!` is required.
    """
    words = attributes.split()
    required = frozenset(word[:-1] for word in words if word.endswith("!"))
    optional = frozenset(word for word in words if not word.endswith("!"))
    return ElementContent(tuple(_slot(word) for word in model.split()), text, required, optional)


def _slot(word: str) -> Slot:
    least, most = {"?": (0, 1), "*": (0, _ANY), "+": (1, _ANY)}.get(word[-1], (1, 1))
    return Slot(frozenset(word.rstrip("?*+").split("|")), least, most)


_INLINE = "hi|foreign|ph|sc|ec*"
_AUX = "admin|adminGrp|descrip|descripGrp|note|ref|transacGrp|xref*"
_LINKS = "admin|adminGrp|note|ref|transacGrp|xref*"
_TYPED = "id xml:lang target datatype type!"

VERSION_3 = {
    "tbx": _content("tbxHeader text", "type! style! xml:lang!"),
    "tbxHeader": _content("fileDesc encodingDesc? revisionDesc?"),
    "fileDesc": _content("publicationStmt? titleStmt? sourceDesc"),
    "titleStmt": _content("title note*", "id xml:lang"),
    "title": _content("", "id xml:lang", text=True),
    "publicationStmt": _content("p+"),
    "sourceDesc": _content("p+", "id xml:lang"),
    "encodingDesc": _content("p+"),
    "revisionDesc": _content("change+", "id xml:lang"),
    "change": _content("p+", "id xml:lang"),
    "p": _content(_INLINE, "id xml:lang type", text=True),
    "text": _content("body? back?"),
    "body": _content("conceptEntry+"),
    "conceptEntry": _content(f"{_AUX} langSec+", "id!"),
    "langSec": _content(f"{_AUX} termSec+", "xml:lang!"),
    "termSec": _content(f"term termNote|termNoteGrp* {_AUX}"),
    "term": _content("hi*", text=True),
    "termNote": _content(_INLINE, _TYPED, text=True),
    "termNoteGrp": _content(f"termNote {_LINKS}"),
    "descrip": _content(_INLINE, _TYPED, text=True),
    "descripGrp": _content("descrip admin|adminGrp|descripNote|note|ref|transacGrp|xref*"),
    "descripNote": _content("", _TYPED, text=True),
    "admin": _content(_INLINE, _TYPED, text=True),
    "adminGrp": _content("admin adminNote|note|ref|xref*"),
    "adminNote": _content("", _TYPED, text=True),
    "transac": _content("", _TYPED, text=True),
    "transacGrp": _content("transac date|note|ref|transacNote|xref*"),
    "transacNote": _content("", _TYPED, text=True),
    "ref": _content("", _TYPED, text=True),
    "xref": _content("", "id target! type!", text=True),
    "date": _content("", text=True),
    "note": _content(_INLINE, "id xml:lang", text=True),
    "hi": _content("", "target type", text=True),
    "foreign": _content(_INLINE, "id xml:lang", text=True),
    "ph": _content("", "type"),
    "sc": _content("", "id! isolated"),
    "ec": _content("", "startRef isolated disp equiv id type subtype target"),
    "back": _content("refObjectSec*"),
    "refObjectSec": _content("refObject+", "id type!"),
    "refObject": _content("itemSet|itemGrp|item+"),
    "itemSet": _content("itemGrp|item+", "id type"),
    "itemGrp": _content(f"item {_LINKS}"),
    "item": _content(_INLINE, "id type", text=True),
}

_INLINE_2 = "hi|foreign|bpt|ept|ph*"
VERSION_2 = VERSION_3 | {
    "tbx": _content("tbxHeader text", "type! xml:lang!"),
    "fileDesc": _content("titleStmt? publicationStmt? sourceDesc+"),
    "text": _content("body back?"),
    "conceptEntry": _content(f"{_AUX} langSec+"),
    "langSec": _content(f"{_AUX} termSec|ntig+", "id xml:lang!"),
    "termSec": _content(f"term termNote* {_AUX}"),
    "ntig": _content(f"termGrp {_AUX}"),
    "termGrp": _content("term termNote|termNoteGrp* termCompList*"),
    "termCompList": _content(f"{_AUX} termComp|termCompGrp+", "id type!"),
    "termCompGrp": _content(f"termComp termNote|termNoteGrp* {_LINKS}"),
    "termComp": _content("", "id xml:lang", text=True),
    "xref": _content("", "id target! type", text=True),
    "hi": _content("", "target type xml:lang", text=True),
    "bpt": _content("", "i type", text=True),
    "ept": _content("", "i", text=True),
    "ph": _content("", "type", text=True),
    **{
        name: _content(_INLINE_2, "id xml:lang" if name in ("note", "foreign") else _TYPED, text=True)
        for name in ("termNote", "descrip", "admin", "note", "foreign")
    },
    "p": _content(_INLINE_2, "id type xml:lang", text=True),
    "item": _content(_INLINE_2, "id type", text=True),
}
VALUES = {
    ("hi", "type"): "entailedTerm hotkey italics bold superscript subscript math".split(),
    ("tbx", "style"): ["dca", "dct"],
    ("sc", "isolated"): ["yes", "no"],
    ("ec", "isolated"): ["yes", "no"],
    ("ec", "type"): "fmt ui quote link image other".split(),
}
"""The allowed values of the attributes of version 3 that have a closed list, by (element, attribute)."""
