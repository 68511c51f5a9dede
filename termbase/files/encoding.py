"""Bytes to text: UTF-8 first, then what Chinese files are really written in, and nothing by guess alone."""

from __future__ import annotations

import codecs
import re

from termbase.errors import TermbaseError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb18030": "gb18030",
    "big5": "big5hkscs",
    "big5-hkscs": "big5hkscs",
    "iso-8859-1": "cp1252",
    "windows-1252": "cp1252",
    "shift_jis": "cp932",
    "euc-jp": "euc_jp",
    "euc-kr": "cp949",
}
"""What web pages call their encoding, and the superset of it that browsers read them in."""

_LEGACY = ["gb18030", "big5", "big5hkscs", "utf_16_le", "utf_16_be", "cp1252"]
_CONTROL = re.compile("[\0-\x08\x0e-\x1f]")
"""What no text in a legacy encoding holds: such bytes are a picture or a program."""


def decode(data: bytes, file: str, declared: str = "") -> tuple[str, str]:
    """The text of a file without its byte-order mark, and the name of its encoding.

    `declared` is what the file itself calls its encoding; it is believed where the bytes are not UTF-8 and agree.
    Raises TermbaseError where the bytes are no text in any encoding that is read.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding, file), encoding
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _as_declared(data, declared) or _legacy(data, file, line=data.count(b"\n", 0, error.start) + 1)
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


def _as_declared(data: bytes, declared: str) -> tuple[str, str] | None:
    encoding = _DECLARED.get(declared.lower())
    if encoding is None:
        return None
    try:
        return data.decode(encoding), encoding.replace("_", "-")
    except UnicodeDecodeError:
        return None


def _legacy(data: bytes, file: str, line: int) -> tuple[str, str]:
    from charset_normalizer import from_bytes

    best = from_bytes(data, cp_isolation=_LEGACY).best()
    if best is None or _CONTROL.search(str(best)):
        raise TermbaseError(
            "is no text in UTF-8, GB18030, Big5 or UTF-16", file=file, line=line, hint="save it as UTF-8"
        )
    return str(best), best.encoding.replace("_", "-")
