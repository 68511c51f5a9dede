"""The review page is complete, well-formed, self-contained, and safe against hostile text in documents."""

from __future__ import annotations

import re

import pytest
from lxml import html

from termbase.language import HONG_KONG, SIMPLIFIED, TAIWAN
from termbase.report.concepts_html import ConceptView, ContextPiece, ContextView, Page, TermView, render_page

HOSTILE = """<script>alert("x")</script> ' " & ]]> --> </style> <img src=https://example.com/x.png>"""
SENTENCE = ("It praised the ", "Digital Silk Road", " (", "数位丝绸之路", ").")


def concept(id_: str = "c-1", contexts: int = 1) -> ConceptView:
    segments = (
        ContextPiece(SENTENCE[0]),
        ContextPiece(SENTENCE[1], is_marked=True),
        ContextPiece(SENTENCE[2]),
        ContextPiece(SENTENCE[3], is_marked=True, language=SIMPLIFIED),
        ContextPiece(SENTENCE[4]),
    )
    return ConceptView(
        id_,
        (
            TermView("数位丝绸之路", SIMPLIFIED, region="TW", count=1),
            TermView("數位絲綢之路", TAIWAN, region="TW", is_proposed=True),
            TermView("Digital Silk Road", "en", status="preferred", count=contexts),
        ),
        tuple(ContextView(segments, f"report.txt:{line}", "en") for line in range(1, contexts + 1)),
    )


def page(*concepts: ConceptView) -> Page:
    return Page("Terms of one report", (("concepts", len(concepts)),), concepts, (("report.txt", 1),))


def parse(text: str) -> html.HtmlElement:
    return html.document_fromstring(text, parser=html.HTMLParser(encoding="utf-8"))


def words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def test_a_card_shows_its_forms_with_language_wording_and_status() -> None:
    card = parse(render_page(page(concept()))).get_element_by_id("c-1")
    shown = [(term.get("lang"), words(term)) for term in card.find_class("term")]
    assert shown == [
        (SIMPLIFIED, "数位丝绸之路"),
        (TAIWAN, "數位絲綢之路"),
        ("en", "Digital Silk Road"),
    ]
    chips = [words(chip) for chip in card.find_class("chip")]
    assert chips == ["Taiwan wording, simplified characters", "Taiwan wording", "proposed", "preferred"]
    assert [words(chip) for chip in card.find_class("proposed")] == ["proposed"]


def test_a_context_keeps_its_sentence_and_marks_both_halves() -> None:
    card = parse(render_page(page(concept()))).get_element_by_id("c-1")
    (quote,) = card.iter("blockquote")
    assert quote.text_content() == "".join(SENTENCE)
    assert [(m.get("lang"), m.text) for m in quote.iter("mark")] == [
        ("en", "Digital Silk Road"),
        (SIMPLIFIED, "数位丝绸之路"),
    ]
    assert words(card.find(".//cite")) == "report.txt:1"


@pytest.mark.parametrize("count", [0, 1, 3, 4, 9])
def test_every_context_stands_on_the_page(count: int) -> None:
    card = parse(render_page(page(concept(contexts=count)))).get_element_by_id("c-1")
    assert len(list(card.iter("blockquote"))) == count


def test_the_contents_link_to_every_card() -> None:
    root = parse(render_page(page(concept("c-1"), concept("c-2"))))
    targets = [link.get("href") for link in root.find(".//nav").iter("a")]
    assert targets == ["#c-1", "#c-2"]
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    assert len(set(ids)) == len(ids)


def test_hostile_text_stays_text() -> None:
    hostile = ConceptView(
        "c-1",
        (
            TermView(HOSTILE, SIMPLIFIED, labels=(HOSTILE,), notes=(HOSTILE,)),
            TermView(HOSTILE, "en", status=HOSTILE),
        ),
        (ContextView((ContextPiece(HOSTILE), ContextPiece(HOSTILE, True, HOSTILE)), HOSTILE, HOSTILE),),
        HOSTILE,
        HOSTILE,
        (HOSTILE,),
    )
    text = render_page(Page(HOSTILE, ((HOSTILE, 1),), (hostile,), ((HOSTILE, 1),), (HOSTILE,)))
    root = parse(text)
    assert len(list(root.iter("script"))) == 1
    assert len(list(root.iter("style"))) == 1
    assert not list(root.iter("img"))
    assert root.get_element_by_id("c-1").find(".//blockquote").text_content() == HOSTILE * 2
    assert root.findtext(".//h1") == HOSTILE


def test_the_page_is_well_formed_and_needs_nothing_beside_itself() -> None:
    text = render_page(page(concept(contexts=5)))
    assert [error for error in parse_errors(text) if "Tag" not in error] == []
    assert not re.search(r"https?:|url\(|@import|src=|<link|//cdn", text)
    outside = [e.get("href") for e in parse(text).iter("a") if not e.get("href").startswith("#")]
    assert outside == []


def parse_errors(text: str) -> list[str]:
    """Return libxml2's errors; it does not know HTML 5 and reports its elements as an invalid "Tag"."""
    parser = html.HTMLParser(encoding="utf-8")
    html.document_fromstring(text, parser=parser)
    return [error.message for error in parser.error_log]


def test_equal_pages_give_equal_bytes() -> None:
    assert render_page(page(concept())) == render_page(page(concept()))


def test_an_empty_page_is_a_page() -> None:
    assert "Terms of one report" in words(parse(render_page(page())))


def test_the_legend_explains_the_statuses_in_use_only() -> None:
    legend = parse(render_page(page(concept()))).find_class("legend")[0]
    assert "preferred" in words(legend)
    assert "superseded" not in words(legend)


@pytest.mark.parametrize(
    ("language", "region", "wording"),
    [
        (SIMPLIFIED, "", "simplified characters"),
        (SIMPLIFIED, "CN", "mainland wording"),
        (TAIWAN, "CN", "mainland wording, traditional characters"),
        (HONG_KONG, "HK", "Hong Kong wording"),
        ("en", "", ""),
    ],
)
def test_wording_is_told_in_words(language: str, region: str, wording: str) -> None:
    assert TermView("词", language, region).wording == wording
