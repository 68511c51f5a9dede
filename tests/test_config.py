from __future__ import annotations

import json
from pathlib import Path

import pytest

from termbase.config import Setting, find_configuration, option_defaults
from termbase.errors import TermbaseError

OUT = Setting("out", is_path=True)
COMMANDS = {
    "lookup": {
        "termbase": Setting("termbase", is_path=True, is_repeated=True),
        "format": Setting("form"),
        "status": Setting("status", is_repeated=True),
    },
    "build": {"out": OUT, "parallel": Setting("parallel", is_path=True, is_repeated=True, values=2)},
    "tbx convert": {"out": OUT, "to": Setting("form"), "min-length": Setting("least")},
    "memory search": {"memory": Setting("memory", is_path=True)},
    "memory export": {"memory": Setting("memory", is_path=True), "out": OUT},
    "add": {"status": Setting("word", is_own=True), "new": Setting("new", is_own=True)},
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
        "memory": {"search": {}, "export": {}},
        "add": {},
    }


def test_the_commands_of_a_group_have_tables_of_their_own(tmp_path: Path) -> None:
    path = write(tmp_path, 'out = "all"\n[tbx.convert]\nto = "csv"\n')
    assert option_defaults(path, COMMANDS)["tbx"] == {"convert": {"out": str(tmp_path / "all"), "form": "csv"}}


@pytest.mark.parametrize(
    ("text", "command", "values"),
    [
        ('termbase = "house.tbx"', "lookup", {"termbase": ["DIR/house.tbx"]}),
        ('[lookup]\nstatus = "preferred"', "lookup", {"status": ["preferred"]}),
        ('[build]\nparallel = ["zh", "en"]', "build", {"parallel": [["DIR/zh", "DIR/en"]]}),
        ('[build]\nparallel = [["zh", "en"]]', "build", {"parallel": [["DIR/zh", "DIR/en"]]}),
        ('out = "-"', "build", {"out": "-"}),
        ('memory = "team.db"', "memory search", {"memory": "DIR/team.db"}),
        ('[memory]\nmemory = "team.db"', "memory search", {"memory": "DIR/team.db"}),
        ('[memory]\nmemory = "postgresql://me@host/db"', "memory search", {"memory": "postgresql://me@host/db"}),
        (
            '[memory]\nmemory = "team.db"\n[memory.export]\nmemory = "all.db"',
            "memory export",
            {"memory": "DIR/all.db"},
        ),
        ('[memory]\nout = "all.tmx"', "memory search", {}),
        ('status = "preferred"\n[add]\nnew = true', "add", {"new": True}),
        ('[add]\nstatus = "preferred"', "add", {"word": "preferred"}),
    ],
)
def test_values_are_read_as_the_option_takes_them(
    tmp_path: Path, text: str, command: str, values: dict[str, object]
) -> None:
    place: object = option_defaults(write(tmp_path, text), COMMANDS)
    for word in command.split():
        assert isinstance(place, dict)
        place = place[word]
    assert place == json.loads(json.dumps(values).replace("DIR", str(tmp_path)))


def test_a_file_with_a_mark_or_in_another_encoding(tmp_path: Path) -> None:
    path = tmp_path / "termbase.toml"
    path.write_text('[lookup]\nformat = "json"\n', "utf-8-sig")
    assert option_defaults(path, COMMANDS)["lookup"] == {"form": "json"}
    path.write_text('[lookup]\nformat = "数字"\n', "gb18030")
    with pytest.raises(TermbaseError, match=r"is not text in UTF-8 \(save it as UTF-8\)"):
        option_defaults(path, COMMANDS)


def test_tables_below_a_command_are_left_to_the_command(tmp_path: Path) -> None:
    assert option_defaults(write(tmp_path, "[lookup.more]\nx = 1\n"), COMMANDS)["lookup"] == {}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("termbases = []", "unknown option: termbases"),
        ("new = true", "unknown option: new"),
        ("[look]\n", r"unknown command: \[look\]"),
        ("[lookup]\nfromat = 1", r"unknown option in \[lookup\]: fromat \(did you mean format\?\)"),
        ("[tbx.convert]\nmin_length = 1", r"min_length \(did you mean min-length\?\)"),
        ("[tbx.convert.x]\n[tbx.x]\n", r"unknown command: \[tbx.x\]"),
        ("termbase = [", "is not valid TOML"),
        ("[tbx]\nformat = 1", r"unknown option in \[tbx\]: format"),
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
