"""Proposes English spans that follow the Chinese or its bracket: `), or Homecoming Legion`, 周福先 Zhou Fuxian."""

from __future__ import annotations

import re
from collections.abc import Iterator

from termbase.extract.before import WINDOW
from termbase.extract.clue_names import ClueName, composed
from termbase.extract.english.proposals import Proposal
from termbase.extract.model import Clue, Layout, noted
from termbase.extract.roles import TONES, has_tones
from termbase.renderings.rendered_characters import rendered_bits
from termbase.renderings.sound import reads_as
from termbase.text.latin_words import LATIN, first_word, words_in
from termbase.text.offsets import Span
from termbase.text.script import HAN
from termbase.text.word_classes import is_function_word

_LONGEST_READING = 80
"""Characters behind bare Chinese that are searched for its reading."""

_LONGEST_ENTRY = 40
"""Characters of the term of an entry and its Chinese, at most."""

_BEHIND_ENTRY = 8
"""Characters behind an entry that are looked at: only marks stand there."""

_MEANS = ("mean", "which means", "refers", "denotes", "signifies")
_LONGEST_MEANING, _LONGEST_QUOTED_MEANING = 3, 8
"""The words of a translation behind "means", and of a quoted one, at most; a longer text is an explanation."""
_ITEM = rf"[{LATIN}][{LATIN}'’‑\- ]{{0,60}}[{LATIN}]|[{LATIN}]"
_STANDS_FOR = re.compile(
    r"[\"”’'*_]* (?:is|was|as) (?:the|a|an) (?:[A-Za-z]+ )?(?:translation|transliteration|transcription|equivalent"
    r"|rendering|word|term|expression|name) (?:of|for)"
    r"(?: (?:the )?(?:[A-Za-z]+ )?(?:word|term|phrase|expression))? "
    r"[\"“'‘*_]{1,2}(?P<quoted>[^\"”“’‘*_]{1,120}?)[,.]?[\"”’'*_]"
)
"""Chinese is linked to quoted English behind it: 沙发 is the transliteration of “sofa”."""

_CHINESE_FOR = re.compile(
    r"[\"”’'*_`]* (?:is|was) (?:the )?[Cc]hinese (?:(?:word|term|name|expression) )?for "
    rf"(?:[\"“](?P<quoted>[^\"“”]{{1,60}}?)[,.]?[\"”]"
    rf"|(?:the )?(?P<words>[{LATIN}]+(?: [a-z]+){{0,2}}?)(?=[,.;:)]| which| that|$))"
)
"""What Chinese is the Chinese for: 随机 is Chinese for stochastic."""

_IN_BOTH = re.compile(
    r"[\"”’'] in Chinese,?(?: and| or)? [\"“‘'](?P<quoted>[^\"”“’‘]{1,80}?)[,.]?[\"”’'] in English"
)
"""What is called “新圍” in Chinese and “San Wai” in English."""

_TRANSLATES = re.compile(r"\b(?:translat|render)[a-z]*\b[^.;:!?()（）]{0,60}$")
_CLOSING = tuple("\"”’'*_` ")
"""What may stand directly behind the Chinese in such a statement."""
_AS = re.compile(
    r"[\"”’'*_]*(?: \w+ly)? (?:as|is|was) (?:(?:either|simply|just|often|\w+ly) )?"
    r"[\"“‘](?P<quoted>[^\"”“’‘]{1,120}?)[,.]?[\"”’]"
)
"""Quoted English behind Chinese that a text speaks of translating: I translate 整体 as “overall”."""

_RENDERED_AS = (
    r"(?:(?:which|that) )?(?:is|are|was|were|has been|have been|can be|may be)? ?"
    r"(?:(?:\w+ly|often|sometimes|also) )?"
    r"(?:(?:translated|rendered)(?: in English| literally)? as|translates (?:roughly )?(?:to|as|into))"
)
_RENDERED_LATER = re.compile(
    rf"[\"”’'*_]*,? [^.;:!?()（）“”\"{HAN}]{{1,80}}?,? {_RENDERED_AS} [\"“](?P<quoted>[^\"“”]{{1,80}}?)[,.]?[\"”]"
)
"""A quotation further behind: Peng (掤) is a rising movement, often translated as “Ward Off”."""

