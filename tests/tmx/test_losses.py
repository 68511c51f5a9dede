"""A memory that is converted to another format and back: what is not there again is what the account names."""

from __future__ import annotations

import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from tests.conftest import Run
from tmx.bilingual.read import read_units
from tmx.content import codes, plain, text_of
from tmx.model import Content, Element, Items, TranslationUnit, Variant, prop
from tmx.operations.convert import Wanted, from_memory, write
from tmx.operations.counts import Counts
from tmx.reader import read
from tmx.writer import dump

FORMS = ("po", "xliff", "xliff2", "tsv", "csv", "xlsx")
WORDS = st.text(st.sampled_from("ab <&>\"'\\%中網\n"), min_size=1, max_size=8).filter(
    lambda text: text.strip() == text
)
LINES = st.text(st.sampled_from("ab &#:.|中"), min_size=1, max_size=8).filter(lambda text: text.strip() == text)
CODE = st.sampled_from(
    [
        (Element("ph", {"x": "1"}, ("<br/>",)),),
        (Element("it", {"pos": "begin", "x": "3"}, ("<b>",)),),
        (Element("ph", {}),),
        (Element("ph", {"x": "1", "type": "a"}, ("<a>",)), Element("ph", {"x": "1", "type": "a b"}, ("</a>",))),
        (
            Element("bpt", {"i": "1", "x": "2", "type": "bold"}, ("<b>",)),
            "b",
            Element("ept", {"i": "1"}, ("</b>",)),
        ),
        (Element("hi", {"type": "term"}, ("a", Element("ph", {}, ("<br/>",)))),),
        (Element("ut", {"x": "1"}, ("{",)), Element("ph", {"assoc": "p"}, ("a", Element("sub", {}, ("b",))))),
    ]
)
PROPS = st.sampled_from(
    [
        *[prop("x-Domain", "rail"), prop("x-Domain", "bus"), prop("x-q", "1"), prop("x-context", "menu")],
        *[prop("x-fuzzy", "yes"), prop("x-approved", "yes"), prop("x-approved", "no"), prop("x-translate", "no")],
        *[
            prop("x-state", "needs-l10n"),
            prop("x-state", "final"),
            prop("x-state", "reviewed"),
            prop("x-flag", "c-f"),
        ],
        *[prop("x-reference", "a.c:12"), prop("x-reference", "a b.c:3"), prop("x-substate", "t:y")],
    ]
)
ATTRIBUTES = st.fixed_dictionaries(
    {},
    optional={
        "creationid": st.just("Anna"),
        "changedate": st.just("20240101T000000Z"),
        "usagecount": st.just("3"),
        "o-encoding": st.just("x"),
        "changeid": LINES,
    },
)


@st.composite
def items(draw: st.DrawFn) -> Items:
    """Notes and properties; a unit has each mark once."""
    found = draw(st.lists(PROPS, max_size=4, unique_by=lambda item: (item.attributes["type"], item.content)))
    once = {item.attributes["type"]: item for item in found if item.attributes["type"] in MARKS}
    kept = [item for item in found if item.attributes["type"] not in MARKS]
    notes = [Element("note", {}, (text,)) for text in draw(st.lists(LINES, max_size=2, unique=True))]
    return (*notes, *kept, *once.values())


MARKS = ("x-context", "x-fuzzy", "x-approved", "x-translate", "x-state", "x-substate")


@st.composite
def variants(draw: st.DrawFn, tag: str) -> Variant:
    texts = draw(WORDS)
    content: Content = (texts, *draw(CODE)) if draw(st.booleans()) else (texts,)
    own = [item for item in draw(items()) if isinstance(item, Element) and item.attributes.get("type") not in MARKS]
    return Variant({"xml:lang": tag, **draw(ATTRIBUTES)}, content, tuple(own))


@st.composite
def units(draw: st.DrawFn) -> TranslationUnit:
    found = [draw(variants("en")), draw(variants("zh-TW")), *draw(st.lists(variants("de"), max_size=1))]
    attributes = {**({"tuid": draw(st.sampled_from("78"))} if draw(st.booleans()) else {}), **draw(ATTRIBUTES)}
    return TranslationUnit(attributes, tuple(found), draw(items()))


def held(units: list[TranslationUnit], form: str = "") -> Counter[str]:
    """All that units hold, as words; the attributes of codes only for a form that has codes."""
    found: Counter[str] = Counter()
    for unit in units:
        found.update(_of(unit.attributes.items(), unit.items, "unit"))
        for variant in unit.variants:
            found[f"text {variant.tag} {plain(variant.segment)}"] += 1
            found.update(f"code {code.name} {_markup(code)}" for code in codes(variant.segment))
            if form.startswith("xliff"):
                found.update(part for code in codes(variant.segment) for part in _code(code))
            found.update(_of(variant.attributes.items(), variant.items, variant.tag))
    return found


