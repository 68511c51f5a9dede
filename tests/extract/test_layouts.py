"""Each layout in which authors gloss a term, and texts that look like a gloss but are not."""

import pytest

from termbase.document import markdown
from termbase.document.model import Block, Document
from termbase.extract.glosses import extract
from termbase.extract.model import TermKind
from tests.extract.blocks import extract_from_text

GLOSSES = [
    ("Officials praised high-quality development (高质量发展) again.", {"高质量发展": "high-quality development"}),
    ("It is a “community of practice”(实践共同体), they say.", {"实践共同体": "community of practice"}),
    ("They built the “digital village” ( 数字乡村 ) in May.", {"数字乡村": "digital village"}),
    ("The Belt and Road Initiative （一带一路倡议） is old.", {"一带一路倡议": "Belt and Road Initiative"}),
    ("It warned of “historical nihilism” [历史虚无主义] in books.", {"历史虚无主义": "historical nihilism"}),
    ("It backs the “peaceful rise”\u00a0(\u00a0和平崛起\u00a0) theory.", {"和平崛起": "peaceful rise"}),
    ("The “mass line”[12] (群众路线)[13] came back.", {"群众路线": "mass line"}),
    ("The song “Night Harbour” (〈夜港〉) is old.", {"夜港": "Night Harbour"}),
    ("_Records of the Hall_ (祖堂集 _Zǔtángjí_) is a book.", {"祖堂集": "Records of the Hall"}),
    ("The “mass line,” or qunzhong luxian (群众路线), is old.", {"群众路线": "mass line"}),
    ("The Grand Canal (Chinese: 大运河; pinyin: Dà Yùnhé) is long.", {"大运河": "Grand Canal"}),
    ("An office (the Data Administration, 数据局) was set up.", {"数据局": "Data Administration"}),
    ("The Ministry of Public Security (MPS, 公安部) replied.", {"公安部": "Ministry of Public Security"}),
    ("The Data Security Law (DSL) (数据安全法) applies.", {"数据安全法": "Data Security Law"}),
    ("It speaks of 战备警巡, or combat readiness patrols, there.", {"战备警巡": "combat readiness patrols"}),
    ("The term 内卷 (“involution”) spread.", {"内卷": "involution"}),
    ("A report on 云计算 (cloud computing).", {"云计算": "cloud computing"}),
    ("绿色金融（green finance）和碳市场（carbon market）。It also covers the modern supply chain (供应链).",
     {"绿色金融": "green finance", "碳市场": "carbon market", "供应链": "supply chain"}),
    ("This ‘new enlightenment’ 新啟蒙 of the 1980s ended.", {"新啟蒙": "new enlightenment"}),
    ("Xiao Ming's (蕭明) house stands.", {"蕭明": "Xiao Ming"}),
    ("Premier Su Tseng-chang (蘇貞昌) spoke.", {"蘇貞昌": "Su Tseng-chang"}),
    ("He liked kung fu films (功夫片/功夫電影) a lot.", {"功夫片": "kung fu films", "功夫電影": "kung fu films"}),
    ("core data, important data and general data (核心数据、重要数据、一般数据) differ.",
     {"核心数据": "core data", "重要数据": "important data", "一般数据": "general data"}),
    ("The State of Han (韓) fell to Qin (秦).", {"韓": "Han", "秦": "Qin"}),
    ("我们使用*梯度下降*（gradient descent）更新参数。", {"梯度下降": "gradient descent"}),
    ("这种方法被称为迁移学习（transfer learning）。", {"迁移学习": "transfer learning"}),
    ("中国加入世界贸易组织（World Trade Organization，WTO）已久。", {"世界贸易组织": "World Trade Organization"}),
    ("<u>圖（graph）</u>是一種結構。", {"圖": "graph"}),
    ("他在《正義論》（A Theory of Justice）中說。", {"正義論": "A Theory of Justice"}),
    ("计数排序（英语：Counting sort）是一种算法。", {"计数排序": "Counting sort"}),
    ("旋转卡壳（Rotating Calipers，也称「旋转卡尺」）算法。",
     {"旋转卡壳": "Rotating Calipers", "旋转卡尺": "Rotating Calipers"}),
    ("The essay was reprinted by _Southern Window_/南风窗 on May 2.", {"南风窗": "Southern Window"}),
    ("It was published by 文史天地/_World of Letters_ on May 2.", {"文史天地": "World of Letters"}),
    ("It was first posted on 长亭/Long Pavilion last June.", {"长亭": "Long Pavilion"}),
    ('There is no fixed rendering of "海洋治理," which is called a "broad" idea.', {}),
    ("I translate “海洋治理” freely as “ocean governance,” as others do.", {"海洋治理": "ocean governance"}),
    ("Another translation of “治理” is “stewardship” in that book.", {"治理": "stewardship"}),
    ("It fits the tone, form and usage of “blue coast” (蓝岸; short form of 蓝色海岸) there.",
     {"蓝岸": "blue coast", "蓝色海岸": "blue coast"}),
    ("- 雲層 / 云层 - yún céng - cloud layer", {"雲層": "cloud layer", "云层": "cloud layer"}),
    ("*Yanyu Ji* 烟雨集 (Poems of Mist and Rain) is lost.", {"烟雨集": "Poems of Mist and Rain"}),
    ("He met *Lu Wenhai* 陆文海 (the painter) there.", {"陆文海": "Lu Wenhai"}),
    ("它用倒排索引（ii，inverted index）。", {"倒排索引": "inverted index"}),
    ("**标题**: Quiet Lamps: Reading the Harbour of Old Towns  \n**作者**: Anna Lake, Mingyu Shan, Bo Hill  ", {}),
    ("Penghu (Chinese: 澎湖; Taiwanese: Phînn-ôo) is windy.", {"澎湖": "Penghu"}),
    ("The Yin and Yang (陰陽) school grew.", {"陰陽": "Yin and Yang"}),
    ("On Friendship-友谊", {"友谊": "Friendship"}),
    ("He bought a T-恤 and a book there.", {}),
    ("- overfitting：过拟合", {"过拟合": "overfitting"}),
    ("- 过拟合：overfitting", {"过拟合": "overfitting"}),
    ("## 康威定律（Conway's law）", {"康威定律": "Conway's law"}),
    ("一个免费的工具。（@someone 投稿）", {}),
    ('消息中，"key\\_share" 扩展中的 "extension\\_data" 字段', {}),
    ("独立的选择一个 (EC)DHE 组", {}),
    ("- MAC (Media Access Control)：媒体访问控制。", {"媒体访问控制": "Media Access Control"}),
    ("I(Isolation):隔离性,互不影响。", {"隔离性": "Isolation"}),
    ("Jingguan (静观) - Quiet Observation", {"静观": "Quiet Observation"}),
    ("文化圈（法語：aire culturelle；英語：culture area）的概念由此而來。", {"文化圈": "culture area"}),
    ("发送窗口 swnd (send window) 表示可以发送的数据量。", {"发送窗口": "send window"}),
    ("Boats pass Hung Shan (紅山) (Red Hill) before dawn.", {"紅山": "Red Hill"}),
    ("The signs say “北埠” in Chinese and “North Wharf” in English.", {"北埠": "North Wharf"}),
    ("The brand “青禾” translates to “green sprout,” a nod to its farm.", {"青禾": "green sprout"}),
    ("- 截图 (jiétú) - Screenshot", {"截图": "Screenshot"}),
    ("國民教育之前途 (續) The Future of National Education (continued)",
     {"國民教育之前途": "The Future of National Education"}),
    ("太冲 (Tai Chong): 在足背,第一跖骨间隙的凹陷处.", {}),
    ("这些函数被标记为 (unsafe)，不可直接调用。", {}),
    ("图的每条边都是顶点的有序对（ordered pair），方向不可省略。", {"有序对": "ordered pair"}),
    ("本版不再对（Windows）提供支持。", {}),
    ("Su Shi (苏轼) - Poet and painter", {"苏轼": "Su Shi"}),
    ("Phonetics 語音學", {"語音學": "Phonetics"}),
    ("- 貨幣供給 money supply", {"貨幣供給": "money supply"}),
    ("Logic 分節", {}),
    ("The carbon market (碳市场) models", {"碳市场": "carbon market"}),
    ("He painted “山門” (shan men - mountain gate) on it.", {"山門": "mountain gate"}),
    ("**馬理**（英國醫師，James Marley，1860-1931）", {"馬理": "James Marley"}),
    ("設甲為一集合 (A,B为子集，C为全集)", {}),
    ('He wrote "旧雨," and below it "新知" on the fan.', {}),
    ("时间膨胀，英文叫 time dilation，是相对论的结论。", {"时间膨胀": "time dilation"}),
    ("热力学的英文是 thermodynamics，研究热现象。", {"热力学": "thermodynamics"}),
    ("所謂「光合作用」，英語為 photosynthesis，植物都有。", {"光合作用": "photosynthesis"}),
    ("书里的 heritability 通常译为“遗传率”。", {"遗传率": "heritability"}),
    ("Photosynthesis，中文名「光合作用」，植物都有。", {"光合作用": "Photosynthesis"}),
    ("Babel 将 JSX 编译为“函数调用”，再运行。", {}),
    ("他用 Big5 中文字元写的文件打不开。", {}),
    ("3.1 需求曲线 Demand Curve", {"需求曲线": "Demand Curve"}),
    ("- 需求曲线 demand curve：价格越低，需求越多", {"需求曲线": "demand curve"}),
    ("2. 关于 Ken", {}),
    ("- 使用 Visual Studio Code", {}),
    ("They spoke of “Li Ming Sea Thought,” or Li Ming haiyang sixiang (李明海洋思想), there.",
     {"李明海洋思想": "Li Ming Sea Thought"}),
    ("So ‘involution’—or *neijuan* (内卷) in Mandarin—isn’t new.", {"内卷": "involution"}),
    ("| 打工人 (Dagongren) | worker |", {}),
    ("Here 咖啡 is the transliteration of the English word “coffee.”", {"咖啡": "coffee"}),
    ("Portraits by 陈可文 Chen Kewen from the Academy of Fine Arts.", {"陈可文": "Chen Kewen"}),
    ("See Zhou Mingda and Sun Kelan 周明达、孙可岚, who disagreed.",
     {"周明达": "Zhou Mingda", "孙可岚": "Sun Kelan"}),
    ("[7] Zhou Wenda 周文达, “乡村税费改革的历史与现实困境” in 农村研究.", {"周文达": "Zhou Wenda"}),
    ("“乡村税费改革的历史与现实困境及其出路的若干思考”，“再论小农经济的前途与命运” first appeared on the website"
     " of _Open Field_/田野 on December 8, 2022, and then elsewhere.",
     {"田野": "Open Field"}),
    ("2014                         _A Year of Rain_                 雨之年             Director",
     {"雨之年": "A Year of Rain"}),
    ("卷积神经网络（**C**onvolutional **N**eural **N**etwork）很常用。",
     {"卷积神经网络": "**C**onvolutional **N**eural **N**etwork"}),
    ("_White Earth: A Life_ (白土：一生) sold well.", {"白土：一生": "White Earth: A Life"}),
    ("Her book _White Earth: A Life_ 白土: 一生 (2020) sold well.", {"白土: 一生": "White Earth: A Life"}),
    ("她寫了紅土：一生（Red Earth: A Life）。", {"紅土：一生": "Red Earth: A Life"}),
    ("Xu Mingda’s 许明达 2005 book is short.", {"许明达": "Xu Mingda"}),
    ("- 海上救援局 MRA Maritime Rescue Authority", {"海上救援局": "Maritime Rescue Authority"}),
    ("## 港口的渔业保险 Fishery Insurance", {"渔业保险": "Fishery Insurance"}),
    ("a. Rights and Duties  權利與義務", {"權利與義務": "Rights and Duties"}),
    ("Dumplings or 饺子 are eaten at midnight.", {"饺子": "Dumplings"}),
    ("It is a rice cake called 年糕 or niangao.", {"年糕": "rice cake"}),
    ("「Lumberjack」意为「伐木工」。", {"伐木工": "Lumberjack"}),
    ("“气”通常译为 vital energy，也有人音译。", {"气": "vital energy"}),
    ("看[行程表](https://example.org/a_b) (timetable)就知道。", {"行程表": "timetable"}),
    ("「机械钟」<sup class='n'><a href='#r'>3</a></sup>（mechanical clock）很贵。",
     {"机械钟": "mechanical clock"}),
    ("见国际电报联盟（ITU [Union of International Telegraphs]）的规定。",
     {"国际电报联盟": "Union of International Telegraphs"}),
    ("特洛伊（Troy，又译为特罗伊）在海边。", {"特洛伊": "Troy", "特罗伊": "Troy"}),
    ("Go (Chinese: 围棋; Japanese: igo) is played by two.", {"围棋": "Go"}),
    ("- Water Rights in Taiwan (台灣水權) — how the dams came to be.", {"台灣水權": "Water Rights in Taiwan"}),
]  # fmt: skip

