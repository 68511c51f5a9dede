"""Chinese-English terminology: reads and writes termbases, extracts terms from documents, and checks documents.

Start from `termbase.model` for the data, `read` and `write` for files, and `termbase.gather` for building a
termbase from documents.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from termbase.exchange import read, read_with_findings, write

__all__ = ["read", "read_with_findings", "write"]


def __getattr__(name: str) -> Any:
    """Return a function of `termbase.exchange`, which is imported only when one is needed, since it takes long."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from termbase import exchange

    return getattr(exchange, name)
