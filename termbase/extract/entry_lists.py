"""Finds lists whose entries have Chinese and English beside each other, and reads them as tables of two columns.

An entry alone says little: - status: 已完成. If most entries of a document that have the same sign between the two
languages translate each other, the others do so too: - red herring: 障眼法.
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
    rf"(?P<sign>[ \t]*(?:[:：=→,，]|—+|[-=]>)[ \t]*|[ \t]+[-–][ \t]+|\t+){_MARKS}"
    rf"(?(zh)(?P<en_behind>{_ENGLISH})|(?P<zh_behind>{_CHINESE})){_MARKS}[ \t]*(?:\t[^\n]*)?"
)
"""An entry; what a further tab sets apart says something of it."""
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
            if line.end() - line.start() <= _LONGEST_LINE and (entry := _ENTRY.fullmatch(text, *line.span())):
                first, second = ("zh", "en_behind") if entry["zh"] else ("en", "zh_behind")
                cells = [Block(block.start + entry.start(side), entry[side]) for side in (first, second)]
                rows[entry["sign"].strip(" "), first == "zh"].append((cells[0], cells[1]))
    for entries in rows.values():
        if len(entries) >= _LEAST_ENTRIES:
            header = (Block(entries[0][0].start, ""), Block(entries[0][1].start, ""))
            yield Table((header, *entries))
