from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from termbase.cache import place
from termbase.cache.folder import SETTLING_TIME
from termbase.cache.knowledge import knowledge
from termbase.index.build import index_of
from termbase.index.cache import open_index
from termbase.index.contained import find_contained
from termbase.index.folding import ChineseFolding
from termbase.index.forms import abbreviations, chinese_keys, written_key
from termbase.index.records import from_record, to_record
from termbase.lookup import lookup
from termbase.model import (
    AdministrativeStatus,
    ConceptEntry,
    Context,
    Definition,
    LanguageSection,
    TermSection,
    TermType,
    Termbase,
)
from termbase.text.regions.wording import mainland_forms
from termbase.text.script import has_han
from tests.conftest import ROOT, Run

ROAD = ConceptEntry(
    "road",
    (
        LanguageSection(
            "en",
            (
                TermSection(
                    "Digital Silk Road",
                    AdministrativeStatus.PREFERRED,
                    "noun",
                    TermType.FULL_FORM,
                    contexts=(Context("The Digital Silk Road grows.", "a report"),),
                    notes=("a note",),
                ),
            ),
        ),
        LanguageSection("zh-Hant-TW", (TermSection("數位絲綢之路", geographical_usage="TW", proposed=True),)),
    ),
    "trade",
    (Definition("Cables."),),
    notes=("first seen 2017",),
)
SETTLED = time.time() - 3600


