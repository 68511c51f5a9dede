"""Describes concepts and TBX elements in one line of text for users: in notes, differences and conflicts."""

from __future__ import annotations

from collections.abc import Iterator

from termbase.model import COMMENT, INSTRUCTION, ConceptEntry, Extra, Markup

_NAMES = {
    COMMENT: "comment",
    INSTRUCTION: "processing instruction",
    "admin": "information",
    "descrip": "description",
    "ref": "reference",
    "termNote": "term note",
    "transac": "transaction",
    "transacNote": "responsibility",
    "xref": "external reference",
}
"""Words for elements whose type does not name a data category."""
_UNNAMED = ("termComp", "item", "p", "noteKey", "noteValue")
"""Elements that are parts of the value of the element around them."""


def name_of(entry: ConceptEntry) -> str:
    """Return the first term of each language of a concept, joined by " / ", so that a person recognises it."""
    return " / ".join(section.terms[0].term for section in entry.languages if section.terms)


def category(element: Markup) -> str:
    """Return the data category of an element, or ""."""
    for name, text in element.attributes:  # a loop is fast, and this is asked of each element several times
        if name == "type":
            return text
    return ""


def label(element: Markup) -> str:
    """Return the word for what an element is: its data category; for a group, that of its first element."""
    parts = [part for part in element.content if isinstance(part, Markup)]
    if parts and not category(element) and element.name.endswith("Grp"):
        return label(parts[0])
    return category(element) or _NAMES.get(element.name, element.name)


def one_line(element: Markup) -> str:
    """Return an element as one line with its name: `definition: a rule for data; source: a report`."""
    if element.name in _UNNAMED:
        return value(element)
    return f"{label(element)}: {value(element)}"


def value(element: Markup) -> str:
    """Return the content of an element as one line without its name: `a rule for data; source: a report`."""
    parts = [part for part in element.content if isinstance(part, Markup)]
    if not parts or any(isinstance(part, str) for part in element.content):
        target = next((text for name, text in element.attributes if name == "target"), "")
        text = " ".join(element.text().split())
        return f"{text} <{target}>" if target else text
    first, *others = parts
    return "; ".join([value(first), *map(one_line, others)])


def beyond_field(extra: Extra, *, with_ids: bool = True) -> list[str]:
    """Return what the full form of a field's value has beyond the value, as lines: `source: a report`.

    For an element that stands in place of nothing, that is all of it.
    """
    if extra.in_place_of is None:
        return [one_line(extra.element)]
    return list(_beyond(extra.element, extra.in_place_of, with_ids))


def _beyond(full: Markup, plain: Markup, with_ids: bool) -> Iterator[str]:
    if full.name.endswith("Grp"):
        in_plain = plain.content if plain.name.endswith("Grp") else (plain,)
        for part in full.content:
            if isinstance(part, Markup):
                same = next(
                    (other for other in in_plain if isinstance(other, Markup) and _is_same(part, other)), None
                )
                yield from [one_line(part)] if same is None else _beyond(part, same, with_ids)
        return
    alone = [part for part in plain.content if isinstance(part, Markup) and _is_same(full, part)]
    plain_attributes = dict((alone or [plain])[0].attributes)
    for name, text in full.attributes:
        if name not in plain_attributes and (with_ids or name != "id"):
            yield f"the attribute {name} of {label(full)}: {text}"
    for part in full.content:
        if isinstance(part, Markup):
            yield f"the markup <{part.name}> in {label(full)}" if part.name not in _NAMES else one_line(part)


def _is_same(part: Markup, other: Markup) -> bool:
    return (part.name, category(part)) == (other.name, category(other))
