"""Reads source texts for comparison: without what a translation does not show, as words and as figures.

Start from `as_compared` and `by_stems`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from html import unescape

from termbase.files.data_table import data_rows
from termbase.text.english.english_stems import base_form
from termbase.text.placeholders import CODE
from termbase.text.small_words import SMALL_WORDS

_PUNCTUATION = str.maketrans("。、“”‘’「」『』【】", ".,\"\"''\"\"''[]")
_OUTER = " .:;,!?()[]"
_QUOTATION = re.compile("[\"'`´]")
_WORD = re.compile(r"[A-Za-z]+")
_INSIDE_JOINED = re.compile(r"(?<=[a-z]{2})(?=[A-Z][a-z])")
"""Matches between the words of `KeyFile`."""

_HYPHENED = re.compile(r"(?<![\w-])(on|off|in|out|up|re|pre|non|un|sub|de|co|multi|auto)-(?=[a-z])", re.IGNORECASE)
"""Matches the first part of a word that is also written without the hyphen: *on-screen*, *onscreen*."""

_FIGURE = re.compile(r"\d+(?:\.\d+)*|%\w+|\{[^{}]*\}")
_NUMBER = re.compile(r"\d+(?:\.\d+)*")
_CONTEXT = re.compile(r"\A[\w +-]{1,40}?([\^|])(?=\S)", re.ASCII)
"""Matches a context in a source, as Wesnoth (`female^Hello`) and GLib (`menu|Open`) write it."""

_REMARK = re.compile(r"(?<=\S) ?\([^()]*\)[.:]?\Z")
_ABBREVIATED = re.compile(r"(?<=\S) ?\(([A-Z][A-Z\d]{1,7})\)\Z")
"""Matches an abbreviation behind the name for which it stands: *Network Access Point (NAP)*."""

_NEGATION = re.compile(r"(?<=\bca)n['’]t\b|(?<=[a-z])n['’]t\b", re.IGNORECASE)
_FAILURE = re.compile(r"\b(?:(?:could|can) ?not|(?:was |is )?unable to|failed to)\b", re.IGNORECASE)
_NONE_FOUND = re.compile(r"\ANo (.{1,60}?) (?:(?:was|were|is|are) )?found\b", re.IGNORECASE)
_NONE_EXISTS = re.compile(r"\A(No .{1,80}) exists?(?=[.!]?\Z)")
_NUMBER_SIGN = re.compile(r"\b(?:[Nn]o|[Nn]r)\.(?=\s|\Z)|(?<=\s)#(?=\s|\Z)")
"""Matches what is short for *number*: *Cask no.*, *Cask #*."""

_ORDINAL = re.compile(
    r"(?:(?<=\d)|(?<=%[diu])|(?<=%'[diu])|(?<![A-Za-z]))(?:st|nd|rd|th)(?![A-Za-z])", re.IGNORECASE
)
"""Matches the ending of an ordinal, which Chinese does not distinguish: `%dst copy`, `%dnd copy`."""

_NUMBER_WORDS = "one two three four five six seven eight nine ten".split()
_NUMBER_WORD = re.compile(rf"\b(?:{'|'.join(_NUMBER_WORDS)})\b(?=[ }}])", re.IGNORECASE)
_PASSED_OVER = SMALL_WORDS | frozenset(
    "am is are was were be been has have had do does did its your their this that these those shown"
    " displayed already please".split()
)
_SINGULAR = {"they": "it", "them": "it"}
_LONGEST_SYNONYM = 2
"""Maximum number of words of a phrase in `interface_synonyms.tsv`."""


def sign_free(segment: str) -> str:
    """Fold a segment for comparison.

    Quotation marks, punctuation at the ends and spaces are removed, the width of signs and the case are unified.
    """
    folded = unicodedata.normalize("NFKC", segment.translate(_PUNCTUATION)).replace(" ", "").casefold()
    return _QUOTATION.sub("", folded).strip(_OUTER) or folded


