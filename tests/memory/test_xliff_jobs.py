"""XLIFF files of both versions are filled: states, candidates and inline codes; every other byte stays."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree
from translate.storage.xliff import xlifffile

from tests.conftest import Run
from tests.memory.conftest import ONLY_SQLITE, Fill, unit
from tests.memory.test_pretranslate import filled
from tmx.model import Content, Element, TranslationUnit, Variant

BOLD, END = Element("bpt", {"i": "1"}, ("<b>",)), Element("ept", {"i": "1"}, ("</b>",))
NAME = Element("ph", {"x": "1"}, ("{name}",))


def coded(english: Content, chinese: Content) -> TranslationUnit:
    return TranslationUnit({}, (Variant({"xml:lang": "en"}, english), Variant({"xml:lang": "zh-CN"}, chinese)))


UNITS = [
    unit("Open the file in the editor", "在编辑器中打开文件"),
    unit("Cut & paste", "剪切 & 粘贴"),
    coded(("Press ", BOLD, "OK", END, ", ", NAME, "!"), (NAME, "，请按", BOLD, "确定", END, "！")),
]

XLIFF2 = """\ufeff<?xml version='1.0' encoding="utf-8" ?>
<!DOCTYPE xliff>
<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version = '2.0' srcLang="en">
 <file id="f1"><!-- a > comment -->
  <unit id="u1" name='a "b"'>
    <segment id="x"   state='initial' subState="my:draft">
      <source>Open the file in the editor</source>
    </segment>
    <ignorable><source> </source></ignorable>
    <segment>
      <source>Open the file in the viewer</source>
      <target/>
    </segment>
  </unit>
  <unit id="u2">
    <originalData><data id="d1">&lt;b></data></originalData>
    <segment>
      <source>Press <pc id="1" dataRefStart="d1" canCopy='no'>OK</pc>, <ph id="2" disp="who"/>!</source>
    </segment>
  </unit>
  <unit id="u3"><segment state="final"><source>Cut &amp; paste</source><target>剪贴</target></segment></unit>
  <unit id="u4">
  <segment state="initial"><source>Cut &amp; paste</source><target>Cut &amp; paste</target></segment></unit>
  <unit id="u5" translate="no"><segment><source>Cut &amp; paste</source></segment></unit>
  <unit id="u6"><segment><source>Cut &amp; <mrk id="m1" type="term">paste</mrk></source></segment></unit>
  <unit id="u7"><segment><source><sc id="1" isolated="yes"/>Cut &amp;<ph id="2"/> paste</source></segment></unit>
 </file>
