"""Files as they were dropped, and how far each has come.

received = filed + waiting + duplicate + quarantined + pending, at every
moment: a scan is in exactly one state from the transaction that records it.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from typing import get_args

from sqlalchemy import func, insert, select, update

from casebook.records import Document, Scan, ScanState
from casebook.store import documents, ids
from casebook.store.errors import NotAllowed
from casebook.store.tables import scans as table
from casebook.store.unit import UnitOfWork


def delivery_key(path_in_inbox: str, stat: os.stat_result, sha256: str) -> str:
    """What tells one drop from the next: one file, at one place, since one moment.

    After a crash the same file is found in the inbox again and must not count
    twice; the same bytes dropped again must. A copy may keep its time of
    modification and get the inode that the first one left, but not the time
    of change, which the kernel sets.
    """
    parts = (path_in_inbox, stat.st_ino, stat.st_ctime_ns, stat.st_mtime_ns, sha256)
    text = "\n".join(str(part) for part in parts)
    return hashlib.sha256(text.encode("utf-8", "surrogateescape")).hexdigest()


def receive(tx: UnitOfWork, *, delivery: str, sha256: str, name: str, size: int) -> Scan:
    """Records a file that lies in the archive. `size` in bytes, `name` as the person called it.

    The same delivery again gives back the scan recorded before. The same
    bytes in another delivery become a `duplicate` of the first scan; unless
    that ended in quarantine: dropping it again asks for another try.
    """
    known = tx.find(table, Scan, table.c.delivery == delivery)
    if known:
        return known[0]
    original = next(
        (scan for scan in by_sha256(tx, sha256) if scan.state not in {"duplicate", "quarantined"}),
        None,
    )
    scan = Scan(
        id=ids.new("scan"),
        sha256=sha256,
        # A name that is not UTF-8 arrives with lone surrogates, which no database takes.
        name=os.fsencode(name).decode("utf-8", "backslashreplace").replace("\0", ""),
        size=size,
        received_at=tx.now(),
        state="duplicate" if original else "pending",
        reason="The same file was received before." if original else None,
        duplicate_of=original.id if original else None,
    )
    tx.change(
        insert(table).values(**scan.model_dump(), delivery=delivery),
        "scan.receive",
        scan.id,
        scan.state,
    )
    return scan


def conclude(
    tx: UnitOfWork,
    scan_id: str,
    state: ScanState,
    reason: str | None = None,
    found: Sequence[Document] = (),
) -> Scan:
    """Ends a scan's reading: enters the documents found in it and sets its state, once.

    A scan that is no longer pending was concluded by somebody else, or before
    a crash: it is given back as it is and nothing is entered twice.
    """
    scan = get(tx, scan_id)
    if scan.state != "pending":
        return scan
    for document in found:
        documents.add(tx, document)
    return set_state(tx, scan_id, state, reason)


def set_state(tx: UnitOfWork, scan_id: str, state: ScanState, reason: str | None = None) -> Scan:
    """Moves a scan on. `reason` is a plain sentence for people, quoting nothing of the document.

    Raises NotFound; NotAllowed for a move from or to `duplicate`, which is
    settled when a scan is received.
    """
    scan = get(tx, scan_id)
    if (scan.state == "duplicate") != (state == "duplicate"):
        raise NotAllowed(
            f"Scan {scan_id} is {scan.state} and cannot become {state}.",
            "Whether a scan is a duplicate is settled when it arrives.",
        )
    if (scan.state, scan.reason) == (state, reason):
        return scan
    tx.change(
        update(table).where(table.c.id == scan_id).values(state=state, reason=reason),
        "scan.state",
        scan_id,
        state,
    )
    return get(tx, scan_id)


def get(tx: UnitOfWork, scan_id: str) -> Scan:
    """The scan with this id; raises NotFound."""
    return tx.get(table, Scan, "scan", scan_id)


def all(tx: UnitOfWork, state: ScanState | None = None) -> tuple[Scan, ...]:
    """Every scan, or those in one state, in the order in which they arrived."""
    return tx.find(table, Scan, *([] if state is None else [table.c.state == state]))


def by_sha256(tx: UnitOfWork, sha256: str) -> tuple[Scan, ...]:
    """The scans of these bytes, the first one first."""
    return tx.find(table, Scan, table.c.sha256 == sha256)


def count_by_state(tx: UnitOfWork) -> dict[ScanState, int]:
    """How many scans are in each state, zeros included; they sum to all received."""
    counts: dict[ScanState, int] = dict.fromkeys(get_args(ScanState), 0)
    for row in tx.rows(select(table.c.state, func.count().label("n")).group_by(table.c.state)):
        counts[row["state"]] = row["n"]
    return counts
