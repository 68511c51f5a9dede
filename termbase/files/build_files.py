"""Names the files that a build writes into its folder, so that no command reads them as sources."""

from __future__ import annotations

from collections.abc import Collection

BUILD_FILES = TERMBASE, MEMORY, TABLE, PAGE = "termbase.tbx", "memory.tmx", "candidates.tsv", "report.html"
"""What each build writes."""

XLSX = "candidates.xlsx"
"""The candidates as a spreadsheet; it is written only on request."""


def built_among(names: Collection[str]) -> frozenset[str]:
    """Return those of the names in a folder that a build has written: none unless all its files are there."""
    return frozenset((*BUILD_FILES, XLSX)) if {*BUILD_FILES} <= {*names} else frozenset()