def _markup(code: Element) -> str:
    parts = (part for part in code.content if isinstance(part, str | Element))
    return "".join(part if isinstance(part, str) else _markup(part) for part in parts)


def _code(code: Element) -> Iterator[str]:
    """The attributes of a code, except the number of a pair, which is any."""
    kind = "ph" if code.name == "ut" else code.name
    yield from (f"{kind} {name}={value}" for name, value in code.attributes.items() if name != "i")


def _of(attributes: object, items: Items, owner: str) -> Iterator[str]:
    assert hasattr(attributes, "__iter__")
    yield from (f"{owner} {name} {value}" for name, value in attributes if name != "xml:lang")
    for item in items:
        assert isinstance(item, Element)
        yield f"{owner} {item.name} {item.attributes.get('type', '')} {text_of(item.content)}"


def there_and_back(folder: Path, form: str, memory: list[TranslationUnit]) -> tuple[list[TranslationUnit], Counts]:
    """Write a memory in a form and read it again."""
    (folder / "m.tmx").write_bytes(dump(memory, "en", None))
    counts, opened, wanted = Counts(), read(str(folder / "m.tmx")), Wanted(form, "en", "zh-TW")
    file = folder / f"m.{form.replace('xliff2', 'xlf').replace('xliff', 'xlf')}"
    with file.open("wb") as out:
        write(out, from_memory(opened, counts.reading(opened.units()), wanted, counts), form, counts, str)
    return list(read_units(str(file), "en", "zh-TW", Counter()).units), counts


@pytest.mark.parametrize("form", FORMS)
@settings(max_examples=40, deadline=None)
@given(memory=st.lists(units(), min_size=1, max_size=4))
def test_what_is_lost_is_what_the_account_names(
    tmp_path_factory: pytest.TempPathFactory, form: str, memory: list[TranslationUnit]
) -> None:
    folder = tmp_path_factory.mktemp("m")
    back, counts = there_and_back(folder, form, memory)
    lost = held(memory, form) - held(back, form)
    numbered = sum(count for name, count in counts.remarks.items() if name.startswith("contexts numbered"))
    named = counts.left_out.total() + numbered
    of_others = Counter(chain.from_iterable(held([unit], form).elements() for unit in _only_others(memory)))
    assert named >= (lost - of_others).total()
    assert (lost - of_others).total() >= named - counts.left_out["variants in de"] - _attributes(counts)
    assert counts.left_out["variants in de"] == sum(
        variant.tag == "de" for unit in memory for variant in unit.variants
    )
    _assert_valid(folder, form)


def _only_others(memory: list[TranslationUnit]) -> Iterator[TranslationUnit]:
    for unit in memory:
        others = tuple(variant for variant in unit.variants if variant.tag == "de")
        yield TranslationUnit({}, others)


def _attributes(counts: Counts) -> int:
    """Attributes of codes that the account names; `held` does not look at them."""
    return sum(count for name, count in counts.left_out.items() if name.endswith("of codes"))


def _assert_valid(folder: Path, form: str) -> None:
    if form == "xliff":
        ids = [node.get("id") for node in etree.parse(folder / "m.xlf").iter("{*}trans-unit")]
        assert len(ids) == len(set(ids))
    if form == "xliff2":
        _assert_valid_xliff2(folder / "m.xlf")
    if form == "po" and shutil.which("msgfmt"):
        _assert_compiles(folder / "m.po")


def _assert_valid_xliff2(file: Path) -> None:
    """The constraints of XLIFF 2.0 on ids: unique and without spaces, references to what is there (4.3.1)."""
    units = list(etree.parse(file).iter("{*}unit"))
    assert len({unit.get("id") for unit in units}) == len(units)
    for unit in units:
        assert (unit.get("id") or " ").split() == [unit.get("id")]
        data = {node.get("id") for node in unit.iter("{*}data")}
        assert {node.get("dataRef") for node in unit.iter("{*}ph", "{*}sc", "{*}ec")} <= data
        for text in unit.iter("{*}source", "{*}target"):
            ids = [node.get("id") for node in text.iter("{*}*") if node.get("id")]
            assert len(ids) == len(set(ids))
            begun = {node.get("id") for node in text.iter("{*}sc") if not node.get("isolated")}
            assert begun == {node.get("startRef") for node in text.iter("{*}ec") if not node.get("isolated")}


