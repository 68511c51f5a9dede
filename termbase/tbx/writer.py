"""Writes a termbase as TBX: version 3 in styles DCA and DCT, and version 2 for CAT tools. Equal input, equal bytes.

Start from `dump`. It writes everything in the termbase; call `termbase.tbx.fit.fit_dialect.fit` first to move
information that a dialect cannot hold.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from termbase.language import region_style
from termbase.model import ConceptEntry, Extra, LanguageSection, Markup, TermSection, Termbase
from termbase.tbx.standard.categories import DIALECTS, MODULE_NAMESPACES, Dialect
from termbase.tbx.standard.vocabulary import NAMESPACE
from termbase.tbx.xml.elements import (
    concept_elements,
    header_elements,
    language_elements,
    term_elements,
)
from termbase.tbx.xml.markup import is_comment
from termbase.tbx.xml.serialize import TbxForm, attribute, serialize

_DECLARATION = "<?xml version='1.0' encoding='UTF-8'?>\n"
_DOCTYPE = '<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">\n'
_XCS = Markup("encodingDesc", (), (Markup("p", (("type", "XCSURI"),), ("TBXBasicXCSV02.xcs",)),))
"""The header of a version 2 file names an XCS file, which lists the data categories; this one is for TBX-Basic."""
_GROUPED = ("termNoteGrp", "termCompList")
"""Elements that version 2 allows in `ntig/termGrp` but not in `tig`."""

TagStyle = Callable[[str], str]


def dump(
    termbase: Termbase,
    form: TbxForm = TbxForm.TBX3_DCA,
    dialect: Dialect = Dialect.BASIC,
    tag_style: TagStyle = region_style,
) -> bytes:
    """Return the file as UTF-8 bytes.

    `tag_style` converts the canonical language tags of sections to the spelling to write, such as `zh-Hans-CN` to
    `zh-CN`.
    """
    return "".join(_lines(termbase, form, dialect, tag_style)).encode()


def _lines(termbase: Termbase, form: TbxForm, dialect: Dialect, tag_style: TagStyle) -> Iterator[str]:
    header, back = _header(termbase, form)
    yield _DECLARATION + (_DOCTYPE if form is TbxForm.TBX2 else "")
    yield from (serialize(extra.element, form, "") + "\n" for extra in termbase.extras if is_comment(extra.element))
    yield _root(termbase, form, dialect) + ">\n"
    yield serialize(header, form, "  ") + "\n  <text>\n"
    yield "    <body>\n" if termbase.entries else "    <body/>\n"
    for entry in termbase.entries:
        yield concept_text(entry, form, tag_style)
    yield "    </body>\n" if termbase.entries else ""
    yield from (serialize(part, form, "    ") + "\n" for part in back)
    yield f"  </text>\n</{'martif' if form is TbxForm.TBX2 else 'tbx'}>\n"


def _root(termbase: Termbase, form: TbxForm, dialect: Dialect) -> str:
    language = attribute("xml:lang", termbase.language)
    if form is TbxForm.TBX2:
        return f'<martif type="TBX-Basic"{language}'
    style = "dct" if form is TbxForm.TBX3_DCT else "dca"
    modules = DIALECTS[dialect] if form is TbxForm.TBX3_DCT else ()
    spaces = "".join(attribute(f"xmlns:{module}", MODULE_NAMESPACES[module]) for module in modules)
    return f'<tbx xmlns="{NAMESPACE}"{spaces} type="{dialect}" style="{style}"{language}'


def _header(termbase: Termbase, form: TbxForm) -> tuple[Markup, list[Markup]]:
    parts = list(header_elements(termbase))
    header = [part for part in parts if part.name != "back"]
    if form is TbxForm.TBX2:
        names = [part.name for part in header]
        if "encodingDesc" not in names:
            header.insert(1, _XCS)
        parts_in_order = sorted(
            (part for part in header[0].content if isinstance(part, Markup)),
            key=lambda part: ("titleStmt", "publicationStmt", "sourceDesc").index(part.name),
        )
        header[0] = Markup("fileDesc", (), tuple(parts_in_order))
    return Markup("tbxHeader", (), tuple(header)), [part for part in parts if part.name == "back"]


def concept_text(entry: ConceptEntry, form: TbxForm, tag_style: TagStyle) -> str:
    """Return a concept as the indented lines of a file, with the last line end."""
    name = "termEntry" if form is TbxForm.TBX2 else "conceptEntry"
    parts = [f"      <{name}{attribute('id', entry.id)}>\n"]
    parts += [serialize(element, form, "        ") + "\n" for element in concept_elements(entry)]
    parts += [language_text(section, form, tag_style) for section in entry.languages]
    parts.append(f"      </{name}>\n")
    return "".join(parts)


def language_text(section: LanguageSection, form: TbxForm, tag_style: TagStyle) -> str:
    """Return a language section as the indented lines of a file, with the last line end."""
    name = "langSet" if form is TbxForm.TBX2 else "langSec"
    identifier = attribute("id", section.id) if section.id and form is TbxForm.TBX2 else ""
    if section.id and form is not TbxForm.TBX2:
        # Version 3 allows no id on a langSec: an empty note carries it, so that references to it stay valid.
        section = _with_first(section, Markup("note", (("id", section.id),)))
    parts = [f"        <{name}{identifier}{attribute('xml:lang', tag_style(section.language))}>\n"]
    parts += [serialize(element, form, "          ") + "\n" for element in language_elements(section)]
    parts += [term_text(term, form) for term in section.terms]
    parts.append(f"        </{name}>\n")
    return "".join(parts)


def _with_first(section: LanguageSection, element: Markup) -> LanguageSection:
    return replace(section, id=None, extras=(Extra(element), *section.extras))


def term_text(term: TermSection, form: TbxForm) -> str:
    """Return a term section as the indented lines of a file, with the last line end."""
    elements = term_elements(term)
    identifier = attribute("id", term.id) if term.id else ""
    if form is not TbxForm.TBX2:
        return _section("termSec", identifier, elements, form)
    if not any(element.name in _GROUPED for element in elements):
        return _section("tig", identifier, elements, form)
    in_group = ("term", "termNote", *_GROUPED)
    group = sorted(
        (element for element in elements if element.name in in_group),
        key=lambda element: (element.name != "term", element.name == "termCompList"),
    )
    others = [element for element in elements if element.name not in in_group]
    return _section("ntig", identifier, [Markup("termGrp", (), tuple(group)), *others], form)


def _section(name: str, identifier: str, elements: list[Markup], form: TbxForm) -> str:
    lines = [serialize(element, form, "            ") for element in elements]
    return "\n".join([f"          <{name}{identifier}>", *lines, f"          </{name}>\n"])
