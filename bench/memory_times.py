"""Times the questions that a bench asks a memory. Start from `timed`."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from tmx.memory.store import MemoryStore

Answer = TypeVar("Answer")
Clock = Callable[[], float]


def timed(
    texts: list[str], work: Callable[[str], Answer], clock: Clock = time.process_time
) -> tuple[list[Answer], list[float]]:
    answers, times = [], []
    for text in texts:
        start = clock()
        answers.append(work(text))
        times.append(1000 * (clock() - start))
    return answers, times


def with_server(store: MemoryStore) -> Clock:
    """Return a clock of the CPU time of this process and of the PostgreSQL process that serves it (Linux)."""
    (process,) = store._database.execute("select pg_backend_pid()").fetchone()
    served = Path(f"/proc/{process}/schedstat")
    return lambda: time.process_time() + int(served.read_text().split()[0]) / 1e9


def spread(times: list[float]) -> str:
    ranked = sorted(times)
    return f"p50 {ranked[len(ranked) // 2]:.2f} ms, p95 {ranked[len(ranked) * 95 // 100]:.2f} ms"
