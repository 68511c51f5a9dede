"""Reads 著, "written by", behind the name of an author: 鲁迅著《野草》, but 他笑着.

Taiwan writes the particle 着 with the same character, so that it is lost in the first step of a conversion.
"""

from __future__ import annotations

import re
from functools import cache

from termbase.text.chinese.words import part_of_speech
from termbase.text.personal_names import surname_length
from termbase.text.script import HAN, simplify

_NAME = rf"(?:[{HAN}]{{1,7}}[·．‧])+[{HAN}]{{1,7}}|[{HAN}]{{2,4}}?"
_WORK = "的(?:[^，。；]{0,5}[《〈书書集作论論文诗詩传傳史记記说說]|$|[，。])"
_PERSON = "nr"
"""How the classes of persons in jieba's dictionary begin."""

_NO_NAME_ENDS = ("v", "a")
"""Verbs and adjectives, behind which 着 is the particle: 王明笑着."""


def with_credits(text: str) -> str:
    """Return a text with 着 behind an author as 著."""
    return _credit().sub(_with_zhu, text) if "着" in text else text


@cache
def _credit() -> re.Pattern[str]:
    """Match a clause that has only a name before 着, or one behind 由.

    Inside a clause the name must be a known one: 架上有余光中著的詩集, but 門口有黃狗趴着.
    """
    return re.compile(
        rf"(?:(?<![{HAN}·．‧])|(?<=由)|(?P<inside>(?<=[有是和與与])))(?P<name>{_NAME})"
        rf"(?:(?:等|合|编|編)?着(?=[)）《〈]|{_WORK})|着(?=$|[\s，。；、（(]))"
    )


def _with_zhu(credit: re.Match[str]) -> str:
    name = simplify(credit["name"])
    is_author = _is_known(name) if credit["inside"] is not None else _is_author(name)
    return credit[0].replace("着", "著") if is_author else credit[0]


def _is_known(name: str) -> bool:
    return part_of_speech(name).startswith(_PERSON)


def _is_author(name: str) -> bool:
    """Return whether a string is a person's name and no word for what somebody does (高举着, 管不着)."""
    if not name.isalpha():  # it has a dot
        return True
    if part_of_speech(name):
        return _is_known(name)
    surname = surname_length(name)
    given = name[surname:]
    is_name = surname > 0 and 1 <= len(given) <= 2 and given[-1] not in "不得"
    return is_name and not any(part_of_speech(part)[:1] in _NO_NAME_ENDS for part in (given, given[-1]))
