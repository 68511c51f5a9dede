"""Clues from the surroundings of a bracket about whether it is a gloss, or a date, examples, code or a remark."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache

from termbase.extract.japanese import is_japanese_context
from termbase.extract.marks import HAN_CHARACTER, LATIN_ACCENTED, LATIN_LETTER, Bracket
from termbase.extract.model import Clue, noted
from termbase.extract.pieces import BracketPiece, names_twice
from termbase.extract.roles import Role
from termbase.text.japanese import has_japanese_character
from termbase.text.latin_words import LATIN_WORD, LatinWord, fold, is_abbreviation, latin_words, words_in
from termbase.text.script import HAN, count_han, simplify_term
from termbase.text.word_classes import WordClass, function_words, pattern_of, words_of

_NUMERAL = r"[\d〇零一二三四五六七八九十百千 ]"
_DATE = re.compile(
    rf"约?{_NUMERAL}+[年月日号](?:{_NUMERAL}+[月日号])*(?:第.*)?|.*[〔［]\d{{4}}[〕］].*|第?\s?\d+\s?号|\d+ ?\w"
)
_OF_DATE = re.compile(r"[年月日号號〔［\d]")
"""Every date, number and count has one of these: that is faster to see."""

_WARNINGS = tuple(
    "e.g.|such as|character|characters|radical|radicals|particle|particles|preposition|prepositions|verb|verbs"
    "|adverb|adverbs|suffix|prefix|conjunction|conjunctions|pronoun|pronouns|classifier|classifiers|measure word"
    "|measure words|kanji|japanese|korean|chinese name|written as".split("|")
)
_WARNING = re.compile(rf"\b(?:{'|'.join(map(re.escape, _WARNINGS))})$", re.IGNORECASE)
"""Words before Chinese that is spoken of as a word, or that is not Chinese."""

_AFTER_WARNING = " ,“\"‘'"
_LONGEST_WARNING = 40
"""Characters before Chinese that are searched for such a word and the marks behind it."""

_CODE = re.compile(r"[A-Za-z]\.(?:[A-Za-z]{2,}|\d)|[={}$\\<>@]|\(\)|[A-Za-z]_+[A-Za-z]|https?:")
_IN_BRACKETS = re.compile(r"[(（][^()（）]*[)）]")
_NOT_PROSE = re.compile(rf"{_IN_BRACKETS.pattern}|https?://\S+")
_VARIANT_LEAD = tuple("也又亦通俗简全原或")
_DIGIT = re.compile(r"\d")
_SHORT_SENTENCE = re.compile(
    r"(?:^|[.!?:][\s\"”’)]*)[\"“‘]?(?:I|You|He|She|It|We|They) [a-z]+\s*$"
    r"|[,;] (?:he|she) [a-z]+\s*$"
    r"|(?:^|[.!?:;,]\s|\b(?:while|but|when|whereas|although|because|as)\s)(?:[Tt]he\s)?[A-Za-z]+\s"
    r"(?:fell|rose|grew|sank|shrank|slid|went|came|ran|sat|stood|wept|spoke|won|lost)\s*$"
)
_LOWER = re.compile("[a-z]+")
_NO_LETTERS = bytes(code for code in range(128) if not chr(code).isalpha())
_CHINESE_LABEL = re.compile(rf"[(（]?(?:(?:simplified|traditional) )?Chinese: ?[{HAN}]", re.IGNORECASE)
_CLAUSE = re.compile(
    "(?=.{0,8}[是能可]否)|它|如果|可以|因为|由于|用于|用来|但是?|不过|这[个里是种]|那[个里是种]|我们?|你们?|他们?|也?可能"
)
"""How a Chinese remark begins, and no term: ID（它在词典中的索引）."""

_NEAR = 150
_BESIDE = 30
"""The number of characters on each side of Chinese inside English."""

_PROSE_WORDS = frozenset(
    "the The a is are was were be been it its he his she her they their who which that this these as by from at"
    " has have had not but or in In to with".split()
)

_LEAST_BEHIND = 4
"""More letters than this stand behind Chinese in English: a date may end the sentence (/田野 on May 8, 2022)."""

_LEADING_ON = frozenset(("than", "with", "like", "to", "from", "by", "for"))
"""Words before Chinese that is part of an English remark."""

_LONGEST_SIGN = 4
"""Characters of the longest word that begins a list of examples or a reference."""


def leads_variant(lead: str) -> bool:
    """Whether what stands before Chinese leads another name of the same thing: 也称, 又叫, 或."""
    return simplify_term(lead[:1]).startswith(_VARIANT_LEAD)


def is_english_host(flat: str, start: int, end: int, least: int = 2) -> bool:
    """Return whether the text around a span is English: more than `least` Latin letters for each Han character.

    Text inside brackets and addresses are not counted.
    """
    prose, letters, others = _prose_near(flat[max(0, start - _NEAR) : end + _NEAR])
    return letters > least * others or letters > least * _count_of_han(prose)  # the first is faster to see


def is_chinese(flats: Sequence[str], texts: Iterable[str]) -> bool:
    """Return whether a document is Chinese: it has a Han character for every two Latin letters.

    `texts` are those of its blocks and `flats` of the blocks with Chinese. What brackets hold is not counted.
    """
    prose = list(map(_prose_of, flats))
    most = 2 * sum(map(count_han, prose))
    if sum(map(_letters, prose)) > most:
        return False
    return sum(map(_letters, texts)) <= most


@lru_cache(maxsize=64)  # what is near is the same for all places of a short text
def _prose_near(text: str) -> tuple[str, int, int]:
    """Return the prose of a text, and the numbers of its Latin letters and of characters beyond ASCII."""
    prose = _prose_of(text)
    return prose, _letters(prose), len(prose) - len(prose.encode("ascii", "ignore"))


def _prose_of(text: str) -> str:
    return (_NOT_PROSE if "http" in text else _IN_BRACKETS).sub(" ", text)


_count_of_han = lru_cache(maxsize=64)(count_han)


def _letters(text: str) -> int:
    """Return the number of Latin letters; those of ASCII are counted as bytes, which is faster."""
    accented = 0 if text.isascii() else len(LATIN_ACCENTED.findall(text))
    return len(text.encode("ascii", "ignore").translate(None, _NO_LETTERS)) + accented


def is_inside_english(flat: str, start: int, end: int) -> bool:
    """Return whether a span has English directly on both sides, though a Chinese title may be near."""
    before, after = flat[max(0, start - _BESIDE) : start], flat[end : end + _BESIDE]
    if HAN_CHARACTER.search(before) or HAN_CHARACTER.search(after):
        return False
    least = _BESIDE / 2, _LEAST_BEHIND
    return all(_letters(side) > few for side, few in zip((before, after), least, strict=True))


def is_date(chinese: str) -> bool:
    """Return whether the Chinese is a date (1949年10月1日), the number of a document (第1号) or a count (9类)."""
    return _OF_DATE.search(chinese) is not None and _DATE.fullmatch(simplify_term(chinese)) is not None


def is_prose(flat: str, start: int, end: int) -> bool:
    """Return whether English words that no name is made of stand around a span: the, is, that."""
    around = flat[max(0, start - _NEAR) : start] + " " + flat[end : end + _NEAR]
    return any(word[0] in _PROSE_WORDS for word in LATIN_WORD.finditer(around))


def chinese_context(flat: str, place: int, chinese: str) -> tuple[Clue, ...]:
    """Return clues about whether a Chinese string is a gloss, from the text around `place` and from its length."""
    return tuple(_chinese_context(flat, place, chinese))


def _chinese_context(flat: str, place: int, chinese: str) -> Iterator[Clue]:
    start = max(0, place - _LONGEST_WARNING)
    before = flat[start:place].rstrip(_AFTER_WARNING)
    if before.lower().endswith(_WARNINGS) and (warning := _WARNING.search(flat, start, start + len(before))):
        yield Clue("warning_before", 1.0, flat[warning.start() : place].strip())
    if is_japanese_context(flat[max(0, place - _NEAR) : place + _NEAR]) and not _is_called_chinese(flat, place):
        yield noted("japanese_around")
    if has_japanese_character(chinese):
        yield noted("japanese_character")
    if _CLAUSE.match(simplify_term(chinese)):
        yield noted("chinese_clause")
    count = len(HAN_CHARACTER.findall(chinese))
    if count > 22:
        yield noted("long_chinese")
    if count == 1:
        yield noted("one_character")


def _is_called_chinese(flat: str, place: int) -> bool:
    """Return whether a bracket begins with a label for Chinese: Go (Chinese: 围棋; Japanese: Igo)."""
    return _CHINESE_LABEL.match(flat, place) is not None


def beside_chinese(
    flat: str, bracket: Bracket, found: Sequence[BracketPiece], anchor: BracketPiece, position: int
) -> Iterator[Clue]:
    """Yield clues from a bracket about one of its Chinese strings, `anchor`, the one at 0-based `position`."""
    if _holds_sentence(flat[bracket.start + 1 : bracket.end - 1].strip()):
        yield noted("sentence")
    if LATIN_LETTER.search(flat, anchor.span.start, bracket.end):
        yield from _examples(flat[bracket.start + 1 : bracket.end - 1])
    if position > 0:
        yield Clue("later_chinese", 1.0, anchor.lead)
    if any(_stands_behind(piece, anchor) for piece in found):
        yield noted("english_behind")
    if any(
        piece.role is Role.ENGLISH and (_prose().match(piece.text) or _leads_on(piece, anchor)) for piece in found
    ):
        yield noted("prose_in_bracket")
    if LATIN_LETTER.search(flat, bracket.start, min(piece.span.start for piece in found)):
        yield noted("labelled")


def _holds_sentence(inside: str) -> bool:
    return "。" in inside or "；" in inside or inside.endswith(("！", "？"))


def _leads_on(piece: BracketPiece, anchor: BracketPiece) -> bool:
    """Return whether a remark holds the Chinese: (less polite than 嘲笑)."""
    last = piece.text.rsplit(" ", 1)[-1]
    is_before = piece.part == anchor.part and piece.span.start < anchor.span.start
    return is_before and last in _LEADING_ON


def _stands_behind(piece: BracketPiece, anchor: BracketPiece) -> bool:
    """Return whether a piece is an English remark behind the Chinese: `(《補習班管理條例》modification)`."""
    is_english = piece.role is Role.ENGLISH and not piece.is_marked
    return is_english and piece.part == anchor.part and piece.span.start > anchor.span.start


def _examples(inside: str) -> Iterator[Clue]:
    """Yield a clue if a bracket lists examples or refers to something: （如 SSD、YOLO）."""
    if simplify_term(inside.lstrip()[:_LONGEST_SIGN]).startswith(WordClass.EXAMPLE_SIGN.affixes):
        yield Clue("examples", 1.0, inside[:6])


def beside_english(flat: str, bracket: Bracket, found: Sequence[BracketPiece]) -> Iterator[Clue]:
    """Yield clues that the English in a bracket behind Chinese is code, a remark, examples or prose."""
    inside = flat[bracket.start + 1 : bracket.end - 1]
    if _CODE.search(inside):
        yield noted("code")
    yield from _examples(inside)
    if _DIGIT.search(inside):
        yield noted("holds_digit")
    words = words_in(flat, bracket.start + 1, bracket.end - 1)
    if any(_is_in_clause(word.text) for word in words):
        yield noted("english_clause")
    yield from _lists_and_remarks(found)
    if is_english_host(flat, bracket.start, bracket.end):
        yield from _in_english(words)


def _in_english(words: Sequence[LatinWord]) -> Iterator[Clue]:
    """Yield clues for a bracket in English text, where a remark is English as well: 高全喜 (and many others)."""
    yield noted("english_around")
    first = fold(words[0].text)
    if any(_is_in_clause(word.text) for word in words) or first in _never_first() or first == "the":
        yield noted("clause_in_english")


@cache
def _never_first() -> frozenset[str]:
    return words_of(WordClass.PREPOSITION, WordClass.CONJUNCTION, WordClass.VERB)


def gesture(flat: str, place: int) -> Iterator[Clue]:
    """Yield a clue if a bracket follows a sentence of two words: She laughed (笑), while sales fell (下降)."""
    if _SHORT_SENTENCE.search(flat, max(0, place - 40), place):
        yield noted("gesture")


def has_name_inside(found: Sequence[BracketPiece]) -> bool:
    """Return whether a bracket holds another Chinese name and then the English: 川普（特朗普，Donald Trump）."""
    rest = [piece for piece in found[1:] if piece.role is not Role.ABBREVIATION]
    if len(rest) != 1:
        return False
    name, english = found[0], rest[0]
    is_name = name.role is None and not name.text.endswith(WordClass.PERSON_ENDING.affixes)
    return is_name and english.role is Role.ENGLISH and english.lead in ("，", ",", "、")


def _describes_person(found: Sequence[BracketPiece]) -> bool:
    """Return whether a bracket says first who a person is: 费曼（美国物理学家，Richard Feynman，1918—1988）."""
    if len(found) < 2 or found[0].role is not None or found[1].role is not Role.ENGLISH:
        return False
    names = latin_words(found[1].text)
    is_described = found[0].text.endswith(WordClass.PERSON_ENDING.affixes) and found[1].lead in ("，", ",", "、")
    return is_described and all(word.is_capital for word in names)


def _lists_and_remarks(found: Sequence[BracketPiece]) -> Iterator[Clue]:
    remarks = [piece for piece in found if piece.role is None and not leads_variant(piece.lead)]
    if has_name_inside(found):
        yield noted("name_inside")
        remarks = []
    elif _describes_person(found):
        remarks = remarks[1:]
    is_behind = remarks and found[0].role is Role.ENGLISH and remarks[0].lead in ("，", ",", "；", "。", "即")
    if remarks and not is_behind:  # in （blossom，一种环） the remark follows the term
        yield Clue("remark", min(2, len(remarks)), remarks[0].text)
    listed = [piece for piece in found if piece.role is not None and piece.lead in ("、", "/", "|", ";", "；")]
    if listed and not names_twice(found):
        yield Clue("listing", min(3, len(listed)))
    if len(found) > 1 and all(_LOWER.fullmatch(piece.text) and piece.lead in ("", ",") for piece in found):
        yield noted("parameters")
    if not any(piece.role is Role.ENGLISH for piece in found):
        yield noted("no_english_words")


def _is_in_clause(word: str) -> bool:
    """Return whether a word stands in clauses, not in terms. DID and WHO are abbreviations, not such words."""
    return word == "I" or (fold(word) in _clause_words() and not is_abbreviation(word))


@cache
def _clause_words() -> frozenset[str]:
    """Function words that do not stand inside a term."""
    return function_words() - {"of", "the", "and", "in", "for", "to", "on", "a"}


@cache
def _prose() -> re.Pattern[str]:
    return re.compile(rf"{pattern_of(WordClass.PROSE)}\b")
