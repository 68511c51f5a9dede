"""Every `--help` ends with examples that work, and `termbase --help` lists every command in full."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from importlib import import_module

import click
import pytest

from tests.conftest import Run

cli: click.Group = import_module("termbase_cli.main").cli


def commands(group: click.Group, before: str = "") -> Iterator[tuple[str, click.Command]]:
    yield before.strip(), group
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from commands(command, f"{before} {name}")
        else:
            yield f"{before} {name}".strip(), command


COMMANDS = dict(commands(cli))


@pytest.mark.parametrize("name", COMMANDS)
def test_each_help_has_examples_with_options_that_exist(name: str) -> None:
    epilog = COMMANDS[name].epilog or ""
    examples = [line.strip() for line in epilog.splitlines() if line.startswith("  termbase ")]
    assert 1 <= len(examples) <= 3
    for example in examples:
        words = shlex.split(example)[1:]
        assert " ".join(words).startswith(name)
        known = " ".join(words[:2]) if " ".join(words[:2]) in COMMANDS else words[0]
        options = {spelling for option in COMMANDS[known].params for spelling in option.opts}
        assert {word for word in words if word.startswith("--")} <= options, example


def test_the_help_lists_every_command_with_a_whole_sentence(termbase: Run) -> None:
    shown = termbase("--help").stdout
    assert "..." not in shown.partition("Options:")[2]
    places = [shown.index(f"\n  {name} ") for name in cli.commands]
    assert places == sorted(places)
