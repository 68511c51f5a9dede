"""Tests which terms are found in a text, and that the automaton agrees with a slow but obvious search."""

from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termbase.match.matcher import Matcher
from termbase.model import ConceptEntry, LanguageSection, TermSection, Termbase
from termbase.text.chinese.folded_chinese import chinese_patterns, fold_chinese
from termbase.text.english.folded_english import english_key, fold_english


def concept(identifier: str, **terms: str) -> ConceptEntry:
    """Make a concept from `en="a|b"` and `zh_Hans_CN="..."`."""
    return ConceptEntry(
        identifier,
        tuple(
            LanguageSection(tag.replace("_", "-"), tuple(TermSection(term) for term in forms.split("|")))
            for tag, forms in terms.items()
        ),
    )


TERMBASE = Termbase(
    (
        concept("road", en="Digital Silk Road|DSR", zh_Hans_CN="数字丝绸之路", zh_Hant_TW="數位絲綢之路"),
        concept("community", en="community with a shared future", zh_Hans_CN="命运共同体"),
        concept(
            "cyber", en="community with a shared future in cyberspace", zh_Hans_CN="网络空间命运共同体",
            zh_Hant_HK="網絡空間命運共同體",
        ),
        concept("software", en="software|softwares|soft ware", zh_Hans_CN="软件"),
        concept("genai", en="generative AI", zh_Hans_CN="生成式AI"),
        concept("net", zh_Hans_CN="网", en="net"),
        concept("flow-1", en="data flow"),
        concept("flow-2", en="data flow"),
    )
)  # fmt: skip
MATCHER = Matcher(TERMBASE)

FOUND = [
    ("a Digital Silk Road project", [("road", "Digital Silk Road")]),
    ("the Digital Silk\nRoad’s ports", [("road", "Digital Silk\nRoad")]),
    ("Digital **Silk Roads** now", [("road", "Digital **Silk Roads")]),
    ("communities with a shared future", [("community", "communities with a shared future")]),
    (
        "a community with a shared future in cyberspace",  # not the shorter one inside
        [("cyber", "community with a shared future in cyberspace")],
    ),
    ("构建网络空间命运共同体", [("cyber", "网络空间命运共同体")]),
    ("構建網絡空間命運共同體", [("cyber", "網絡空間命運共同體")]),
    ("网络空间，命运共同体", [("community", "命运共同体")]),  # punctuation separates words
    ("数位丝绸\n之路与數字絲綢之路", [("road", "数位丝绸\n之路"), ("road", "數字絲綢之路")]),
    ("数\u200b字**丝绸**之路", [("road", "数\u200b字**丝绸**之路")]),
    ("数 字 丝 绸 之 路", [("road", "数 字 丝 绸 之 路")]),  # letter-spaced, as headings are
    ("使用生成式 AI。", [("genai", "生成式 AI")]),
    ("使用生成式ＡＩ。", [("genai", "生成式ＡＩ")]),
    ("使用生成式AIGC。", []),  # AI is not a word here
    ("Digital Silk, Road", []),
    ("Digital Silk. Road", []),
    ("the DSRX and XDSR", []),
    ("network_software_list", []),
    ("互联网", []),  # one character is part of too many words
    ("data flow", [("flow-1", "data flow"), ("flow-2", "data flow")]),
    ("中国的DSR项目", [("road", "DSR")]),
    ("the soft-\nware", [("software", "soft-\nware")]),
    (
        "half \ud800 a character, data flow, 构建\ud800命运共同体",
        [
            ("flow-1", "data flow"),
            ("flow-2", "data flow"),
            ("community", "命运共同体"),
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_find(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(hit.concept.id, text[hit.start : hit.end]) for hit in MATCHER.find(text)] == expected


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("Softwares are", ["softwares"]),
        ("software is", ["software"]),
        ("soft ware is", ["soft ware"]),
        ("soft-\nware is", ["software"]),  # a word broken at a line end
        ("数字丝绸之路", ["数字丝绸之路"]),
        ("网络空间命运共同体", ["网络空间命运共同体", "網絡空間命運共同體"]),  # forms of every script
    ],
)
def test_designations_are_those_written_most_alike(text: str, terms: list[str]) -> None:
    (hit,) = MATCHER.find(text)
    assert [designation.term.term for designation in hit.designations] == terms


def test_a_broken_word_that_is_a_term_when_joined_is_only_that_term() -> None:
    matcher = Matcher(Termbase((concept("joined", en="software"), concept("parted", en="soft ware"))))
    assert [hit.concept.id for hit in matcher.find("the soft-\nware")] == ["joined"]
    assert [hit.concept.id for hit in matcher.find("the soft\nware")] == ["parted"]


def test_no_terms_no_hits() -> None:
    assert Matcher(Termbase(())).find("Digital Silk Road 数字丝绸之路") == []


WORDS = ["data", "flow", "flows", "cross", "border", "Cross", "policy", "policies"]
HAN = "数据跨境流动網絡网络"
en_terms = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join)
zh_terms = st.text(HAN, min_size=2, max_size=4)
texts = st.lists(
    st.one_of(st.sampled_from([*WORDS, " ", "-", ", ", "\n", "。", "*"]), st.text(HAN, max_size=5)),
    max_size=14,
).map("".join)


