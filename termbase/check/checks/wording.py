"""Checks that a Chinese text has only words and characters of its region, whether a termbase lists them or not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from termbase.check.chinese_names import is_in_chinese_name
from termbase.check.declared_mention import is_declared
from termbase.check.finding import Problem
from termbase.check.foreign_mention import is_only_mentioned
from termbase.check.given_names import is_given_name
from termbase.check.mention import is_named
from termbase.check.misspelt import misspelt
from termbase.check.names_there import is_name_there
from termbase.check.native_words import FoundWord, well_founded
from termbase.check.other_passages import is_within, joined_paragraphs, other_script, passages
from termbase.check.other_script import said_of_whole_text
from termbase.check.own_spelling import is_list_of_words, is_spelt_otherwise
from termbase.check.preferred import region_of
from termbase.check.subject import Subject
from termbase.check.text_region import own_regions
from termbase.language import Region, is_chinese, region_of_tag, subtags
from termbase.match.matcher import Hit
from termbase.normalize.text import changes
from termbase.text.changes import Change, replaced
from termbase.text.cut_words import splits_word
from termbase.text.foreign_words import ForeignPlace, foreign_characters, foreign_places, is_own_character
from termbase.text.offsets import Placed, Span
from termbase.text.region_topics import names_region
from termbase.text.script import Script, convert, has_han, script_of, simplify
from termbase.text.sentence_around import sentence_around
from termbase.text.word_edges import boundaries

_LONGEST = 200
"""How many characters of a sentence on each side of a word are converted."""

_GIVEN = 2
"""Characters of most given names."""

_SEVERAL = "数位"
_DIGITAL_AFTER = re.compile(
    "(?:经济(?!学)|化|转型|内容|资产|政府|治理|技术|科技|产业|平台|平臺|时代|身[份分]|货币|证据|工具|环境|社会|学习|人权|主权|服务|素养|音乐"
    "|相机|影像|图书|媒体|行销|贸易|发展(?!中)|建设|基础|丝绸|中介|教材|教育(?!家)|典藏|生活|游戏|出版|孪生|足迹|鸿沟|落差|网络|安全"
    "|能力|创新|城市|医疗|金融|支付|凭证|签章|电视|产品|软[体件])(?![在于过着]|.{0,2}(?:家|大臣|官员|部长|人士|巨头))"
)
"""What follows 数位 where it means "digital"; 数位金融大臣 and 数位生活在 are several persons."""

_KANA = re.compile("[ぁ-ヺ]")
_ROUNDS = 3
"""How often a sentence is converted at most: 配置文档 becomes 配置文件, then 設定檔."""

_DOSE = re.compile("[一二三四五六七八九十半各][錢钱分兩两]")
_BROKEN = re.compile("[\u3400-\u4dbf\u1d00-\u1dbf\u2100-\u214f\u3190-\u31ef]")
"""Characters of Extension A, phonetic letters and signs, which a broken font gives instead of other characters."""
_MANY_BROKEN = 3
_PROSE = 4
"""In prose more than one in so many characters is in a word of several."""

_MANY_CHARACTERS = 10


def wording(subject: Subject) -> Iterator[Problem]:
    """A word or a character of another Chinese region, whether a termbase lists it or not.

    The words are those that `termbase normalize` replaces and that have one meaning. Quotations, titles, mentions,
    foreign names, and names of bodies and laws are ignored, and so are words in a term that the termbase lists for
    the region, and what `region` reports. Words that are right in the region but are converted for it nevertheless
    are in `data/own_words.tsv`. `data/native_use.tsv` has the words that native texts have too; the doubtful ones
    count only beside other foreign words.

    Bad: `請安裝打印機軟件` (in a text of Taiwan)
    Good: `請安裝印表機軟體`
    """
    if is_chinese(subject.language):
        region = region_of_tag(subject.language) or Region.TW
        found = well_founded(found_words(subject), region, subject.running.text)
        yield from said_of_whole_text(subject, found)


def found_words(subject: Subject) -> Iterator[FoundWord]:
    """Yield the words and characters that the tables give to other regions, without those that are left alone."""
    running = subject.running
    region = region_of_tag(subject.language) or Region.TW
    sentences = _sentences(running.text, _places(running.text, subject.language))
    for sentence, places in joined_paragraphs(running.text, sentences, region):
        text = running.text[sentence.start : sentence.end]
        if not _KANA.search(text):
            for found in _problems(text, sentence.start, places, region):
                problem = found.problem
                place = running.origin(problem.start, problem.end)
                is_right = _is_as_spelt(found, subject) or _is_left_alone(subject, place, problem.suggestions)
                if not is_right:
                    yield found._replace(problem=replace(problem, start=place.start, end=place.end))


def _places(text: str, tag: str) -> Iterable[ForeignPlace]:
    """Return the places of foreign words and characters; without a region, of characters that its script lacks."""
    region = region_of_tag(tag)
    if region is not None:
        return foreign_places(text, region)
    language, script, _, _ = subtags(tag)
    if (language, script) != ("zh", Script.TRADITIONAL):
        return ()
    of_hong_kong = {*foreign_characters(text, Region.HK)}
    return [place for place in foreign_characters(text, Region.TW) if place in of_hong_kong]


def _sentences(text: str, places: Iterable[ForeignPlace]) -> Iterator[tuple[Span, list[ForeignPlace]]]:
    """Yield the sentences that contain places, with these places; a long sentence in parts that do not overlap."""
    sentence, group = Span(0, 0), list[ForeignPlace]()
    for place in places:
        if place.end > sentence.end:
            if group:
                yield sentence, group
            start, end = sentence_around(text, place.start, place.end, _LONGEST)
            sentence, group = Span(max(start, min(sentence.end, place.start)), end), []
        group.append(place)
    if group:
        yield sentence, group


def _problems(text: str, offset: int, places: list[ForeignPlace], region: Region) -> Iterator[FoundWord]:
    """Yield the passages in the other script, foreign words and other characters of a sentence at `offset`."""
    other = other_script(region)
    is_whole = script_of(text) is other  # so 后 and 里, which both scripts have, are of the other script too
    in_script = f"in {other.name.lower()} characters"
    inner = [place._replace(start=place.start - offset, end=place.end - offset) for place in places]
    told = list(passages(text, inner, region))
    for passage in told:
        part = text[passage.start : passage.end]
        problem = _problem(part, offset + passage.start, _joined(part, changes(part, region), region), in_script)
        yield FoundWord(replace(problem, throughout=f"passages of the text are {in_script}"))
    inner = [place for place in inner if not is_within(place, told)]
    if not inner:
        return
    found = [change for change in changes(text, region) if not is_within(change, told)]
    words = [change for change in found if change.rule == "region"]
    for change in words:
        yield from _of_change(text, offset, change, inner, region)
    starts = {place.start for place in inner if not place.regions}
    if is_whole:
        starts.update(at for change in found if change.rule == "script" for at in range(change.start, change.end))
    starts = {at for at in starts if not is_own_character(text[at], region)}
    starts.difference_update(at for word in words for at in range(word.start, word.end))
    if _is_no_prose(text):
        return
    for change in misspelt(text, sorted(starts), found):
        yield FoundWord(_problem(text, offset, change, in_script))


def _of_change(
    text: str, offset: int, change: Change, inner: list[ForeignPlace], region: Region
) -> Iterator[FoundWord]:
    """Yield what is said of a word that the converter replaces: of the word, or only of its characters."""
    other = other_script(region)
    in_script = f"in {other.name.lower()} characters"
    old = text[change.start : change.end]
    word = _foreign_word(text, change, inner, region)
    if word is not None:
        owners = " and ".join(owner.place for owner in Region if owner in word.place.regions)
        followed = _followed_up(text, word.change, region)
        problem = _problem(text, offset, followed, f"the wording of {owners}")
        has_characters = any(_is_in(place, word.change) for place in inner if not place.regions)
        of_characters = _problem(text, offset, followed, in_script).message if has_characters else ""
        written = simplify(text[word.place.start : word.place.end]).lower()
        is_at_home = any(names_region(text, owner) for owner in word.place.regions)
        yield FoundWord(problem, written, word.place.regions, is_at_home, of_characters)
    elif change.new != old and (
        (script_of(text) is other and convert(old, "s2t") != old)
        or any(_is_in(place, change) for place in inner if not place.regions)
    ):
        yield FoundWord(_problem(text, offset, _followed_up(text, change, region), in_script))


def _is_no_prose(text: str) -> bool:
    """Whether a text has many characters and hardly a word: a list of characters, or a game with rare ones.

    A prescription is no prose either, since its herbs are named in old characters: 灯心十二節、胆草三錢. A copy
    from a PDF file with a broken font has characters that hardly any word has: 㭷攻䜉㇧.
    """
    if len(_DOSE.findall(text)) > 1 or len(set(_BROKEN.findall(text))) >= _MANY_BROKEN:
        return True
    characters = sum(map(has_han, text))
    inside = sum(
        end - start for start, end in pairwise(boundaries(text)) if end - start > 1 and has_han(text[start])
    )
    return characters >= _MANY_CHARACTERS and inside * _PROSE < characters


def _followed_up(text: str, change: Change, region: Region) -> Change:
    """Return a change with what has to follow it: 设定档 for 配置文档, which would be 配置文件 at first."""
    stop = change.start + len(change.new)
    written = text[: change.start] + change.new + text[change.end :]
    for further in changes(written, region):
        if further.rule == "region" and further.start < stop and change.start < further.end:
            first, last = min(change.start, further.start), max(stop, further.end)
            new = written[first : further.start] + further.new + written[further.end : last]
            return change._replace(start=first, end=last - stop + change.end, new=new)
    return change


def _joined(text: str, found: list[Change], region: Region) -> Change:
    """Return one change for all changes of a sentence and what is between them."""
    first, last, rest = found[0].start, found[-1].end, len(text) - found[-1].end
    for _ in range(_ROUNDS):
        text = replaced(text, (change[:3] for change in found))
        if not (found := changes(text, region)):
            break
    return Change(first, last, text[first : len(text) - rest], "script", "")


class _ForeignWord(NamedTuple):
    """What to write for a word, and the place of the longest word in it that a table has."""

    change: Change
    place: ForeignPlace


def _foreign_word(text: str, change: Change, places: Iterable[ForeignPlace], region: Region) -> _ForeignWord | None:
    """Return the longest foreign word in what the converter replaces: 软件 in 软件工程|师. None if there is none.

    The converter may replace a word by itself, to protect it: 软体动物. Names that it replaces may contain the
    characters of a word: 萨克斯 in 哈萨克斯坦.
    """
    simple = simplify(text)
    within = [
        place
        for place in places
        if place.regions and _is_in(place, change) and not splits_word(simple, place.start, place.end)
    ]
    within.sort(key=lambda place: place.start - place.end)
    if not within or change.new == text[change.start : change.end]:
        return None
    if not _is_other_word(text, change):
        return _ForeignWord(change, within[0])
    for place in within:
        alone = changes(text[place.start : place.end], region)
        if len(alone) == 1 and not _is_other_word(text, place):
            return _ForeignWord(alone[0]._replace(start=place.start, end=place.end), place)
    return None


def _is_other_word(text: str, place: Placed) -> bool:
    """Whether a word only arises beside others (作业|系统性), is a name (陳維安), or 数位 means "several"."""
    simple = simplify(text)
    is_several = simple[place.start : place.end] == _SEVERAL and not _DIGITAL_AFTER.match(simple, place.end)
    return is_several or splits_word(simple, place.start, place.end) or _is_in_name(text, place)


def _is_in_name(text: str, place: Placed) -> bool:
    return place.end - place.start == _GIVEN and is_given_name(text, place.start, boundaries(text))


def _problem(text: str, offset: int, change: Change, fault: str) -> Problem:
    message = f"“{text[change.start : change.end]}” is {fault}"
    return Problem(offset + change.start, offset + change.end, message, suggestions=(change.new,))


def _is_in(place: ForeignPlace, change: Change) -> bool:
    return change.start <= place.start and place.end <= change.end


def _is_as_spelt(found: FoundWord, subject: Subject) -> bool:
    """Whether a finding about characters, not about a word, is in a text with a spelling of its own."""
    if found.word:
        return False
    is_otherwise = not found.problem.throughout and is_spelt_otherwise(subject.running.text, found.problem)
    return is_otherwise or is_list_of_words(subject.document.text)


def _is_left_alone(subject: Subject, place: Span, own: Sequence[str]) -> bool:
    return (
        subject.is_quoted(place)
        or is_only_mentioned(subject, place, own)
        or is_named(subject, place)
        or is_declared(subject, place)
        or is_name_there(subject, place, own)
        or is_in_chinese_name(subject.running.text, subject.running.place(place))
        or any(_allows(subject, hit) for hit in subject.hits_over(place))
    )


def _allows(subject: Subject, hit: Hit) -> bool:
    """Whether the termbase has a term for the text's region, or `region` must ignore the concept."""
    own = own_regions(subject.language)
    return hit.concept.id in subject.settings.region_except or any(
        not (one.is_reworded or one.term.proposed or one.term.is_forbidden)
        and own[:1] == (region_of(one.language, one.term),)
        for one in hit.designations
    )
