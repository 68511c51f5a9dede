"""Words that begin terms, and words that only stand before them."""

import pytest

from termbase.renderings.term_beginnings import begins_terms


@pytest.mark.parametrize(
    ("beginning", "other"), [("人工", "提出"), ("普通", "大量"), ("国际", "获得"), ("神經", "觀眾")]
)
def test_a_word_that_begins_many_headwords_is_likelier_to_begin_a_term(beginning: str, other: str) -> None:
    assert begins_terms(beginning) > 0 > begins_terms(other)


def test_nothing_is_said_of_an_unknown_word() -> None:
    assert begins_terms("罕罕词") == 0
