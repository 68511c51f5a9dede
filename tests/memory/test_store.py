"""What goes into a memory comes out again: whole, once, and in its newest version."""

from __future__ import annotations

import io
import os
import sqlite3
import subprocess
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termbase.errors import TermbaseError
from tests.command import COMMAND
from tests.conftest import SHARED, Run
from tests.memory.conftest import ONLY_SQLITE, Fill, unit
from tests.tmx.test_kit import below_tmx, copied
from tmx.memory import add, index
from tmx.memory.add import Added, Origin
from tmx.memory.record import from_record, texts_of, to_record
from tmx.memory.search import Query
from tmx.memory.store import open_store
from tmx.model import Aside, Element, Header, TranslationUnit, Variant, prop
from tmx.reader import read
from tmx.writer import new_header, write

FILES = sorted((SHARED / "samples" / "tmxkit").glob("*.tmx")) + sorted((SHARED / "samples" / "tmx").glob("*.tmx"))


def exported(memory: str) -> bytes:
    out = io.BytesIO()
    with open_store(memory) as store:
        write(out, store.header(), store.units(), store.trailer)
    return out.getvalue()


def pairs(memory: str) -> list[tuple[str, ...]]:
    with open_store(memory) as store:
        return [tuple(str(each.segment[0]) for each in found.variants) for found in store.units()]


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.stem))
def test_a_file_comes_out_with_everything(file: Path, memory: str) -> None:
    source = read(str(file))
    for expected in ("added", "unchanged"):
        counts = Added()
        with open_store(memory, is_written=True) as store:
            store.add(source.units(), Origin(file.name, source.header), counts, lambda: source.trailer)
            store.index()
        assert getattr(counts, expected) == sum((counts.added, counts.updated, counts.unchanged))
    assert below_tmx(exported(memory)) == below_tmx(copied(file))


TEXT = st.text(st.characters(blacklist_categories=["Cs"]), max_size=8)
ATTRIBUTES = st.dictionaries(st.sampled_from(["type", "x", "tuid", "creationid"]), TEXT, max_size=2)
ASIDES = st.lists(st.builds(Aside, TEXT), max_size=2).map(tuple)
NAMES = st.sampled_from(["ph", "hi", "note", "prop"])
NOWHERE = st.just(0)
CONTENT = st.recursive(
    st.lists(st.one_of(TEXT, st.builds(Aside, TEXT)), max_size=2).map(tuple),
    lambda inner: st.lists(st.builds(Element, st.sampled_from(["ph", "hi"]), ATTRIBUTES, inner), max_size=2).map(
        tuple
    ),
    max_leaves=5,
)
ITEMS = st.lists(st.builds(Element, NAMES, ATTRIBUTES, CONTENT), max_size=2).map(tuple)
VARIANT = st.builds(Variant, ATTRIBUTES, CONTENT, ITEMS, ASIDES, ASIDES, NOWHERE, NOWHERE)
VARIANTS = st.lists(VARIANT, min_size=1, max_size=3).map(tuple)


@given(st.builds(TranslationUnit, ATTRIBUTES, VARIANTS, ITEMS, ASIDES, ASIDES, NOWHERE))
def test_a_record_has_everything(unit: TranslationUnit) -> None:
    assert from_record(to_record(unit)) == unit


def test_a_record_is_of_text_that_a_database_holds() -> None:
    record = to_record(unit("half a pair \ud800, a null \x00", ""))
    assert record.encode("utf-8").decode("utf-8") == record
    assert "\x00" not in record
    assert [text for _, text in texts_of(record)][:1] == ["half a pair \ufffd, a null \x00"]


def test_the_same_units_again_change_nothing(fill: Fill, memory: str) -> None:
    units = [unit("Open", "打开"), unit("Open", "开启"), unit("Open", "打开"), unit("Close", "关闭", id="7")]
    assert fill(units) == Added(added=4)
    before = exported(memory)
    assert fill(units) == fill(units, name="copy.tmx") == Added(unchanged=4)
    assert exported(memory) == before


