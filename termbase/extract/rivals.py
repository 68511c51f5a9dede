"""A transcription beside a translation: `"danwei" (单位), or work unit` means the latter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from termbase.extract.candidate import Candidate, Clue, Layout

_SET_APART = {"after_or", "bracket_follows", "after_link", "after_quoted", "before_linked_reading", "inside_link"}
_NO_TRANSLATION = {
    "inside_abbreviation", "sounds_alike", "sounds_alike_lower", "begins_with_function_word", "holds_verb",
    "ends_with_function_word",
}  # fmt: skip


def compare(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates of a site, each with the clues that only the others give."""
    has_translation = any(_is_translation(candidate) for candidate in candidates)
    has_transcription = any(_is_transcription(candidate) for candidate in candidates)
    return [
        replace(candidate, clues=(*candidate.clues, *_clues(candidate, has_translation, has_transcription)))
        for candidate in candidates
    ]


def _clues(candidate: Candidate, has_translation: bool, has_transcription: bool) -> Iterator[Clue]:
    if has_translation and _is_transcription(candidate):
        yield Clue("transcription_beside_translation")
    if candidate.layout in (Layout.AFTER_BRACKET, Layout.INSIDE):
        yield Clue(f"{candidate.layout} beside {'transcription' if has_transcription else 'English'}")


def _is_translation(candidate: Candidate) -> bool:
    values = {clue.name: clue.value for clue in candidate.clues}
    if values.keys() & _NO_TRANSLATION:
        return False
    is_beside = candidate.layout is Layout.INSIDE and "inside_before" in values
    is_rendering = "before_reading" in values and values.get("rendered", 0) == 1 and values["covered"] > 0.5
    return bool(_SET_APART & values.keys()) or is_beside or is_rendering


def _is_transcription(candidate: Candidate) -> bool:
    return any(clue.name.startswith("sounds_alike") and clue.value > 0.5 for clue in candidate.clues)
