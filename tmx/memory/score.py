"""Scores how well a stored unit fits a text that is looked for, from 0 to 100. Start from `penalties`.

The similarity is 100 (1 - d / n), rounded down, where d is the least number of tokens to add, remove or replace
(Levenshtein distance) and n the number of tokens of the longer text. Tokens are words, in Chinese characters
(`tmx.memory.tokens`). For what tokens do not show, penalties are taken from it (`PENALTIES`).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator

from rapidfuzz.distance import Levenshtein

from termbase.language import is_chinese, subtags
from termbase.text.script import simplify
from tmx.bilingual.marks import FUZZY
from tmx.content import codes, is_annotation
from tmx.languages import fits
from tmx.memory.tokens import masked
from tmx.model import Content, Element, TranslationUnit, Variant
from tmx.operations.propose import CONVERTED

PENALTIES = {
    "case": 1,
    "width": 1,
    "punctuation": 1,
    "placeables": 2,
    "source-script": 3,
    "codes": 2,
    "unreviewed": 5,
    "converted": 5,
    "region": 2,
    "script": 10,
}
"""The points that are taken from the similarity, by reason. The first five are for texts with equal tokens that
differ in this; `codes` for other inline codes; `region` and `script` for a target of another region or script.
"""

_LONGEST = 5000
"""Of longer texts (in characters) it is not said how they differ, since comparing them takes quadratic time."""

_FORMS: tuple[tuple[str, Callable[[str], str]], ...] = (
    ("source-script", simplify),
    ("width", lambda text: unicodedata.normalize("NFKC", text)),
    ("case", str.casefold),
)


def text_penalties(first: str, second: str) -> Iterator[str]:
    """Yield the reasons why two texts with equal tokens are not the same."""
    if first == second:
        return
    if max(len(first), len(second)) > _LONGEST:
        yield "punctuation"
        return
    (first, values), (second, others) = masked(first), masked(second)
    if values != others:
        yield "placeables"
    for reason, form in _FORMS:
        changed = form(first), form(second)
        if first != second and Levenshtein.distance(*changed) < Levenshtein.distance(first, second):
            yield reason
        first, second = changed
    if first != second:
        yield "punctuation"


def unit_penalties(unit: TranslationUnit, target: Variant) -> Iterator[str]:
    """Yield the reasons for which a translation is less sure than its text is near."""
    if "yes" in unit.properties(FUZZY):
        yield "unreviewed"
    if any(isinstance(item, Element) and item.attributes.get("type") == CONVERTED for item in target.items):
        yield "converted"


def language_penalty(tag: str, wanted: str) -> Iterator[str]:
    """Yield the reason why a target with a canonical tag is not what is wanted, if it is in the same language."""
    if is_chinese(wanted) and subtags(tag).script != subtags(wanted).script:
        yield "script"
    elif not fits(tag, wanted):
        yield "region"


def code_names(content: Content) -> list[str]:
    """Return the names of the inline codes of a segment that its translation must have too."""
    return [code.name for code in codes(content) if not is_annotation(code)]
