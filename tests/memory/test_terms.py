"""The terms of a segment are put beside it, and put right in what is filled in where that is certain."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from termbase.match.lexicon import SearchableTerms
from termbase.model import AdministrativeStatus, ConceptEntry, LanguageSection, TermSection, Termbase
from tests.conftest import Run
from tests.memory.conftest import ONLY_SQLITE, Fill, unit
from tests.memory.test_pretranslate import filled
from tmx.memory.adapt import changed
from tmx.memory.jobs.job import Suggestion
from tmx.memory.pretranslate import Settings
from tmx.memory.terms import Terms

OLD = AdministrativeStatus.DEPRECATED


def concept(id: str, english: list[TermSection], chinese: list[TermSection]) -> ConceptEntry:
    return ConceptEntry(id, (LanguageSection("en", tuple(english)), LanguageSection("zh-Hans-CN", tuple(chinese))))


def term(text: str, status: AdministrativeStatus | None = None) -> TermSection:
    return TermSection(text, status)


CONCEPTS = [
    concept("1", [term("router")], [term("路由器"), term("选路器", OLD)]),
    concept("2", [term("switch")], [term("交换机")]),
    concept("3", [term("access point"), term("hot spot", OLD)], [term("接入点")]),
    concept("4", [term("bridge")], [term("网桥")]),
    concept("5", [term("bridge")], [term("桥接器")]),
    concept("6", [term("gateway")], [term("网关"), term("闸道")]),
]
TERMS = [SearchableTerms.of(Termbase(entries=tuple(CONCEPTS)))]


@pytest.mark.parametrize(
    ("text", "source", "target", "expected"),
    [
        pytest.param(
            "Restart the switch now", "Restart the router now", "现在重启路由器", "现在重启交换机", id="exchanged"
        ),
        pytest.param(
            "Restart both switches", "Restart both routers", "重启两台路由器", "重启两台交换机", id="in the plural"
        ),
        pytest.param("Restart the router", "Restart the router", "重启选路器", "重启路由器", id="deprecated"),
        pytest.param(
            "The router and a switch", "The router and a router", "路由器和路由器", None, id="stands twice"
        ),
        pytest.param("Restart a switch", "Restart the router", "重启路由器", None, id="another text"),
        pytest.param("Restart the bridge", "Restart the router", "重启路由器", None, id="two concepts"),
        pytest.param("Restart the gateway", "Restart the router", "重启路由器", None, id="two translations"),
        pytest.param("Restart the switch", "Restart the router", "重启设备", None, id="not in the translation"),
        pytest.param(
            "A switch, a router", "A router, a switch", "路由器，交换机", None, id="both are in the translation"
        ),
    ],
)
def test_terms_put_right(text: str, source: str, target: str, expected: str | None) -> None:
    terms = Terms(TERMS, "en", "zh-Hans-CN")
    assert changed(target, terms.changes(text, source, target)) == (expected or target)


@pytest.mark.parametrize(
    ("text", "source", "target", "expected"),
    [
        ("重启交换机。", "重启路由器。", "Restart the router.", "Restart the switch."),
        ("重启接入点。", "重启路由器。", "Routers restart.", "Access points restart."),
        ("一个接入点", "一个路由器", "A router", "An access point"),
        ("重启接入点。", "重启接入点。", "Restart the hot spot.", "Restart the access point."),
    ],
)
def test_english_terms_keep_their_form(text: str, source: str, target: str, expected: str) -> None:
    terms = Terms(TERMS, "zh-Hans-CN", "en")
    assert changed(target, terms.changes(text, source, target)) == expected


def test_suggestions() -> None:
    terms = Terms(TERMS, "en", "zh-Hans-CN")
    assert terms.of("Routers, a router and the gateway: 路由器") == [
        Suggestion("Routers", ("路由器",)),
        Suggestion("router", ("路由器",)),
        Suggestion("gateway", ("网关", "闸道")),
    ]
    assert terms.of("Nothing") == []


UNITS = [unit("Restart the router now", "现在重启路由器"), unit("Open the gateway", "打开网关")]
NOTE = "terms: switch = 交换机; gateway = 网关 | 闸道"
TEXTS = ["Restart the switch now", "Open the gateway", "A switch or gateway"]

SETTINGS = Settings(termbases=TERMS, is_enforced=True)


@ONLY_SQLITE
def test_xliff(fill: Fill, memory: str, tmp_path: Path) -> None:
    fill(UNITS)
    file = tmp_path / "a.xlf"
    units = "".join(f'<trans-unit id="u{at}"><source>{text}</source></trans-unit>' for at, text in enumerate(TEXTS))
    head = '<xliff version="1.2"><file source-language="en" target-language="zh-CN"><body>'
    file.write_text(f"{head}{units}</body></file></xliff>")
    data, done = filled(file, memory, settings=SETTINGS)
    found = [
        (each.findtext("target"), each.findtext("note"), each.findtext("alt-trans/target"))
        for each in etree.fromstring(data).iter("trans-unit")
    ]
    assert found == [
        ("现在重启交换机", "terms: switch = 交换机", "现在重启路由器"),
        ("打开网关", None, None),
        (None, NOTE, None),
    ]
    assert sorted(done.remarks.values()) == [1, 3]
    file.write_bytes(data)
    assert filled(file, memory, settings=SETTINGS)[0] == data  # the notes are there already


@ONLY_SQLITE
def test_xliff_2(fill: Fill, memory: str, tmp_path: Path) -> None:
    fill(UNITS)
    file = tmp_path / "a.xlf"
    segments = "".join(f"<segment><source>{text}</source></segment>" for text in TEXTS)
    space = "urn:oasis:names:tc:xliff:document:2.0"
    head = f'<xliff xmlns="{space}" version="2.0" srcLang="en" trgLang="zh-CN"><file id="f"><unit id="u">'
    file.write_text(f"{head}{segments}</unit></file></xliff>")
    data, _ = filled(file, memory, settings=SETTINGS)
    root = etree.fromstring(data)
    entries = [["".join(node.itertext()) for node in entry] for entry in root.iter("{*}glossEntry")]
    assert entries == [["switch", "交换机"], ["gateway", "网关", "闸道"]]
    assert [each.text for each in root.iterfind(".//{*}segment/{*}target")] == ["现在重启交换机", "打开网关"]
    file.write_bytes(data)
    assert filled(file, memory, settings=SETTINGS)[0] == data


@ONLY_SQLITE
def test_po(fill: Fill, memory: str, tmp_path: Path) -> None:
    fill(UNITS)
    file = tmp_path / "a.po"
    entries = "".join(f'\n# Kept\nmsgid "{text}"\nmsgstr ""\n' for text in TEXTS)
    file.write_text(f'msgid ""\nmsgstr ""\n"Language: zh_CN\\n"\n"X-Source-Language: en\\n"\n{entries}')
    data, _ = filled(file, memory, settings=SETTINGS)
    first, second, third = data.decode().split("\n\n")[1:]
    assert first.splitlines()[1:3] == ["# terms: switch = 交换机", "#, fuzzy"]
    assert "terms" not in second
    assert third == f'# Kept\n# {NOTE}\nmsgid "{TEXTS[2]}"\nmsgstr ""\n'
    file.write_bytes(data)
    assert filled(file, memory, settings=SETTINGS)[0] == data


@ONLY_SQLITE
def test_tmx(fill: Fill, memory: str, tmp_path: Path) -> None:
    fill(UNITS)
    file = tmp_path / "a.tmx"
    body = "".join(f'<tu><tuv xml:lang="en"><seg>{text}</seg></tuv></tu>' for text in TEXTS)
    file.write_text(f'<tmx version="1.4"><header srclang="en"/><body>{body}</body></tmx>')
    data, _ = filled(file, memory, settings=SETTINGS, target="zh-CN")
    assert [each.findtext("note") for each in etree.fromstring(data).iter("tu")] == [
        "terms: switch = 交换机", None, NOTE,
    ]  # fmt: skip


@ONLY_SQLITE
def test_the_command(fill: Fill, memory: str, termbase: Run, tmp_path: Path) -> None:
    fill(UNITS)
    (tmp_path / "terms.csv").write_text("en,zh-CN\nrouter,路由器\nswitch,交换机\n", "utf-8")
    (tmp_path / "a.md").write_text("Restart the switch now\n")
    arguments = ["memory", "pretranslate", "a.md", "--target", "zh-CN", "--memory", memory]
    more = ["--termbase", "terms.csv", "--enforce-terms", "--out", "b.xlf"]
    done = termbase(*arguments, *more, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "1 term put right" in done.stderr
    assert "现在重启交换机" in (tmp_path / "b.xlf").read_text("utf-8")
    assert termbase(*arguments, "--enforce-terms", cwd=tmp_path).returncode == 2
