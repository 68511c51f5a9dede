"""Memories for the tests, made of a few lines."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from tmx.memory.add import Added, Origin
from tmx.memory.sqlite_store import open_store
from tmx.model import TranslationUnit, variant
from tmx.writer import new_header

Fill = Callable[..., Added]


def unit(english: str, chinese: str, id: str = "", tag: str = "zh-Hans-CN", **attributes: str) -> TranslationUnit:
    """A unit with an English and a Chinese text."""
    own = {"tuid": id, **attributes} if id else attributes
    return TranslationUnit(own, (variant("en", english), variant(tag, chinese)))


@pytest.fixture
def memory(tmp_path: Path) -> str:
    """The path of a memory that is not there yet."""
    return str(tmp_path / "memory.db")


@pytest.fixture
def fill(memory: str) -> Fill:
    """A function that adds units to `memory`, as from a file of a name, and returns what became of them."""

    def add(
        units: Iterable[TranslationUnit], name: str = "a.tmx", srclang: str = "en", document: str = ""
    ) -> Added:
        counts = Added()
        with open_store(memory, is_written=True) as store:
            store.add(iter(units), Origin(name, new_header(srclang, None), document), counts)
            store.index()
        return counts

    return add
