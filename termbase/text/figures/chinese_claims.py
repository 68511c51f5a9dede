"""What a numeral in Chinese text asks of a translation: all of 三天 and 第二步, and little of the 三 in 三星."""

from __future__ import annotations

import re
from fractions import Fraction

from termbase.text.figures.chinese import HALF_AFTER, NUMBERED, digits, scale_of, two_digits, units
from termbase.text.figures.digits import is_number
from termbase.text.figures.figure import Claim, FigureKind

COUNTED = re.compile(
    "[个者名位项条种家届国省市县天年月周次件人岁层座辆艘架台套轮场组支份所间期页章球处批起例款幅首篇本册张只头匹栋户元斤亩米吨级维局集季封枚颗块片段节门步类倍番"
    "缸代星度秒副双趟顿串盏扇笔排捆袋包盘碟束幕首枪杆克升尺寸磅镑旬刻席票桌桶箱瓶杯碗盒袋根株棵朵滴粒堂班届顶栏棟幢]"
    "|大|部门|部分|部(?=电[影脑话]|手机|小说|作品|著作|影片|法[律规典]|[戏剧书片])|小时|回合|格(?![式局外])|路(?![军人口])|分(?:钟|线|球|之|命|的(?:领先|优势)|[，。,;；]|$)|公[里斤顷尺分升吨]|[英平立][里尺寸镑方亩]"
    "|[千毫厘纳微][克米升瓦伏秒]|星期|美[元金]|[欧日港韩]元|[美欧]分|英镑|卢[布比]"
    "|打(?!印|开|算|击|造)|点(?:主张|建议|意见|要求|突破|相关|原因|理由|内容|说明|启示|经验|体会|不足|好处|变化|共识|[钟半一三整]|准时|计划|以[前后]|之[前后]|左右)|里(?=[路地外多长远之的半左开以,，。]|$)|地[的区，]|方面|强(?![大烈制调化])|连(?=[冠胜败跌涨跳霸])|口(?=人|之家|[，。、的会都]|$)"
)
"""What a single Chinese digit counts: measure words, units and places (三省)."""

_OVER = re.compile("(?:超过|[逾近约]|接近|突破|高达)$")
"""What shows that units alone are a number: 超过千万, but not 千万不要."""

_EACH = re.compile("[每逾近超]$")
"""What shows that 百 and 千 alone are a number before what they count: 每百户, 逾千人, but not 每一天."""

_METRIC = re.compile("[克米瓦卡伏赫帕吨升]")
"""What 千 and 百 before it may be the prefix of: 每千克, but 每千人."""

_SCORE = re.compile("比[零一二三四五六七八九十]")
_SCORE_BEFORE = re.compile("[零一二三四五六七八九十]比$")
"""What stands behind and before the numbers of a result or a ratio: 二比一."""

_RECENT = tuple("这前过近")
"""What makes 两 vague: 这两天 (the past few days)."""

_NOON = 12

_SOME = re.compile("[数几上]$")
"""What makes a number vague: 数十万."""

_AROUND = re.compile(
    "四周(?![年后前内之以岁左])|四处|四座(?=[皆尽均俱，。！]|$|的(?:宾|客|人))|四起(?![案事火交车枪抢谋意杀爆])|四季(?!度)"
)
"""Words for *around* and *always* that English may put as four sides, or otherwise (谣言四起, 四季如春)."""

_IN_IDIOM = re.compile(f"[一二三四五六七八九十百千万](?!日|{COUNTED.pattern})[^\\W\\d一二三四五六七八九十百千万]$")
"""What stands before the second numeral of an idiom, whose first one counts nothing: 五花八门."""

_TWO_TENS = re.compile("[一二三四五六七八九]{2}[十百千]")
"""Two digits for one or the other: 一二十."""

_NO_WORD = re.compile(r"[多余来几,，。;；:：、)）%\s]|$")
"""What stands behind a number that no word follows."""

_PROVISION = re.compile("[条款项目章节编]")
"""A part of a law, which both languages count: 第二项."""

_FIRST_PROVISION = re.compile(r"[条款项目章节编](?:$|[^\w]|[第规所的之中])")
"""The first one with what stands behind it in a law: 第一条规定, but not 发布第一条动态."""

_STAGE = re.compile("[步页卷册季集轮行列]|阶段|部分|号(?:站台|楼|线|机|门|窗口|航站楼)")
"""A part of a whole, of which both languages count all but the first: 第二步."""

_LIST = re.compile("[^，。；：！？,;:!?（）()]*[^，。；：！？,;:!?（）()、和与及有共了为是过着等的在第每]等?$")
_SEPARATOR = re.compile("[、和与及]")
"""A list that the numeral behind it sums up, which English often leaves out: 北京、上海、广州三市."""

_LABEL_BEFORE = re.compile(rf"(?:{NUMBERED})$")
_LABEL_END = re.compile(r"[:：、，,。)）\s]|$")
"""What stands before and behind a numeral that names one of several: 步骤二：."""

_CLOCK_BEFORE = re.compile("(?:[早晚]上|上午|下午|傍晚|凌晨|清晨)\\s?$")
"""What shows that 三点 is a time."""

_HOUR = re.compile("点(?:[半钟]|[以之][前后]|左右)")
"""What shows it behind the numeral."""

