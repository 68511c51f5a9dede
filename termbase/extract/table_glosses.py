"""Reads the pairs that the columns of a table state: a row with 过拟合 and overfitting is a pair of terms.

Start from `table_glosses`. A cell may list several terms (特性/功能), and a bracket at its end is a remark or the
abbreviation. Cells with sentences, code or placeholders have no pair.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

from termbase.document.model import Block, Document
from termbase.document.tables import Table, tables
from termbase.extract.columns import Pairing, is_latin, paired_columns, renders
from termbase.extract.entry_lists import entry_lists
from termbase.extract.kind import kind_of
from termbase.extract.marks import with_whole_marks
from termbase.extract.model import Gloss, Layout, Reason
from termbase.extract.roles import has_tones
from termbase.renderings.complete import is_imperfect
from termbase.table.lists import listed
from termbase.text.english.initials import initials_of
from termbase.text.latin_words import is_abbreviation, latin_words
from termbase.text.offsets import FILL, MASK, Span, unmasked, without_note_at_end
from termbase.text.script import HAN, has_han

_CONFIDENCE = {(True, True): 0.97, (True, False): 0.85, (False, True): 0.88, (False, False): 0.6}
"""The share of right pairs by whether the columns are named for languages, and whether the two sides of the pair
render each other."""

_LONGEST_CHINESE = 20
_MOST_WORDS = 8
_NO_TERM = re.compile(rf"[。！？；;!?=<>{{}}@\\:：…，{MASK}]|[.,]\s|\.$|https?|\w_\w|\w\.\w|[a-z][A-Z]|\(\)|\*\*")
"""What no cell with a term has: the marks of sentences, and code."""

_CHINESE_PART = re.compile(f"[{HAN}]{{2,}}")
_WORD = re.compile(f"[{HAN}]+|[A-Za-z -]{{3,}}")
_LETTER = re.compile(r"[^\W\d_]")
_BRACKET = re.compile(r"\s*[(（\[]([^()（）\[\]]*)[)）\]]$")
_EDGE = re.compile(rf"^(?:[^\w(（.#]|{FILL})+|[^\w)）+#%!?.{FILL}]+$")
"""What stands around a term; `FILL` at its end belongs to a character reference."""

_BRACKET_BEFORE = re.compile(r"[(（][^()（）]*[)）]\s*(?=[^\s])")
_REMARK = re.compile(r"[(（][^()（）]*[)）]")
"""A cell of which all is in a bracket says something of the term: （不译）."""

_SMALL_WORD = re.compile(r"(?:[Tt]he|[Aa]n?|[Tt]o) (?=[a-z])")
"""The article or particle before an entry, which is not part of the term."""


class _Term(NamedTuple):
    """A term of a cell: its span in the document, its text as shown, and the abbreviation in its bracket."""

    span: Span
    text: str
    abbreviation: str | None = None


def table_glosses(document: Document) -> Iterator[Gloss]:
    """Yield the pairs that the tables of a document state, in text order; spans are offsets in `document.text`."""
    has_tables = document.tables or "|" in document.text or "<t" in document.text
    for table in (*(tables(document) if has_tables else ()), *entry_lists(document)):
        for pairing in paired_columns(table):
            for row in table.rows if _is_without_header(document, table, pairing) else table.rows[1:]:
                yield from _pairs(document, pairing, row[pairing.zh], row[pairing.en])


def _is_without_header(document: Document, table: Table, pairing: Pairing) -> bool:
    """Whether the first row is one of terms: it is not marked as a header in DOCX, ODT and EPUB, and has a pair."""
    zh, en = (unmasked(table.rows[0][column].text) for column in (pairing.zh, pairing.en))
    return document.tables is not None and not pairing.is_named and has_han(zh) and renders(zh, en)


def _pairs(document: Document, pairing: Pairing, zh_cell: Block, en_cell: Block) -> Iterator[Gloss]:
    if any("`" in document.text[cell.start : cell.start + len(cell.text)] for cell in (zh_cell, en_cell)):
        return
    chinese = [term for term in _terms(zh_cell, en_cell) if _is_chinese_term(term.text)]
    english = [term for term in _terms(en_cell, zh_cell) if _is_english_term(term.text)]
    if len(chinese) == len(english):
        pairs = list(zip(chinese, english, strict=True))
    else:
        pairs = list(product(chinese, english)) if min(len(chinese), len(english)) == 1 else []
    for zh, en in pairs:
        yield _gloss(document, pairing, zh, en)


def _gloss(document: Document, pairing: Pairing, zh: _Term, en: _Term) -> Gloss:
    confidence = _CONFIDENCE[pairing.is_named, renders(zh.text, en.text)]
    weight = round(math.log(confidence / (1 - confidence)), 2)
    return Gloss(
        zh=document.text[slice(*zh.span)],
        en=document.text[slice(*en.span)],
        zh_span=zh.span,
        en_span=en.span,
        layout=str(Layout.COLUMNS),
        confidence=confidence,
        abbreviation=en.abbreviation or zh.abbreviation,
        imperfect=is_imperfect(zh.text, en.text),
        kind=kind_of(zh.text, en.text),
        reasons=(Reason("columns", weight, pairing.names),),
    )


def _terms(cell: Block, other: Block) -> Iterator[_Term]:
    """Yield the terms of a cell; `other` is the cell of the other language in the same row."""
    text = cell.text
    whole = _trimmed(text, 0, len(text))
    place = whole.start
    for part in _parts(text[slice(*whole)], other.text.strip()):
        start = text.index(part, place)
        place = start + len(part)
        span, abbreviation = _without_bracket(text, _trimmed(text, start, place))
        if span.start < span.end:
            end = without_note_at_end(text, *span)
            shown = unmasked(text[span.start : end])
            yield _Term(Span(cell.start + span.start, cell.start + end), shown, abbreviation)


def _parts(text: str, other: str) -> tuple[str, ...]:
    """Return the terms that a cell lists; Chinese words between strokes are terms if the English has no stroke."""
    found = listed(text, [other])
    parts = tuple(part.strip() for part in text.split("/"))
    is_chinese = found.is_uncertain and all(map(_CHINESE_PART.fullmatch, parts))
    is_apart = " / " in text and all(map(_LETTER.search, parts))
    others = tuple(part.strip() for part in other.split("/"))
    is_parallel = len(parts) == len(others) and all(map(_WORD.fullmatch, (*parts, *others)))
    return parts if "/" in text and (is_chinese or is_apart or is_parallel) else found.terms


def _without_bracket(text: str, span: Span) -> tuple[Span, str | None]:
    """Return the span without a bracket at its edges, and the abbreviation if one side of the last one is one."""
    remark = _BRACKET_BEFORE.match(text, *span)
    span = Span(remark.end() if remark else span.start, span.end)
    bracket = _BRACKET.search(text, *span)
    if bracket is None or bracket.start() == span.start:
        return span, None
    head, inside = text[span.start : bracket.start()], bracket[1].strip()
    words = [word.text for word in latin_words(inside)]
    if is_abbreviation(head) and head.casefold() in initials_of(words):  # TLB (Translation Lookaside Buffer)
        return _trimmed(text, *bracket.span(1)), head
    return _trimmed(text, span.start, bracket.start()), inside if is_abbreviation(inside) else None


def _trimmed(text: str, start: int, end: int) -> Span:
    """Return a span without blanks, marks and masked characters at its edges."""
    inside = _EDGE.sub("", text[start:end])
    first = text.index(inside, start)
    small = _SMALL_WORD.match(inside)
    return with_whole_marks(text, first + (small.end() if small else 0), first + len(inside))


def _is_chinese_term(text: str) -> bool:
    is_remark = _REMARK.fullmatch(text) is not None
    return has_han(text) and len(text) <= _LONGEST_CHINESE and not (is_remark or _NO_TERM.search(text))


def _is_english_term(text: str) -> bool:
    is_short = len(latin_words(text)) <= _MOST_WORDS
    return is_latin(text) and is_short and not (_NO_TERM.search(text) or has_tones(text))
