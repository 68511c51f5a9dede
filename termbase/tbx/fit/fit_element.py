"""Adapts one kept element to a TBX version and dialect: its children, attributes, ids, values and references.

Start from `ElementFitter.fitted`. It returns None for an element that the form cannot hold.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from termbase.errors import TermbaseError
from termbase.language import canonical, region_style
from termbase.model import Markup, PartOfSpeech
from termbase.tbx.describe import category, one_line
from termbase.tbx.fit.published_schemas import PublishedSchemas
from termbase.tbx.standard.categories import Dialect, categories_of
from termbase.tbx.standard.identifiers import LANGUAGE_TAG, NewIds, standard_date
from termbase.tbx.standard.structure import VALUES, VERSION_2, VERSION_3, ElementContent, Slot
from termbase.tbx.xml.markup import is_comment
from termbase.tbx.xml.serialize import TbxForm

_VERSION_2_PARTS_OF_SPEECH = frozenset(PartOfSpeech)
_NO_SOURCE_OF = ("conceptEntry", "langSec")
"""The elements in which a source does not show what it is the source of."""
_HEADER = "tbxHeader"
"""The parent of all parts of a header and of `back`; their places are chosen when they are written."""
_NO_VALUE = " "
_INLINE_CODES = ("sc", "ec")

Report = Callable[[str, str], None]
"""Records a finding: its code and message."""


class ElementFitter:
    """What a version and dialect of TBX allow; `report` is called for each change."""

    def __init__(self, form: TbxForm, dialect: Dialect, ids: NewIds, report: Report) -> None:
        self.is_version_2 = form is TbxForm.TBX2
        self.structure = VERSION_2 if self.is_version_2 else VERSION_3
        self.categories = categories_of(dialect)
        self.schemas = PublishedSchemas(form, dialect)
        self.ids = ids
        self.report = report

    def allows(self, name: str, level: str, text: str, element: str = "") -> bool:
        """Return whether the dialect allows a category at a level with a value.

        Version 2 leaves that question to its XCS file, so only parts of speech are checked there.
        """
        if self.is_version_2:
            return name != "partOfSpeech" or text in _VERSION_2_PARTS_OF_SPEECH
        known = self.categories.get(name)
        if known is None or level not in known.levels or (element and element != known.element):
            return False
        return not known.values or not text or text in known.values

    def fitted(self, element: Markup, parent: str, level: str) -> Markup | None:
        """Return an element with the content that the form allows, or None if it does not allow the element.

        `level` is the element of the level (`termSec`); it is empty for elements outside of concepts.
        """
        if is_comment(element):
            return element
        content = self.structure.get(element.name)
        if content is None or not (parent == _HEADER or self._has_place(element, parent)):
            return None
        element = self._with_standard_value(element)
        kind = category(element)
        text = element.text() or _NO_VALUE
        if level and kind and not self.allows(kind, level, text, element.name):
            return None
        attributes = self._attributes(element, content)
        if content.required - {name for name, text in attributes if text.strip()}:
            return None
        parts = self._parts(element, content, level)
        return None if parts is None else Markup(element.name, attributes, parts)

    def _has_place(self, element: Markup, parent: str) -> bool:
        if not self.is_version_2 and category(element) == "source" and parent in _NO_SOURCE_OF:
            return False
        if not self.schemas.allow_in(parent, element):
            return False
        if any(element.name in slot.names for slot in self.structure[parent].slots):
            return True
        return parent == "termSec" and self.is_version_2 and element.name in ("termNoteGrp", "termCompList")

    def _with_standard_value(self, element: Markup) -> Markup:
        """Return an element with the value of its picklist that its text means: `Other` is `other`."""
        known = self.categories.get(category(element))
        if known is None or not known.values or known.element != element.name:
            return element
        text = element.text().strip()
        if text in known.values:
            return element
        value = next((value for value in known.values if value.lower() == text.lower()), None)
        if value is None:
            return element
        self.report("T705", f"{known.name} {text!r} is written as {value!r}")
        return replace(element, content=(value,))

    def _attributes(self, element: Markup, content: ElementContent) -> tuple[tuple[str, str], ...]:
        kept: list[tuple[str, str]] = []
        for name, text in element.attributes:
            is_allowed = name in content.required | content.optional and self.schemas.allow_attribute(element, name)
            value = self._attribute(element.name, name, text) if is_allowed else None
            if value is None:
                self.report("T702", f"left out: the attribute {name} of <{element.name}>")
            else:
                kept.append((name, value))
        return tuple(kept)

    def _attribute(self, element: str, name: str, text: str) -> str | None:
        """Return the value to write for an attribute, or None if it cannot be written."""
        if name == "type" and not text.strip():
            return None
        if name == "id":
            return self.ids.of_element(text)
        if name == "target":
            is_address = text.startswith(("http://", "https://"))
            return text if is_address and element in ("xref", "sc", "ec") else self.ids.target(text)
        if name == "xml:lang":
            return standard_tag(text)
        values = () if self.is_version_2 else VALUES.get((element, name), ())
        return text if not values or text in values else None

    def _parts(self, element: Markup, content: ElementContent, level: str) -> tuple[str | Markup, ...] | None:
        if content.has_text and len(element.content) == 1 and isinstance(element.content[0], str):  # nearly always
            return element.content
        parts: list[str | Markup] = []
        allows_markup = not content.has_text or self.schemas.allow_inline(element)
        has_right_codes = all(_is_paired_as_it_says(part, element) for part in element.content)
        for part in element.content:
            if isinstance(part, str):
                if not content.has_text and part.strip():
                    return None
                parts.append(part)
                continue
            fitted = self.fitted(part, element.name, level) if allows_markup or is_comment(part) else None
            if fitted is not None and (has_right_codes or part.name not in _INLINE_CODES):
                fitted = self._with_standard_date(fitted)
                if fitted is None:
                    return None
                parts.append(fitted)
            elif content.has_text:
                self.report("T702", f"left out: the inline element <{part.name}>; its text is kept")
                parts.append(part.text())
            elif self._is_note_in(element.name, part):
                self.report("T701", f"{one_line(part)} is moved to a note beside it")
                parts.append(Markup("note", (), (one_line(part),)))
            else:
                return None
        return _joined(parts) if content.has_text else _in_order(parts, content.slots)

    def _is_note_in(self, group: str, part: Markup) -> bool:
        """Whether a note must say what an element says: the schemas allow it elsewhere, but not in its group."""
        return not self.schemas.allow_in(group, part) and any(
            "note" in s.names for s in self.structure[group].slots
        )

    def _with_standard_date(self, element: Markup) -> Markup | None:
        """Return a date in the standard's form, None for one that is not a date; other elements as they are."""
        if element.name != "date" or self.is_version_2:
            return element
        date = standard_date(element.text())
        if not date:
            return None
        if date != element.text():
            self.report("T705", f"date {element.text()!r} is written as {date!r}")
        return replace(element, content=(date,))


