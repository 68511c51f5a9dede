"""Single terms are changed in a TBX file, and every other byte stays."""

from __future__ import annotations

import difflib
import subprocess
from pathlib import Path

import pytest

from termbase.errors import TermbaseError
from termbase.exchange import convert, read
from termbase.model import AdministrativeStatus, ConceptEntry, LanguageSection, TermSection, Termbase
from termbase.tbx.edit import TbxFile
from tests.command import COMMAND
from tests.conftest import ROOT, Run

HOUSE = (ROOT / "tests" / "check" / "house.tbx").read_bytes()
ENTRIES = (
    ConceptEntry(
        "c-1",
        (
            LanguageSection("en", (TermSection("data flow"), TermSection("flow of data"))),
            LanguageSection("zh-Hans-CN", (TermSection("数据流动", AdministrativeStatus.PREFERRED),)),
        ),
        notes=("a < b & c",),
    ),
    ConceptEntry("c-2", (LanguageSection("en", (TermSection("port"),)),)),
)
FORMS = ["tbx3-dca", "tbx3-dct", "tbx2"]


def written(form: str) -> bytes:
    return convert(Termbase(ENTRIES), form).data


def with_tabs(data: bytes) -> bytes:
    return data.replace(b"  ", b"\t")


def minified(data: bytes) -> bytes:
    return b"".join(line.strip() for line in data.splitlines())


def with_crlf(data: bytes) -> bytes:
    return data.replace(b"\n", b"\r\n")


def with_comments(data: bytes) -> bytes:
    return data.replace(b"<term>", b"<!-- mine --><term>").replace(b"<body>", b"<body><?tool keep?>")


LAYOUTS = [bytes, with_tabs, minified, with_crlf, with_comments, lambda data: b"\xef\xbb\xbf" + data]
EXTRA = ConceptEntry(
    "c-9", (LanguageSection("en", (TermSection("a < b"),)), LanguageSection("zh-Hant-TW", (TermSection("數據"),)))
)


def kept(before: bytes, after: bytes) -> float:
    """The share of the bytes before that are still there, in order."""
    blocks = difflib.SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks) / len(before)


def reread(data: bytes) -> TbxFile:
    return TbxFile(data, "t.tbx")


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_what_is_added_is_there_and_all_else_stays(form: str, layout: type[bytes]) -> None:
    before = layout(written(form))
    after = reread(before).add_concept(EXTRA)
    assert reread(after).termbase.entries[-1].terms is not None
    assert [entry.id for entry in reread(after).termbase] == ["c-1", "c-2", "c-9"]
    assert list(reread(after).termbase.entries[-1].terms()) == list(EXTRA.terms())
    assert kept(before, after) == 1
    more = reread(before).add_term(0, "zh-Hans-CN", TermSection("数据流"))
    other = reread(before).add_term(0, "zh-Hant-TW", TermSection("資料流動", AdministrativeStatus.ADMITTED))
    assert [term.term for _, term in reread(more).termbase.entries[0].terms()][-1] == "数据流"
    assert [*reread(other).termbase.entries[0].terms()][-1][1].status is AdministrativeStatus.ADMITTED
    assert kept(before, more) == kept(before, other) == 1
    fewer = reread(reread(before).remove(0, 1)).termbase.entries[0]
    assert [term.term for _, term in fewer.terms()] == ["data flow", "数据流动"]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_adding_and_removing_gives_the_same_bytes(form: str, layout: type[bytes]) -> None:
    before = layout(written(form))
    assert reread(reread(before).add_concept(EXTRA)).remove(2) == before
    assert reread(reread(before).add_term(0, "zh-Hant-TW", TermSection("資料流動"))).remove(0, 3) == before
    assert reread(reread(before).add_term(0, "en", TermSection("data flows"))).remove(0, 2) == before
    changed = reread(before).set_term(0, 0, "a < b")
    assert reread(changed).termbase.entries[0].languages[0].terms[0].term == "a < b"
    assert reread(changed).set_term(0, 0, "data flow") == before
    status = reread(before).set_status(0, 2, AdministrativeStatus.DEPRECATED)
    assert reread(status).set_status(0, 2, AdministrativeStatus.PREFERRED) == before
    first = reread(before).set_status(0, 0, AdministrativeStatus.SUPERSEDED)
    assert reread(first).termbase.entries[0].languages[0].terms[0].status is AdministrativeStatus.SUPERSEDED
    assert kept(before, first) == 1


