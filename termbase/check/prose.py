"""A block of a document as the matcher is to see it, and the parts of it that are quotations."""

from __future__ import annotations

import re
from collections.abc import Iterator

from termbase.document.model import MASK, Block, Document
from termbase.extract.model import Span

_NOTHING = "\u200b"
_MASKED = re.compile(f"{MASK}+")
_BLOCK_QUOTE = re.compile(r"[ \t]*>")
_QUOTE_SIGN = re.compile(rf"(?:^|(?<=[\r\n]))[ \t]*(?:{MASK}[ \t]*)+")
_NAMES = re.compile(
    r"(?:https?|ftp)://[^\s<>（），。]+"
    r"|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|\b(?:[a-z0-9-]+\.)+(?:com|org|net|gov|edu|int|cn|tw|hk|io|eu|uk)\b(?:/[^\s<>（），。]*)?"
    r"|\b[\w-]+\.(?:pdf|html?|md|txt|docx?|xlsx?|pptx?|csv|json|xml|ya?ml|toml|py|js|png|jpe?g)\b",
    re.ASCII,
)
_QUOTATION = re.compile(
    r"“[^“”]*”|「[^「」]*(?:『[^『』]*』[^「」]*)*」|『[^『』]*』|《[^《》]*(?:〈[^〈〉]*〉[^《》]*)*》|〈[^〈〉]*〉"
    r'|(?<!\w)"[^"]*"(?!\w)'
    r"|(?<!\w)‘[^‘’]*(?:’(?=\w)[^‘’]*)*’(?!\w)"
)
_OPEN_TO_THE_END = re.compile(r"[“「][^“”「」]*\Z")
_OPENS = re.compile(r"\s*[“「]")


def readable(document: Document, block: Block) -> str:
    """The block's text, as long as it, with addresses masked and with what only looks like a gap taken away.

    An HTML tag and the sign of a block quote do not part the words of a term; code and addresses do.
    """
    text = _NAMES.sub(lambda name: MASK * len(name[0]), block.text)
    text = _QUOTE_SIGN.sub(
        lambda sign: " " * len(sign[0]) if ">" in _original(document, block, sign) else sign[0], text
    )
    return _MASKED.sub(
        lambda mask: _NOTHING * len(mask[0]) if _is_tag(_original(document, block, mask)) else mask[0], text
    )


def passages(document: Document) -> Iterator[Block]:
    """The blocks, those of plain lines that follow each other as one: a term may go on in the next line.

    A heading, an item or a quotation, whose sign is masked, begins a block of its own.
    """
    open_block: Block | None = None
    for block in document.blocks:
        end = open_block.start + len(open_block.text) if open_block else 0
        gap = document.text[end : block.start]
        if open_block and gap in ("\n", "\r\n", "\r") and MASK not in (open_block.text[:1], block.text[:1]):
            open_block = Block(open_block.start, open_block.text + gap + block.text)
            continue
        if open_block:
            yield open_block
        open_block = block
    if open_block:
        yield open_block


def quotations(document: Document) -> list[Span]:
    """Every stretch of a document that quotes: within quotation marks or title marks, and block quotes.

    A quotation that goes on in the next paragraph is opened there again and closed in the last one.
    """
    found: list[Span] = []
    for block, following in zip(document.blocks, [*document.blocks[1:], None], strict=True):
        if _BLOCK_QUOTE.match(document.text, block.start):
            found.append(Span(block.start, block.start + len(block.text)))
            continue
        goes_on = following is not None and _OPENS.match(following.text) is not None
        found += [Span(block.start + start, block.start + end) for start, end in _quoted(block.text, goes_on)]
    return found


def _quoted(text: str, goes_on: bool) -> Iterator[tuple[int, int]]:
    for quotation in _QUOTATION.finditer(text):
        yield quotation.span()
    if goes_on and (rest := _OPEN_TO_THE_END.search(text)):
        yield rest.span()


def _original(document: Document, block: Block, match: re.Match[str]) -> str:
    return document.text[block.start + match.start() : block.start + match.end()]


def _is_tag(original: str) -> bool:
    return re.fullmatch(r"(?:</?[A-Za-z][^<>]*>)+", original) is not None and not _parts_words(original)


def _parts_words(tags: str) -> bool:
    return re.search(r"<(?:br|hr|p|div|td|th|tr|li|h[1-6]|img)\b|://", tags, re.IGNORECASE) is not None
