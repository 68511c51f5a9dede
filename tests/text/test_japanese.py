"""Japanese in a Chinese text is masked; Chinese that borrows kana, or speaks of them, is not."""

from __future__ import annotations

import pytest

from termbase.text.japanese import mask_japanese
from termbase.text.offsets import MASK

CASES = [
    ("電車で会社へ行きます。", "電車で会社へ行きます"),  # a sentence
    ("他看見「電車で会社へ行く」的告示牌。", "電車で会社へ行く"),  # a clause in quotation marks
    ("她喜歡《転校生の夏》這部片", "転校生の夏"),  # 転 is in no Chinese text
    ("东京的公告：都衛生局（衛生局）はお店の検査をした。", "都衛生局（衛生局）はお店の検査をした"),  # a bracket
    ("東京都 Tokyo Met は車の検査をした", "東京都 Tokyo Met は車の検査をした"),  # spaces beside Latin words
    ("电视剧《変わる街》上映", "変わる街"),
    ("这家小店叫甘の屋", ""),  # の alone is borrowed
    ("先點選アカウント再登入", ""),  # a foreign word
    ("可以說ありがとう來道謝", ""),  # a word that is spoken of
    ("助詞は和が的用法不同", ""),
    ("網頁 きみの声 選單", ""),
    ("没有假名的句子", ""),
]


@pytest.mark.parametrize(("text", "japanese"), CASES)
def test_japanese_is_masked(text: str, japanese: str) -> None:
    masked = text.replace(japanese, MASK * len(japanese)) if japanese else text
    assert mask_japanese(text) == masked
