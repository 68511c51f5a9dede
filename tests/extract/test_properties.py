"""Properties of any text: spans are exact, unrelated text changes no pair, hostile text takes linear time."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from termbase.document.model import Block, Document
from termbase.extract.glosses import extract
from termbase.extract.marks import flatten
from termbase.extract.model import Gloss
from termbase.extract.sites import find_sites
from tests.extract.blocks import extract_from_text

SENTENCES = [
    "It praised the Digital Silk Road (数字丝绸之路) and “common prosperity” (共同富裕).",
    "Foreign minister Wang Yi (王毅) left.",
    "我们使用*梯度下降*（gradient descent）更新参数。",
    "They spoke of 战备警巡, or combat readiness patrols.",
    "Nothing (of note) happened.",
]
FRAGMENTS = st.sampled_from(
    ["(", ")", "（", "）", "[", "]", "“", "”", '"', "'", "*", "_", ",", "、", ":", "/", " or ", " ", "\n", "the ",
     "Road", "line’s", "WTO", "pinyin: ", "mass line", "群众路线", "中", "·", "\ufffc", "\u202e", "\ud800", "é",
     "1978年"]
)  # fmt: skip


def document(*texts: str) -> Document:
    blocks, start = [], 0
    for text in texts:
        blocks.append(Block(start, text))
        start += len(text) + 2
    return Document("a.txt", "\n\n".join(texts), "utf-8", tuple(blocks))


def shifted(gloss: Gloss, by: int) -> tuple[str, str, int, int]:
    return gloss.zh, gloss.en, gloss.zh_span.start + by, gloss.en_span.start + by


@settings(max_examples=300, deadline=None)
@given(st.lists(FRAGMENTS, max_size=30).map("".join) | st.text(max_size=60))
def test_strings_are_the_text_at_their_spans(text: str) -> None:
    for gloss in extract_from_text(text):
        assert text[gloss.zh_span.start : gloss.zh_span.end] == gloss.zh != ""
        assert text[gloss.en_span.start : gloss.en_span.end] == gloss.en != ""
        assert 0 < gloss.confidence <= 1


@settings(max_examples=50, deadline=None)
@given(st.sampled_from(SENTENCES), st.text(st.characters(codec="ascii"), max_size=40), st.sampled_from(SENTENCES))
def test_text_around_a_paragraph_changes_no_pair(before: str, unrelated: str, sentence: str) -> None:
    alone = [shifted(gloss, len(before) + len(unrelated) + 4) for gloss in extract(document(sentence))]
    among = extract(document(before, unrelated, sentence, before))
    start = len(before) + len(unrelated) + 4
    within = [gloss for gloss in among if start <= gloss.zh_span.start < start + len(sentence)]
    assert [shifted(gloss, 0) for gloss in within] == alone


@settings(max_examples=50, deadline=None)
@given(
    st.sampled_from(SENTENCES),
    st.lists(FRAGMENTS.filter(lambda text: text not in "([（"), max_size=10).map("".join),
)
def test_text_far_away_changes_no_pair(sentence: str, far: str) -> None:
    filler = ("It said so. " if sentence[0].isascii() else "他这样说过。") * 80
    start = len(far) + len(filler)
    found = extract_from_text(f"{far}{filler}{sentence} {filler}{far}")
    within = [shifted(gloss, 0) for gloss in found if start <= gloss.zh_span.start < start + len(sentence)]
    assert within == [shifted(gloss, start) for gloss in extract_from_text(sentence)]


def test_pairs_come_in_document_order() -> None:
    found = extract(document(*SENTENCES))
    starts = [min(gloss.zh_span.start, gloss.en_span.start) for gloss in found]
    assert starts == sorted(starts)
    assert len(found) == 5


def test_ten_megabytes_without_a_line_break() -> None:
    assert extract_from_text("words and words " * 600_000 + "中") == []
    assert extract_from_text("中文字" * 3_000_000) == []


def test_a_hundred_thousand_brackets() -> None:
    gloss = "the Digital Silk Road (数字丝绸之路)"
    for hostile in ("(" * 100_000, ")" * 100_000, "(中" * 100_000, "中(" * 100_000, "([{（【" * 20_000):
        assert [pair.en for pair in extract_from_text(hostile + ". It praised " + gloss)] == ["Digital Silk Road"]


def test_deep_nesting() -> None:
    assert extract_from_text("(" * 50_000 + "中" + ")" * 50_000) == []
    assert extract_from_text("(a" * 50_000 + "中" + ")" * 50_000) == []


def test_marks_without_end() -> None:
    for mark in ('"', "'", "*", "_", "“", "’", "\ufffc", "\u202e", "\ud800", "<a ", "[1]", "·", "—", "。"):
        assert extract_from_text(mark * 200_000 + "中") == []
        assert extract_from_text((mark + "中") * 20_000) == []


def test_letters_between_characters() -> None:
    assert len(extract_from_text("中abc" * 30_000)) <= 1


@settings(max_examples=300, deadline=None)
@given(st.lists(FRAGMENTS, max_size=30).map("".join))
@example("the **“群众路线”** (mass line)")
@example("他说“**群众路线**” (mass line)")
def test_a_site_has_each_pair_of_spans_once(text: str) -> None:
    """Two candidates with the same spans would have half of the probability each."""
    for site in find_sites(flatten(text)):
        spans = [(candidate.zh, candidate.en) for candidate in site.candidates]
        assert len(set(spans)) == len(spans)
