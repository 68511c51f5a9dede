"""Pairs of codes: whatever was read, each `bpt` is ended by the one `ept` of its number."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import Run
from tmx.code_pairs import with_pairs
from tmx.content import codes, plain
from tmx.model import Content, Element

HALVES = st.builds(
    lambda name, i: Element(name, {"i": i}, ("<b>",)),
    st.sampled_from(["bpt", "ept"]),
    st.sampled_from(["1", "2", ""]),
)
ISOLATED = st.sampled_from(["begin", "end", "open", ""]).map(lambda pos: Element("it", {"pos": pos}, ("<b>",)))
PARTS = st.lists(
    HALVES
    | ISOLATED
    | st.just("a")
    | st.lists(HALVES, max_size=3).map(lambda inside: Element("hi", {}, (*inside, "b"))),
    max_size=9,
)


@given(PARTS.map(tuple))
def test_each_half_has_its_other_half(segment: Content) -> None:
    changed, messages = with_pairs(segment)
    begun: list[str] = []
    ended: list[str] = []
    for code in codes(changed):
        if code.name == "bpt":
            begun.append(code.attributes["i"])
        elif code.name == "ept":
            assert code.attributes["i"] in begun
            ended.append(code.attributes["i"])
        assert code.name != "it" or code.attributes["pos"] in ("begin", "end")
    assert all(begun)
    assert sorted(begun) == sorted(ended) == sorted({*begun})
    assert plain(changed) == plain(segment)
    assert len(list(codes(changed))) == len(list(codes(segment)))
    assert with_pairs(changed) == (changed, [])
    assert bool(messages) == (changed != segment)


@pytest.mark.parametrize("form", ["tmx", "xliff", "xliff2"])
def test_half_a_pair_is_written_as_valid_and_reported(termbase: Run, tmp_path: Path, form: str) -> None:
    half = '<bpt i="1">{b</bpt>one'
    (tmp_path / "m.tmx").write_text(
        '<tmx version="1.4"><header creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="t"'
        ' adminlang="en" srclang="en" datatype="plaintext"/><body>\n'
        f'<tu><tuv xml:lang="en"><seg>{half}</seg></tuv>\n'
        f'<tuv xml:lang="zh-CN"><seg>{half}一</seg></tuv></tu></body></tmx>',
        "utf-8",
    )
    done = termbase("tmx", "validate", "m.tmx", cwd=tmp_path)
    assert (done.returncode, "m.tmx:3" in done.stdout) == (1, True)
    assert "bpt with i=1 has no ept" in done.stdout
    options = ("--source", "en", "--target", "zh-CN", "--to", form)
    done = termbase("tmx", "convert", "m.tmx", "--out", "o.xlf", *options, cwd=tmp_path)
    assert "m.tmx:2: repaired: bpt with i=1 has no ept: it is written as <it pos=begin>" in done.stderr
    again = "o.xlf"
    if form == "tmx":
        (tmp_path / "o.tmx").write_bytes((tmp_path / "o.xlf").read_bytes())
        again = "o.tmx"
    assert termbase("tmx", "convert", again, "--out", "p.tmx", cwd=tmp_path).returncode == 0
    assert termbase("tmx", "validate", "p.tmx", cwd=tmp_path).returncode == 0
    assert (tmp_path / "p.tmx").read_text("utf-8").count('<it pos="begin"') == 2
