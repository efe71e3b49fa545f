"""Databases to read from: a file of SQLite, and a PostgreSQL started for the tests."""

from __future__ import annotations

import importlib.util
import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.conftest import real_part

USER, PASSWORD = "auditor", "sesam-oeffne-dich"
_REASON = "no PostgreSQL server (apt-get install postgresql) or no adbc-driver-postgresql"


@dataclass(frozen=True)
class Server:
    """A PostgreSQL on a loopback port and a socket, with the database `asylum` and a user who may read."""

    port: int
    folder: Path
    psql: str

    @property
    def url(self) -> str:
        return f"postgresql://{USER}@127.0.0.1:{self.port}/asylum"

    def run(self, statement: str) -> None:
        """Run SQL as the owner, over the socket."""
        subprocess.run(
            [self.psql, "-h", str(self.folder), "-p", str(self.port), "-U", "postgres", "-q",
             "-v", "ON_ERROR_STOP=1", "asylum"],
            input=statement, encoding="utf-8", check=True, capture_output=True,
        )  # fmt: skip


def _programs() -> Path | None:
    """Return the folder of the server's programs."""
    found = [Path(p).parent for p in [shutil.which("pg_ctl")] if p]
    found += [p.parent for p in sorted(Path("/usr/lib/postgresql").glob("*/bin/pg_ctl"))]
    return next((p for p in found if (p / "initdb").exists() and (p / "psql").exists()), None)


def _free_port() -> int:
    with socket.socket() as each:
        each.bind(("127.0.0.1", 0))
        port: int = each.getsockname()[1]
        return port


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[Server | None]:
    """Start a server that ends with the session; None where there is none to start."""
    programs = _programs()
    if programs is None or importlib.util.find_spec("adbc_driver_postgresql") is None:
        yield None
        return
    # The server refuses to run as root, and its socket's path must be short.
    who = {"user": "nobody"} if hasattr(os, "geteuid") and os.geteuid() == 0 else {}
    folder = Path(tempfile.mkdtemp(prefix="pg-"))
    if who:
        shutil.chown(folder, user="nobody")
    data, port = folder / "data", _free_port()

    def program(name: str, *arguments: str) -> None:
        subprocess.run(
            [programs / name, *arguments], check=True, cwd=folder, timeout=120,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL, **who,
        )  # fmt: skip

    try:
        program("initdb", "-D", str(data), "-U", "postgres", "-A", "trust", "-E", "UTF8", "-N")
        (data / "pg_hba.conf").write_text(
            "local all all trust\nhost all all 127.0.0.1/32 scram-sha-256\n", encoding="utf-8"
        )
        options = f"-c listen_addresses=127.0.0.1 -p {port} -k {folder} -c fsync=off"
        program("pg_ctl", "-D", str(data), "-w", "-l", str(folder / "log"), "-o", options, "start")
        server = Server(port, folder, str(programs / "psql"))
        first = Server(port, folder, server.psql)
        subprocess.run(
            [first.psql, "-h", str(folder), "-p", str(port), "-U", "postgres", "-q",
             "-c", f"create role {USER} login password '{PASSWORD}'", "-c", "create database asylum"],
            check=True, capture_output=True,
        )  # fmt: skip
        yield server
        program("pg_ctl", "-D", str(data), "-m", "immediate", "-w", "stop")
    finally:
        for _ in range(20):
            shutil.rmtree(folder, ignore_errors=True)
            if not folder.exists():
                break
            time.sleep(0.1)


@pytest.fixture
def postgresql(postgresql_server: Server | None, monkeypatch: pytest.MonkeyPatch) -> Server:
    """The server, with the password in the environment."""
    real_part("postgresql", present=postgresql_server is not None, reason=_REASON)
    assert postgresql_server is not None
    monkeypatch.setenv("PGPASSWORD", PASSWORD)
    return postgresql_server
