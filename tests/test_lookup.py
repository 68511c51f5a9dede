from __future__ import annotations

import pytest

from termbase.lookup import Index, Match, lookup
from termbase.model import AdministrativeStatus, ConceptEntry, LanguageSection, TermSection, Termbase

PREFERRED, DEPRECATED = AdministrativeStatus.PREFERRED, AdministrativeStatus.DEPRECATED
ROAD = ConceptEntry(
    "road",
    (
        LanguageSection("en", (TermSection("Digital Silk Road"), TermSection("DSR"))),
        LanguageSection(
            "zh-Hans-CN",
            (
                TermSection("数位丝绸之路", geographical_usage="TW"),
                TermSection("数字丝绸之路", geographical_usage="CN", proposed=True),
            ),
        ),
    ),
)
NETWORK = ConceptEntry(
    "network",
    (
        LanguageSection("zh-Hant-TW", (TermSection("網路安全", PREFERRED), TermSection("網絡安全", DEPRECATED))),
        LanguageSection(
            "en",
            (
                TermSection("network safety", DEPRECATED),
                TermSection("web security"),
                TermSection("cyber security", PREFERRED),
            ),
        ),
    ),
)
INDEX = Index.of(Termbase((ROAD, NETWORK)))


@pytest.mark.parametrize(
    ("query", "concept", "match"),
    [
        ("数位丝绸之路", "road", Match.EXACT),
        ("数字丝绸之路", "road", Match.EXACT),
        ("數位絲綢之路", "road", Match.SCRIPT),
        ("數碼絲綢之路", "road", Match.REGION),
        ("數字絲綢之路", "road", Match.SCRIPT),
        ("数字 丝绸 之路", "road", Match.FOLDED),
        ("Digital Silk Road", "road", Match.EXACT),
        ("digital silk road", "road", Match.FOLDED),
        ("Digital  Silk-Road", "road", Match.FOLDED),
        ("the Digital Silk Road", "road", Match.FOLDED),
        ("dsr", "road", Match.FOLDED),
        ("网络安全", "network", Match.SCRIPT),
        ("网路安全", "network", Match.SCRIPT),
        ("Cyber-Security", "network", Match.FOLDED),
    ],
)
def test_a_term_is_found_however_it_is_written(query: str, concept: str, match: Match) -> None:
    (hit,) = lookup(query, [INDEX], limit=10)
    assert (hit.entry.id, hit.match) == (concept, match)


@pytest.mark.parametrize("query", ["宇宙", "galaxy", "", "-", "\0", "\ud800", '"', "yuzhou"])
def test_what_is_no_term_is_not_found(query: str) -> None:
    assert lookup(query, [INDEX], limit=10) == []


def test_translations_are_in_the_other_language_preferred_first_proposed_last() -> None:
    (english,) = lookup("網路安全", [INDEX], limit=1)
    assert [term.term for _, term in english.translations()] == ["cyber security", "web security", "network safety"]
    (chinese,) = lookup("DSR", [INDEX], limit=1)
    assert [term.term for _, term in chinese.translations()] == ["数位丝绸之路", "数字丝绸之路"]


def test_better_matches_come_first_and_the_limit_holds() -> None:
    shouting = ConceptEntry("other", (LanguageSection("en", (TermSection("DIGITAL SILK ROAD"),)),))
    hits = lookup("Digital Silk Road", [Index.of(Termbase((shouting,))), INDEX], limit=10)
    assert [hit.entry.id for hit in hits] == ["road", "other"]
    assert [hit.score for hit in hits] == [1.0, 0.97]
    assert len(lookup("Digital Silk Road", [Index.of(Termbase((shouting,))), INDEX], limit=1)) == 1
