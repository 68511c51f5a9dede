"""Removes the numbers of a text that its translation states by a name or a word without a number: 2015, 今年.

Start from `without_named`.
"""

from __future__ import annotations

import re
from functools import cache

from termbase.text.figures.months import month_names
from termbase.text.figures.restated import without_restated
from termbase.text.offsets import Span, blank, blanked

_CHINESE_DAY = r"(?:\d{1,2} ?月 ?)?\d{1,2} ?日(?!元)|\d{1,2} ?月(?= ?\d{1,2} ?日)"
_FULL_SIZE = "(?:原始|实际|實際|原本)(?:大小|尺寸)|原大"
_NAMES = (
    (
        r"(?:[<>≤≥]=?|[大小][于於]|(?<!\bother )\bthan) ?0(?![\d.])",
        r"[正负負][数數值]|非[负負]|\b(?:non-?)?(?:negat|posit)ive",
    ),
    (r"(?<![\d.])0(?![\d.])", r"[静靜]止|\A(?!.*(?<!non)(?<!non-)zero).*\bnon-?zero\b|\bclear(?:s|ed)?\b"),
    (r"\bzero\b", "[原起][点點]"),
    (r"\^ ?2(?!\d)", r"平方|\bquadratic|\bsquare"),
    (r"\^ ?3(?!\d)", r"立方|\bcub(?:ic|e)"),
    (r"(?<![\d:.])1 ?: ?1(?![\d:]|\.\d)", rf"{_FULL_SIZE}|一[比对對]一|\bone[ -](?:to|on)[ -]one\b"),
    (r"(?<![\d.])1(?=/\d)", r"\dths?\b"),
    (r"(?<=\bthan )1(?![\d%]|[.,]\d)", "多[个個张張台种種条條次块塊]|不止"),
    (r"(?<=[(（])\d{1,2}(?=[)）])", r"\([a-z]\)"),
    (r"(?:(?<=第)[2二]|(?<=第 )2)(?![\d十百]|[.,]\d)", r"\A(?!.*(?<![\d.])2(?![\d.])).*\banother\b"),
    (r"(?<![\d.])(?<!\d,)2(?!\d|[.,]\d| ?[月日])", r"\A(?!.*\btwo\b).*\banother\b"),
    (r"(?<=每)[2二两](?= ?[个個天年周週日月星])", r"\bevery other\b|\balternate\b"),
    (r"(?<=[-–—~～至到])3(?= ?月)", r"\bfirst quarter\b|\bQ1\b"),
    (r"(?<=[-–—~～至到])6(?= ?月)", r"\bfirst half\b|\bH1\b"),
    (r"\btwo(?= days)", "[后後前]天"),
    (r"(?<![\d十])[2二两兩](?= ?天[后後前以之])", r"\bday (?:after tomorrow|before yesterday)\b"),
    (r"[七7](?= ?[天日])", r"\bweek-?long\b"),
    (r"\bfifty-fifty\b|(?<!\d)50[-/]50(?!\d)", "一半|[平对對五]分|五五"),
    (r"(?<=北斗)七|七(?=星)", r"\A(?!.*(?:7|\bseven) stars\b).*\b(?:Dipper|Plough)\b"),
    (
        r"(?<=[增辕轅宿垣角房心尾箕斗牛女危室壁奎娄婁胃昴毕畢觜参參井鬼柳张張翼轸軫微])[一二三四五六七八九十]{1,3}\Z",
        r"(?-i:\A[A-Z][a-z]+\Z)",
    ),
    (r"六十四(?=卦)", r"\A(?!.*\b(?:64|sixty-four)\b).*\bhexagrams?\b"),
    (r"(?<!\d)(?:24|二十四)(?= ?[个個]?[节節][气氣])", r"\A(?!.*\b(?:24|twenty-four)\b).*\bsolar terms?\b"),
    (r"(?<!\d)(?:13|十三)(?!\d)", r"\bbaker['’]s dozen\b"),
    (r"(?<![\d.])[4四](?= ?年)", r"\bquadrennial"),
    (r"(?<=比)1(?![\d.])|(?<=比 )1(?![\d.])", r"\b(?:every|each|per|to the (?:U\.?S\.? )?(?:dollar|euro|pound))\b"),
    (r"(?<=[加减減])1(?![\d.])|(?<=[加减減] )1(?![\d.])", r"\b(?:in|de)crement"),
    (r"(?<!\d)[12](?= ?的? ?[补補][码碼数數])", r"\b(?:one|two)(?:['’]s|s['’]) complement"),
    (r"(?<!\d)(?:2|10)(?= ?[为為]底)", r"\b(?:log|ln)"),
    (
        r"(?<![\d.])1(?= ?(?:亩|畝|吨|噸|公|人|户|戶|平方|千瓦|兆瓦|度[电電]|升|立方|英里))",
        r"\b(?:every|each|per)\b",
    ),
    (r"(?<!\d)0 ?[时時]?[-—–~～至到]{1,2} ?24(?= ?[时時])", r"\A(?!.*\b24\b)"),
    (r"(?<![\d.])1(?= ?次)", r"\b(?:every|each|per|(?:bi)?annual(?:ly)?|biennial|daily|weekly|monthly|yearly)\b"),
    (r"(?<![\d.])100 ?%", _FULL_SIZE),
    (
        r"(?<![\d.])100 ?(?:[%％]|per ?cent)(?= (?!of\b|more\b|less\b|and\b|or\b|in\b|to\b|[a-z]+er\b)[a-z])",
        r"\A(?!.*100).*(?:完全|[绝絕][对對]|[万萬][无無]一失|十足|[彻徹]底|[纯純]|全然|百分百)",
    ),
    (
        r"(?<![\d.])100 ?[%％](?= ?[\u4e00-\u9fff])",
        r"\A(?!.*100).*\b(?:ful|whol|total|entire|complete|absolute|perfect)ly\b",
    ),
    *(
        (rf"(?<![\d.])1(?=[ -]{unit}\b)", f"每一?(?:{chinese})")
        for unit, chinese in (
            ("second", "秒"),
            ("minute", "分"),
            ("hour", "[个個]?小?[时時]"),
            ("day", "[天日]"),
            ("week", "[周週]|[个個]?星期"),
            ("month", "[个個]?月"),
            ("year", "年"),
        )
    ),
    (
        r"(?<![\d.])[1-9]0(?![\d.])|\b(?:ten|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)\b",
        "[一二三四五六七八九]{2}(?:开|開|分成|分[账帐帳])",
    ),
    (
        r"(?<=每)[1一](?= ?[个個]?[秒分小天日周週月年])",
        r"\b(?:every|each|per|hourly|daily|weekly|monthly|yearly)\b",
    ),
    (r"\b(?:[Aa]|[Oo]ne) hundred(?= per ?cent (?!of\b|more\b|less\b)[a-z])", r"\A(?!.*(?:100|百))"),
    (r"(?<!\d)(?:20|19)(?= ?世[纪紀])|(?:二十|十九)(?=世[纪紀])", r"\A(?!.*\d).*\b(?:mid-|turn of the )century\b"),
    (r"[一二三五九](?=[条條])", r"\b(?:Ichij|Nij|Sanj|Goj|Kuj)[oō]"),
    (r"(?<!\d)12(?= ?[小]?[时時])", r"\bAM ?/ ?PM\b"),
    (
        r"(?<!\d)24(?= ?[个個]?小[时時]| ?-?hours?\b)",
        r"\b(?:a?round the clock|day and night|circadian)\b|全天|[昼晝]夜",
    ),
    (r"(?<!\d)16(?= ?[进進]?[制位])", r"\bhex"),
    (r"(?<!\d)8(?= ?[进進][制位])", r"\boct(?:al)?\b"),
    (r"(?<!\d)10(?= ?[进進][制位])", r"\bdec(?:imal)?\b"),
    (r"(?<!\d)2(?= ?[进進][制位])", r"\bbin(?:ary)?\b"),
    (r"(?<!\d)(?:12|24)(?= ?[点點时時]|[:：]00)", r"\bmidnight\b"),
    (r"(?<!\d)(?:15|45)(?= ?分)", r"\bquarter (?:past\b|to\b|after\b|of [\d%{])"),
    (r"(?<!\d)30(?= ?分)", r"\bhalf past\b"),
    (r"(?<!\d)24(?= ?[小]?[时時]制)", r"\bmilitary time\b"),
    (r"(?<!\d)(?:35|40|50|55)(?= ?分)", r"\b(?:five|ten|twenty) to (?:[%{]|\w+ o'clock)"),
    (r"(?<!\d)20[2-9]0(?= ?年)", r"\bend of (?:the|this) decade\b"),
    (r"(?<!\d)1911(?!\d)", "辛亥"),
    (
        r"(?<![\d.十])(?:0?5|五)(?= ?月)",
        r"(?-i:\A\W*May\b)(?!\.?[ -](?:\d|to |through |(?:I|we|you|it|the|this|all)\b))",
    ),
    (r"(?<!\d)2019(?= ?(?:新型)?冠[状狀])", r"\bCOVID\b"),
    (r"[4四](?= ?季)", r"\b(?:final|last|closing) (?:quarter|three months|months)\b"),
    (r"(?<!\d)2000(?=s\b)", "本世[纪紀]"),
    (r"(?<![\d.])(?:180|一百八十)(?= ?度)", r"\bU-turn|\babout-face|\brevers(?:e|al)|\bopposite\b"),
    (r"(?<=[a-z] )101(?!\d|[.,]\d)", "入[门門]|基[础礎本]|常[识識]|初[级級]"),
    (r"(?<=第)[1一](?= ?[章节節回集幕])", r"\bopening\b"),
    (r"十(?=年(?:不晚|怕井[绳繩]|[树樹]木|寒窗|磨一[剑劍]))", r"\A(?!.*\b(?:10|ten|decades?)\b)"),
    (r"三十六(?=[计計])", r"\A(?!.*(?:\b36|\bthirty-six))"),
    (r"三(?=[个個]臭皮匠)", r"\btwo heads\b"),
    (r"\b[Tt]wo(?= heads are better)", "三[个個]臭皮匠"),
    (r"五十(?=步笑百步)", r"\A(?!.*\b(?:50|fifty)\b)"),
    (r"十[万萬](?=火急|八千里)|(?<=十[万萬])八千(?=里)|十[万萬]八千(?=里)", r"\A(?!.*(?:thousand|000))"),
    (r"\bsix(?= of one)|(?<=six of )one and half a dozen\b", "半斤八[两兩]"),
    (r"半(?=斤八[两兩])|(?<=半斤八)[两兩]", r"\bsix of one\b"),
    (r"二百五(?![十千万萬])", r"\A(?!.*(?:250|two hundred)).*\b(?:fool|idiot|stupid|moron)"),
    (r"\b(?:ten|10)(?=[ -]days?\b)", "[上中下]旬"),
    (r"(?<![\d.])0(?= ?(?:to|-) ?100\b)", "百公里"),
    (r"(?<!\d)1[39](?!\d)|十[三九](?=[岁歲至到])", r"\bteen(?:age(?:rs?|d)?|s)\b"),
    (r"三(?=天[两兩][头頭])", r"\A(?!.*\b(?:3|three)\b)"),
    (r"五(?=月天)", r"\bMayday\b"),
    (r"(?<=[前上下])一(?=[个個]?月)", r"\b(?:previous|last|preceding|next|following) month\b"),
    (r"四(?=[个個]?角)", r"\A(?!.*\bfour\b).*\bcorners\b"),
    (r"(?<!\d)(?:1st|11th|21st) (?:to|-|–) (?:10|20|30|31)(?:th|st)\b", "[上中下]旬"),
    (r"(?<=\b(?i:draw|deal|take|play|pick|skip) )1(?!\d|[.,]\d|%)", "一[张張个個次步格]"),
    (r"二(?=次曲[线線面])", r"\A(?!.*\bsecond-degree\b).*\b(?:conic|quadr)"),
    (r"(?<!\d)3(?=-?(?:D\b|dimensional))", "立[体體]"),
    *(
        (rf"(?<!十){digit}(?=度)", rf"\b{name}s\b")
        for digit, name in zip(
            "四五六七八九十", "fourth fifth sixth seventh (?:eighth|octave) ninth tenth".split(), strict=True
        )
    ),
    (r"百分之一", r"\bcenti"),
    (r"十[亿億]", r"\bgiga"),
    (r"八(?=度|倍?音)", r"\boctaves?\b"),
    (r"(?<!\d)(?:十|10)(?= ?倍[频頻程])", r"\bdec(?:ades?)?\b"),
    (r"五(?=旬[节節])", r"\A(?!.*\bfiv?f?t)"),
    (r"四(?=[轮輪](?:[马馬]?[车車]|溜冰鞋|[驱驅][动動]))", r"\A(?!.*(?:4|\bfour|\bquad))"),
    (
        r"(?<![\d.])1(?= ?[美欧歐港]?元[兑兌对對])|(?<=[兑兌对對])1(?= ?[美欧歐港]元)",
        r"\b(?:to|against|per|a|the) (?:U\.?S\.? )?(?:dollar|euro)\b",
    ),
    (r"(?<!\d)\d{4} ?[×xX*](?= ?\d{3,4})", r"\b(?:720|1080|2160)p\b"),
    *(
        (rf"\b(?:{grade})(?=[ -]grade)", f"[{school}]{year}")
        for school, grades in (
            ("初国國", "7th|seventh 8th|eighth 9th|ninth"),
            ("高", "10th|tenth 11th|eleventh 12th|twelfth"),
        )
        for year, grade in zip("一二三", grades.split(), strict=True)
    ),
    (r"(?<!\d)8(?= ?[强強])|(?<!十)八(?=[强強])", r"\A(?!.*\b(?:eight|8)\b).*\bquarter-?final"),
    (r"(?<!\d)4(?= ?[强強])|四(?=[强強])", r"\A(?!.*\b(?:four|4)\b).*\bsemi-?final"),
    (r"三十(?=年河[东東西])", r"\A(?!.*\b(?:30|thirty)\b)"),
    (r"(?<=三番)五(?=次)|(?<=五次)三(?=番)", r"\A(?!.*\b(?:three|five)\b)"),
    (r"三(?=分[钟鐘][热熱]度)", r"\A(?!.*\bthree\b)"),
    (r"七十二(?=行)", r"\A(?!.*\bseventy)"),
    (r"一千零一(?=夜)", r"\bArabian Nights\b"),
    (r"(?<!\d)(?:25|二十五)(?= ?[周週]年)", r"\bsilver\b"),
    (r"(?<!\d)(?:50|五十)(?= ?[周週]年)", r"\bgolden\b"),
    (r"(?<!\d)(?:60|六十)(?= ?[周週]年)", r"\bdiamond\b"),
    (r"(?<!\d)(?:70|七十)(?= ?[周週]年)", r"\bplatinum\b"),
    (r"\bforty(?= winks\b)", "[睡觉覺盹眠]"),
    (r"(?<=\bcloud )nine\b", "[乐樂喜兴興福]"),
    (r"\bfour(?=-letter word)", "[脏髒粗][话話]|[骂罵]"),
    (r"半(?= ?年)", r"\btwice (?:yearly|(?:a|each|every|per) year)\b|\b(?:semi-?|bi)annual|\bhalf-?yearly\b"),
    (r"(?<=每隔)[2二两兩](?= ?[个個天年周週日月星])", r"\bevery third\b"),
    (r"\bIV\b", "[静靜][脉脈]|[点點]滴|[输輸]液"),
    (r"(?<![\d.])0?\.9 ?%(?= ?(?:的 ?)?(?:氯化[钠鈉]|生理))", r"\bsaline\b"),
    (r"(?<!\d)5(?=-[羟羥]色胺)", r"\bserotonin\b|\bSS?RIs?\b"),
    (r"\bfour(?=-day (?:work|week))|\b4(?=-day (?:work|week))", "[周週]休三"),
    (r"\bfive(?=-day (?:work|week))|\b5(?=-day (?:work|week))", "[周週]休二|双休|雙休"),
    (r"(?<=\d to )1(?!\.?\d)", "倍"),
    (r"(?<!\d)21(?= ?[点點])", r"\bblackjack\b"),
    (r"(?<!\d)76(?= ?人)", r"\b(?:76|Six)ers\b"),
    (r"[头頭]十(?=年)", r"\b(?:19|20)00s\b"),
    (r"(?<!\d)007(?!\d)", r"\bBond\b"),
    (r"(?<=[大年])三十(?=[晚夜儿兒，,。]|$)", r"\bNew Year['’]s Eve\b"),
    *(
        (rf"(?<!十){grade}(?=年[级級])|(?<!\d)(?:{digits})(?=年[级級])", rf"\b{name}\b")
        for grade, digits, name in (
            ("[一九]", "1|9", "fresh(?:man|men)"),
            ("[二十]", "2|10", "sophomores?"),
            ("(?:三|十一)", "3|11", "juniors?"),
            ("(?:四|十二)", "4|12", "seniors?"),
        )
    ),
    (r"(?<![\d.])10+ ?的 ?\d+ ?次[方幂冪]", r"\b(?:quadr|quint|sext|sept|oct|non|dec)illions?\b|\bgoogol"),
)
"""Figures with a name that has no figure, and the name: R 平方 for `R^2`, *another link* for 第2个链接."""

_YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?:[-–/](?:20)?\d\d)?(?![\d.,]\d|\d)(?: ?年(?!代))?")
_HAN_DIGITS = ("〇零○", *"一二三四五六七八九")
_MONTH = re.compile(
    r"(?<![\d年])(?:1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九]) ?月(?! ?[\d初一二三四五六七八九十])"
)
_YEAR_BESIDE_NOW = re.compile(
    r"[今去前明后後当當那同]年|[上本去下]一?年度"
    r"|\b(?:[Tt]h(?:is|at|e same)|[Ll]ast|[Nn]ext|the previous)(?: financial| fiscal| school)? year\b"
    r"|[过過]去一年|\b[Tt]he past year\b|同比"
    r"|\b[Yy]ear[- ](?:on|over)[- ]year\b|\b(?:a|one) year (?:ago|before|earlier)\b"
)
_MONTH_BESIDE_NOW = re.compile(r"[上本这這下][个個]?月|\b(?:[Tt]h(?:is|at)|[Ll]ast|[Nn]ext|the previous) month\b")
"""Matches a word that says which year or month: 去年 for *2014* in a text of 2015."""

_WHOLE_MONTHS = re.compile(
    r"\b1(?:st)? (?=[A-Z][a-z]+(?: \d{4})? (?:to|through|until|and) (?P<last>3[01]|2[89]) [A-Z])"
)
_DAY_OF_MONTH = re.compile(r"月 ?[\d一二三十]")


