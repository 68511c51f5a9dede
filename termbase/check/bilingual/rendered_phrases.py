"""Recognises English phrases that a target renders as a whole, so that no word stands for a term in them.

*For example* is 比如, *no permission* 无权, *three times* 三次. They are in `data/phrase_renderings.tsv`.
"""

from __future__ import annotations

import re
from functools import cache

from termbase.check.bilingual.bitext_subject import BitextSubject
from termbase.check.bilingual.segment_terms import written_at
from termbase.check.subject import sides
from termbase.files.data_table import data_rows
from termbase.match.matcher import Hit
from termbase.text.chinese.folded_chinese import fold_chinese


def is_phrase_rendered(subject: BitextSubject, number: int, hit: Hit) -> bool:
    """Whether a term is part of a phrase that the target renders as a whole: *for example*, 比如."""
    written = written_at(subject, hit)
    before, after = sides(subject.source.subject, hit)
    around, start, end = f"{before}{written}{after}", len(before), len(before) + len(written)
    found = [
        rendering
        for phrase, rendering in _phrases()
        if any(one.start() <= start and end <= one.end() for one in phrase.finditer(around))
    ]
    folded = fold_chinese(subject.bitext.pairs[number].target).text if found else ""
    return any(rendering.search(folded) for rendering in found)


@cache
def _phrases() -> list[tuple[re.Pattern[str], re.Pattern[str]]]:
    rows = data_rows("phrase_renderings.tsv")
    return [(re.compile(rf"\b(?:{english})", re.IGNORECASE), re.compile(chinese)) for english, chinese in rows]
