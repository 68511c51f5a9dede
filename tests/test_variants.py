from __future__ import annotations

import pytest

from termbase.variants import VariantFinder

SLOGAN = "community of shared future in cyberspace"


@pytest.mark.parametrize(
    "text",
    [
        "a community with a shared future in cyberspace",
        "Community of a Shared Future in Cyberspace",
        "the community of shared\nfuture in cyberspace",
        "community for the shared-future in cyberspace",
    ],
)
def test_other_function_words_make_a_variant(text: str) -> None:
    (variant,) = VariantFinder([SLOGAN]).find(f"They want {text}, they say.")
    assert text.endswith(f"They want {text}, they say."[variant.start : variant.end])


@pytest.mark.parametrize(
    "text",
    [
        "community of common future in cyberspace",
        "community of shared future",
        "community, of shared future in cyberspace",
        "cyberspace community with a shared future",
        "community of and with a shared future in cyberspace",
        "communities of shared futures in cyberspace",
    ],
)
def test_other_content_words_make_none(text: str) -> None:
    assert list(VariantFinder([SLOGAN]).find(text)) == []


def test_terms_of_two_content_words_have_no_variants() -> None:
    assert list(VariantFinder(["state power"]).find("the power of state power of the state")) == []


def test_every_place_is_found_in_order() -> None:
    text = f"{SLOGAN} and {SLOGAN.replace('of', 'with')}"
    assert [variant.start for variant in VariantFinder([SLOGAN]).find(text)] == [0, len(SLOGAN) + 5]
