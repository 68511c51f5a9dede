"""The findings of a reader (repairs and skipped parts), with their positions and in file order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from termbase.severity import Severity
from termbase.tbx.finding import TermbaseFinding

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from termbase.tbx.xml.source import XmlSource

REMARKS = {
    "T601": "A name of HTML (`&nbsp;`) is read as its character.",
    "T602": "A status, part of speech or term type that the standard does not know is kept as it is.",
    "T603": "A status, part of speech, term type or transaction type is read in the standard's spelling.",
    "T604": "A data category is read in the standard's spelling and on the standard's element.",
    "T605": "Text outside of any element is kept as a note.",
    "T606": "A second term in one place becomes a term of its own.",
    "T607": "A concept without id gets one.",
    "T608": "A language section without a language tag is read as `und` or by a name, one under `zh` by its terms.",
    "T609": "An element that has no place where it stands is skipped.",
    "T610": "Traditional Chinese without a region is read as that of Taiwan; the first of a file is reported.",
    "T701": "Something is moved to a note.",
    "T702": "An attribute, or markup within a text, is left out.",
    "T703": "An id that XML does not allow, or that is already used, is changed.",
    "T704": "A concept or language section without terms is left out.",
    "T705": "A date or value is written in the standard's form.",
    "T706": "A term is left out because of its status or script.",
    "T707": "Information is left out because a table has no column for it.",
    "T801": "A row without a term is skipped.",
    "T802": "A status or term type in a table is kept as a note.",
    "T803": "A cell that lists several terms is read as several terms.",
    "T804": "A definition or note of a language without a term is read as the concept's.",
    "T805": "A comment, a title or a sheet of a table is not read.",
    "T806": "A cell that may list several terms is read as one term.",
    "T807": "Invisible characters are removed from a term of a table.",
    "T808": "A cell of a workbook is read as empty, because the value of its formula is not stored.",
    "T809": "A row has text behind the last named column, so its cells may be in the wrong columns.",
    "T810": "A pair that a reviewer rejected is left out.",
}
"""The meaning of each code that readers and writers report; the codes of rules are documented with the rules."""

_INFORMING = ("T602", "T603", "T604", "T610")


class Remarks:
    """Collects the findings of reading one file.

    ElementTree elements have no line numbers, so each finding first refers to its element, then to the number of
    its start tag (`settle`), and gets its line and column at the end (`findings`).
    """

    def __init__(self) -> None:
        self._new: list[tuple[str, str, Element]] = []
        self._settled: list[tuple[int, str, str]] = []

    def add(self, code: str, message: str, element: Element) -> None:
        """Record a finding about an element of the part that is being read."""
        self._new.append((code, message, element))

    def settle(self, part: Element, number: int) -> None:
        """Replace the elements of new findings by the numbers of their start tags.

        `part` is the part just read; `number` is the 0-based number of its start tag among those of the file.
        """
        if not self._new:
            return
        numbers, last = {}, number - 1
        for node in part.iter():
            last += isinstance(node.tag, str)  # a comment has the number of the tag before it
            numbers[node] = max(last, 0)
        self._settled += [(numbers[element], code, message) for code, message, element in self._new]
        self._new.clear()

    def findings(self, source: XmlSource) -> list[TermbaseFinding]:
        """Return the findings in file order, each with the line and column of its start tag."""
        settled = sorted(self._settled, key=lambda remark: remark[0])
        places = source.places_of({number for number, _, _ in settled})
        return [
            TermbaseFinding(
                code, Severity.INFO if code in _INFORMING else Severity.WARNING, message, *places[number]
            )
            for number, code, message in settled
        ]
