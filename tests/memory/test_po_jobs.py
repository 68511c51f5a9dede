"""PO files are filled: plural forms, contexts, fuzzy marks; gettext accepts the result, and other bytes stay."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.memory.conftest import ONLY_SQLITE, Fill, unit
from tests.memory.test_pretranslate import filled
from tmx.bilingual.marks import CONTEXT
from tmx.model import TranslationUnit, prop, variant

UNITS = [
    unit("%d file", "%d 个文件"),
    unit("%d files", "%d 个文件"),
    unit("Delete %d file", "删除 %d 个文件"),
    unit("%d user found", "找到 %s 位用户"),
    unit("Open the file in the editor", "在编辑器中打开文件"),
    TranslationUnit({}, (variant("en", "Open"), variant("zh-Hans-CN", "开放")), (prop(CONTEXT, "state"),)),
    TranslationUnit({}, (variant("en", "Open"), variant("zh-Hans-CN", "打开")), (prop(CONTEXT, "menu"),)),
]

HEAD = """msgid ""
msgstr ""
"Language: {language}\\n"
"Content-Type: text/plain; charset={charset}\\n"
"Plural-Forms: {plurals}\\n"

"""
CHINESE = HEAD.format(language="zh_CN", charset="{charset}", plurals="nplurals=1; plural=0;")

PO = r"""# kept   as it is
#, c-format
msgid "%d file"
msgid_plural "%d files"
msgstr[0] ""

#: a.c:1
#, c-format
msgid "Delete %d file"
msgid_plural "Delete all %d files"
msgstr[0] ""

#, c-format
msgid "%d user found"
msgid_plural "%d users found"
msgstr[0]   ""

msgctxt "menu"
msgid "Open"
msgstr ""

msgctxt "state"
msgid "Open"
msgstr ""

#, fuzzy
#| msgid "Open a file in the editor"
msgid ""
"Open the file "
"in a viewer"
msgstr ""

msgid "Open the file in the editor\n"
msgstr ""

#, fuzzy
msgid "Guessed"
msgstr "猜"

msgctxt "2"
msgid "Guessed"
msgstr ""
"""

FILLED = (
    PO.replace('%d files"\nmsgstr[0] ""', '%d files"\nmsgstr[0] "%d 个文件"', 1)
    .replace('msgid "%d user', '#, fuzzy\nmsgid "%d user')
    .replace('msgstr[0]   ""', 'msgstr[0]   "找到 %s 位用户"')
    .replace('all %d files"\nmsgstr[0] ""', 'all %d files"\nmsgstr[0] "删除 %d 个文件"')
    .replace('"menu"\nmsgid "Open"\nmsgstr ""', '"menu"\nmsgid "Open"\nmsgstr "打开"')
    .replace('"state"\nmsgid "Open"\nmsgstr ""', '"state"\nmsgid "Open"\nmsgstr "开放"')
    .replace('viewer"\nmsgstr ""', 'viewer"\nmsgstr "在编辑器中打开文件"')
    .replace('editor\\n"\nmsgstr ""', 'editor\\n"\nmsgstr "在编辑器中打开文件\\n"')
    .replace(
        'msgid "Open the file in the editor\\n"',
        '#, fuzzy\n#| msgid "Open the file in the editor"\nmsgid "Open the file in the editor\\n"',
    )
)


def checked(file: Path) -> list[str]:
    """What gettext says about the entries of a file."""
    done = subprocess.run(["msgfmt", "-c", "-o", "/dev/null", file], capture_output=True, text=True, check=False)
    return [line for line in done.stderr.splitlines() if "header field" not in line]


@ONLY_SQLITE
@pytest.mark.parametrize(("charset", "end"), [("UTF-8", "\n"), ("GB18030", "\r\n"), ("ISO-8859-1", "\n")])
def test_plurals_contexts_and_marks(fill: Fill, memory: str, tmp_path: Path, charset: str, end: str) -> None:
    fill(UNITS)
    file = tmp_path / "a.po"
    text = (CHINESE.format(charset=charset) + PO).replace("\n", end)
    file.write_bytes(text.replace("猜", "?" if charset == "ISO-8859-1" else "猜").encode(charset))
    data, done = filled(file, memory, least=60, source="en")
    if charset == "ISO-8859-1":
        charset = "UTF-8"
        data = data.replace(b'"?"', '"猜"'.encode())
    assert data.decode(charset).replace(end, "\n") == CHINESE.format(charset=charset) + FILLED
    assert data.count(end.encode()) == data.count(b"\n")
    assert sum(done.remarks.values()) == 1
    assert done.leverage.bands["context"].segments == 2
    if shutil.which("msgfmt"):
        (tmp_path / "b.po").write_bytes(data)
        assert checked(tmp_path / "b.po") == []


TWO_FORMS = r"""
#, c-format
msgid "%d 个文件"
msgid_plural "%d 个文件"
msgstr[0] ""
msgstr[1] ""

#, c-format
msgid "删除 %d 个文件"
msgid_plural "已删除全部 %d 个文件"
msgstr[0] ""
msgstr[1] ""
"""


@ONLY_SQLITE
def test_a_language_with_two_forms(fill: Fill, memory: str, tmp_path: Path) -> None:
    fill(UNITS)
    file = tmp_path / "en.po"
    file.write_text(HEAD.format(language="en", charset="UTF-8", plurals="nplurals=2; plural=(n != 1);") + TWO_FORMS)
    data, _ = filled(file, memory, source="zh-CN")
    first, second = data.decode().split("\n\n")[1:]
    assert "fuzzy" not in first
    assert first.splitlines()[-2:] == ['msgstr[0] "%d file"', 'msgstr[1] "%d files"']
    assert "#, fuzzy" in second  # only the first form is known
    assert second.splitlines()[-2:] == ['msgstr[0] "Delete %d file"', 'msgstr[1] ""']
    if shutil.which("msgfmt"):
        (tmp_path / "b.po").write_bytes(data)
        assert checked(tmp_path / "b.po") == []


@ONLY_SQLITE
def test_a_damaged_file_is_refused_with_its_line(fill: Fill, memory: str, termbase: Run, tmp_path: Path) -> None:
    fill(UNITS)
    (tmp_path / "a.po").write_text(CHINESE.format(charset="UTF-8") + 'msgid "Open\nmsgstr ""\n')
    done = termbase("memory", "pretranslate", "a.po", "--memory", memory, "--out", "b.po", cwd=tmp_path)
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)
    assert "a.po:7" in done.stderr
    assert not (tmp_path / "b.po").exists()