_OWN_WORD = re.compile("[^个大汉字]+个?[大汉]?字(?![节段符母])|(?:二|八|十|十六)进[制位]")
"""A numeral with what stands behind it that English has another word for: 四个字 (a phrase), 十六进制 (hex)."""


def claim_of(
    plain: str, match: re.Match[str], number: Fraction, kind: FigureKind, after: str, *, has_unit: bool
) -> Claim:
    """Return what the numeral at a match asks; `after` is the text behind it and behind its half."""
    claim, numeral = _as_it_stands(plain, match, kind, after), match[0]
    if claim is Claim.WORDS and _sums_up(plain, match, number):
        return claim
    before = plain[max(0, match.start() - 4) : match.start()]
    if numeral == "两":
        has_unit = has_unit and COUNTED.match(after) is not None and before[-1:] not in _RECENT
    if claim is not Claim.WORDS or not (has_unit or _is_definite(numeral, kind, after) or _is_time(before, after)):
        return claim
    provision = _FIRST_PROVISION if number == 1 else _PROVISION
    is_provision = kind is FigureKind.ORDINAL and provision.match(after) is not None
    if is_provision or _is_clear(number, kind, before, after):
        return Claim.REQUIRED
    return Claim.of_words(number, kind, has_unit=has_unit)


def _sums_up(plain: str, match: re.Match[str], number: Fraction) -> bool:
    """Return whether a numeral says how many a list before it has."""
    listed = _LIST.search(plain, 0, match.start()) if match[0] in digits() else None
    return listed is not None and len(_SEPARATOR.findall(listed[0])) + 1 == number > 1


def _as_it_stands(plain: str, match: re.Match[str], kind: FigureKind, after: str) -> Claim:
    if match[0][0].isascii():
        return Claim.REQUIRED if is_number(plain, *match.span()) else Claim.NONE
    if match[0] == "两" and plain[match.start() - 1 : match.start()] in units():
        return Claim.NONE  # 二百两 of silver
    is_score = bool(_SCORE.match(plain, match.end()) or _SCORE_BEFORE.search(plain, 0, match.start()))
    is_count = (
        _is_count(match[0], after)
        or _is_time(plain[max(0, match.start() - 4) : match.start()], after)
        or HALF_AFTER.match(plain, match.end())
        or (len(match[0]) > 1 and _OVER.search(plain, max(0, match.start() - 2), match.start()))
        or (
            match[0] != "一"
            and _EACH.search(plain, 0, match.start())
            and COUNTED.match(after)
            and not _METRIC.match(after)
        )
        or (len(match[0]) > 1 and plain.startswith("每", match.start() - 1) and not _METRIC.match(after))
        or is_score
        or (plain[match.start() - 1 : match.start()] == "月" and after[:1] in ("日", "号"))
    )
    if (
        not is_count
        and all(char in units() for char in match[0])
        and plain[match.start() - 1 : match.start()] != "第"
    ):
        return Claim.NONE  # 身经百战
    if match[0][0] in "十百" and _SOME.search(plain, 0, match.start()):
        return Claim.NONE
    start = match.start()
    is_in_idiom = len(match[0]) == 1 and not is_score and _IN_IDIOM.search(plain, max(0, start - 2), start)
    is_count = is_count and not _AROUND.match(plain, start) and not is_in_idiom
    return Claim.WORDS if kind is not FigureKind.CARDINAL or is_count else Claim.NONE


def is_decimal(numeral: str, after: str) -> bool:
    """Return whether a numeral with a point counts what stands behind it, so that it is no time: 一点五小时."""
    return "点" in numeral and COUNTED.match(after) is not None and not after.startswith(tuple("分人刻"))


def _is_count(numeral: str, after: str) -> bool:
    """Return whether a numeral in characters counts something: 三十五, 三天. 千万 and 一 are also other words."""
    if numeral == "两":
        return True
    if numeral in digits():
        return numeral != "一" and COUNTED.match(after) is not None
    if numeral == "十":
        return COUNTED.match(after) is not None
    if numeral in ("十万", "十亿"):
        return True
    if is_decimal(numeral, after):
        return True
    if len(numeral) > 2 and after.startswith("年"):  # 一九三八年
        return True
    return any(char in digits() for char in numeral) and any(char in units() for char in numeral)


def _is_definite(numeral: str, kind: FigureKind, after: str) -> bool:
    """Return whether a numeral counts or orders something: no part of a name (茅十八), and not vague (一二十)."""
    if _OWN_WORD.match(numeral + after) or two_digits().search(numeral) or _TWO_TENS.match(numeral):
        return False
    is_long = len(numeral) > 2 and numeral[1] in units()  # 一百二十回
    is_counted = is_long or COUNTED.match(after) or _NO_WORD.match(after) or scale_of(numeral) >= 10**4
    return kind is not FigureKind.CARDINAL or bool(is_counted)


def _is_time(before: str, after: str) -> bool:
    is_hour = after[:1] in ("点", "时") and _CLOCK_BEFORE.search(before) is not None
    return is_hour or _HOUR.match(after) is not None


def _is_clear(number: Fraction, kind: FigureKind, before: str, after: str) -> bool:
    """Return whether a small number is one that English states as well: 第二步, 步骤二, 下午三点."""
    if kind is FigureKind.ORDINAL:
        is_label = _LABEL_BEFORE.search(before) is not None and _LABEL_END.match(after) is not None
        return is_label or (number > 1 and _STAGE.match(after) is not None)
    return number != _NOON and _is_time(before, after)
