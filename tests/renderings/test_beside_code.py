"""Terms at a placeholder, in a form that only the placeholder explains."""

from __future__ import annotations

import pytest

from termbase.renderings.beside_code import has_code_inside


@pytest.mark.parametrize(
    ("text", "term", "is_there"),
    [
        ("紅漆%s箱", "漆箱", True),
        ("红漆{0}箱", "漆箱", True),
        ("紅漆的%s箱", "漆箱", False),
        ("紅箱 %s", "漆箱", False),
        ("紅漆，一箱", "漆箱", False),
    ],
)
def test_a_term_with_a_placeholder_inside(text: str, term: str, is_there: bool) -> None:
    assert has_code_inside(text, term) is is_there
