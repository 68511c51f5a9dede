"""Which characters count as Han."""

import pytest

from termbase.language import Region
from termbase.text.detect import chinese_of, detect, main_script
from termbase.text.own_characters import own_characters, standard_characters
from termbase.text.regions.foreign_words import foreign_characters
from termbase.text.script import Script, convert, has_han, is_wrong_script, script_of, simplified_only, simplify


@pytest.mark.parametrize("char", ["中", "㐀", "\uf900", "\U00020000", "〇"])
def test_han_characters_are_han(char: str) -> None:
    assert has_han(char)


@pytest.mark.parametrize("char", ["먹", "ꀀ", "あ", "\ue000", "\ud800", "、", "Z"])
def test_other_characters_of_asia_are_not(char: str) -> None:
    assert not has_han(char)


OWN = {region: sorted(own_characters(region)) for region in Region}


@pytest.mark.parametrize("region", [Region.TW, Region.HK])
def test_own_characters_do_not_make_a_traditional_text_mixed(region: Region) -> None:
    """Nor do the checks report them in that region: each part of the program reads one table."""
    for char in OWN[region]:
        text = f"我說{char}"
        assert {script_of(text), main_script(text), detect(text).script} == {Script.TRADITIONAL}, char
        assert chinese_of(text).startswith("zh-Hant"), char
        assert not list(foreign_characters(text, region)), char


@pytest.mark.parametrize("region", Region)
def test_own_characters_are_of_the_other_script(region: Region) -> None:
    is_other = (lambda char: simplify(char) != char) if region is Region.CN else simplified_only
    assert [char for char in OWN[region] if not is_other(char)] == []


def test_the_standard_forms_of_hong_kong_are_those_of_opencc() -> None:
    forms = {convert(char, "t2hk") for char in map(chr, range(0x4E00, 0xA000)) if convert(char, "t2hk") != char}
    assert standard_characters(Region.HK) == set(filter(simplified_only, forms))


@pytest.mark.parametrize(
    ("text", "tag", "is_wrong"),
    [
        ("客户端", "zh-Hant-HK", False),
        ("客户端", "zh-Hant-TW", True),
        ("客户电脑", "zh-Hant-HK", True),
        ("乾隆", "zh-Hans-CN", False),
    ],
)
def test_characters_that_a_region_has_too_are_not_of_the_wrong_script(text: str, tag: str, is_wrong: bool) -> None:
    assert is_wrong_script(text, tag) is is_wrong
