"""Compares the validator with the official schemas on all samples and on hundreds of files with one change."""

from __future__ import annotations

import copy
import random
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from termbase.severity import Severity
from termbase.tbx.correct import fixed
from termbase.tbx.validate import validate, validate_source
from termbase.tbx.xml.parse import local_name, parse
from termbase.tbx.xml.source import XmlSource, read_source
from tests.conftest import ROOT
from tests.judges import judge_tbx
from tests.tbx.tbx_mutations import MUTATIONS, TBX

MODULES = {f"http://www.tbxinfo.net/ns/{name.lower()}": name for name in ("Min", "Basic", "Linguist")}
MUTATED = 300
PLANNED = {
    "LTACtest_core_structure_bad": {15: "T106", 21: "T102", 28: "T103", 27: "T107", 32: "T104", 46: "T104"},
    "LTACtest_basic_bad": {24: "T207", 97: "T204", 69: "T205", 140: "T202", 26: "T202"},
    "LTACtest_min_bad": {21: "T202", 803: "T205", 41: "T202"},
}


def test_every_file_called_valid_is_valid(shared: Path) -> None:
    files = sorted((shared / "samples" / "tbx3").glob("*VALID.tbx"))
    assert len(files) == 7
    assert [file.name for file in files if not validate(str(file)).is_valid] == []


@pytest.mark.parametrize("name", PLANNED)
def test_the_planned_errors_are_found_on_their_lines(shared: Path, name: str) -> None:
    verdict = validate(str(shared / "samples" / "tbx3" / f"{name}.tbx"))
    found = {(finding.line, finding.code) for finding in verdict.findings if finding.severity is Severity.ERROR}
    assert set(PLANNED[name].items()) <= found
    if name == "LTACtest_core_structure_bad":  # the other samples use the names of 2025 throughout
        assert set(PLANNED[name].items()) == found


@dataclass(frozen=True)
class Explained:
    """A disagreement that docs/tbx.md explains: the codes that only this validator reports, and where."""

    name: str
    codes: frozenset[str]
    style: str = ""
    dialect: str = ""
    where: str = "."

    def covers(self, root: etree._Element, codes: set[str]) -> bool:
        if self.style not in ("", root.get("style")) or self.dialect not in ("", root.get("type")):
            return False
        return (
            codes <= self.codes
            and bool(codes) is bool(self.codes)
            and bool(root.xpath(self.where, namespaces={"tbx": TBX[1:-1]}))
        )


_NONE: frozenset[str] = frozenset()
_FOREIGN = frozenset({"T101", "T103", "T104", "T105", "T108", "T202", "T204", "T301"})
_INLINE = "//tbx:hi|//tbx:foreign|//tbx:ph|//tbx:sc|//tbx:ec"
_SPACED = "normalize-space(@id) != @id or normalize-space(@xml:lang) != @xml:lang"
_MODULE = "contains(namespace-uri(), 'tbxinfo.net')"
EXPLAINED = [
    Explained("Foreign elements", _FOREIGN, "dct"),
    Explained("Types of TBX-Linguist", frozenset({"T202", "T203", "T204", "T205", "T207"}), dialect="TBX-Linguist"),
    Explained("Values of transactionType", frozenset({"T205"}), "dca"),
    Explained("Unchecked targets", frozenset({"T401"})),
    Explained("Sources alone", frozenset({"T207"})),
    Explained("Spaces around ids and tags", frozenset({"T109", "T301", "T401"}), where=f"//*[{_SPACED}]"),
    Explained("Empty types in style DCT", frozenset({"T107"}), "dct"),
    Explained("Empty terms", frozenset({"T501"})),
    Explained(
        "Markup in text in style DCT", _NONE, "dct", where="//tbx:hi|//tbx:foreign|//tbx:ph|//tbx:sc|//tbx:ec"
    ),
    Explained("Grouped term notes in style DCT", _NONE, "dct", where="//tbx:termNoteGrp"),
    Explained("Attributes of module elements", _NONE, "dct", where=f"//*[{_MODULE}]/@*[not(name()='target')]"),
]


