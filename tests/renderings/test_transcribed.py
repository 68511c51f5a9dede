"""Which characters transcribe a name before a term."""

import pytest

from termbase.renderings.transcribed import transcribed_bits


@pytest.mark.parametrize(
    ("name", "chinese", "end", "characters"),
    [
        ("Conway's", "康威定律", 2, "康威"),
        ("Norton’s", "诺顿定理", 2, "诺顿"),
        ("Bernoulli", "关于伯努利方程", 5, "伯努利"),
        ("Hooke", "虎", 1, ""),
        ("Newton", "万有引力定律", 4, ""),
    ],
)
def test_a_name_is_transcribed_before_a_term(name: str, chinese: str, end: int, characters: str) -> None:
    bits = transcribed_bits(name, chinese, end)
    assert "".join(char for place, char in enumerate(chinese) if bits >> place & 1) == characters
