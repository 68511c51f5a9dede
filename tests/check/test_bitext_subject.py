"""Bilingual files: the direction, the text without codes, and the places of findings."""

from pathlib import Path

import pytest

from termbase.bitext import Bitext, SegmentPair
from termbase.errors import TermbaseError
from termbase.tbx.reader import read
from tests.check.checking import check_bitexts
from tmx.bilingual.segment_pairs import read_bitexts
from tmx.report import Repair, Report

HOUSE = read(str(Path(__file__).parent / "house.tbx"))


def tmx(folder: Path, *units: str, source: str = "zh-CN") -> str:
    file = folder / "memory.tmx"
    header = f'<tmx version="1.4"><header srclang="{source}"/><body>\n'
    file.write_text(header + "\n".join(units) + "\n</body></tmx>", "utf-8")
    return str(file)


def unit(**segments: str) -> str:
    variants = (
        f'<tuv xml:lang="{tag.replace("_", "-")}"><seg>{text}</seg></tuv>' for tag, text in segments.items()
    )
    return f"<tu>{''.join(variants)}</tu>"


def test_each_direction_is_a_bitext(tmp_path: Path) -> None:
    file = tmx(tmp_path, unit(en="data", zh_CN="数据", zh_TW="資料"), unit(en_US="end", zh_CN="完"))
    found = [(b.source_language, b.target_language, len(b.pairs)) for b in read_bitexts(file)]
    assert found == [("zh-Hans-CN", "en", 1), ("zh-Hans-CN", "zh-Hant-TW", 1), ("zh-Hans-CN", "en-US", 1)]


def test_a_direction_can_be_chosen(tmp_path: Path) -> None:
    file = tmx(tmp_path, unit(en="data", zh_CN="数据", zh_TW="資料"))
    (bitext,) = read_bitexts(file, source="en", target="zh-Hant-TW")
    assert [(pair.source, pair.target) for pair in bitext.pairs] == [("data", "資料")]


def test_if_all_languages_may_be_the_source_the_first_one_is(tmp_path: Path) -> None:
    (bitext,) = read_bitexts(tmx(tmp_path, unit(en="data", zh_CN="数据"), source="*all*"))
    assert (bitext.source_language, bitext.target_language) == ("en", "zh-Hans-CN")


def test_inline_codes_are_not_text(tmp_path: Path) -> None:
    text = 'a <bpt i="1">&lt;b x="no"></bpt>b<ept i="1">&lt;/b></ept> <hi>c</hi><ph>{0}</ph>'
    (bitext,) = read_bitexts(tmx(tmp_path, unit(zh_CN="完", en=text)))
    assert bitext.pairs[0].target == "a b c"


def test_inline_codes_are_kept_with_their_offsets(tmp_path: Path) -> None:
    text = 'a <bpt i="1">&lt;b></bpt>b<ept i="1">&lt;/b></ept> <hi>c</hi><ph>{0}</ph>'
    (bitext,) = read_bitexts(tmx(tmp_path, unit(zh_CN="完", en=text)))
    found = [(code.offset, code.role, code.text) for code in bitext.pairs[0].target_codes]
    assert found == [
        (2, "open", "<b>"), (3, "close", "</b>"), (4, "open", "<hi>"), (5, "close", "</hi>"), (5, "alone", "{0}")
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("content", "message"), [("<tbx/>", "not a TMX file"), ("", "is empty"), ("nothing", "not a TMX file")]
)
def test_a_file_that_is_not_tmx_is_an_error(tmp_path: Path, content: str, message: str) -> None:
    (tmp_path / "x.tmx").write_text(content, "utf-8")
    with pytest.raises(TermbaseError, match=message):
        read_bitexts(str(tmp_path / "x.tmx"))


def test_a_damaged_memory_is_read_and_its_repairs_are_reported(tmp_path: Path) -> None:
    broken = unit(zh_CN="甲 & 乙", en="A & B"), "<tu><tuv><seg>完</seg></tuv></tu>", unit(zh_CN="完", en="end")
    repairs: list[Repair] = []
    file = tmx(tmp_path, *broken)
    (bitext,) = read_bitexts(file, report=Report(file, repairs.append))
    assert [pair.target for pair in bitext.pairs] == ["A & B", "end"]
    reported = [(repair.line, repair.message) for repair in repairs if "header" not in repair.message]
    lost = [(3, "a variant without language: '完'"), (3, "a unit without a variant")]
    assert reported == [(2, "& was not escaped as &amp;"), (2, "& was not escaped as &amp;"), *lost]


