"""Elements in words, for people: in notes, differences and conflicts."""

from __future__ import annotations

from termbase.model import COMMENT, INSTRUCTION, Markup

_NAMES = {COMMENT: "comment", INSTRUCTION: "instruction"}


def category(element: Markup) -> str:
    """The data category of an element, or ""."""
    return next((value for name, value in element.attributes if name == "type"), "")


def told(element: Markup) -> str:
    """An element in one line: `definition: a rule for data; source: a report`."""
    if element.name.endswith("Grp"):
        return "; ".join(told(part) for part in element.content if isinstance(part, Markup))
    name = _NAMES.get(element.name, element.name)
    return f"{category(element) or name}: {value(element)}"


def value(element: Markup) -> str:
    """What an element says, in one line, without its own name: `a rule for data; source: a report`."""
    parts = [part for part in element.content if isinstance(part, Markup)]
    if not parts or any(isinstance(part, str) for part in element.content):
        target = next((text for name, text in element.attributes if name == "target"), "")
        text = " ".join(element.text().split())
        return f"{text} <{target}>" if target else text
    first, *others = parts
    return "; ".join([value(first), *map(told, others)])
