"""Runs each check on the files in `tests/check/NAME/pass` and `fail`, with the termbase `tests/check/house.tbx`.

Beside each file in `fail` is a file `.expected` with a line for each finding: `line:column text`, or for a
bilingual file `segment:side text`. A document with a name such as `*.zh-TW.txt` is checked as a text in that
language. To test a new check, add a folder with its name.
"""

from pathlib import Path

import pytest

from termbase.check.bitext_registry import ALL_CHECKS
from termbase.check.finding import Finding
from termbase.check.registry import AnyCheck
from termbase.check.settings import Settings
from termbase.document.model import Document
from termbase.document.plain import blocks
from termbase.document.reader import read_document
from termbase.language import canonical
from termbase.tbx.reader import read
from tests.check.checking import check_bitexts, check_documents
from tmx.bilingual.segment_pairs import read_bitexts

FIXTURES = Path(__file__).parent
NAMES = [check.name for check in ALL_CHECKS]
SETTINGS = Settings(selected=frozenset(NAMES), excepted={"region": frozenset({"data"})})


def documents(kind: str) -> list[Path]:
    return sorted(path for path in FIXTURES.glob(f"*/{kind}/*") if path.suffix != ".expected")


def findings(path: Path) -> list[Finding]:
    termbases = [read(str(FIXTURES / "house.tbx"))]
    if path.suffix == ".tmx":
        return check_bitexts(read_bitexts(str(path)), termbases, SETTINGS)
    tags = path.suffixes[:-1]
    language = canonical(tags[0][1:]) if tags else None
    return check_documents([read_document(str(path))], termbases, language, SETTINGS)


@pytest.mark.parametrize("path", documents("pass"), ids=lambda path: f"{path.parts[-3]}/{path.name}")
def test_good_text_passes_every_check(path: Path) -> None:
    assert [(finding.name, finding.text) for finding in findings(path)] == []


@pytest.mark.parametrize("path", documents("fail"), ids=lambda path: f"{path.parts[-3]}/{path.name}")
def test_bad_text_is_found_where_it_stands(path: Path) -> None:
    found = [finding for finding in findings(path) if finding.name == path.parts[-3]]
    expected = path.with_name(f"{path.name}.expected").read_text("utf-8").splitlines()
    assert [_line(finding) for finding in found] == expected


def _line(finding: Finding) -> str:
    place = f"{finding.segment}:{finding.side}" if finding.side else f"{finding.line}:{finding.column}"
    return f"{place} {finding.text}".replace("\n", "\\n")


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("kind", ["pass", "fail"])
def test_each_check_has_fixtures(name: str, kind: str) -> None:
    assert any(path.parts[-3] == name for path in documents(kind))


def test_fixtures_belong_to_checks() -> None:
    assert {folder.name for folder in FIXTURES.iterdir() if folder.is_dir()} == set(NAMES)


def test_codes_and_names_are_unique() -> None:
    assert len({check.code for check in ALL_CHECKS}) == len(set(NAMES)) == len(ALL_CHECKS)


@pytest.mark.parametrize("check", ALL_CHECKS, ids=NAMES)
def test_each_check_documents_itself(check: AnyCheck) -> None:
    documentation = check.function.__doc__ or ""
    assert "Bad: " in documentation
    assert "Good: " in documentation


def test_lines_of_plain_text_go_on_unless_they_end() -> None:
    text = "A Digital Silk\nRoute.\n\nIt leads to network.\nSecurity is\n\n- network\n- security\n"
    document = Document("r.txt", text, "utf-8", tuple(blocks(text)))
    found = check_documents([document], [read(str(FIXTURES / "house.tbx"))], None)
    assert [finding.text for finding in found] == ["Digital Silk\nRoute"]
