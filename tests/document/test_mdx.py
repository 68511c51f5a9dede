"""MDX: what is prose beside statements, expressions and components."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termbase.document.mdx import blocks
from termbase.document.reader import read_document
from termbase.extract.glosses import extract
from termbase.text.offsets import unmasked


def prose(text: str) -> list[str]:
    return list(filter(None, (" ".join(unmasked(block.text).split()) for block in blocks(text))))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("import Lamp from '@site/lamp';\n\n灯亮了。", ["灯亮了。"]),
        ('export const Lamp = ({on}) => (\n  <b className="x">灯</b>\n);\n\n灯亮了。', ["灯亮了。"]),
        ("值是 {props.lamp.map((one) => ({name: `${one}`}))}。", ["值是 。"]),
        ("{/* 灯（lamp）\n未完 */}\n\n灯亮了。", ["灯亮了。"]),
        ("## 灯 {#lamp}", ["灯"]),
        ('<Tabs groupId="lamp">\n<TabItem label="灯">\n\n灯亮了。\n\n</TabItem>\n</Tabs>', ["灯亮了。"]),
        ("import the lamps by ship", ["import the lamps by ship"]),
        ("一个 { 没有关闭。\n\n灯 } 亮了。", ["一个 { 没有关闭。", "灯 } 亮了。"]),
        ("```js\nconst a = {\n```\n\n灯亮了。{on}", ["灯亮了。"]),
    ],
)
def test_what_is_prose(text: str, expected: list[str]) -> None:
    assert prose(text) == expected


@given(st.text("ab灯{}`\n'", max_size=60), st.sampled_from(["", "import x from 'y';\n", "export const a = {\n"]))
def test_blocks_are_at_their_places(text: str, before: str) -> None:
    whole = before + text
    for block in blocks(whole):
        part = whole[block.start : block.start + len(block.text)]
        assert len(part) == len(block.text)
        assert all(char == original or ord(char) > 0x2000 for char, original in zip(block.text, part, strict=True))


def test_a_file_is_read_as_mdx(tmp_path: Path) -> None:
    file = tmp_path / "lamp.mdx"
    file.write_text(
        "import {Lamp} from 'lamp';\n\n{/* 灯塔（lighthouse） */}\n\n这是机器学习（machine learning）。\n", "utf-8"
    )
    assert [(gloss.zh, gloss.en) for gloss in extract(read_document(str(file)))] == [
        ("机器学习", "machine learning")
    ]
