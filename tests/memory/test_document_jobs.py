"""Documents are pretranslated as XLIFF files of their sentences."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from tests.conftest import Run
from tests.document.made_documents import docx, p
from tests.memory.conftest import ONLY_SQLITE, Fill, unit
from tests.memory.test_pretranslate import filled

UNITS = [unit("The network is down.", "网络中断。"), unit("Save & close", "保存并关闭")]

DOCUMENTS: dict[str, str | bytes] = {
    "a.md": "# Save & close\n\nThe network is down.\nNobody knows `why <x>`.\n\n```\ncode\n```\n",
    "a.txt": "Save & close\n\nThe network is down. Nobody knows why <x>.\n",
    "a.html": "<h1>Save &amp; close</h1><p>The network\nis down. Nobody knows <code>why &lt;x&gt;</code>.</p>",
    "a.docx": docx(p("Save &amp; close") + p("The network is down. Nobody knows why &lt;x&gt;.")),
}


@ONLY_SQLITE
@pytest.mark.parametrize("name", DOCUMENTS)
def test_sentences_as_xliff(fill: Fill, memory: str, tmp_path: Path, name: str) -> None:
    fill(UNITS)
    content = DOCUMENTS[name]
    file = tmp_path / name
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    data, done = filled(file, memory, target="zh-CN")
    root = etree.fromstring(data)
    units = [
        (each.findtext("{*}source").replace("`", ""), each.findtext("{*}target"))
        for each in root.iter("{*}trans-unit")
    ]
    assert units == [
        ("Save & close", "保存并关闭"),
        ("The network is down.", "网络中断。"),
        ("Nobody knows why <x>.", None),
    ]
    part = next(root.iter("{*}file"))
    assert (part.get("original"), part.get("source-language"), part.get("target-language")) == (name, "en", "zh-CN")
    assert [len(group.findall("{*}trans-unit")) for group in root.iter("{*}group")] == [1, 2]
    assert done.leverage.bands["new"].segments == 1


@ONLY_SQLITE
def test_cells_of_a_markdown_table(fill: Fill, memory: str, tmp_path: Path) -> None:
    fill(UNITS)
    file = tmp_path / "a.md"
    file.write_text(
        "| Key | Does |\n|---|---|\n| a \\| b | Save & close |\n| | The network is down. |\n\nEither | or\n"
    )
    root = etree.fromstring(filled(file, memory, target="zh-CN")[0])
    units = [(each.findtext("{*}source"), each.findtext("{*}target")) for each in root.iter("{*}trans-unit")]
    assert units == [
        ("Key", None),
        ("Does", None),
        ("a \\| b", None),
        ("Save & close", "保存并关闭"),
        ("The network is down.", "网络中断。"),
        ("Either | or", None),
    ]
    assert [len(group.findall("{*}trans-unit")) for group in root.iter("{*}group")] == [1] * 6


@ONLY_SQLITE
def test_the_command(fill: Fill, memory: str, termbase: Run, tmp_path: Path) -> None:
    fill(UNITS)
    (tmp_path / "a.md").write_bytes(DOCUMENTS["a.md"].encode() if isinstance(DOCUMENTS["a.md"], str) else b"")
    arguments = ["memory", "pretranslate", "a.md", "--memory", memory]
    wrong: tuple[tuple[list[str], str], ...] = (
        (["--target", "zh-CN", "--out", "b.md"], "a name that ends in .xlf"),
        ([], "give --target"),
    )
    for more, message in wrong:
        done = termbase(*arguments, *more, cwd=tmp_path)
        assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)
        assert message in done.stderr
    assert termbase(*arguments, "--target", "zh-CN", "--out", "b.xlf", cwd=tmp_path).returncode == 0
    again = termbase("memory", "pretranslate", "b.xlf", "--memory", memory, "--out", "c.xlf", cwd=tmp_path)
    assert again.returncode == 0
    assert (tmp_path / "b.xlf").read_bytes() == (tmp_path / "c.xlf").read_bytes()
