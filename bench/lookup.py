"""What looking a term up costs in a large termbase: `./run python bench/lookup.py [CONCEPTS]`.

Two measures, each beside named peers in the same run. A fresh process of the command with a warm index, in CPU time
and memory, beside `python -c "import click"`. Lookups in the library by kind, beside a dictionary of Python (exact)
and rapidfuzz over all terms (near).
"""

from __future__ import annotations

import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from dictionary import dictionary, write_tbx

RUNS = 11
QUERIES = 1_000
_RUN = "from termbase_cli.main import main; main()"
_WATCH = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
usage = resource.getrusage(resource.RUSAGE_CHILDREN)
print(usage.ru_utime + usage.ru_stime, usage.ru_maxrss)
"""  # a small process between: a large one would bequeath its memory
_FRESH = ("数字", "數字", "Digital", "the digitals", "shuzi", "szhfw", "数字经记", "digitel camera")


def main() -> None:
    concepts = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_CACHE_HOME"] = folder
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        file = Path(folder) / "large.tbx"
        termbase = dictionary(concepts)
        write_tbx(termbase, file)
        os.utime(file, (0, 0))
        terms = [term.term for entry in termbase.entries for _, term in entry.terms()]
        print(f"{len(termbase.entries)} concepts, {len(terms)} terms, {file.stat().st_size / 1e6:.0f} MB of TBX")
        _fresh(file)
        _library(file, terms)


def _fresh(file: Path) -> None:
    import_click = [sys.executable, "-c", "import click"]
    lookup = [sys.executable, "-c", _RUN, "lookup", "--termbase", str(file), "--format", "json"]
    first, _ = _cost([*lookup, "数字"])
    (index,) = Path(os.environ["XDG_CACHE_HOME"]).glob("termbase/index/*.sqlite")
    print(f"index: {first:.1f} s of CPU to make, {index.stat().st_size / 1e6:.0f} MB")
    base = statistics.median(_cost(import_click)[0] for _ in range(RUNS))
    print(f"import click: {base * 1000:.0f} ms of CPU")
    for query in _FRESH:
        costs = [_cost([*lookup, query]) for _ in range(RUNS)]
        seconds = statistics.median(cost for cost, _ in costs)
        memory = max(size for _, size in costs)
        print(
            f"lookup {query}: {seconds * 1000:.0f} ms, {seconds / base:.2f} times, {memory / 1000:.0f} MB at most"
        )


def _cost(command: Sequence[str]) -> tuple[float, float]:
    """CPU seconds and the largest memory (kB) of a process."""
    done = subprocess.run(
        [sys.executable, "-c", _WATCH, *command], capture_output=True, encoding="utf-8", check=True
    )
    seconds, memory = map(float, done.stdout.split())
    return seconds, memory


def _library(file: Path, terms: Sequence[str]) -> None:
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    from termbase.index.cache import open_index
    from termbase.lookup import lookup
    from termbase.model import Termbase

    index = open_index(str(file), lambda: Termbase(()), print)
    known = dict.fromkeys(terms)
    for kind, queries in _queries(terms).items():
        found = [lookup(query, [index], 10) for query in queries]
        met = sum(1 for hits in found if hits)
        rate = _rate(lambda query: lookup(query, [index], 10), queries)
        print(f"{kind:9} {rate:8.0f} a second, {met} of {len(queries)} found")
    exact, near = _queries(terms)["exact"], _queries(terms)["fuzzy"][:20]
    print(f"peer: a dictionary of the terms, exact {_rate(known.get, exact):.0f} a second")
    all_near = _rate(lambda query: process.extract(query, terms, scorer=OSA.distance, limit=10), near)
    print(f"peer: rapidfuzz over all terms {all_near:.1f} a second")
    print(f"largest memory of this process: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000:.0f} MB")


def _queries(terms: Sequence[str]) -> dict[str, list[str]]:
    from termbase.reading import reading_key, readings
    from termbase.script import has_han, simplify

    random.seed(3)
    chinese = random.sample([term for term in terms if has_han(term) and 3 <= len(term) <= 9], QUERIES)
    english = random.sample([term for term in terms if not has_han(term) and 8 <= len(term) <= 40], QUERIES)
    return {
        "exact": [term for pair in zip(chinese, english, strict=True) for term in pair],
        "folded": [term.swapcase() for term in english],
        "reading": [reading_key(readings(simplify(term))[0]) for term in chinese],
        "partial": [term[1:3] for term in chinese] + [term[: len(term) // 2] for term in english],
        "fuzzy": [_with_typo(term, "的一是") for term in chinese] + [_with_typo(term, "xqz") for term in english],
    }


def _with_typo(term: str, letters: str) -> str:
    place = random.randrange(len(term))
    return term[:place] + random.choice(letters) + term[place + 1 :]


def _rate(function: Callable[[str], object], queries: Iterable[str]) -> float:
    start, count = time.perf_counter(), 0
    for query in queries:
        function(query)
        count += 1
    return count / (time.perf_counter() - start)


if __name__ == "__main__":
    main()
