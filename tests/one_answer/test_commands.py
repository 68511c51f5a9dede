"""Two commands agree: what one says of a text, another one does not contradict."""

from __future__ import annotations

import csv
import json
import re
import subprocess
from pathlib import Path

import pytest

from termbase.check.finding import Finding
from termbase.check.known_terms import KnownTerms
from termbase.check.run import check_document
from termbase.check.settings import Settings
from termbase.document.reader import read_document
from termbase.files.data_table import table_rows
from termbase.language import Region
from termbase.normalize.lines import normalize_lines
from termbase.normalize.text import changes, normalize
from termbase.text.changes import Change, replaced
from termbase.text.offsets import Placed
from termbase.text.script import Script
from tests.command import COMMAND
from tests.conftest import ROOT, Run

SAMPLES = ROOT / "data" / "samples"
WORDING = Settings(selected=frozenset({"wording"}))
LINES = [line for file in sorted(SAMPLES.iterdir()) for line in file.read_text("utf-8").splitlines() if line]
CASES = [row[2] for row in table_rows((ROOT / "tests/normalize/normalize_cases.tsv").read_text("utf-8"))]
TEXTS = (*CASES, *LINES)


OF_PROGRAMS = {
    Script.TRADITIONAL: """本手册介绍如何在服务器上安装这款软件。
请先打开终端，再输入下面的命令来编译源代码。
编译器会检查每个变量的类型，并报告错误的行号。
如果程序崩溃，请把日志发给“技术支持”小组的邮箱。
函数的返回值存放在寄存器里，循环结束后才会写回内存。
调试器可以在断点处暂停程序，查看堆栈和线程。
对象的属性可以在这里修改，默认为空。
用户保存文件后，预览会占用５％的内存。
接口返回的数组不支持排序，“请自行处理”。
""",
    Script.SIMPLIFIED: """本手冊介紹如何在伺服器上安裝這款軟體。
請先開啟終端機，再輸入下面的指令來編譯原始碼。
編譯器會檢查每個變數的型別，並回報錯誤的行號。
如果程式當掉，請把日誌寄給「技術支援」小組的信箱。
函式的回傳值存放在暫存器裡，迴圈結束後才會寫回記憶體。
除錯器可以在中斷點暫停程式，檢視堆疊和執行緒。
物件的屬性可以在這裡修改，預設為空。
請宣告一個變數，再檢視它的值。
""",
}
"""By the script of those who shall read them."""


def foreign(text: str, region: Region) -> list[Finding]:
    return check_document(read_document("-", text.encode()), KnownTerms([]), region.tag, WORDING)


def fixed(text: str, findings: list[Finding]) -> str:
    for finding in sorted(findings, key=lambda finding: -finding.start):
        text = text[: finding.start] + finding.suggestions[0] + text[finding.end :]
    return text


@pytest.mark.parametrize("region", Region)
def test_what_normalize_writes_for_a_region_is_not_foreign_there(region: Region) -> None:
    written = [normalize(text, region).text for text in TEXTS]
    assert {text: found for text in written if (found := [one.text for one in foreign(text, region)])} == {}


@pytest.mark.parametrize("region", Region)
def test_what_is_foreign_is_fixed_as_normalize_writes_it_and_then_nothing_is_left(region: Region) -> None:
    for text in TEXTS:
        findings = foreign(text, region)
        assert foreign(fixed(text, findings), region) == [], text
        for finding in findings:
            inside = [one for one in changes(text, region) if one.start < finding.end and finding.start < one.end]
            if all(finding.start <= one.start and one.end <= finding.end for one in inside):
                written = _changed(text, finding, inside)  # 配置文档 is 配置文件 first, then 設定檔
                assert finding.suggestions[0] in (written, normalize(written, region).text), text


@pytest.mark.parametrize("region", Region)
def test_the_changes_of_a_text_make_at_once_what_the_rounds_of_normalize_make(region: Region) -> None:
    for text in (*TEXTS, *OF_PROGRAMS.values()):
        assert replaced(text, (change[:3] for change in changes(text, region))) == normalize(text, region).text


