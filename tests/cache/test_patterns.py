"""Regular expressions that are kept compiled match as those that are compiled anew."""

from __future__ import annotations

import marshal
import re

import pytest

from termbase.cache import patterns
from termbase.cache.patterns import code_of, compiled
from termbase.files.data_table import data_rows

TEXT = "国，三十里外\n的面条很香abc 12"


@pytest.mark.parametrize(
    "pattern",
    ["[一二三]十", "(?<=十)里(?!程)", r"(?:面|[条很])+\Z", "(a)|b(?=c)", r"\d{2}$", "^国|、", r"\w\s", "(?i:ABC)"],
)
def test_a_pattern_of_its_code_matches_as_one_that_is_compiled(pattern: str) -> None:
    code = code_of(pattern)
    assert code is not None
    kept = compiled(pattern, marshal.loads(marshal.dumps(code)))
    again = re.compile(pattern)
    assert (kept.pattern, kept.flags, kept.groups) == (again.pattern, again.flags, again.groups)
    found = [[(match.span(), match.groups()) for match in each.finditer(TEXT)] for each in (kept, again)]
    assert found[0] == found[1]


def test_the_patterns_of_a_table_match_as_those_that_are_compiled() -> None:
    behind = {row[4] for row in data_rows("character_rules.tsv") if "{" not in row[4]}
    for pattern in sorted(behind)[::10]:
        kept, again = compiled(pattern, code_of(pattern)), re.compile(pattern)
        found = [[match.span() for match in each.finditer(TEXT)] for each in (kept, again)]
        assert found[0] == found[1], pattern


def test_a_wrong_pattern_has_no_code() -> None:
    with pytest.raises(re.error):
        code_of("(")


@pytest.mark.parametrize("code", [None, (32, 0, b"\x01\x00\x00\x00"), (32, 0, b"odd"), (32, "two", b"")])
def test_a_code_that_python_does_not_take_is_compiled_again(code: patterns.Code | None) -> None:
    assert compiled("三十", code).search(TEXT) is not None
