"""`termbase scan`: finds every term of a termbase in documents."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import groupby, islice
from typing import TYPE_CHECKING

import click

from termbase.text.changes import replaced
from termbase_service.answers import status_word

from . import options, pair_options
from .terminal import say, show

if TYPE_CHECKING:
    from termbase.document.model import Document
    from termbase.match.matcher import Hit
    from termbase.model import TermSection

_LINE_END = re.compile(r"\r\n|[\r\n\f]")
_RENDERINGS = 3
_LINES = 500
"""The number of lines printed at once; printing each line separately would take longer than finding it."""


@click.command()
@options.sources
@options.termbases
@pair_options.counted_confidence
@pair_options.counted_kinds
@options.output_format("text", "jsonl")
def scan(
    sources: tuple[str, ...], termbase: tuple[str, ...], min_confidence: float, kinds: frozenset[str], form: str
) -> None:
    """Find every term of a termbase in documents, in any script, regional wording, case, singular or plural.

    Where terms overlap, only the longest is reported.

    SOURCE is a file, a folder, a glob, or - for standard input. Without --termbase, the small termbase that comes
    with the program is used. Doubtful terms that `build` has extracted count only when they are accepted.
    """
    from termbase.match.document import find_terms
    from termbase.match.matcher import Matcher
    from termbase.tbx.select import Counted

    matcher = Matcher(*options.opened_or_seed(termbase, Counted(min_confidence, kinds)).terms())
    has_term = False
    for document in options.read_documents(sources):
        hits = find_terms(document, matcher)
        lines = _json_lines(document, hits) if form == "jsonl" else _marked_lines(document, hits)
        while together := list(islice(lines, _LINES)):
            show("\n".join(together))
            has_term = True
    if not has_term and form == "text":
        say("no term of the termbase in what was read")


def _json_lines(document: Document, hits: Iterable[Hit]) -> Iterator[str]:
    """One line per hit, joined from parts; the part about a term, which may occur often, is made only once."""
    from termbase.match.document import best_designation

    encode = json.JSONEncoder(ensure_ascii=False).encode
    file = encode(document.file)
    encoded: dict[int, str] = {}
    for hit in hits:
        text, place = document.text[hit.start : hit.end], document.place(hit.start)
        found = best_designation(hit, text)
        if id(found) not in encoded:
            term = {"concept": hit.concept.id, "language": found.language, "term": found.term.term}
            kind = {"kind": hit.concept.kind} if hit.concept.kind else {}
            encoded[id(found)] = encode(term | {"status": status_word(found.term)} | kind)[1:]
        yield (
            f'{{"file": {file}, "line": {place.line}, "column": {place.column}, "start": {hit.start},'
            f' "end": {hit.end}, "text": {encode(text)}, {encoded[id(found)]}'
        )


def _marked_lines(document: Document, hits: Iterable[Hit]) -> Iterator[str]:
    """Each line that contains a term, as grep shows it, followed by the concepts with their translations."""
    ends = [end.end() for end in _LINE_END.finditer(document.text)]
    for number, in_line in groupby(hits, key=lambda hit: bisect_right(ends, hit.start)):
        found = list(in_line)
        start, end = ends[number - 1] if number else 0, ends[number] if number < len(ends) else None
        line = document.text[start:end].rstrip("\r\n\f")
        spans = sorted({(hit.start - start, min(hit.end - start, len(line))) for hit in found})
        yield f"{document.file}:{document.place(found[0].start).line}: {_marked(line, spans)}"
        first = {hit.concept.id: hit for hit in reversed(found)}
        yield from (f"    {_rendering(document, hit)}" for hit in reversed(first.values()))


def _marked(line: str, spans: list[tuple[int, int]]) -> str:
    marks = ((start, end, click.style(f"【{line[start:end]}】", bold=True)) for start, end in spans)
    return replaced(line, marks)


def _rendering(document: Document, hit: Hit) -> str:
    from termbase.lookup import translations
    from termbase.match.document import best_designation

    found = best_designation(hit, document.text[hit.start : hit.end])
    others = dict.fromkeys(
        _with_status(term) if term.is_forbidden or term.proposed else term.term
        for _, term in translations(hit.concept, found.language)
    )
    shown = [*islice(others, _RENDERINGS), *(["…"] if len(others) > _RENDERINGS else [])]
    return f"{_with_status(found.term)} = {' | '.join(shown) or '?'}"


def _with_status(term: TermSection) -> str:
    return f"{term.term} ({status})" if (status := status_word(term)) else term.term
