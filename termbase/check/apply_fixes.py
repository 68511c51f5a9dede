"""Applies fixes to files, or shows the changes as a diff.

A file is written in full or not at all. Its encoding and all text outside the fixes stay as they were.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from difflib import diff_bytes, unified_diff
from pathlib import Path

from termbase.check.bilingual.segment_text import SUFFIXES as BILINGUAL
from termbase.check.bilingual.segment_text import read_text
from termbase.check.finding import Finding, Fix
from termbase.check.fingerprint import project_path
from termbase.check.fix import fixed
from termbase.document.find import STANDARD_INPUT
from termbase.document.model import Document
from termbase.document.reader import read_document
from termbase.errors import TermbaseError, os_error
from termbase.files.output import write_file

_LINE = re.compile(rb"[^\n]*\n|[^\n]+")


def fixes_of(findings: Iterable[Finding]) -> tuple[Fix, ...]:
    """Return the fixes of the findings that have one."""
    return tuple(finding.fix for finding in findings if finding.fix)


def mend_file(file: str, fixes: Iterable[Fix]) -> None:
    """Apply fixes to a file. The file must not have changed since they were found. A symbolic link stays a link.

    Raises TermbaseError if the file cannot be written, or if its encoding cannot reproduce it: it lacks a character
    of a fix, or encoding the decoded text gives other bytes.
    """
    _, new = _changed(file, _data(file), _read(file), fixes)
    write_file(file, new)


def diff_of(file: str, fixes: Iterable[Fix], standard_input: bytes | None = None, is_shown: bool = False) -> bytes:
    """Return the changes that `mend_file` would make, as a unified diff for `git apply` and `patch -p1`.

    It is in the encoding of the file, or in UTF-8 if it `is_shown` to a person. `standard_input` holds the bytes of
    the file `-`. Raises TermbaseError as `mend_file` does, and for UTF-16, which git takes for binary data.
    """
    document = _read(file, standard_input)
    if is_shown:
        old, new = document.text.encode(), fixed(document.text, fixes).encode()
    else:
        data = standard_input if file == STANDARD_INPUT and standard_input is not None else _data(file)
        old, new = _changed(file, data, document, fixes)
        if b"\0" in old:
            hint = "use --fix, or save it as UTF-8"
            raise TermbaseError(
                f"is in {document.encoding.upper()}, which no patch can change", file=file, hint=hint
            )
    path = project_path(file)
    end = "\t" if " " in path else ""  # as git writes it, since patch takes a name to end at the first space
    before, after = (os.fsencode(f"{side}/{path}{end}") for side in "ab")
    diff = diff_bytes(unified_diff, _LINE.findall(old), _LINE.findall(new), before, after)
    return b"".join(line if line.endswith(b"\n") else line + b"\n\\ No newline at end of file\n" for line in diff)


def _changed(file: str, data: bytes, document: Document, fixes: Iterable[Fix]) -> tuple[bytes, bytes]:
    """Return the bytes of a file, and those that it has with the fixes; both with its byte-order mark."""
    try:
        text = document.text.encode(document.encoding)
        new = fixed(document.text, fixes).encode(document.encoding)
    except UnicodeEncodeError:
        raise _refusal(file, document.encoding) from None
    mark = data[: len(data) - len(text)]
    if mark + text != data:
        raise _refusal(file, document.encoding)
    return data, mark + new


def _data(file: str) -> bytes:
    try:
        return Path(file).read_bytes()
    except OSError as error:
        raise os_error(error, file, "read") from error


def _read(file: str, standard_input: bytes | None = None) -> Document:
    return read_text(file) if Path(file).suffix.lower() in BILINGUAL else read_document(file, standard_input)


def _refusal(file: str, encoding: str) -> TermbaseError:
    return TermbaseError(
        f"cannot be written back in its encoding, {encoding.upper()}", file=file, hint="save it as UTF-8"
    )
