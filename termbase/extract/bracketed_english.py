"""Looks at English in a bracket behind Chinese: it may be code, a number or a remark rather than a term."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from termbase.extract.before import WINDOW, peel
from termbase.extract.marks import KANA, Bracket
from termbase.extract.model import Clue, noted
from termbase.extract.pieces import BracketPiece
from termbase.extract.roles import Role
from termbase.text.latin_words import is_abbreviation, latin_words
from termbase.text.offsets import Span
from termbase.text.script import HAN
from termbase.text.word_classes import function_words

_CODE = re.compile(r"[a-z][A-Z]|[a-z]_+[a-z]|\(\)|::|[=<>{}$]")
_GAELIC_NAME = re.compile(r"\bMa?c(?=[A-Z][a-z])")
"""The beginning of a name with a second capital, which is no code: MacArthur, McCarthy."""
_NUMBERED = re.compile(r"\w+ [\d.% –~-]+")
_DOCUMENT_NUMBER = re.compile(r"[A-Z][A-Z.]*\s?\d{3,}|(?=\d+[A-Z])[\dA-Z]{4,}(?:\.\w+)?")
_ET_AL = re.compile(r" et al\b")
NUMBER_OF_ITEM = r"[A-Z]+(?:-[A-Z]+)*-0\d+(?:, [A-Z-]+0\d+)*|[A-Z]+(?:-\d+){2,}|[A-Z]\d+(?:\.\d+)+"
"""Numbers as in lists of requirements: with a zero in front, F-BUS-002, or of several parts, CN-12-017, H3.1."""
_STANDARD = (
    rf"{NUMBER_OF_ITEM}|"
    r"\d+(?:\.\d+)*[a-z]?|[A-Z]+(?:/[A-Z]+)* ?\d+(?:[-—–―:]\d{2,4}|\.\d+)+|[A-Z]+(?:/[A-Z]+)+ ?\d+"
    r"|[A-Z]+ ?\d+,? §.*|[A-Z]\d+ ?[-–—~] ?[A-Z]?\d+"
)
"""The number of a standard, of a section in one, or of a formula: GB/T 12345—2012, RFC 1234 §4.3, 9.12c."""
_FILE_NAME = re.compile(r"[\w-]+(?:\.[\w-]+)*\.[a-z]\w{0,4}|[A-Za-z\d]+(?:_[A-Za-z\d]+)+")
"""The name of a file, or words joined for one: night_return."""
_PATH = r"(?:[\w.-]+/)+[\w-]*(?:\.[\w-]+)*\.[a-z]\w{0,4}|@[\w.-]+"
"""The path of a file, or the name of a user: kernel/trap.c, @someone."""
_VERSION = r"(?i:(?:v|ver\.?|version) ?\d[\w.+-]*|(?:alpha|beta|rc)[ -]?\d+)"
_LOCALE = r"[a-z]{2,3}[-_](?:[A-Z]{2}|[A-Z][a-z]{3})(?:[-_.]\w+)*"
_NO_TERM = re.compile("|".join((_PATH, _STANDARD, _VERSION, _LOCALE)))
_SIGNS = re.compile(r"->|=>|[→⇒]| \+ ")
"""Signs that no term has: the way through a menu, what is added up."""
_REMARKS = frozenset(("vice versa", "etc", "et al", "ibid", "op. cit", "sic", "n/a", "tbd", "todo"))
_SENTENCE = re.compile(
    r"(?:I|You|He|She|It|We|They|There|This)(?:['’][a-z]+)? [a-z]"
    r"|(?:Gotta|Gonna|Yes,|No,|Let['’]s|Don['’]t|[Oo]ne of) [a-z]"
    r"|(?=[^.]* [a-z])(?:[^\s.]+ ){3,}[^\s.]+\.$"
)
"""How a translated sentence begins or ends, and no term: I got it; titles and names have capitals, I Am a Cat."""
_CLAUSES = re.compile(f"[{HAN}][，；][{HAN}]")
"""The end of a clause inside a quotation."""


def form_of(flat: str, span: Span) -> Iterator[Clue]:
    """Yield clues that a span of English in a bracket is no term."""
    english = flat[span.start : span.end]
    is_code = _CODE.search(_GAELIC_NAME.sub("", english)) is not None and not is_abbreviation(english)
    if flat[span.start - 1] in "`^$&@#\\." or is_code:
        yield noted("en_code")
    if flat[span.start - 1] == "`":
        yield noted("en_marked_code")
    first = latin_words(english)[:1]
    if first and not first[0].is_capital and first[0].text in function_words():
        yield Clue("en_begins_with_function_word", 1.0, first[0].text)
    if len(english) == 1:
        yield noted("en_single_letter")
    if _NUMBERED.fullmatch(english):
        yield noted("en_numbered")
    if _DOCUMENT_NUMBER.fullmatch(english):
        yield noted("en_document_number")
    if _FILE_NAME.fullmatch(english):
        yield noted("en_file_name")


def holds_no_term(english: str) -> bool:
    """Return whether a string is a remark, a sentence, a path, a version or a number: 45% vs. 43%, I got it, v2.1.

    Latin letters beside kana are Japanese: URLパラメーター.
    """
    if not english.isascii() and KANA.search(english):
        return True
    if english.rstrip(".").casefold() in _REMARKS or _ET_AL.search(english):
        return True
    if _NO_TERM.fullmatch(english) or _SENTENCE.match(english) or _SIGNS.search(english):
        return True
    return all(word.text.isdigit() or word.text in function_words() for word in latin_words(english))


def joined(flat: str, bracket: Bracket, found: Sequence[BracketPiece]) -> Sequence[BracketPiece]:
    """Return the pieces of a bracket, in one if it translates a quotation of several clauses before it.

    Example: “海阔，天空” (wide the sea, high the sky)
    """
    if len(found) < 2 or any(piece.role is not Role.ENGLISH for piece in found):
        return found
    enclosed = peel(flat, bracket.start, max(0, bracket.start - WINDOW)).enclosed
    if not any(_CLAUSES.search(flat, *span) for span in enclosed):
        return found
    first, last = found[0], found[-1]
    span = Span(first.span.start, last.span.end)
    return [BracketPiece(span, flat[slice(*span)], Role.ENGLISH, "", 0, first.is_marked)]
