"""There are no circular imports, even inside functions: a second implementation of the contract in setup.cfg."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Mapping
from configparser import ConfigParser
from pathlib import Path

from tests.conftest import ROOT

CONFIGURATION = ConfigParser()
CONFIGURATION.read(ROOT / "setup.cfg", "utf-8")
FOLDERS = dict(
    line.split(" = ") for line in CONFIGURATION["options"]["package_dir"].strip().splitlines()
)  # by package
PACKAGES = [name for name in CONFIGURATION["options"]["packages"].split() if "." not in name]
EXCEPTIONS = CONFIGURATION["importlinter:contract:circles"].get("ignore_imports", "").strip().splitlines()


def modules() -> dict[str, Path]:
    found: dict[str, Path] = {}
    for package in PACKAGES:
        folder = ROOT / FOLDERS.get(package, package)
        for file in folder.rglob("*.py"):
            parts = (package, *file.relative_to(folder).with_suffix("").parts)
            found[".".join(parts).removesuffix(".__init__")] = file
    return found


def imports(name: str, file: Path, known: Iterable[str]) -> Iterator[str]:
    """Yield the modules of the project that a module imports, at the top or inside functions."""
    package = name if file.name == "__init__.py" else name.rpartition(".")[0]
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in known)
        elif isinstance(node, ast.ImportFrom):
            above = package.split(".")[: len(package.split(".")) - node.level + 1] if node.level else []
            base = ".".join([*above, *([node.module] if node.module else [])])
            for alias in node.names:
                imported = f"{base}.{alias.name}" if f"{base}.{alias.name}" in known else base
                if imported in known:
                    yield imported


def circle_from(start: str, graph: Mapping[str, set[str]]) -> list[str]:
    """Return a chain of imports from a module back to itself; empty if there is none."""
    ways = [[start]]
    seen: set[str] = set()
    while ways:
        way = ways.pop()
        for name in graph[way[-1]]:
            if name == start:
                return [*way, start]
            if name not in seen:
                seen.add(name)
                ways.append([*way, name])
    return []


def test_there_are_no_circular_imports() -> None:
    known = modules()
    graph = {name: set(imports(name, file, known)) - {name} for name, file in known.items()}
    for exception in EXCEPTIONS:
        importer, _, imported = exception.partition(" -> ")
        graph[importer].remove(imported)
    assert sum(map(len, graph.values())) > 900
    assert [circle for name in graph if (circle := circle_from(name, graph))] == []


def test_circles_are_found() -> None:
    graph: dict[str, set[str]] = {"a": {"b"}, "b": {"c"}, "c": {"b"}}
    assert circle_from("b", graph) == ["b", "c", "b"]
    assert circle_from("a", graph) == []
