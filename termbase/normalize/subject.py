"""A text on its way through one round of conversion. Start from `Subject`."""

from __future__ import annotations

from termbase.text.script import script_beside, simplify
from termbase.text.word_edges import Words


class Subject:
    """A text to be converted, with what both steps need to know about it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.simplified = simplify(text)
        self.script = script_beside(text, self.simplified)
        self.words = Words(self.simplified)
