"""Keeps the documents that were read on disk, for a second pass over them.

Near variants can be searched only when all documents have been read and their terms are known.
"""

from __future__ import annotations

import hashlib
import pickle
from pathlib import Path
from typing import NamedTuple

from termbase.document.model import Document


class KeptDocuments(NamedTuple):
    """Documents kept in a temporary folder, which all processes of a job share."""

    folder: str

    def keep(self, file: str, document: Document) -> None:
        """Store the document read from a file, so that memory holds only one document at a time."""
        self._place(file).write_bytes(pickle.dumps(document))

    def document(self, file: str) -> Document:
        """Return the stored document of a file."""
        document: Document = pickle.loads(self._place(file).read_bytes())
        return document

    def _place(self, file: str) -> Path:
        return Path(self.folder, hashlib.sha256(file.encode(errors="surrogateescape")).hexdigest())
