from __future__ import annotations

import pytest

from termbase.errors import TermbaseError
from termbase.language import canonical, region_style

SPELLINGS = {
    "zh-Hans-CN": "zh zh-CN zh_CN ZH-CN zh-cn zh-Hans zh-Hans-CN cmn-Hans-CN zho chi cmn zh_Hans_CN",
    "zh-Hans-SG": "zh-SG",
    "zh-Hant-TW": "zh-TW zh_tw zh-Hant zh-Hant-TW ZH-TW",
    "zh-Hant-HK": "zh-HK zh-Hant-HK zh_HK",
    "zh-Hant-MO": "zh-MO",
    "en": "en EN eng",
    "en-US": "en-US EN_us en_US",
    "sr-Latn-RS": "sr-latn-rs",
    "es-419": "es-419",
}


@pytest.mark.parametrize(
    ("tag", "expected"), [(tag, form) for form, tags in SPELLINGS.items() for tag in tags.split()]
)
def test_every_spelling_has_one_canonical_form(tag: str, expected: str) -> None:
    assert canonical(tag) == expected
    assert canonical(expected) == expected


@pytest.mark.parametrize("tag", ["", "Chinese", "x", "zh-", "中文", "en us"])
def test_what_is_no_tag_is_refused(tag: str) -> None:
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
