"""Leaves out differences in codes that a right translation may have: endings, units, words that it translates.

Start from `without_exceptions`.
"""

from __future__ import annotations

import re

from termbase.check.bilingual.emphasis import Difference, without_emphasis
from termbase.text.placeholders import DATE_FIELD, placeholders
from termbase.text.script import HAN, has_han

_SHELL_VARIABLE = re.compile(r"\$\{(\w+)\}")
_USAGE = re.compile(r"([{%])(\w+)([}%])")
_ARGUMENT = re.compile(r"%\d+\$[a-zA-Z]+|\{{1,2}\s?[A-Za-z_]\w*\s?\}{1,2}|%\([A-Za-z_]\w*\)[a-z]")
_ENDING = re.compile(r"(?<=[a-z])\{{1,2}(?:\w*plural|e?s)\}{1,2}", re.IGNORECASE)
_CHOSEN_ENDING = re.compile(
    r"(?<=[a-z])\{(?P<name>\w+), ?plural,\s*(?:(?:\w+|=\d+)\s*\{(?:e?s|y|ies)?\}\s*)+\}", re.IGNORECASE
)
_LANGUAGE = re.compile(r"(?<=/)(?:en|zh)(?:[-_][A-Za-z]+)*(?=[/\"'])", re.IGNORECASE)
_NUMBER = re.compile(r"%\d+\$")
_SPACED = re.compile(r"\{\s+[^\W\d_]+\s+\}")
_OPTION_VALUE = re.compile(rf"(?:--?[a-z][\w-]*|:[a-z]+(?: [a-z]+)?)[ =]\{{[{HAN}]+\}}")
"""Matches the value of an option or command whose name is translated: `--file {文件名}` for `--file {fname}`."""

_IN_BRACES = re.compile(rf"\{{[a-z{HAN}]+\}}")
_WORDS_IN_BRACES = re.compile(r"\{\w+(?:-\w+){2,}\}|\{[" + HAN + r"]{6,}\}")
"""Matches words in braces that are no name of an argument: `{script-only-if-no-other-script}`."""

_LOUD = re.compile(r"\{[A-Z]{2,}\}")
_HAN_IN_BRACES = re.compile(rf"\\[a-z]\{{[{HAN}]+\}}")
"""Matches an escape whose value has a translated name: `\\x{十六进制数}` for `\\x{HEXNUMBER}`."""

_FIELD = re.compile("%[A-Za-z]")
"""Matches a field of a date if the other text has a surer one: `%d日` for `%d, %Y`."""

_PLURAL = re.compile(r"\{([\w.]+), (?:plural|selectordinal)\}")
_SHOWN = re.compile(r"\{([\w.]+)(?:, number)?\}")
"""Match a plural, and its argument as a number."""

_QT = re.compile(r"%[1-9]")
_PLAIN_TAG = re.compile(r"</?([A-Za-z]\w*)>")
_LINK = re.compile(r"<a\s[^<>]*href=[\"']?https?://", re.IGNORECASE)
_ENGLISH_LINK = re.compile(rf"{_LINK.pattern}(?:en\.|[^/]+/en[-/_])", re.IGNORECASE)
"""Match a link to a page of the web, and to one in English: `https://en.wikipedia.org/wiki/Oak`."""

_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_WRAPPED = re.compile(r"(?<=[A-Za-z,]) ?<br\s*/?>\s?(?=[a-z])", re.IGNORECASE)

_BRACES, _QUOTED_BRACES = (
    re.compile(r"\bbrac(?:e|ket)s?\b", re.IGNORECASE),
    re.compile(r"[\"'“‘「『]\{\}[\"'”’」』]"),
)
"""Match the name of braces, and braces in quotation marks, which may show them: *curly braces*, 花括号“{}”."""


def without_exceptions(found: list[Difference], source: str, target: str) -> list[Difference]:
    """Return the differences between two texts without those that are no fault of the translation."""
    found = [one for one in found if not _WORDS_IN_BRACES.fullmatch(one.code)]
    if _OPTION_VALUE.search(target):
        found = [one for one in found if not _IN_BRACES.fullmatch(one.code)]
    if _HAN_IN_BRACES.search(target):
        found = [one for one in found if not (one.verb == "lacks" and _LOUD.fullmatch(one.code))]
    found = [one for one in found if not (_FIELD.fullmatch(one.code) and _is_date(one, source, target))]
    found = _without_joined_lines(_without_spaced_words(found), source)
    found = [one for one in found if not (one.verb == "lacks" and has_han(target) and _is_ending(one, source))]
    found = [one for one in found if not _is_repeated(one, source if one.verb == "adds" else target)]
    if _BRACES.search(source) and _QUOTED_BRACES.search(target):
        found = [one for one in found if one != ("adds", "{}", "")]
    found = _without_units(_without_plurals(found) if has_han(target) else found)
    found = _without_translated_links(found)
    found = _without_numbered(_without_translated_words(without_emphasis(found, source, target), source, target))
    return [one for one in found if not (_is_same_variable(one, source, target) or _is_usage(one, source, target))]


def _is_date(difference: Difference, source: str, target: str) -> bool:
    """Whether the text that does not have a code is the format of a date or time."""
    return DATE_FIELD.search(source if difference.verb == "adds" else target) is not None


def _is_repeated(difference: Difference, other: str) -> bool:
    """Whether one text only shows an argument more often than the other, by its number or name: `%1$s and %1$s`."""
    argument = _ARGUMENT.fullmatch(difference.code)
    return argument is not None and difference.code in {code.identity for code in placeholders(other)}