NO_GLOSSES = [
    "参数为 book_title (书名)，见下文。",
    "- color (可选), size (必填)",
    "- The cell stays (保持原文)",
    "The plan Pro ($10/月) is cheap.",
    "## Design Notes (2026-08-20 补充)",
    "The model BERT（以及它的变体）很常用。",
    "见循环（[kernel/loop.c:59](https://example.org)）。",
    "这个工具可用（[@someone](https://example.org) 投稿）。",
    "见“`read`（[kernel/file.c](https://example.org)）中读取”（[kernel/loop.c](https://example.org)）。",
    'They say "视频" instead of "影片" for what they watch.',
    'His poem "秋思", admired by Anna Bell as "quite short", is lost.',
    "**Further reading:** [方若瑜](http://example.org/a) and others.",
    "The notice (国发〔2021〕12号) was withdrawn.",
    "It was issued on Tuesday (2023年5月1日) without comment.",
    "He wrote on key terms (人工智能, 算力, 芯片) that week.",
    "When a unit solves 训战脱节, the article shows a workaround.",
    "His book “The Smooth Society” (なめらかな社会) is Japanese.",
    "The military village (juancun) is gone.",
    "模型（GPT、BERT、T5 等）都被训练。",
    "该书（2003）已经绝版，另见（第 3 页）。",
    "打开终端（Terminal.app）即可。",
    "文字列（URLパラメーター）を使う。",
    "",
    "（）()[]",
]