def _assert_compiles(file: Path) -> None:
    done = subprocess.run(["msgfmt", "-c", "-o", "/dev/null", file], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()


def test_only_a_wish_makes_xliff_2(termbase: Run, tmp_path: Path) -> None:
    (tmp_path / "m.tmx").write_text(TMX, "utf-8")
    for form, version in (((), "1.2"), (("--to", "xliff2"), "2.0")):
        options = ("--out", "m.xlf", "--force", "--source", "en", "--target", "zh-CN", *form)
        assert termbase("tmx", "convert", "m.tmx", *options, cwd=tmp_path).returncode == 0
        assert etree.parse(tmp_path / "m.xlf").getroot().get("version") == version


TMX = """<tmx version="1.4"><header creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="t"
 adminlang="en" srclang="en" datatype="plaintext"/><body>
<tu tuid="7" creationid="Anna"><note>one</note><note>two</note><prop type="x-q">1</prop>
<tuv xml:lang="en"><seg>bus</seg></tuv><tuv xml:lang="de"><seg>Bus</seg></tuv>
<tuv xml:lang="zh-CN"><seg>公交车</seg></tuv></tu>
<tu tuid="7"><tuv xml:lang="en"><seg>bus</seg></tuv><tuv xml:lang="zh-CN"><seg>巴士</seg></tuv></tu>
<tu><tuv xml:lang="en"><seg><ph>x</ph></seg></tuv><tuv xml:lang="zh-CN"><seg><ph>x</ph></seg></tuv></tu>
</body></tmx>"""


def test_the_command_names_what_it_leaves_out(termbase: Run, tmp_path: Path) -> None:
    (tmp_path / "m.tmx").write_text(TMX, "utf-8")
    options = ("--source", "en", "--target", "zh-CN")
    done = termbase("tmx", "convert", "m.tmx", "--out", "m.po", *options, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    for part in (
        "2 ids",
        "1 user",
        "1 property x-q",
        "1 variant in de",
        "1 without source text",
        "1 context added",
    ):
        assert part in done.stderr
    assert "#. one\n#.\n#. two\n" in (tmp_path / "m.po").read_text("utf-8")


ALTERNATIVES = """<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a"
source-language="en" target-language="zh-CN" datatype="plaintext"><body><trans-unit id="ok"><source>lake</source>
<target>湖</target><alt-trans><source>pool</source><target>池</target></alt-trans></trans-unit></body></file>
<file original="b" source-language="en" target-language="zh-CN" datatype="plaintext"><body><trans-unit id="ok">
<source>sea</source><target>海</target></trans-unit></body></file></xliff>"""
NOTE = '<note from="dev" priority="1">n</note>'
NOTED = f"{ALTERNATIVES.split('<alt-trans>')[0]}{NOTE}</trans-unit></body></file></xliff>"
CODED = """<xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="en" trgLang="zh-CN">
<file id="f"><unit id="u"><originalData><data id="d">{b}</data></originalData>
<segment><source>a <ph id="1" dataRef="d" disp="x"/></source><target>一<ph id="1" dataRef="d"/></target>
</segment></unit></file></xliff>"""
VARIANTS = """<TS version="2.1" language="zh_CN" sourcelanguage="en"><context><message><source>Open</source>
<oldsource>Opn</oldsource><translation variants="yes"><lengthvariant>打开文件</lengthvariant><lengthvariant>打开\
</lengthvariant></translation></message></context></TS>"""
HEADED = 'msgid ""\nmsgstr "Language: zh_CN\\nLast-Translator: Anna\\n"\n\nmsgid "bus"\nmsgstr "公交车"\n'


@pytest.mark.parametrize(
    ("name", "text", "lost"),
    [
        (
            "m.csv",
            "en,zh-CN,zh-TW,owner\nbus,公交车,公車,Anna\nship,船,船,\n",
            "has no place for it: 1 cell of column owner",
        ),
        ("m.xlf", ALTERNATIVES, "1 alternative to"),
        ("m.po", HEADED, "1 field of the header"),
        ("m.xlf", NOTED, "1 attribute from of notes, 1 attribute priority of notes"),
        ("m.xlf", CODED, "1 attribute disp of codes"),
        ("m.ts", VARIANTS, "1 element oldsource, 1 variant of another length"),
    ],
)
def test_what_the_reader_cannot_keep_is_named(
    termbase: Run, tmp_path: Path, name: str, text: str, lost: str
) -> None:
    (tmp_path / name).write_text(text, "utf-8")
    done = termbase("tmx", "convert", name, "--out", "m.tmx", "--source", "en", cwd=tmp_path)
    assert (done.returncode, lost in done.stderr) == (0, True), done.stderr
    assert termbase("tmx", "validate", "m.tmx", cwd=tmp_path).returncode == 0


def test_the_direction_that_is_not_written_is_named(termbase: Run, tmp_path: Path) -> None:
    units = "".join(
        f'<tu><tuv xml:lang="en"><seg>bus</seg></tuv><tuv xml:lang="{tag}"><seg>{text}</seg></tuv></tu>'
        for tag, text in (("zh-CN", "公交车"), ("zh-TW", "公車"))
    )
    (tmp_path / "m.tmx").write_text(f'<tmx version="1.4"><header srclang="en"/><body>{units}</body></tmx>', "utf-8")
    done = termbase("tmx", "convert", "m.tmx", "--out", "m.tsv", cwd=tmp_path)
    assert "1 skipped (1 not en to zh-CN, see --target)" in done.stderr


def test_what_is_not_there_is_not_named_as_lost(termbase: Run, tmp_path: Path) -> None:
    plain = VARIANTS.replace("<oldsource>Opn</oldsource>", "").replace("<lengthvariant>打开</lengthvariant>", "")
    (tmp_path / "m.ts").write_text(plain, "utf-8")
    done = termbase("tmx", "convert", "m.ts", "--out", "m.tmx", "--source", "en", cwd=tmp_path)
    assert (done.returncode, "left out" in done.stderr) == (0, False), done.stderr


@pytest.mark.skipif(not shutil.which("msgfmt"), reason="gettext is not installed")
@pytest.mark.parametrize("language", ["zh_CN", "de", "ru", "fr", "ja", "yue"])
def test_gettext_accepts_what_is_written(termbase: Run, tmp_path: Path, language: str) -> None:
    text = (
        f'msgid ""\nmsgstr "Language: {language}\\nContent-Type: text/plain; charset=UTF-8\\n"\n\n'
        'msgid "%d bus"\nmsgid_plural "%d buses"\nmsgstr[0] "%d a"\nmsgstr[1] "%d b"\nmsgstr[2] "%d c"\n\n'
        'msgid "line\\n"\nmsgstr "no end"\n\n#, c-format\nmsgid "%d of %s"\nmsgstr "%1$s"\n\n'
        '#, c-format\nmsgid "%d in %s"\nmsgstr "%2$s %1$d"\n\n'
        '#, tcl-format\nmsgid "%s has no changes"\nmsgstr "none"\n\n'
        '#, perl-brace-format\nmsgid "{name} of 5%"\nmsgstr "{nom} of 5%"\n\n'
        '#, python-brace-format\nmsgid "{0} of 5% a"\nmsgstr "5% b of {0}"\n\n'
        '#, no-c-format\nmsgid "5% dark"\nmsgstr "dark"\n'
    )
    (tmp_path / "m.po").write_text(text, "utf-8")
    done = termbase("tmx", "convert", "m.po", "--source", "en", "--out", "out.po", cwd=tmp_path)
    assert "1 unit marked as fuzzy, since only one text" in done.stderr
    assert "3 units marked as fuzzy, since the translation has other placeholders" in done.stderr
    _assert_compiles(tmp_path / "out.po")


XLIFF_1 = """<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
<file original="a" source-language="en"
 target-language="zh-CN" datatype="plaintext"><header><note>of the file</note></header><body><group id="g">
<note>of the group</note><trans-unit id="1" maxwidth="20" xml:space="preserve" x:by="me" xmlns:x="urn:x">
<source>Save</source><target>保存</target></trans-unit></group></body></file></xliff>"""
XLIFF_2 = """<xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="en" trgLang="zh-CN">
<file id="f"><notes><note>of the file</note></notes><unit id="1" canResegment="no"><notes><note>kept</note></notes>
<segment><source>Save</source><target>保存</target></segment></unit></file></xliff>"""


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        (XLIFF_1, {"notes on files and groups": 2, "attributes maxwidth of units": 1}),
        (
            '<xliff version="1.2"><file source-language="en" target-language="zh-CN"><body><trans-unit id="1">'
            '<source>Save. Go.</source><seg-source><mrk mtype="seg" mid="1">Save.</mrk></seg-source><target>'
            '<mrk mtype="seg" mid="2">走。</mrk><mrk mtype="seg" mid="1">保存。</mrk></target></trans-unit>'
            "</body></file></xliff>",
            {"segments of targets without a source": 1},
        ),
        (XLIFF_2, {"notes on files and groups": 1, "attributes canResegment of units": 1}),
    ],
    ids=["1.2", "segments", "2"],
)
def test_what_no_unit_can_hold_is_named(tmp_path: Path, text: str, lost: dict[str, int]) -> None:
    (tmp_path / "m.xlf").write_text(text, "utf-8")
    left_out: Counter[str] = Counter()
    assert len(list(read_units(str(tmp_path / "m.xlf"), None, None, Counter(), None, left_out).units)) == 1
    assert left_out == lost