class Reader:
    """Returns a termbase, and counts the calls."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self) -> Termbase:
        self.times += 1
        return Termbase((ROAD,))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "termbase" / "index"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "house.tbx"
    path.write_text("<tbx/>")
    os.utime(path, (SETTLED, SETTLED))
    return path


def settle(file: Path) -> None:
    """Wait until a change of a file would be visible in its time."""
    while time.time_ns() - file.stat().st_ctime_ns <= SETTLING_TIME:
        time.sleep(0.05)


def ask(file: Path, reader: Callable[[], Termbase]) -> list[str]:
    index = open_index(str(file), reader, lambda message: pytest.fail(message))
    return [hit.entry.id for hit in lookup("数位丝绸之路", [index], limit=5)]


def test_a_concept_comes_back_from_its_record_whole() -> None:
    assert from_record(to_record(ROAD)) == ROAD


def test_a_termbase_is_read_once_a_content(folder: Path, file: Path) -> None:
    reader = Reader()
    assert ask(file, reader) == ask(file, reader) == ["road"]
    assert reader.times == 1
    copy = file.with_name("copy.tbx")
    copy.write_bytes(file.read_bytes())
    assert ask(copy, reader) == ["road"]
    assert reader.times == 1
    file.write_text("<tbx> </tbx>")
    assert ask(file, reader) == ["road"]
    assert reader.times == 2
    assert len(list(folder.glob("*.sqlite"))) == 2


@pytest.mark.usefixtures("folder")
def test_the_same_bytes_under_another_ending_are_read_again(file: Path) -> None:
    reader = Reader()
    ask(file, reader)
    for ending in (".csv", ".xlsx"):  # which is no workbook, as its reader has to say
        file.with_suffix(ending).write_bytes(file.read_bytes())
        ask(file.with_suffix(ending), reader)
    assert reader.times == 3


@pytest.mark.usefixtures("folder")
def test_a_file_changed_just_now_is_never_taken_for_the_old_one(file: Path) -> None:
    reader = Reader()
    os.utime(file)
    ask(file, reader)
    state = file.stat()
    file.write_text("<tby/>")
    os.utime(file, ns=(state.st_atime_ns, state.st_mtime_ns))
    ask(file, reader)
    assert reader.times == 2


@pytest.mark.usefixtures("folder")
def test_another_fingerprint_of_the_program_makes_another_index(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = Reader()
    ask(file, reader)
    monkeypatch.setattr(place, "knowledge", lambda: "newer")
    ask(file, reader)
    assert reader.times == 2


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data[:0],
        lambda data: data[: len(data) // 2],
        lambda data: b"no database" + data[11:],
        lambda data: data[:4096] + b"\xff" * (len(data) - 4096),
        lambda data: data[:8192] + os.urandom(len(data) - 8192),
    ],
    ids=["empty", "cut", "head", "pages", "noise"],
)
def test_a_damaged_index_is_made_anew(folder: Path, file: Path, damage: Callable[[bytes], bytes]) -> None:
    reader = Reader()
    ask(file, reader)
    (index,) = folder.glob("*.sqlite")
    index.write_bytes(damage(index.read_bytes()))
    assert ask(file, reader) == ["road"]
    assert reader.times == 2
    assert ask(file, reader) == ["road"]
    assert reader.times == 2


@pytest.mark.skipif(sys.platform == "win32", reason="modes of files are those of POSIX")
def test_an_index_that_others_could_have_written_is_not_used(folder: Path, file: Path) -> None:
    reader = Reader()
    ask(file, reader)
    (index,) = folder.glob("*.sqlite")
    assert (folder.stat().st_mode & 0o777, index.stat().st_mode & 0o777) == (0o700, 0o600)
    index.chmod(0o666)
    ask(file, reader)
    assert reader.times == 2
    assert next(folder.glob("*.sqlite")).stat().st_mode & 0o777 == 0o600
    elsewhere = file.with_name("planted.sqlite")
    (index,) = folder.glob("*.sqlite")
    index.rename(elsewhere)
    index.symlink_to(elsewhere)
    ask(file, reader)
    assert reader.times == 3
    folder.chmod(0o777)
    before = sorted(folder.iterdir())
    assert ask(file, reader) == ["road"]
    assert reader.times == 4
    assert sorted(folder.iterdir()) == before


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can give files away")
def test_an_index_of_another_user_is_not_used(folder: Path, file: Path) -> None:
    reader = Reader()
    ask(file, reader)
    (index,) = folder.glob("*.sqlite")
    os.chown(index, 65534, -1)
    ask(file, reader)
    assert reader.times == 2
    assert next(folder.glob("*.sqlite")).stat().st_uid == os.geteuid()
    os.chown(folder, 65534, -1)
    ask(file, reader)
    ask(file, reader)
    assert reader.times == 4


def test_a_stamp_that_others_could_have_written_is_not_believed(folder: Path, file: Path) -> None:
    reader = Reader()
    settle(file)
    ask(file, reader)
    (stamp,) = folder.glob("*.stamp")
    (index,) = folder.glob("*.sqlite")
    head, _, _ = stamp.read_bytes().rpartition(b"\n")
    planted = folder / f"{'0' * 32}.sqlite"
    planted.write_bytes(index.read_bytes())
    planted.chmod(0o600)
    with sqlite3.connect(planted) as database:
        database.execute("update concept set record = replace(record, 'road', 'evil')")
    stamp.write_bytes(head + b"\n" + planted.stem.encode())
    assert ask(file, reader) == ["evil"]  # the user's own stamp is trusted
    stamp.chmod(0o622)
    assert ask(file, reader) == ["road"]


@pytest.mark.parametrize(
    "change",
    [
        "update concept set record = '[1'",
        "update concept set record = '[]'",
        "delete from concept",
        "delete from complete",
    ],
)
def test_a_record_that_is_damaged_is_made_anew(folder: Path, file: Path, change: str) -> None:
    reader = Reader()
    ask(file, reader)
    (index,) = folder.glob("*.sqlite")
    with sqlite3.connect(index) as database:
        database.execute(change)
    assert ask(file, reader) == ["road"]
    assert reader.times == 2


def test_an_index_of_other_tables_is_made_anew(folder: Path, file: Path) -> None:
    reader = Reader()
    ask(file, reader)
    (index,) = folder.glob("*.sqlite")
    with sqlite3.connect(index) as database:
        database.execute("alter table form rename to old_form")
    assert ask(file, reader) == ask(file, reader) == ["road"]
    assert reader.times == 2


def test_a_change_that_keeps_size_and_time_is_seen(folder: Path, file: Path) -> None:
    reader = Reader()
    settle(file)
    ask(file, reader)
    assert list(folder.glob("*.stamp"))
    state = file.stat()
    time.sleep(0.02)  # longer than the tick of a file system's clock
    file.write_text("<tby/>")
    os.utime(file, ns=(state.st_atime_ns, state.st_mtime_ns))
    ask(file, reader)
    assert reader.times == 2


def test_a_file_that_changes_while_it_is_read_leaves_no_index(folder: Path, file: Path) -> None:
    def read() -> Termbase:
        file.write_text("<tbx>changed meanwhile</tbx>")
        return Termbase((ROAD,))

    assert ask(file, read) == ["road"]
    assert list(folder.glob("*.sqlite")) == []


@pytest.mark.usefixtures("folder")
def test_a_file_with_a_stamp_is_not_read(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settle(file)
    ask(file, Reader())
    monkeypatch.setattr(place, "_content", lambda path: pytest.fail(f"{path} was read"))
    assert ask(file, Reader()) == ["road"]


def test_an_index_is_kept_for_paths_of_any_characters(folder: Path, tmp_path: Path) -> None:
    reader = Reader()
    for name in ("术语 库", "a?b#c%20d", "it's"):
        path = tmp_path / name / f"{name}.tbx"
        path.parent.mkdir()
        path.write_text(f"<tbx>{name}</tbx>")
        assert ask(path, reader) == ask(path, reader) == ["road"]
    assert reader.times == 3
    assert len(list(folder.glob("*.sqlite"))) == 3


def test_the_folder_itself_may_have_any_characters(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "缓存 a?b#c%20d"))
    reader = Reader()
    assert ask(file, reader) == ask(file, reader) == ["road"]
    assert reader.times == 1


@pytest.mark.parametrize(
    "query", ["", "词", "词语库", "词语词语", "term", "te", "a term of many words", "ci yu", "词 term"]
)
def test_a_termbase_of_no_concepts_finds_nothing(query: str) -> None:
    assert lookup(query, [index_of(Termbase(()))], limit=3) == []


@pytest.mark.skipif(sys.platform == "win32", reason="limits of a process are those of POSIX")
def test_a_full_disk_costs_time_alone(folder: Path, termbase: Run) -> None:
    code = """
