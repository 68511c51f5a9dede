"""English as it is compared: `Digital  Silk-Road` and `the digital silk roads` are one.

Start from `fold`, which keeps the way back to the original; `english_key` is the whole of it for one term.
`_comparable` says when two words are one, and the tables under it are its rules. The folded form is for
comparing, never for showing: some words come out maimed (`databases` and `database` both as `databas`).
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate

_UNSEEN = r"\u00ad\u200b-\u200d\u2060\ufeff*"  # soft hyphen, zero width, and Markdown's emphasis
_LETTER = r"[^\W_\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]"  # no Han: AI技术 holds AI
_APOSTROPHE = "['’＇ʼ]"
_WORD = re.compile(
    rf"(\b(?:[A-Za-z]\.){{2,8}}(?!{_LETTER})"  # U.N.
    rf"|{_LETTER}(?:[{_UNSEEN}]*{_LETTER})*(?:{_APOSTROPHE}s(?!{_LETTER})|(?<=s){_APOSTROPHE}(?!{_LETTER}))?)"
)
_POSSESSIVE = re.compile(rf"(?:{_APOSTROPHE}s|(?<=s){_APOSTROPHE})\Z")
_PLURAL_INITIALS = re.compile(r"(?<=[A-Z]{2})s\Z")  # AIs, CIIs
_UNSEEN_RUN = re.compile(rf"[{_UNSEEN}]+")
_GAP = re.compile(r"\s+|[-\u2010\u2011\u2013]\s*")  # an en dash joins words too: China–Africa
_SPACE = re.compile(r"\s+")
_SIGNS = str.maketrans("‘’＇ʼ“”", "''''\"\"")
_ARTICLE = re.compile(r"^(?:the|an?) (?=\w)")
_SMALL_WORD = re.compile(r"(?<= )(?:at|by|for|from|in|of|on|to|with)(?= (?!(?:the|an?) ))")
_ARTICLE_INSIDE = re.compile(r"(?<= )(?:the|an?) ")
_OPENING, _CLOSING = "\"'([{<« ", "\"')]}>»,;:.!? "


@dataclass(frozen=True)
class Folded:
    """A text in its comparable form, `text`, and the pieces that it is made of.

    Pieces of the original stand at even places for what lies between words and at odd places for words; `folded`
    has the same pieces in comparable form. Where they stand is worked out when it is asked for.
    """

    text: str
    pieces: Sequence[str]
    folded: Sequence[str]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the original (code points) for a stretch of `text`, without a possessive 's."""
        first, last = (bisect_right(self._folded_starts, offset) - 1 for offset in (start, end - 1))
        left = 0 if first % 2 else self._within(first, start)
        right = len(_POSSESSIVE.sub("", self.pieces[last])) if last % 2 else self._within(last, end)
        return self._starts[first] + left, self._starts[last] + right

    def _within(self, piece: int, offset: int) -> int:
        """How far into a piece between words an offset of `text` lies."""
        return min(offset - self._folded_starts[piece], len(self.pieces[piece]))

    @cached_property
    def _starts(self) -> list[int]:
        return list(accumulate(map(len, self.pieces[:-1]), initial=0))

    @cached_property
    def _folded_starts(self) -> list[int]:
        return list(accumulate(map(len, self.folded[:-1]), initial=0))


def fold(text: str) -> Folded:
    """The comparable form: whatever the case, width, hyphens, spaces, number, possessive, spelling (-ise)."""
    return _fold(text, _comparable)


def english_key(term: str) -> str:
    """The key under which a term is looked up: folded, without a leading article and outer punctuation."""
    return _ARTICLE.sub("", fold(term).text.lstrip(_OPENING).rstrip(_CLOSING))


def with_other_articles(key: str) -> Iterator[str]:
    """A key with one article more after a small word, or one less: `rule by law` gives `rule by the law`."""
    for small in _SMALL_WORD.finditer(key):
        for article in ("a", "an", "the"):
            yield f"{key[: small.end()]} {article}{key[small.end() :]}"
    for article_inside in _ARTICLE_INSIDE.finditer(key):
        yield key[: article_inside.start()] + key[article_inside.end() :]


