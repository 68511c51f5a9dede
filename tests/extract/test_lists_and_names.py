"""Several terms or several names in one place: lists, other names, what a sentence says another word is."""

import pytest

from termbase.extract.chinese.chinese_stretch import Stretch
from termbase.text.offsets import Span
from tests.extract.blocks import extract_from_text

LISTS = [
    ("土壤里要有钙、镁和硫（calcium, magnesium, sulphur）。",
     {("钙", "calcium"), ("镁", "magnesium"), ("硫", "sulphur")}),
    ("课上讲了谣言和宣传（rumour 和 propaganda）。", {("谣言", "rumour"), ("宣传", "propaganda")}),
]  # fmt: skip

OTHER_NAMES = [
    ("默会知识或隐性知识（tacit knowledge）不易传授。",
     {("默会知识", "tacit knowledge"), ("隐性知识", "tacit knowledge")}),
    ("世界卫生组织（世卫组织，WHO，World Health Organization）发布了报告。",
     {("世界卫生组织", "World Health Organization"), ("世卫组织", "World Health Organization")}),
    ("《草叶集》（惠特曼，Leaves of Grass）是一本诗集。", {("草叶集", "Leaves of Grass")}),
    ("She described *zizhi* (自治), often translated as “self-government”, at length.",
     {("自治", "self-government")}),
    ("The Harbour Fund (HBF), known in Chinese as 海港基金, closed.", {("海港基金", "Harbour Fund")}),
]  # fmt: skip

STATEMENTS = [
    ("moral licensing（道德许可，又称道德授权）很常见。",
     {("道德许可", "moral licensing"), ("道德授权", "moral licensing")}),
    ("这种现象被称为 survivorship bias，即幸存者偏差。", {("幸存者偏差", "survivorship bias")}),
    ("文中说的是机会成本，即 opportunity cost。", {("机会成本", "opportunity cost")}),
    ("“承租人”应翻译为 \"Lessee\"。", {("承租人", "Lessee")}),
    ("诗集 Quiet Rivers（意为静静的河流）出版了。", {("静静的河流", "Quiet Rivers")}),
    ("- opportunity cost - 机会成本", {("机会成本", "opportunity cost")}),
    ("- 供应链 = supply chain", {("供应链", "supply chain")}),
]  # fmt: skip

BEHIND = [
    ("所谓沉没成本谬误sunk cost fallacy，就是舍不得放弃。", {("沉没成本谬误", "sunk cost fallacy")}),
    ("亚当·斯密 Adam Smith 是经济学家。", {("亚当·斯密", "Adam Smith")}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "pairs"), [*LISTS, *OTHER_NAMES, *STATEMENTS, *BEHIND])
def test_each_term_and_each_name_is_a_pair(text: str, pairs: set[tuple[str, str]]) -> None:
    assert {(gloss.zh, gloss.en) for gloss in extract_from_text(text)} == pairs


EDGES = [
    ("抗体有两条轻链（light chain）。", {("轻链", "light chain")}),
    ("该作品是由读者选择（Chosen by Readers）的。", {("由读者选择", "Chosen by Readers")}),
    ("他在书里提出新概念微前端（micro front-end）。", {("微前端", "micro front-end")}),
    ("他们拿到一份所谓的海港条例（Harbour Rules）。", {("海港条例", "Harbour Rules")}),
    ("流程把数据交给 Render Process 进行渲染，然后显示。", set()),
    ("创始人之一约翰·韦伯斯特（John Webster）写道。", {("约翰·韦伯斯特", "John Webster")}),
    ("They call it “‘wolf warrior’ diplomacy” (“战狼”外交) here.", {("“战狼”外交", "‘wolf warrior’ diplomacy")}),
    ("The lawyers cite the 物权法 (Property Rights Law 2007) twice.", {("物权法", "Property Rights Law")}),
    ("The poster was inspired by Chinese seal carving (篆刻).", {("篆刻", "seal carving")}),
    ("She said “今天好累” (I am so tired today) and left.", set()),
    ("Geometric patterns (回纹, 云纹, 如意纹) are well preserved.", set()),
    ("From 破四旧 (“smash the four olds”) it went to 上山下乡 (“up to the mountains”).",
     {("破四旧", "smash the four olds"), ("上山下乡", "up to the mountains")}),
    ("用户享有被更正权（right to be corrected）。", {("被更正权", "right to be corrected")}),
    ("卡尔·小约翰·金（Carl John King Sr.）登台演讲。", {("卡尔·小约翰·金", "Carl John King Sr.")}),
    ("口号“团结、奋斗、创新”（unite, strive, innovate）挂在门口。",
     {("团结、奋斗、创新", "unite, strive, innovate")}),
    ("冷门词如自身性（ipseity）少见。", {("自身性", "ipseity")}),
    ("劈柴 (pichai, split firewood) and 礼 (li, propriety) matter.",
     {("劈柴", "split firewood"), ("礼", "propriety")}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "pairs"), EDGES)
def test_where_a_term_ends_and_what_is_none(text: str, pairs: set[tuple[str, str]]) -> None:
    assert {(gloss.zh, gloss.en) for gloss in extract_from_text(text)} == pairs


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("推动去美元化", ["推动", "去美元化"]),
        ("享有被更正权", ["享有", "被更正权"]),
        ("去北京开会", ["去", "北京", "开会"]),
    ],
)
def test_small_words_that_are_prefixes_begin_words(text: str, words: list[str]) -> None:
    assert Stretch(text, "x", Span(0, len(text))).words == words
