"""Tests of what `mixed` says about two terms: forms of the document, and no advice on a tie."""

from __future__ import annotations

import pytest

from termbase.check.finding import Finding
from termbase.check.known_terms import KnownTerms
from termbase.check.run import check_document
from termbase.check.settings import Settings
from termbase.document.reader import read_document
from termbase.model import (
    AdministrativeStatus,
    ConceptEntry,
    LanguageSection,
    PartOfSpeech,
    TermSection,
    Termbase,
)

SHARED = ConceptEntry(
    "c",
    (
        LanguageSection("zh-Hans-CN", (TermSection("命运共同体", proposed=True),)),
        LanguageSection("zh-Hant-TW", (TermSection("命運共同體"),)),
        LanguageSection("en", (TermSection("shared future"), TermSection("common destiny"))),
    ),
)
NETWORK = ConceptEntry(
    "c", (LanguageSection("zh-Hans-CN", (TermSection("联网"), TermSection("网际"))), LanguageSection("en", ()))
)

BAY = ConceptEntry(
    "b",
    (
        LanguageSection(
            "en",
            tuple(
                TermSection(name, status=status, part_of_speech=PartOfSpeech.PROPER_NOUN)
                for name, status in (
                    ("Tri-City Greater Bay", AdministrativeStatus.PREFERRED),
                    ("Greater Bay", AdministrativeStatus.ADMITTED),
                )
            ),
        ),
    ),
)


def mixed_in(text: str, entry: ConceptEntry) -> list[Finding]:
    settings = Settings(selected=frozenset({"mixed"}))
    return check_document(read_document("-", text.encode()), KnownTerms([Termbase((entry,))]), None, settings)


@pytest.mark.parametrize(
    ("text", "suggestions"),
    [
        ("A shared future. A common destiny.", ()),
        ("A shared future. A common destiny. The common destiny of all.", ("common destiny",)),
        ("# Shared future\n\nA common destiny and a shared future.", ("shared future",)),
    ],
)
def test_the_majority_of_the_document_is_suggested(text: str, suggestions: tuple[str, ...]) -> None:
    (finding,) = mixed_in(text, SHARED)
    assert finding.suggestions == suggestions
    assert finding.fix is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A shared future (命運共同體) and a common destiny, a common destiny.", "命運共同體"),
        ("A shared future and a common destiny, a common destiny.", "命運共同體"),
        ("A shared future (命运共同体) and a common destiny, a common destiny.", "命运共同体"),
    ],
)
def test_the_concept_is_named_as_the_document_or_else_the_termbase_writes_it(text: str, name: str) -> None:
    (finding,) = mixed_in(text, SHARED)
    assert finding.message.endswith(f"are both used for {name}")


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The Tri-City Greater Bay is wide. The Greater Bay is deep.", 0),  # the text has the whole name first
        ("The Greater Bay is deep. The Tri-City Greater Bay is wide.", 1),
    ],
)
def test_the_last_words_of_a_name_stand_for_it(text: str, count: int) -> None:
    assert len(mixed_in(text, BAY)) == count


def test_chinese_is_quoted_in_the_characters_of_the_document() -> None:
    (finding,) = mixed_in("聯網的規則，網際的規則，聯\n網的人。", NETWORK)
    assert finding.message == "“網際” (line 1) and “聯網” (line 1) are both used for concept c"
    assert finding.suggestions == ("聯網",)


SOVEREIGNTY = ConceptEntry("c", (LanguageSection("en", (TermSection("sovereignty"), TermSection("sovereign"))),))
SPACE = ConceptEntry("c", (LanguageSection("en", (TermSection("cyber affairs"), TermSection("cyber policy"))),))


