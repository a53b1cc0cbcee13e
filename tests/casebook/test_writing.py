"""One writer at a time: writers wait for each other, and who is killed leaves nothing behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import text

from casebook.store import Casebook, CasebookUnavailable, Conflict, audit, clients, documents
from casebook.store import engine as engine_module
from tests.casebook.builders import client, document, received

WRITE = """
import sys
from casebook.store import Casebook, clients, ids
from tests.casebook.builders import client

with Casebook.open(sys.argv[1]) as book:
    for _ in range(int(sys.argv[2])):
        with book.writing("process") as tx:
            clients.add(tx, client())
"""
WRITE_AND_HANG = """
import sys, time
from casebook.store import Casebook, clients
from tests.casebook.builders import client

with Casebook.open(sys.argv[1]) as book:
    with book.writing("process") as tx:
        clients.add(tx, client())
    with book.writing("process") as tx:
        clients.add(tx, client())
        print("writing", flush=True)
        time.sleep(60)
"""


def start(code: str, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", code, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@contextmanager
def hanging_writer(url: str) -> Iterator[subprocess.Popen[str]]:
    """A process that holds the write lock, with one client written and one half-written."""
    process = start(WRITE_AND_HANG, url)
    try:
        assert process.stdout is not None
        assert process.stdout.readline() == "writing\n"
        yield process
    finally:
        process.kill()
        process.communicate()


def test_an_error_leaves_nothing_behind(book: Casebook) -> None:
    with pytest.raises(ZeroDivisionError), book.writing("jordan") as tx:
        clients.add(tx, client())
        raise ZeroDivisionError
    with book.reading() as tx:
        assert clients.all(tx) == ()
        assert audit.events(tx) == ()


def test_a_reader_sees_one_moment_and_does_not_wait_for_the_writer(book: Casebook) -> None:
    with book.reading() as reader:
        assert clients.all(reader) == ()
        with book.writing("jordan") as tx:
            clients.add(tx, client())
        assert clients.all(reader) == ()
    with book.reading() as reader:
        assert len(clients.all(reader)) == 1


def test_processes_and_threads_that_write_at_once_all_get_their_turn(
    book: Casebook, url: str
) -> None:
    processes = [start(WRITE, url, "25") for _ in range(2)]

    def write() -> None:
        for _ in range(25):
            with book.writing("thread") as tx:
                clients.add(tx, client())

    threads = [threading.Thread(target=write) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [process.communicate()[1] for process in processes] == ["", ""]
    with book.reading() as tx:
        assert len(clients.all(tx)) == 5 * 25
        assert len(audit.events(tx)) == 5 * 25
        assert audit.verify(tx) is None


def test_a_writer_that_is_killed_leaves_nothing_half_done_and_frees_the_lock(
    book: Casebook, url: str
) -> None:
    with hanging_writer(url) as process:
        process.send_signal(signal.SIGKILL)
        process.wait()
        with book.writing("jordan") as tx:
            assert len(clients.all(tx)) == 1
            clients.add(tx, client())
    with book.reading() as tx:
        assert len(clients.all(tx)) == 2
        assert audit.verify(tx) is None


def test_a_lock_that_is_never_given_back_is_named_in_the_end(
    url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine_module, "WAIT_SECONDS", 1)
    monkeypatch.setattr("casebook.store.casebook.ATTEMPTS", 2)
    with (
        hanging_writer(url),
        Casebook.open(url) as book,
        pytest.raises(CasebookUnavailable, match="Another program has been writing"),
        book.writing("jordan"),
    ):
        pass


def test_a_writer_outwaits_one_that_takes_longer_than_an_attempt(
    url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine_module, "WAIT_SECONDS", 1)
    with hanging_writer(url) as process, Casebook.open(url) as book:
        threading.Timer(1.5, process.kill).start()
        with book.writing("jordan") as tx:
            clients.add(tx, client())
            assert len(clients.all(tx)) == 2


def test_a_thread_that_writes_already_is_told_instead_of_waiting_for_itself(
    book: Casebook,
) -> None:
    with book.writing("jordan"), pytest.raises(RuntimeError), book.writing("jordan"):
        pass
    with book.writing("jordan") as tx:
        clients.add(tx, client())


def test_a_forked_child_writes_on_connections_of_its_own(book: Casebook, url: str) -> None:
    def write() -> bytes:
        """Writes a client; tells which of the server's processes served it."""
        with book.writing("somebody") as tx:
            clients.add(tx, client())
            if "postgresql" not in url:
                return b"no server"
            return str(tx.rows(text("SELECT pg_backend_pid() AS pid"))[0]["pid"]).encode()

    parents = write()
    receiving, sending = os.pipe()
    child = os.fork()
    if child == 0:
        status = 1
        try:
            os.write(sending, write())
            status = 0
        finally:
            os._exit(status)
    assert os.waitpid(child, 0)[1] == 0
    childs = os.read(receiving, 100)
    assert childs == b"no server" or childs != parents
    assert write() == parents
    with book.reading() as tx:
        assert len(clients.all(tx)) == 3


def test_what_the_database_refuses_is_told_without_the_rows_values(book: Casebook) -> None:
    with pytest.raises(Conflict) as raised, book.writing("jordan") as tx:
        scan = received(tx)
        documents.add(tx, document(scan, client_id="client_who_is_not_there"))
    assert "client_who" not in str(raised.value)
    assert raised.value.__cause__ is None
    with book.reading() as tx:
        assert audit.events(tx) == ()


def test_every_commit_reaches_the_disk_before_it_returns(tmp_path: Path) -> None:
    engine = engine_module.engine_for(f"{tmp_path}/casebook.sqlite")
    engine_module.use_write_ahead_log(engine)
    with engine.connect() as connection:
        asked = ("journal_mode", "synchronous", "foreign_keys")
        found = [connection.exec_driver_sql(f"PRAGMA {one}").scalar() for one in asked]
    engine.dispose()
    assert found == ["wal", 2, 1]
