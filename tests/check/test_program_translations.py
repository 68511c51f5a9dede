"""Right translations of programs in which a term, code or figure only seems to be wrong, and wrong ones beside."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from termbase.bitext import Bitext, SegmentPair
from termbase.model import AdministrativeStatus, ConceptEntry, LanguageSection, PartOfSpeech, TermSection, Termbase
from tests.check.checking import check_bitexts

DEPRECATED = AdministrativeStatus.DEPRECATED
NAME = PartOfSpeech.PROPER_NOUN


def concept(number: int, *terms: tuple[str, TermSection]) -> ConceptEntry:
    tags = dict.fromkeys(tag for tag, _ in terms)
    sections = tuple(LanguageSection(tag, tuple(term for other, term in terms if other == tag)) for tag in tags)
    return ConceptEntry(f"c{number}", sections)


def name(english: str, chinese: str) -> tuple[tuple[str, TermSection], ...]:
    sections = (TermSection(text, part_of_speech=NAME) for text in (english, chinese))
    return tuple(zip(("en", "zh-Hans-CN"), sections, strict=True))


CONCEPTS = (
    concept(1, *name("Save", "保存")),
    concept(2, *name("I", "甲型")),
    concept(3, *name("Harbour Light", "港灯")),
    concept(14, *name("no", "反对")),
    concept(15, ("en", TermSection("copy", part_of_speech=PartOfSpeech.VERB)), ("zh-Hans-CN", TermSection("复制"))),
    concept(
        16, ("en", TermSection("contact", part_of_speech=PartOfSpeech.NOUN)), ("zh-Hans-CN", TermSection("人脉"))
    ),
    concept(17, ("en", TermSection("pattern")), ("zh-Hans-CN", TermSection("模式"))),
    concept(18, ("en", TermSection("level")), ("zh-Hans-CN", TermSection("等级"))),
    concept(19, ("en", TermSection("letter")), ("zh-Hans-CN", TermSection("信件"))),
    concept(20, *name("Key Harbour", "钥匙港")),
    concept(21, *name("KB", "KB")),
    concept(22, *name("Spelling", "拼写检查")),
    concept(23, *name("available", "在线")),
    concept(26, ("en", TermSection("package")), ("zh-Hans-CN", TermSection("软件包"))),
    concept(24, *name("firewall", "防火墙")),
    concept(27, ("en", TermSection("extension")), ("zh-Hans-CN", TermSection("扩充件"))),
    concept(28, ("en", TermSection("compliance")), ("zh-Hans-CN", TermSection("合规"))),
    concept(29, ("en", TermSection("dividend")), ("zh-Hans-CN", TermSection("股利"))),
    concept(
        25, ("en", TermSection("disc")), ("zh-Hans-CN", TermSection("光盘")), ("zh-Hant-TW", TermSection("CD"))
    ),
    concept(4, ("en", TermSection("upgrade")), ("zh-Hans-CN", TermSection("升级（名词）"))),
    concept(5, ("en", TermSection("order")), ("zh-Hans-CN", TermSection("排名"))),
    concept(6, ("en", TermSection("how-to")), ("zh-Hans-CN", TermSection("操作指南"))),
    concept(7, ("en", TermSection("address")), ("zh-Hans-CN", TermSection("电子邮件地址"))),
    concept(8, ("en", TermSection("TAB", status=DEPRECATED)), ("en", TermSection("Timber Advisory Body"))),
    concept(
        9,
        ("en", TermSection("unit", status=DEPRECATED)),
        ("en", TermSection("unit file")),
        ("zh-Hans-CN", TermSection("单元文件")),
    ),
    concept(
        10,
        ("en", TermSection("RIG", status=DEPRECATED)),
        ("en", TermSection("Rig®")),
        ("zh-Hans-CN", TermSection("RIG")),
    ),
    concept(
        11,
        ("en", TermSection("revert")),
        ("zh-Hans-CN", TermSection("恢复")),
        ("zh-Hans-CN", TermSection("复原", status=AdministrativeStatus.PREFERRED)),
    ),
    concept(
        12,
        ("en", TermSection("remove")),
        ("zh-Hans-CN", TermSection("去除")),
        ("zh-Hant-TW", TermSection("移除")),
    ),
    concept(
        27,
        ("en", TermSection("tidy")),
        ("zh-Hans-CN", TermSection("整理")),
        *(("zh-Hant-TW", TermSection(term)) for term in ("收拾", "雙重驗證", "更動記錄", "印表機記錄")),
    ),
    *(
        concept(number, ("en", TermSection(english)), ("zh-Hans-CN", TermSection(chinese)))
        for number, (english, chinese) in enumerate(
            {
                "page": "页面",
                "item": "项目",
                "song": "歌曲",
                "name": "名称",
                "error": "错误",
                "view": "视图",
                "change": "更动",
                "tag": "标签",
                "example": "示例",
                "note": "笔记",
                "calendar": "日历",
                "time": "时间",
                "user": "用户",
                "ticket": "门票",
                "account": "帐户",
                "permission": "权限",
                "option": "选项",
                "sale": "销售",
                "date": "日期",
                "number": "数字",
                "new garden": "新花园",
                "setting": "设定",
                "custom": "自选",
            }.items(),
            30,
        )
    ),
    concept(
        13,
        ("en", TermSection("printer")),
        ("zh-Hans-CN", TermSection("打印机")),
        ("zh-Hant-TW", TermSection("印表機")),
    ),
)


def found(*pairs: tuple[str, str] | SegmentPair, concepts: Sequence[ConceptEntry] = CONCEPTS) -> list[str]:
    segments = tuple(
        pair if isinstance(pair, SegmentPair) else SegmentPair(str(index), *pair)
        for index, pair in enumerate(pairs)
    )
    findings = check_bitexts([Bitext("m.po", "en", "zh-Hans-CN", segments)], [Termbase(tuple(concepts))])
    return [f"{finding.name} {finding.text}" for finding in findings]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("The file is stored.", "文件已保存。"),  # 保存 is an ordinary word, not the button Save
        ("Please save a copy", "请另存一份"),
        ("There is no file", "没有文件"),
        ("No file is here", "这里没有文件"),
        ("Found %i files", "找到 %i 个文件"),
        ("_Invert", "反转(_I)"),
        ("An upgrade is ready", "有升级可用"),
        ("Wait in order to finish", "等待完成"),
        ("Learn how to print", "学习如何打印"),
        ("IP address", "IP 地址"),
        ("the ad_dress", "地址(_D)"),
        ("The Tab key", "Tab 键"),
        ("Timber Unit list", "Timber Unit 列表"),
        ("values: unit, none", "取值：unit、none"),
        ("    --no-unit   none", "    --no-unit   无"),
        ("a RIG loan", "RIG 贷款"),
        ("TAB and LFD", "TAB 和 LFD"),
        ("the signal UNIT", "信号 UNIT"),
        ("a copy of it", "它的副本"),
        ("Could not contact us", "无法联系我们"),
        ("to contact the user", "联系用户"),
        ("a pattern of dots", "点状图案"),
        ("type a letter", "输入字母"),
        ("the harbour with the key", "钥匙港"),
        ("Kilobytes", "KB"),
        ("Check the spelling of it", "拼写检查"),
        ("Check it", "拼写检查"),  # a label, no name that could be added
        ("remove it", "移除它"),  # a usual translation on the mainland, whatever the termbase lists
        ("Available formats", "可用格式"),
        ("a disc", "一张 CD"),
        ("Please contact your admin", "请联系管理员"),
        ("package management", "包管理"),
        ("save;revert;unit;", "save;revert;unit;恢复;"),
        ("the harbour of the Key moderator", "钥匙港"),
        ("the Key port", "钥匙港"),
        ("Force the package to close, or let it end", "强制它关闭，或者让它结束"),
        ("Native Unit Messaging", "Native Unit Messaging 脚本"),
        ("symbolic units", "符号单位(unit)"),
        ("UNIT_(U)EFI is on", "启用了 UNIT_(U)EFI"),
        ('delete the address "%s"', "删除“%s”"),
        ("{0} songs of hers", "她的 {0} 首歌"),
        ("View the whole garden", "查看整座花园"),
        ("You want to tag the garden", "您要标记花园"),
        ("calendar|Julian", "儒略历"),
        ("View", "查看"),
        ("Views the garden", "查看花园"),
        ("Where do you tag the garden?", "您在哪里做？"),
        ("Nothing to tag here", "这里什么也没有"),
        ("It failed too many times", "失败的次数太多"),
        ("The user is away", "对方不在"),
        ("Here, for example, they sing", "举例来说，他们在这里唱歌"),
        ("Your user account sings", "你的账户会唱歌"),
        ("The user interface sings", "界面会唱歌"),
        ("Choose this setting", "选择此选项"),
        ("A custom garden", "自行安排的花园"),
        ("The number of pages", "总页数"),
        ("Unknown file extension", "后缀不明"),
        ("in compliance with the order of songs", "遵照歌曲排名"),
        ("the ex-dividend day", "除净日"),
        ("You have no permission to sing", "您无权唱歌"),
        ("You don't have permissions to sing", "您无权唱歌"),
        ("Choose this option", "选择此项"),
        ("%d more times", "还有 %d 次"),
        ("At the time they sing", "他们唱歌时"),
        ("There was an error in the garden", "花园里出错"),
        ("Error while they sing", "唱歌时出错"),
        ("The garden is for sale", "花园正在出售"),
        ("Name", "姓名"),
        ("The expiry date of it", "它的有效期"),
        ("The garden is out of date", "花园已过时"),
        ("The ticket is checked", "已检票"),
        ("Ticket of hers", "票是她的"),
        ("Two tickets of hers", "她的两张票"),
        ("Her account", "她的账户"),
        ("View “%s”", "查看“%s”"),
        ("Sing and view", "唱歌和查看"),
        ("This views the garden", "查看花园"),
        ("Error in the garden", "花园有错"),
        ("View <b>it</b>", "查看<b>它</b>"),
        ("User names", "用户名"),
        ("A new garden", "一座新的花园"),
        ("label_open_garden", "打开花园 %s，共 3 个页面"),
        ("Number of songs: %s", "歌曲数量：%s"),
    ],
)
def test_words_that_are_no_terms_here(source: str, target: str) -> None:
    assert found((source, target)) == []


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("Press Save", "请按按钮", "missing Save"),
        ("No", "好", "missing No"),
        ("the harbour light", "那盏灯", "missing harbour light"),
        ("the street lamp", "港灯", "extra 港灯"),
        ("An upgrade is ready", "有新版本可用", "missing upgrade"),
        ("copy it", "备份它", "missing copy"),
        ("the contact", "用户", "missing contact"),
        ("a pattern of dots", "点状图样", "missing pattern"),
        ("the level", "级别", "missing level"),
        ("a letter of thanks", "感谢词", "missing letter"),
        ("the harbour", "钥匙港", "extra 钥匙港"),
        ("Megabytes", "KB", "extra KB"),
        ("Available", "可用", "missing Available"),
        ("a firewall", "一道墙", "missing firewall"),
        ("package management", "包含管理员", "missing package"),
        ("The order of items", "项目", "missing order"),
        ("Read the how-to", "阅读文档", "missing how-to"),
        ("IP address", "IP 号码", "missing address"),
        ("a unit is used", "使用了 Unit", "deprecated Unit"),
        ("my unit", "我的 unit 与 UNIT", "deprecated UNIT"),
        ("tidy it", "收拾它", "region 收拾"),
        ("the printer", "印表机", "region 印表机"),
        ("Force the package to close", "强制关闭", "missing package"),
        ('the address "%s" is used', "用户“%s”已使用", "missing address"),
        ("The page is long", "这里很长", "missing page"),
        ("Please change it, it grows", "请修改它，X 更长", "missing change"),
        ("Files of his name", "名单文件", "missing name"),
        ("An error of his", "他的毛病", "missing error"),
        ("A view of the garden", "查看花园", "missing view"),
        ("A good example", "他很好", "missing example"),
        ("Here, for example, they sing", "他们在这里唱歌", "missing example"),
        ("Error baking the pie", "烤饼", "missing Error"),
        ("Your user sings", "你的账户会唱歌", "missing user"),
        ("The setting of the sun", "选项", "missing setting"),
        ("The extension of the garden", "花园的后缀", "missing extension"),
        ("the compliance of songs", "遵照歌曲", "missing compliance"),
        ("the dividend day", "除净日", "missing dividend"),
        ("calendar | Julian", "儒略 | 历", "missing calendar"),
        ("Views and gardens", "查看和花园", "missing Views"),
        ("Garden. Song", "花园。曲子", "missing Song"),
        ("The time is over", "到此为止", "missing time"),
        ("The user is away", "他不在", "missing user"),
        ("The song is away", "对方不在", "missing song"),
        ("You have my permission to sing", "您唱歌", "missing permission"),
        ("Choose that other option", "选择它", "missing option"),
        ("The time is over", "三次", "missing time"),
        ("The sale of the garden", "花园很贵", "missing sale"),
        ("The name of the garden", "花园叫作", "missing name"),
        ("The date of the garden", "花园有效", "missing date"),
        ("Her ticket", "她的车", "missing ticket"),
        ("Her account", "她的账号", "missing account"),
        ("A new garden", "一座新修的花园", "missing new garden"),
        ("A new garden beside the new garden", "一座新的花园", "missing new garden"),
        ("The number of the garden", "花园", "missing number"),
        ("Save_As", "另存 3", "number 3"),
    ],
)
def test_words_that_are_terms(source: str, target: str, expected: str) -> None:
    assert expected in found((source, target))


def test_numbers_alone_may_be_prices_in_two_currencies() -> None:
    prices = [(f"{number},500", f"{number * 28},000") for number in range(1, 6)]
    assert found(*prices, ("8 days", "9 天")) == ["number 8", "number 9"]
    same = [(f"{number},500", f"{number},500") for number in range(1, 6)]
    assert found(*same, ("9,500", "9,600")) == ["number 9,500", "number 9,600"]


@pytest.mark.parametrize(
    ("english", "chinese", "source", "target", "other"),
    [
        ("letter", "字母", "Use capital letters", "使用大楷", "Use plain letters"),
        ("software", "软件", "Add software packages", "加入套件", "Add software"),
        ("list", "清单", "Join the mailing list", "参加论坛", "Join the list"),
        ("source", "来源", "Add a source file", "加入原始档", "Add a source"),
        ("time", "时间", "It rings less than 5 times", "响铃少于五次", "Its time is 5"),
        ("web", "网页", "This web site is slow", "此网站很慢", "The web is slow"),
        ("number", "数目", "Choose the number of songs", "选择多少首歌", "Choose a number"),
        ("colour", "颜色", "Edit the colour palette", "编辑调色板", "Edit the colour"),
        ("version", "版本", "the GNU licence, version 2", "GNU 许可证第二版", "a version of the licence"),
    ],
)
def test_phrases_that_render_a_term(english: str, chinese: str, source: str, target: str, other: str) -> None:
    term = concept(1, ("en", TermSection(english)), ("zh-Hans-CN", TermSection(chinese)))
    assert found((source, target), concepts=(term,)) == []
    assert [each.split()[0] for each in found((other, target), concepts=(term,))][:1] == ["missing"]


def test_a_rendering_counts_only_where_the_source_has_its_concept() -> None:
    other = ("to regain space", "要恢复空间")
    assert found(("revert it", "复原它"), other) == []
    assert found(("revert it", "复原它"), ("revert all", "全部恢复")) == ["mixed 恢复"]


def test_each_english_term_of_a_concept_may_have_a_translation_of_its_own() -> None:
    terms = (
        ("en", TermSection("gloom")),
        ("en", TermSection("murk")),
        *(("zh-Hans-CN", TermSection(word)) for word in ("幽暗", "浑浊")),
    )
    concepts = [concept(1, *terms)]
    apart = [("the gloom", "那幽暗"), ("his gloom", "他的幽暗"), ("the murk", "那浑浊")]
    assert found(*apart, concepts=concepts) == []
    assert found(*apart, ("her gloom", "她的浑浊"), concepts=concepts) == ["mixed 浑浊"]


def test_renderings_of_a_longer_term_are_not_mixed_with_those_of_the_shorter_one() -> None:
    terms = [("en", "board"), ("en", "oak board"), ("zh-Hans-CN", "木板"), ("zh-Hans-CN", "栎木板")]
    concepts = [concept(1, *((tag, TermSection(term)) for tag, term in terms))]
    pairs = [("the oak board", "那块栎木板"), ("the board", "那块木板"), ("a board", "一块木板")]
    assert found(*pairs, concepts=concepts) == []
    assert found(*pairs, ("his board", "他的栎木板"), concepts=concepts) == ["mixed 栎木板"]


def test_an_english_word_that_the_source_has_in_plural_is_copied() -> None:
    assert found(("a list of TABs", "TAB 列表")) == []


def test_a_wrong_sense_is_found_where_the_file_mostly_has_the_listed_translation() -> None:
    right = [("a pattern", "一个模式"), ("The pattern ends", "模式结束")]
    assert found(*right, ("dots pattern", "点状图案")) == ["missing pattern"]


def test_two_concepts_say_the_same_only_once() -> None:
    terms = (("en", TermSection("printer")), ("zh-Hans-CN", TermSection("打印机")))
    assert found(("a printer", "机器"), concepts=[concept(1, *terms), concept(2, *terms)]) == ["missing printer"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("收拾它", "“收拾” is listed in the termbase only for Taiwan"),
        ("印表机", "“印表机” is the wording of Taiwan"),
        ("双重验证", "“双重验证” is listed in the termbase only for Taiwan"),
        ("更动记录", "“更动记录” is listed in the termbase only for Taiwan"),
        ("印表机记录", "“印表机记录” is the wording of Taiwan"),
    ],
)
def test_an_ordinary_word_is_not_called_wording_of_another_region(text: str, message: str) -> None:
    pair = SegmentPair("1", "tidy the printer", text)
    findings = check_bitexts([Bitext("m.po", "en", "zh-Hans-CN", (pair,))], [Termbase(CONCEPTS)])
    assert message in [finding.message for finding in findings]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("%i files", "%d 个文件"),
        ("?s{Size: %s}", "?s{大小： %s}"),
        ("%0.f ms", "%.0f 毫秒"),
        ("%s!%n%nType '%s'", "%s！%n%n 输入“%s”"),
        ('run "$HOME/x"', '运行 "${HOME}/x"'),
        ('<Tab value="in" label="Input">the text', '<Tab value="in" label="输入">文字'),
        ("{n, plural, one {# part} other {# parts}}", "{n} 个部分"),
        ("{n, plural, one {# part} other {# parts}}", "{n, number} 个部分"),
        ("INTEGER is a line\n{INTEGER} repeats", "整数是行号\n{整数} 重复"),
        ("PATTERN is text\n%PATTERN% skips", "模式是文本\n%模式% 跳过"),
        ("<b>%u of %u</b> parts", "<b>%u</b> 个部分，共 <b>%u</b> 个"),
    ],
)
def test_codes_that_are_the_same(source: str, target: str) -> None:
    assert found((source, target), concepts=()) == []


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("%u files", "%d 个文件"),
        ("{n, plural, one {# part} other {# parts}}", "{m} 个部分"),
        ('<Tab value="in" label="Input">the text', '<Tab value="输入" label="输入">文字'),
        ("%.1f ms", "%.f 毫秒"),
        ('run "$HOME/x"', '运行 "${PATH}/x"'),
        ("{INTEGER} repeats", "{整数} 重复"),
        ("?s{Size: %s}", "?s{大小： %d}"),
        ("{size:%H} left", "{大小:%H} 剩余"),
        ("%NAME% is here", "%名称% 在此"),
        ("<b>%u</b> of %u parts", "<b>%u</b> 个部分，共 <b>%u</b> 个"),
        ("<b>%u of %u</b> parts", "<b>%u</b> 个部分，共 %u <b>个</b>"),
    ],
)
def test_codes_that_only_look_alike(source: str, target: str) -> None:
    assert [each.split()[0] for each in found((source, target), concepts=())] == ["code"]


def test_the_singular_of_a_message_may_have_the_codes_of_its_plural() -> None:
    one, many = "The file is new:", "The %d files are new:"
    pairs = (
        SegmentPair("1", one, "这 %d 个文件是新的："),
        SegmentPair("2", many, "这 %d 个文件是新的：", plural_of=one),
    )
    assert found(*pairs, concepts=()) == []
    wrong = (SegmentPair("1", one, "这 %s 个文件是新的："), pairs[1])
    assert "code" in [each.split()[0] for each in found(*wrong, concepts=())]
    assert [each.split()[0] for each in found(pairs[0], concepts=())] == ["code"]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("`", "「"),
        ("use: name, value;", "用法：名称，值;"),
        ("Another link to %s", "指向 %s 的第 2 个链接"),
        ("%s (another copy)", "%s（副本 2）"),
        ("Second Unicode range", "第二万国码范围"),
        ("thousandths of octaves", "千分之一八度"),
        ("clear the bit", "将该位置 0"),
        ("must be nonzero", "不得为 0"),
        ("5ths of seconds", "1/5秒"),
        ("Play &One Second", "播放1秒(&O)"),
        ("16 bit DWVW", "16 bit DWVW"),
        ("Ada Kossuth, Li Q. Mo and Jo Terzić", "Ada Kossuth, Li Q. Mo and Jo Terzić"),
        ("GPGME op_verify: %s", "GPGME op_verify: %s"),
        ("LaTeX (pdflatex)", "LaTeX (pdflatex)"),
        ("initialize_job_control: setpgid", "initialize_job_control: setpgid"),
        ("calendar:week_start:0", "calendar:week_start:0"),
        ("break [n]", "break [n]"),
        ("'auto' 'always' 'never'", "'auto' 'always' 'never'"),
        ("xtrace fd (%d) != fileno xtrace", "xtrace fd (%d) != fileno xtrace"),
        ("@(python: expression)", "@(python: expression)"),
        ("Zoom above 100%", "放大至超过原大"),
        ("AM / PM", "12 小时制"),
        ("Announced on Monday", "10月24日宣布"),
        ("By the end of the decade", "到2030年"),
        ("It takes quadratic time.", "耗时 O(n^2)"),
        ("A market in Jiukuai Town", "九块镇的市场"),
        ("Half the height", "高度的 50%%"),
        ("Use more than 1 disk", "使用多块磁盘"),
        ("It shows (a) the name and (b) the size.", "它显示（1）名称和（2）大小。"),
        ("15 minutes are a quarter of a turn", "15分钟是四分之一圈"),
        ("%B %Y", "%Y年%m月"),
        ("%e, %Y", "%d日"),
        ("Manual: https://a.org/x", "手册：https://a.org/x#%E7%BB%AA%E8%AE%BA"),
        ("W_eight:", "重量(_W)："),
        ("Plan B-_24", "方案 B-2_4"),
        ("Paid fortnightly", "每两周支付"),
        ("Garden.song_name", "{name}的第 5 首"),
        ("May", "5月"),
        ("May notes", "五月笔记"),
        ("Size: {{ size|default(40) }}", "大小：{{ size|default(40) }}（默认 40）"),
        ("sep", "九月"),
        ("Oak is not 100% compatible", "Oak 并非完全兼容"),
        ("Oak is not 100% compatible", "Oak 并非100％完全兼容"),
        ("Oak is fully compatible", "Oak 100%兼容"),
        ("1-minute samples", "每分钟的样本"),
        ("1 hour each", "每小时一份"),
        ("the circadian profile", "24小时曲线"),
        ("Oak-3 was found", "发现了Oak-3（橡树三代3型）"),
        ("Add 2+3; that is a sum", "计算2+3，因为2+3是和"),
        ("Open port 80 unless your host forbids this", "打开 80 端口，除非主机封锁 80 端口"),
        ("Open port 80 unless your host forbids this", "打开端口 80，除非主机封锁端口 80"),
    ],
)
def test_marks_figures_and_copies_that_are_right(source: str, target: str) -> None:
    assert found((source, target), concepts=()) == []


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("a", "甲「", "punctuation 「"),
        ("a “b” c (d)", "甲（“乙“丙）", "punctuation “"),
        ("Save it; go on", "保存它;继续", "punctuation ;"),
        ("A link to %s", "指向 %s 的第 2 个链接", "number 2"),
        ("Size: {{ size|default(30) }}", "大小：{{ size|default(30) }}（默认 40）", "number 40"),
        ("set the bit", "将该位置 0", "number 0"),
        ("Announced on Monday, October 23", "10月24日星期一宣布", "number 24"),
        ("A market in Kuai Town", "九块地的市场", "number 九"),
        ("A third of the height", "高度的 50%%", "number 50"),
        ("Moth notes", "五月笔记", "number 五"),
        ("The _eight", "第九个(_E)", "number 九"),
        ("Page _24", "第 2_5 页", "number 24"),
        ("June", "5月", "number 5"),
        ("Oak is 90% compatible", "Oak 完全兼容", "number 90"),
        ("1-minute samples", "每5分钟的样本", "number 1"),
        ("Oak-3 was found", "发现了Oak-3（橡树三代4型）", "number 4"),
        ("Open port 80 and wait", "打开80端口，等待81端口", "number 81"),
        ("Garden", "花园 5", "number 5"),
        ("sep", "八月", "number 八"),
        ("16 bit depth", "16 bit depth", "untranslated 16 bit depth"),
        ("Open Files and Move Files", "Open Files and Move Files", "untranslated Open Files and Move Files"),
        ("Open wit_h", "Open wit_h", "untranslated Open wit_h"),
        ("read_file: not found", "read_file: not found", "untranslated read_file: not found"),
    ],
)
def test_marks_figures_and_copies_that_are_wrong(source: str, target: str, expected: str) -> None:
    assert expected in found((source, target), concepts=())


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (("R", "红"), ("<b>R</b>", "<b>半径</b>"), []),
        (("%b %d %l:%M %p", "%b %d %H:%M"), ("%b %d %H:%M", "%b %d %H:%M"), []),
        (("Closed %d shops", "%d 开"), ("Opened %d files", "%d 开"), ["same-target %d 开"]),
        (("T", "税率"), ("Tax Rate", "税率"), []),
        (("Red", "红"), ("<b>Red</b>", "<b>赤</b>"), ["inconsistent <b>赤</b>"]),
        (("Red", "Red"), ("<b>Red</b>", "<b>红</b>"), ["inconsistent Red"]),
        (("float[]", "float[]"), ("<b>float[]</b>", "<b>int</b>"), ["inconsistent <b>int</b>"]),
        (("Upper left corner", "左上角"), ("Top left corner", "左上角"), []),
        (("Lower left corner", "左上角"), ("Top left corner", "左上角"), ["same-target 左上角"]),
        (("Rotate CW", "顺时针旋转"), ("Rotate Clockwise", "顺时针旋转"), []),
        (("a broken symlink", "坏符号链接"), ("a broken symbolic link", "坏符号链接"), []),
        (("nmi", "海里"), ("Nautical Miles", "海里"), []),
        (("nmi", "海里"), ("Metric Miles", "海里"), ["same-target 海里"]),
        (("Cask no.", "木桶编号"), ("Cask number", "木桶编号"), []),
        (("Cask #", "木桶编号"), ("Cask number", "木桶编号"), []),
        (("Cask place", "木桶编号"), ("Cask number", "木桶编号"), ["same-target 木桶编号"]),
        (("No key is required", "无需密钥"), ("No key is necessary", "无需密钥"), []),
        (("Use FG Color", "使用前景色"), ("Use Foreground Color", "使用前景色"), []),
        (("Use BG Color", "使用前景色"), ("Use Foreground Color", "使用前景色"), ["same-target 使用前景色"]),
        (("Rotate CCW", "顺时针旋转"), ("Rotate Clockwise", "顺时针旋转"), ["same-target 顺时针旋转"]),
        (("Access Point", "接入点 (AP)"), ("Access Point (AP)", "接入点 (AP)"), []),
        (("%B %-d", "%-m 月 %-d 日"), ("%m/%d", "%-m 月 %-d 日"), []),
        (("Premier %s", "%s 总理"), ("Chancellor %s", "%s 总理"), []),
        (("An on-screen keyboard", "屏幕键盘"), ("An onscreen keyboard", "屏幕键盘"), []),
        (
            ("Failed to load key file %s", "载入密钥文件 %s 失败"),
            ("Loading KeyFile %s failed", "载入密钥文件 %s 失败"),
            [],
        ),
        (("Authentication failed", "认证失败"), ("Auhentication failed", "认证失败"), []),
        (("UPnP", "UPnP"), ("Universal Plug and Play", "UPnP"), []),
        (("must start with a letter", "须以字母开头"), ("must start with a letter character", "须以字母开头"), []),
        (("No book with id {}", "没有 {} 号书"), ("No book with id {} exists", "没有 {} 号书"), []),
        (("can't open it", "无法打开它"), ("cannot open it", "无法打开它"), []),
        (("certificate is good", "证书有效"), ("certificate is valid", "证书有效"), []),
        (
            ("the dark style is best", "宜用浅色样式"),
            ("the light style is best", "宜用浅色样式"),
            ["same-target 宜用浅色样式"],
        ),
        (("Buy order", "买单"), ("Sell order", "买单"), ["same-target 买单"]),
    ],
)
def test_repeated_segments(first: tuple[str, str], second: tuple[str, str], expected: list[str]) -> None:
    assert found(first, second, concepts=()) == expected
