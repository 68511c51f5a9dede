"""Lists the small English words, which a term may have or lack with hardly any change of meaning.

Each caller chooses the classes that it ignores. The full word classes, in which `without` and `after` are
prepositions too, are in `word_classes`: those words change the meaning of a term. These lists are in a module of
their own because a lookup needs them at start-up.
"""

from __future__ import annotations

ARTICLES = frozenset("a an the".split())
NAME_PREPOSITIONS = frozenset("for in of on to".split())
"""Prepositions inside names: *Ministry of Commerce*, *Centre for Research on Oceans*."""

SMALL_PREPOSITIONS = NAME_PREPOSITIONS | frozenset("at by from into with within".split())
_SMALL_CONJUNCTIONS = frozenset("and or".split())
SMALL_WORDS = ARTICLES | SMALL_PREPOSITIONS | _SMALL_CONJUNCTIONS
"""Words that do not distinguish terms: *date and time*, *time or date*."""
