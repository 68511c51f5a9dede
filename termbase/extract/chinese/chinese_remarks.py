"""Clues that a bracket behind Chinese says something of it, and does not translate it: **建立日期** (timestamp).

They compare what the dictionary knows of both sides. `chinese_clues` has the clues for a translation.
"""

from __future__ import annotations

from collections.abc import Iterator

from termbase.extract.chinese.chinese_view import ChineseView
from termbase.extract.initials import spelled
from termbase.extract.model import Clue, noted
from termbase.renderings.affixes import renders_end
from termbase.renderings.cedict import glosses, is_defining_word, is_english_word
from termbase.text.latin_words import latin_words

_LEAST_SPELLED = 0.5
"""The share of an abbreviation's letters that Chinese words mean below which it may be by chance."""

_ALIKE = 0.5
"""Chinese and English whose sounds are less similar than this do not transcribe each other."""

_MORE, _WORDS = 2, 4
"""Characters of a Chinese word, and of two words."""


def unrelated(view: ChineseView) -> Iterator[Clue]:
    """Yield a clue if the bracket behind a string that is set off says something else: **建立日期** (timestamp).

    Then the words of both sides are known and none translates another, or the English is a name or a short form,
    or one word that the Chinese has more than: **登录记录模块** (login).
    """
    whole = view.whole
    if whole.is_abbreviation:
        if spelled(view.english, view.text) < _LEAST_SPELLED:
            yield noted("zh_set_off_unspelled")
        return
    is_unlike = whole.content and not any(whole.bits) and view.alike <= _ALIKE and not ends_alike(view)
    if is_unlike and all(map(glosses, whole.words[view.first :])):
        is_known = all(is_english_word(word.text) for word in whole.content)
        yield noted("zh_set_off_other_words" if is_known else "zh_set_off_name")
    elif len(whole.content) == 1 and _says_more(view):
        yield noted("zh_set_off_more")


def ends_alike(view: ChineseView) -> bool:
    """Return whether nothing but the end of a word is rendered, by the end of the Chinese: 自身性 (ipseity)."""
    return not view.covered and bool(view.content) and renders_end(view.content[-1].text, view.text)


def _says_more(view: ChineseView) -> bool:
    """Return whether Chinese of two words has one that the English word behind it lacks."""
    is_one = "-" not in view.english and view.alike <= _ALIKE
    return is_one and view.han_count >= _WORDS and view.han_count - view.covered.bit_count() >= _MORE


def means_otherwise(view: ChineseView) -> Iterator[Clue]:
    """Yield a clue if the dictionary has other meanings of the Chinese, and the English is a name: 缓存 (Redis)."""
    if view.covered or view.alike > _ALIKE or not view.english[:1].isupper() or not glosses(view.text):
        return
    words = [word.text for word in latin_words(view.english)]
    if not view.whole.is_abbreviation and not any(map(is_defining_word, words)):
        yield Clue("zh_means_otherwise", 1.0, view.text)
