"""Writes beads as TMX, as a table, or as a ladder of sentence numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import inf
from typing import BinaryIO, NamedTuple

from termbase.files.source_date import source_date
from termbase.language import region_style
from termbase.table.rows import write_rows
from tmx.align.beads import Bead, ladder
from tmx.align.quality import LEAST_AGREEMENT
from tmx.align.sentences import Sentence, text_of
from tmx.bilingual.marks import DOUBTFUL
from tmx.bilingual.table import HEADER, languages_cell
from tmx.model import Element, TranslationUnit, prop, variant
from tmx.writer import new_header, write

SCORE = "x-align-score"
"""The property with the score of a bead, from 0 to 1."""


class Aligned(NamedTuple):
    """Two documents with their beads. The languages are canonical tags.

    `agreement` is how much more the sides of the beads have in common than by chance (`quality`). `remarks` say how
    the documents were read, if that is unusual, each with the name of the file.
    """

    source: Sequence[Sentence]
    target: Sequence[Sentence]
    source_language: str
    target_language: str
    beads: Sequence[Bead]
    files: tuple[str, str] = ("", "")
    agreement: float = inf
    remarks: tuple[str, ...] = ()

    @property
    def is_translation(self) -> bool:
        """Whether the documents seem to be translations of each other."""
        return not self.doubt

    @property
    def doubt(self) -> str:
        """Why the documents do not seem to be translations of each other; "" if they do.

        Translations have more in common than by chance, and most sentences of the shorter one are in pairs that
        are not doubtful.
        """
        if not (self.source and self.target):
            return f"{self.files[1 if self.source else 0]} has no sentence"
        if self.agreement < LEAST_AGREEMENT:
            return f"their pairs have {self.agreement:.1f} times as much in common as by chance"
        return "" if self._is_mostly_sure else "most of their sentences have no sure counterpart"

    @property
    def _is_mostly_sure(self) -> bool:
        sure = [bead for bead in self.beads if bead.is_pair and not bead.is_doubtful]
        found = min(sum(len(bead.source) for bead in sure), sum(len(bead.target) for bead in sure))
        return 2 * found >= min(len(self.source), len(self.target))

    def texts(self, bead: Bead) -> tuple[str, str]:
        """Return the text of both sides of a bead; one is "" if it has no sentence."""
        return (
            text_of(self.source[number] for number in bead.source),
            text_of(self.target[number] for number in bead.target),
        )


def together(documents: Sequence[Aligned]) -> Aligned:
    """Return several pairs of documents as one."""
    source: list[Sentence] = []
    target: list[Sentence] = []
    beads: list[Bead] = []
    for each in documents:
        beads += [bead.moved(len(source), len(target)) for bead in each.beads]
        source += each.source
        target += each.target
    return documents[0]._replace(source=source, target=target, beads=beads)


def write_aligned(file: BinaryIO, documents: Sequence[Aligned], form: str) -> None:
    """Write the beads of documents in the same languages as `tmx`, `tsv` or `ladder`.

    Beads with an empty side are left out of TMX, in which a unit needs two languages.
    """
    if form == "ladder":
        for aligned in documents:
            file.writelines(f"{line}\n".encode() for line in ladder(aligned.beads))
    elif form == "tsv":
        write_rows(file, _rows(documents), "tsv")
    else:
        header = new_header(documents[0].source_language, source_date(), "sentence")
        write(file, header, (unit for aligned in documents for unit in units(aligned)))


def units(aligned: Aligned) -> Iterator[TranslationUnit]:
    """Yield a translation unit for each bead in which both sides have a text."""
    for bead in aligned.beads:
        source, target = aligned.texts(bead)
        if source and target:
            variants = variant(aligned.source_language, source), variant(aligned.target_language, target)
            yield TranslationUnit({}, variants, tuple(_properties(aligned, bead)))


def sentence_units(aligned: Aligned) -> Iterator[TranslationUnit]:
    """Yield the units of a memory of terms: each names its source language, and says that it has sentences."""
    own = {"srclang": region_style(aligned.source_language), "segtype": "sentence"}
    return (unit._replace(attributes=own) for unit in units(aligned))


def _properties(aligned: Aligned, bead: Bead) -> Iterator[Element]:
    yield prop(SCORE, f"{bead.score:.2f}")
    if bead.is_doubtful:
        yield prop(DOUBTFUL, "yes")
    for place in (aligned.source[bead.source[0]].place, aligned.target[bead.target[0]].place):
        if place:
            yield prop("x-place", place)


def _rows(documents: Sequence[Aligned]) -> Iterable[Sequence[str]]:
    first = documents[0]
    yield [*HEADER, SCORE, languages_cell(first.source_language, first.target_language)]
    for aligned in documents:
        for bead in aligned.beads:
            yield [*aligned.texts(bead), f"{bead.score:.2f}"]
