"""Masks the marks of notes and citations in running text: [12], [^note], [注1], [@smith2019], ¹².

They stand inside or directly behind a term and are not part of it: Digital[^1] Silk Road, 数字经济[12].
"""

from __future__ import annotations

import re

from termbase.text.offsets import NOTE
from termbase.text.script import HAN

_NUMBERS = r"\d{1,3}(?:\s?[,，–-]\s?\d{1,3}){0,9}"
_MARK = re.compile(
    r"(?<=[\w”’\"'」』》〉)）\].,;:!?。，、；：！？*_\u2060\u2061\ufffc])"  # else it may open an item
    rf"(?:\[(?:(?:注|註|note )?\s?{_NUMBERS}|citation needed|来源请求|來源請求)\]|［(?:注|註)?{_NUMBERS}］)"
    r"|\[\^[^\]\s]{1,40}\](?!:)"  # Markdown
    r"|\[-?@[\w:.#$%&+?<>~/-]+[^\[\]]{0,80}\]"  # Pandoc
    rf"|(?<=[{HAN}”」』》）)。，])[⁰¹²³⁴-⁹]{{1,3}}",
    re.IGNORECASE,
)


def mask_note_marks(text: str) -> str:
    """Return the text with each mark of a note replaced by `NOTE`, which ends no word; the length is kept."""
    if not ("[" in text or "［" in text or not text.isascii()):
        return text
    return _MARK.sub(lambda mark: NOTE * len(mark[0]), text)
