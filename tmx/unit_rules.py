"""Checks a single unit against TMX 1.4b, and for what is allowed but rarely intended. Start from `check_unit`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from termbase.errors import TermbaseError
from termbase.language import canonical, primary_language
from termbase.severity import Severity
from termbase.text.script import is_wrong_script
from tmx.content import codes, is_annotation, plain
from tmx.dates import DATES
from tmx.languages import tag_of
from tmx.model import ALL, Attributes, Content, Element, TranslationUnit, Variant
from tmx.schema import INSIDE, RULES

_DATE = re.compile(r"\d{8}T\d{6}Z")
_SHOWN = 60
"""How many characters of a text a message shows."""


class UnitProblem(NamedTuple):
    """A problem in a unit. `path` is relative to the unit; `line` is 1-based, or 0 for the line of the unit."""

    code: str
    severity: Severity
    message: str
    hint: str
    path: str = ""
    line: int = 0


def check_unit(unit: TranslationUnit) -> Iterator[UnitProblem]:
    """Yield the problems of a unit that need no other unit to be seen."""
    yield from check_attributes("tu", unit.attributes)
    srclang = unit.attributes.get("srclang")
    if srclang and srclang != ALL:
        yield from check_tag(srclang, "/@srclang")
    for item in unit.items:
        if isinstance(item, Element):
            yield from check_attributes(item.name, item.attributes, f"/{item.name}")
    for number, variant in enumerate(unit.variants, 1):
        for problem in _check_variant(variant):
            yield problem._replace(path=f"/tuv[{number}]{problem.path}", line=variant.line)
    yield from _check_languages(unit)
    yield from _check_equal(unit)
    yield from _check_matching(unit)


def check_attributes(name: str, attributes: Attributes, path: str = "") -> Iterator[UnitProblem]:
    """Yield the problems of attributes: missing, unknown, values that are not allowed (tmx14.dtd), wrong dates."""
    rule = RULES.get(name)
    if rule is None:
        yield UnitProblem(
            "element",
            Severity.ERROR,
            f"<{name}> is not an element of TMX 1.4b",
            "`termbase tmx convert` keeps it",
            path,
        )
        return
    for missing in sorted(rule.required - attributes.keys()):
        yield UnitProblem("attribute", Severity.ERROR, f"<{name}> has no {missing}", f"add {missing}", path)
    for key in attributes:
        if key not in rule.allowed:
            yield UnitProblem(
                "attribute", Severity.ERROR, f"<{name}> cannot have {key}", "use a prop instead", path
            )
        elif key in rule.values and attributes[key] not in rule.values[key]:
            allowed = " or ".join(sorted(rule.values[key]))
            yield UnitProblem("attribute", Severity.ERROR, f"{key} is {attributes[key]!r}", f"use {allowed}", path)
    for key in DATES:
        if key in attributes and not _is_date(attributes[key]):
            yield UnitProblem(
                "date", Severity.ERROR, f"{key} is {attributes[key]!r}", "write YYYYMMDDThhmmssZ, in UTC", path
            )


def check_tag(tag: str, path: str) -> Iterator[UnitProblem]:
    """Yield a problem if a text is not a language tag (RFC 3066, as TMX 1.4b requires)."""
    try:
        canonical(tag)
    except TermbaseError as error:
        yield UnitProblem("language", Severity.ERROR, error.message, error.hint, path)
        return
    if "_" in tag:
        yield UnitProblem(
            "language", Severity.ERROR, f"{tag!r} is not a language tag", f"write {tag.replace('_', '-')}", path
        )


def _is_date(value: str) -> bool:
    if not _DATE.fullmatch(value):
        return False
    try:
        datetime.strptime(value, "%Y%m%dT%H%M%SZ")
    except ValueError:
        return False
    return True


def _beginning(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else line[:_SHOWN] + "…"


def _check_variant(variant: Variant) -> Iterator[UnitProblem]:
    yield from check_attributes("tuv", variant.attributes)
    yield from check_tag(variant.tag, "/@xml:lang")
    for item in variant.items:
        if isinstance(item, Element):
            yield from check_attributes(item.name, item.attributes, f"/{item.name}")
    text = plain(variant.segment)
    if not text.strip():
        yield UnitProblem(
            "empty", Severity.WARNING, "the segment is empty", "`termbase tmx clean` drops it", "/seg"
        )
    elif is_wrong_script(text, tag_of(variant.tag)):
        yield UnitProblem(
            "script",
            Severity.WARNING,
            f"the text is not in the script of {variant.tag}: {_beginning(text)}",
            "correct the text if the tag is right, otherwise the tag",
            "/seg",
        )
    yield from _check_structure(variant.segment, "seg", "/seg")


def _check_structure(content: Content, parent: str, path: str) -> Iterator[UnitProblem]:
    for part in content:
        if not isinstance(part, Element):
            continue
        if part.name not in INSIDE[parent]:
            yield UnitProblem(
                "structure", Severity.ERROR, f"<{part.name}> is not allowed in <{parent}>", "move it", path
            )
        yield from check_attributes(part.name, part.attributes, f"{path}/{part.name}")
        if part.name in INSIDE:
            yield from _check_structure(part.content, part.name, f"{path}/{part.name}")


def _check_languages(unit: TranslationUnit) -> Iterator[UnitProblem]:
    counts = Counter(tag_of(variant.tag) for variant in unit.variants)
    for tag, count in counts.items():
        if count > 1:
            yield UnitProblem(
                "repeated", Severity.WARNING, f"{count} variants in {tag}", "most CAT tools use only one of them"
            )
    if len(counts) == 1:
        yield UnitProblem(
            "single", Severity.WARNING, "the unit is in one language only", "`termbase tmx clean` drops it"
        )


def _check_equal(unit: TranslationUnit) -> Iterator[UnitProblem]:
    texts = {plain(variant.segment) for variant in unit.variants}
    languages = {primary_language(tag_of(variant.tag)) for variant in unit.variants}
    if len(texts) == 1 and len(languages) > 1 and "".join(texts).strip():
        yield UnitProblem(
            "equal", Severity.WARNING, "all variants have the same text", "check that it is translated"
        )


def _check_matching(unit: TranslationUnit) -> Iterator[UnitProblem]:
    """Codes must match between variants: by their `x` if they have one, otherwise by element name (TMX 1.4b, x)."""
    first, *others = (_signature(variant.segment) for variant in unit.variants)
    for number, other in enumerate(others, 2):
        if other != first:
            missing = ", ".join(sorted(set(first - other) | set(other - first)))
            yield UnitProblem(
                "code",
                Severity.WARNING,
                f"only one of tuv[1] and tuv[{number}] has these codes: {missing}",
                "compare the two",
            )


def _signature(segment: Content) -> Counter[str]:
    found = (code for code in codes(segment) if code.name not in ("ept", "sub") and not is_annotation(code))
    return Counter(
        f"{code.name} x={code.attributes['x']}" if "x" in code.attributes else code.name for code in found
    )
