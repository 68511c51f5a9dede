"""The status of a term has the same effect everywhere: in lookup, checks, normalization and tables."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest

from termbase import write
from termbase.bitext import Bitext, SegmentPair
from termbase.check.known_terms import KnownTerms
from termbase.check.preferred import wanted_terms
from termbase.check.run import check_bitext, check_document
from termbase.check.settings import DEFAULTS
from termbase.document.reader import read_document
from termbase.exchange import Options, convert
from termbase.index.build import index_of
from termbase.language import Region
from termbase.lookup import lookup
from termbase.model import AdministrativeStatus, ConceptEntry, LanguageSection, TermSection, Termbase
from termbase.normalize.terms import TermWordings
from termbase.normalize.text import normalize
from termbase.table.read_glossary import load_table
from termbase.tbx.standard.vocabulary import read_status
from tests.conftest import Run

BEST_FIRST = (
    AdministrativeStatus.PREFERRED,
    AdministrativeStatus.ADMITTED,
    None,
    AdministrativeStatus.SUPERSEDED,
    AdministrativeStatus.DEPRECATED,
)
FORBIDDEN = BEST_FIRST[-2:]
PAIRS = list(combinations(BEST_FIRST, 2))


def concept(better: AdministrativeStatus | None, worse: AdministrativeStatus | None) -> ConceptEntry:
    """Return a concept with two terms for each language, the better one last."""
    return ConceptEntry(
        "flow",
        (
            LanguageSection("en", (TermSection("information stream", worse), TermSection("data flow", better))),
            LanguageSection("zh-Hans-CN", (TermSection("数据流动"),)),
            LanguageSection("zh-Hant-TW", (TermSection("資訊流", worse), TermSection("資料流動", better))),
        ),
    )


@pytest.mark.parametrize(("better", "worse"), PAIRS)
def test_the_better_term_comes_first_everywhere(
    better: AdministrativeStatus | None, worse: AdministrativeStatus | None
) -> None:
    entry = concept(better, worse)
    terms = Termbase((entry,))
    (hit,) = lookup("数据流动", [index_of(terms)], 5)
    assert [term.term for _, term in hit.translations()] == ["data flow", "information stream"]
    is_any_allowed = better not in FORBIDDEN
    assert wanted_terms(entry, "en") == (("data flow",) if is_any_allowed else ())
    bitext = Bitext("b.tmx", "zh-Hans-CN", "en", (SegmentPair("1", "数据流动很快。", "It is fast."),))
    missing = [f for f in check_bitext(bitext, KnownTerms([terms]), DEFAULTS) if f.name == "missing"]
    assert [finding.suggestions for finding in missing] == ([("data flow",)] if is_any_allowed else [])
    written = normalize("数据流动", Region.TW, TermWordings([terms], Region.TW)).text
    assert written == ("資料流動" if is_any_allowed else normalize("数据流动", Region.TW).text)
    glossary = convert(terms, "omegat", Options(languages=("zh-CN", "en"))).data.decode()
    both = (("data flow", better), ("information stream", worse))
    allowed = [word for word, status in both if status not in FORBIDDEN]
    assert [line.split("\t")[1] for line in glossary.splitlines()] == allowed


@pytest.mark.parametrize("status", BEST_FIRST)
def test_a_forbidden_term_is_forbidden_everywhere(
    status: AdministrativeStatus | None, tmp_path: Path, termbase: Run
) -> None:
    terms = Termbase((concept(None, status),))
    ((_, term),) = [found for found in terms.entries[0].terms() if found[1].term == "information stream"]
    assert term.is_forbidden is (status in FORBIDDEN)
    file = tmp_path / "text.txt"
    file.write_text("It is an information stream.", "utf-8")
    findings = check_document(read_document(str(file)), KnownTerms([terms]), "en", DEFAULTS)
    assert any(finding.name == "deprecated" for finding in findings) is term.is_forbidden
    write(terms, str(tmp_path / "terms.tbx"))
    answer = termbase("lookup", "--termbase", tmp_path / "terms.tbx", "数据流动").stdout
    (line,) = [line for line in answer.splitlines() if term.term in line]
    assert ("✗" in line) is term.is_forbidden


def test_a_proposed_term_ranks_last_whatever_its_status() -> None:
    ranks = [TermSection("x", status).rank for status in BEST_FIRST]
    assert ranks == sorted(set(ranks))
    assert min(TermSection("x", status, proposed=True).rank for status in BEST_FIRST) > max(ranks)


SPELLINGS = {
    "preferred": "preferredTerm-admn-sts|preferred|PREFERRED TERM|首选|首選術語|推荐|优先术语",
    "admitted": "admittedTerm-admn-sts|Admitted term|allowed|许用术语|允许使用",
    "deprecated": "deprecatedTerm-admn-sts|Not recommended|do not use|禁用|禁用詞|拒用术语|不推荐使用",
    "superseded": "supersededTerm-admn-sts|OBSOLETE|被取代|旧称",
}


@pytest.mark.parametrize(
    ("status", "word"),
    [(AdministrativeStatus(status), word) for status, words in SPELLINGS.items() for word in words.split("|")],
)
def test_a_status_is_read_in_any_usual_spelling(status: AdministrativeStatus, word: str) -> None:
    assert read_status(word) is status
    table = f"en,zh-CN,状态\ndata flow,数据流动,{word}\n"
    read = load_table(table.encode(), "terms.csv")
    assert {term.status for entry in read.termbase for _, term in entry.terms()} == {status}
    assert read.findings == ()
