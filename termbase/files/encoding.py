"""Decodes files: UTF-8 first, then the encodings that Chinese files are really written in.

Start from `decode`. All readers of text use this module for the meaning of a byte-order mark or of the name of an
encoding, so the same bytes with the same name give the same text in HTML, TBX, TMX and PO.
"""

from __future__ import annotations

import codecs
import re
from typing import BinaryIO

from termbase.errors import TermbaseError

UTF8 = "utf-8"
_MARKS = (
    (codecs.BOM_UTF8, UTF8),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark is the first half of this one
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SUPERSETS = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "big5": "big5hkscs",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "iso8859-1": "cp1252",
}
"""Python's codecs, each with the superset in which files that declare it are really written."""

XML_DECLARATION = re.compile(rb"""\s*<\?xml\s[^>]*?\bencoding\s*=\s*["']([^"'<>]+)["']""")
_META = re.compile(rb"<meta\s[^>]{0,400}?charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
PO_CHARSET = re.compile(rb'^("Content-Type:[^"\n]*?charset=)([\w.:-]+)', re.IGNORECASE | re.MULTILINE)
_HEAD = 4096
"""Bytes at the start of a file that are searched for the name of its encoding."""

_PIECE = 1 << 20
_LEGACY = ["gb18030", "big5", "big5hkscs", "utf_16_le", "utf_16_be", "cp1252"]
_COMMON_GB = re.compile(rb"(?:[\0-\x7f]|[\xb0-\xd7][\xa1-\xfe]|[\xa1-\xa3][\xa1-\xfe])*")
"""Text of ASCII, frequent simplified characters (level 1 of GB 2312) and punctuation. Text in Big5 is never
like this, unless it is of a few characters; of these
charset_normalizer takes 你好 in GB 2312 for rare characters in Big5."""
_ENGLISH = re.compile(
    rb"(?:[\t-\r -\x7f]|(?<![\x80-\xff])"
    rb"(?:[\x80\x82-\x8c\x8e\x91-\x9c\x9e-\xa0]{1,2}|(?<=[A-Za-z])[\xc9-\xff]|[\xc9-\xff](?=[A-Za-z]))"
    rb"(?![\x80-\xff]))*"
)
"""Text of ASCII, lone curved quotation marks and dashes, and lone letters with accents inside a word, in
Windows-1252. In Chinese text other bytes beyond ASCII stand together. charset_normalizer takes *China's* with a
curved apostrophe for a rare character in the Big5 of Hong Kong."""
_CONTROL = re.compile("[\0-\x08\x0e-\x1f]")
"""Control characters that no text in a legacy encoding has; with them, a file is a picture or a program."""


def marked_encoding(head: bytes) -> tuple[str, int]:
    """Return the codec for the byte-order mark at the start of some bytes, and the length of the mark in bytes.

    Return "" and 0 if there is no mark.
    """
    return next(((codec, len(mark)) for mark, codec in _MARKS if head.startswith(mark)), ("", 0))


def utf8_mark(opened: BinaryIO) -> int | None:
    """Return the length in bytes of the byte-order mark of a UTF-8 file, or None if it is in another encoding.

    The file is read to its end in pieces, then set back to its start.
    """
    decoder = codecs.getincrementaldecoder(UTF8)()
    encoding, mark = marked_encoding(opened.read(4))
    opened.seek(0)
    try:
        while piece := opened.read(_PIECE):
            decoder.decode(piece)
            if b"\0" in piece:
                return None
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return None
    finally:
        opened.seek(0)
    return mark if encoding in ("", UTF8) else None


def unmarked_utf16(head: bytes) -> str:
    """Return the codec of UTF-16 text without a mark, in which every second byte of ASCII is zero, or ""."""
    even, odd = head[::2].count(0), head[1::2].count(0)
    if max(even, odd) * 4 < len(head) or not head:
        return ""
    return "utf-16-le" if odd > even else "utf-16-be"


def codec_of(label: str) -> str:
    """Return the name of Python's codec for the name of an encoding, or "" if it is not the name of one.

    Names have the meaning that they have in web pages (WHATWG Encoding Standard): files that declare GB2312 are in
    GBK. The exception is ASCII, which stays the subset of all others. A name that the standard lacks has Python's
    meaning.
    """
    own = _python_codec(label)
    if own in (UTF8, "ascii"):
        return own
    import webencodings

    found = webencodings.lookup(label)
    codec = _python_codec(found.codec_info.name) if found else ""
    return _SUPERSETS.get(codec or own, codec or own)


def _python_codec(name: str) -> str:
    try:
        "".encode(name)  # refuses codecs that are not encodings of text, such as zip
        return codecs.lookup(name).name
    except (LookupError, ValueError):
        return ""


def declared_encoding(data: bytes) -> str:
    """Return the encoding that a file declares in an XML declaration, HTML `meta` or PO header, or "" if none."""
    head = data[:_HEAD]
    found = XML_DECLARATION.match(head) or _META.search(head) or PO_CHARSET.search(head)
    return found.groups()[-1].decode("ascii", "replace") if found else ""


def decode(data: bytes, file: str, declared: str = "") -> tuple[str, str]:
    """Return the text of a file without its byte-order mark, and the name of its encoding.

    `declared` is the encoding that the file declares; it is used if the bytes are not UTF-8 and can be decoded by
    it. Raise TermbaseError if the bytes are not text in a supported encoding.
    """
    encoding, mark = marked_encoding(data)
    if encoding:
        return _strict(data[mark:], encoding, file), encoding
    try:
        text = data.decode(UTF8)
    except UnicodeDecodeError as error:
        return _as_declared(data, declared) or _legacy(data, file, line=data.count(b"\n", 0, error.start) + 1)
    return (text, UTF8) if "\0" not in text else _of_unmarked_utf16(data) or _legacy(data, file, line=1)


def _strict(data: bytes, encoding: str, file: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data[: error.start].decode(encoding, "ignore").count("\n") + 1
        raise TermbaseError(
            f"starts with the byte-order mark of {encoding.upper()} but is not valid in it", file=file, line=line,
            hint="save it as UTF-8",
        ) from None  # fmt: skip


def _as_declared(data: bytes, declared: str) -> tuple[str, str] | None:
    encoding = codec_of(declared) if declared else ""
    if not encoding or encoding.startswith(
        ("utf-16", "utf-32")
    ):  # the name was found as ASCII bytes, so this is wrong
        return None
    try:
        return data.decode(encoding), encoding.replace("_", "-")
    except UnicodeError:
        return None


def _of_unmarked_utf16(data: bytes) -> tuple[str, str] | None:
    encoding = unmarked_utf16(data[:_HEAD])
    try:
        text = data.decode(encoding) if encoding else "\0"
    except UnicodeDecodeError:
        return None
    return None if _CONTROL.search(text) else (text, encoding)


def _legacy(data: bytes, file: str, line: int) -> tuple[str, str]:
    if _COMMON_GB.fullmatch(data):
        return data.decode("gb18030"), "gb18030"
    if _ENGLISH.fullmatch(data):
        return data.decode("cp1252"), "cp1252"
    from charset_normalizer import from_bytes

    best = from_bytes(data, cp_isolation=_LEGACY).best()
    if best is None or _CONTROL.search(str(best)):
        raise TermbaseError(
            "is not text in UTF-8, GB18030, Big5 or UTF-16", file=file, line=line, hint="save it as UTF-8"
        )
    return str(best), best.encoding.replace("_", "-")
