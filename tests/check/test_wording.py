"""Tests of words and characters of other regions: each is one that the converter replaces, and no right word is."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from pathlib import Path

import pytest

from termbase.check.finding import Finding
from termbase.check.known_terms import KnownTerms
from termbase.check.run import check_document
from termbase.check.settings import Settings
from termbase.check.stand_in import with_stand_ins
from termbase.document.language import language_of_document
from termbase.document.reader import read_document
from termbase.language import Region
from termbase.model import ConceptEntry, LanguageSection, TermSection, Termbase
from termbase.normalize.text import changes, normalize
from termbase.text.regions.foreign_words import foreign_forms, foreign_places
from termbase.text.regions.own_words import own_words
from termbase.text.regions.regional_words import RegionalWord, forms
from termbase.text.script import convert

WORDING = Settings(selected=frozenset({"wording", "region"}))


def found_in(text: str, language: str, *entries: ConceptEntry, settings: Settings = WORDING) -> list[Finding]:
    document = read_document("-", text.encode())
    return check_document(document, KnownTerms([Termbase(entries)] if entries else []), language, settings)


def concept(identifier: str, **terms: str) -> ConceptEntry:
    sections = (LanguageSection(tag.replace("_", "-"), (TermSection(term),)) for tag, term in terms.items())
    return ConceptEntry(identifier, tuple(sections))


@pytest.mark.parametrize("region", Region)
def test_the_converter_replaces_each_foreign_word(region: Region) -> None:
    """The check and the converter have one table: a word that only one of them knew would get no suggestion."""
    before = "这个，" if region is Region.CN else "這個，"  # shows the script of the text
    beside = {form: _beside(words) for form, words in forms()}
    for form in foreign_forms(region):
        texts = {context.format(form) for context in beside[form]}
        written = texts if region is Region.CN else {*texts, *(convert(text, "s2t") for text in texts)}
        assert any(changes(before + each, region) for each in written), form


def _beside(words: Iterable[RegionalWord]) -> list[str]:
    """Return contexts in which a form has the senses of its rows."""
    rows = [word.row for word in words]
    before = [f"{text}{{}}" for row in rows for text in row.before]
    near = [f"{text}，{{}}" for row in rows for text in row.near]
    return ["{}", *before, *(f"{{}}{text}" for row in rows for text in row.after), *near]


@pytest.mark.parametrize("region", Region)
def test_a_word_of_the_region_is_in_no_list_of_foreign_words(region: Region) -> None:
    own = {form for form, words in forms() if any(word.region is region for word in words)}
    assert not foreign_forms(region).keys() & (own | own_words(region))


@pytest.mark.parametrize("region", Region)
def test_an_own_word_protects_a_foreign_word_or_is_one_in_the_tables(region: Region) -> None:
    """A line that changes nothing is a slip of the pen."""
    known = {form for form, _ in forms()}
    useless = {
        word
        for word in own_words(region)
        if word not in known and not any(form in word for form in known if len(form) > 1)
    }
    assert not useless


@pytest.mark.parametrize(
    ("text", "region", "written"),
    [
        ("雙方默認的界線與友人的網絡", Region.TW, []),
        ("電腦以默認的網絡登入", Region.TW, ["默認", "網絡"]),
        ("專戶存儲的股款。軟體可存儲密碼", Region.TW, ["存儲"]),
        ("錄像藝術與錄像機", Region.TW, ["錄像機"]),
        ("公民黑客的黑客松", Region.TW, []),
        ("每天只讀三頁，這是只讀模式", Region.TW, ["只讀"]),
        ("罷免制度的程序設計，不是程序設計語言", Region.TW, ["程序設計語言"]),
        ("客運的巴士司機到台北", Region.TW, []),
        ("電腦網絡與默認設置", Region.TW, ["電腦網絡", "默認設置"]),
        ("氣温下降，卧牀休息", Region.HK, []),
        ("在軟體選另存新檔", Region.HK, ["軟體"]),
        ("鼠標旁是股價異動", Region.HK, ["鼠標"]),
        ("起重機負載與軟體", Region.HK, ["軟體"]),
        ("雲吞麵店收比特黃金，軟件是代理式的", Region.TW, ["軟件"]),
        ("他得了血癌，装了三元触媒，屏幕是萤幕", Region.CN, ["萤幕"]),
        ("搜索关键字，外送员接单", Region.CN, []),
        ("軟件與印表機", Region.TW, ["軟件"]),
        ("比特幣與比特", Region.TW, ["比特"]),
        ("這个字", Region.TW, ["个"]),
        ("乾隆與滑鼠", Region.CN, ["與", "滑鼠"]),
        ("入禀、李慧琼、个人", Region.HK, ["个"]),
        ("😀軟件與😀😀比特幣、打印機", Region.TW, ["軟件", "打印機"]),
    ],
)
def test_places_are_found_without_a_look_at_the_words_around(text: str, region: Region, written: list[str]) -> None:
    found = dict.fromkeys(text[place.start : place.end] for place in foreign_places(text, region))
    assert [word for word in found if not any(word in other for other in found if other != word)] == written


def test_a_change_counts_in_the_text_as_it_is() -> None:
    text = "第一章　默認 設定"
    assert [text[change.start : change.end] for change in changes(text, Region.TW)] == ["默認"]


def test_region_reports_the_terms_and_wording_the_rest() -> None:
    software = concept("c", zh_Hans_CN="软件", zh_Hant_TW="軟體")
    found = found_in("請安裝軟件與打印機。", "zh-Hant-TW", software)
    assert [(one.name, one.text) for one in found] == [("region", "軟件"), ("wording", "打印機")]


def test_a_word_in_a_term_of_the_region_is_right() -> None:
    name = concept("c", zh_Hant_TW="默認值協定")
    assert not found_in("依默認值協定辦理。", "zh-Hant-TW", name)


def test_wording_alone_reports_the_terms_too() -> None:
    software = concept("c", zh_Hans_CN="软件", zh_Hant_TW="軟體")
    settings = Settings(selected=frozenset({"wording"}))
    assert [one.text for one in found_in("請安裝軟件。", "zh-Hant-TW", software, settings=settings)] == ["軟件"]


GLOSSARY = (
    concept("file", zh_Hans_CN="文件", zh_Hant_TW="檔案"),
    concept("folder", zh_Hans_CN="文件夹", zh_Hant_TW="資料夾"),
    concept("client", zh_Hans_CN="客户端", zh_Hant_TW="用戶端"),
    concept("mouse", zh_Hans_CN="鼠标", zh_Hant_TW="滑鼠"),
    concept("queue", zh_Hans_CN="队列", zh_Hant_TW="佇列"),
    concept("software", zh_Hans_CN="软件", zh_Hant_TW="軟體"),
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("系統把檔案儲存在資料夾，用戶端按一下滑鼠，放入佇列。", []),
        ("系統把文件儲存在資料夾。", []),
        ("請安裝軟體。", [("軟體", "軟件")]),
    ],
)
def test_a_region_that_the_termbase_lacks_is_asked_from_the_table(
    text: str, expected: list[tuple[str, str]]
) -> None:
    found = found_in(text, "zh-Hant-HK", *GLOSSARY)
    assert [(one.text, "|".join(one.suggestions)) for one in found] == expected


@pytest.mark.parametrize(
    ("name", "text", "written"),
    [
        ("a.html", "<p>請安裝打印<b>機</b>。</p>", ["打印<b>機"]),
        ("a.txt", "請安裝打印\n機與軟\r\n件。", ["打印\n機", "軟\r\n件"]),
        ("a.md", "請安裝**軟**件。", ["軟**件"]),
        ("a.md", "請安裝軟`x`件。", []),
        ("a.txt", "請安裝軟\n\n件。", []),
    ],
)
def test_a_word_goes_on_behind_a_tag_or_a_line_end(
    tmp_path: Path, name: str, text: str, written: list[str]
) -> None:
    (tmp_path / name).write_bytes(text.encode())
    document = read_document(str(tmp_path / name))
    found = check_document(document, KnownTerms([]), "zh-Hant-TW", WORDING)
    assert [document.text[one.start : one.end] for one in found] == written


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("李启安說。", []),
        ("陳双明出席。", []),
        ("陳先生高兴地出席。", ["高兴"]),
        ("双方同意。", ["双方同意"]),
        ("祢是我們的神。", []),
        ("委員蘇志强、李强、成漢强和黃金宝出席。", []),
        ("精神科醫生李明冲。", []),
        ("秘書長陳維安先生說，陳維安指出，於維安之外，軟體好。", ["維安", "軟體"]),
        ("法官們（高晓力）。", []),
        ("經理劉宝表示，經理劉宝很高興。", ["劉宝"]),
        ("閑聊時却一再說，皮脂与污垢，宏偉華厦，", ["却", "与", "華厦"]),
        ("在五十年時間内，他强調内心。周内公布。", ["内", "强調", "内心", "周内"]),
    ],
)
def test_a_given_name_has_the_characters_of_its_owner(text: str, written: list[str]) -> None:
    assert [one.text for one in found_in(text, "zh-Hant-HK")] == written


def test_one_run_suffices() -> None:
    """A word that arises from a replacement is replaced in the same run."""
    for text, language in (("請看配置文檔。", "zh-Hant-TW"), ("软件的配置文档。", "zh-Hant-HK")):
        (*_, last) = found_in(text, language)
        assert (last.text[:2], last.suggestions) == ("配置", ("設定檔",))


@pytest.mark.parametrize(
    ("name", "text", "written"),
    [
        ("a.html", '<p><a href="//x">爱沙尼亚电子居民</a>，<a href="//y">這個爱好</a>，爱</p>', ["爱好", "爱"]),
        ("a.md", "[爱沙尼亚电子居民](//x)，[這個爱好](//y)，爱", ["爱好", "爱"]),
        ("a.txt", "韓戰（朝鮮戰爭）與朝鮮戰爭，韓戰(海灣戰爭)。", ["朝鮮戰爭", "海灣戰爭"]),
        ("a.txt", "都道府県民税、住民税。", ["税"]),
        ("a.txt", "感謝@凌于深渊 与同事。", ["与"]),
        ("a.md", "感謝@**阿云深渊**的筆記，by 双溪旧友 的与", ["与"]),
        (
            "a.txt",
            "1. 内存是什麼？ https://x.org\n2. 内存池的作用，好？ https://x.org\n3. 多 https://x.org 内存",
            ["内存"] * 2,
        ),
        ("a.txt", "請讀双溪游记（上）.pdf，双溪.app不讀。", ["双溪"]),
        ("a.txt", "這一类字的聲母是塞音。", []),
        ("a.txt", "溾，息遗切：濁也。", []),
        ("a.txt", "預選賽（预选赛）之後的预选赛。", ["预选赛"]),
        ("a.txt", "「猿遊號」（猿游号）之後是猿游号。", ["游号"]),
        ("a.txt", "這一行是 welcome=欢迎您 的意思，欢迎。", ["欢迎"]),
        ("a.txt", "〒104-0061 東京都中央区銀座５丁目\n在中央区。", ["中央区"]),
        ("a.txt", "雙溪村、双溪村、山脚里。双溪很美，双溪。", ["双溪", "双溪"]),
        ("a.md", "[推薦的文檔工具 | 每日頭條][x]，文檔\n\n[x]: https://example.org", ["文檔"]),
        ("a.md", "[介面：軟件更新大挑戰](//x)，[軟件](//y)", ["軟件"]),
        ("a.md", "[軟件王](https://wang.com.cn/a)與[軟件行](https://hang.com.tw)", ["軟件"]),
        ("a.txt", '按下"軟件"與"打印機"，"軟件"APP和"打印機"之後的軟件。3"軟件和5"軟件。', ["軟件"] * 3),
        ("a.md", "| 說明 | 用 |\n|---|---|\n| 打印機 | 印表機 |\n| 打印機 | 無 |\n", ["打印機"]),
        ("a.html", '<p>字 <span lang="zh-Hans">齿</span> 與 <span lang="zh-Hant">齿</span></p>', ["齿"]),
        ("a.html", '<h2 lang="zh-Hans"><b>甲</b>齿<br><b lang="zh-Hant">齿</b></h2><p>齿</p>', ["齿", "齿"]),
        ("a.txt", "介面有简体中文與繁體中文，翻譯成简体的人很多。", []),
        ("a.txt", "只轉字形，不轉用詞：軟件仍是軟件。使用語音軟件。", ["軟件"]),
        ("a.txt", "中文翻作重定向。網站會重定向到首頁。", ["重定向"]),
        ("a.txt", "書裡的爱字缺筆。", []),
        ("a.txt", "泰勒著，施良方译，人民教育出版社，1994。人民教育很重要。", []),
        ("a.txt", "见人民教育的文章。", ["见"]),
        ("a.txt", "佣佬佴佲佻佹佽网佯佮佭佬佫佪。", []),
    ],
)
def test_words_that_are_only_mentioned_are_right(tmp_path: Path, name: str, text: str, written: list[str]) -> None:
    """Titles of linked texts, words that explain the region's own, Japanese, values, villages, talk of words."""
    (tmp_path / name).write_bytes(text.encode())
    found = check_document(read_document(str(tmp_path / name)), KnownTerms([]), "zh-Hant-TW", WORDING)
    assert [one.text for one in found] == written


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        (
            "他說：這是正常的句子。这是简体字写的说明书，很长。",
            "zh-Hant-HK",
            [("这是简体字写的说明书，很长", "這是簡體字寫的說明書，很長")],
        ),
        (
            "旅客這樣說：\n这家民宿很舒服，离车站很近。房东关心客人，还准备零食。总体满意。\n我們也說好。",
            "zh-Hant-TW",
            [
                (
                    "这家民宿很舒服，离车站很近。房东关心客人，还准备零食。总体满",
                    "這家民宿很舒服，離車站很近。房東關心客人，還準備零食。總體滿",
                )
            ],
        ),
        (
            "网友写道：市政府大樓外擠滿抗議的民眾。我觉得這也好。",
            "zh-Hans-CN",
            [("樓外擠滿抗議的民眾", "楼外挤满抗议的民众"), ("這", "这")],
        ),
        (
            "看網友的装饰门面笔记，也加上了博客。",
            "zh-Hant-TW",
            [("装饰门面笔记", "裝飾門面筆記"), ("博客", "部落格")],
        ),
        ("台北的研究談数位经济。", "zh-Hant-HK", [("数位", "數碼"), ("经济", "經濟")]),
        ("我说过的。", "zh-Hant-HK", [("说", "說"), ("过", "過")]),
        ("交义感染。", "zh-Hant-TW", [("交义", "交叉")]),
        ("黑斑原鮡与这個。", "zh-Hans-CN", [("这個", "这个")]),
        ("三個月內核發，境內核定。系統內核更新。", "zh-Hant-TW", [("內核", "核心")]),
        ("到台北的士林夜市，的士兵很多。叫的士，裝軟件。", "zh-Hant-TW", [("的士", "計程車"), ("軟件", "軟體")]),
        ("专家与数位金融大臣，数位生活在海外。", "zh-Hans-CN", []),
        ("奕訢与訢。", "zh-Hans-CN", []),
        ("到哈薩克斯坦學薩克斯，裝軟件。", "zh-Hant-TW", [("薩克斯", "薩克斯風"), ("軟件", "軟體")]),
        ("数位金融产品。", "zh-Hans-CN", [("数位", "数字")]),
    ],
)
def test_what_is_told_and_written(text: str, language: str, found: list[tuple[str, str]]) -> None:
    assert [(one.text, *one.suggestions) for one in found_in(text, language)] == found


