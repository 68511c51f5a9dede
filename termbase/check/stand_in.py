"""Lets one finding stand for all of its file that say the same of one decision, or for all that are doubtful.

One decision is a term that has one other word throughout, or a text that is wholly in the other Chinese script
(`Finding.throughout`). Doubtful are the deviations of files for which the termbase was not made, equal targets
of sources that may mean the same, and different ones of a word that may have two senses (`Finding.standing`). So
are the deviations from pairs that are only mined.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from termbase.check.catalogue import CATALOGUE
from termbase.check.finding import LEAST_DECIDED, Also, Finding
from termbase.severity import Severity
from termbase.text.accelerators import without_accelerators
from termbase.text.counted import counted
from termbase.text.english.english_words import comparable

_SHOWN = 5
"""How many of the other lines or files the message names."""

_TERMS_SHOWN = 12
"""How many of the doubtful terms the message names."""

_PAIRS_SHOWN, _LONGEST_SHOWN = 6, 60
"""How many pairs of sources with one target the message names, and how many characters of each text."""

_DEFAULT = {entry.name: entry.severity for entry in CATALOGUE}


def with_stand_ins(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings, of those with the same `throughout` only the first, if they are `LEAST_DECIDED` or more.

    One stands for all doubtful ones of all files: it tells that the termbase was not made for them, which is said
    best once. It is information. Those of a file that has too few of them to tell count as doubtful if more files
    of the run have doubtful ones than not.

    Call it last, on the findings to report: a new unit among old ones then still has a finding at its own place.
    """
    groups: dict[tuple[str, ...], list[Finding]] = {}
    for finding in _decided(list(findings)):
        groups.setdefault(_group(finding, len(groups)), []).append(finding)
    return [one for group in groups.values() for one in _reported(group)]


def _decided(findings: Sequence[Finding]) -> Iterator[Finding]:
    """Yield the findings, the open ones as what most files of the run are."""
    foreign = {finding.file for finding in findings if finding.standing == "doubtful"}
    own = {finding.file for finding in findings if finding.name == "missing" and not finding.standing}
    is_doubtful = len(foreign) > len(own)
    for finding in findings:
        is_foreign = finding.file in foreign or (is_doubtful and finding.file not in own)
        yield _doubtful(finding) if finding.standing == "open" and is_foreign else finding


def _doubtful(finding: Finding) -> Finding:
    """Return a finding as a doubtful one. A severity that the user chose stays."""
    is_default = finding.severity == _DEFAULT[finding.name]
    return replace(
        finding, standing="doubtful", throughout="", severity=Severity.INFO if is_default else finding.severity
    )


def _group(finding: Finding, number: int) -> tuple[str, ...]:
    if finding.standing in ("doubtful", "mined", "unsure"):
        return (finding.code, finding.severity, finding.standing)
    alone = () if finding.throughout else (str(number),)
    return (finding.file, finding.code, finding.throughout, *alone)


def _reported(group: list[Finding]) -> list[Finding]:
    if group[0].standing == "unsure":
        several = _same_targets if group[0].name == "same-target" else _other_targets
        return [_for_all(group, several(group))] if len(group) > 1 else group
    if group[0].standing in ("doubtful", "mined"):
        return [_for_all(group, _doubts(group) if group[0].name == "missing" else _of_regions(group))]
    return group if len(group) < LEAST_DECIDED else [_for_all(group, f"{group[0].throughout}{_in_places(group)}")]


def _for_all(group: list[Finding], message: str) -> Finding:
    also = (
        Also(one.file, one.line, one.segment, one.text, one.concept, one.suggestions, one.other, one.fix)
        for one in group[1:]
    )
    return replace(group[0], message=message, also=tuple(also))


def _in_places(group: list[Finding]) -> str:
    parts = (counted(len(group), "place"), _other_lines(group))
    return f" ({', '.join(filter(None, parts))})"


def _also_in(group: list[Finding]) -> str:
    files = list(dict.fromkeys(finding.file for finding in group))
    others = f"also in {_named(files[1:])}" if len(files) > 1 else _other_lines(group)
    return f" ({others})" if others else ""


