"""Decides whether a Chinese text has a term at a placeholder, in a form that only the placeholder explains."""

from __future__ import annotations

import re

from termbase.text.chinese.folded_chinese import fold_chinese
from termbase.text.offsets import starts_of
from termbase.text.placeholders import CODE

_NAME_OF = re.compile(r"([\u3400-\u9fff]{2,})(?:名|名称)")
_CODE_AFTER = re.compile(rf"\s?[“”\"'‘’「『《`]?(?:{CODE.pattern})")


def has_name_before_code(text: str, term: str) -> bool:
    """Return whether a text names the kind of thing before its placeholder: 文件 %s for 文件名, *filename '%s'*."""
    folded = fold_chinese(text).text
    kind = _NAME_OF.fullmatch(fold_chinese(term).text)
    return kind is not None and any(
        _CODE_AFTER.match(folded, place + len(kind[1])) for place in starts_of(kind[1], folded)
    )


def has_code_inside(text: str, term: str) -> bool:
    """Return whether a text has a term with a placeholder inside: 铁%s桶 for 铁桶, *iron bucket of %s*."""
    folded, own = fold_chinese(text).text, fold_chinese(term).text
    return CODE.search(folded) is not None and own not in folded and own in CODE.sub("", folded)
