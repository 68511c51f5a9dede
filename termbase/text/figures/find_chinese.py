"""Finds numbers in Chinese text: digits with Chinese units, and numerals in characters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache

from termbase.text.figures.chinese import (
    HALF_AFTER,
    VAGUE,
    digits,
    scale_of,
    two_digits,
    units,
    value_of,
)
from termbase.text.figures.chinese_claims import COUNTED, claim_of, is_decimal
from termbase.text.figures.digits import DIGITS
from termbase.text.figures.figure import Claim, Figure, FigureKind, WordKind, chinese_number_words
from termbase.text.figures.quantities import meanings
from termbase.text.figures.units import metric

_A_HALF = re.compile("一半(?![天年夜路])|(?<!多)半数|半价")
_A_WHILE = re.compile("半[天日晌]|(?<=[一两二三四五六七八九十年天时里斤米个大点])半")
"""A half that is a long time (半天), or part of a number before it (两年半)."""

_OF_TWO_HALVES = re.compile("(?P<which>[上下])半(?=[年场叶章部集篇卷册]|学期)")
_IS_FRACTION = (FigureKind.FRACTION, Claim.WORDS)
_HALF = frozenset([Fraction(1, 2)])
_WEEKDAY = re.compile(
    r"(?<=星)期[一二三四五六]|(?<=礼)拜[一二三四五六]|(?<![每一两半]|\d)周[一二三四五六](?![次届年个月期类种项所、十百千万]|天(?!气))"
)
"""Matches the name of a day, whose numeral counts nothing; 周五次 and 每周三次 are other words."""

_WEEKDAYS = re.compile(r"周[一二三四五六日](?:[、至到和及][一二三四五六日])+(?![个年月天次届号节十百千万亿])")
"""Matches several days: 每周一、三、五, but not 每周三、四次."""

_DAY = re.compile("[一二三四五六]")
_LETTER_ZERO = re.compile("(?<=[一二三四五六七八九])[Oo](?=[一二三四五六七八九])")
_CLAUSE = re.compile("(?:^|[,，;；。:：])$")

_BASE_UNITS = re.compile("[瓦克米卡伏赫帕焦安吨比字]|像素|电子")
"""What 千, 百 and 兆 can belong to instead of the number: in 1.5亿千瓦时 and 100兆瓦 they belong to the unit."""
_FIVE_YEAR_PLAN = re.compile("十[一二三四五六]五")
"""The short name of a plan: 十四五 is the 14th Five-Year Plan."""

_LEAST_RATE = 100
"""The least whole of which a part is a rate, and no number of its own: 千分之五 has no five."""

_OTHER_WORD = (
    "一共|(?<=之)一百度|(?<=退)一万步|万国|万能|万象|万有|(?<!十[一二三四五六七])(?<![十百点])八度"
    "|(?<![\\d一二三四五六七八九十百千几数])万一|(?<=三)两(?=[酒肉米面饭油盐糖茶银金黄])"
)
"""Words that begin with a character for a number: 一共 (in all), octave, weights (三两米), 万国码 (Unicode)."""

_TENTHS = re.compile(
    "(?:[米块度]|秒零?点?)(?P<tenths>[1-9一二三四五六七八九]{1,2})(?![\\d一二三四五六七八九十百千米个天年月次分])"
)
"""Decimals behind the unit: 一米九, 一米八五, 十一秒零点六."""

_ONLY = re.compile("(?:只|仅|唯)有?$")
_OR_TWO = re.compile(r"[^\W\d]{1,2}(?:[、或和与到至]|,)[二两三]")
"""What stands beside 一 where it is a number and no article: 只有一株, 一个或两个."""

_NEXT_DIGIT = re.compile("、[一二三四五六七八九](?![十百千万亿])")
_SHARED_TENS = re.compile("([二三四五六七八九]?十)[一二三四五六七八九]、$")
"""The tens that two numbers share: 三十七、八."""

_WITHOUT_MYRIAD = re.compile("亿[一二三四五六七八九\\d][百千]$")
"""A number that leaves out its last 万, as people say it: 2亿8千."""

_FORMAL = "壹贰叁肆伍陆柒捌玖拾"
"""Characters that are numbers only beside others or alone: 陆佰, but 陆战队."""

_BASE = "六?进"
"""What follows 十 in 十进制 and 十六进位, which are words: *64 hexadecimal digits* is 64 十六进位数字."""


def chinese_figures(plain: str) -> Iterator[Figure]:
    """Yield the numbers that Chinese characters express, in a text of simplified characters and narrow digits."""
    plain = _WEEKDAYS.sub(lambda days: _DAY.sub("日", days[0]), plain.replace("元年", "一年"))
    plain = _WEEKDAY.sub("周日", plain)
    plain = _LETTER_ZERO.sub("〇", plain)
    parts: set[int] = set()
    if "分之" in plain:
        for match in _fraction().finditer(plain):
            yield from _of_fraction(match)
            is_rate = (value_of(match["whole"]) or 0) >= _LEAST_RATE
            parts |= {match.start("part"), match.start("to")} if is_rate else set()
    if "世纪" in plain:
        for match in _decade().finditer(plain):
            yield from _of_decade(match)
            parts.add(match.start("decade"))
    for match in _money().finditer(plain) if "角" in plain or "毛" in plain else ():
        yield _of_money(match)
    for match in _A_HALF.finditer(plain):
        yield Figure(match[0], *match.span(), frozenset([Fraction(1, 2)]), *_IS_FRACTION, shares=_HALF)
    for match in _OF_TWO_HALVES.finditer(plain):
        which = Fraction(1 if match["which"] == "上" else 2)
        yield Figure(match[0], *match.span(), frozenset([which]), FigureKind.ORDINAL, Claim.WORDS)
    for match in _numeral().finditer(plain):
        is_word = match[0] == "万一" or (match[0] in _FORMAL and plain.strip() != match[0])  # 万一 is in case
        if not is_word and match.start() not in parts:
            yield from _of_numeral(plain, match)
    for match in _word().finditer(plain):
        value = chinese_number_words()[match[0]].value
        read = meanings(value, "", plain[match.end() : match.end() + 8])
        half_hour = {value * 60} if value < 1 else set()  # 两点半
        is_measure = value < 1 and read.measures and not _A_WHILE.match(plain, match.start())
        is_first = match[0] == "首" and COUNTED.match(plain, match.end()) is not None
        claim = Claim.WORDS if is_measure or is_first or match[0] == "双" else Claim.NONE
        kind = FigureKind.ORDINAL if is_first else read.kind  # 首次
        yield Figure(match[0], *match.span(), read.values | half_hour, kind, claim, measures=read.measures)


@cache
def _number() -> str:
    """Return the pattern of a numeral: digits with units (3亿2000万), or characters (一万五千, 二〇二三)."""
    digit, unit = "".join(digits()), "".join(units())
    more = rf"(?<=[{digit}十百])点(?=[{digit}])|(?<=十)[有又](?=[{digit}](?![{digit}]))"  # 七十有二
    more += rf"|(?<=[{digit}{unit}\d])[{VAGUE}](?=[{unit}])"
    holiday = "五一(?=[三五七]天|假|长假|小长假|黄金周)"
    part = rf"(?!{_OTHER_WORD}|(?<=[十百千万亿一二四五六七八九])[两俩](?![{unit}]))[{digit}{unit}]|{more}"
    no_scale = "元以上|元级|级|[能用物国圣花维]"  # 3个亿, but not 3个万国码字符
    counted = rf"(?:个多?(?=[万亿](?!{no_scale})))?"
    with_unit = rf"{DIGITS}\s?{counted}(?:[{VAGUE}]?(?!百分)[{unit}])+(?!{_BASE})"
    lower = rf"(?<=[{unit}零〇])\s?{DIGITS}\s?(?=[{unit}])|(?<=万)\s?\d(?:,?\d{{3}})?(?![\d,.%、月日号])"  # 2万4801
    return rf"{holiday}|(?!{_OTHER_WORD})(?:{with_unit}|[{digit}{unit}])(?:{part}|{lower})*"


@cache
def _numeral() -> re.Pattern[str]:
    return re.compile(_number(), re.ASCII)


@cache
def _fraction() -> re.Pattern[str]:
    number = rf"(?:{_number()}|{DIGITS})"
    end = rf"\s?(?:至|到|[-–—~～])\s?(?P<to>{number})(?![\d月日年]|\s?分之)"  # 百分之三十至四十三
    return re.compile(
        rf"(?:(?P<count>{number})又)?(?P<whole>{number})\s?分之\s?(?P<part>{number})(?:{end})?", re.ASCII
    )


@cache
def _decade() -> re.Pattern[str]:
    number = rf"(?:{_number()}|\d+)"
    century = rf"(?:(?P<century>{number})|(?P<last>上个?)|(?<![本这该新旧半个]))"
    return re.compile(rf"{century}\s?世纪的?\s?(?P<decade>{number})\s?年代", re.ASCII)


@cache
def _money() -> re.Pattern[str]:
    digit = f"[{''.join(digits())}\\d]"
    return re.compile(
        rf"(?P<whole>{_number()}|{DIGITS})\s?[元块圆](?P<tenths>{digit})[角毛](?:(?P<rest>{digit})(?:[分仙]|(?=钱|[，。；：！？、）]|$)))?"
        rf"|(?P<dimes>{digit})[角毫](?P<cents>{digit})[分仙]",  # 三角六仙
        re.ASCII,
    )


@cache
def _word() -> re.Pattern[str]:
    """Match a word that implies a number: 半, 双, 首."""
    others = [
        word
        for word, (kind, _) in chinese_number_words().items()
        if kind not in (WordKind.CARDINAL, WordKind.SCALE)
    ]
    return re.compile("|".join(sorted(others, key=len, reverse=True)))


def _of_fraction(match: re.Match[str]) -> Iterator[Figure]:
    whole, part = value_of(match["whole"]), value_of(match["part"])
    if whole and part is not None and match["count"]:  # 一又四分之三
        total = (value_of(match["count"]) or 0) + part / whole
        yield Figure(match[0], *match.span(), frozenset([total]), *_IS_FRACTION)
    elif whole:
        yield from _parts_of(whole, match, match.start(), "part")
        yield from _parts_of(whole, match, match.start("to"), "to")


def _parts_of(whole: Fraction, match: re.Match[str], start: int, name: str) -> Iterator[Figure]:
    part = value_of(match[name] or "")
    if part is None:
        return
    values = {part / whole, part * 100 / whole}
    values |= {part} if whole >= _LEAST_RATE else set()
    kind, claim = _IS_FRACTION
    if part != whole and (part > 1 or whole == _LEAST_RATE):  # 百分之百 is all of it, 千分之一 also a size
        claim = Claim.REQUIRED
    end = match.end(name)
    text, shares = match.string[start:end], frozenset([part / whole])
    yield Figure(text, start, end, frozenset(values), kind, claim, shares=shares)


def _of_money(match: re.Match[str]) -> Figure:
    """Return an amount of money that is counted in smaller and smaller coins: 三元二角五分."""
    whole, tenths, rest = match["whole"], match["tenths"] or match["dimes"], match["rest"] or match["cents"]
    parts = [value_of(part or "零") or 0 for part in (whole, tenths, rest)]
    value = Fraction(parts[0]) + Fraction(parts[1]) / 10 + Fraction(parts[2]) / 100
    return Figure(match[0], *match.span(), frozenset({value}), claim=Claim.WORDS)


def _of_decade(match: re.Match[str]) -> Iterator[Figure]:
    century = Fraction(20) if match["last"] else value_of(match["century"] or "")
    decades = [decade for decade, _ in _values(match["decade"], "", "年代")]
    if not (match["century"] or match["last"]):  # 世纪80年代 lacks its century
        yield Figure(match["decade"], *match.span("decade"), frozenset(decades), claim=Claim.REQUIRED)
    if century is not None:
        years = [(century - 1) * 100 + decade for decade in decades]
        yield Figure(match[0], *match.span(), frozenset([century, *decades, *years]), claim=Claim.WORDS)


def _of_numeral(plain: str, match: re.Match[str]) -> Iterator[Figure]:
    start, end = match.span()
    before, after = plain[max(0, start - 4) : start], plain[end : end + 8]
    if match[0] == "两" and after.startswith("月"):  # 退赛两月 is not in February
        after = f"个{after}"
    texts = _values(match[0], before, after)
    numbers = [number for number, _ in texts]
    if tenth := re.match(rf"成([{''.join(digits())}半])", after):  # 三成五, 一成半
        numbers = [number + Fraction(digits().get(tenth[1], 5), 10) for number in numbers]
    half = None if before.endswith("第") else HALF_AFTER.match(after)
    if half:  # 一年半, 两个半小时, but not 第一个半场
        numbers = [number + Fraction(1, 2) for number in numbers]
        after = (half["unit"] or "个") + after[half.end() :]
    if rest := _TENTHS.match(after):  # 一米九
        decimals = value_of(f"0.{rest['tenths']}") or 0
        numbers = [number + decimals for number in numbers]
    behind = [after, *(text for _, text in texts[1:])]
    read = [meanings(number, before, text) for number, text in zip(numbers, behind, strict=False)]
    if read:
        values, kind = frozenset(value for one in read for value in one.values), read[0].kind
        shares = frozenset(share for one in read for share in one.shares)
        kind = _kind(plain, match, after) or kind
        measured = frozenset(measure for one in read for measure in one.measures)
        claim = claim_of(plain, match, numbers[0], kind, after, has_unit=bool(measured))
        if match[0] == "一" and before.endswith("每"):  # 每一天 is each day
            claim = Claim.WORDS
        is_number = half or rest or _ONLY.search(before) or _OR_TWO.match(after)
        if match[0] == "一" and kind is FigureKind.CARDINAL and COUNTED.match(after) and not is_number:
            kind = FigureKind.ARTICLE
        scale, converted = scale_of(match[0]), metric(numbers[0], after)
        yield Figure(match[0], start, end, values, kind, claim, scale, converted, shares, measured)


def _kind(plain: str, match: re.Match[str], after: str) -> FigureKind | None:
    """Return the kind of a numeral where the text around it shows another one than the word behind it."""
    before = plain[max(0, match.start() - 2) : match.start()]
    if _is_listed(match[0], before, after):  # 一、二类
        return FigureKind.ORDINAL
    if after.startswith("是") and _CLAUSE.search(plain, 0, match.start()):  # 三是
        return FigureKind.ORDINAL
    is_count = after.startswith("类") and not before.endswith("第") and match[0] not in ("一", "二")
    return FigureKind.CARDINAL if is_count and not match[0].isascii() else None  # 三类


def _is_listed(numeral: str, before: str, after: str) -> bool:
    """Return whether a digit stands in a list of digits, which name things rather than count them: 一、二类."""
    return numeral in digits() and bool(
        (before[-1:] == "、" and before[-2:-1] in digits()) or _NEXT_DIGIT.match(after)
    )


def _values(numeral: str, before: str, after: str) -> list[tuple[Fraction, str]]:
    """Return the values of a numeral, each with the text behind it, which has the prefix of a unit: 5, 千米."""
    readings = [numeral] if is_decimal(numeral, after) else _readings(numeral)
    if _WITHOUT_MYRIAD.search(numeral):
        readings = [*readings, f"{numeral}万"]
    values = [(value, after) for reading in readings if (value := value_of(reading)) is not None]
    if match := _SHARED_TENS.search(before):  # 三十七、八岁
        values = [(value + (value_of(match[1]) or 0), after) for value, _ in values if value < 10] or values
    if numeral[-1] in "百千仟兆" and len(numeral) > 1 and _BASE_UNITS.match(after):
        value = value_of(numeral[:-1])
        values += [(value, numeral[-1] + after)] if value is not None else []
    if numeral[-1] == "千" and _BASE_UNITS.match(after):
        values += [(value * 1000, after) for value, _ in values]  # 500万千瓦 is 5 GW
    return values


def _readings(numeral: str) -> Iterator[str]:
    """Yield the numeral, and what else it may be: without the prefix of a unit, as a plan, as hours and minutes."""
    yield numeral
    if _FIVE_YEAR_PLAN.fullmatch(numeral):
        yield from (numeral[:-1], numeral[-1])
    if numeral.endswith("千兆") and len(numeral) > 2:  # 1千兆: 1 giga(bit)
        yield numeral[:-2]
    if all(char in digits() for char in numeral[:2]) and len(numeral) > 1:
        yield from (numeral[1:], numeral[0] + numeral[2:])  # 五六百: 500 or 600
        if len(numeral) == 2:
            yield f"19{value_of(numeral)}"  # 九二共识
    if vague := two_digits().search(numeral):  # 一百五六十: 150 or 160
        yield from (f"{vague[1]}{digit}{vague[4]}" for digit in (vague[2], vague[3]))
    if len(numeral) > 2 and numeral[-3] in units() and set(numeral[-2:]) <= digits().keys() - set("零〇○"):
        yield from (numeral[:-1], numeral[:-2] + numeral[-1])  # 十一二岁: 11 or 12
    if "点" in numeral:
        yield from numeral.split("点")
