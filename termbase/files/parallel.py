"""One function over many files, on all cores where that pays."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Future

Result = TypeVar("Result")

_WORTH_A_POOL = 2_000_000
"""Bytes of input from which several processes are faster than one: each has to load the dictionaries anew."""
_AHEAD = 4
"""Files in work or done but not yet taken, for each worker: bounds the memory."""


def map_files(function: Callable[[str], Result], files: Sequence[str]) -> Iterator[Result]:
    """`function` of each file, in the order of the files, in several processes if the files are large.

    `function` is pickled once for each worker: what it opens for its first file it has for the others too. Workers
    end with this process, however it ends.
    """
    workers = min(os.cpu_count() or 1, len(files))
    if workers < 2 or sum(map(_size, files)) < _WORTH_A_POOL:
        yield from map(function, files)
    else:
        yield from _map_in_pool(function, files, workers)


def _size(file: str) -> int:
    path = Path(file)
    return path.stat().st_size if path.is_file() else 0


def _map_in_pool(function: Callable[[str], Result], files: Sequence[str], workers: int) -> Iterator[Result]:
    import multiprocessing  # these two take longer to import than most files to read
    from concurrent.futures import ProcessPoolExecutor

    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=context, initializer=_begin_worker, initargs=(function,)) as pool:
        waiting = iter(files)
        with _interrupts_held():
            running: list[Future[Result]] = [pool.submit(_work, file) for file in islice(waiting, workers * _AHEAD)]
        try:
            while running:
                yield running.pop(0).result()
                running += [pool.submit(_work, file) for file in islice(waiting, 1)]
        finally:
            pool.shutdown(cancel_futures=True)


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Let Ctrl-C wait while workers are started: one that is half-way would complain. Workers never see it."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})


_function: Callable[[str], Any]
"""What a worker process does with each file; a worker belongs to one call of `map_files`."""


def _begin_worker(function: Callable[[str], Any]) -> None:
    """Take the function; end when the main process has ended, even by a kill; leave Ctrl-C to it."""
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
