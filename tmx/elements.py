"""Turns the XML elements that lxml has parsed into the values of `tmx.model`. Start from `ElementReader.units`."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from typing import TYPE_CHECKING, NamedTuple

from termbase.language import leaves_script_open
from termbase.text.script import Script, script_of
from tmx.content import plain, stripped
from tmx.dates import DATES, in_utc
from tmx.languages import with_one_language
from tmx.misplaced_text import misplaced_text
from tmx.model import Aside, Attributes, Content, Element, Header, TranslationUnit, Variant
from tmx.names import ITEMS
from tmx.report import RepairCode, Report
from tmx.schema import RULES
from tmx.segment_reader import SegmentReader, aside

if TYPE_CHECKING:
    from lxml.etree import _Element as Node

TRADITIONAL = "zh-Hant"
"""The tag that Traditional text gets if its tag is only `zh`."""


class _Parts(NamedTuple):
    """What is in a `tuv`: the segment and its line, items, comments behind the segment, and other elements."""

    segment: Content | None
    items: list[Element | Aside]
    after: list[Aside]
    loose: list[Node]
    line: int


class ElementReader(SegmentReader):
    """Reads the elements of one file; `prefixes` maps each namespace that the file declares to its prefix."""

    def __init__(self, report: Report, prefixes: dict[str, str]) -> None:
        super().__init__(report, prefixes)
        self._script = Script.SIMPLIFIED
        """The script of the text last read whose tag names no script (`zh`)."""

    def units(self, root: Node, line: int, before: list[Aside]) -> Iterator[TranslationUnit]:
        """Yield the units below `root`, an element whose first line in the file is `line`.

        `before` holds the comments since the last unit, also those of earlier blocks. It is emptied when a unit
        takes them, and filled with the comments after the last unit.
        """
        offset = line - 1
        self.report_junk(root, offset)
        for node in root:
            if node.tag == "tu":
                unit = self.unit(node, offset, tuple(before))
                if unit:
                    before.clear()
                    yield unit
            elif isinstance(node.tag, str):
                self._misplaced(node, offset)
            else:
                before.append(aside(node))

    def unit(self, node: Node, offset: int, before: tuple[Aside, ...] = ()) -> TranslationUnit | None:
        """Read a `tu`; return None, and report it, if it has no variant. `offset` is added to its line."""
        items: list[Element | Aside] = []
        pending: list[Aside] = []
        variants: list[Variant] = []
        for child in node:
            tag = child.tag
            if tag == "tuv":
                found = self._variant(child, offset, pending)
                if found:
                    variants.append(found)
            elif tag in ITEMS:
                if pending:
                    items += pending
                    pending.clear()
                items.append(self.element(child))
            elif isinstance(tag, str):
                self._misplaced(child, offset)
            else:
                pending.append(aside(child))
        line = offset + (node.sourceline or 1)
        if not variants:
            self._report.lose(line, RepairCode.EMPTY, "a unit without a variant")
            return None
        attributes = self._known("tu", self._dated(node, offset), items, line)
        if self._script is Script.TRADITIONAL and leaves_script_open(attributes.get("srclang", "")):
            attributes = {**attributes, "srclang": TRADITIONAL}
        return TranslationUnit(attributes, tuple(variants), tuple(items), before, tuple(pending), line)

    def _variant(self, node: Node, offset: int, pending: list[Aside]) -> Variant | None:
        """Read a `tuv`; None, and a report, if it has no language or segment.

        Moves the comments in `pending` to it.
        """
        segment, items, after, loose, line = self._parts(node, offset)
        if segment is None:
            line = offset + (node.sourceline or 1)
            segment = self._loose_segment(node, offset, line)
        else:
            for child in loose:
                self._misplaced(child, offset)
        attributes = self._dated(node, offset)
        if "lang" in attributes:
            attributes = with_one_language(attributes, self._report, line)
        if segment is None or not attributes.get("xml:lang"):
            missing = RepairCode.SEG if segment is None else RepairCode.LANGUAGE
            text = repr(plain(segment)) if segment else attributes.get("xml:lang", "")
            self._report.lose(line, missing, f"a variant without {missing}" + (f": {text}" if text else ""))
            return None
        if leaves_script_open(attributes["xml:lang"]):
            attributes = self._with_script(attributes, segment, line)
        attributes = self._known("tuv", attributes, items, offset + (node.sourceline or 1))
        before = tuple(pending)
        pending.clear()
        return Variant(attributes, segment, tuple(items), before, tuple(after), line)

    def _parts(self, node: Node, offset: int) -> _Parts:
        """Read the children of a `tuv`; a second `seg` and attributes of a `seg` are reported."""
        segment: Content | None = None
        items: list[Element | Aside] = []
        after: list[Aside] = []
        loose: list[Node] = []
        line = 0
        for child in node:
            tag = child.tag
            if tag == "seg":
                line = offset + (child.sourceline or 1)
                found = self.segment(child, offset)
                lost = [f"a second seg: {plain(found)!r}"] if segment is not None else []
                for what in (*lost, *(f"the attribute {name} of a seg" for name in self.attributes(child))):
                    self._report.lose(line, RepairCode.SEGMENT, what)
                segment = found if segment is None else segment
            elif tag in ITEMS:
                items.append(self.element(child))
            elif isinstance(tag, str):
                loose.append(child)
            else:
                (items if segment is None else after).append(aside(child))
        return _Parts(segment, items, after, loose, line)

    def _loose_segment(self, node: Node, offset: int, line: int) -> Content | None:
        """The text of a `tuv` that has it outside of a `seg` (reported); None if it has no text."""
        copy = deepcopy(node)
        for child in copy.xpath("note | prop | ude | comment() | processing-instruction()"):
            copy.text = (copy.text or "") + (child.tail or "") if child.getprevious() is None else copy.text
            if (before := child.getprevious()) is not None:
                before.tail = (before.tail or "") + (child.tail or "")
            copy.remove(child)
        content = self.segment(copy, offset)
        if not plain(content).strip():
            return None
        self._report.mend(line, RepairCode.SEG, "the text is not in a seg: one is put around it")
        return stripped(content)

    def _with_script(self, attributes: Attributes, segment: Content, line: int) -> Attributes:
        """The attributes of text whose tag is only `zh`, with the tag `zh-Hant` (reported) if it is Traditional.

        Other programs take `zh` for Simplified. Text that both scripts write alike (中文), or that mixes them, gets
        the script of the text before it.
        """
        script = script_of(plain(segment))
        if script in (Script.SIMPLIFIED, Script.TRADITIONAL):
            self._script = script
        if self._script is Script.SIMPLIFIED:
            return attributes
        message = f"{attributes['xml:lang']} names no script, and the text is Traditional: {TRADITIONAL}"
        self._report.mend(line, RepairCode.SCRIPT, message)
        return {**attributes, "xml:lang": TRADITIONAL}

    def header(self, node: Node, root: Attributes, before: list[Aside], after: list[Aside]) -> Header:
        """Read a `header`. `root` has the attributes of `tmx`; `before` and `after` are the comments around it."""
        items = [aside(child) if not isinstance(child.tag, str) else self.element(child) for child in node]
        attributes = self._known("header", self._dated(node, 0), items, node.sourceline or 1)
        return Header(attributes, tuple(items), root, tuple(before), tuple(after))

    def _known(self, name: str, attributes: Attributes, items: list[Element | Aside], line: int) -> Attributes:
        """Return the attributes that TMX has for an element; others become properties, which is reported.

        CAT programs refuse a file with an attribute that the schema does not have.
        """
        allowed = RULES[name].allowed
        if attributes.keys() <= allowed:
            return attributes
        for key in [key for key in attributes if key not in allowed]:
            items.append(Element("prop", {"type": key}, (attributes[key],)))
            message = f"{key} is not an attribute of <{name}> in TMX: kept as a property"
            self._report.mend(line, RepairCode.ATTRIBUTE, message, f"{key}=")
        return {key: value for key, value in attributes.items() if key in allowed}

    def _dated(self, node: Node, offset: int) -> Attributes:
        items = node.items()
        if len(items) == 1 and items[0][0] not in DATES:
            return self._single(items[0])
        names = self._names
        attributes = {names[name]: value for name, value in items}
        for name in DATES:
            value = attributes.get(name)
            if value is not None and not (len(value) == 16 and value.endswith("Z")):
                attributes[name] = in_utc(value, self._report, offset + (node.sourceline or 1))
                if not attributes[name]:
                    del attributes[name]
        return attributes

    def _misplaced(self, node: Node, offset: int) -> None:
        parent = node.getparent()
        where = parent.tag if parent is not None else "body"
        line, message = offset + (node.sourceline or 1), f"<{node.tag}> is not allowed in {where}"
        self._report.lose(line, RepairCode.JUNK, message, f"<{node.tag}")

    def report_junk(self, root: Node, offset: int) -> None:
        """Report text outside of segments."""
        for line, words in misplaced_text(root):
            message = f"text is not allowed here: {' '.join(words)[:60]!r}"
            self._report.lose(offset + line, RepairCode.JUNK, message, words[0])
