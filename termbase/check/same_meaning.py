"""Decides whether different source texts may have one translation. Start from `may_share`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from html import unescape

from termbase.check.rendered_words import bits, whole_words
from termbase.files.data_table import data_rows
from termbase.renderings.usual import usual
from termbase.text.english import english_key
from termbase.text.english_stems import base_form, base_forms
from termbase.text.english_words import comparable
from termbase.text.placeholders import CODE
from termbase.text.script import has_han
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
_CONTEXT = re.compile(r"\A[\w +-]{1,40}?([\^|])(?=\S)")
"""Matches a context in a source, as Wesnoth (`female^Hello`) and GLib (`menu|Open`) write it."""

_REMARK = re.compile(r"(?<=\S) ?\([^()]*\)[.:]?\Z")
_ABBREVIATED = re.compile(r"(?<=\S) ?\(([A-Z][A-Z\d]{1,7})\)\Z")
"""Matches an abbreviation behind the name for which it stands: *Network Access Point (NAP)*."""

_NEGATION = re.compile(r"(?<=\bca)n['’]t\b|(?<=[a-z])n['’]t\b", re.IGNORECASE)
_FAILURE = re.compile(r"\b(?:(?:could|can) ?not|(?:was |is )?unable to|failed to)\b", re.IGNORECASE)
_NONE_FOUND = re.compile(r"\ANo (.{1,60}?) (?:(?:was|were|is|are) )?found\b", re.IGNORECASE)
_NONE_EXISTS = re.compile(r"\A(No .{1,80}) exists?(?=[.!]?\Z)")
_ORDINAL = re.compile(
    r"(?:(?<=\d)|(?<=%[diu])|(?<=%'[diu])|(?<![A-Za-z]))(?:st|nd|rd|th)(?![A-Za-z])", re.IGNORECASE
)
"""Matches the ending of an ordinal, which Chinese does not distinguish: `%dst copy`, `%dnd copy`."""

_PASSED_OVER = SMALL_WORDS | frozenset(
    "am is are was were be been has have had do does did its your their this that these those shown"
    " displayed already".split()
)
_MAY_BE_LOST = re.compile("e")
"""The letter at the end of a word that `base_form` removes, and that stands inside where words are joined."""

_SINGULAR = {"they": "it", "them": "it"}
_LABEL = 3
"""Maximum number of words of a label."""

_LONGEST_SYNONYM = 2
"""Maximum number of words of a phrase in `interface_synonyms.tsv`."""

_TWO = 2
"""The fewest capitals of an abbreviation: *UPnP*."""

_SYMBOL = 3
"""Maximum number of letters of the symbol of a unit."""

_COVERED = 0.6
"""The least share of messages with a word that have one of its renderings, so that a target without them tells."""

_LONG = 6
"""Minimum number of letters of a word that is recognised although a letter is missing."""

_FEW = 2
"""Texts that differ in more words than this are not compared word by word."""


def may_share(one: str, other: str, target: str) -> bool:
    """Return whether two source texts may have the same target; see the check `same-target`."""
    if sign_free(one) == sign_free(other):
        return True
    one, other = (_as_compared(text, target) for text in (one, other))
    if sign_free(one) == sign_free(other):
        return True
    if has_han(one) or has_han(other) or _figures(one) != _figures(other):
        return False
    if _is_symbol(one, other) or _is_symbol(other, one) or _are_forms(_by_stems(one), _by_stems(other)):
        return True
    words, others = _by_stems(one, is_unified=True), _by_stems(other, is_unified=True)
    return _are_forms(words, others) or (has_han(target) and not _is_for_one(words, others, target))


def sign_free(segment: str) -> str:
    """Fold a segment for comparison.

    Quotation marks, punctuation at the ends and spaces are removed, the width of signs and the case are unified.
    """
    folded = unicodedata.normalize("NFKC", segment.translate(_PUNCTUATION)).replace(" ", "").casefold()
    return _QUOTATION.sub("", folded).strip(_OUTER) or folded


def other_words(one: str, other: str, target: str) -> tuple[list[str], list[str]]:
    """Return the words of two source texts that the other one lacks, in the order of the text."""
    words, others = (_by_stems(_as_compared(text, target)) for text in (one, other))
    return _additional(words, others), _additional(others, words)


def stems(source: str) -> Iterable[str]:
    """Return the base forms of the words of a source text."""
    return _by_stems(source).keys()


def numbers(text: str) -> list[str]:
    """Return the numbers of a text, whatever their order."""
    return sorted(_NUMBER.findall(unicodedata.normalize("NFKC", CODE.sub(" ", text))))


def _as_compared(source: str, target: str) -> str:
    """Return a source without what Chinese does not distinguish, without its context and a remark at the end."""
    context = _CONTEXT.match(source)
    if context and context[1] not in target:
        source = source[context.end() :]
    if not re.search("[(（]", target):
        source = _REMARK.sub("", source)
    source = _ABBREVIATED.sub(lambda found: "" if _is_short_for(found) else found[0], source)
    source = _NONE_EXISTS.sub(r"\1", source)
    source = _NONE_FOUND.sub(r"failed to find \1", unescape(source))
    source = _FAILURE.sub("failed to", _NEGATION.sub(_spelt_out, source))
    return _ORDINAL.sub("", source)


def _spelt_out(negation: re.Match[str]) -> str:
    """Return *n't* in full: *can not* for *can't*, *do not* for *don't*."""
    is_can = negation.string[: negation.start()].casefold().endswith("ca")
    return "n not" if is_can else " not"


