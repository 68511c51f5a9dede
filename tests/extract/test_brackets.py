"""What a bracket holds beside one term: an abbreviation with its full form, two words for one term, a pair."""

import pytest

from tests.extract.blocks import extract_from_text

FULL_FORMS = [
    ("这是响度等级（LL [Loudness Level]）的定义。", {"响度等级": "Loudness Level"}),
    ("**主动噪声控制（ANC [Active Noise Control]）** 很常见。", {"主动噪声控制": "Active Noise Control"}),
    ("它用离散余弦变换（DCT (Discrete Cosine Transform)）压缩。", {"离散余弦变换": "Discrete Cosine Transform"}),
    ("## 进程间通信 (IPC [Inter-Process Communication])", {"进程间通信": "Inter-Process Communication"}),
    ("数字签名（DSA [see appendix]）很快。", {"数字签名": "DSA"}),
    ("卷积网络（Convolutional Network [CN]）很常用。", {"卷积网络": "Convolutional Network"}),
    ("来自 **怀特·布朗（Harold A. Brown，1884～1981）** 的论文。", {"怀特·布朗": "Harold A. Brown"}),
    ("物理学家麦克斯韦（James Clerk Maxwell，1831~1879）统一了电与磁。", {"麦克斯韦": "James Clerk Maxwell"}),
    ("请看附录（Solaris [仅限旧版]）中的表。", {}),
    ("安装目录（C: [可选]）不要改。", {}),
    ("调用函数（f [x]）即可。", {}),
    ("线性回归（linear regression [见第三章]）很简单。", {"线性回归": "linear regression"}),
]  # fmt: skip

ALTERNATIVES = [
    ("老师发了课本(textbook/book)给大家。", {("课本", "textbook"), ("课本", "book")}),
    ("工厂用煤炭(coal/charcoal)发电。", {("煤炭", "coal"), ("煤炭", "charcoal")}),
    ("这里种玉米（maize/corn），也养牛。", {("玉米", "maize"), ("玉米", "corn")}),
    ("他买了汽车（car/automobile）。", {("汽车", "car"), ("汽车", "automobile")}),
    ("城里有电影院（movie theater/cinema）。", {("电影院", "movie theater"), ("电影院", "cinema")}),
    ("河边有森林（forest/woods）。", {("森林", "forest"), ("森林", "woods")}),
    ("这是读写（read/write）权限。", {("读写", "read/write")}),
    ("He taught cheng (诚, sincerity/good faith) there.", {("诚", "sincerity"), ("诚", "good faith")}),
    ("It is the input/output (输入输出, input/output) unit.", {("输入输出", "input/output")}),
    ("系统有输入输出（input/output）设备。", {("输入输出", "input/output")}),
    ("传输控制协议（TCP/IP）很老。", {("传输控制协议", "TCP/IP")}),
    ("它分正负（positive/negative）两极。", {("正负", "positive/negative")}),
    ("按下开关（on/off）即可。", {("开关", "on/off")}),
    ("这是上下行（uplink/downlink）速率。", {("上下行", "uplink/downlink")}),
]  # fmt: skip

PAIRS = [
    ("三種動機（經理人追求「帝國擴張 Empire Expansion」等）並存。", {("帝國擴張", "Empire Expansion")}),
    ("模型會假裝服從（「策略欺騙」Strategic Deception）。", {("策略欺騙", "Strategic Deception")}),
    ("【國民年金保險 National Pension Insurance】", {("國民年金保險", "National Pension Insurance")}),
    ("这一章讲需求（包括需求曲线 demand curve 的移动）。", {("需求曲线", "demand curve")}),
    ("他分析了市场（特别是机会成本 opportunity cost）。", {("机会成本", "opportunity cost")}),
    ("细胞有外层（叫细胞膜cell membrane）。", {("细胞膜", "cell membrane")}),
    ("这个程序（支持 Windows 窗口）很小。", set()),
    ("请看说明（打开 Settings 设置）再装。", set()),
    ("发布会（地点 Beijing）改期了。", set()),
    ("新版本（修复 error 处理）已发布。", set()),
    ('throw new LampError("灯坏");', set()),
    ('我们用 Scheduler("调度器") 安排任务。', {("调度器", "Scheduler")}),
    ("作者（曾任 Harvard 教授）去年退休。", set()),
    ("这是旧版（见 old version 目录）的文件。", set()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "pairs"), FULL_FORMS)
def test_an_abbreviation_with_its_full_form_or_years(text: str, pairs: dict[str, str]) -> None:
    assert {gloss.zh: gloss.en for gloss in extract_from_text(text)} == pairs


@pytest.mark.parametrize(("text", "pairs"), [*ALTERNATIVES, *PAIRS])
def test_two_words_for_one_term_and_a_pair_inside(text: str, pairs: set[tuple[str, str]]) -> None:
    assert {(gloss.zh, gloss.en) for gloss in extract_from_text(text)} == pairs
