"""Cleans a memory by rules and drops duplicates, and counts what each rule did. Start from `Cleaner`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from tmx.content import plain
from tmx.model import TranslationUnit
from tmx.operations.clean import DUPLICATES, CleanedUnit, clean
from tmx.operations.counts import Counts
from tmx.operations.merge import Best
from tmx.reader import Memory

_EXAMPLES = 3
_SHOWN = 60


class Cleaner:
    """Applies rules to a memory.

    `effects` is the number of units that each rule changed or dropped; `examples` shows up to three of them.
    """

    def __init__(self, rules: Sequence[str], best: Best, counts: Counts) -> None:
        """`best` decides which duplicate is kept; `counts` is filled while units are read and written."""
        self.effects: Counter[str] = Counter()
        self.examples: dict[str, list[str]] = {}
        self._rules = rules
        self._best = best
        self._counts = counts

    def cleaned(self, memory: Memory, units: Iterable[TranslationUnit]) -> Iterator[TranslationUnit]:
        """Yield the cleaned units of a memory, whose units are `units`.

        To find duplicates, the memory is read a second time.
        """
        if DUPLICATES not in self._rules:
            return self._counts.writing(self._units(units))
        first = Cleaner(self._rules, self._best, Counts())._units(memory.quietly().units())
        return self._counts.writing(self._without_duplicates(self._best.of(first, self._units(units))))

    def _without_duplicates(self, best: Iterator[TranslationUnit]) -> Iterator[TranslationUnit]:
        yield from best
        doubled = self._counts.read - self._counts.written - self._counts.skipped.total()
        self.effects[DUPLICATES] = doubled
        self._counts.skipped += Counter({DUPLICATES: doubled})

    def _units(self, units: Iterable[TranslationUnit]) -> Iterator[TranslationUnit]:
        for before, outcome in clean(units, self._rules):
            if outcome.rules:
                self._note(before, outcome)
            if outcome.unit:
                yield outcome.unit

    def _note(self, before: TranslationUnit, outcome: CleanedUnit) -> None:
        if outcome.unit:
            self._counts.changed += 1
        else:
            self._counts.skipped[outcome.rules[-1]] += 1
        self.effects.update(outcome.rules)
        for rule in outcome.rules:
            examples = self.examples.setdefault(rule, [])
            if len(examples) < _EXAMPLES:
                texts = " | ".join(plain(variant.segment)[:_SHOWN] for variant in before.variants)
                examples.append(f"line {before.line}: {texts!r}")
