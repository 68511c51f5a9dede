"""A term that a text writes in another way is the same term for every command that looks for terms."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

import pytest

from termbase import read
from termbase.document.model import Block, Document
from termbase.index.build import index_of
from termbase.lookup import Match, lookup
from termbase.match.document import find_terms
from termbase.match.matcher import Matcher
from termbase.tbx.edit import TbxFile
from termbase.tbx.writer import dump
from termbase.text.script import convert, has_han
from termbase_service.found_terms import find
from tests.conftest import ROOT

TERMBASE = read(str(ROOT / "data" / "seed.tbx"))
INDEX, MATCHER, FILE = index_of(TERMBASE), Matcher(TERMBASE), TbxFile(dump(TERMBASE), "seed.tbx")
TERMS = [(entry.id, section.term) for entry in TERMBASE for _, section in entry.terms() if "’" not in section.term]
WHOLE = {Match.EXACT, Match.FOLDED, Match.SCRIPT, Match.REGION}


def full_width(term: str) -> str:
    return "".join(chr(ord(char) + 0xFEE0) if "!" <= char <= "~" else char for char in term)


WAYS: dict[str, Callable[[str], str]] = {
    "as it is": str,
    "traditional": lambda term: convert(term, "s2t"),
    "simplified": lambda term: convert(term, "t2s"),
    "capitals": str.upper,
    "full width": full_width,
    "composed": lambda term: unicodedata.normalize("NFD", term),
    "hyphens": lambda term: term if has_han(term) else term.replace(" ", "-"),
    "no-break hyphens": lambda term: term.replace("-", "\u2011"),
    "no-break spaces": lambda term: term.replace(" ", "\u00a0"),
    "several lines": lambda term: term.replace(" ", "\n"),
    "soft hyphens": lambda term: f"{term[:2]}\u00ad{term[2:]}",
    "invisible characters": lambda term: f"{term[0]}\u200b{term[1:]}",
}


@pytest.mark.parametrize("way", WAYS)
def test_lookup_scan_and_edit_find_the_same_term(way: str) -> None:
    missed = []
    for concept, term in TERMS:
        written = WAYS[way](term)
        text = f"，{written}。" if has_han(written) else f"We use {written} here."
        hits = find_terms(Document("a.txt", text, "utf-8", (Block(0, text),)), MATCHER)
        found = {
            "lookup": {hit.entry.id for hit in lookup(written, [INDEX], 10) if hit.match in WHOLE},
            "scan": {hit.concept.id for hit in hits},
            "edit": {one.entry.id for one in find(FILE, written)},
        }
        missed += [(name, written) for name, ids in found.items() if concept not in ids]
    assert missed == []
