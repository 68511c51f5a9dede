"""Settings of the checks in `termbase.toml`: their effect, and the errors for misspelt words."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import Run

HOUSE = (Path(__file__).parent / "house.tbx").as_posix()
TEXT = "The network security team met. Network security matters on the Digital Silk Route, a digital Silk road.\n"


def names(run: Run, folder: Path, configuration: str, *options: str) -> list[str]:
    (folder / "termbase.toml").write_text(f'termbase = ["{HOUSE}"]\n{configuration}', "utf-8")
    (folder / "old").mkdir(exist_ok=True)
    (folder / "old" / "r.txt").write_text(TEXT, "utf-8")
    result = run("check", "old", "--format", "json", *options, cwd=folder)
    assert result.returncode in (0, 1), result.stderr
    return [f"{finding['severity'][0]}:{finding['name']}" for finding in json.loads(result.stdout)["findings"]]


@pytest.mark.parametrize(
    ("configuration", "expected"),
    [
        ("", ["e:deprecated", "e:deprecated", "e:deprecated", "w:case"]),
        ('[check]\nselect = ["case"]', ["w:case"]),
        ('[check]\nignore = ["T001"]', ["w:case"]),
        ('[check.deprecated]\nexcept = ["cybersecurity"]', ["e:deprecated", "w:case"]),
        ('[check.T005]\nseverity = "error"\n[check]\nignore = ["deprecated"]', ["e:case"]),
        ('[check.words]\nexcept = ["Network Security team"]', ["e:deprecated", "e:deprecated", "w:case"]),
        ('[check.paths."old/"]\nignore = ["deprecated"]\nseverity = {case = "info"}', ["i:case"]),
        ('[check.paths."*.md"]\nselect = ["mixed"]', ["e:deprecated", "e:deprecated", "e:deprecated", "w:case"]),
        ('[check.paths."old/*.txt"]\nselect = ["case"]\n[check]\nignore = ["case"]', ["w:case"]),
        ('[check.paths."**"]\nlanguage = "zh-TW"', ["e:deprecated", "e:deprecated", "e:deprecated", "w:case"]),
    ],
)
def test_what_can_be_set(termbase: Run, tmp_path: Path, configuration: str, expected: list[str]) -> None:
    assert names(termbase, tmp_path, configuration) == expected


@pytest.mark.parametrize(
    ("configuration", "options", "expected"),
    [
        ('select = ["case"]', "--select gloss", []),
        ('ignore = ["case"]', "--select T005", ["w:case"]),
        ('ignore = ["case", "deprecated"]', "--extend-select gloss,case", ["w:case"]),
        ('ignore = ["deprecated"]', "--select all", ["w:case"]),
        ('extend-select = ["case"]', "--ignore T005,deprecated", []),
    ],
)
def test_the_command_line_beats_the_file(
    termbase: Run, tmp_path: Path, configuration: str, options: str, expected: list[str]
) -> None:
    assert names(termbase, tmp_path, f"[check]\n{configuration}", *options.split()) == expected


def test_paths_are_relative_to_the_file_not_to_the_working_directory(termbase: Run, tmp_path: Path) -> None:
    names(termbase, tmp_path, '[check.paths."old/"]\nselect = ["case"]')
    result = termbase("check", "r.txt", "--format", "json", cwd=tmp_path / "old")
    assert [finding["name"] for finding in json.loads(result.stdout)["findings"]] == ["case"]


@pytest.mark.parametrize(
    ("configuration", "message"),
    [
        ('[check.deprecatd]\nexcept = ["a"]', "unknown key in [check]: deprecatd (did you mean deprecated?)"),
        ('[check.region]\nexcep = ["a"]', "unknown key in [check.region]: excep (did you mean except?)"),
        ('[check.region]\nexcept = "a"', "[check.region] except is not a list"),
        ('[check.case]\nseverity = "eror"', "unknown severity for case: 'eror'"),
        ('[check.words]\nallow = ["a"]', "unknown key in [check.words]: allow"),
        ('[check.paths."a"]\nselct = ["case"]', "selct (did you mean select?)"),
        ('[check.paths."a"]\nselect = ["cas"]', "there is no check 'cas'"),
        ('[check.paths."a"]\nlanguage = 1', "language is not a string"),
        ('[check.paths."a"]\nlanguage = "Mandarin!"', "is not a language tag"),
        ('language = "de"', "cannot check documents in de"),
        ('language = "zh-TV"', "cannot check documents in zh-TV (the language is en, zh-CN, zh-TW or zh-HK)"),
        ('language = "zh-Latn-pinyin"', "cannot check documents in zh-Latn-pinyin"),
        ('[check.paths."a"]\nlanguage = "de"', "cannot check documents in de"),
        ('[check.paths."a"]\nseverity = {cas = "info"}', "severity: cas (did you mean case?)"),
        ('[check.paths]\nselect = ["case"]', '[check.paths."select"] is not a table'),
        ('[check]\nignore = ["everything"]', "there is no check 'everything'"),
        ('[check]\nselect = ["case"]\nignore = ["T005"]', "no check is left to run"),
        ('[check]\nselct = ["case"]', "unknown option in [check]: selct"),
        ('[chekc]\nselect = ["case"]', "unknown command: [chekc]"),
    ],
)
def test_a_misspelt_word_is_an_error(termbase: Run, tmp_path: Path, configuration: str, message: str) -> None:
    (tmp_path / "termbase.toml").write_text(f'termbase = ["{HOUSE}"]\n{configuration}', "utf-8")
    (tmp_path / "r.txt").write_text("Fine.\n", "utf-8")
    result = termbase("check", "r.txt", cwd=tmp_path)
    assert (result.returncode, result.stdout, result.stderr.count("\n")) == (2, "", 1)
    assert message in result.stderr
