"""Recognises ordinary words that are spelt like a proper name of a termbase: *no items*, 执行 for *is running*.

Termbases of programs list labels as proper names (*Save*, 儲存), and products whose names are words or letters
(*Disk*). In a text the same word is hardly ever the name.
"""

from __future__ import annotations

import re

from termbase.check.subject import Subject, sides
from termbase.language import is_chinese
from termbase.match.matcher import Hit
from termbase.renderings.cedict import is_common_word, is_english_word, is_gloss
from termbase.text.script import has_han
from termbase.text.word_classes import WordClass, function_words

_SENTENCE_BEGIN = re.compile(r"(?:\A|[.!?:]\s|\n)[\s\"“‘'*_]*\Z")
_GOES_ON = re.compile(r"\s[a-z]")


def is_ordinary_word(subject: Subject, hit: Hit) -> bool:
    """Whether a hit that the termbase has as a name is an ordinary word.

    In Chinese that is a word of the dictionary with a meaning that is no name. In English it is a single word in
    lower case, or with a capital at the beginning of a sentence only, that the dictionary uses to explain others.
    If the termbase has it in lower case too, it must be a mere label.
    """
    written = subject.text(hit)
    if has_han(written):
        return is_common_word(written)
    is_lower = written.islower() or (written.istitle() and _only_begins_sentence(subject, hit))
    is_capital = all(not d.term.term.islower() for d in hit.designations if not is_chinese(d.language))
    is_capital = is_capital or _is_label(hit, written)
    is_small = written.lower() in function_words() | WordClass.FURTHER_FUNCTION_WORD.words
    return is_lower and (is_small or (is_capital and is_english_word(written)))


def _is_label(hit: Hit, written: str) -> bool:
    """Whether a name in lower case is only a label: the dictionary has no such meaning for its Chinese terms.

    *Available* is 線上 as a state of a user of a program, but a *firewall* is 防火墙 whatever the part of speech.
    """
    terms = [term.term for tag, term in hit.concept.terms() if is_chinese(tag)]
    return bool(terms) and not any(is_gloss(written, term) for term in terms)


def _only_begins_sentence(subject: Subject, hit: Hit) -> bool:
    before, after = sides(subject, hit)
    return _SENTENCE_BEGIN.search(before) is not None and _GOES_ON.match(after) is not None
