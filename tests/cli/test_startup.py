"""A lookup is typed hundreds of times a day, so commands must not import libraries before they need them."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = {
    "jieba",
    "pypinyin",
    "opencc",
    "lxml",
    "translate",
    "jinja2",
    "markdown_it",
    "daachorse",
    "langcodes",
    "pathspec",
}


@pytest.mark.parametrize("arguments", [["--help"], ["lookup", "--help"], ["build", "--help"], ["check", "--help"]])
def test_help_imports_no_heavy_library(arguments: list[str]) -> None:
    code = f"""
import sys
from termbase_cli.main import main
sys.argv = ["termbase", *{arguments!r}]
try:
    main()
finally:
    print("IMPORTED", *sorted(sys.modules))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    assert "Usage: termbase" in done.stdout
    imported = {name.split(".")[0] for name in done.stdout.rpartition("IMPORTED")[2].split()}
    assert "termbase_cli" in imported
    assert imported & HEAVY == set()
