"""Compares the cost of `normalize` with that of OpenCC: `./run python bench/normalize.py FILE [TAG]`.

FILE is simplified text (UTF-8). Both convert the same lines in turn, several times in one process; CPU time counts.
Printed are the seconds of the best run of each, their ratio, and the peak of memory.
"""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from opencc import OpenCC

from termbase.normalize.text import normalize, target_region

RUNS = 5


def main(file: str, tag: str = "zh-TW") -> None:
    lines = Path(file).read_text("utf-8").splitlines()
    region, theirs = target_region(tag), OpenCC("s2twp")
    normalize("软件发展", region), theirs.convert("软件发展")
    ours, opencc = zip(
        *(
            (seconds(lambda line: normalize(line, region), lines), seconds(theirs.convert, lines))
            for _ in range(RUNS)
        ),
        strict=True,
    )
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(
        f"normalize {min(ours):.2f} s, OpenCC {min(opencc):.2f} s, ratio {min(ours) / min(opencc):.1f}, {memory} MB"
    )


def seconds(convert: Callable[[str], object], lines: Iterable[str]) -> float:
    start = time.process_time()
    for line in lines:
        convert(line)
    return time.process_time() - start


if __name__ == "__main__":
    main(*sys.argv[1:])
