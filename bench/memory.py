"""Measures a memory: `python bench/memory.py FOLDER [UNITS [MEMORY]]`.

`python bench/memory_corpus.py FOLDER` makes the corpus. Builds a memory of UNITS units (a million by default) in
FOLDER, or in MEMORY (`postgresql://...`): all real pairs, and as many more as are missing, made of them by changing
words. Prints the speed of the import, the time of a search in both languages beside rapidfuzz comparing all and the
searches of `memory_peers`, how often the best match is among the first five, the time of a concordance, and what
one query costs in a process of its own; in PostgreSQL also the time of a search while 50 clients search. Times are
CPU time of this process, in PostgreSQL with that of the server, which must run on this machine; those of many
clients are by the clock. The queries are real texts with words changed.
"""

from __future__ import annotations

import multiprocessing
import random
import re
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path

import memory_concordance
import memory_peers
from memory_times import Clock, spread, timed, with_server
from memory_use import watched
from rapidfuzz.distance import Levenshtein
from rapidfuzz.process import extract

from termbase.errors import TermbaseError
from termbase.language import canonical, primary_language
from tmx.content import plain
from tmx.languages import tag_of
from tmx.memory.add import Added, Origin
from tmx.memory.search import Query
from tmx.memory.store import MemoryStore, is_address, open_store
from tmx.memory.tokens import tokens
from tmx.model import TranslationUnit, variant
from tmx.writer import new_header

TAGS = ("zh-CN", "zh-TW")
QUERIES = 500
PEER_QUERIES, MOST_FOR_PEERS = 40, 1_000_000
CLIENTS, PROCESSES = 50, 2
WRITERS, WRITES, WRITTEN = 5, 12, 100
"""So many clients write so many times, with a second between, so many units each time."""

_PIECES = re.compile(r"[㐀-鿿]|[^\W㐀-鿿]+|\W")

Pair = tuple[str, str, str]
"""English, Chinese and the tag of the Chinese."""


def main() -> None:
    folder, count = Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1_000_000
    chance = random.Random(20261127)
    pairs = real_pairs(folder)
    held_back = chance.sample(pairs, 3 * QUERIES)
    long = {
        side: [pair[side] for pair in held_back if len(pair[side]) > least] for side, least in ((0, 15), (1, 6))
    }
    queries = {
        language: [changed(text, pairs, side, chance) for text in long[side][:QUERIES]]
        for side, language in ((0, "en"), (1, "zh-CN"))
    }
    memory = sys.argv[3] if len(sys.argv) > 3 else str(folder / f"memory-{count}.db")
    if not is_made(memory):
        spool = folder / f"pairs-{count}.tsv"
        spool.write_text("".join("\t".join(pair) + "\n" for pair in more_pairs(pairs, count, chance)), "utf-8")
        with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
            pool.submit(build, memory, spool).result()
    with open_store(memory) as store:
        clock = with_server(store) if is_address(memory) else time.process_time
        for language, texts in queries.items():
            search(store, language, texts, clock)
        memory_concordance.measure(store, pairs, chance, clock)
    if is_address(memory):
        many_clients(memory, queries)
    alone(memory)


def is_made(memory: str) -> bool:
    try:
        with open_store(memory) as store:
            return store.stats().units > 0
    except TermbaseError:
        return False


def real_pairs(folder: Path) -> list[Pair]:
    pairs = []
    for tag in TAGS:
        for line in (folder / f"{tag}.tsv").read_text("utf-8").splitlines():
            english, chinese = line.split("\t")
            pairs.append((english, chinese, tag))
    return pairs


def more_pairs(pairs: list[Pair], count: int, chance: random.Random) -> Iterator[Pair]:
    """Yield the real pairs, then pairs made of them, in any order."""
    chosen = list(pairs)
    while len(chosen) < count:
        english, chinese, tag = chance.choice(pairs)
        chosen.append((changed(english, pairs, 0, chance), changed(chinese, pairs, 1, chance), tag))
    chance.shuffle(chosen)
    yield from chosen[:count]


def changed(text: str, pairs: list[Pair], side: int, chance: random.Random) -> str:
    """Return a text with one to three words (characters in Chinese) replaced by others, added or removed."""
    pieces = _PIECES.findall(text)
    for _ in range(chance.randint(1, 3)):
        at = chance.randrange(len(pieces) + 1)
        other = chance.choice(_PIECES.findall(chance.choice(pairs)[side]))
        kind = chance.choice(("replace", "insert", "delete"))
        pieces[at : at + (kind != "insert")] = [] if kind == "delete" else [other, " "][: 1 + (side == 0)]
    return " ".join("".join(pieces).split()) or text


def build(memory: str, spool: Path) -> None:
    """Fill a memory with the pairs in a file; in a process of its own, whose memory is printed."""
    counts, start = Added(), time.process_time()
    with open_store(memory, is_written=True) as store:
        with watched() as peak:
            store.add(spooled(spool), Origin("corpus", new_header("en", None)), counts)
        took = time.process_time() - start
        print(f"import: {counts.added} units, {counts.added / took:.0f} a second; the process has {peak}")
        with watched() as peak:
            store.index()
        took = time.process_time() - start - took
        print(f"index: {counts.added / took:.0f} units a second; the process has {peak}")
        print(f"the memory has {store.stats().size >> 20} MB")


def spooled(file: Path) -> Iterator[TranslationUnit]:
    with file.open(encoding="utf-8", newline="\n") as lines:
        for line in lines:
            english, chinese, tag = line.rstrip("\n").split("\t")
            yield TranslationUnit({}, (variant("en", english), variant(canonical(tag), chinese)))