</xliff>
"""

CANDIDATE = (
    '<mtc:matches xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0">'
    '<mtc:match ref="#s1" type="tm" matchQuality="83" origin="a.tmx">'
    "<source>Open the file in the editor</source><target>在编辑器中打开文件</target></mtc:match></mtc:matches>"
)
CODED = """<ph id="2" disp="who"/>，请按<pc id="1" dataRefStart="d1" canCopy='no'>确定</pc>！"""
FILLED2 = (
    XLIFF2.replace('srcLang="en"', 'srcLang="en"')
    .replace("<xliff xmlns", '<xliff trgLang="zh-CN" xmlns')
    .replace("""   state='initial' subState="my:draft">""", ' state="translated">')
    .replace("in the editor</source>", "in the editor</source>\n      <target>在编辑器中打开文件</target>")
    .replace("<target/>", "<target>在编辑器中打开文件</target>")
    .replace("<segment>\n      <source>Open", '<segment state="initial" id="s1">\n      <source>Open')
    .replace("""<unit id="u1" name='a "b"'>\n    """, f"""<unit id="u1" name='a "b"'>\n    {CANDIDATE}\n    """)
    .replace("<segment>\n      <source>Press", '<segment state="translated">\n      <source>Press')
    .replace("!</source>", f"!</source>\n      <target>{CODED}</target>")
    .replace(
        'state="initial"><source>Cut &amp; paste</source><target>Cut &amp; paste</target>',
        'state="translated"><source>Cut &amp; paste</source><target>剪切 &amp; 粘贴</target>',
    )
    .replace('<unit id="u6"><segment', '<unit id="u6"><segment state="translated"')
    .replace("paste</mrk></source>", "paste</mrk></source><target>剪切 &amp; 粘贴</target>")
)


@ONLY_SQLITE
def test_xliff_2(fill: Fill, memory: str, tmp_path: Path) -> None:
    fill(UNITS)
    file = tmp_path / "a.xlf"
    file.write_text(XLIFF2, "utf-8")
    data, done = filled(file, memory, target="zh-CN")
    last = '<unit id="u7"'
    assert data.decode().partition(last)[0] == FILLED2.partition(last)[0]
    unplaced = next(etree.fromstring(data).iterfind(".//{*}unit[@id='u7']"))
    assert [node.text for node in unplaced.iter("{*}target")] == ["剪切 & 粘贴"] * 2  # in the match and the segment
    assert unplaced.find("{*}segment").get("state") == "initial"
    assert sum(done.remarks.values()) == 1
    assert done.filled == 6
    assert [len(list(unit.iter("{*}match"))) for unit in etree.fromstring(data).iter("{*}unit")] == [
        1,
        0,
        0,
        0,
        0,
        0,
        1,
    ]


XLIFF1 = """<?xml version="1.0" encoding="{encoding}"?>
<x:xliff version='1.2' xmlns:x="urn:oasis:names:tc:xliff:document:1.2">
<x:file original="a.txt" source-language="en" datatype="plaintext"><x:body>
  <x:trans-unit id="a">
    <x:source>Press <x:g id="1" ctype='bold'>OK</x:g>, <x:x id="2"/>!</x:source>
    <x:note>Kept</x:note>
  </x:trans-unit>
  <x:trans-unit id="b"><x:source>Press <x:bpt id="1">&lt;b></x:bpt>OK<x:ept id="1">&lt;/b></x:ept>, <x:ph id="2">%s</x:ph>!</x:source></x:trans-unit>
  <x:trans-unit id="c"><x:source>Press <x:bx id="1" rid="r"/>OK<x:ex id="2" rid="r"/>, <x:x id="3"/>!</x:source></x:trans-unit>
  <x:trans-unit id="d"><x:source>Cut &amp; <x:it id="1" pos="open">&lt;u></x:it>paste</x:source><x:target state="new"/></x:trans-unit>
  <x:trans-unit id="e"><x:source><x:g id="1">Cut &amp; paste</x:g></x:source></x:trans-unit>
  <x:trans-unit id="f">
    <x:source>Cut &amp; paste Open the file in the viewer Kept</x:source>
    <x:seg-source><x:g id="9"><x:mrk mtype="seg" mid="1">Cut &amp; paste</x:mrk> <x:mrk mtype="seg" mid="2">Open the file in the viewer</x:mrk></x:g> <x:mrk mtype="seg" mid="3">Kept</x:mrk></x:seg-source>
  </x:trans-unit>
  <x:trans-unit id="g">
    <x:source>Kept Cut &amp; paste Cut &amp; paste</x:source>
    <x:seg-source><x:mrk mtype="seg" mid="1">Kept</x:mrk> <x:mrk mtype="seg" mid="2">Cut &amp; paste</x:mrk> <x:mrk mtype="seg" mid="3">Cut &amp; paste</x:mrk></x:seg-source>
    <x:target><x:mrk mtype="seg" mid="1">保留</x:mrk> <x:mrk mtype="seg" mid="2"/></x:target>
  </x:trans-unit>
</x:body></x:file>
<x:file original="b.txt" source-language="en" target-language="fr" datatype="plaintext"><x:body>
  <x:trans-unit id="a"><x:source>Cut &amp; paste</x:source></x:trans-unit>
