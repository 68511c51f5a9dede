"""Measures how characters are converted on real text: `./run python bench/character_round_trip.py TAG FILE`.

FILE is text as Taiwan or Hong Kong writes it (UTF-8), and TAG its region. Each line is simplified by OpenCC and
converted back. A character is wrong if it is not the one of the line, in the standard of the region; variants that
writers of the region use as they like (佔 and 占) are one. Two more arguments are how many faults to print (20),
and `words` to convert words as well: each change is then one that a reader of the region did not need. Printed are
the lines that come back as they were, the share of right characters among the Han characters, and the most frequent
faults, each with its first places.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from difflib import SequenceMatcher
from pathlib import Path

from termbase.language import Region
from termbase.normalize.characters import in_characters_of
from termbase.normalize.subject import Subject
from termbase.normalize.text import normalize, target_region
from termbase.text.script import convert, count_han

AROUND = 8
PLACES = 5
VARIANTS = str.maketrans(
    "羣臺污艷佈盃僱舖唸癡洩溼祕昇簷棱勛巖歎塚証鍊佔週蹟蒐沈麪説綫峯眞滙恒衞拚兇註傢菸儘瞭麽裏谿",
    "群台汙豔布杯雇鋪念痴泄濕秘升檐稜勳岩嘆冢證煉占周跡搜沉麵說線峰真匯恆衛拼凶注家煙盡了麼裡溪",
)


def main(tag: str, file: str, shown: str = "20", what: str = "characters") -> None:
    region = target_region(tag)
    faults: Counter[tuple[str, str]] = Counter()
    places: dict[tuple[str, str], list[str]] = defaultdict(list)
    lines = Path(file).read_text("utf-8").splitlines()
    right = 0
    for line in lines:
        expected = in_characters_of(Subject(line), region).translate(VARIANTS)
        simplified = simple(line)
        written = normalize(simplified, region).text if what == "words" else back(simplified, region)
        written = written.translate(VARIANTS)
        right += written == expected
        for kind, a, b, c, d in SequenceMatcher(None, expected, written, autojunk=False).get_opcodes():
            if kind != "equal":
                pairs = zip(expected[a:b], written[c:d], strict=False) if b - a == d - c else [("", "")]
                for pair in [(expected[a:b], written[c:d])] if what == "words" else pairs:
                    faults[pair] += 1
                    places[pair].append(f"{expected[max(0, a - AROUND) : b + AROUND]}")
    han = count_han("\n".join(lines))
    wrong = sum(faults.values())
    print(f"{right} of {len(lines)} lines ({right / len(lines):.4f}), {wrong} faults in {han} characters")
    print(f"{1 - wrong / han:.5f} of the characters right")
    for (old, new), count in faults.most_common(int(shown)):
        print(count, f"{old} > {new}", *places[old, new][:PLACES], sep="\t")


def simple(line: str) -> str:
    """Simplify a line by OpenCC. One with 着 is Hong Kong's; without, 著 is as in Taiwan."""
    return convert(line, "hk2s" if "着" in line else "tw2s")


def back(simplified: str, region: Region) -> str:
    return in_characters_of(Subject(simplified), region)


if __name__ == "__main__":
    main(*sys.argv[1:])