def surface(text: str) -> str:
    """Folded as `fold` does but with number and spelling kept: `softwares` is not `software` here."""
    return _fold(text, _plain).text


def is_abbreviation(term: str) -> bool:
    """Whether a term looks like initials: `CAC`, `U.N.`, `GenAI`, `IGFs`; a capitalised word does not."""
    return re.fullmatch(r"(?=(?:.*[A-Z]){2})[A-Za-z][A-Za-z.&/0-9-]{1,9}", term) is not None


def _fold(text: str, comparable: Callable[[str], str]) -> Folded:
    pieces = _WORD.split(text)
    folded = [""] * len(pieces)
    folded[1::2] = map(comparable, pieces[1::2])
    folded[2:-1:2] = map(_between, pieces[2:-1:2])
    for edge in {0, len(pieces) - 1}:
        folded[edge] = _signs(_UNSEEN_RUN.sub("", pieces[edge]).strip("_"))
    return Folded("".join(folded), pieces, folded)


@lru_cache(maxsize=1 << 12)
def _between(gap: str) -> str:
    """What stands between two words: one space where it is white space or a hyphen, else its signs."""
    seen = _UNSEEN_RUN.sub("", gap)
    if seen.strip("_"):
        seen = seen.strip("_")  # _emphasis_, which snake_case is not
    return " " if _GAP.fullmatch(seen) else _signs(seen)


def _signs(text: str) -> str:
    return _SPACE.sub(" ", text.translate(_SIGNS))


@lru_cache(maxsize=1 << 16)
def _comparable(word: str) -> str:
    plain = _plain(_PLURAL_INITIALS.sub("", word))
    if len(plain) < 4:  # DNS, gas, its: too short to have a plural that can be told
        return plain
    plain = _IRREGULAR.get(plain, plain)
    for pattern, replacement in _SPELLING:
        plain = pattern.sub(replacement, plain)
    return next((pattern.sub(form, plain) for pattern, form in _NUMBER if pattern.search(plain)), plain)


def _plain(word: str) -> str:
    seen = _UNSEEN_RUN.sub("", _POSSESSIVE.sub("", word)).replace(".", "")
    return unicodedata.normalize("NFKC", seen).casefold()


_IRREGULAR = {
    "children": "child", "crises": "crisis", "criteria": "criterion", "feet": "foot", "indices": "index",
    "matrices": "matrix", "appendices": "appendix", "men": "man", "women": "woman", "phenomena": "phenomenon",
    "theses": "thesis", "lives": "life",
}  # fmt: skip
_UNCHANGED = "news|means|series|species|always|perhaps|politics|economics|mathematics|physics|ethics"
_SPELLING = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"(?<=\w\w)is(?=(?:e[sd]?|ing|ations?|ational)$)", "iz"),  # informatisation
        (r"(?<=\w{3})our(?=s?$|hood|ed$|ing$|able$|ful$|al$)", "or"),  # neighbourhood, not hour or four
        (r"(?<=\w\w)tre(?=s?$)", "ter"),  # centre
        (r"(?<=\wogram)me(?=s?$)", ""),  # programme
        (r"(?<=log)ue(?=s?$)", ""),  # dialogue
        (r"(?<=def|off|lic)ence(?=s?$)", "ense"),  # defence
    )
)
# The first that fits is taken. Where the plural does not tell its singular (-es), both lose the same letters.
_NUMBER = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (rf"^(?:{_UNCHANGED})$", r"\g<0>"),
        (r"(?<=\w\w)ies?$", "y"),  # economies; movie, movies
        (r"(?<=\w\w)s(?:es|is|e)$", "s"),  # processes, bases, analysis, analyses
        (r"(?<=\w\w)(x|z|ch|sh|o)es?$", r"\1"),  # branches, heroes, caches
        (r"(?<=\w\w[^sui])s$", ""),  # roads; not process, status, basis
    )
)
