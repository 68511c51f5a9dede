"""Reading and writing of 100,000 concepts, as ratios of CPU time: `./run python bench/tbx.py [COUNT]`.

Reading is compared with a bare lxml iterparse over the same file, that takes each concept's text, and with one that
takes nothing; writing is compared with reading.
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
from termbase.tbx.serialize import Form
from termbase.tbx.writer import dump

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
        bare, text, reading, writing = [], [], [], []
        for _ in range(ROUNDS):
            bare.append(_seconds(lambda: _iterate(file, with_text=False)))
            text.append(_seconds(lambda: _iterate(file, with_text=True)))
            reading.append(_seconds(lambda: read(str(file))))
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        termbase = read(str(file))
        for _ in range(ROUNDS):
            writing.append(_seconds(lambda: dump(termbase, Form.TBX2)))
        size = file.stat().st_size / 1e6
    rows = {
        "iterparse, no text read": statistics.median(bare),
        "iterparse, text read": statistics.median(text),
        "read": statistics.median(reading),
        "write": statistics.median(writing),
    }
    print(f"{count} concepts, {size:.1f} MB, CPU seconds, median of {ROUNDS}; read takes {before} MB")
    for name, seconds in rows.items():
        print(f"{name:25}{seconds:6.2f}{seconds / rows['iterparse, text read']:6.1f}")
    print(f"read / iterparse without text {rows['read'] / rows['iterparse, no text read']:.1f}")
    print(f"write / read {rows['write'] / rows['read']:.1f}")


def _termbase(count: int) -> str:
    header = "<martifHeader><fileDesc><sourceDesc><p>made</p></sourceDesc></fileDesc></martifHeader>"
    concepts = "".join(CONCEPT.format(n=number) for number in range(count))
    return f'<martif type="TBX-Basic" xml:lang="en">{header}<text><body>{concepts}</body></text></martif>'


def _iterate(file: Path, *, with_text: bool) -> None:
    from lxml import etree

    for _, element in etree.iterparse(str(file), tag="termEntry"):
        if with_text:
            "".join(element.itertext())
        element.clear()


def _seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    result = work()
    seconds = time.process_time() - start
    del result  # to give it up takes time that is not the work's
    return seconds


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
