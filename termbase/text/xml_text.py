"""Replaces the characters of a text that XML cannot contain."""

from __future__ import annotations

import re

_NO_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 does not allow (section 2.2)."""


def xml_text(text: str) -> str:
    """Replace each character that XML does not allow by U+FFFD, so that the loss is visible."""
    return _NO_XML.sub("\ufffd", text)
