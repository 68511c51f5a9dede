"""What a memory's bytes are written in: its mark and its bytes are believed before its XML declaration.

Start from `detect`; a file taken for UTF-8 that turns out to hold other bytes is looked at again by `look_again`.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterator
from typing import BinaryIO

from termbase.errors import TermbaseError
from termbase.files.encoding import (
    UTF8,
    XML_DECLARATION,
    codec_of,
    decode,
    marked_encoding,
    unmarked_utf16,
)
from tmx.report import RepairCode, Report

_LEGACY = frozenset({"gb18030", "big5hkscs", "cp1252"})
_HEAD = 4096
_CHUNK = 1 << 20
_SAMPLE = 1 << 18
_ESCAPED = re.compile("[\udc80-\udcff]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_UNIT_END = "</tu>"
OpenFile = Callable[[], BinaryIO]


def detect(open_file: OpenFile, report: Report) -> tuple[str, int]:
    """The Python name of a file's encoding, and the length of its byte-order mark."""
    with open_file() as file:
        head = file.read(_HEAD)
    encoding, mark = marked_encoding(head)
    if not encoding:
        encoding = unmarked_utf16(head)
    if encoding:
        return encoding, mark
    return _declared(head, open_file, report), 0


def look_again(open_file: OpenFile, report: Report) -> str:
    """The encoding of a file without mark that calls itself UTF-8 and is not: UTF-8 with damage, or another."""
    with open_file() as file:
        good, bad, sample = _survey(file)
    if good >= bad:
        return UTF8
    try:
        encoding = codec_of(decode(sample, report.file)[1])
    except TermbaseError:
        return UTF8
    if encoding not in _LEGACY:
        return UTF8
    report.mend(1, RepairCode.ENCODING, f"is not in UTF-8: read as {encoding.upper()}, which it looks like")
    return encoding


def _declared(head: bytes, open_file: OpenFile, report: Report) -> str:
    match = XML_DECLARATION.search(head)
    name = match[1].decode("ascii", "replace") if match else UTF8
    encoding = _ascii_compatible(name)
    if encoding in (UTF8, "ascii"):
        return UTF8
    with open_file() as file:
        good, bad, _ = _survey(file)
    if encoding and bad >= good:
        return encoding
    report.mend(1, RepairCode.ENCODING, f"declares {name}, which it is not in: read as UTF-8")
    return UTF8


def _ascii_compatible(name: str) -> str:
    """The codec of a declared name; "" if it is unknown, or does not hold ASCII as single bytes."""
    codec = codec_of(name)
    try:
        return codec if codec and b"<".decode(codec) == "<" else ""
    except UnicodeError:
        return ""


def _survey(file: BinaryIO) -> tuple[int, int, bytes]:
    """How many texts between tags are UTF-8 beyond ASCII, how many are none, and a sample of the latter."""
    decoder = codecs.getincrementaldecoder(UTF8)("surrogateescape")
    good = bad = 0
    sample: list[str] = []
    size = 0
    for text in _decoded(file, decoder):
        if text.isascii():
            continue
        for run in text.split("<"):
            if run.isascii():
                continue
            if not _ESCAPED.search(run):
                good += 1
                continue
            bad += 1
            if size < _SAMPLE:
                sample.append(run)
                size += len(run)
    return good, bad, "<".join(sample).encode(UTF8, "surrogateescape")


def _decoded(file: BinaryIO, decoder: codecs.IncrementalDecoder) -> Iterator[str]:
    while data := file.read(_CHUNK):
        yield decoder.decode(data)
    yield decoder.decode(b"", final=True)


def recoded(block: bytes, encoding: str) -> bytes:
    """A block in UTF-8. Bytes that are no text stay as bytes that are no UTF-8, to be found and reported."""
    try:
        text = block.decode(encoding)
    except UnicodeDecodeError:
        text = None
    if not encoding.startswith(("utf-16", "utf-32")):
        return (text or block.decode(encoding, "surrogateescape")).encode(UTF8, "surrogateescape")
    end = _UNIT_END.encode(encoding)
    if text is None or text.count(_UNIT_END) != block.count(end):
        text = "".join(_wide_piece(piece, encoding) for piece in _by_unit(block, encoding))
    return text.encode(UTF8, "surrogateescape")


def _by_unit(block: bytes, encoding: str) -> Iterator[bytes]:
    """The units of a block, and what is between them: a byte lost in one of these shifts no other."""
    starts = [f"<tu{after}".encode(encoding) for after in "> \n\r\t"]
    marks = re.compile(b"|".join(map(re.escape, [*starts, _UNIT_END.encode(encoding)])))
    at = 0
    for match in marks.finditer(block):
        cut = match.start() if match[0] in starts else match.end()
        yield block[at:cut]
        at = cut
    yield block[at:]


def _wide_piece(piece: bytes, encoding: str) -> str:
    """A part in which bytes may be missing: read from the side that gives more of it as markup."""
    width = 4 if "32" in encoding else 2
    extra = len(piece) % width
    readings = (piece[: len(piece) - extra], piece[extra:])
    return max((_wide_text(reading, encoding) for reading in readings), key=lambda text: text.count("<"))


def _wide_text(reading: bytes, encoding: str) -> str:
    try:
        return _SURROGATE.sub("\udcff", reading.decode(encoding, "surrogatepass"))
    except UnicodeDecodeError:
        return reading.decode(encoding, "replace").replace("\ufffd", "\udcff")
