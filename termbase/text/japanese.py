"""Masks Japanese in Chinese text: no region of Chinese writes it in another way. Start from `mask_japanese`."""

from __future__ import annotations

import re
from collections.abc import Iterable

from termbase.text.offsets import MASK
from termbase.text.script import HAN
from termbase.text.word_classes import WordClass

_KANA = "ぁ-ゖゝゞァ-ヺー-ヿ"
_GRAMMATICAL = re.compile("[ぁ-ねは-ゖ]")
"""Hiragana but の, which Chinese borrows (鮮の味). Katakana may be one foreign word in Chinese: 點選アカウント."""

_ANY_KANA = re.compile(f"[{_KANA}]")
"""That is seen in a tenth of the time that a run of them takes."""

_KANA_RUN = re.compile("[ぁ-ゖゝゞ]+|[ァ-ヺー-ヿ]+")
_LETTER = re.compile(f"[{HAN}{_KANA}]")
_LATIN = re.compile("[A-Za-z]")
_CLAUSE = re.compile(rf"[\w{HAN}々〆・]+")
_SENTENCE = re.compile(r"(?:[^。！？：；!?\s]|(?<=[!-~])[ \t]|[ \t](?=[!-~]))+")
"""Japanese has no spaces but beside Latin words."""

_BRACKETED = re.compile(r"「[^「」]*」|『[^『』]*』|《[^《》]*》|（[^（）]*）|\([^()]*\)|“[^“”]*”|【[^【】]*】")
_OF_CHINESE = re.compile("[你您她們嗎呢這沒很]")
"""Words of Chinese grammar whose characters Japanese encodings have as well."""

_SHARE = 3
"""In Japanese, at least every third of the kana and Han characters is a kana."""


def has_japanese_character(letters: Iterable[str]) -> bool:
    """Return whether there is a character that only Japanese uses, as in 経済 (經濟) or 峠."""
    return not WordClass.JAPANESE_CHARACTER.words.isdisjoint(letters)


def mask_japanese(text: str) -> str:
    """Return the text with each character of Japanese in it replaced by `MASK`; the length is kept.

    A sentence is Japanese if what stands outside of its brackets is: 衛生署（衛生署）は検査を行った. An English one
    may quote 物の哀れ, so single clauses are looked at where most letters are Latin, and in other sentences:
    他按了「変更を保存する」. Japanese has kana between its words, not in one place as in 用ありがとう道謝, or
    characters that only Japanese has: 進撃の巨人.
    """
    if not _ANY_KANA.search(text):
        return text
    return _SENTENCE.sub(_read, text)


def _read(sentence: re.Match[str]) -> str:
    outside = text = sentence[0]
    if not _ANY_KANA.search(text):
        return text
    while outside != (outside := _BRACKETED.sub("", outside)):
        pass
    if _is_japanese(outside) and len(_LATIN.findall(outside)) <= len(_LETTER.findall(outside)):
        return MASK * len(text)
    return _CLAUSE.sub(lambda clause: MASK * len(clause[0]) if _is_japanese(clause[0]) else clause[0], text)


def _is_japanese(text: str) -> bool:
    letters = _LETTER.findall(text)
    kana = sum(map(len, _KANA_RUN.findall(text)))
    if not kana or kana == len(letters) or _OF_CHINESE.search(text) or not _is_encodable("".join(letters)):
        return False
    if has_japanese_character(letters):
        return True
    has_grammar = _GRAMMATICAL.search(text) is not None and len(_KANA_RUN.findall(text)) > 1
    return has_grammar and kana * _SHARE >= len(letters)


def _is_encodable(text: str) -> bool:
    """Return whether Japanese encodings have all characters; they lack most simplified ones: 动."""
    try:
        text.encode("cp932")
    except UnicodeEncodeError:
        return False
    return True
