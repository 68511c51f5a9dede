"""Repairs characters that look right but are wrong, as copies from PDF, old encodings and input methods leave them.

Start from `repairs`. A rule has a name, a pattern, a replacement and a reason. Unicode normalization (NFKC) is not
enough: it misses most of the block CJK Radicals Supplement, and it changes the full-width punctuation of Chinese.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

from termbase.text.changes import Change, Step, replay, steps
from termbase.text.chinese.chinese_characters import doubled_radicals, radicals, wrong_characters
from termbase.text.chinese.gaps import gaps
from termbase.text.invisible import DIRECTIONS, IDLE, SHAPES
from termbase.text.script import HAN, has_han

_QUOTES = {
    "Hans": dict(zip("「」『』〝〞", "“”‘’“”", strict=True)),
    "Hant": dict(zip("“”‘’〝〞", "「」『』「」", strict=True)),
}
_RADICAL = "a radical symbol is used instead of the character"
_FIGURES = "〇一二三四五六七八九十"


class _DefectRule(NamedTuple):
    name: str
    pattern: re.Pattern[str]
    replacement: Callable[[str], str]
    reason: str


def _compatible(found: str) -> str:
    return unicodedata.normalize("NFKC", found)


def _looked_up(table: dict[str, str]) -> Callable[[str], str]:
    return lambda found: "".join(table.get(char, char) for char in found)


_SUSPECT = (
    rf"{IDLE}{DIRECTIONS}{SHAPES}\u200c\u200d\x0b\x0c\x85\u2028\u2029\u2e80-\u2fdf\uf900-\ufaff\U0002f800-\U0002fa1f\ufe10-\ufe6f\uff0e"
    "\uff03-\uff06\uff10-\uff19\uff1d\uff20-\uff3a\uff3f\uff41-\uff5a\uff61-\uff65\u2150-\u218b\u3300-\u33ff\ufb00-\ufb06○•∙・⋅‧"
)
"""All characters that a rule may replace, beside the space and quotation marks, as the inside of a regex class."""
_ANY_SUSPECT = re.compile(f"[{_SUSPECT}]")
_SPACES = r"\x0b\x0c\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
"""White space but the tab and the ends of lines."""

_ANY_QUOTE = re.compile("[“”‘’〝〞「」『』]")


def _nothing(_: str) -> str:
    return ""


_INTERPUNCT = "the standard dot between the parts of a foreign name"
_LINE = re.compile(r"[^\n]+")
_ANGULAR = re.compile("[「」『』〝〞]")


@cache
def _curly() -> re.Pattern[str]:
    """Match the quotation marks of the mainland around Chinese, no apostrophes."""
    return re.compile(rf"[“”〝〞]|‘(?=[^‘’]*[{HAN}][^‘’]*’)|(?<=[{HAN}])[’]|’(?=[{HAN}，。、；：！？」』”])")


def repairs(text: str, script: str) -> list[Step]:
    """Return the steps that repair a text in a script (`Hans` or `Hant`); after `replay` no defect is left."""
    return _repairs(text, script) if _may_have_defects(script).search(text) is not None else []


@cache
def _may_have_defects(script: str) -> re.Pattern[str]:
    """Match where a text may need a repair: all at once, because most texts need none.

    The white space of a single term in parts has Han characters on both sides.
    """
    marks = "".join(_QUOTES[script])
    return re.compile(rf"[{_SUSPECT}{marks}{_SPACES}](?:(?<!\s)|(?<=[{HAN}]\s)(?=\s*[{HAN}]))")


def _repairs(text: str, script: str) -> list[Step]:
    taken = list(steps(text, gaps(text)))
    text = replay(text, taken)
    if _ANY_SUSPECT.search(text) is not None:
        for rule in (*_rules(), _interpuncts(script)):
            now = list(steps(text, _changes(rule, text))) if rule.pattern.search(text) else []
            text = replay(text, now)
            taken += now
    return [*taken, *steps(text, _quotes(text, script))] if _ANY_QUOTE.search(text) else taken


@cache
def _rules() -> tuple[_DefectRule, ...]:
    upright = wrong_characters("upright")
    return (
        _DefectRule(
            "invisible",
            re.compile(rf"[{IDLE}{DIRECTIONS}]+|(?<=[{HAN}])[{SHAPES}]+|[\u200c\u200d]+(?=[{HAN}])"),
            _nothing,
            "an invisible character that disturbs comparison and search",
        ),
        _DefectRule("radical", doubled_radicals(), _nothing, "a radical symbol before its own character"),
        _DefectRule("radical", re.compile("[⼀-⿕⺟⻳]+"), _compatible, _RADICAL),
        _DefectRule("radical", re.compile(f"[{''.join(radicals())}]+"), _looked_up(radicals()), _RADICAL),
        _DefectRule(
            "compatibility", re.compile("[豈-﫿\U0002f800-\U0002fa1f]+"), _compatible, "a compatibility duplicate"
        ),
        _DefectRule(
            "upright",
            re.compile(f"[{''.join(upright)}]+"),
            _looked_up(upright),
            "a vertical, small or half-width form of punctuation",
        ),
        _DefectRule(
            "width", re.compile("[０-９Ａ-Ｚａ-ｚ＃＄％＆＝＠＿]+"), _compatible, "full-width letters and figures"
        ),
        _DefectRule("width", re.compile("(?<=[0-9])．(?=[0-9])"), _compatible, "a full-width decimal point"),
        _DefectRule("sign", re.compile("[Ⅰ-ⅿ㌀-㏿ﬀ-ﬆ]+"), _compatible, "one character instead of several letters"),
        _DefectRule(
            "zero",
            re.compile(f"(?<=[{_FIGURES}])○+|○+(?=[{_FIGURES}])"),  # not ○○公司, a company whose name is hidden
            _looked_up({"○": "〇"}),
            "a circle instead of the numeral 〇",
        ),
        _DefectRule(
            "space",
            re.compile(rf"(?<=[{HAN}])[\x0b\x0c\x85\u2028\u2029]+(?=[{HAN}])"),
            _nothing,
            "a line or page break of another program divides Chinese text",
        ),
    )


def _changes(rule: _DefectRule, text: str) -> Iterator[Change]:
    for found in rule.pattern.finditer(text):
        yield Change(*found.span(), rule.replacement(found[0]), rule.name, rule.reason)


@cache
def _interpuncts(script: str) -> _DefectRule:
    """Return the rule for the dot in names. ‧ (U+2027) is kept in Traditional text, as Taiwan's standard has it."""
    signs = "•･．∙・⋅" + ("‧" if script == "Hans" else "")
    pattern = re.compile(rf"(?<=[{HAN}])[{signs}](?=[{HAN}])")
    return _DefectRule("interpunct", pattern, _looked_up(dict.fromkeys(signs, "·")), _INTERPUNCT)


def _quotes(text: str, script: str) -> Iterator[Change]:
    marks = _QUOTES[script]
    reason = "quotation marks of " + ("the mainland" if script == "Hans" else "Traditional text")
    for line in _LINE.finditer(text):
        if not has_han(line[0]):
            continue
        for char in (_curly() if script == "Hant" else _ANGULAR).finditer(line[0]):
            start = line.start() + char.start()
            yield Change(start, start + 1, marks[char[0]], "quotes", reason)
