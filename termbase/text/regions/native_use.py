"""How the writers of a region use the words that the tables of regional words give to other regions.

A table says what a region prefers; it does not say that nobody there writes the other word: 蕃茄 beside 番茄 in
Taiwan. `native_use.tsv` has the words of which a count in native texts says so, or says too little. It is made by
`bench/native_use.py`.
"""

from __future__ import annotations

from enum import StrEnum
from functools import cache

from termbase.files.data_table import data_rows
from termbase.language import Region


class NativeUse(StrEnum):
    """What a count in native texts says of a word of another region. The values are those of the table."""

    OWN = "own"
    """Texts without any other foreign word have it so often that it is a word of the region too."""
    DOUBTFUL = "doubtful"
    """It may be foreign: such texts have it often, but texts with other foreign words more often, or the region's
    own word is too rare to decide."""
    UNSEEN = "unseen"
    """It is foreign, but no text of the region had it beside other foreign words."""


@cache
def native_use(region: Region) -> dict[str, NativeUse]:
    """Return the words of the table for a region, in simplified characters and lower case."""
    rows = (row for row in data_rows("native_use.tsv") if row[0] == region)
    return {word: NativeUse(use) for _, use, words in rows for word in words.split()}
