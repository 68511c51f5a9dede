"""Where the two sides of a gloss begin and end: offices, persons, prefixes, short forms, commas."""

import pytest

from termbase.extract.model import TermKind
from tests.extract.blocks import extract_from_text

PAIRS = [
    ("这叫作修剪率（pruning rate，下文简称剪率）。", {"修剪率": "pruning rate"}),
    ("阻塞 I/O 模型（blocking I/O model）很常见。", {"阻塞 I/O 模型": "blocking I/O model"}),
    ("残差网络（RN）和循环网络（recurrent network）都常用。", {"残差网络": "RN", "循环网络": "recurrent network"}),
    ("- **→ Robert Swinhoe (史溫侯)** — an entry of the guide", {"史溫侯": "Robert Swinhoe"}),
    ("Thanks to Lu_ 卢言_, Xie Shimin_ 谢世民_, and others.", {"卢言": "Lu", "谢世民": "Xie Shimin"}),
    ("He praised the student of rural China Wu Chongqing 吴重庆 and others.", {"吴重庆": "Wu Chongqing"}),
    ("It was founded with 36-year-old Bruce Cheng (鄭崇華) in May.", {"鄭崇華": "Bruce Cheng"}),
    ("The 2015 Food Safety Law (食品安全法) applies.", {"食品安全法": "Food Safety Law"}),
    ("The CCP's Organization Department (组织部) decides.", {"组织部": "Organization Department"}),
    ("The State Council's National Grain Bureau (国家粮食局) reported.", {"国家粮食局": "National Grain Bureau"}),
    ("Workers read Norton's theorem (诺顿定理) first.", {"诺顿定理": "Norton's theorem"}),
    ("Economist Peter Wenhao Lin (林文豪) agreed.", {"林文豪": "Peter Wenhao Lin"}),
    ("導演陳凱文（Kevin Chan）到場。", {"陳凱文": "Kevin Chan"}),
    ("晨星執行長黃立德（Jensen Huang）到場。", {"黃立德": "Jensen Huang"}),
    ("學者彼得．杜威（Peter Dewey）寫道。", {"彼得．杜威": "Peter Dewey"}),
    ("以賽亞．柏林（Isaiah Berlin）談自由。", {"以賽亞．柏林": "Isaiah Berlin"}),
    ("政治學家伍德羅．威爾遜（Woodrow Wilson）當選。", {"伍德羅．威爾遜": "Woodrow Wilson"}),
    ("作家考琳·麦卡洛（Colleen McCullough）住在岛上。", {"考琳·麦卡洛": "Colleen McCullough"}),
    ("他主张去殖民化（decolonization）。", {"去殖民化": "decolonization"}),
    ("他批评德语文学（German literature）。", {"德语文学": "German literature"}),
    ("这款应用是蓝鸟（Bluebird，后来改名 Redkite）。", {"蓝鸟": "Bluebird"}),
    ("這款應用是藍鳥（Bluebird，現為 Redkite 的一部分）。", {"藍鳥": "Bluebird"}),
    ("“小桥流水”（small bridge, flowing water）是他的画。", {"小桥流水": "small bridge, flowing water"}),
    ("The Ministry of Human Resources (人力资源部, or 人资部 for short) agreed.",
     {"人力资源部": "Ministry of Human Resources"}),
    ("The essay attacks “keeping quiet 沉默,” a habit of the office.", {"沉默": "keeping quiet"}),
    ("The CAC (国家互联网信息办公室) and MIIT (工业和信息化部) act.",
     {"国家互联网信息办公室": "CAC", "工业和信息化部": "MIIT"}),
    ("This is the symbol of earth: 坤 (kūn).", {"坤": "symbol of earth"}),
    ("They call it the _secret garden/_后花园, a place of peace.", {"后花园": "secret garden"}),
    ("_316 II_ also known as (老仓库 II) was built later.", {"老仓库 II": "316 II"}),
    ("“The Old Barn,” known in Chinese as (老仓库), was built later.", {"老仓库": "The Old Barn"}),
    ("_The Old Barn_, House of Straw (草屋), is gone.", {"草屋": "House of Straw"}),
    ("The book uses 书院 as the translation of “academy” throughout.", {"书院": "academy"}),
    ("此书由罗素（Russell, B.）所著。", {"罗素": "Russell, B."}),
    ("此书由怀特海（Whitehead,A.N.）所著。", {"怀特海": "Whitehead,A.N."}),
    ("我们先看哈希索引 API（Hash Index API）一节。", {"哈希索引 API": "Hash Index API"}),
    ("数据由图形处理器 GPU（Graphics Processing Unit）处理。", {"图形处理器": "Graphics Processing Unit"}),
    ("这篇文章见于 ,” _Readings_ 读书, 2012.6: 33-41", {"读书": "Readings"}),
    ("[15] Ming-chen Chang 張明正, “論近代中國的財政：1912”，頁3", {"張明正": "Ming-chen Chang"}),
    ("书中写到很多人，如 Wang Xiaobo 王小波，以及他的朋友们。", {"王小波": "Wang Xiaobo"}),
    ("He wanted to keep the old [moral] order 旧道德秩序 alive.", {"旧道德秩序": "old [moral] order"}),
    ("He speaks of the “great _tong_ 大同,” which means harmony.", {"大同": "great _tong_"}),
    ("See The Road to Reform: A Short History 改革之路：简史, published in 2004.",
     {"改革之路：简史": "The Road to Reform: A Short History"}),
    ("这个商标属于瑞昱半導體（Realtek Semiconductor）。", {"瑞昱半導體": "Realtek Semiconductor"}),
    ("-   士多啤梨 (si6 do1 be1 lei2) — strawberry", {"士多啤梨": "strawberry"}),
    ("We use a phrase: 身在曹营心在汉, “his body is in Cao Cao’s camp, but his heart with the Han,” about him.",
     {"身在曹营心在汉": "his body is in Cao Cao’s camp, but his heart with the Han"}),
    ("It is colored with red yeast rice (紅麴) here.", {"紅麴": "red yeast rice"}),
    ("**花**（blossom，一种奇环，也可缩点、再展开）很常见。", {"花": "blossom"}),
    ("published online by _Beijing Cultural Review_/文化纵横 on December 11, 2022.",
     {"文化纵横": "Beijing Cultural Review"}),
    ("在解离性身份障碍（DID）的语境中讨论。", {"解离性身份障碍": "DID"}),
    ("我们采用均方误差（mean squared error）。", {"均方误差": "mean squared error"}),
    ("用氯氮平（clozapine）、帕利哌酮（paliperidone）。", {"氯氮平": "clozapine", "帕利哌酮": "paliperidone"}),
    ("在视觉Transformer（ViT）中怎样编码位置？", {"视觉Transformer": "ViT"}),
    ("权限采用基于属性的访问控制（attribute-based access control）。",
     {"基于属性的访问控制": "attribute-based access control"}),
    ("The word 福 (fu) means fortune.", {"福": "fortune"}),
    ("FTP (File Transfer Protocol，即文件传输协议) 要用两个端口。", {"文件传输协议": "File Transfer Protocol"}),
    ("他说“书里的‘老大哥’（Big Brother）没有脸”。", {"老大哥": "Big Brother"}),
    ("The monk Shide 拾得\u00ad wrote it.", {"拾得": "Shide"}),
    ('"摸鱼" (mōyú) - Slacking Off', {"摸鱼": "Slacking Off"}),
    ("正如历史学家阿尔伯特⸱弗里德（Albert Fried）所说。", {"阿尔伯特⸱弗里德": "Albert Fried"}),
    ("5. 档案散列值 (File Hash)", {"档案散列值": "File Hash"}),
    ("3.2 Harbour Help Station (海港互助站)", {"海港互助站": "Harbour Help Station"}),
    ("| Binary networks [14], <br />二值网络（binary network）", {"二值网络": "binary network"}),
    ("The studio Varnelo (潮声影业) closed.", {"潮声影业": "Varnelo"}),
    ("The World Health Assembly, WHA (世界卫生大会), met.", {"世界卫生大会": "World Health Assembly"}),
    ("The National Harbour Data Office NHDO (国家港口数据局) replied.",
     {"国家港口数据局": "National Harbour Data Office"}),
    ("The clerk simply laughed. (a bit more politely than 嘲笑)", {}),
    ("改用本地缓存（local cache）。", {"本地缓存": "local cache"}),
    ("The master Zhiyuan (智远1089–1163) taught there.", {"智远": "Zhiyuan"}),
    ("输入层有 4种核苷酸（nucleotide）作为原料。", {"核苷酸": "nucleotide"}),
    ("See Atlas of Bridges 橋樑圖集 OPEN ACCESS", {"橋樑圖集": "Atlas of Bridges"}),
    ("2005 年 3 月 2 日賈伯斯（Steve Jobs）發表演說。", {"賈伯斯": "Steve Jobs"}),
    ("时任总监的特里斯坦·凯勒（Tristan Keller）致辞。", {"特里斯坦·凯勒": "Tristan Keller"}),
    ("创始人之一杰拉尔德·莫顿（Gerald Morton）到场。", {"杰拉尔德·莫顿": "Gerald Morton"}),
    ("博物馆的管理员丹尼尔·福特（P. Daniel Ford）说。", {"丹尼尔·福特": "P. Daniel Ford"}),
    ("先求状态向量$x$（state vector）。", {"状态向量": "state vector"}),
    ("- 找出主变量（pivot variable）", {"主变量": "pivot variable"}),
    ("燈籠英文係 lantern。", {"燈籠": "lantern"}),
    ("The essay is about letting it rot (摆烂) at work.", {"摆烂": "letting it rot"}),
    ("It was in People's Daily Online (人民网) today.", {"人民网": "People's Daily Online"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "pairs"), PAIRS, ids=[text for text, _ in PAIRS])
def test_boundaries(text: str, pairs: dict[str, str]) -> None:
    assert {gloss.zh: gloss.en for gloss in extract_from_text(text)} == pairs


@pytest.mark.parametrize(
    "text",
    [
        "它称为基本解[^fundamental-solution]，见下文。",
        "德语的世界观（Weltanschauung）一词很难译。",
        "法文中的「社區」（communauté）與此不同。",
        "拉丁文「和平」（pax）是名詞。",
        "The word for ink (먹) is Korean.",
        "Write the stroke, then add 一 below it.",
        "他常说的“江湖”（jiānghú）已经不在。",
        "the word 陣頭 was new to him.",
        "像 Mymitsi（音譯）變成了奉茶。",
        "更新 WWDC 2025 内容，调用 JSON API 后再测 ISSUE-02。",
        "**Benchmark 表现**：RTF 0.3，WER 4.2%",
        "其中 $\\mu$ 均值 $K$ 个",
        "He nodded (点头) and went on.",
        "这样的网络称之为（Adversarial Network），下文再说。",
        "Binary networks [14], Bi-Real Net [16]；<br/>三值化网络：很多",
        "我们使用 **Docker** 部署应用，也可以用 **Podman** 部署。",
        "Simplified Chinese: 网络",
        "大家看重面子（mianzi）。",
        "The author's 空虚 is not sad.",
        "按 Ctrl+C（复制）保存。",
        "有一本书《How Things Matter》，作者David Meyer在采访里说",
        "準備貨幣增加（vice versa）。",
        "個「係」（hai6）字成日俾人寫錯。",
        "By 王芳 Publication Date: 3 May 2021",
        "参见《灯笼制作规范》（GB/T 98765—2031）。",
        "规则见《信箱命名》（RFC 9876 §4.3）。",
        "**说明** （9.12c）中的解",
        "修订详情（R1-R4）如下。",
        "这种方法很常用（Keller 等人，2011；Ford 和 Morton，2014）。",
        "由巴纳斯等人（Banas et al.）提出。",
        '> "The lamp is lit at dusk and the boats come home." (灯火黄昏，归舟入港)',
        "- [01.preface（**前言**）](01.preface.md)",
        "- O（大O）：在上一行插入",
        "- [Harbour Linux 文档](https://example.org)",
        "作者：[Ann Keller](a) 译者：[Bob](b)",
        "它能让出 DMA（甚至允许中断发生）",
        "#### Cache (以KB计)",
        "- 4.3.1 Harbour Issue 介紹",
        "支持率变化不大（45% vs. 43%）。",
    ],
)
def test_no_pairs(text: str) -> None:
    assert extract_from_text(text) == []


def test_no_english_side_holds_chinese() -> None:
    found = extract_from_text("修改位（modified bit，又名脏位，dirty bit）和截断（truncation，下称 cut）。")
    assert ("修改位", "modified bit") in {(gloss.zh, gloss.en) for gloss in found}
    assert all(gloss.en.isascii() for gloss in found)


def test_an_abbreviation_is_a_kind() -> None:
    (gloss,) = extract_from_text("中国加入世界贸易组织（WTO）已久。")
    assert gloss.kind == TermKind.ABBREVIATION
