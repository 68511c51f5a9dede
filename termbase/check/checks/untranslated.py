"""Checks that a translation is not a copy of its source."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from html import unescape

from termbase.bitext import SegmentPair
from termbase.check.bilingual.bitext_subject import BitextSubject
from termbase.check.bilingual.code_lines import is_shell_line, without_code_lines
from termbase.check.finding import Problem
from termbase.language import is_chinese, is_english, is_same_language
from termbase.renderings.cedict import is_english_word
from termbase.text.accelerators import without_accelerators
from termbase.text.choices import without_syntax
from termbase.text.english.english_stems import base_form
from termbase.text.placeholders import CODE
from termbase.text.script import has_han

_SIGNS = r"$\w./\\@:_=|<>{}\[\]-"
_LOWER_WORD = re.compile(rf"(?<![{_SIGNS}])[a-z]{{3,}}(?![{_SIGNS}])")
_SENTENCE_SIGN = re.compile(r"(?<=[A-Za-z])[.:](?=\s|\Z)")
_LATIN_WORD = re.compile("(?<![A-Za-z_])[a-z]{3,}(?![A-Za-z_])")
_NAME_PARTICLES = frozenset(
    "aka dal de degli del della dem den der des dos las les los van vom von zum zur".split()
)
"""Words in lower case in names: *Puerto del Rosario*."""

_UNITS = frozenset("bit bpm dpi fps kbps lux mbps mol ppi ppm rpm".split())
_FUNCTIONS = frozenset("abs acos asin atan cos cosh exp log mod sin sinh sqrt tan tanh".split())
"""Names of functions, which formulas keep: `sin 30`."""

_LETTERS = frozenset("alpha beta gamma delta epsilon theta kappa lambda rho sigma tau phi chi psi omega".split())
"""Names of Greek letters, which formulas keep: `1 - alpha`."""
_BRACKETED = re.compile(r"\[[^\[\]]*\]|<[^<>]*>|\([^()]*\)|(?<!\S)--?[\w-]+(?:=\S*)?|[.|]")
_SYNOPSIS = re.compile(r"[\[|(] ?[-<\[]|<[\w-]+>|(?<!\S)--?[a-z]")
_BUILTIN = re.compile(r"\s*[a-z]+(?: \[[^\[\]]*\]| [A-Z]{2,})+\s*")
"""A command with its arguments: `break [n]`."""

_COMMAND = re.compile(r"[a-z][\w-]*(?: [a-z][\w-]*){0,2}(?: ?\0)+ ?|%s(?: [a-z][\w-]*| ?\0)+ ?")

_PERSON = r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*)+"
_PERSONS = re.compile(rf"{_PERSON}(?:(?:,| and|, and) {_PERSON})+")
_BETWEEN_PERSONS = re.compile(r",? and |, ")

_IDENTIFIER = re.compile(r"\b[a-z]{2,}(?:_[a-z]{2,})+\b")
"""A name in a program: `op_verify`. The mark of an accelerator stands before one of few letters: *Open Wit_h*."""

_CAPITAL_INSIDE = re.compile(r"\b[a-z]{1,3}[A-Z]")
"""The beginning of a word such as *iPod* or *macOS*."""

_MARKUP = re.compile(
    r"\{![^{}\s]*!\}|<(input|code|command|cmd|kbd|screen|literal|samp|tt)>.*?</\1>|[\w:-]+=(?:'[^']*'|\"[^\"]*\")",
    re.DOTALL,
)
"""Markup of a console in braces (`{!white,blue!}`), elements that hold code, and attributes (`md5='0a1b'`)."""

_PROGRAM = re.compile(r"\b(?:struct|const|unsigned|static|void|char|int|long)\s+(?:\w+\s+)*\*?\s*\w+\(")
"""Matches the declaration of a function in C."""

_PREFIX = re.compile(r"\A[a-z][\w-]*(?: [a-z][\w-]*)?: ")
"""Matches the program, or the command, that begins its message: `git archive: `."""

_LISTED_NAMES = re.compile(r"(?:\b[^\W\d_][\w’'ʿ -]{0,20}[,|]){12}")
"""Matches a part of a list of names or of their parts, without spaces: `Ariel,Calypso,Delphine`."""

_LITERAL = re.compile(r"\[\s*\{.*\}\s*\]|\{\s*['\"].*\}", re.DOTALL)
"""Matches a value in the notation of GVariant or JSON."""

_QUOTED_VALUES = re.compile(r"\s*(?:(['\"])[\w-]+\1[\s,;|]*){3,}")
"""Matches a list of values in quotation marks: `'auto' 'off' 'on'`."""

_ADDRESS = re.compile(r"\b[a-z]+://\S+")
"""An address, in which codes may stand: `http://example.org/{0}/notes`."""

_COMPANY = re.compile(r"(?:[^\W\d_][\w&'’.-]* |& ){0,3}[^\W\d_][\w&'’.-]*,? (?:Inc|Ltd|LLC|LLP|GmbH|Corp|plc)\.?")
"""The name of a company: *elementary, Inc.*"""

_COPYRIGHT = re.compile(r"\W*(?:copyright|\(c\)|©)\W*(?:\(c\)|©)?\W*(?:\d{4}|\0)", re.IGNORECASE)
"""The beginning of a notice of copyright, which has names and no sentence: *Copyright 2001, the Otter team*."""

_WITH_INITIALS = re.compile(r"([A-Z][\w ’'-]+) \(([A-Z]{2,8})\)")
_BETWEEN_NAMES = frozenset("for over via with".split())
_LONGEST_NAME = 3
"""Maximum number of words of a name with such a word: *iPod touch*."""


def untranslated(subject: BitextSubject) -> Iterator[Problem]:
    """The target is a copy of the source, although the source has words to translate.

    Words to translate are Chinese characters, or English words in lower case. Names and codes may stay as they are,
    also names such as *iPod touch* and *Puerto del Rosario*, persons, and the synopsis of a command. So may words
    that the Chinese targets of the file keep at least twice, and at least every other time: *darktable*.

    Bad: `Click here` = `Click here`
    Good: `LibreOffice Writer` = `LibreOffice Writer`
    """
    source, target = subject.bitext.source_language, subject.bitext.target_language
    if is_same_language(source, target):
        return
    pairs = subject.bitext.pairs
    copies = [index for index, pair in enumerate(pairs) if _is_same(pair.source, pair.target)]
    kept = _kept_words(pairs) if copies and is_english(source) else frozenset[str]()
    for index in copies:
        if _has_words(_words(pairs[index].source), source, kept):
            yield subject.whole_target(index, "the target is the same as the source")


def _is_same(source: str, target: str) -> bool:
    left, right = (unicodedata.normalize("NFKC", without_accelerators(text)).split() for text in (source, target))
    return left == right


def _kept_words(pairs: Iterable[SegmentPair]) -> frozenset[str]:
    """Return the words in lower case that most of the Chinese targets keep as they are."""
    chinese = [pair for pair in pairs if has_han(pair.target)]
    in_sources = Counter(word for pair in chinese for word in set(_LOWER_WORD.findall(_words(pair.source))))
    in_targets = Counter(word for pair in chinese for word in set(_LATIN_WORD.findall(_words(pair.target))))
    return frozenset(word for word, number in in_targets.items() if 2 <= number >= in_sources[word] / 2)


def _words(text: str) -> str:
    """Return a text with what is no prose left out: codes, lines of code, the whole of a synopsis of a command."""
    if _PROGRAM.search(text) or _LITERAL.fullmatch(text.strip().strip("`")):
        return ""
    if _LISTED_NAMES.search(text) or _QUOTED_VALUES.fullmatch(text):
        return ""
    text = _PREFIX.sub("", _MARKUP.sub(" ", without_code_lines(text)))
    plain = without_accelerators(_IDENTIFIER.sub("_", without_syntax(_ADDRESS.sub(" ", unescape(text)))))
    return "" if _is_synopsis(plain) else _SENTENCE_SIGN.sub(" ", CODE.sub(" ", plain))


def _is_synopsis(text: str) -> bool:
    """Whether a text is nothing but a command in lower case with its options: `git am [<options>] [<mbox>...]`."""
    if _BUILTIN.fullmatch(text) or text.startswith("@(") or is_shell_line(text):
        return True
    if not _SYNOPSIS.search(text):
        return False
    rest, count = text, 1
    while count:
        rest, count = _BRACKETED.subn("\0", rest)
    return _COMMAND.fullmatch(" ".join(rest.split())) is not None


def _is_list_of_persons(text: str) -> bool:
    """Whether a text is a list of persons, each with a word that is no ordinary one: *Ada Kossuth and Li Mo*."""
    plain = " ".join(text.split())
    return _PERSONS.fullmatch(plain) is not None and all(
        any(len(word) > 1 and not is_english_word(word) for word in re.findall(r"\w+", name))
        for name in _BETWEEN_PERSONS.split(plain)
    )


def _has_words(text: str, language: str, kept: frozenset[str]) -> bool:
    if is_chinese(language):
        return has_han(text)
    if not is_english(language) or len(re.findall(r"(?:[^\s=]*\w)+", text)) < 2 or _is_name(text):
        return False
    if _is_made_of_names(text):
        return False
    words = set(_LOWER_WORD.findall(text)) - (kept | _UNITS | _LETTERS | _FUNCTIONS | _NAME_PARTICLES)
    if words == {"and"}:
        return not (_is_list_of_persons(text) or _is_with_initials(text))
    return any(map(_is_known, words))


def _is_with_initials(text: str) -> bool:
    """Whether a text is a name with its initials in a bracket: *Society of Oak and Elm Growers (SOEG)*."""
    named = _WITH_INITIALS.fullmatch(text.strip())
    initials = "".join(word[0] for word in named[1].split() if word[0].isupper()) if named else ""
    return named is not None and initials.endswith(named[2])


def _is_made_of_names(text: str) -> bool:
    """Whether a text has names or initials, and *for* or *over* between them: *UDP over TCP*, *QT Kit for KDE*.

    Other words with a capital may stand inside.
    """
    names = [word for word in text.split() if word not in _BETWEEN_NAMES]
    is_name = [name[1:] != name[1:].lower() or not is_english_word(name.lower()) for name in names]
    has_capitals = all(any(map(str.isupper, name)) for name in names)
    return len(names) < len(text.split()) and has_capitals and is_name[0] and is_name[-1]


def _is_name(text: str) -> bool:
    """Whether a text is the name of a product or company, or a notice of copyright."""
    is_product = len(text.split()) <= _LONGEST_NAME and _CAPITAL_INSIDE.search(text) is not None
    return is_product or _COMPANY.fullmatch(text.strip()) is not None or _COPYRIGHT.match(text) is not None


def _is_known(word: str) -> bool:
    """Whether a word is English, not the name of a program: *removed*, not *pdflatex*."""
    return any(map(is_english_word, (word, base_form(word), f"{base_form(word)}e")))
