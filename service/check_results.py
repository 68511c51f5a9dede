"""Filters findings by revision and baseline, shows their fixes as a diff, and applies the fixes to the files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from termbase.errors import TermbaseError, or_error

if TYPE_CHECKING:
    from termbase.check.finding import Finding, Fix
    from termbase.check.since import ChangedLines, FindUnits

    from .check import Checked


def found(checked: Iterable[Checked]) -> list[Finding]:
    """Return the findings in all files."""
    return [finding for one in checked for finding in one.findings]


def left_out(checked: Iterable[Checked]) -> dict[str, int]:
    """Return how many translations in all files were not checked, by their state."""
    from collections import Counter

    return dict(sum((Counter(one.left_out) for one in checked), Counter[str]()))


def damage(checked: Iterable[Checked]) -> dict[str, int]:
    """Return how much in all files was `repaired` or `lost`; empty if no file is damaged."""
    from collections import Counter

    counts = Counter(repair.lost for one in checked for repair in one.repairs)
    return {what: counts[is_lost] for what, is_lost in (("repaired", False), ("lost", True)) if counts[is_lost]}


class Sieve(NamedTuple):
    """Selects the findings to report.

    `since` is a git revision: only findings in lines changed since then are reported. `baseline` is a file of known
    findings, which are not reported. `check_again` checks a file with its changed lines known (first and last line
    of each stretch): what the other lines say is then the yardstick for consistency. `find_units` compares the
    units of a bilingual file with those of its older version. `files` are the checked files.
    """

    since: str | None
    baseline: str | None
    check_again: Callable[[str, Sequence[tuple[int, int]]], Sequence[Finding]]
    find_units: FindUnits
    files: Sequence[str]

    def __call__(self, findings: list[Finding]) -> tuple[list[Finding], list[Finding]]:
        """Return the findings to report, and those that are in the baseline."""
        from termbase.check.baseline import read_baseline, split
        from termbase.check.since import ChangedLines

        changed = ChangedLines(self.since, self.find_units) if self.since else None
        if changed:
            changed.require(self.files)
        findings = list(self._by_what_is_old(findings, changed)) if changed else findings
        new, old = split(findings, read_baseline(self.baseline)) if self.baseline else (findings, [])
        return [finding for finding in new if changed is None or changed.have(finding)], old

    def _by_what_is_old(self, findings: Iterable[Finding], changed: ChangedLines) -> Iterator[Finding]:
        """Check those files again in which it matters which of the places that a finding compares have changed."""
        from itertools import groupby

        for file, group in groupby(findings, key=lambda finding: finding.file):
            those = list(group)
            yield from self.check_again(file, changed.of(file)) if any(map(changed.may_decide, those)) else those


_ROUNDS = 4
"""How often files are fixed in a run at most. Two rounds are nearly always enough."""


class Mended(NamedTuple):
    """The number of applied fixes by file, and the files that are not fixed.

    Those in `packed` are zipped (DOCX); `errors` say why others could not be changed.
    """

    counts: dict[str, int]
    packed: Sequence[str]
    errors: Sequence[TermbaseError]


def mend(findings: Sequence[Finding]) -> Mended:
    """Apply the fixes of findings to their files."""
    from termbase.check.apply_fixes import mend_file
    from termbase.check.fix import is_packed

    counts, errors = {}, []
    for file, changes in _fixes(findings).items():
        try:
            mend_file(file, changes)
            counts[file] = len(changes)
        except TermbaseError as error:
            errors.append(error)
    packed = dict.fromkeys(finding.file for finding in findings if is_packed(finding))
    return Mended(counts, list(packed), errors)


def mend_all(findings: Sequence[Finding], find_again: Callable[[], Sequence[Finding]]) -> Mended:
    """Apply the fixes of findings, and then those of what is found because of them, until there is nothing to fix.

    Words that are right in a text may be wrong beside those that a fix has written.
    """
    from collections import Counter

    mended = mend(findings)
    counts = Counter(mended.counts)
    for _ in range(_ROUNDS - 1):
        if not mended.counts:
            break
        mended = mend(find_again())
        counts.update(mended.counts)
    return mended._replace(counts=dict(counts))


def diffs_of(
    findings: Iterable[Finding], standard_input: bytes | None, is_shown: bool
) -> Iterator[bytes | TermbaseError]:
    """Yield the changes of `mend` in each file as a unified diff, or the error if there can be none.

    `standard_input` is the content of the file `-`. Diffs are in the encodings of the files, or in UTF-8 if they
    are shown to a person.
    """
    from functools import partial

    from termbase.check.apply_fixes import diff_of

    for file, fixes in _fixes(findings).items():
        yield or_error(partial(diff_of, fixes=fixes, standard_input=standard_input, is_shown=is_shown), file)


def _fixes(findings: Iterable[Finding]) -> dict[str, tuple[Fix, ...]]:
    """The fixes by file, only for files that have some."""
    from itertools import groupby

    from termbase.check.apply_fixes import fixes_of

    by_file = {file: fixes_of(group) for file, group in groupby(findings, key=lambda finding: finding.file)}
    return {file: fixes for file, fixes in by_file.items() if fixes}
