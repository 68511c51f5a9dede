"""The endings of bilingual files.

They are not in the readers and writers, so that this module is quick to import.
"""

XLIFF = frozenset({".xlf", ".xliff", ".sdlxliff", ".mqxliff", ".mxliff", ".txlf"})
"""The endings of XLIFF, also of Trados, memoQ, Phrase and Wordfast."""

SUFFIXES = XLIFF | {".tmx", ".po"}
"""The endings of files that are read in a folder; other bilingual files are read only if the user names them."""

ONE_LANGUAGE = frozenset({".arb", ".json", ".properties", ".resx", ".strings", ".xml"})
"""The endings of files of a program that hold one language each; two of them are read as pairs."""

WRITTEN = ("csv", "po", "tmx", "tsv", "xliff", "xliff2", "xlsx")
"""The formats that a memory can be written in."""

_WRITTEN_AS = {f".{form}": form for form in WRITTEN if form != "xliff2"} | {".xlf": "xliff"}
_PACKED = (".gz", ".zip")


def form_of(file: str) -> str | None:
    """Return the format for the ending of a file, such as `tmx` for `memory.tmx.gz`; None if it is unknown."""
    return _WRITTEN_AS.get(_suffix(file.removesuffix(".gz")))


def is_memory(file: str) -> bool:
    """Whether the name of a file says TMX: `.tmx`, compressed (`.gz`, `.zip`), or `-` for standard input."""
    return file == "-" or _suffix(file) in (".tmx", *_PACKED)


def _suffix(file: str) -> str:
    from pathlib import PurePath

    return PurePath(file).suffix.lower()
