"""Damaged copies of the LISA kit: only damaged units are lost, each loss is reported, and nothing crashes."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from termbase.errors import TermbaseError
from tests.conftest import SHARED
from tmx.model import Content, TranslationUnit
from tmx.reader import read
from tmx.report import Repair, RepairCode, Report

KIT = sorted((SHARED / "samples" / "tmxkit").glob("*.tmx"))
COPIES = 40
UNIT = re.compile(r"<!--.*?-->|<tu(?=[\s>]).*?</tu>", re.DOTALL)
INSERTED = [
    b"\x00",
    b"\x1f",
    b"&",
    b"<",
    b">",
    b'"',
    b"&nbsp;",
    b"<b>",
    b"<!--",
    b"-->",
    b"\xff\xfe",
    b"</seg>",
    b"<tu>",
]


class Damage(NamedTuple):
    data: bytes
    start: int
    end: int
    """The changed bytes of the original are those from `start` to `end`, exclusive."""


def damaged(data: bytes, chance: random.Random) -> Damage:
    at = chance.randrange(len(data))
    kind = chance.randrange(5)
    if kind == 0:
        return Damage(data[:at] + bytes([data[at] ^ 1 << chance.randrange(8)]) + data[at + 1 :], at, at + 1)
    if kind == 1:
        end = min(len(data), at + chance.randint(1, 40))
        return Damage(data[:at] + data[end:], at, end)
    if kind == 2:
        return Damage(data[:at] + chance.choice(INSERTED) + data[at:], at, at)
    if kind == 3:
        return Damage(data[:at], at, len(data))
    end = min(len(data), at + chance.randint(1, 20))
    return Damage(data[:at] + chance.randbytes(end - at) + data[end:], at, end)


def encoding_of(data: bytes) -> tuple[str, int]:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return ("utf-16-le" if data[0] == 0xFF else "utf-16-be"), 2
    return "utf-8", 3 if data.startswith(b"\xef\xbb\xbf") else 0


def spans(data: bytes) -> Iterator[tuple[int, int]]:
    """The range of bytes of each unit."""
    encoding, mark = encoding_of(data)
    text = data[mark:].decode(encoding)
    for match in UNIT.finditer(text):
        if match[0].startswith("<tu"):
            start = mark + len(text[: match.start()].encode(encoding))
            yield start, start + len(match[0].encode(encoding))


def contents(unit: TranslationUnit) -> list[tuple[str, Content]]:
    return [(variant.tag, variant.segment) for variant in unit.variants]


def read_contents(file: Path, repairs: list[Repair]) -> list[list[tuple[str, Content]]]:
    try:
        return [contents(unit) for unit in read(str(file), Report(str(file), repairs.append)).units()]
    except TermbaseError as error:
        repairs.append(Repair(str(file), error.line or 0, RepairCode.UNIT, error.message))
        return []


@pytest.mark.parametrize("file", KIT, ids=lambda file: str(file.stem))
def test_no_undamaged_unit_is_lost(file: Path, tmp_path: Path) -> None:
    data = file.read_bytes()
    whole = [contents(unit) for unit in read(str(file)).units()]
    places = list(spans(data))
    assert len(places) == len(whole)
    chance = random.Random(file.stem)
    for number in range(COPIES):
        damage = damaged(data, chance)
        copy = tmp_path / f"{number}.tmx"
        copy.write_bytes(damage.data)
        repairs: list[Repair] = []
        found = read_contents(copy, repairs)
        kept = [
            unit
            for unit, (start, end) in zip(whole, places, strict=True)
            if damage.end <= start or damage.start >= end
        ]
        missing = [unit for unit in kept if unit not in found]
        assert not missing, (number, damage.start, damage.end, repairs)
        lines = damage.data.count(b"\n") + 2
        assert all(1 <= repair.line <= lines for repair in repairs)
        touched = sum(damage.start < end and damage.end > start for start, end in places)
        assert repairs or len(found) == len(whole) or touched > 1, "two units cut into one look whole"
