"""Finds the text that corrects a finding, if there is only one such text.

Start from `fix_of`. Only plain prose without markup is replaced. Capitals, plural and line breaks of the replaced
words are kept, and the article before them is adapted ("an access point", "a router"). If any of this is uncertain,
there is no fix.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import accumulate
from pathlib import PurePath
from typing import NamedTuple

from termbase.check.bilingual.segment_text import SUFFIXES as BILINGUAL
from termbase.check.finding import Finding, Fix
from termbase.check.marked_text import with_markup, without_markup
from termbase.document.endings import DOCUMENTS, PACKED
from termbase.document.model import Document, Unit
from termbase.document.references import resolve
from termbase.text.changes import replaced
from termbase.text.english.folded_english import english_key
from termbase.text.latin_words import is_abbreviation
from termbase.text.offsets import unmasked
from termbase.text.script import has_han

_CERTAIN = frozenset({"deprecated", "region", "case", "wording"})
"""The checks whose findings are certainly wrong. Those of `mixed`, in contrast, are for the author to judge."""

_EDITABLE = (DOCUMENTS - PACKED) | BILINGUAL
"""Formats of plain text, in which a fix can be written."""

_PLAIN = re.compile(r"[\w'’./-]+(?:(?:[ \u00a0]+|[ \t]*(?:\r\n|\r|\n)[ \t]*)[\w'’./-]+)*")
_PLAIN_CHINESE = re.compile(r"[\w'’./ 、，。：；！？（）「」『』《》〈〉“”…—·-]+")
"""Chinese sentences without markup and line ends."""

_MARKUP = re.compile(r"""[&<>"\r\n]""")
"""Signs that a file may write in another way than readers see them."""

_REACH = 40
_BREAK = re.compile(r"[ \t]*(?:\r\n|\r|\n)[ \t]*")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_ARTICLE = re.compile(r"(?<![\w-])(?P<article>an?)(?P<gap>\s{1,8}[*_]{0,3})\Z", re.IGNORECASE)
_ARTICLE_BEFORE_SIGNS = re.compile(r"(?<![\w-])an?\s+(?:<[^<>]*>|[^\w\s])+\Z", re.IGNORECASE)
_HISSING = re.compile(r"(?:s|x|z|ch|sh)\Z")
_CONSONANT_Y = re.compile(r"[^aeiou]y\Z")
_VOWEL = re.compile(r"(?!eu|uni(?!n)|us|ut|one|ubi)[aeiou]|hon(?:est|our)|hour|heir", re.IGNORECASE)
_SPOKEN_VOWEL = frozenset("AEFHILMNORSX")
"""Letters whose names begin with a vowel sound: "an MRI"."""


def fix_of(finding: Finding, document: Document, listed: str) -> Fix | None:
    """Return the fix for a finding, or None. `listed` is the termbase's spelling of the term that was found."""
    if finding.name not in _CERTAIN or len(finding.suggestions) != 1 or not _is_editable(document):
        return None
    written, wanted = _as_read(finding.start, finding.end, document), finding.suggestions[0]
    if finding.name != "case" or has_han(written) or has_han(wanted):
        return replacement(Words(written, finding.start, finding.end, document.text), listed, wanted)
    if not _PLAIN.fullmatch(written) or not _PLAIN.fullmatch(wanted):
        return None
    return Fix(finding.start, finding.end, _with_capitals(written, wanted))


def _as_read(start: int, end: int, document: Document) -> str:
    """Return a stretch of a document with its character references read; with markup in it, as it is written."""
    written = document.text[start:end]
    read = unmasked(resolve(written))
    return read if "&" in written and read == document.prose(start, end) else written


class Words(NamedTuple):
    """The words from `start` to `end` (code points) of a text; `written` is what readers see of them."""

    written: str
    start: int
    end: int
    text: str

    @property
    def before(self) -> str:
        """The text before them, as far as it matters."""
        return self.text[max(0, self.start - _REACH) : self.start]


def replacement(words: Words, listed: str, wanted: str) -> Fix | None:
    """Return the fix that puts another term in place of some words, or None if its form is uncertain.

    `listed` is the termbase's spelling of the term that the words are.
    """
    written = words.written
    if has_han(written) and has_han(wanted):
        chinese = with_markup(written, wanted) if _has_same_signs(without_markup(written), wanted) else None
        if chinese is not None:
            return Fix(words.start, words.end, chinese)
    if not _PLAIN.fullmatch(written) or not _PLAIN.fullmatch(wanted):
        return None
    if has_han(written) or has_han(wanted):
        return _in_place(words, wanted) if has_han(written) and has_han(wanted) else None
    form = _in_number(written, listed, wanted)
    return _in_place(words, _in_case(written, form, wanted)) if form else None


def _has_same_signs(written: str, wanted: str) -> bool:
    """Whether two Chinese texts without markup differ only in plain signs: `$n$ 个点`, `$n$ 個點`."""
    signs = _PLAIN_CHINESE.sub("", written)
    return signs == _PLAIN_CHINESE.sub("", wanted) and not _MARKUP.search(signs)


