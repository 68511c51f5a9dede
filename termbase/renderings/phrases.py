"""Decides whether a text renders an English word as part of a longer phrase: *root* in *square root*, 平方根."""

from __future__ import annotations

import re

from termbase.renderings.cedict import is_english_word, is_gloss, meanings, plain
from termbase.renderings.phrase_words import words_for
from termbase.text.chinese.folded_chinese import fold_chinese
from termbase.text.english.english_stems import stem
from termbase.text.script import HAN
from termbase.text.small_words import SMALL_WORDS

_WORD_BEFORE = re.compile(r"([A-Za-z]+)[ -](?:(?:an?|the) )?\Z")
_WORD_AFTER = re.compile(r"[ -]([A-Za-z]+)")
_OF_BEFORE, _OF_AFTER = re.compile(r"([A-Za-z]+) of \Z"), re.compile(" of ([A-Za-z]+)")
_AGAIN, _AGAIN_CHINESE = re.compile("re-?([a-z]{3,})"), re.compile(f"重新([{HAN}]{{2}})")
_LONGEST = 6
"""Maximum number of characters of a Chinese word."""


def renders_phrase(text: str, english: str, before: str, after: str) -> bool:
    """Return whether a text has a word that the dictionary gives for the English word together with the next one.

    `before` and `after` are the text around the English word. The Chinese word has two characters or more.
    """
    phrases = list(_phrases(english, before, after))
    if not phrases:
        return False
    folded = fold_chinese(text).text
    parts = (
        folded[start : start + length]
        for length in range(2, _LONGEST + 1)
        for start in range(len(folded) - length + 1)
    )
    return any(is_gloss(phrase, part) for part in parts for phrase in phrases)


def renders_again(text: str, english: str) -> bool:
    """Return whether a text says in two words that something is done again: 重新设置, *reset*."""
    verb = _AGAIN.match(english.casefold())
    if verb is None or not is_english_word(verb[1]):
        return False
    done = _AGAIN_CHINESE.findall(fold_chinese(text).text)
    return any(stem(verb[1]) in meanings(each) for each in done)


def named_by_phrase(english: str, before: str, after: str) -> frozenset[str]:
    """Return the Chinese words that the dictionary gives for an English word together with the next one."""
    return frozenset(word for phrase in _phrases(english, before, after) for word in words_for(phrase))


def _phrases(english: str, before: str, after: str) -> list[str]:
    """Return the word with the one before, with the one behind, with both, and with *of*: *Internet of Things*.

    An article may be between: *play a role*. Other function words make no phrase.
    """
    first, last = _WORD_BEFORE.search(before), _WORD_AFTER.match(after)
    lead = first[0] + english if first and first[1].casefold() not in SMALL_WORDS else ""
    tail = f" {last[1]}" if last and last[1].casefold() not in SMALL_WORDS else ""
    several = [lead, english + tail if tail else "", lead + tail if lead and tail else ""]
    if of := _OF_AFTER.match(after):
        several.append(f"{english} of {of[1]}")
    if of := _OF_BEFORE.search(before):
        several.append(f"{of[1]} of {english}")
    alone = plain(english).split()
    return [each for each in several if alone and len(plain(each).split()) > len(alone)]
