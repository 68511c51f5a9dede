"""Segment pairs for the tests of mining."""

from __future__ import annotations

from itertools import cycle, islice
from pathlib import Path

from termbase.mine.corpus import Segment
from termbase.text.script import convert

NOUNS = {
    "printer": "打印机", "network": "网络", "password": "密码", "file system": "文件系统", "mount point": "挂载点",
    "regular expression": "正则表达式", "access token": "访问令牌",
}  # fmt: skip
_FRAMES = (
    ("The {} is not ready.", "{}还没有准备好。"),
    ("Choose another {} here.", "请在这里选择另一个{}。"),
    ("Every {} has a name.", "每个{}都有名称。"),
    ("We recommend to test the {} first.", "建议首先测试{}。"),
)


def segments() -> list[Segment]:
    """Each noun in each frame, with another noun behind it, so that no word is always with the same other word."""
    others = islice(cycle(NOUNS), 3, None)
    return [
        Segment(f"{zh.format(NOUNS[noun])}见{NOUNS[other]}。", f"{en.format(noun)} See the {other}.")
        for en, zh in _FRAMES
        for noun, other in zip(NOUNS, others, strict=False)
    ]


def write_documents(folder: Path, to: str | None = None) -> tuple[Path, Path]:
    """Write the segments as two documents with a paragraph for each; `to` converts the Chinese (OpenCC)."""
    texts = segments()
    for name, sides in (("zh", [one.zh for one in texts]), ("en", [one.en for one in texts])):
        shown = [convert(side, to) for side in sides] if to and name == "zh" else sides
        (folder / name).mkdir(parents=True)
        (folder / name / "book.md").write_text("".join(f"{text}\n\n" for text in shown), "utf-8")
    return folder / "zh" / "book.md", folder / "en" / "book.md"
