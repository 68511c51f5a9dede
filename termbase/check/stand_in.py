"""Lets one finding stand for all of its file that say the same of one decision (`Finding.throughout`)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from termbase.check.finding import Finding
from termbase.check.other_translation import LEAST

_SHOWN = 5
"""How many of the other lines the message names."""


def with_stand_ins(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings, of those with the same `throughout` only the first, if they are `LEAST` or more.

    Call it last, on the findings to report: a new unit among old ones then still has a finding at its own place.
    """
    groups: dict[tuple[str, ...], list[Finding]] = {}
    for finding in findings:
        alone = () if finding.throughout else (str(len(groups)),)
        groups.setdefault(
            (finding.file, finding.code, finding.concept or "", finding.throughout, *alone), []
        ).append(finding)
    return [one for group in groups.values() for one in (group if len(group) < LEAST else [_stand_in(group)])]


def _stand_in(group: list[Finding]) -> Finding:
    first = group[0]
    lines = list(dict.fromkeys(finding.line for finding in group if finding.line != first.line))
    shown, more = ", ".join(map(str, lines[:_SHOWN])), len(lines) - _SHOWN
    also = f" (also in lines {shown}{f' and {more} more' if more > 0 else ''})" if lines else ""
    return replace(first, message=first.throughout + also)
