"""Where the two sides of a gloss begin and end: offices, persons, prefixes, short forms, commas."""

import pytest

from termbase.extract.model import TermKind
from tests.extract.blocks import extract_from_text

PAIRS = [
    ("- **→ Robert Swinhoe (史溫侯)** — an entry of the guide", {"史溫侯": "Robert Swinhoe"}),
    ("Thanks to Lu_ 卢言_, Xie Shimin_ 谢世民_, and others.", {"卢言": "Lu", "谢世民": "Xie Shimin"}),
    ("He praised the student of rural China Wu Chongqing 吴重庆 and others.", {"吴重庆": "Wu Chongqing"}),
    ("It was founded with 36-year-old Bruce Cheng (鄭崇華) in May.", {"鄭崇華": "Bruce Cheng"}),
    ("The 2015 Food Safety Law (食品安全法) applies.", {"食品安全法": "Food Safety Law"}),
    ("The CCP's Organization Department (组织部) decides.", {"组织部": "Organization Department"}),
    ("Economist Peter Wenhao Lin (林文豪) agreed.", {"林文豪": "Peter Wenhao Lin"}),
    ("導演陳凱文（Kevin Chan）到場。", {"陳凱文": "Kevin Chan"}),
    ("學者彼得．杜威（Peter Dewey）寫道。", {"彼得．杜威": "Peter Dewey"}),
    ("以賽亞．柏林（Isaiah Berlin）談自由。", {"以賽亞．柏林": "Isaiah Berlin"}),
    ("政治學家伍德羅．威爾遜（Woodrow Wilson）當選。", {"伍德羅．威爾遜": "Woodrow Wilson"}),
    ("作家考琳·麦卡洛（Colleen McCullough）住在岛上。", {"考琳·麦卡洛": "Colleen McCullough"}),
    ("他主张去殖民化（decolonization）。", {"去殖民化": "decolonization"}),
    ("“小桥流水”（small bridge, flowing water）是他的画。", {"小桥流水": "small bridge, flowing water"}),
    ("The Ministry of Human Resources (人力资源部, or 人资部 for short) agreed.",
     {"人力资源部": "Ministry of Human Resources"}),
    ("The essay attacks “keeping quiet 沉默,” a habit of the office.", {"沉默": "keeping quiet"}),
    ("The CAC (国家互联网信息办公室) and MIIT (工业和信息化部) act.",
     {"国家互联网信息办公室": "CAC", "工业和信息化部": "MIIT"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "pairs"), PAIRS, ids=[text for text, _ in PAIRS])
def test_boundaries(text: str, pairs: dict[str, str]) -> None:
    assert {gloss.zh: gloss.en for gloss in extract_from_text(text)} == pairs


@pytest.mark.parametrize(
    "text",
    [
        "它称为基本解[^fundamental-solution]，见下文。",
        "The word for ink (먹) is Korean.",
        "Write the stroke, then add 一 below it.",
        "他常说的“江湖”（jiānghú）已经不在。",
        "大家看重面子（mianzi）。",
    ],
)
def test_no_pairs(text: str) -> None:
    assert extract_from_text(text) == []


def test_an_abbreviation_is_a_kind() -> None:
    (gloss,) = extract_from_text("中国加入世界贸易组织（WTO）已久。")
    assert gloss.kind == TermKind.ABBREVIATION
