"""Headings and items in both languages: with a reading, a number, letters, a dot or a title."""

from pathlib import Path

import pytest

from termbase.document.reader import read_document
from termbase.extract.glosses import extract
from tests.extract.blocks import extract_from_text

READ = [
    ("晾鱼/liàngyú: drying fish", {("晾鱼", "drying fish")}),
    ("茶寮 Cha Liao: a tea shed, the place where pickers rest.", {("茶寮", "tea shed")}),
    ("mifentang - 米粉汤 - rice noodle soup", {("米粉汤", "rice noodle soup")}),
    ("luobogao (萝卜糕): radish cake for the feast", {("萝卜糕", "radish cake for the feast")}),
    ("海风吹过 / Hai Feng Chui Guo / The Sea Wind Passes", {("海风吹过", "The Sea Wind Passes")}),
    ("Zhu Li Guan 竹里馆 Lodge in the Bamboo", {("竹里馆", "Lodge in the Bamboo")}),
    ("松风阁 Songfengge (Pavilion of Wind in the Pines)", {("松风阁", "Pavilion of Wind in the Pines")}),
    ("Bai Shi Tang (White Stone Decoction) 白石汤", {("白石汤", "White Stone Decoction")}),
    ("He says that *ren* 忍 (forbearance) is hard.", {("忍", "forbearance")}),
    ("She uses Mu Dan Pi 牡丹皮 (peony bark) here.", {("牡丹皮", "peony bark")}),
    ("王守成 Wang Shoucheng: a baker in Hefei", {("王守成", "Wang Shoucheng")}),
    ("Chaonao 潮闹 (literally, the noisy tide) is his word.", {("潮闹", "Chaonao")}),
    ("### **Qingtie (青铁 - qīngtiě)**", {("青铁", "Qingtie")}),
    ("Say 高 gāo to be tall and 矮 ǎi to be short.", {("高", "to be tall"), ("矮", "to be short")}),
]

NUMBERED = [
    ("Chapter IV Harbour Dues 第四章 港口费", {("港口费", "Harbour Dues")}),
    ("Section 3 Lost Cargo | 第三节 货物灭失", {("货物灭失", "Lost Cargo")}),
    ("Lesson 6 第六课 In the Bakery 在面包店", {("在面包店", "In the Bakery")}),
    ("Schedule 1 Ferry Fares 附表1 渡輪收費", {("渡輪收費", "Ferry Fares")}),
]

CHINESE_FIRST = [
    ("第四章、人与公正 Chapter 4. Human And Justice", {("人与公正", "Human And Justice")}),
    ("第三章、山中与正义 Chapter 3. In The Hills And Justice", {("山中与正义", "In The Hills And Justice")}),
]

HEADINGS = [
    ("GPS定位 GPS positioning", {("GPS定位", "GPS positioning")}),
    ("图2 港口位置 Figure 2 Position of the harbour", {("港口位置", "Position of the harbour")}),
    ("[附录] Appendices", {("附录", "Appendices")}),
    ("Ferry Pier／渡輪碼頭", {("渡輪碼頭", "Ferry Pier")}),
    ("lijia 里甲 system", {("里甲", "lijia")}),
    ("他引用格林（Harold B. Green, Jr.）的话。", {("格林", "Harold B. Green, Jr.")}),
    ("Weibo topic #周末夜校# “weekend night school” trended.", {("周末夜校", "weekend night school")}),
    ("4G信号 4G signal", {("4G信号", "4G signal")}),
    ("介詞 · prepositions", {("介詞", "prepositions")}),
    ("肺气肿……emphysema", {("肺气肿", "emphysema")}),
    ("機器學習 ML; machine learning", {("機器學習", "machine learning")}),
    ("固定成本：Fixed Cost，简称 FC", {("固定成本", "Fixed Cost")}),
    ("《旧桥》The Old Bridge (1987)", {("旧桥", "The Old Bridge")}),
    ("《山路·夜行》 Mountain Road: Walking by Night", {("山路·夜行", "Mountain Road: Walking by Night")}),
    ("目 錄 Table of Contents", {("目 錄", "Table of Contents")}),
]

