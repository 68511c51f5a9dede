"""Changes single terms in the bytes of a TBX file. Everything else in the file stays byte for byte.

Start from `TbxFile`. Its methods return the bytes of the changed file. A place is the number of a concept in the
file and the number of a term in that concept, both from 0, as in the termbase that `termbase` holds.
"""

from __future__ import annotations

import re
from functools import partial

from termbase.errors import TermbaseError
from termbase.language import region_style
from termbase.model import AdministrativeStatus, ConceptEntry, LanguageSection, Markup, TermSection
from termbase.tbx.reader import load
from termbase.tbx.standard.vocabulary import read_category, status_value
from termbase.tbx.writer import concept_text, language_text, term_text
from termbase.tbx.xml.serialize import TbxForm, escape, serialize
from termbase.tbx.xml.spans import Node, root_of

_CONCEPTS, _LANGUAGES, _TERMS = ("conceptEntry", "termEntry"), ("langSec", "langSet"), ("termSec", "tig", "ntig")
_HINT = "make a plain file of it: termbase tbx convert FILE --out NEW.tbx"


class TbxFile:
    """A TBX file to change: its bytes, and the termbase in it."""

    def __init__(self, data: bytes, file: str) -> None:
        """Read a file. Raises TermbaseError if it cannot be read, or has a form in which no term can be changed."""
        self.termbase = load(data, file)
        self.file = file
        self._data = data
        if not _is_utf8(data):
            raise TermbaseError("is not in UTF-8", file=file, hint=_HINT)
        self._root = root_of(data, file)
        self._concepts = list(self._root.all(*_CONCEPTS))
        self._form = self._form_of_root()
        if [len(list(node.all(*_TERMS))) for node in self._concepts] != [
            len(list(entry.terms())) for entry in self.termbase
        ]:
            raise TermbaseError("has terms in unusual places", file=file, hint=_HINT)

    def add_concept(self, entry: ConceptEntry) -> bytes:
        """Return the file with a concept at the end."""
        text = concept_text(entry, self._form, region_style)
        if self._concepts:
            return self._insert_after(self._concepts[-1], text)
        body = next(self._root.all("body"), None)
        if body is None:
            raise TermbaseError("has no body", file=self.file, hint=_HINT)
        name = f"{body.prefix}:body" if body.prefix else "body"
        inside = f"<{name}>\n{self._laid_out(text, b'      ', b'  ').decode()}\n    </{name}>"
        return self._spliced(body.start, body.end, inside.encode())

    def add_term(self, concept: int, language: str, term: TermSection) -> bytes:
        """Return the file with one more term in a concept; `language` is a canonical tag."""
        node, entry = self._concepts[concept], self.termbase.entries[concept]
        sections = list(node.all(*_LANGUAGES))
        for section, element in zip(entry.languages, sections, strict=True):
            if section.language == language and (own := list(element.all(*_TERMS))):
                return self._insert_after(own[-1], term_text(term, self._form))
        text = language_text(LanguageSection(language, (term,)), self._form, region_style)
        return self._insert_after(sections[-1], text)

    def set_term(self, concept: int, term: int, text: str) -> bytes:
        """Return the file with another text of a term."""
        node = next(self._term(concept, term).all("term"))
        return self._spliced(node.inner_start, node.inner_end, escape(text).encode())

    def set_status(self, concept: int, term: int, status: AdministrativeStatus) -> bytes:
        """Return the file with a status of a term."""
        section, value = self._term(concept, term), status_value(status)
        for node in section.all("termNote", "administrativeStatus", "admin", "descrip"):
            if node.name == "administrativeStatus" or read_category(node.attributes.get("type", "")) == (
                "administrativeStatus"
            ):
                return self._spliced(node.inner_start, node.inner_end, value.encode())
        element = Markup("termNote", (("type", "administrativeStatus"),), (value,))
        return self._insert_after(next(section.all("term")), serialize(element, self._form, ""))

    def remove(self, concept: int, term: int | None = None) -> bytes:
        """Return the file without a term, or without a concept if `term` is None.

        A language section or concept that would have no term is removed too.
        """
        node = self._concepts[concept]
        if term is None or len(list(node.all(*_TERMS))) == 1:
            return self._without(node)
        section = self._term(concept, term)
        for language in node.all(*_LANGUAGES):
            if list(language.all(*_TERMS)) == [section]:
                return self._without(language)
        return self._without(section)

    def _form_of_root(self) -> TbxForm:
        root = self._root
        if root.name == "martif":
            return TbxForm.TBX2
        if root.name != "tbx":
            raise TermbaseError(f"is TBX of an older form, <{root.name}>", file=self.file, hint=_HINT)
        if root.attributes.get("style", "dca").lower() != "dct":
            return TbxForm.TBX3_DCA
        if "xmlns:min" not in root.attributes:
            raise TermbaseError("declares another prefix than min", file=self.file, hint=_HINT)
        return TbxForm.TBX3_DCT

    def _term(self, concept: int, term: int) -> Node:
        return list(self._concepts[concept].all(*_TERMS))[term]

    def _insert_after(self, node: Node, text: str) -> bytes:
        """Insert the lines of an element after an element of the same level, with the same indentation."""
        indent = self._space_before(node)
        base = indent.rpartition(b"\n")[2]
        outer = self._space_before(node.parent or self._root).rpartition(b"\n")[2]
        lines = self._laid_out(text, base, base.removeprefix(outer) or b"  ", indent)
        return self._spliced(node.end, node.end, indent[: len(indent) - len(base)] + lines)

    def _laid_out(self, text: str, base: bytes, unit: bytes, indent: bytes = b"\n") -> bytes:
        """Return lines with the indentation of a place; in a file without line ends, all on one line."""
        lines = text.rstrip("\n").split("\n")
        least = len(lines[0]) - len(lines[0].lstrip())
        end = b"\r\n" if b"\r\n" in indent else b"\n" if b"\n" in indent else b""
        add = partial(re.sub, r"<(/?)(?![!?]|[\w.-]+:)", rf"<\1{self._root.prefix}:") if self._root.prefix else str
        out = []
        for line in lines:
            depth = (len(line) - len(line.lstrip()) - least) // 2
            out.append((base + unit * depth if end else b"") + str(add(line.lstrip())).encode())
        return end.join(out)

    def _space_before(self, node: Node) -> bytes:
        before = self._data[: node.start]
        return before[len(before.rstrip(b" \t\r\n")) :]

    def _without(self, node: Node) -> bytes:
        return self._spliced(node.start - len(self._space_before(node)), node.end, b"")

    def _spliced(self, start: int, end: int, replacement: bytes) -> bytes:
        changed = self._data[:start] + replacement + self._data[end:]
        load(changed, self.file)  # an unforeseen form of the file must not become a damaged file
        return changed


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    declared = re.match(rb"(?:\xef\xbb\xbf)?<\?xml[^>]*encoding\s*=\s*[\"']([^\"']+)", data)
    return declared is None or declared[1].lower() in (b"utf-8", b"utf8", b"us-ascii")
