"""The results of checks as values.

A check yields `Problem`s, which have offsets in a text. The user gets `Finding`s, which have a place in a file.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from termbase.severity import Severity
from termbase.text.counted import counted

Side = Literal["source", "target"]
SIDES: tuple[Side, Side] = ("source", "target")

LEAST_DECIDED = 5
"""The fewest places that show a decision of the writer: another word throughout."""

Standing = Literal["", "apart", "doubtful", "mined", "open", "unsure"]
"""What a file tells of a term that lacks its listed translation (`termbase.check.bilingual.standing`).

- "": The termbase is the file's own, as far as its deviations show.
- "apart": The termbase is not the file's own as far as that shows, but the file follows it in this term elsewhere.
- "doubtful": The termbase is not the file's own, and the file does not show that it means this term.
- "mined": The term is only mined, and the file does not have its listed translation elsewhere as a rule, or the
  target has another word for it, or no wrong one.
- "open": The file has too few deviations to tell.
- "unsure": Of `same-target`: the file does not show that the sources mean different things. Of `inconsistent`: the
  source is a single word, or has different contexts.
"""


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem that a check found in a text: `start` and `end` are code points, from 0, end-exclusive.

    In a bilingual file the text is that of all segments of the `side`, joined. `concept` is the id of the concept
    concerned. `suggestions` are the terms to write instead. `listed` is the termbase's spelling of the term that
    was found. `severity` replaces the severity of the check for this problem alone. `uses` are the offsets, on the
    same side, of all places that the problem compares: those of two renderings of one concept. `throughout` is the
    message of one problem that may stand for all with it. `standing` tells whether the termbase is the file's own,
    and `other` is the usual translation that the target has instead of a listed one, the other source of
    `same-target`, the other target of `inconsistent`, or "".
    """

    start: int
    end: int
    message: str
    concept: str | None = None
    suggestions: tuple[str, ...] = ()
    side: Side = "target"
    listed: str = ""
    severity: Severity | None = None
    uses: tuple[int, ...] = ()
    throughout: str = ""
    standing: Standing = ""
    other: str = ""


@dataclass(frozen=True, slots=True)
class Fix:
    """The only right text for a stretch of a document: `start` and `end` are code points, from 0, end-exclusive."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Also:
    """One of the findings for which another one stands.

    `other` is the word of the target, the other source of `same-target`, the other target of `inconsistent`, or "".
    `fix` is as in a finding.
    """

    file: str
    line: int
    segment: str | None
    text: str
    concept: str | None
    suggestions: tuple[str, ...]
    other: str
    fix: Fix | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem with its check and its place in a file: the fields of `termbase check --format json`.

    Lines and columns count from 1; `end_column` is the column after the last character. `start` and `end` are code
    points, from 0, end-exclusive. `before` and `after` are the text around `text` in its line, at most 200 code
    points each. `compared` are the lines of all places that the finding compares (two renderings of one concept).
    `throughout` is the message of a finding that may stand for all of its file with it, or "". `standing` and
    `other` are as in a problem. A finding that stands for several has them in `also`.

    Only findings in bilingual files have `segment` (the id of a segment) and `side`; their offsets count in the
    plain text of the segment on that side. `unit` is what translators know the segment by (its id, context, or
    place in the program), "" if nothing but its text. `unit_lines` are the first and last line of each of its
    texts.
    """

    code: str
    name: str
    severity: Severity
    message: str
    file: str
    line: int
    column: int
    end_line: int
    end_column: int
    start: int
    end: int
    text: str
    concept: str | None
    suggestions: tuple[str, ...]
    segment: str | None = None
    side: Side | None = None
    fix: Fix | None = None
    before: str = ""
    after: str = ""
    source_text: str | None = None
    target_text: str | None = None
    unit: str | None = None
    unit_lines: tuple[tuple[int, int], ...] = ()
    compared: tuple[int, ...] = ()
    throughout: str = ""
    standing: Standing = ""
    other: str = ""
    also: tuple[Also, ...] = ()

    def sides(self) -> tuple[tuple[Side, str], ...]:
        """Return the two texts of the unit, each with its side; none if the file is not bilingual."""
        texts = zip(SIDES, (self.source_text, self.target_text), strict=True)
        return tuple((side, text) for side, text in texts if text is not None)


WITHOUT_REGION = "without-region"
"""What `left_out` counts documents in Traditional Chinese as that show no region: no words of them are checked."""

WITHOUT_NUMBERS = "without-numbers"
"""What `left_out` counts translations into other languages as whose numbers and punctuation are not checked."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """The checked files, as the user named them, and the findings in them, in the order of files and places.

    `old` are the findings that a baseline lists. `labels` are names of concepts for people, by id of the concept.
    `left_out` counts the translations that were not checked, by their state (`unfinished`, `obsolete` ...), and
    documents and translations of which only something was not (`WITHOUT_REGION`, `WITHOUT_NUMBERS`); `damage` what
    of damaged files was `repaired` or `lost`.
    """

    files: tuple[str, ...]
    findings: tuple[Finding, ...]
    old: tuple[Finding, ...] = ()
    labels: Mapping[str, str] = field(default_factory=dict)
    left_out: Mapping[str, int] = field(default_factory=dict)
    damage: Mapping[str, int] = field(default_factory=dict)

    def by_name(self) -> dict[str, int]:
        """Return the number of findings of each check, by its name, in alphabetical order."""
        return dict(sorted(Counter(finding.name for finding in self.findings).items()))

    def fixable(self) -> int:
        """Return how many places `--fix` would change, also where one finding stands for several."""
        fixes = (fix for one in self.findings for fix in (one.fix, *(also.fix for also in one.also)))
        return sum(fix is not None for fix in fixes)

    def headline(self) -> str:
        """Return the outcome as one line: `3 findings in 2 documents: case 1, deprecated 2.`"""
        looked_at = counted(len(self.files), "document")
        counts = ", ".join(f"{name} {count}" for name, count in self.by_name().items())
        passed = f" {counted(len(self.old), 'older finding')} in the baseline." if self.old else ""
        partly = (WITHOUT_REGION, WITHOUT_NUMBERS)
        states = {state: number for state, number in self.left_out.items() if state not in partly}
        if states:
            listed = " and ".join(f"{number} {state}" for state, number in states.items())
            passed += f" Not checked: {listed} translation{'s' * (sum(states.values()) != 1)}."
        if unclear := self.left_out.get(WITHOUT_REGION, 0):
            passed += f" Region not known of {counted(unclear, 'document')}: give --language zh-TW or zh-HK."
        if others := self.left_out.get(WITHOUT_NUMBERS, 0):
            passed += (
                f" Numbers and punctuation not checked of {counted(others, 'translation')} in other languages."
            )
        if self.damage:
            passed += f" Damage in the files: {', '.join(f'{n} {what}' for what, n in self.damage.items())}."
        if not self.findings:
            return f"No {'new ' if self.old else ''}findings in {looked_at}.{passed}"
        return f"{counted(len(self.findings), 'finding')} in {looked_at}: {counts}.{passed}"
