"""A string is found in every text that has it, on either side, as a person would look for it."""

from __future__ import annotations

import json
import random

import pytest

from tests.conftest import Run
from tests.memory.conftest import ONLY_SQLITE, Fill, unit
from tmx.memory import concordance_rows
from tmx.memory.concordance import Found, span_of
from tmx.memory.store import open_store
from tmx.memory.tokens import compared
from tmx.model import TranslationUnit, variant

UNITS = [
    unit("Written in the network settings of 2026-11-27", "写在网络设置里的2026年11月27日"),
    unit("See https://www.debian.org/doc for %(count)s files", "有关%(count)s个文件，见https://www.debian.org/doc"),
    unit("The USB port", "USB接口", tag="zh-Hans-CN"),
    unit("Network", "網路 設定", tag="zh-Hant-TW"),
    unit("Café Society", "咖啡馆社会"),
    unit("Don't", "不"),
]


def found(memory: str, text: str, most: int = 50, first: int = 0, **languages: str) -> Found:
    with open_store(memory) as store:
        return store.concordance(text, languages.get("source"), languages.get("target"), first, most)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("network", 2),
        ("NETWORK", 2),
        ("etwor", 2),
        ("ten in th", 1),
        ("n", 5),
        ("网络", 1),
        ("网", 2),
        ("網", 2),
        ("网路设定", 1),
        ("設", 2),
        ("日", 1),
        ("26年11", 1),
        ("2026-11", 1),
        ("debian.or", 2),
        ("count)s f", 1),
        ("ＵＳＢ", 2),
        ("sb接", 1),
        ("usb接口", 1),
        ("café", 1),
        ("fé soc", 1),
        ("馆社", 1),
        ("don'", 1),
        ("n't", 1),
        (" port ", 1),
        ("%(", 2),
        ("s://", 2),
        ("g/d", 2),
        (")s个", 1),
        ("-11-", 1),
        ("count)x", 0),
        ("cafes", 0),
        ("接口usb", 0),
        ("nothing", 0),
        ("", 0),
        ("  ", 0),
    ],
)
def test_a_string_is_found_on_either_side(fill: Fill, memory: str, text: str, count: int) -> None:
    fill(UNITS)
    answer = found(memory, text)
    assert (answer.total, answer.is_exact, len(answer.places)) == (count, True, count)
    for place in answer.places:
        assert compared(text) in compared(place.source[place.start : place.end])


@pytest.mark.parametrize(
    ("text", "string", "marked"),
    [
        ("Open the Network now", "network", "Network"),
        ("設定 網路 名稱", "网路名称", "網路 名稱"),
        ("ａｂｃ网络", "bc网", "ｂｃ网"),
        ("a\u200bb", "ab", "a\u200bb"),
        ("50㎡", "m", "㎡"),
    ],
)
def test_the_span_is_that_of_the_string(text: str, string: str, marked: str) -> None:
    span = span_of(text, compared(string))
    assert span is not None
    assert text[slice(*span)] == marked


def test_languages_choose_the_texts(fill: Fill, memory: str) -> None:
    fill([TranslationUnit({}, (variant("en", "Radio"), variant("fr", "Radio"), variant("zh-Hans-CN", "电台")))])
    assert found(memory, "radio").total == 2
    (place,) = found(memory, "radio", source="fr", target="zh-Hans-CN").places
    assert (place.source_language, place.target, place.target_language) == ("fr", "电台", "zh-Hans-CN")


def test_pages_follow_each_other_the_shortest_texts_first(fill: Fill, memory: str) -> None:
    fill([unit("word " * number + "end", "终") for number in range(1, 30)])
    pages = [found(memory, "word", most=10, first=first) for first in (0, 10, 20)]
    lengths = [place.source.count("word") for page in pages for place in page.places]
    assert lengths == list(range(1, 30))
    assert {page.total for page in pages} == {29}