import resource, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))
from termbase_cli.main import main
sys.argv = ["termbase", "lookup", "DSR", "--termbase", "data/seed.tbx", "--format", "json"]
main()
"""
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    assert "数字丝绸之路" in done.stdout
    assert done.stderr == ""
    assert [path for path in folder.iterdir() if path.suffix != ".stamp"] == []
    assert "数字丝绸之路" in termbase("lookup", "DSR", XDG_CACHE_HOME=str(folder.parent.parent)).stdout
    assert len(list(folder.glob("*.sqlite"))) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="the home of a user is elsewhere there")
def test_without_a_home_it_works(tmp_path: Path, termbase: Run) -> None:
    nowhere = tmp_path / "file"
    nowhere.touch()
    done = termbase("lookup", "DSR", HOME=str(nowhere / "home"), XDG_CACHE_HOME="")
    assert (done.returncode, "数字丝绸之路" in done.stdout) == (0, True)
    assert "Traceback" not in done.stderr


def test_without_a_folder_it_works_all_the_same(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(file))  # a file, so that no folder can be made in it
    reader = Reader()
    assert ask(file, reader) == ask(file, reader) == ["road"]
    assert reader.times == 2


def test_the_folder_is_bounded_and_what_was_used_last_stays(folder: Path, file: Path) -> None:
    reader = Reader()
    ask(file, reader)
    (first,) = folder.glob("*.sqlite")
    os.utime(first, (0, 0))
    ask(file, reader)  # used now
    for number in range(30):
        old = folder / f"{number:032x}.sqlite"
        old.touch(mode=0o600)
        os.utime(old, (SETTLED + number, SETTLED + number))
    left_behind = folder / ".name.sqlite.123"
    left_behind.touch()
    os.utime(left_behind, (0, 0))
    file.write_text("<tbx>other</tbx>")
    ask(file, reader)
    left = list(folder.glob("*.sqlite"))
    assert len(left) == 20
    assert first in left
    assert not left_behind.exists()


def test_two_processes_make_one_index_at_once(folder: Path, file: Path) -> None:
    code = """
