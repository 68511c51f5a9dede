"""Commands repeat some names of the libraries, so that they start without importing them: none may be missing."""

from __future__ import annotations

from collections.abc import Collection
from importlib import import_module

import click
import pytest

from termbase.exchange import FORMS
from termbase.model import AdministrativeStatus
from termbase.tbx.standard.categories import Dialect
from tests.conftest import ROOT
from tmx.bilingual.suffixes import WRITTEN
from tmx.languages import STYLES
from tmx.operations.clean import DUPLICATES, RULES
from tmx.operations.merge import KEYS, RANKS

_modules = (file.stem.removeprefix("findings_") for file in ROOT.glob("termbase/report/findings_*.py"))
REPORTS = [name for name in _modules if name != "formats"]
cli: click.Group = import_module("termbase_cli.main").cli


def choices(words: str, option: str) -> set[str]:
    command: click.Command = cli
    for word in words.split():
        assert isinstance(command, click.Group)
        command = command.commands[word]
    (type,) = (each.type for each in command.params if option in each.opts)
    assert isinstance(type, click.Choice)
    return {*type.choices}


@pytest.mark.parametrize(
    ("words", "option", "expected"),
    [
        ("tbx convert", "--to", FORMS),
        ("tbx convert", "--dialect", [dialect.lower().removeprefix("tbx-") for dialect in Dialect]),
        ("tmx convert", "--to", WRITTEN),
        ("tmx convert", "--tags", STYLES),
        ("tmx clean", "--rule", [*RULES, DUPLICATES]),
        ("tmx clean", "--skip", [*RULES, DUPLICATES]),
        ("tmx merge", "--key", KEYS),
        ("tmx merge", "--keep", RANKS),
        ("memory dedupe", "--key", KEYS),
        ("memory dedupe", "--keep", RANKS),
        ("add", "--status", list(AdministrativeStatus)),
        ("edit", "--status", list(AdministrativeStatus)),
        ("check", "--format", REPORTS),
    ],
)
def test_a_command_offers_every_choice_of_the_library(words: str, option: str, expected: Collection[str]) -> None:
    assert choices(words, option) == {*expected}
