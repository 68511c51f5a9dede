"""Watches how much memory a process takes while it works (Linux). Start from `watched`."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_SECONDS = 0.1
_STATUS = Path("/proc/self/status")


class Peak:
    """The most memory so far, in MB: the process's own, and pages of files that it has mapped (see proc(5))."""

    def __init__(self) -> None:
        self.own = self.files = 0

    def update(self) -> None:
        """Read what the process takes now."""
        found = dict(re.findall(r"^Rss(Anon|File):\s+(\d+) kB", _STATUS.read_text(), re.MULTILINE))
        self.own = max(self.own, int(found["Anon"]) >> 10)
        self.files = max(self.files, int(found["File"]) >> 10)

    def __str__(self) -> str:
        return f"{self.own} MB of its own, {self.files} MB of mapped files"


@contextmanager
def watched() -> Iterator[Peak]:
    """Yield the peak of what is done inside, which a thread updates ten times a second."""
    peak, is_done = Peak(), threading.Event()

    def watch() -> None:
        while not is_done.wait(_SECONDS):
            peak.update()

    thread = threading.Thread(target=watch)
    thread.start()
    try:
        yield peak
    finally:
        is_done.set()
        thread.join()
        peak.update()
