"""Finds pairs that a text states in words: 过拟合的英文是 overfitting; the Chinese for moat is 护城河.

Such a statement stands where a bracket would stand, and its sites are those of a bracket.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from termbase.extract.context import chinese_context
from termbase.extract.english.english_candidates import site_of
from termbase.extract.english.proposals import Proposal
from termbase.extract.layouts.chinese_sites import chinese_sites
from termbase.extract.layouts.english_sites import english_sites
from termbase.extract.marks import HAN_CHARACTER, Bracket
from termbase.extract.model import Layout, Site, noted
from termbase.extract.pieces import BracketPiece
from termbase.extract.roles import Role
from termbase.text.latin_words import LATIN
from termbase.text.offsets import Span
from termbase.text.script import HAN

_SIGN = re.compile(
    "英[文语語]|简[称稱]|簡[称稱]|缩[写寫]|縮[写寫]|译|譯|中文|意[为為思]|代表|指的?是|是指|就是"
    "|，[也亦又或]|,[也亦又或]|—[也亦又或]|即"
)
"""A text without this states nothing: that is fast to see, if each alternative begins with one character."""

_OPENED, _CLOSED = '[“「『"*_]{0,2}', '[”」』"*_]{0,2}'
_ENGLISH = re.compile(
    rf"(?<=[{HAN}”」』》\"*_])(?:[，,]|—{{1,2}})?\s?(?:(?:其|它)?[的之]?(?:对应|對應|官方|正式|标准|標準)?的?英(?:文|语|語|译|譯))"
    r"(?:(?:原文|名称|名稱|全称|全稱|名词|名詞|术语|術語|单词|單詞|翻译|翻譯|译名|譯名|名字|名)?"
    r"(?:应该|應該)?(?:叫做|叫作|写作|寫作|译作|譯作|称为|稱為|叫|是|係|为|為|作|称|稱|即|：|:)|(?:名称|名稱|全称|全稱|名)(?=\s?[A-Z]))\s?"
    rf"{_OPENED}(?P<term>[A-Za-z][{LATIN}'’-]*(?: [{LATIN}'’-]+){{0,7}}){_CLOSED}"
)
"""The English of the Chinese before it: ，英文名为 Knowledge Distillation."""

_CHINESE = re.compile(
    rf"(?<=[{LATIN}”」』\"*_)）])\s?(?:机制|機制|一词|一詞|的[缩縮][写寫])?[，,]?[{HAN}]{{0,8}}?"
    r"(?:(?<![编編直])[译譯](?:为|為|作|成)|中文(?:(?:名称|名稱|译名|譯名|名)(?:叫|是|係|为|為)?|叫做?|是|係|为|為|称为|稱為))\s?"
    rf"(?:[“「『\"*_]{{1,2}}(?P<quoted>[{HAN}]{{1,20}})[”」』\"*_]|(?P<term>[{HAN}]{{2,10}})(?=[，。；、！？,.;)）\s]|$))"
)
"""The Chinese of the English before it: 通常译为“护城河”; not what is compiled (编译为), nor its words (直译为)."""

_CHINESE_TITLE = re.compile(
    rf"(?<=[》”」』])[，,。]?[^，。》]{{0,14}}?(?:中文|中)(?:[书書片译譯])?名[字称稱]?(?:[叫是为為作]{{0,2}})《(?P<quoted>[{HAN}：·]{{1,24}})》"
)
"""The Chinese title of a work before it: 《The Old Bridge》，后来才知道它的中文名叫《旧桥》."""

_FROM_ENGLISH = re.compile(
    rf"(?<=[{HAN}”」』》\"*_])\s?(?:[这這][个個一]?(?:词|詞|词语|詞語|概念|术语|術語|字|名称|名稱|说法|說法))?"
    r"(?:(?:来自|來自|源自|源于|源於|出自)(?:于|於)?英(?:文|语|語)(?:中|里|裡)?的?(?:单词|單詞|词语|詞語|词|詞)?|[译譯]自(?:英(?:文|语|語)的?)?)\s?"
    rf"{_OPENED}(?P<term>[A-Za-z][{LATIN}'’-]*(?: [{LATIN}'’-]+){{0,7}}){_CLOSED}"
)
"""The English that the Chinese before it translates: 过拟合这个词来自英文的 overfitting."""

_TRANSLATED = re.compile(
    rf"(?<=[”」』》])(?:常|通常|一般|多|也|可以?|应该?|應該?)?(?:被|英)?[翻]?[译譯](?:为|為|作|成)\s?"
    rf"{_OPENED}(?P<term>(?!English|French|German|Latin)[A-Za-z][{LATIN}'’-]*(?: [{LATIN}'’-]+){{0,4}}){_CLOSED}"
)
"""The English of quoted Chinese: “道”译作 way."""

_MEANS = re.compile(
    rf"(?<=[{LATIN}][”\"」』])\s?(?:的)?(?:字面)?意(?:为|為|思是|即)[“「『\"](?P<term>[{HAN}]{{2,10}})[”」』\"]"
)
"""What quoted English means: “snowdrop”意为“雪滴”."""

_STANDS_FOR = re.compile(
    rf"(?<=[{LATIN}”\"」』]) ?(?:一[词詞])?(?:代表[了着著]?|指的?是|是指|就是) ?"
    rf"[“「『\"](?P<term>[{HAN}]{{2,12}})[”」』\"]"
)
"""The quoted Chinese that English stands for: WIP 代表“在制品”."""


_THAT_IS = "(?:即(?![为為可将將使便刻时時])|也就是|也即|亦即)"
_END = r"(?=[，。；！？,.;)）]|$)"
_CHINESE_THAT_IS = re.compile(
    rf"(?<=[{LATIN}”\"*_])\s?(?:[，,]\s?|—+|(?=也就是|即)){_THAT_IS}(?:所谓的?|所謂的?)?"
    rf"(?:[“「『\"](?P<quoted>[{HAN}]{{2,20}})[”」』\"]|(?P<term>[{HAN}]{{2,10}}){_END})"
)
"""The Chinese of the English before it: survivorship bias，即幸存者偏差。"""

_ENGLISH_THAT_IS = re.compile(
    rf"(?<=[{HAN}”」』》\"*_])(?:[，,]\s?|—+)(?:{_THAT_IS}|[又也亦或简簡][称稱叫]|(?:英文)?[缩縮][写寫][为為是]?)\s?{_OPENED}"
    rf"(?P<term>[A-Za-z][{LATIN}'’-]*(?: [{LATIN}'’-]+){{0,5}}){_CLOSED}{_END}"
)
"""The English of the Chinese before it: 幸存者偏差，即 survivorship bias。"""


_IN_CHINESE = re.compile(
    rf" (?:(?:in|into) (?:Mandarin )?Chinese )?(?:is|was|are|would be)(?: called| simply)? "
    rf"[“「『\"‘'*_]{{0,2}}(?P<term>[{HAN}]{{1,12}})(?=[”」』\"’'*_,.;:)]|$| in Chinese)"
)
"""The Chinese of English before it: the Chinese for moat is 护城河."""
_SPEAKS_OF_CHINESE = re.compile(
    r"(?:\bChinese (?:(?:word|term|name|phrase|expression|translation|equivalent)s? )?(?:for|of) "
    rf"|\b[Ii]n Chinese,? )[^.;:!?{HAN}]*$"
)
_BEFORE_STATEMENT = 80
"""Characters before a statement that are searched for the word Chinese."""


_TITLE = re.compile(rf'(?<=[{LATIN}”"*_]) ?《(?P<term>[{HAN}]{{2,20}})》')
"""The Chinese title of a work behind the English one: Nature《自然》."""


_TRANSLATES = re.compile(
    rf"[“\"‘](?P<term>[A-Za-z][{LATIN}'’ -]{{0,60}}?),?[”\"’](?: \([^()]{{1,40}}\))? "
    r"(?:(?:[a-z]+ ){0,5}(?:translation|rendering|equivalent) (?:for|of)|to translate|to render|translates|renders)"
    rf" (?:the )?(?:(?:Chinese )?(?:word|term|phrase|character) )?[“\"‘'*_]{{0,2}}(?P<chinese>[{HAN}]{{1,10}})"
)
"""English that is said to translate the Chinese behind it: “medicinal” is preferred as a translation for 药."""

_OF_CHINESE = (_ENGLISH, _FROM_ENGLISH, _TRANSLATED, _ENGLISH_THAT_IS)
_OF_ENGLISH = (_MEANS, _STANDS_FOR, _CHINESE, _CHINESE_TITLE, _CHINESE_THAT_IS)
"""Statements in Chinese of the English of Chinese, and of the Chinese of English."""


_SUBJECT = re.compile(
    rf"(?:^|[。！？；] ?)[“「『*_]{{0,2}}(?P<term>[{HAN}]{{2,12}}?)[”」』*_]{{0,2}}"
    r"(?:(?:通俗|简单|簡單)?[地来來]?(?:用[^，。]{1,8}说)?"
    rf"(?:就?是指?|指的是)(?!由))[^。！？；]{{4,80}}$"
)
"""What a sentence defines before it says what it is in English: 拥塞是指排队的数据太多，英文叫 congestion."""
_BEFORE_SUBJECT = 120


def stated(flat: str) -> Iterator[Span]:
    """Yield the spans of statements, each from the end of the first term to the end of the second."""
    if _SIGN.search(flat):
        for pattern in (*_OF_CHINESE, *_OF_ENGLISH):
            for match in pattern.finditer(flat):
                yield Span(*match.span())
    if "Chinese" in flat:
        for match in _IN_CHINESE.finditer(flat):
            before = max(0, match.start() - _BEFORE_STATEMENT), match.start()
            if flat.startswith(" in Chinese", match.end()) or _SPEAKS_OF_CHINESE.search(flat, *before):
                yield Span(*match.span())
    if "transl" in flat or "render" in flat or "equivalent" in flat:
        for match in _TRANSLATES.finditer(flat):
            yield Span(match.start("term"), match.end("chinese"))
    if "《" in flat:
        for match in _TITLE.finditer(flat):
            yield Span(*match.span())


def stated_sites(flat: str, statement: Span) -> Iterator[Site]:
    """Yield the sites of a statement."""
    bracket = Bracket(*statement, 0)
    if match := _matched((_ENGLISH,), flat, statement):
        subject = _SUBJECT.search(flat, max(0, statement.start - _BEFORE_SUBJECT), statement.start)
        if subject and flat[statement.start] in ",，":
            bracket = Bracket(subject.end("term"), statement.end, 0)
    if match := _TRANSLATES.match(flat, statement.start - 1):
        yield _translating_site(flat, match)
    elif match := _matched(_OF_CHINESE, flat, statement):
        yield from chinese_sites(flat, bracket, [_piece(flat, match, "term", Role.ENGLISH)])
    elif match := _matched((*_OF_ENGLISH, _IN_CHINESE, _TITLE), flat, statement):
        group = "quoted" if match.groupdict().get("quoted") else "term"
        yield from english_sites(flat, bracket, [_piece(flat, match, group, None)])


def _translating_site(flat: str, match: re.Match[str]) -> Site:
    chinese = Span(*match.span("chinese"))
    clues = (noted("after_link"), noted("enclosed"))
    offer = Proposal(Span(*match.span("term")), Layout.BARE, clues)
    return site_of(flat, chinese, [offer], chinese_context(flat, chinese.start, match["chinese"]), None, None)


def _matched(patterns: Iterable[re.Pattern[str]], flat: str, statement: Span) -> re.Match[str] | None:
    return next((match for pattern in patterns if (match := pattern.fullmatch(flat, *statement))), None)


def _piece(flat: str, match: re.Match[str], group: str, role: Role | None) -> BracketPiece:
    span = Span(*match.span(group))
    is_marked = HAN_CHARACTER.match(flat, span.start - 1) is None and flat[span.start - 1] != " "
    return BracketPiece(span, match[group], role, "", 0, is_marked)
