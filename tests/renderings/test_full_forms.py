"""What an abbreviation stands for is known by a table, and is meant where its words render the Chinese."""

from __future__ import annotations

import pytest

from termbase.renderings.full_forms import full_form_in, renders_full_form


@pytest.mark.parametrize(
    ("abbreviation", "text", "form"),
    [
        ("TTL", "记录有设置生存时间", "time to live"),
        ("CNNs", "他们训练卷积神经网络", "convolutional neural network"),  # several
        ("TTL", "他们训练卷积神经网络", ""),  # its words render nothing
        ("WYSIWYG", "看起来所得", ""),  # a sentence, no term
        ("QXZ", "生存时间", ""),
        ("TTL", "", ""),
    ],
)
def test_a_full_form_is_meant_where_its_words_render_the_text(abbreviation: str, text: str, form: str) -> None:
    assert full_form_in(abbreviation, text) == form


def test_the_smaller_part_that_renders_counts() -> None:
    assert renders_full_form("TTL", "生存时间") == 1
    assert renders_full_form("TTL", "时间") == 0.5
    assert renders_full_form("TTL", "设置生存时间") == pytest.approx(4 / 6)
