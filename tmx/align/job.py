"""Aligns files: reads them, detects their languages, and aligns their sentences. Start from `Job`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from termbase.document.find import readable_name
from termbase.document.language import chinese_of_document, language_of_document
from termbase.document.model import Document
from termbase.document.reader import read_document
from termbase.errors import TermbaseError
from termbase.language import (
    ENGLISH,
    SIMPLIFIED,
    canonical,
    is_chinese,
    is_english,
    is_same_language,
    leaves_script_open,
    region_style,
)
from tmx.align.align import align_and_judge
from tmx.align.encoder import is_installed, load_encoder
from tmx.align.lexicon import Links
from tmx.align.output import Aligned
from tmx.align.sentences import lines_in, sentences_in

_SWAP = "SOURCE comes first: --source is the language of the first document, --target that of the second"


class UntranslatedError(TermbaseError):
    """The error for two documents in one language, or without text: in a folder, one may be a copy of the other."""


@dataclass(frozen=True)
class Job:
    """How to align files. It can be sent to other processes.

    `source` and `target` are language tags if they are known. If `is_presegmented`, each line of a file is a
    sentence. `known` are links of a user's termbase, and `encoder` the folder of one.
    """

    source: str | None = None
    target: str | None = None
    is_presegmented: bool = False
    known: Links = field(default_factory=dict)
    encoder: str | None = None
    has_encoder: bool = field(default_factory=is_installed)

    def align(self, pair: tuple[str, str]) -> Aligned:
        """Align two files, of which one must be Chinese and the other English.

        Raises TermbaseError if a file cannot be read or the languages are others.
        """
        documents = [read_document(file) for file in pair]
        tags = _languages(documents, (self.source, self.target))
        if not any(is_chinese(one) and is_english(other) for one, other in (tags, tags[::-1])):
            kind = UntranslatedError if is_same_language(*tags) else TermbaseError
            raise kind(
                f"is in {region_style(tags[0])}, and {pair[1]} in {region_style(tags[1])}",
                file=pair[0],
                hint="one must be Chinese and the other English: give --source and --target if they are",
            )
        ours, theirs = map(lines_in if self.is_presegmented else sentences_in, documents)
        encoder = load_encoder(self.encoder) if self.has_encoder else None
        beads, agreed = align_and_judge(ours, theirs, is_chinese(tags[0]), self.known, encoder)
        names = readable_name(pair[0]), readable_name(pair[1])
        remarks = (f"{name}{each}" for name, read in zip(names, documents, strict=True) for each in read.remarks())
        return Aligned(ours, theirs, tags[0], tags[1], beads, names, agreed, tuple(remarks))

    def align_source(self, targets: Mapping[str, str], source: str) -> Aligned | UntranslatedError:
        """Align a file with the one that `targets` has for it, or an error if neither translates the other."""
        try:
            return self.align((source, targets[source]))
        except UntranslatedError as error:
            return error


def _languages(documents: Sequence[Document], given: Sequence[str | None]) -> tuple[str, str]:
    """Return the languages of two documents; one without text is taken for a translation of the other."""
    if not any(map(_has_text, documents)):
        raise UntranslatedError("has no text, nor has the other document", file=documents[0].file)
    source, target = (
        _language(document, tag) if tag or _has_text(document) else ""
        for document, tag in zip(documents, given, strict=True)
    )
    return source or _other(target), target or _other(source)


def _other(language: str) -> str:
    return ENGLISH if is_chinese(language) else SIMPLIFIED


def _language(document: Document, tag: str | None) -> str:
    is_clear = tag is not None and (is_chinese(tag) or is_english(tag)) and _has_text(document)
    if tag is not None and is_clear and is_chinese(tag) != is_chinese(language_of_document(document)):
        name = "not Chinese" if is_chinese(tag) else "Chinese"
        raise TermbaseError(
            f"is {name}, but should be {region_style(canonical(tag))}", file=document.file, hint=_SWAP
        )
    if tag is not None and not leaves_script_open(tag):
        return canonical(tag)
    return canonical(chinese_of_document(document) if tag else language_of_document(document))


def _has_text(document: Document) -> bool:
    return any(block.text.strip() for block in document.blocks)
