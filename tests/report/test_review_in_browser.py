"""The review in the page, in a real browser: keys, filters, and the table that `termbase build` takes."""

from __future__ import annotations

import csv
import io
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.cli.test_build import decide, decisions_in
from tests.conftest import Run
from tests.report.browser import needs_chromium, run_in_page

pytestmark = needs_chromium

# `press` types a key where the focus is; `saved` is the text of the file that the button saves.
TOOLS = """
const press = key => (inside.activeElement || inside.body).dispatchEvent(
  new view.KeyboardEvent("keydown", {key, bubbles: true, cancelable: true}));
const choose = (name, value) => {
  const field = inside.querySelector(`[name=${name}]`);
  field.value = value;
  field.dispatchEvent(new view.Event("change", {bubbles: true}));
};
const visible = () =>
  all(".pair").filter(pair => pair.offsetParent).map(pair => pair.querySelector(".both").textContent);
const saved = async () => {
  let file;
  view.URL.createObjectURL = blob => { file = blob; return "#"; };
  inside.querySelector(".save").click();
  return await file.text();
};
"""

TEXT = """# Terms

The **Digital Silk Road** (数字丝绸之路) was praised by *Wang Xiaoming* (王小明).

They spoke of data security (数据安全) and the people's livelihood of the whole area (民生).

The "fourth" quotation: the Ministry of Digital Affairs (數位發展部) met in Kaohsiung (高雄).
"""


