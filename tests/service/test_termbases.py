"""Opened termbases: all threads get the same object until the file changes, and then a new one."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from termbase.errors import TermbaseError
from termbase.lookup import lookup
from termbase.model import ConceptEntry
from tests.conftest import ROOT

Termbases: Any = import_module("termbase_service.termbases").Termbases
SEED = ROOT / "data" / "seed.tbx"
ROWS = "en,zh-CN\ncyber space,网络空间\n"


def in_english(entries: Iterable[ConceptEntry]) -> list[str]:
    return [term.term for entry in entries for tag, term in entry.terms() if tag == "en"]


def english(opened: Any) -> list[str]:
    return in_english(entry for termbase in opened.read() for entry in termbase)


def found_by_lookup(opened: Any) -> list[str]:
    return [term.term for hit in lookup("网络空间", opened.indexes(), 5) for _, term in hit.translations()]


def found_by_terms(opened: Any) -> list[str]:
    return in_english(entry for terms in opened.terms() for entry in terms.entries)


def found_by_checks(opened: Any) -> list[str]:
    return in_english(opened.known().by_chinese("网络空间"))


@pytest.mark.parametrize("ask", [english, found_by_lookup, found_by_terms, found_by_checks])
@pytest.mark.parametrize("new", ["cyberdomain", "cyber SPACE"], ids=["longer", "as long"])
def test_a_changed_file_is_opened_again(tmp_path: Path, ask: Callable[[Any], list[str]], new: str) -> None:
    file = tmp_path / "terms.csv"
    file.write_text(ROWS, "utf-8")
    opened = Termbases([str(file)])
    assert ask(opened) == ["cyber space"]
    file.write_text(ROWS.replace("cyber space", new), "utf-8")
    assert ask(opened) == [new]
    file.write_text(ROWS, "utf-8")
    assert ask(opened) == ["cyber space"]


def test_an_unchanged_file_is_opened_once_and_its_remarks_reported_once(tmp_path: Path) -> None:
    file = tmp_path / "terms.csv"
    file.write_text("en,zh-CN,en status\ncyberspace,网络空间,perhaps\n", "utf-8")
    printed: list[str] = []
    opened = Termbases([str(file)], printed.append)
    assert opened.known() is opened.known()
    assert opened.terms()[0] is opened.terms()[0]
    assert len(printed) == 1
    assert opened.remarks() == printed
    file.write_text("en,zh-CN,en status\ncyberspace,网络空间,maybe\n", "utf-8")
    opened.known()
    assert len(printed) == 2
    assert opened.indexes()[0] is opened.indexes()[0]


def test_a_missing_file_is_an_error_until_it_is_back(tmp_path: Path) -> None:
    file = tmp_path / "terms.csv"
    opened = Termbases([str(file)])
    for _ in range(2):
        with pytest.raises(TermbaseError, match=r"terms\.csv"):
            opened.read()
    file.write_text(ROWS, "utf-8")
    assert english(opened) == ["cyber space"]
    file.unlink()
    with pytest.raises(TermbaseError):
        opened.read()


def test_standard_input_is_not_a_termbase() -> None:
    with pytest.raises(TermbaseError, match="standard input"):
        Termbases(["-"]).terms()


def test_a_file_that_is_given_twice_counts_once(tmp_path: Path) -> None:
    (tmp_path / "terms.csv").write_text(ROWS, "utf-8")
    (tmp_path / "link.csv").symlink_to("terms.csv")
    files = [str(tmp_path / name) for name in ("terms.csv", "./terms.csv", "link.csv")]
    assert Termbases([str(SEED), *files]).files == (str(SEED), files[0])


def test_sent_to_another_process_it_opens_its_files_there() -> None:
    opened = Termbases([str(SEED)], print)
    known = opened.known()
    again = pickle.loads(pickle.dumps(opened))
    assert again.files == opened.files
    assert again.known() is not known
    assert again.known().labels == known.labels


QUERIES = ["数字丝绸之路", "shuzi", "wlkj", "digital", "sovereinty", "网信办", "國際", "xyzzy", "DSR"]


def test_lookups_in_threads_give_what_they_give_alone() -> None:
    alone = {query: lookup(query, Termbases([str(SEED)]).indexes(), 10) for query in QUERIES}
    opened = Termbases([str(SEED)])
    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(lambda query: lookup(query, opened.indexes(), 10), QUERIES * 20))
    assert found == [alone[query] for query in QUERIES * 20]


def test_threads_get_one_object_for_each_concept(tmp_path: Path) -> None:
    """Concepts are compared by identity, so two copies of a concept would count as two concepts."""
    rows = "".join(f"term {number},术语{number}\n" for number in range(3000))
    file = tmp_path / "terms.csv"
    file.write_text(f"en,zh-CN\n{rows}", "utf-8")
    opened = Termbases([str(file)])
    with ThreadPoolExecutor(8) as threads:
        seen = list(threads.map(lambda _: [id(entry) for entry in opened.terms()[0].entries], range(8)))
    assert len({tuple(one) for one in seen}) == 1


def test_threads_that_come_at_once_open_a_file_once(tmp_path: Path) -> None:
    file = tmp_path / "terms.csv"
    file.write_text("en,zh-CN,en status\ncyberspace,网络空间,perhaps\n", "utf-8")
    printed: list[str] = []
    opened = Termbases([str(file)], printed.append)
    with ThreadPoolExecutor(8) as threads:
        assert len({id(known) for known in threads.map(lambda _: opened.known(), range(40))}) == 1
    assert len(printed) == 1
