"""The nearest units are found, with the documented scores, in their languages, whatever is stored."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import Levenshtein

from tests.conftest import Run
from tests.memory.conftest import ONLY_SQLITE, Fill, unit
from tmx.memory.opcodes import differences
from tmx.memory.search import Match, Query
from tmx.memory.sqlite_store import SqliteDatabase
from tmx.memory.store import open_store
from tmx.memory.tokens import masked, tokens
from tmx.model import Element, TranslationUnit, prop, variant
from tmx.operations.propose import CONVERTED

NUMBER, ADDRESS, PLACEHOLDER = "\x01", "\x02", "\x03"


def found(memory: str, text: str, least: int = 70, **fields: str) -> list[Match]:
    query = Query(text, **{"source": "en", "target": "zh-Hans-CN", **fields})
    with open_store(memory) as store:
        return store.find(query, least)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Open the File.", "open the file"),
        ("Don’t  stop", "don't stop"),
        ("utf8 and 3D, 1,000.5", f"utf8 and 3d {NUMBER}"),
        ("on 2026-11-27 at 10:30", f"on {NUMBER} at {NUMBER}"),
        ("see https://example.org/a?b=1.", f"see {ADDRESS}"),
        ("%s of {0} is <b>bold</b>", f"{PLACEHOLDER} of {PLACEHOLDER} is {PLACEHOLDER} bold {PLACEHOLDER}"),
        ("打開網路", "打 开 网 路"),
        ("第３章的USB接口", f"第 {NUMBER} 章 的 usb 接 口"),
        ("...", ". . ."),
        ("  ", ""),
        ("net\u200bwork", "network"),
    ],
)
def test_tokens(text: str, expected: str) -> None:
    assert tokens(text) == expected.split()


@given(st.text(max_size=30))
def test_a_text_has_tokens_unless_it_is_blank(text: str) -> None:
    masked(text)
    assert bool(tokens(text)) or not text.isprintable() or not text.strip()


def test_scores(fill: Fill, memory: str) -> None:
    fill([unit("Open the file in the editor", "在编辑器中打开文件")])
    for text, score, penalties in [
        ("Open the file in the editor", 100, ()),
        ("Open the File in the editor", 99, ("case",)),
        ("Open the file in the editor.", 99, ("punctuation",)),
        ("Open the file in the viewer", 83, ()),  # one word of six
        ("Open the file in editor", 83, ()),
        ("Open the big file in the editor", 85, ()),  # one word of seven
    ]:
        (match,) = found(memory, text)
        assert (match.score, match.penalties, match.kind) == (
            score,
            penalties,
            "exact" if score == 100 else "fuzzy",
        )
    assert found(memory, "Open the file in the viewer", least=84) == []


def test_chinese_is_compared_by_characters(fill: Fill, memory: str) -> None:
    fill([unit("Open the file", "打开这个文件"), unit("Network", "網路設定檔案夾", tag="zh-Hant-TW")])
    (match,) = found(memory, "打开那个文件", source="zh-Hans-CN", target="en")
    assert (match.score, match.target) == (83, "Open the file")
    (match,) = found(memory, "网路设定档案夹", source="zh-Hans-CN", target="en")
    assert (match.score, match.penalties) == (97, ("source-script",))


def test_placeables_are_neutral(fill: Fill, memory: str) -> None:
    fill([unit("Page 3 of 10", "第3页，共10页"), unit("Delete %s", "删除%s")])
    assert [(match.score, match.penalties) for match in found(memory, "Page 12 of 99")] == [(98, ("placeables",))]
    assert [match.score for match in found(memory, "Delete {0}")] == [98]
    assert [match.score for match in found(memory, "Page 3 of 10")] == [100]


def test_a_match_in_context_is_before_exact_ones(fill: Fill, memory: str) -> None:
    fill(
        [
            unit("File", "文件"),
            unit("Open", "打开"),
            unit("Close", "关闭"),
            unit("Shop", "商店"),
            unit("Open", "营业"),
        ]
    )
    assert {match.score for match in found(memory, "Open")} == {100}
    contexts: list[tuple[dict[str, str], str]] = [
        ({"previous": "File", "following": "Close"}, "打开"),
        ({"previous": "Shop"}, "营业"),
        ({"following": "Close"}, "打开"),
    ]
    for neighbours, target in contexts:
        best, second = found(memory, "Open", least=70, **neighbours)
        assert (best.score, best.kind, best.target, second.score) == (100, "context", target, 100)
    assert {match.kind for match in found(memory, "Open", previous="File", following="Shop")} == {"exact"}


def test_a_context_is_found_among_many_that_share_half_of_it(fill: Fill, memory: str) -> None:
    """The hundred newest texts are read, and those in the whole context, however old they are."""
    contexts = [
        ("Page", "Close"),
        *(("Page", "Print") for _ in range(120)),
        *(("Shop", "Close") for _ in range(120)),
    ]
    fill(
        unit(text, chinese)
        for at, (before, after) in enumerate(contexts)
        for text, chinese in ((before, "前"), ("Open", "打开" if at else "开启"), (after, "后"))
    )
    (best, *_) = found(memory, "Open", previous="Page", following="Close")
    assert (best.kind, best.target) == ("context", "开启")


def test_texts_of_nothing_but_placeables_have_rows_of_their_own(fill: Fill, memory: str) -> None:
    """So a concordance reads only those that say its words, and the same text is found among very many."""
    texts = ["<Unknown group>", *(f"<item {number}>" for number in range(150)), "7", "%s", "{0}", "{}"]
    fill([unit(text, f"文{at}", id=str(at)) for at, text in enumerate(texts)])
    for at, text in enumerate(texts):
        best = found(memory, text)[0]
        assert (best.score, best.target) == (100, f"文{at}"), text
    assert [match.score for match in found(memory, "8")] == [98]
    with open_store(memory) as store:
        assert [place.source for place in store.concordance("known gr").places] == ["<Unknown group>"]
        assert store.concordance("item", most=500).total == 150
        (rows,) = store._database.execute("select count(distinct row) from variant where language = 1").fetchone()
    assert rows == len(texts)


def test_a_text_of_another_file_is_not_beside_it(fill: Fill, memory: str) -> None:
    fill([unit("Open", "打开")], name="a.tmx")
    fill([unit("Close", "关闭")], name="b.tmx")
    assert [match.kind for match in found(memory, "Close", previous="Open")] == ["exact"]
    assert [match.kind for match in found(memory, "Open", following="Close")] == ["exact"]


def test_an_id_is_context(fill: Fill, memory: str) -> None:
    fill([unit("Open", "打开", id="menu"), unit("Open", "营业", id="shop")])
    assert [(match.kind, match.target) for match in found(memory, "Open", id="shop")] == [
        ("context", "营业"),
        ("exact", "打开"),
    ]


@pytest.mark.parametrize("document", ["", "a.po"])
def test_an_id_is_found_among_many_units_with_the_same_text(fill: Fill, memory: str, document: str) -> None:
    units = [unit("Open", f"打开{number}", id=f"button.{number}") for number in range(150)]
    fill(units, document=document, name=document or "a.tmx")
    best, second, *_ = found(memory, "Open", id="button.0")
    assert (best.kind, best.target, second.kind) == ("context", "打开0", "exact")


@pytest.mark.parametrize("document", ["", "a.po"])
def test_a_context_is_found_among_many_units_with_the_same_text(fill: Fill, memory: str, document: str) -> None:
    units = [
        unit("Open", f"打开{number}")._replace(items=(prop("x-context", f"menu.{number}"),))
        for number in range(150)
    ]
    fill(units, document=document, name=document or "a.tmx")
    best, second, *_ = found(memory, "Open", id="menu.7")
    assert (best.kind, best.target, second.kind) == ("context", "打开7", "exact")
    assert found(memory, "Open", id="menu.700")[0].kind == "exact"


def test_other_scripts_and_regions_are_marked_and_penalised(fill: Fill, memory: str) -> None:
    fill([unit("Network", "網路", tag="zh-Hant-TW")])
    for target, score, penalties in [
        ("zh-Hant-TW", 100, ()),
        ("zh-Hant-HK", 98, ("region",)),
        ("zh-Hans-CN", 90, ("script",)),
    ]:
        (match,) = found(memory, "Network", target=target)
        assert (match.score, match.penalties, match.target_language) == (score, penalties, "zh-Hant-TW")
    assert found(memory, "Network", target="fr") == []


def test_what_is_less_sure_is_penalised(fill: Fill, memory: str) -> None:
    fuzzy = unit("Save", "保存")._replace(items=(prop("x-fuzzy", "yes"),))
    proposed = variant("zh-Hans-CN", "打开")._replace(items=(prop(CONVERTED, "zh-TW"),))
    coded = variant("en", "x")._replace(segment=("Print ", Element("ph", {}, ("<br/>",)), "it"))
    fill(
        [
            fuzzy,
            TranslationUnit({}, (variant("en", "Open"), proposed)),
            TranslationUnit({}, (coded, variant("zh-Hans-CN", "打印"))),
        ]
    )
    for text, penalty in [("Save", "unreviewed"), ("Open", "converted"), ("Print it", "codes")]:
        (match,) = found(memory, text)
        assert match.penalties == (penalty,)
        assert match.score < 100


def test_both_directions_and_all_pairs_are_found(fill: Fill, memory: str) -> None:
    french = TranslationUnit({}, (variant("en-US", "Open"), variant("fr", "Ouvrir"), variant("zh-Hans-CN", "打开")))
    fill([french])
    assert [match.target for match in found(memory, "打开", source="zh-Hans-CN", target="fr")] == ["Ouvrir"]
    assert [match.target for match in found(memory, "Open", source="en-GB", target="zh-Hans-CN")] == ["打开"]
    assert [match.target for match in found(memory, "Ouvrir", source="fr", target="en")] == ["Open"]


@ONLY_SQLITE
def test_a_hint_names_some_of_very_many_languages(fill: Fill, memory: str, termbase: Run) -> None:
    tags = [f"{first}{second}" for first in "abcd" for second in "abcdefghij"]
    fill([TranslationUnit({}, tuple(variant(tag, f"text in {tag}") for tag in tags))])
    done = termbase("memory", "search", "text", "--memory", memory)
    assert done.returncode == 2
    assert "(give --target, aa or ab or ac or ad or ae or af or ag or ah or one of 32 others)" in done.stderr


def test_equal_pairs_are_one_match_and_the_newest_is_first(fill: Fill, memory: str) -> None:
    old, new = "20200101T000000Z", "20260101T000000Z"
    targets = [("打开", old), ("开启", ""), ("打开", new), ("启动", old)]
    fill([unit("Open", text, id=f"{text}{date}", changedate=date) for text, date in targets])
    matches = [(match.target, match.changed) for match in found(memory, "Open")]
    assert matches == [("打开", new), ("启动", old), ("开启", "")]


def test_many_equal_units_do_not_hide_others(fill: Fill, memory: str) -> None:
    fill([unit(f"Page {number} of the book", f"本书第{number}页", id=str(number)) for number in range(3000)])
    (match, *_) = found(memory, "Page 7 of the book")
    assert (match.score, match.target) == (100, "本书第7页")
    fill([unit("Page 7 of the books", "书籍第7页", id="x")])
    assert found(memory, "Page 7 of the books")[0].target == "书籍第7页"


@ONLY_SQLITE
def test_units_that_share_a_row_are_sorted_before_their_records_are_read(fill: Fill, memory: str) -> None:
    """Sorting 60,000 joined records takes 70 ms, sorting their numbers 4."""
    fill([unit(f"Page {number} of the book", f"本书第{number}页") for number in range(3)])
    statements: list[str] = []
    with open_store(memory) as store:
        database = store._database
        assert isinstance(database, SqliteDatabase)
        database.set_trace_callback(statements.append)
        assert store.find(Query("Page 2 of the book", "en", "zh-Hans-CN", previous="Page 1 of the book"))
        database.set_trace_callback(None)
        joined = [each for each in statements if "join unit" in each]
        for statement in joined:
            plan = [step for *_, step in database.execute(f"explain query plan {statement}")]
            chosen = next(at for at, step in enumerate(plan) if "COVERING INDEX variant_row" in step)
            read = next(at for at, step in enumerate(plan) if step.startswith("SEARCH unit"))
            assert chosen < read, plan
            assert not any("TEMP B-TREE" in step for step in plan[read:]), plan
    assert len(joined) == 3  # in the context of the query, with its text, with its row


def test_a_changed_unit_is_found_by_its_new_text_only(fill: Fill, memory: str) -> None:
    fill([unit("Open the old door", "打开旧门", id="1")])
    fill([unit("Close the new window", "关上新窗", id="1")])
    assert found(memory, "Open the old door") == []
    assert [match.score for match in found(memory, "Close the new window")] == [100]


WORDS = [f"{first}{second}" for first in "abcdefgh" for second in ("", "a", "e", "i", "o")]
CHARACTERS = "打开关闭保存文件夹页印的新旧全部无"


def _similarity(first: list[str], second: list[str]) -> int:
    """The similarity by comparing two texts alone: the oracle of the search."""
    longest = max(len(first), len(second))
    return 100 * (longest - Levenshtein.distance(first, second)) // longest


def _plain_similarity(first: list[str], second: list[str]) -> int:
    """The same by its definition."""
    line = list(range(len(second) + 1))
    for row, word in enumerate(first, 1):
        before, line[0] = line[0], row
        for column, other in enumerate(second, 1):
            before, line[column] = (
                line[column],
                min(line[column] + 1, line[column - 1] + 1, before + (word != other)),
            )
    return 100 * (max(len(first), len(second)) - line[-1]) // max(len(first), len(second))


@pytest.mark.parametrize("kind", ["words", "characters"])
def test_the_best_matches_are_those_of_comparing_all(fill: Fill, memory: str, kind: str) -> None:
    chance = random.Random(20261127)

    def text() -> str:
        if kind == "words":
            return " ".join(chance.choices(WORDS, k=chance.randint(1, 12)))
        return "".join(chance.choices(CHARACTERS, k=chance.randint(1, 16)))

    source, target = ("en", "zh-Hans-CN") if kind == "words" else ("zh-Hans-CN", "en")
    stored = sorted({text() for _ in range(1000)})
    fill([TranslationUnit({}, (variant(source, each), variant(target, "x"))) for each in stored])
    cut = {each: tokens(each) for each in stored}
    queries = [query for query in (text() for _ in range(1000)) if query not in cut][:500]
    assert len(queries) == 500
    with open_store(memory) as store:
        for number, query in enumerate(queries):
            own = tokens(query)
            scores = [_similarity(own, cut[each]) for each in stored]
            if number < 20:
                assert scores == [_plain_similarity(own, cut[each]) for each in stored]
            expected = [score for score in sorted(scores, reverse=True) if score >= 70][:5]
            matches = store.find(Query(query, source, target), 70, 5)
            assert [match.similarity for match in matches] == expected, query


@given(st.text("ab 网络.", max_size=12), st.text("ab 网络.", max_size=12))
@settings(max_examples=200)
def test_differences_cover_both_texts(query: str, stored: str) -> None:
    parts = differences(query, stored)
    assert "".join(query[part.query_start : part.query_end] for part in parts) == query
    assert "".join(stored[part.start : part.end] for part in parts) == stored
    for part in parts:
        if part.kind == "equal":
            assert query[part.query_start : part.query_end] == stored[part.start : part.end]


def test_rows_in_many_parts_are_found(fill: Fill, memory: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tmx.memory.postings._ROWS_PER_PART", 2)
    fill([unit(f"Open the {chr(97 + number)}a file", f"打开{number}号文件") for number in range(20)])
    fill([unit("Open the xx file", "打开文件吧")], name="b.tmx")
    assert len(found(memory, "Open the zz file")) == 5
    assert found(memory, "Open the xx file")[0].score == 100
    with open_store(memory) as store:
        assert store.concordance("the").total == 21
        assert store.concordance("号文").total == 20


def test_hostile_queries_are_answered(fill: Fill, memory: str) -> None:
    fill([unit("Open the file", "打开文件")])
    for text in [
        "",
        " ",
        "'; drop table unit; --",
        "網" * 10_000,
        "word " * 10_000,
        "\u0301",
        "👩‍👩‍👧",
        "a\0b",
        "\ud800",
    ]:
        assert found(memory, text) == []
    assert [match.score for match in found(memory, "Open the file")] == [100]


def test_a_very_long_text_is_stored_and_found(fill: Fill, memory: str) -> None:
    long = "network settings " * 200_000
    fill([unit(long, "网" * 100_000), unit("Network", "网络")])
    assert [match.score for match in found(memory, long)] == [100]
    assert [match.score for match in found(memory, long + "!")] == [99]
    assert found(memory, "Network")[0].target == "网络"


@ONLY_SQLITE
def test_the_command(fill: Fill, memory: str, termbase: Run, tmp_path: Path) -> None:
    fill([unit("Open the file in the editor", "在编辑器中打开文件"), unit("Next", "下一步")])
    where = ["--memory", memory]
    done = termbase("memory", "search", "Open the file in the viewer", *where, "--format", "json")
    answer = json.loads(done.stdout)
    (match,) = answer["matches"]
    assert (match["score"], match["kind"], match["target_language"]) == (83, "fuzzy", "zh-CN")
    assert [code[0] for code in match["opcodes"]] == ["equal", "replace"]
    (tmp_path / "queries.txt").write_text("打开文件\nOpen the file in the editor\n", "utf-8")
    done = termbase("memory", "search", "--queries", tmp_path / "queries.txt", *where)
    assert [len(json.loads(line)["matches"]) for line in done.stdout.splitlines()] == [0, 1]
    done = termbase("memory", "search", "--queries", "-", *where, stdin="Open the file in the editor\n")
    assert json.loads(done.stdout)["matches"][0]["score"] == 100
    done = termbase(
        "memory", "search", "Next", "--previous", "Open the file in the editor", *where, "--format", "json"
    )
    (match,) = json.loads(done.stdout)["matches"]
    assert (match["score"], match["kind"]) == (100, "context")
    assert "83%  fuzzy" in termbase("memory", "search", "Open the file in the viewer", *where).stdout
    assert "no match" in termbase("memory", "search", "Something else", *where).stdout
    for command in ("search", "concordance"):
        done = termbase("memory", command, "Next", "--target", "fr", *where)
        assert (done.returncode, "has no text in fr; it has en, zh-CN" in done.stderr) == (0, True)
    for arguments in ([], ["x", "--queries", "y"], ["x", "--target", "not a tag"], ["--queries", "none.txt"]):
        done = termbase("memory", "search", *arguments, *where)
        assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)
