"""Converts the lines of one text. A line is read as one of the same text as the lines before it.

They show its script, its subject, and whether it comes from another region.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterable, Iterator

from termbase.language import Region
from termbase.normalize.prior_terms import PriorTerms
from termbase.normalize.subject import ALONE, Around
from termbase.normalize.text import Normalized, normalize
from termbase.text.regions.subject_words import count_words, is_many
from termbase.text.script import Script, count_han, prevailing_script, script_beside, simplify

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
"""So many sentences before a line show its subject and its region: one file may have several texts."""

_FOREIGN = 3
"""So many different words of another region in these sentences show that the text comes from there."""


def normalize_lines(
    lines: Iterable[str], region: Region, terms: PriorTerms | None = None
) -> Iterator[tuple[str, Normalized]]:
    """Yield each line as soon as it is there, with what `normalize` makes of it.

    支持 in a heading that both scripts write alike becomes 支援 below simplified lines, as it does in these. Below
    sentences about programs, 对象 is an object of a program. Below Taiwan's 軟體, 硬體 and 計程車, for Hong Kong
    便當 becomes 飯盒, although Hong Kong knows it too.
    """
    above = _Above(region)
    for line in lines:
        normalized = normalize(line, region, terms, above.around)
        yield line, normalized
        above.add(line, normalized.script, normalized.foreign_words(region))


class LinesAbove:
    """Finds what the lines of a text show above its places, which have to be asked for in order."""

    def __init__(self, text: str, region: Region) -> None:
        """Take the text, and the region for whose readers it is converted."""
        self._text, self._read = text, 0
        self._above = _Above(region)

    def around(self, place: int) -> Around:
        """Return what the lines above the line of a place show, as `normalize_lines` would."""
        start = max(self._text.rfind("\n", 0, place) + 1, self._read)
        for line in self._text[self._read : start].splitlines():
            if len(line) >= _SENTENCE:
                self._above.add(line, script_beside(line, simplify(line)))
        self._read = start
        return self._above.around


class _Above:
    """What the lines so far show."""

    def __init__(self, region: Region) -> None:
        """Begin a text that is converted for a region."""
        self.around = ALONE
        self._shown = Counter[Script]()
        self._other = Script.TRADITIONAL if region is Region.CN else Script.SIMPLIFIED
        self._subjects = _Subjects(_SUBJECTS[self._other])
        self._foreign = deque[frozenset[str]](maxlen=_NEAR)

    def add(self, line: str, script: Script, foreign: frozenset[str] = frozenset()) -> None:
        """Add a line, the script that it shows, and its words that the region does not use."""
        if len(line) >= _SENTENCE:
            self._shown[script] += 1
            if script is self._other:
                self._subjects.add(line)
            self._foreign.append(foreign)
            is_foreign = len(frozenset().union(*self._foreign)) >= _FOREIGN
            self.around = Around(_prevailing(self._shown), self._subjects.about, is_foreign)


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
