"""The values of Chinese numerals, also of those that mix characters and digits: 一万五千亿, 3亿2000万, 二〇二三."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache

from termbase.text.figures.figure import WordKind, chinese_number_words

VAGUE = "余多来几"
"""Characters that make a number approximate before a unit: 10余万, 三百多亿."""

NUMBERED = (
    "步骤|方[式法案]|选项|阶段|示例|案例|场景|[例习]题|练习|定理|规则|情[况形]|附[录件]"
    "|(?<![意企试地蓝力])图|(?<![代发外手])表"
)
"""Words behind which a number names one of several: 步骤二."""

HALVED = (
    "年|天|小时|行|倍|页|周|岁|块|元|度|[公英海]?里|[千毫厘]?米|[平立]方(?:米|公里|厘米)"
    "|[公英市]?[尺寸斤亩顷吨]|公升|[千毫]?[升克]|公分|吋|呎|[杯碗勺匙盒箱桶圈]"
)
"""Measures that may have a half behind them: 一年半, 七吨半."""

HALF = "半(?![载衰满价夜岛数决球职导自身成途路径空])"
"""A half behind a measure, and no other word that begins so: 三年半价, 一年半载."""

HALF_AFTER = re.compile(rf"(?:个|(?={HALVED}))(?P<unit>{HALVED}|){HALF}")
"""Matches a half behind the measure of a number: 两个半小时."""

_MYRIADS = (("兆", 10**12), ("亿", 10**8), ("万", 10**4))


@cache
def digits() -> dict[str, int]:
    """Return the Chinese digits (simplified) with their values: 一 and 壹 are 1."""
    return _characters(WordKind.CARDINAL)


@cache
def units() -> dict[str, int]:
    """Return the Chinese units from 十 to 兆 with their values; 兆 is 10**12, as in Taiwan."""
    return _characters(WordKind.SCALE)


def _characters(kind: WordKind) -> dict[str, int]:
    return {word: int(meaning.value) for word, meaning in chinese_number_words().items() if meaning.kind is kind}


@cache
def two_digits() -> re.Pattern[str]:
    """Match two digits that stand for one or the other within a numeral: 一百五六十."""
    digit, unit = "".join(digits().keys() - set("零〇○")), "".join(units())
    return re.compile(rf"\A(.*[{unit}])([{digit}])([{digit}])([{unit}]+)\Z")


def scale_of(numeral: str) -> int:
    """Return the largest unit in a numeral: 10,000 in 三万五."""
    return max((units().get(char, 1) for char in numeral), default=1)


def value_of(numeral: str) -> Fraction | None:
    """Return the value of a numeral in simplified characters and digits, or None if it is not well formed.

    The last of the largest units multiplies all before it (一万五千亿), and 万亿 is one unit. A single digit
    after a unit counts the next lower unit (三万五 is 35,000).
    """
    plain = re.sub(f"[{VAGUE}个有又,，\\s]", "", numeral).replace("万亿", "兆")
    return _with_myriads(plain) if plain else None


def _with_myriads(text: str) -> Fraction | None:
    for unit, value in _MYRIADS:
        if unit in text:
            before, after = text.rsplit(unit, 1)
            count = _with_myriads(before) if before else Fraction(1)
            rest = _rest(after, value)
            return None if count is None or rest is None else count * value + rest
    return _below_myriad(text)


def _rest(text: str, unit: int) -> Fraction | None:
    """Return what follows a unit: nothing, a single digit that counts tenths of the unit, or a lower number."""
    if not text:
        return Fraction(0)
    if len(text) == 1 and (digit := _positional(text)) is not None:
        return digit * unit / 10
    return _with_myriads(text)


def _below_myriad(text: str) -> Fraction | None:
    whole, point, decimals = text.partition("点")
    if point and whole[-1:] in units():  # 十点九
        count, tenths = _below_myriad(whole), _positional(f"0.{decimals}")
        return None if count is None or tenths is None else count + tenths
    if (positional := _positional(text)) is not None:
        return positional
    total, rest, last = Fraction(0), text, 1
    while rest:
        match = _counted_unit().match(rest)
        if not match:
            tail = _rest(rest, last) if last >= 100 else _positional(rest)
            return None if tail is None else total + tail
        count = _positional(match[1]) if match[1] else Fraction(1)
        if count is None:
            return None
        last = units()[match[2]]
        total += count * last
        rest = rest[match.end() :]
    return total


@cache
def _counted_unit() -> re.Pattern[str]:
    """Match a digit or number with a unit below 万: 三千, 2.5千, 十."""
    small = "".join(unit for unit, value in units().items() if value < 10**4)
    return re.compile(rf"[零〇]?([\d.]+|[{''.join(digits())}]?)([{small}])")


def _positional(text: str) -> Fraction | None:
    """Return the value of digits in a row, with a point if there is one: 2.5, 二〇二三, 一点五."""
    plain = "".join(str(digits().get(char, char)) for char in text).replace("点", ".")
    return Fraction(plain) if re.fullmatch(r"\d+(?:\.\d+)?", plain, re.ASCII) else None
