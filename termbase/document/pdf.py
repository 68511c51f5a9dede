"""Reads PDF page by page with PDFium; lines are joined into paragraphs by their positions, see `_goes_on`.

Characters are kept as the file has them, also Kangxi radicals (⽤ for 用), unless the character stands behind its
radical, too (⽤用). A hyphen at a line end is left out if it breaks a word that the file has elsewhere, see
`_unbroken`. A page that is only a picture has no text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from termbase.document.model import Block, Document, Unit
from termbase.errors import TermbaseError
from termbase.text.addresses import mask_addresses
from termbase.text.chinese.chinese_characters import doubled_radicals

_BREAK = "\x02"
"""PDFium returns this character, or U+FFFE, for a hyphen at a line end, and goes on with the next line."""
_BROKEN = re.compile(rf"(?<![\w{_BREAK}-])([A-Za-z]+){_BREAK}([a-z]+)(?![\w{_BREAK}-])")
_WORD = re.compile(rf"(?<![\w{_BREAK}-])[A-Za-z]+(?:-[A-Za-z]+)?(?![\w{_BREAK}-])")
_NO_TEXT = dict.fromkeys((0x00, 0x0C), " ")
_NEIGHBOURS = 10
"""Lines on either side from which the width of the column is estimated."""


def read(data: bytes, file: str) -> Document:
    """Return the document in the bytes of a PDF, with a form feed between pages; `file` is its name in messages.

    Raises TermbaseError if the file is damaged or encrypted, or if the optional dependency `pdf` is not installed.
    """
    texts: list[str] = []
    blocks: list[Block] = []
    place = 0
    for lines in _unbroken(_pages(data, file)):
        text = "\n".join(line.text for line in lines)
        blocks += (Block(place + block.start, block.text) for block in _paragraphs(lines, text))
        texts.append(text)
        place += len(text) + 1
    return Document(file, "\f".join(texts), "utf-8", tuple(blocks), Unit.PAGE)


def _unbroken(pages: Sequence[Sequence[_PageLine]]) -> Iterator[list[_PageLine]]:
    """Yield the lines of pages with the hyphens at their ends as readers take them.

    The one in `gover-nance` is left out if the pages have `governance` elsewhere, and `gover-nance` only so.
    """
    words = {word.lower() for lines in pages for line in lines for word in _WORD.findall(line.text)}

    def read_word(found: re.Match[str]) -> str:
        first, second = found.groups()
        is_word = f"{first}{second}".lower() in words and f"{first}-{second}".lower() not in words
        return f"{first}{'' if is_word else '-'}{second}"

    for lines in pages:
        yield [
            replace(line, text=_BROKEN.sub(read_word, line.text).replace(_BREAK, "-"))
            if _BREAK in line.text
            else line
            for line in lines
        ]


@dataclass(frozen=True, slots=True)
class _PageLine:
    """A line of text and its edges in points (1/72 inch), measured from the lower left corner of the page."""

    text: str
    left: float
    bottom: float
    right: float
    height: float


def _pages(data: bytes, file: str) -> list[list[_PageLine]]:
    try:
        import pypdfium2
    except ModuleNotFoundError:
        raise TermbaseError(
            "cannot be read: PDF support is not installed", file=file, hint='pip install "termbase[pdf]"'
        ) from None
    try:
        with pypdfium2.PdfDocument(data) as document:
            return [list(_lines(page.get_textpage())) for page in document]
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise TermbaseError("is encrypted", file=file, hint="save it without a password") from None
        raise TermbaseError("is damaged or not a PDF", file=file, hint="save it again as PDF") from None


def _lines(page: Any) -> Iterator[_PageLine]:
    from pypdfium2.raw import FPDFText_GetUnicode

    characters = [chr(FPDFText_GetUnicode(page, index)) for index in range(page.count_chars())]
    start = 0
    for index, char in enumerate([*characters, "\n"]):
        if char in "\r\n":
            seen = [place for place in range(start, index) if not characters[place].isspace()]
            if seen:
                yield _line(page, "".join(characters[start:index]), seen[0], seen[-1])
            start = index + 1


def _line(page: Any, text: str, first: int, last: int) -> _PageLine:
    left, bottom, _, top = page.get_charbox(first, loose=True)
    _, _, right, _ = page.get_charbox(last, loose=True)
    # On some systems PDFium returns a character above U+FFFF as two surrogates.
    joined = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    shown = doubled_radicals().sub("", joined)
    return _PageLine(
        shown.replace("\ufffe", _BREAK).translate(_NO_TEXT), left, bottom, right, max(top - bottom, 1.0)
    )


def _paragraphs(lines: Sequence[_PageLine], text: str) -> Iterator[Block]:
    start = end = 0
    for number, line in enumerate(lines):
        end += len(line.text) + 1
        if number == len(lines) - 1 or not _goes_on(lines, number):
            yield Block(start, mask_addresses(text[start : end - 1]))
            start = end


def _goes_on(lines: Sequence[_PageLine], number: int) -> bool:
    """Return whether the next line continues the paragraph of line `number`.

    It does if its letters are about as large, it stands close below, and this line fills the width of its column.
    If this line ends with sentence punctuation, the next line must also not be indented.
    """
    line, following = lines[number], lines[number + 1]
    size = line.height
    around = lines[max(number - _NEIGHBOURS, 0) : number + _NEIGHBOURS + 1]
    in_column = (other.right for other in around if other.left < line.right and line.left < other.right)
    column = max(in_column, default=line.right)
    width = line.right - line.left
    is_full = column - line.right <= max(0.12 * (column - line.left), 2 * size) and width > 15 * size
    is_close = following.bottom > line.bottom or line.bottom - following.bottom < 2.5 * size
    is_alike = 0.6 < following.height / size < 1.6  # letters of one font size differ in height
    is_new = following.left - line.left > 0.8 * size and line.text.rstrip().endswith(tuple("。！？.!?”」"))
    return is_full and is_close and is_alike and not is_new