def test_a_text_on_computing_tells_the_sense_of_a_word() -> None:
    """One word in a sentence does not, but the density of such words in the text does."""
    sentence = "他們的網絡在軟體之外。"
    about = "硬碟與記憶體裝在電腦上，滑鼠和鍵盤也是。"
    assert not found_in(sentence, "zh-Hant-TW")
    assert [one.text for one in found_in(sentence + about * 4, "zh-Hant-TW")] == ["網絡"]


IN_CANTONESE = "我哋聽日去買嘢，你哋去唔去？佢冇時間喺度等，咁啲朋友就自己去咗。"
ABOUT_CANTONESE = (
    "我們明天去買東西，他沒有時間在這裡等，那些朋友就自己去了。" * 5 + "廣東話的「我哋」、「嘅」和「唔」。"
)


@pytest.mark.parametrize(
    ("name", "text", "language"),
    [
        ("a.html", '<html class="x" lang="zh-HK"><p>人民銀行公布資料。</p>', "zh-Hant-HK"),
        ("a.html", '<html lang="zh-HK"><p>人民银行公布资料。</p>', "zh-Hans-CN"),
        ("a.html", f'<html lang="zh-TW"><p>{IN_CANTONESE}</p>', "zh-Hant-HK"),  # the tag of a template
        ("a.html", f'<html lang="zh-MO"><p>{IN_CANTONESE}</p>', "zh-Hant-MO"),
        ("a.html", f'<html lang="zh-TW"><p>{ABOUT_CANTONESE}</p>', "zh-Hant-TW"),
        ("a.html", '<html lang="en"><p>計程車在網路上。</p>', "zh-Hant-TW"),
        ("a.md", "---\ntitle: x\nlang: zh_TW\n---\n人民銀行公布資料。", "zh-Hant-TW"),
        ("a.md", "人民銀行公布 lang: zh_TW 資料。", "zh-Hant"),
        ("docs/zh-HK/guide/a.md", "人民銀行公布資料。", "zh-Hant-HK"),
        ("zh-TW/a.zh_HK.md", "人民銀行公布資料。", "zh-Hant-HK"),
        ("zh-TW/a.md", "---\nlang: zh_HK\n---\n人民銀行公布資料。", "zh-Hant-HK"),
        ("zh-HK/a.md", "人民银行公布资料。", "zh-Hans-CN"),
        ("zh-HK/a.md", "人民银行公布资料与数据，并说明问题。\n\n行長說明數據。", "zh-Hant-HK"),
        ("zh-HK/a.md", "The bank published its figures.", "en"),
        ("zh-HK-notes/a.md", "人民銀行公布資料。", "zh-Hant"),
    ],
)
def test_a_document_tells_its_region_if_its_script_agrees(
    tmp_path: Path, name: str, text: str, language: str
) -> None:
    (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / name).write_bytes(text.encode())
    assert language_of_document(read_document(str(tmp_path / name))) == language


