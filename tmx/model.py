"""A translation memory as objects, with the names of TMX 1.4b. Segments are plain text (level 1)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Property:
    """TMX `prop`: a value that the tool that wrote it understands; `type` names it (`x-place`)."""

    type: str
    value: str


@dataclass(frozen=True, slots=True)
class Variant:
    """TMX `tuv` with its `seg`: the text in one language (canonical BCP 47 tag)."""

    language: str
    segment: str


@dataclass(frozen=True, slots=True)
class TranslationUnit:
    """TMX `tu`: renderings of each other."""

    id: str
    variants: tuple[Variant, ...]
    properties: tuple[Property, ...] = ()
