"""Converts the lines of one text. A line is read in the script and in the subject of the lines before it."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterable, Iterator

from termbase.language import Region
from termbase.normalize.prior_terms import PriorTerms
from termbase.normalize.subject import ALONE, Around
from termbase.normalize.text import Normalized, normalize
from termbase.text.script import Script, count_han, prevailing_script, simplify
from termbase.text.subject_words import count_words, is_many

_ENOUGH = 5
"""So many lines have to show the script before it is that of the text."""
_SENTENCE = 15
"""Characters of the shortest line that shows it. Lines that are all shorter are a list of words, not one text."""

_SUBJECTS = {
    Script.SIMPLIFIED: ("software", "code", "project", "computing"),
    Script.TRADITIONAL: ("taiwancode",),
}
"""The subjects that whole texts have, and that give words of a text of a script another sense."""
_NEAR = 30
"""So many sentences before a line show its subject: one file may have several texts."""


def normalize_lines(
    lines: Iterable[str], region: Region, terms: PriorTerms | None = None
) -> Iterator[tuple[str, Normalized]]:
    """Yield each line as soon as it is there, with what `normalize` makes of it.

    支持 in a heading that both scripts write alike becomes 支援 below simplified lines, as it does in these. Below
    sentences about programs, 对象 is an object of a program.
    """
    shown = Counter[Script]()
    other = Script.TRADITIONAL if region is Region.CN else Script.SIMPLIFIED
    subjects = _Subjects(_SUBJECTS[other])
    around = ALONE
    for line in lines:
        normalized = normalize(line, region, terms, around)
        yield line, normalized
        if len(line) >= _SENTENCE:
            shown[normalized.script] += 1
            if normalized.script is other:
                subjects.add(line)
            around = Around(_prevailing(shown), subjects.about)


def _prevailing(shown: Counter[Script]) -> Script:
    """Return the script of nearly all sentences that show one, `BOTH` if there are too few or both scripts."""
    script = prevailing_script(shown[Script.SIMPLIFIED], shown[Script.TRADITIONAL])
    return script if shown[script] >= _ENOUGH and script is not Script.MIXED else Script.BOTH


class _Subjects:
    """The subjects of the last sentences that are in the other script."""

    def __init__(self, names: tuple[str, ...]) -> None:
        """Take the names of the subjects that are looked for."""
        self.about: frozenset[str] = frozenset()
        self._names = names
        self._new: list[str] = []
        self._near = deque[tuple[int, ...]](maxlen=_NEAR // _ENOUGH)

    def add(self, sentence: str) -> None:
        """Count the words of each subject in a further sentence; several are counted at once, which is faster."""
        self._new.append(sentence)
        if len(self._new) < _ENOUGH:
            return
        text = simplify("\n".join(self._new))
        self._new.clear()
        self._near.append((count_han(text), *(count_words(name, text) for name in self._names)))
        han, *words = map(sum, zip(*self._near, strict=True))
        self.about = frozenset(name for name, count in zip(self._names, words, strict=True) if is_many(count, han))
