"""Every file that was dropped is accounted for exactly once, whatever happens in between."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from casebook.records import ScanState
from casebook.store import Casebook, NotAllowed, documents, scans
from casebook.store.scans import delivery_key
from tests.casebook.builders import SHA, document, received


def test_a_delivery_that_comes_again_is_counted_once(book: Casebook) -> None:
    with book.writing("watch") as tx:
        first = received(tx)
    with book.writing("watch") as tx:
        assert received(tx) == first
        assert scans.all(tx) == (first,)
    assert first.state == "pending"


def test_the_same_bytes_dropped_anew_are_a_duplicate(book: Casebook) -> None:
    with book.writing("watch") as tx:
        first, second, third = (received(tx, name) for name in ("first", "second", "third"))
        assert (second.state, second.duplicate_of) == ("duplicate", first.id)
        assert (third.state, third.duplicate_of) == ("duplicate", first.id)
        assert scans.by_sha256(tx, SHA) == (first, second, third)


def test_a_quarantined_file_dropped_again_gets_another_try(book: Casebook) -> None:
    with book.writing("watch") as tx:
        scans.conclude(tx, received(tx).id, "quarantined", "it is encrypted")
        assert received(tx, "second").state == "pending"


def test_a_scan_is_concluded_once(book: Casebook) -> None:
    with book.writing("watch") as tx:
        scan = received(tx)
        found = [document(scan), document(scan, state="rejected")]
        concluded = scans.conclude(tx, scan.id, "waiting", "a document waits", found)
    with book.writing("watch") as tx:
        assert scans.conclude(tx, scan.id, "filed", None, [document(scan)]) == concluded
        assert documents.of_scan(tx, scan.id) == tuple(found)
        assert scans.get(tx, scan.id).state == "waiting"


def test_nothing_becomes_or_stops_being_a_duplicate_later(book: Casebook) -> None:
    with book.writing("watch") as tx:
        first, second = received(tx), received(tx, "second")
        with pytest.raises(NotAllowed):
            scans.set_state(tx, first.id, "duplicate")
        with pytest.raises(NotAllowed):
            scans.set_state(tx, second.id, "filed")


def test_a_name_that_is_not_utf8_is_kept_legible(book: Casebook) -> None:
    with book.writing("watch") as tx:
        name = os.fsdecode(b"re\xe7u.pdf")
        scan = scans.receive(tx, delivery="d", sha256=SHA, name=name, size=3)
    with book.reading() as tx:
        assert scans.get(tx, scan.id).name == "re\\xe7u.pdf"


def test_scans_are_listed_in_the_order_of_arrival_and_by_state(book: Casebook) -> None:
    with book.writing("watch") as tx:
        arrived = [received(tx, str(n), f"{n:064x}") for n in range(5)]
        scans.set_state(tx, arrived[3].id, "filed")
        assert [scan.id for scan in scans.all(tx)] == [scan.id for scan in arrived]
        assert [scan.id for scan in scans.all(tx, "filed")] == [arrived[3].id]


def test_a_copy_in_the_place_of_the_first_is_another_delivery(tmp_path: Path) -> None:
    original, inbox = tmp_path / "original.pdf", tmp_path / "inbox"
    original.write_bytes(b"a scan")
    inbox.mkdir()
    keys = []
    for _ in range(2):
        dropped = Path(shutil.copy2(original, inbox / "scan.pdf"))
        keys.append(delivery_key("scan.pdf", dropped.stat(), SHA))
        assert delivery_key("scan.pdf", dropped.stat(), SHA) == keys[-1]
        dropped.unlink()
    assert keys[0] != keys[1]


MOVES = st.lists(
    st.tuples(
        st.sampled_from(["drop", "again", "filed", "waiting", "quarantined"]),
        st.integers(0, 3),
    ),
    max_size=12,
)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(moves=MOVES)
def test_received_is_the_sum_of_all_states_at_every_moment(
    tmp_path_factory: pytest.TempPathFactory, moves: list[tuple[str, int]]
) -> None:
    path = tmp_path_factory.mktemp("book") / "casebook.sqlite"
    deliveries: list[str] = []
    with Casebook.open(str(path)) as book:
        for move, which in moves:
            with book.writing("watch") as tx:
                if move == "drop":
                    deliveries.append(f"delivery {len(deliveries)}")
                    received(tx, deliveries[-1], f"{which:064x}")
                elif move == "again" and deliveries:
                    received(tx, deliveries[which % len(deliveries)], "f" * 64)
                elif move in get_args(ScanState):
                    for scan in scans.all(tx, "pending")[which : which + 1]:
                        scans.conclude(tx, scan.id, move)  # type: ignore[arg-type]
            with book.reading() as tx:
                assert sum(scans.count_by_state(tx).values()) == len(deliveries)
                assert set(scans.count_by_state(tx)) == set(get_args(ScanState))
