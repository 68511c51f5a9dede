"""Which term of a file a text means, for `add`, `edit` and `remove`."""

from __future__ import annotations

import pytest

from termbase.errors import TermbaseError
from termbase.model import ConceptEntry, LanguageSection, TermSection, Termbase
from termbase.tbx.edit import TbxFile
from termbase.tbx.writer import dump
from termbase_service.found_terms import find_one
from termbase_service.terms import edit


def concept(id: str, **terms: str) -> ConceptEntry:
    tags = {"en": "en", "cn": "zh-Hans-CN", "tw": "zh-Hant-TW"}
    return ConceptEntry(
        id, tuple(LanguageSection(tags[name], (TermSection(text),)) for name, text in terms.items())
    )


CONCEPTS = concept("one", en="work", cn="工作", tw="工作"), concept("two", en="Work", cn="作品")
FILE = TbxFile(dump(Termbase(CONCEPTS, "house")), "house.tbx")


@pytest.mark.parametrize(
    ("text", "language", "id", "expected"),
    [
        ("工作", "zh-Hans-CN", None, ("one", "zh-Hans-CN")),
        ("工作", "zh-Hant-TW", None, ("one", "zh-Hant-TW")),
        ("work", None, None, ("one", "en")),
        ("Work", None, None, ("two", "en")),
        ("WORK", None, "two", ("two", "en")),
    ],
)
def test_language_and_concept_choose_among_equal_terms(
    text: str, language: str | None, id: str | None, expected: tuple[str, str]
) -> None:
    found = find_one(FILE, text, language, id)
    assert (found.entry.id, found.language) == expected


@pytest.mark.parametrize("text", ["工作", "WORK"])
def test_several_terms_are_listed(text: str) -> None:
    with pytest.raises(TermbaseError, match=r"may be: one .*; "):
        find_one(FILE, text)


def test_an_english_term_does_not_become_chinese() -> None:
    found = find_one(FILE, "work")
    with pytest.raises(TermbaseError, match="作業 is Chinese, not en"):
        edit(FILE, found, "作業", None)
    with pytest.raises(TermbaseError, match="a term is empty"):
        edit(FILE, found, " ", None)
    assert edit(FILE, find_one(FILE, "作品"), "作業", None)[1] == "two: 作品 is now 作業"
    assert edit(FILE, found, "task", None)[1] == "one: work is now task"
