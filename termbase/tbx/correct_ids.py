"""Gives the elements of a TBX file ids that XML allows, and each only once. Start from `with_valid_ids`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from termbase.tbx.standard.identifiers import renamed_ids
from termbase.tbx.xml.parse import local_name

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_CONCEPTS = ("conceptEntry", "termEntry")
_REFERENCES = ("target", "startRef")
"""The attributes that name the id of another element."""


def with_valid_ids(root: Element) -> Iterator[str]:
    """Change invalid and repeated ids, and the references to them; yield one line of text for each id.

    Of the elements with one id, a concept keeps it, otherwise the first; references are to that one.
    """
    elements = list(root.iterfind(".//*[@id]"))
    ids = [element.get("id", "") for element in elements]
    renamed, used = renamed_ids(ids), set[str]()
    known = {renamed.get(id, id) for id in ids}
    for element in sorted(elements, key=lambda element: local_name(element) not in _CONCEPTS):
        old = element.get("id", "")
        new = wanted = renamed.get(old, old)
        while new in used or (new != wanted and new in known):
            new += "-2"
        used.add(new)
        if new != old:
            element.set("id", new)
            yield f"line {element.sourceline}: id {old!r} is now {new!r}"
    for name in _REFERENCES if renamed else ():
        for element in root.iterfind(f".//*[@{name}]"):
            target = element.get(name, "")
            element.set(name, renamed.get(target, target))