def _is_short_for(abbreviation: re.Match[str]) -> bool:
    """Whether an abbreviation in a bracket is the initials of the words before it."""
    initials = "".join(word[0] for word in _WORD.findall(abbreviation.string[: abbreviation.start()]))
    return initials.upper().endswith(abbreviation[1])


def _figures(text: str) -> list[str]:
    """Return the numbers and placeholders of a text, whatever their order."""
    return sorted(_FIGURE.findall(unicodedata.normalize("NFKC", text)))


def _is_symbol(text: str, name: str) -> bool:
    """Whether a text is a symbol of a few letters, which another text spells out: *nmi*, *nautical miles*."""
    symbol, letters = text.strip().casefold(), iter(name.casefold())
    is_short = symbol.isalpha() and len(symbol) <= _SYMBOL < len(name)
    return is_short and name[:1].casefold() == symbol[0] and all(letter in letters for letter in symbol)


def _by_stems(text: str, *, is_unified: bool = False) -> dict[str, str]:
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


def _are_forms(words: Mapping[str, str], others: Mapping[str, str]) -> bool:
    """Whether two texts have the same words, written together, abbreviated, or with additional ones in a label."""
    if words.keys() == others.keys() or len(words) <= 1 >= len(others):
        return True
    shorter, longer = sorted((words, others), key=len)
    is_label = 0 < len(shorter) < len(longer) <= _LABEL and shorter.keys() <= longer.keys()
    return is_label or _are_joined(words, others) or _are_initials(shorter, longer)


def _are_joined(words: Mapping[str, str], others: Mapping[str, str]) -> bool:
    """Whether two texts differ only in what they write together: *timeout*, *timed out*; *auto completion*."""
    first, second = ("".join(each.values()) for each in (words, others))
    if english_key(first) == english_key(second) or base_forms(first) & base_forms(second):
        return True
    return _MAY_BE_LOST.sub("", "".join(words)) == _MAY_BE_LOST.sub("", "".join(others))


def _are_initials(short: Mapping[str, str], long: Mapping[str, str]) -> bool:
    """Whether a word is the initials of others: *RA*, *Right Ascension*; those of small words may be among them."""
    words = [word for stem, word in short.items() if stem not in long]
    initials = "".join(word[0] for stem, word in long.items() if stem not in short).upper()
    if len(words) != 1 or sum(map(str.isupper, words[0])) < _TWO or len(initials) < 2 or words[0][0] != initials[0]:
        return False
    letters = iter(words[0])
    return all(initial in letters for initial in initials)


def _is_for_one(words: Mapping[str, str], others: Mapping[str, str], target: str) -> bool:
    """Whether a Chinese target renders what one of two texts has and the other lacks, but not the reverse."""
    here, there = _additional(words, others), _additional(others, words)
    if min(len(here), len(there)) > _FEW:
        return True
    if here and there:
        rendered, lacking = sorted((here, there), key=lambda words: not bits(words, target))
        is_one = bool(bits(rendered, target)) and not bits(lacking, target)
        return is_one and any(map(_is_telling, lacking))
    shared = [words[stem] for stem in words.keys() & others.keys()]
    own, of_shared = bits(here or there, target), bits(shared, target)
    return bool(own & ~of_shared & whole_words(own | of_shared, target))


def _is_telling(word: str) -> bool:
    """Whether it is known how a word is translated, so that a target without any translation tells.

    That is a word for which programs mostly have one of few words, an abbreviation, or a word of the dictionary.
    """
    from termbase.renderings.cedict import is_english_word

    if word.isupper() or len(word) <= _SYMBOL:
        return True
    known = usual(comparable(word), "")
    return known.covered >= _COVERED if known else is_english_word(word)


def _additional(words: Mapping[str, str], others: Mapping[str, str]) -> list[str]:
    """Return the words that the others lack, also in a shorter or longer form: *coord.*, *coordinate*."""
    lacking = [word for stem, word in others.items() if stem not in words]
    return [
        word
        for stem, word in words.items()
        if stem not in others and not any(_is_cut(word, other) for other in lacking)
    ]


def _is_cut(one: str, two: str) -> bool:
    word, other = one.casefold(), two.casefold()
    is_begun = word.startswith(other) or other.startswith(word)
    return is_begun or _is_misspelt(word, other) or _is_clipped(one, two)


def _is_clipped(word: str, other: str) -> bool:
    """Whether one of two words is no English word nor initials, but letters of the other in its order: *avg*."""
    from termbase.renderings.cedict import is_english_word

    short, long = sorted((word, other), key=len)
    letters = iter(long.casefold())
    return (
        _SYMBOL <= len(short) <= _SYMBOL + 1 < len(long)
        and not short.isupper()
        and short[0].casefold() == long[0].casefold()
        and all(letter in letters for letter in short.casefold())
        and not is_english_word(short.casefold())
    )


def _is_misspelt(word: str, other: str) -> bool:
    """Whether one of two words is no English word, and lacks one letter of the other: *auhentication*."""
    from termbase.renderings.cedict import is_english_word

    short, long = sorted((word, other), key=len)
    is_near = len(long) - len(short) == 1 and len(short) >= _LONG
    return (
        is_near
        and not is_english_word(short)
        and any(long[:place] + long[place + 1 :] == short for place in range(len(long)))
    )
