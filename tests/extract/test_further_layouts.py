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

LINKS = [
    ("I ate Liangpi 凉皮 (aka cold skin noodles) there.", {("凉皮", "cold skin noodles")}),
    ("This 梦游 (also known as sleepwalking) is common.", {("梦游", "sleepwalking")}),
    ("They made a spot transaction (即期交易).", {("即期交易", "spot transaction")}),
    ("“NPC”指的是“非玩家角色”。", {("非玩家角色", "NPC")}),
    ("「內陸」的官方英文譯名為「Inland」而非「Interior」。", {("內陸", "Inland")}),
    ("Zhou (肘) is quick and hidden, often translated as “Elbow”.", {("肘", "Elbow")}),
    ("The word 面子 is hard to explain and is usually rendered as “face”.", {("面子", "face")}),
    ("Uncle = 叔叔 (shūshu), Aunt = 阿姨 (āyí)", {("叔叔", "Uncle"), ("阿姨", "Aunt")}),
    ("the idiom “欲速则不达”, *haste makes waste*, is old.", {("欲速则不达", "haste makes waste")}),
    ("called *“Old Slips (旧简)”*, and holds texts such as *Gao*, *Ming*.", {("旧简", "Old Slips")}),
    ("所谓 MRR(Monthly Recurring Revenue)月度经常性收入。", {("月度经常性收入", "Monthly Recurring Revenue")}),
]

BORDERS = [
    (
        "The Ministry of Industry and Trade (工业和贸易部, or 工贸部) replied.",
        {("工业和贸易部", "Ministry of Industry and Trade"), ("工贸部", "Ministry of Industry and Trade")},
    ),
    ("They sell dan dan noodles (担担面).", {("担担面", "dan dan noodles")}),
    ("关键绩效指标(KPI/Key Performance Indicator)很重要。", {("关键绩效指标", "Key Performance Indicator")}),
    ("关键绩效指标(Key Performance Indicator/KPI)很重要。", {("关键绩效指标", "Key Performance Indicator")}),
    ("He bought a 饭盒 (tea box).", {("饭盒", "tea box")}),
    ("He lives in the pro-Harbin (哈尔滨) camp.", {("哈尔滨", "Harbin")}),
    ("A pre-Qin (先秦) text was found.", {("先秦", "pre-Qin")}),
    ("早期肺癌(Early lung cancer, early LC)很常見。", {("早期肺癌", "Early lung cancer")}),
]

JAPANESE: list[tuple[str, set[tuple[str, str]]]] = [
    (
        "The Japanese phrase 物の哀れ and the Chinese term 意境 (artistic conception) differ.",
        {("意境", "artistic conception")},
    ),
    ("炭素除去（removal）は重要です。", set()),
    ("この章では機械学習（machine learning）を説明します。", set()),
]

WORKS = [
    (
        "Luo Guanzhong's Romance of the Three Kingdoms (《三国演义》) was read.",
        {("三国演义", "Romance of the Three Kingdoms")},
    ),
    ("What English calls a rain garden is 雨水花园 in Chinese.", {("雨水花园", "rain garden")}),
    ("细胞膜——英文称 cell membrane——很薄。", {("细胞膜", "cell membrane")}),
    ("The audience sighed (叹气) when the film broke.", set()),
]

NONE: list[tuple[str, set[tuple[str, str]]]] = [
    ("他说这是「最大的泄漏之一」（one of the largest leaks）。", set()),
    ("0-positioning：定位文件", set()),
    ("这个 wedge 卡在门下面。", set()),
]


DATES_AND_LABELS = [
    ("老師解釋了演算法（algorithm）。", {("演算法", "algorithm")}),
    ("他们在打掼蛋（guandan）。", {("掼蛋", "guandan")}),
    ("解码器（Decoder）很快。", {("解码器", "Decoder")}),
    ("他在写小说（Novel）。", {("小说", "Novel")}),
    ("我们的表单（form）添加一个按钮。", {("表单", "form")}),
    ("这是一个概念（concept）。", {("概念", "concept")}),
    ("他讲普通名词（common noun）。", {("普通名词", "common noun")}),
    ("这个概念（New Tea Road）很新。", set()),
    ("这里讲洗发乳（shampoo）。", {("洗发乳", "shampoo")}),
    ("三月（March）很冷。", set()),
]


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        *LINKS,
        *BORDERS,
        *EDGES,
        *READINGS,
        *SENTENCES,
        *STATEMENTS,
        *NAMES,
        *JAPANESE,
        *NONE,
        *WORKS,
        *DATES_AND_LABELS,
    ],
)
def test_pairs(text: str, pairs: set[tuple[str, str]]) -> None:
    assert {(gloss.zh, gloss.en) for gloss in extract_from_text(text)} == pairs