def test_a_finding_counts_in_its_segment_and_names_the_line_of_the_file() -> None:
    pairs = (
        SegmentPair("a", "完", "end", 3, 4),
        SegmentPair("b", "<b>网络</b>安全", "The <b>network</b> security", 7, 8),
    )
    (finding,) = check_bitexts([Bitext("m.tmx", "zh-Hans-CN", "en", pairs)], [HOUSE])
    assert (finding.segment, finding.side, finding.line, finding.name) == ("b", "target", 8, "deprecated")
    assert pairs[1].target[finding.start : finding.end] == finding.text == "network</b> security"


@pytest.mark.parametrize(
    ("source", "target", "names"),
    [
        ("网络安全法规定网络安全", "The Cybersecurity Law governs cybersecurity", []),
        (
            "网络安全法规定网络安全",
            "The Cybersecurity Law governs it",
            ["missing"],
        ),  # two terms, one span
        ("中国的网络安全", "China's Cybersecurity Law", ["extra"]),  # the longer name translates the term too
        ("网络安全", "network security", ["deprecated"]),  # a deprecated rendering is not missing too
        ("网段的安全", "network security", []),  # it translates something else
        ("他说“网络安全”", "he said “network security”", []),  # a quotation counts too
        ("人民的网络，安全", "the people's network", []),  # punctuation separates
        ("用`网络安全`", "use it", []),  # code is not text
    ],
)
def test_which_targets_translate_a_term(source: str, target: str, names: list[str]) -> None:
    bitext = Bitext("m.tmx", "zh-Hans-CN", "en", (SegmentPair("1", source, target),))
    assert [finding.name for finding in check_bitexts([bitext], [HOUSE])] == names


def repeated(check: str, *pairs: tuple[str, str]) -> list[str]:
    segments = tuple(SegmentPair(str(index), *pair) for index, pair in enumerate(pairs))
    findings = check_bitexts([Bitext("m.tmx", "en", "zh-Hans-CN", segments)], [HOUSE])
    return [str(finding.segment) for finding in findings if finding.name == check]


@pytest.mark.parametrize(
    ("source", "other", "target"),
    [
        ("To find texts", "Finding text", "查找文本"),
        ("Security Warning", "Security Warnings", "目标"),
        ("Defining an index entry", "To Define Index Entries", "目标"),
        ("Model", "Pattern", "模式"),
        ("Save “it”.", 'Save "it"', "保存"),
        ("Zoom", "Zoom factor", "缩放"),
        ("Apply Filter", "Applying Filters", "应用筛选"),
        ("Scroll Bar", "Scrollbars", "滚动条"),
        ("Header & Footer", "Headers and Footers", "页眉和页脚"),
        ("Choose Frame, and click OK.", "Choose Frame and click OK.", "选择框架，然后点击确定。"),
        ("&File", "File", "文件"),
        ("E&xit", "Exit", "退出"),
        ("%'dst link to %s", "%'dnd link to %s", "第 %'d 个"),
        (" th copy)", " st copy)", " 份)"),
        ("Please create a folder so that it can be used", "Please create folders so that they can be used", "目标"),
        ("Dark violet color", "Deep purple color", "深紫色"),
        ("could not read %s", "unable to read %s", "无法读取 %s"),
        ("Cannot open it", "Can't open it", "打不开"),
        ("Failed to close it", "couldn’t close it", "无法关闭"),
        ("It doesn't exist", "It does not exist\n", "不存在"),
        ("female^You are late", "You are late", "你迟到了"),
        ("race^Dwarves", "race+female^Dwarf", "矮人"),
        ("log level|None here", "None here", "此处没有"),
        ("day(s) left", "Days left", "剩余天数"),
        ("The file was sent:", "The files were sent:", "文件已发送："),
        ("FOV:", "Field of view:", "视场："),
        ("Toplevel folder", "Top-level folder", "顶层文件夹"),
        ("No topbar here", "No top bar here", "此处没有顶栏"),
        ("Horizontal coord. grid", "Horizontal Coordinate Grid", "地平坐标网格"),
        ("inch", "inch (for print)", "英寸"),
        ("File &amp; Link", "File & Link", "文件与链接"),
        ("Down Sampling", "DownSample", "降采样"),
        ("Draw the ground in the sky map?", "Draw the ground?", "要画出地面吗？"),
        ("Secure boot is off", "Secure boot is turned off", "安全启动已关闭"),
        ("Modify the buddy list", "Edit the contact list", "编辑联系人列表"),
        ("Log off now", "Sign out now", "立即退出登录"),
        ("Family name", "Surname", "姓"),
        ("Request timed out", "Request Timeout", "请求超时"),
        ("No matching files were found", "Could not find a matching file", "找不到匹配的文件"),
        ("Auto Completion", "Autocomplete", "自动完成"),
        ("No FAQ found", "No frequently asked question found", "没有常见问题"),
        ("Add made-off-by mark", "Add made off by mark", "加上 made-off-by 标记"),
        ("The setup is over", "The installation is over", "安装已结束"),
        ("Average size of it", "Avg. size of it", "平均大小"),
        ("Sell a cellular phone", "Sell a mobile phone", "卖移动电话"),
        ("Full name", "全名", "全名"),
        ("Msg. of the lamp OTTER", "Message of the lamp OTTER", "OTTER 灯的消息"),
        ("One lamp of {name}", "1 lamp of {name}", "{name} 的 1 盏灯"),
        ("{n, plural, =1 {One lamp} other {# lamps}}", "{n, plural, =1 {1 lamp} other {# lamps}}", "{n} 盏灯"),
        ("Register a lamp", "Sign up a lamp", "注册灯具"),
        ("Please choose a lamp", "Choose a lamp", "请选择灯具"),
    ],
)
def test_sources_of_the_same_meaning_may_share_a_target(source: str, other: str, target: str) -> None:
    assert repeated("same-target", (source, target), (other, target)) == []
    assert repeated("same-target", (other, target), (source, target)) == []