@pytest.mark.parametrize(("text", "pairs"), GLOSSES, ids=[text for text, _ in GLOSSES])
def test_layout(text: str, pairs: dict[str, str]) -> None:
    assert {gloss.zh: gloss.en for gloss in extract_from_text(text)} == pairs


@pytest.mark.parametrize("text", NO_GLOSSES)
def test_no_gloss(text: str) -> None:
    assert extract_from_text(text) == []


def test_each_quoted_meaning_is_a_pair() -> None:
    found = extract_from_text(
        "The verb 抓 zhuā means “catch” or “seize” there, and 桥 qiáo “bridge; beam” is a noun."
    )
    assert [(gloss.zh, gloss.en) for gloss in found] == [
        ("抓", "catch"), ("抓", "seize"), ("桥", "bridge"), ("桥", "beam")
    ]  # fmt: skip


def test_both_scripts_in_one_bracket_are_two_pairs() -> None:
    found = extract_from_text("The Mid-Autumn Festival (中秋節 / 中秋节, pinyin: Zhōngqiū Jié) is in September.")
    assert [(gloss.zh, gloss.en) for gloss in found] == [
        ("中秋節", "Mid-Autumn Festival"),
        ("中秋节", "Mid-Autumn Festival"),
    ]
    assert {gloss.pinyin for gloss in found} == {"Zhōngqiū Jié"}