import sys
from termbase.index.cache import open_index
from termbase.lookup import lookup
from tests.index.test_index import Reader
index = open_index(sys.argv[1], Reader(), print)
print(*(hit.entry.id for hit in lookup("数位丝绸之路", [index], limit=5)))
"""
    running = [
        subprocess.Popen([sys.executable, "-c", code, str(file)], cwd=ROOT, stdout=subprocess.PIPE)
        for _ in range(4)
    ]
    assert [process.communicate()[0].split() for process in running] == [[b"road"]] * 4
    assert {path.suffix for path in folder.iterdir()} <= {".stamp", ".sqlite", ".regional"}
    assert len(list(folder.glob("*.sqlite"))) == 1
    reader = Reader()
    knowledge.cache_clear()  # as in a new process
    assert ask(file, reader) == ["road"]
    assert reader.times == 0


def written() -> st.SearchStrategy[str]:
    """Return a query before folding: regional words between characters of both scripts, signs and letters."""
    odd = st.text("後裏臺麵覆號碼絡‧•「」０Ａ⼀⽹﨑\u200b\ufe0f aq", max_size=5)
    words = st.lists(st.sampled_from(sorted(mainland_forms())), min_size=1, max_size=3).map("".join)
    return st.tuples(odd, words, odd).map("".join).map(written_key).filter(has_han)


@settings(deadline=None, max_examples=500)
@given(written())
def test_tables_fold_as_the_functions_do_that_they_were_made_from(text: str) -> None:
    script = SMALL.folding.script(text)
    assert (script, SMALL.folding.region(script)) == chinese_keys(text)


@pytest.mark.parametrize("text", ["网络安全⼈⼯智能", "国家網路資訊辦公室", "訊息數位落差", "埠", "蚌埠", "程式碼"])
def test_tables_fold_words_within_words(text: str) -> None:
    assert SMALL.folding.keys(text) == chinese_keys(text)


@pytest.mark.parametrize(
    ("term", "initials"),
    [
        ("Global Initiative on Data Security", {"gids", "giods"}),
        ("Global AI Governance Initiative", {"gagi", "gaigi"}),
        ("critical information infrastructure", {"cii"}),
        ("World Internet Conference (WIC)", {"wic"}),
        ("cyberspace", set()),
        ("Digital economy", {"de"}),
    ],
)
def test_abbreviations_are_the_initials_of_the_words_that_count(term: str, initials: set[str]) -> None:
    assert set(abbreviations(term)) == initials


@settings(deadline=None, max_examples=300)
@given(st.text(max_size=12) | st.text(alphabet="数字數位 网aZ'\"*^-();:%_\0é", max_size=12))
def test_no_query_breaks_the_search(query: str) -> None:
    assert len(lookup(query, [SMALL], limit=3)) <= 3


SMALL = index_of(Termbase((ROAD,)))


def test_a_lookup_with_an_index_does_not_import_the_libraries_that_built_it(tmp_path: Path) -> None:
    code = """
import sys
from termbase_cli.main import main
sys.argv = ["termbase", "lookup", *sys.argv[1:]]
try:
    main()
finally:
    print("IMPORTED", *sorted({name.split(".")[0] for name in sys.modules}))
"""
    environment = os.environ | {"XDG_CACHE_HOME": str(tmp_path)}
    heavy = {"lxml", "opencc", "pypinyin", "jieba", "daachorse", "translate"}
    queries = (
        "数字经济", "數碼經濟", "数位经济", "Digital-Economies", "shuzijingji", "szjj", "经济",
        "數字经记", "digtal economy", "digital 经济", "数字经济宇宙飞船",
    )  # fmt: skip
    subprocess.run([sys.executable, "-c", code, queries[0]], env=environment, capture_output=True, check=True)
    for query in queries:
        command = [sys.executable, "-c", code, query]
        done = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", check=True)
        assert "c-digital-economy" in done.stdout or "数字经济" in done.stdout
        imported = set(done.stdout.rpartition("IMPORTED")[2].split())
        assert heavy & imported == set(), query
        assert "rapidfuzz" not in imported or query in ("數字经记", "digtal economy", "数字经济宇宙飞船")


def test_queries_are_read_from_standard_input_one_a_line(termbase: Run) -> None:
    done = termbase("lookup", "--format", "json", stdin="WIC\n\nshuzi jingji\r\n")
    assert [line.split(",")[0] for line in done.stdout.splitlines()] == [
        '{"query": "WIC"',
        '{"query": ""',
        '{"query": "shuzi jingji"',
    ]
    assert "the small termbase that comes with the program" in done.stderr


def test_terms_that_differ_only_in_case_are_each_found_exactly() -> None:
    terms = tuple(TermSection(text) for text in ("Internet", "internet", "INTERNET"))
    index = index_of(Termbase((ConceptEntry("net", (LanguageSection("en", terms),)),)))
    for term in terms:
        (hit,) = lookup(term.term, [index], limit=3)
        assert (hit.term.term, hit.match.value) == (term.term, "exact")


@pytest.mark.parametrize("query", ["a silk scarf", "szsczl map", "a digital map"])
def test_neither_a_single_word_nor_initials_of_a_term_count_as_a_term_inside_a_query(query: str) -> None:
    assert find_contained(SMALL, query) == []


def test_a_wording_that_makes_another_one_is_folded_too() -> None:
    words = {"甲乙": "丙", "丙丁": "戊"}
    folding = ChineseFolding(lambda _: {}, lambda _: words)
    assert folding.key("甲乙丁") == "戊"
