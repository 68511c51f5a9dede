"""A PostgreSQL server of the tests' own, on a Unix socket. Start from `running`."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

PROGRAMS = max(Path("/usr/lib/postgresql").glob("*/bin"), default=Path("/none"))
_USER = "postgres"
_OPTIONS = "-c listen_addresses= -c fsync=off -c full_page_writes=off -c max_connections=80"
_ACCESS = "local all guarded scram-sha-256\nlocal all all trust\n"


class Server(NamedTuple):
    """A running server, by the folder that has its socket and data."""

    folder: Path

    def address(self, database: str = "memory", user: str = "owner") -> str:
        """Return the address of a database."""
        return f"postgresql://{user}@/{database}?host={self.folder}"

    def run(self, *statements: str, database: str = "memory") -> None:
        """Run statements as the owner of the server, each by itself."""
        import psycopg

        with psycopg.connect(self.address(database), autocommit=True) as connection:
            connection.execute("set client_min_messages = error")
            for statement in statements:
                connection.execute(statement.encode())

    def control(self, *arguments: str) -> None:
        """Run pg_ctl for this server."""
        _run("pg_ctl", "-w", "-s", "-D", f"{self.folder}/data", *arguments)

    def kill(self) -> None:
        """Kill all processes of the server, as a crash of the machine does.

        Their lock files go too: the killed processes stay in the list of processes if nobody asks for their status.
        """
        first = int((self.folder / "data" / "postmaster.pid").read_text().split()[0])
        others = Path(f"/proc/{first}/task/{first}/children").read_text().split()
        for process in (first, *map(int, others)):
            with suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
        time.sleep(0.5)
        for lock in (self.folder / "data" / "postmaster.pid", *self.folder.glob(".s.PGSQL.*")):
            lock.unlink(missing_ok=True)

    def start(self) -> None:
        """Start the server, and wait until it answers."""
        self.control("-o", f"{_OPTIONS} -k {self.folder}", "-l", f"{self.folder}/log", "start")


def missing() -> str:
    """Return the reason why no server can be run here; "" if one can."""
    if not (PROGRAMS / "initdb").exists():
        return "PostgreSQL is not installed"
    is_able = os.geteuid() or shutil.which("setpriv")
    return "" if is_able else "PostgreSQL does not run as root, and setpriv is missing"


@contextmanager
def running(parent: Path | None = None) -> Iterator[Server]:
    """Run a server with an empty database `memory`, in a new folder below `parent`, and stop it at the end."""
    folder = Path(tempfile.mkdtemp(prefix="termbase-pg-", dir=parent))
    server = Server(folder)
    try:
        if not os.geteuid():
            shutil.chown(folder, _USER)
        made = ("-N", "-A", "trust", "-U", "owner", "-E", "UTF8", "--locale=C.UTF-8", "--wal-segsize=1")
        _run("initdb", *made, "-D", f"{folder}/data")
        (folder / "data" / "pg_hba.conf").write_text(_ACCESS)
        server.start()
        try:
            server.run("create database memory", database="postgres")
            yield server
        finally:
            if (folder / "data" / "postmaster.pid").exists():
                server.control("-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder)


def _run(program: str, *arguments: str) -> None:
    """Run a program of PostgreSQL, which refuses to run as root."""
    prefix = [] if os.geteuid() else ["setpriv", f"--reuid={_USER}", f"--regid={_USER}", "--clear-groups"]
    command = [*prefix, str(PROGRAMS / program), *arguments]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd="/")
