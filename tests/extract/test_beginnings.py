"""With which words a term may begin, so that clues are looked for."""

import pytest

from termbase.extract.chinese.chinese_stretch import Stretch
from termbase.extract.english.english_starts import may_begin
from termbase.text.latin_words import latin_words
from termbase.text.offsets import Span
from termbase.text.script import count_han

ENGLISH = [
    ("the old Digital Silk Road", "数字丝绸之路", "the old Digital"),
    ("Ministry of Rural Development", "农村发展部", "Ministry of Rural"),
    ("a report that praises machine learning", "机器学习", "a report that praises machine"),
    ("one two three four five six seven machine learning", "机器学习", "three four five six seven machine"),
    ("Her father, Lord Wen", "文公", "Her father Lord Wen"),
    ("one two three four five six Blorple", "王府", "four five six Blorple"),
    ("they were machine learning", "机器学习", "machine"),
    ("machine a bb cc dd learning", "机器学习", "machine a bb cc dd learning"),
    ("machine aa bb cc learning", "机器学习", "machine aa bb cc learning"),
    ("machine aa bb cc dd ee ff learning", "机器学习", "bb cc dd ee ff learning"),
]


@pytest.mark.parametrize(("english", "chinese", "words"), ENGLISH)
def test_an_english_term_begins_near_what_the_chinese_renders(english: str, chinese: str, words: str) -> None:
    assert " ".join(word.text for word in may_begin(latin_words(english), chinese)) == words


CHINESE = [
    ("我们昨天使用机器学习", "machine learning", "昨天使用机器学习"),
    ("机器学习", "machine learning", "机器学习"),
    ("他昨天晚上使用循环机器学习", "Blorple machine learning", "晚上使用循环机器学习"),
    ("他们昨天使用模型", "ABC", "他们昨天使用模型"),
    ("美国作家卡尔·马克思", "Karl Marx", "美国作家卡尔·马克思"),
]


@pytest.mark.parametrize(("chinese", "english", "longest"), CHINESE)
def test_a_chinese_term_has_little_before_what_is_rendered(chinese: str, english: str, longest: str) -> None:
    assert chinese[Stretch(chinese, english, Span(0, len(chinese))).leftmost() :] == longest


@pytest.mark.parametrize("text", ["机器学习", "I/O 模型", "卡尔·马克思", "𠮷野家", ""])
def test_han_characters_are_counted_from_each_offset(text: str) -> None:
    stretch = Stretch(text, "term", Span(0, len(text)))
    assert [stretch.han_count(place) for place in range(len(text) + 1)] == [
        count_han(text[place:]) for place in range(len(text) + 1)
    ]
