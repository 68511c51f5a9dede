"""Where a part stands in a text, literally."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from termbase.text.offsets import starts_of


@given(st.text("ab数(", min_size=1, max_size=3), st.text("ab数(", max_size=30))
def test_the_places_are_those_of_a_pattern(part: str, text: str) -> None:
    assert [*starts_of(part, text)] == [match.start() for match in re.finditer(re.escape(part), text)]
