"""Files are filled from a memory where it has the text, and nothing else in them changes."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from lxml import etree

from tests.conftest import Run
from tests.memory.conftest import ONLY_SQLITE, Fill, unit
from tmx.memory.jobs.open import open_job
from tmx.memory.leverage import Leverage, Volume
from tmx.memory.pretranslate import Pretranslation, Settings
from tmx.memory.store import open_store
from tmx.model import Element, TranslationUnit, Variant
from tmx.reader import read

UNITS = [
    unit("Open the file in the editor", "在编辑器中打开文件"),
    unit("Page 3 of 10", "第3页，共10页"),
    unit("Network", "網路", tag="zh-Hant-TW"),
    unit('Say "hi"\n', "说“嗨”\n"),
]

PO = r"""# A comment
msgid ""
msgstr ""
"Language: zh_CN\n"
"X-Source-Language: en\n"

#: a.c:1
msgid "Open the file in the editor"
msgstr ""

#, c-format
msgctxt "menu"
msgid "Open the file in the viewer"
msgstr ""

msgid "Kept"
msgstr   "保留"

msgid "Kept"
msgstr ""

msgid "Network"
msgstr ""

msgid ""
"Say \"hi\"\n"
msgstr ""

#~ msgid "Old"
#~ msgstr ""
"""

FILLED = r"""# A comment
msgid ""
msgstr ""
"Language: zh_CN\n"
"X-Source-Language: en\n"

#: a.c:1
msgid "Open the file in the editor"
msgstr "在编辑器中打开文件"

#, c-format
#, fuzzy
#| msgid "Open the file in the editor"
msgctxt "menu"
msgid "Open the file in the viewer"
msgstr "在编辑器中打开文件"

msgid "Kept"
msgstr   "保留"

msgid "Kept"
msgstr "保留"

msgid "Network"
msgstr ""

msgid ""
"Say \"hi\"\n"
msgstr "说“嗨”\n"

