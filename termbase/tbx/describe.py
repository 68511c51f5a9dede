"""Describes concepts and TBX elements in one line of text for users: in notes, differences and conflicts."""

from __future__ import annotations

from termbase.model import COMMENT, INSTRUCTION, ConceptEntry, Markup

_NAMES = {COMMENT: "comment", INSTRUCTION: "instruction"}


def name_of(entry: ConceptEntry) -> str:
    """Return the first term of each language of a concept, joined by " / ", so that a person recognises it."""
    return " / ".join(section.terms[0].term for section in entry.languages if section.terms)


def category(element: Markup) -> str:
    """Return the data category of an element, or ""."""
    return next((value for name, value in element.attributes if name == "type"), "")


def one_line(element: Markup) -> str:
    """Return an element as one line with its name: `definition: a rule for data; source: a report`."""
    if element.name.endswith("Grp"):
        return "; ".join(one_line(part) for part in element.content if isinstance(part, Markup))
    name = _NAMES.get(element.name, element.name)
    return f"{category(element) or name}: {value(element)}"


def value(element: Markup) -> str:
    """Return the content of an element as one line without its name: `a rule for data; source: a report`."""
    parts = [part for part in element.content if isinstance(part, Markup)]
    if not parts or any(isinstance(part, str) for part in element.content):
        target = next((text for name, text in element.attributes if name == "target"), "")
        text = " ".join(element.text().split())
        return f"{text} <{target}>" if target else text
    first, *others = parts
    return "; ".join([value(first), *map(one_line, others)])
