"""Documents as they were read, kept on disk until the terms to look for in them are known."""

from __future__ import annotations

import hashlib
import pickle
from pathlib import Path
from typing import NamedTuple

from termbase.document.model import Document


class KeptDocuments(NamedTuple):
    """The documents kept in a folder of the job's own. Processes that work together share the folder."""

    folder: str

    def keep(self, file: str, document: Document) -> None:
        """Write what was read from a file; memory need not hold more than one document."""
        self._place(file).write_bytes(pickle.dumps(document))

    def document(self, file: str) -> Document:
        """The document that was read from a file."""
        document: Document = pickle.loads(self._place(file).read_bytes())
        return document

    def _place(self, file: str) -> Path:
        return Path(self.folder, hashlib.sha256(file.encode(errors="surrogateescape")).hexdigest())
