"""Decides whether a Chinese text has a term in a shortened form, as compounds do: 檔案 in 文字檔, 檔名 and 隱藏檔.

Use it only for terms that the text does not have in full, since the listed form has priority.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set
from functools import cache

from termbase.renderings.cedict import definitions, has_meaning, is_gloss, meanings
from termbase.renderings.rendered_characters import rendered_bits
from termbase.renderings.usual import find_usual, usual, words_of
from termbase.text.chinese.folded_chinese import fold_chinese
from termbase.text.chinese.words import dictionary_words, part_of_speech
from termbase.text.english.english_stems import stem
from termbase.text.english.english_words import comparable
from termbase.text.small_words import SMALL_WORDS
from termbase.text.word_classes import WordClass, pattern_of

_TWO = 2
_LONGEST = 4
"""Maximum number of characters of a compound."""

_WORD_BEFORE = re.compile(r"([A-Za-z]+)[ /]\Z")
_WORD_AFTER = re.compile(r"[ /]([A-Za-z]+)")
_HAN = r"[\u3400-\u9fff]"
_LETTERS = re.compile("[a-z]+")
_HAN_WORD = re.compile(rf"{_HAN}{{2,}}")
_LINK = "[/、和与及或]?"

_TWO_CHARACTERS = re.compile(rf"{_HAN}{{1,2}}")
"""The parts of a longer word: 安全 and 法 of 安全法."""

_LEAST_WORDS = 3
"""The number of words of a name that has a short form, and of characters of that."""

_SPELLINGS = str.maketrans("账份纪象它", "帐分记像他")
"""Characters that stand for each other in words, folded: 身分, 身份."""

_NEAR = 2
"""So many words on each side of an English word may belong to it."""

_OFTEN = 0.2
"""The share of messages with an English word that have a Chinese one, which is then a word for it."""


@cache
def _open() -> re.Pattern[str]:
    """Match what is before a character that is a word by itself: PO 档, 第 %d 页, 本页, 一张票."""
    demonstrative, measure = pattern_of(WordClass.CHINESE_DEMONSTRATIVE), pattern_of(WordClass.MEASURE_WORD)
    counted = rf"[一两二三四五六七八九十几多每某\d]{measure}"
    return re.compile(rf"(?:\A|[\w%}})>\]\"'”’』」/] ?|{demonstrative}|{counted})\Z", re.ASCII)


@cache
def _ends() -> str:
    """Match where a Chinese word may end: before a sign, or before a word that follows nouns (暫存檔無法使用)."""
    return rf"(?:(?!{_HAN})|(?={pattern_of(WordClass.BEHIND_NOUN)}))"


@cache
def _file() -> re.Pattern[str]:
    """Match words with 檔, as a group where it ends one for a kind of file, whatever follows: 從書籤檔匯入."""
    return re.compile(rf"暂存(档)|{pattern_of(WordClass.NO_KIND_OF_FILE)}|(?<={_HAN})(档)")


def means(term: str, english: str) -> Iterator[str]:
    """Yield the characters of a Chinese term that alone mean an English word: 屏 of 屏幕, *screen*."""
    return _meaning(fold_chinese(term).text, english)


def has_compound(text: str, term: str, english: str, before: str, after: str) -> bool:
    """Return whether a compound in a text has one character of a term, which alone means the English word.

    Of a term of two characters it may be either, of a longer one the last: 包管理 for 软件包, *package management*.

    `before` and `after` are the text around the English word, since only a compound is shortened: *text file*
    (文字檔: the character ends the word) and *file name* (檔名: the next character means the next English word).
    """
    characters = fold_chinese(term).text
    if len(characters) < _TWO or " " in english:
        return False
    folded, short = fold_chinese(text).text, characters if len(characters) == _TWO else characters[-1]
    return any(
        _is_head(folded, each, before, after, english) or _is_before(folded, each, after)
        for each in _meaning(short, english)
    )


def _meaning(characters: str, english: str) -> Iterator[str]:
    yield from (each for each in characters if stem(english.casefold()) in meanings(each))


def _is_head(text: str, character: str, before: str, after: str, english: str) -> bool:
    """Whether the character ends a word that does not render another word alone: 模式, *pattern style*.

    图表 renders *chart*, and has no 表 for *table* in *a chart of the example table*.
    """
    word = _WORD_BEFORE.search(before)
    if word is None or word[1].casefold() in SMALL_WORDS:
        return False
    bits = rendered_bits(word[1], text, in_terms=False)
    others = frozenset(map(stem, _LETTERS.findall(f"{before} {after}".casefold())))
    ends = (match.start() for match in re.finditer(rf"(?<={_HAN}){character}{_ends()}", text))
    own = frozenset([stem(english.casefold())])
    return (character == "档" and any(found.lastindex for found in _file().finditer(text))) or any(
        _is_in_meaning(text[: end + 1], own)
        or not (bits >> end & 1 or _is_in_meaning(text[: end + 1], others - own))
        for end in ends
    )


def _is_in_meaning(text: str, stems: frozenset[str]) -> bool:
    """Whether a word at the end of a text has one of some English words in its meaning: 文字档, *text file*."""
    return any(stems & meanings(text[-length:]) for length in range(_TWO, _LONGEST + 1))


def _is_before(text: str, character: str, after: str) -> bool:
    word = _WORD_AFTER.match(after)
    following = re.findall(rf"{character}({_HAN})", text)
    return word is not None and any(next(_meaning(each, word[1]), "") for each in following)


def has_word_alone(text: str, term: str, english: str) -> bool:
    """Return whether a character of a term stands for it as a word of its own: 档 for 档案 in PO 档, 歌 in 两首歌.

    It is a noun or a measure word, and must mean the English word.
    """
    characters = fold_chinese(term).text
    if len(characters) < _TWO or " " in english:
        return False
    short = characters if len(characters) == _TWO else characters[-1]
    meaning = {each for each in _meaning(short, english) if part_of_speech(each).startswith(("n", "m", "q"))}
    place, folded = 0, fold_chinese(text).text if meaning else ""
    for word in dictionary_words(folded) if meaning else ():
        if word[-1] in meaning and _is_alone(word, folded[:place]):
            return True
        place += len(word)
    return False


def has_wider_word(text: str, term: str, english: str, before: str, after: str) -> bool:
    """Return whether a word of a text has a term in its meaning, and says more: 检票 (*to inspect a ticket*).

    It ends with a character of the term, a noun (门票), that alone means the English word; of a term of more than
    two characters with the last. A word that means just the same is none of the listed ones: 账号 is not 账户,
    *account*. If a related word stands around the English word, it may be that one's: 命名 for *named*, beside
    *name*. So may one that means what stands further off: 泰语 (*Thai language*) for *Thai and other languages*.
    """
    characters = fold_chinese(term).text
    meaning = set(_meaning(characters if len(characters) == _TWO else characters[-1:], english))
    if " " in english or not meaning or not part_of_speech(term).startswith("n"):
        return False
    own, left, right = comparable(english), _english_words(before), _english_words(after)
    if stem(own) in map(stem, (*left, *right)):
        return False
    further = set(map(comparable, (*left[:-_NEAR], *right[_NEAR:])))
    return any(
        len(word) > 1 and word[-1] in meaning and _says_more(word, own, further)
        for word in dictionary_words(fold_chinese(text).text)
    )


def _english_words(text: str) -> list[str]:
    return _LETTERS.findall(text.casefold())


def _says_more(word: str, english: str, further: Set[str]) -> bool:
    every = (set(map(comparable, _english_words(each))) - SMALL_WORDS for each in definitions(word))
    meant = [each for each in every if english in each]
    return bool(meant) and not any(each - {english} <= further for each in meant)


def has_spelling(text: str, term: str) -> bool:
    """Return whether a text has a term only in another spelling (账户 for 帐户), or with 的 (新的密码).

    Where it is written as listed, it is part of another word: 教育部 in 教育部门.
    """
    folded, written = fold_chinese(term).text, fold_chinese(text).text
    if len(folded) < _TWO or folded in written:
        return False
    is_apart = len(folded) > _TWO and folded in written.replace("的", "")
    return is_apart or folded.translate(_SPELLINGS) in written.translate(_SPELLINGS)


def _is_alone(word: str, before: str) -> bool:
    """Whether a word has one character, or only a measure word or pronoun before it: 首歌, not 首页."""
    if len(word) == 1:
        return _open().search(before) is not None
    counts = word[0] in WordClass.MEASURE_WORD.words or word[0] in WordClass.CHINESE_DEMONSTRATIVE.words
    return len(word) == _TWO and counts and not has_meaning(word)


def has_contraction(text: str, term: str, english: str) -> bool:
    """Return whether a text has a word of some of the term's characters that translates the English by itself.

    电子邮件地址 is listed for *address*; 地址 is the same word, and the dictionary says that it means *address*.
    """
    folded, characters = fold_chinese(text).text, fold_chinese(term).text
    return any(
        _is_subsequence(word, characters) and is_gloss(english, word)
        for length in range(_TWO, len(characters))
        for word in map("".join, zip(*(folded[first:] for first in range(length)), strict=False))
    )


def has_initials(text: str, name: str) -> bool:
    """Return whether a text has the first characters of the words of a Chinese name: 网安法 for 网络安全法.

    Words in the middle may be left out (个保法 for 个人信息保护法); the last word stays as it is.
    """
    folded = fold_chinese(text).text
    words = [part for word in dictionary_words(fold_chinese(name).text) for part in _TWO_CHARACTERS.findall(word)]
    if len(words) < _LEAST_WORDS:
        return False
    middle = "".join(f"{word[0]}?" for word in words[1:-1])
    pattern = rf"{words[0][0]}(?={middle}){middle}{words[-1]}"
    return any(len(found[0]) >= _LEAST_WORDS for found in re.finditer(pattern, folded))


def has_full_form(text: str, term: str) -> bool:
    """Return whether words of a text begin with the characters of a term: 檔案名稱 for 檔名."""
    characters = fold_chinese(term).text
    words = dictionary_words(fold_chinese(text).text) if len(characters) > 1 else ()
    windows = zip(*(words[first:] for first in range(len(characters))), strict=False)
    return any(
        all(len(word) == _TWO and word[0] == character for word, character in zip(window, characters, strict=True))
        for window in windows
    )


def has_usual_short_form(term: str, english: str, pair: tuple[str, str], language: str) -> bool:
    """Return whether a target has a short form of a term that programs of the region often have for the English.

    So is 檔名 for 檔案名稱, *filename*. `pair` is the source and the target.
    """
    own = words_of(english)
    known = usual(own[0], language) if len(own) == 1 else None
    found = find_usual(english, *pair, language) if known else None
    if known is None or found is None:
        return False
    word, characters = found.words[0], fold_chinese(term).text
    is_short = 1 < len(word) < len(characters) and _is_subsequence(word, characters)
    return is_short and known.share_alone(word) >= _OFTEN


def _is_subsequence(word: str, characters: str) -> bool:
    rest = iter(characters)
    return all(character in rest for character in word)


def has_latin_form(text: str, term: str) -> bool:
    """Return whether a text has a Latin term without its signs, or with others: IO for I/O."""
    letters = re.findall("[A-Za-z0-9]", term) if term.isascii() else []
    pattern = r"[/. -]?".join(letters)
    return (
        len(letters) > 1
        and re.search(rf"(?<![A-Za-z0-9]){pattern}(?![A-Za-z0-9])", text, re.IGNORECASE) is not None
    )


def has_alternative(text: str, term: str) -> bool:
    """Return whether a term that a termbase wrote as two, 授權/使用權, has one of them in a text."""
    parts = fold_chinese(term).text.split("/")
    folded = fold_chinese(text).text
    return len(parts) > 1 and all(_HAN_WORD.fullmatch(part) for part in parts) and any(p in folded for p in parts)


def has_joint(text: str, term: str, others: Iterable[str]) -> bool:
    """Return whether a text joins a term with another one that ends alike: 音频 and 视频 in 音视频, 音/视频."""
    folded, own = fold_chinese(text).text, fold_chinese(term).text
    for other in (fold_chinese(each).text for each in others):
        end = _common_end(own, other)
        if end and len(own) > len(end) < len(other):
            first, second = re.escape(own[: -len(end)]), re.escape(other[: -len(end)])
            if re.search(rf"(?:{first}{_LINK}{second}|{second}{_LINK}{first}){end}", folded):
                return True
    return False


def _common_end(first: str, second: str) -> str:
    length = 0
    while length < min(len(first), len(second)) and first[-length - 1] == second[-length - 1]:
        length += 1
    return first[len(first) - length :]