def is_packed(finding: Finding) -> bool:
    """Whether a finding has only one right form, but its file (DOCX, XLSX ...) is not plain text to edit."""
    suffix = PurePath(finding.file).suffix.lower()
    return finding.name in _CERTAIN and len(finding.suggestions) == 1 and suffix not in {"", *_EDITABLE}


def fixed(text: str, fixes: Iterable[Fix]) -> str:
    """Return the text with the fixes applied. Different fixes that overlap are all left out."""
    ordered = sorted(set(fixes), key=lambda fix: (fix.start, fix.end))
    reached = [0, *accumulate((fix.end for fix in ordered), max)]
    following = [*(fix.start for fix in ordered[1:]), len(text)]
    around = zip(ordered, reached, following, strict=False)
    alone = (fix for fix, before, after in around if before <= fix.start and fix.end <= after)
    return replaced(text, ((fix.start, fix.end, fix.text) for fix in alone))


def _is_editable(document: Document) -> bool:
    is_text = document.file == "-" or PurePath(document.file).suffix.lower() in _EDITABLE
    return is_text and document.unit is Unit.LINE


def _with_capitals(written: str, wanted: str) -> str:
    """Give the written words the capitals of the term: `digital silk roads` becomes `Digital Silk Roads`."""
    terms = iter(_WORD.findall(wanted))

    def recased(word: re.Match[str]) -> str:
        term = next(terms, "")
        both = min(len(term), len(word[0]))
        return term[:both] + word[0][both:] if term[:both].casefold() == word[0][:both].casefold() else word[0]

    return _WORD.sub(recased, written)


def _in_number(written: str, listed: str, wanted: str) -> str | None:
    """Return the wanted term, in the plural if the words are the plural of the listed term; else None."""
    words, terms = (_WORD.findall(text.casefold()) for text in (written, listed))
    if words == terms:
        return wanted
    if words[:-1] != terms[:-1] or not _is_plural_of(words[-1], terms[-1]):
        return None
    plural = wanted + ("es" if _HISSING.search(wanted) else "s")
    return plural if _CONSONANT_Y.search(wanted) is None else wanted[:-1] + "ies"


def _is_plural_of(word: str, singular: str) -> bool:
    return word.endswith("s") and not singular.endswith("s") and english_key(word) == english_key(singular)


def _in_case(written: str, form: str, wanted: str) -> str:
    """Give the term the capitals of the written words (as in headings). A proper name keeps its own capitals."""
    words = _WORD.findall(written)
    if len(written) > 3 and written.isupper() and not is_abbreviation(written):
        return form.upper()
    if not wanted.islower():
        return form
    if len(words) > 1 and all(word[0].isupper() for word in (words[0], words[-1])):
        return _WORD.sub(lambda word: word[0][0].upper() + word[0][1:], form)
    return form[0].upper() + form[1:] if words[0][0].isupper() else form


def _in_place(words: Words, form: str) -> Fix | None:
    """Replace the words with `form`. Keep a line break within them, and adapt the article before them."""
    breaks = _BREAK.findall(words.written)
    if breaks:
        return _with_break(words, form, breaks[0]) if len(breaks) == 1 else None
    article = _ARTICLE.search(words.before)
    if has_han(form) or (article is None and not _ARTICLE_BEFORE_SIGNS.search(words.before)):
        return Fix(words.start, words.end, form)
    return _with_article(words, article, form) if article else None


def _with_article(words: Words, article: re.Match[str], form: str) -> Fix:
    fitted = _article_for(form)
    if fitted == article["article"].lower():
        return Fix(words.start, words.end, form)
    shown = fitted.capitalize() if article["article"][0].isupper() else fitted
    return Fix(words.start - len(article[0]), words.end, shown + article["gap"] + form)


def _with_break(words: Words, form: str, line_end: str) -> Fix | None:
    """Replace the words with `form`, with the line break after as many words; before `form` if it is one word."""
    if has_han(form):
        place = min(words.written.index(line_end), len(form))
        return Fix(words.start, words.end, form[:place] + line_end + form[place:])
    if _ARTICLE.search(words.before):
        return None
    parts, place = form.split(" "), len(_BREAK.split(words.written)[0].split())
    if len(parts) > 1:
        place = min(place, len(parts) - 1)
        return Fix(words.start, words.end, " ".join(parts[:place]) + line_end + " ".join(parts[place:]))
    space = len(words.before) - len(words.before.rstrip(" "))
    if not space:
        return None
    return Fix(words.start - space, words.end, line_end + form)


def _article_for(form: str) -> str:
    is_spelt = is_abbreviation(form.split(" ")[0]) and form[:2].isupper()
    return "an" if (form[0] in _SPOKEN_VOWEL if is_spelt else _VOWEL.match(form)) else "a"
