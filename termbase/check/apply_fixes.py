"""Applies fixes to files, or shows the changes as a diff.

A file is written in full or not at all. Its encoding and all text outside the fixes stay as they were.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import unified_diff
from pathlib import Path

from termbase.check.finding import Finding, Fix
from termbase.check.fingerprint import project_path
from termbase.check.fix import fixed
from termbase.check.segment_places import SUFFIXES as BILINGUAL
from termbase.check.segment_places import read_text
from termbase.document.model import Document
from termbase.document.reader import read_document
from termbase.errors import TermbaseError, os_error
from termbase.files.output import write_file

_LINE = re.compile(r"[^\n]*\n|[^\n]+")


def fixes_of(findings: Iterable[Finding]) -> tuple[Fix, ...]:
    """Return the fixes of the findings that have one."""
    return tuple(finding.fix for finding in findings if finding.fix)


def mend_file(file: str, fixes: Iterable[Fix]) -> None:
    """Apply fixes to a file. The file must not have changed since they were found. A symbolic link stays a link.

    Raises TermbaseError if the file cannot be written, or if its encoding cannot reproduce it: it lacks a character
    of a fix, or encoding the decoded text gives other bytes.
    """
    document = _read(file)
    try:
        data = Path(file).read_bytes()
        mark = data[: len(data) - len(document.text.encode(document.encoding))]
        new = mark + fixed(document.text, fixes).encode(document.encoding)
    except OSError as error:
        raise os_error(error, file, "read") from error
    except UnicodeEncodeError:
        raise _refusal(file, document.encoding) from None
    if mark + document.text.encode(document.encoding) != data:
        raise _refusal(file, document.encoding)
    write_file(file, new)


def diff_of(file: str, fixes: Iterable[Fix], standard_input: bytes | None = None) -> str:
    """Return the changes that `mend_file` would make, as a unified diff for `git apply` and `patch -p1`.

    `standard_input` holds the bytes of the file `-`.
    """
    text, name = _read(file, standard_input).text, project_path(file)
    old, new = _LINE.findall(text), _LINE.findall(fixed(text, fixes))
    diff = unified_diff(old, new, f"a/{name}", f"b/{name}")
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in diff)


def _read(file: str, standard_input: bytes | None = None) -> Document:
    return read_text(file) if Path(file).suffix.lower() in BILINGUAL else read_document(file, standard_input)


def _refusal(file: str, encoding: str) -> TermbaseError:
    return TermbaseError(
        f"cannot be written back in its encoding, {encoding.upper()}", file=file, hint="save it as UTF-8"
    )