def test_many_equal_units_are_stored_and_recognised(
    fill: Fill, memory: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(add, "BATCH", 2500)
    monkeypatch.setattr(index, "BATCH", 5000)
    units = [unit("Open", "打开")] * 10_000 + [unit("Open", "开启")]
    assert fill(units) == Added(added=10_001)
    assert fill(units) == Added(unchanged=10_001)
    assert fill([*units[1:], unit("Open", "打开吧")]) == Added(unchanged=10_000, updated=1)
    with open_store(memory) as store:
        assert {match.target for match in store.find(Query("Open", "en", "zh-Hans-CN"))} >= {"打开吧", "打开"}
        assert len(store.concordance("pe").places) == 5
    assert pairs(memory).count(("Open", "打开吧")) == 1


def test_a_unit_with_an_id_replaces_its_older_version(fill: Fill, memory: str) -> None:
    fill([unit("Open", "打开", id="1"), unit("Close", "关闭", id="2")])
    assert fill([unit("Open it", "开启", id="1")]) == Added(updated=1)
    assert fill([unit("Close", "关上", id="2")], name="another.tmx") == Added(updated=1)
    assert pairs(memory) == [("Open it", "开启"), ("Close", "关上")]


def test_another_file_may_number_its_own_units(fill: Fill, memory: str) -> None:
    fill([unit("Open", "打开", id="1")])
    assert fill([unit("Close", "关闭", id="1")], name="another.tmx") == Added(added=1)
    assert pairs(memory) == [("Open", "打开"), ("Close", "关闭")]


def test_a_unit_without_an_id_is_known_by_source_context_and_languages(fill: Fill, memory: str) -> None:
    menu = unit("Open", "打开")._replace(items=(prop("x-context", "menu"),))
    fill([unit("Open", "打开"), menu, unit("Open", "開啟", tag="zh-Hant-TW")])
    assert fill([unit("Open", "开启")], name="newer.tmx") == Added(updated=1)
    assert pairs(memory) == [("Open", "开启"), ("Open", "打开"), ("Open", "開啟")]


def test_documents_have_contexts_of_their_own(fill: Fill) -> None:
    fill([unit("Open", "打开")], name="a.po", document="a.po")
    assert fill([unit("Open", "开启")], name="b.po", document="b.po") == Added(added=1)
    assert fill([unit("Open", "开启")], name="a.po", document="a.po") == Added(updated=1)


def test_other_bookkeeping_is_a_change(fill: Fill, memory: str) -> None:
    fill([unit("Open", "打开", id="1")])
    assert fill([unit("Open", "打开", id="1", usagecount="2")]) == Added(updated=1)
    with open_store(memory) as store:
        assert [found.attributes["usagecount"] for found in store.units()] == ["2"]


def test_files_with_other_headers_keep_what_they_say(fill: Fill, memory: str) -> None:
    fill([unit("Open", "打开")], srclang="en")
    fill([unit("Close", "关闭")], name="b.tmx", srclang="zh-Hans-CN")
    with open_store(memory) as store:
        assert store.header().source_language == "en"
        assert [found.attributes.get("srclang") for found in store.units()] == [None, "zh-CN"]


def test_stats_count_what_is_stored(fill: Fill, memory: str) -> None:
    fill([unit("Open the file", "打开文件"), unit("Open", "開啟", tag="zh-Hant-TW")])
    with open_store(memory) as store:
        found = store.stats()
    assert (found.units, found.files, found.words) == (2, 1, 3)
    assert found.variants == {"en": 2, "zh-CN": 1, "zh-TW": 1}


def _database(path: Path, *statements: str) -> None:
    with sqlite3.connect(path) as database:
        for statement in statements:
            database.execute(statement)
    database.close()


def test_what_is_not_a_memory_is_refused(tmp_path: Path) -> None:
    (tmp_path / "text.db").write_text("This is not a database. " * 100)
    _database(tmp_path / "other.db", "create table unit (number)")
    _database(tmp_path / "marked.db", "create table unit (number)", "pragma application_id = 7")
    (tmp_path / "void.db").touch()
    for name, message in {
        "text.db": "not an SQLite file",
        "other.db": "another program",
        "marked.db": "another program",
        "none.db": "no such memory",
        "void.db": "is empty",
        "": "is a folder",
    }.items():
        with (
            pytest.raises(TermbaseError, match=message),
            open_store(str(tmp_path / name), is_written=name not in ("none.db", "void.db")),
        ):
            pass
    assert (tmp_path / "text.db").read_text().startswith("This")
    assert not (tmp_path / "none.db").exists()


def test_commands_that_need_units_make_no_memory_of_an_empty_file(termbase: Run, tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    file.touch()
    for command in ("compact", "dedupe", "delete --origin x"):
        done = termbase("memory", *command.split(), "--memory", file)
        assert (done.returncode, done.stderr.count("\n"), file.stat().st_size) == (2, 1, 0)
        assert "is empty" in done.stderr


@ONLY_SQLITE
def test_a_memory_of_a_later_version_is_refused(fill: Fill, memory: str) -> None:
    fill([])
    _database(Path(memory), "pragma user_version = 99")
    with pytest.raises(TermbaseError, match="version 99"), open_store(memory):
        pass


@ONLY_SQLITE
@pytest.mark.parametrize(("version", "command"), list(product((1, 2, 3), ("compact", "import"))))
def test_a_memory_of_an_older_version_is_updated(
    memory: str, version: int, command: str, tmp_path: Path, termbase: Run
) -> None:
    with sqlite3.connect(memory) as database:
        database.executescript(Path(__file__).with_name("version_1.sql").read_text("utf-8"))
        database.execute(f"pragma user_version = {version}")
    database.close()
    done = termbase("memory", "search", "Open the file", "--memory", memory)
    assert "memory compact" in done.stderr
    files = [str(_tmx(tmp_path / "a.tmx", 1))] if command == "import" else []
    assert termbase("memory", command, *files, "--memory", memory).returncode == 0
    with open_store(memory) as store:
        assert store.faults() == []
        for text in ("Open the file", "Page 3 of 10"):
            assert store.find(Query(text, "en", "zh-Hans-CN"))[0].score == 100
        assert store.concordance("of 10").total == 1
        assert store._database.execute("pragma index_info(variant_row)").fetchall()[-1][-1] == "following"


@ONLY_SQLITE
@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_memory_can_be_read(fill: Fill, memory: str) -> None:
    fill([unit("Open", "打开")])
    folder = Path(memory).parent
    Path(memory).chmod(0o444)
    folder.chmod(0o555)
    try:
        assert pairs(memory) == [("Open", "打开")]
        with pytest.raises(TermbaseError, match="read-only"):
            fill([unit("Close", "关闭")])
    finally:
        folder.chmod(0o755)


@ONLY_SQLITE
def test_a_full_disk_is_reported_and_keeps_what_was_stored(fill: Fill, memory: str) -> None:
    fill([unit("Open", "打开")])
    with open_store(memory, is_written=True) as store:
        store._database.execute("pragma max_page_count = 20")
        many = (unit(f"{number} " + "long text " * 50, "文") for number in range(1000))
        with pytest.raises(TermbaseError, match="disk is full"):
            store.add(many, Origin("b.tmx", read_header()), Added())
    assert pairs(memory) == [("Open", "打开")]


def read_header() -> Header:

    return new_header("en", None)


def test_hostile_texts_are_only_texts(fill: Fill, memory: str) -> None:
    texts = [
        "'); drop table unit; --",
        "\u0301\u0302",
        "👩‍👩‍👧",
        "",
        " ",
        "%_*?[",
        "x" * 300_000,
        "a\0b",
        "\0",
        "网" * 5000,
    ]
    fill([unit(text, text, id=str(number)) for number, text in enumerate(texts)])
    with open_store(memory) as store:
        assert ["".join(map(str, found.variants[1].segment)) for found in store.units()] == texts


def test_statements_of_sql_in_every_field_are_only_text(fill: Fill, memory: str, termbase: Run) -> None:
    bad = """x'); drop table unit; -- "%s" ? :a $1 \\"""
    items = (Element("note", {"xml:lang": bad}, (bad,)), prop(bad, bad), prop("x-context", bad))
    variants = tuple(
        Variant({"xml:lang": tag, "creationid": bad}, (bad, Element("ph", {"x": bad, "type": bad}, (bad,))), items)
        for tag in ("en", "zh-CN", bad)
    )
    hostile = TranslationUnit({"tuid": bad, "creationtool": bad}, variants, items)
    fill([hostile], name=bad, document=bad)
    assert fill([hostile], name=bad, document=bad) == Added(unchanged=1)
    with open_store(memory) as store:
        assert list(store.units()) == [hostile]
        (match,) = store.find(Query(bad, "en", "zh-Hans-CN", bad, bad, bad), 50)
        assert (match.source, match.id, match.origin) == (bad, bad, bad)
        assert store.concordance(bad).total
        assert store.faults() == []
    for arguments in (
        ("search", bad, "--target", "zh-CN", "--id", bad, "--previous", bad),
        ("concordance", bad),
        ("delete", "--origin", bad, "--property", f"x-context={bad}"),
    ):
        assert termbase("memory", *arguments, "--memory", memory).returncode == 0, arguments
    with open_store(memory) as store:
        assert (store.stats().units, store.faults()) == (0, [])


def test_a_text_of_10_megabytes_is_only_a_text(fill: Fill, memory: str) -> None:
    long = "网络 network " * 720_000
    fill([unit(long, "长", id="1"), unit("Network", "网络", id="2")])
    with open_store(memory) as store:
        assert next(store.units()).variants[0].segment == (long,)
        assert [match.target for match in store.find(Query("Network", "en", "zh-Hans-CN"))] == ["网络"]
        assert store.concordance("network").total == 2
        assert store.faults() == []


def _tmx(file: Path, count: int, first: int = 0) -> Path:
    with file.open("wb") as opened:
        units = (unit(f"Text {number} of {count}", f"第{number}个文本") for number in range(first, first + count))
        write(opened, read_header(), units)
    return file


def test_two_imports_at_once_add_both(tmp_path: Path, memory: str) -> None:
    files = [_tmx(tmp_path / f"{number}.tmx", 3000, number * 3000) for number in (0, 1)]
    started = [subprocess.Popen([COMMAND, "memory", "import", "--memory", memory, file]) for file in files]
    assert [process.wait() for process in started] == [0, 0]
    with open_store(memory) as store:
        assert store.stats().units == 6000
        assert store.faults() == []


def _damage(memory: str, *statements: str) -> None:
    """Change a memory as no command does."""
    with open_store(memory, is_written=True) as store:
        for statement in statements:
            store._database.execute(statement)


def test_a_whole_memory_has_no_faults_and_a_damaged_one_is_repaired(fill: Fill, memory: str, termbase: Run) -> None:
    fill([unit("Open the file", "打开文件", id="1"), unit("Close", "关闭")])
    fill([unit("Open a file", "打开文件", id="1")])
    assert termbase("memory", "verify", "--memory", memory).returncode == 0
    _damage(memory, "delete from row where number = 2", "delete from variant where unit = 2")
    done = termbase("memory", "verify", "--memory", memory)
    assert (done.returncode, len(done.stdout.splitlines())) == (1, 2)
    before = pairs(memory)
    assert termbase("memory", "compact", "--memory", memory).returncode == 0
    with open_store(memory) as store:
        assert store.faults() == []
        assert store.stats().words == 4
        assert [match.score for match in store.find(Query("Close", "en", "zh-Hans-CN"))] == [100]
    assert pairs(memory) == before
    _damage(memory, "update unit set record = '[]' where number = 1")
    assert "unit 1" in termbase("memory", "verify", "--memory", memory).stdout


def test_units_that_are_not_indexed_yet_are_reported(memory: str, termbase: Run) -> None:
    with open_store(memory, is_written=True) as store:
        store.add(iter([unit("Open", "打开")]), Origin("a.tmx", read_header()), Added())
    assert (
        "1 unit not found yet" in termbase("memory", "search", "Open", "--target", "zh", "--memory", memory).stderr
    )
    with open_store(memory, is_written=True) as store:
        store.index()
        assert store.pending() == 0


def test_a_unit_that_has_changed_is_not_found_until_it_is_indexed(fill: Fill, memory: str) -> None:
    fill(
        [
            unit("Shut the door", "关上门"),
            unit("Open the door", "打开门", id="a"),
            unit("Open the door", "开门", id="b"),
        ]
    )
    changed = TranslationUnit({"tuid": "a"}, (Variant({"xml:lang": "en"}, ("Open the door",)),))
    with open_store(memory, is_written=True) as store:
        store.add(iter([changed]), Origin("a.tmx", new_header("en", None)), Added())
        assert store.pending() == 1
        assert [place.target for place in store.concordance("n the door").places] == ["开门"]
        assert store.concordance("打开").total == 0
        assert [match.target for match in store.find(Query("Open the door", "en", "zh-Hans-CN"), 90)] == ["开门"]
        assert store.find(Query("打开门", "zh-Hans-CN", "en"), 90) == []
        store.index()
        assert store.concordance("n the door").total == 1


def test_the_commands(tmp_path: Path, termbase: Run) -> None:
    (tmp_path / "termbase.toml").write_text("")
    (tmp_path / "po").mkdir()
    po = 'msgid ""\nmsgstr "Language: zh_TW\\n"\n\nmsgctxt "menu"\nmsgid "Open"\nmsgstr "開啟"\n'
    (tmp_path / "po" / "a.po").write_text(po)
    assert "1 unit added" in termbase("memory", "import", "a.po", "--source", "en", cwd=tmp_path / "po").stderr
    again = termbase("memory", "import", "po/a.po", "--source", "en", cwd=tmp_path)
    assert "0 units added, 0 updated, 1 unchanged" in again.stderr
    assert '"units": 1' in termbase("memory", "stats", "--format", "json", cwd=tmp_path).stdout
    exported = termbase("memory", "export", "--out", "-", cwd=tmp_path).stdout
    assert '<prop type="x-context">menu</prop>' in exported
    assert '<tuv xml:lang="zh-TW">' in exported


def test_files_that_cannot_be_read_are_reported_and_the_others_imported(
    tmp_path: Path, memory: str, termbase: Run
) -> None:
    (tmp_path / "bad.po").write_text("nonsense\n")
    (tmp_path / "late.po").write_text('msgid "Open"\nmsgstr "打开"\n\nnonsense\n')
    good = [_tmx(tmp_path / f"{first}.tmx", 3, first) for first in (0, 3)]
    files = [tmp_path / "none.tmx", good[0], tmp_path / "bad.po", tmp_path / "late.po", good[1]]
    done = termbase("memory", "import", *files, "--memory", memory)
    errors = [line for line in done.stderr.splitlines() if line.startswith("Error: ")]
    assert done.returncode == 2
    assert [line.split(":")[1].rpartition("/")[2] for line in errors] == ["none.tmx", "bad.po", "late.po"]
    assert "6 units added" in done.stderr
    with open_store(memory) as store:
        assert (store.faults(), store.pending(), store.stats().units) == ([], 0, 6)


def test_no_memory_is_made_if_nothing_can_be_read(tmp_path: Path, memory: str, termbase: Run) -> None:
    (tmp_path / "late.po").write_text('msgid "Open"\nmsgstr "打开"\n\nnonsense\n')
    done = termbase("memory", "import", tmp_path / "none.tmx", tmp_path / "late.po", "--memory", memory)
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 2)
    with pytest.raises(TermbaseError, match="there is no"), open_store(memory):
        pass


def test_an_error_is_one_line(tmp_path: Path, termbase: Run) -> None:
    (tmp_path / "a.db").write_text("no database " * 100)
    done = termbase("memory", "import", "none.tmx", "--memory", "new.db", cwd=tmp_path)
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)
    assert not (tmp_path / "new.db").exists()
    _tmx(tmp_path / "b.tmx", 1)
    for arguments in (["stats"], ["export", "--out", "a.tmx"], ["import", "b.tmx"]):
        done = termbase("memory", *arguments, "--memory", "a.db", cwd=tmp_path)
        assert done.returncode == 2
        assert len(done.stderr.splitlines()) == 1
    assert not (tmp_path / "a.tmx").exists()