def without_named(text: str, other: str) -> str:
    """Return a text without the numbers that the other one need not state, since it names or tells them."""
    told = _without_names(text, other)
    for date, beside_now in ((_YEAR, _YEAR_BESIDE_NOW), (_MONTH, _MONTH_BESIDE_NOW)):
        told = _without_told(told, other, date, beside_now)
    told = _without_ends_of_months(told, other)
    return without_restated(told, other)


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    """Return the patterns of `_NAMES`, and those of a day of the month for which stands a day of the week."""
    month = rf"(?-i:(?!May\b)(?:{month_names()}))"  # *May* may be the verb
    weekday = rf"\A(?!.*\b{month}\b).*\b(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day\b"
    return tuple(
        (re.compile(figure), re.compile(name, re.IGNORECASE)) for figure, name in (*_NAMES, (_CHINESE_DAY, weekday))
    )


def _without_names(text: str, other: str) -> str:
    for figure, name in _patterns():
        match = figure.search(text)
        if match and name.search(other) and not (figure.search(other) or _has_digits(match[0], other)):
            text = figure.sub(blank, text)
    return text


def _without_told(text: str, other: str, date: re.Pattern[str], beside_now: re.Pattern[str]) -> str:
    """Return a text without the years or months that the other text tells from now: 2015, 今年."""
    if not (dates := [match for match in date.finditer(text) if not _states(other, match)]):
        return text
    told = len(beside_now.findall(other)) - len(beside_now.findall(text))
    for match in dates[: max(told, 0)]:
        text = blanked(text, Span(*match.span()))
    return text


def _states(text: str, date: re.Match[str]) -> bool:
    """Return whether a text states a year in digits, or any month."""
    if date.re is _MONTH:
        return re.search(rf"\d ?月|\b(?:{month_names()})\b", text) is not None
    year = "".join(f"[{digit}{_HAN_DIGITS[int(digit)]}]" for digit in date[0][:4])
    return re.search(rf"(?<![\d.]){year}(?!\.?\d)", text) is not None


def _without_ends_of_months(text: str, other: str) -> str:
    """Return a text without the first and last day of whole months: *1 August to 31 July*, 8月至7月."""
    match = _WHOLE_MONTHS.search(text)
    for span in (match.span(), match.span("last")) if match and not _DAY_OF_MONTH.search(other) else ():
        text = blanked(text, Span(*span))
    return text


def _has_digits(digits: str, text: str) -> bool:
    return re.search(rf"(?<![\d.]){re.escape(digits)}(?!\.?\d)", text) is not None
