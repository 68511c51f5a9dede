"""Converts simplified characters to traditional ones: 发 is 發, but 髮 in 头发.

Start from `traditional`. What a character is alone, and the words in which it is another, are in
`character_words.tsv`. `character_rules.tsv` has the contexts that decide where no word does: 里 behind a number is
the unit (三十里), 不准 is "must not" unless it is the end of a clause (算得不準). A word of four characters decides
before the rules, as it is not found by chance: 断发文身 has hair in it, although 发文 is to publish.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from termbase.language import Region
from termbase.normalize.character_rules import Choice, Rules, rules_for
from termbase.normalize.character_words import CharacterWords, character_words
from termbase.text.changes import with_characters
from termbase.text.chinese.dictionary import has_word_across
from termbase.text.chinese.word_edges import CERTAIN_WORD, Words


def traditional(text: str, region: Region, words: Words) -> str:
    """Return a simplified text in the characters of Taiwan or Hong Kong; `words` are those of the text."""
    table, rules = character_words(region), rules_for(region)
    written = text.translate(table.alone)
    places = list(_places(rules, text))
    beside = text.replace("著", "着") if "著" in text else text  # the rules have 划着船, Taiwan writes 划著船
    found = list(_words_in(text, table, words))
    decided = {
        place: char
        for start, end in found
        if end - start >= CERTAIN_WORD
        for place, char in enumerate(table.words[text[start:end]], start)
    }
    _decide(decided, rules.always, beside, places)
    for start, end in found:
        form = table.words[text[start:end]]
        if all(decided.get(place, char) == char for place, char in enumerate(form, start)):
            decided.update(enumerate(form, start))
    _decide(decided, rules.alone, beside, places)
    _decide(decided, rules.lone, beside, [place for place in places if _is_lone(place, text, decided, rules)])
    if not decided:
        return written
    _decide_again(decided, rules.again, beside, places)
    return with_characters(written, decided)


def _decide(decided: dict[int, str], choices: Mapping[str, Choice], text: str, places: Sequence[int]) -> None:
    """Add what the rules write at those of the places that are not decided yet."""
    for place in places:
        choice = choices.get(text[place])
        if choice is not None and place not in decided and (form := choice.form(text, place)) is not None:
            decided[place] = form


def _decide_again(decided: dict[int, str], choices: Mapping[str, Choice], text: str, places: Sequence[int]) -> None:
    """Add what the rules write at a place that nothing has decided, if the character is that somewhere before."""
    for place in places:
        choice = choices.get(text[place])
        form = choice.form(text, place) if choice is not None and place not in decided else None
        before = re.finditer(text[place], text[:place]) if form is not None else ()
        if form is not None and any(decided.get(found.start()) == form for found in before):
            decided[place] = form


def _is_lone(place: int, text: str, decided: Mapping[int, str], rules: Rules) -> bool:
    """Return whether a character that nothing has decided is in no word of the dictionary: 面 in 冰箱里有面."""
    return place not in decided and text[place] in rules.lone and not has_word_across(text, (place, place + 1))


def written_alone(region: Region) -> Mapping[int, str]:
    """What the code point of a character is written as if no word or rule decides."""
    return character_words(region).alone


def written_in_words(region: Region) -> frozenset[tuple[str, str]]:
    """Return each character of a word or a rule with the character that is written for it there."""
    table, rules = character_words(region), rules_for(region)
    in_words = (pair for word, form in table.words.items() for pair in zip(word, form, strict=True))
    kinds = (rules.always, rules.alone, rules.lone, rules.again)
    in_rules = ((char, form) for kind in kinds for char in kind for form in kind[char].forms)
    return frozenset((*in_words, *in_rules))


def _words_in(text: str, table: CharacterWords, words: Words) -> Iterator[tuple[int, int]]:
    """Yield the spans of the words of the table from left to right, the longest first, as far as they are whole."""
    done = 0
    for start, found in table.finder.starts(text):
        if start >= done:
            end = next((end for end, _ in found if words.is_whole(start, end)), start)
            if end > start:
                yield start, end
                done = end


def _places(rules: Rules, text: str) -> Iterator[int]:
    """Yield the places of the characters that rules may decide."""
    skipped = rules.skipped
    for found in rules.pattern.finditer(text):
        place = found.start()
        if text[place : place + 2] not in skipped and (not place or text[place - 1 : place + 1] not in skipped):
            yield place
