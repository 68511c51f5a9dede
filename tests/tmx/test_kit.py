"""The LISA compliance kit and other real files: reading and writing a file loses nothing."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from tests.conftest import SHARED
from tests.judges import tmx_faults
from tmx.languages import pairs
from tmx.reader import read
from tmx.writer import write

KIT = sorted((SHARED / "samples" / "tmxkit").glob("*.tmx"))
OTHERS = sorted((SHARED / "samples" / "tmx").glob("*.tmx"))
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def copied(file: Path) -> bytes:
    memory = read(str(file))
    out = io.BytesIO()
    write(out, memory.header, memory.units(), lambda: memory.trailer)
    assert not memory.report.lost
    return out.getvalue()


def below_tmx(data: bytes) -> list[Any]:
    """Everything below `tmx` in order: elements, attributes, comments, and text other than layout."""
    return list(_nodes(etree.fromstring(data, etree.XMLParser(resolve_entities=False))))


def _nodes(node: Any) -> Iterator[Any]:
    for child in node:
        if not isinstance(child.tag, str):
            yield ("comment", child.text)
            continue
        attributes = {("lang" if name in ("lang", XML_LANG) else name): value for name, value in child.items()}
        yield (child.tag, attributes)
        in_segment = child.tag in ("seg", "note", "prop") or child.xpath("ancestor::seg")
        if in_segment:
            yield ("text", child.text or "")
        yield from _nodes(child)
        if child.xpath("ancestor::seg"):
            yield ("tail", child.tail or "")
        yield ("end", child.tag)


def test_the_kit_is_whole(shared: Path) -> None:
    assert len(list((shared / "samples" / "tmxkit").glob("*.tmx"))) == 23


@pytest.mark.parametrize("file", [*KIT, *OTHERS], ids=lambda file: str(file.stem))
def test_a_copy_has_everything(file: Path) -> None:
    data = copied(file)
    if file.stem == "invalid":  # its pairs of codes are incomplete, which a copy repairs
        assert below_tmx(data) != below_tmx(file.read_bytes())
        return
    assert below_tmx(data) == below_tmx(file.read_bytes())


@pytest.mark.parametrize("file", [*KIT, *OTHERS], ids=lambda file: str(file.stem))
def test_a_copy_is_valid(shared: Path, file: Path) -> None:
    assert tmx_faults(shared, copied(file)) == []


@pytest.mark.parametrize(("name", "count"), [("ImportTest1J_many", 2), ("ImportTest1K", 0), ("ImportTest1J", 2)])
def test_the_languages_of_a_unit_decide_what_is_a_pair(shared: Path, name: str, count: int) -> None:
    memory = read(str(shared / "samples" / "tmxkit" / f"{name}.tmx"))
    srclang = memory.header.source_language
    assert sum(len(list(pairs(unit, srclang, "en-US", "en-GB"))) for unit in memory.units()) == count
