"""Tests the folding of English: pairs of texts that compare as equal or as different, with the rule as comment."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termbase.text.english.english_pieces import pieces_of
from termbase.text.english.folded_english import english_key, fold_english, surface, with_other_articles
from termbase.text.small_words import SMALL_PREPOSITIONS

SAME = [
    ("Digital  Silk-Road", "digital silk road"),  # case, hyphen, runs of white space
    ("Digital\u00a0Silk\u2011Road", "digital silk\nroad"),  # no-break space and hyphen, line end
    ("the Digital Silk Roads", "Digital Silk Road"),  # article and plural
    ("“Digital Silk Road”", "Digital Silk Road"),  # quotation marks around
    ("Ｄｉｇｉｔａｌ road", "digital road"),  # width
    ("cyber\u00adspace", "cyber\u200bspace"),  # soft hyphen, zero width
    ("Digital **Silk Road**", "_Digital_ Silk Road"),  # emphasis
    ("*digital*-silk-**road**", "Digital Silk Road"),  # emphasis beside a hyphen
    ("the port’s operators", "port's operator"),  # possessive, straight and curly
    ("the ports’ operators", "port operator"),  # possessive plural
    ("data security policies", "data-security policy"),
    ("branches of processes", "branch of process"),
    ("databases", "database"),
    ("threat analyses", "threat analysis"),
    ("AIs and CIIs", "AI and CII"),
    ("Belt & Road", "belt and road"),
    ("Belt &amp; Road", "belt and road"),
    ("criteria", "criterion"),
    ("wolves and knives", "wolf and knife"),
    ("U.N. treaty", "UN treaty"),
    ("organisation of centres", "organization of center"),  # British and American
    ("neighbouring programmes", "neighboring program"),
    ("paediatric anaemia", "pediatric anemia"),
    ("foetus and oestrogen", "fetus and estrogen"),
    ("fibres and calibre", "fiber and caliber"),
    ("dialogue and offence", "dialog and offense"),
    ("archaeology of anaesthesia", "archeology of anesthesia"),
    ("manoeuvre", "maneuver"),
    ("analysed colourism", "analyzed colorism"),
]
DIFFERENT = [
    ("cyber space", "cyberspace"),  # an open compound is another word
    ("network, security", "network security"),  # punctuation separates words
    ("network - security", "network security"),  # a dash is not a hyphen
    ("network_security", "network security"),  # an identifier
    ("news", "new"),
    ("process", "proces"),
    ("four", "for"),
    ("daemon", "demon"),
    ("poetry", "petry"),
    ("cheque", "check"),  # another word, though the stems are one
    ("status", "statu"),
    ("economics", "economy"),
    (".NET", "net"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_same_key(one: str, other: str) -> None:
    assert english_key(one) == english_key(other)


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_different_key(one: str, other: str) -> None:
    assert english_key(one) != english_key(other)


def test_an_article_inside_a_term_counts() -> None:
    assert english_key("rule of law") != english_key("rule of the law")
    assert fold_english("the rule").text == "the rule"


def test_surface_keeps_number_and_drops_case() -> None:
    assert surface("Softwares") == surface("softwares") != surface("software")
    assert surface("Digital  Silk-Road") == surface("digital silk road")


@pytest.mark.parametrize(
    ("text", "word", "original"),
    [
        ("All communities’ data", "community", "communities"),
        ("the port's cranes", "port", "port"),
        ("see **Cyber**space now", "cyberspace", "Cyber**space"),
        ("of Digital Silk\n  Roads today", "digital silk road", "Digital Silk\n  Roads"),
    ],
)
def test_span_points_into_the_original(text: str, word: str, original: str) -> None:
    folded = fold_english(text)
    start = folded.text.index(word)
    assert text[slice(*folded.span(start, start + len(word)))] == original


@given(st.text())
def test_nothing_of_the_original_is_lost(text: str) -> None:
    folded = fold_english(text)
    assert " ".join(folded.stretches) == text.replace("\n", " ")
    assert " ".join(folded.folded) == folded.text


PARTS = [
    "Roads",
    "s’",
    "U.N.",
    "a",
    "AI技术",
    "-",
    "–",
    "_",
    "*",
    "\u00ad",
    " ",
    "  ",
    "\n",
    "\r\n",
    "\u00a0",
    ",",
    "“",
    "(",
]


@given(st.lists(st.sampled_from(PARTS), max_size=12).map("".join))
def test_a_text_folds_as_a_whole_as_it_does_stretch_by_stretch(text: str) -> None:
    whole, folded = pieces_of(text), fold_english(text)
    assert folded.text == "".join(whole.folded)
    for start, end in ((word.start(), word.end()) for word in re.finditer(r"[a-zA-Z]+", folded.text)):
        assert folded.span(start, end) == (whole.start(start), whole.end(end))


@given(st.text("aB sS'’-*_.\u00ad\n，数", max_size=12))
def test_a_span_lies_in_the_text(text: str) -> None:
    folded = fold_english(text)
    for start in range(len(folded.text)):
        first, last = folded.span(start, start + 1)
        assert 0 <= first < last <= len(text)


@given(st.lists(st.sampled_from(["Digital", "roads", "the", "policies", "of", "AI"]), min_size=1))
def test_case_and_spacing_never_matter(words: list[str]) -> None:
    assert fold_english(" ".join(words)).text == fold_english("-".join(words).upper()).text


@pytest.mark.parametrize("preposition", sorted(SMALL_PREPOSITIONS))
def test_an_article_may_follow_every_small_preposition(preposition: str) -> None:
    assert f"rule {preposition} the law" in with_other_articles(f"rule {preposition} law")
    assert f"rule {preposition} law" in with_other_articles(f"rule {preposition} the law")
