"""Adds, changes and removes single terms of a TBX file. Several processes may do so at once: none undoes another's.

Start from `change`, which reads, changes and writes the file while no other process does.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from termbase.errors import TermbaseError
from termbase.language import ENGLISH, SIMPLIFIED, canonical, is_chinese

from .found_terms import Found, ambiguous, concept_number, find, key_of_term

if TYPE_CHECKING:
    from termbase.model import AdministrativeStatus, ConceptEntry, Termbase
    from termbase.tbx.edit import TbxFile

_Outcome = TypeVar("_Outcome")
_TEXT_TABLES = (".csv", ".tsv")
Term = tuple[str, str]
"""A term with its language: a canonical tag and the text."""


def change(file: str, do: Callable[[TbxFile], tuple[bytes, _Outcome]]) -> _Outcome:
    """Replace a file by the bytes that `do` returns for it, in full or not at all; return its other result.

    Raises TermbaseError for a file that is not TBX, and whatever `do` raises; the file then stays as it was.
    """
    from termbase.files.lock import change_file
    from termbase.tbx.edit import TbxFile

    if Path(file).suffix.lower() in (*_TEXT_TABLES, ".xlsx", ".txt", ".utf8"):
        hint = f"edit it in a spreadsheet, or first: termbase tbx convert {file} --out {Path(file).stem}.tbx"
        raise TermbaseError("is a table, in which this command changes nothing", file=file, hint=hint)
    outcomes: list[_Outcome] = []

    def changed(data: bytes) -> bytes:
        made, outcome = do(TbxFile(data, file))
        outcomes.append(outcome)
        return made

    change_file(file, changed)
    return outcomes[0]


def terms_of(texts: Sequence[str], chinese: str | None, otherwise: str = SIMPLIFIED) -> list[Term]:
    """Return terms with their languages; `chinese` is the tag of the Chinese ones, by default detected.

    A term whose characters decide nothing has the language of the other terms, or that of `otherwise`. Raises
    TermbaseError for an empty term, and for a Chinese one if `chinese` is the tag of another language.
    """
    from termbase.text.detect import chinese_of
    from termbase.text.script import has_han

    plain = [" ".join(text.split()) for text in texts]
    if not all(plain):
        raise TermbaseError("a term is empty", hint="give each term in quotes")
    written = [text for text in plain if has_han(text)]
    if written and chinese and not is_chinese(chinese):
        raise TermbaseError(
            f"{written[0]} is Chinese, not {chinese}", hint="add it with --language zh-TW or another"
        )
    decided = [text for text in written if chinese_of(text, "")]
    together = canonical(chinese_of("".join(decided), otherwise))
    return [
        (chinese or canonical(chinese_of(text, together)) if has_han(text) else ENGLISH, text) for text in plain
    ]


def _chinese_in(termbase: Termbase) -> str:
    """Return the only Chinese language of a termbase, or that of the mainland."""
    tags = {section.language for entry in termbase for section in entry.languages if is_chinese(section.language)}
    return tags.pop() if len(tags) == 1 else SIMPLIFIED


def add(
    file: TbxFile,
    texts: Sequence[str],
    language: str | None,
    status: AdministrativeStatus | None,
    concept: str | None = None,
    is_new: bool = False,
) -> tuple[bytes, str]:
    """Add terms of one concept: to the concept that has one of them, or as a new one.

    `language` is that of the Chinese terms, see `terms_of`. Return the changed file, and what was added. Raises
    TermbaseError if several concepts have one of the terms, if nothing is new, or if a new concept would have a
    single term.
    """
    terms = terms_of(texts, language, _chinese_in(file.termbase))
    number = concept_number(file, concept) if concept else None if is_new else _concept_of(file, terms)
    if number is None:
        return _add_concept(file, terms, status)
    entry = file.termbase.entries[number]
    known = {(language, term.term) for language, term in entry.terms()}
    missing = [term for term in terms if term not in known]
    if not missing:
        raise TermbaseError(f"{entry.id} has these terms already", hint="termbase edit changes a status")
    return _add_terms(file, number, missing, status), _added(entry.id, missing)


def _added(concept: str, terms: Sequence[Term]) -> str:
    return f"{concept}: added {', '.join(text for _, text in terms)}"


def add_to_table(file: str, texts: Sequence[str], language: str | None, status: AdministrativeStatus | None) -> str:
    """Add a row with these terms to a glossary in CSV or TSV; return what was added. `language` is as for `add`.

    Raises TermbaseError if a row has all these terms already, or the table has no columns for them.
    """
    from termbase.files.lock import change_file
    from termbase.table.append import append_concept
    from termbase.table.read_glossary import load_table

    added: list[str] = []

    def change(data: bytes) -> bytes:
        termbase = load_table(data, file, Path(file).stem).termbase
        entries, terms = termbase.entries, terms_of(texts, language, _chinese_in(termbase))
        if any({*terms} <= {(language, term.term) for language, term in entry.terms()} for entry in entries):
            raise TermbaseError("has these terms in one row already", file=file)
        entry = _new_concept(terms, status, {entry.id for entry in entries})
        added.append(_added(entry.id, terms))
        return append_concept(data, file, entry)

    change_file(file, change)
    return added[0]


def is_text_table(file: str) -> bool:
    """Whether a file is a glossary in CSV or TSV, to which rows can be added."""
    return Path(file).suffix.lower() in _TEXT_TABLES


def create(file: str, terms: Sequence[Term], status: AdministrativeStatus | None) -> str:
    """Write a new TBX file with one concept; return what was added. Raises TermbaseError for a single term."""
    from termbase.files.output import write_file
    from termbase.model import Termbase
    from termbase.tbx.writer import dump

    entry = _new_concept(terms, status)
    write_file(file, dump(Termbase((entry,), Path(file).stem)))
    return _added(entry.id, terms)


def edit(file: TbxFile, found: Found, text: str | None, status: AdministrativeStatus | None) -> tuple[bytes, str]:
    """Give a term another text, another status, or both. Return the changed file, and what was changed in words.

    Raises TermbaseError for an empty text, and for a Chinese one if the term is in another language.
    """
    from termbase.tbx.edit import TbxFile as Reread

    data, words = b"", []
    if text is not None:
        ((_, plain),) = terms_of([text], found.language)
        data = file.set_term(found.concept, found.term, plain)
        file = Reread(data, file.file)
        words.append(f"{found.section.term} is now {plain}")
    if status is not None:
        data = file.set_status(found.concept, found.term, status)
        words.append(f"{plain if text is not None else found.section.term} is {status}")
    return data, f"{found.entry.id}: {', '.join(words)}"


def _concept_of(file: TbxFile, terms: Sequence[Term]) -> int | None:
    """Return the concept that has some of the terms; with more of them than others, or the only one."""
    found = [one for _, text in terms for one in find(file, text)]
    counts = {number: sum(one.concept == number for one in found) for number in {one.concept for one in found}}
    best = [number for number, count in counts.items() if count == max(counts.values())]
    if len(best) > 1:
        firsts = {one.concept: one for one in reversed(found)}
        shown = [firsts[number] for number in sorted(best)]
        raise ambiguous("one of the terms", shown)
    return best[0] if best else None


def _add_terms(file: TbxFile, number: int, terms: Sequence[Term], status: AdministrativeStatus | None) -> bytes:
    from termbase.model import TermSection
    from termbase.tbx.edit import TbxFile as Reread

    data = b""
    for language, text in terms:
        data = file.add_term(number, language, TermSection(text, status))
        file = Reread(data, file.file)
    return data


def _add_concept(file: TbxFile, terms: Sequence[Term], status: AdministrativeStatus | None) -> tuple[bytes, str]:
    entry = _new_concept(terms, status, {entry.id for entry in file.termbase})
    return file.add_concept(entry), _added(entry.id, terms)


def _new_concept(
    terms: Sequence[Term], status: AdministrativeStatus | None, taken: set[str] | frozenset[str] = frozenset()
) -> ConceptEntry:
    """Return a concept with these terms, with an id that is not taken. Raises TermbaseError for a single term."""
    from termbase.model import ConceptEntry, LanguageSection, TermSection

    languages = sorted({language for language, _ in terms})
    if len(terms) < 2:
        raise TermbaseError(f"{terms[0][1]} is in no concept yet", hint="give its translation too")
    sections = tuple(
        LanguageSection(tag, tuple(TermSection(text, status) for language, text in terms if language == tag))
        for tag in languages
    )
    identifier = "c-" + hashlib.sha256("\t".join(key_of_term(text) for _, text in terms).encode()).hexdigest()[:12]
    while identifier in taken:
        identifier += "-2"
    return ConceptEntry(identifier, sections)
