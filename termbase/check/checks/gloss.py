"""Compares the pairs of terms that an author glosses with those of the termbase."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from termbase.check.finding import Problem
from termbase.check.subject import Subject
from termbase.check.text_region import wanted_there
from termbase.extract.model import Gloss
from termbase.language import ENGLISH, SIMPLIFIED, is_chinese, is_english
from termbase.match.matcher import Hit
from termbase.model import ConceptEntry
from termbase.renderings.rendered_characters import rendered_bits
from termbase.text.chinese.words import part_of_speech, words
from termbase.text.english.english_stems import stem
from termbase.text.english.folded_english import english_key
from termbase.text.english.initials import initials_of
from termbase.text.latin_words import is_abbreviation
from termbase.text.offsets import MASK, Span, unmasked
from termbase.text.script import HAN, simplify
from termbase.text.small_words import SMALL_WORDS

_LEAST_CONFIDENCE = 0.5
"""Pairs of lower confidence are not checked, since their boundaries are more likely wrong than right."""

_AROUND = r"[\s“”\"'‘’「」『』*_]*"
_SAID = r"(?:英文|中文|[Cc]hinese|[Ee]nglish)[为名]?[:：]?"
_OPENED = re.compile(rf"{_AROUND}[(（]{_AROUND}(?:{_SAID}{_AROUND})?")
_CLOSED = re.compile(rf"{_AROUND}[)）,，;；、:：]")
_REACH = 200
"""Maximum length, in code points, of tags and quotation marks before a closing bracket."""

_REMARK = re.compile(
    ".*的|例|[例比]?如|[注见即参]|(?:预设|默认|缺省)值?|可选|[选必]填|推荐|建议|[最较很]?(?:常|多|少|罕)见|已?(?:弃用|废弃)|略|同上|下同"
    "|.*(?:谁|[边邊]个|[什甚]么|点[解样]|如何|怎|哪).*"
)
"""Matches words that describe what is beside them, in simplified characters: (默认), 谁会赢 (value)."""

_CERTAIN = 4
"""Chinese of at least this many characters is probably a whole term, not the end of a longer one."""

_PREFIXES = frozenset("有无無非不未")
"""Words that make another word of the one behind them: 有状态, *stateful*."""

_AND = "与與和及或跟"
"""What joins a word to those before it, and may be cut with the prefix behind it: 灯与|非灯."""

_CLAUSE = 20
_HAN_BEFORE = re.compile(rf"[{HAN}]+\Z")
_QUOTED_BEFORE = re.compile(rf"[{HAN}][”」』’\"'] ?\Z")
_LATIN_BEFORE = re.compile(rf"([A-Za-z])[\w+-]*(?: [A-Za-z][\w+-]*)*[\s{MASK}*_]*\Z", re.ASCII)
_MOST_ALIKE = 20
"""Maximum number of concepts whose terms end at the same place."""

_OF_STATE = re.compile(r"\s+(?:of|in)\s+(?:the\s+)?(?:People['’]s\s+Republic\s+of\s+China|PRC|China)\Z")
"""What an author adds to the name of a law or body: the *Charity Law of China* (慈善法)."""

_ADJECTIVE = re.compile(r"-(?:based|driven|like|oriented|specific|aware|free)\Z")
"""The end of an adjective, whose Chinese has a word before the term: 基于规则 (rule-based)."""

_WORDS = re.compile(r"[^\W\d_]+")
_PRODUCT = re.compile(r"[A-Z]?[a-z]+[A-Z]\w*")
"""Matches the name of a product, which a bracket adds to words for it: 编辑器 (TextMate)."""

_NO_TERM = re.compile(r"\S*[\d_]\S*|.{1,2}|.*[,，;；、].*")  # ext4, pv_ops, u; all, foreign


def gloss(subject: Subject) -> Iterator[Problem]:
    """A gloss pairs a term of the termbase with a rendering that the termbase does not list.

    Only glosses with one term in a bracket after the other are checked. The concept is that of the Chinese term, in
    any script and regional wording, or if the termbase does not list it, that of the English term. Nothing marks
    where the term before the bracket begins, so it is enough that the right term ends there. Initials, identifiers
    and lists that are not in the termbase are not judged: 内存 (RAM), 文件系统 (ext4); nor are remarks,
    which end in 的 or say 默认, 例如.

    Bad: `the Digital Silk Road (一带一路)`
    Good: `the Digital Silk Road (数字丝绸之路)`
    """
    for each in subject.glosses:
        pair = replace(each, zh=unmasked(each.zh), en=unmasked(each.en))
        is_other = _REMARK.fullmatch(simplify(pair.zh)) is not None or _begins_in_latin(subject, pair)
        if not (pair.imperfect or is_other) and _has_sure_ends(subject, pair) and _is_in_bracket(subject, pair):
            yield from _judge(subject, pair)


def _has_sure_ends(subject: Subject, pair: Gloss) -> bool:
    """Whether a pair is sure, or ends with a term whose English has a word in common: 数字经济 (data economy)."""
    if pair.confidence >= _LEAST_CONFIDENCE:
        return True
    words = set(english_key(pair.en).split()) - SMALL_WORDS
    concepts = [hit.concept for hit in _hits_at_end(subject, pair.zh_span) if hit.start <= pair.zh_span.start]
    listed = (term.term for concept in concepts for tag, term in concept.terms() if is_english(tag))
    return any(words & set(english_key(term).split()) for term in listed)


def _is_in_bracket(subject: Subject, pair: Gloss) -> bool:
    """Whether a bracket begins with the second side, right after the first. Not `设备 (例如第二个 SCSI 设备)`."""
    first, second = sorted((pair.zh_span, pair.en_span))
    is_opened = _OPENED.fullmatch(simplify(subject.between(first, second)))
    return is_opened is not None and _CLOSED.match(subject.after(second, _REACH)) is not None


def _judge(subject: Subject, pair: Gloss) -> Iterator[Problem]:
    longer = _around(subject, pair)
    if longer:
        pair = replace(pair, zh=subject.text(longer[0]), zh_span=Span(longer[0].start, longer[0].end))
    concepts = [hit.concept for hit in longer] or subject.known.by_chinese(pair.zh)
    if concepts:
        is_judged = not _is_no_rendering(subject, pair.en) and (longer or not _may_be_longer(subject, pair))
        if is_judged and not _is_right(subject, concepts, pair):
            yield from _problem(pair, concepts, ENGLISH)
        return
    concepts = [c for c in subject.known.by_english(pair.en) if any(is_chinese(tag) for tag, _ in c.terms())]
    is_right = _ends_in(subject, concepts, pair, pair.zh_span) or _has_chinese(concepts, pair.zh)
    if concepts and not (is_right or _PRODUCT.fullmatch(pair.en) or _begins_with(subject, concepts, pair)):
        yield from _problem(pair, concepts, subject.language_for(SIMPLIFIED))


def _around(subject: Subject, pair: Gloss) -> list[Hit]:
    """Return the longer terms with the same end as the Chinese: 守护进程 if the pair has 进程."""
    return [hit for hit in _hits_at_end(subject, pair.zh_span) if hit.start < pair.zh_span.start]


def _is_right(subject: Subject, concepts: Sequence[ConceptEntry], pair: Gloss) -> bool:
    if _ends_in(subject, concepts, pair, pair.en_span) or any(_has_english(c, pair) for c in concepts):
        return True
    listed = {tuple(_key_words(term.term)) for each in concepts for tag, term in each.terms() if is_english(tag)}
    return any(_is_of_phrase(subject, pair, words) or _says_enough(pair, words) for words in listed)


def _is_of_phrase(subject: Subject, pair: Gloss, listed: Sequence[str]) -> bool:
    """Whether the gloss has a listed term and words that stand before the Chinese: 匹配的台灯 (matching lamp).

    A single word that begins the clause need not be known: “推荐台灯 (referral lamp)”.
    """
    written = _key_words(pair.en)
    others = [word for word in written if word not in listed]
    before = subject.before(pair.zh_span, _CLAUSE) if pair.zh_span < pair.en_span else ""
    if not (others and set(listed) < set(written)):
        return False
    is_end, clause = written[-len(listed) :] == list(listed), _HAN_BEFORE.search(before)
    if is_end and clause and len(clause[0]) > 1 and len(words(clause[0])) == 1:
        return True
    return any(rendered_bits(word, before, in_terms=False) for word in others)


def _says_enough(pair: Gloss, listed: Sequence[str]) -> bool:
    """Whether the gloss only lacks words that the Chinese does not say either: 稳定灯, *(old) steady lamp*."""
    written = _key_words(pair.en)
    dropped = [word for word in listed if word not in written]
    is_part = bool(dropped) and set(written) < set(listed) and written[-1:] == list(listed[-1:])
    return is_part and not any(rendered_bits(word, pair.zh, in_terms=False) for word in dropped)


def _key_words(english: str) -> list[str]:
    return [word for word in english_key(english).split() if word not in SMALL_WORDS]


def _may_be_longer(subject: Subject, pair: Gloss) -> bool:
    """Whether a noun, prefix, 的 or quoted word is before short Chinese, the end of a longer term: 数据|软件包."""
    span = pair.zh_span
    if span > pair.en_span:
        return False
    clause = _HAN_BEFORE.search(subject.before(span, _CLAUSE))
    if span.end - span.start >= _CERTAIN:
        return False
    if clause is None:
        return _QUOTED_BEFORE.search(subject.before(span, _CLAUSE)) is not None
    last = words(clause[0])[-1].lstrip(_AND)
    return last in _PREFIXES or last == "的" or part_of_speech(last).startswith("n")


def _begins_in_latin(subject: Subject, pair: Gloss) -> bool:
    """Whether Latin words before the Chinese are the beginning of the term: Go 协程（goroutine）.

    The English begins with their letter: Jira 查询语言 (JQL).
    """
    running, place = subject.running, subject.running.place(pair.zh_span)
    latin = _LATIN_BEFORE.search(running.text[max(0, place.start - _CLAUSE) : place.start])
    return pair.zh_span < pair.en_span and latin is not None and latin[1].casefold() == pair.en[:1].casefold()


def _is_no_rendering(subject: Subject, english: str) -> bool:
    is_code = is_abbreviation(english) or _NO_TERM.fullmatch(english) is not None
    return is_code and not subject.known.by_english(english)


def _has_english(concept: ConceptEntry, pair: Gloss) -> bool:
    listed = [term.term for tag, term in concept.terms() if is_english(tag)]
    written = pair.en, _OF_STATE.sub("", pair.en), _ADJECTIVE.sub("", pair.en)
    forms = {_form(each) for each in written}
    initials = initials_of(_WORDS.findall(pair.en))
    return not listed or any(
        _form(term) in forms or (is_abbreviation(term) and term.casefold() in initials) for term in listed
    )


def _form(english: str) -> str:
    """Return a key that is equal for related words, however joined: *data set*, *datasets*; *to grow*, *growth*."""
    *words, last = english_key(english).split() or [""]
    return "".join((*words, stem(last)))


def _has_chinese(concepts: Sequence[ConceptEntry], written: str) -> bool:
    """Whether the Chinese is a term of the concepts but for its 的, or ends with one: 共用的储存库, 机|会话."""
    plain = simplify(written).replace("的", "")
    listed = {
        simplify(term.term).replace("的", "") for each in concepts for tag, term in each.terms() if is_chinese(tag)
    }
    return any(plain.endswith(term) and plain.removesuffix(term)[-1:] not in _PREFIXES for term in listed if term)


def _begins_with(subject: Subject, concepts: Sequence[ConceptEntry], pair: Gloss) -> bool:
    """Whether the Chinese before a bracket begins with a term, which is glossed: 灯泡大小 (lamp)."""
    start = pair.zh_span.start
    return pair.zh_span < pair.en_span and any(subject.has_hit(start, start + 1, each) for each in concepts)


def _ends_in(subject: Subject, concepts: Sequence[ConceptEntry], pair: Gloss, span: Span) -> bool:
    """Whether `span` is the side before the bracket and a term of the concepts has the same end."""
    is_before = span == min(pair.zh_span, pair.en_span)
    return is_before and any(hit.concept in concepts for hit in _hits_at_end(subject, span))


def _hits_at_end(subject: Subject, span: Span) -> list[Hit]:
    last = bisect_left(subject.hits, span.end, key=lambda hit: hit.end)
    return [hit for hit in subject.hits[last : last + _MOST_ALIKE] if hit.end == span.end]


def _problem(pair: Gloss, concepts: Sequence[ConceptEntry], language: str) -> Iterator[Problem]:
    wrong, other, span = (
        (pair.en, pair.zh, pair.en_span) if language == ENGLISH else (pair.zh, pair.en, pair.zh_span)
    )
    terms = tuple(dict.fromkeys(term for concept in concepts for term in wanted_there(concept, language)))
    if terms:
        message = f"the termbase does not list “{wrong}” for {other}"
        yield Problem(*span, message, concepts[0].id, terms)
