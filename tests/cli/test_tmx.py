"""`termbase tmx` as a user runs it: the files it writes, its messages and its exit status."""

from __future__ import annotations

import gzip
import json
import resource
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from tests.command import COMMAND
from tests.conftest import Run
from tests.judges import tmx_faults

SAMPLES = Path(__file__).parents[1] / "tmx"
DIRTY = SAMPLES / "dirty.tmx"
MIXED = SAMPLES / "mixed.tmx"


def converted(termbase: Run, file: Path, out: Path, *options: str) -> str:
    done = termbase("tmx", "convert", file, "--out", out, "--force", *options)
    assert done.returncode == 0, done.stderr
    return out.read_text("utf-8")


def test_a_damaged_file_is_read_and_every_repair_is_reported(termbase: Run, tmp_path: Path, shared: Path) -> None:
    done = termbase("tmx", "convert", DIRTY, "--out", tmp_path / "out.tmx", "--report", tmp_path / "report.jsonl")
    assert done.returncode == 1, "a unit is lost"
    assert tmx_faults(shared, (tmp_path / "out.tmx").read_bytes()) == []
    repairs = [json.loads(line) for line in (tmp_path / "report.jsonl").read_text("utf-8").splitlines()]
    reported = {(repair["line"], repair["code"], repair["lost"]) for repair in repairs}
    assert reported == {
        (2, "header", False),
        (4, "reference", False),
        (5, "reference", False),
        (6, "control", False),
        (7, "structure", False),
        (8, "code", False),
        (9, "junk", True),
        (10, "date", False),
        (12, "structure", False),
        (14, "unit", True),
        (14, "end", False),
    }
    text = (tmp_path / "out.tmx").read_text("utf-8")
    assert "<seg>AT&amp;T</seg>" in text
    assert "<seg>a\u00a0b</seg>" in text
    assert "<seg>a\ufffdb</seg>" in text
    assert "<seg>1 &lt; 2</seg>" in text
    assert '<ph x="1">&lt;x id="1"/&gt;</ph>' in text
    assert 'changedate="20240131T040000Z"' in text
    assert "<seg>not closed</seg>" in text
    assert "9 units read, 9 written" in done.stderr


@pytest.mark.parametrize("number", range(1, 7))
def test_no_unit_of_a_dirty_sample_is_lost(termbase: Run, tmp_path: Path, shared: Path, number: int) -> None:
    text = converted(termbase, shared / "samples" / "dirty" / f"d{number}.tmx", tmp_path / "out.tmx")
    assert text.count("<tu>") == 2
    assert tmx_faults(shared, (tmp_path / "out.tmx").read_bytes()) == []


@pytest.mark.parametrize("text", ["&" * 9, "<![CDATA[" * 9, "<!--" * 9, "<" * 9, "<b>" * 999, "<a b='' <"])
def test_hostile_text_stays_in_its_unit(termbase: Run, tmp_path: Path, text: str) -> None:
    (tmp_path / "m.tmx").write_text(memory(unit(text, "坏"), unit("good", "好")), "utf-8")
    done = termbase("tmx", "convert", "m.tmx", "--out", "out.tmx", cwd=tmp_path)
    assert done.returncode in (0, 1)
    assert "Traceback" not in done.stderr
    assert "<seg>good</seg>" in (tmp_path / "out.tmx").read_text("utf-8")


