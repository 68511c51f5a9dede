"""Masks web and e-mail addresses in running text, because words inside an address are not used as terms.

In the source of a page, `mask_targets` also masks what its links and pictures lead to.
"""

from __future__ import annotations

import re

from termbase.text.offsets import FILL, MASK
from termbase.text.script import HAN

_WEB = r"[!#-'*-;=?-Z_a-z~]"  # ASCII without brackets and quotation marks: Chinese may follow without a space
_TITLE = rf"[{HAN}A-Za-z0-9_()（）·%-]"  # of an article of a wiki, or between slashes; seldom encoded
_ADDRESS = re.compile(
    rf"(?:(?:https?|ftp)://|(?<![A-Za-z0-9.@/-])www\.(?=\w)){_WEB}*(?:\({_WEB}*\){_WEB}*)*(?<![!'*,.:;?_])"
    rf"(?:(?<=/wiki/){_TITLE}+|(?<=/){_TITLE}+/)?"
    r"|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+",
    re.ASCII,
)


def mask_addresses(text: str) -> str:
    """Return the text with each character of a URL or an e-mail address replaced by `MASK`; the length is kept.

    A fill inside an address, as for the end of a line of PO, is no part of it.
    """
    if FILL in text:
        places = [place for place, char in enumerate(text) if char != FILL]
        shown = dict(zip(places, mask_addresses("".join(text[place] for place in places)), strict=True))
        return "".join(shown.get(place, FILL) for place in range(len(text)))
    if not ("://" in text or "@" in text or "www." in text):
        return text
    return _ADDRESS.sub(lambda match: MASK * len(match.group()), text)


_TARGET = re.compile(r"""(?:(?<=\]\()|(?<=(?:href|.src)=["']))[^()"'\s#]*[./][^()"'\s#]*""")
"""A path, without the anchor behind #, which is made of a heading. `.src` is as long as `href`."""


def mask_targets(text: str) -> str:
    """Return the text with each address, and the path of each link or picture in Markdown or HTML, masked."""
    if "](" in text or "href=" in text or "src=" in text:
        text = _TARGET.sub(lambda match: MASK * len(match.group()), text)
    return mask_addresses(text)