def test_the_judge_agrees_on_mutated_files(shared: Path, tmp_path: Path) -> None:
    files = sorted((shared / "samples" / "tbx3").glob("*VALID.tbx"))
    chance, explained, unexplained, agreed = random.Random(20261122), Counter[str](), [], 0
    for number in range(MUTATED):
        root = etree.parse(str(chance.choice(files))).getroot()
        mutation = chance.choice(MUTATIONS)
        mutation(chance, root)
        data = etree.tostring(root, encoding="UTF-8", xml_declaration=True)
        verdict = validate_source(read_source(data, "mutated.tbx"))
        (tmp_path / "mutated.tbx").write_bytes(data)
        judged = _judged(shared, tmp_path / "mutated.tbx")
        if judged == verdict.is_valid:
            agreed += 1
            continue
        codes = {finding.code for finding in verdict.findings if finding.severity is Severity.ERROR}
        name = next((kind.name for kind in EXPLAINED if kind.covers(root, codes)), None)
        if name is None:
            unexplained.append((number, mutation.__name__, root.get("type"), root.get("style"), judged, codes))
        explained[name or ""] += 1
    print(f"{MUTATED} mutated files: {agreed} agreed, {dict(explained)}")
    assert unexplained == [], unexplained
    assert agreed >= MUTATED * 0.9


def test_mends_are_made_once_lose_nothing_and_make_nothing_worse(shared: Path) -> None:
    files = sorted((shared / "samples" / "tbx3").glob("*VALID.tbx")) + sorted(
        (shared / "samples" / "tbx2").glob("*")
    )
    chance, mended = random.Random(20261123), 0
    for _ in range(80):
        root = etree.parse(str(chance.choice(files))).getroot()
        for mutation in chance.sample(MUTATIONS, 3):
            with suppress(IndexError, AttributeError, TypeError):  # version 2 may lack the element to change
                mutation(chance, root)
        source = read_source(etree.tostring(root, encoding="UTF-8"), "mutated.tbx")
        data, mends = fixed(source)
        if not mends:
            continue
        mended += 1
        assert fixed(read_source(data, "mended.tbx")) == (b"", [])
        assert _names(source.data()) == _names(data)
        assert _errors(read_source(data, "mended.tbx")) <= _errors(source)
    assert mended > 10


def _names(data: bytes) -> Counter[str]:
    return Counter(str(node.tag) for node in etree.fromstring(data).iter())


def _errors(source: XmlSource) -> int:
    if local_name(parse(source)) not in ("tbx", "martif"):
        return 0
    return sum(finding.severity is Severity.ERROR for finding in validate_source(source).findings)


@pytest.mark.parametrize("kind", EXPLAINED, ids=lambda kind: kind.name)
def test_every_disagreement_is_explained_in_the_documentation(kind: Explained) -> None:
    assert f"**{kind.name}.**" in (ROOT / "docs" / "tbx.md").read_text("utf-8")


_grammars: dict[str, Any] = {}


def _judged(shared: Path, file: Path) -> bool:
    """Return the official verdict, by RELAX NG and Schematron; in style DCT also by the RELAX NG of each module."""
    verdict = judge_tbx(shared, file)
    root = etree.parse(str(file)).getroot()
    return bool(verdict.get("valid")) and not any(_is_bad(shared, element) for element in root.iter(etree.Element))


def _is_bad(shared: Path, element: etree._Element) -> bool:
    module = MODULES.get(etree.QName(element).namespace or "")
    if module is None:
        return False
    if module not in _grammars:
        _grammars[module] = etree.RelaxNG(etree.parse(str(shared / "schemas" / "tbx3" / f"{module}.rng")))
    alone = copy.deepcopy(element)
    alone.tail = None
    grammar = _grammars[module]
    return not grammar.validate(etree.ElementTree(alone)) and "IDREF" not in grammar.error_log.last_error.message
