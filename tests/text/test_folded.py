"""Tests that offsets in folded text lead back to the original, for each kind of folding."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termbase.text.chinese.folded_chinese import fold_chinese
from termbase.text.chinese_key import fold_chinese_key
from termbase.text.english.folded_english import fold_english
from termbase.text.offsets import Folded

FOLDS: list[Callable[[str], Folded]] = [fold_english, fold_chinese, fold_chinese_key]


@pytest.mark.parametrize("fold", FOLDS)
@given(text=st.text(list("數位网路資訊Ａb 's’s-*\u00ad\u200b\u200f\ufe00\n「"), max_size=12))
def test_spans_lie_in_the_original_and_keep_its_order(fold: Callable[[str], Folded], text: str) -> None:
    folded = fold(text)
    spans = [folded.span(place, place + 1) for place in range(len(folded.text))]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert spans == sorted(spans)
    if spans:
        assert folded.span(0, len(folded.text)) == (spans[0][0], spans[-1][1])


@pytest.mark.parametrize("fold", FOLDS)
def test_without_anything_to_fold_a_span_is_the_stretch(fold: Callable[[str], Folded]) -> None:
    assert fold("ab").span(1, 2)[1] == 2
    assert fold("ab").text == "ab"
