"""Measures reading and writing of TBX files as ratios of CPU time: `./run python bench/tbx.py [CONCEPTS]`.

Reading is compared with three kinds of bare lxml iterparse over the same file, which do not read the texts: over
every element, over every element with each cleared, and over concepts only. Writing is compared with reading. The
memory is the peak of a process that has read the file once and keeps the termbase.
"""

from __future__ import annotations

import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from termbase.tbx.reader import read
from termbase.tbx.writer import dump
from termbase.tbx.xml.serialize import TbxForm

ROUNDS = 5
CONCEPT = """<termEntry id="c{n}">
<descrip type="subjectField">internet governance</descrip>
<langSet xml:lang="en"><tig><term>digital term {n}</term><termNote
 type="partOfSpeech">noun</termNote></tig></langSet>
<langSet xml:lang="zh-CN"><tig><term>数字术语{n}</term><termNote
 type="administrativeStatus">preferredTerm-admn-sts</termNote></tig></langSet></termEntry>
"""


def main(count: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "terms.tbx"
        file.write_text(_termbase(count), "utf-8")
        work: dict[str, Callable[[], object]] = {
            "iterparse": lambda: _iterate(file),
            "iterparse, cleared": lambda: _iterate(file, clear=True),
            "iterparse, concepts": lambda: _iterate(file, clear=True, tag="termEntry"),
            "read": lambda: read(str(file)),
        }
        termbase = read(str(file))
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        seconds = {name: _median(one) for name, one in work.items()}
        seconds["write"] = _median(lambda: dump(termbase, TbxForm.TBX2))
        size = file.stat().st_size / 1e6
    print(f"{count} concepts, {size:.1f} MB, CPU seconds, median of {ROUNDS}; {memory} MB")
    for name, value in seconds.items():
        ratio = f"read is {seconds['read'] / value:.1f} times that" if name.startswith("iter") else ""
        print(f"{name:22}{value:6.2f}   {ratio}".rstrip())
    print(f"write is {seconds['write'] / seconds['read']:.1f} times read")


def _termbase(count: int) -> str:
    header = "<martifHeader><fileDesc><sourceDesc><p>made</p></sourceDesc></fileDesc></martifHeader>"
    concepts = "".join(CONCEPT.format(n=number) for number in range(count))
    return f'<martif type="TBX-Basic" xml:lang="en">{header}<text><body>{concepts}</body></text></martif>'


def _iterate(file: Path, *, clear: bool = False, tag: str | None = None) -> None:
    from lxml import etree

    for _, element in etree.iterparse(str(file), tag=tag):
        if clear:
            element.clear()


def _median(work: Callable[[], object]) -> float:
    return statistics.median(_seconds(work) for _ in range(ROUNDS))


def _seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    result = work()
    seconds = time.process_time() - start
    del result  # freed here, so that this does not count as time of the work
    return seconds


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
