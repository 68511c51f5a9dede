"""Measures the cost of lookups in a large termbase: `./run python bench/lookup.py [CONCEPTS]`.

There are two measurements of CPU time, each with a comparison in the same run. The first is a new process of
`termbase lookup` with an existing index, and its memory, compared with `python -c "import click"`. The second are
lookups in the library by kind of match, compared with a Python dict (exact) and rapidfuzz over all terms (near).
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
from collections.abc import Callable, Iterable, Iterator, Sequence
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
"""  # run by a small process, because a child starts with the peak memory of a large parent
_FRESH = (
    "数字", "數字", "Digital", "the digitals", "shuzi", "szhfw", "国务", "ital cam", "数字经记", "digitel camera",
    "shuzixinagji", "digital 相机", "宇宙飞鸡蛋糕王", "qwrtpsdfgh zxcvb",
)  # fmt: skip


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
    print(f"index: {first:.1f} s of CPU to build, {index.stat().st_size / 1e6:.0f} MB")
    base: list[float] = []
    costs: dict[str, list[tuple[float, float]]] = {query: [] for query in _FRESH}
    for _ in range(RUNS):  # in turn with the comparison, since the load of a machine varies
        base.append(_cost(import_click)[0])
        for query in _FRESH:
            costs[query].append(_cost([*lookup, query]))
    click = statistics.median(base)
    print(f"import click: {click * 1000:.0f} ms of CPU")
    for query, measured in costs.items():
        seconds = statistics.median(cost for cost, _ in measured)
        memory = max(size for _, size in measured)
        print(
            f"lookup {query}: {seconds * 1000:.0f} ms, {seconds / click:.2f} times, {memory / 1000:.0f} MB at most"
        )
    _imports([*lookup, "数字"])


def _imports(command: Sequence[str]) -> None:
    """Print the modules that take longest to import, without their own imports (`python -X importtime`)."""
    done = subprocess.run(
        [command[0], "-X", "importtime", *command[1:]], capture_output=True, encoding="utf-8", check=True
    )
    lines = [line.split("|") for line in done.stderr.splitlines()[1:] if line.startswith("import time:")]
    times = sorted(((int(own.split(":")[1]), name.strip()) for own, _, name in lines), reverse=True)
    longest = ", ".join(f"{name} {own / 1000:.1f}" for own, name in times[:12])
    print(f"{len(times)} modules, {sum(own for own, _ in times) / 1000:.0f} ms, slowest themselves (ms): {longest}")


def _cost(command: Sequence[str]) -> tuple[float, float]:
    """Return the CPU seconds and the peak memory (kB) of a process."""
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
        costs = sorted(_times(lambda query: lookup(query, [index], 10), queries))
        met, worst, rate = sum(1 for hits in found if hits), costs[-1] * 1000, len(costs) / sum(costs)
        print(f"{kind:15} {rate:8.0f} a second, the slowest {worst:.1f} ms, {met} of {len(queries)} found")
    exact, near = _queries(terms)["exact"], _queries(terms)["near"][:20]
    print(f"comparison: a dict of the terms, exact {_rate(known.get, exact):.0f} a second")
    all_near = _rate(lambda query: process.extract(query, terms, scorer=OSA.distance, limit=10), near)
    print(f"comparison: rapidfuzz over all terms {all_near:.1f} a second")
    print(f"peak memory of this process: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000:.0f} MB")


def _queries(terms: Sequence[str]) -> dict[str, list[str]]:
    from termbase.text.chinese.pinyin import reading_key, readings
    from termbase.text.script import has_han, simplify

    random.seed(3)
    chinese = random.sample([term for term in terms if has_han(term) and 3 <= len(term) <= 9], QUERIES)
    english = random.sample([term for term in terms if not has_han(term) and 8 <= len(term) <= 40], QUERIES)
    few = slice(QUERIES // 4)
    sounds = [reading_key(readings(simplify(term))[0]) for term in chinese]
    letters, characters = "etaoinshrdlu", "".join(chinese)
    return {
        "exact": [term for pair in zip(chinese, english, strict=True) for term in pair],
        "folded": [term.swapcase() for term in english],
        "reading": sounds,
        "partial": [term[1:3] for term in chinese] + [term[: len(term) // 2] for term in english],
        "near": [_with_typo(term, "的一是") for term in chinese] + [_with_typo(term, "xqz") for term in english],
        "near, short": [_with_typo(term[:4], "的一是") for term in chinese[few]]
        + [_with_typo(term[:5], "xqz") for term in english[few]],
        "near, each word": [" ".join(_with_typo(word, "xqz") for word in term.split()) for term in english[few]],
        "near, pinyin": [_with_typo(sound, "xqz") for sound in sounds[few]],
        "near, nothing": ["".join(random.choices(letters, k=length)) for length in (8, 14, 20) for _ in range(60)]
        + ["".join(random.choices(characters, k=5)) for _ in range(60)],
        "near, frequent": [
            "station nation ration",
            "ing tion ness",
            "中国人的大人",
            "一人之下中国",
            "to be in the tion",
        ]
        * 9,
    }


def _with_typo(term: str, letters: str) -> str:
    place = random.randrange(len(term))
    return term[:place] + random.choice(letters) + term[place + 1 :]


def _rate(function: Callable[[str], object], queries: Sequence[str]) -> float:
    return len(queries) / sum(_times(function, queries))


def _times(function: Callable[[str], object], queries: Iterable[str]) -> Iterator[float]:
    """Yield the CPU seconds of a call with each query."""
    for query in queries:
        start = time.process_time()
        function(query)
        yield time.process_time() - start


if __name__ == "__main__":
    main()
