"""A term that `normalize` writes for another region is found there again by every command that looks for terms."""

from __future__ import annotations

from pathlib import Path

import pytest

from termbase import read
from termbase.check.configure import Selection
from termbase.check.known_terms import KnownTerms
from termbase.index.build import index_of
from termbase.language import Region
from termbase.lookup import Match, lookup
from termbase.match.matcher import Matcher
from termbase.model import Termbase
from termbase.normalize.text import changes, normalize
from termbase.text.changes import moved
from termbase.text.script import simplify
from termbase_service.check import check_file, read_job

SENTENCES = {
    Region.CN: [
        ("运行", "这个程序运行得很久。"),
        ("质量", "测试人员先检查软件的质量，再发布新版本。"),
        ("文档", "请在文档中说明每个变量的类型。"),
        ("变量", "请在文档中说明每个变量的类型。"),
        ("链接", "用户点击链接后，浏览器会打开新的网页。"),
        ("存储", "该变量存储用户的邮箱地址。"),
        ("调用接口", "新手不必调用接口就能读取数据。"),
        ("开源项目", "他在简历里写了自己会开发开源项目。"),
        ("发动机", "这款发动机比上一代更省油。"),
        ("公交车", "她每天坐公交车上班。"),
        ("集群", "集群中大多数节点都已恢复。"),
    ],
    Region.TW: [
        ("效能", "請先檢查程式的效能，再決定是否執行。"),
        ("呼叫", "這個函式會呼叫另一個介面。"),
        ("匯入影片", "使用者可以匯入影片和檔案。"),
        ("檔案", "請把檔案上傳到伺服器，再點選連結。"),
        ("護理師", "護理師在病房裡照顧病人。"),
        ("超商", "他在超商買了便當，然後走路回家。"),
        ("期末考", "同學們在圖書館準備期末考。"),
        ("資遣", "這家公司資遣了三十名員工。"),
    ],
    Region.HK: [
        ("檢控", "警方檢控兩名男子，他們承認控罪。"),
        ("控罪", "警方檢控兩名男子，他們承認控罪。"),
        ("早前", "被告早前被檢控，案件押後再訊。"),
        ("街市", "她在街市買菜，再搭巴士回家。"),
        ("規管", "政府會規管劏房的租金。"),
        ("質素", "公司計劃增聘人手，加強質素監察。"),
        ("上訴得直", "他提出上訴，法院其後裁定上訴得直。"),
        ("留醫", "病人留醫兩日後出院。"),
        ("按金", "月底前要交齊按金。"),
    ],
}
"""Own sentences, each with a term in the wording of its region."""

CASES = [
    pytest.param(home, there, term, sentence, id=f"{home}-{there}-{term}")
    for home, pairs in SENTENCES.items()
    for there in Region
    for term, sentence in pairs
    if there is not home
]
OTHER_SENSES = [
    ("zh-CN", "文件", "她在國家檔案館整理戰前的檔案。"),
    ("zh-CN", "运行", "法院依法強制執行判決。"),
    ("zh-CN", "刷新", "他把房間重新整理了一遍。"),
    ("zh-CN", "取消", "他除下手套，與眾人握手。"),
    ("zh-CN", "中指", "他在信中表示十分感激。"),
    ("zh-HK", "所指", "本办法所称的车辆包括摩托车。"),
    ("zh-TW", "惟有", "我会推荐它，但有一个警告。"),
    ("zh-CN", "上自习", "這些消息大多來自習近平的講話。"),
]
"""A tag, a term in its wording, and a sentence that has a form of the term in another sense or across words."""


def termbase_with(folder: Path, tag: str, term: str) -> Termbase:
    (folder / "terms.csv").write_text(f"{tag},en\n{term},plonk zarq\n", "utf-8")
    return read(str(folder / "terms.csv"))


def test_the_sentences_are_written_otherwise() -> None:
    """Most words must change beyond their characters, else the tests below test nothing."""
    others = [
        simplify(normalize(sentence, there).text) != simplify(sentence)
        for home, pairs in SENTENCES.items()
        for _, sentence in pairs
        for there in Region
        if there is not home
    ]
    assert sum(others) > 0.7 * len(others)


@pytest.mark.parametrize(("home", "there", "term", "sentence"), CASES)
def test_a_converted_term_is_found(tmp_path: Path, home: Region, there: Region, term: str, sentence: str) -> None:
    made = termbase_with(tmp_path, home.tag, term)
    written, start = normalize(sentence, there).text, sentence.index(term)
    place = moved(changes(sentence, there), start, start + len(term))
    assert place is not None
    new = written[slice(*place)]
    matcher = Matcher(made)
    assert [(hit.start, hit.end) for hit in matcher.find(written)] == [place]
    assert place in [(hit.start, hit.end) for hit in matcher.find_nested(written)]
    kinds = {hit.match for hit in lookup(new, [index_of(made)], 5)}
    assert kinds <= {Match.EXACT, Match.FOLDED, Match.SCRIPT, Match.REGION}, new
    assert kinds, new
    (tmp_path / "a.tsv").write_text(f"en\t{there.tag}\nWe need the plonk zarq now.\t{written}\n", "utf-8")
    job = read_job(tmp_path, Selection(("missing",)), source="en", target=there.tag)
    assert check_file(job, KnownTerms([made]), str(tmp_path / "a.tsv")).findings == ()


@pytest.mark.parametrize(
    "written",
    ["這個程式**執行**很久。", "這個程\n式執\n行很久。", "這個程式執\u200b行很久。", "他說：「程式 執行很久。」"],
)
def test_markup_and_line_ends_make_no_difference(tmp_path: Path, written: str) -> None:
    (hit,) = Matcher(termbase_with(tmp_path, "zh-CN", "运行")).find(written)
    assert (hit.start, hit.end) == (written.index("執"), written.index("行") + 1)


@pytest.mark.parametrize(("tag", "term", "sentence"), OTHER_SENSES)
def test_a_form_in_another_sense_is_not_the_term(tmp_path: Path, tag: str, term: str, sentence: str) -> None:
    assert Matcher(termbase_with(tmp_path, tag, term)).find(sentence) == []


def test_a_query_shows_what_it_may_be_after_what_it_is(tmp_path: Path) -> None:
    """檔案 is also 档案 of the mainland, so terms with that are shown too; 执行 is the very term."""
    rows = ["zh-CN,en", "文件,file", "档案管理,archiving", "运行,to run", "执行,to execute"]
    (tmp_path / "terms.csv").write_text("\n".join(rows) + "\n", "utf-8")
    index = index_of(read(str(tmp_path / "terms.csv")))
    assert [hit.term.term for hit in lookup("檔案", [index], 5)] == ["文件", "档案管理"]
    assert [hit.term.term for hit in lookup("執行", [index], 5)] == ["执行"]


def test_a_segment_may_have_each_term_that_is_written_alike(tmp_path: Path) -> None:
    (tmp_path / "terms.csv").write_text("zh-CN,en\n运行,plonk\n执行,zarq\n", "utf-8")
    matcher = Matcher(read(str(tmp_path / "terms.csv")))
    text = "這個程式執行得很久。"
    assert [hit.designations[0].term.term for hit in matcher.find(text)] == ["执行"]
    assert {hit.designations[0].term.term for hit in matcher.find_nested(text)} == {"执行", "运行"}