@pytest.mark.parametrize("form", FORMS)
def test_an_insertion_is_laid_out_as_the_file(form: str) -> None:
    longer = convert(Termbase((*ENTRIES, EXTRA)), form).data
    assert reread(written(form)).add_concept(EXTRA) == longer
    assert reread(with_tabs(written(form))).add_concept(EXTRA) == with_tabs(longer)
    assert reread(with_crlf(written(form))).add_concept(EXTRA) == with_crlf(longer)


def test_prefixes_of_the_file_are_used() -> None:
    plain = written("tbx3-dca").replace(b"<tbx xmlns=", b"<tbx xmlns:t=")
    prefixed = plain
    for name in (b"tbx", b"text", b"body", b"conceptEntry", b"langSec", b"termSec", b"term", b"termNote", b"note"):
        for begin in (b"<", b"</"):
            for end in (b">", b" "):
                prefixed = prefixed.replace(begin + name + end, begin + b"t:" + name + end)
    for name in (b"tbxHeader", b"fileDesc", b"titleStmt", b"title", b"sourceDesc", b"p"):
        prefixed = prefixed.replace(b"<" + name + b">", b"<t:" + name + b">")
        prefixed = prefixed.replace(b"</" + name + b">", b"</t:" + name + b">")
    after = reread(prefixed).add_concept(EXTRA)
    assert b'<t:conceptEntry id="c-9">' in after
    assert list(reread(after).termbase.entries[-1].terms()) == list(EXTRA.terms())


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"<a/>", "is not TBX"),
        (written("tbx3-dca").decode().encode("utf-16"), "is not in UTF-8|cannot be read|encoding"),
        (written("tbx3-dct").replace(b"min", b"mine"), "another prefix|not|terms"),
    ],
)
def test_a_file_of_another_form_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(TermbaseError, match=message):
        reread(data)


@pytest.fixture
def house(tmp_path: Path) -> Path:
    (tmp_path / "house.tbx").write_bytes(HOUSE)
    return tmp_path / "house.tbx"


def test_a_day_at_the_prompt(termbase: Run, house: Path) -> None:
    def do(*words: str) -> str:
        done = termbase(*words, "--termbase", "house.tbx", cwd=house.parent)
        assert (done.returncode, done.stderr) == (0, ""), done.stderr
        return done.stdout

    assert "added digital divide, 数字鸿沟" in do("add", "digital divide", "数字鸿沟", "--preferred")
    assert do("add", "digital  divide", "數位落差").endswith("added 數位落差\n")
    do("add", "digital gap", "数字鸿沟", "--status", "deprecated")
    do("edit", "digital gap", "--to", "digital rift")
    do("edit", "數位落差", "--preferred")
    entry = read(str(house)).entries[-1]
    assert [(language, term.term, term.status and term.status.value) for language, term in entry.terms()] == [
        ("en", "digital divide", "preferred"),
        ("en", "digital rift", "deprecated"),
        ("zh-Hans-CN", "数字鸿沟", "preferred"),
        ("zh-Hant-TW", "數位落差", "preferred"),
    ]
    do("remove", "Digital Rift")
    do("remove", "--concept", entry.id)
    assert house.read_bytes() == HOUSE


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["add", "alone"], "alone is in no concept yet"),
        (["add", "a", "一", "--concept", "c-none"], "no concept with the id c-none"),
        (["edit", "nowhere", "--preferred"], "no term “nowhere” in it"),
        (["edit", "twin", "--preferred"], "twin may be: c-a twin (en) = 一; c-b twin (en) = 二 (choose"),
        (["remove", "twin"], "twin may be: c-a twin (en) = 一; c-b twin (en) = 二 (choose"),
        (["add", "twin", "三"], "may be: c-a twin (en) = 一; c-b twin (en) = 二 (choose"),
        (["add", "twin", "二"], "c-b has these terms already"),
    ],
)
def test_what_is_not_clear_is_one_line_and_changes_nothing(
    termbase: Run, tmp_path: Path, words: list[str], message: str
) -> None:
    twins = [
        ConceptEntry(
            f"c-{name}",
            (LanguageSection("en", (TermSection("twin"),)), LanguageSection("zh-Hans-CN", (TermSection(zh),))),
        )
        for name, zh in (("a", "一"), ("b", "二"))
    ]
    before = convert(Termbase(tuple(twins)), "tbx3-dca").data
    (tmp_path / "t.tbx").write_bytes(before)
    done = termbase(*words, "--termbase", "t.tbx", cwd=tmp_path)
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (2, "", 1)
    assert message in done.stderr
    assert (tmp_path / "t.tbx").read_bytes() == before
    assert (
        termbase("edit", "twin", "--preferred", "--concept", "c-b", "--termbase", "t.tbx", cwd=tmp_path).returncode
        == 0
    )


