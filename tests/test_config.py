from __future__ import annotations

from pathlib import Path

import pytest

from termbase.config import find_configuration, option_defaults
from termbase.errors import TermbaseError

COMMANDS = {
    "lookup": {"termbase": "termbase", "format": "form"},
    "build": {"out": "out"},
    "tbx convert": {"out": "out", "to": "form"},
}


def write(folder: Path, text: str) -> Path:
    path = folder / "termbase.toml"
    path.write_text(text, "utf-8")
    return path


def test_the_nearest_file_is_found_from_inside(tmp_path: Path) -> None:
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    above = find_configuration(inner)
    assert above is None or tmp_path not in above.parents
    outer = write(tmp_path, "")
    assert find_configuration(inner) == outer
    assert find_configuration(write(inner, "").parent) == inner / "termbase.toml"


def test_options_go_to_the_commands_that_have_them_and_paths_are_relative_to_the_file(tmp_path: Path) -> None:
    path = write(
        tmp_path, 'termbase = ["house.tbx", "/abs.tbx"]\n[lookup]\nformat = "json"\n[build]\nout = "out"\n'
    )
    assert option_defaults(path, COMMANDS) == {
        "lookup": {"termbase": [str(tmp_path / "house.tbx"), "/abs.tbx"], "form": "json"},
        "build": {"out": str(tmp_path / "out")},
        "tbx": {"convert": {}},
    }


def test_the_commands_of_a_group_have_tables_of_their_own(tmp_path: Path) -> None:
    path = write(tmp_path, 'out = "all"\n[tbx.convert]\nto = "csv"\n')
    assert option_defaults(path, COMMANDS)["tbx"] == {"convert": {"out": str(tmp_path / "all"), "form": "csv"}}


def test_tables_below_a_command_are_left_to_the_command(tmp_path: Path) -> None:
    assert option_defaults(write(tmp_path, "[lookup.more]\nx = 1\n"), COMMANDS)["lookup"] == {}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("termbases = []", "unknown option: termbases"),
        ("[look]\n", r"unknown command: \[look\]"),
        ("[lookup]\nfromat = 1", r"unknown option in \[lookup\]: fromat"),
        ("termbase = [", "is not valid TOML"),
        ("[tbx]\nto = 1", r"unknown option in \[tbx\]: to"),
        ("[tbx.covnert]\n", r"unknown command: \[tbx.covnert\]"),
        ("[tbx.convert]\ntoo = 1", r"unknown option in \[tbx.convert\]: too"),
        ("[build]\nout = 3", "has a value of out that is not a path: 3"),
        ("termbase = [1]", "has a value of termbase that is not a path: 1"),
        ("termbase = [[]]", r"has a value of termbase that is not a path: \[\]"),
    ],
)
def test_unknown_keys_and_tables_are_errors(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(TermbaseError, match=message):
        option_defaults(write(tmp_path, text), COMMANDS)
