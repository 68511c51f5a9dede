"""Words that the dictionary translates with a phrase: the table against a search of all definitions."""

from __future__ import annotations

import re

import pytest

from termbase.renderings.cedict_file import dictionary
from termbase.renderings.phrase_words import words_for


@pytest.mark.parametrize(
    ("phrase", "word"),
    [
        ("multi-party system", "多党制"),
        ("multiparty system", "多党制"),
        ("Multi Party Systems", "多党制"),
        ("shopping cart", "购物车"),
        ("play a role", "起作用"),
        ("to take off", "脱下"),
        ("Internet of Things", "物联网"),
    ],
)
def test_words_of_a_phrase(phrase: str, word: str) -> None:
    assert word in words_for(phrase)


@pytest.mark.parametrize("phrase", ["to ward", "shopping cart of", "network guard of honour", ""])
def test_no_word_has_such_a_phrase(phrase: str) -> None:
    assert not words_for(phrase)


@pytest.mark.parametrize(
    "phrase", ["law enforcement", "neural network", "take off", "to take off", "cat", "red tape"]
)
def test_the_table_has_what_a_search_of_the_definitions_finds(phrase: str) -> None:
    whole = re.compile(rf"(?:^|[/;,]) ?(?:(?:an?|the|to) )?{re.escape(phrase)}s?(?:$|[/;,]| \()", re.IGNORECASE)
    sought = {word for word, some in dictionary().definitions.items() if any(map(whole.search, some))}
    assert sought <= words_for(phrase)
    assert sought
