"""Writes the table of codes in docs/tbx.md from the rules' own docstrings: `./run python docs/tbx_codes.py`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from termbase.tbx import validate
from termbase.tbx.reading.reader_findings import REMARKS
from termbase.tbx.rules.registry import RULES

TARGET = Path(__file__).with_name("tbx.md")
_MARKED = re.compile(r"(<!-- codes: [^\n]*-->\n).*(<!-- end of codes -->)", re.DOTALL)


def refreshed(text: str) -> str:
    """Return the page with the table of codes made again from the rules."""
    table = "\n".join(_table())
    return _MARKED.sub(lambda match: f"{match[1]}\n{table}\n\n{match[2]}", text)


def _table() -> Iterator[str]:
    assert validate.FAMILIES  # importing them registers the rules
    yield "| code | severity | meaning | bad, good |"
    yield "|---|---|---|---|"
    broken = "A file that is not well-formed XML. Nothing else in it is checked."
    yield _row(validate.NOT_WELL_FORMED, "error", broken, "Bad: `<term>R&D</term>`. Good: `<term>R&amp;D</term>`.")
    for rule in sorted(RULES.values(), key=lambda rule: rule.code):
        example = " ".join((rule.check.__doc__ or "").partition("\n\n")[2].split())
        yield _row(rule.code, rule.severity.value, rule.meaning, example)
    for code, meaning in REMARKS.items():
        yield _row(code, "on reading or writing", meaning, "")


def _row(*cells: str) -> str:
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


if __name__ == "__main__":
    TARGET.write_text(refreshed(TARGET.read_text("utf-8")), "utf-8")
