"""What stands beside Chinese that is glossed already, or beside its translation: names, kinds, readings, kin."""

import pytest

from tests.extract.blocks import extract_from_text

WITH_A_STROKE = [
    ("The poet Du Mu / Tu Mu (杜牧) left.", {("杜牧", "Du Mu"), ("杜牧", "Tu Mu")}),
    ("The monk Xuanzang / Hsuan-tsang (玄奘) came back.", {("玄奘", "Xuanzang")}),
    ("The UDP/IP protocol (协议) is simple.", {("协议", "protocol")}),
]

KINDS_BEFORE = [
    ("The painter 徐悲鸿 (Xu Beihong) drew horses.", {("徐悲鸿", "Xu Beihong")}),
    ("The river 湘江 (Xiangjiang, in Hunan) is wide.", {("湘江", "Xiangjiang")}),
    ("The general 岳飞 (Yue Fei, executed in 1142) is honoured.", {("岳飞", "Yue Fei")}),
]

ALTERNATIVES = [("Each village had an ancestral hall or lineage temple (祠堂).", {("祠堂", "ancestral hall")})]

READINGS_IN_BRACKETS = [
    ("Xunzi speaks of 禮 (li, ritual) often.", {("禮", "ritual")}),
    ("The character 山 (shan / mountain) is a picture.", {("山", "mountain")}),
    ("Mozi speaks of 爱 (ai/love).", {("爱", "love")}),
    ("They sell 馄饨 (huntun/wontons) here.", {("馄饨", "wontons")}),
]

LABELS = [
    ("他的師弟德雷斯(Hans Dreesch)在場。", {("德雷斯", "Hans Dreesch")}),
    ("系统只能满足可用性（A：Availability）。", {("可用性", "Availability")}),
    ("波特五力模型 Porter’s Five Forces Model - 包括供应商与购买者。",
     {("波特五力模型", "Porter’s Five Forces Model")}),
    ("He wrote: “The monk is only a mask that was worn by Old Wang [老王]” (p. 19).", {("老王", "Old Wang")}),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "pairs"), [*WITH_A_STROKE, *KINDS_BEFORE, *ALTERNATIVES, *READINGS_IN_BRACKETS, *LABELS]
)
def test_what_stands_beside_a_term_is_no_part_of_it(text: str, pairs: set[tuple[str, str]]) -> None:
    assert {(gloss.zh, gloss.en) for gloss in extract_from_text(text)} == pairs


NAMES = [
    ("原名讓·皮埃爾·杜邦(Jean-Pierre Dupont),生於1901年。", "讓·皮埃爾·杜邦"),
    ("他說是瑪麗·安托瓦內特·羅蘭(Marie-Antoinette Roland)寫的。", "瑪麗·安托瓦內特·羅蘭"),
    ("經濟學家卡爾．梅耶和約翰．布朗（John Brown）合著了這本書。", "約翰．布朗"),
]


@pytest.mark.parametrize(("text", "name"), NAMES)
def test_a_name_with_several_dots_is_surely_whole(text: str, name: str) -> None:
    glosses = extract_from_text(text)
    assert [gloss.zh for gloss in glosses] == [name]
    assert glosses[0].confidence > 0.85
