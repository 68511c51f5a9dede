"""Term pairs from segment pairs."""

from __future__ import annotations

from itertools import cycle, islice

from termbase.mine.corpus import Corpus, Segment
from termbase.mine.job import examples, mine

NOUNS = {
    "printer": "打印机", "network": "网络", "password": "密码", "file system": "文件系统", "mount point": "挂载点",
    "regular expression": "正则表达式", "access token": "访问令牌",
}  # fmt: skip
FRAMES = (
    ("The {} is not ready.", "{}还没有准备好。"),
    ("Choose another {} here.", "请在这里选择另一个{}。"),
    ("Every {} has a name.", "每个{}都有名称。"),
    ("We recommend to test the {} first.", "建议首先测试{}。"),
)


def segments(file: str = "") -> list[Segment]:
    """Each noun in each frame, with a second noun behind it, so that no word stands with one other word only."""
    others = islice(cycle(NOUNS), 3, None)
    return [
        Segment(zh.format(NOUNS[noun]) + f"见{NOUNS[other]}。", en.format(noun) + f" See the {other}.", file)
        for en, zh in FRAMES
        for noun, other in zip(NOUNS, others, strict=False)
    ]


def test_terms_are_found_before_the_words_around_them() -> None:
    found = {(pair.zh, pair.en) for pair in mine(Corpus(segments()))[: len(NOUNS) + 3]}
    assert set(zip(NOUNS.values(), NOUNS, strict=True)) <= found


def test_count_is_the_number_of_segment_pairs() -> None:
    pairs = {(pair.zh, pair.en): pair for pair in mine(Corpus(segments()))}
    pair = pairs["打印机", "printer"]
    having = [one for one in segments() if "printer" in one.en]
    assert pair.count == len(having)
    assert set(examples(pair, Corpus(segments()))) <= set(having)


def test_traditional_text_gives_traditional_terms() -> None:
    texts = [Segment(one.zh.replace("网络", "網絡"), one.en) for one in segments()]
    assert ("網絡", "network") in {(pair.zh, pair.en) for pair in mine(Corpus(texts))}


def test_a_repeated_segment_pair_counts_once() -> None:
    once, twice = mine(Corpus(segments())), mine(Corpus([*segments(), *segments()]))
    assert [(pair.zh, pair.en, pair.count) for pair in once] == [(pair.zh, pair.en, pair.count) for pair in twice]


def test_merged_corpora_give_what_one_corpus_gives() -> None:
    every = segments()
    merged = Corpus(every[:9])
    merged.merge(Corpus(every[5:]))
    assert mine(merged) == mine(Corpus(every))


def test_nothing_in_common_gives_nothing() -> None:
    assert mine(Corpus([Segment("你好。", "Good morning to you."), Segment("再见。", "The weather is fine.")])) == []