def test_a_reading_of_chinese_that_a_bracket_translates_is_its_pinyin() -> None:
    (found,) = extract_from_text("*Yanyu Ji* 烟雨集 (Poems of Mist and Rain) is lost.")
    assert (found.en, found.pinyin) == ("Poems of Mist and Rain", "Yanyu Ji")


@pytest.mark.parametrize(
    "text",
    [
        "The Ministry of Public Security (MPS, 公安部) replied.",
        "The Ministry of Public Security (MPS) (公安部) replied.",
        "The Ministry of Public Security, MPS (公安部), replied.",
        "加入公安系统的公安部（Ministry of Public Security，MPS）答复了。",
    ],
)
def test_an_abbreviation_is_kept_beside_the_pair(text: str) -> None:
    (gloss,) = extract_from_text(text)
    assert (gloss.zh, gloss.en, gloss.abbreviation) == ("公安部", "Ministry of Public Security", "MPS")


def test_an_abbreviation_alone_is_the_english() -> None:
    (gloss,) = extract_from_text("中国加入世界贸易组织（WTO）已有二十年。")
    assert (gloss.zh, gloss.en, gloss.abbreviation) == ("世界贸易组织", "WTO", None)


def test_the_reasons_add_up_to_the_choice() -> None:
    (gloss,) = extract_from_text("The “mass line” (群众路线) came back.")
    assert gloss.reasons[0].weight > 0
    assert {reason.name for reason in gloss.reasons} >= {"enclosed", "rendered"}
    assert gloss.confidence > 0.9


