"""Recognises a text that is wholly in the other Chinese script than it should be.

Such a text needs one decision (another file, another tag, a conversion), not a finding for each of its words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from termbase.check.finding import Problem
from termbase.check.subject import Subject
from termbase.language import region_of_tag, subtags
from termbase.text.detect import main_script
from termbase.text.script import Script

_NAMES = {Script.SIMPLIFIED: "simplified", Script.TRADITIONAL: "traditional"}


def said_of_whole_text(subject: Subject, problems: Iterable[Problem]) -> Iterator[Problem]:
    """Yield problems with regional words; in a text that is wholly in the other script, one may stand for all."""
    found = list(problems)
    script = main_script(subject.running.text) if found else Script.BOTH
    if script not in _NAMES or script == subtags(subject.language).script:
        yield from found
        return
    own, region = _NAMES[Script(subtags(subject.language).script)], region_of_tag(subject.language)
    of_region = f" ones of {region.place}" if region else ""
    message = f"the whole text is in {_NAMES[script]} characters, not in {'the ' * bool(region)}{own}{of_region}"
    yield from (replace(problem, throughout=message, standing="") for problem in found)