</x:body></x:file>
</x:xliff>
"""  # noqa: E501

TARGETS1 = {
    "a": '<x:target state="translated" state-qualifier="exact-match"><x:x id="2"/>，请按'
    "<x:g id=\"1\" ctype='bold'>确定</x:g>！</x:target>",
    "b": '<x:target state="translated" state-qualifier="exact-match"><x:ph id="2">%s</x:ph>，请按'
    '<x:bpt id="1">&lt;b></x:bpt>确定<x:ept id="1">&lt;/b></x:ept>！</x:target>',
    "c": '<x:target state="needs-review-translation" state-qualifier="fuzzy-match"><x:x id="3"/>，请按'
    '<x:bx id="1" rid="r"/>确定<x:ex id="2" rid="r"/>！</x:target>',
    "d": '<x:target state-qualifier="fuzzy-match" state="needs-review-translation">剪切 &amp; 粘贴</x:target>',
    "e": '<x:target state="needs-review-translation" state-qualifier="fuzzy-match">'
    '<x:g id="1">剪切 &amp; 粘贴</x:g></x:target>',
    "f": '<x:target state="needs-review-translation" state-qualifier="fuzzy-match"><x:g id="9">'
    '<x:mrk mtype="seg" mid="1">剪切 &amp; 粘贴</x:mrk> <x:mrk mtype="seg" mid="2">在编辑器中打开文件</x:mrk>'
    '</x:g> <x:mrk mtype="seg" mid="3">保留</x:mrk></x:target>',
    "g": '<x:target state="translated" state-qualifier="exact-match"><x:mrk mtype="seg" mid="1">保留</x:mrk> '
    '<x:mrk mtype="seg" mid="2">剪切 &amp; 粘贴</x:mrk>'
    '<x:mrk mtype="seg" mid="3">剪切 &amp; 粘贴</x:mrk></x:target>',
}


@ONLY_SQLITE
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16", "iso-8859-1"])
def test_xliff_1(fill: Fill, memory: str, tmp_path: Path, encoding: str) -> None:
    fill(UNITS)
    file = tmp_path / "a.xlf"
    file.write_bytes(XLIFF1.format(encoding=encoding).replace("保留", "Gardé").encode(encoding))
    data, done = filled(file, memory, target="zh-CN")
    written = data.decode(encoding.replace("iso-8859-1", "utf-8"))
    for id, target in TARGETS1.items():
        unit = written.partition(f'<x:trans-unit id="{id}">')[2].partition("</x:trans-unit>")[0]
        assert target.replace("保留", "Gardé") in unit, id
    assert written.count("<x:target") == len(TARGETS1) + 4
    assert '<x:file target-language="zh-CN" original="a.txt"' in written
    assert ('<?xml version="1.0" encoding="UTF-8"?>' in written) == (encoding == "iso-8859-1")
    kept = ("  <x:note>Kept</x:note>\n", '<x:ept id="1">&lt;/b></x:ept>, <x:ph', "</x:xliff>\n")
    assert all(text in written for text in kept)
    assert sum(done.remarks.values()) == 2  # a unit without its code, and the file in another language
    loaded = xlifffile.parsestring(data)  # type: ignore[no-untyped-call]
    assert [str(each.target or "") for each in loaded.units][4] == "剪切 & 粘贴"


KEPT_SPACES = '<source xml:space="preserve">Cut &amp; paste  </source>'
IN_VERSION_1 = (
    '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a" datatype="plaintext"'
    ' source-language="en" target-language="zh-CN"><body><trans-unit id="1">%s</trans-unit></body></file></xliff>'
)
IN_VERSION_2 = (
    '<xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="en" trgLang="zh-CN">'
    '<file id="f"><unit id="u"><segment>%s</segment></unit></file></xliff>'
)


@ONLY_SQLITE
@pytest.mark.parametrize("text", [IN_VERSION_1 % KEPT_SPACES, IN_VERSION_2 % KEPT_SPACES])
def test_spaces_count_in_a_target_as_in_its_source(fill: Fill, memory: str, tmp_path: Path, text: str) -> None:
    fill(UNITS)
    (tmp_path / "a.xlf").write_text(text)
    made = etree.fromstring(filled(tmp_path / "a.xlf", memory)[0])
    target = next(each.getnext() for each in made.iter("{*}source") if each.text.endswith("  "))
    assert (target.text, target.get("{http://www.w3.org/XML/1998/namespace}space")) == ("剪切 & 粘贴  ", "preserve")


@ONLY_SQLITE
def test_an_alternative_names_its_segment(fill: Fill, memory: str, tmp_path: Path) -> None:
    """Unless that is inside of a code, where the schema of XLIFF 1.2 looks for no number (U_tu_segsrc_mid)."""
    fill(UNITS)
    unit = (
        '<source>All</source><seg-source><mrk mtype="seg" mid="s1">Open the file in the viewer</mrk>'
        '<g id="1"><mrk mtype="seg" mid="s2">Open the file in the view</mrk></g></seg-source>'
    )
    (tmp_path / "a.xlf").write_text(IN_VERSION_1 % unit)
    made = etree.fromstring(filled(tmp_path / "a.xlf", memory)[0])
    assert [each.get("mid") for each in made.iter("{*}alt-trans")] == ["s1", None]


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("a.xlf", "<xliff version='1.2'><file", "not well-formed XML"),
        ("a.xlf", "<TS version='2.1'/>", "its root element is TS"),
        ("a.xliff", "", "not well-formed XML"),
        ("a.xlf", "<!DOCTYPE xliff [<!ENTITY a '<x/>'>]><xliff srcLang='en'>&a;</xliff>", "elements in entities"),
    ],
)
@ONLY_SQLITE
def test_damaged_files(
    fill: Fill, memory: str, tmp_path: Path, name: str, text: str, message: str, termbase: Run
) -> None:
    fill(UNITS)
    (tmp_path / name).write_text(text)
    done = termbase("memory", "pretranslate", name, "--memory", memory, "--out", "out.xlf", cwd=tmp_path)
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)
    assert message in done.stderr
    assert not (tmp_path / "out.xlf").exists()
