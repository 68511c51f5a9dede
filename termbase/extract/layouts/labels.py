"""Recognises a bracket that shows what is written on a key or a part of a program's window: 点击按钮（OK）."""

from __future__ import annotations

import re
from functools import cache

from termbase.extract.marks import Bracket
from termbase.renderings.full_forms import full_form_in
from termbase.renderings.rendered_characters import rendered_bits
from termbase.text.latin_words import words_in
from termbase.text.script import simplify
from termbase.text.word_classes import WordClass

_NEAR = 12
_PRESSED = re.compile(r"(?:按[下住压]?|敲击?|[點点][擊击])[^，。；]{0,6}\Z")
_KEY = re.compile(r"Enter|Return|Esc|Tab|Shift|Ctrl|Alt|Del(?:ete)?|Backspace|Space|Home|End|PgUp|PgDn|F\d{1,2}")


def shows_label(flat: str, bracket: Bracket) -> bool:
    """Return whether a bracket behind Chinese has a label, which no word before it renders: 菜单（File）.

    On a key it may: 按回车（Enter） says which key is meant.
    """
    before = flat[max(0, bracket.start - _NEAR) : bracket.start]
    english = flat[bracket.start + 1 : bracket.end - 1].strip()
    if _KEY.fullmatch(english):
        return _PRESSED.search(before) is not None
    if not english[:1].isupper() or not simplify(before).endswith(_elements()):
        return False
    if full_form_in(english, before):  # 行动号召按钮（CTA）
        return False
    return not any(rendered_bits(word.text, before) for word in words_in(english, 0, len(english)))


@cache
def _elements() -> tuple[str, ...]:
    return tuple(WordClass.INTERFACE_ELEMENT.words)
