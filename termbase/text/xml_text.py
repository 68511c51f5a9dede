"""What XML can hold of a text."""

from __future__ import annotations

import re

_NO_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 cannot hold (clause 2.2)."""


def xml_text(text: str) -> str:
    """Text as XML can hold it: a control character becomes U+FFFD, visible, never dropped."""
    return _NO_XML.sub("\ufffd", text)
