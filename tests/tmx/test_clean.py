"""The rules of `tmx clean`, each at its limits. The command itself is tested in `tests/cli/test_tmx.py`."""

from __future__ import annotations

import pytest

from tmx.content import plain
from tmx.model import Content, Element, TranslationUnit, variant
from tmx.operations.clean import clean

Texts = list[tuple[str, str]]


def cleaned(rule: str, texts: Texts) -> Texts | None:
    """Return the tags and texts that a rule leaves of a unit, None if it drops the unit."""
    unit = TranslationUnit({}, tuple(variant(tag, text) for tag, text in texts))
    ((_, result),) = clean([unit], [rule])
    return result.unit and [(one.tag, plain(one.segment)) for one in result.unit.variants]


@pytest.mark.parametrize(
    ("rule", "texts", "left"),
    [
        ("unicode", [("en", "cafe\u0301\u200b"), ("zh-CN", "咖啡")], [("en", "café"), ("zh-CN", "咖啡")]),
        ("spaces", [("en", " a \u3000 b"), ("zh-CN", "甲")], [("en", "a b"), ("zh-CN", "甲")]),
        ("empty", [("en", " "), ("zh-CN", "湖")], None),
        ("empty", [("en", "lake"), ("fr", ""), ("zh-CN", "湖")], [("en", "lake"), ("zh-CN", "湖")]),
        ("empty", [("en", "lake")], None),
        ("script", [("en", "software"), ("zh-CN", "軟體")], None),
        ("script", [("en", "lake"), ("zh-CN", "湖")], [("en", "lake"), ("zh-CN", "湖")]),
        ("equal", [("en", "Big  Lake"), ("zh-CN", "big lake")], None),
        ("equal", [("en-US", "lake"), ("en-GB", "lake")], [("en-US", "lake"), ("en-GB", "lake")]),
        ("length", [("en", "a" * 20), ("fr", "b")], [("en", "a" * 20), ("fr", "b")]),
        ("length", [("en", "a" * 21), ("fr", "b" * 5)], None),
        ("length", [("en", "a" * 60), ("zh-CN", "湖" * 5)], [("en", "a" * 60), ("zh-CN", "湖" * 5)]),
        ("length", [("en", "a" * 61), ("zh-CN", "湖" * 5)], None),
    ],
)
def test_a_rule_leaves_what_it_must(rule: str, texts: Texts, left: Texts | None) -> None:
    assert cleaned(rule, texts) == left


def code(name: str, i: str) -> Element:
    return Element(name, {"i": i})


OPEN, CLOSE, OTHER = code("bpt", "1"), code("ept", "1"), code("bpt", "2")


@pytest.mark.parametrize(
    ("segment", "left"),
    [
        ((OPEN, "lake", CLOSE), (OPEN, "lake", CLOSE)),
        ((OPEN, "lake"), ("lake",)),
        (("lake", CLOSE), ("lake",)),
        ((OPEN, OTHER, "lake", CLOSE), (OPEN, "lake", CLOSE)),
        (("a", OPEN, CLOSE, "b"), ("a", "b")),
        (("a", OPEN, Element("ph", {}), CLOSE), ("a", OPEN, Element("ph", {}), CLOSE)),
    ],
)
def test_codes_without_their_other_half_and_pairs_around_nothing_are_dropped(
    segment: Content, left: Content
) -> None:
    unit = TranslationUnit({}, (variant("en", "")._replace(segment=segment),))
    ((_, result),) = clean([unit], ["codes"])
    assert result.unit is not None
    assert result.unit.variants[0].segment == left
