"""The value of English number words that stand together: two hundred and fifty thousand, twenty-first."""

from __future__ import annotations

from fractions import Fraction

from termbase.text.figures.figure import FigureKind, NumberWord, WordKind


class NumberWordSum:
    """Adds up the words of a number: two hundred and fifty thousand, twenty-first, one and a half."""

    def __init__(self) -> None:
        self.kind = FigureKind.CARDINAL
        self._complete: list[Fraction] = []
        self._total = Fraction(0)
        self._current: Fraction | None = None

    def numbers(self) -> list[Fraction]:
        """Return the numbers in their order; two of two digits may also be a year: nineteen ninety-nine."""
        found = [*self._complete, self._total + (self._current or 0)]
        if len(found) == 2 and all(10 <= number < 100 for number in found):
            return [*found, found[0] * 100 + found[1]]
        if len(found) == 2 and self.kind is FigureKind.FRACTION and found[1] < 1 <= found[0]:
            return [found[0] + found[1]]  # one and three quarters
        return found

    def add(self, word: NumberWord, *, is_added: bool) -> None:
        """Add the next word; `is_added` if `and` stands before it, as in one and a half."""
        if word.kind is WordKind.PART:
            self._add_part(word.value, is_added=is_added)
        elif word.kind in (WordKind.SCALE, WordKind.SUFFIX):
            self._multiply(word.value)
        else:
            self._add_number(word, is_added=is_added)

    def _add_part(self, part: Fraction, *, is_added: bool) -> None:
        if is_added:
            self._current = (self._current or 0) + part
        else:
            self._current = (self._current or 1) * part
            self.kind = FigureKind.FRACTION

    def _multiply(self, scale: Fraction) -> None:
        self.kind = FigureKind.CARDINAL
        if scale < 1000:
            self._current = (self._current or 1) * scale
        elif self._current is None and self._total:
            self._total *= scale
        else:
            self._total += (1 if self._current is None else self._current) * scale
            self._current = None

    def _add_number(self, word: NumberWord, *, is_added: bool) -> None:
        if self._current is None:
            self._current = word.value
        elif _fits(self._current, word.value) or (is_added and self._current % 20 == 0 and word.value < 20):
            self._current += word.value
        elif word.kind is WordKind.ORDINAL and self._current == 1:
            self._current = 1 / word.value  # one third
            self.kind = FigureKind.FRACTION
            return
        else:
            self._complete.append(self._total + self._current)
            self._total, self._current = Fraction(0), word.value
        self.kind = FigureKind.ORDINAL if word.kind is WordKind.ORDINAL else FigureKind.CARDINAL


def continues(last: NumberWord, word: NumberWord) -> bool:
    """Return whether a word goes on with the number of the last one: *ninety nine*, but not *two first*."""
    if {last.kind, word.kind} & {WordKind.SCALE, WordKind.PART}:
        return True
    is_third = word.kind is WordKind.ORDINAL and last.value == 1
    is_year = last.value >= 10 and 10 <= word.value < 100
    return is_third or is_year or _fits(last.value, word.value)


def _fits(number: Fraction, rest: Fraction) -> bool:
    """Return whether a word continues a number: fifty after two hundred, three after twenty."""
    tens = number % 100
    return (number >= 100 and tens == 0 and rest < 100) or (20 <= tens <= 90 and tens % 10 == 0 and 0 < rest < 10)