@pytest.fixture
def out(termbase: Run, tmp_path: Path) -> Path:
    (tmp_path / "a.md").write_text(TEXT, "utf-8")
    done = termbase("build", "a.md", "--out", "out", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    return tmp_path / "out"


def run(out: Path, script: str, width: int = 1280) -> Any:
    return run_in_page(out / "report.html", out.parent, TOOLS + script, width)


def test_keys_decide_and_the_saved_table_is_what_build_takes(termbase: Run, out: Path) -> None:
    text = run(out, 'press("j"); press("a"); press("r"); press("p"); press("u"); press("x"); return await saved();')
    rows = list(csv.DictReader(io.StringIO(text), dialect="excel-tab"))
    assert [row["decision"] for row in rows] == ["accept", "reject"]
    assert all(len(row["date"]) == 10 for row in rows)
    (out.parent / "decisions.tsv").write_text(text, "utf-8")
    done = termbase("build", "a.md", "--out", "out", "--force", "--decisions", "decisions.tsv", cwd=out.parent)
    assert "2 decisions read from decisions.tsv" in done.stdout
    assert decisions_in(out / "candidates.tsv") == {row["en"]: row["decision"] for row in rows}


def test_decisions_stay_in_the_browser_until_they_are_saved(out: Path) -> None:
    shown = run(
        out,
        """press("j"); press("a");
        const again = Object.assign(document.createElement("iframe"), {src: view.location.href});
        await new Promise(done => { again.onload = done; document.body.append(again); });
        return [...again.contentDocument.querySelectorAll(".decision")].map(one => one.textContent);""",
    )
    assert shown == ["accept", *[""] * (len(shown) - 1)]


def test_terms_are_corrected_with_the_keyboard_alone(out: Path) -> None:
    text = run(
        out,
        """press("j"); press("e");
        const form = inside.querySelector(".correct");
        form.elements.en.value = ' the "Silk"\\tRoad ';
        form.requestSubmit();
        return await saved();""",
    )
    (row,) = csv.DictReader(io.StringIO(text), dialect="excel-tab")
    assert (row["decision"], row["corrected_zh"], row["corrected_en"]) == ("accept", "", 'the "Silk" Road')


def test_filters_show_what_they_say(out: Path) -> None:
    every, kinds, searched, regions = run(
        out,
        """const every = visible();
        choose("kind", "term"); const kinds = visible(); choose("kind", "");
        const search = inside.querySelector("[type=search]");
        search.value = "ministry"; search.dispatchEvent(new view.Event("input")); const searched = visible();
        search.value = ""; search.dispatchEvent(new view.Event("input"));
        choose("region", "TW"); return [every, kinds, searched, visible()];""",
    )
    assert len(every) > len(kinds) > 0
    assert [pair for pair in every if "Ministry" in pair or "Kaohsiung" in pair] == searched != []
    assert any("數位發展部" in pair for pair in regions)
    assert not any("王小明" in pair for pair in regions)


def test_the_search_finds_both_scripts_and_pinyin(out: Path) -> None:
    queries = ["數字絲綢", "szsczl", "sichou", "Sī chóu", "ichou", "sz", "gaoxiong", "数位发展部"]
    found = run(
        out,
        """const search = inside.querySelector("[type=search]");
        return QUERIES.map(query => {
          search.value = query; search.dispatchEvent(new view.Event("input"));
          return visible().map(pair => pair.split(" = ")[1]).join();
        });""".replace("QUERIES", str(queries)),
    )
    silk, none = "Digital Silk Road", ""
    assert found == [silk, silk, silk, silk, none, none, "Kaohsiung", "Ministry of Digital Affairs"]


def test_a_mouse_takes_decisions_back(out: Path) -> None:
    assert run(
        out,
        """const [first, second] = all(".pair"), button = (pair, what) => pair.querySelector(`[data-do=${what}]`);
        const now = () => [first, second].map(pair => pair.dataset.decision).join();
        const undo = inside.querySelector(".undo"), states = [undo.disabled];
        const accept = button(first, "accept");
        const clicked = [accept, accept, undo, button(second, "reject"), undo, undo];
        for (const one of clicked) { one.click(); states.push(now()); }
        return [...states, button(first, "accept").getAttribute("aria-label").includes(" = ")];""",
    ) == [True, "accept,", ",", "accept,", "accept,reject", "accept,", ",", True]


def test_two_tabs_and_an_older_page_lose_no_decision(out: Path) -> None:
    text = run(
        out,
        """const open = async () => {
          const tab = Object.assign(document.createElement("iframe"), {src: view.location.href});
          await new Promise(done => { tab.onload = done; document.body.append(tab); });
          return tab.contentWindow;
        };
        const other = await open();
        all(".pair")[0].querySelector("[data-do=accept]").click();
        other.document.querySelectorAll(".pair")[1].querySelector("[data-do=reject]").click();
        const place = view.localStorage.key(0), kept = JSON.parse(view.localStorage.getItem(place));
        const gone = {"旧词\told word": {decision: "prefer", corrected_zh: "", corrected_en: "", by: "", date: ""}};
        view.localStorage.setItem(place, JSON.stringify({...kept, ...gone}));
        view.location.reload();
        await new Promise(done => { document.querySelector("iframe").onload = done; });
        const page = document.querySelector("iframe").contentWindow;
        let file;
        page.URL.createObjectURL = blob => { file = blob; return "#"; };
        page.document.querySelector(".save").click();
        return await file.text();""",
    )
    rows = list(csv.DictReader(io.StringIO(text), dialect="excel-tab"))
    assert [row["decision"] for row in rows] == ["accept", "reject", "prefer"]
    assert rows[2]["en"] == "old word"


def test_doubtful_pairs_are_those_below_the_confidence_and_the_imperfect(out: Path) -> None:
    shown, rows = run(
        out,
        """choose("show", "doubtful");
        return [visible().length, all(".pair").map(pair => JSON.parse(pair.dataset.row))];""",
    )
    assert shown == sum(float(row[3]) < 0.6 or row[5] == "yes" for row in rows)


def test_all_shown_pairs_are_decided_after_a_question(out: Path) -> None:
    text = run(
        out,
        """view.confirm = () => false; choose("many", "accept");
        view.confirm = () => true; choose("kind", "term"); choose("many", "reject"); return await saved();""",
    )
    rows = list(csv.DictReader(io.StringIO(text), dialect="excel-tab"))
    assert {(row["kind"], row["decision"]) for row in rows} == {("term", "reject")}


def test_rejected_pairs_can_be_taken_in_again(termbase: Run, out: Path) -> None:
    decide(out / "candidates.tsv", {"data security": {"decision": "reject"}})
    assert termbase("build", "a.md", "--out", "out", "--force", cwd=out.parent).returncode == 0
    text = run(
        out,
        """inside.querySelector("#rejected [data-do=accept]").click(); return await saved();""",
    )
    assert "accept\t数据安全\tdata security" in text


def test_the_search_stays_at_the_top_and_nothing_overflows_while_reviewing(out: Path) -> None:
    script = """press("j"); press("e");
    inside.querySelector(".filters").open = true;
    view.scrollTo({top: 500, behavior: "instant"}); await new Promise(done => setTimeout(done, 100));
    const tools = inside.querySelector(".tools").getBoundingClientRect();
    return [inside.documentElement.scrollWidth, Math.round(tools.top), tools.height];"""
    for width in (390, 1280):
        scroll, top, height = run(out, script, width)
        assert scroll <= width
        assert top == 0
        assert height < 420


def test_hostile_text_in_a_row_stays_text(termbase: Run, tmp_path: Path) -> None:
    shutil.rmtree(tmp_path / "out", ignore_errors=True)
    (tmp_path / "a.txt").write_text("Of </script><b onclick='x'>\"data' security (数据安全) they spoke.\n", "utf-8")
    termbase("build", "a.txt", "--out", "out", cwd=tmp_path)
    rows = run(tmp_path / "out", 'return all(".pair").map(pair => JSON.parse(pair.dataset.row));')
    assert [len(row) for row in rows] == [19] * len(rows) != []