WORDS = [
    ("用δ函数（delta function）表示。", {("δ函数", "delta function")}),
    ("類固醇（steroid）很有效。", {("類固醇", "steroid")}),
    ("類風濕關節炎 (rheumatoid arthritis, RA)", {("類風濕關節炎", "rheumatoid arthritis")}),
    ("由挪威画家格里斯（Aksel van Thorne）所画。", {("格里斯", "Aksel van Thorne")}),
    ("海洋表面温度，简称SST，也下降了。", {("海洋表面温度", "SST")}),
    ("先看BNSC（北海国家渔业合作委员会）的来信，再作打算。", {("北海国家渔业合作委员会", "BNSC")}),
    ("根据WHO/FAO（世界卫生组织/粮食及农业组织）的数据", {("世界卫生组织", "WHO"), ("粮食及农业组织", "FAO")}),
    ("data数据集已经公开。", set()),
    ("她被诊断过多发性骨髓瘤（MM）。", {("多发性骨髓瘤", "MM")}),
]

STATED = [
    ("桩基就是把长柱打进软土里来承重，英文叫 pile foundation。", {("桩基", "pile foundation")}),
    ("**BMS**全稱為**Battery System**，中文譯為**電池系統**。", {("電池系統", "Battery System")}),
    ("HarborKit, known in Chinese as 港湾箱, is a toolkit.", {("港湾箱", "HarborKit")}),
    ("- **DPL (数据保护法)** - Data Protection Law", {("数据保护法", "Data Protection Law")}),
    ("<h4>🌊 Tidal energy (潮汐能)</h4>", {("潮汐能", "Tidal energy")}),
    ("Kai (開) often known as “Opening the Gate” is first.", {("開", "Opening the Gate")}),
    ("The term “loyalty” is often preferred as a translation for 忠.", {("忠", "loyalty")}),
    ("书名叫《The Salt Road》，很久以后才知道它的中文名叫《盐路》。", {("盐路", "The Salt Road")}),
    ("慢性肾功能衰竭英文简称 CRF (Chronic Renal Failure)，很难治。", {("慢性肾功能衰竭", "Chronic Renal Failure")}),
    ("Unit 5 潮间带 The Tidal Zone", {("潮间带", "The Tidal Zone")}),
    ("title: \"茶艺 AI 助手 - Tea Art AI Assistant\",", {("茶艺 AI 助手", "Tea Art AI Assistant")}),
    ("The word 渔业协议/漁業協議, meaning “fishery agreement”, is new.",
     {("渔业协议", "fishery agreement"), ("漁業協議", "fishery agreement")}),
    ("落叶假说（The Fallen Leaf Hypothesis）还没有证实。", {("落叶假说", "Fallen Leaf Hypothesis")}),
    ("她重读《旧桥》（The Old Bridge）。", {("旧桥", "The Old Bridge")}),
    ("Debts of honour (面债, *miànzhài* — the sums that nobody writes down but all remember) rule here.",
     {("面债", "Debts of honour")}),
    ("- Title: Mapping Tides with Radars: A Review (基于Radars的潮汐测绘：综述)",
     {("基于Radars的潮汐测绘：综述", "Mapping Tides with Radars: A Review")}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "pairs"), [*READ, *NUMBERED, *CHINESE_FIRST, *HEADINGS, *WORDS, *STATED])
def test_pairs(text: str, pairs: set[tuple[str, str]]) -> None:
    assert {(gloss.zh, gloss.en) for gloss in extract_from_text(text)} == pairs


SEVERAL = [
    "序言 Preface 附錄 Appendix 目錄 Contents",
    "parts: 序言 Preface, 附錄 Appendix, 目錄 Contents",
    "A. Preface 序言 B. Appendix 附錄 C. Contents 目錄",
    "Preface 序言\n\nAppendix 附錄\n\nContents 目錄\n",
]


@pytest.mark.parametrize("text", SEVERAL)
def test_a_line_has_several_entries(text: str, tmp_path: Path) -> None:
    (tmp_path / "parts.txt").write_text(text, encoding="utf-8")
    found = extract(read_document(str(tmp_path / "parts.txt")))
    assert {(gloss.zh, gloss.en) for gloss in found} == {
        ("序言", "Preface"),
        ("附錄", "Appendix"),
        ("目錄", "Contents"),
    }
