"""Measures the check `number` on sentence pairs: right pairs that it reports, and planted errors that it finds.

    ./run python bench/number_check.py FILE [--show]

FILE is a TSV of source language, target language, source and target, with right translations. In each pair one
number of one side is changed, of a kind drawn at random: a digit, a numeral in words, a scale (million to billion),
a unit (kilometres to metres), percent against percentage points and per thousand, a date, a year, the half of the
day, a day of the week, an ordinal, a fraction, a multiple, a currency; or two digits or two numbers of a text
change places, or a number is left out of the target, or added by it (left out of the source). Pairs with findings
before the change are left out of the second figure.

A number is left out as a whole: 10: without its minutes is no time, and a port is a part of an address. A year that
only one text has is not left out, nor is the year or month of a date or a number in brackets added: the translation
is right with and without it (7月26日, July 26, 2020).
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import combinations
from pathlib import Path

from termbase.bitext import Bitext, SegmentPair
from termbase.check.bilingual.bitext_subject import read_bitext_subject
from termbase.check.checks.number import number
from termbase.check.known_terms import KnownTerms
from termbase.check.settings import DEFAULTS

_AMOUNT = r"(?<![\w.,/#&$%@^~(-])\d+(?:[.,]\d+)*(?![A-Za-z_/\d.-]|,\d)"
_TIME = r"(?<![\w:.])\d{1,2}[:：][0-5]\d(?![\d:：])"
_WHOLE = rf"{_TIME}|(?<![A-Za-z\d][:：]){_AMOUNT}(?![:：]\d)(?: ?%)?"
_YEAR = re.compile(r"(?:1[5-9]|20|21)\d\d")
_MONTH = re.compile(r"\s?月")
_IN_BRACKETS = re.compile(r"[(（][^()（）\d]{0,20}$")
_CHINESE_DIGITS = "二三四五六七八九"
_MONTHS = (
    "January February March April May June July August September October November December".split()
)  # fmt: skip
_WORDS = "two three four five six seven eight nine eleven twelve fifteen twenty thirty forty fifty".split()
_ORDINALS = "second third fourth fifth sixth seventh eighth ninth tenth".split()
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_MULTIPLES = "doubled tripled quadrupled".split()
_CURRENCIES = (
    ("US$", "€", "£"), (" dollars", " euros", " pounds", " yen"),
    ("美元", "欧元", "英镑", "日元"), ("美元", "歐元", "英鎊", "日圓"),
)  # fmt: skip
_FRACTIONS = ["one third", "two thirds", "one quarter", "three quarters", "one fifth", "two fifths"]
_UNITS = (
    ("kilometres", "metres"), ("kilometers", "meters"), ("km", "m"), ("kg", "g"), ("tonnes", "kilograms"),
    ("hours", "minutes"), ("minutes", "seconds"), ("days", "weeks"), ("weeks", "months"), ("months", "years"),
    ("公里", "公尺"), ("千米", "米"), ("公斤", "公克"), ("小时", "分钟"), ("小時", "分鐘"), ("分钟", "秒钟"),
    ("分鐘", "秒鐘"), ("天", "周"), ("天", "週"), ("个月", "年"), ("個月", "年"), ("mg", "g"), ("cm", "mm"),
    ("厘米", "毫米"), ("毫克", "克"),
)  # fmt: skip


def _others(word: str, words: list[str] | str) -> list[str]:
    return [other for other in words if other != word]


def _replaced(
    pattern: str, others: Callable[[str], list[str]]
) -> Callable[[str], Iterator[tuple[int, int, list[str]]]]:
    compiled = re.compile(pattern)

    def find(text: str) -> Iterator[tuple[int, int, list[str]]]:
        for match in compiled.finditer(text):
            yield match.start(), match.end(), others(match[0])

    return find


def _digits(text: str) -> Iterator[tuple[int, int, list[str]]]:
    for match in re.finditer(_AMOUNT, text):
        for place in range(match.start(), match.end()):
            if text[place].isdigit():
                yield place, place + 1, _others(text[place], "123456789")


def _transposed(text: str) -> Iterator[tuple[int, int, list[str]]]:
    for match in re.finditer(_AMOUNT, text):
        for place in range(match.start(), match.end() - 1):
            one, two = text[place], text[place + 1]
            if (one + two).isdigit() and one != two and (two != "0" or place > match.start()):
                yield place, place + 2, [two + one]


def _swapped(text: str) -> Iterator[tuple[int, int, list[str]]]:
    """Yield two numbers that a translator may confuse: no parts of a time, and no year with another one."""
    numbers = [match for match in re.finditer(_AMOUNT, text) if not re.match("[:：–~～]", text[match.end() :])]
    for one, two in combinations(numbers, 2):
        if one[0] != two[0] and bool(_YEAR.fullmatch(one[0])) == bool(_YEAR.fullmatch(two[0])):
            yield one.start(), two.end(), [two[0] + text[one.end() : two.start()] + one[0]]


def _currencies(text: str) -> Iterator[tuple[int, int, list[str]]]:
    for names in _CURRENCIES:
        for match in re.finditer("|".join(re.escape(name) + r"(?![a-z])" for name in names), text):
            yield match.start(), match.end(), _others(match[0], [*names])


def _units(text: str) -> Iterator[tuple[int, int, list[str]]]:
    for pair in _UNITS:
        for one, other in (pair, pair[::-1]):
            edge = r"\b" if one.isascii() else "(?![后後内內前里裡年代])"
            for match in re.finditer(rf"(?<!\d\d\d)(?<=\d)(?P<gap>[ -]?){one}{edge}", text):
                yield match.start() + len(match["gap"]), match.end(), [other]


_KINDS: dict[str, Callable[[str], Iterator[tuple[int, int, list[str]]]]] = {
    "digit": _digits,
    "left out": _replaced(_WHOLE, lambda _: [""]),
    "numeral": _replaced(
        rf"(?<=[十百千万萬亿億])[{_CHINESE_DIGITS}]"
        rf"|(?<!第)[{_CHINESE_DIGITS}](?=[十百千万萬亿億名年月天条條项項种種岁歲])",
        lambda word: _others(word, _CHINESE_DIGITS),
    ),
    "word": _replaced(rf"\b(?:{'|'.join(_WORDS)})\b", lambda word: _others(word, _WORDS)),
    "scale": _replaced(
        r"(?<=\d )(?:million|billion)\b", lambda word: _others(word, ["thousand", "million", "billion"])
    ),
    "Chinese scale": _replaced(
        r"(?<=[\d一二三四五六七八九十百千])[万萬亿億](?![万萬亿億别別不要勿])",
        lambda word: [{"万": "亿", "亿": "万", "萬": "億", "億": "萬"}[word]],
    ),
    "unit": _units,
    "points": _replaced(
        r"(?<=\d )percentage points|(?<=\d)个百分点|(?<=\d)個百分點",
        lambda word: ["percent" if word.isascii() else "%"],
    ),
    "per mille": _replaced(
        r"(?<=\d )per ?cent\b(?! point)|(?<=\d)%|(?<!\w)百(?=分之)",
        lambda word: ["per thousand" if word.isalpha() and word.isascii() else "‰" if word == "%" else "千"],
    ),
    "transposed": _transposed,
    "swapped": _swapped,
    "currency": _currencies,
    "weekday": _replaced(rf"\b(?:{'|'.join(_DAYS)})\b", lambda word: _others(word, _DAYS)),
    "Chinese weekday": _replaced(
        "(?<=星期)[一二三四五六]|(?<=[^一每][周週])[一二三四五六](?![个個年月天次])",
        lambda word: _others(word, "一二三四五六"),
    ),
    "multiple": _replaced(rf"\b(?:{'|'.join(_MULTIPLES)})\b", lambda word: _others(word, _MULTIPLES)),
    "Chinese multiple": _replaced(rf"[{_CHINESE_DIGITS}](?=倍)", lambda word: _others(word, _CHINESE_DIGITS)),
    "year": _replaced(
        r"(?<![\d.,])(?:19|20)\d\d(?= ?年)|\b(?:in|of|since|by) (?:19|20)\d\d\b(?![,.-]\d)",
        lambda word: [word[:-4] + str(int(word[-4:]) + step) for step in (-1, 1)],
    ),
    "half of the day": _replaced(
        r"(?<=\d )[ap]\.m\.|[上下]午(?= ?[\d一二三四五六七八九十])",
        lambda word: [{"a.m.": "p.m.", "p.m.": "a.m.", "上午": "下午", "下午": "上午"}[word]],
    ),
    "date": _replaced(
        rf"\b(?:{'|'.join(_MONTHS)})(?= \d)|(?<=\d )(?:{'|'.join(_MONTHS)})\b", lambda word: _others(word, _MONTHS)
    ),
    "month": _replaced(
        r"(?<!\d)(?:1[0-2]|[1-9])(?= ?月)", lambda word: _others(word, [str(month) for month in range(1, 13)])
    ),
    "ordinal": _replaced(rf"(?<=第)[{_CHINESE_DIGITS}]", lambda word: _others(word, _CHINESE_DIGITS)),
    "ordinal word": _replaced(
        rf"\b(?:{'|'.join(_ORDINALS)})\b(?! ?(?:of|[,.]))", lambda word: _others(word, _ORDINALS)
    ),
    "fraction": _replaced(
        r"\b(?:one|two|three)[- ](?:third|quarter|fifth)s?\b",
        lambda word: _others(word.replace("-", " "), _FRACTIONS),
    ),
    "Chinese fraction": _replaced(
        rf"(?<=分之)[一{_CHINESE_DIGITS}](?![{_CHINESE_DIGITS}十百])",
        lambda word: _others(word, "一" + _CHINESE_DIGITS),
    ),
}


def main() -> None:
    """Print both figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file", type=Path)
    parser.add_argument("--show", action="store_true", help="print the pairs reported and the errors missed")
    parser.add_argument("--seed", default="", help="another draw of the errors")
    arguments = parser.parse_args()
    rows = [line.split("\t") for line in arguments.file.read_text("utf-8").splitlines()]
    pairs = [(row[0], row[1], row[2], row[3]) for row in rows]
    findings = [_findings(*pair) for pair in pairs]
    kept = [pair for pair, found in zip(pairs, findings, strict=True) if not found]
    planted = [plant for pair in kept if (plant := _plant(pair, arguments.seed))]
    missed = [plant for plant in planted if not _findings(*plant[1])]
    print(f"right pairs reported: {sum(bool(found) for found in findings)} of {len(pairs)}")
    print(f"planted errors found: {len(planted) - len(missed)} of {len(planted)}")
    total, lost = Counter(kind for kind, *_ in planted), Counter(kind for kind, *_ in missed)
    print("  " + ", ".join(f"{kind} {total[kind] - lost[kind]}/{total[kind]}" for kind in sorted(total)))
    if arguments.show:
        for pair, found in zip(pairs, findings, strict=True):
            if found:
                print(f"\nREPORTED {found}\n{pair[2]}\n{pair[3]}")
        for kind, pair, change in missed:
            print(f"\nMISSED {kind}: {change}\n{pair[2]}\n{pair[3]}")


