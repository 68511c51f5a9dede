"""The data files: the seed termbase is consistent, samples are clean, and the origin of each file is documented."""

from __future__ import annotations

import re
import subprocess
import sys
from collections import Counter
from importlib.resources import files
from pathlib import Path

import pytest
from lxml import etree

from termbase.text.script import Script, script_of, simplify
from tests.facts import REAL_PAIRS

DATA = Path(str(files("termbase_data")))
SAMPLES = sorted((DATA / "samples").iterdir())
NAMESPACES = {"t": "urn:iso:std:iso:30042:ed-2"}
LANG = "{http://www.w3.org/XML/1998/namespace}lang"

PAIRS = {simplify(zh): en for zh, en in REAL_PAIRS.items()}


@pytest.fixture(scope="module")
def concepts() -> list[etree._Element]:
    return list(etree.parse(DATA / "seed.tbx").iterfind(".//t:conceptEntry", NAMESPACES))


def terms(concept: etree._Element, language: str) -> list[str]:
    sections = [s for s in concept.iterfind("t:langSec", NAMESPACES) if s.get(LANG) == language]
    return [term.text or "" for s in sections for term in s.iterfind("t:termSec/t:term", NAMESPACES)]


def test_the_characters_are_those_of_the_installed_opencc() -> None:
    script = Path(__file__).parent.parent / "bench" / "characters.py"
    made = subprocess.run([sys.executable, script], capture_output=True, encoding="utf-8", check=True).stdout
    assert (DATA / "characters.tsv").read_text("utf-8") == made


def test_seed_ids_are_unique_and_readable(concepts: list[etree._Element]) -> None:
    ids = [concept.get("id") or "" for concept in concepts]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"c(-[a-z0-9]+)+", id_) for id_ in ids)


def test_seed_concepts_have_one_section_a_language(concepts: list[etree._Element]) -> None:
    for concept in concepts:
        languages = [section.get(LANG) for section in concept.iterfind("t:langSec", NAMESPACES)]
        assert {"en", "zh-CN"} <= set(languages) <= {"en", "zh-CN", "zh-TW", "zh-HK"}
        assert len(set(languages)) == len(languages)


def test_seed_prefers_at_most_one_term_a_language(concepts: list[etree._Element]) -> None:
    path = "t:termSec/t:termNote[@type='administrativeStatus']"
    for section in (s for concept in concepts for s in concept.iterfind("t:langSec", NAMESPACES)):
        statuses = Counter(note.text for note in section.iterfind(path, NAMESPACES))
        assert statuses["preferredTerm-admn-sts"] <= 1, section.getparent().get("id")


def test_seed_names_a_chinese_term_in_one_concept_only(concepts: list[etree._Element]) -> None:
    seen = Counter(
        term
        for concept in concepts
        for term in {t for tag in ("zh-CN", "zh-TW", "zh-HK") for t in terms(concept, tag)}
    )
    assert [term for term, count in seen.items() if count > 1] == []


def test_seed_terms_are_in_the_script_of_their_tag(concepts: list[etree._Element]) -> None:
    wrong = {"zh-CN": Script.TRADITIONAL, "zh-TW": Script.SIMPLIFIED, "zh-HK": Script.SIMPLIFIED}
    for tag, script in wrong.items():
        found = [term for concept in concepts for term in terms(concept, tag)]
        assert [term for term in found if script_of(term) in {script, Script.MIXED}] == []


@pytest.mark.parametrize(("chinese", "english"), PAIRS.items())
def test_seed_knows_the_pairs_of_the_reports(concepts: list[etree._Element], chinese: str, english: str) -> None:
    assert any(chinese in terms(c, "zh-CN") and english in terms(c, "en") for c in concepts)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_samples_are_clean_text(path: Path) -> None:
    raw = path.read_bytes()
    assert raw.decode("utf-8").strip()
    assert b"\r" not in raw
    assert not raw.startswith(b"\xef\xbb\xbf")
    assert raw.endswith(b"\n")


def test_every_data_file_has_its_origin() -> None:
    sources = (DATA / "SOURCES.md").read_text(encoding="utf-8")
    shipped = [
        p.relative_to(DATA).as_posix() for p in DATA.rglob("*") if p.suffix in {".tbx", ".tsv", ".md", ".txt"}
    ]
    assert [name for name in shipped if name != "SOURCES.md" and f"`{name}`" not in sources] == []