@pytest.mark.parametrize(
    ("source", "other", "target"),
    [
        ("Choose Character - Borders.", "Choose Page - Borders.", "选择字符 - 边框。"),
        ("Type is 0.", "Type is 1.", "类型是。"),
        ("Two of it are here", "3 of it are here", "这里有两个"),
        ("The 1st copy", "The 2nd copy", "副本"),
        ("Combo Box", "Group Box", "组框"),
        ("Left of it", "Left of the page margin of it", "页边距左侧"),
        ("The meeting opened.", "The meeting closed.", "会议闭幕。"),
        ("Layer Size", "Scale Layer", "图层尺寸"),
        ("X tilt of it", "Y tilt of it", "X 倾斜"),
        ("Delete the files here now", "Delete new files here now", "删除这里的新文件"),
        ("quick access panel", "show quick access panel", "显示快速访问面板"),
        ("Increase the size", "Decrease the size", "增加大小"),
        ("Show the tools of this window", "Hide menus when a document opens", "目标"),
        ("menu|Open it", "menu|Close it", "关闭"),
        ("Modify the list", "Delete the list", "编辑列表"),
        ("No FTP site found", "No frequent site found", "没有常用站点"),
    ],
)
def test_sources_of_different_meaning_may_not_share_a_target(source: str, other: str, target: str) -> None:
    assert repeated("same-target", (source, target), (other, target)) == ["1"]
    assert repeated("same-target", (other, target), (source, target)) == ["1"]


def test_punctuation_makes_no_difference_and_each_target_is_reported_once() -> None:
    pairs = [("Height", target) for target in ("高度", "高度...", "高度：", "身高", "身高", "高")]
    assert repeated("inconsistent", *pairs) == ["3", "5"]


def test_the_keys_of_a_menu_path_and_a_repeated_source_make_no_difference() -> None:
    assert repeated("inconsistent", ("/File/_Open", "/文件(F)/打开(_O)"), ("/File/Open", "/文件/打开")) == []
    assert repeated("inconsistent", ("Filter it", "筛选"), ("_Filter it", "Filter it 筛选 (_F)")) == []
    assert repeated("inconsistent", ("Filter it", "筛选"), ("_Filter it", "Filter it 过滤 (_F)")) == ["1"]


