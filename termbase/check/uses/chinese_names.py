"""Detects words that are part of the name of a Chinese body or law: 网络 in 中国互联网络信息中心."""

from __future__ import annotations

import re
from functools import cache

from termbase.text.offsets import Placed, Span
from termbase.text.script import HAN, simplify
from termbase.text.word_classes import WordClass, pattern_of

_REACH = 16
"""How many characters on each side of a word are searched for the signs of a name."""

_PLACE = (
    "(?:中国|中华|中央|中共|国家|国务院|全国|工业|东盟|联合国|北京|上海|天津|重庆|广州|深圳|杭州|南京|武汉|成都|香港|澳门"
    f"|台湾|台北|[{HAN}]{{2}}[省市县])"
)
_BODY = (
    "(?:委员会|办公室|研究院|研究所|(?:研究|促进|信息|应急)[^，。]{0,4}中心|协会|学会|联盟|基金会|总局|管理局|部"
    "|大学|学院)"
)
_DUTY = "(?:安全|保护|管理|促进|监督|治理|责任|处罚|竞争|交易|服务|监管)"
_NOT_IN_NAME = "的在是与于有用"
_COMPANY = re.compile(rf"[{HAN}]{{0,10}}?(?:有限|股份|控股)[{HAN}]{{0,4}}公司")
_PUBLISHER = re.compile(rf"[{HAN}]{{1,3}}?(?:出版社|书局|书店)")
_OFFICE = re.compile(rf"[{HAN}]{{0,3}}?事务所")
_SCHOOL = re.compile("(?:科学)?(?:与?[^，。的]{0,4})(?:学院|研究院|系)(?![统列])")
_OFFICE_ABROAD = re.compile(rf"[{HAN}]{{0,8}}?(?:局|署|厅|中心|委员会|办公室|机构|联盟|协会)")
_LAW = re.compile(rf"[{HAN}]{{0,10}}?{_DUTY}(?:法|条例|办法|规定)(?![律规院制学])")
_PRIZE = re.compile(rf"[{HAN}]{{0,6}}?[^得获领颁中大]奖(?![金品项励学杯池状牌章得项])")
_BODY_AFTER = re.compile(rf"[{HAN}]{{0,12}}?{_BODY}(?![门分长队])")
_BODY_WITH_INITIALS = re.compile(rf"[{HAN}]{{0,4}}?{_BODY}\s?[（(][A-Z]{{2,8}}[)）]")
_WORLDWIDE = re.compile("国际|世界|全球")
_SOCIETY = re.compile("协会|学会|联盟|基金会|委员会")
"""What a name begins with and ends with: 国际互联网协会."""

_HOUSE = re.compile("(?:学校|法院|检察院|医院|银行|博物馆|图书馆)(?!业)")
"""What ends the name of a house directly behind its subject, 北京互联网法院; elsewhere it may be any such house."""

_PLACE_BEFORE = re.compile(rf"{_PLACE}(?:(?![{_NOT_IN_NAME}])[{HAN}]){{0,10}}\Z")


def is_in_chinese_name(text: str, place: Placed) -> bool:
    """Whether a word is in the name of a company, office, publisher, law, prize, or body behind its place."""
    after = simplify(text[place.end : place.end + _REACH])
    return any(sign.match(after) for sign in (_COMPANY, _PUBLISHER, _OFFICE, _LAW, _PRIZE)) or is_in_body(
        text, place
    )


def is_in_official_name(text: str, place: Placed) -> bool:
    """Whether a word is in the name of a company, body or school, which may have an English name of its own."""
    after = simplify(text[place.end : place.end + _REACH])
    if _COMPANY.match(after) or _PUBLISHER.match(after) or _SCHOOL.match(after) or is_in_body(text, place):
        return True
    before = simplify(text[max(0, place.start - _REACH) : place.start])
    return _country_before().search(before) is not None and _OFFICE_ABROAD.match(after) is not None


def is_in_body(text: str, place: Placed) -> bool:
    """Whether a word is in the name of a body behind its place, or before initials: …协会（ISOC）."""
    before = simplify(text[max(0, place.start - _REACH) : place.start])
    after = simplify(text[place.end : place.end + _REACH])
    if _BODY_WITH_INITIALS.match(after):
        return True
    if _WORLDWIDE.match(simplify(text[place.start : place.end])) and _SOCIETY.match(after):
        return True
    is_body = _BODY_AFTER.match(after) or _HOUSE.match(after)
    return is_body is not None and _PLACE_BEFORE.search(before) is not None


def is_of_other_place(text: str, place: Placed) -> bool:
    """Whether a name is that of a local body or of another country: 浙江网信办, 韩国《个人信息保护法》."""
    before = simplify(text[max(0, place.start - _REACH) : place.start])
    return _place_before().search(before) is not None


def is_in_named_title(text: str, place: Placed) -> bool:
    """Whether a term is a part of the title of a periodical (《法治日报》), or of a law of another place."""
    before, after = text[max(0, place.start - _REACH) : place.start], text[place.end : place.end + _REACH]
    start, end = before.rfind("《"), after.find("》")
    if start < 0 or end < 0 or "》" in before[start:] or "《" in after[:end]:
        return False
    if len(before) - start == 1 and end == 0:
        return False
    title = simplify(before[start + 1 :] + text[place.start : place.end] + after[:end])
    is_periodical = title.endswith(WordClass.PERIODICAL_ENDING.affixes)
    return is_periodical or is_of_other_place(text, Span(place.start - (len(before) - start), place.start))


@cache
def _country_before() -> re.Pattern[str]:
    """Matches another country and the beginning of the name of its body: 英国国家."""
    return re.compile(rf"{pattern_of(WordClass.CHINESE_COUNTRY)}(?:(?![{_NOT_IN_NAME}])[{HAN}]){{0,6}}\Z")


@cache
def _place_before() -> re.Pattern[str]:
    """Matches a place or level before the name of a body or law: 各级, 上海市, 欧盟的《."""
    places = pattern_of(WordClass.CHINESE_COUNTRY, WordClass.CHINESE_PROVINCE, WordClass.REGION)
    return re.compile(
        rf"(?:{places}(?:地区)?|[{HAN}][省市区县州]|省|市|各[级地省市]{{1,3}}|地方|当地)(?:的|新)?《?\Z"
    )
