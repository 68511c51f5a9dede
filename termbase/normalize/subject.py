"""A text on its way through one round of conversion. Start from `Subject`."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from termbase.text.chinese.word_edges import Words
from termbase.text.script import Script, script_beside, simplify

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
        self, text: str, simplified: str | None = None, script: Script | None = None, around: Around = ALONE
    ) -> None:
        """Take the simplified form and the script of the text if they are known already.

        A text whose characters show no script is read as one of the script of the lines `around` it.
        """
        self.text = text
        self.simplified = simplify(text) if simplified is None else simplified
        self.shown = script or script_beside(text, self.simplified)
        self.script = around.script if self.shown is Script.BOTH else self.shown
        self.about = around.about
        self.is_below_foreign = around.is_foreign
        self.words = _words(self.simplified)


@lru_cache(maxsize=_ROUNDS_KEPT)
def _words(simplified: str) -> Words:
    return Words(simplified)
