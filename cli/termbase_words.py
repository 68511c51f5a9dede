"""What the `tbx` commands say to people: numbers with their nouns, differences, conflicts, counts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from termbase.language import region_style

if TYPE_CHECKING:
    from termbase.tbx.diff import ConceptDiff
    from termbase.tbx.merge import Conflict
    from termbase.tbx.stats import Stats


def number(count: int, noun: str) -> str:
    """A count with its noun: `1 concept`, `2 concepts`."""
    return f"{count} {noun}{'' if count == 1 else 's'}"


def diff_text(concept: ConceptDiff) -> Iterator[str]:
    """A concept that differs, as lines: what was said of a thing, then what is said of it now."""
    yield f"{concept.kind}: {concept.id}: {concept.name}"
    left = list(concept.added)
    for old in concept.removed:
        yield f"  - {old}"
        new = next((line for line in left if _subject(line) == _subject(old)), None)
        if new is not None:
            left.remove(new)
            yield f"  + {new}"
    yield from (f"  + {line}" for line in left)


def _subject(statement: str) -> str:
    """What a statement is about: the term of `en: data flow (preferred)`, the field of `definition: a flow`."""
    is_term = statement.endswith(")") and " (" in statement
    return statement.rpartition(" (")[0] if is_term else statement.rpartition(": ")[0] or statement


def conflict_text(conflict: Conflict, has_base: bool) -> str:
    """A conflict in one line, with what stands now."""
    before = f"; it was {conflict.base!r}" if has_base and conflict.base else ""
    kept = f"ours stays, {conflict.ours!r}, theirs is {conflict.theirs!r}"
    return f"conflict: {conflict.concept}: {conflict.place}: {kept}{before}"


def stats_text(counts: Stats) -> Iterator[str]:
    """Counts as lines: languages as a table, the rest one a line."""
    rows = [("language", "concepts", "terms")]
    rows += [(region_style(tag), str(counts.concepts_with[tag]), str(terms)) for tag, terms in counts.terms.items()]
    yield number(counts.concepts, "concept")
    for name, concepts, terms in rows:
        yield f"  {name:<12}{concepts:>9}{terms:>9}"
    yield "terms by status: " + _listed(counts.statuses.items())
    yield _listed(
        [("definitions", counts.definitions), ("contexts", counts.contexts), ("other elements", counts.extras)]
    )


def _listed(counts: Iterable[tuple[str, int]]) -> str:
    return ", ".join(f"{name} {count}" for name, count in counts) or "none"
