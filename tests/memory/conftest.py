"""Memories for the tests, made of a few lines."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

from tests.memory.server import Server, missing, running
from tmx.memory.add import Added, Origin
from tmx.memory.store import open_store
from tmx.model import TranslationUnit, variant
from tmx.writer import new_header

Fill = Callable[..., Added]


def unit(english: str, chinese: str, id: str = "", tag: str = "zh-Hans-CN", **attributes: str) -> TranslationUnit:
    """A unit with an English and a Chinese text."""
    own = {"tuid": id, **attributes} if id else attributes
    return TranslationUnit(own, (variant("en", english), variant(tag, chinese)))


ONLY_SQLITE = pytest.mark.parametrize("memory", ["sqlite"], indirect=True)
"""Marks a test of what only a file has, or of what the kind of store makes no difference to."""


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """A running PostgreSQL server."""
    if reason := missing():
        pytest.skip(reason)
    with running() as started:
        yield started


@pytest.fixture
def postgres(server: Server) -> str:
    """The address of a memory in PostgreSQL that is not there yet."""
    server.run("drop schema if exists termbase_memory cascade")
    return server.address()


@pytest.fixture(params=["sqlite", "postgres"])
def memory(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The name of a memory that is not there yet, in either kind of store."""
    return str(request.getfixturevalue("postgres") if request.param == "postgres" else tmp_path / "memory.db")


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
