"""Counts how a corpus uses each English word, to distinguish nouns from verbs and adjectives without a tagger."""

from __future__ import annotations

from termbase.mine.candidates import is_english_stop
from termbase.mine.corpus import Side
from termbase.mine.evidence import WordUse
from termbase.text.english.english_words import comparable

_BEFORE_VERB = frozenset(
    map(comparable, "to can could will would must may might should not you they it we i do does did cannot".split())
)
_ARTICLES = frozenset(
    map(comparable, "the a an this these that those each every any all no your its their".split())
)


class WordUses:
    """The uses of the words of one side, by their numbers."""

    def __init__(self, side: Side) -> None:
        words = side.vocabulary.words
        counts = [[0, 0, 0, 0] for _ in words]
        is_stop = [is_english_stop(word) for word in words]
        before_verb = [word in _BEFORE_VERB for word in words]
        is_article = [word in _ARTICLES for word in words]
        for text in side.texts:
            for place, word in enumerate(text.words):
                if is_stop[word]:
                    continue
                row = counts[word]
                previous = text.words[place - 1] if place and text.follows[place] else None
                has_next = place + 1 < len(text.words) and text.follows[place + 1]
                following = text.words[place + 1] if has_next else None
                row[0] += 1
                row[1] += (previous is not None and before_verb[previous]) or (
                    following is not None and is_article[following]
                )
                row[2] += following is not None and not is_stop[following]
                row[3] += previous is not None and is_article[previous]
        self._uses = [_use(*row) for row in counts]

    def of(self, word: int) -> WordUse:
        """Return the use of a word."""
        return self._uses[word]


def _use(count: int, like_verb: int, before_word: int, after_article: int) -> WordUse:
    """Return the parts of the places; one more place that is nothing special keeps rare words from extremes."""
    whole = count + 1
    return WordUse(like_verb / whole, before_word / whole, after_article / whole)
