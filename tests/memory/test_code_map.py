"""The inline codes of a segment get the places that those of a stored translation have."""

from __future__ import annotations

import pytest

from tmx.memory.code_map import places
from tmx.model import Content, Element

BOLD, END = Element("bpt", {"i": "1"}, ("<b>",)), Element("ept", {"i": "1"}, ("</b>",))
ITALIC, STOP = Element("bpt", {"i": "2"}, ("<i>",)), Element("ept", {"i": "2"}, ("</i>",))
G, G_END = Element("bpt", {"i": "1001"}, ('<g id="5">',)), Element("ept", {"i": "1001"}, ("</g>",))
BX, EX = Element("ph", {"x": "1"}, ('<bx id="1"/>',)), Element("ph", {"x": "2"}, ('<ex id="2"/>',))
TAG, CLOSING = Element("ph", {}, ("<b>",)), Element("ph", {}, ("</b>",))
ONE, TWO = Element("ph", {"x": "1"}, ("{a}",)), Element("ph", {"x": "2"}, ("{b}",))
MARK, MARKED = Element("bpt", {"i": "3"}, ('<mrk mtype="term">',)), Element("ept", {"i": "3"}, ("</mrk>",))


def high(*content: str | Element) -> Element:
    return Element("hi", {}, content)


@pytest.mark.parametrize(
    ("own", "source", "target", "expected"),
    [
        pytest.param(("a",), ("a",), ("甲",), [], id="no codes"),
        pytest.param((BOLD, "a", END), (BOLD, "a", END), ("甲", BOLD, "乙", END), [(1, 0), (2, 1)], id="equal"),
        pytest.param((G, "a", G_END), (BOLD, "a", END), ("甲", BOLD, "乙", END), [(1, 0), (2, 1)], id="by kind"),
        pytest.param((BX, "a", EX), (BOLD, "a", END), (BOLD, "乙", END), [(0, 0), (1, 1)], id="bx and ex"),
        pytest.param((G, "a", G_END), (TAG, "a", CLOSING), (TAG, "乙", CLOSING), [(0, 0), (1, 1)], id="tags"),
        pytest.param((G, "a", G_END), (high("a"),), ("甲", high("乙")), [(1, 0), (2, 1)], id="hi"),
        pytest.param((ONE, "a", TWO), (ONE, "a", TWO), (TWO, "甲", ONE), [(0, 1), (1, 0)], id="another order"),
        pytest.param((TWO, "a", ONE), (ONE, "a", TWO), (TWO, "甲", ONE), [(0, 0), (1, 1)], id="by identity"),
        pytest.param(
            (G, "a", G_END, ONE),
            (TWO, BOLD, "a", END),
            (BOLD, "甲", END, TWO),
            [(0, 0), (1, 1), (1, 2)],
            id="mixed",
        ),
        pytest.param((ONE, "a"), (ONE, "a", TWO), (TWO, "甲", ONE), [(1, 0)], id="the memory has more"),
        pytest.param((ONE, "a", TWO), (ONE, "a"), ("甲", ONE), None, id="the memory has fewer"),
        pytest.param((ONE, "a"), (BOLD, "a", END), (BOLD, "甲", END), None, id="other kinds"),
        pytest.param((ONE, "a"), (ONE, "a"), ("甲",), None, id="lost in the translation"),
        pytest.param(
            (BOLD, "a", END, ITALIC, "b", STOP),
            (BOLD, "a", END, ITALIC, "b", STOP),
            (BOLD, "甲", ITALIC, "乙", END, STOP),
            None,
            id="not nested",
        ),
        pytest.param((END, "a", BOLD), (END, "a", BOLD), (END, "甲", BOLD), [(0, 0), (1, 1)], id="halves of pairs"),
        pytest.param((G, "a", G_END), ("a",), ("甲乙",), [(0, 0), (2, 1)], id="around all of a plain text"),
        pytest.param((" ", ONE, "a"), ("a",), (" 甲",), [(1, 0)], id="before all of a plain text"),
        pytest.param(("a", ONE, "b"), ("ab",), ("甲乙",), None, id="inside of a plain text"),
        pytest.param((MARK, "a", MARKED), ("a",), ("甲",), [], id="annotations are not needed"),
    ],
)
def test_places(own: Content, source: Content, target: Content, expected: list[tuple[int, int]] | None) -> None:
    assert places(own, source, target) == expected
