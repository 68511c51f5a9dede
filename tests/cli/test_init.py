"""`termbase init`, and the files with which other repositories run the checks in CI."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import click
import pytest

from termbase.check.bitext_registry import ALL_CHECKS
from tests.conftest import ROOT, Run

cli: click.Group = import_module("termbase_cli.main").cli
HOUSE = Path(__file__).parents[1] / "check" / "house.tbx"


def test_a_new_configuration_works_at_once(termbase: Run, tmp_path: Path) -> None:
    (tmp_path / "house.tbx").write_bytes(HOUSE.read_bytes())
    (tmp_path / "r.txt").write_text("Network security.\n", "utf-8")
    result = termbase("init", cwd=tmp_path)
    assert (result.returncode, result.stdout) == (0, "wrote termbase.toml\n")
    assert termbase("check", "r.txt", cwd=tmp_path).returncode == 1


def configuration(termbases: list[str]) -> str:
    return str(import_module("termbase_cli.init").configuration(cli, termbases))


def uncommented(text: str) -> str:
    return re.sub(r"^# (?=[\w-]+ = |\[check\.paths)", "", text, flags=re.MULTILINE)


def all_commands(group: click.Group, before: str = "") -> Iterator[tuple[str, click.Command]]:
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from all_commands(command, f"{before}{name} ")
        else:
            yield f"{before}{name}", command


def test_it_names_every_option_and_all_of_it_is_toml() -> None:
    record = tomllib.loads(uncommented(configuration([])))
    for group in ("tbx", "tmx", "memory"):
        record |= {f"{group} {name}": table for name, table in record[group].items()}
    for name, command in all_commands(cli):
        options = {
            spelling.removeprefix("--")
            for option in command.params
            if isinstance(option, click.Option) and option.name not in ("termbase", "help")
            for spelling in option.opts[-1:]
        }
        if name not in ("init", "add", "edit", "remove") and options:
            assert options <= set(record[name]), name
    assert {"words", "paths", "region", "deprecated"} <= set(record["check"])


@pytest.mark.parametrize("table", ["words", "paths", "region"])
def test_what_it_shows_is_what_the_checks_take(termbase: Run, tmp_path: Path, table: str) -> None:
    (tmp_path / "house.tbx").write_bytes(HOUSE.read_bytes())
    (tmp_path / "r.txt").write_text("Fine.\n", "utf-8")
    text = configuration(["house.tbx"])
    begin = text.index("# Settings of a single check")
    tables = text[begin : text.index("\n[", text.index("check.paths", begin))]
    (tmp_path / "termbase.toml").write_text(f'termbase = ["house.tbx"]\n{uncommented(tables)}', "utf-8")
    assert f"[check.{table}" in uncommented(tables)
    result = termbase("check", "r.txt", cwd=tmp_path)
    assert (result.returncode, result.stderr) == (0, "")


def test_only_what_is_missing_is_written(termbase: Run, tmp_path: Path) -> None:
    workflow, settings = tmp_path / ".github" / "workflows" / "termbase.yml", tmp_path / "termbase.toml"
    settings.write_text("[check]\nignore = ['case']\n", "utf-8")
    result = termbase("init", "--ci", "github", cwd=tmp_path)
    assert result.stdout == "kept termbase.toml as it is\nwrote .github/workflows/termbase.yml\n"
    assert settings.read_text("utf-8") == "[check]\nignore = ['case']\n"
    workflow.write_text("mine", "utf-8")
    settings.unlink()
    assert termbase("init", "--ci", "github", cwd=tmp_path).returncode == 0
    assert workflow.read_text("utf-8") == "mine"
    assert settings.exists()
    assert termbase("init", "--ci", "github", cwd=tmp_path).returncode == 2
    assert workflow.read_text("utf-8") == "mine"


def test_nothing_is_overwritten_unasked(termbase: Run, tmp_path: Path) -> None:
    (tmp_path / "docs" / ".github" / "workflows").mkdir(parents=True)
    workflow = tmp_path / "docs" / ".github" / "workflows" / "termbase.yml"
    workflow.write_text("mine", "utf-8")
    assert termbase("init", "docs", "--ci", "github", "--force", cwd=tmp_path).returncode == 0
    assert "termbase check . --format github" in workflow.read_text("utf-8")
    assert termbase("init", "docs", cwd=tmp_path).returncode == 2


@pytest.mark.parametrize("file", [".pre-commit-hooks.yaml", "action.yml", "docs/ci.md"])
def test_what_ci_runs_are_options_that_exist(file: str) -> None:
    text = (ROOT / file).read_text("utf-8")
    options = {spelling for option in cli.commands["check"].params for spelling in option.opts}
    lines = re.findall(r"termbase check ([^\n`|]*)", text)
    assert lines or file == ".pre-commit-hooks.yaml"
    for line in lines:
        assert set(re.findall(r"(?<!\S)--[\w-]+", line)) <= options | {"--"}


def test_the_action_puts_no_input_into_a_script() -> None:
    text = (ROOT / "action.yml").read_text("utf-8")
    assert [line for line in text.splitlines() if "run:" in line and "${{" in line] == []


@pytest.mark.parametrize("check", ALL_CHECKS, ids=lambda check: check.name)
def test_each_check_is_in_the_documentation(check: object) -> None:
    text = (ROOT / "docs" / "check.md").read_text("utf-8")
    code, name = getattr(check, "code", ""), getattr(check, "name", "")
    assert f"\n| {code} | [`{name}`](#{name}) | {getattr(check, 'severity', '')} |" in text
