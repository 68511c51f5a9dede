"""Every spelling of a language tag has one canonical form, and no script is invented."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termbase.errors import TermbaseError
from termbase.language import (
    Region,
    canonical,
    leaves_script_open,
    region_of_tag,
    region_style,
    script_style,
    subtags,
)

SPELLINGS = {
    "zh-Hans-CN": "zh zh-CN zh_CN ZH-CN zh-cn zh-Hans zh-Hans-CN cmn-Hans-CN zho chi cmn zh_Hans_CN zh-cmn zh-CHS "
    "zh-chs zh-cmn-Hans-CN zh_CN.UTF-8 zh_CN.GB18030 zh_Hans_CN.utf8 zh-guoyu",
    "zh-Hans-SG": "zh-SG zh_SG.UTF-8",
    "zh-Hans-MY": "zh-MY",
    "zh-Hant-TW": "zh-TW zh_tw zh-Hant zh-Hant-TW ZH-TW zh_Hant zh-CHT zh-cht zh-cmn-Hant-TW zh_TW.Big5 zh-cmn-TW",
    "zh-Hant-HK": "zh-HK zh-Hant-HK zh_HK zh-CHT-HK zh_Hant_HK zh_HK.Big5-HKSCS zh-cmn-Hant-HK",
    "zh-Hant-MO": "zh-MO",
    "zh-Hant-CN": "zh-Hant-CN zh_Hant_CN",
    "zh-Hant-TW-x-foo": "zh-Hant-x-foo zh-TW-x-foo",
    "zh-Hant-TW-stroke": "zh_TW@stroke zh-TW@stroke",
    "zh-US": "zh-US",
    "zh-x-hant": "zh-x-hant",
    "zh-u-co-pinyin": "zh-u-co-pinyin",
    "zh-Hani": "zh-Hani zh_hani",
    "zh-Latn": "zh-Latn zh@latin",
    "zh-Latn-pinyin": "zh-Latn-pinyin zh-pinyin zh@pinyin cmn-pinyin",
    "zh-Latn-CN-pinyin": "zh_CN@pinyin zh-CN-pinyin",
    "yue": "yue zh-yue",
    "yue-HK": "zh-yue-HK yue-HK",
    "yue-Hant-HK": "zh-yue-Hant-HK",
    "nan": "zh-min-nan nan",
    "nan-Hant-TW": "zh-nan-Hant-TW zh-min-nan-Hant-TW",
    "hak": "i-hak zh-hakka zh-hak",
    "lzh-Hant": "zh-lzh-Hant lzh-Hant",
    "en": "en EN eng",
    "en-US": "en-US EN_us en_US en_US.UTF-8",
    "en-GB-oxendict": "en-GB-oed",
    "de-DE": "de_DE@euro de_DE.ISO-8859-15@euro",
    "de-DE-1996": "de-DE-1996",
    "ca-ES-valencia": "ca_ES@valencia ca-ES@valencia",
    "sr-Latn-RS": "sr-latn-rs sr_RS@latin sr-RS@latin sr_RS.UTF-8@latin",
    "sr-Latn": "sr@latin",
    "es-419": "es-419",
    "und": "und",
    "x-default": "x-default",
}


@pytest.mark.parametrize(
    ("tag", "expected"), [(tag, form) for form, tags in SPELLINGS.items() for tag in tags.split()]
)
def test_every_spelling_has_one_canonical_form(tag: str, expected: str) -> None:
    assert canonical(tag) == expected
    assert canonical(expected) == expected


@pytest.mark.parametrize(
    "tag",
    [
        *("", "Chinese", "x", "zh-", "-", "中文", "en us", "zh--CN", "source", "C", "POSIX"),
        *("zh-def", "zh-TW-TW", "zh-Hans-Hant", "zh.Big5", "en@quot", "zh_CN.UTF-8.x", "zh-abcdefghi"),
    ],
)
def test_what_is_not_a_tag_is_refused(tag: str) -> None:
    with pytest.raises(TermbaseError, match="language tag"):
        canonical(tag)


@pytest.mark.parametrize(
    ("tag", "written"),
    [
        ("zh-Hans-CN", "zh-CN"),
        ("zh-Hant-TW", "zh-TW"),
        ("zh-Hant-HK", "zh-HK"),
        ("zh-Hant-CN", "zh-Hant-CN"),
        ("en", "en"),
        ("en-US", "en-US"),
    ],
)
def test_written_tags_are_those_that_cat_tools_match(tag: str, written: str) -> None:
    assert region_style(tag) == written


TAGS = st.builds(
    lambda language, middle, rest: "-".join([language, *middle, *rest]),
    st.sampled_from("zh zho cmn yue nan en sr und zh-cmn zh-yue zh-min-nan zh-CHT ja".split()),
    st.sampled_from([[], ["Hans"], ["hant"], ["Latn"], ["TW"], ["cn"], ["Hant", "HK"], ["Hans", "TW"], ["419"]]),
    st.sampled_from([[], ["x", "foo"], ["pinyin"], ["u", "co", "stroke"], ["x", "hant"], ["1996", "x", "a1"]]),
)


@given(TAGS | st.sampled_from(sorted(SPELLINGS)) | st.text(alphabet="zhantTWsCNx-_@.18", max_size=12))
def test_canonical_tags_are_stable_and_keep_the_script_that_is_given(tag: str) -> None:
    try:
        read = canonical(tag)
    except TermbaseError:
        return
    assert canonical(read) == read
    assert canonical(region_style(read)) == read
    assert canonical(script_style(read)) == read
    assert str(subtags(read)) == read
    names = {part.title() for part in tag.replace("_", "-").lower().partition("-x-")[0].split("-")}
    named = names & {"Hans", "Hant", "Latn"}
    if len(named) == 1 and not tag.endswith("@latin"):
        assert {subtags(read).script} == named


@pytest.mark.parametrize("tag", [tag for tags in SPELLINGS.values() for tag in tags.split()])
def test_only_a_tag_that_means_just_chinese_leaves_the_script_open(tag: str) -> None:
    assert leaves_script_open(tag) == (tag in ("zh", "zho", "chi", "cmn", "zh-cmn", "zh-guoyu"))


def test_neighbours_have_the_wording_of_a_region() -> None:
    tags = ["zh-Hans-SG", "zh-Hans-MY", "zh-Hant-MO", "zh-Hant-TW", "zh-Hant-CN", "zh-Hant", "yue-HK", "en"]
    assert [region_of_tag(tag) for tag in tags] == [Region.CN, Region.CN, Region.HK, Region.TW, *[None] * 4]
    assert [canonical(region.tag) for region in Region] == ["zh-Hans-CN", "zh-Hant-TW", "zh-Hant-HK"]
    assert [region.label for region in Region] == ["mainland", "Taiwan", "Hong Kong"]


def test_a_plain_tag_is_read_without_the_library() -> None:
    read = "from termbase.language import canonical; canonical('zh_TW.Big5')"
    code = f"import sys; {read}; print('langcodes' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
