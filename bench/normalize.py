"""Compares the cost of `normalize` with that of OpenCC: `./run python bench/normalize.py FILE [TAG]`.

FILE is simplified text (UTF-8). Both convert the same lines in turn, several times: first in one process, then as
commands, with their start. CPU time counts. Printed are the seconds of the best run of each, their ratio, and the
peak of memory.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from opencc import OpenCC

from termbase.normalize.text import normalize, target_region

RUNS = 5

OURS = "from termbase_cli.main import main; main()"

PEER = """
import sys
from opencc import OpenCC
convert = OpenCC("s2twp").convert
for line in open(0, encoding="utf-8"):
    sys.stdout.write(convert(line))
"""


def main(file: str, tag: str = "zh-TW") -> None:
    lines = Path(file).read_text("utf-8").splitlines()
    region, theirs = target_region(tag), OpenCC("s2twp")
    normalize("软件发展", region), theirs.convert("软件发展")
    report(
        "in one process",
        lambda: seconds(lambda line: normalize(line, region), lines),
        lambda: seconds(theirs.convert, lines),
    )
    ours = [sys.executable, "-c", OURS, "normalize", "--to", tag, "-"]
    peer = [sys.executable, "-c", PEER]
    report("as commands", lambda: seconds_of_command(ours, file), lambda: seconds_of_command(peer, file))
    memory = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    print(f"{memory // 1024} MB")


def report(name: str, ours: Callable[[], float], theirs: Callable[[], float]) -> None:
    """Measure both several times in turn, and print the best of each."""
    own, opencc = map(min, zip(*((ours(), theirs()) for _ in range(RUNS)), strict=True))
    print(f"{name}: normalize {own:.2f} s, OpenCC {opencc:.2f} s, ratio {own / opencc:.1f}")


def seconds(convert: Callable[[str], object], lines: Iterable[str]) -> float:
    start = time.process_time()
    for line in lines:
        convert(line)
    return time.process_time() - start


def seconds_of_command(command: list[str], file: str) -> float:
    """Return the CPU seconds of a command that reads a file from standard input."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    with Path(file).open("rb") as text:
        subprocess.run(command, stdin=text, stdout=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    main(*sys.argv[1:])
