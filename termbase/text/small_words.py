"""Small English words: those that bind others and say little. Kept apart because a lookup needs them at its start.

Each user takes the classes that it passes over. The wide lists of a grammar, in which `without` and `after` are
prepositions too, are in `word_classes`; those words change what a term means, these hardly do.
"""

from __future__ import annotations

ARTICLES = frozenset("a an the".split())
NAME_PREPOSITIONS = frozenset("for in of on to".split())
"""Those that stand inside names: *Ministry of Commerce*, *Centre for Research on Oceans*."""

SMALL_PREPOSITIONS = NAME_PREPOSITIONS | frozenset("at by from into with within".split())
SMALL_CONJUNCTIONS = frozenset("and or".split())
SMALL_WORDS = ARTICLES | SMALL_PREPOSITIONS | SMALL_CONJUNCTIONS
"""What a term may have or lack and be the same term: *date and time*, *time or date*."""
