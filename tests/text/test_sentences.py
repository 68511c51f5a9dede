"""Where sentences begin and end."""

from __future__ import annotations

import pytest

from termbase.text.offsets import MASK
from termbase.text.sentence_around import sentence_around
from termbase.text.sentences import sentence_starts


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("他見了馬克．安德里森。然後離開。", ["他見了馬克．安德里森。", "然後離開。"]),
        ("约翰.杜威写书。他教书。", ["约翰.杜威写书。", "他教书。"]),
        ("It ends. 然后开始。", ["It ends. ", "然后开始。"]),
        ("他说完（They left.）了。", ["他说完（They left.）了。"]),
        ("他走了。（见下文）我来了。", ["他走了。（见下文）我来了。"]),
        ("他走了。【译者注。】我来了。", ["他走了。", "【译者注。】", "我来了。"]),
        ("It ends.) Then go.", ["It ends.) ", "Then go."]),
        ("他们说“好。”，然后走了。", ["他们说“好。”，然后走了。"]),
        ('He left. "Come," he said. Go.', ["He left. ", '"Come," he said. ', "Go."]),
        ("他走了。）", ["他走了。）"]),
        ('" /opt " 和 " /srv "', ['" /opt " 和 " /srv "']),
    ],
)
def test_sentences(text: str, sentences: list[str]) -> None:
    starts = sentence_starts(text)
    assert [text[start:end] for start, end in zip(starts, [*starts[1:], len(text)], strict=True)] == sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("他来了。我走了；你呢？", "我走了"),
        ("他来了！\n我走了\r\n你呢", "我走了"),
        (f"他来了，我走了{MASK}你呢", "他来了，我走了"),
        ("我走了", "我走了"),
    ],
)
def test_the_sentence_around_a_place(text: str, expected: str) -> None:
    start = text.index("走")
    for first, last in ((start, start + 1), (start, start)):
        found = sentence_around(text, first, last, 100)
        assert text[found.start : found.end] == expected
    near = sentence_around(text, start, start + 1, 1)
    assert text[near.start : near.end] == "我走了"
