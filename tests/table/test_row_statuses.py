"""One status for a row with several languages is that of the term in which its row differs from the others."""

from __future__ import annotations

from typing import Any

import pytest

from termbase.errors import TermbaseError
from termbase.table import row_statuses
from termbase.table.read_glossary import load_table
from tests.table.test_other_tools import shown

HEAD = "en,zh-CN,status\n"


@pytest.mark.parametrize("order", [1, -1])
def test_the_term_that_differs_has_the_status(order: int) -> None:
    rows = [
        "military-civil fusion,军民融合,軍民融合,preferred",
        "civil-military integration,军民融合,軍民融合,deprecated",
    ]
    table = "\n".join(["en,zh-CN,zh-TW,status", *rows[::order]])
    (concept,) = shown(load_table(table.encode(), "t.csv").termbase)
    assert sorted(concept) == [
        "CN 军民融合 preferred",
        "TW 軍民融合 preferred",
        "en civil-military integration deprecated",
        "en military-civil fusion preferred",
    ]


CASES = {
    "a row alone": ("lake,湖,禁用", [("en lake deprecated", "CN 湖 deprecated")]),
    "the Chinese differs": (
        "lake,湖,首选\nlake,池,弃用",
        [("en lake preferred", "CN 湖 preferred", "CN 池 deprecated")],
    ),
    "the better row has no status": ("lake,湖,\nmere,湖,deprecated", [("en lake", "en mere deprecated", "CN 湖")]),
    "all rows have the same status": (
        "bank,银行,preferred\nbank,河岸,preferred",
        [("en bank preferred", "CN 银行 preferred"), ("en bank preferred", "CN 河岸 preferred")],
    ),
    "a chain of rows": (
        "lake,湖,preferred\nmere,湖,deprecated\nlake,泽,deprecated",
        [("en lake preferred", "en mere deprecated", "CN 湖 preferred", "CN 泽 deprecated")],
    ),
    "an unknown word": ("lake,湖,vague", [("en lake", "note status: vague", "CN 湖", "note status: vague")]),
}


@pytest.mark.parametrize("kind", CASES)
def test_a_status_of_a_row_is_of_the_terms_that_have_no_better_one(kind: str) -> None:
    rows, concepts = CASES[kind]
    assert shown(load_table(f"{HEAD}{rows}\n".encode(), "t.csv").termbase) == concepts


def test_homonyms_stay_apart() -> None:
    table = "en,zh-CN,status,definition\nbank,银行,preferred,of money\nbank,河岸,deprecated,of a river\n"
    concepts = shown(load_table(table.encode(), "t.csv").termbase)
    assert [concept[0] for concept in concepts] == ["def of money", "def of a river"]


def test_rows_with_one_id_are_treated_in_the_same_way() -> None:
    table = "id,en,zh-CN,status\n1,lake,湖,preferred\n1,mere,湖,deprecated\n"
    concepts = shown(load_table(table.encode(), "t.csv").termbase)
    assert concepts == [("en lake preferred", "en mere deprecated", "CN 湖 preferred")]


@pytest.mark.parametrize(
    "rows",
    [
        "lake,湖,preferred\nlake,湖,deprecated",
        "lake,湖,preferred\nmere,泽,preferred\nlake,泽,deprecated",
        "lake,湖,\nlake,湖,作废",
    ],
)
def test_a_status_that_can_be_of_none_of_the_terms_is_refused(rows: str) -> None:
    with pytest.raises(
        TermbaseError, match=r"is of none of its terms.* \(name the column by the language"
    ) as refused:
        load_table(f"{HEAD}{rows}\n".encode(), "t.csv")
    assert refused.value.line == 1 + len(rows.splitlines())


@pytest.mark.parametrize(
    ("table", "concepts"),
    [
        (
            "en,zh-CN,en status\nlake,湖,preferred\nmere,湖,deprecated\n",
            [("en lake preferred", "en mere deprecated", "CN 湖")],
        ),
        (
            "en,zh-CN,zh-CN status\nlake,湖,\nlake,泽,禁用\nlake,池,\n",
            [("en lake", "CN 湖", "CN 泽 deprecated", "CN 池")],
        ),
        (
            "en,zh-CN,en status\nlake,湖,preferred\nlake,泽,deprecated\n",
            [("en lake preferred", "CN 湖"), ("en lake deprecated", "CN 泽")],
        ),
    ],
)
def test_a_status_with_a_language_stays_there_and_joins_the_forbidden_term_to_the_right_one(
    table: str, concepts: list[tuple[str, ...]]
) -> None:
    assert shown(load_table(table.encode(), "t.csv").termbase) == concepts


def test_many_rows_that_say_the_same_are_not_compared_with_each_other(monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[object] = []
    belong_together = row_statuses._belong_together

    def counted(*both: Any) -> bool:
        compared.append(both)
        return belong_together(*both)

    monkeypatch.setattr(row_statuses, "_belong_together", counted)
    rows = ["lake,湖,preferred", "lake,湖,"] * 100
    termbase = load_table(f"en,zh-CN,status\n{chr(10).join(rows)}\n".encode(), "a.csv").termbase
    assert len(compared) <= 4 * len(rows)
    assert len(termbase.entries) == 1