@pytest.mark.parametrize(
    ("text", "entry", "count"),
    [
        ("Its sovereignty is old, and its sovereign rights are new.", SOVEREIGNTY, 0),
        ("Their cyber affairs are old, the cyber policy is new.", SPACE, 1),
        ("Their cyber affairs are a matter of the Bureau of Cyber Policy.", SPACE, 0),
    ],
)
def test_an_adjective_of_the_same_stem_and_a_name_are_no_second_term(
    text: str, entry: ConceptEntry, count: int
) -> None:
    assert len(mixed_in(text, entry)) == count


MIND = ConceptEntry(
    "c",
    (
        LanguageSection("zh-Hans-CN", (TermSection("心"),)),
        LanguageSection("en", (TermSection("mind"), TermSection("heart"), TermSection("state of mind"))),
    ),
)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("To my mind, they sang to their heart's content.", 0),
        ("Its mind (心) is calm, and its heart (心) is warm.", 1),
        ("The word for it is mind/heart (心), and the mind is calm.", 0),
        ("Its mind (心) is calm. A state of mind is calm too.", 1),
    ],
)
def test_an_ordinary_word_stands_for_a_concept_only_beside_its_chinese(text: str, count: int) -> None:
    assert len(mixed_in(text, MIND)) == count


DEVIATION = ConceptEntry(
    "c",
    (
        LanguageSection(
            "en", tuple(map(TermSection, ("standard deviation", "sd", "s18n", "s16n", "deviation width")))
        ),
    ),
)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The standard deviation is wide. The sd is wide.", 0),
        ("The standard deviation is wide. The s18n is wide.", 1),
        ("The standard deviation is wide. The s16n is wide.", 0),
        ("The deviation width is large. The sd is large.", 1),
    ],
)
def test_small_initials_and_counted_letters_stand_for_a_term(text: str, count: int) -> None:
    assert len(mixed_in(text, DEVIATION)) == count


QUALITY = ConceptEntry(
    "c",
    (
        LanguageSection("zh-Hans-CN", (TermSection("品性"),)),
        LanguageSection("en", tuple(map(TermSection, ("lamp quality", "oak trait", "quality of a lamp")))),
    ),
)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("这盏灯的品性（lamp quality）很好。这棵树的品性（oak trait）也好。", 0),
        ("这盏灯的品性（lamp quality）很好。那盏灯的品性（quality of a lamp）也好。", 1),
        ("Its 品性 (lamp quality) is good. The 品性 (oak trait) is good too.", 1),
    ],
)
def test_a_chinese_document_may_gloss_a_word_of_two_senses(text: str, count: int) -> None:
    assert len(mixed_in(text, QUALITY)) == count


CAFE = ConceptEntry(
    "c", (LanguageSection("en", (TermSection("Internet governance"), TermSection("governance of the Internet"))),)
)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The governance of the Internet is old. Internet governance is new, Internet governance.", 1),
        (
            "The governance of the Internet Society is old. Internet governance is new, Internet governance.",
            0,
        ),
        ("The governance of the Internet café is old. Internet governance is new, Internet governance.", 0),
    ],
)
def test_a_term_whose_last_word_begins_another_one_is_no_rendering(text: str, count: int) -> None:
    assert len(mixed_in(text, CAFE)) == count


@pytest.mark.parametrize(
    ("text", "is_mixed"),
    [
        ("The 命運共同體 (shared future or common destiny) is old, the common destiny.", False),
        ("The 命運共同體 (a shared future or The Common Destiny) is old, the common destiny.", False),
        ("The 命運共同體 (shared future, common destiny) is old, the common destiny.", False),
        ("命運共同體（shared future 或 common destiny）舊了，common destiny。", False),
        ("命運共同體（shared future / common destiny）舊了，common destiny。", False),
        ("命運共同體（shared future）或 common destiny 舊了，common destiny。", True),
        ("The 命運共同體 (shared future, common destiny of all) is old, the common destiny.", True),
        ("We want a shared future or common destiny, a common destiny.", True),
    ],
)
def test_a_bracket_may_give_both_names(text: str, is_mixed: bool) -> None:
    assert [finding.name for finding in mixed_in(text, SHARED)] == ["mixed"] * is_mixed


