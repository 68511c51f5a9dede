"""Opens files to translate. Start from `open_job`."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path

from termbase.document.endings import DOCUMENTS
from termbase.errors import TermbaseError
from termbase.files.output import STANDARD_OUTPUT
from tmx.bilingual.languages import Given
from tmx.bilingual.suffixes import is_memory
from tmx.bilingual.xml_text import local_name, read_xml
from tmx.memory.jobs.job import Job
from tmx.reader import Memory, read

_PO = frozenset([".po", ".pot"])
_XLIFF = frozenset([".xlf", ".xliff"])
_CAT_XLIFF = frozenset([".sdlxliff", ".mqxliff"])
SUFFIXES = DOCUMENTS | _XLIFF | _CAT_XLIFF | _PO | {".tmx"}
"""The endings of files that are pretranslated in a folder."""

_HINT = "give an XLIFF, PO or TMX file, or a document"


def open_job(file: str, given: Given, read_memory: Callable[[str], Memory] = read) -> Job:
    """Open an XLIFF, PO or TMX file or a document; `given` are the languages that the user gives, or None.

    Raises TermbaseError if it cannot be read, is of another format, or its languages are not clear.
    """
    suffix = Path(file).suffix.lower()
    if suffix in _PO:
        from tmx.memory.jobs.po import PoJob

        return PoJob(file, given)
    if suffix in _XLIFF | _CAT_XLIFF:
        return _open_xliff(file, given)
    if not is_memory(file) and suffix not in DOCUMENTS:
        raise TermbaseError("cannot be pretranslated", file=file, hint=_HINT)
    if not given[1]:
        raise TermbaseError("the target language is not clear", file=file, hint="give --target")
    if suffix in DOCUMENTS:
        from tmx.memory.jobs.document import open_document

        return open_document(file, given)
    from tmx.memory.jobs.tmx_file import TmxJob

    return TmxJob(read_memory(file), given)


def outputs(files: Sequence[str], out: str) -> dict[str, str]:
    """Return the file to write for each of several files: the same path below the folder `out`.

    What is made of a document ends in `.xlf` too. Raises TermbaseError if two would be the same.
    """
    paths = [Path(os.path.abspath(file)) for file in files]  # noqa: PTH100 - without the .. in it
    top = os.path.commonpath([path.parent for path in paths])
    names: dict[str, str] = {}
    for file, path in zip(files, paths, strict=True):
        name = str(Path(out, path.relative_to(top))) + ".xlf" * _is_document(file)
        if name in names:
            reason = f"would be written to {name}, as {names[name]} is"
            raise TermbaseError(reason, file=file, hint="pretranslate them apart")
        names[name] = file
    return {file: name for name, file in names.items()}


def refuse_ending(file: str, out: str) -> None:
    """Raise TermbaseError if the sentences of a document would be written under another ending than XLIFF's."""
    if _is_document(file) and out != STANDARD_OUTPUT and Path(out).suffix.lower() not in _XLIFF:
        reason = f"the sentences of {file} are written as XLIFF"
        raise TermbaseError(reason, file=out, hint="give --out a name that ends in .xlf")


def _is_document(file: str) -> bool:
    return Path(file).suffix.lower() in DOCUMENTS


def _open_xliff(file: str, given: Given) -> Job:
    from tmx.memory.jobs.cat_xliff import open_xliff
    from tmx.memory.jobs.xliff2 import Xliff2Job

    xml = read_xml(file)
    if local_name(xml.root) != "xliff":
        reason = f"its root element is {local_name(xml.root)}"
        raise TermbaseError(f"cannot be pretranslated: {reason}", file=file, hint=_HINT)
    return Xliff2Job(xml, given) if "srcLang" in xml.root.attrib else open_xliff(xml, given)
