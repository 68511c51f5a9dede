"""The tables of words in data/ are well formed, and the program uses all of them."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

import pytest

from termbase.errors import TermbaseError
from termbase.files.data_table import data_file, data_rows
from termbase.language import Region, canonical, leaves_script_open
from termbase.model import AdministrativeStatus
from termbase.table.column_names import Column, read_name
from termbase.tbx.standard.vocabulary import is_proposed, read_status, read_yes_or_no
from termbase.text.chinese.pinyin import readings
from termbase.text.english.folded_english import english_key
from termbase.text.regions.regional_rows import RegionalRow, Sense, marked_forms, marks_of, read_rows, row
from termbase.text.regions.regional_words import RegionalWord, forms
from termbase.text.regions.wording import wording_region
from termbase.text.script import simplify
from termbase.text.word_classes import WordClass, function_words, pattern_of, words_of
from tests.conftest import ROOT

CELLS = {
    "abbreviations.tsv": 2,
    "full_forms.tsv": 2,
    "column_names.tsv": 3,
    "number_words.tsv": 4,
    "phrase_renderings.tsv": 2,
    "polyphones.tsv": 2,
    "small_word_renderings.tsv": 2,
    "value_words.tsv": 3,
    "renderings.tsv": 2,
    "term_renderings.tsv": 2,
    "word_classes.tsv": 3,
    "wrong_characters.tsv": 2,
}
PACKAGES = (ROOT / "termbase", ROOT / "tmx")
SOURCE = "\n".join(path.read_text("utf-8") for package in PACKAGES for path in sorted(package.rglob("*.py")))


def rows(name: str) -> list[list[str]]:
    return list(data_rows(name))


def repeated(words: Iterable[str]) -> list[str]:
    return [word for word, count in Counter(words).items() if count > 1]


@pytest.mark.parametrize(("name", "cells"), CELLS.items())
def test_each_row_has_its_cells_without_stray_spaces(name: str, cells: int) -> None:
    assert data_file(name).read_text("utf-8").startswith("# ")
    assert [row for row in rows(name) if len(row) != cells] == []
    assert [cell for row in rows(name) for cell in row if re.search(r"^ | $|  |\u3000", cell)] == []


@pytest.mark.parametrize("name", sorted(path.name for path in data_file("seed.tbx").parent.glob("*.tsv")))
def test_each_table_is_read_by_the_program(name: str) -> None:
    assert f'"{name}"' in SOURCE


def test_the_classes_of_the_table_are_those_that_the_program_knows() -> None:
    assert {row[0] for row in rows("word_classes.tsv")} == set(WordClass) - {WordClass.ARTICLE}


@pytest.mark.parametrize("word_class", WordClass)
def test_each_class_is_used(word_class: WordClass) -> None:
    assert f"WordClass.{word_class.name}" in SOURCE


@pytest.mark.parametrize("word_class", WordClass)
def test_no_word_stands_twice_in_its_class(word_class: WordClass) -> None:
    assert repeated(list(word_class.affixes)) == []
    assert word_class.words == set(word_class.affixes)


def test_a_class_fills_neighbouring_lines_of_one_language() -> None:
    runs = [key for key, _ in itertools.groupby(row[:2] for row in rows("word_classes.tsv"))]
    assert repeated(word_class for word_class, _ in runs) == []


@pytest.mark.parametrize("row", rows("word_classes.tsv"), ids=lambda row: f"{row[0]} {row[2][:8]}")
def test_words_are_in_the_characters_of_their_language(row: list[str]) -> None:
    _, language, words = row
    assert language in ("en", "zh-Hans", "zh", "ja")
    assert words.isascii() or language != "en" or set(words) & set("–’")
    if language == "zh-Hans":
        assert simplify(words) == words


@pytest.mark.parametrize("word_class", [each for each in WordClass if each.name.endswith("ENDING")])
def test_no_ending_is_the_end_of_another(word_class: WordClass) -> None:
    found = word_class.affixes
    assert [(one, other) for one in found for other in found if one != other and one.endswith(other)] == []


def test_a_pattern_matches_each_word_of_its_classes_whole() -> None:
    classes = (WordClass.NAMING_PHRASE, WordClass.CONTRAST, WordClass.CHINESE_CONTRAST)
    pattern = re.compile(pattern_of(*classes))
    for word in words_of(*classes):
        assert pattern.match(word.replace(" ", " \n")), word
        assert pattern.match(word)[0] == word  # type: ignore[index]
    assert not pattern.fullmatch("known")


def test_function_words_include_all_classes_of_them() -> None:
    assert {"the", "this", "of", "and", "is"} <= function_words()
    assert WordClass.ARTICLE.words < function_words()


def test_an_abbreviation_has_one_row_and_at_most_six_different_full_forms() -> None:
    table = [(short.casefold(), forms.split(" | ")) for short, forms in rows("full_forms.tsv")]
    assert repeated([short for short, _ in table]) == []
    assert [short for short, _ in table] == sorted(short for short, _ in table)
    assert [(short, forms) for short, forms in table if len(forms) > 6 or repeated(map(english_key, forms))] == []
    assert [form for _, forms in table for form in forms if re.search(r"^the |[|=\t]", form, re.IGNORECASE)] == []


def test_number_words_have_one_meaning_each() -> None:
    table = rows("number_words.tsv")
    for column in (2, 3):
        assert repeated([word for row in table for word in row[column].split()]) == []
    assert all(simplify(row[3]) == row[3] for row in table)


def test_polyphones_have_readings_that_the_pinyin_module_knows() -> None:
    table = rows("polyphones.tsv")
    assert repeated([char for char, _ in table]) == []
    for char, sounds in table:
        assert simplify(char) == char
        assert len(sounds.split()) > 1
        assert set(sounds.split()) <= set(readings(char)), char


def test_wrong_characters_stand_for_others_and_unicode_does_not_map_them() -> None:
    pairs = [(kind, pair) for kind, row in rows("wrong_characters.tsv") for pair in row.split(" ")]
    assert {kind for kind, _ in pairs} == {"radical", "shape", "upright", "variant"}
    assert repeated([pair[0] for _, pair in pairs]) == []
    assert all(len(pair) == 2 and pair[0] != pair[1] for _, pair in pairs)
    radicals = [pair[0] for kind, pair in pairs if kind == "radical"]
    assert [char for char in radicals if unicodedata.normalize("NFKC", char) != char] == []


COLUMNS = [(kind, meaning, name) for kind, meaning, names in rows("column_names.tsv") for name in names.split(" ")]


@pytest.mark.parametrize("kinds", [["field", "mark", "language", "side", "filler"], ["code"]])
def test_a_name_of_a_column_has_one_meaning(kinds: list[str]) -> None:
    assert repeated([name for kind, _, name in COLUMNS if kind in kinds]) == []


@pytest.mark.parametrize(("kind", "meaning", "name"), COLUMNS)
def test_each_name_of_a_column_is_understood(kind: str, meaning: str, name: str) -> None:
    assert simplify(name) == name
    column = read_name(name)
    if kind == "language":
        assert canonical(meaning).startswith(meaning)
        assert column == Column(meaning if meaning == "zh" else canonical(meaning), "")
    elif kind == "field":
        assert column == Column("", meaning)
    elif kind == "mark":
        assert read_name(f"en {name}") == Column("en", meaning)
        assert column is None
    elif kind == "side":
        assert column == Column(meaning, "")
    elif kind == "code":
        assert column is None or column.language == canonical(name) or column.field or leaves_script_open(name)


VALUES = [(meaning, word) for kind, meaning, words in rows("value_words.tsv") for word in words.split(" ")]


def test_a_word_for_a_value_has_one_meaning() -> None:
    assert repeated([word for _, word in VALUES]) == []


@pytest.mark.parametrize(("meaning", "word"), VALUES)
def test_each_word_for_a_value_is_understood(meaning: str, word: str) -> None:
    assert simplify(word) == word
    if meaning in ("yes", "no"):
        assert read_yes_or_no(word) is (meaning == "yes")
    else:
        assert (read_status(word), is_proposed(word)) == (
            None if meaning == "proposed" else AdministrativeStatus(meaning),
            meaning == "proposed",
        )


def test_words_with_ambiguous_characters_stand_there_once() -> None:
    assert repeated([row[0] for row in rows("character_words.tsv")]) == []


HEADER = "CN\tTW\tHK\tbeside\treason\tsource\n"


@pytest.mark.parametrize(
    ("row", "wrong"),
    [
        ("档案\t檔案~?\t檔案\t\ta file\town", "档案~\\? has the mark ~\\?, not one of"),
        ("档案\t檔案\t\ta file\town", "it has 5 cells, not 6"),
        ("=\t=\t=\t\ta name\town", "no region has the name"),
        ("档案", "it has 1 cells"),
    ],
)
def test_a_wrong_row_of_regional_words_is_named(row: str, wrong: str) -> None:
    good = "软件\t軟體\t軟件\t\tcomputing\town"
    with pytest.raises(TermbaseError, match=rf"a\.tsv:3: is not a row of regional words: .*{wrong}"):
        list(read_rows(f"{HEADER}{good}\n{row}\n{good}\n", "a.tsv"))


def test_kept_rows_of_regional_words_are_those_of_the_tables() -> None:
    names = ("regional_words.tsv", "script_words.tsv")
    read = [row for name in names for row, _ in read_rows(data_file(name).read_text("utf-8"), name)]
    assert [row(number) for number in range(len(read))] == read
    assert {number for form in marked_forms() for number, _, _ in marks_of(form)} == set(range(len(read)))


def test_regional_words_with_the_same_forms_are_one_row() -> None:
    """Two rows would have one meaning in two places, each with a part of its contexts."""
    forms = [tuple(cells[:3]) for cells in rows("regional_words.tsv")]
    assert [each for each, count in Counter(forms).items() if count > 1] == []


def test_no_word_beside_a_regional_word_is_covered_by_another() -> None:
    """`源代码_` says nothing beside `代码_`, and neither does beside `*代码`."""
    table = read_rows(data_file("regional_words.tsv").read_text("utf-8"), "regional_words.tsv")
    assert {row.wordings[Region.CN]: found for row, _ in table if (found := covered(row))} == {}


def covered(row: RegionalRow) -> list[str]:
    """Return the words beside the forms of a row whose contexts have another such word."""

    def is_near(word: str) -> bool:
        return not re.search("[，。；：！？、]", word) and any(other in word for other in row.near)

    before = (word for word in row.before if is_near(word) or word.endswith(others(word, row.before)))
    after = (word for word in row.after if is_near(word) or word.startswith(others(word, row.after)))
    near = (word for word in row.near if any(other in word for other in others(word, row.near)))
    return [*before, *after, *near, *repeated(row.before), *repeated(row.after), *repeated(row.near)]


def others(word: str, words: Iterable[str]) -> tuple[str, ...]:
    return tuple(other for other in words if other != word)


def test_no_word_of_the_mainland_shows_another_region() -> None:
    """推薦 in the row 推荐?, 推薦 推介~ is a word of all regions."""
    every = dict(forms())
    own = [form for form, words in every.items() if all(_is_of_the_mainland(word.row, words) for word in words)]
    assert len(own) > 500
    assert {form: region for form in own if (region := wording_region(form)) not in (None, Region.CN)} == {}


def _is_of_the_mainland(row: RegionalRow, words: Iterable[RegionalWord]) -> bool:
    """Whether a row has one of the words as the mainland's, only beside certain words, and is of no name."""
    beside = any(word.row is row and word.region is Region.CN and word.sense is Sense.BESIDE for word in words)
    return beside and row.owner is None