def slow_find(terms: dict[str, str], text: str) -> list[tuple[int, int, str]]:
    """Fold and compare every stretch of the text, then select the leftmost longest ones."""
    found: list[tuple[int, int, str]] = []
    for start in range(len(text)):
        for end in range(len(text), start, -1):
            names = [name for name, term in terms.items() if _is_term_at(term, text, start, end)]
            if names and (not found or start >= found[-1][1]):
                found += [(start, end, name) for name in names]
                break
    return found


def _is_term_at(term: str, text: str, start: int, end: int) -> bool:
    piece = text[start:end]
    if piece.strip(" \n*-") != piece:
        return False
    if term.isascii():
        is_word = not any(
            0 < edge < len(text) and all(char.isascii() and char.isalpha() for char in text[edge - 1 : edge + 1])
            for edge in (start, end)
        )
        unseen = text[:start].rstrip("*")[-1:] + text[end:].lstrip("*")[:1]
        cut = (
            piece.isascii()
            and any(c.isascii() and c.isalpha() for c in unseen)
            and "*" in text[max(0, start - 1) : end + 1]
        )
        return is_word and not cut and piece.isascii() and fold_english(piece).text == english_key(term)
    return fold_chinese(piece).text in chinese_patterns(term)


@given(st.lists(st.one_of(en_terms, zh_terms), min_size=1, max_size=6), texts)
def test_automaton_agrees_with_slow_search(terms: list[str], text: str) -> None:
    entries = {
        f"c{number}": concept(f"c{number}", **{("en" if term.isascii() else "zh_Hans_CN"): term})
        for number, term in enumerate(terms)
    }
    with patch("termbase.match.matcher.splits_word", return_value=False):  # has a test of its own below
        hits = Matcher(Termbase(tuple(entries.values()))).find(text)
    found = [(hit.start, hit.end, hit.concept.id) for hit in hits]
    assert sorted(found) == sorted(slow_find({f"c{number}": term for number, term in enumerate(terms)}, text))


@pytest.mark.parametrize(
    ("term", "text", "is_found"),
    [
        ("主权", "人民的民主权利", False),  # 民主|权利
        ("法治", "坚持依法治国", False),  # in the middle of a word
        ("国信办", "替外国信办理手续", False),  # 外国|信|办理
        ("国信办", "國信辦公布了名單", True),
        ("主权", "各主权国家", True),  # only the beginning of a longer word
        ("鼠标指针", "当鼠标指针位于控件上", True),  # the dictionary has 当鼠标 as a rare word
        ("个人信息", "个人信息管理办法", True),  # 信息管理 is two words too
        ("私人信息", "私人信息化项目", False),  # 信息化
        ("数字经济", "数字经济学家", False),  # 经济学家
        ("数据", "利用大数据", True),
        ("城市管理员", "城市管理员工会成立", False),  # 员工|会 is as likely as 管理员|工会
        ("城市管理员", "城市管理员工作辛苦", True),
        ("城市管理员", "我们的队伍与城 市 管 理 员 名单", True),  # spaced out, beside other words
        ("网络空间命运共同体", "构建网络空间命运共同体理念", True),
    ],
)
def test_characters_of_two_words_are_not_a_term(term: str, text: str, is_found: bool) -> None:
    assert bool(Matcher(Termbase((concept("c", zh_Hans_CN=term),))).find(text)) is is_found


def test_nested_terms_are_all_there() -> None:
    found = [hit.concept.id for hit in MATCHER.find_nested("网络空间命运共同体 and soft ware")]
    assert found == ["cyber", "community", "software"]


def test_nested_terms_may_cut_words() -> None:
    matcher = Matcher(Termbase((concept("c", zh_Hans_CN="法治"),)))
    assert matcher.find("依法治国") == []
    assert [hit.start for hit in matcher.find_nested("依法治国")] == [1]