def _findings(source: str, target: str, text: str, translation: str) -> list[str]:
    bitext = Bitext("pair", source, target, (SegmentPair("1", text, translation),))
    return [problem.message for problem in number(read_bitext_subject(bitext, KnownTerms([]), DEFAULTS))]


def _plant(pair: tuple[str, str, str, str], seed: str) -> tuple[str, tuple[str, str, str, str], str] | None:
    """Return a kind of error, the pair with it, and what was changed; None if the pair has no number to change."""
    chance = random.Random(seed + pair[2] + pair[3])
    found: dict[str, list[tuple[int, int, int, list[str]]]] = {}
    for side in (2, 3):
        for kind, find in _KINDS.items():
            for start, end, others in find(pair[side]):
                if kind == "left out" and side == 2:
                    if not _may_be_added(pair[2], start, end):
                        found.setdefault("added", []).append((side, start, end, others))
                elif kind != "left out" or not _is_own_year(pair[3][start:end], pair[2]):
                    found.setdefault(kind, []).append((side, start, end, others))
    if not found:
        return None
    kind = chance.choice(sorted(found))
    side, start, end, others = chance.choice(found[kind])
    text, new = pair[side], chance.choice(others)
    made = list(pair)
    made[side] = text[:start] + new + text[end:]
    return (
        kind,
        (made[0], made[1], made[2], made[3]),
        f"{text[start - 6 if start > 6 else 0 : end + 6]!r} -> {new!r}",
    )


def _is_own_year(number: str, other: str) -> bool:
    """Return whether a number is a year that the other text does not have."""
    return _YEAR.fullmatch(number) is not None and number not in other


def _may_be_added(text: str, start: int, end: int) -> bool:
    """Return whether a translation may add the number at a span of its source if the source lacks it."""
    is_of_date = _YEAR.fullmatch(text, start, end) or _MONTH.match(text, end)
    return bool(is_of_date or _IN_BRACKETS.search(text, 0, start))


if __name__ == "__main__":
    main()
