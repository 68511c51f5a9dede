"""Aligns two files: reads them, detects their languages, and aligns their sentences. Start from `align_files`."""

from __future__ import annotations

from termbase.document.model import Document
from termbase.document.reader import read_document
from termbase.errors import TermbaseError
from termbase.language import SIMPLIFIED, canonical, is_chinese, is_english, leaves_script_open, region_style
from termbase.text.detect import chinese_of, language_of
from tmx.align.align import align
from tmx.align.lexicon import Links
from tmx.align.output import Aligned
from tmx.align.sentences import lines_in, sentences_in

_SAMPLE = 20_000
"""Characters from which the language of a document is detected."""


def align_files(
    source: str,
    target: str,
    languages: tuple[str | None, str | None] = (None, None),
    is_presegmented: bool = False,
    known: Links | None = None,
) -> Aligned:
    """Align two files; `languages` are their tags if they are known. One must be Chinese, the other English.

    If `is_presegmented`, each line of the files is one sentence. `known` are links of a user's termbase. Raises
    TermbaseError if a file cannot be read or the languages are others.
    """
    documents = read_document(source), read_document(target)
    tags = [_language(document, tag) for document, tag in zip(documents, languages, strict=True)]
    if not any(is_chinese(one) and is_english(other) for one, other in (tags, tags[::-1])):
        raise TermbaseError(
            f"is in {region_style(tags[0])}, and {target} in {region_style(tags[1])}",
            file=source,
            hint="one must be Chinese and the other English: give --source and --target if they are",
        )
    ours, theirs = map(lines_in if is_presegmented else sentences_in, documents)
    return Aligned(ours, theirs, tags[0], tags[1], align(ours, theirs, is_chinese(tags[0]), known))


def _language(document: Document, tag: str | None) -> str:
    if tag is not None and not leaves_script_open(tag):
        return canonical(tag)
    sample = "\n".join(block.text for block in document.blocks[:1000])[:_SAMPLE]
    return chinese_of(sample, SIMPLIFIED) if tag else language_of(sample)
