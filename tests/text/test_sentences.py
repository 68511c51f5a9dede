"""Where sentences begin."""

from __future__ import annotations

import pytest

from termbase.text.sentences import sentence_starts


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("他見了馬克．安德里森。然後離開。", ["他見了馬克．安德里森。", "然後離開。"]),
        ("约翰.杜威写书。他教书。", ["约翰.杜威写书。", "他教书。"]),
        ("It ends. 然后开始。", ["It ends. ", "然后开始。"]),
        ("他说完（They left.）了。", ["他说完（They left.）了。"]),
    ],
)
def test_sentences(text: str, sentences: list[str]) -> None:
    starts = sentence_starts(text)
    assert [text[start:end] for start, end in zip(starts, [*starts[1:], len(text)], strict=True)] == sentences
