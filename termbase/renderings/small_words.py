"""Small Chinese words with which a term may begin if the English has a counterpart: 由读者选择 (Chosen by Readers).

Elsewhere such words stand before a term: 由|读者协会 (Readers' Society).
"""

from __future__ import annotations

from functools import cache

from termbase.text.latin_words import fold, latin_words
from termbase.text.script import simplify_term

_ENGLISH = {
    "无 没有 没": "without no nothing free less",
    "不 非 不是": "not no non never",
    "由": "by",
    "从 免于 来自": "from",
    "对 对于 向": "to for towards against",
    "与 和 跟": "with and",
    "以": "with by in",
    "为 为了": "for",
    "在": "in on at",
    "到": "to",
    "更": "more",
    "最": "most",
    "让": "make let",
    "当": "when",
    "如果": "if",
    "我 我们": "i we my our me us",
    "你 你们": "you your",
    "他 他们": "he they his their him them",
    "她": "she her",
    "它": "it its",
    "这": "this these",
    "那": "that those",
    "所有": "all",
    "每 每个": "every each",
}
"""English counterparts of Chinese words in simplified characters."""


@cache
def _counterparts() -> dict[str, frozenset[str]]:
    return {word: frozenset(english.split()) for words, english in _ENGLISH.items() for word in words.split()}


def renders_small_word(word: str, english: str) -> bool:
    """Return whether English has a counterpart of a small Chinese word, also as the end of a word: model-free."""
    found = _counterparts().get(simplify_term(word))
    return found is not None and not found.isdisjoint(
        part for each in latin_words(english) for part in fold(each.text).split("-")
    )