WHOLE = [
    ("zh-Hant-TW", "最后采用推荐的方案，把文件放在里面，日志实际上没有用。"),
    ("zh-Hant-HK", "最后采用推荐的方案，把文件放在里面，日志实际上没有用。"),
    ("zh-Hant-TW", "双击就能听见声音，并划分几个区域。"),
    ("zh-Hans-CN", "最後採用推薦的方案，把文件放在裡面，日誌實際上沒有用。"),
]


@pytest.mark.parametrize(("language", "text"), WHOLE)
def test_of_a_sentence_in_the_other_script_every_character_is_told(language: str, text: str) -> None:
    """后 and 里 are in both scripts; in a sentence of the other one, the fixes must not leave them behind."""
    fixed = text
    for finding in sorted(found_in(text, language), key=lambda finding: -finding.start):
        fixed = fixed[: finding.start] + finding.suggestions[0] + fixed[finding.end :]
    target = {"zh-Hant-TW": Region.TW, "zh-Hant-HK": Region.HK, "zh-Hans-CN": Region.CN}[language]
    assert not set("后采荐里志实听见并划个") & set(fixed) or target is Region.CN
    assert normalize(fixed, target).text == fixed
    assert found_in(fixed, language) == []


@pytest.mark.parametrize("text", ["這位皇后住在新北市的里長家裡。", "這個词很重要，皇后也說過。"])
def test_in_a_mixed_sentence_characters_of_both_scripts_stay(text: str) -> None:
    assert not any(finding.text in ("后", "里", "皇后", "里長") for finding in found_in(text, "zh-Hant-TW"))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("他在网路上找到了资料。", ["region"]),  # 网路上 is a rare entry of the dictionary, as words of Taiwan are
        ("软体动物没有骨头。", []),
    ],
)
def test_a_listed_word_of_another_region_in_a_longer_entry(text: str, names: list[str]) -> None:
    entries = (
        concept("n", zh_Hans_CN="网络", zh_Hant_TW="網路"),
        concept("s", zh_Hans_CN="软件", zh_Hant_TW="軟體"),
    )
    assert [finding.name for finding in found_in(text, "zh-Hans-CN", *entries)] == names


@pytest.mark.parametrize(
    ("clause", "most"),
    [("这个团队为山区学校带来图书和药品，", 5), ("請安裝打印機和軟件，這個團隊為山區學校帶來圖書，", 60)],
)
def test_each_word_of_a_sentence_as_long_as_a_page_is_reported_once(clause: str, most: int) -> None:
    found = found_in(clause * 30, "zh-Hant-TW")
    spans = sorted((one.start, one.end) for one in found)
    assert 0 < len(spans) <= most
    assert all(end <= start for (_, end), (start, _) in itertools.pairwise(spans))


def test_one_passage_stands_for_many_in_a_file() -> None:
    """Passages in the other script are other people's words; each of a few is reported, and one for all of many."""
    passage = "网友留言说东西很贵。\n本店說明如下。\n"
    assert len(with_stand_ins(found_in(passage * 4, "zh-Hant-TW"))) == 4
    (finding,) = with_stand_ins(found_in(passage * 5, "zh-Hant-TW"))
    assert finding.message.startswith("passages of the text are in simplified characters (5 places")
