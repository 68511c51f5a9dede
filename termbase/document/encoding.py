"""Bytes to text: UTF-8 first, then what Chinese files are really written in, and nothing by guess alone."""

from __future__ import annotations

import codecs

from termbase.errors import TermbaseError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LEGACY = ["gb18030", "big5", "big5hkscs", "utf_16_le", "utf_16_be", "cp1252"]


def decode(data: bytes, file: str) -> tuple[str, str]:
    """The text of a file without its byte-order mark, and the name of its encoding.

    Raises TermbaseError where the bytes are no text in any encoding that is read.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding, file), encoding
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _legacy(data, file, line=data.count(b"\n", 0, error.start) + 1)
    return (text, "utf-8") if "\0" not in text else _legacy(data, file, line=1)


def _strict(data: bytes, encoding: str, file: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data[: error.start].decode(encoding, "ignore").count("\n") + 1
        raise TermbaseError(
            f"starts with the mark of {encoding.upper()} but does not hold it", file=file, line=line,
            hint="save it as UTF-8",
        ) from None  # fmt: skip


def _legacy(data: bytes, file: str, line: int) -> tuple[str, str]:
    from charset_normalizer import from_bytes

    best = from_bytes(data, cp_isolation=_LEGACY).best()
    if best is None or "\0" in str(best):
        raise TermbaseError(
            "is no text in UTF-8, GB18030, Big5 or UTF-16", file=file, line=line, hint="save it as UTF-8"
        )
    return str(best), best.encoding.replace("_", "-")
