"""The part of speech "proper noun" has the same effect in every spelling and every format of termbases."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook

import termbase
from termbase.bitext import Bitext, SegmentPair
from termbase.check.known_terms import KnownTerms
from termbase.check.run import check_bitext, check_document
from termbase.check.settings import DEFAULTS
from termbase.document.reader import read_document
from termbase.language import Region
from termbase.model import PartOfSpeech, Termbase
from termbase.normalize.terms import TermWordings
from termbase.normalize.text import normalize

SPELLINGS = ("properNoun", "proper noun", "ProperNoun", "Proper Noun", "proper_noun", "propernoun", "PROPN")
CHINESE = ("专有名词", "專有名詞")
TERMS = [
    ("road", "en", "Digital Silk Road", "", ""),
    ("road", "zh-CN", "数字丝绸之路", "", ""),
    ("system", "en", "OS", "acronym", "admitted"),
    ("shell", "en", "Gnome Shell", "", "preferred"),
    ("shell", "en", "Gnome Desktop Shell", "", ""),
    ("academy", "zh-CN", "网络学院", "", ""),
]
SENTENCES = {
    "case": "It follows the digital silk road.",
    "abbreviation": "The plan names Chrome OS twice.",
    "mixed": "The Gnome Shell is old. Install gnome-desktop-shell now.",
}
PAIRS = {
    "extra": ("沿线国家", "countries along the Digital Silk Road"),
    "missing": ("数字丝绸之路", "the roads of digital silk"),
}


def tbx2(part: str) -> bytes:
    return _tbx(
        f'<termNote type="partOfSpeech">{part}</termNote>',
        '<martif type="TBX-Basic" xml:lang="en"><martifHeader><fileDesc><sourceDesc><p>x</p></sourceDesc>'
        "</fileDesc></martifHeader><text><body>{}</body></text></martif>",
        ("termEntry", "langSet", "tig"),
    )


def tbx3_dca(part: str) -> bytes:
    return _tbx(f'<termNote type="partOfSpeech">{part}</termNote>', _TBX3.replace("STYLE", "dca"), _LEVELS)


def tbx3_dct(part: str) -> bytes:
    return _tbx(f"<min:partOfSpeech>{part}</min:partOfSpeech>", _TBX3.replace("STYLE", "dct"), _LEVELS)


_LEVELS = ("conceptEntry", "langSec", "termSec")
_TBX3 = (
    '<tbx type="TBX-Basic" style="STYLE" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2" '
    'xmlns:min="http://www.tbxinfo.net/ns/min"><tbxHeader><fileDesc><sourceDesc><p>x</p></sourceDesc></fileDesc>'
    "</tbxHeader><text><body>{}</body></text></tbx>"
)


def _tbx(part: str, frame: str, levels: tuple[str, str, str]) -> bytes:
    entry, section, term_section = levels
    entries = ""
    for concept in dict.fromkeys(row[0] for row in TERMS):
        terms = "".join(
            f'<{section} xml:lang="{tag}"><{term_section}><term>{term}</term>{part}'
            + (f'<termNote type="termType">{kind}</termNote>' if kind else "")
            + (f'<termNote type="administrativeStatus">{status}Term-admn-sts</termNote>' if status else "")
            + f"</{term_section}></{section}>"
            for id, tag, term, kind, status in TERMS
            if id == concept
        )
        entries += f'<{entry} id="{concept}">{terms}</{entry}>'
    return frame.format(entries).encode()


def _rows(part: str) -> list[list[str]]:
    header = ["id", "en", "en partOfSpeech", "en termType", "en status", "zh-CN", "zh-CN 词性"]
    english = [[id, term, part, kind, status, "", ""] for id, tag, term, kind, status in TERMS if tag == "en"]
    return [header, *english, *([id, "", "", "", "", term, part] for id, tag, term, *_ in TERMS if tag != "en")]


def table(part: str) -> bytes:
    return "\n".join(",".join(row) for row in _rows(part)).encode()


def workbook(part: str) -> bytes:
    book, data = Workbook(), BytesIO()
    for row in _rows(part):
        book.active.append(row)
    book.save(data)
    return data.getvalue()


KINDS: dict[str, tuple[str, Callable[[str], bytes]]] = {
    "TBX version 2": ("terms.tbx", tbx2),
    "TBX version 3, style DCA": ("terms.tbx", tbx3_dca),
    "TBX version 3, style DCT": ("terms.tbx", tbx3_dct),
    "CSV": ("terms.csv", table),
    "XLSX": ("terms.xlsx", workbook),
}


def answers(terms: Termbase, folder: Path) -> dict[str, object]:
    """Return the results of the checks and of normalization with these terms."""
    known = KnownTerms([terms])
    found: dict[str, object] = {}
    for name, sentence in SENTENCES.items():
        file = folder / "text.md"
        file.write_text(sentence, "utf-8")
        findings = check_document(read_document(str(file)), known, "en", DEFAULTS)
        found[name] = [(finding.start, finding.message) for finding in findings if finding.name == name]
    for name, (chinese, english) in PAIRS.items():
        bitext = Bitext("b.tmx", "zh-Hans-CN", "en", (SegmentPair("1", chinese, english),))
        findings = check_bitext(bitext, known, DEFAULTS)
        found[name] = [(finding.start, finding.message) for finding in findings if finding.name == name]
    found["normalize"] = normalize("网络学院的网络", Region.TW, TermWordings([terms], Region.TW)).text
    return found


def termbase_of(kind: str, part: str, folder: Path) -> Termbase:
    name, content = KINDS[kind]
    (folder / name).write_bytes(content(part))
    return termbase.read(str(folder / name))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("spelling", [*SPELLINGS, *CHINESE])
def test_every_spelling_in_every_kind_of_file_gives_the_same_answers(
    kind: str, spelling: str, tmp_path: Path
) -> None:
    expected = answers(termbase_of("TBX version 2", "properNoun", tmp_path), tmp_path)
    read = termbase_of(kind, spelling, tmp_path)
    assert {term.part_of_speech for entry in read for _, term in entry.terms()} == {PartOfSpeech.PROPER_NOUN}
    assert answers(read, tmp_path) == expected


def test_each_answer_depends_on_the_part_of_speech(tmp_path: Path) -> None:
    names = answers(termbase_of("TBX version 2", "properNoun", tmp_path), tmp_path)
    nouns = answers(termbase_of("TBX version 2", "noun", tmp_path), tmp_path)
    assert [name for name in names if names[name] == nouns[name]] == []


@pytest.mark.parametrize("form", ["tbx2", "tbx3-dca", "tbx3-dct", "tbx-min", "csv", "xlsx"])
@pytest.mark.parametrize("part", [*PartOfSpeech, "interjection"])
def test_a_part_of_speech_comes_back_from_every_form(form: str, part: str, tmp_path: Path) -> None:
    read = termbase_of("TBX version 2", part, tmp_path)
    file = tmp_path / f"out.{form if form in ('csv', 'xlsx') else 'tbx'}"
    termbase.write(read, str(file), form)
    terms = [term for entry in termbase.read(str(file)) for _, term in entry.terms()]
    parts = {(term.part_of_speech, tuple(note for note in term.notes if "Speech" in note)) for term in terms}
    is_kept = form in ("csv", "xlsx") or part in tuple(PartOfSpeech)
    assert parts == ({(part, ())} if is_kept else {(None, (f"partOfSpeech: {part}",))})


@pytest.mark.parametrize("spelling", [*SPELLINGS, *CHINESE])
def test_a_respelt_part_of_speech_is_reported_once_a_term(spelling: str, tmp_path: Path) -> None:
    file = tmp_path / "terms.tbx"
    file.write_bytes(tbx2(spelling))
    codes = [finding.code for finding in termbase.read_with_findings(str(file)).findings]
    assert codes == (["T603"] * len(TERMS) if spelling != "properNoun" else [])
