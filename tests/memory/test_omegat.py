"""OmegaT opens the files that were filled in, and writes their translations again."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections import Counter
from pathlib import Path

import pytest
from lxml import etree

from tests.conftest import Run
from tests.memory.conftest import ONLY_SQLITE, Fill, unit
from tests.memory.test_xliff_jobs import UNITS
from tmx.bilingual.po import read as read_po
from tmx.content import plain

PROJECT = (
    '<?xml version="1.0" encoding="UTF-8"?><omegat><project version="1.0">'
    + "".join(f"<{name}>__DEFAULT__</{name}>" for name in (
        "source_dir", "target_dir", "tm_dir", "glossary_dir", "glossary_file", "dictionary_dir"))
    + "<source_lang>EN</source_lang><target_lang>ZH-CN</target_lang><sentence_seg>false</sentence_seg>"
    "<source_tok>org.omegat.tokenizer.LuceneEnglishTokenizer</source_tok>"
    "<target_tok>org.omegat.tokenizer.DefaultTokenizer</target_tok>"
    "<support_default_translations>true</support_default_translations><remove_tags>false</remove_tags>"
    "</project></omegat>"
)  # fmt: skip

XLIFF = """<?xml version="1.0" encoding="UTF-8"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
<file original="a.html" source-language="en" target-language="zh-CN" datatype="html"><body>
<trans-unit id="1"><source>Open the file in the editor</source></trans-unit>
<trans-unit id="2"><source>Open the file in the viewer</source></trans-unit>
<trans-unit id="3"><source>Press <g id="1" ctype="bold">OK</g>, <x id="2"/>!</source></trans-unit>
<trans-unit id="4" xml:space="preserve"><source>  Cut &amp; paste </source></trans-unit>
<trans-unit id="5"><source>Save</source></trans-unit>
</body></file></xliff>
"""

PO = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Language: zh_CN\\n"
"Plural-Forms: nplurals=1; plural=0;\\n"
"X-Source-Language: en\\n"

msgid "Open the file in the editor"
msgstr ""

#, c-format
msgid "%d file saved"
msgid_plural "%d files saved"
msgstr[0] ""

msgid "Save"
msgstr ""
"""


def _sides(file: Path) -> list[tuple[str, ...]]:
    units = etree.parse(file).iter("{*}trans-unit")
    return [tuple("".join(each.find(f"{{*}}{name}").itertext()) for name in ("source", "target")) for each in units]


@ONLY_SQLITE
@pytest.mark.skipif(shutil.which("omegat") is None, reason="OmegaT is not installed")
def test_omegat_opens_what_was_filled_in(fill: Fill, memory: str, tmp_path: Path, termbase: Run) -> None:
    save = [unit("Save", "保存", id="a"), unit("Save", "储存", id="b")]
    fill([*UNITS, *save, unit("%d files saved", "已保存 %d 个文件")])
    for name in ("source", "target", "tm", "glossary", "dictionary", "omegat"):
        (tmp_path / "project" / name).mkdir(parents=True)
    (tmp_path / "project" / "omegat.project").write_text(PROJECT)
    (tmp_path / "job.xlf").write_text(XLIFF)
    (tmp_path / "job.po").write_text(PO)
    source, target = tmp_path / "project" / "source", tmp_path / "project" / "target"
    arguments = ("job.xlf", "job.po", "--target", "zh-CN", "--memory", memory, "--out", source)
    assert termbase("memory", "pretranslate", *arguments, cwd=tmp_path).returncode == 0
    settings = f"--config-dir={tmp_path / 'settings'}"
    command = ["omegat", str(tmp_path / "project"), "--mode=console-translate", settings]
    subprocess.run(command, check=True, capture_output=True, env=os.environ | {"HOME": str(tmp_path)})
    assert _sides(target / "job.xlf") == _sides(source / "job.xlf")
    assert len(_sides(source / "job.xlf")) == 5
    entries = read_po(str(target / "job.po"), Counter(), Counter()).entries
    found = {(plain(each.source.content), plain(each.target.content)) for each in entries}
    assert found >= {("Open the file in the editor", "在编辑器中打开文件"), ("%d files saved", "已保存 %d 个文件")}
    assert "Save" not in {text for text, _ in found}  # it is to be reviewed
