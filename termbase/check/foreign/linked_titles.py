"""Recognises links whose text is the title of another page. Start from `is_in_linked_title`."""

from __future__ import annotations

import re

from termbase.check.subject import Subject
from termbase.language import region_of_tag
from termbase.text.japanese import has_japanese_character
from termbase.text.offsets import Placed
from termbase.text.script import HAN, is_wrong_script

_LONGEST = 200
"""How many characters on each side of a word are searched for the ends of a link."""

_INNER_BRACKETS = re.compile(r"\\[\[\]]|(?<!\])\[[^\[\]\n]{0,20}\](?![(\[:])")
"""Brackets in the text of a link: `[\\[Week 6\\] Title](address)`, `[[Week 6] Title](address)`."""

_PARAGRAPH_END = re.compile(r"\n[ \t]*\n")

_LINKS = (("[", "](", "]"), ("[", "][", "]"), ("[", "]", "]"), (">", "</a>", "<"), ("&gt;", "&lt;/a", "&lt;"))
"""How the text of a link begins and ends in Markdown and HTML, and what is not in it."""

_OF_TEXT = re.compile(r"(?![a-z]+:|//|www\.)[^\s()<>]+")
"""An address in the folder of the text itself, whose pages are the writer's own."""

_ELEMENT = re.compile(r"<a\s[^<>]*?href=[\"']?([^\"'<>\s]+)[^<>]*>\Z", re.IGNORECASE)
"""The beginning of a link in HTML."""

_NOT_OWN = re.compile(
    r"(?<![a-z])(?:zh|tw|hk|han[st]|cn|ch[st]|[st]c|ja|jp|users?|authors?|people|profiles?|members?|u)(?![a-z])|[繁简簡]",
    re.IGNORECASE,
)
"""What the address of a page in another language, or about a person, has: `README.zh-TW.md`, `/user/12`."""

_DOMAIN = re.compile(r"https?://[^\s()<>\"'/]+\.(tw|hk|cn)(?![\w.-])", re.IGNORECASE)
"""The address of a page of a region, whose name is in the words of that region: `[软体王](https://….com.tw)`."""

_MARKS = 20
"""How many characters before a link may begin an item of a list."""

_ITEM = re.compile(r"(?:\A|\n)[ \t>|*+\d.-]*\Z")
_SITE = re.compile(r".{2}(?:博客|部落格)\Z")
"""The name of a site, as in a list of links: `- [小明部落格](https://…)`."""

_TITLE = re.compile(
    rf"\\?[|｜]|\s[-–—_]{{1,2}}\s|[{HAN}\w）」』】][：:？?！!]\s?[{HAN}\w（「『【]|[{HAN}][^\n]{{14}}"
    r"|的(?:博客|部落格)\Z"
    r"|\A\s*(?:\\?\[[^\[\]]{1,6}\\?\]|【[^【】]{1,6}】|「[^「」]{1,6}」|[（(][^（()）]{1,6}[)）])\s?\S"
)
"""The titles of pages have the name of their site, a subtitle, a label in brackets before them (【心得】), or many
words, or say whose they are."""


def is_in_linked_title(subject: Subject, place: Placed) -> bool:
    """Whether a word is in a link whose text is the title of another page, in Japanese, or in the other script."""
    text = subject.document.text
    shift = max(0, place.start - _LONGEST)
    start, end = place.start - shift, place.end - shift
    around = _without_inner_brackets(text[shift : place.end + _LONGEST], start)
    for opening, closing, outside in _LINKS:
        first, last = around.rfind(opening, 0, start), around.find(closing, end)
        if first < 0 or last < 0 or outside in around[first + 1 : start] + around[end:last]:
            continue
        written = text[shift + first + len(opening) : shift + last]
        if _PARAGRAPH_END.search(written) or (closing == outside and not _is_defined(text, written)):
            continue
        address = _address(text, shift + first, shift + last)
        if not _is_own_page(address):
            is_item = _ITEM.search(text, max(0, shift + first - _MARKS), shift + first) is not None
            is_title = _is_title(" ".join(written.split()), subject.language, is_item)
            return is_title or _is_in_other_region(address, subject.language)
    return False


def _address(text: str, first: int, last: int) -> str:
    """Return the address of a link whose text is from one place to another, "" if it is not beside the text."""
    if element := _ELEMENT.search(text, max(0, first - _LONGEST), first + 1):
        return element[1]
    return text[last + 2 : last + _LONGEST] if text.startswith("](", last) else ""


def _is_own_page(address: str) -> bool:
    """Whether an address, and what follows it, is that of a page of the text that has the link."""
    found = _OF_TEXT.match(address)
    return found is not None and not _NOT_OWN.search(found[0])


def _is_in_other_region(address: str, language: str) -> bool:
    domain, region = _DOMAIN.match(address), region_of_tag(language)
    return domain is not None and region is not None and domain[1].upper() != region.value


def _is_title(text: str, language: str, is_item: bool) -> bool:
    """Whether the text of a link is a title; `is_item` says that it begins a line or an item of a list."""
    if is_wrong_script(text, language) or has_japanese_character(text) or _TITLE.search(text):
        return True
    return is_item and _SITE.search(text) is not None


def _without_inner_brackets(text: str, place: int) -> str:
    """Return a text with other signs for the brackets in the text of a link; a place is in them only at its end."""
    for bracket in _INNER_BRACKETS.finditer(text):
        start, end = bracket.span()
        if not start <= place < end or text[end : end + 1] == "]":
            text = f"{text[:start]}·{text[start + 1 : end - 1]}·{text[end:]}"
    return text


def _is_defined(text: str, title: str) -> bool:
    """Whether a document in Markdown defines the address of a link by the text of the link: `[text]: address`."""
    words = r"\s".join(map(re.escape, title.split()))
    return re.search(rf"^\[{words}\]:\s", text, re.MULTILINE) is not None
