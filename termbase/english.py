"""English as it is compared: `Digital  Silk-Road` and `the digital silk roads` are one.

Start from `fold`, which keeps the way back to the original; `english_key` is the whole of it for one term.
`_comparable` says when two words are one, and the tables under it are its rules. The folded form is for
comparing, never for showing: some words come out maimed (`databases` and `database` both as `databas`).
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

_UNSEEN = r"\u00ad\u200b-\u200d\u2060\ufeff*"  # soft hyphen, zero width, and Markdown's emphasis
_LETTER = r"[^\W_\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]"  # no Han: AI技术 holds AI
_HYPHENS = r"\-\u2010\u2011\u2013"  # an en dash joins words too: China–Africa
_TOKEN = re.compile(
    rf"(?P<initials>\b(?:[A-Za-z]\.){{2,}}(?!{_LETTER}))"
    rf"|(?P<word>{_LETTER}(?:[{_UNSEEN}]*{_LETTER})*)(?:['’＇ʼ]s(?!{_LETTER})|(?<=s)['’＇ʼ](?!{_LETTER}))?"
    rf"|(?P<unseen>[{_UNSEEN}]+|(?<!{_LETTER})_+(?={_LETTER})|(?<={_LETTER})_+(?!{_LETTER}))"
    rf"|(?P<gap>\s+|(?:(?<={_LETTER})|(?<=[{_UNSEEN}]))[{_HYPHENS}][{_UNSEEN}]*(?:\s+(?={_LETTER})|(?={_LETTER})))"
    r"|(?P<sign>.)",
    re.DOTALL,
)
_NOT_IN_WORDS = re.compile(rf"[{_UNSEEN}]")
_PLURAL_INITIALS = re.compile(r"(?<=[A-Z]{2})s$")  # AIs, CIIs
_SIGNS = str.maketrans("‘’＇ʼ“”", "''''\"\"")
_ARTICLE = re.compile(r"^(?:the|an?) (?=\w)")
_SMALL_WORD = re.compile(r"(?<= )(?:at|by|for|from|in|of|on|to|with)(?= (?!(?:the|an?) ))")
_ARTICLE_INSIDE = re.compile(r"(?<= )(?:the|an?) ")
_OPENING, _CLOSING = "\"'([{<« ", "\"')]}>»,;:.!? "


@dataclass(frozen=True, slots=True)
class Folded:
    """A text in its comparable form, and where each of its words and signs stood.

    `text` holds words with one space between them; signs stay and part them. `positions` are offsets in
    `text`, `starts` and `ends` the offsets of the same words and signs in the original (code points).
    """

    text: str
    positions: tuple[int, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the original for a stretch of `text`, whole words, without a possessive 's."""
        first = bisect_right(self.positions, start) - 1
        last = bisect_left(self.positions, end) - 1
        return self.starts[first], self.ends[last]


def fold(text: str) -> Folded:
    """The comparable form: whatever the case, width, hyphens, spaces, number, possessive, spelling (-ise)."""
    parts: list[str] = []
    positions: list[int] = []
    starts: list[int] = []
    ends: list[int] = []
    length = 0
    for token in _TOKEN.finditer(text):
        kind = token.lastgroup
        if kind == "unseen" or (kind == "gap" and parts and parts[-1] == " "):
            continue
        part = " " if kind == "gap" else _comparable(token[0] if kind == "sign" else token[kind or 0])
        if kind != "gap":
            positions.append(length)
            starts.append(token.start())
            ends.append(token.end(kind or 0))
        parts.append(part)
        length += len(part)
    return Folded("".join(parts), tuple(positions), tuple(starts), tuple(ends))


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
    words = (
        token["word"] or token[0] for token in _TOKEN.finditer(text) if token.lastgroup not in ("unseen", "gap")
    )
    return " ".join(_plain(word) for word in words)


def is_abbreviation(term: str) -> bool:
    """Whether a term looks like initials: `CAC`, `U.N.`, `GenAI`, `IGFs`; a capitalised word does not."""
    return re.fullmatch(r"(?=(?:.*[A-Z]){2})[A-Za-z][A-Za-z.&/0-9-]{1,9}", term) is not None


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
    shown = _NOT_IN_WORDS.sub("", word.translate(_SIGNS))
    return unicodedata.normalize("NFKC", shown if len(shown) == 1 else shown.replace(".", "")).casefold()


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
