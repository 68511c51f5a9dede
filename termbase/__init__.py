"""Chinese-English terminology: concepts, text knowledge, documents, extraction and checks.

Start from `termbase.model` for the data, `read` and `write` for files, `termbase.gather` for the main job.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from termbase.exchange import read, read_with_findings, write

__all__ = ["read", "read_with_findings", "write"]


def __getattr__(name: str) -> Any:
    """The functions of `termbase.exchange`, which is imported when the first of them is asked for."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from termbase import exchange

    return getattr(exchange, name)
