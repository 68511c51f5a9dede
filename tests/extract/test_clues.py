"""Texts in which some candidate has a clue, and like texts in which none has it."""

import pytest

from termbase.extract.marks import flatten
from termbase.extract.sites import find_sites

CASES = [
    ("zh_no_room", "这属于瑞昱半導體（Realtek Semiconductor）。", "这属于半導體（semiconductor）。"),
    ("en_code", "数据（getText）很多。", "市长麦肯齐（Scott MacKenzie）辞职。"),
    ("holds_possessor", "The State Council's Grain Bureau (粮食局) met.", "Norton's theorem (诺顿定理) holds."),
    ("zh_cuts_number", "2005 年 3 月 2 日賈伯斯（Steve Jobs）到場。", "当日賈伯斯（Steve Jobs）到場。"),
    ("zh_begins_with_particle", "我们见了受众（audience）很多。", "全部受众（audience）很多。"),
    ("begins_with_participle", "It is colored with red rice (紅麴).", "It is coloring red rice (紅麴)."),
    ("word_for_word", "He likes the word 陣頭 here.", "He likes the parade 陣頭 here."),
    ("begins_as_title", "The painting After Spring Rain 春雨後 is his.", "He slept after the spring rain 春雨後."),
    ("several_of_plural", "They sell books (书籍、图书) there.", "They sell wine (红酒、白酒) there."),
    ("inside_dash", "Ling Yun (Cloud Tea - 云茶) is light.", "Ling Yun (Cloud Tea, 云茶) is light."),
    ("other_name", "moral code（道德准则，又称道德规范）不同。", "moral code（道德准则，道德规范）不同。"),
    ("zh_listed", "土里有钙、镁（calcium, magnesium）。", "土里有钙（calcium, magnesium）。"),
    ("zh_before_or", "机会成本或机遇成本（opportunity cost）。", "机会成本和机遇成本（opportunity cost）。"),
    ("bare_behind", "所谓机会成本 opportunity cost，不变。", "所谓机会成本 atlas shelf，不变。"),
    ("zh_ends_with_affix", "这是自身性（ipseity）。", "这是自身物（ipseity）。"),
    ("zh_complete", "这是神经网络（neural network）。", "这是神经图（neural network）。"),
    ("complete", "He built a neural network (神经网络).", "He built a green maze (神经网络)."),
    ("lower_after_nationality", "He likes Chinese opera (戏曲).", "He likes opera (戏曲)."),
    ("after_chinese", "他写了 Blue Harbour（蓝港）。", "He wrote Blue Harbour (蓝港)."),
    ("zh_begins_with_small_word", "由读者选择（Chosen by Readers）。", "由读者选择（Readers Choose）。"),
    ("zh_after_naming_word", "有一个词叫反向离散（Reverse Exit）。", "有一个计划反向离散（Reverse Exit）。"),
    ("cuts_list", "They saw Wuhan, Nanjing, Changsha and Xiamen 武汉南京长沙厦门.", "It was hot, Xiamen 厦门."),
    ("cuts_upper_run", "LITTLE CAT MAN (小猫男) is a drama.", "Little Cat Man (小猫男) is a drama."),
    ("chinese_around", "大家已经每天在用 AI（LINE 客服、健保）了。", "We use AI (LINE 客服) every day at home."),
    ("first_of_several", "They sell books (书籍、图书) there.", "They sell books (书籍) there."),
    ("en_begins_with_function_word", "他称之为权威（per the law）。", "他称之为权威（authority of law）。"),
    ("gesture", "He hesitated (迟疑) and left.", "He has nodded (点头) and left."),
    ("ends_with_surname", "He met Morris Chang 張忠謀 in May.", "He met Chen China 吴重庆 in May."),
    ("remark", "花（一种环，另一种环，blossom）很多。", "花（blossom，一种环）很多。"),
    ("transcription_beside_translation", "His novel _Si Da Ming Bu_ (四大名捕; Four Great Hunters) is long.",
     "His novel _Si Da Ming Bu_ (四大名捕) is long."),
    ("identifier_in_no_prose", "Voice (Qwen3-TTS, 备用引擎)", "The engine is there (Qwen3-TTS, 备用引擎)."),
    ("identifier_before_bracket", "用 Ctrl+C（复制）保存，再退出。", "图形采用 SVG（可缩放矢量图形）格式。"),
    ("zh_first_spelled", "诊断为解离性身份障碍（DIQ）的人。", "诊断为性身份障碍（XYZ）的人。"),
    ("english_clause", "他说的是健康（who is well）的人。", "他说的是世卫组织（WHO）的人。"),
    ("zh_after_list_mark", "常用药有氯氮平（clozapine）、奥氮平（olanzapine）。", "常用药有氯氮平（clozapine）。"),
    ("zh_first_for_unrendered", "苍穹神经网络（Recurrent Neural Network）。", "神经网络（neural network）。"),
    ("first_for_uncovered", "The local wolf commission (贔狼委员会) met.", "The wolf commission (狼委员会) met."),
    ("possessor", "The author's 空虚 is not emptiness.", "The author's word (空虚) is not emptiness."),
    ("reading_in_bracket", "He is for moral pluralism (daode duoyuan 道德多元) in the end.",
     "He is for “moral pluralism” (道德多元) in the end."),
    ("cuts_reading", "He calls it da dao (大道) in the book.", "He calls it the way (大道) in the book."),
    ("bare_gerund", "This is a rule for describing 道 in words.", "This is a rule for describing (道)."),
    ("en_numbered", "Step 3 (清洗数据) takes an hour.", "Chapter 3 (第三章) takes an hour."),
    ("chinese_clause", "每个文件有 inode（它保存数据）。", "每个文件有 inode（索引节点）。"),
    ("glued", "The report on the APEC峰会 is out now.", "The report on the APEC 峰会 is out now."),
    ("warning_before", "The adverb 很 comes first here.", "The answer 很 comes first here."),
    ("after_nothing", "By 王芳 Publication Date: 3 May 2021", "By 王芳, Publication Date: 3 May 2021"),
    ("examples", "One-shot (如 SSD、YOLO) 方法很多。", "One-shot (单次) 方法很多。"),
    ("name_inside", "上采样（过采样，over-sampling）很多。", "上采样（over-sampling，一种方法）很多。"),
    ("zh_cuts_frame", "采用基于角色的访问控制（RBVK）。", "采用角色访问控制（RBVK）。"),
    ("en_document_number", "诊断为躁狂（6A60）的人。", "诊断为躁狂（mania）的人。"),
    ("zh_cuts_number", "这是第3版本（third version）。", "这是版本（version）。"),
    ("quotation_with_tail", "She saw _Lucky Dragon_ opera (金河).", "She saw _Lucky Dragon_, Old Games (金河)."),
    ("zh_means_otherwise", "他用缓存（Redis）。", "他用缓存（cache）。"),
    ("zh_fills_head", "- [对抗训练（Adversarial Training）](a.md)", "见对抗训练（Adversarial Training）一节"),
    ("zh_fills_head", "- 对抗训练（Adversarial Training）", "- **对抗训练**（Adversarial Training）"),
    ("en_numbered", "他称之为楼层（Layer 0-4）。", "他称之为楼层（layer）。"),
    ("zh_set_off_name", "- **安装目录**（Linux）", "他用安装目录（Linux）。"),
    ("zh_set_off_other_words", "- **出生日期** (formula)", "- **出生日期** (date of birth)"),
    ("zh_set_off_unspelled", "- **园艺入门**（PDF）", "- **自然语言处理**（NLP）"),
    ("title_keeps_article", "The Red Lamp (红灯) is a play.", "The Red Lamp (红灯) is a shop."),
    ("title_lacks_article", "The Red Lamp (红灯) is a play.", "The Red Lamp (红灯) is a shop."),
    ("coined_for_words", "Kibana (手动) is here.", "Kibana (基巴纳) is here."),
    ("unspelled_for_words", "- QTX（视频）", "- NLP（自然语言处理）"),
    ("number_unrendered", "The 12 finals (韵母) are listed.", "The 12 finals (12韵母) are listed."),
    ("number_unrendered", "- Lantern Desk 2.0 (灯笼台)", "- Lantern Desk 2.0 (灯笼台二号)"),
    ("zh_set_off_more", "- **测量执行模块** (measurement)", "- **测量模块** (measurement module)"),
    ("zh_set_off_more", "- **测量执行模块（measurement）**", "他用测量执行模块（measurement）。"),
    ("en_file_name", "- 夜归（night_return）", "- 夜归（night return）"),
    ("set_off_in_head", "- 锁存器：latch", "- 锁存器 latch"),
    ("listing", "模型（GPT、BERT、T5）很多。", "花（blossom，一种环、一种图）很多。"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text", "other"), CASES, ids=[name for name, _, _ in CASES])
def test_where_a_clue_is_given(name: str, text: str, other: str) -> None:
    assert name in clues(text)
    assert name not in clues(other)


def test_the_first_word_of_a_short_clause_is_part_of_its_term() -> None:
    assert "zh_begins_with_verb" in clues_of("大家都种引进作物（crop）。", "引进作物", "crop")
    assert "zh_begins_with_verb" not in clues_of("引进作物（crop）很多。", "引进作物", "crop")


def test_a_reading_is_a_whole_name() -> None:
    assert "cuts_name_of_person" not in clues_of("He met Jackie Wu Chongqing 吴重庆.", "吴重庆", "Wu Chongqing")
    assert "cuts_name_of_person" in clues_of("He met Morris Chang 張忠謀.", "張忠謀", "Chang")


def test_a_second_name_of_code_is_code() -> None:
    assert "en_code" in clues_of("数据（getText，也称「文本」）很多。", "文本", "getText")


def test_a_formula_is_no_candidate() -> None:
    assert "K$" not in "".join(
        text[slice(*each.en)]
        for text in ["其中 $K$ 均值 (mean) is $K$ (均值)"]
        for site in find_sites(flatten(text))
        for each in site.candidates
    )


def test_a_tag_that_breaks_the_line_ends_a_term() -> None:
    assert flatten("a<br/>b<hr>c<b>d") == "a\ufffc    b\ufffc   c***d".replace("***", flatten("<b>"))


def test_a_date_ends_a_sentence_that_names_a_journal() -> None:
    title = "过剩这才是我们现在面对的真正问题以及它在未来几年里的走向和解决的办法与途径"
    text = f"孙立平, “{title},” first published online by _Open Field_/田野 on May 8."
    assert "en zh" in {each.layout for site in find_sites(flatten(text)) for each in site.candidates}


@pytest.mark.parametrize(
    ("text", "offered", "left"),
    [
        ("我们研究了经济增长（economic growth）的原因。", {"增长", "经济增长", "了经济增长"}, {"济增长", "长"}),
        ("他們支持氣候變化（climate change）談判。", {"氣候變化"}, {"候變化", "變化", "化"}),
        ("这里用“分布式锁”（distributed lock）来协调。", {"分布式锁"}, {"锁", "布式锁", "式锁"}),
        ("他喜歡艾倫·葛林斯班（Alan Greenspan）的書。", {"艾倫·葛林斯班"}, set()),
    ],
)
def test_a_term_begins_with_a_word_of_its_clause_or_its_quotation(
    text: str, offered: set[str], left: set[str]
) -> None:
    found = {text[slice(*each.zh)] for site in find_sites(flatten(text)) for each in site.candidates}
    assert offered <= found
    assert not left & found


@pytest.mark.parametrize(
    ("text", "behind"),
    [
        ("The carbon market (碳市场) is growing.", set()),
        ("The carbon market (碳市场) models of that year fail.", set()),
        ("The carbon market (碳市场), which grows, is new.", set()),
        ("The term 碳市场 was coined by planners.", set()),
        ("It spoke of 碳市场, or carbon markets, there.", {"carbon markets"}),
        ("It spoke of 碳市场 meaning carbon markets.", {"carbon markets"}),
        ("It spoke of 碳市场, carbon markets, there.", {"carbon markets"}),
        ("It spoke of 碳市场 “the carbon market” there.", {"the carbon market"}),
        ("Portraits by 陈可文 Chen Kewen are rare.", {"Chen Kewen"}),
    ],
)
def test_words_with_which_the_sentence_goes_on_are_no_gloss(text: str, behind: set[str]) -> None:
    candidates = [each for site in find_sites(flatten(text)) for each in site.candidates]
    assert {text[slice(*each.en)] for each in candidates if each.en.start > each.zh.start} >= behind
    if not behind:
        assert all(each.en.start < each.zh.start for each in candidates)


@pytest.mark.parametrize(
    ("text", "offered", "left"),
    [
        ("The plan that they call carbon trading (碳交易) works.", {"carbon trading"}, {"plan", "they"}),
        ("Trading is part of the carbon market (碳市场).", {"carbon market"}, {"Trading", "is"}),
        ("The novelist Qiong Yao (瓊瑤) wrote it.", {"Qiong Yao"}, {"novelist", "The"}),
        ("He read “What is to be done” (怎么办) again.", {"What is to be done"}, set()),
        ("The book White Earth: What is Left 白土：所剩 sold.", {"White Earth: What is Left"}, set()),
    ],
)
def test_english_without_marks_begins_behind_a_verb_and_not_before_pinyin(
    text: str, offered: set[str], left: set[str]
) -> None:
    found = {text[slice(*each.en)] for site in find_sites(flatten(text)) for each in site.candidates}
    assert offered <= found
    assert not left & {each.split()[0] for each in found}


def test_the_form_of_a_company_counts_as_one_word() -> None:
    text = "The Bank of Wenling (温岭银行{}) is new."
    without, one, whole = (
        clues_of(text.format(form), f"温岭银行{form}", "Bank of Wenling") for form in ("", "社", "股份有限公司")
    )
    assert one["too_short"] == whole["too_short"] != without.get("too_short")


def test_a_formula_before_a_bracket_is_no_part_of_a_term() -> None:
    assert "zh_first" in clues_of("给定学习率 $\\eta_t$（learning rate），更新参数。", "学习率", "learning rate")


def test_a_full_stop_is_no_dot_of_a_name() -> None:
    text = "它是图（graph）．約翰．杜威（J．Dewey）用 $x$．"
    assert flatten(text) == "它是图（graph）。約翰．杜威（J．Dewey）用 ￼￼￼。".replace("￼￼￼", flatten("$x$"))


def test_an_escaped_bracket_is_no_formula_and_an_address_no_bracket() -> None:
    assert flatten(r"数据流 \(data flow\)") == "数据流  (data flow )"
    text = "新的 [Terminal](https://example.org/t) 很好。"
    assert "Terminal" not in {
        text[slice(*each.en)] for site in find_sites(flatten(text)) for each in site.candidates
    }


@pytest.mark.parametrize(
    "sides",
    [("均方误差", "mean squared error"), ("K 均值聚类", "K-means clustering"), ("读/写锁", "read/write lock")],
)
def test_what_is_no_separator(sides: tuple[str, str]) -> None:
    zh, en = sides
    assert "zh_first" in clues_of(f"这里用{zh}（{en}）。", zh, en)


def test_the_sign_of_a_radical_is_read_as_the_character() -> None:
    assert clues_of("See People's Daily [⼈⺠⽇报].", "⼈⺠⽇报", "People's Daily")["rendered"] == 1


def test_a_quoted_word_is_not_part_of_a_longer_quotation() -> None:
    text = "They 'have no {} here."
    assert "enclosed_with_bracket" in clues(text.format("the right 权利'"))
    assert "enclosed_with_bracket" not in clues(text.format("'权利'"))


def test_the_letters_of_a_chinese_term_count_as_its_characters() -> None:
    assert clues_of("这是准入 Webhook（Admission Webhook）。", "入 Webhook", "Admission Webhook")["zh_covered"] < 1


def clues(text: str) -> set[str]:
    return {clue.name for site in find_sites(flatten(text)) for each in site.candidates for clue in each.clues}


def clues_of(text: str, zh: str, en: str) -> dict[str, float]:
    """Return the clues of a candidate with their values."""
    (found,) = (
        each
        for site in find_sites(flatten(text))
        for each in site.candidates
        if (text[slice(*each.zh)], text[slice(*each.en)]) == (zh, en)
    )
    return {clue.name: clue.value for clue in found.clues}
