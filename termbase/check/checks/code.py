"""Checks that a translation keeps the codes of its source: placeholders, tags and inline codes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from termbase.bitext import CodeRole, InlineCode, SegmentPair
from termbase.check.bitext_subject import BitextSubject
from termbase.check.finding import Problem

CODE = re.compile(
    r"%(?:\d+\$)?[-+#0]*\d*(?:\.\d+)?(?:hh|h|ll|l|z)?[diouxXeEfgGcsp](?![A-Za-z])"  # %s, %1$d
    r"|%\(\w+\)[a-z]|%\w+%|%L?\d+|%L?n(?![A-Za-z])"  # %(name)s, %NAME%, %1 and %n of Qt
    r"|\$\{[^{}]{1,60}\}|\{\{?[\w.:]{0,60}\}?\}"  # ${name}, {0}, {{name}}
    r"|</?[A-Za-z][\w:-]*(?:\s[^<>]*)?/?>"  # <b>, </a>
)
"""Matches a placeholder or tag in plain text."""

_TAG = re.compile(r"</?(?P<name>[\w:-]+)(?P<rest>[^<>]*)>")
_ELEMENTS = frozenset(
    "a abbr b big blockquote br center cite code dd del dfn div dl dt em font h1 h2 h3 h4 h5 h6 hr i img input ins "
    "kbd label li ol p pre q s samp small span strike strong style sub sup table tbody td th thead tr tt u ul var "
    "wbr g x bx ex bpt ept ph it mrk pc sc ec".split()
)
"""Names of elements of HTML 4, HTML 5 and XLIFF."""

_PERCENT = re.compile(r"%(?=\s|$)|(?<=\d)%")


def code(subject: BitextSubject) -> Iterator[Problem]:
    """The target lacks placeholders, tags or inline codes of the source, or has changed or additional ones.

    Paired codes must not cross or close before they open, unless they do so in the source. A pair that encloses
    words in the source must not be empty in the target.

    Bad: `Page %1$d of %2$d` = `第 %1$d 页`
    Good: `Page %1$d of %2$d` = `第 %1$d 页，共 %2$d 页`
    """
    for index, pair in enumerate(subject.bitext.pairs):
        is_translated = pair.target.strip() or pair.target_codes
        if is_translated and (fault := " and ".join(_differences(pair)) or _disorder(pair)):
            yield subject.whole_target(index, f"the target {fault}")


def _differences(pair: SegmentPair) -> Iterator[str]:
    source = Counter(_codes(pair.source, pair.source_codes))
    target = Counter(_codes(pair.target, pair.target_codes))
    for verb, codes in (("lacks", source - target), ("adds", target - source)):
        if codes:
            yield f"{verb} {', '.join(sorted(codes.elements()))}"


def _codes(text: str, inline: Iterable[InlineCode]) -> list[str]:
    found = (match[0] for match in CODE.finditer(text))
    written = [each for each in found if not _PERCENT.match(each) and not _is_variable(each, text)]
    return [re.sub(r"\s+", " ", each) for each in (*written, *(code.text for code in inline))]


def _is_variable(code: str, text: str) -> bool:
    """Whether a seeming tag is a description in words, which may be translated: `<Name of the column>`."""
    tag = _TAG.fullmatch(code)
    if tag is None or tag["name"].lower() in _ELEMENTS or "=" in code or code.endswith("/>"):
        return False
    return f"</{tag['name']}>" not in text


def _disorder(pair: SegmentPair) -> str:
    """Describe a fault in the order of the target's inline codes. Empty if there is none that the source lacks."""
    crossed = _crossed(pair.target_codes)
    if crossed and not _crossed(pair.source_codes):
        return f"has {crossed.text} in the wrong place"
    emptied = _around_words(pair.source_codes) - _around_words(pair.target_codes)
    return f"has no text inside {min(emptied)}" if emptied else ""


def _crossed(codes: Sequence[InlineCode]) -> InlineCode | None:
    """Return the first closing code whose pair was not the last one opened; None if there is none."""
    opened: list[str] = []
    for code in codes:
        if code.pair and code.role is CodeRole.OPEN:
            opened.append(code.pair)
        elif code.pair and code.role is CodeRole.CLOSE and (not opened or opened.pop() != code.pair):
            return code
    return None


def _around_words(codes: Sequence[InlineCode]) -> Counter[str]:
    """Count the opening codes of the pairs that enclose text."""
    closed = {code.pair: code.offset for code in codes if code.role is CodeRole.CLOSE and code.pair}
    return Counter(
        code.text for code in codes if code.role is CodeRole.OPEN and closed.get(code.pair, 0) > code.offset
    )
