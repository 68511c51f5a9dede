"""Detects the encoding of a memory. Its byte-order mark and its bytes count for more than its XML declaration.

Start from `detect`. If a file that was taken for UTF-8 turns out to have other bytes, call `look_again`.
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
    """Return the Python codec name of a file's encoding, and the length of its byte-order mark in bytes."""
    with open_file() as file:
        head = file.read(_HEAD)
    encoding, mark = marked_encoding(head)
    if not encoding:
        encoding = unmarked_utf16(head)
    if encoding:
        return encoding, mark
    return _declared(head, open_file, report), 0


def look_again(open_file: OpenFile, report: Report) -> str:
    """Return the encoding of a file that was taken for UTF-8 but has bytes that are not UTF-8.

    The result is UTF-8 if most of its text is valid UTF-8, so that only a part is damaged, or if no legacy encoding
    fits. Otherwise it is the legacy encoding that fits, and this is reported.
    """
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
    report.mend(
        1, RepairCode.ENCODING, f"the file is not in UTF-8: read as {encoding.upper()}, which fits its text"
    )
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
    report.mend(1, RepairCode.ENCODING, f"the file declares {name} but is in UTF-8: read as UTF-8")
    return UTF8


def _ascii_compatible(name: str) -> str:
    """The codec of a declared name; "" if the name is unknown, or ASCII characters are not single bytes in it."""
    codec = codec_of(name)
    try:
        return codec if codec and b"<".decode(codec) == "<" else ""
    except UnicodeError:
        return ""


def _survey(file: BinaryIO) -> tuple[int, int, bytes]:
    """The number of non-ASCII texts that are valid UTF-8, of those that are not, and a sample of the latter."""
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
    """Return a block recoded to UTF-8.

    Undecodable bytes become bytes that are not valid UTF-8, to be reported later.
    """
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
    """Cut a block into units and the text between them, so that a missing byte shifts no other part."""
    starts = [f"<tu{after}".encode(encoding) for after in "> \n\r\t"]
    marks = re.compile(b"|".join(map(re.escape, [*starts, _UNIT_END.encode(encoding)])))
    at = 0
    for match in marks.finditer(block):
        cut = match.start() if match[0] in starts else match.end()
        yield block[at:cut]
        at = cut
    yield block[at:]


def _wide_piece(piece: bytes, encoding: str) -> str:
    """Decode a part in which bytes may be missing, from its start or its end: whichever gives more markup."""
    width = 4 if "32" in encoding else 2
    extra = len(piece) % width
    readings = (piece[: len(piece) - extra], piece[extra:])
    return max((_wide_text(reading, encoding) for reading in readings), key=lambda text: text.count("<"))


def _wide_text(reading: bytes, encoding: str) -> str:
    try:
        return _SURROGATE.sub("\udcff", reading.decode(encoding, "surrogatepass"))
    except UnicodeDecodeError:
        return reading.decode(encoding, "replace").replace("\ufffd", "\udcff")
