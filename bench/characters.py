"""Makes data/characters.tsv from the tables of OpenCC: `./run python bench/characters.py > data/characters.tsv`.

The program reads that file instead of the tables because loading OpenCC takes longer than most commands.
"""

from __future__ import annotations

from collections.abc import Iterator

from termbase.text.script import convert

BLOCKS = (range(0x3400, 0x4DC0), range(0x4E00, 0xA000), range(0x20000, 0x2A6E0))
VARIANTS = dict(zip("敍枱衞衹粧糭簷痺睪", "叙台卫只妆粽檐痹睾", strict=True))
"""Hong Kong and Taiwan forms that the character table of OpenCC lacks, with their simplified forms."""

TRADITIONAL_TOO = "厘"
"""Characters that traditional text uses too, although OpenCC and Big5 level 1 do not show it: 厘米."""


def main() -> None:
    characters = [chr(code) for block in BLOCKS for code in block]
    simple = dict(zip(characters, convert("\n".join(characters), "t2s").split("\n"), strict=True)) | VARIANTS
    complex_ = dict(zip(characters, convert("\n".join(characters), "s2t").split("\n"), strict=True))
    changed = {char: form for char, form in simple.items() if form != char}
    print("traditional", "".join(changed), sep="\t")
    print("as simplified", "".join(changed.values()), sep="\t")
    print("simplified only", "".join(simplified_only(characters, simple, complex_)), sep="\t")


def simplified_only(characters: list[str], simple: dict[str, str], complex_: dict[str, str]) -> Iterator[str]:
    """Yield the simplified characters that are not frequent in traditional text (Big5 level 1, up to C67E)."""
    for char in characters:
        is_frequent = char.encode("big5", "replace") < b"\xc6\x7f" and char.encode("big5", "ignore") != b""
        if simple[char] == char != complex_[char] and not is_frequent and char not in TRADITIONAL_TOO:
            yield char


if __name__ == "__main__":
    main()
