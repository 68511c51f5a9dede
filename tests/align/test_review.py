"""The page to review an alignment, in a real browser: beads are joined, split, moved and saved."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.report.browser import needs_chromium, run_in_page
from tmx.align.beads import Bead
from tmx.align.output import Aligned
from tmx.align.review import review_page
from tmx.align.sentences import Sentence
from tmx.content import plain
from tmx.reader import read

pytestmark = needs_chromium

_TOOLS = """
const beads = () => all(".bead").map(bead => [...bead.children].slice(0, 2).map(side =>
  [...side.querySelectorAll("p:not(.beside)")].map(p => p.textContent).join("+")).join("="));
const press = (at, what) => all(".bead")[at].querySelector(`[data-do=${what}]`).click();
const choose = (name, value) => {
  const field = inside.querySelector(`[name=${name}]`);
  field.value = value;
  field.dispatchEvent(new view.Event("change", {bubbles: true}));
};
choose("order", "document");
"""
_SAVED = """
let file;
view.URL.createObjectURL = blob => { file = blob; return "#"; };
inside.querySelector(".save").click();
return await file.text();
"""


@pytest.fixture
def page(tmp_path: Path) -> Path:
    beads = [
        Bead(range(1), range(2), 0.9),
        Bead(range(1, 2), range(2, 3), 0.2),
        Bead(range(2, 3), range(3, 4), 0.8),
    ]
    source, target = [Sentence(each) for each in "甲乙丙"], [Sentence(each) for each in ("a", "b", "c<&", "d")]
    file = tmp_path / "page.html"
    aligned = Aligned(source, target, "zh-Hans-CN", "en", beads, ("zh.txt", "en.txt"))
    file.write_text(review_page(aligned, "out.tmx"), "utf-8")
    return file


_CASES = [
    ("", ["甲=a+b", "乙=c<&", "丙=d"]),
    ('press(0, "join");', ["甲+乙=a+b+c<&", "丙=d"]),
    ('press(0, "split");', ["甲=a", "=b", "乙=c<&", "丙=d"]),
    ('press(0, "down1");', ["甲=a", "乙=b+c<&", "丙=d"]),
    ('press(2, "up0");', ["甲=a+b", "乙+丙=c<&", "=d"]),
    ('choose("order", "doubt");', ["乙=c<&", "丙=d", "甲=a+b"]),
    ('choose("show", "doubtful");', ["乙=c<&"]),
]


def test_beads_are_changed_and_changes_undone(page: Path, tmp_path: Path) -> None:
    script = "".join(
        f'found.push((() => {{ {action} return beads(); }})()); inside.querySelector(".undo").click();'
        for action, _ in _CASES
    )
    found = run_in_page(page, tmp_path, f"{_TOOLS} const found = []; {script} return found;")
    assert found == [expected for _, expected in _CASES]


def test_the_saved_memory_has_the_corrected_beads(page: Path, tmp_path: Path) -> None:
    text: Any = run_in_page(page, tmp_path, f'{_TOOLS} press(0, "down1"); press(1, "ok"); {_SAVED}')
    (tmp_path / "out.tmx").write_text(text, "utf-8")
    units = list(read(str(tmp_path / "out.tmx")).units())
    assert [[plain(variant.segment) for variant in unit.variants] for unit in units] == [
        ["甲", "a"],
        ["乙", "b c<&"],
        ["丙", "d"],
    ]
    assert [next(unit.properties("x-align-score")) for unit in units] == ["1.00", "1.00", "0.80"]
