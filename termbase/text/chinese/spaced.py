"""Recognises Chinese whose characters are set apart by blanks, as in headings and on old pages: 目 錄."""

from __future__ import annotations

import re

from termbase.text.script import HAN

_SPACED = re.compile(f"[{HAN}](?: [{HAN}])+")


def is_spaced(text: str) -> bool:
    """Return whether a text is Chinese with a blank between all its characters."""
    return _SPACED.fullmatch(text) is not None
