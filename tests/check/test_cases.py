"""Sentences from policy, science, law and medicine with exactly the findings that they should have.

The terms are in `check_terms.tsv`, the sentences in `check_cases.tsv`. The first lines of these files explain their
format.
"""

import json
import re
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from termbase.check.known_terms import KnownTerms
from termbase.check.run import check_bitext, check_document
from termbase.check.settings import Settings
from termbase.document.reader import read_document
from termbase.language import canonical
from termbase.model import AdministrativeStatus, ConceptEntry, LanguageSection, TermSection, TermType, Termbase
from tests.conftest import Run
from tmx.bilingual.segment_pairs import read_bitexts

HERE = Path(__file__).parent
SUFFIXES = {"text": ".txt", "markdown": ".md", "html": ".html"}
DATATYPES = {"text": "plaintext", "xliff": "plaintext", "markdown": "x-markdown", "html": "html"}
MARK = re.compile(r"\[\[([\w-]+):([a-z-]+):(.*?)\]\]", re.DOTALL)
SETTINGS = Settings(excepted={"region": frozenset({"M34"})})  # 信息 and 資訊 are ordinary words too


def rows(name: str) -> list[list[str]]:
    lines = (HERE / name).read_text("utf-8").splitlines()
    return [line.replace("\\n", "\n").split("\t") for line in lines if not line.startswith("#")]


def known() -> KnownTerms:
    concepts: dict[str, dict[str, list[TermSection]]] = {}
    for concept, language, status, kind, term in rows("check_terms.tsv"):
        section = TermSection(
            term,
            AdministrativeStatus(status),
            "properNoun" if "name" in kind else "noun",
            TermType.ACRONYM if "acronym" in kind else None,
        )
        concepts.setdefault(concept, {}).setdefault(canonical(language), []).append(section)
    entries = (
        ConceptEntry(id, tuple(LanguageSection(tag, tuple(terms)) for tag, terms in languages.items()))
        for id, languages in concepts.items()
    )
    return KnownTerms([Termbase(tuple(entries))])


KNOWN = known()


def expected(text: str) -> list[tuple[str, str, str]]:
    return [(check, concept, words) for concept, check, words in MARK.findall(text)]


def plain(text: str) -> str:
    return MARK.sub(r"\3", text)


def found_in(folder: Path, languages: str, form: str, source: str, target: str) -> list[tuple[str, str, str]]:
    if ">" not in languages:
        file = folder / f"case{SUFFIXES[form]}"
        file.write_text(plain(source), "utf-8", newline="")
        findings = check_document(read_document(str(file)), KNOWN, canonical(languages), SETTINGS)
    else:
        file = folder / "case.tmx"
        file.write_text(memory(languages.split(">"), form, source, target), "utf-8")
        findings = [f for bitext in read_bitexts(str(file)) for f in check_bitext(bitext, KNOWN, SETTINGS)]
    return [(finding.name, finding.concept or "-", finding.text) for finding in findings]


def memory(languages: list[str], form: str, *sides: str) -> str:
    units = "".join(
        "<tu>" + "".join(f'<tuv xml:lang="{tag}"><seg>{escape(text)}</seg></tuv>' for tag, text in unit) + "</tu>"
        for texts in zip(*(plain(side).split("|") for side in sides), strict=True)
        for unit in [zip(languages, texts, strict=True)]
    )
    header = f'<header srclang="{languages[0]}" datatype="{DATATYPES[form]}"/>'
    return f'<tmx version="1.4">{header}<body>{units}</body></tmx>'


@pytest.mark.parametrize(("languages", "form", "source", "target", "note"), rows("check_cases.tsv"))
def test_a_sentence_has_its_findings_and_no_other(
    tmp_path: Path, languages: str, form: str, source: str, target: str, note: str
) -> None:
    found = found_in(tmp_path, languages, form, source, target)
    assert sorted(found) == sorted(expected(source) + expected(target)), note


@pytest.mark.parametrize(("text", "suggestions"), [("這個字符很長。", ("字元",)), ("這個字符串很長。", ())])
def test_there_is_no_suggestion_within_a_word_with_another_form_in_the_region(
    tmp_path: Path, text: str, suggestions: tuple[str, ...]
) -> None:
    file = tmp_path / "case.txt"
    file.write_text(text, "utf-8")
    (finding,) = check_document(read_document(str(file)), KNOWN, canonical("zh-TW"), SETTINGS)
    assert finding.suggestions == suggestions
    assert (finding.fix is None) is (suggestions == ())


ENGLISH_TEXT = "The report on the lake says that the water is deep, and that all of us should see it soon."


@pytest.mark.parametrize("frame", ["{}", f"{ENGLISH_TEXT}\n\n{{}}\n\n{ENGLISH_TEXT}"], ids=["alone", "in English"])
@pytest.mark.parametrize(
    ("terms", "text", "expected"),
    [
        ("en,zh-CN,zh-CN deprecated,zh-TW\npassword,密码,口令,密碼\n", "這個口令說得對。", "密碼"),
        ("en,zh-CN,zh-CN deprecated,zh-TW\npassword,密码,口令,密碼\n", "这个口令说得对。", "密码"),
        ("en,zh-CN,zh-CN deprecated\npassword,密码,口令\n", "這個口令說得對。", "密碼"),
        ("en,zh-CN,zh-CN deprecated\npassword,密码,口令\n", "口令。", "密码"),
        ("en,zh-CN,zh-TW\ndeep lake,深湖,深湖泊\n", "這個湖（deep lake）說得對。", "深湖泊"),
    ],
)
def test_chinese_is_mended_in_the_script_of_the_chinese_of_its_document(
    termbase: Run, tmp_path: Path, frame: str, terms: str, text: str, expected: str
) -> None:
    (tmp_path / "g.csv").write_text(terms, "utf-8")
    (tmp_path / "d.md").write_text(frame.format(text) + "\n", "utf-8")
    options = ("--termbase", "g.csv", "--select", "deprecated", "--select", "gloss", "--format", "json")
    found = json.loads(termbase("check", "d.md", *options, cwd=tmp_path).stdout)["findings"]
    assert [finding["suggestions"] for finding in found] == [[expected]]
