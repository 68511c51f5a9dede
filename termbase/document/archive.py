"""Safe reading of files that are ZIP archives of XML (DOCX, ODT, EPUB).

The number of unpacked bytes read from one archive is limited. XML is parsed without network access, without
expanding entities, and within the parser's limits for depth and text length.
"""

from __future__ import annotations

import struct
import zipfile
import zlib
from io import BytesIO
from typing import Any

from termbase.errors import TermbaseError

LIMIT = 200_000_000
"""The largest number of unpacked bytes read from one archive: more than any book has, yet it fits in memory."""

_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_DAMAGE = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, RuntimeError, ValueError)


class Archive:
    """An opened ZIP archive.

    The constructor and every method raise TermbaseError if the archive is damaged, encrypted or too large.
    `names` is the set of its member names.
    """

    def __init__(self, data: bytes, file: str) -> None:
        self.file = file
        self._left = LIMIT
        if data.startswith(_OLD_OFFICE):
            raise TermbaseError(
                "is encrypted or in the old binary format", file=file, hint="save it again without a password"
            )
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except _DAMAGE as error:
            raise self.damaged(str(error).lower()) from None
        self.names = frozenset(self._zip.namelist())

    def damaged(self, reason: str) -> TermbaseError:
        """Return the error to raise for a damaged archive."""
        return TermbaseError(f"is damaged: {reason}", file=self.file, hint="open it and save it again")

    def read(self, name: str) -> bytes:
        """Return the unpacked bytes of a member."""
        if name not in self.names:
            raise self.damaged(f"{name} is missing")
        member = self._zip.getinfo(name)
        if member.flag_bits & 1:
            raise TermbaseError("is encrypted", file=self.file, hint="save it without a password")
        if member.compress_type not in _METHODS:
            raise self.damaged(f"{name} uses an unknown compression method")
        self._left -= member.file_size
        if self._left < 0:
            raise TermbaseError(f"contains more than {LIMIT // 10**6} MB of text when unpacked", file=self.file)
        try:
            return self._zip.read(name)
        except _DAMAGE as error:
            raise self.damaged(f"{name}: {error}") from None

    def xml(self, name: str) -> Any:
        """Return the root element (lxml) of an XML member."""
        from lxml import etree

        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
        try:
            root = etree.fromstring(self.read(name), parser)
        except etree.XMLSyntaxError as error:
            raise self.damaged(f"{name}: {error.msg}") from None
        declared = root.getroottree().docinfo.internalDTD
        if declared is not None and any(True for _ in declared.iterentities()):
            raise TermbaseError(f"declares XML entities in {name}, which is not allowed", file=self.file)
        return root
