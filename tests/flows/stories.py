"""A story of the samples in a casebook, as a perfect reader would have read its papers."""

from __future__ import annotations

from casebook.records import Client
from casebook.store import attendance, clients, documents, goals, ids, measurements, scans
from flows.workroom import Workroom
from samples import FOLDER, stories
from tests.samples import perfect


def enter(room: Workroom, client: Client) -> None:
    """The client with everything that the story knows, the papers' scans in the archive."""
    with room.casebook.writing("test") as tx:
        clients.add(tx, client)
        for document in perfect.documents(client):
            data = (FOLDER / "scans" / document.reading.file).read_bytes()
            sha256 = room.archive.put(data)
            scan = scans.receive(
                tx, delivery=ids.new("d"), sha256=sha256, name=document.reading.file, size=len(data)
            )
            entered = document.model_copy(
                update={"id": ids.new("doc"), "scan_id": scan.id, "sha256": sha256}
            )
            documents.add(tx, entered)
            scans.set_state(tx, scan.id, "filed")
        for package in stories.PACKAGES:
            if package.client_id == client.id:
                attendance.add_package(tx, package)
        for session in stories.SESSIONS:
            if session.client_id == client.id:
                attendance.add_session(tx, session)
        for measurement in stories.MEASUREMENTS:
            if measurement.client_id == client.id:
                measurements.add(tx, measurement)
        for goal in stories.GOALS:
            if goal.client_id == client.id:
                goals.add(tx, goal)
