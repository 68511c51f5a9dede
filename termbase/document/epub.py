"""Reads EPUB: the paragraphs of each chapter, in reading order, cut by the HTML module.

Each text file inside the book becomes a named part of the document.
"""

from __future__ import annotations

import posixpath
from bisect import bisect_left
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

from termbase.document import html
from termbase.document.archive import Archive
from termbase.document.model import Document
from termbase.document.paragraphs import PartText, document_of
from termbase.document.tables import marked_cells
from termbase.errors import TermbaseError
from termbase.files.encoding import declared_encoding, decode
from termbase.text.offsets import Span, unmasked
from termbase.text.sentences import unwrapped

_CONTAINER, _ENCRYPTION = "META-INF/container.xml", "META-INF/encryption.xml"
_TEXTS = frozenset(("application/xhtml+xml", "text/html", "text/x-oeb1-document"))


def read(data: bytes, file: str) -> Document:
    """Return the document in the bytes of an EPUB file; `file` is its name in messages.

    Raises TermbaseError if the file is damaged, encrypted or too large.
    """
    archive = Archive(data, file)
    chapters = list(dict.fromkeys(_chapters(archive)))
    if not _encrypted(archive).isdisjoint(chapters):
        raise TermbaseError("is encrypted", file=file, hint="get a copy without copy protection (DRM)")
    return document_of(file, ((name, _paragraphs(archive, name)) for name in chapters))


def _chapters(archive: Archive) -> Iterator[str]:
    """Yield the names of the text files in the order of the spine, the reading order of an EPUB."""
    package = next((str(root.get("full-path")) for root in _all(archive.xml(_CONTAINER), "rootfile")), None)
    if package is None:
        raise archive.damaged(f"{_CONTAINER} names no package document")
    root = archive.xml(package)
    items = {item.get("id"): item for item in _all(root, "item") if item.get("media-type") in _TEXTS}
    for reference in _all(root, "itemref"):
        if (item := items.get(reference.get("idref"))) is not None:
            target = unquote(item.get("href", "").partition("#")[0])
            yield posixpath.normpath(posixpath.join(posixpath.dirname(package), target))


def _encrypted(archive: Archive) -> set[str]:
    """Return the encrypted members. A book whose text is readable often has encrypted fonts."""
    if _ENCRYPTION not in archive.names:
        return set()
    return {unquote(str(found.get("URI"))) for found in _all(archive.xml(_ENCRYPTION), "CipherReference")}


def _paragraphs(archive: Archive, name: str) -> PartText:
    data = archive.read(name)
    source, _ = decode(data, f"{archive.file}/{name}", declared_encoding(data))
    blocks = list(html.blocks(source))
    starts = [block.start for block in blocks]
    ranges = (
        tuple(tuple(Span(*(bisect_left(starts, place) for place in cell)) for cell in row) for row in rows)
        for rows in marked_cells(source)
    )
    return PartText([" ".join(unwrapped(unmasked(block.text)).split()) for block in blocks], tuple(ranges))


def _all(root: Any, name: str) -> Iterator[Any]:
    return iter(root.iter(f"{{*}}{name}"))