_CALLED = (
    r"(?:(?:is|are|was|were) )?(?:(?:often|also|sometimes|usually|commonly) )?(?:known as|called|termed|dubbed)"
)
"""What leads a quotation that names Chinese: Tsai (採), often known as “Pluck”."""
_AFTER = re.compile(
    rf"['*_#]*[\"”’]*+['*_]*(?:/[{LATIN}’']+)?"
    rf"(?:\s?/\s?[{HAN}]{{1,20}})?"
    rf"(?:\s?[(（][^()（）]{{0,60}}[)）]|\s?[*_]{{1,2}}[{LATIN}’' ]{{1,40}}[*_]{{1,2}}"
    rf"|(?:\s?[—–]\s?| - )(?=[^—–]{{0,40}}[{TONES}])[{LATIN}’' ]{{1,40}}(?=\s?[—–]| - ))?"
    r"(?P<mark>[,，;]|:(?= ?[\"“])|\s?(?P<dash>[—–]|(?<= )-(?= )))?\s*"
    r"(?P<link>or|meaning|means|which means|refers to|denotes|signifies|that is,?|i\.e\.,?|in English,?"
    rf"|also known as|a\.k\.a\.|short for|{_RENDERED_AS}|{_CALLED}(?= [\"“‘']))?\s*"
    r"(?:to |the |an? )?(?:“(?P<quoted>[^”“]{1,120}?)[,.]?”"
    r"|(?:[\"'‘]|(?<= )\*)(?![ ,])(?P<marked>[^\"”“’‘*]{1,120}?)[,.]?[\"”’'*]"
    rf"|(?:[Tt]he |[Aa]n? )?(?P<words>{_ITEM})(?=[^{LATIN} ]| [(（–—]|$))"
)
"""English behind the Chinese: the end of marks or a bracket, an optional link word, then a quotation or words."""

_LONGEST_IN_BRACKET = 5
"""The largest number of words of a translation in a bracket behind a reading."""
_TRANSLATION = rf"[A-Za-z][{LATIN}'’ ,-]{{0,60}}?"
_BRACKET_BEHIND_READING = re.compile(
    rf"[*_]{{0,2}} ?[(（](?P<mark>[“\"‘']?)(?P<words>{_TRANSLATION})[,.]?[”\"’']?[)）]"
)
_MEANS_BEHIND_READING = re.compile(
    r"[*_]{0,2}(?:,? (?:which )?(?:(?:usually|often|generally|commonly|roughly|can|may) ){0,2}(?:means?|meaning)"
    r"(?: to)?|,?) "
    rf"(?P<mark>[“\"‘'])(?P<words>{_TRANSLATION})(?=; |[,.]?[”\"’'])"
)

_WORDS_BEHIND_READING = re.compile(
    rf"[*_]{{0,2}} (?P<words>(?:(?:not )?to (?:be )?)?[a-z]+(?:[ -][a-z]+){{0,3}}?)"
    rf"(?= (?:and|or) [{HAN}]|[,;] ?[{HAN}]|[.;:]?$|[.;:] )"
)
"""Plain words behind a reading with tones that end there: 好 hǎo to be good and 忙 máng to be busy."""

_FURTHER = re.compile(
    rf"(?:; |[,.]?[”\"’'],? or (?:to )?[“\"‘'])([A-Za-z][{LATIN}'’ -]{{0,40}}?)(?=; |[,.]?[”\"’'])"
)
_NAME_WORD = rf"[A-Z][{LATIN}'’-]*"
_STROKE_AFTER = re.compile(
    rf" ?/ ?(?:[*_]{{1,2}}(?P<quoted>[^*_\n]{{1,80}})[*_]|(?P<words>{_NAME_WORD}(?: {_NAME_WORD}){{0,5}}))"
)


def reading_after(flat: str, place: int, chinese: str) -> Iterator[Proposal]:
    """Yield the reading (pinyin) that stands directly behind bare Chinese: `and 周福先 Zhou Fuxian from Xi'an`."""
    words = words_in(flat, place, place + _LONGEST_READING)[: len(chinese)]
    if words[:1] and words[0].text == "or":  # 内丹 or neidan
        words = words[1:]
    if not words or flat[place : words[0].start].strip(' *_,”"') not in ("", "or"):
        return
    for word in words:
        if reads_as(flat[words[0].start : word.end], chinese):
            yield Proposal(
                Span(words[0].start, word.end), Layout.BARE_AFTER, (noted("after_comma"), noted("after_words"))
            )


