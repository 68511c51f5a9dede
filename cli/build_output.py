"""What `termbase build` prints: the doubtful pairs in a table that fits the terminal, and what was written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from termbase.text.width import columns, shortened, table

from .terminal import number, screen_lines, text_width

if TYPE_CHECKING:
    from termbase.gather.job import Gathered
    from termbase.gather.model import AttestedPair
    from termbase_service.decisions import Decisions

_ROWS = 20
"""The most pairs that are shown; fewer on a low screen, so that the first ones stay on it."""
_FEWEST = 3
_CHINESE_SHARE = 3
"""Long Chinese terms get a third of the width, and what the English terms leave."""

_LEAST_ROOM = 24
"""The least width for both terms of a pair beside their kind and the number of places."""

_GAP = 2
"""The width of the space between two columns of the table."""


def summary(gathered: Gathered, decided: Decisions, written: Iterable[str], out: str) -> Iterator[str]:
    """Yield the lines to print after a build."""
    from termbase.gather.review import most_doubtful_first

    open_pairs = most_doubtful_first(pair for pair in gathered.pairs if pair.decision is None)
    below = list(_account(gathered, decided, written, out, len(open_pairs)))
    if open_pairs:
        rows = _rows(below)
        yield from _table(open_pairs[:rows])
        if len(open_pairs) > rows:
            yield f"... and {number(len(open_pairs) - rows, 'surer pair')}"
        yield ""
    yield from below


def _rows(below: Iterable[str]) -> int:
    """Return how many pairs to show, so that they and the lines below them are on one screen."""
    if not (height := screen_lines()):
        return _ROWS
    width = text_width()
    taken = sum(max(1, -(-columns(line) // width)) for line in below)
    return min(_ROWS, max(_FEWEST, height - taken - 5))  # header, "... and", an empty line, progress, the prompt


def _account(
    gathered: Gathered, decided: Decisions, written: Iterable[str], out: str, undecided: int
) -> Iterator[str]:
    """Yield what was found and written, and what to do next."""
    pairs, concepts = len(gathered.pairs), len(gathered.concepts)
    yield f"{number(len(gathered.files), 'document')}, {number(pairs, 'pair')}, {number(concepts, 'concept')}"
    yield f"Wrote {', '.join(written)} to {out}"
    yield from _languages(gathered)
    yield from _decisions(gathered, decided)
    if undecided:
        count = number(undecided, "pair")
        yield f"Next: review {count} with `termbase review {out}`, or in {out}/report.html"
    else:
        yield f"Next: every pair is decided; check documents with --termbase {out}/termbase.tbx"


def _table(pairs: Iterable[AttestedPair]) -> Iterator[str]:
    """Yield the rows. Where terms would have too little room, the number of places is left out, then the kind."""
    rows = [("conf.", "中文", "English", "kind", "places")]
    for pair in pairs:
        facts = [pair.kind, *(pair.evidence if pair.is_mined else ()), *(["imperfect"] if pair.imperfect else [])]
        rows.append((f"{pair.confidence:.2f}", *pair.terms, ", ".join(facts), str(pair.count)))
    widths = [max(columns(row[place]) for row in rows) for place in range(len(rows[0]))]
    shown = next((count for count in (5, 4) if _room(widths, count) >= _LEAST_ROOM), 3)
    room = max(_room(widths, shown), _LEAST_ROOM // 2)
    chinese = min(widths[1], max(room // _CHINESE_SHARE, room - widths[2]))
    yield from table(
        [
            (conf, shortened(zh, chinese), shortened(en, room - chinese), *rest)[:shown]
            for conf, zh, en, *rest in rows
        ]
    )


def _room(widths: Sequence[int], shown: int) -> int:
    """Return the width for the terms if the first columns of the table are shown."""
    return text_width() - _GAP * (shown - 1) - widths[0] - sum(widths[3:shown])


def _languages(gathered: Gathered) -> Iterator[str]:
    """Say once which Chinese the documents are in, since it gives the language of forms without a sign of it."""
    from termbase.language import region_style

    if not gathered.languages:
        return
    counts = sorted(gathered.languages.items(), key=lambda item: -item[1])
    found = ", ".join(f"{region_style(tag)} in {number(count, 'document')}" for tag, count in counts)
    yield f"Chinese: {found}; --language sets it"


def _decisions(gathered: Gathered, decided: Decisions) -> Iterator[str]:
    for file, count in decided.sources:
        if count:
            yield f"{number(count, 'decision')} read from {file}"
    if decided.overruled:
        differ = "differs" if decided.overruled == 1 else "differ"
        yield f"{number(decided.overruled, 'decision')} in a later table {differ}: the first table was taken"
    decided_pairs = sum(pair.decision is not None for pair in gathered.gone)
    for count, what in ((decided_pairs, "decided pair"), (len(gathered.gone) - decided_pairs, "undecided pair")):
        if count:
            yield f"{number(count, what)} not found any more: kept in the table"