def test_accelerators_and_quotation_marks_make_no_difference() -> None:
    assert repeated("inconsistent", ("File menu", "文件菜单(&F)"), ("&File menu", "「文件」菜单")) == []


@pytest.mark.parametrize(
    ("source", "severity"), [("Break", "info"), ("Break it", "warning"), ("Break it.", "warning")]
)
def test_a_word_may_have_several_meanings(source: str, severity: str) -> None:
    pairs = (SegmentPair("1", source, "中断"), SegmentPair("2", source, "分页符"))
    (finding,) = check_bitexts([Bitext("m.tmx", "en", "zh-Hans-CN", pairs)], [HOUSE])
    assert (finding.name, finding.severity) == ("inconsistent", severity)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("bought on 1999-02-15", "1999年2月15日买入"),
        ("on 2001-04-01", "1.4.2001"),
        ("1.1.1900 is it", "1900.1.1"),
        ("result 2000-12-31", "结果 12/31/00"),
        ("2 million", "2 百万"),
        ("3,402823 of it", "3.402823"),
        ("to 2.147.483.648", "到 2,147,483,648"),
        ("December 30,1899", "1899 年 12 月 30 日"),
        ("zero-terminated", "以 0 结束"),
        ("hexadecimal", "16 进制"),
        ("HTML-style hex digits", "HTML 样式的 16 制数字"),
        ("Line spacing: 1", "单倍行距"),
        ("Page 1", "首页"),
        ("at a scale of 1:1", "以原始尺寸显示"),
        ("must be less than 0", "必须是负数"),
        ("0 files were found", "没有找到文件"),
        ("open around the clock", "24小时营业"),
        ("two cats for every dog", "猫狗数量比是 2 比 1"),
        ("more than 1, and 1 of them", "大于1，多个1"),
        ("Chapter 2 has another copy", "第二章有一份拷贝"),
        ("one hour, then another hour for the next two miles", "走一小时，再用一小时走2英里"),
    ],
)
def test_numbers_that_are_equal(source: str, target: str) -> None:
    assert repeated("number", (source, target)) == []


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("bought on 1999-02-15", "1999年3月15日买入"),
        ("2 million", "2 百"),
        ("1500 units", "150 个"),
        ("to 2.147.483.648", "到 2,147,483,647"),
        ("version 10.0.12", "版本 10.0.13"),
        ("if x is 0, nothing is done", "若 x 为空，则不处理"),
        ("a loss of 0%, so no harm", "没有损失，因此无害"),
    ],
)
def test_numbers_that_differ(source: str, target: str) -> None:
    assert repeated("number", (source, target)) != []


def test_a_target_left_in_english_keeps_its_punctuation() -> None:
    assert repeated("punctuation", ("These are described in X.", "These are described in 插值.")) == []
    assert repeated("punctuation", ("See the X file.", "参见 X 文件.")) == ["0"]


@pytest.mark.parametrize(
    ("comment", "left"),
    [
        ("<!-- termbase: off-file -->", []),
        ("<!-- termbase: off number -->", ["punctuation"]),
        ("<!-- termbase: off-next-line number -->", ["number", "punctuation"]),
        ("<!-- termbase: off punctuation --><!-- termbase: on -->", ["number", "number", "punctuation"]),
        ("", ["number", "number", "punctuation"]),
    ],
)
@pytest.mark.parametrize("form", ["tmx", "xlf"])
def test_comments_in_a_file_switch_checks_off(tmp_path: Path, form: str, comment: str, left: list[str]) -> None:
    pairs = [("Page 7", "页"), ("8 of them, so", "它们,这样")]
    if form == "tmx":
        units = "".join(f"\n{unit(en=source, zh_CN=target)}" for source, target in pairs)
        text = f'<tmx version="1.4"><header srclang="en"/><body>{comment}{units}</body></tmx>'
    else:
        units = "".join(
            f'\n<trans-unit id="{source}"><source>{source}</source><target>{target}</target></trans-unit>'
            for source, target in pairs
        )
        head = '<file original="m" source-language="en" target-language="zh-CN" datatype="plaintext">'
        root = '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">'
        text = f"{root}{head}<body>{comment}{units}</body></file></xliff>"
    file = tmp_path / f"m.{form}"
    file.write_text(text, "utf-8")
    assert sorted(finding.name for finding in check_bitexts(read_bitexts(str(file)), [HOUSE])) == left
