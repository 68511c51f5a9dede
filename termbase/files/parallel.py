"""Applies a function to many files, in several processes if they are large."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from termbase.files.interrupts import interrupts_delayed

if TYPE_CHECKING:
    from concurrent.futures import Future

Result = TypeVar("Result")

_WORTH_A_POOL = 2_000_000
"""Bytes of input from which several processes are faster than one, since each has to load the dictionaries."""
_AHEAD = 4
"""How many files per worker may be in progress, or finished but not yet requested; this limits the memory."""


def map_files(function: Callable[[str], Result], files: Sequence[str]) -> Iterator[Result]:
    """Yield the result of `function` for each file, in the order of the files.

    Several processes are used if the files are large. `function` is pickled once for each worker, so what it opens
    for its first file stays open for the others. Workers end with this process, even if it is killed.
    """
    if in_this_process(files):
        yield from map(function, files)
    else:
        yield from _map_in_pool(function, files, _workers(files))


def in_this_process(files: Sequence[str]) -> bool:
    """Return whether `map_files` calls its function in this process, where it can report to its caller."""
    return _workers(files) < 2 or sum(map(_size, files)) < _WORTH_A_POOL


def _workers(files: Sequence[str]) -> int:
    return min(os.cpu_count() or 1, len(files))


def _size(file: str) -> int:
    path = Path(file)
    return path.stat().st_size if path.is_file() else 0


def _map_in_pool(function: Callable[[str], Result], files: Sequence[str], workers: int) -> Iterator[Result]:
    import multiprocessing  # importing these two takes longer than reading most files
    from concurrent.futures import ProcessPoolExecutor

    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=context, initializer=_begin_worker, initargs=(function,)) as pool:
        waiting = iter(files)
        with interrupts_delayed():  # an unfinished worker would print a traceback
            running: list[Future[Result]] = [pool.submit(_work, file) for file in islice(waiting, workers * _AHEAD)]
        try:
            while running:
                yield running.pop(0).result()
                running += [pool.submit(_work, file) for file in islice(waiting, 1)]
        finally:
            pool.shutdown(cancel_futures=True)


_function: Callable[[str], Any]
"""The function of a worker process; a worker belongs to one call of `map_files`."""


def _begin_worker(function: Callable[[str], Any]) -> None:
    """Store the function, ignore Ctrl-C, and watch the main process, to end when it ends or is killed."""
    global _function
    _function = function
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _work(file: str) -> Any:
    return _function(file)


def _end_with_parent() -> None:
    import multiprocessing

    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