@pytest.mark.parametrize("region", Region)
def test_a_text_in_the_other_script_is_fixed_as_normalize_writes_its_lines(region: Region) -> None:
    text = OF_PROGRAMS[Script(region.script)]
    written = "".join(line.text for _, line in normalize_lines(text.splitlines(keepends=True), region))
    assert fixed(text, foreign(text, region)) == written


@pytest.mark.parametrize("region", Region)
@pytest.mark.parametrize("japanese", ["変更を保存する", "国会で会議がある", "転校生の夏"])
def test_japanese_is_right_in_every_region(japanese: str, region: Region) -> None:
    text = f"人們看見「{japanese}」的按鈕。" if region is not Region.CN else f"人们看见“{japanese}”的按钮。"
    assert normalize(text, region).text == text
    assert foreign(text, region) == []


def _changed(text: str, place: Placed, inside: list[Change]) -> str:
    parts, done = [], place.start
    for change in inside:
        parts += [text[done : change.start], change.new]
        done = change.end
    return "".join([*parts, text[done : place.end]])


def test_build_has_the_pairs_of_extract(termbase: Run, tmp_path: Path) -> None:
    lines = termbase("extract", SAMPLES, "--format", "jsonl").stdout.splitlines()
    first: dict[tuple[str, str], dict[str, object]] = {}
    for line in map(json.loads, lines):
        first.setdefault((line["zh"], line["en"]), line)
    assert termbase("build", SAMPLES, "--out", tmp_path / "out").returncode == 0
    with (tmp_path / "out" / "candidates.tsv").open(encoding="utf-8", newline="") as table:
        rows = {(row["zh"], row["en"]): row for row in csv.DictReader(table, delimiter="\t")}
    assert rows.keys() == first.keys()
    for pair, row in rows.items():
        place = [row["file"], row["line"], row["column"], row["kind"]]
        assert place == [str(first[pair][name]) for name in ("file", "line", "column", "kind")]


@pytest.mark.parametrize("file", sorted(SAMPLES.iterdir()), ids=lambda file: file.name)
def test_align_and_pretranslate_cut_a_document_into_the_same_sentences(
    termbase: Run, tmp_path: Path, file: Path
) -> None:
    source, target, other = ("en", "zh-CN", "一。") if "forum" in file.name else ("zh-CN", "en", "One.")
    languages = ("--source", source, "--target", target)
    (tmp_path / "m.tsv").write_text(f"source\ttarget\tlanguages: {source}, {target}\none\t一\n", "utf-8")
    (tmp_path / "other.txt").write_text(other, "utf-8")
    termbase("memory", "import", "m.tsv", cwd=tmp_path)
    said = termbase("align", file, "other.txt", "--no-encoder", "--out", "-", *languages, cwd=tmp_path).stderr
    termbase("memory", "pretranslate", file, "--out", "f.xlf", *languages, cwd=tmp_path)
    counted = re.search(r"(\d+) source sentences?,", said)
    assert counted is not None
    assert (tmp_path / "f.xlf").read_text("utf-8").count("<trans-unit ") == int(counted[1])


@pytest.mark.parametrize(
    "command",
    [
        ("extract", "--format", "jsonl"),
        ("scan", "--format", "jsonl"),
        ("check", "--termbase", "data/seed.tbx", "--select", "all", "--language", "zh-TW", "--format", "json"),
    ],
    ids=lambda command: command[0],
)
def test_standard_input_is_read_as_a_file_is(termbase: Run, tmp_path: Path, command: tuple[str, ...]) -> None:
    text = "\n\n".join(LINES).replace("\n", "\r\n")
    (tmp_path / "a.txt").write_bytes(text.encode())
    of_file = termbase(*command, tmp_path / "a.txt").stdout
    of_input = subprocess.run(
        [str(COMMAND), *command, "-"], cwd=ROOT, input=text.encode(), capture_output=True, check=False
    ).stdout.decode()
    assert len(of_file) > 1000
    unnamed = re.compile(r'"fingerprint": "\w+"|"file": "[^"]*"')
    assert unnamed.sub("", of_input) == unnamed.sub("", of_file)
