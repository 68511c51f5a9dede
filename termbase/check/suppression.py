"""Reads the comments in documents that switch checks off: `<!-- termbase: off deprecated -->`.

Start from `read_suppressions`. The function `suppression` is the check of these comments and explains what they may
contain.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, field

from termbase.check.finding import Finding, Problem
from termbase.document.model import Document, Unit
from termbase.text.offsets import Span

_COMMENT = re.compile(r"<!--\s*termbase:\s*(?P<action>[^\s>]+)(?P<words>[^<>]{0,500}?)\s*-->")
_CODE = re.compile(
    r"^[ \t>]*(?P<fence>```+|~~~+)[^\n]*\n.*?(?:^[ \t>]*(?P=fence)|\Z)|`[^`\n]+`", re.DOTALL | re.MULTILINE
)
_NOWHERE = Span(0, 0)
_NEXT_LINE = re.compile(r"[^\r\n]*\s*(?P<next>[^\r\n]*)")
_ACTIONS = ("off", "on", "off-line", "off-next-line", "off-file")


@dataclass(slots=True)
class Suppression:
    """One comment that switches checks off or on.

    `comment` is its own span, `reach` the span in which it suppresses findings. `checks` and `concepts` are the
    ones that it names, `unknown` the words in it that are neither. `is_used` is true once it has suppressed a
    finding.
    """

    comment: Span
    action: str
    words: tuple[str, ...]
    reach: Span = _NOWHERE
    checks: set[str] = field(default_factory=set)
    concepts: set[str] = field(default_factory=set)
    unknown: list[str] = field(default_factory=list)
    is_used: bool = False

    def silences(self, finding: Finding) -> bool:
        """Whether the comment suppresses a finding. If so, the comment is marked as used."""
        is_meant = (
            self.reach.start <= finding.start < self.reach.end
            and (not self.checks or finding.name in self.checks)
            and (not self.concepts or finding.concept in self.concepts)
        )
        self.is_used |= is_meant
        return is_meant


@dataclass(frozen=True, slots=True)
class Suppressions:
    """The comments of a document.

    `running` are the names of the checks that ran on it, `default` of those that run if the user selects none.
    """

    comments: Sequence[Suppression]
    running: frozenset[str]
    default: frozenset[str]

    def silence(self, finding: Finding) -> bool:
        """Whether at least one comment suppresses a finding. Each that does is marked as used."""
        silencing = [comment for comment in self.comments if comment.action != "on" and comment.silences(finding)]
        return bool(silencing)

    def is_useless(self, comment: Suppression) -> bool:
        """Whether a comment suppressed nothing although all checks that it names ran."""
        is_looked_for = (comment.checks or self.default) <= self.running
        return comment.action != "on" and not comment.is_used and is_looked_for


def suppression(subject: Suppressions) -> Iterator[Problem]:
    """A comment for this tool has no effect: it names an unknown check or concept, or suppresses no finding.

    `off` applies up to the next `on` or the end of the file, `off-line` to its own line, `off-next-line` to the
    next line that is not blank, and `off-file` to the whole file. Names or codes of checks and ids of concepts may
    follow. Without them, the comment applies to all checks and concepts.

    Bad: `<!-- termbase: off depricated -->`
    Good: `<!-- termbase: off-next-line deprecated -->` above a line that has a deprecated term
    """
    for comment in subject.comments:
        if comment.action not in _ACTIONS:
            yield Problem(*comment.comment, f"“{comment.action}” is unknown; use {', '.join(_ACTIONS)}")
        elif comment.unknown:
            yield Problem(*comment.comment, f"“{comment.unknown[0]}” is neither a check nor a concept")
        elif subject.is_useless(comment):
            yield Problem(*comment.comment, "this comment suppresses no finding")


def read_suppressions(document: Document, names: dict[str, str], concepts: Container[str]) -> list[Suppression]:
    """Return the comments of a document in order, without those that are shown as code.

    `names` gives the name of a check by each of its spellings; `concepts` are the ids that exist. The list is empty
    for documents that are not edited as text (DOCX, PDF).
    """
    if document.unit is not Unit.LINE or "termbase:" not in document.text:
        return []
    code = [match.span() for match in _CODE.finditer(document.text)]
    found = [
        _read(match, names, concepts)
        for match in _COMMENT.finditer(document.text)
        if not any(start <= match.start() < end for start, end in code)
    ]
    for index, comment in enumerate(found):
        comment.reach = _reach(document.text, comment, found[index + 1 :])
    return found


def _read(match: re.Match[str], names: dict[str, str], concepts: Container[str]) -> Suppression:
    words = tuple(match["words"].replace(",", " ").split())
    comment = Suppression(Span(*match.span()), match["action"], words)
    for word in words:
        if word in names:
            comment.checks.add(names[word])
        elif word in concepts:
            comment.concepts.add(word)
        else:
            comment.unknown.append(word)
    return comment


def _reach(text: str, comment: Suppression, following: Sequence[Suppression]) -> Span:
    start, end = comment.comment
    if comment.unknown:
        return _NOWHERE
    if comment.action == "off":
        ends = (on.comment.start for on in following if on.action == "on" and _ends(on, comment))
        return Span(end, next(ends, len(text)))
    if comment.action == "off-line":
        first = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
        return Span(first, end + len(re.split(r"[\r\n]", text[end:], maxsplit=1)[0]))
    if comment.action == "off-next-line" and (line := _NEXT_LINE.match(text, end)):
        return Span(*line.span("next"))
    return Span(0, len(text)) if comment.action == "off-file" else _NOWHERE


def _ends(on: Suppression, off: Suppression) -> bool:
    return not on.words or (off.words != () and set(off.words) <= set(on.words))
