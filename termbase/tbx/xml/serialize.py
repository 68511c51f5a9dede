"""Writes `Markup` values as XML text, with the element names of a TBX version and style.

It writes strings directly, without building an XML tree, because a termbase has many elements. The layout is that
of libxml2, indented by two spaces: an element whose content is text stays on one line.
"""

from __future__ import annotations

import re
from enum import StrEnum

from termbase.model import COMMENT, INSTRUCTION, Markup
from termbase.tbx.standard.categories import BY_NAME
from termbase.tbx.standard.vocabulary import VERSION_2_NAMES
from termbase.text.xml_text import xml_text

_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
_ATTRIBUTE = _TEXT | str.maketrans({'"': "&quot;", "\n": "&#10;", "\t": "&#9;"})
_LITERAL = {COMMENT: "<!--{}-->", INSTRUCTION: "<?{}?>"}
_PLAIN = re.compile(r"[^&<>\r\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]*")


class TbxForm(StrEnum):
    """The forms of TBX that can be written; the values are the names used on the command line."""

    TBX3_DCA = "tbx3-dca"
    TBX3_DCT = "tbx3-dct"
    TBX2 = "tbx2"
    TBX_MIN = "tbx-min"


def escape(text: str) -> str:
    """Return a text escaped as element content."""
    return text if _PLAIN.fullmatch(text) else xml_text(text).translate(_TEXT)


def attribute(name: str, value: str) -> str:
    """Return one attribute as XML, with a leading space."""
    return f' {name}="{xml_text(value).translate(_ATTRIBUTE)}"'


def serialize(element: Markup, form: TbxForm, indent: str) -> str:
    """Return an element as indented lines, without a line end after the last."""
    if element.name in _LITERAL:
        return indent + _LITERAL[element.name].format(element.text())
    if not element.content:
        return indent + _tag(element, form, "/>")
    first = element.content[0]
    if isinstance(first, str) and len(element.content) == 1:
        return f"{indent}{_tag(element, form, '>')}{escape(first)}</{_element_name(element, form)}>"
    if any(isinstance(part, str) for part in element.content):
        return indent + _inline(element, form)
    parts = [indent + _tag(element, form, ">")]
    parts += [serialize(part, form, indent + "  ") for part in element.content if isinstance(part, Markup)]
    parts.append(f"{indent}</{_element_name(element, form)}>")
    return "\n".join(parts)


def _element_name(element: Markup, form: TbxForm) -> str:
    """Return the name of an element in a form; style DCT uses the data category: `min:partOfSpeech`."""
    if form is TbxForm.TBX2:
        return VERSION_2_NAMES.get(element.name, element.name)
    if form is TbxForm.TBX3_DCT and (category := _category(element)):
        return f"{BY_NAME[category].module}:{category}"
    return element.name.rpartition("}")[2]


def _category(element: Markup) -> str:
    for name, value in element.attributes:
        if name == "type" and value in BY_NAME and BY_NAME[value].element == element.name:
            return value
    return ""


def _tag(element: Markup, form: TbxForm, end: str) -> str:
    attributes = element.attributes
    if element.name.startswith("{"):
        attributes = (("xmlns", element.name[1:].rpartition("}")[0]), *attributes)
    if not attributes:
        return f"<{_element_name(element, form)}{end}"
    if form is TbxForm.TBX3_DCT and _category(element):
        attributes = tuple(pair for pair in attributes if pair[0] != "type")
    return f"<{_element_name(element, form)}{''.join(attribute(*pair) for pair in attributes)}{end}"


def _inline(element: Markup, form: TbxForm) -> str:
    if element.name in _LITERAL:
        return _LITERAL[element.name].format(element.text())
    if not element.content:
        return _tag(element, form, "/>")
    inner = "".join(escape(part) if isinstance(part, str) else _inline(part, form) for part in element.content)
    return f"{_tag(element, form, '>')}{inner}</{_element_name(element, form)}>"
