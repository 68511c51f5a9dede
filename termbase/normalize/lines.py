"""Converts the lines of one text: a line whose characters show no script is read in that of the lines before it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from termbase.language import Region
from termbase.normalize.prior_terms import PriorTerms
from termbase.normalize.text import Normalized, normalize
from termbase.text.script import Script, prevailing_script

_ENOUGH = 5
"""So many lines have to show the script before it is that of the text."""
_SENTENCE = 15
"""Characters of the shortest line that shows it. Lines that are all shorter are a list of words, not one text."""


def normalize_lines(
    lines: Iterable[str], region: Region, terms: PriorTerms | None = None
) -> Iterator[tuple[str, Normalized]]:
    """Yield each line as soon as it is there, with what `normalize` makes of it.

    支持 in a heading that both scripts write alike becomes 支援 below simplified lines, as it does in these.
    """
    shown = Counter[Script]()
    for line in lines:
        normalized = normalize(line, region, terms, _prevailing(shown))
        shown[normalized.script] += len(line) >= _SENTENCE
        yield line, normalized


def _prevailing(shown: Counter[Script]) -> Script:
    """Return the script of nearly all sentences that show one, `BOTH` if there are too few or both scripts."""
    script = prevailing_script(shown[Script.SIMPLIFIED], shown[Script.TRADITIONAL])
    return script if shown[script] >= _ENOUGH and script is not Script.MIXED else Script.BOTH