def translated_behind(flat: str, reading: Span, chinese: str) -> Iterator[Proposal]:
    """Yield the English behind the reading of bare Chinese: 缘分 yuánfèn (fated meeting)."""
    place = reading.end
    if has_tones(flat[slice(*reading)]) and (plain := _WORDS_BEHIND_READING.match(flat, place, place + WINDOW)):
        if any(rendered_bits(word, chinese) for word in plain["words"].split()):
            yield Proposal(Span(*plain.span("words")), Layout.BARE_AFTER, (noted("behind_reading"),))
        return
    in_bracket = _BRACKET_BEHIND_READING.match(flat, place, place + WINDOW)
    match = in_bracket or _MEANS_BEHIND_READING.match(flat, place, place + WINDOW)
    if match is None:
        return
    words = match["words"].split()
    is_short = len(words) <= (_LONGEST_IN_BRACKET if in_bracket else _LONGEST_QUOTED_MEANING)
    is_remark = not match["mark"] and (is_function_word(words[0]) or is_function_word(words[-1]))
    if is_short and not is_remark:
        quoted = (noted("after_quoted"),) if match["mark"] else ()
        yield Proposal(Span(*match.span("words")), Layout.BARE_AFTER, (noted("behind_reading"), *quoted))


def linked_after(flat: str, place: int) -> Iterator[Proposal]:
    """Yield the English that a stroke or a phrase links to bare Chinese before it.

    Examples: 文化纵横/_Beijing Cultural Review_, 丁香园/Lilac Garden, 沙发 is the transliteration of “sofa”, the
    translation of “整体” is “overall”.
    """
    is_quoted = flat[place : place + 1] in _CLOSING
    is_translated = is_quoted and _TRANSLATES.search(flat, max(0, place - WINDOW), place) is not None
    behind_quotation = (_STANDS_FOR, _CHINESE_FOR, _IN_BOTH) if is_quoted else ()
    for pattern in (_STROKE_AFTER, *behind_quotation, *((_AS,) if is_translated else ())):
        if match := pattern.match(flat, place, place + WINDOW):
            group = "quoted" if match["quoted"] else "words"
            clues = (Clue("after_link", 1.0, match.group()), noted(composed(f"after_{group}")))
            yield Proposal(Span(*match.span(group)), Layout.BARE_AFTER, clues)


def rendered_later(flat: str, place: int) -> Iterator[Proposal]:
    """Yield the quoted English that the sentence names as the translation of the Chinese before it."""
    if match := _RENDERED_LATER.match(flat, place, place + WINDOW):
        clues = (noted("after_link"), noted("after_quoted"))
        yield Proposal(Span(*match.span("quoted")), Layout.AFTER_BRACKET, clues)


def after(flat: str, place: int) -> Iterator[Proposal]:
    """Yield English that follows the Chinese or its bracket: `), or Homecoming Legion`, `, meaning "small"`."""
    match = _AFTER.match(flat, place, place + WINDOW)
    if match is None:
        return
    link = (match["link"] or "").strip()
    group = next(name for name in ("quoted", "marked", "words") if match[name])
    start, end = match.span(group)
    if group != "words" and (mark := flat.find("; ", start, end)) > 0:  # “skill; art”: see further_meanings
        end = mark
    longest = _LONGEST_MEANING if group == "words" else _LONGEST_QUOTED_MEANING
    if link.startswith(_MEANS) and len(words_in(flat, start, end)) > longest:
        return
    if group == "words" and not link and _goes_on(flat, start, end, match["mark"] is not None):
        return
    while flat[end - 1] in " ,.":
        end -= 1
    name: ClueName = "after_or" if link == "or" else "after_link" if link else "after_comma"
    if match["dash"] and not link:
        name = "ends_entry" if _fills_line(flat, place, end) else "after_dash"
    elif not link and flat[place : match.start(group)].strip("*_\"“‘' ") == "":
        name = "after_nothing"
    clues = [Clue(name, 1.0, link), Clue("after_words" if group == "words" else "after_quoted")]
    yield Proposal(Span(start, end), Layout.AFTER_BRACKET, tuple(clues))


def further_meanings(flat: str, end: int) -> Iterator[Span]:
    """Yield the other meanings behind a quoted one that ends at an offset: “grab; catch”, “grab” or “catch”."""
    while match := _FURTHER.match(flat, end):
        yield Span(*match.span(1))
        end = match.end(1)


def _fills_line(flat: str, place: int, end: int) -> bool:
    """Return whether a line has only a term, its Chinese and what a dash leads to: Ziran (自然) - Spontaneity."""
    return place <= _LONGEST_ENTRY and flat[end : end + _BEHIND_ENTRY].strip('*_"“”. ') == ""


def _goes_on(flat: str, start: int, end: int, is_apart: bool) -> bool:
    """Return whether words behind the Chinese only go on with the sentence: (机器学习) is, (北京), which.

    Words that are not apart, behind a mark, may only be a name.
    """
    first = first_word(flat, start, end)
    return is_function_word(first.text) or not (is_apart or first.is_capital)
