"""Markup around words makes no difference to the checks: they read a document as its reader sees it.

The texts are the plain ones of the fixtures in `tests/check`. Every third word, or Chinese character, gets markup.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from termbase.check.finding import Finding
from termbase.check.known_terms import KnownTerms
from termbase.check.run import check_document
from termbase.check.settings import Settings
from termbase.document.model import Document
from termbase.document.reader import read_document
from termbase.language import canonical
from termbase.tbx.reader import read
from tests.check.test_fixtures import FIXTURES, NAMES
from tests.conftest import ROOT

KNOWN = KnownTerms([read(str(FIXTURES / "house.tbx"))])
EXTRACTED = {"gloss"}
"""Checks of glosses: whoever extracts them takes emphasis for a sign of a term."""

SETTINGS = Settings(selected=frozenset(NAMES) - {"suppression"} - EXTRACTED)
TEXTS = sorted(
    path for path in ROOT.glob("tests/check/*/*/*.txt") if path.parts[-3] not in {*EXTRACTED, "suppression"}
)
WORD = re.compile(r"[A-Za-z]+(?:['’-][A-Za-z]+)*|[\u3400-\u9fff]|\d+")
OF_MARKDOWN = re.compile(r"[*_`|#>\[\]<]")
NOT_SPLIT = re.compile(r"[{}$%\\/]|\w-\d|\(\)|[a-z]_")
"""What is code as a whole: no author would mark a part of a placeholder up."""

Mark = Callable[[str], str]


def as_html(paragraphs: list[str], mark: Mark, is_marked: Callable[[int], bool]) -> str:
    marked = (written(text, lambda part: html.escape(part, quote=False), mark, is_marked) for text in paragraphs)
    return '<meta charset="utf-8">\n' + "".join(f"<p>{text}</p>\n" for text in marked)


def as_markdown(paragraphs: list[str], mark: Mark, is_marked: Callable[[int], bool]) -> str:
    return "\n\n".join(written(text, str, mark, is_marked) for text in paragraphs)


def written(text: str, escape: Callable[[str], str], mark: Mark, is_marked: Callable[[int], bool]) -> str:
    parts, done = [], 0
    for number, word in enumerate(WORD.finditer(text)):
        parts += [
            escape(text[done : word.start()]),
            mark(escape(word[0])) if is_marked(number) else escape(word[0]),
        ]
        done = word.end()
    return "".join([*parts, escape(text[done:])])


FORMS = {
    ".html": (as_html, lambda word: f'<b class="noted" title="软件 network security">{word}</b>'),
    ".md": (as_markdown, lambda word: f"**{word}**"),
}


def paragraphs_of(text: str) -> list[str]:
    """Return the paragraphs of a text, each in one line."""
    lines = (re.sub(r"(?<=[\u3400-\u9fff])\n(?=[\u3400-\u9fff])", "", part) for part in text.split("\n\n"))
    return [" ".join(line.split()) for line in lines if line.strip()]


def seen(document: Document, finding: Finding) -> tuple[str, str, str, tuple[str, ...]]:
    words = re.sub(r"[*\s]", "", document.prose(finding.start, finding.end))
    return finding.name, words, finding.message, finding.suggestions


@pytest.mark.parametrize("suffix", FORMS)
@pytest.mark.parametrize("path", TEXTS, ids=lambda path: f"{path.parts[-3]}/{path.parts[-2]}/{path.name}")
def test_markup_makes_no_difference(tmp_path: Path, path: Path, suffix: str) -> None:
    text = path.read_text("utf-8")
    paragraphs = [each for each in paragraphs_of(text) if not NOT_SPLIT.search(each)]
    if suffix == ".md" and OF_MARKDOWN.search(text):
        return
    make, mark = FORMS[suffix]
    language = canonical(path.suffixes[0][1:]) if len(path.suffixes) > 1 else "en"

    def found(is_marked: Callable[[int], bool]) -> Counter[object]:
        file = tmp_path / f"text{suffix}"
        file.write_text(make(paragraphs, mark, is_marked), "utf-8")
        document = read_document(str(file))
        return Counter(seen(document, each) for each in check_document(document, KNOWN, language, SETTINGS))

    expected = found(lambda _: False)
    for marked in (range(first, len(text), 3) for first in range(3)):
        assert found(marked.__contains__) == expected
