"""Links the tokens of the terms in termbases, so that a user's terms help to align."""

from __future__ import annotations

from collections.abc import Iterable

from termbase.language import is_chinese, is_english
from termbase.model import ConceptEntry, Termbase
from tmx.align.lexicon import Links, joined
from tmx.align.tokens import chinese_tokens, english_tokens


def term_links(termbases: Iterable[Termbase]) -> Links:
    """Return links from each token of a Chinese term to each token of the English terms of its concept."""
    return joined(*(_of_concept(concept) for termbase in termbases for concept in termbase))


def _of_concept(concept: ConceptEntry) -> Links:
    terms = [(tag, section.term) for tag, section in concept.terms()]
    english = [token for tag, term in terms if is_english(tag) for token in english_tokens(term)]
    chinese = [token for tag, term in terms if is_chinese(tag) for token in chinese_tokens(term)]
    return dict.fromkeys(chinese, frozenset(english)) if english else {}
