"""Match keys: one string for every way of writing a term, so that comparing terms is comparing strings."""

from __future__ import annotations

import re
import unicodedata

from termbase.region import mainland_wording
from termbase.script import HAN, simplify

_INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u2060-\u2064\ufe00-\ufe0f\ufeff]")
_SPACE_BESIDE_HAN = re.compile(rf"(?<=[{HAN}])\s+|\s+(?=[{HAN}])")
_INTERPUNCT = re.compile("[·‧•・．∙]")  # six characters stand between the parts of one foreign name


def chinese_key(term: str) -> str:
    """The match key of a Chinese term: equal for both scripts, all regional wordings, widths and spacings.

    數位絲綢之路, 数位丝绸之路 and 数字丝绸之路 share one. For comparing, never for showing.
    """
    return mainland_wording(script_key(term))


def script_key(term: str) -> str:
    """A Chinese term in simplified characters, wording kept: 數位絲綢之路 and 数位丝绸之路 share one."""
    plain = unicodedata.normalize("NFKC", _INVISIBLE.sub("", term)).casefold()
    return simplify(_INTERPUNCT.sub("·", _SPACE_BESIDE_HAN.sub("", plain)).strip())
