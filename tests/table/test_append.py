"""A row is added to a glossary, and the rest of the file stays byte for byte."""

from __future__ import annotations

from pathlib import Path

import pytest

from termbase.exchange import read
from tests.conftest import Run

TABLES = {
    "plain.csv": b"en,zh-CN\nport,\xe6\xb8\xaf\xe5\x8f\xa3\n",
    "no line end.csv": b"en,zh-CN\nport,\xe6\xb8\xaf\xe5\x8f\xa3",
    "semicolons.csv": b"\xef\xbb\xbfzh-CN;English;status;page\r\n\xe6\xb8\xaf\xe5\x8f\xa3;port;preferred;3\r\n",
    "ids.tsv": b"id\ten\tzh-CN\n7\tport\t\xe6\xb8\xaf\xe5\x8f\xa3\n",
}


@pytest.mark.parametrize("name", TABLES)
def test_a_row_is_added(termbase: Run, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(TABLES[name])
    done = termbase("add", 'a "pier", or; quay', "码头", "--termbase", name, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    after = (tmp_path / name).read_bytes()
    assert after.startswith(TABLES[name])
    assert after.count(b"\n") == TABLES[name].rstrip().count(b"\n") + 2
    terms = [term.term for _, term in read(str(tmp_path / name)).entries[-1].terms()]
    assert "码头" in terms
    again = termbase("add", "port", "港口", "--termbase", name, cwd=tmp_path)
    assert (again.returncode, len(again.stderr.splitlines())) == (2, 1)
    assert "already" in again.stderr


def test_a_status_goes_to_its_column(termbase: Run, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_bytes(TABLES["semicolons.csv"])
    assert termbase("add", "pier", "码头", "--preferred", "--termbase", "t.csv", cwd=tmp_path).returncode == 0
    assert (tmp_path / "t.csv").read_bytes().endswith("码头;pier;preferred;\r\n".encode())


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["pier", "碼頭"], "t.csv: has no free column for zh-TW: 碼頭"),
        (["pier", "quay", "码头"], "t.csv: has no free column for en: quay"),
        (["pier", "码头", "--preferred"], "t.csv: has no column of statuses"),
        (["pier"], "t.csv: pier is in no concept yet"),
    ],
)
def test_what_has_no_column_is_refused(termbase: Run, tmp_path: Path, words: list[str], message: str) -> None:
    (tmp_path / "t.csv").write_bytes(TABLES["plain.csv"])
    done = termbase("add", *words, "--termbase", "t.csv", cwd=tmp_path)
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)
    assert message in done.stderr
    assert (tmp_path / "t.csv").read_bytes() == TABLES["plain.csv"]
