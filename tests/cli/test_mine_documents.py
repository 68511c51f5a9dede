"""`termbase mine SOURCE TARGET`: documents are aligned and mined, as if a user did one after the other."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from termbase.text.script import convert
from tests.conftest import Run
from tests.mine.segments import NOUNS, segments, write_documents


@pytest.mark.parametrize("to", [None, "s2t"])
def test_documents_are_aligned_and_mined(termbase: Run, tmp_path: Path, to: str | None) -> None:
    zh, en = write_documents(tmp_path, to)
    done = termbase("mine", zh, en, "--format", "tsv")
    assert done.returncode == 0, done.stderr
    assert f"{2 * len(segments())} pairs, 0 of them doubtful" in done.stderr
    found = {(row["zh"], row["en"]) for row in csv.DictReader(done.stdout.splitlines(), delimiter="\t")}
    assert found >= {(convert(noun, to) if to else noun, english) for english, noun in NOUNS.items()}
    assert termbase("align", en, zh, "--out", tmp_path / "book.tmx").returncode == 0
    assert termbase("mine", "--bitext", tmp_path / "book.tmx", "--format", "tsv").stdout == done.stdout


def test_folders_are_paired_by_name(termbase: Run, tmp_path: Path) -> None:
    zh, en = write_documents(tmp_path)
    (en.parent / "more.md").write_text("More.\n")
    done = termbase("mine", en.parent, zh.parent, "--format", "jsonl", "--limit", 1)
    assert done.returncode == 0, done.stderr
    assert f"{en.parent}/more.md: has no counterpart" in done.stderr
    [example, _] = json.loads(done.stdout)["examples"]
    lines = zh.read_text("utf-8").splitlines()
    assert example["file"] == str(zh)
    assert example["zh"] in lines[example["line"] - 1]


def test_documents_that_do_not_belong_together(termbase: Run, tmp_path: Path) -> None:
    zh, en = write_documents(tmp_path)
    en.write_text("Wheat prices fell.\n\nApple blossom came late.\n\nA ferry sank off the coast.\n", "utf-8")
    done = termbase("mine", zh, en, "--out", tmp_path / "mined")
    assert done.returncode == 2
    assert "do not seem to be translations of each other" in done.stderr
    assert "no sentence surely has a counterpart" in done.stderr
    assert not (tmp_path / "mined").exists()


@pytest.mark.parametrize(
    "arguments", [[], ["one.md"], ["a.md", "b.md", "c.md"], ["a.md", "b.md", "--bitext", "c.tmx"]]
)
def test_documents_or_bitext_are_needed(termbase: Run, arguments: list[str]) -> None:
    done = termbase("mine", *arguments)
    assert done.returncode == 2
    assert "SOURCE TARGET" in done.stderr
    assert "--bitext" in done.stderr


def test_one_pair_of_documents_that_does_not_belong_together_sets_the_exit_status(
    termbase: Run, tmp_path: Path
) -> None:
    zh, en = write_documents(tmp_path)
    (zh.parent / "other.md").write_text("今天他去了。\n\n" * 9, "utf-8")
    (en.parent / "other.md").write_text("Wheat prices fell.\n", "utf-8")
    done = termbase("mine", zh.parent, en.parent, "--limit", 1)
    assert done.returncode == 1
    assert f"{zh.parent}/other.md and {en.parent}/other.md do not seem to be translations" in done.stderr
    assert done.stdout.count("\n") == 1
    parallel = ("--parallel", zh, en, "--parallel", zh.parent / "other.md", en.parent / "other.md")
    built = termbase("build", *parallel, "--out", tmp_path / "out")
    assert built.returncode == 1
    assert (tmp_path / "out" / "termbase.tbx").exists()


@pytest.mark.parametrize("command", [("mine",), ("mine", "--bitext")])
def test_the_languages_that_are_given_are_used(termbase: Run, tmp_path: Path, command: tuple[str, ...]) -> None:
    zh, en = write_documents(tmp_path)
    table = tmp_path / "book.tsv"
    table.write_text("en\tzh-CN\nA printer\t打印机\n", "utf-8")
    names = (table,) if "--bitext" in command else (zh, en)
    done = termbase(*command, *names, "--source", "fr", "--target", "en")
    assert done.returncode == 2
    assert "fr" in done.stderr
