"""The endings of bilingual files, apart from their readers and writers: quick to import."""

SUFFIXES = frozenset({".tmx", ".po", ".xlf", ".xliff"})
"""What a folder is looked through for; other kinds are read where they are named."""

WRITTEN = ("csv", "po", "tmx", "tsv", "xliff", "xlsx")
"""The forms that a memory can be written in."""

_WRITTEN_AS = {f".{form}": form for form in WRITTEN} | {".xlf": "xliff"}
_PACKED = (".gz", ".zip")


def form_of(file: str) -> str | None:
    """The form of an ending: `memory.tmx.gz` asks for `tmx`; returns None if the ending is unknown."""
    return _WRITTEN_AS.get(_suffix(file.removesuffix(".gz")))


def is_memory(file: str) -> bool:
    """Whether a file is read as TMX, by its name: `.tmx`, packed (`.gz`, `.zip`), or `-`, standard input."""
    return file == "-" or _suffix(file) in (".tmx", *_PACKED)


def _suffix(file: str) -> str:
    from pathlib import PurePath

    return PurePath(file).suffix.lower()
