"""Finds the placeholders and tags in a text, and what each of them stands for. Start from `placeholders`.

Known are the formats of C, Python, .NET, Java, Qt, Boost, Objective-C and of templates, and tags of HTML and XLIFF.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import count
from typing import NamedTuple

from termbase.text.offsets import Span

_ALONE = (
    r"(?:(?![A-Za-z])|(?<=[diu])(?=(?:st|nd|rd|th)(?![A-Za-z])))"  # %dth, %'dst: the ending of an ordinal follows
)
_PRINTF = (
    r"%(?P<number>\d+\$)?(?P<form>[-+#0']*(?:\*(?:\d+\$)?|\d+)?(?:\.(?:\*(?:\d+\$)?|\d*))?"
    r"(?:(?:hh|h|ll|l|z|j|t|L|q)?[diouxXeEfgGcspv@]|<PRI\w+>))"
)
_CODE = (
    r"(?P<percent>%%|(?:%[89A-F][0-9A-F]){2,})|{printf}"  # %s, %1$d; the Chinese of an address: %E4%B8%AD
    r"|%\(\w+\)[a-z]|(?<![\d%])%[A-Za-z_][A-Za-z0-9_]*%"  # %(name)s of Python, %NAME%
    r"|%(?:L(?=[\dn]))?(?P<qt>\d+|n(?![A-Za-z]))(?:(?<=\d)%(?!\d))?"  # %1, %L1 and %n of Qt, %1% of Boost
    r"|\{\{[^{}]{0,60}\}\}|\{%[^{}]{0,60}%\}"  # {{name}}, {% if %}
    r"|(?P<mark>[$#%]?)\{\s*+(?P<field>(?!\.)[\w.\[\]-]{0,60})(?P<rest>![rsa])?(?:\s*+,\s*+(?P<kind>[\w-]+)(?:\s*+,[^{}]{0,60})?)?"
    r"(?P<spec>:(?! %)[^{}]{0,60})?\s*+\}"  # {0}, {name:>10}, {0:N2}, ${name}, {n, number}
    r"|</?[A-Za-z][\w:-]*(?:\s[^<>]*)?/?>|</ [A-Za-z]\w*>"  # <b>, </a>, and </ b> by mistake
    r"|</?\d{1,3}/?>"  # <0>, </0> of React
)
CODE = re.compile(_CODE.replace("{printf}", _PRINTF + _ALONE))
"""Matches a placeholder or tag in plain text."""

_JOINED_CODE = re.compile(_CODE.replace("{printf}", _PRINTF).replace("n(?![A-Za-z])", "n(?![a-z])"))
"""Matches also a placeholder with a letter directly after it: `%shint`, `%.1fx`, `%nType`."""

_NUMBERED_OF_QT = re.compile(r"%[1-9](?![\d$.]|[hlLqjzt]*[diouxXeEfgGcspv@])")
"""Matches a placeholder of Qt that cannot be one of `printf`."""

_BEFORE_LETTER = re.compile("(%[1-9])[A-Za-z]")
"""Matches a placeholder of Qt with a unit behind it: `%2d` in `%1h %2d`, hours and days."""

_TAG = re.compile(r"</?(?P<name>[\w:-]+)(?P<rest>[^<>]*)>")
_ELEMENTS = frozenset(
    "a abbr b big blockquote body br center cite code dd del dfn div dl dt em font h1 h2 h3 h4 h5 h6 head hr html "
    "i img input ins kbd label li ol p pre q qt s samp small span strike strong style sub sup table tbody td th "
    "thead tr tt u ul var wbr g x bx ex bpt ept ph it mrk pc sc ec".split()
)
"""Names of elements of HTML 4, HTML 5, XLIFF, and of rich text in Qt."""

_WORDS = frozenset("big body center cite code font head input label small style table var".split())
"""Names of elements that stand for something else if there is no closing tag: `git tag <label>`."""

_SHOWN_VALUE = re.compile(
    r"(?<=\s)((?:alt|title|label|placeholder|summary|aria-label)\s*=\s*)(?:\"[^\"<>]*\"|'[^'<>]*')"
)
"""Matches an attribute whose value readers see, so that it is translated."""

_LAST_DECLARATION = re.compile(r"(?<=style=)(\"[^\"]*?);+(?=\")")
"""Matches the style of an element whose last declaration ends in `;`, which makes no difference."""

_VOID = re.compile(r"/(?=>\Z)")
_EMPTY_ELEMENTS = frozenset("area br col hr img input link meta wbr".split())
"""Names of the elements of HTML that have no content, so that `<br>` and `<br/>` are the same."""

DATE_FIELD = re.compile(r"(?<!%\d)%[-_^O]?[YmHMBbIySjklRTFDZ](?![A-Za-z])")
"""A field of a date or time (`strftime` of C) that is no placeholder of `printf`: `%Y`, `%H`."""

_DATE = re.compile(r":[^{}]*(?:[yYMdHhms]{2}|[dMyDtTfFgG]\Z|%)")
"""The form of a date or time, which each language writes in its own way: `{0:yyyy-MM-dd}`, `{when:%Y}`."""


_GROUPING = "'"
_UNSEEN = re.compile(r"0?\.0s")
"""A form that takes an argument and prints nothing of it: `%.0s`."""

_SAME = ((re.compile(r"i\Z"), "d"), (re.compile(r"\.(?=[A-Za-z])"), ".0"), (re.compile(r"\A0(?=\.)"), ""))
"""Forms that print the same (C17 7.21.6.1): `%i` and `%d`; `%0.f`, `%.f` and `%.0f`."""

_STAR = re.compile(r"\*(?!\d)")


class Placeholder(NamedTuple):
    """A placeholder as it is written, and an identity that is equal for all ways to write it.

    `%2$s`, and `%s` if it is the second one, have one identity, as have `%1` and `%L1`, `{}` and `{0}`.
    """

    written: str
    identity: str


def placeholders(text: str, *, is_joined: bool = False) -> list[Placeholder]:
    """Return the placeholders and tags of a text in order; without `%%`, and without words in angle brackets.

    If `is_joined`, a letter may follow a placeholder of `printf`: `%shint` is `%s` before a word.
    """
    return list(_placeholders(text, is_joined)) if "%" in text or "{" in text or "<" in text else []


def code_spans(text: str) -> list[Span]:
    """Return where the placeholders and tags of a text are, in order; no words in angle brackets."""
    return [Span(*match.span()) for match in CODE.finditer(text) if not _is_variable(match[0], text)]


def _placeholders(text: str, is_joined: bool) -> Iterator[Placeholder]:
    arguments, fields = count(1), count()
    is_clock, is_qt = bool(DATE_FIELD.search(text)), bool(_NUMBERED_OF_QT.search(text))
    for match in _codes(_JOINED_CODE if is_joined else CODE, text, text):
        written = re.sub(r"\s+", " ", match[0])
        if match["percent"] or (is_clock and written.startswith("%")):
            continue
        if match["form"] and is_qt and (numbered := _BEFORE_LETTER.fullmatch(written)):
            yield Placeholder(numbered[1], numbered[1])
        elif match["form"]:
            yield Placeholder(written, _printf(match, arguments))
        elif match["qt"]:
            yield Placeholder(written, f"%{match['qt']}")
        elif match["field"] is not None:
            yield Placeholder(written, _braced(match, fields))
        else:
            yield Placeholder(written, _as_compared(written))


def _codes(pattern: re.Pattern[str], text: str, whole: str) -> Iterator[re.Match[str]]:
    """Yield the codes of a text, also those inside of words in angle brackets: `<window %d>`."""
    for match in pattern.finditer(text):
        if _is_variable(match[0], whole):
            yield from _codes(pattern, match[0][1:], whole)
        else:
            yield match


def _as_compared(code: str) -> str:
    """Return a tag or a field of a template without white space, with one kind of quotation marks.

    The values of attributes that readers see are left out.
    """
    code = code.replace("</ ", "</")
    tag = _TAG.fullmatch(code)
    plain = _SHOWN_VALUE.sub(r'\1""', code) if tag else code
    plain = re.sub(r"\s", "", plain).replace("'", '"') if code[0] in "{<" else code
    plain = _LAST_DECLARATION.sub(r"\1", plain)
    if tag and tag["name"].lower() in _ELEMENTS:
        plain = plain.replace(tag["name"], tag["name"].lower(), 1)
    return _VOID.sub("", plain) if tag and tag["name"].lower() in _EMPTY_ELEMENTS else plain


def _printf(match: re.Match[str], arguments: Iterator[int]) -> str:
    """Return the form with the number of its argument; each `*` takes an argument before it (C17 7.21.6.1).

    Whether digits are grouped, and whether a text is shown, is left to each language.
    """
    form = _STAR.sub(lambda _: f"*{next(arguments)}$", _UNSEEN.sub("s", match["form"]))
    plain = form.replace(_GROUPING, "")
    for written, same in _SAME:
        plain = written.sub(same, plain)
    return f"%{match['number'] or f'{next(arguments)}$'}{plain}"


def _braced(match: re.Match[str], fields: Iterator[int]) -> str:
    name = match["field"] or str(next(fields))
    spec = match["spec"] or ""
    form = ":date" if _DATE.match(spec) else spec
    kind = f", {match['kind']}" if match["kind"] else ""
    return f"{match['mark']}{{{name}{match['rest'] or ''}{kind}{form}}}"


def _is_variable(code: str, text: str) -> bool:
    """Whether a seeming tag is a description in words, which may be translated: `<Name of the column>`."""
    tag = _TAG.fullmatch(code)
    is_element = tag is not None and tag["name"].lower() in _ELEMENTS - _WORDS
    if tag is None or is_element or "=" in code or code.endswith("/>"):
        return False
    return f"</{tag['name']}>" not in text