def standard_tag(text: str) -> str | None:
    """Return a language tag as XML allows it: `zh_CN` as `zh-CN`; None if the text is not a tag."""
    if LANGUAGE_TAG.fullmatch(text):
        return text
    try:
        return region_style(canonical(text))
    except TermbaseError:
        return None


def _is_paired_as_it_says(code: str | Markup, parent: Markup) -> bool:
    """Whether the attributes of an inline `sc` or `ec` fit its siblings (see rule T112); True for anything else."""
    if isinstance(code, str) or code.name not in _INLINE_CODES:
        return True
    siblings = [part for part in parent.content if isinstance(part, Markup)]
    place = next(number for number, part in enumerate(siblings) if part is code)
    others = siblings[place + 1 :] if code.name == "sc" else siblings[:place]
    is_paired = any(other.name != code.name and other.name in _INLINE_CODES for other in others)
    attributes = dict(code.attributes)
    isolated = attributes.get("isolated")
    if isolated is not None and (isolated == "yes") == is_paired:
        return False
    return code.name == "sc" or bool(attributes.get("startRef" if is_paired else "id"))


def _in_order(parts: Sequence[str | Markup], slots: Sequence[Slot]) -> tuple[Markup, ...] | None:
    """Return child elements in the order of the slots; None if a slot has too few or too many of them.

    Comments stay behind the element that they follow.
    """
    placed: list[tuple[int, Markup]] = []
    counts = [0] * len(slots)
    for part in parts:
        if isinstance(part, Markup):
            if is_comment(part):
                placed.append((placed[-1][0] if placed else -1, part))
                continue
            number = next((number for number, slot in enumerate(slots) if part.name in slot.names), None)
            if number is None:
                return None
            counts[number] += 1
            placed.append((number, part))
    if any(not slot.least <= count <= slot.most for slot, count in zip(slots, counts, strict=True)):
        return None
    return tuple(part for _, part in sorted(placed, key=lambda pair: pair[0]))


def _joined(parts: Sequence[str | Markup]) -> tuple[str | Markup, ...]:
    """Join neighbouring texts into one, as a reader of the written file would return them."""
    joined: list[str | Markup] = []
    for part in parts:
        if isinstance(part, str) and joined and isinstance(joined[-1], str):
            joined[-1] += part
        else:
            joined.append(part)
    return tuple(joined)
