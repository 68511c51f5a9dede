"""The dictionary is kept in the cache folder in the form in which it was compiled."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from termbase.renderings.cedict_file import dictionary


@pytest.fixture
def fresh_dictionary() -> Iterator[Callable[[], None]]:
    """Make the dictionary be read again at its next use, and again after the test."""
    yield dictionary.cache_clear
    dictionary.cache_clear()


@pytest.mark.parametrize("damage", [b"", b"(", b"not a dictionary", b"(\x01\x00\x00\x00N", b"cut"])
def test_a_damaged_dictionary_in_the_cache_is_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fresh_dictionary: Callable[[], None], damage: bytes
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    fresh_dictionary()
    made = dictionary()
    (kept,) = (tmp_path / "termbase" / "index").glob("*.cedict")
    whole = kept.read_bytes()
    kept.write_bytes(whole[:1_000_000] if damage == b"cut" else damage)
    fresh_dictionary()
    assert dictionary() == made
    assert kept.read_bytes() == whole
    fresh_dictionary()
    assert dictionary() == made


def test_words_are_looked_up_by_simplified_characters() -> None:
    definitions, stems, longest, defining = dictionary()
    assert "network" in stems["网络"].split()
    assert "網絡" not in definitions
    assert longest["网络"] > 2
    assert {"network", "internet"} <= defining
