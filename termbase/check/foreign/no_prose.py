"""Recognises text that is no prose: lists of characters, prescriptions, and what a broken font has spoilt."""

from __future__ import annotations

import re
from itertools import pairwise

from termbase.text.chinese.word_edges import boundaries
from termbase.text.script import count_han, has_han

_DOSE = re.compile("[一二三四五六七八九十半各][錢钱分兩两]")
_BROKEN = re.compile("[\u3400-\u4dbf\u1d00-\u1dbf\u2100-\u214f\u3190-\u31ef]")
"""Characters of Extension A, phonetic letters and signs, which a broken font gives instead of other characters."""
_MANY_BROKEN = 3
_PROSE = 4
"""In prose more than one in so many characters is in a word of several."""

_MANY_CHARACTERS = 10


def is_no_prose(text: str) -> bool:
    """Whether a text has many characters and hardly a word: a list of characters, or a game with rare ones.

    A prescription is no prose either, since its herbs are named in old characters: 灯心十二節、胆草三錢. A copy
    from a PDF file with a broken font has characters that hardly any word has: 㭷攻䜉㇧.
    """
    if len(_DOSE.findall(text)) > 1 or len(set(_BROKEN.findall(text))) >= _MANY_BROKEN:
        return True
    characters = count_han(text)
    inside = sum(
        end - start for start, end in pairwise(boundaries(text)) if end - start > 1 and has_han(text[start])
    )
    return characters >= _MANY_CHARACTERS and inside * _PROSE < characters
