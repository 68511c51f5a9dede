"""Measures reading and copying of a TMX memory: CPU time as ratio to a bare lxml iterparse, and peak memory.

    ./run python bench/tmx_speed.py [--units 500000] [--keep FILE]

Each reader runs several times in a process of its own, in turn with the others. CPU seconds are the median. The
other tools `translate-toolkit` and `lokit-python` are measured if they are installed.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ENGLISH = (
    "the network service of data policy system user market growth report digital trade rule public health".split()
)
CHINESE = "网络服务数据政策系统用户市场增长报告数字贸易规则公共卫生发展合作技术安全标准信息经济全球治理"
HEADER = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4">
<header creationtool="bench" creationtoolversion="1" segtype="sentence" o-tmf="bench" adminlang="en"
 srclang="en-US" datatype="html" creationdate="20261122T000000Z"/>
<body>
"""


def generate(path: Path, count: int) -> None:
    """Write a memory of `count` units, one in ten with inline codes. The file is the same each time."""
    chance = random.Random(20261122)
    with path.open("w", encoding="utf-8") as file:
        file.write(HEADER)
        for number in range(count):
            english = " ".join(chance.choices(ENGLISH, k=chance.randint(6, 16)))
            chinese = "".join(chance.choices(CHINESE, k=chance.randint(8, 28)))
            if number % 10 == 0:
                english, chinese = _coded(english, " "), _coded(chinese, "")
            file.write(
                f'<tu tuid="{number}" creationdate="20261122T{number % 24:02}0000Z" usagecount="{number % 7}">\n'
                f'<prop type="x-domain">bench</prop>\n<tuv xml:lang="en-US"><seg>{english}.</seg></tuv>\n'
                f'<tuv xml:lang="zh-CN"><seg>{chinese}。</seg></tuv>\n</tu>\n'
            )
        file.write("</body>\n</tmx>\n")


def _coded(text: str, space: str) -> str:
    start, end = '<bpt i="1" x="1" type="bold">&lt;b&gt;</bpt>', '<ept i="1">&lt;/b&gt;</ept>'
    return f"{text[:6]}{space}{start}{text[6:]}{end}"


def bare_iterparse(file: str) -> int:
    """Read each `tu` as a tree and the text of its segments: the reference for all other readers."""
    from lxml import etree

    count = 0
    for _, unit in etree.iterparse(file, tag="tu"):
        for segment in unit.iter("seg"):
            count += len("".join(segment.itertext())) > 0
        unit.clear()
        while unit.getprevious() is not None:
            del unit.getparent()[0]
    return count


def termbase_read(file: str) -> int:
    from tmx.reader import read

    return sum(len(unit.variants) for unit in read(file).units())


def termbase_copy(file: str) -> int:
    from termbase.files.output import whole_file
    from tmx.reader import read
    from tmx.writer import write

    memory = read(file)
    with whole_file(f"{file}.copy") as out:
        write(out, memory.header, memory.units(), lambda: memory.trailer)
    size = Path(f"{file}.copy").stat().st_size
    Path(f"{file}.copy").unlink()
    return size


def translate_toolkit_read(file: str) -> int:
    from translate.storage.tmx import tmxfile

    with Path(file).open("rb") as opened:
        return sum(1 for unit in tmxfile(opened).units if unit.source and unit.target)


def lokit_read(file: str) -> int:
    from lokit import stream

    return sum(1 for _ in stream.tmx(file).items)


READERS: tuple[Callable[[str], int], ...] = (
    bare_iterparse,
    termbase_read,
    termbase_copy,
    translate_toolkit_read,
    lokit_read,
)


def _measured(name: str, file: str) -> dict[str, float] | None:
    done = subprocess.run(
        [sys.executable, __file__, "--reader", name, file], capture_output=True, encoding="utf-8", check=False
    )
    if done.returncode:
        print(f"{name}: {done.stderr.strip().splitlines()[-1:]}", file=sys.stderr)
        return None
    measured: dict[str, float] = json.loads(done.stdout)
    return measured


def _measure(name: str, file: str) -> None:
    reader = next(reader for reader in READERS if reader.__name__ == name)
    start = time.process_time()
    reader(file)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"cpu": time.process_time() - start, "mb": peak}))


def _compare(file: str, rounds: int) -> None:
    runs: dict[str, list[dict[str, float]]] = {}
    for _ in range(rounds):
        for reader in READERS:
            measured = _measured(reader.__name__, file)
            if measured:
                runs.setdefault(reader.__name__, []).append(measured)
    base = statistics.median(run["cpu"] for run in runs[bare_iterparse.__name__])
    print(f"{Path(file).stat().st_size / 1e6:.0f} MB\n")
    print("| reader | CPU s | to iterparse | peak MB |\n|---|---|---|---|")
    for name, measured_runs in runs.items():
        cpu = statistics.median(run["cpu"] for run in measured_runs)
        print(f"| {name} | {cpu:.1f} | {cpu / base:.2f} | {max(run['mb'] for run in measured_runs):.0f} |")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--units", type=int, default=500_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--keep", type=Path, help="Keep the generated file here, and use it if it exists.")
    parser.add_argument("--reader", nargs=2, metavar=("NAME", "FILE"), help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.reader:
        _measure(*arguments.reader)
        return
    with tempfile.TemporaryDirectory() as folder:
        path = arguments.keep or Path(folder) / "bench.tmx"
        if not path.exists():
            generate(path, arguments.units)
        _compare(str(path), arguments.rounds)


if __name__ == "__main__":
    main()
