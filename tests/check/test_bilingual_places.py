"""Findings in each bilingual format: where they are, in each output, with `--since`, and what is left out."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path
from xml.etree import ElementTree as ET
from zlib import crc32

import pytest

from termbase.check.finding import Outcome
from termbase.check.known_terms import KnownTerms
from termbase.check.run import check_bitext
from termbase.check.settings import DEFAULTS
from termbase.report.findings_formats import render_findings
from termbase.table.read_glossary import load_table
from tests.conftest import Run
from tmx.bilingual.segment_pairs import read_bitexts

HOUSE = "id,en,zh-CN\n1,file,文件\n2,folder,文件夹\n3,server,服务器\n"
OPTIONS = ("--termbase", "house.csv", "--source", "en", "--target", "zh-CN")

Pair = tuple[str, str]
GOOD, BAD = ("Open the file.", "打开文件。"), ("Stop the server %s.", "停止伺服机 %s。")
WRONG, WORDS = "missing", "server"


def id_of(pair: Pair) -> str:
    return f"u{crc32(''.join(pair).encode())}"


def po(pairs: Sequence[Pair]) -> str:
    entries = (f'\n#: main.c:{n}\nmsgid "{s}"\nmsgstr ""\n"{t}"\n' for n, (s, t) in enumerate(pairs))
    return 'msgid ""\nmsgstr "Language: zh_CN\\n"\n' + "".join(entries)


def ts(pairs: Sequence[Pair]) -> str:
    units = (f"<message><source>{s}</source>\n  <translation>{t}</translation></message>\n" for s, t in pairs)
    return f'<TS version="2.1" language="zh_CN" sourcelanguage="en"><context>\n{"".join(units)}</context></TS>\n'


def xliff(pairs: Sequence[Pair]) -> str:
    units = (
        f'<trans-unit id="{id_of((s, t))}">\n <source>{s}</source> <target>{t}</target>\n</trans-unit>\n'
        for s, t in pairs
    )
    return (
        '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">'
        '<file original="a" source-language="en" target-language="zh-CN" datatype="plaintext"><body>\n'
        f"{''.join(units)}</body></file></xliff>\n"
    )


def sdlxliff(pairs: Sequence[Pair]) -> str:
    def marked(side: int) -> str:
        return "\n".join(f'<mrk mtype="seg" mid="{id_of(pair)}">{pair[side]}</mrk>' for pair in pairs)

    unit = f"<source>all</source>\n<seg-source>{marked(0)}</seg-source>\n<target>{marked(1)}</target>"
    return xliff([]).replace("</body>", f'<trans-unit id="u">{unit}</trans-unit>\n</body>')


def xliff2(pairs: Sequence[Pair]) -> str:
    units = (
        f'<unit id="{id_of((s, t))}"><segment><source>{s}</source>\n<target>{t}</target></segment></unit>\n'
        for s, t in pairs
    )
    head = '<xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="en" trgLang="zh-CN">'
    return f'{head}<file id="f">\n{"".join(units)}</file></xliff>\n'


def tmx(pairs: Sequence[Pair]) -> str:
    units = (
        f'<tu>\n <tuv xml:lang="zh-CN">\n  <seg>{t}</seg></tuv><tuv xml:lang="en"><seg>{s}</seg></tuv></tu>\n'
        for s, t in pairs
    )
    return f'<tmx version="1.4"><header srclang="en"/><body>\n{"".join(units)}</body></tmx>\n'


def tsv(pairs: Sequence[Pair]) -> str:
    return "".join(f"{s}\t{t}\n" for s, t in pairs)


def csv(pairs: Sequence[Pair]) -> str:
    return "".join(f'"{s}","{t}"\n' for s, t in pairs)


FORMATS = {
    "m.po": po, "m.ts": ts, "m.xlf": xliff, "m.sdlxliff": sdlxliff, "m.mqxliff": xliff, "m2.xlf": xliff2,
    "m.tmx": tmx, "m.tsv": tsv, "m.csv": csv,
}  # fmt: skip


def saved(folder: Path, name: str, pairs: Sequence[Pair]) -> str:
    text = FORMATS[name](pairs)
    (folder / name).write_text(text, "utf-8")
    (folder / "house.csv").write_text(HOUSE, "utf-8")
    return text


def place_of(text: str, words: str) -> tuple[int, int]:
    before = text[: text.index(words)]
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def places(file: Path, form: str) -> list[tuple[int, int]]:
    """Return the line and column of each finding as a format of the output gives them."""
    known = KnownTerms([load_table(HOUSE.encode(), "house.csv").termbase])
    bitexts = read_bitexts(str(file), "en", "zh-Hans-CN")
    findings = [finding for bitext in bitexts for finding in check_bitext(bitext, known, DEFAULTS)]
    shown = render_findings(Outcome((str(file),), tuple(findings)), form)
    if form == "json":
        return [(finding["line"], finding["column"]) for finding in json.loads(shown)["findings"]]
    if form == "sarif":
        results = json.loads(shown)["runs"][0]["results"]
        regions = [result["locations"][0]["physicalLocation"]["region"] for result in results]
        return [(region["startLine"], region["startColumn"]) for region in regions]
    if form == "junit":
        failures = [str(failure.text) for failure in ET.fromstring(shown).iter("failure")]
        shown = "\n".join(failure.splitlines()[0] for failure in failures)
    pattern = (
        r"line=(\d+),endLine=\d+,col=(\d+)" if form == "github" else rf"^\S*{re.escape(file.name)}:(\d+):(\d+):"
    )
    return [(int(line), int(column)) for line, column in re.findall(pattern, shown, re.MULTILINE)]


@pytest.mark.parametrize("name", FORMATS)
def test_each_finding_is_at_the_line_and_column_of_its_words(tmp_path: Path, name: str) -> None:
    text = saved(tmp_path, name, [GOOD, BAD, GOOD])
    for form in ("text", "json", "github", "sarif", "junit"):
        assert places(tmp_path / name, form) == [place_of(text, WORDS)], form


@pytest.mark.parametrize("name", FORMATS)
def test_a_finding_in_the_target_is_at_its_own_words(tmp_path: Path, name: str) -> None:
    text = saved(tmp_path, name, [GOOD, ("Stop it, please.", "停止它,好吗。")])
    assert places(tmp_path / name, "json") == [place_of(text, ",好吗")]


def prefixed(text: str) -> str:
    return re.sub(r"<(/?)(?=\w)", r"<\1x:", text).replace("<x:tmx", '<x:tmx xmlns:x="u"')


WRITTEN = {
    "a prefix": ("Stop the server.", prefixed),
    "CDATA": ("<![CDATA[R&D: stop the server.]]>", str),
    "line ends of Windows": ("Stop\n the server.", lambda text: text.replace("\n", "\r\n")),
    "a control character": ("Stop\x0b the server.", str),
    "a character reference": ("Stop &#116;he server.", str),
}


@pytest.mark.parametrize(("source", "change"), WRITTEN.values(), ids=WRITTEN)
def test_a_finding_is_at_its_words_however_a_memory_is_written(
    tmp_path: Path, source: str, change: Callable[[str], str]
) -> None:
    text = change(tmx([GOOD, (source, "停止。")]))
    (tmp_path / "m.tmx").write_bytes(text.encode())
    assert places(tmp_path / "m.tmx", "json") == [place_of(text, WORDS)]


def test_a_finding_in_an_entity_of_the_file_is_at_its_segment(tmp_path: Path) -> None:
    text = '<!DOCTYPE tmx [<!ENTITY it "the server">]>\n' + tmx([GOOD, ("Stop &it;.", "停止。")])
    (tmp_path / "m.tmx").write_text(text, "utf-8")
    assert places(tmp_path / "m.tmx", "json") == [place_of(text, "Stop &it;")]


def test_a_finding_in_a_workbook_names_its_row(tmp_path: Path) -> None:
    from openpyxl import Workbook

    workbook = Workbook()
    for row in (("en", "zh-CN"), GOOD, BAD):
        workbook.active.append(row)
    workbook.save(tmp_path / "m.xlsx")
    assert places(tmp_path / "m.xlsx", "json") == [(3, 1)]


def git(folder: Path, *arguments: str) -> None:
    identity = ["-c", "user.name=a", "-c", "user.email=a@example.org"]
    subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.mark.parametrize("name", FORMATS)
def test_since_finds_what_was_added_or_changed_and_nothing_old(termbase: Run, tmp_path: Path, name: str) -> None:
    def found() -> list[str]:
        done = termbase("check", name, *OPTIONS, "--since", "HEAD", "--format", "json", cwd=tmp_path)
        return [finding["source_text"] for finding in json.loads(done.stdout)["findings"]]

    bad, close = ("Stop the old server.", "停止。"), ("Close.", "关闭。")
    old = [GOOD, bad, ("Close the folder.", "关闭文件夹。"), close]
    saved(tmp_path, name, old)
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "a")
    assert found() == []
    saved(tmp_path, name, [*old[:2], BAD, *old[2:]])
    assert found() == [BAD[0]]
    saved(tmp_path, name, [*old[:2], ("Close the folder.", "关闭目录。"), old[3]])
    assert found() == ["Close the folder."]
    saved(tmp_path, name, [*old[:2], ("Close the server.", "关闭文件夹。"), old[3]])  # only the source has changed
    assert found() == ["Close the server."]
    saved(tmp_path, name, [("Close.", "关上。"), *old])  # the old translation of the source stays as it is
    assert found() == ["Close."]


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("m.po", 'msgid "Stop', '#, fuzzy\nmsgid "Stop'),
        ("m.ts", "<translation>停止", '<translation type="unfinished">停止'),
        ("m.xlf", "<target>停止", '<target state="needs-translation">停止'),
    ],
)
def test_unfinished_translations_are_left_out_unless_asked_for(
    termbase: Run, tmp_path: Path, name: str, old: str, new: str
) -> None:
    text = saved(tmp_path, name, [GOOD, BAD])
    (tmp_path / name).write_text(text.replace(old, new), "utf-8")
    for _ in range(2):  # the second time from the cache
        done = termbase("check", name, *OPTIONS, cwd=tmp_path)
        assert (done.returncode, done.stdout) == (
            0, "No findings in 1 document. Not checked: 1 unfinished translation.\n"
        )  # fmt: skip
    asked = termbase("check", name, *OPTIONS, "--unfinished", "--format", "json", cwd=tmp_path)
    record = json.loads(asked.stdout)
    assert [finding["name"] for finding in record["findings"]] == [WRONG]
    assert record["summary"]["left_out"] == {}


def test_units_in_other_languages_than_those_of_the_options_are_counted(termbase: Run, tmp_path: Path) -> None:
    saved(tmp_path, "m.tmx", [GOOD, BAD])
    for _ in range(2):  # the second time from the cache
        done = termbase("check", "m.tmx", *OPTIONS, "--target", "fr", cwd=tmp_path)
        assert (done.returncode, done.stdout) == (
            0, "No findings in 1 document. Not checked: 2 other-language translations.\n"
        )  # fmt: skip


def since_head(run: Run, folder: Path, name: str, old: bytes, new: bytes) -> list[str]:
    """Return the targets of the findings of `missing` in a file of which an older version is committed."""
    (folder / "house.csv").write_text(HOUSE, "utf-8")
    (folder / name).write_bytes(old)
    git(folder, "init", "-q")
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "a", "--allow-empty")
    (folder / name).write_bytes(new)
    options = (*OPTIONS, "--since", "HEAD", "--select", "missing", "--format", "json")
    done = run("check", name, *options, cwd=folder)
    return [finding["target_text"] for finding in json.loads(done.stdout)["findings"]]


@pytest.mark.parametrize("name", FORMATS)
def test_a_unit_before_another_of_the_same_source_is_the_new_one(termbase: Run, tmp_path: Path, name: str) -> None:
    old, other = ("Stop the server.", "停止。"), ("Stop the server.", "停下。")
    before, after = (FORMATS[name](pairs).encode() for pairs in ([GOOD, old], [GOOD, other, old]))
    assert since_head(termbase, tmp_path, name, before, after) == ["停下。"]


LINES = {name: make for name, make in FORMATS.items() if make not in (po, tsv, csv)}


@pytest.mark.parametrize("name", LINES)
def test_units_in_one_line_are_told_apart(termbase: Run, tmp_path: Path, name: str) -> None:
    old, new = ("Stop the server.", "停止。"), ("Stop my server.", "停下。")
    before, after = (FORMATS[name](pairs).replace("\n", " ").encode() for pairs in ([GOOD, old], [GOOD, new, old]))
    assert since_head(termbase, tmp_path, name, before, after) == ["停下。"]


@pytest.mark.parametrize("name", FORMATS)
def test_a_unit_that_is_only_written_otherwise_is_an_old_one(termbase: Run, tmp_path: Path, name: str) -> None:
    text = FORMATS[name]([GOOD, BAD])
    again = text.replace("\n", "\r\n")
    again = again.replace('msgid "Stop', 'msgid ""\r\n"Stop') if name == "m.po" else again
    assert since_head(termbase, tmp_path, name, text.encode(), again.encode()) == []


TMX_TARGET = '<tuv xml:lang="zh-CN">\n  <seg>停止伺'


@pytest.mark.parametrize(
    ("name", "plain", "before", "after"),
    [
        ("m.po", 'msgid "Stop the', '#, fuzzy\nmsgid "Stop the', 'msgid "Stop the'),
        ("m.po", 'msgid "Stop the', '#, fuzzy, c-format\nmsgid "Stop the', '#, c-format\nmsgid "Stop the'),
        ("m.ts", "<translation>停止伺", '<translation type="unfinished">停止伺', "<translation>停止伺"),
        ("m.xlf", "<target>停止伺", '<target state="needs-translation">停止伺', '<target state="final">停止伺'),
        (
            "m2.xlf",
            "<segment><source>Stop the",
            '<segment state="initial">\n<source>Stop the',
            "<segment>\n<source>Stop the",
        ),
        ("m.tmx", TMX_TARGET, f'<prop type="x-fuzzy">yes</prop>\n{TMX_TARGET}', TMX_TARGET),
    ],
)
def test_since_finds_a_translation_that_is_no_longer_unfinished(
    termbase: Run, tmp_path: Path, name: str, plain: str, before: str, after: str
) -> None:
    text = FORMATS[name]([GOOD, BAD, ("Stop my server.", "停止。")])
    old, new = (text.replace(plain, mark).encode() for mark in (before, after))
    assert old != new
    assert since_head(termbase, tmp_path, name, old, new) == [BAD[1]]


def test_since_compares_what_git_takes_for_binary(termbase: Run, tmp_path: Path) -> None:
    old, new = (tmx([GOOD, BAD, *more]).encode("utf-16") for more in ((), [("Stop my server.", "停止。")]))
    assert since_head(termbase, tmp_path, "m.tmx", old, new) == ["停止。"]


@pytest.mark.parametrize("name", FORMATS)
def test_a_baseline_knows_a_finding_before_which_a_unit_was_added(termbase: Run, tmp_path: Path, name: str) -> None:
    saved(tmp_path, name, [GOOD, BAD])
    termbase("check", name, *OPTIONS, "--write-baseline", "old.json", cwd=tmp_path)
    saved(tmp_path, name, [("Close.", "关闭。"), ("Stop the other server.", "停止。"), GOOD, BAD])
    done = termbase("check", name, *OPTIONS, "--baseline", "old.json", "--format", "json", cwd=tmp_path)
    assert [finding["source_text"] for finding in json.loads(done.stdout)["findings"]] == ["Stop the other server."]


def test_both_sides_and_the_name_of_the_unit_are_shown(termbase: Run, tmp_path: Path) -> None:
    saved(tmp_path, "m.po", [GOOD, BAD])
    done = termbase("check", "m.po", *OPTIONS, cwd=tmp_path)
    assert done.stdout.splitlines()[1:6] == [
        "    source: Stop the server %s.",
        "                     ^^^^^^",
        "    target: 停止伺服机 %s。",
        "    use: 服务器",
        "    unit: main.c:1",
    ]
    page = termbase("check", "m.po", *OPTIONS, "--format", "html", cwd=tmp_path).stdout
    assert "停止伺服机 %s。" in page
    assert "main.c:1" in page
