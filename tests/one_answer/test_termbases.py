"""One termbase in every form gives the same hits, the same answers to queries and the same findings."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from termbase import read, write
from termbase.check.known_terms import KnownTerms
from termbase.check.run import check_document
from termbase.check.settings import Settings
from termbase.document.model import Block, Document
from termbase.document.reader import read_document
from termbase.exchange import FORMS
from termbase.extract.glosses import extract
from termbase.gather.pairs import as_read
from termbase.index.build import index_of
from termbase.lookup import Match, lookup
from termbase.match.document import find_terms
from termbase.match.matcher import Matcher
from termbase.model import Termbase
from tests.conftest import ROOT, Run

FILES = (ROOT / "data" / "seed.tbx", ROOT / "tests" / "check" / "house.tbx")
SAMPLES = sorted((ROOT / "data" / "samples").iterdir())
TEXTS = [
    *(file.read_text("utf-8") for file in SAMPLES),
    "The Digital Silk Route and the DSR; 數位絲綢之路 and 网络安全, cyber security and the numeric economy.",
]
CHECKS = Settings(
    selected=frozenset({"deprecated", "region", "case", "mixed", "gloss", "unlisted", "abbreviation"})
)
FORMS_READ = [form for form in FORMS if form != "omegat"]
"""A glossary for OmegaT has two languages only."""


def answers(termbase: Termbase, queries: list[str]) -> Iterator[object]:
    """Yield what is found in the texts and for the queries; concepts without ids, which tables may lack."""
    matcher, index, known = Matcher(termbase), index_of(termbase), KnownTerms([termbase])
    for text in TEXTS:
        document = Document("a.txt", text, "utf-8", (Block(0, text),))
        for hit in find_terms(document, matcher):
            yield (
                hit.start,
                hit.end,
                sorted((one.language, one.term.term, one.term.rank) for one in hit.designations),
            )
        for finding in check_document(document, known, None, CHECKS):
            yield finding.code, finding.message, finding.start, finding.end, finding.suggestions
    for query in queries:
        for found in lookup(query, [index], 5):
            yield query, found.match, found.score, [(tag, term.term) for tag, term in found.entry.terms()]


@pytest.mark.parametrize("form", FORMS_READ)
@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_every_form_of_a_termbase_gives_the_same_answers(tmp_path: Path, file: Path, form: str) -> None:
    termbase = read(str(file))
    queries = sorted({term.term for entry in termbase for _, term in entry.terms()})[::3]
    written = tmp_path / f"a.{'tbx' if form.startswith('tbx') else form}"
    write(termbase, str(written), form)
    expected = list(answers(termbase, queries))
    assert list(answers(read(str(written)), queries)) == expected
    assert len(expected) > len(queries)


def test_what_build_gathers_is_found_at_its_places_and_by_its_words(termbase: Run, tmp_path: Path) -> None:
    assert termbase("build", *SAMPLES, "--out", tmp_path).returncode == 0
    made = read(str(tmp_path / "termbase.tbx"))
    matcher, index = Matcher(made), index_of(made)
    for document in (read_document(str(file)) for file in SAMPLES):
        hits = {(hit.start, hit.end) for hit in find_terms(document, matcher)}
        for pair in extract(document):
            assert {tuple(pair.zh_span), tuple(pair.en_span)} <= hits
            for span in (pair.zh_span, pair.en_span):
                assert lookup(as_read(document, *span), [index], 1)[0].match in (Match.EXACT, Match.FOLDED)
