"""The known terms are marked in what a search or a concordance finds."""

from __future__ import annotations

import json
from importlib import import_module
from pathlib import Path

import click
import pytest

from tests.conftest import Run
from tests.memory.conftest import ONLY_SQLITE, Fill, unit
from tmx.memory.terms import KnownTerm

underlined = import_module("termbase_cli.memory.known_terms").underlined

UNITS = [
    unit("Restart the router", "重启路由器"),
    unit("A network router restarts the network", "网络路由器重启网络"),
]


@pytest.fixture
def terms(tmp_path: Path, fill: Fill) -> str:
    fill(UNITS)
    file = tmp_path / "terms.csv"
    file.write_text("en,zh-CN\nrouter,路由器\nnetwork,网络\n", "utf-8")
    return str(file)


@ONLY_SQLITE
@pytest.mark.parametrize(
    ("arguments", "source", "target"),
    [
        (
            ["search", "Restart the router", "--target", "zh-CN"],
            [("router", 12, ["路由器"])],
            [("路由器", 2, ["router"])],
        ),
        (["concordance", "重启路"], [("路由器", 2, ["router"])], [("router", 12, ["路由器"])]),
    ],
)
def test_records(
    terms: str, memory: str, termbase: Run, arguments: list[str], source: list[object], target: list[object]
) -> None:
    command = ("memory", *arguments, "--memory", memory, "--format", "json", "--limit", "1")
    plain = json.loads(termbase(*command).stdout)["matches"][0]
    match = json.loads(termbase(*command, "--termbase", terms).stdout)["matches"][0]
    found = [
        [(each["term"], each["span"][0], each["translations"]) for each in match.pop(f"{side}_terms")]
        for side in ("source", "target")
    ]
    assert found == [source, target]
    assert match == plain


@ONLY_SQLITE
def test_texts(terms: str, memory: str, termbase: Run) -> None:
    done = termbase("memory", "concordance", "restart", "--memory", memory, "--termbase", terms)
    assert done.stdout.splitlines() == [
        "en     Restart the router",
        "zh-CN  重启路由器",
        "       terms: router = 路由器",
        "",
        "en     A network router restarts the network",
        "zh-CN  网络路由器重启网络",
        "       terms: network = 网络; router = 路由器",
    ]
    found = termbase(
        "memory", "search", "Restart the router", "--target", "zh-CN", "--memory", memory, "--termbase", terms
    )
    assert found.stdout.startswith("terms: router = 路由器\n")
    nothing = termbase("memory", "search", "Else", "--target", "zh-CN", "--memory", memory, "--termbase", terms)
    assert nothing.stdout == "Else: no match of 70% or more\n"


def test_terms_are_underlined_in_a_stretch() -> None:
    terms = [KnownTerm(0, 2, "1", ()), KnownTerm(3, 6, "2", ()), KnownTerm(3, 6, "3", ())]
    shown = underlined("ab cdefg", terms, (1, 7), fg="red")
    parts = [("b", True), (" ", None), ("cde", True), ("f", None)]
    assert shown == "".join(click.style(text, fg="red", underline=under) for text, under in parts)
    assert click.unstyle(underlined("ab cdefg", terms)) == "ab cdefg"
