"""Clues are a closed list of names: each has a weight, and what the extractor gives and asks is in the list."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterable
from pathlib import Path

import pytest

from termbase.document.reader import read_documents
from termbase.extract.clue_names import CLUE_NAMES, composed
from termbase.extract.marks import flatten
from termbase.extract.sites import find_sites
from termbase.extract.weights import read_weights, weights
from termbase.files.data_table import data_file, data_rows
from termbase.text.script import convert
from termbase.text.word_classes import WordClass
from tests.conftest import ROOT

EXTRACTOR = ROOT / "termbase" / "extract"


def names_given(texts: Iterable[str]) -> set[str]:
    """The names of the clues that the sites of some texts have."""
    sites = (site for text in texts for site in find_sites(flatten(text)))
    return {clue.name for site in sites for candidate in site.candidates for clue in candidate.clues}


def own_sentences() -> list[str]:
    lines = (ROOT / "bench" / "gloss_sentences.txt").read_text("utf-8").splitlines()
    return [re.sub(r"</?\d>", "", line) for line in lines]


def test_each_clue_has_one_weight_and_each_weight_a_clue() -> None:
    assert weights().keys() == CLUE_NAMES
    assert len(list(data_rows("gloss_weights.tsv"))) == len(CLUE_NAMES)


def test_what_learning_starts_from_is_weights_of_clues() -> None:
    prior = (ROOT / "bench" / "gloss_prior.tsv").read_text("utf-8")
    assert read_weights(prior).keys() <= CLUE_NAMES


def test_each_clue_is_given_by_the_extractor_whole_or_put_together() -> None:
    """A name stands in the code, or the parts of it do: `zh_after_` and `verb`; `capital`, `_` and `after_and`."""
    modules = sorted(path for path in EXTRACTOR.rglob("*.py") if path.name != "clue_names.py")
    constants = (node for path in modules for node in ast.walk(ast.parse(path.read_text("utf-8"))))
    strings = {node.value for node in constants if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    parts = "|".join(re.escape(part) for part in sorted(strings) if len(part) > 1 or part == "_")
    assert [name for name in sorted(CLUE_NAMES) if not re.fullmatch(f"(?:{parts}){{1,3}}", name)] == []


def test_clues_of_own_texts_are_in_the_list() -> None:
    samples = read_documents([str(path) for path in sorted(data_file("samples").iterdir()) if path.suffix != ".py"])
    texts = [*own_sentences(), *(block.text for document in samples for block in document.blocks)]
    given = names_given(texts)
    assert given <= CLUE_NAMES
    assert len(given) > len(CLUE_NAMES) // 2


def test_clues_of_marked_texts_are_in_the_list(shared: Path) -> None:
    files = sorted((shared / "dev" / "gloss").glob("*.jsonl"))
    texts = [json.loads(line)["text"] for file in files for line in file.read_text("utf-8").splitlines()]
    assert names_given(texts) <= CLUE_NAMES


def test_a_name_put_together_wrongly_is_refused() -> None:
    assert composed("zh_after_verb") == "zh_after_verb"
    with pytest.raises(ValueError, match="zh_after_nothing"):
        composed("zh_after_nothing")


@pytest.mark.parametrize("sign", sorted(WordClass.EXAMPLE_SIGN.words))
def test_a_sign_of_examples_is_one_in_both_scripts(sign: str) -> None:
    for written in (sign, convert(sign, "s2t")):
        assert "examples" in names_given([f"本文介绍网络（{written} net，network）"]), written
