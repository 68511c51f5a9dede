"""Tests the detection of language, script and region."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from termbase.language import Region
from termbase.text.detect import chinese_of, detect, language_of, language_of_texts
from termbase.text.script import Script


@pytest.mark.parametrize(
    ("text", "language", "script", "region"),
    [
        ("软件在服务器上运行", "zh-Hans-CN", Script.SIMPLIFIED, "CN"),
        ("軟體在網路上執行", "zh-Hant-TW", Script.TRADITIONAL, "TW"),
        ("軟件在網絡上運行", "zh-Hant-HK", Script.TRADITIONAL, "HK"),
        ("数位经济与网路安全", "zh-Hans-CN", Script.SIMPLIFIED, "TW"),
        ("歷史與藝術", "zh-Hant", Script.TRADITIONAL, None),
        ("人民", "zh", Script.BOTH, None),
        ("數位经济", "zh", Script.MIXED, "TW"),
        ("The network (网络) is open to all", "en", Script.SIMPLIFIED, None),
        (
            "The Cyberspace Administration of China (国家互联网信息办公室) issued rules.",
            "en",
            Script.SIMPLIFIED,
            "CN",
        ),
        ("President Tsai Ing-wen (蔡英文) met Audrey Tang (唐鳳) in Taipei.", "en", Script.TRADITIONAL, None),
        ("网信办（CAC）与ITU、ICANN、IETF、W3C 合作", "zh-Hans-CN", Script.SIMPLIFIED, None),
        ("安装 Visual Studio Code 插件", "zh-Hans-CN", Script.SIMPLIFIED, "CN"),
        ("使用 git commit 提交代码", "zh-Hans-CN", Script.SIMPLIFIED, None),
        ("衞生署説明疫苗接種安排", "zh-Hant-HK", Script.TRADITIONAL, None),
        ("他搭計程車去捷運站，手機沒電了。", "zh-Hant-TW", Script.TRADITIONAL, "TW"),
        ("立法會議員指，醫院管理局應改善服務質素。", "zh-Hant-HK", Script.TRADITIONAL, "HK"),
        ("老撾、新西蘭、意大利", "zh-Hant-HK", Script.TRADITIONAL, "HK"),
        ("寮國、紐西蘭、義大利", "zh-Hant-TW", Script.TRADITIONAL, "TW"),
        ("國家互聯網信息辦公室", "zh-Hant", Script.TRADITIONAL, "CN"),
        ("東京は日本の首都です。", "und", Script.TRADITIONAL, None),
        ("서울은 한국의 수도이다", "und", Script.BOTH, None),
        ("2030", "en", Script.BOTH, None),
        ("Выберите файл в списке", "und", Script.BOTH, None),
        ("Επιλέξτε ένα αρχείο", "und", Script.BOTH, None),
        ("Sélectionnez un fichier à télécharger", "und", Script.BOTH, None),
        ("Wählen Sie eine Datei aus und drücken Sie", "und", Script.BOTH, None),
        ("Chọn tập tin để tải xuống", "und", Script.BOTH, None),
        ("The café of Müller is in the rue de l'Église.", "en", Script.BOTH, None),
        ("He said that Xí Jìnpíng and Wáng Yì are in Běijīng with the others.", "en", Script.BOTH, None),
        (
            "“creating economies” (网络经济创新发展) and “network security” (网络安全)",
            "en",
            Script.SIMPLIFIED,
            None,
        ),
        (
            "网络安全法（Cybersecurity Law of the People's Republic of China）",
            "zh-Hans-CN",
            Script.SIMPLIFIED,
            "CN",
        ),
        ("（人工智能技术）", "zh-Hans-CN", Script.SIMPLIFIED, "CN"),
        ("The angle α is that of the wave.", "en", Script.BOTH, None),
    ],
)
def test_a_text_shows_what_it_is_written_in(text: str, language: str, script: Script, region: str | None) -> None:
    found = detect(text)
    assert (found.language, found.script) == (language, script)
    assert found.region == region or language == "en"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("数位经济与网路安全", "zh-Hans-CN"),
        ("人民", "zh-Hans-CN"),  # no character shows the script
        (
            "我们建设数字丝绸之路，并使用互联网。中國提出了這個想法。",
            "zh-Hans-CN",
        ),  # most characters are simplified
        ("軟體與程式設計。这是", "zh-Hant-TW"),
        ("歷史與藝術。这", "zh-Hant"),
        ("網絡與軟件，程式與網路，軟體", "zh-Hant"),  # words of both regions, neither has twice as many
        ("網絡、軟件、質素；網路、軟體", "zh-Hant"),  # more of one region, but not twice as many
        ("The network (網路) is open to all", "en"),
        ("東京は日本の首都です。", "und"),
        ("", "en"),
        ("人工智慧", "zh-Hant-TW"),  # no character shows the region, but the word does
        ("請選取檔案" * 40 + "数据", "zh-Hant"),
    ],
)
def test_one_language_to_work_with(text: str, language: str) -> None:
    assert language_of(text) == language


def test_the_evidence_is_given() -> None:
    found = detect("網路與網路")
    assert found.words[Region.TW] == {"網路": 2}
    assert found.characters[Script.TRADITIONAL] == {"網": 2, "與": 1}
    assert not found.characters[Script.SIMPLIFIED]


def test_english_text_loads_no_table() -> None:
    said = "detect('The text is plain.'); print({'opencc', 'jieba'} & {*sys.modules})"
    code = f"import sys; from termbase.text.detect import detect; {said}"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"


def test_a_quotation_in_the_other_script_does_not_count() -> None:
    assert detect("软件发展" * 30 + "臺灣").script is Script.SIMPLIFIED


@pytest.mark.parametrize("name", ["handbook", "libreoffice-help", "debian-reference"])
def test_the_region_of_real_texts_is_detected(shared: Path, name: str) -> None:
    for tag, language in (("zh-CN", "zh-Hans-CN"), ("zh-TW", "zh-Hant-TW")):
        path = shared / "dev" / "parallel" / f"{name}.{tag}.tsv"
        if not path.is_file():
            pytest.skip("no parallel texts in ../shared")
        lines = [line.split("\t")[-1] for line in path.read_text("utf-8").splitlines()[1:2000]]
        assert detect("\n".join(lines)).language == language


def test_what_both_scripts_write_alike_has_the_language_of_its_document() -> None:
    assert language_of("人民", "zh-Hant-TW") == chinese_of("人民", "zh-Hant-TW") == "zh-Hant-TW"
    assert chinese_of("人工智慧", "zh-Hans-CN") == "zh-Hant-TW"
    assert chinese_of("网络", "zh-Hant-TW") == "zh-Hans-CN"


@pytest.mark.parametrize("text", ["Wi-Fi网", "Web of Science", "", "ABC"])
def test_a_chinese_term_is_chinese_whatever_else_stands_in_it(text: str) -> None:
    assert chinese_of(text).startswith("zh-")


def test_the_language_of_many_texts_is_that_of_all_together() -> None:
    texts = ["請選取檔案", "儲存設定"] * 20
    assert language_of_texts(iter([*texts, "数据"])) == language_of("\n".join(texts)) == "zh-Hant"
    assert language_of_texts([]) == "en"


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("這款軟件的用戶很多，伺服器在台北，臺灣的軟體業者。", "TW"),
        ("立法院三讀通過的軟件採購案，將由各縣市編列預算。", "TW"),
        ("行政院核定計畫，補助民眾汰換老舊機車，每輛最高可領新臺幣五千元。", "TW"),
        ("網友在社群媒體貼文抱怨，包裹寄送多日仍未送達。", "TW"),
        ("香港特區政府就軟體採購回覆議員，會撥款三億港元，用戶毋須登記。", "HK"),
        ("警方在旺角一個單位內檢獲懷疑毒品，市值約三百萬港元。", "HK"),
        ("用戶可在網上下載軟件，安裝後毋須重新啟動電腦。", "HK"),
        ("這個網絡平台的用戶數目急升，公司計劃在本港增聘人手。", "HK"),
        ("山屋距離登山口約三百公尺，志工藉由無線電回報，飯店會派人接應。", "TW"),
        ("當局早前致電住客，指餘下樓宇會否拆卸仍未有決定。", "HK"),
        ("我哋唔知點解咁多人排隊，同埋今日嘅嘢食都賣晒。", "HK"),
        ("每一列都註明資料來源，檢查的實作放在範例後面，線上可以直接試用。", "TW"),
    ],
)
def test_words_of_institutions_and_law_show_the_region_of_a_text(text: str, region: str) -> None:
    assert language_of(text) == f"zh-Hant-{region}"


def test_mainland_words_alone_do_not_make_a_longer_traditional_text_one_of_hong_kong() -> None:
    slip = "這段程式會先加載插件，再把數組與變量交給線程處理。"
    assert language_of(slip) == "zh-Hant-HK"
    assert (
        language_of("課本把習題都放在最後一頁，學習時間有限的學員應該先練習難題，說明與圖解則隨後補上。" * 2 + slip)
        == "zh-Hant"
    )


def test_mainland_words_beside_a_word_of_taiwan_do_not_show_hong_kong() -> None:
    assert language_of("這是免費軟件，安裝後請先閱讀文檔。") == "zh-Hant-HK"
    assert language_of("這是免費軟件，印表機的用法請先閱讀文檔。") == "zh-Hant"


def test_characters_do_not_make_a_text_with_words_of_taiwan_alone_one_of_hong_kong() -> None:
    text = (
        "這個軟體的說明，請用印表機印出來給大家看，插件與字段的文檔要另外下載，二維碼在信息裡面，服務員會説明。" * 3
    )
    assert language_of(text) == "zh-Hant"
    assert language_of(text.replace("軟體", "項目").replace("印表機", "方式")) == "zh-Hant-HK"


@pytest.mark.parametrize("text", ["資料來源", "請註明資料來源。"])
def test_a_word_that_both_regions_have_does_not_show_one(text: str) -> None:
    assert language_of(text) == "zh-Hant"


def test_a_term_is_too_short_to_show_where_it_was_written() -> None:
    assert language_of("香港特區政府") == "zh-Hant"


@pytest.mark.parametrize(
    ("text", "otherwise", "tag"),
    [
        ("伺服器", "zh-Hans-CN", "zh-Hant"),  # equal in both scripts, but not a word of the mainland
        ("伺服器", "zh-Hant-HK", "zh-Hant-HK"),
        ("影片", "zh-Hans-CN", "zh-Hans-CN"),
        ("人口", "zh-Hant-HK", "zh-Hant-HK"),
    ],
)
def test_words_of_taiwan_and_hong_kong_show_the_script(text: str, otherwise: str, tag: str) -> None:
    assert chinese_of(text, otherwise) == tag
