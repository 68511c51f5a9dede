"""The elements of TMX 1.4b with the attributes that they must and may have, as in its DTD (tmx14.dtd)."""

from __future__ import annotations

from typing import NamedTuple


class ElementRule(NamedTuple):
    """The attributes that an element must have and may have, and the allowed values of those that are limited."""

    required: frozenset[str]
    allowed: frozenset[str]
    values: dict[str, frozenset[str]]


def _rule(required: str, optional: str, **values: str) -> ElementRule:
    must = frozenset(required.split())
    return ElementRule(
        must, must | set(optional.split()), {key: frozenset(text.split()) for key, text in values.items()}
    )


_SEGTYPES = "block paragraph sentence phrase"
_CHANGE = "creationdate creationid changedate changeid"
_USE = f"o-encoding datatype usagecount lastusagedate creationtool creationtoolversion o-tmf {_CHANGE}"
RULES = {
    "header": _rule(
        "creationtool creationtoolversion segtype o-tmf adminlang srclang datatype",
        f"o-encoding {_CHANGE}",
        segtype=_SEGTYPES,
    ),
    "note": _rule("", "o-encoding xml:lang lang"),
    "prop": _rule("type", "o-encoding xml:lang lang"),
    "ude": _rule("name", "base"),
    "map": _rule("unicode", "code ent subst"),
    "tu": _rule("", f"tuid segtype srclang {_USE}", segtype=_SEGTYPES),
    "tuv": _rule("xml:lang", f"lang {_USE}"),
    "bpt": _rule("i", "x type"),
    "ept": _rule("i", ""),
    "it": _rule("pos", "x type", pos="begin end"),
    "ph": _rule("", "x assoc type"),
    "hi": _rule("", "x type"),
    "ut": _rule("", "x"),
    "sub": _rule("", "datatype type"),
}
"""The rules by element name. `ude` and `map` describe user-defined characters outside Unicode."""

INSIDE = {
    "seg": frozenset({"bpt", "ept", "it", "ph", "hi", "ut"}),
    "hi": frozenset({"bpt", "ept", "it", "ph", "hi", "ut"}),
    "sub": frozenset({"bpt", "ept", "it", "ph", "hi", "ut"}),
    "bpt": frozenset({"sub"}),
    "ept": frozenset({"sub"}),
    "it": frozenset({"sub"}),
    "ph": frozenset({"sub"}),
    "ut": frozenset({"sub"}),
}
"""The inline elements that each element may contain."""

VERSIONS = frozenset({"1.1", "1.2", "1.3", "1.4"})
