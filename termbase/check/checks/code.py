"""Checks that a translation keeps the codes of its source: placeholders, tags and inline codes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain

from termbase.bitext import CodeRole, InlineCode, SegmentPair
from termbase.check.bilingual.bitext_subject import BitextSubject
from termbase.check.bilingual.code_differences import compare
from termbase.check.bilingual.code_exceptions import without_repaired
from termbase.check.bilingual.emphasis import Difference, is_italic
from termbase.check.bilingual.special_segments import is_key
from termbase.check.finding import Problem
from termbase.text.script import has_han

_ITALIC = re.compile(r"<(?:i|em)\b", re.IGNORECASE)
_MANY = 5
"""From how many texts on a file that mostly leaves out italics does so by intention."""

_TWICE = 2
"""How often a message writes one code; more are counted."""

_PLURAL = re.compile(r"\{\s*\w+\s*,\s*(?:plural|selectordinal)\s*,")


def code(subject: BitextSubject) -> Iterator[Problem]:
    """The target lacks placeholders, tags or inline codes of the source, or has changed or additional ones.

    Placeholders with a number or a name may stand in another order (`%2$s ... %1$d` for `%d ... %s`). Of ICU
    messages, the names and kinds of the arguments and the `#` are compared; the branches are text, and each
    language has its own plural categories. Paired codes must not cross or close before they open, unless they do so
    in the source. A pair that encloses words in the source must not be empty in the target.

    The singular form of a message may have the codes of its plural. Chinese type has no italics: if a file mostly
    leaves them out, none of them is reported.

    Bad: `Page %1$d of %2$d` = `第 %1$d 页`
    Good: `Page %1$d of %2$d` = `第 %1$d 页，共 %2$d 页`
    """
    pairs = subject.bitext.pairs
    is_plain = _leaves_out_italics(pairs)
    for index, pair in enumerate(pairs):
        is_translated = pair.target.strip() or pair.target_codes
        if (
            not is_translated
            or is_key(pair.source, pair.target)
            or _is_like_plural(pair, pairs[index + 1 : index + 2])
        ):
            continue
        if fault := _differences(pair, is_plain) or _disorder(pair):
            yield subject.whole_target(index, f"the target {fault}")


def _is_like_plural(pair: SegmentPair, following: Sequence[SegmentPair]) -> bool:
    """Whether a singular has the codes of the plural of its message: *one file*, %d 个文件, *%d files*."""
    plurals = (other for other in following if other.plural_of and other.plural_of == pair.source)
    return any(not compare(other.source, pair.target) for other in plurals)


def _leaves_out_italics(pairs: Sequence[SegmentPair]) -> bool:
    """Whether most Chinese translations of texts in italics have none."""
    targets = [pair.target for pair in pairs if _ITALIC.search(pair.source) and has_han(pair.target)]
    plain = sum(_ITALIC.search(target) is None for target in targets)
    return plain >= max(_MANY, len(targets) / 2)


def _differences(pair: SegmentPair, is_plain: bool) -> str:
    written = without_repaired(compare(pair.source, pair.target), pair.source, pair.target)
    written = [one for one in written if not (is_plain and one.verb == "lacks" and is_italic(one))]
    found = [*written, *_inline_differences(pair)]
    lacking, added = (sorted(str(one) for one in found if one.verb == verb) for verb in ("lacks", "adds"))
    if lacking == added:
        return f"has {', '.join(added)} in another order, without numbers such as %1$s" if added else ""
    parts = (("lacks", lacking), ("adds", added))
    return " and ".join(f"{verb} {_listed(codes)}" for verb, codes in parts if codes)


def _listed(codes: Sequence[str]) -> str:
    counts = Counter(codes)
    shown = ([f"{code} ({times} times)"] if times > _TWICE else [code] * times for code, times in counts.items())
    return ", ".join(chain.from_iterable(shown))


def _inline_differences(pair: SegmentPair) -> Iterator[Difference]:
    source, target = (Counter(code.text for code in codes) for codes in (pair.source_codes, pair.target_codes))
    if _PLURAL.search(pair.source):  # each branch has the codes, and Chinese has one branch
        source, target = Counter(set(source)), Counter(set(target))
    for verb, codes in (("lacks", source - target), ("adds", target - source)):
        yield from (Difference(verb, code) for code in codes.elements())


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
