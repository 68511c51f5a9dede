"""A table of candidates that serves as a termbase has the decisions of its reviewer."""

from __future__ import annotations

from termbase.table.read_glossary import load_table

HEADER = "decision\tzh\ten\tconfidence\tcorrected_zh\tcorrected_en\tevidence\n"


def load(rows: str) -> tuple[dict[str, list[tuple[str, str]]], list[int]]:
    reading = load_table((HEADER + rows).encode(), "candidates.tsv")
    terms = {
        entry.id: [(term.term, str(term.status or "")) for _, term in entry.terms()]
        for entry in reading.termbase.entries
    }
    return terms, [finding.line for finding in reading.findings if finding.code == "T810"]


def test_accepted_and_preferred_pairs_have_their_status() -> None:
    terms, _ = load(
        "accept\t托盘\ttray\t0.8\t\t\tmined\nprefer\t打印机\tprinter\t0.8\t\t\tmined\n\t墨盒\tcartridge\t0.8\n"
    )
    assert list(terms.values()) == [
        [("托盘", "admitted"), ("tray", "admitted")],
        [("打印机", "preferred"), ("printer", "preferred")],
        [("墨盒", ""), ("cartridge", "")],
    ]


def test_rejected_pairs_are_left_out_and_reported() -> None:
    terms, lines = load("reject\t托盘\tdish\t0.8\nREJECT\t盘\ttray\t0.8\n\t墨盒\tcartridge\t0.8\n")
    assert list(terms.values()) == [[("墨盒", ""), ("cartridge", "")]]
    assert lines == [2, 3]


def test_corrected_terms_take_the_place_of_the_found_ones() -> None:
    terms, _ = load(
        "accept\t托盘为空\ttray\t0.8\t托盘\t\t\naccept\t墨盒\tcartridge of ink\t0.8\t\tink cartridge\t\n"
    )
    assert [[term for term, _ in found] for found in terms.values()] == [
        ["托盘", "tray"],
        ["墨盒", "ink cartridge"],
    ]


def test_a_column_of_other_decisions_says_nothing() -> None:
    terms, lines = load("pending\t托盘\ttray\t0.8\n")
    assert list(terms.values()) == [[("托盘", ""), ("tray", "")]]
    assert not lines
