"""Conversions of memories into files of other formats, as done by the library."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import pytest

from termbase.errors import TermbaseError
from tests.conftest import Run
from tests.judges import tmx_faults
from tmx.bilingual.suffixes import WRITTEN, form_of, is_memory
from tmx.languages import as_clients_match
from tmx.operations.convert import Wanted, from_bilingual, from_memory, write
from tmx.operations.counts import Counts
from tmx.reader import read

MEMORY = """<tmx version="1.4"><header creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="t"
 adminlang="en" srclang="en" datatype="plaintext"/><body>
<tu><tuv xml:lang="en"><seg>{}</seg></tuv><tuv xml:lang="zh-CN"><seg>网络</seg></tuv></tu></body></tmx>
"""


def converted(folder: Path, segment: str, wanted: Wanted) -> tuple[str, Counts]:
    file, out, counts = folder / "m.tmx", BytesIO(), Counts()
    file.write_text(MEMORY.format(segment), "utf-8")
    memory = read(str(file))
    write(
        out,
        from_memory(memory, counts.reading(memory.units()), wanted, counts),
        wanted.form,
        counts,
        as_clients_match,
    )
    return out.getvalue().decode(), counts


@pytest.mark.parametrize(
    ("segment", "flat", "changed"),
    [
        ("a network", "a network", 0),
        ("a <ph x='1'>&lt;br/></ph>network", "a network", 1),
        ("<hi>network</hi>", "network", 1),
        ("<hi>a <hi>net</hi>work</hi>", "a network", 1),
        ("", "", 0),
    ],
)
def test_without_codes_text_alone_is_left(tmp_path: Path, segment: str, flat: str, changed: int) -> None:
    text, counts = converted(tmp_path, segment, Wanted("tmx", has_codes=False))
    assert f"<seg>{flat}</seg>" in text or (not flat and "<seg/>" in text)
    assert (counts.read, counts.written, counts.changed) == (1, 1, changed)


@pytest.mark.parametrize("form", [form for form in WRITTEN if form not in ("tmx", "xlsx")])
def test_each_form_is_written_and_read_back(tmp_path: Path, form: str) -> None:
    text, _ = converted(tmp_path, "a network", Wanted(form))
    file = tmp_path / f"again.{form.replace('xliff2', 'xliff')}"
    file.write_text(text, "utf-8")
    assert form_of(str(file)) == form.replace("xliff2", "xliff")  # a name does not tell the version
    again, out, counts = Wanted("tsv", "en", "zh-CN"), BytesIO(), Counts()
    write(out, from_bilingual(str(file), again, counts), again.form, counts, as_clients_match)
    assert "a network\t网络" in out.getvalue().decode()
    assert counts.read == counts.written == 1


@pytest.mark.parametrize("form", ["po", "xliff", "xliff2", "tsv", "csv", "tmx"])
@pytest.mark.parametrize(
    ("source", "target", "texts"),
    [
        ("zh-HK", "en", ("網絡", "a network")),
        ("de", "zh-TW", ("ein Netz", "網路")),
        ("en-GB", "zh-HK", ("a net", "網絡")),
    ],
)
def test_every_format_names_its_languages(
    termbase: Run, tmp_path: Path, form: str, source: str, target: str, texts: tuple[str, str]
) -> None:
    (tmp_path / "m.csv").write_text(f"{source},{target}\n{','.join(texts)}\n", "utf-8")
    name = f"o.{form.replace('xliff2', 'xlf').replace('xliff', 'xlf')}"
    assert not termbase("tmx", "convert", "m.csv", "--to", form, "--out", name, cwd=tmp_path).returncode
    again = termbase("tmx", "convert", name, "--to", "tsv", "--out", "-", cwd=tmp_path)
    assert again.stdout.splitlines()[0].endswith(f"languages: {source}, {target}"), again


@pytest.mark.parametrize(
    ("name", "form"),
    [("a.tmx", "tmx"), ("a.TMX.gz", "tmx"), ("a.xlf", "xliff"), ("a.b.csv", "csv"), ("a", None), ("a.gz", None)],
)
def test_the_ending_names_the_form(name: str, form: str | None) -> None:
    assert form_of(name) == form


@pytest.mark.parametrize(
    ("name", "is_one"), [("-", True), ("a.TMX", True), ("a.tmx.gz", True), ("a.zip", True), ("a.po", False)]
)
def test_a_memory_is_known_by_its_name(name: str, is_one: bool) -> None:
    assert is_memory(name) is is_one


def test_a_form_of_two_languages_needs_to_know_them(tmp_path: Path) -> None:
    file = tmp_path / "m.tmx"
    file.write_text(
        MEMORY.format("a").replace("</tuv></tu>", "</tuv><tuv xml:lang='fr'><seg>b</seg></tuv></tu>"), "utf-8"
    )
    memory = read(str(file))
    with pytest.raises(TermbaseError, match="target"):
        from_memory(memory, memory.units(), Wanted("tsv"), Counts())


@pytest.mark.parametrize(
    ("before", "after", "owner"),
    [
        ("<header ", '<header x:id="7" ', "header"),
        ("<tu>", '<tu id="7">', "tu"),
        ("<tu>", '<tu x:note="7" tuid="1">', "tu"),
        ('xml:lang="zh-CN"', 'status="7" xml:lang="zh-CN"', "tuv"),
    ],
)
def test_an_attribute_that_tmx_does_not_have_becomes_a_property(
    termbase: Run, shared: Path, tmp_path: Path, before: str, after: str, owner: str
) -> None:
    text = (
        '<tmx version="1.4" xmlns:x="urn:x"><header creationtool="t" creationtoolversion="1" segtype="sentence"'
        ' o-tmf="t" adminlang="en" srclang="en" datatype="plaintext"></header><body><tu>'
        '<tuv xml:lang="en"><seg>a net</seg></tuv><tuv xml:lang="zh-CN"><seg>网</seg></tuv></tu></body></tmx>'
    )
    (tmp_path / "m.tmx").write_text(text.replace(before, after), "utf-8")
    done = termbase("tmx", "convert", "m.tmx", "--out", "o.tmx", cwd=tmp_path)
    assert f"is not an attribute of <{owner}> in TMX: kept as a property" in done.stderr
    data = (tmp_path / "o.tmx").read_bytes()
    assert re.search(rb'<prop type="[\w:]+">7</prop>', data)
    assert [fault for fault in tmx_faults(shared, data) if "xmlns:x" not in fault] == []
    assert termbase("tmx", "diff", "m.tmx", "o.tmx", cwd=tmp_path).returncode == 0
    assert termbase("tmx", "convert", "m.tmx", "--out", "p.tmx", "--strict", cwd=tmp_path).returncode == 2
