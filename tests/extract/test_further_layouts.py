"""Readings beside translations, sentences, statements, rulers, abbreviations, and what begins before a term."""

import pytest

from tests.extract.blocks import extract_from_text

EDGES = [
    ("小组先练快速排序（quick sort）。", {("快速排序", "quick sort")}),
    ("接着再做重排（reordering）。", {("重排", "reordering")}),
    ("她反对让·皮亚杰的建构主义（constructivism）。", {("建构主义", "constructivism")}),
    ("She read the Laoshanming 崂山銘 (Inscription for Laoshan) aloud.", {("崂山銘", "Inscription for Laoshan")}),
    ("Neither Grand Secretary Li (李大学士) nor his sons came.", {("李大学士", "Grand Secretary Li")}),
    ("**一边是旧码头，另一边就叫风浪预报** （wave forecast）。", {("风浪预报", "wave forecast")}),
    ("他终于去了急诊（Urgent Care）。", {("急诊", "Urgent Care")}),
    ("See Mencius 孟子 2A:6 for more.", {("孟子", "Mencius")}),
    ("它刊于 [“远航”简报 [“Voyage” Bulletin], 2022]", {("“远航”简报", "“Voyage” Bulletin")}),
    ("A video by “The Cat Who Loves the Sea” @爱海的猫, and others.", {("爱海的猫", "The Cat Who Loves the Sea")}),
]

READINGS = [
    ("// Huikao (会考) — Unified Examination (Taiwan)", {("会考", "Unified Examination")}),
    ("1. 山海相连 (shān hǎi xiāng lián): “Hills Meet the Sea”", {("山海相连", "Hills Meet the Sea")}),
    ('She painted the character "Ning" (宁, Calm) on silk.', {("宁", "Calm")}),
    ("The Pearl River, known in Chinese as the Zhujiang (珠江), is wide.", {("珠江", "Pearl River")}),
    ("Shuibian (水边), the “Water Edge”, is a suburb.", {("水边", "Water Edge")}),
    ("Go on (near Lushan Dong bus station 庐山东站) for a mile.", {("庐山东站", "Lushan Dong bus station")}),
]

SENTENCES: list[tuple[str, set[tuple[str, str]]]] = [
    ("In a sentence: 我的船很旧, meaning 'my boat is old'.", set()),
    (
        "他说“他们从来没有在冬天之前离开过这座小岛”（they have never left this little island before winter）。",
        set(),
    ),
]

STATEMENTS = [
    ("Lantern riddles are called 灯谜 in the north.", {("灯谜", "Lantern riddles")}),
    ("The name “长城” is Chinese for “long wall”.", {("长城", "long wall")}),
    ("他负责 message queue——消息队列，每天都要看。", {("消息队列", "message queue")}),
    ("GUI 是「Graphical User Interface」的縮寫，中文譯為「圖形使用者介面」。",
     {("圖形使用者介面", "Graphical User Interface")}),
]  # fmt: skip

NAMES = [
    ("Emperor Renzong of the Song Dynasty 宋仁宗 ruled long.", {("宋仁宗", "Emperor Renzong of the Song Dynasty")}),
    ("LyX 是一个所见即所得（WYSIWYG）的软件。", {("所见即所得", "WYSIWYG")}),
    ("这家公司换了新的COO（首席运营官）。", {("首席运营官", "COO")}),
    ("M2 初版（v2.0.0-M2）只有三章。", set()),
    ("主程序 Tb调用 allocate(8) ，随后退出。", set()),
]


@pytest.mark.parametrize(("text", "pairs"), [*EDGES, *READINGS, *SENTENCES, *STATEMENTS, *NAMES])
def test_pairs(text: str, pairs: set[tuple[str, str]]) -> None:
    assert {(gloss.zh, gloss.en) for gloss in extract_from_text(text)} == pairs
