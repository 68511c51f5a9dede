"""One finding for many that say the same of a file, or that only a reader can judge; new units have their own."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.check.test_bilingual_places import git, po, tmx
from tests.conftest import Run

SOURCES = ("Open", "Close", "Move", "Delete", "Rename", "Split")
OLD = [(f"{verb} the cask", f"{verb} 木桶") for verb in SOURCES]
OTHERS = [(f"{verb} the lamp", f"{verb} 那盏灯") for verb in SOURCES]
NEW = ("Roll the cask", "滚动木桶")
HOUSE = "en,zh-CN\ncask,酒樽\n"
SAID = "6 segments with “cask” have no listed translation; all of them have “木桶”"


def found(termbase: Run, folder: Path, name: str, *options: str, check: str = "missing") -> list[dict[str, Any]]:
    arguments = (
        "--termbase",
        "house.csv",
        "--source",
        "en",
        "--target",
        "zh-CN",
        "--select",
        check,
        "--format",
        "json",
        *options,
    )
    return list(json.loads(termbase("check", name, *arguments, cwd=folder).stdout)["findings"])


FORMATS = {"app.zh_CN.po": po, "m.tmx": tmx}


@pytest.fixture(params=FORMATS)
def name(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    (tmp_path / "house.csv").write_text(HOUSE, "utf-8")
    return str(request.param)


def write(folder: Path, name: str, pairs: list[tuple[str, str]]) -> None:
    (folder / name).write_text(FORMATS[name](pairs), "utf-8")


@pytest.mark.parametrize(
    ("pairs", "count"),
    [
        (OLD, 1),
        (OLD[:4], 4),  # too few to show a decision
        ([*OLD, ("Hide the cask", "隐藏")], 2),  # an omission keeps a finding of its own
        ([*OLD, ("Hide the cask", "隐藏酒樽")], 6),  # the listed translation is known in the file
        ([(source, f"{index}号") for index, (source, _) in enumerate(OLD)], 6),
        ([(source, f"{source[:2]}木桶") for source, _ in OTHERS] * 2 + OLD, 6),  # 木桶 is everywhere
    ],
)
def test_one_other_word_throughout_is_said_once(
    termbase: Run, tmp_path: Path, name: str, pairs: list[tuple[str, str]], count: int
) -> None:
    write(tmp_path, name, [*OTHERS, *pairs])
    assert len(found(termbase, tmp_path, name)) == count


def test_the_finding_names_the_word_and_the_other_lines(termbase: Run, tmp_path: Path, name: str) -> None:
    write(tmp_path, name, [*OTHERS, *OLD])
    (finding,) = found(termbase, tmp_path, name)
    assert finding["message"].startswith(SAID)
    assert "also in lines" in finding["message"]


def test_a_new_wrong_unit_is_reported_at_its_own_place(termbase: Run, tmp_path: Path, name: str) -> None:
    write(tmp_path, name, [*OTHERS, *OLD])
    found(termbase, tmp_path, name, "--write-baseline", "known.json")
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "a")
    write(tmp_path, name, [*OTHERS, *OLD, NEW])
    for options in (("--since", "HEAD"), ("--baseline", "known.json")):
        assert [one["source_text"] for one in found(termbase, tmp_path, name, *options)] == [NEW[0]]


ALIKE = [("Repeat the passphrase", "确认密码"), ("Confirm the password", "确认密码")]
SAYINGS = [("Oak chair, brown", "橡木椅"), ("Oak stool, red", "橡木椅")]
DELETED = [(f"Delete the {each}", f"删除{chinese}") for each, chinese in zip(SOURCES, "甲乙丙丁戊己", strict=True)]
ADDED = [(f"Add the {each}", f"添加{chinese}") for each, chinese in zip(SOURCES, "甲乙丙丁戊己", strict=True)]
ROW = [("Copy the row", "复制行"), ("Delete the row", "复制行")]
SIZES = [("Cup of 20 ml", "20 毫升的杯子"), ("Cup of 30 ml", "20 毫升的杯子")]


SENSES = [("Open", "打开"), ("Open", "未结"), ("Late", "迟到"), ("Open", "营业"), ("Late", "已故")]


def test_one_finding_stands_for_all_words_that_may_have_several_senses(
    termbase: Run, tmp_path: Path, name: str
) -> None:
    write(tmp_path, name, SENSES)
    (finding,) = found(termbase, tmp_path, name, check="inconsistent")
    assert finding["severity"] == "info"
    assert len(finding["also"]) == 2
    assert "“Open” “打开”, “未结”, “营业”; “Late” “迟到”, “已故” (also in lines" in finding["message"]
    assert [one["other"] for one in finding["also"]] == ["打开", "迟到"]


def test_sentences_with_different_targets_have_findings_of_their_own(
    termbase: Run, tmp_path: Path, name: str
) -> None:
    write(tmp_path, name, [*SENSES, ("Open the door", "打开门"), ("Open the door", "开门")])
    findings = found(termbase, tmp_path, name, check="inconsistent")
    assert [one["severity"] for one in findings] == ["info", "warning"]


def same_targets(termbase: Run, folder: Path, name: str, pairs: list[tuple[str, str]]) -> list[dict[str, Any]]:
    write(folder, name, pairs)
    return found(termbase, folder, name, check="same-target")


def test_equal_targets_that_may_be_right_are_said_once(termbase: Run, tmp_path: Path, name: str) -> None:
    (finding,) = same_targets(termbase, tmp_path, name, [*ALIKE, *SAYINGS])
    assert finding["message"].startswith("2 places with a target that another source has too")
    assert "“Repeat the passphrase”, “Confirm the password”" in finding["message"]
    assert [one["other"] for one in finding["also"]] == ["Oak chair, brown"]


@pytest.mark.parametrize("pairs", [ALIKE, SAYINGS, ROW])
def test_a_single_one_has_its_own_message(
    termbase: Run, tmp_path: Path, name: str, pairs: list[tuple[str, str]]
) -> None:
    (finding,) = same_targets(termbase, tmp_path, name, pairs)
    assert "has the same target for another source" in finding["message"]


YET = [(f"Has no {word} yet", f"尚未有{chinese}") for word, chinese in zip("abcdef", "甲乙丙丁戊己", strict=True)]


@pytest.mark.parametrize(
    ("pairs", "sources"),
    [
        ([*DELETED, *ROW], ["Delete the row"]),  # the file has 删除 for it elsewhere
        ([*DELETED[:4], *ROW], []),  # too few segments to show that
        ([*[(source, f"去掉{target[2:]}") for source, target in DELETED], *ROW], []),
        (
            [*YET, ("No lamps yet", "没有灯记录"), ("No lamp records", "没有灯记录")],
            [],
        ),  # a small word may be left out
        (SIZES, ["Cup of 30 ml"]),
        ([*ADDED, ("Create the lamp", "新建灯"), ("Add the lamp", "新建灯")], []),  # 新增 is usual for both
    ],
)
def test_what_the_file_shows_has_a_finding_of_its_own(
    termbase: Run, tmp_path: Path, name: str, pairs: list[tuple[str, str]], sources: list[str]
) -> None:
    findings = same_targets(termbase, tmp_path, name, [*pairs, *ALIKE, *SAYINGS])
    assert [one["source_text"] for one in findings if not one["also"]] == sources


MARKS = [(f"{source}?", f"{target}?") for source, target in OTHERS]


@pytest.mark.parametrize(("explained", "others", "count"), [(10, 1, 2), (9, 1, 10), (10, 11, 21)])
def test_numbers_that_the_translation_adds_by_habit_are_said_once(
    termbase: Run, tmp_path: Path, explained: int, others: int, count: int
) -> None:
    words = [chr(ord("a") + n) * 3 for n in range(explained + others)]
    pairs = [(f"Sheet {word}", f"纸张 {word}：长{40 + n}厘米") for n, word in enumerate(words[:explained])]
    pairs += [(f"Sheet {word}, 70 cm", f"纸张 {word}") for word in words[explained:]]
    (tmp_path / "app.zh_CN.po").write_text(po(pairs), "utf-8")
    arguments = ("--select", "number", "--format", "json")
    findings = json.loads(termbase("check", "app.zh_CN.po", *arguments, cwd=tmp_path).stdout)["findings"]
    assert len(findings) == count


@pytest.mark.parametrize(
    ("pairs", "count"),
    [
        (MARKS, 1),
        (MARKS[:4], 4),  # too few to show a decision
        ([*MARKS, *[(f"{source} now?", f"现在{target}？") for source, target in OTHERS]], 6),  # no rule of the file
        ([*MARKS, ("Wait!", "等等!")], 2),
    ],
)
def test_a_sign_that_is_half_width_throughout_is_said_once(
    termbase: Run, tmp_path: Path, name: str, pairs: list[tuple[str, str]], count: int
) -> None:
    write(tmp_path, name, pairs)
    assert len(found(termbase, tmp_path, name, check="punctuation")) == count


SIMPLIFIED = (
    "预算下周公布",
    "学校对公众开放",
    "医院延长门诊时间",
    "请关闭这个窗户",
    "会议由市长主持",
    "东边有图书馆",
)
TRADITIONAL = (
    "預算下週公布",
    "學校對公眾開放",
    "醫院延長門診時間",
    "請關閉這個窗戶",
    "會議由市長主持",
    "東邊有圖書館",
)


@pytest.mark.parametrize(
    ("texts", "language", "count", "said"),
    [
        (SIMPLIFIED, "zh-TW", 1, "the whole text is in simplified characters, not in the traditional ones of"),
        (TRADITIONAL, "zh-CN", 1, "the whole text is in traditional characters, not in the simplified ones of"),
        (SIMPLIFIED, "zh-CN", 0, ""),
        (SIMPLIFIED[2:3], "zh-TW", 1, "“医院延长门诊时间” is in simplified characters"),
        ((*SIMPLIFIED, *TRADITIONAL), "zh-TW", None, "” is in simplified characters"),
    ],
)
@pytest.mark.parametrize("ending", ["md", "po"])
def test_a_text_in_the_other_script_is_said_once(
    termbase: Run, tmp_path: Path, ending: str, texts: tuple[str, ...], language: str, count: int | None, said: str
) -> None:
    pairs = [(f"Line {'ABCDEFGHIJKL'[number]}", text) for number, text in enumerate(texts)]
    content = po(pairs) if ending == "po" else "".join(f"{text}。\n\n" for text in texts)
    name = f"{language.replace('-', '_')}.{ending}"
    (tmp_path / name).write_text(content, "utf-8")
    tags = () if ending == "po" else ("--language", language)
    done = termbase("check", name, *tags, "--select", "wording", "--format", "json", cwd=tmp_path)
    findings = json.loads(done.stdout)["findings"]
    assert len(findings) == count if count is not None else len(findings) > len(SIMPLIFIED)
    assert all(said in finding["message"] for finding in findings)
    if count == 1 and len(texts) > 1:
        (finding,) = findings
        assert f"({len(finding['also']) + 1} places, also in lines " in finding["message"]
        assert all(one["fix"] for one in finding["also"])


@pytest.mark.parametrize(
    ("cells", "count", "said"),
    [
        (
            ("日报", "晚报", "台海网", "农业局", "汽车软件"),
            1,
            "passages of the text are in simplified characters (",
        ),
        (("日报", "晚报", "台海网", "农业局", "汽车软件", "日報，圖书館"), 1, "passages of the text are"),
        (("日报", "圖書館"), 1, "“日报” is in simplified characters"),
        (("日報，圖书館",), 1, "书館” is in simplified characters"),
    ],
)
def test_cells_in_the_other_script_are_passages(
    termbase: Run, tmp_path: Path, cells: tuple[str, ...], count: int, said: str
) -> None:
    rows = "".join(f"<tr><td>{cell}</td><td>報紙</td></tr>" for cell in cells)
    (tmp_path / "page.html").write_text(f"<p>這張表列出聯絡過的單位。</p><table>{rows}</table>", "utf-8")
    done = termbase("check", "page.html", "--language", "zh-TW", "--format", "json", cwd=tmp_path)
    findings = json.loads(done.stdout)["findings"]
    assert len(findings) == count
    assert said in findings[0]["message"]


def test_terms_in_passages_of_the_other_script_are_one_finding(termbase: Run, tmp_path: Path) -> None:
    house = Path(__file__).parent / "house.tbx"
    posts = "".join(
        f"<p>网友留言说数字丝绸之路要经过{place}。</p>" for place in ("伦敦", "巴黎", "罗马", "东京", "纽约")
    )
    (tmp_path / "page.html").write_text(f"<p>下表列出轉傳的留言：</p>{posts}<p>數字絲綢之路有三段。</p>", "utf-8")
    tags = ("--language", "zh-TW", "--termbase", str(house), "--select", "region", "--format", "json")
    findings = json.loads(termbase("check", "page.html", *tags, cwd=tmp_path).stdout)["findings"]
    assert [(len(one["also"]), one["text"]) for one in findings] == [(4, "数字丝绸之路"), (0, "數字絲綢之路")]
