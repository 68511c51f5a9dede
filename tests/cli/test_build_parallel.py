"""`termbase build --parallel`: glosses, mined pairs and aligned sentences of one project in the same four files."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from termbase.exchange import read as read_termbase
from termbase.model import MINED_NOTE
from termbase.text.script import convert
from tests.cli.test_build import REJECT, decide
from tests.cli.test_build import rows as table
from tests.conftest import Run
from tests.mine.segments import write_documents
from tmx.content import plain
from tmx.reader import read

_SURE = 0.6


def rows(out: Path) -> dict[tuple[str, str], dict[str, str]]:
    return {(row["zh"], row["en"]): row for row in table(out / "candidates.tsv")}


def build_project(termbase: Run, folder: Path, to: str | None) -> None:
    """Write a document, its translation and a report, and build the files of them in `out`."""
    zh, en = write_documents(folder, to)
    with zh.open("a", encoding="utf-8") as file:
        file.write(convert("他们买了一台打印机（printer）。", to) if to else "他们买了一台打印机（printer）。")
    with en.open("a", encoding="utf-8") as file:
        file.write("They bought a printer.\n")
    (folder / "report.md").write_text("The Digital Silk Road (数字丝绸之路) is a plan.\n", "utf-8")
    done = termbase("build", "report.md", "--parallel", "zh", "en", "--out", "out", cwd=folder)
    assert done.returncode == 0, done.stderr


@pytest.fixture(scope="module")
def built(termbase: Run, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a project in Simplified Chinese."""
    folder = tmp_path_factory.mktemp("project")
    build_project(termbase, folder, None)
    return folder


def test_traditional_documents(termbase: Run, tmp_path: Path) -> None:
    build_project(termbase, tmp_path, "s2t")
    evidence = {key: row["evidence"] for key, row in rows(tmp_path / "out").items()}
    assert evidence["打印機", "printer"] == "glossed | mined"
    assert evidence["文件系統", "file system"] == "mined"


def test_each_pair_has_its_evidence(termbase: Run, built: Path) -> None:
    found = rows(built / "out")
    evidence = {en: row["evidence"] for (_, en), row in found.items()}
    assert evidence["Digital Silk Road"] == "glossed"
    assert evidence["printer"] == "glossed | mined"
    assert evidence["file system"] == "mined"
    mined = termbase("mine", "zh", "en", "--format", "jsonl", cwd=built)
    records = [json.loads(line) for line in mined.stdout.splitlines()]
    likely = {(one["zh"], one["en"]): one for one in records if one["score"] >= _SURE}
    assert likely.keys() == {key for key, row in found.items() if "mined" in row["evidence"]}
    assert all(int(found[key]["count"]) == one["count"] for key, one in likely.items())


def test_the_termbase_and_the_page_say_what_was_mined(built: Path) -> None:
    notes = {
        section.term: section.notes
        for concept in read_termbase(str(built / "out" / "termbase.tbx"))
        for _, section in concept.terms()
    }
    assert MINED_NOTE in notes["file system"]
    assert "evidence: glossed, mined" in notes["printer"]
    assert notes["Digital Silk Road"] == ()
    facts = re.findall(r'class="facts">([^<]*)<', (built / "out" / "report.html").read_text("utf-8"))
    mined = [row for row in table(built / "out" / "candidates.tsv") if row["evidence"] == "mined"]
    assert len(mined) == sum("· mined" in one for one in facts) > 1


def test_the_memory_has_terms_and_the_sentences_that_align_writes(termbase: Run, built: Path) -> None:
    units = list(read(str(built / "out" / "memory.tmx")).units())
    terms = [unit for unit in units if any(unit.properties("x-concept"))]
    assert {plain(unit.variants[0].segment): list(unit.properties("x-evidence")) for unit in terms}.items() >= {
        "Digital Silk Road": [],
        "printer": ["glossed", "mined"],
        "file system": ["mined"],
    }.items()
    assert termbase("align", "zh", "en", "--out", "all.tmx", cwd=built).returncode == 0
    aligned = list(read(str(built / "all.tmx")).units())
    sentences = units[len(terms) :]
    assert [[variant[:2] for variant in unit.variants] for unit in sentences] == [
        [variant[:2] for variant in unit.variants] for unit in aligned
    ]
    assert {unit.attributes["srclang"] for unit in sentences} == {"zh-CN"}
    assert "0 errors" in termbase("tmx", "validate", built / "out" / "memory.tmx").stdout


def test_decisions_and_the_least_confidence_hold_for_mined_pairs_too(termbase: Run, built: Path) -> None:
    before = rows(built / "out")
    rejected = next(key for key in before if key[1] == "file system")
    decide(built / "out" / "candidates.tsv", {"file system": REJECT})
    again = ("build", "report.md", "--parallel", "en", "zh", "--out", "out", "--force", "--min-confidence", "0.95")
    done = termbase(*again, cwd=built)
    assert done.returncode == 0, done.stderr
    after = rows(built / "out")
    assert after[rejected]["decision"] == "reject"
    assert {key for key, row in after.items() if row["evidence"] == "mined"} == {rejected}
    assert "not found any more" not in done.stdout
    entries = read_termbase(str(built / "out" / "termbase.tbx"))
    assert rejected[0] not in {section.term for entry in entries for _, section in entry.terms()}


def test_without_documents_or_a_translation_nothing_is_built(termbase: Run, tmp_path: Path) -> None:
    zh, en = write_documents(tmp_path)
    en.write_text("Wheat prices fell.\n\nA ferry sank off the coast.\n", "utf-8")
    for arguments, message in (
        ((), "SOURCE"),
        (("--parallel", zh), "the value is missing before --out"),
        (("--parallel", zh, en), "no sentence surely has a counterpart"),
    ):
        done = termbase("build", *arguments, "--out", tmp_path / "out")
        assert done.returncode == 2
        assert message in done.stderr
        assert not (tmp_path / "out").exists()
