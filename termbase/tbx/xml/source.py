"""Decodes the bytes of an XML file into text that is safe to parse.

Start from `read_source`. Nothing is fetched or guessed. A file that is not in the encoding it declares is refused
with the line. Entity declarations are refused. HTML entities (`&nbsp;`) become characters and are reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set
from contextlib import suppress
from dataclasses import dataclass
from html.entities import html5
from xml.parsers import expat

from termbase.errors import TermbaseError
from termbase.files.encoding import UTF8, XML_DECLARATION, codec_of, marked_encoding, unmarked_utf16
from termbase.severity import Severity
from termbase.tbx.finding import TermbaseFinding

_UNDECLARED = re.compile(r"&(?!amp;|lt;|gt;|quot;|apos;|#)[A-Za-z_][\w.-]*;")
_LITERAL = r"<!\[CDATA\[.*?\]\]>|<!--.*?-->"
_NOT_MARKUP = re.compile(rf"{_LITERAL}|({_UNDECLARED.pattern})", re.DOTALL)
_START_TAG = re.compile(rf"{_LITERAL}|<\?.*?\?>|<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>|<(?![/!?])", re.DOTALL)
_CONCEPTS = ("conceptEntry", "termEntry", "entry")
_HEAD = 4096
_MANY, _MANY_IN_CONCEPT = 1_000_000, 1_000

LineAndColumn = tuple[int, int]
"""Line and column, both 1-based; the column counts code points."""


@dataclass(frozen=True, slots=True)
class XmlSource:
    """The text of an XML file without byte-order mark, and the findings for what was repaired in it."""

    file: str
    text: str
    findings: tuple[TermbaseFinding, ...] = ()

    def data(self) -> bytes:
        """Return the text in UTF-8, for a parser that is set to UTF-8 whatever the XML declaration says."""
        return self.text.encode()

    def places(self) -> Iterator[LineAndColumn]:
        """Yield the place of every start tag in document order."""
        return self._placed(_start_tags(self.text))

    def places_of(self, numbers: Set[int]) -> dict[int, LineAndColumn]:
        """Return the places of start tags by their 0-based numbers in document order."""
        if not numbers:
            return {}
        offsets = {number: offset for number, offset in enumerate(_start_tags(self.text)) if number in numbers}
        return dict(zip(offsets, self._placed(offsets.values()), strict=True))

    def _placed(self, offsets: Iterable[int]) -> Iterator[LineAndColumn]:
        line, line_start, last = 1, 0, 0
        for offset in offsets:
            line += self.text.count("\n", last, offset)
            line_start = self.text.rfind("\n", last, offset) + 1 or line_start
            yield line, offset - line_start + 1
            last = offset


def _start_tags(text: str) -> Iterator[int]:
    return (match.start() for match in _START_TAG.finditer(text) if match[0] == "<")


def read_source(data: bytes, file: str) -> XmlSource:
    """Return the text in the bytes of an XML file; `file` is its name in messages.

    Raises TermbaseError if the bytes are not in the declared encoding, if entities are declared or unknown, or if
    the file has millions of elements but almost no concepts.
    """
    text = _decode(data, file)
    if "<!ENTITY" in text:
        _refuse_entities(text, file)
    _refuse_swollen(text, file)
    return XmlSource(file, *_with_characters(text, file)) if _UNDECLARED.search(text) else XmlSource(file, text)


def _decode(data: bytes, file: str) -> str:
    encoding, start = marked_encoding(data)
    if not encoding:
        encoding = _declared(data, file)
    try:
        return data[start:].decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise TermbaseError(
            f"is not in the encoding that it declares, {encoding.upper()}",
            file=file,
            line=line,
            hint="declare its real encoding, or save it as UTF-8",
        ) from None


def _declared(data: bytes, file: str) -> str:
    """Return the encoding of a file without byte-order mark, following XML 1.0 appendix F."""
    if encoding := unmarked_utf16(data[:_HEAD]):
        return encoding
    match = XML_DECLARATION.match(data[:_HEAD])
    name = match[1].decode("ascii", "replace").lower() if match else UTF8
    known = codec_of(name)
    if not known:
        raise TermbaseError(f"declares an unknown encoding: {name}", file=file, line=1, hint="save it as UTF-8")
    if known.startswith(("utf-16", "utf-32")):
        raise TermbaseError(
            f"declares {name.upper()} but is in another encoding", file=file, line=1, hint="save it as UTF-8"
        )
    return known


def _with_characters(text: str, file: str) -> tuple[str, tuple[TermbaseFinding, ...]]:
    findings: list[TermbaseFinding] = []
    line, last = 1, 0

    def character(match: re.Match[str]) -> str:
        nonlocal line, last
        if not match[1]:
            return match[0]
        line += text.count("\n", last, match.start())
        last = match.start()
        hint = "write the character itself"
        if match[1][1:] not in html5:
            raise TermbaseError(f"uses an unknown entity: {match[1]}", file=file, line=line, hint=hint)
        message = f"{match[1]} is not an XML entity: read as in HTML"
        if not findings or findings[-1].line != line:  # one finding per line is enough
            findings.append(TermbaseFinding("T601", Severity.WARNING, message, line, 1, hint=hint))
        return html5[match[1][1:]]

    return _NOT_MARKUP.sub(character, text), tuple(findings)


def _refuse_entities(text: str, file: str) -> None:
    """Refuse entity declarations. Only those in the prolog count, not the same text in comments or content."""
    parser = expat.ParserCreate()

    def refuse(*_: object) -> None:
        line = parser.CurrentLineNumber
        hint = "write their text instead"
        raise TermbaseError("declares entities, which is not allowed", file=file, line=line, hint=hint)

    def stop(*_: object) -> None:
        raise StopIteration

    parser.EntityDeclHandler = refuse
    parser.StartElementHandler = stop
    with suppress(StopIteration, expat.ExpatError):  # broken XML is refused later, when it is read
        parser.Parse(text, True)


def _refuse_swollen(text: str, file: str) -> None:
    """Refuse a file with millions of elements but almost no concepts: no termbase, and it would fill the memory."""
    elements = text.count("<")
    if elements <= _MANY or any(text.count(f"<{name}") * _MANY_IN_CONCEPT > elements for name in _CONCEPTS):
        return
    elements -= text.count("</")
    concepts = sum(text.count(f"<{name}") for name in _CONCEPTS)
    if elements > _MANY and elements > _MANY_IN_CONCEPT * max(concepts, 1):
        message = f"has {elements:,} elements for {concepts:,} concepts"
        raise TermbaseError(message, file=file, hint="check that it is a termbase")