#~ msgid "Old"
#~ msgstr ""
"""


def filled(
    file: Path, memory: str, least: int = 75, settings: Settings | None = None, **languages: str
) -> tuple[bytes, Pretranslation]:
    with open_store(memory) as store:
        job = open_job(str(file), (languages.get("source"), languages.get("target")))
        done = Pretranslation(job, store, settings or Settings(least))
        done.run()
    return job.data(), done


@ONLY_SQLITE
def test_po(fill: Fill, memory: str, tmp_path: Path) -> None:
    fill(UNITS)
    file = tmp_path / "zh_CN.po"
    file.write_text(PO, "utf-8")
    data, done = filled(file, memory, source="en")
    assert data.decode() == FILLED
    assert (done.filled, done.translated) == (4, 1)
    counted = {band: volume.segments for band, volume in done.leverage.bands.items() if volume.segments}
    # "Network" is before in both
    assert counted == {"context": 1, "100": 1, "repetitions": 1, "75-84": 1, "new": 1}


@pytest.mark.skipif(shutil.which("msgfmt") is None, reason="gettext is not installed")
def test_po_is_valid(tmp_path: Path) -> None:
    (tmp_path / "a.po").write_text(FILLED.replace('msgid "Kept"\nmsgstr "', 'msgid "Kept 2"\nmsgstr "'), "utf-8")
    done = subprocess.run(["msgfmt", "-o", "/dev/null", tmp_path / "a.po"], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr


XLIFF = """<?xml version="1.0" encoding="UTF-8"?>
<!-- a job -->
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
<file original="a.txt" source-language="en" target-language="zh-CN" datatype="plaintext"><body>
<trans-unit id="1"><source>Open the file in the editor</source></trans-unit>
<trans-unit id="2"><source>Open the file in the viewer</source><target/></trans-unit>
<trans-unit id="3"><source>Page 4 of 12</source></trans-unit>
<trans-unit id="4"><source>Press <ph id="7">{b}</ph> and <ph id="8">{c}</ph></source></trans-unit>
<trans-unit id="5"><source>Kept</source><target state="final">保留</target></trans-unit>
<trans-unit id="6" translate="no"><source>Open the file in the editor</source></trans-unit>
<trans-unit id="7"><source>Network</source></trans-unit>
</body></file>
</xliff>
"""


@ONLY_SQLITE
def test_xliff(fill: Fill, memory: str, tmp_path: Path) -> None:
    first, second = Element("ph", {"x": "1"}, ("<b/>",)), Element("ph", {"x": "2"}, ("<c/>",))
    coded = TranslationUnit(
        {},
        (
            Variant({"xml:lang": "en"}, ("Press ", first, " and ", second)),
            Variant({"xml:lang": "zh-CN"}, ("按", second, "和", first)),
        ),
    )
    fill([*UNITS, coded])
    file = tmp_path / "a.xlf"
    file.write_text(XLIFF, "utf-8")
    data, _ = filled(file, memory)
    units = {node.get("id"): node for node in etree.fromstring(data).iter("{*}trans-unit")}
    targets = {id: node.find("{*}target") for id, node in units.items()}
    shown = {
        id: ("".join(node.itertext()), node.get("state"), node.get("state-qualifier"))
        for id, node in targets.items()
        if node is not None
    }
    assert shown == {
        "1": ("在编辑器中打开文件", "translated", "exact-match"),
        "2": ("在编辑器中打开文件", "needs-review-translation", "fuzzy-match"),
        "3": ("第4页，共12页", "needs-review-translation", "fuzzy-match"),
        "4": ("按{c}和{b}", "translated", "exact-match"),
        "5": ("保留", "final", None),
    }
    assert [node.get("id") for node in targets["4"]] == ["8", "7"]
    assert units["2"].find("{*}alt-trans").get("match-quality") == "83%"
    assert b"<!-- a job -->" in data


@ONLY_SQLITE
def test_tmx(fill: Fill, memory: str, tmp_path: Path) -> None:
    fill(UNITS)
    file = tmp_path / "a.tmx"
    texts = ["Open the file in the editor", "Open the file in the viewer", "Nothing like it"]
    body = "".join(f'<tu><tuv xml:lang="en"><seg>{text}</seg></tuv></tu>' for text in texts)
    file.write_text(f'<tmx version="1.4"><header srclang="en"/><body>{body}</body></tmx>', "utf-8")
    data, _ = filled(file, memory, target="zh-CN")
    out = tmp_path / "out.tmx"
    out.write_bytes(data)
    exact, near, none = read(str(out)).units()
    assert [len(each.variants) for each in (exact, near, none)] == [2, 2, 1]
    assert exact.variants[1].segment == near.variants[1].segment == ("在编辑器中打开文件",)
    assert (list(exact.properties("x-fuzzy")), list(near.properties("x-fuzzy"))) == ([], ["yes"])


@ONLY_SQLITE
def test_damage_of_a_memory_is_reported(fill: Fill, memory: str, termbase: Run, tmp_path: Path) -> None:
    fill(UNITS)
    cut = '<tmx version="1.4"><header srclang="en"/><body><tu><tuv xml:lang="en"><seg>One</seg></tuv></tu>'
    (tmp_path / "cut.tmx").write_text(cut, "utf-8")
    made = termbase("memory", "pretranslate", "cut.tmx", "--memory", memory, "--target", "zh-CN", cwd=tmp_path)
    assert made.returncode == 0
    assert "cut.tmx:1: repaired: the file ends before </tmx>: it is cut short" in made.stderr


def test_leverage_by_bands() -> None:
    leverage = Leverage()
    segments = [("One two three four", 0), ("One two three four", 0), ("One two three five", 60)]
    bands = [leverage.add(text, score) for text, score in segments]
    assert bands == ["new", "repetitions", "internal"]
    assert leverage.add("Six 七八", 100, is_in_context=True) == "context"
    assert leverage.bands["context"] == Volume(1, 3, 5)
    assert leverage.total == Volume(4, 15, 50)
    scores = (100, 99, 95, 94, 85, 84, 75, 74, 50, 49)
    found = [Leverage().add("text", score) for score in scores]
    assert found == ["100", "95-99", "95-99", "85-94", "85-94", "75-84", "75-84", "50-74", "50-74", "new"]


@ONLY_SQLITE
def test_the_command(fill: Fill, memory: str, termbase: Run, tmp_path: Path) -> None:
    fill(UNITS)
    (tmp_path / "a.po").write_text(PO, "utf-8")
    arguments = ["memory", "pretranslate", "a.po", "--source", "en", "--memory", memory]
    done = termbase(*arguments, "--out", "b.po", "--format", "json", cwd=tmp_path)
    assert json.loads(done.stdout)["filled"] == 4
    assert (tmp_path / "b.po").read_text("utf-8") == FILLED
    assert termbase(*arguments, "--out", "b.po", cwd=tmp_path).returncode == 2
    assert "repetitions" in termbase(*arguments, cwd=tmp_path).stdout
    (tmp_path / "a.rtf").write_text("text")
    done = termbase("memory", "pretranslate", "a.rtf", "--memory", memory, cwd=tmp_path)
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)


@ONLY_SQLITE
@pytest.mark.parametrize(("id", "band"), [("7", "100"), ("1/7", "100"), ("menu.7", "context")])
def test_an_id_is_context_only_if_it_says_where_a_text_belongs(
    fill: Fill, memory: str, termbase: Run, tmp_path: Path, id: str, band: str
) -> None:
    fill([unit("Open", "打开", id=id)])
    (tmp_path / "a.xlf").write_text(
        '<xliff version="1.2"><file original="a" source-language="en" target-language="zh-CN" datatype="plaintext">'
        f'<body><trans-unit id="{id}"><source>Open</source></trans-unit></body></file></xliff>'
    )
    done = termbase("memory", "pretranslate", "a.xlf", "--memory", memory, "--format", "json", cwd=tmp_path)
    bands = json.loads(done.stdout)["bands"]
    assert [name for name, volume in bands.items() if volume["segments"]] == [band, "total"]
