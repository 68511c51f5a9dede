"""The blocks of a document as the matcher is to see them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from termbase.document.model import MASK, Block, Document

_NOTHING = "\u200b"
_MASKED = re.compile(f"{MASK}+")
_QUOTE_SIGN = re.compile(rf"(?:^|(?<=[\r\n]))[ \t]*(?:{MASK}[ \t]*)+")
_NAME_END = r"(?:com|org|net|gov|edu|int|cn|tw|hk|io|eu|uk)\b(?:/[^\s<>（），。]*)?"
_FILE_END = r"(?:pdf|html?|md|txt|docx?|xlsx?|pptx?|csv|json|xml|ya?ml|toml|py|js|png|jpe?g)\b"
_MAY_BE_NAME = re.compile(rf"\.(?:{_NAME_END}|{_FILE_END})", re.ASCII)
_NAME = re.compile(
    rf"\b(?:[a-z0-9-]+\.)+{_NAME_END}|\b[\w-]+\.{_FILE_END}", re.ASCII
)  # igf.org, network-security.pdf


def readable(document: Document, block: Block) -> str:
    """The block's text, as long as it, for finding terms: file names masked too, and tags not in their way.

    An HTML tag and the sign of a block quote do not part the words of a term; code and addresses do.
    """
    text = block.text
    if _MAY_BE_NAME.search(text):
        text = _NAME.sub(lambda name: MASK * len(name[0]), text)
    if MASK not in text:
        return text
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


def _original(document: Document, block: Block, match: re.Match[str]) -> str:
    return document.text[block.start + match.start() : block.start + match.end()]


def _is_tag(original: str) -> bool:
    return re.fullmatch(r"(?:</?[A-Za-z][^<>]*>)+", original) is not None and not _parts_words(original)


def _parts_words(tags: str) -> bool:
    return re.search(r"<(?:br|hr|p|div|td|th|tr|li|h[1-6]|img)\b|://", tags, re.IGNORECASE) is not None
