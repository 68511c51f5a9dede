"""An English term begins with no word of a phrase that stands before terms."""

from __future__ import annotations

import pytest

from termbase.extract.english.english_starts import may_begin
from termbase.text.latin_words import latin_words


@pytest.mark.parametrize(
    ("before", "first"),
    [
        ("According to a HillPost", "a"),
        ("the towns based on River Salt", "River"),
        ("as a result of the Lamp Tax", "the"),
        ("Bank of the Lamp", "Bank"),  # a preposition of one word may be in a name
    ],
)
def test_no_term_begins_before_a_complex_preposition(before: str, first: str) -> None:
    assert may_begin(latin_words(before), "山邮")[0].text == first


def test_no_term_begins_before_a_further_infinitive() -> None:
    assert may_begin(latin_words("He likes to plan his trips and to loiter"), "山邮")[0].text == "loiter"
