"""Fixes in files: written whole or not at all, in the encoding and with all else as it was; or shown as a diff."""

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
    """The fixes that there are for some findings."""
    return tuple(finding.fix for finding in findings if finding.fix)


def mend_file(file: str, fixes: Iterable[Fix]) -> None:
    """Apply fixes to a file as it was when they were found; a symbolic link stays one.

    Raises TermbaseError where the file cannot be written, or its bytes do not come of its text.
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
    """What `mend_file` would change, as a unified diff that `git apply` and `patch -p1` take.

    `standard_input` is what the file `-` holds.
    """
    text, name = _read(file, standard_input).text, project_path(file)
    old, new = _LINE.findall(text), _LINE.findall(fixed(text, fixes))
    diff = unified_diff(old, new, f"a/{name}", f"b/{name}")
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in diff)


def _read(file: str, standard_input: bytes | None = None) -> Document:
    return read_text(file) if Path(file).suffix.lower() in BILINGUAL else read_document(file, standard_input)


def _refusal(file: str, encoding: str) -> TermbaseError:
    return TermbaseError(f"cannot be written back as {encoding.upper()}", file=file, hint="save it as UTF-8")
