"""What the converter would write for a foreign word or passage in a sentence. Start from `foreign_word`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from termbase.check.foreign.given_names import is_given_name
from termbase.language import Region
from termbase.normalize.text import changes
from termbase.text.changes import Change, replaced
from termbase.text.chinese.cut_words import splits_word
from termbase.text.chinese.word_edges import boundaries
from termbase.text.offsets import Placed, lies_in
from termbase.text.regions.foreign_words import ForeignPlace
from termbase.text.script import simplify

_GIVEN = 2
"""Characters of most given names."""

_SEVERAL = "数位"
_DIGITAL_AFTER = re.compile(
    "(?:经济(?!学)|化|资料库|数据库|转型|内容|资产|政府|治理|技术|科技|产业|平台|平臺|时代|身[份分]|货币|证据|工具|环境|社会|学习|人权|主权|服务|素养|音乐"
    "|相机|影像|图书|媒体|行销|贸易|发展(?!中)|建设|基础|丝绸|中介|教材|教育(?!家)|典藏|生活|游戏|出版|孪生|足迹|鸿沟|落差|网络|安全"
    "|能力|创新|城市|医疗|金融|支付|凭证|签章|电视|产品|软[体件])(?![在于过着]|.{0,2}(?:家|大臣|官员|部长|人士|巨头))"
)
"""What follows 数位 where it means "digital"; 数位金融大臣 and 数位生活在 are several persons."""


class ForeignWord(NamedTuple):
    """What to write for a word, and the place of the longest word in it that a table has."""

    change: Change
    place: ForeignPlace


def foreign_word(text: str, change: Change, places: Iterable[ForeignPlace], region: Region) -> ForeignWord | None:
    """Return the longest foreign word in what the converter replaces: 软件 in 软件工程|师. None if there is none.

    The converter may replace a word by itself, to protect it: 软体动物. Names that it replaces may contain the
    characters of a word: 萨克斯 in 哈萨克斯坦.
    """
    simple = simplify(text)
    within = [
        place
        for place in places
        if place.regions and lies_in(place, change) and not splits_word(simple, place.start, place.end)
    ]
    within.sort(key=lambda place: place.start - place.end)
    if not within or change.new == text[change.start : change.end]:
        return None
    if not _is_other_word(text, change):
        return ForeignWord(change, within[0])
    for place in within:
        alone = changes(text[place.start : place.end], region)
        if len(alone) == 1 and not _is_other_word(text, place):
            return ForeignWord(alone[0]._replace(start=place.start, end=place.end), place)
    return None


def _is_other_word(text: str, place: Placed) -> bool:
    """Whether a word only arises beside others (作业|系统性), is a name (陳維安), or 数位 means "several"."""
    simple = simplify(text)
    is_several = simple[place.start : place.end] == _SEVERAL and not _DIGITAL_AFTER.match(simple, place.end)
    return is_several or splits_word(simple, place.start, place.end) or _is_in_name(text, place)


def _is_in_name(text: str, place: Placed) -> bool:
    return place.end - place.start == _GIVEN and is_given_name(text, place.start, boundaries(text))


def as_one(text: str, found: Sequence[Change]) -> Change | None:
    """Return one change for several in order and what is between them; None if they change no word or character.

    The quotation marks of a text are converted in pairs, so a change has both marks of a pair or neither.
    """
    letters = [change for change in found if change.rule in ("region", "script")]
    if not letters:
        return None
    quotes = [change for change in found if change.rule == "quotes"]
    if sum(change.new in "「『“‘" for change in quotes) * 2 != len(quotes):
        found = [change for change in found if change.rule != "quotes"]
    first, last = found[0].start, found[-1].end
    new = replaced(text[first:last], ((one.start - first, one.end - first, one.new) for one in found))
    return Change(first, last, new, "script", "")
