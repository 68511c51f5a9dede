"""Measures the check `number` on sentence pairs: right pairs that it reports, and planted errors that it finds.

    ./run python bench/number_check.py FILE [--show]

FILE is a TSV of source language, target language, source and target, with right translations. In
each target one number is changed: a digit, a numeral in words, or a unit (million to billion).
Pairs with findings before the change are left out of the second figure.
"""

from __future__ import annotations

import argparse
import random
import re
from pathlib import Path

from termbase.text.figures.agreement import other_moments, unstated
from termbase.text.figures.find import find_figures, find_moments

_PLANTS = {
    r"(?<![\w.,/#&$%-])\d+(?:[.,]\d+)*(?![A-Za-z_/\d.-]|,\d)": "123456789",
    r"(?<=第)[二三四五六七八九]|[二三四五六七八九](?=[十百千万亿])": "二三四五六七八九",
    r"\b(?:three|four|five|six|seven|eight|nine|eleven|twelve)\b": "three four five six seven eight nine".split(),
    r"\b(?:third|fourth|fifth|sixth)\b": "third fourth fifth sixth".split(),
    r"(?<=\d )(?:million|billion)\b": ["million", "billion"],
    r"(?<=\d)[万亿]": "万亿",
}


def main() -> None:
    """Print both figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file", type=Path)
    parser.add_argument("--show", action="store_true", help="print the pairs reported and the errors missed")
    arguments = parser.parse_args()
    pairs = [line.split("\t")[2:4] for line in arguments.file.read_text("utf-8").splitlines()]
    reported = [pair for pair in pairs if _is_reported(*pair)]
    planted = [
        (source, plant) for source, target in pairs if [source, target] not in reported if (plant := _plant(target))
    ]
    missed = [pair for pair in planted if not _is_reported(*pair)]
    print(f"right pairs reported: {len(reported)} of {len(pairs)}")
    print(f"planted errors found: {len(planted) - len(missed)} of {len(planted)}")
    for source, target in [*reported, *missed] if arguments.show else []:
        print(f"\n{source}\n{target}")


def _is_reported(source: str, target: str) -> bool:
    return any(unstated(find_figures(source), find_figures(target))) or any(
        other_moments(find_moments(source), find_moments(target))
    )


def _plant(text: str) -> str | None:
    """Return the text with one number changed, or None if it has none; the same text gives the same change."""
    chance = random.Random(text)
    numbers = [(match, others) for pattern, others in _PLANTS.items() for match in re.finditer(pattern, text)]
    if not numbers:
        return None
    match, others = chance.choice(numbers)
    place = match.start()
    if match[0][0].isascii() and match[0][0].isdigit():
        place = chance.choice([match.start() + i for i, char in enumerate(match[0]) if char.isdigit()])
    old = text[place] if text[place].isdigit() and text[place].isascii() else match[0]
    new = chance.choice([other for other in others if other != old])
    return text[:place] + new + text[place + len(old) :]


if __name__ == "__main__":
    main()