def _is_ending(difference: Difference, source: str) -> bool:
    """Whether a code only stands for the ending of an English plural: `file{plural}`."""
    written = {found[0] for found in _ENDING.finditer(source)}
    chosen = {f"{{{found['name']}, plural}}" for found in _CHOSEN_ENDING.finditer(source)}
    return difference.code in written | chosen


def _without_plurals(found: list[Difference]) -> list[Difference]:
    """Leave out a plural that Chinese, which has one form, shows as its number: `{n} 个` for `{n, plural, ...}`."""
    lacking = {match[1] for one in found if one.verb == "lacks" and (match := _PLURAL.fullmatch(one.code))}
    adding = {match[1] for one in found if one.verb == "adds" and (match := _SHOWN.fullmatch(one.code))}
    shown = lacking & adding
    matches = [_PLURAL.fullmatch(one.code) or _SHOWN.fullmatch(one.code) for one in found]
    return [one for one, match in zip(found, matches, strict=True) if match is None or match[1] not in shown]


def _without_units(found: list[Difference]) -> list[Difference]:
    """Leave out placeholders of Qt with a letter directly behind in one of the texts: `%1x` for `%1 x`."""
    plain = {(one.verb, one.code) for one in found if _QT.fullmatch(one.code)}
    other = {"lacks": "adds", "adds": "lacks"}
    joined = {one.code[:2] for one in found if len(one.code) == 3 and (other[one.verb], one.code[:2]) in plain}
    return [one for one in found if one.code[:2] not in joined]


def without_repaired(found: list[Difference], source: str, target: str) -> list[Difference]:
    """Leave out the tags that a source does not close, or closes by another opening one, where the target does."""
    repaired = set[str]()
    for name in {tag[1].lower() for one in found if (tag := _PLAIN_TAG.fullmatch(one.code))}:
        opened, closed, opened_there, closed_there = (
            len(re.findall(rf"<{slash}{name}\b[^<>]*>", text, re.IGNORECASE))
            for text in (source, target)
            for slash in ("", "/")
        )
        if opened != closed and 0 < opened_there == closed_there in (opened, (opened + closed) / 2):
            repaired.add(name)
    return [one for one in found if not ((tag := _PLAIN_TAG.fullmatch(one.code)) and tag[1].lower() in repaired)]


def _without_translated_links(found: list[Difference]) -> list[Difference]:
    """Leave out a link to an English page for which the target has one to another page."""
    links = [one for one in found if one.verb == "lacks" and _ENGLISH_LINK.match(one.code)]
    others = [one for one in found if one.verb == "adds" and _LINK.match(one.code)]
    left_out = [*links, *others] if len(links) == len(others) else []
    return [one for one in found if one not in left_out]


def _without_spaced_words(found: list[Difference]) -> list[Difference]:
    """Leave out words between braces that the target translates: `{ or }`, `{ 或 }`."""
    if any(one.verb == "adds" and _SPACED.fullmatch(one.code) and has_han(one.code) for one in found):
        return [one for one in found if not _SPACED.fullmatch(one.code)]
    return found


def _without_joined_lines(found: list[Difference], source: str) -> list[Difference]:
    """Leave out `<br>` within a sentence of the source, which only breaks its line: *It may<br>stop*."""
    breaks, kept = len(_WRAPPED.findall(source)), list[Difference]()
    for one in found:
        if one.verb == "lacks" and breaks and _BREAK.fullmatch(one.code):
            breaks -= 1
        else:
            kept.append(one)
    return kept


def _without_numbered(found: list[Difference]) -> list[Difference]:
    """Leave out tags that differ only in numbers of placeholders (`%s`, `%2$s`), or in the language."""
    plain = [_LANGUAGE.sub("", _NUMBER.sub("%", one.code)) if one.code.startswith("<") else "" for one in found]
    both = {code for code, one in zip(plain, found, strict=True) if code and one.verb == "lacks"}
    both &= {code for code, one in zip(plain, found, strict=True) if code and one.verb == "adds"}
    return [one for code, one in zip(plain, found, strict=True) if code not in both]


def _is_same_variable(difference: Difference, source: str, target: str) -> bool:
    """Whether the other text has the same variable of a shell without braces: `${HOME}`, `$HOME`."""
    variable = _SHELL_VARIABLE.fullmatch(difference.code)
    other = target if difference.verb == "lacks" else source
    return variable is not None and re.search(rf"\${variable[1]}\b", other) is not None


def _is_usage(difference: Difference, source: str, target: str) -> bool:
    """Whether a code is a part of a usage message, whose words are explained in it and translated: `{INTEGER}`.

    In the source the word also stands without the marks, and the target has Chinese words in the marks.
    """
    marked = _USAGE.fullmatch(difference.code)
    if marked is None:
        return False
    left, word, right = marked.groups()
    inside = [
        found[1] for found in re.finditer(rf"{re.escape(left)}([^{re.escape(left + right)}\s]+){right}", target)
    ]
    is_translated = any(map(has_han, inside))
    if difference.verb == "adds":
        return has_han(word) and re.search(rf"{re.escape(left)}[A-Z]{{3,}}{right}", source) is not None
    return is_translated and word.isupper() and len(re.findall(rf"\b{word}\b", source)) > 1


def _without_translated_words(found: list[Difference], source: str, target: str) -> list[Difference]:
    """Leave out Chinese words in braces that translate words in braces, not a placeholder: `{State district}`.

    So are those that are translated: `{shop name}` for `{店名}`.
    """
    braced = [one for one in found if one.code.startswith("{")]
    verb = "lacks" if has_han(source) else "adds"
    if source.count("{") == target.count("{") and all(one.verb == verb and has_han(one.code) for one in braced):
        return [one for one in found if one not in braced]
    return found