@pytest.mark.parametrize("read", [{}, {"_FEW": 0, "_ENOUGH": 5, "_GRAMS_FOR_ONE": 1000}])
@pytest.mark.parametrize("tag", ["zh-Hans-CN", "en"])
def test_the_rows_found_are_those_of_reading_all(
    fill: Fill, memory: str, tag: str, read: dict[str, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also if the parts of a string are read for some rows at a time, as frequent ones are in a large memory."""
    for name, value in read.items():
        monkeypatch.setattr(concordance_rows, name, value)
    chance = random.Random(7)
    pieces = [
        "网",
        "络",
        "设",
        "置",
        "USB",
        "open ",
        "opening ",
        "2026",
        "%s",
        " ",
        "，",
        "e-mail",
        "http://a.org/b",
        "{}",
        "<b>",
        " open ",
        "file ",
        ". ",
        ".txt",
        "(s)",
        "--",
        "&",
        "...",
        "don't ",
    ]
    texts = sorted({"".join(chance.choices(pieces, k=chance.randint(1, 8))).strip() for _ in range(190)} - {""})
    fill([TranslationUnit({}, (variant(tag, text), variant("fr", "x"))) for text in texts])
    for text in texts[::2]:
        start = chance.randrange(len(text))
        part = text[start : start + chance.randint(1, 6)]
        expected = sum(compared(part) in compared(each) for each in texts)
        answer = found(memory, part, source=tag, most=500)
        if answer.is_exact:
            assert answer.total == expected, part
        else:
            assert not part.strip(" .,:，'")


def test_texts_that_say_it_in_words_come_before_those_that_say_it_in_placeables(fill: Fill, memory: str) -> None:
    fill([unit(text, "文") for text in ("<open file>", "Please open file", "See %(open)s file", "Open files")])
    places = [place.source for place in found(memory, "open file").places]
    assert places == ["Open files", "Please open file", "<open file>"]


def test_so_are_those_behind_the_first_hundreds(fill: Fill, memory: str) -> None:
    names = ["".join("abcdefghij"[int(digit)] for digit in str(number)) for number in range(600)]
    said = "<open file> of something"
    fill([unit(said, "文"), *(unit(f"open file {name}", "多") for name in names)])
    places = [place.source for place in found(memory, "open file", most=1000).places]
    assert (len(places), len(set(places))) == (601, 601)
    assert 200 < places.index(said) < 300


def test_what_several_placeables_say_is_found(fill: Fill, memory: str) -> None:
    fill([unit("<open>{}<the> file", "文")])
    for part in ("open>{}<the", "open>{}<the> f", "{}<the> file"):
        assert found(memory, part).total == 1, part


def test_a_frequent_part_of_words_is_not_counted(fill: Fill, memory: str) -> None:
    """Of the words that a string ends or begins, 200 are looked for."""
    names = ["".join("abcdefghij"[int(digit)] for digit in str(number)) for number in range(230)]
    fill([unit(f"{name}er", "多") for name in names])
    answer = found(memory, "er")
    assert (answer.total, answer.is_exact) == (50, False)
    assert found(memory, "aer").is_exact


def test_the_sign_of_a_frequent_string_is_looked_for_in_a_thousand_texts(fill: Fill, memory: str) -> None:
    names = ["".join("abcdefghij"[int(digit)] for digit in str(number)) for number in range(700)]
    last = "many other words stand here before it says, at its end, red, blue"
    fill([unit(f"red blue, {name}", "多") for name in names] + [unit(last, "文")])
    assert [place.source for place in found(memory, "red, blue").places] == [last]


def test_a_frequent_string_is_not_counted_but_all_pages_are_there(fill: Fill, memory: str) -> None:
    names = ["".join("abcdefghij"[int(digit)] for digit in str(number)) for number in range(500)]
    fill([unit(f"number {name} of many", "多", id=name) for name in names])
    answer = found(memory, "number", most=3)
    assert (len(answer.places), answer.is_exact, answer.total) == (3, False, 200)
    last = found(memory, "number", most=50, first=480)
    assert (len(last.places), last.is_exact, last.total) == (20, False, 500)
    assert {place.id for place in last.places}.isdisjoint(place.id for place in answer.places)
    assert found(memory, "number", first=700).places == []


def test_equal_texts_are_counted_each(fill: Fill, memory: str) -> None:
    fill([unit("Open", "打开", id=str(number)) for number in range(300)])
    answer = found(memory, "open", most=3, first=298)
    assert (answer.total, answer.is_exact, [place.id for place in answer.places]) == (300, True, ["298", "299"])


@ONLY_SQLITE
def test_the_command(fill: Fill, memory: str, termbase: Run) -> None:
    fill(UNITS)
    done = termbase("memory", "concordance", "網路", "--memory", memory, "--format", "json")
    answer = json.loads(done.stdout)
    assert (answer["count"], answer["exact_count"]) == (1, True)
    (match,) = answer["matches"]
    assert (match["source"], match["source_span"], match["target"]) == ("網路 設定", [0, 2], "Network")
    done = termbase("memory", "concordance", "e", "--limit", "1", "--offset", "1", "--memory", memory)
    assert "2 to 2 of " in done.stderr
    assert "not found" in termbase("memory", "concordance", "nowhere", "--memory", memory).stdout


@ONLY_SQLITE
def test_each_line_of_a_file_is_looked_up(fill: Fill, memory: str, termbase: Run) -> None:
    fill(UNITS)
    asked = ["concordance", "--queries", "-", "--memory", memory]
    done = termbase("memory", *asked, stdin="網路\n\nnowhere\n")
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(answer["query"], answer["count"]) for answer in answers] == [("網路", 1), ("", 0), ("nowhere", 0)]
    for wrong in (["網路", *asked[1:]], ["--memory", memory], ["", "--memory", memory]):
        done = termbase("memory", "concordance", *wrong)
        assert (done.returncode, done.stdout) == (2, "")
