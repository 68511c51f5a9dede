"""Codes that a translation must keep: placeholders and tags in its text, inline codes of its file."""

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
"""Placeholders and tags in plain text."""

_TAG = re.compile(r"</?(?P<name>[\w:-]+)(?P<rest>[^<>]*)>")
_ELEMENTS = frozenset(
    "a abbr b big blockquote br center cite code dd del dfn div dl dt em font h1 h2 h3 h4 h5 h6 hr i img input ins "
    "kbd label li ol p pre q s samp small span strike strong style sub sup table tbody td th thead tr tt u ul var "
    "wbr g x bx ex bpt ept ph it mrk pc sc ec".split()
)
"""HTML 4 and 5, XLIFF."""

_PERCENT = re.compile(r"%(?=\s|$)|(?<=\d)%")


def code(subject: BitextSubject) -> Iterator[Problem]:
    """Placeholders, tags and inline codes of the source that the target lacks, has changed, or has more of.

    Nor may pairs of codes cross or close before they open where they do not in the source, or be around nothing
    where they are around words there.

    Bad: `Page %1$d of %2$d` = `第 %1$d 页`
    Good: `Page %1$d of %2$d` = `第 %1$d 页，共 %2$d 页`
    """
    for index, pair in enumerate(subject.bitext.pairs):
        is_translated = pair.target.strip() or pair.target_codes
        if is_translated and (said := " and ".join(_differences(pair)) or _disorder(pair)):
            yield subject.whole_target(index, f"the target {said}")


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
    """Whether what looks like a tag stands for words, which are translated: `<Name of the column>`."""
    tag = _TAG.fullmatch(code)
    if tag is None or tag["name"].lower() in _ELEMENTS or "=" in code or code.endswith("/>"):
        return False
    return f"</{tag['name']}>" not in text


def _disorder(pair: SegmentPair) -> str:
    """What is wrong with the order of the target's inline codes; nothing where the source has the same fault."""
    crossed = _crossed(pair.target_codes)
    if crossed and not _crossed(pair.source_codes):
        return f"has {crossed.text} out of its place"
    emptied = _around_words(pair.source_codes) - _around_words(pair.target_codes)
    return f"has {min(emptied)} around nothing" if emptied else ""


def _crossed(codes: Sequence[InlineCode]) -> InlineCode | None:
    """The first code of a pair that closes what is not the last opened."""
    opened: list[str] = []
    for code in codes:
        if code.pair and code.role is CodeRole.OPEN:
            opened.append(code.pair)
        elif code.pair and code.role is CodeRole.CLOSE and (not opened or opened.pop() != code.pair):
            return code
    return None


def _around_words(codes: Sequence[InlineCode]) -> Counter[str]:
    """The codes that open pairs with text between them."""
    closed = {code.pair: code.offset for code in codes if code.role is CodeRole.CLOSE and code.pair}
    return Counter(
        code.text for code in codes if code.role is CodeRole.OPEN and closed.get(code.pair, 0) > code.offset
    )
