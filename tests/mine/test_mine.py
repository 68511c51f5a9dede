"""Term pairs from segment pairs."""

from __future__ import annotations

import pytest

from termbase.mine.corpus import Corpus, Segment
from termbase.mine.general import GeneralText, ranked_against
from termbase.mine.job import MinedPair, examples, mine

from .segments import NOUNS, segments


def by_terms(found: list[MinedPair]) -> dict[tuple[str, str], MinedPair]:
    return {(pair.zh, pair.en): pair for pair in found}


@pytest.fixture(scope="module")
def pairs() -> dict[tuple[str, str], MinedPair]:
    return by_terms(mine(Corpus(segments())))


def test_terms_are_found_before_the_words_around_them(pairs: dict[tuple[str, str], MinedPair]) -> None:
    first = list(pairs)[: len(NOUNS) + 3]
    assert set(zip(NOUNS.values(), NOUNS, strict=True)) <= set(first)


def test_count_is_the_number_of_segment_pairs(pairs: dict[tuple[str, str], MinedPair]) -> None:
    pair = pairs["打印机", "printer"]
    having = [one for one in segments() if "printer" in one.en]
    assert pair.count == len(having)
    assert set(examples(pair, Corpus(segments()))) <= set(having)


def test_traditional_text_gives_traditional_terms() -> None:
    texts = [Segment(one.zh.replace("网络", "網絡"), one.en) for one in segments()]
    assert ("網絡", "network") in by_terms(mine(Corpus(texts)))


def test_a_repeated_segment_pair_counts_once(pairs: dict[tuple[str, str], MinedPair]) -> None:
    assert by_terms(mine(Corpus([*segments(), *segments()]))) == pairs


def test_merged_corpora_give_what_one_corpus_gives(pairs: dict[tuple[str, str], MinedPair]) -> None:
    merged = Corpus(segments()[:9])
    merged.merge(Corpus(segments()[5:]))
    assert by_terms(mine(merged)) == pairs


@pytest.mark.parametrize(
    "texts",
    [
        [],
        [Segment("", "")],
        [Segment("你好。", "Good morning to you."), Segment("再见。", "The weather is fine.")],
        [Segment("。。。", "..."), Segment("12", "12")],
    ],
)
def test_text_without_terms_gives_nothing(texts: list[Segment]) -> None:
    assert mine(Corpus(texts)) == []


def test_variants_are_one_pair_in_the_plainest_form() -> None:
    texts = [Segment(one.zh, one.en.replace("another printer", "other Printers")) for one in segments()]
    found = by_terms(mine(Corpus(texts)))
    assert next(pair for pair in found if pair[0] == "打印机") == ("打印机", "printer")
    assert ("打印机", "Printers") not in found


GLOSSED = Segment("这种现象称为过拟合（overfitting）。", "This phenomenon is called overfitting.")


def test_a_gloss_is_enough_to_find_a_pair() -> None:
    found = by_terms(mine(Corpus([*segments(), GLOSSED])))
    assert found["过拟合", "overfitting"].glosses == 1
    assert list(found).index(("过拟合", "overfitting")) < len(NOUNS) + 3


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("请编辑文件（/etc/hosts）。", "Edit the file (/etc/hosts)."),
        ("运行命令 ls 查看目录。", "Run the command ls to see the directory."),
        ("函数返回数字（x=1）。", "The function returns a number (x=1)."),
    ],
)
def test_code_in_a_bracket_is_not_a_gloss(zh: str, en: str) -> None:
    assert not any(pair.glosses for pair in mine(Corpus([*segments(), Segment(zh, en)])))


def test_general_words_move_down_and_special_ones_up(pairs: dict[tuple[str, str], MinedPair]) -> None:
    general = GeneralText()
    general.add_segments([Segment("", "The printer and the network.") for _ in range(1)])
    for word, count in (("printer", 9000), ("the", 90000), ("打印机", 9000), ("的", 90000)):
        general.add_word(word, count)
    before = list(pairs)
    after = [(pair.zh, pair.en) for pair in ranked_against(list(pairs.values()), Corpus(segments()), general)]
    assert sorted(after) == sorted(before)
    assert after.index(("打印机", "printer")) > before.index(("打印机", "printer"))
