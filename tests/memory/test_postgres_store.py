"""A memory in PostgreSQL: what goes wrong with a server, who may do what, and many clients at once."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from termbase.errors import TermbaseError
from tests.command import COMMAND
from tests.conftest import Run
from tests.memory.conftest import Fill, unit
from tests.memory.server import Server
from tmx.memory.add import Added, Origin
from tmx.memory.search import Query
from tmx.memory.store import MemoryStore, open_store
from tmx.model import TranslationUnit
from tmx.operations.merge import KEYS, RANKS, Best
from tmx.writer import new_header, write

pytestmark = [pytest.mark.parametrize("memory", ["postgres"], indirect=True), pytest.mark.usefixtures("memory")]

QUERY = Query("Open the file", "en", "zh-Hans-CN")
UNITS = [unit(f"Open the file {name}", f"打开文件{name}") for name in ("alpha", "beta", "gamma")]


def _texts(chance: random.Random) -> tuple[str, str]:
    english = " ".join(
        chance.choices("open close the file 12 {0} user's window %s <b> a-b".split(), k=chance.randint(1, 9))
    )
    return english, "".join(chance.choices("打開开关文件窗口網路，12。", k=chance.randint(1, 9)))


def test_both_stores_answer_the_same(memory: str, tmp_path: Path) -> None:
    chance = random.Random(7)
    units = [unit(*_texts(chance), id=str(number % 150)) for number in range(300)]
    queries = [_texts(chance) for _ in range(60)]
    answers = []
    for name in (memory, str(tmp_path / "memory.db")):
        with open_store(name, is_written=True) as store:
            store.add(iter(units), Origin("a.tmx", new_header("en", None)), Added())
            store.index()
            store.dedupe(Best(KEYS["text"], RANKS["newest"]))
            store.delete(lambda unit: unit.id == "7")
            found = [
                (
                    store.find(Query(english, "en", "zh-Hans-CN"), 30),
                    store.find(Query(chinese, "zh-Hans-CN", "en", previous=chinese), 50),
                    store.concordance(english[-4:]),
                    store.concordance(chinese[:2], "zh-Hans-CN", "en", 1, 3),
                )
                for english, chinese in queries
            ]
            answers.append((list(store.units()), store.header(), store.stats()._replace(size=0), found))
    assert answers[0] == answers[1]


@pytest.mark.parametrize("is_analyzed", [False, True])
def test_of_units_that_share_a_row_few_records_are_read(
    memory: str, server: Server, fill: Fill, is_analyzed: bool
) -> None:
    fill([unit(f"Page {number} of the book", f"本书第{number}页") for number in range(2000)])
    if is_analyzed:
        server.run("analyze")
    with open_store(memory) as store, store._database.snapshot():
        assert store.find(Query("Page 7 of the book", "en", "zh-Hans-CN", previous="Page 6 of the book"))
        (read,) = store._database.execute(
            "select coalesce(idx_tup_fetch, 0) + seq_tup_read from pg_stat_xact_user_tables where relname = 'unit'"
        ).fetchone()
    assert 100 < read <= 300  # 100 for each of three statements


def refused(termbase: Run, address: str, *arguments: str) -> str:
    """The error of a command, which must be one line."""
    done = termbase("memory", *(arguments or ["stats"]), "--memory", address)
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)
    return done.stderr


def test_a_server_that_is_not_there(tmp_path: Path, termbase: Run) -> None:
    assert "cannot be reached" in refused(termbase, f"postgresql:///memory?host={tmp_path}")
    assert "cannot be reached" in refused(termbase, "postgresql://127.0.0.1:1/memory")
    assert "is not the address" in refused(termbase, "postgresql://host:port/memory?nonsense")


def test_a_memory_that_is_not_there(memory: str, server: Server, termbase: Run) -> None:
    assert "there is no memory in this database" in refused(termbase, memory)
    assert "there is no memory in this database" in refused(termbase, memory, "dedupe")
    assert 'database "none" does not exist' in refused(termbase, server.address("none"))
    assert 'role "nobody" does not exist' in refused(termbase, server.address(user="nobody"))


def test_a_password(server: Server, termbase: Run, fill: Fill) -> None:
    fill(UNITS)
    server.run("drop role if exists guarded", "create role guarded login superuser password 'right'")
    address = server.address(user="guarded")
    wrong = refused(termbase, address.replace("guarded@", "guarded:wrong@"))
    assert "refuses the password" in wrong
    assert ":wrong" not in wrong
    assert "wants a password" in refused(termbase, address)
    with open_store(address.replace("guarded@", "guarded:right@")) as store:
        assert store.stats().units == 3


def test_a_database_that_does_not_hold_all_texts(server: Server, termbase: Run) -> None:
    server.run(
        "drop database if exists latin",
        "create database latin template template0 encoding 'latin1' locale 'C'",
    )
    assert "LATIN1, which does not hold all texts" in refused(termbase, server.address("latin"))


def test_a_database_of_another_program(memory: str, server: Server, tmp_path: Path, termbase: Run) -> None:
    _file(tmp_path / "a.tmx", 1)
    server.run("create table public.bills (number int)")
    try:
        assert "another program" in refused(termbase, memory, "import", str(tmp_path / "a.tmx"))
    finally:
        server.run("drop table public.bills")
    server.run("create schema termbase_memory")
    assert "another program" in refused(termbase, memory, "import", str(tmp_path / "a.tmx"))


def test_another_version_is_refused(memory: str, server: Server, fill: Fill, termbase: Run) -> None:
    fill(UNITS)
    server.run("update termbase_memory.version set number = 99")
    assert "version 99" in refused(termbase, memory)


OLD_INDEX = (
    "drop index termbase_memory.variant_row",
    "create index variant_row on termbase_memory.variant (row, text, previous)",
)


@pytest.mark.parametrize("version", [1, 2, 3])
def test_a_memory_of_an_older_version_is_updated(memory: str, server: Server, fill: Fill, version: int) -> None:
    fill(UNITS)
    server.run(f"update termbase_memory.version set number = {version}", "delete from termbase_memory.posting")
    server.run(*OLD_INDEX)
    with pytest.raises(TermbaseError, match="memory compact"), open_store(memory):
        pass
    fill([unit("Close", "关闭")], name="b.tmx")
    with open_store(memory) as store:
        assert store.faults() == []
        assert [match.score for match in store.find(QUERY)] == [75, 75, 75]
        assert "following" in _index(store)


def test_who_may_write_but_does_not_own_the_index_updates_the_rest(memory: str, server: Server, fill: Fill) -> None:
    fill(UNITS)
    server.run("update termbase_memory.version set number = 3", *OLD_INDEX)
    server.run("drop role if exists reader", "drop role if exists writer")
    server.run("create role reader login", "create role writer login", *_documented_rights())
    try:
        _add_and_delete(server.address(user="writer"))
        with open_store(memory) as store:
            assert store.faults() == []
            assert [match.score for match in store.find(QUERY)] == [75, 75, 75]
            assert "following" not in _index(store)
    finally:
        server.run("drop owned by reader, writer", "drop role reader, writer")


def _index(store: MemoryStore) -> str:
    statement = "select indexdef from pg_indexes where indexname = 'variant_row'"
    return str(store._database.execute(statement).fetchone()[0])


def test_texts_that_no_database_holds_are_looked_for(fill: Fill, memory: str) -> None:
    fill(UNITS)
    with open_store(memory) as store:
        for text in ("\0", "Open\0", "\udcff", "Open \udcff it"):
            assert store.find(Query(text, "en", "zh-Hans-CN"), 90) == []
            assert store.concordance(text + "q").places == []


def test_documents_are_known_from_any_folder(memory: str, tmp_path: Path, termbase: Run) -> None:
    (tmp_path / "termbase.toml").write_text("")
    (tmp_path / "po").mkdir()
    (tmp_path / "po" / "a.po").write_text('msgid ""\nmsgstr "Language: zh_TW\\n"\n\nmsgid "Open"\nmsgstr "開啟"\n')
    for folder, file, expected in ((tmp_path, "po/a.po", "1 unit added"), (tmp_path / "po", "a.po", "1 unchanged")):
        done = termbase("memory", "import", file, "--source", "en", "--memory", memory, cwd=folder)
        assert expected in done.stderr
    found = termbase("memory", "search", "Open", "--memory", memory, "--format", "json").stdout
    assert '"origin": "po/a.po"' in found


def test_roles(server: Server, fill: Fill) -> None:
    fill(UNITS)
    server.run("drop role if exists reader", "drop role if exists writer")
    server.run("create role reader login", "create role writer login", *_documented_rights())
    with open_store(server.address(user="reader")) as store:
        assert [match.score for match in store.find(QUERY)] == [75, 75, 75]
    with pytest.raises(TermbaseError, match="does not allow"):
        _add_and_delete(server.address(user="reader"))
    _add_and_delete(server.address(user="writer"))
    server.run("drop owned by reader, writer", "drop role reader, writer")


def _add_and_delete(address: str) -> None:
    with open_store(address, is_written=True) as store:
        store.add(iter([unit("Close", "关闭")]), Origin("b.tmx", new_header("en", None)), Added())
        store.index()
        assert store.delete(lambda unit: unit.variants[0].segment == ("Close",)) == 1


def _documented_rights() -> list[str]:
    """The statements that docs/memory.md gives, for the roles of the test."""
    text = (Path(__file__).parents[2] / "docs" / "memory.md").read_text()
    statements = text.split("```sql\n")[1].split("```")[0].split(";")
    return [statement.strip() for statement in statements if statement.strip().startswith("grant")]


def test_a_server_that_goes_away(memory: str, server: Server, fill: Fill) -> None:
    fill(UNITS)
    with open_store(memory) as store:
        assert store.find(QUERY)
        server.control("-m", "immediate", "stop")
        try:
            with pytest.raises(TermbaseError, match="has ended the connection") as error:
                store.find(QUERY)
            assert len(str(error.value).splitlines()) == 1
        finally:
            server.start()
    with open_store(memory) as store:
        assert store.faults() == []
        assert len(store.find(QUERY)) == 3


def test_a_server_that_goes_away_in_an_import(memory: str, server: Server, fill: Fill) -> None:
    fill(UNITS)

    def units() -> Iterator[TranslationUnit]:
        yield unit("Close", "关闭")
        server.control("-m", "immediate", "stop")
        yield unit("Save", "保存")

    try:
        with (
            pytest.raises(TermbaseError, match="has ended the connection"),
            open_store(memory, is_written=True) as store,
        ):
            store.add(units(), Origin("b.tmx", new_header("en", None)), Added())
    finally:
        server.start()
    with open_store(memory) as store:
        assert store.stats().units == 3
        assert store.faults() == []
    assert fill([unit("Close", "关闭"), unit("Save", "保存")], name="b.tmx").added == 2


def test_an_import_is_completed_after_a_server_was_killed(memory: str, server: Server, tmp_path: Path) -> None:
    file = _file(tmp_path / "a.tmx", 4000)
    program = (
        "import tmx.memory.add as add, tmx.memory.index as index; add.BATCH = index.BATCH = index._PAGE = 200;"
        " from termbase_cli.main import main; main()"
    )
    command = [sys.executable, "-c", program, "memory", "import", "--memory", memory, str(file)]
    interrupted = 0
    for wanted in ("unit offset 300 limit 1", "unit offset 2500 limit 1", "variant offset 2000 limit 1"):
        process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
        while process.poll() is None and not _has(server, wanted):
            time.sleep(0.01)
        server.kill()
        error = process.communicate()[1]
        server.start()
        if process.returncode:
            interrupted += 1
            assert (process.returncode, len(error.splitlines())) == (2, 1), error
            assert "has ended the connection" in error
    assert interrupted
    assert subprocess.run([COMMAND, "memory", "import", "--memory", memory, file]).returncode == 0
    with open_store(memory) as store:
        assert (store.stats().units, store.faults()) == (4000, [])


def _has(server: Server, rows: str) -> bool:
    """Whether the memory has some rows yet."""
    import psycopg

    try:
        with psycopg.connect(server.address(), autocommit=True) as connection:
            return bool(connection.execute(f"select 1 from termbase_memory.{rows}".encode()).fetchone())
    except psycopg.errors.UndefinedTable:
        return False


def test_many_search_while_some_write(memory: str, fill: Fill) -> None:
    fill(UNITS)

    def search(_: int) -> int:
        with open_store(memory) as store:
            return min(len(store.find(QUERY)) for _ in range(3))

    def write_some(number: int) -> int:
        with open_store(memory, is_written=True) as store:
            for at in range(3):
                some = [
                    unit(f"Close the window {number} times {at}", f"关闭窗口{number}次{at}", id=f"{number}.{at}")
                ]
                store.add(iter(some), Origin(f"{number}.tmx", new_header("en", None)), Added())
                store.index()
        return 3

    with ThreadPoolExecutor(55) as pool:
        done = [pool.submit(write_some, number) for number in range(5)]
        done += [pool.submit(search, number) for number in range(50)]
        assert {each.result() for each in done} == {3}
    with open_store(memory) as store:
        assert store.stats().units == 3 + 15
        assert store.faults() == []


def test_an_import_that_is_stopped_can_be_run_again(memory: str, tmp_path: Path) -> None:
    file = _file(tmp_path / "a.tmx", 2000)
    program = "import tmx.memory.add as add; add.BATCH = 100; from termbase_cli.main import main; main()"
    process = subprocess.Popen([sys.executable, "-c", program, "memory", "import", "--memory", memory, str(file)])
    time.sleep(1.2)
    process.send_signal(signal.SIGINT)
    process.wait()
    assert subprocess.run([COMMAND, "memory", "import", "--memory", memory, file]).returncode == 0
    with open_store(memory) as store:
        assert (store.stats().units, store.faults()) == (2000, [])


def _file(path: Path, count: int) -> Path:
    with path.open("wb") as opened:
        write(opened, new_header("en", None), (unit(f"Text {number}", f"文本{number}") for number in range(count)))
    return path
