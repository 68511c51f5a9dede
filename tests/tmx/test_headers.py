"""The header of a merged memory, and the defaults of the headers that its units had."""

from __future__ import annotations

import pytest

from tmx.model import Header, TranslationUnit, prop, variant
from tmx.operations.merge import merged_header, under
from tmx.writer import new_header

UNIT = TranslationUnit({}, (variant("en", "network"), variant("zh-CN", "网络")))


def header(srclang: str = "en", segtype: str = "sentence", **properties: str) -> Header:
    return new_header(srclang, None, segtype)._replace(items=tuple(prop(*each) for each in properties.items()))


@pytest.mark.parametrize(
    ("own", "expected"),
    [
        (header(), {}),
        (header("EN"), {}),
        (header("zh-CN"), {"srclang": "zh-CN"}),
        (header(segtype="phrase"), {"segtype": "phrase"}),
        (header("*all*", "block"), {"srclang": "*all*", "segtype": "block"}),
    ],
)
def test_a_unit_gets_only_the_defaults_that_differ(own: Header, expected: dict[str, str]) -> None:
    (unit,) = under([UNIT], own, header())
    assert unit.attributes == expected


def test_an_attribute_of_the_unit_itself_stays() -> None:
    (unit,) = under([UNIT._replace(attributes={"srclang": "en-US"})], header("zh-CN"), header())
    assert unit.attributes == {"srclang": "en-US"}


def test_the_first_header_gets_what_only_the_others_have() -> None:
    merged = merged_header([header(client="A"), header("zh-CN", client="A", project="B")])
    assert merged.source_language == "en"
    assert merged.items == (prop("client", "A"), prop("project", "B"))
