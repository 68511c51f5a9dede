"""Guesses columns whose names do not say it: comments, the other side of Chinese terms, meanings that are terms.

Start from `with_counterpart`, `with_comments` and `with_meanings`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from termbase.language import ENGLISH, is_chinese
from termbase.table.column_content import Rows, content_of, is_part, sample
from termbase.table.column_names import Column
from termbase.text.script import Script, has_han, script_of

_NUMBER = re.compile(r"[\d.,%]*")
_LETTER = re.compile("[A-Za-z]")
OF_OMEGAT = frozenset([".txt", ".utf8", ".tab"])
"""The endings of glossaries of OmegaT: source, target and comment, without header."""
_MEANING = re.compile("meaning|意思|意义|意義|释义|釋義", re.IGNORECASE)
_LONGEST_MEANING = 12
"""The greatest length of a translation in a column of meanings; an explanation is longer."""
_IDENTIFIER = re.compile(r"[A-Za-z]*[-_.]?\d+")


def with_meanings(columns: Sequence[Column | None], names: Sequence[str], body: Rows) -> list[Column | None]:
    """Return the columns; a meaning that is as short as a term is one, if no other column has terms to pair.

    Such are lists of words: `Term, Meaning` and 英文单词, 中文释义. A column of definitions (定义) is not one.
    """
    terms = [column for column in columns if column and column.has_terms]
    meanings = [
        number
        for number, column in enumerate(columns)
        if column and column.field == "definition" and _MEANING.search(names[number])
    ]
    if len(terms) != 1 or len(meanings) != 1:
        return list(columns)
    cells, found = sample(body, meanings[0]), list(columns)
    content = content_of(cells)
    is_short = sum(len(cell) <= _LONGEST_MEANING for cell in cells) * 2 > len(cells)
    if content and is_short and not is_part(content.language, terms[0].language):
        found[meanings[0]] = content
    return found


def with_comments(
    columns: list[Column | None], body: Rows, file: str, has_languages: bool = False
) -> list[Column | None]:
    """Return the columns of a table without header; the third of three is for comments, as in OmegaT.

    So is the last of five if two of them name languages, as in glossaries of DeepL. In a table of another program
    the third column may be a third language; Chinese beside Chinese terms is, if its characters are of one script.
    """
    last = len(columns) - 1
    cells = sample(body, last)
    is_open = last in (2, 4) and (columns[last] is None or Path(file).suffix.lower() in OF_OMEGAT)
    if last == 2 and _is_chinese(columns[2]) and any(map(_is_chinese, columns[:2])):
        is_open = is_open or script_of("".join(cells)) is Script.BOTH
    is_last = is_open and (has_languages if last == 4 else bool(columns[0] and columns[1]))
    has_text = is_last and not all(map(_NUMBER.fullmatch, cells))
    return [*columns[:-1], Column("", "note")] if has_text else columns


def _is_chinese(column: Column | None) -> bool:
    return column is not None and is_chinese(column.language)


def with_counterpart(columns: list[Column | None], body: Rows) -> list[Column | None]:
    """Return the columns; if one of the first two is Chinese, the other is English without Chinese characters.

    Terms such as `C#` and `5G` have too few letters to show it; `A12` may be an identifier.
    """
    if any(columns[:2]):
        return columns
    cells = [sample(body, number) for number in (0, 1)]
    found = [content_of(texts) for texts in cells]
    for number, other in ((0, 1), (1, 0)):
        chinese, texts = found[other], cells[number]
        has_terms = any(map(_LETTER.search, texts)) and not all(map(_IDENTIFIER.fullmatch, texts))
        is_open = found[number] is None and has_terms and not any(map(has_han, texts))
        if chinese and is_chinese(chinese.language) and is_open:
            found[number] = Column(ENGLISH, "")
            return [*found, *columns[2:]]
    return columns
