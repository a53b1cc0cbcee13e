"""The year of docs/twelve-months.md, lived through in a casebook: papers are filed as they come,
packets are built with their PDFs, the denial is answered; every line is the page's, to the cent.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from casebook.records import Document, Period
from casebook.store import attendance, clients, documents, ids, packets, scans
from flows.denials import all_denials, draft_corrected
from flows.packets import make_packet
from flows.workroom import Workroom
from samples import FOLDER
from samples.twelve_months import case
from samples.twelve_months.told import CORRECTED_ON, QUARTERS, Told, year
from templates.exhibit_pages import page_count
from tests.flows.papers import pdf


@pytest.fixture
def lived(room: Workroom) -> Workroom:
    """The client and her attendance; no paper has come yet."""
    (room.settings.home / "studio.toml").write_bytes((FOLDER / "studio.toml").read_bytes())
    known = case()
    with room.casebook.writing("test") as tx:
        clients.add(tx, known.client)
        for package in known.packages:
            attendance.add_package(tx, package)
        for session in known.sessions:
            attendance.add_session(tx, session)
    return room


def file_until(room: Workroom, day: date, filed: set[str]) -> None:
    """Files the papers that have come by this day, each with a page of its own in the archive."""
    for document in case().documents:
        if document.id in filed or (document.day("document_date") or day) > day:
            continue
        filed.add(document.id)
        _file(room, document)


def _file(room: Workroom, document: Document) -> None:
    page = pdf([document.kind, *(f"{k}: {v.value}" for k, v in document.reading.fields.items())])
    sha256 = room.archive.put(page)
    with room.casebook.writing("test") as tx:
        scan = scans.receive(
            tx, delivery=ids.new("d"), sha256=sha256, name=document.reading.file, size=len(page)
        )
        documents.add(tx, document.model_copy(update={"scan_id": scan.id, "sha256": sha256}))
        scans.set_state(tx, scan.id, "filed")


def lines(room: Workroom, packet_id: str) -> list[tuple[date, Decimal]]:
    """A packet's claim lines as the casebook keeps them."""
    with room.casebook.reading() as tx:
        claim = packets.claim_of(tx, packet_id)
    assert claim is not None
    return [(line.date_of_service, line.amount) for line in claim.lines]


def of_the_page(told: Told) -> list[tuple[date, Decimal]]:
    return [(line.date_of_service, line.amount) for line in told.claim.lines]


def test_the_year_in_a_casebook_is_the_pages_to_the_cent(lived: Workroom) -> None:
    told = {one.key: one for one in year()}
    filed: set[str] = set()
    totals = {}
    for key, _, start, end, made_on in QUARTERS:
        file_until(lived, made_on, filed)
        built = make_packet(
            lived.casebook,
            lived.archive,
            case().client.id,
            "fsa",
            Period(start=start, end=end),
            lived.settings,
            made_on,
            "test",
        )
        assert lines(lived, built.packet.id) == of_the_page(told[key])
        assert page_count((built.folder / "packet.pdf").read_bytes()) >= 3
        totals[key] = built.packet.total
        if key == "first":
            file_until(lived, CORRECTED_ON, filed)
            with lived.casebook.reading() as tx:
                [denial] = all_denials(tx, lived.settings, CORRECTED_ON)
            again = draft_corrected(
                lived.casebook, lived.archive, denial, lived.settings, CORRECTED_ON, "test"
            )
            assert again.packet.status == "ready"
            assert lines(lived, again.packet.id) == of_the_page(told["corrected"])
    assert totals == {
        "first": Decimal("675.00"),
        "second": Decimal("724.99"),
        "third": Decimal("673.33"),
        "fourth": Decimal("638.99"),
    }
    assert len(filed) == len(case().documents)