def stems(source: str) -> Iterable[str]:
    """Return the base forms of the words of a source text."""
    return by_stems(source).keys()


def numbers(text: str) -> list[str]:
    """Return the numbers of a text, whatever their order."""
    return sorted(_NUMBER.findall(unicodedata.normalize("NFKC", CODE.sub(" ", text))))


def context_end(source: str, target: str) -> int:
    """Return where a source begins behind its context, which no translation has: *Julian* in `calendar|Julian`."""
    context = _CONTEXT.match(source)
    return context.end() if context and context[1] not in target else 0


def as_compared(source: str, target: str) -> str:
    """Return a source without what Chinese does not distinguish, without its context and a remark at the end."""
    source = source[context_end(source, target) :]
    if not re.search("[(（]", target):
        source = _REMARK.sub("", source)
    source = _ABBREVIATED.sub(lambda found: "" if _is_short_for(found) else found[0], source)
    source = _NONE_EXISTS.sub(r"\1", _NUMBER_SIGN.sub("number", source))
    source = _NONE_FOUND.sub(r"failed to find \1", unescape(source))
    source = _FAILURE.sub("failed to", _NEGATION.sub(_spelt_out, source))
    source = _NUMBER_WORD.sub(lambda found: str(_NUMBER_WORDS.index(found[0].casefold()) + 1), source)
    return _ORDINAL.sub("", source)


def _spelt_out(negation: re.Match[str]) -> str:
    """Return *n't* in full: *can not* for *can't*, *do not* for *don't*."""
    is_can = negation.string[: negation.start()].casefold().endswith("ca")
    return "n not" if is_can else " not"


def _is_short_for(abbreviation: re.Match[str]) -> bool:
    """Whether an abbreviation in a bracket is the initials of the words before it."""
    initials = "".join(word[0] for word in _WORD.findall(abbreviation.string[: abbreviation.start()]))
    return initials.upper().endswith(abbreviation[1])


def figures(text: str) -> list[str]:
    """Return the numbers and placeholders of a text, whatever their order."""
    return sorted(_FIGURE.findall(unicodedata.normalize("NFKC", text)))


def by_stems(text: str, *, is_unified: bool = False) -> dict[str, str]:
    """Return the words of an English text by their stems, without small words, diacritics and placeholders.

    With `is_unified`, words that programs use for the same thing are one.
    """
    plain = "".join(char for char in unicodedata.normalize("NFD", text) if not unicodedata.combining(char))
    plain = _HYPHENED.sub(r"\1", _INSIDE_JOINED.sub(" ", CODE.sub(" ", plain)))
    words = [_SINGULAR.get(word.casefold(), word) for word in _WORD.findall(plain)]
    unified = _of_synonyms(words) if is_unified else words
    return {base_form(word): word for word in unified if word.casefold() not in _PASSED_OVER}


def _of_synonyms(words: list[str]) -> Iterator[str]:
    """Yield the words; of those that programs use for the same thing always the same one: *edit* for *modify*."""
    stems, place = [base_form(word) for word in words], 0
    while place < len(words):
        lengths = range(min(_LONGEST_SYNONYM, len(words) - place), 0, -1)
        found = next((n for n in lengths if tuple(stems[place : place + n]) in _synonyms()), 0)
        yield from _synonyms()[tuple(stems[place : place + found])] if found else (words[place],)
        place += found or 1


@cache
def _synonyms() -> Mapping[tuple[str, ...], tuple[str, ...]]:
    """Return the phrases of `interface_synonyms.tsv` by their stems, each with the first phrase of its row."""
    rows = (
        [tuple(_WORD.findall(phrase)) for phrase in row.split(";")]
        for (row,) in data_rows("interface_synonyms.tsv")
    )
    return {tuple(map(base_form, phrase)): phrases[0] for phrases in rows for phrase in phrases}
