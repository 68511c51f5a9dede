"""Initials of a whole English name, of which a term is a part."""

from __future__ import annotations

import pytest

from termbase.renderings.abbreviated import has_abbreviation


@pytest.mark.parametrize(
    ("text", "source", "is_there"),
    [
        ("匯出為 SVG", "Export as Scalable Vector [Graphics]", True),
        ("使用 UPS", "Use an Uninterruptible [Power] Supply here", True),
        ("參閱 FAO 的報告", "See the Food and [Agriculture] Organization", True),
        ("匯出為 SVG", "Export the scalable vector [graphics]", False),
        ("匯出為 PDF", "Export as Scalable Vector [Graphics]", False),
        ("匯出為向量圖", "Export as Scalable Vector [Graphics]", False),
        ("打開 AB", "Address [Book]", False),
    ],
)
def test_initials_stand_for_the_name_with_a_term(text: str, source: str, is_there: bool) -> None:
    before, _, rest = source.partition("[")
    english, _, after = rest.partition("]")
    assert has_abbreviation(text, english, before, after) is is_there
