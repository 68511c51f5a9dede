"""Measures how much of each side of a pair of terms renders the other, by the dictionary and by sound."""

from __future__ import annotations

from termbase.renderings.rendered_characters import rendered_bits
from termbase.text.latin_words import words_in
from termbase.text.script import simplify
from termbase.text.word_classes import is_function_word


def rendered_parts(zh: str, en: str) -> tuple[float, float]:
    """Return the part of the English content words that render some Chinese, and of the characters they render."""
    plain = simplify(zh)
    bits = [rendered_bits(word, plain) for word in content_words(en)]
    covered = sum(1 for place, char in enumerate(plain) if not char.isspace() and any(b >> place & 1 for b in bits))
    return sum(map(bool, bits)) / len(bits), covered / len("".join(plain.split()))


def content_words(en: str) -> list[str]:
    """Return the words of an English term that are not function words; all if it has no others."""
    every = [word.text for word in words_in(en.replace("-", " "), 0, len(en))]
    return [word for word in every if not is_function_word(word)] or every