def test_a_filled_line_ends_like_a_blank() -> None:
    (gloss,) = extract_from_text("It praised the Global Security\nInitiative (全球安全倡议) twice.")
    assert gloss.en == "Global Security\nInitiative"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Foreign minister Wang Yi (王毅) spoke.", TermKind.PERSON),
        ("The ships left the Taiwan Strait (台湾海峡) on Monday.", TermKind.PLACE),
        ("The Ministry of Public Security (公安部) replied.", TermKind.ORGANISATION),
        ("The Data Security Law (数据安全法) applies.", TermKind.TITLE),
        ("Cadres must “tell the story of China well” (讲好中国故事) abroad.", TermKind.SLOGAN),
        ("The law protects “critical information infrastructure” (关键信息基础设施) first.", TermKind.TERM),
        ("It uses machine learning (机器学习) daily.", TermKind.TERM),
        ("It joined the Digital Silk Road (数字丝绸之路) in May.", TermKind.TERM),
        ("It explains Game Theory (博弈论) well.", TermKind.TERM),
        ("The Huaining army (淮宁军) marched north.", TermKind.ORGANISATION),
        ("They live in Qingxi village (清溪村) now.", TermKind.PLACE),
        ("二分搜索法（Binary Search）很快。", TermKind.TERM),
        ("《港口法》（Harbour Law）很新。", TermKind.TITLE),
        ("They teach Miao Medicine (苗医) there.", TermKind.TERM),
        ("The poet Long Yunshan (龙云山) spoke.", TermKind.PERSON),
        ("They rowed to Nam Sang Island (南生岛) then.", TermKind.PLACE),
        ("They rowed to Tai Shek Wan (大石湾) then.", TermKind.PLACE),
        ("It hangs in the City Library (余图) now.", TermKind.TERM),
        ("- 回声网路（Echo Loop）很短。", TermKind.TERM),
        ("- 乘客通行证（Passenger Pass）", TermKind.TERM),
        ("### 评论 (Comments)", TermKind.TERM),
        ("The founder was **Peter Lai** (賴明德), she said.", TermKind.PERSON),
        ("It was led by [Anna Hung (洪安娜)](/people/hung).", TermKind.PERSON),
        ("It was led by Helen Tsai (蔡海倫) then.", TermKind.PERSON),
        ("She wrote *Village of Snow* (雪村) in 1990.", TermKind.TITLE),
        ("She wrote <i>River of Lamps</i> (灯河) in 1990.", TermKind.TITLE),
        ("They live in **Snow Village** (雪村) now.", TermKind.PLACE),
        ("He directed the film Lamp River (灯河) in 1990.", TermKind.TITLE),
        ("He joined the Lamp River Band (灯河乐队) in 1990.", TermKind.ORGANISATION),
        ("It closed the Harbour Games (港口运动会) in 1990.", TermKind.TERM),
        ("- [操作日志（Operation Log）](log.md)", TermKind.TERM),
        ("她在电影里见到埃莉诺女王（Queen Eleanor）。", TermKind.PERSON),
        ("卡尔-霍夫曼（Karl Hoffmann）写了这本书。", TermKind.PERSON),
        ("“灯火不远” [“The Lamps Are Near”] (Chinese).", TermKind.TITLE),
        ("他说这是众口铄金（public clamour melts gold）。", TermKind.SLOGAN),
        ("### 語氣助詞 (Modal Particles)", TermKind.TERM),
        ("西蒙娜·德·波伏瓦（Simone de Beauvoir）写道。", TermKind.PERSON),
        ("阿波罗（Apollo）是太阳神。", TermKind.PERSON),
        ("They rowed to Ko Shek Wan (高石灣) then.", TermKind.PLACE),
        ("The Book of Lamps (燈錄) is old.", TermKind.TITLE),
        ("The Lamp Makers Committee (燈匠委員會) met.", TermKind.ORGANISATION),
        ("The master Abbot Zhi Yuan (智圓禪師) wrote it.", TermKind.PERSON),
        ("调试器里设中断（Breakpoint）即可。", TermKind.TERM),
    ],
)
def test_kind(text: str, kind: TermKind) -> None:
    (gloss,) = extract_from_text(text)
    assert gloss.kind == kind


