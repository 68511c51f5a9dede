"""Times the questions that a bench asks a memory. Start from `timed`."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

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


def spread(times: list[float]) -> str:
    ranked = sorted(times)
    return f"p50 {ranked[len(ranked) // 2]:.2f} ms, p95 {ranked[len(ranked) * 95 // 100]:.2f} ms"
