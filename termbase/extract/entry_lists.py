"""Finds lists whose entries have Chinese and English beside each other, and reads them as tables of two columns.

An entry alone says little: - status: 已完成. If most entries of a document that have the same sign between the two
languages translate each other, the others do so too: - red herring: 障眼法. The sign may be a blank, and a line may
have several entries: 序言 Preface 附錄 Appendix.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from termbase.document.model import Block, Document
from termbase.document.tables import Table
from termbase.extract.heads import HEAD_SIGNS
from termbase.extract.marks import HAN_CHARACTER
from termbase.text.latin_words import LATIN
from termbase.text.script import HAN

_CHINESE = rf"(?=[^\n]*[{HAN}])[^\n\tA-Za-z:：=→,，]{{1,40}}"
_ENGLISH = rf"[A-Za-z](?:[{LATIN}'’&/.() -]{{0,60}}[{LATIN})])?"
_MARKS = r"[*_“”\"]{0,3}"
_ENTRY = re.compile(
    rf"{HEAD_SIGNS}{_MARKS}(?:(?P<zh>{_CHINESE}?)|(?P<en>{_ENGLISH}?)){_MARKS}"
    rf"(?P<sign>[ \t]*(?:[:：=→,，]|—+|[-=]>)[ \t]*|[ \t]+[-–·•][ \t]+|\t+| ){_MARKS}"
    rf"(?(zh)(?P<en_behind>{_ENGLISH})|(?P<zh_behind>{_CHINESE})){_MARKS}[ \t]*(?:\t[^\n]*)?"
)
"""An entry; what a further tab sets apart says something of it."""
_LETTER, _SIGN = r"(?:[A-Z\d]{1,2}[.、)] ?)?", r"(?: |[:：] ?| ?[-–/] ?)"
_ZH, _EN = rf"(?P<zh>[{HAN}]{{1,14}})(?![{HAN}])", r"(?P<en>[A-Za-z][A-Za-z'’ -]*[A-Za-z])"
_IN_LINE = re.compile(_LETTER + _ZH + _SIGN + _EN), re.compile(_LETTER + _EN + _SIGN + _ZH)
"""An entry in a line with others, in both orders."""
_NO_ENTRIES = re.compile('[()（）。“”"<>_*]')
"""What a line of several entries has not."""
_GAP = re.compile(r"[,，、;；|]? ?")
"""What stands between the entries of a line."""
_LABEL = re.compile(rf"{HEAD_SIGNS}(?:[A-Za-z ]{{1,30}}[:：] ?)?")
_LINE = re.compile(r"[^\r\n]+")
_LONGEST_LINE = 120
_LEAST_ENTRIES = 3


def entry_lists(document: Document) -> Iterator[Table]:
    """Yield the lists of a document: a table for each sign and order of languages, with an empty header."""
    rows: dict[tuple[str, bool], list[tuple[Block, Block]]] = defaultdict(list)
    for block in document.blocks:
        text = block.text
        if (len(text) > _LONGEST_LINE and "\n" not in text) or not HAN_CHARACTER.search(text):
            continue
        for line in _LINE.finditer(text):
            if line.end() - line.start() > _LONGEST_LINE:
                continue
            if several := _several(text, *line.span()):
                for each in several:
                    rows["several", each.start("zh") < each.start("en")].append(_cells(block, each, "zh", "en"))
            elif entry := _ENTRY.fullmatch(text, *line.span()):
                first, second = ("zh", "en_behind") if entry["zh"] else ("en", "zh_behind")
                rows[entry["sign"].strip(" "), first == "zh"].append(_cells(block, entry, first, second))
    for entries in rows.values():
        if len(entries) >= _LEAST_ENTRIES:
            header = (Block(entries[0][0].start, ""), Block(entries[0][1].start, ""))
            yield Table((header, *entries))


def _cells(block: Block, entry: re.Match[str], first: str, second: str) -> tuple[Block, Block]:
    one, other = (Block(block.start + entry.start(side), entry[side]) for side in (first, second))
    return one, other


def _several(text: str, start: int, end: int) -> list[re.Match[str]]:
    """Return the entries of a line that has several and nothing else but a label before them."""
    if _NO_ENTRIES.search(text, start, end):  # as mostly, and faster to see
        return []
    label = _LABEL.match(text, start, end)
    first = label.end() if label else start
    for pattern in _IN_LINE:
        place, found = first, []
        while entry := pattern.match(text, place, end):
            found.append(entry)
            gap = _GAP.match(text, entry.end(), end)
            place = gap.end() if gap else entry.end()
        if len(found) > 1 and place == end:
            return found
    return []
