"""Measures CPU time of `termbase check` on a table of segment pairs, in parts of growing size.

    ./run python bench/check_pairs.py TABLE

TABLE is a TSV file with a header that names its columns (`en`, `zh`). The termbase is what `mine` finds in it. If
the time for each thousand pairs does not grow with the size, the time is in proportion to it. For comparison, a
loop looks for each term in each source and for its translation in the target, as the simplest checkers do.
"""

from __future__ import annotations

import argparse
import csv
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from check import cost

PARTS = 8, 4, 2, 1


def seconds_of_search(pairs: Sequence[Sequence[str]], terms: Sequence[Sequence[str]]) -> float:
    """Return the CPU seconds that a bare search for the terms takes."""
    start = time.process_time()
    missing = sum(
        english in source and chinese not in target for source, target in pairs for chinese, english in terms
    )
    assert missing >= 0
    return time.process_time() - start


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("table", type=Path)
    options = parser.parse_args()
    header, *lines = options.table.read_text("utf-8").splitlines()
    columns = [header.lstrip("#").split("\t").index(name) for name in ("en", "zh")]
    pairs = [[cells[column] for column in columns] for cells in (line.split("\t") for line in lines)]
    command = str(Path(sys.executable).with_name("termbase"))
    with tempfile.TemporaryDirectory() as folder:
        glossary, cache = Path(folder, "glossary.tsv"), str(Path(folder, "cache"))
        cost([command, "mine", "--bitext", str(options.table), "--format", "tsv"], cache, glossary)
        with glossary.open(encoding="utf-8", newline="") as rows:
            terms = [row[:2] for row in csv.reader(rows, delimiter="\t")][1:]
        for part in PARTS:
            chosen = pairs[: len(pairs) // part]
            file = Path(folder, f"part{part}.tsv")
            file.write_text("en\tzh-CN\n" + "".join("\t".join(pair) + "\n" for pair in chosen), "utf-8")
            check = [command, "check", str(file), "--termbase", str(glossary), "--format", "json"]
            if part == PARTS[0]:
                cost(check, cache)
                file.write_text(file.read_text("utf-8") + "last\t最后\n", "utf-8")
            spent, memory = cost(check, cache)
            ratio = spent / seconds_of_search(chosen, terms)
            print(
                f"{len(chosen)} pairs, {len(terms)} terms: {spent:.1f} s CPU, {1000 * spent / len(chosen):.2f} s"
                f" for 1,000 pairs, {ratio:.1f} times a bare search, {memory} MB"
            )


if __name__ == "__main__":
    main()
