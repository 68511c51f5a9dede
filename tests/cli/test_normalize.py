"""`termbase normalize` as users and scripts call it."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.command import COMMAND
from tests.conftest import ROOT, Run


def test_each_text_gives_a_line(termbase: Run) -> None:
    done = termbase("normalize", "--to", "zh_TW", "软件", "网络空间")
    assert (done.returncode, done.stdout) == (0, "軟體\n網路空間\n")


def test_each_line_of_standard_input_gives_a_line(termbase: Run) -> None:
    done = termbase("normalize", "--to", "zh-Hans-CN", "-", stdin="軟體\n\n國\u2028家\r\n  網路")
    assert (done.returncode, done.stdout) == (0, "软件\n\n国家\n  网络\n")


def test_lines_keep_their_ends() -> None:
    command = [str(COMMAND), "normalize", "--to", "zh-TW", "-"]
    done = subprocess.run(command, input="软件\r\n网络\n\r\n硬件".encode(), capture_output=True)
    assert done.stdout == "軟體\r\n網路\n\r\n硬體\n".encode()


def test_the_key_is_one_for_all_forms(termbase: Run) -> None:
    done = termbase("normalize", "--key", "數位絲綢之路", "数字丝绸之路", "數碼 絲綢之路")
    assert len(set(done.stdout.splitlines())) == 1


def test_the_steps_are_printed(termbase: Run) -> None:
    done = termbase("normalize", "--to", "zh-TW", "--explain", "网络")
    assert done.stdout.startswith("網路\n  region at 0: '网络' to '網路' (")


def test_the_steps_are_printed_as_json(termbase: Run) -> None:
    text = "“⼈⼯智能”发展"
    done = termbase("normalize", "--to", "zh-TW", "--explain", "--format", "json", text)
    record = json.loads(done.stdout)
    for step in record["steps"]:
        start = step["offset"]
        assert text[start : start + len(step["from"])] == step["from"]
        text = text[:start] + step["to"] + text[start + len(step["from"]) :]
    assert text == record["result"] == "「人工智慧」發展"


def test_a_termbase_keeps_its_names(termbase: Run) -> None:
    done = termbase(
        "normalize", "--to", "zh-TW", "--termbase", ROOT / "data" / "seed.tbx", "国家互联网信息办公室和数字丝绸之路"
    )
    assert done.stdout == "國家互聯網信息辦公室和數位絲綢之路\n"


def test_the_name_of_a_file_is_text_which_is_said(termbase: Run, tmp_path: Path) -> None:
    (tmp_path / "软件.txt").write_text("网络\n", "utf-8")
    done = termbase("normalize", "--to", "zh-TW", "软件.txt", "软" * 300, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, f"軟體.txt\n{'軟' * 300}\n")
    assert done.stderr.startswith("软件.txt: is taken as text, not as the name of a file")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("arguments", [["文"], ["--to", "en", "文"], ["--to", "zh", "--key", "文"], ["--to", "zh"]])
def test_an_error_is_one_line(termbase: Run, arguments: list[str]) -> None:
    done = termbase("normalize", *arguments)
    assert done.returncode == 2
    assert done.stdout == ""
    assert "Error" in done.stderr
    assert "Traceback" not in done.stderr