def _other_lines(group: list[Finding]) -> str:
    lines = list(dict.fromkeys(finding.line for finding in group if finding.line != group[0].line))
    shown, more = ", ".join(map(str, lines[:_SHOWN])), len(lines) - _SHOWN
    noun = "line" if len(lines) == 1 else "lines"
    return f"also in {noun} {shown}{f' and {more} more' if more > 0 else ''}" if lines else ""


def _doubts(group: list[Finding]) -> str:
    """Return the message for findings of doubtful or mined terms, each with the word that the files mostly have."""
    terms: dict[str, list[Finding]] = {}
    for finding in group:
        terms.setdefault(comparable(without_accelerators(finding.text)), []).append(finding)
    most_first = sorted(terms.values(), key=len, reverse=True)
    shown, more = ", ".join(map(_term, most_first[:_TERMS_SHOWN])), len(most_first) - _TERMS_SHOWN
    more_terms = f" and {counted(more, 'more term')}" if more > 0 else ""
    files = list(dict.fromkeys(finding.file for finding in group))
    where = "these files" if len(files) > 1 else "this file"
    if group[0].standing == "mined":
        what = f"{counted(len(terms), 'mined term')} that nobody has reviewed"
    else:
        what = f"{counted(len(terms), 'term')} that may have another sense or another usual translation in {where}"
    places = counted(len(group), "place")
    return f"{places} without a listed translation, of {what}: {shown}{more_terms}{_also_in(group)}"


def _of_regions(group: list[Finding]) -> str:
    """Return the message for doubtful findings of `region`."""
    words = Counter(finding.text for finding in group)
    shown, more = ", ".join(f"“{word}”" for word, _ in words.most_common(_TERMS_SHOWN)), len(words) - _TERMS_SHOWN
    return (
        f"{counted(len(group), 'place')} with words that the termbase lists only for another region, though they "
        f"may be usual in this one: {shown}{f' and {more} more' if more > 0 else ''}{_also_in(group)}"
    )


def _same_targets(group: list[Finding]) -> str:
    """Return the message for different sources with equal targets that may mean the same."""
    pairs = {one.target_text: f"{_shown(one.other)}, {_shown(one.source_text or '')}" for one in reversed(group)}
    by_length = sorted(dict.fromkeys(pairs.values()), key=len)[:_PAIRS_SHOWN]
    return (
        f"{len(group)} places with a target that another source has too; the sources may mean the same: "
        f"{'; '.join(by_length)}{' ...' if len(pairs) > _PAIRS_SHOWN else ''}{_also_in(group)}"
    )


def _other_targets(group: list[Finding]) -> str:
    """Return the message for equal sources with different targets that may mean something else."""
    targets: dict[str, list[str]] = {}
    for one in group:
        known = targets.setdefault(_shown(one.source_text or ""), [_shown(one.other)])
        known.append(_shown(one.target_text or ""))
    most_first = sorted(targets.items(), key=lambda each: len(each[1]), reverse=True)
    shown = (f"{source} {', '.join(dict.fromkeys(several))}" for source, several in most_first[:_PAIRS_SHOWN])
    more = " ..." if len(most_first) > _PAIRS_SHOWN else ""
    return (
        f"{len(group)} places translate a source differently from another place; the source is one word, which may "
        f"have several senses, or in another context: {'; '.join(shown)}{more}{_also_in(group)}"
    )


def _shown(text: str) -> str:
    plain = " ".join(without_accelerators(text).split())
    return f"“{plain if len(plain) <= _LONGEST_SHOWN else plain[:_LONGEST_SHOWN] + '...'}”"


def _named(files: Sequence[str]) -> str:
    shown, more = ", ".join(files[:_SHOWN]), len(files) - _SHOWN
    return shown + (f" and {counted(more, 'more file')}" if more > 0 else "")


def _term(findings: list[Finding]) -> str:
    others = Counter(finding.other for finding in findings if finding.other)
    word = f" “{others.most_common(1)[0][0]}”" if others else ""
    times = f" ({len(findings)} times)" if len(findings) > 1 else ""
    return f"“{without_accelerators(findings[0].text)}”{word}{times}"