def search(store: MemoryStore, language: str, texts: list[str], clock: Clock) -> None:
    source, target = (canonical(tag) for tag in (language, "zh-CN" if language == "en" else "en"))
    for text in texts[:20]:
        store.find(Query(text, source, target))
    _, times = timed(texts, lambda text: store.find(Query(text, source, target)), clock)
    print(f"search {language}: {spread(times)}")
    if store.stats().units <= MOST_FOR_PEERS:
        for name, seconds in memory_peers.times(language, texts[:PEER_QUERIES], all_texts(store, source)):
            print(f"  {name}: {seconds if isinstance(seconds, str) else spread(seconds)}")
    rows = rows_of(store, language)
    best, slow = timed(texts, lambda text: extract(
        store._search._vocabulary.row(tokens(text)), rows, scorer=Levenshtein.normalized_similarity,
        processor=None, limit=1, score_cutoff=0.7,
    ))  # fmt: skip
    print(f"  rapidfuzz over the {len(rows)} rows of the language: {spread(slow)}")
    found = [store.find(Query(text, source, target), 60) for text in texts]  # targets in another script score less
    hits = [
        bool(matches) and max(match.similarity for match in matches) >= int(100 * true[0][1] + 1e-9)
        for matches, true in zip(found, best, strict=True)
        if true
    ]
    print(f"  the best match is found for {sum(hits)} of {len(hits)} queries that have one of 70 or more")


def rows_of(store: MemoryStore, language: str) -> list[str]:
    """All different rows of tokens in a language."""
    wanted = {"en": "tag = 'en'", "zh-CN": "substr(tag, 1, 2) = 'zh'"}[language]
    return [
        row for (row,) in store._database.execute(
            "select tokens from row where number in"
            f" (select row from variant join language on language = language.number where {wanted})"
        )
    ]  # fmt: skip


def all_texts(store: MemoryStore, language: str) -> list[str]:
    """The different texts in a language, Chinese ones in any script."""
    wanted = primary_language(language)
    texts = (
        plain(each.segment)
        for unit in store.units()
        for each in unit.variants
        if primary_language(tag_of(each.tag)) == wanted
    )
    return list(dict.fromkeys(texts))


def many_clients(memory: str, queries: dict[str, list[str]]) -> None:
    """Print the time of a search while 50 clients, in 2 processes, ask for one a second each, and then 5 write."""
    for writers in (0, WRITERS):
        with ProcessPoolExecutor(PROCESSES + 1) as pool:
            writing = pool.submit(write_in_turn, memory, writers)
            started = [pool.submit(clients, memory, queries, seed) for seed in range(PROCESSES)]
            times = [each for process in started for each in process.result()]
            written = writing.result()
        print(f"search while {CLIENTS} clients ask for one a second each and {writers} write: {spread(times)}")
        if written:
            print(f"  each of {len(written)} times {WRITTEN} units were stored and indexed in: {spread(written)}")


def write_in_turn(memory: str, count: int) -> list[float]:
    """Let some clients write, each in a thread; return the milliseconds of each time, with the waits for others."""
    with ThreadPoolExecutor(max(count, 1)) as pool:
        return [each for thread in pool.map(writer, [memory] * count, range(count)) for each in thread]


def writer(memory: str, number: int) -> list[float]:
    times = []
    for turn in range(WRITES):
        name = f"writer-{number}-{turn}-{time.time()}"
        units = (
            TranslationUnit({}, (variant("en", f"Text {at} of {name}"), variant("zh-Hans-CN", f"{name}的第{at}句")))
            for at in range(WRITTEN)
        )
        start = time.perf_counter()
        with open_store(memory, is_written=True) as store:
            store.add(units, Origin(name, new_header("en", None)), Added())
            store.index()
        times.append(1000 * (time.perf_counter() - start))
        time.sleep(1)
    return times


def clients(memory: str, queries: dict[str, list[str]], seed: int) -> list[float]:
    """Run some of the clients, each in a thread with a connection; return the milliseconds of each search."""
    count = CLIENTS // PROCESSES
    with ThreadPoolExecutor(count) as pool:
        started = [pool.submit(client, memory, queries, seed * count + number) for number in range(count)]
        return [each for thread in started for each in thread.result()]


def client(memory: str, queries: dict[str, list[str]], seed: int) -> list[float]:
    chance, times = random.Random(seed), []
    with open_store(memory) as store:
        store.find(Query("Open the file", "en", canonical("zh-CN")))
        time.sleep(chance.random() + 2)
        for _ in range(20):
            language = chance.choice(("en", "zh-CN"))
            query = Query(chance.choice(queries[language]), canonical(language), "en" if language != "en" else "zh")
            start = time.perf_counter()
            store.find(query)
            times.append(1000 * (time.perf_counter() - start))
            time.sleep(max(0.0, start + 1 - time.perf_counter()))
    return times


def alone(memory: str) -> None:
    """Print the CPU time and memory of one query in a process of its own, beside the bare command."""
    for name, arguments in (("bare command", ["--version"]), ("one query", ["memory", "search", "Open the file",
                            "--target", "zh-CN", "--memory", memory])):  # fmt: skip
        command = [str(Path(sys.executable).parent / "termbase"), *arguments]
        times = []
        for _ in range(5):
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            subprocess.run(command, capture_output=True, check=True)
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            times.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
        print(f"{name}: {statistics.median(times):.3f} s")


if __name__ == "__main__":
    main()