def test_a_document_type_opens_no_file_and_explodes_no_entity(termbase: Run, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret", "utf-8")
    entities = f'<!ENTITY house "Haus"><!ENTITY file SYSTEM "{tmp_path}/secret">'
    text = f"<!DOCTYPE tmx [{entities}]>\n{memory(unit('&house; &file;', '甲'))}"
    (tmp_path / "m.tmx").write_text(text, "utf-8")
    written = converted(termbase, tmp_path / "m.tmx", tmp_path / "out.tmx")
    assert "<seg>Haus &amp;file;</seg>" in written


@pytest.mark.parametrize(
    ("sources", "told"),
    [
        (("&house;",), "1 reference to entities of the file replaced by their text\n"),
        (("&house; &house;", "&amp; &house;"), "3 references to entities of the file replaced by their text\n"),
    ],
)
def test_the_account_tells_of_the_entities_of_a_file(
    termbase: Run, tmp_path: Path, sources: tuple[str, ...], told: str
) -> None:
    units = (unit(source, "甲") for source in sources)
    (tmp_path / "m.tmx").write_text(f'<!DOCTYPE tmx [<!ENTITY house "Haus">]>\n{memory(*units)}', "utf-8")
    done = termbase("tmx", "convert", "m.tmx", "--out", "out.tmx", cwd=tmp_path)
    assert done.stderr.endswith(told)
    assert "damage" not in done.stderr


def test_strict_refuses_the_first_repair(termbase: Run, tmp_path: Path) -> None:
    done = termbase("tmx", "convert", DIRTY, "--out", tmp_path / "out.tmx", "--strict")
    assert done.returncode == 2
    assert done.stderr.startswith(f"Error: {DIRTY}:2: the header has no ")
    assert done.stderr.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_every_spelling_of_chinese_is_read_and_one_is_written(termbase: Run, tmp_path: Path) -> None:
    text = converted(termbase, MIXED, tmp_path / "out.tmx")
    assert text.count('xml:lang="zh-CN"') == 3
    assert text.count('xml:lang="zh-TW"') == 1
    assert 'srclang="en"' in text


def test_the_wrong_script_is_never_served(termbase: Run, tmp_path: Path) -> None:
    text = converted(termbase, MIXED, tmp_path / "tw.tsv", "--source", "en", "--target", "zh-TW")
    assert text == "source\ttarget\tlanguages: en, zh-TW\nnetwork\t網路\n"
    text = converted(termbase, MIXED, tmp_path / "cn.tsv", "--source", "en", "--target", "zh-Hans")
    header = "source\ttarget\tlanguages: en, zh-CN\tescapes: \\t \\n \\r \\\\\n"
    assert text == f"{header}network\t网络\ndata\t数据\ntab\\tand \\\\\t制表\n"


@pytest.mark.parametrize("ending", ["tsv", "csv", "xlsx", "po", "xlf"])
def test_a_memory_survives_the_way_through_another_format(termbase: Run, tmp_path: Path, ending: str) -> None:
    directed = ("--source", "en", "--target", "zh-CN")
    converted_once = tmp_path / f"memory.{ending}"
    assert termbase("tmx", "convert", MIXED, "--out", converted_once, *directed).returncode == 0
    back = converted(termbase, converted_once, tmp_path / "back.tmx", *directed)
    for text in ("network", "网络", "data", "数据", "tab\tand \\", "制表"):
        assert f"<seg>{text}</seg>" in back


def test_xliff_keeps_the_codes(termbase: Run, tmp_path: Path) -> None:
    assert termbase("tmx", "convert", SAMPLES / "valid.tmx", "--out", tmp_path / "m.xlf").returncode == 0
    back = converted(termbase, tmp_path / "m.xlf", tmp_path / "back.tmx")
    code = '<bpt i="1">&lt;b&gt;</bpt>{}<ept i="1">&lt;/b&gt;</ept>'
    assert f"<seg>Click {code.format('Save')}.</seg>" in back
    assert f"<seg>点击{code.format('保存')}。</seg>" in back


def test_a_proposal_is_marked_as_converted(termbase: Run, tmp_path: Path) -> None:
    text = converted(termbase, MIXED, tmp_path / "out.tmx", "--propose", "zh-TW")
    assert text.count('<prop type="x-converted">') == 2
    assert "資料" in text


def test_a_whole_memory_is_proposed_for_another_region(termbase: Run, tmp_path: Path) -> None:
    options = ("--propose", "zh-TW", "--source", "en", "--target", "zh-TW")
    rows = converted(termbase, MIXED, tmp_path / "tw.tsv", *options).splitlines()
    assert [row.split("\t")[:2] for row in rows[1:]] == [
        ["network", "網路"],
        ["data", "資料"],
        ["tab\\tand \\\\", "製表"],
    ]
    assert "prop:x-converted" in rows[0]


@pytest.mark.parametrize("kind", ["gz", "zip", "utf-16", "gb18030", "big5"])
def test_packed_and_recoded_files_are_read(termbase: Run, tmp_path: Path, kind: str) -> None:
    text = (
        f'<?xml version="1.0" encoding="{kind if kind not in ("gz", "zip") else "UTF-8"}"?>\n'
        '<tmx version="1.4"><header creationtool="t" creationtoolversion="1" segtype="phrase" o-tmf="t"'
        ' adminlang="en" srclang="en" datatype="plaintext"/><body><tu><tuv xml:lang="en"><seg>network</seg></tuv>'
        '<tuv xml:lang="zh-TW"><seg>網路</seg></tuv></tu></body></tmx>\n'
    )
    file = tmp_path / f"memory.tmx{'.' + kind if kind in ('gz', 'zip') else ''}"
    if kind == "gz":
        file.write_bytes(gzip.compress(text.encode()))
    elif kind == "zip":
        with zipfile.ZipFile(file, "w") as archive:
            archive.writestr("inside.tmx", text)
    else:
        file.write_bytes(text.encode(kind))
    assert "網路" in converted(termbase, file, tmp_path / "out.tmx")


def test_a_wrongly_declared_encoding_is_seen(termbase: Run, tmp_path: Path) -> None:
    text = DIRTY.read_text("utf-8").split("\n")[0] + MIXED.read_text("utf-8").partition("?>")[2]
    file = tmp_path / "memory.tmx"
    file.write_bytes(text.encode("gb18030"))
    done = termbase("tmx", "convert", file, "--out", tmp_path / "out.tmx")
    assert "is not in UTF-8: read as GB18030" in done.stderr
    assert "网络" in (tmp_path / "out.tmx").read_text("utf-8")


def test_validate_reports_line_path_and_hint(termbase: Run) -> None:
    done = termbase("tmx", "validate", SAMPLES / "invalid.tmx", "--format", "json")
    assert done.returncode == 1
    verdict = json.loads(done.stdout)
    assert (verdict["valid"], verdict["version"], verdict["units"]) == (False, "1.4", 5)
    found = {(finding["line"], finding["code"], finding["severity"]) for finding in verdict["findings"]}
    assert found == {
        (5, "code", "error"),
        (6, "code", "error"),
        (6, "language", "error"),
        (8, "date", "error"),
        (7, "equal", "warning"),
        (11, "script", "warning"),
        (14, "empty", "warning"),
        (12, "code", "warning"),
        (15, "duplicate", "warning"),
        (15, "tuid", "warning"),
        (17, "empty", "warning"),
        (15, "code", "warning"),
    }
    assert all(finding["hint"] and finding["path"] for finding in verdict["findings"])


def test_a_valid_file_is_reported_as_valid(termbase: Run) -> None:
    done = termbase("tmx", "validate", SAMPLES / "valid.tmx")
    assert done.returncode == 0
    assert done.stdout.endswith("valid TMX: 1 unit, 0 errors, 0 warnings\n")


def test_merge_keeps_the_newest_of_the_same_units(termbase: Run, tmp_path: Path) -> None:
    for name, date, target in (("a", "20200101", "旧"), ("b", "20240101", "新")):
        (tmp_path / f"{name}.tmx").write_text(memory(unit("old", target, f' changedate="{date}T000000Z"')), "utf-8")
    done = termbase("tmx", "merge", "a.tmx", "b.tmx", "--key", "source", "--out", "m.tmx", cwd=tmp_path)
    assert done.returncode == 0
    assert "2 units read, 1 written" in done.stderr
    text = (tmp_path / "m.tmx").read_text("utf-8")
    assert "新" in text
    assert "旧" not in text
    termbase("tmx", "merge", "a.tmx", "b.tmx", "--out", "m.tmx", "--force", cwd=tmp_path)
    assert (tmp_path / "m.tmx").read_text("utf-8").count("<tu ") == 2


def test_merge_writes_the_source_language_of_a_unit_if_it_differs(termbase: Run, tmp_path: Path) -> None:
    (tmp_path / "a.tmx").write_text(memory(unit("one", "一")), "utf-8")
    (tmp_path / "b.tmx").write_text(memory(unit("two", "二")).replace('srclang="en"', 'srclang="zh-CN"'), "utf-8")
    termbase("tmx", "merge", "a.tmx", "b.tmx", "--out", "m.tmx", cwd=tmp_path)
    assert '<tu srclang="zh-CN">' in (tmp_path / "m.tmx").read_text("utf-8")


def test_clean_shows_what_it_would_do_and_then_does_it(termbase: Run, tmp_path: Path) -> None:
    units = [unit(" a  b ", "甲"), unit("same", "same"), unit("", "空"), unit("data", "資料"), unit("a b", "甲")]
    (tmp_path / "m.tmx").write_text(memory(*units), "utf-8")
    shown = termbase("tmx", "clean", "m.tmx", cwd=tmp_path)
    assert [line for line in shown.stdout.splitlines() if not line.startswith(" ")] == [
        "unicode: 0 units",
        "spaces: 1 unit",
        "codes: 0 units",
        "empty: 1 unit",
        "script: 1 unit",
        "equal: 1 unit",
        "duplicates: 1 unit",
    ]
    assert [path.name for path in tmp_path.iterdir()] == ["m.tmx"]
    done = termbase("tmx", "clean", "m.tmx", "--out", "c.tmx", cwd=tmp_path)
    assert "5 units read, 1 written, 1 changed, 4 skipped" in done.stderr
    assert (tmp_path / "c.tmx").read_text("utf-8").count("<tu>") == 1


@pytest.mark.parametrize(
    ("options", "left"),
    [
        (["--match", "^one"], ["one"]),
        (["--match", "^one", "--invert"], ["two", "three"]),
        (["--after", "2023"], ["two"]),
        (["--before", "2023"], ["one"]),
        (["--property", "x-domain=law"], ["three"]),
        (["--origin", "anna"], ["two"]),
        (["--source", "en", "--target", "zh-TW"], []),
    ],
)
def test_filter_keeps_what_meets_the_conditions(
    termbase: Run, tmp_path: Path, options: list[str], left: list[str]
) -> None:
    units = [
        unit("one", "一", ' changedate="20200101T000000Z"'),
        unit("two", "二", ' changedate="20240101T000000Z" changeid="anna"'),
        unit("three", "三").replace("<tu>", '<tu><prop type="x-domain">law</prop>'),
    ]
    (tmp_path / "m.tmx").write_text(memory(*units), "utf-8")
    assert termbase("tmx", "filter", "m.tmx", *options, "--out", "f.tmx", cwd=tmp_path).returncode == 0
    text = (tmp_path / "f.tmx").read_text("utf-8")
    assert [word for word in ("one", "two", "three") if f"<seg>{word}</seg>" in text] == left


def test_split_by_number_and_merge_give_the_same_units(termbase: Run, tmp_path: Path) -> None:
    (tmp_path / "m.tmx").write_text(memory(*(unit(f"text {number}", "文") for number in range(5))), "utf-8")
    done = termbase("tmx", "split", "m.tmx", "--units", "2", "--out", "parts", cwd=tmp_path)
    assert done.stdout.split() == ["parts/001.tmx", "parts/002.tmx", "parts/003.tmx"]
    termbase("tmx", "merge", *done.stdout.split(), "--out", "again.tmx", cwd=tmp_path)
    same = termbase("tmx", "diff", "m.tmx", "again.tmx", cwd=tmp_path)
    assert (same.returncode, same.stdout) == (0, "0 added, 0 removed, 0 changed\n")


def test_diff_shows_what_changed(termbase: Run, tmp_path: Path) -> None:
    (tmp_path / "a.tmx").write_text(memory(unit("one", "一"), unit("two", "二")), "utf-8")
    (tmp_path / "b.tmx").write_text(memory(unit("three", "三"), unit("two", "两")), "utf-8")
    done = termbase("tmx", "diff", "a.tmx", "b.tmx", "--format", "jsonl", cwd=tmp_path)
    assert done.returncode == 1
    assert [json.loads(line)["kind"] for line in done.stdout.splitlines()] == ["added", "changed", "removed"]


def test_what_a_header_says_for_all_units_is_no_difference(termbase: Run, tmp_path: Path) -> None:
    """One file says in its header what the other says of each unit: its source language and kind of segment."""
    short = memory(unit("one", "一"), unit("two", "二"))
    long = memory(*[unit(en, zh, ' srclang="EN" segtype="phrase"') for en, zh in (("one", "一"), ("two", "二"))])
    long = long.replace('srclang="en"', 'srclang="zh-CN"', 1).replace('segtype="phrase"', 'segtype="sentence"', 1)
    (tmp_path / "a.tmx").write_text(short, "utf-8")
    (tmp_path / "b.tmx").write_text(long, "utf-8")
    for pair in (("a.tmx", "b.tmx"), ("b.tmx", "a.tmx")):
        done = termbase("tmx", "diff", *pair, cwd=tmp_path)
        assert (done.returncode, done.stdout) == (0, "0 added, 0 removed, 0 changed\n")
    (tmp_path / "b.tmx").write_text(long.replace(' srclang="EN"', "", 1), "utf-8")
    assert "1 changed" in termbase("tmx", "diff", "a.tmx", "b.tmx", cwd=tmp_path).stdout


def test_a_memory_that_is_imported_and_exported_is_the_same(termbase: Run, tmp_path: Path) -> None:
    (tmp_path / "a.tmx").write_text(memory(unit("one", "一")).replace('srclang="en"', 'srclang="zh-CN"'), "utf-8")
    (tmp_path / "b.tmx").write_text(memory(unit("two", "二")), "utf-8")
    termbase("memory", "import", "a.tmx", "b.tmx", cwd=tmp_path)
    termbase("memory", "export", "--out", "c.tmx", cwd=tmp_path)
    termbase("tmx", "merge", "b.tmx", "a.tmx", "--out", "d.tmx", cwd=tmp_path)
    assert termbase("tmx", "diff", "c.tmx", "d.tmx", cwd=tmp_path).returncode == 0


def test_the_order_of_properties_and_comments_are_no_difference(termbase: Run, tmp_path: Path) -> None:
    one = unit("one", "一").replace("<tu>", '<tu><prop type="b">2</prop><note>n</note><prop type="a">1</prop>')
    other = unit("one", "一").replace(
        "<tu>", '<!-- c --><tu><note>n</note><prop type="a">1</prop><prop type="b">2</prop>'
    )
    (tmp_path / "a.tmx").write_text(memory(one), "utf-8")
    (tmp_path / "b.tmx").write_text(memory(other), "utf-8")
    (tmp_path / "c.tmx").write_text(memory(other.replace("<note>n", "<note>m")), "utf-8")
    assert termbase("tmx", "diff", "a.tmx", "b.tmx", cwd=tmp_path).stdout == "0 added, 0 removed, 0 changed\n"
    assert "  - note: n\n  + note: m\n" in termbase("tmx", "diff", "a.tmx", "c.tmx", cwd=tmp_path).stdout


@pytest.mark.parametrize("tag", ["zh-HK", "zh-TW", "zh-CN"])
def test_the_user_names_the_region_that_a_file_does_not(termbase: Run, tmp_path: Path, tag: str) -> None:
    (tmp_path / "a.po").write_text(
        'msgid ""\nmsgstr "Language: zh_Hant\\nContent-Type: text/plain; charset=UTF-8"\n\n'
        'msgid "a bay"\nmsgstr "灣"\n',
        "utf-8",
    )
    done = termbase("tmx", "convert", "a.po", "--target", tag, "--source", "en", "--out", "-", cwd=tmp_path)
    assert (f'<tuv xml:lang="{tag}">' in done.stdout, done.returncode) == (
        (True, 0) if tag != "zh-CN" else (False, 2)
    )
    assert "names no region" not in done.stderr


def test_diff_shows_an_id_that_changed(termbase: Run, tmp_path: Path) -> None:
    for name, start in (("a", "<tu>"), ("b", '<tu tuid="7">'), ("c", '<tu tuid="8">')):
        (tmp_path / f"{name}.tmx").write_text(memory(unit("one", "一").replace("<tu>", start)), "utf-8")
    assert "\n  + tuid: 7\n0 added" in termbase("tmx", "diff", "a.tmx", "b.tmx", cwd=tmp_path).stdout
    assert "\n  - tuid: 7\n  + tuid: 8\n0 added" in termbase("tmx", "diff", "b.tmx", "c.tmx", cwd=tmp_path).stdout


@pytest.mark.parametrize("tag", ["zh-CHT", "zh-Hant", "zh_hant", "zh-TW", "zh-CHS", "zh-Hans"])
def test_a_region_that_a_tag_does_not_name_is_told(termbase: Run, tmp_path: Path, tag: str) -> None:
    text = "湖" if "S" in tag or "s" in tag else "灣"
    (tmp_path / "a.tmx").write_text(memory(unit("bay", text).replace("zh-CN", tag)), "utf-8")
    (tmp_path / "a.po").write_text(
        f'msgid ""\nmsgstr "Language: {tag}\\nContent-Type: text/plain; charset=UTF-8"\n\n'
        f'msgid "a bay"\nmsgstr "{text}"\n',
        "utf-8",
    )
    (tmp_path / "a.tsv").write_text(f"fr\t{tag}\nbaie\t{text}\n", "utf-8")
    for file, form in (("a.tmx", "tmx"), ("a.po", "tmx"), ("a.po", "tsv"), ("a.tsv", "tmx"), ("a.tsv", "po")):
        done = termbase("tmx", "convert", file, "--to", form, "--out", "-", cwd=tmp_path)
        assert f"zh{'_' if form == 'po' else '-'}{'CN' if text == '湖' else 'TW'}" in done.stdout
        assert ("which names no region, written as zh-TW" in done.stderr) == (text == "灣" and tag != "zh-TW")


def test_stats_count_languages_and_codes(termbase: Run) -> None:
    done = termbase("tmx", "stats", SAMPLES / "valid.tmx", "--format", "json")
    record = json.loads(done.stdout)
    assert (record["units"], record["with_codes"]) == (1, 1)
    assert record["variants"] == {"en": 1, "zh-CN": 1}
    assert record["codes"] == {"bpt": 2, "ept": 2}


def test_an_existing_file_is_kept(termbase: Run, tmp_path: Path) -> None:
    (tmp_path / "out.tmx").write_text("mine", "utf-8")
    done = termbase("tmx", "convert", MIXED, "--out", tmp_path / "out.tmx")
    assert (done.returncode, (tmp_path / "out.tmx").read_text("utf-8")) == (2, "mine")
    assert "--force overwrites it" in done.stderr


@pytest.mark.parametrize(
    ("content", "message"),
    [("", "is empty"), ("just text", "is not a TMX file"), ("<tbx/>", "is not a TMX file")],
)
def test_a_file_that_is_not_tmx_is_refused_in_one_line(
    termbase: Run, tmp_path: Path, content: str, message: str
) -> None:
    (tmp_path / "x.tmx").write_text(content, "utf-8")
    done = termbase("tmx", "validate", "x.tmx", cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr == f"Error: x.tmx:1: {message} (its root element must be tmx)\n"


def test_help_imports_no_heavy_library() -> None:
    code = """
import sys
from termbase_cli.main import main
sys.argv = ["termbase", "tmx", "convert", "--help"]
try:
    main()
finally:
    print("IMPORTED", *sorted(sys.modules))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    imported = {name.split(".")[0] for name in done.stdout.rpartition("IMPORTED")[2].split()}
    assert imported & {"lxml", "translate", "openpyxl", "opencc", "sqlite3", "tmx"} == set()


def test_standard_input_and_output(termbase: Run) -> None:
    text = MIXED.read_text("utf-8")
    pairs = termbase("tmx", "convert", "-", "--to", "tsv", "--out", "-", "--target", "zh-CN", stdin=text)
    assert pairs.stdout.splitlines()[1] == "network\t网络", pairs.stderr
    done = termbase("tmx", "convert", "-", "--out", "-", stdin=text)
    assert done.returncode == 0
    assert done.stdout.startswith('<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE tmx')


@pytest.mark.parametrize("command", ["merge", "clean"])
def test_a_killed_command_leaves_the_old_file_whole(tmp_path: Path, command: str) -> None:
    units = (unit(f"text number {number}", f"文{number}") for number in range(30_000))
    (tmp_path / "m.tmx").write_text(memory(*units), "utf-8")
    (tmp_path / "out.tmx").write_text("old", "utf-8")
    arguments = [str(COMMAND), "tmx", command, "m.tmx", "--out", "out.tmx", "--force"]
    running = subprocess.Popen(arguments, cwd=tmp_path, stderr=subprocess.DEVNULL)
    while not any(path.name.startswith(".out.tmx") and path.stat().st_size for path in tmp_path.iterdir()):
        assert running.poll() is None
        time.sleep(0.01)
    running.send_signal(signal.SIGKILL)
    running.wait(timeout=60)
    assert (tmp_path / "out.tmx").read_text("utf-8") == "old"


def test_a_full_disk_is_reported_and_the_old_file_stays(tmp_path: Path) -> None:
    (tmp_path / "m.tmx").write_text(memory(*(unit(f"text {number}", "文") for number in range(5000))), "utf-8")
    (tmp_path / "out.tmx").write_text("old", "utf-8")

    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))

    arguments = [str(COMMAND), "tmx", "convert", "m.tmx", "--out", "out.tmx", "--force"]
    done = subprocess.run(
        arguments, cwd=tmp_path, capture_output=True, encoding="utf-8", preexec_fn=limit, check=False
    )
    assert done.returncode == 2
    assert done.stderr == "Error: out.tmx: cannot write it: file too large\n"
    assert (tmp_path / "out.tmx").read_text("utf-8") == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["m.tmx", "out.tmx"]


def memory(*units: str) -> str:
    return (
        '<tmx version="1.4"><header creationtool="t" creationtoolversion="1" segtype="phrase" o-tmf="t"'
        ' adminlang="en" srclang="en" datatype="plaintext"/><body>\n' + "\n".join(units) + "\n</body></tmx>\n"
    )


def unit(en: str, zh: str, attributes: str = "") -> str:
    return (
        f'<tu{attributes}><tuv xml:lang="en"><seg>{en}</seg></tuv><tuv xml:lang="zh-CN"><seg>{zh}</seg></tuv></tu>'
    )


@pytest.mark.parametrize(
    "command", ["stats", "diff", "convert --out n.tmx", "merge --out n.tmx", "split --units 1 --out n"]
)
def test_a_report_is_not_overwritten_unasked(termbase: Run, tmp_path: Path, command: str) -> None:
    (tmp_path / "report.jsonl").write_text("mine", "utf-8")
    name, *options = command.split()
    files = [DIRTY, DIRTY] if name in ("diff", "merge") else [DIRTY]
    done = termbase("tmx", name, *files, *options, "--report", "report.jsonl", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert [path.name for path in tmp_path.iterdir()] == ["report.jsonl"]
    assert (tmp_path / "report.jsonl").read_text("utf-8") == "mine"
    assert (
        termbase("tmx", name, *files, *options, "--report", "report.jsonl", "--force", cwd=tmp_path).returncode < 2
    )
    assert (tmp_path / "report.jsonl").read_text("utf-8") != "mine"


def test_diff_shows_codes_of_the_source_that_changed(termbase: Run, tmp_path: Path) -> None:
    old = unit("one", "一") + unit("a <ph>x</ph>", "甲")
    new = unit("one <ph>y</ph>", "一") + unit("a", "甲") + unit("a <ph>x</ph>", "乙")
    for name, units in (("a", old), ("b", new)):
        (tmp_path / f"{name}.tmx").write_text(memory(units), "utf-8")
    shown = termbase("tmx", "diff", "a.tmx", "b.tmx", cwd=tmp_path).stdout.splitlines()
    assert "  + en <ph>y</ph>" in shown
    assert {"  - zh-CN: 甲", "  + zh-CN: 乙"} <= {*shown}  # the unit with the same code is the old one of the last
    assert shown[-1] == "1 added, 0 removed, 2 changed"


@pytest.mark.parametrize(("name", "text"), [("a.po", ""), ("b.po", " \n"), ("a.csv", "source,target\n")])
def test_a_file_without_texts_is_said_to_be_one(termbase: Run, tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text, "utf-8")
    done = termbase("tmx", "convert", name, "--out", "out.tmx", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"Error: {name}: has no texts and names no languages (export it again)\n"
