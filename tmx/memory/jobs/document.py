"""A document (Markdown, HTML, DOCX ...) as a job: an XLIFF 1.2 file of its sentences. See `open_document`."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from pathlib import PurePath
from xml.sax.saxutils import quoteattr

from termbase.document.model import Document
from termbase.document.reader import read_document
from termbase.language import region_style
from termbase.text.xml_text import xml_text
from tmx.align.sentences import Sentence, sentences_in
from tmx.bilingual.languages import Given, languages_of
from tmx.bilingual.xml_text import parse_xml
from tmx.memory.jobs.xliff import XliffJob
from tmx.memory.jobs.xml_job import written

_DATATYPES = {
    ".html": "html",
    ".htm": "html",
    ".xhtml": "xhtml",
    ".md": "x-markdown",
    ".markdown": "x-markdown",
    ".mdx": "x-mdx",
}


def open_document(file: str, given: Given) -> XliffJob:
    """Read a document as an XLIFF file with a unit for each sentence, and a group for each paragraph.

    Raises TermbaseError if it cannot be read, or its languages are not clear.
    """
    document = read_document(file)
    sentences = [sentence for sentence in sentences_in(document) if sentence.text.strip()]
    languages = languages_of(file, given, ("", ""), [(sentence.text, "") for sentence in sentences])
    return XliffJob(parse_xml(_xliff(document, sentences, languages).encode(), file), languages)


def _xliff(document: Document, sentences: Sequence[Sentence], languages: tuple[str, str]) -> str:
    source, target = (quoteattr(region_style(tag)) for tag in languages)
    name = PurePath(document.file)
    type = _DATATYPES.get(name.suffix.lower(), "plaintext")
    numbered = enumerate(sentences, 1)
    groups = "".join(
        f'<group id="p{paragraph}">\n{"".join(_unit(*each) for each in units)}</group>\n'
        for paragraph, (_, units) in enumerate(groupby(numbered, key=lambda each: each[1].paragraph), 1)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">\n'
        f"<file original={quoteattr(xml_text(name.name))} source-language={source} target-language={target}"
        f' datatype="{type}">\n<body>\n{groups}</body>\n</file>\n</xliff>\n'
    )


def _unit(number: int, sentence: Sentence) -> str:
    file, _, line = sentence.place.rpartition(":")
    places = (("sourcefile", PurePath(file).name), ("linenumber", line))
    contexts = "".join(f'<context context-type="{type}">{written(value)}</context>' for type, value in places)
    return (
        f'  <trans-unit id="{number}">\n    <source>{written(sentence.text)}</source>\n'
        f'    <context-group purpose="location">{contexts}</context-group>\n  </trans-unit>\n'
    )
