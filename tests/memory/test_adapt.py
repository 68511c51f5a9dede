"""The numbers and dates of a text are put into the translation of another one, where that is certain."""

from __future__ import annotations

import pytest

from tmx.memory.adapt import Change, changed, number_changes
from tmx.memory.fit import with_changes
from tmx.memory.jobs.job import Filling

CERTAIN = [
    ("Page 4 of 12", "Page 3 of 10", "第3页，共10页", "第4页，共12页"),
    ("Page 10 of 3", "Page 3 of 10", "第3页，共10页", "第10页，共3页"),
    ("Updated on March 5, 2024.", "Updated on March 3, 2024.", "2024年3月3日更新。", "2024年3月5日更新。"),
    ("Updated on June 5, 2025.", "Updated on March 3, 2024.", "2024年3月3日更新。", "2025年6月5日更新。"),
    ("2025年6月5日更新。", "2024年3月3日更新。", "Updated on March 3, 2024.", "Updated on June 5, 2025."),
    ("Since 2025-06-05", "Since 2024-03-01", "自2024-03-01起", "自2025-06-05起"),
    ("From 11:45 on", "From 10:30 on", "10:30开始", "11:45开始"),
    ("5 million users", "3 million users", "300万用户", "500万用户"),
    ("7.5 million users", "3 million users", "300万用户", "750万用户"),
    ("用户有1.2亿", "用户有3000万", "30 million users", "120 million users"),
    ("A limit of 2,500 bytes", "A limit of 1,000 bytes", "上限为1,000字节", "上限为2,500字节"),
    ("A limit of 2500 bytes", "A limit of 1000 bytes", "上限为1,000字节", "上限为2,500字节"),
    ("Up 12.5% in 2023", "Up 15% in 2022", "2022年增长15%", "2023年增长12.5%"),
    (
        "Up to 36893488147419103233",
        "Up to 18446744073709551615",
        "上限为18,446,744,073,709,551,615",
        "上限为36,893,488,147,419,103,233",
    ),
    ("Version 2.1.4 of {0}", "Version 2.0.1 of {0}", "{0}的2.0.1版", "{0}的2.1.4版"),
    ("Same 3 here", "Same 3 here", "这里有3个", "这里有3个"),
]

UNCERTAIN = [
    ("Page 4 of 4", "Page 3 of 3", "第3页，共3页"),  # either 3 may be either
    ("Page 4 of 5", "Page 3 of 3", "共3页"),  # which of them is translated?
    ("On page 4", "On page 3", "第三页"),
    ("Delete {1}", "Delete {0}", "删除{0}"),
    ("选择了2个文件", "选择了1个文件", "1 file selected"),
    ("第5次", "第3次", "the 3rd time"),
    ("On page 4", "On leaf 3", "第3页"),
    ("At 7 p.m. today", "At 5 p.m. today", "今天17点"),
    ("14月更新", "3月更新", "Updated in March"),
    ("See 3 and 5", "See 3", "见3"),
    ("4 of them", "3 of them", "其中几个"),
    ("1 km in 3 hours", "7 km in 3 hours", "3小时，21里"),
]


@pytest.mark.parametrize(("text", "source", "target", "expected"), CERTAIN)
def test_certain(text: str, source: str, target: str, expected: str) -> None:
    changes = number_changes(text, source, target)
    assert changes is not None
    assert changed(target, changes) == expected


@pytest.mark.parametrize(("text", "source", "target"), UNCERTAIN)
def test_uncertain(text: str, source: str, target: str) -> None:
    assert number_changes(text, source, target) is None


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (Change(1, 3, "x"), (0, "ax", 1, "d")),  # from one code to the other
        (Change(0, 1, "xyz"), (0, "xyzbc", 1, "d")),
        (Change(3, 4, ""), (0, "abc", 1)),
        (Change(2, 4, "x"), (0, "abc", 1, "d")),  # across a code: it is left out
    ],
)
def test_a_change_moves_the_codes_behind_it(change: Change, expected: tuple[str | int, ...]) -> None:
    filling = Filling((0, "abc", 1, "d"), True, "s", "abcd")
    assert with_changes(filling, [change]).parts == expected
