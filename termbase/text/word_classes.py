"""Closed lists of words by class, which `word_classes.tsv` holds: job titles, surnames, endings of names.

Start from `WordClass.words`. Chinese words are in simplified characters; simplify a text before comparing it.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache, cached_property, lru_cache

from termbase.files.data_table import data_rows
from termbase.text.latin_words import fold
from termbase.text.small_words import ARTICLES


class WordClass(StrEnum):
    """A class of words; the value is its name in the table."""

    ARTICLE = "article"
    """Not in the table but in `small_words`, which a lookup needs."""
    DETERMINER = "determiner"
    PREPOSITION = "preposition"
    COMPLEX_PREPOSITION = "complex preposition"
    """Prepositions of several words, whose noun is no term: in view of."""
    CONJUNCTION = "conjunction"
    VERB = "verb"
    """Verbs that occur between terms, and pronouns and adverbs that do so."""
    FURTHER_FUNCTION_WORD = "further function word"
    """Pronouns, adverbs and particles that no term begins or ends with, beyond the words of the classes before."""
    INSIDE_NAME = "inside a name"
    """Words in lower case inside a capitalised name: Ministry of Industry and Information Technology."""
    NAMING_WORD = "naming word"
    """Words that a term follows: called, dubbed."""
    JOB_TITLE = "job title"
    MODIFIER = "modifier"
    """Words before a term that are often not translated: left out unless the Chinese has them."""
    MODIFIER_ENDING = "modifier ending"
    """Endings of such words: Nanjing-based Institute."""
    COMPANY_FORM = "company form"
    """Abbreviations whose full stop belongs to the name: Ltd., Inc."""
    COMPANY_WORD = "company word"
    """Words behind the name of a company: Holdings, Airways, Ltd."""
    PLACE = "place"
    """Nouns for places at the end of names: Sun Moon Lake."""
    INSTITUTION = "institution"
    """Nouns for institutions in names: Journal of Cyber Security."""
    WORK = "work"
    """Words for works before their titles: the film Pushing Hands."""
    NAMED_THING = "named thing"
    """Nouns for things before their names: the ship Digital Gulf."""
    GROUP_OF_PERSONS = "group of persons"
    """Nouns for those who act together: before a past form, the team did something."""
    ACTING_THING = "acting thing"
    """Nouns for things that act: before a past form, the model generated something."""
    LABEL = "label"
    """Words in a bracket that say what follows them: simplified Chinese, pinyin, abbreviated as."""
    PROSE = "prose"
    """Words that begin a remark rather than a term: (see 网络)."""
    BEFORE_ABBREVIATION = "introducing an abbreviation"
    """Words between a full form and its abbreviation: hereinafter referred to as."""

    NAMING_ADVERB = "naming adverb"
    """Formerly called ..."""
    NAMING_PHRASE = "naming phrase"
    """Formerly known as ..."""
    OLD_OR_WRONG = "old or wrong"
    """The obsolete term ..."""
    WORD_FOR_WORD = "word for a word"
    """The wording ..."""
    SHOWN_WORD = "shown word"
    """Further nouns before a word that is only shown: the keyword network security."""
    WORD_FOR_BAD_WORD = "word for a bad word"
    """... is a misnomer."""
    ADVICE_AGAINST = "advice against"
    """Avoid writing ..."""
    DIFFERENCE = "difference"
    """The difference between X and Y."""
    COMPARING_VERB = "comparing verb"
    """They replace X by Y."""
    CHINESE_CHANGE = "Chinese change"
    """Words that a changed wording stands before: X 改为 Y."""
    CHINESE_DIFFERENCE = "Chinese difference"
    """Words behind two things that are told apart: X 与 Y 的区别."""
    CONTRAST = "contrast"
    """Rule by law, as opposed to rule of law."""

    CHINESE_CUTTER = "Chinese cutter"
    """Words after which a term may begin: 称为 before a name, 的 before a head."""
    CHINESE_DETERMINER = "Chinese determiner"
    """Numerals and demonstratives, with which a term never begins."""
    CHINESE_DEMONSTRATIVE = "Chinese demonstrative"
    """Pronouns of one character before a noun: 本页."""
    MEASURE_WORD = "measure word"
    """一张票, 首歌."""
    BEHIND_NOUN = "behind a noun"
    """Words that follow the end of a noun: 文件无法, 文件的."""
    NO_KIND_OF_FILE = "no kind of file"
    """Words with 档 for something else than a file: 高档, 档次."""
    CHINESE_NAMING_WORD = "Chinese naming word"
    """Words that introduce a term, which may then begin with any word (称为过拟合)."""
    SURNAME = "surname"
    """Surnames of one character: those of nine persons in ten, and some of Taiwan and Hong Kong."""
    COMPOUND_SURNAME = "compound surname"
    PERSON_ENDING = "person ending"
    """Last characters of titles before the names of persons, in both scripts: 數學家, 数学家, 總統, 教授."""
    PLACE_ENDING = "place ending"
    ORGANISATION_ENDING = "organisation ending"
    TITLE_ENDING = "title ending"
    """Last characters of documents, programmes and works: 条例, 白皮书."""
    ENDING_OF_NO_TITLE = "ending of no title"
    """Words that end as titles do, and name no work: 日志, 训练集."""
    ENDING_OF_NO_PERSON = "ending of no person"
    ENDING_OF_NO_PLACE = "ending of no place"
    """A road in a figurative sense: 数字丝绸之路."""
    ENDING_OF_NO_ORGANISATION = "ending of no organisation"
    """What ends with a character for an organisation and is not one: 奥运会."""
    LAW = "law"
    """English words for a law: beside one, 法 at the end of Chinese is a law and no method."""
    RULER_ENDING = "ruler ending"
    INTERFACE_ELEMENT = "interface element"
    """Parts of a program's window, which have labels: 按钮."""
    EXAMPLE_SIGN = "example sign"
    """Words that begin a list of examples or a reference: （如 ...）."""

    CHINESE_ADVICE_AGAINST = "Chinese advice against"
    """不宜译为 ..."""
    FORMER_NAME = "former name"
    """旧称 ..."""
    JAPANESE_CHARACTER = "Japanese character"
    """Characters of Japanese in forms that neither script of Chinese has."""
    JAPANESE_WORD = "Japanese word"
    """Words of texts about Japan, and other languages that are written with Chinese characters."""
    OF_CHINA = "of China"
    """China and its regions: a law of theirs is not one of another country."""
    NATIONALITY = "nationality"
    """Adjectives that stand before the names of persons: the Malaysian Tan Twan Eng."""
    COMMON_HEAD = "common head"
    """Last words of names that many countries have, beside those of laws and bodies: Vietnam's data policy."""
    COUNTRY = "country"
    """Other countries: Qatar's Personal Data Protection Law."""
    OF_A_COUNTRY = "of a country"
    """Their adjectives, beside those of `NATIONALITY`: the Zambian Cyber Security Act."""
    ENACTING_VERB = "enacting verb"
    """What a country does with a law of its own: Vietnam amended the Cyber Security Law."""
    BEFORE_INFINITIVE = "before an infinitive"
    """Words before to with a verb, not a noun: they promised to rule by law."""
    VERB_OF_TELLING = "verb of telling"
    """Verbs before to with a verb, or before those who are told: they told us to rule by law."""
    THEORY = "theory"
    """The theory of network governance is about networks of bodies."""
    TEACHING = "teaching"
    """Words before a subject that is taught: lectures on platform economics."""
    REGION = "region"
    """台湾称为 ..."""
    CHINESE_COUNTRY = "Chinese country"
    """Other countries in Chinese: 韩国《个人信息保护法》."""
    CHINESE_PROVINCE = "Chinese province"
    """Provinces and large cities: 浙江网信办 is not 国家网信办."""
    PERIODICAL_ENDING = "periodical ending"
    """Last characters of the names of periodicals: 《法治日报》."""
    CHINESE_WORD_FOR_WORD = "Chinese word for a word"
    """... 一词"""
    CHINESE_CONTRAST = "Chinese contrast"
    """法治不同于 ..."""
    CHINESE_DENIAL = "Chinese denial"
    """不是 ... 而是 ..."""

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of the class."""
        return frozenset(_table()[self])

    @cached_property
    def affixes(self) -> tuple[str, ...]:
        """The words of the class as a tuple, for `str.endswith` and `str.startswith`."""
        return tuple(_table()[self])


def words_of(*classes: WordClass) -> frozenset[str]:
    """Return the words of several classes."""
    return frozenset().union(*(each.words for each in classes))


@cache
def function_words() -> frozenset[str]:
    """Return the English function words: articles, determiners, prepositions, conjunctions, common verbs."""
    classes = (
        WordClass.ARTICLE, WordClass.DETERMINER, WordClass.PREPOSITION, WordClass.CONJUNCTION, WordClass.VERB,
    )  # fmt: skip
    return words_of(*classes)


_NAMES = frozenset(("WHO", "US"))
"""Short forms of names that are function words in lower case."""


@lru_cache(maxsize=1 << 14)
def is_function_word(word: str) -> bool:
    """Return whether an English word, in any case, is a function word; WHO is the short form of a name."""
    return word not in _NAMES and fold(word) in function_words()


@cache
def pattern_of(*classes: WordClass) -> str:
    """Return a regex group that matches each word of the classes; a space in a word matches any white space."""
    longest_first = sorted(words_of(*classes), key=lambda word: (-len(word), word))
    alternatives = (r"\s+".join(map(re.escape, word.split(" "))) for word in longest_first)
    return f"(?:{'|'.join(alternatives)})"


@cache
def _table() -> dict[str, list[str]]:
    table = {WordClass.ARTICLE.value: sorted(ARTICLES)}
    for word_class, _, row in data_rows("word_classes.tsv"):
        table.setdefault(word_class, []).extend(word.replace("_", " ") for word in row.split(" "))
    return table
