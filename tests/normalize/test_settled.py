"""Tests that a conversion ends as soon as, but not before, a further round would change nothing."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from termbase.language import Region
from termbase.normalize.ambiguous import written_alone, written_in_words
from termbase.normalize.characters import _BOTH_STANDARD, _changes, _is_standard, _is_usual, _taiwan_variant
from termbase.normalize.settled import settled
from termbase.normalize.subject import Subject
from termbase.normalize.text import _converted, _repaired, normalize
from termbase.text.changes import places_of
from termbase.text.chinese.defects import _repairs, repairs
from termbase.text.regions.regional_words import forms
from termbase.text.script import Script, convert, simplify

TRADITIONAL = (Region.TW, Region.HK)
SIGNS = list(
    "数位网路软体程式头发皇后里面干净着著名座标反复准了望开线信息文档件配置用户改变量子理查德米高 \u200b“”「」Ａa·‧"
)
WORDS = sorted(form for form, _ in forms() if len(form) < 5)
TEXTS = st.lists(st.one_of(st.sampled_from(SIGNS), st.sampled_from(WORDS)), max_size=8).map("".join)


def _in_all_rounds(text: str, region: Region) -> str:
    """The obvious way: convert until a whole round changes nothing."""
    places = None
    for _ in range(12):
        if (now := _repaired(text, region)) is None:
            subject = Subject(text, written=places)
            now = _converted(subject, region)
            if places is not None or subject.script in (Script.SIMPLIFIED, Script.BOTH):
                places = places_of(word[:3] for word in now.words)
        if now.result() == text:
            break
        text = now.result()
    return text


@settings(max_examples=500, deadline=None)
@given(TEXTS, st.sampled_from(Region))
@example("十多米高了", Region.TW)  # only the second round, of traditional text, takes this for a name
@example("配置文档", Region.TW)
@example("什么", Region.TW)
def test_the_rounds_that_are_left_out_change_nothing(text: str, region: Region) -> None:
    assert normalize(text, region).text == _in_all_rounds(text, region)


@pytest.mark.parametrize("text", ["我们用软件", "头发和开发", "改变量子"])
def test_usual_text_is_known_to_be_settled(text: str) -> None:
    subject = Subject(text)
    now = _converted(subject, Region.TW)
    after = settled(subject, now.words, now.result(), Region.TW)
    assert after is not None
    assert after.simplified == simplify(after.text)


@pytest.mark.parametrize("region", TRADITIONAL)
def test_characters_that_are_known_to_be_settled_are_standard(region: Region) -> None:
    """The Han characters of the basic plane, and all words and rules that write them otherwise."""
    alone = written_alone(region)
    pairs = [(char, alone[ord(char)]) for char in map(chr, range(0x4E00, 0xA000))]
    for char, written in [*pairs, *written_in_words(region)]:
        if simplify(char) == char and settled(Subject(char), (), written, region) is not None:
            assert _converted_alone(written, region) == written, (
                f"add {written} to _BOTH_STANDARD if it is standard, otherwise to _NOT_STANDARD"
            )
            assert simplify(written) == char, (char, written)
            assert not repairs(written, region.script), (char, written)


def _converted_alone(char: str, region: Region) -> str:
    """What OpenCC makes of a traditional character."""
    if char in _BOTH_STANDARD[region]:
        return char
    return _taiwan_variant(convert(char, "t2tw")) if region is Region.TW else convert(convert(char, "tw2t"), "t2hk")


@pytest.mark.parametrize("region", TRADITIONAL)
def test_usual_characters_are_those_that_are_not_converted(region: Region) -> None:
    for char in map(chr, range(0x4E00, 0xA000)):
        if _is_usual(char, region):
            assert _converted_alone(char, region) == char, f"add {char} to _BOTH_STANDARD, or to the exceptions"


@settings(max_examples=1000, deadline=None)
@given(
    st.text(st.sampled_from([*SIGNS, *"  \t\n\x0b\x0c\x1c\x85\xa0\u2028\u3000⼈○二.．５"]), max_size=9),
    st.sampled_from(("Hans", "Hant")),
)
def test_no_defect_is_overlooked(text: str, script: str) -> None:
    assert repairs(text, script) == _repairs(text, script)


@pytest.mark.parametrize("region", TRADITIONAL)
@pytest.mark.parametrize("text", ["軟體更新🎉", "群山", "衞生與衛生", "𠮟責", "𠇹人", "裡裏", ""])
def test_a_text_is_standard_if_each_of_its_characters_is(text: str, region: Region) -> None:
    assert _is_standard(text, region) is not any(_changes(char, region) for char in text)
