"""Words of a text, and the stretches that may be terms."""

from __future__ import annotations

from itertools import pairwise

import pytest

from termbase.mine.candidates import Candidates, chinese_spans, english_spans
from termbase.mine.corpus import Corpus, CutText, Segment, Side, Spans
from termbase.mine.joined import joined
from termbase.mine.tokens import chinese_tokens, english_tokens, inner_words


def stretches(text: str, side: Side, spans: Spans) -> set[str]:
    cut: CutText = side.texts[0]
    return {text[cut.starts[first] : cut.ends[last - 1]] for first, last in spans(cut, side.vocabulary.words)}


def english(text: str) -> set[str]:
    return stretches(text, Corpus([Segment("", text)]).english, english_spans)


def chinese(text: str) -> set[str]:
    return stretches(text, Corpus([Segment(text, "")]).chinese, chinese_spans)


@pytest.mark.parametrize(
    ("text", "found", "not_found"),
    [
        ("the quality of the service", {"quality of the service", "quality"}, {"the quality", "of the service"}),
        ("self-attention layers", {"self-attention layers", "attention"}, set()),
        ("a disk, network", {"disk", "network"}, {"disk, network"}),
        ("3 files in 2020", {"files"}, {"3 files", "2020"}),
    ],
)
def test_english_terms_begin_and_end_with_content_words(text: str, found: set[str], not_found: set[str]) -> None:
    assert found <= english(text)
    assert not english(text) & not_found


@pytest.mark.parametrize(
    ("text", "found", "not_found"),
    [
        ("这是一个操作系统。", {"操作系统", "系统"}, {"是一个操作系统"}),
        ("用户的密码和网络", {"用户", "密码", "网络"}, {"用户的密码", "密码和网络"}),
        ("安装 Debian 软件包", {"Debian 软件包", "软件包"}, {"Debian"}),
        ("第3章、网络", {"网络"}, {"3章"}),
        ("每页显示页面，该校招生", {"显示", "页面", "招生"}, {"每页", "每页显示", "该校"}),
    ],
)
def test_chinese_terms_have_no_particles(text: str, found: set[str], not_found: set[str]) -> None:
    assert found <= chinese(text)
    assert not chinese(text) & not_found


@pytest.mark.parametrize(
    "text", ["使用 C++ 和 O'Reilly’s self-hosted e-mail", "數位落差（digital divide）與ＡＢＣ", ""]
)
def test_tokens_are_in_order_and_inside_the_text(text: str) -> None:
    for cut in (english_tokens, chinese_tokens):
        tokens = list(cut(text))
        assert all(one.start < one.end <= len(text) for one in tokens)
        assert all(one.end <= other.start for one, other in pairwise(tokens))


def test_long_words_are_cut_and_shorter_ones_only_looked_into() -> None:
    assert [token.key for token in chinese_tokens("操作系统")] == ["操作", "系统"]
    assert [token.key for token in chinese_tokens("命令行")] == ["命令行"]
    assert inner_words("命令行") == ("命令", "行")


def test_english_in_a_bracket_after_chinese_is_left_out() -> None:
    assert "overfitting" not in [token.key for token in chinese_tokens("过拟合（overfitting）")]


def test_a_piece_of_one_longer_term_is_not_independent() -> None:
    corpus = Corpus(Segment("", f"{word} boltzmann machine") for word in ("deep", "the", "old"))
    candidates = Candidates(english_spans, corpus.english.vocabulary.words)
    for text in corpus.english.texts:
        candidates.add(text)
    keys = {text.key(1, 2) for text in corpus.english.texts}
    assert not any(candidates.is_independent(key) for key in keys)
    assert candidates.is_independent(corpus.english.texts[0].key(1, 3))


def test_words_that_are_written_together_are_joined() -> None:
    texts = ["模型过拟合了。", "避免过拟合。", "过拟合的原因", "数据拟合曲线", "不会过拟合"]
    side = Corpus(Segment(text, "") for text in texts).chinese
    found = joined(side)
    words = [[found.vocabulary.words[number] for number in text.words] for text in found.texts]
    assert [("过拟合" in one) for one in words] == [True, True, True, False, True]
    for text, cut in zip(texts, found.texts, strict=True):
        spans = zip(cut.starts, cut.ends, cut.words, strict=True)
        assert all(text[start:end] == found.vocabulary.words[number] for start, end, number in spans)


def test_a_grammatical_word_is_not_joined_to_each_rare_word() -> None:
    texts = [
        f"他在{place}等你。"
        for place in ("车站 学校 机场 银行 公园 医院 书店 广场 鹿港 鹿港 鹿港 酒店 船上 台北 上海 北京".split())
    ]
    side = joined(Corpus(Segment(text, str(number)) for number, text in enumerate(texts)).chinese)
    assert "在鹿港" not in side.vocabulary.words
