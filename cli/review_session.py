"""The dialogue of `termbase review`: shows candidates one after the other and does what the keys say."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from termbase.text.width import wrapped

from .keys import Answers, CancelledError
from .review_screen import card
from .terminal import number, text_width

if TYPE_CHECKING:
    from termbase.gather.model import Decision
    from termbase_service.review import Candidate, Review

_VERDICTS = {"a": "accept", "p": "prefer", "r": "reject"}
PAST = {"accept": "accepted", "prefer": "preferred", "reject": "rejected"}
"""What was done, by the word for the decision."""

_WORDS = {
    "accept": "a", "prefer": "p", "reject": "r", "edit": "e", "correct": "e", "c": "e", "skip": "s", "undo": "u",
    "open": "o", "kind": "k", "file": "f", "below": "b", "help": "?", "h": "?", "quit": "q", "yes": "y", "no": "n",
}  # fmt: skip
_KEYS = "a accept  p prefer  r reject  e correct  s skip  u undo  ? all keys  q quit"
_HELP = """\
a  accept: the pair is right (status admitted)
p  prefer: the pair is right, and these are the terms to use (status preferred)
r  reject: the pair is wrong
e  correct one of the terms, or both, and accept the pair (also c)
s  skip: ask again next time
u  undo the last decision, also one on many pairs; then those of earlier reviews, one at a time
o  open a decided pair again, by a part of it
k  the same decision for all undecided pairs of this kind
f  the same decision for all undecided pairs first found in this file
b  the same decision for all undecided pairs below a confidence
q  quit; everything is saved, and the next review continues here"""


_LISTED = 9
"""How many pairs are listed of those that a part may mean."""


class Session:
    """A review at the terminal. Every decision is saved before the next key is read."""

    def __init__(self, review: Review, answers: Answers, make: Callable[..., Decision], is_coloured: bool) -> None:
        """`make` returns a decision for a verdict, and optionally for corrected terms."""
        self._review = review
        self._answers = answers
        self._make = make
        self._is_coloured = is_coloured
        self._skipped: set[tuple[str, str]] = set()
        self._next: tuple[str, str] | None = None
        """The pair to show next, because its decision was taken back."""

    def run(self) -> None:
        """Ask until the user quits. Raises EOFError at the end of the input."""
        shown: object = ""
        while True:
            candidate = self._current()
            current = candidate and candidate.key
            if current != shown:
                self._show(candidate)
                shown = current
            key = self._key()
            if key == "q":
                return
            try:
                is_known = self._do(key, candidate)
            except CancelledError:
                click.echo("nothing changed")
                continue
            if not is_known:
                click.echo(f"{key or 'that key'}: not a key here; ? shows the keys")
            elif key in "uo?":
                shown = ""

    def _current(self) -> Candidate | None:
        undecided = {row.key: row for row in self._review.undecided() if row.key not in self._skipped}
        return undecided.get(self._next) if self._next in undecided else next(iter(undecided.values()), None)

    def _show(self, candidate: Candidate | None) -> None:
        left = len(self._review.undecided())
        click.echo()
        if candidate is None:
            what = f"{left} left, all skipped" if left else "every pair is decided"
            _say(f"{what}: q quits, u takes the last decision back, ? shows the keys")
            return
        for line in card(candidate, left, text_width(), self._is_coloured):
            click.echo(line)
        if self._is_coloured:
            click.echo(click.style(_KEYS if text_width() > len(_KEYS) else "a p r e s u o k f b ? q", dim=True))

    def _key(self) -> str:
        key = self._answers.key()
        return _WORDS.get(key, key)

    def _do(self, key: str, candidate: Candidate | None) -> bool:
        """Do what a key says. Return False if it says nothing."""
        if key == "u":
            self._undo()
        elif key == "o":
            self._open_again()
        elif key == "?":
            _say(*_HELP.splitlines())
        else:
            return candidate is not None and self._do_with(candidate, key)
        return True

    def _do_with(self, candidate: Candidate, key: str) -> bool:
        if key in _VERDICTS:
            self._decide([candidate], _VERDICTS[key])
        elif key == "e":
            self._correct(candidate)
        elif key == "s":
            self._skipped.add(candidate.key)
            click.echo("skipped")
        elif key in ("k", "f", "b"):
            self._decide_many(key, candidate)
        else:
            return False
        return True

    def _decide(self, candidates: list[Candidate], verdict: str, zh: str = "", en: str = "") -> None:
        count = self._review.decide(candidates, self._make(verdict, zh, en))
        what = PAST[verdict] if len(candidates) == 1 else f"{PAST[verdict]} {number(count, 'pair')}"
        others = len(candidates) - count
        click.echo(what if not others else f"{what}; {others} decided by somebody else meanwhile")

    def _correct(self, candidate: Candidate) -> None:
        zh, en = candidate.key
        right_zh = self._answers.line("Chinese: ", zh)
        right_en = self._answers.line("English: ", en)
        self._decide([candidate], "accept", right_zh if right_zh != zh else "", right_en if right_en != en else "")

    def _undo(self) -> None:
        earlier: list[Candidate] = []
        taken_back = self._review.undo()
        if not taken_back:
            earlier = [row for row in self._review.decided() if self._may_be_own(row)][-1:]
            taken_back = self._review.reopen(earlier)
        self._next = taken_back[0].key if len(taken_back) == 1 else None
        decisions = f"took back {number(len(taken_back), 'decision')}{''.join(map(_origin, earlier))}"
        click.echo(decisions if taken_back else "nothing to undo")

    def _may_be_own(self, candidate: Candidate) -> bool:
        """Whether a decision does not have another name than this review."""
        name = self._make("accept").by
        return not name or candidate.cells.get("by", "") in ("", name)

    def _open_again(self) -> None:
        text = self._answers.line("Part of the pair: ", "").casefold()
        found = [row for row in self._review.decided() if text in f"{row.key[0]} = {row.key[1]}".casefold()]
        found = [row for row in found if text in map(str.casefold, row.key)] or found
        if not found:
            click.echo("no decided pair has this")
        elif len(found) > 1:
            _say(f"{len(found)} decided pairs have this; write more of one:")
            _say(*(f"  {row.key[0]} = {row.key[1]}" for row in found[:_LISTED]))
        elif opened := self._review.reopen(found):
            self._next = opened[0].key
            self._skipped.discard(self._next)
            click.echo(f"took back 1 decision{_origin(found[0])}")

    def _decide_many(self, key: str, candidate: Candidate) -> None:
        column = {"k": "kind", "f": "file"}.get(key)
        if column and not candidate.cells.get(column):
            click.echo(f"the table gives no {column} for this pair")
            return
        if column:
            value = candidate.cells[column]
            name = f"of kind {value}" if column == "kind" else f"from {value}"
            chosen = [row for row in self._review.undecided() if row.cells.get(column, "") == value]
        else:
            limit = self._limit(candidate)
            name = f"below {limit:.2f}"
            chosen = [row for row in self._review.undecided() if row.confidence < limit]
        if chosen:
            self._confirm(chosen, f"{number(len(chosen), 'undecided pair')} {name}")
        else:
            click.echo(f"no undecided pair is {name}")

    def _limit(self, candidate: Candidate) -> float:
        while True:
            text = self._answers.line("Below which confidence (0 to 1)? ", f"{candidate.confidence:.2f}")
            try:
                return float(text.replace(",", "."))
            except ValueError:
                click.echo(f"{text}: not a number")

    def _confirm(self, chosen: list[Candidate], name: str) -> None:
        _say(f"{name}: a accept, p prefer or r reject them all? Another key leaves them.")
        verdict = _VERDICTS.get(self._key())
        if verdict is None:
            click.echo("nothing changed")
            return
        _say(f"{verdict} {name}? y yes, n no")
        if self._key() == "y":
            self._decide(chosen, verdict)
        else:
            click.echo("nothing changed")


def _origin(candidate: Candidate) -> str:
    """Return when and by whom a pair was decided, if the table says so, for the end of a message."""
    words = [(" of ", "date"), (" by ", "by")]
    return "".join(f"{word}{candidate.cells[name]}" for word, name in words if candidate.cells.get(name))


def _say(*lines: str) -> None:
    for line in lines:
        for part in wrapped(line, text_width()):
            click.echo(part)
