"""Delays Ctrl-C and signals to end while a step runs that must be done as a whole."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

_NAMES = ("SIGINT", "SIGTERM", "SIGHUP")


@contextmanager
def interrupts_delayed() -> Iterator[None]:
    """Delay Ctrl-C and signals to end until the block has run, also in processes that it starts.

    The system may give a signal to any thread of a program, and Python handles it in the main one. So signals are
    blocked in this thread, which its new processes inherit, and noted if another thread receives them.
    """
    with ExitStack() as stack:
        if threading.current_thread() is threading.main_thread():
            stack.enter_context(_noted())
        if hasattr(signal, "pthread_sigmask"):  # Windows has no such mask
            stack.enter_context(_blocked())
        yield


@contextmanager
def _noted() -> Iterator[None]:
    came: list[int] = []
    handlers = {number: signal.getsignal(number) for number in _numbers()}
    kept = {number: handler for number, handler in handlers.items() if handler not in (None, signal.SIG_IGN)}
    for number in kept:
        signal.signal(number, lambda number, _: came.append(number))
    try:
        yield
    finally:
        for number, handler in kept.items():
            signal.signal(number, handler)
        for number in came:
            signal.raise_signal(number)


@contextmanager
def _blocked() -> Iterator[None]:
    signal.pthread_sigmask(signal.SIG_BLOCK, _numbers())
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _numbers())


def _numbers() -> list[int]:
    return [getattr(signal, name) for name in _NAMES if hasattr(signal, name)]
