"""Tests that `wording` leaves alone pairs of forms, titles of links, lists of characters, old prescriptions."""

from __future__ import annotations

import pytest

from termbase.check.known_terms import KnownTerms
from termbase.check.run import check_document
from termbase.check.settings import Settings
from termbase.document.reader import read_document

WORDING = Settings(selected=frozenset({"wording"}))


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("只收一對一的簡化字：级→級、险→險。", "zh-Hant-TW", []),
        ("一對多的不收：发＝發/髮、获 = 獲/穫。", "zh-Hant-TW", []),
        ("軟件/軟體都有人寫，公司買了軟件。", "zh-Hant-TW", ["軟件"]),
        ("說明見 http://zh.wikipedia.org/wiki/存储程序 一頁。", "zh-Hant-TW", []),
        ("請看 http://a.example.org/ 的说明。", "zh-Hant-TW", ["说明"]),
        (r"[\[平板教学 – 备课\]](https://a.example.org)", "zh-Hant-HK", []),
        ("见 [鐵路工地坍塌　多人失聯] 一文。\n\n[鐵路工地坍塌 多人失聯]: https://a.example.org", "zh-Hans-CN", []),
        ("见 [鐵路] 一节。", "zh-Hans-CN", ["鐵路"]),
        ("[從零開始的網絡面試題庫與詳解](https://a.example.org)", "zh-Hant-TW", []),
        ("電腦要裝[打印機](https://a.example.org)。", "zh-Hant-TW", ["打印機"]),
        ("見 [[問題] 打印機](https://a.example.org)。", "zh-Hant-TW", []),
        (r"見 [\[心得\] 打印機](https://a.example.org)。", "zh-Hant-TW", []),
        ("見 [【新手】打印機](https://a.example.org)。", "zh-Hant-TW", []),
        ("見 [新手【打印機】教學](https://a.example.org)。", "zh-Hant-TW", ["打印機"]),
        ("從車站走到荒川区役所前。", "zh-Hant-TW", []),
        ("從車站走到荒川区公所前。", "zh-Hant-TW", ["区公所"]),
        ("語言：繁 | 简", "zh-Hant-TW", []),
        ("這本書很简單。", "zh-Hant-TW", ["简單"]),
        ("**漫遊：札幌與酒田**\n\n<https://a.example.org>", "zh-Hans-CN", []),
        ("说明與用法见\n<https://a.example.org>", "zh-Hans-CN", ["與"]),
        ("见 [[第 6 周] 一周計畫與隨興](https://a.example.org)。", "zh-Hans-CN", []),
        ("见 https://a.example.org/zh-tw/懶人包/ 一页。", "zh-Hans-CN", []),
        ("[小店的菜單 [by 點心頻道]](https://a.example.org)", "zh-Hans-CN", []),
        ("* 臺灣語言學學會年報：https://a.example.org", "zh-Hans-CN", []),
        ("这篇文章講的是：https://a.example.org", "zh-Hans-CN", ["講"]),
        ("| 站名 | 地址 |\n|---|---|\n| 慢讀一頁 | https://a.example.org |", "zh-Hans-CN", []),
        ("| 站名 | 地址 |\n|---|---|\n| 讀一頁书 | https://a.example.org |", "zh-Hans-CN", ["讀", "一頁"]),
        ("本站有话题、每週專題、新闻，還有首頁。", "zh-Hans-CN", ["還有", "首頁"]),
        ("請看[小明的博客](https://a.example.org)，他的博客很好。", "zh-Hant-TW", ["博客"]),
        ("影片得到最佳視頻報導獎，請看視頻的獎品。", "zh-Hant-TW", ["視頻"]),
        ("洪水橋/厦村新發展區有大厦。", "zh-Hant-HK", ["大厦"]),
        ("北市府與中央通過電話。", "zh-Hant-TW", []),
        ("一錢灯心、二分枳壳、枯矾三錢，水煎服。", "zh-Hant-TW", []),
        ("怑䓐㭷㇧侭", "zh-Hant-HK", []),
        ("昼夜溫差㗎", "zh-Hant-HK", ["昼夜"]),
        ("灯心草可以清熱，煎水喝一碗。", "zh-Hant-TW", ["灯心草"]),
        ("乂乜凵匚厂万丌乇亍囗兀屮彳丏冇与丮亓", "zh-Hant-HK", []),
        ("君王自称不穀（谷），百姓不知。", "zh-Hans-CN", []),
        ("这份稅表（国税局发的）要填。", "zh-Hans-CN", ["稅表"]),
        ("身體靠著牆叫凭(/憑)，凭字少用。凭證", "zh-Hant-TW", ["凭證"]),
        ("The poet Su Shi 蘇軾 wrote of the river in a poem for a friend.", "zh-Hans-CN", []),
        ("The poet wrote of the river in a poem. 詩人寫下這條河。", "zh-Hans-CN", ["詩人寫下這條"]),
        ("請用 app 的打印機。It is in the list of the devices.", "zh-Hant-TW", ["打印機"]),
        ("[請看](https://a.example.org/%E5%AE%A3%20in%20the%20end) 的说明", "zh-Hant-TW", ["说明"]),
        ("- https://a.example.org/wiki - 茶馆 - 自由的百科全书", "zh-Hant-HK", []),
        ("- https://a.example.org/wiki 自由的百科全书", "zh-Hant-HK", ["百科全书"]),
        ("课程与敎学 / 某人著 ; 王方译 ; 李奎校。某地 : 人民敎育出版社 1994。", "zh-Hant-HK", []),
        ("张丽。（译）。（1989）。教孩子畫畫。某地。", "zh-Hant-HK", []),
        ("* [10]機器學習筆記：異常的分析 - 某人", "zh-Hans-CN", []),
        ("台湾地区：資訊學科能力競賽。", "zh-Hans-CN", []),
        ("美国：資訊學科能力競賽。", "zh-Hans-CN", ["資訊學科能力競賽"]),
        ("他自称雲書，信里写着雲書。", "zh-Hans-CN", ["雲書"]),
        ("他的网名叫蘇雲書，很好记。", "zh-Hans-CN", []),
        ("异体字在古书里很多，如畧。他說。", "zh-Hans-CN", ["說"]),
        ("U+5E84 庄（第二十頁）", "zh-Hant-HK", []),
        ("出於【万】字的寫法。", "zh-Hant-TW", []),
        ("春水照山青，風来柳色新，夜深人未睡，獨坐數寒星。", "zh-Hant-TW", []),
        ("春水照山青，風来柳色新。夜深了，人還沒睡。", "zh-Hant-TW", ["風来"]),
        ("新增檔案\n\n删除檔案\n\n更改名稱\n\n搜尋內容", "zh-Hant-TW", ["删除"]),
        ("佛言：汝等比丘，却後三月，吾當入滅，何以故耶？", "zh-Hant-TW", []),
        ("他說要却後三個月才會來，這是真的嗎？", "zh-Hant-TW", ["却"]),
        ("凡受戒者，其心若淨，則於彼岸無所畏，故為衆生，却此塵垢。", "zh-Hant-TW", []),
        ("阮阿母个厝佇海邊，翕相个人佮阮毋捌見過。", "zh-Hant-TW", []),
        ("這个人站在佇列裡。", "zh-Hant-TW", ["這个"]),
        ("油管频道YouTube：阿高與小妹，很好看。", "zh-Hans-CN", []),
        ("油管频道很好看：阿高與小妹。", "zh-Hans-CN", ["與"]),
        (":author: 沪上之风\n\n正文說沪上。", "zh-Hant-TW", ["沪"]),
        ("他在某某知識產權事務所上班，談知識產權。", "zh-Hant-TW", ["知識產權"]),
        ("测试：繁体->简体，這是标题。他說。", "zh-Hans-CN", ["說"]),
        ("公司開發票給客戶，另有印表機。", "zh-Hant-HK", ["印表機"]),
        ("书中有丘比特與塔比特，存了兩比特。", "zh-Hant-TW", ["书中", "比特"]),
        ("濑嘢，揾唔到你嘅档案。", "zh-Hant-HK", ["濑", "档案"]),
        ("争掙两字都念[tsɐŋ˥]。他說。", "zh-Hans-CN", ["說"]),
        ("胜肽護唇膏", "zh-Hant-HK", []),
        ("存储/存儲、數據/数据两種寫法都可以，他說这里要存储。", "zh-Hant-TW", ["两種", "这里", "存储"]),
        ("书中引用了张三、張文谷的[《山村紀事》](https://a.example.org)，書裡有圖。", "zh-Hans-CN", ["書裡", "圖"]),
        ("书中引用了《山村紀事》（張文谷），書很厚。", "zh-Hans-CN", ["書"]),
        ("张文谷是張三的弟弟，写了《山村纪事》。", "zh-Hans-CN", ["張"]),
        (
            "- [山河部落格](https://a.example.org)\n- 参考[官方部落格](https://b.example.org)",
            "zh-Hans-CN",
            ["部落格"],
        ),
        ("- [模型訓練](content/a.md)\n- [繁體說明](README.zh-TW.md)\n- [夢遊者](/user/12)", "zh-Hans-CN", ["訓練"]),
        ('<a href="a.html">模型訓練</a>、<a\nhref="https://a.example.org">模型訓練</a>', "zh-Hans-CN", ["訓練"]),
        ("见[原生应用\n - 小站](https://a.example.org)。", "zh-Hant-HK", ["见"]),
        (
            "台北好玩，台南也好玩，高雄最好玩。**阿婆黑輪**的人很多，都很**開心**，在吃黑輪。",
            "zh-Hans-CN",
            ["開心", "黑輪"],
        ),
        ("上海好玩，**阿婆黑輪**很好。", "zh-Hans-CN", ["黑輪"]),
        (
            "香港好玩，香港人也好。从香港坐船到榕樹灣，這个島很美，榕樹也美。",
            "zh-Hans-CN",
            ["這个", "島", "榕樹"],
        ),
        ("从上海坐船到榕樹灣。", "zh-Hans-CN", ["榕樹", "灣"]),
        (
            "# 菜谱\n\n#### 牛肉面\n炒雞蛋的三種做法\n  - https://a.example.org\n\n先炒雞蛋。",
            "zh-Hans-CN",
            ["炒雞蛋"],
        ),
        ("體會\n" + "词语\n" * 100, "zh-Hans-CN", []),
        ("體會\n" + "词语\n" * 100 + "他的体会很多。\n" * 30, "zh-Hans-CN", ["體會"]),
        ('**[流年矩陣](#132 "2013"):** 流年與矩陣很美。', "zh-Hans-CN", ["與", "矩陣"]),
        ("- 某某蓋伊（YouTube）：健身，蓋伊很壮。", "zh-Hans-CN", ["蓋伊"]),
        ("- ❌ 打印機 -> ✅ 印表機\n\n請用打印機。", "zh-Hant-TW", ["打印機"]),
        ("程式碼尚未通過平台的自動掃描流程。", "zh-Hant-TW", []),
        ("慕容儁与氾瑗带来束脩，慕容說，慕容家說。", "zh-Hans-CN", ["說", "說"]),
        (
            "采用线程式工作流，用等值演算法证明；演算法很快。光穿过波晶片，手机的处理器用晶片。",
            "zh-Hans-CN",
            ["演算法", "晶片"],
        ),
        ("- 歸藏大佬说得好，我們大佬不懂歸藏。", "zh-Hans-CN", ["我們", "歸藏"]),
        ("日本的月名：\n\n- 弥生\n\n到京都與東京看弥生時代的遺址。", "zh-Hant-TW", []),
        (
            "京都與東京在日本，那裡有很多的遺址可以看，今年春天我們全家人都想要去看一看，也去看醫生弥补身體。",
            "zh-Hant-TW",
            ["弥补"],
        ),
        ("月名：\n\n- 弥生", "zh-Hant-TW", ["弥生"]),
        ("郵便番号有七碼，寫在收件人的住址前面。各種物品有自己的番号。", "zh-Hant-TW", ["番号"]),
        ("想搵我笨？", "zh-Hans-CN", []),
        ("槽位元数据与程序里的位元。", "zh-Hans-CN", ["位元"]),
        ("软件在批次处理期间占用服务器的内存，程序分批次处理订单。", "zh-Hans-CN", ["批次处理"]),
        ("投稿只代表通過平台的 moderation，單次通過影片，卻能通過網路學習。", "zh-Hant-TW", ["通過"]),
        ("庄頭與庄社的居民。", "zh-Hant", []),
        ("庄頭與里长。", "zh-Hant", ["里长"]),
    ],
)
def test_only_words_of_the_text_are_reported(text: str, language: str, found: list[str]) -> None:
    reported = check_document(read_document("-", text.encode()), KnownTerms([]), language, WORDING)
    assert [one.text for one in reported] == found


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("容器的子网路由要另外设置。", "zh-Hans-CN", []),
        ("电子网路由厂商架设。", "zh-Hans-CN", ["网路"]),
        ("信仰中專供亡者的冥紙。", "zh-Hant-TW", []),
        ("三极管是电流控制元件。", "zh-Hans-CN", []),
        ("建築系的畢業設計用軟件與打印機。", "zh-Hant-TW", ["軟件", "打印機"]),
        ("用軟件與打印機畫草食性動物、雜食性動物。", "zh-Hant-TW", ["軟件", "打印機"]),
        ("軟件與打印機的控制面板在右邊。", "zh-Hant-TW", ["軟件", "打印機"]),
        ("按钮等控制元件在软件的窗口里，点击即可。", "zh-Hans-CN", ["控制元件"]),
        ("螢幕每秒刷新一次，軟件的網頁請自行刷新。", "zh-Hant-TW", ["軟件", "刷新"]),
        ("博客思出版社的書，在博客上介紹。", "zh-Hant-TW", ["博客"]),
        ("迴圈的不變量與別的變量都存在記憶體，編譯後由應用程式讀取。", "zh-Hant-TW", ["變量"]),
        ("棍子兩端的端口平鈍。", "zh-Hant-TW", []),
    ],
)
def test_a_word_that_only_arises_beside_others(text: str, language: str, found: list[str]) -> None:
    reported = check_document(read_document("-", text.encode()), KnownTerms([]), language, WORDING)
    assert [one.text for one in reported] == found
