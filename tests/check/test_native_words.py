"""Tests that a word counts as foreign only as far as native texts of the region say so."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from termbase.check.finding import Problem
from termbase.check.foreign.native_words import FoundWord, well_founded
from termbase.check.known_terms import KnownTerms
from termbase.check.run import check_document
from termbase.check.settings import Settings
from termbase.document.reader import read_document
from termbase.language import Region
from termbase.text.regions.foreign_words import foreign_forms
from termbase.text.regions.native_use import NativeUse, native_use

WORDING = Settings(selected=frozenset({"wording"}))
MAINLAND, HONG_KONG = frozenset({Region.CN}), frozenset({Region.HK})
SHORT = "一句話。"
LONG = "今天天氣很好，我們去爬山。" * 200


def found_in(text: str, language: str) -> list[str]:
    return [
        one.text for one in check_document(read_document("-", text.encode()), KnownTerms([]), language, WORDING)
    ]


def founded(words: Iterable[tuple[str, frozenset[Region]]], text: str = SHORT, step: int = 1) -> list[str]:
    """Return those of some words, findings in one text of Taiwan `step` characters apart, that are reported."""
    found = [
        FoundWord(Problem(place * step, place * step + 1, word), word, regions, offset=place * step)
        for place, (word, regions) in enumerate(words)
    ]
    return [problem.message for problem in well_founded(found, Region.TW, text)]


def test_markup_is_no_distance_between_words(tmp_path: Path) -> None:
    file = tmp_path / "a.html"
    link = f'<a href="https://example.org/{"x" * 2000}">這裡</a>'
    file.write_text(f'<meta charset="utf-8"><p>她帶同證件{link}見工，又有視像會議。</p>', "utf-8")
    found = check_document(read_document(str(file)), KnownTerms([]), "zh-Hant-TW", WORDING)
    assert [one.text for one in found] == ["帶同", "見工", "視像會議"]


def words_of(use: NativeUse | None) -> list[str]:
    """Return words of the mainland with a use in Taiwan; None stands for those that are certainly foreign."""
    known = native_use(Region.TW)
    regions = foreign_forms(Region.TW)
    return [word for word in sorted(regions) if known.get(word) is use and Region.CN in regions[word]]


@pytest.mark.parametrize("region", Region)
def test_the_table_has_only_words_that_would_be_foreign(region: Region) -> None:
    assert native_use(region)
    assert native_use(region).keys() <= foreign_forms(region).keys()


@pytest.mark.parametrize(
    ("word", "region"),
    [("软件", Region.TW), ("打印机", Region.TW), ("视频", Region.TW), ("网路", Region.HK), ("网路", Region.CN)],
)
def test_what_hardly_any_native_text_has_is_foreign(word: str, region: Region) -> None:
    assert native_use(region).get(word) in (None, NativeUse.UNSEEN)


@pytest.mark.parametrize(
    ("text", "language"),
    [("工人在工地受傷，向承建商索賠。", "zh-Hant-HK"), ("外套掉了一颗钮扣。", "zh-Hans-CN")],
)
def test_what_native_texts_have_is_no_foreign_word(text: str, language: str) -> None:
    assert found_in(text, language) == []


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("他們乘搭巴士，接載乘客，公司虧蝕。", "zh-Hant-TW", ["乘搭", "接載", "虧蝕"]),
        ("他們在網咖上網，觀光客很多。", "zh-Hant-HK", ["網咖", "觀光客"]),
    ],
)
def test_a_word_that_mainland_writers_use_too_stays_foreign(text: str, language: str, found: list[str]) -> None:
    assert found_in(text, language) == found


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("警衛依引導程序疏散民眾。", "zh-Hant-TW"),
        ("馬哈希法師與哈希米王國。", "zh-Hant-TW"),
        ("核电厂的工人按规程检修。", "zh-Hans-CN"),
        ("神经外科医师与麻醉医师讨论大脑皮质的病灶。", "zh-Hans-CN"),
        ("门诊治疗不孕症和食道癌。", "zh-Hans-CN"),
        ("学长姐带新生参观校园。", "zh-Hans-CN"),
        ("放射師替農場菜場的工人照肺，勞保費由僱主支付。", "zh-Hant-HK"),
        ("下一季度的賣地計劃下周公布。", "zh-Hant-HK"),
        ("他們一時找不到人手興建。", "zh-Hant-HK"),
        ("選務人員封好投票箱，公布計票結果。", "zh-Hant-TW"),
        ("按教程式学习，用泛函式与过程式的写法。", "zh-Hans-CN"),
        ("我們會以最快捷方式回覆您。", "zh-Hant-TW"),
        ("研究生畢業離校手續如下。", "zh-Hant-TW"),
        ("請填寫姓名與身份證號碼。", "zh-Hant-TW"),
        ("餐廳推動光盤行動，避免浪費食物。", "zh-Hant-TW"),
        ("他養了一隻比特犬。", "zh-Hant-TW"),
        ("大巴六九部落的射耳祭。", "zh-Hant-TW"),
        ("師傅替軸承打黃油保養。", "zh-Hant-TW"),
        ("社區公布出租車位的價格。", "zh-Hant-TW"),
        ("欄位為資料來源代碼。", "zh-Hant-TW"),
        ("交收方法：方便面交，地點為旺角站。", "zh-Hant-HK"),
        ("遊客乘坐路面電車遊覽廣島。", "zh-Hant-HK"),
        ("病人接受電腦斷層檢查。", "zh-Hant-HK"),
        ("七大工業國集團發表聲明。", "zh-Hant-HK"),
        ("会计人员编制试算表，检查借贷是否平衡。", "zh-Hans-CN"),
        ("肿瘤细胞呈巢状排列。", "zh-Hans-CN"),
        ("他把合同放进蓝色资料夹。", "zh-Hans-CN"),
        ("单晶片和多晶片的价格下降。", "zh-Hans-CN"),
        ("求该函数的级数表示式。", "zh-Hans-CN"),
        ("会议室新装了一台投影机。", "zh-Hans-CN"),
        ("舵机转动时，伺服器的臂抬起画笔，由电机驱动。", "zh-Hans-CN"),
        ("探头由压电材料的晶片发出超声。", "zh-Hans-CN"),
        ("这门手艺用精金晶片做衣服，一件要九个晶片。", "zh-Hans-CN"),
        ("光经过偏振片后进入晶片，沿光轴分为两束。", "zh-Hans-CN"),
        ("算子的核融合减少了显存的读写。", "zh-Hans-CN"),
        ("法师的魔法飞弹打中了怪物。", "zh-Hans-CN"),
        ("牧師在主日的信息裡談到耶穌的比喻。", "zh-Hant-TW"),
        ("煤礦的瓦斯濃度超標，井下工人全部撤離。", "zh-Hant-HK"),
        ("他把硬幣放進串流平台送的錢箱，再替手機卡充值。", "zh-Hant-HK"),
        ("奇數的人會落單，要找老師。", "zh-Hant-TW"),
        ("他在操作系統時出了錯。", "zh-Hant-TW"),
        ("我短時間內存不了錢。", "zh-Hant-TW"),
        ("微博一名博主發文談這件事。", "zh-Hant-TW"),
        ("當時的老總很照顧我們倆人，可惜他這週掛病號。", "zh-Hant-TW"),
        ("最後廚師上菜，後廚忙得很，外帶的小童餐要等。我們用家與田換來水泥。", "zh-Hant-TW"),
        ("這位營造商的評審委員在百貨商場租房開店。", "zh-Hant-HK"),
        ("打工人士帶小孩到地下道避雨。", "zh-Hant-HK"),
        ("学校的线上课程教影片剪辑，作业是画心智图和长条图。", "zh-Hans-CN"),
        ("新手机的储存空间更大，不沾锅也在打折。", "zh-Hans-CN"),
        ("他一个人落单了，手里拿着生成式AI的说明。", "zh-Hans-CN"),
        ("磁浮列车很快，车上的电视在播美式足球和太空望远镜的照片。", "zh-Hans-CN"),
        ("監控畫面顯示，高峰時間有人在路口掉頭。", "zh-Hant-TW"),
        ("師傅上門維修冰箱的冷凍室，動作乾淨利落。", "zh-Hant-TW"),
        ("租屋的房源很少，租金好於預期。", "zh-Hant-TW"),
        ("完整的說明請看日誌文件。", "zh-Hant-TW"),
        ("請輸入中文檔名，再按電腦的鍵盤。", "zh-Hant-TW"),
        ("團隊通過教育部的計畫，也通過雲林縣政府的徵選。", "zh-Hant-TW"),
        ("營業額優於預期，但遜於去年同期。", "zh-Hant-HK"),
        ("這位人生導師向同學道歉，因為班機延誤，客服沒有回覆。", "zh-Hant-HK"),
        ("駕駛人士測量油箱的容量，警衛看守山崩後的水塔。", "zh-Hant-HK"),
    ],
)
def test_a_word_of_another_region_is_native_in_its_other_sense(text: str, language: str) -> None:
    assert found_in(text, language) == []


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("雙擊桌面上的快捷方式。", "zh-Hant-TW", ["快捷方式"]),
        ("電腦的引導程序損壞，要重裝軟體。", "zh-Hant-TW", ["引導程序"]),
        ("把檔案燒到光盤。", "zh-Hant-TW", ["光盤"]),
        ("出租車停在路邊。", "zh-Hant-TW", ["出租車"]),
        ("他在旺角吃方便麵。", "zh-Hant-HK", ["方便麵"]),
        ("在程式中使用巢状回圈。", "zh-Hans-CN", ["巢状"]),
        ("请用滑鼠选取试算表的储存格。", "zh-Hans-CN", ["滑鼠", "试算表"]),
        ("网站的伺服器宕机了，晶片也缺货。", "zh-Hans-CN", ["伺服器", "晶片"]),
        ("請把信息填在表格裡。", "zh-Hant-TW", ["信息"]),
        ("廚房的瓦斯用完了。", "zh-Hant-HK", ["瓦斯"]),
        ("臺北的出租車很多。", "zh-Hant-TW", ["出租車"]),
        ("深圳的出租車很多。", "zh-Hant-TW", []),
        ("泳灘旁有行山徑，店裡的雪櫃壞了。", "zh-Hant-TW", ["泳灘", "行山徑", "雪櫃"]),
        ("香港很熱，香港人常去海邊。九龍也一樣。泳灘旁有行山徑，店裡的雪櫃壞了。", "zh-Hant-TW", []),
        ("请安装软体，再上网下载。", "zh-Hans-CN", ["软体"]),
        ("填好手機號和車牌號，送貨上門時用打印機。", "zh-Hant-TW", ["打印機"]),
        ("汽車加油後檢查變速箱，再安裝軟體下單。", "zh-Hant-HK", ["軟體"]),
        ("清空日誌文件後，要重裝軟件。", "zh-Hant-TW", ["日誌文件", "軟件"]),
        ("通過教育訓練推廣觀念，通過雲端同步資料。", "zh-Hant-TW", ["通過", "通過"]),
        ("软件能模拟软体、流体和刚体的碰撞，下载即可。", "zh-Hans-CN", []),
    ],
)
def test_it_is_foreign_where_the_sentence_has_the_other_one(text: str, language: str, found: list[str]) -> None:
    assert found_in(text, language) == found


def test_an_own_word_never_counts() -> None:
    certain = words_of(None)[0]
    own = [word for word, use in native_use(Region.TW).items() if use is NativeUse.OWN]
    assert own
    for word in own:
        assert founded([(word, MAINLAND), (certain, MAINLAND)]) == [certain]


def test_a_doubtful_word_counts_beside_a_foreign_one() -> None:
    doubtful, certain = words_of(NativeUse.DOUBTFUL), words_of(None)[0]
    assert founded([(doubtful[0], MAINLAND)]) == []
    assert founded([(doubtful[0], MAINLAND), (doubtful[0], MAINLAND), (doubtful[1], MAINLAND)]) == []
    assert founded([(doubtful[0], MAINLAND), (certain, MAINLAND)]) == [doubtful[0], certain]
    assert founded((word, MAINLAND) for word in doubtful[:3]) == doubtful[:3]
    assert founded([(doubtful[0], MAINLAND), (certain, MAINLAND)], step=900) == [doubtful[0], certain]
    assert founded([(doubtful[0], MAINLAND), (certain, MAINLAND)], step=1100) == [certain]


def test_a_foreign_word_says_nothing_of_words_of_another_region() -> None:
    certain = words_of(None)[0]
    assert founded([("泳滩", HONG_KONG), (certain, MAINLAND)]) == [certain]
    assert founded([("泳滩", HONG_KONG), (certain, MAINLAND | HONG_KONG)]) == ["泳滩", certain]


def test_a_word_that_nobody_takes_needs_another_one_in_a_long_text() -> None:
    unseen, certain = words_of(NativeUse.UNSEEN)[0], words_of(None)[0]
    assert founded([(unseen, MAINLAND)]) == [unseen]
    assert founded([(unseen, MAINLAND)], LONG) == []
    assert founded([(certain, MAINLAND)], LONG) == [certain]
    assert founded([(unseen, MAINLAND), (certain, MAINLAND)], LONG) == [unseen, certain]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("漫畫『海之月』，東京・小学館出版。", "zh-Hant-TW"),
        ("他读过《铁道》和日本国紀两本书。", "zh-Hans-CN"),
        ("鄰居阿万和小苹一起去買菜。", "zh-Hant-TW"),
        ("參考 https://wiki.example/zh-tw/坏帐 的說明。", "zh-Hant-TW"),
        ('表中"軟件"應為軟體。', "zh-Hant-TW"),
        ("病人得了帶狀疱疹。", "zh-Hant-TW"),
        ("他把煙抛到窗外。", "zh-Hant-HK"),
        ("由陳冲前院長主持。", "zh-Hant-TW"),
        ("他說台灣的超商通宵營業。", "zh-Hant-HK"),
        ("可卡因（Cocaine，古柯碱）会使人上瘾。", "zh-Hans-CN"),
        ("搜索词：光盘;光碟;盘片", "zh-Hans-CN"),
        ("請寄到這個物理地址。", "zh-Hant-HK"),
        ("警方從海量資料找出線索。", "zh-Hant-HK"),
        ("訊號弱時誤碼率會上升。", "zh-Hant-HK"),
        ("用熒光筆畫出重點。", "zh-Hant-HK"),
        ("請刪除舊的備份檔案。", "zh-Hant-TW"),
        ("木材含木質素，期末放溫書假。", "zh-Hant-TW"),
        ("國家中醫藥局與醫藥局。", "zh-Hant-HK"),
        ("他穿皮夾克，用封面紙包書。", "zh-Hant-HK"),
        ("液晶片材的厚度均匀。", "zh-Hans-CN"),
        ("监督式学习与半监督式学习、非监督式学习不同。", "zh-Hans-CN"),
        ("请把谈话重新导向正题。", "zh-Hans-CN"),
        ("這套文件系統由註解產生說明文件。", "zh-Hant-TW"),
        ("他最擅長蛙式。", "zh-Hant-HK"),
        ("這個程式可以瀏覽目錄。", "zh-Hant-TW"),
        ("學生拍了一部短片上傳。", "zh-Hant-TW"),
        ("他的祖母去年過世。", "zh-Hant-HK"),
    ],
)
def test_names_addresses_and_other_senses_are_left_alone(text: str, language: str) -> None:
    assert found_in(text, language) == []


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("我很担心他。", "zh-Hant-TW", ["担心"]),
        ("这个公園很大。", "zh-Hans-CN", ["公園"]),
        ("公司通過網路平台銷售，請安裝軟件。", "zh-Hant-TW", ["通過", "軟件"]),
        ("程式必須通過軟體測試才能上線，請安裝軟件。", "zh-Hant-TW", ["軟件"]),
        ("小区的路很窄。", "zh-Hant-TW", ["小区"]),
        ("他到超商買飲品。", "zh-Hant-HK", ["超商"]),
        ("硬碟的文件系統已掛載。", "zh-Hant-TW", ["文件系統"]),
        ("他說台灣的超商通宵營業。請安裝軟體。", "zh-Hant-HK", ["超商", "軟體"]),
        ("他按了「変更を保存する」，又安裝軟件。", "zh-Hant-TW", ["軟件"]),
    ],
)
def test_what_looks_like_them_is_found(text: str, language: str, found: list[str]) -> None:
    assert found_in(text, language) == found


def test_a_fix_has_both_quotation_marks_of_a_pair_or_neither() -> None:
    text = "他說“这个软件”很好用，又說那個软件的网络不好，“打印机也坏了，还有内存”不夠。"
    document = read_document("-", text.encode())
    fixes = [one.suggestions[0] for one in check_document(document, KnownTerms([]), "zh-Hant-TW", WORDING)]
    assert fixes
    assert all(fix.count("「") == fix.count("」") for fix in fixes)
