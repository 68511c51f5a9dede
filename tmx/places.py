"""Finds the line and column of the elements of a memory in its text, for reports. Start from `Places`.

lxml gives only the line of an element. The text is read a second time, and only as far as there is something to
find.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import islice

from termbase.document.model import Place
from tmx.mend import CDATA, COMMENT

_UNIT = re.compile(rf"{COMMENT}|{CDATA}|(?P<unit><(?:[\w.-]+:)?tu(?=[\s>/]))", re.DOTALL)
_UNIT_END = re.compile(r"</(?:[\w.-]+:)?tu\s*>")
_STEP = re.compile(r"([\w:.-]+)(?:\[(\d+)\])?\Z")


class Places:
    """The places in a memory, asked for unit by unit, in the order of the file.

    Only the text since the unit before the last one is in memory.
    """

    def __init__(self, texts: Iterator[str]) -> None:
        """Prepare to read the text of the memory, given in pieces that end with a unit."""
        self._texts = texts
        self._text = ""
        self._before = self._unit = self._read = 0
        """Offsets: of the last unit but one, of the last one, and from which on to look for the next."""
        self._before_place = self._unit_place = Place(1, 1)
        self._number = 0
        self._found: Counter[tuple[int, str]] = Counter()

    def go_to(self, number: int) -> None:
        """Go on to a unit, counted from 1."""
        while self._number < number and self._next():
            self._number += 1

    @property
    def last_line(self) -> int:
        """The line in which the unit ends."""
        return self._place(self._end_of_unit()).line

    def of_path(self, path: str) -> Place | None:
        """Return the place of an element of the unit: `/tuv[2]/seg`, "" for the unit; None if it is not found."""
        at, last = self._unit, self._end_of_unit()
        for step in path.split("/")[1:]:
            if not (name := _STEP.match(step)):
                break
            for _ in range(int(name[2] or 1)):
                tag = _tag(name[1]).search(self._text, at + 1, last)
                if tag is None:
                    return None
                at = tag.start()
        return self._place(at) if self._number else None

    def _end_of_unit(self) -> int:
        end = _UNIT_END.search(self._text, self._unit)
        return end.start() if end else len(self._text)

    def of_header(self) -> Place | None:
        """Return the place of the header; None if there is none. Ask before going to any unit but the first."""
        self.go_to(1)
        tag = _tag("header").search(self._text)
        return self._place(tag.start()) if tag else None

    def of_next(self, line: int, pattern: str) -> Place | None:
        """Return the place of a match of a pattern in a line of the unit, or between it and the one before.

        If the same is asked for again, the place is that of the next match. None if there is none.
        """
        self._found[line, pattern] += 1
        return next(islice(self._matches(line, pattern), self._found[line, pattern] - 1, None), None)

    def of_only(self, line: int, pattern: str) -> Place | None:
        """Return the place of the only match of a pattern in a line; None if there are several."""
        found = list(islice(self._matches(line, pattern), 2))
        return found[0] if len(found) == 1 else None

    def _matches(self, line: int, pattern: str) -> Iterator[Place]:
        at = self._unit if line >= self._unit_place.line else self._before
        here = self._place(at).line
        while here < line and (end := self._text.find("\n", at)) >= 0:
            at, here = end + 1, here + 1
        end = self._text.find("\n", at)
        if here == line:
            found = re.compile(pattern).finditer(self._text, at, end if end >= 0 else len(self._text))
            yield from (self._place(match.start()) for match in found)

    def _next(self) -> bool:
        """Go to the next unit; return whether there is one."""
        match = self._unit_from(self._read)
        while match is None:
            if not self._more():
                return False
            match = self._unit_from(self._read)
        place = self._place(match.start())
        self._before, self._before_place = self._unit, self._unit_place
        self._unit, self._unit_place, self._read = match.start(), place, match.end()
        self._found.clear()
        return True

    def _unit_from(self, offset: int) -> re.Match[str] | None:
        return next((match for match in _UNIT.finditer(self._text, offset) if match["unit"]), None)

    def _more(self) -> bool:
        """Read on, and forget what stands before the last unit but one."""
        text = next(self._texts, None)
        if text is None:
            return False
        self._text = self._text[self._before :] + text
        self._unit, self._read, self._before = self._unit - self._before, self._read - self._before, 0
        return True

    def _place(self, offset: int) -> Place:
        """Return the place of an offset that does not lie before the last unit but one."""
        is_inside = offset >= self._unit
        start, (line, column) = (self._unit, self._unit_place) if is_inside else (self._before, self._before_place)
        line_end = self._text.rfind("\n", start, offset)
        if line_end < 0:
            return Place(line, column + offset - start)
        return Place(line + self._text.count("\n", start, offset), offset - line_end)


@cache
def _tag(name: str) -> re.Pattern[str]:
    return re.compile(rf"<(?:[\w.-]+:)?{re.escape(name)}(?=[\s>/])")
