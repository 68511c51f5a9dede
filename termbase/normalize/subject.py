"""A text on its way through one round of conversion. Start from `Subject`."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from termbase.text.chinese.word_edges import Words
from termbase.text.script import Script, prevailing_script, script_beside, shows_simplified, simplify

_ROUNDS_KEPT = 2
"""The next round has the same text in other characters, so its words are known already."""


class Around(NamedTuple):
    """What the lines before a text show.

    Their script, the subjects that they are about (`subject_words`), and whether they are in Traditional characters
    with words that the region for which they are converted does not use.
    """

    script: Script = Script.BOTH
    about: frozenset[str] = frozenset()
    is_foreign: bool = False


ALONE = Around()
"""A text that has no other before it."""


class Subject:
    """A text to be converted, with what both steps need to know about it."""

    def __init__(
        self,
        text: str,
        simplified: str | None = None,
        script: Script | None = None,
        around: Around = ALONE,
        written: Sequence[tuple[int, int]] | None = None,
    ) -> None:
        """Take the simplified form and the script of the text if they are known already.

        A text whose characters show no script is read as one of the script of the lines `around` it, and a
        Traditional one with a slip (里 for 裡 does not count, 锈 does) as Traditional. `written` are the places of
        the words that the round before has written in a simplified text, and None if the text is the original.
        """
        self.text = text
        self.simplified = simplify(text) if simplified is None else simplified
        self.shown = script or script_beside(text, self.simplified)
        self.script = around.script if self.shown is Script.BOTH else self.shown
        if self.shown is Script.MIXED and _is_slip(text, self.simplified):
            self.script = Script.TRADITIONAL
        self.about = around.about
        self.is_below_foreign = around.is_foreign
        self.written = written
        self.words = _words(self.simplified)


def _is_slip(text: str, simplified: str) -> bool:
    """Return whether nearly all characters of a text of both scripts that show one are Traditional."""
    slips = shows_simplified(beside_traditional=True)
    traditional = sum(map(str.__ne__, text, simplified))
    return prevailing_script(sum(char in slips for char in text), traditional) is Script.TRADITIONAL


@lru_cache(maxsize=_ROUNDS_KEPT)
def _words(simplified: str) -> Words:
    return Words(simplified)
