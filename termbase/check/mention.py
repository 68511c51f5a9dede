"""A term that is talked about, not used: a former name, another region's word, one side of a contrast."""

from __future__ import annotations

import re

from termbase.check.subject import Subject
from termbase.match.matcher import Hit

_BEFORE = re.compile(
    r"\b(?:formerly|previously|originally|once|then|earlier|also|commonly|often|sometimes)\s+(?:called|known\s+as|named|termed|translated\s+as|rendered\s+as)"
    r"\s+(?:the\s+|an?\s+)?\Z"
    r"|\b(?:the|an?)\s+(?:(?:old|older|former|earlier|obsolete|literal|very)\s+)?(?:word|term|name|wording|rendering|translation|phrase|expression)s?\s+\Z"
    r"|\b(?:mis)?(?:translated|rendered)\s+as\s+(?:the\s+|an?\s+)?\Z"
    r"|\b(?:translation|rendering)\s+(?:is|was|would\s+be)\s+(?:the\s+|an?\s+)?\Z"
    r"|\b(?:do\s+not|don['’]t|never|avoid|stop)\s+(?:write|say|writing|saying)\s+(?:the\s+|an?\s+)?\Z"
    r"|(?:又|也|亦|俗)(?:称|稱|叫)(?:为|為|作|做)?\Z|(?:误|誤|错|錯|直|硬)(?:译|譯|写|寫)(?:为|為|作|成)\Z"
    r"|(?:不要|勿|不宜|不应|不應|避免)(?:再)?(?:写|寫|译|譯|称|稱|说|說)(?:为|為|作|成)?\Z"
    r"|(?:原称|旧称|曾称|曾译|旧译|原译|原稱|舊稱|曾稱|曾譯|舊譯|原譯)(?:为|為|作)?\Z"
    r"|(?:台湾|臺灣|台灣|香港|港澳|大陆|大陸|内地|內地)(?:地区|地區)?[^，。；,;]{0,4}(?:称|稱|叫|译|譯|写|寫|说|說)(?:之)?(?:为|為|作|做|的)?\Z",
    re.IGNORECASE,
)
_AFTER = re.compile(r"[”」’\"]?(?:一词|一詞|这个词|這個詞|这一说法|這一說法|这一提法|這一提法)")  # 网络安全一词
_JUDGED = re.compile(
    r"\s+(?:is|was|are|were)\s+(?:now\s+)?(?:an?|the)\s+(?:[\w-]+\s+){0,2}?"
    r"(?:term|name|word|phrase|expression|wording|translation|mistranslation|rendering|misnomer|calque|spelling)s?\b",
    re.IGNORECASE,
)
_REACH = 48
_SENTENCE = 300
_CONTRAST = re.compile(
    r"\b(?:differs?\s+from|different\s+from|as\s+opposed\s+to|versus|vs|unlike|rather\s+than|instead\s+of|not\s+to\s+be\s+confused\s+with|is\s+not)\b"
    r"|不同于|不同於|不等于|不等於|有别于|有別於|而非|而不是|不是",
    re.IGNORECASE,
)
_NOT = re.compile(r"\bnot\s+(?:the\s+|an?\s+)?\Z|(?:不是|并非|並非)\Z", re.IGNORECASE)
_BUT = re.compile(r"\bbut\b|而是")
_SENTENCE_END = re.compile(r"[.!?](?=\s)|[。！？]|\n[ \t\r]*\n")


def is_mention(subject: Subject, hit: Hit) -> bool:
    """Whether the words beside a term say that it is a name, or the sentence sets it against the right term."""
    is_judged = _JUDGED.match(subject.document.text, hit.end) is not None  # ... is an outdated rendering
    return is_judged or is_named(subject, hit) or _is_contrasted(subject, hit)


def is_named(subject: Subject, hit: Hit) -> bool:
    """Whether the words beside a term say that it is a name: *formerly called*, *the word*, 旧称, 一词."""
    text = subject.document.text
    before = _BEFORE.search(text[max(0, hit.start - _REACH) : hit.start])
    return before is not None or _AFTER.match(text, hit.end) is not None


def _is_contrasted(subject: Subject, hit: Hit) -> bool:
    """*Rule by law differs from the rule of law*: two things, which only one term of the concept could not say."""
    for other in subject.near(hit, _SENTENCE):
        if not all(d.term.is_forbidden for d in other.designations):
            first, last = sorted((hit, other), key=lambda place: place.start)
            between = subject.document.text[first.end : last.start]
            is_denied = _NOT.search(
                subject.document.text[max(0, first.start - _REACH) : first.start]
            ) and _BUT.search(between)
            if (is_denied or _CONTRAST.search(between)) and not _SENTENCE_END.search(between):
                return True
    return False
