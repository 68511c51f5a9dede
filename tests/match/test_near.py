from __future__ import annotations

import pytest

from termbase.files.data_table import data_rows
from termbase.match.near import VariantFinder
from termbase.text.english.folded_english import english_key

SLOGAN = "community of shared future in cyberspace"
FINDER = VariantFinder([(SLOGAN, "slogan")])


@pytest.mark.parametrize(
    "text",
    [
        "community with a shared future in cyberspace",
        "Community of a Shared Future in Cyberspace",
        "community of shared\nfuture in cyberspace",
        "community for the shared-future in cyberspace",
        "cyberspace community with a shared future",
        "communities of shared futures in cyberspace",
        "community of common destiny in cyberspace",
    ],
)
def test_small_words_order_number_and_synonyms_make_a_variant(text: str) -> None:
    sentence = f"They want the {text}, they say."
    (variant,) = FINDER.find(sentence)
    assert (variant.owner, sentence[variant.start : variant.end]) == ("slogan", text)


@pytest.mark.parametrize(
    "text",
    [
        "community of shared wealth in cyberspace",
        "community of shared future",
        "community, of shared future in cyberspace",
        "community of and with a shared future in cyberspace",
        "community with the values of a shared future in cyberspace",
    ],
)
def test_other_content_words_do_not_make_a_variant(text: str) -> None:
    assert list(FINDER.find(text)) == []


def test_terms_of_two_content_words_have_no_variants() -> None:
    assert list(VariantFinder([("state power", 1)]).find("the power of state power of the state")) == []


def test_every_place_is_found_in_order() -> None:
    text = f"{SLOGAN}, and {SLOGAN.replace('of', 'with')}"
    assert [variant.start for variant in FINDER.find(text)] == [0, len(SLOGAN) + 6]


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("security of critical information infrastructure", "key information infrastructure security"),
        ("national cybersecurity emergency plan", "State cybersecurity contingency plan"),
        ("international cooperation on poverty alleviation", "international collaboration in poverty reduction"),
        ("thought on basic law of the sea", "thinking on fundamental law of the sea"),
    ],
)
def test_words_that_render_the_same_chinese_make_a_variant(term: str, text: str) -> None:
    (variant,) = VariantFinder([(term, None)]).find(f"The {text} was revised.")
    assert (variant.start, variant.end) == (4, 4 + len(text))


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("standards for food safety supervision", "standards for food security supervision"),
        ("state council information office", "state council information bureau"),
        ("free trade pilot zone", "free trade pilot port"),
    ],
)
def test_words_for_other_things_do_not_make_a_variant(term: str, text: str) -> None:
    assert list(VariantFinder([(term, None)]).find(text)) == []


def test_each_word_has_one_row_of_synonyms() -> None:
    words = [english_key(word) for row, _ in data_rows("english_synonyms.tsv") for word in row.split()]
    assert len(words) == len(set(words))
