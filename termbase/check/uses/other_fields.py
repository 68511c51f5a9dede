"""Recognises terms that have their sense in another field: *private information* of bidders in an auction."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from termbase.check.subject import Subject
from termbase.check.uses.english_sentence import sentence_sides
from termbase.files.data_table import data_rows
from termbase.match.matcher import Hit
from termbase.text.english.folded_english import english_key
from termbase.text.offsets import Span
from termbase.text.script import has_han, simplify

_REACH = 60
"""Characters on each side of a Chinese term that are searched for the end of its sentence."""

_BORDER = re.compile("[。！？；\n]")


def is_of_other_field(subject: Subject, hit: Hit) -> bool:
    """Whether the sentence around a term has a word of another field in which the term is used too.

    If the sentence has the term twice, the word belongs to the nearer one: *from a multi-party democracy to a
    multi-party approach*.
    """
    written = subject.text(hit)
    words = _words_of_other_fields().get(simplify(written) if has_han(written) else english_key(written))
    if words is None:
        return False
    before, after = _sentence(subject, hit)
    here, sentence = Span(len(before), len(before) + len(written)), before + written + after
    term = re.escape(written) if has_han(written) else rf"\b{re.escape(written)}\b"
    same = [Span(*found.span()) for found in re.finditer(term, sentence, re.IGNORECASE)]
    return any(
        _distance(here, word) == min(_distance(other, word) for other in (here, *same))
        for word in (Span(*found.span()) for found in words.finditer(sentence))
        if word.end <= here.start or here.end <= word.start
    )


def _sentence(subject: Subject, hit: Hit) -> tuple[str, str]:
    if not has_han(subject.text(hit)):
        return sentence_sides(subject, hit)
    before, after = simplify(subject.before(hit, _REACH)), simplify(subject.after(hit, _REACH))
    return _BORDER.split(before)[-1], _BORDER.split(after)[0]


def _distance(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end)


@cache
def _words_of_other_fields() -> Mapping[str, re.Pattern[str]]:
    rows = ((term, words.replace(" ", "|").replace("_", r"\s")) for term, words in data_rows("other_fields.tsv"))
    return {
        term if has_han(term) else english_key(term): re.compile(
            words if has_han(term) else rf"\b(?:{words})\b", re.IGNORECASE
        )
        for term, words in rows
    }