def test_a_table_says_what_to_do(termbase: Run, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("en,zh-CN\nport,港口\n", "utf-8")
    done = termbase("edit", "port", "--to", "harbour", "--termbase", "t.csv", cwd=tmp_path)
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)
    assert "termbase tbx convert t.csv --out t.tbx" in done.stderr


def test_a_new_file_is_made(termbase: Run, tmp_path: Path) -> None:
    done = termbase("add", "pier", "码头", "--termbase", "new.tbx", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert [term.term for _, term in read(str(tmp_path / "new.tbx")).entries[0].terms()] == ["pier", "码头"]


def test_writers_at_the_same_time_lose_nothing(house: Path) -> None:
    count = 4
    writers = [
        subprocess.Popen([str(COMMAND), "add", f"term {number}", f"词条{number}", "--termbase", str(house)])
        for number in range(count)
    ]
    assert [writer.wait(120) for writer in writers] == [0] * count
    found = {term.term for entry in read(str(house)) for _, term in entry.terms()}
    assert {f"term {number}" for number in range(count)} <= found
    assert [path.name for path in house.parent.iterdir()] == ["house.tbx"]


@pytest.mark.parametrize(
    ("terms", "languages"),
    [
        (["digital divide", "数字鸿沟", "數位落差"], {"en", "zh-Hans-CN", "zh-Hant-TW"}),
        (["number of people", "人口", "人數"], {"en", "zh-Hant-TW"}),
        (["person", "人"], {"en", "zh-Hans-CN"}),
    ],
)
def test_each_chinese_term_goes_into_its_own_language(
    termbase: Run, tmp_path: Path, terms: list[str], languages: set[str]
) -> None:
    assert termbase("add", *terms, "--termbase", "new.tbx", cwd=tmp_path).returncode == 0
    (entry,) = read(str(tmp_path / "new.tbx"))
    assert {section.language for section in entry.languages} == languages


@pytest.mark.parametrize("name", ["tw.csv", "tw.tbx"])
def test_a_term_of_both_scripts_goes_into_the_language_of_the_termbase(
    termbase: Run, tmp_path: Path, name: str
) -> None:
    (tmp_path / "tw.csv").write_text("en,zh-TW\ntax,稅\n", "utf-8")
    if name != "tw.csv":
        assert termbase("tbx", "convert", "tw.csv", "--out", name, cwd=tmp_path).returncode == 0
    done = termbase("add", "population", "人口", "--termbase", name, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    added = read(str(tmp_path / name)).entries[-1]
    assert [section.language for section in added.languages] == ["en", "zh-Hant-TW"]
