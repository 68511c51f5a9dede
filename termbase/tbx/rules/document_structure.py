"""Rules T101 to T112: elements, their order and number, attributes, dates (ISO 30042:2019 and 2008, clause 7)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from termbase.tbx.rules.registry import Fault, rule
from termbase.tbx.rules.validated_file import Node, ValidatedFile
from termbase.tbx.standard.identifiers import is_id, standard_date
from termbase.tbx.standard.structure import VALUES
from termbase.tbx.standard.vocabulary import NAMESPACE, XML_LANG, canonical_name
from termbase.tbx.xml.parse import local_name

_DATE = re.compile(r"-?\d{4,}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(T[\d:.]+)?(Z|[+-]\d\d:\d\d)?")


@rule("T101")
def unknown_element(subject: ValidatedFile) -> Iterator[Fault]:
    """An element that does not exist in this version of TBX.

    Bad: `<termEntry>` in version 3. Good: `<conceptEntry>`.
    """
    for name, nodes in subject.by_name.items():
        if name not in subject.structure:
            for node in nodes:
                hint = _other_name(subject, node) or "see the data categories of the dialect"
                yield Fault(node, f"<{node.shown}> is not an element of TBX version {subject.version}", hint)


@rule("T102")
def misplaced_element(subject: ValidatedFile) -> Iterator[Fault]:
    """An element that is not allowed in its parent.

    Bad: `<admin>` in `<text>`. Good: `<admin>` in `<conceptEntry>`, `<langSec>` or `<termSec>`.
    """
    for node, parent in _children(subject):
        if _slot_of(subject, parent, node) is None:
            allowed = [name for slot in subject.structure[parent.name].slots for name in sorted(slot.names)]
            hint = f"allowed here: {_listed(subject, allowed)}" if allowed else "only text is allowed here"
            yield Fault(node, f"<{node.shown}> may not stand in <{parent.shown}>", hint)


@rule("T103")
def wrong_order(subject: ValidatedFile) -> Iterator[Fault]:
    """An element that stands after an element that it must come before.

    Bad: a note before the `<term>`. Good: `<term>` first in `<termSec>`.
    """
    for parent in _known(subject):
        reached = 0
        for node in parent.children:
            slot = _slot_of(subject, parent, node)
            if slot is None:
                continue
            if slot < reached:
                later = subject.structure[parent.name].slots[reached]
                before = _listed(subject, sorted(later.names))
                yield Fault(node, f"<{node.shown}> must come before {before} in <{parent.shown}>", "move it up")
            reached = max(reached, slot)


@rule("T104")
def repeated_element(subject: ValidatedFile) -> Iterator[Fault]:
    """An element that occurs more often than its parent allows.

    Bad: two `<term>` in a `<termSec>`. Good: one `<termSec>` for each term.
    """
    for parent in _known(subject):
        counts: Counter[int] = Counter()
        for node in parent.children:
            slot = _slot_of(subject, parent, node)
            if slot is None:
                continue
            counts[slot] += 1
            if counts[slot] > subject.structure[parent.name].slots[slot].most:
                hint = f"give each <{node.shown}> its own <{parent.shown}>"
                yield Fault(node, f"only one <{node.shown}> may stand in <{parent.shown}>", hint)


@rule("T105")
def missing_element(subject: ValidatedFile) -> Iterator[Fault]:
    """An element without a required child element.

    Bad: a `<langSec>` without `<termSec>`. Good: at least one.
    """
    for parent in _known(subject):
        slots = subject.structure[parent.name].slots
        filled = {_slot_of(subject, parent, node) for node in parent.children}
        if _stray(parent) and not subject.structure[parent.name].has_text:
            filled.add(0)  # T106 already asks for an element around the text
        for number, slot in enumerate(slots):
            if slot.least and number not in filled:
                wanted = _listed(subject, sorted(slot.names))
                yield Fault(parent, f"<{parent.shown}> lacks {wanted}", f"add {wanted}")


@rule("T106")
def stray_text(subject: ValidatedFile) -> Iterator[Fault]:
    """Text directly in an element that may contain only elements.

    Bad: `<sourceDesc>Made by hand</sourceDesc>`. Good: `<sourceDesc><p>Made by hand</p></sourceDesc>`.
    """
    for node in _known(subject):
        if subject.structure[node.name].has_text:
            continue
        if text := _stray(node):
            holders = [name for slot in subject.structure[node.name].slots for name in sorted(slot.names)]
            hint = f"put it into {_listed(subject, holders[:1])}" if holders else "remove it"
            yield Fault(node, f"<{node.shown}> may not directly contain text: {_short(text)}", hint)


@rule("T107")
def missing_attribute(subject: ValidatedFile) -> Iterator[Fault]:
    """An element without a required attribute.

    Bad: `<admin>note</admin>`. Good: `<admin type="customerSubset">note</admin>`.
    """
    for node in _known(subject):
        for name in sorted(subject.structure[node.name].required):
            is_implied = name == "type" and node.module
            if node.element.get(_qualified(name)) is None and not is_implied:
                yield Fault(node, f"<{node.shown}> lacks the attribute {name}", f'add {name}="..."')
        if not node.element.get("type", "given").strip() and not node.module:
            yield Fault(node, f"<{node.shown}> has an empty type", "name a data category")


@rule("T108")
def unknown_attribute(subject: ValidatedFile) -> Iterator[Fault]:
    """An attribute that is not allowed on its element.

    Bad: `<langSec xml:lang="en" id="l1">` in version 3. Good: `<langSec xml:lang="en">`.
    """
    for node in _known(subject):
        content = subject.structure[node.name]
        allowed = content.required | content.optional
        if node.module:
            allowed = (allowed - {"type"}) | {"metaType"}
        for name in map(str, node.element.keys()):
            shown = "xml:lang" if name == XML_LANG else name
            if shown not in allowed and not name.startswith("{http://www.w3.org/2001"):
                yield Fault(node, f"<{node.shown}> may not have the attribute {shown}", f"remove {shown}")


@rule("T109")
def attribute_value(subject: ValidatedFile) -> Iterator[Fault]:
    """An attribute with a value that is not allowed.

    Bad: `<hi type="underline">`. Good: `<hi type="italics">`; an id begins with a letter and contains no space.
    """
    for node in subject.nodes():
        identifier = node.element.get("id")
        if identifier is not None and not is_id(identifier):
            yield Fault(node, f"{identifier!r} is not a valid id", "begin it with a letter; no spaces, no colon")
        if node.name == "tbx" and subject.version == 3 and not (node.element.get("type") or "").startswith("TBX-"):
            yield Fault(
                node, "the type of the file is not a dialect", "TBX-Basic, or another name that begins with TBX-"
            )
        for (name, attribute), values in VALUES.items() if subject.version == 3 else ():
            value = node.element.get(attribute)
            if node.name == name and value is not None and value not in values:
                yield Fault(node, f"{attribute}={value!r} is not allowed", f"allowed: {', '.join(values)}")


@rule("T110")
def bad_date(subject: ValidatedFile) -> Iterator[Fault]:
    """A `<date>` that is not a date in ISO 8601 format.

    Bad: `22/11/2026`. Good: `2026-11-22`, `2026-11-22T09:30:00Z`.
    """
    if subject.version == 3:
        for node in subject.named("date"):
            if not _DATE.fullmatch(node.text()) or standard_date(node.text()) is None:
                yield Fault(node, f"{node.text()!r} is not an ISO 8601 date", "write it as 2026-11-22")


@rule("T111")
def wrong_namespace(subject: ValidatedFile) -> Iterator[Fault]:
    """A file of version 3 whose root is not in the namespace of ISO 30042:2019.

    Bad: `<tbx type="TBX-Basic">`. Good: `<tbx xmlns="urn:iso:std:iso:30042:ed-2" type="TBX-Basic">`.
    """
    if subject.version == 3 and not str(subject.root.element.tag).startswith(f"{{{NAMESPACE}}}"):
        yield Fault(subject.root, "the namespace is not that of TBX version 3", f'add xmlns="{NAMESPACE}"')


@rule("T112")
def unpaired_code(subject: ValidatedFile) -> Iterator[Fault]:
    """Inline `<sc>` and `<ec>` whose `isolated`, `startRef` or `id` do not show whether they are a pair.

    Bad: a lone `<ec/>`. Good: `<ec id="e1" isolated="yes"/>`; in one text, `<sc id="s1"/> ... <ec startRef="s1"/>`.
    """
    for node in subject.named("sc", "ec"):
        siblings = node.parent.children if node.parent else []
        place = siblings.index(node)
        others = siblings[place + 1 :] if node.name == "sc" else siblings[:place]
        is_paired = any(other.name == ("ec" if node.name == "sc" else "sc") for other in others)
        isolated = node.element.get("isolated")
        if isolated is not None and (isolated == "yes") == is_paired:
            wanted = "no" if is_paired else "yes"
            yield Fault(node, f"<{node.shown}> must not have isolated={isolated!r}", f'write isolated="{wanted}"')
        needed = {"sc": "id", "ec": "startRef" if is_paired else "id"}[node.name]
        if node.name == "ec" and not node.element.get(needed):
            yield Fault(node, f"<{node.shown}> lacks {needed}", f"add {needed}")


def _other_name(subject: ValidatedFile, node: Node) -> str:
    """Return a hint for an element that exists only in the other version of TBX, else ""."""
    name = canonical_name(local_name(node.element))
    if node.module or name not in subject.structure or subject.called(name) == node.shown:
        return ""
    return f"in version {subject.version} write <{subject.called(name)}>"


def _known(subject: ValidatedFile) -> Iterator[Node]:
    return (node for name in subject.structure for node in subject.by_name.get(name, []))


def _children(subject: ValidatedFile) -> Iterator[tuple[Node, Node]]:
    for parent in _known(subject):
        for node in parent.children:
            if node.name in subject.structure:
                yield node, parent


def _slot_of(subject: ValidatedFile, parent: Node, node: Node) -> int | None:
    """Return the 0-based slot of the parent that a child fills, or None; an element of style DCT counts as DCA."""
    for number, slot in enumerate(subject.structure[parent.name].slots):
        if node.name in slot.names:
            return number
    return None


def _stray(node: Node) -> str:
    """Return the text that stands directly in an element, between its children."""
    texts = (node.element.text, *(child.tail for child in node.element))
    return " ".join(text.strip() for text in texts if text and text.strip())


def _qualified(name: str) -> str:
    return XML_LANG if name == "xml:lang" else name


def _listed(subject: ValidatedFile, names: list[str]) -> str:
    return ", ".join(dict.fromkeys(f"<{subject.called(name)}>" for name in names))


def _short(text: str) -> str:
    return text if len(text) < 60 else text[:57] + "..."
