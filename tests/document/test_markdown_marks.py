"""Markdown is shown as a reader sees it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termbase.document.markdown_marks import without_marks


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("**bold** and *thin*, _so_ __too__", "bold and thin, so too"),
        ('see [the act](https://x.org/a_(b) "t") now', "see the act now"),
        ("see [the act][1] now[^2].", "see the act now."),
        ("](https://x.org) (", " ("),
        ("see [", "see "),
        ("(not an address) at all", "(not an address) at all"),
        ("as *", "as "),
        ("he said [sic] so", "he said [sic] so"),
        ("2 * 3 = 6 and snake_case", "2 * 3 = 6 and snake_case"),
        ("a \\* b", "a * b"),
        ("`code`", "code"),
        ("**", ""),
        ("数字**丝绸**之路", "数字丝绸之路"),
        ("1990. It rained", "1990. It rained"),
    ],
)
def test_marks_are_removed(text: str, seen: str) -> None:
    assert without_marks(text) == seen


@pytest.mark.parametrize("text", ["## Rules", "- Rules", "> Rules", "> 1. Rules", "2) Rules", "* **Rules**"])
def test_signs_are_removed_where_a_line_begins(text: str) -> None:
    assert without_marks(text, begins_line=True) == "Rules"
    assert without_marks(" - Rules") == " - Rules"


@given(st.text(st.sampled_from("ab 数，.（）()\n")))
def test_text_without_marks_stays(text: str) -> None:
    assert without_marks(text) == text
