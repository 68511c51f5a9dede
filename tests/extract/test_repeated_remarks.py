"""A bracket that a document repeats behind different terms says something else of them."""

import pytest

from termbase.document.model import Block, Document
from termbase.extract.glosses import extract


def english_of(*lines: str) -> set[str]:
    """The English sides of the pairs in a document with a block a line."""
    starts = [sum(len(line) + 1 for line in lines[:number]) for number in range(len(lines))]
    blocks = tuple(Block(start, line) for start, line in zip(starts, lines, strict=True))
    return {gloss.en for gloss in extract(Document("a.txt", "\n".join(lines), "utf-8", blocks))}


@pytest.mark.parametrize("remark", ["relation", "Kanban"])
def test_what_stands_behind_three_terms_translates_none(remark: str) -> None:
    terms = ["经办人员", "采购单价", "到货日期"]
    assert remark in english_of(*(f"“{term}”（{remark}）" for term in terms[:2]))
    assert remark not in english_of(*(f"“{term}”（{remark}）" for term in terms))


def test_a_term_with_other_words_before_it_is_one_term() -> None:
    terms = ["采购人员", "仓库人员", "经办人员"]
    assert "relation" in english_of(*(f"“{term}”（relation）" for term in terms))


def test_several_translations_of_one_term_are_kept() -> None:
    names = ["Belt and Road Initiative", "One Belt, One Road", "New Silk Roads"]
    assert len(english_of(*(f"They praised the {name} (一带一路)." for name in names))) >= 2


def test_a_state_behind_several_names_is_no_translation() -> None:
    names = ["KARMA", "LOTUS", "RIVER"]
    assert not english_of(*(f"- {name}（已终止）" for name in names))


@pytest.mark.parametrize(
    ("line", "english"),
    [
        ("- Harbour Lamps（本地部署）", set()),
        ("- NLP（自然语言处理）", {"NLP"}),
        ("- Quick Reply（快速回复）", {"Quick Reply"}),
    ],
)
def test_in_chinese_text_a_bracket_that_renders_nothing_of_a_name_is_a_remark(line: str, english: set[str]) -> None:
    text = "这本手册说明如何安装、使用和修理各种灯具，也说明哪些灯具可以在室外使用。"
    assert english_of(text, line) == english


def test_in_english_text_it_may_be_a_gloss() -> None:
    text = "This handbook says how to install, use and repair lamps, and which of them can be used outside 灯."
    assert english_of(text, "- Harbour Lamps（本地部署）") == {"Harbour Lamps"}


@pytest.mark.parametrize(("name", "is_sound"), [("deng", True), ("Deng", False)])
def test_in_chinese_text_pinyin_in_lower_case_stands_for_a_sound(name: str, is_sound: bool) -> None:
    text = f"零声母的字很少，写成 {name}（灯）的字很多。"
    found = extract(Document("a.txt", text, "utf-8", (Block(0, text),)))
    assert [any(reason.name == "unrendered_in_chinese" for reason in gloss.reasons) for gloss in found] == [
        is_sound
    ]
