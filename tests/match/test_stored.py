"""Tests that compiled terms from the cache give the same hits as the termbase, and that damage is detected."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termbase import read
from termbase.match.lexicon import SearchableTerms
from termbase.match.matcher import Hit, Matcher
from termbase.match.stored import Opened, ReadTermbase, open_terms

ROWS = {
    "c1": ("Digital Silk Road", "数字丝绸之路"),
    "c2": ("data security", "数据安全"),
    "c3": ("data", "数据"),
    "c4": ("rule\\of law", "法治"),
}
WORDS = ["Digital Silk Roads", "data", "security", "數據安全", "数据", "，", "法治", "of", " "]


@pytest.fixture
def termbase(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    file = tmp_path / "terms.csv"
    _write(file, ROWS)
    return file


def _write(file: Path, rows: dict[str, tuple[str, str]]) -> None:
    lines = (f"{identifier},{english},{chinese}" for identifier, (english, chinese) in rows.items())
    file.write_text("\n".join(["id,en,zh-CN", *lines, ""]), "utf-8")


def _open(file: Path) -> Opened:
    return open_terms(str(file), lambda: ReadTermbase(read(str(file)), ["7: odd"]))


def _kept(file: Path) -> Opened:
    """Return the terms from the cache; fail if they are not there."""

    def read_again() -> ReadTermbase:
        raise AssertionError("read again")

    return open_terms(str(file), read_again)


def _plain(hits: list[Hit]) -> list[tuple[object, ...]]:
    return [(hit.concept, hit.start, hit.end, hit.designations) for hit in hits]


def test_terms_are_kept_with_the_remarks_on_the_file(termbase: Path) -> None:
    first, again = _open(termbase), _kept(termbase)
    assert first.remarks == again.remarks == ["7: odd"]
    assert list(again.terms.entries) == list(read(str(termbase)).entries)


def test_kept_terms_find_what_the_termbase_does(termbase: Path) -> None:
    _open(termbase)
    kept, plain = Matcher(_kept(termbase).terms), Matcher(SearchableTerms.of(read(str(termbase))))

    @given(st.lists(st.sampled_from(WORDS), max_size=8).map("".join))
    def agree(text: str) -> None:
        assert _plain(kept.find(text)) == _plain(plain.find(text))

    agree()


def test_one_number_gives_one_object(termbase: Path) -> None:
    entries = _open(termbase).terms.entries
    assert entries[1] is entries[1] is list(entries)[1]


def test_a_changed_termbase_is_read_again(termbase: Path) -> None:
    _open(termbase)
    _write(termbase, {"c9": ("lamp", "台灯")})
    assert [entry.id for entry in _open(termbase).terms.entries] == ["c9"]


@pytest.mark.parametrize("damage", ["empty", "huge", "short", "changed", "open to others", "a link"])
def test_a_cache_file_that_is_damaged_or_of_another_user_is_made_again(
    termbase: Path, damage: str, tmp_path: Path
) -> None:
    _open(termbase)
    (kept,) = tmp_path.rglob("*.terms")
    whole = kept.read_bytes()
    if damage == "empty":
        kept.write_bytes(b"")
    elif damage == "huge":
        kept.write_bytes(b"\xff" * 200)
    elif damage == "short":
        kept.write_bytes(whole[:-5])
    elif damage == "changed":
        kept.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
    elif damage == "open to others":
        kept.chmod(0o666)
    else:
        kept.rename(tmp_path / "elsewhere")
        kept.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(AssertionError, match="read again"):
        _kept(termbase)
    _open(termbase)
    assert kept.read_bytes() == whole
    assert not kept.is_symlink()
    assert kept.stat().st_mode & 0o777 == 0o600


def test_without_a_cache_the_termbase_is_read_each_time(termbase: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "/dev/null/no folder")
    assert _open(termbase).terms.entries[0].id == "c1"
    assert _open(termbase).terms.entries[0].id == "c1"


def test_an_empty_termbase_has_no_terms(termbase: Path) -> None:
    _write(termbase, {})
    _open(termbase)
    assert Matcher(_kept(termbase).terms).find("data 数据") == []
