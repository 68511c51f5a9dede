"""The documentation stays correct: the table of codes is generated from the rules, the API examples are run."""

from __future__ import annotations

import re
import runpy
import subprocess
import sys
from pathlib import Path

import pytest

from termbase.errors import TermbaseError
from termbase.model import AdministrativeStatus, ConceptEntry, LanguageSection, TermSection, Termbase
from termbase.tbx.validate import FAMILIES
from tests.conftest import ROOT


def test_the_table_of_codes_is_what_the_rules_say() -> None:
    page = ROOT / "docs" / "tbx.md"
    made = runpy.run_path(str(ROOT / "docs" / "tbx_codes.py"))["refreshed"](page.read_text("utf-8"))
    assert page.read_text("utf-8") == made, "run: ./run python docs/tbx_codes.py"


def test_every_code_that_the_source_names_is_documented() -> None:
    page = (ROOT / "docs" / "tbx.md").read_text("utf-8")
    sources = [file for room in ("tbx", "table") for file in (ROOT / "termbase" / room).rglob("*.py")]
    named = {code for file in sources for code in re.findall(r'"(T\d\d\d)"', file.read_text("utf-8"))}
    assert len(named) > 30
    assert [code for code in sorted(named) if f"| {code} |" not in page] == []
    assert FAMILIES


def test_the_examples_of_the_api_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import termbase

    entry = ConceptEntry("c", (LanguageSection("en", (TermSection("data flow", AdministrativeStatus.PREFERRED),)),))
    monkeypatch.chdir(tmp_path)
    termbase.write(Termbase((entry,)), "terms.tbx")
    examples = re.findall(r"```python\n(.*?)```", (ROOT / "docs" / "api.md").read_text("utf-8"), re.DOTALL)
    assert len(examples) == 2
    exec("".join(examples), {})
    mine = termbase.read("mine.tbx")
    assert [term.term for entry in mine for _, term in entry.terms()] == ["data flow", "数据流动"]
    assert mine.title == "My terms"
    with pytest.raises(TermbaseError, match="exists already"):
        termbase.write(mine, "mine.tbx")
    with pytest.raises(TermbaseError, match="no ending of a known form"):
        termbase.write(mine, "mine.doc")


@pytest.mark.parametrize("command", ["validate", "convert", "merge", "diff", "stats"])
def test_help_imports_no_heavy_library(command: str) -> None:
    code = f"""
import sys
from termbase_cli.main import main
sys.argv = ["termbase", "tbx", {command!r}, "--help"]
try:
    main()
finally:
    print("IMPORTED", *sorted(sys.modules))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    imported = {name.split(".")[0] for name in done.stdout.rpartition("IMPORTED")[2].split()}
    assert imported & {"lxml", "openpyxl", "opencc", "jieba"} == set()