def test_a_heading_in_both_languages_may_be_a_link() -> None:
    text = "- [Open questions 开放问题](https://example.org/questions)"
    (gloss,) = extract(Document("a.md", text, "utf-8", tuple(markdown.blocks(text))))
    assert (gloss.zh, gloss.en) == ("开放问题", "Open questions")


def test_contexts_that_differ_tell_a_term() -> None:
    parts = ["They revived simple lantern verse (谜语诗) there.", "Critics of lantern verse (谜语诗) were few."]
    text = "\n\n".join(parts)
    found = extract(Document("a.txt", text, "utf-8", tuple(Block(text.index(part), part) for part in parts)))
    alone = [gloss for part in parts for gloss in extract_from_text(part)]
    assert [gloss.en for gloss in found] == ["lantern verse"] * 2
    assert found[-1].confidence > alone[-1].confidence


@pytest.mark.parametrize(
    ("text", "is_imperfect"),
    [
        ("The White Terror era (白色恐怖) was long.", True),
        ("The White Terror (白色恐怖) was long.", False),
        ("The Bank of Jiangsu (江苏银行股份有限公司) is listed.", True),
        ("The Bank of Jiangsu (江苏银行) is listed.", False),
        ("They signed the “2025-2026 Action Plan” (行动计划) there.", True),
    ],
)
def test_imperfect(text: str, is_imperfect: bool) -> None:
    (gloss,) = extract_from_text(text)
    assert gloss.imperfect == is_imperfect
