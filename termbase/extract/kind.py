"""Detects what kind of thing a term names (a person, a place, a title ...) from the form of its two strings."""

from __future__ import annotations

import re
from functools import lru_cache

from termbase.extract.model import Kind
from termbase.renderings.stems import fold
from termbase.text.latin_words import words_in
from termbase.text.script import HAN, simplify
from termbase.text.word_classes import COMPOUND_SURNAMES, FUNCTION_WORDS, SURNAMES

_PLACE = re.compile(
    r".*(?:省|市|县|区|州|镇|乡|村|山|河|江|湖|海|岛|港|湾|路|街|桥|隧道|广场|公园|寺|庙|宫|塔|城|关|半岛|盆地|高原|沙漠|海峡|峡谷|群岛|大陆|机场|车站|堂|公馆|古道)"
)
_ORGANISATION = re.compile(
    r".*(?:部|局|厅|署|院|委|委员会|办|办公室|公司|集团|大学|学院|学校|中学|小学|研究所|研究院|银行|协会|学会|联合会|基金会|联盟|组织|政府|党|党派|"
    r"法院|检察院|出版社|报社|电视台|电台|医院|博物馆|图书馆|俱乐部|工会|军|部队|舰队|战区|司令部|工作室|中心|书院|学堂|半导体|会)"
)
_TITLE = re.compile(
    r".*(?:法|条例|办法|规定|规划|计划|纲要|报告|白皮书|宣言|公约|协定|倡议|意见|决定|方案|章程|集|记|传|史|志|日报|周刊|杂志)"
)
_NO_TITLE = re.compile(r".*(?:方法|算法|看法|想法|做法|说法|书法|魔法|语法)")
_RULER = re.compile(".{1,4}(?:皇帝|太后|皇后|太子|公主|大帝)")
_PLACE_WORDS = frozenset(
    "city county province district river mountain lake island bay strait road street bridge".split()
)


def kind_of(chinese: str, english: str, is_enclosed: bool, is_work: bool) -> Kind:
    """Return the kind of a pair.

    `is_enclosed` means that the English is in quotation marks or emphasised; `is_work` means that the Chinese is in
    title marks (《》).
    """
    plain = simplify(chinese)
    content = [word for word in words_in(english, 0, len(english)) if fold(word.text) not in FUNCTION_WORDS]
    is_name = bool(content) and all(word.is_capital for word in content)
    if is_work:
        return Kind.TITLE
    if is_name and not is_enclosed and _names_person(chinese, english, len(content)):
        return Kind.PERSON
    if is_name and _TITLE.fullmatch(plain) and not _NO_TITLE.fullmatch(plain):
        return Kind.TITLE
    if is_name and _ORGANISATION.fullmatch(plain):
        return Kind.ORGANISATION
    if is_name and _PLACE.fullmatch(plain):
        return Kind.PLACE
    if is_enclosed and is_name and len(content) > 1:
        return Kind.TITLE
    if is_enclosed and len(plain) >= 4 and len(content) >= 3:
        return Kind.SLOGAN
    return Kind.TERM


def _names_person(chinese: str, english: str, words: int) -> bool:
    """Return whether the pair names a person.

    The name must have two or three English words and not end with a word such as `lake`: a name of one word (Dell,
    戴爾) may be a company. Rulers (康熙皇帝) and names with an interpunct (卡尔·马克思) are always accepted.
    """
    if _RULER.fullmatch(chinese) or re.search(f"[{INTERPUNCT}]", chinese):
        return True
    is_place = fold(english.split()[-1]) in _PLACE_WORDS
    return is_personal_name(chinese) and not is_place and 2 <= words <= 3


INTERPUNCT = "·‧．•・∙･"
_FOREIGN = re.compile(f"[{HAN}]{{1,7}}(?:[{INTERPUNCT}]\\s?[{HAN}]{{1,7}})+")


@lru_cache(maxsize=8192)
def is_personal_name(chinese: str) -> bool:
    """Return whether a Chinese string has the shape of a personal name.

    Common words such as 高山 have that shape as well, so other evidence has to agree.
    """
    plain = simplify(chinese)
    if _FOREIGN.fullmatch(plain):
        return True
    surname = 2 if plain[:2] in COMPOUND_SURNAMES else 1 if plain[:1] in SURNAMES else 0
    return surname > 0 and 1 <= len(plain) - surname <= 2 and re.fullmatch(f"[{HAN}]+", plain) is not None
