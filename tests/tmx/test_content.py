from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tmx.content import codes, mapped, plain, stripped, with_text
from tmx.model import Content, Element

BOLD, UNBOLD = Element("bpt", {"i": "1"}, ("<b>",)), Element("ept", {"i": "1"}, ("</b>",))
IMAGE = Element("ph", {}, ('<img alt="', Element("sub", {}, ("a cat",)), '">'))
_text = st.text(alphabet="ab 猫。", max_size=12)


def _pair(inside: Content) -> Content:
    return (BOLD, *inside, UNBOLD)


_contents: st.SearchStrategy[Content] = st.recursive(
    st.lists(_text.filter(bool) | st.just(IMAGE), max_size=3).map(tuple),
    lambda inner: st.one_of(
        inner.map(_pair),
        inner.map(lambda content: (Element("hi", {}, content),)),
        st.tuples(inner, inner).map(lambda both: both[0] + both[1]),
    ),
    max_leaves=6,
)


@given(_contents, _text)
def test_an_edit_keeps_every_code_and_gives_exactly_the_text(content: Content, text: str) -> None:
    edited = with_text(content, text)
    assert plain(edited) == text
    names = [(code.name, code.attributes) for code in codes(edited)]
    assert names == [(code.name, code.attributes) for code in codes(content)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le gros chat noir dort.", ("Le gros ", BOLD, "chat noir", UNBOLD, " dort.")),
        ("Le gros chat gris dort.", ("Le gros ", BOLD, "chat gris", UNBOLD, " dort.")),
        ("Le très gros chat noir.", ("Le très gros ", BOLD, "chat noir", UNBOLD, ".")),
        ("", (BOLD, UNBOLD)),
    ],
)
def test_a_pair_stays_around_its_words(text: str, expected: Content) -> None:
    assert with_text(("Le gros ", BOLD, "chat noir", UNBOLD, " dort."), text) == expected


def test_a_text_without_codes_is_just_replaced() -> None:
    assert with_text(("old",), "new") == ("new",)


def test_a_highlight_is_text_but_a_native_code_is_not() -> None:
    assert plain(("A ", Element("hi", {}, ("high",)), " ", IMAGE)) == "A high "


def test_text_is_changed_between_the_codes_only() -> None:
    assert mapped(("a", IMAGE, Element("hi", {}, ("b",))), str.upper) == ("A", IMAGE, Element("hi", {}, ("B",)))


def test_a_very_long_text_is_edited_too() -> None:
    text = "word " * 2000
    edited = with_text((text, BOLD, "end", UNBOLD), f"{text}the end")
    assert edited == (f"{text}the ", BOLD, "end", UNBOLD)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ((" \ta b ",), ("a b",)),
        ((" ", BOLD, " a ", UNBOLD, "\n"), (BOLD, " a ", UNBOLD)),
        (("\u3000猫 ", IMAGE), ("猫 ", IMAGE)),
        ((" ",), ()),
        ((), ()),
    ],
)
def test_white_space_is_stripped_at_both_ends_only(content: Content, expected: Content) -> None:
    assert stripped(content) == expected