@pytest.mark.parametrize(
    ("short", "is_mixed"),
    [
        ("lampex", False),
        ("lampx", True),
        ("exlamp", True),
        ("examination, lamp", False),
        ("examination, new lamp", True),
    ],
)
def test_a_word_may_be_short_for_others_or_have_them_as_an_index_does(short: str, is_mixed: bool) -> None:
    entry = ConceptEntry(
        "c",
        (
            LanguageSection("zh-Hans-CN", (TermSection("灯具测验"),)),
            LanguageSection("en", (TermSection("lamp examination"), TermSection(short))),
        ),
    )
    text = f"A lamp examination is a {short}, and the {short} is long."
    assert [finding.name for finding in mixed_in(text, entry)] == ["mixed"] * is_mixed


@pytest.mark.parametrize(
    ("one", "other", "is_mixed"),
    [
        ("lamp call", "lamp calling", False),
        ("to revoke", "to revocation", False),
        ("lamp extend", "lamp extension", False),
        ("lamp decide", "lamp decision", False),
        ("lamp permit", "lamp permission", False),
        ("lamp describe", "lamp description", False),
        ("lamp bind", "lamp bound", False),
        ("lamp enum", "lamp enumeration", False),
        ("non-const", "non-constant", False),
        ("lamp data", "lamp database", True),
        ("bedlamp", "bed-lamp", True),
        ("lamp server", "lamp service", True),
        ("lamp conflict", "lamp collision", True),
        ("table lamps", "key-table lamps", False),
        ("table lamps", "desk/table lamps", False),
        ("table lamps", "desk & table lamps", False),
        ("table lamps", "old table lamps", True),
    ],
)
def test_forms_of_a_term_are_no_second_term(one: str, other: str, is_mixed: bool) -> None:
    entry = ConceptEntry("c", (LanguageSection("en", (TermSection(one), TermSection(other))),))
    text = f"This is {one}. That is {other}, and {other} again."
    assert [finding.name for finding in mixed_in(text, entry)] == ["mixed"] * is_mixed


@pytest.mark.parametrize(
    ("kind", "other", "is_mixed"),
    [("term", "old table lamps", False), ("", "old table lamps", True), ("term", "old desk lamps", True)],
)
def test_an_extracted_term_that_says_more_is_no_second_term(kind: str, other: str, is_mixed: bool) -> None:
    terms = (TermSection("table lamps"), TermSection(other))
    text = f"This is table lamps. That is {other}, and {other} again."
    found = mixed_in(text, ConceptEntry("c", (LanguageSection("en", terms),), kind=kind))
    assert [finding.name for finding in found] == ["mixed"] * is_mixed


BUREAU = ConceptEntry("c", (LanguageSection("zh-Hans-CN", (TermSection("灯光协会"), TermSection("灯光协会组织"))),))


def test_chinese_with_more_characters_is_a_second_term() -> None:
    assert len(mixed_in("灯光协会很大，这个灯光协会组织很老。", BUREAU)) == 1


LISTED = ConceptEntry(
    "c",
    (
        LanguageSection("zh-Hans-CN", (TermSection("桌灯"),)),
        LanguageSection("en", (TermSection("desk lamp"), TermSection("table lamp"))),
    ),
)
TABLE = "English | 中文\n--- | ---\ndesk lamp | 桌灯\n{}shade | 灯罩\nold bulb | 旧灯泡\n"


@pytest.mark.parametrize(
    ("row", "after", "count"),
    [
        ("table lamp | 桌灯\n", "", 0),
        ("table lamp | 桌灯\n", "A table lamp (桌灯) is small.", 0),
        ("", "A table lamp (桌灯) is small.", 1),
    ],
)
def test_a_list_of_words_may_have_two_for_one(row: str, after: str, count: int) -> None:
    assert len(mixed_in(f"{TABLE.format(row)}\n{after}", LISTED)) == count
