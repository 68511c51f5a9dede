"""The region that a path names is the same for a document and for a translation."""

from __future__ import annotations

import pytest

from termbase.language import canonical, chinese_in_path
from tmx.bilingual.languages import named_language


@pytest.mark.parametrize(
    "path",
    ["docs/zh-HK/guide.xx", "help.zh_TW.xx", "zh_CN.xx", "zh-Hant-HK/guide.xx", "docs/guide.xx", "zh/guide.xx"],
)
def test_a_document_and_a_translation_in_a_path_have_its_region(path: str) -> None:
    named = named_language(path, ["打開說明"])
    region = canonical(named) if named and named != "zh" else ""
    assert chinese_in_path(path) == region
