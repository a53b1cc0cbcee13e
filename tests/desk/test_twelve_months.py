"""The year of docs/twelve-months.md, lived through by the commands that people type.

A casebook on SQLite; papers are filed as they come; `lint` before and `packet` with its PDFs at the
end of every quarter, `denials draft --corrected` for what was refused, `coverage` over the year.
Every line is the page's own, to the cent.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from casebook.records import Document
from casebook.store import Casebook, attendance, clients, documents, ids, packets, scans
from flows.denials import all_denials
from flows.settings import load
from flows.workroom import Workroom, workroom
from samples import FOLDER
from samples.twelve_months import case
from samples.twelve_months.told import CORRECTED_ON, QUARTERS
from templates.exhibit_pages import page_count
from tests.flows.papers import pdf

Here = Callable[..., tuple[int, str, str]]
Lines = list[tuple[date, Decimal]]
PAGE = FOLDER.parent / "docs" / "twelve-months.md"
CLIENT = case().client
LAST_DAY = QUARTERS[-1][-1]


@pytest.fixture
def room(home: Path) -> Workroom:
    """The client and her attendance; no paper has come yet."""
    known = case()
    with workroom(load(home=home), "test") as opened:
        (home / "studio.toml").write_bytes((FOLDER / "studio.toml").read_bytes())
        with opened.casebook.writing("test") as tx:
            clients.add(tx, known.client)
            for package in known.packages:
                attendance.add_package(tx, package)
            for session in known.sessions:
                attendance.add_session(tx, session)
        return opened


def file_until(room: Workroom, day: date, filed: set[str]) -> None:
    """Files the papers that have come by this day, each with a page of its own in the archive."""
    for document in case().documents:
        if document.id in filed or (document.day("document_date") or day) > day:
            continue
        filed.add(document.id)
        with Casebook.open(room.settings.casebook) as casebook:
            _file(casebook, room, document)


def _file(casebook: Casebook, room: Workroom, document: Document) -> None:
    page = pdf([document.kind, *(f"{k}: {v.value}" for k, v in document.reading.fields.items())])
    sha256 = room.archive.put(page)
    with casebook.writing("test") as tx:
        scan = scans.receive(
            tx, delivery=ids.new("d"), sha256=sha256, name=document.reading.file, size=len(page)
        )
        documents.add(tx, document.model_copy(update={"scan_id": scan.id, "sha256": sha256}))
        scans.set_state(tx, scan.id, "filed")


def of_the_page() -> dict[str, Lines]:
    """The claim lines as docs/twelve-months.md prints them, by the heading of their claim."""
    told: dict[str, Lines] = {}
    for part in PAGE.read_text(encoding="utf-8").split("\n## ")[1:]:
        title, _, rest = part.partition("\n")
        rows = re.findall(r"^\| (\w+ \d+, \d{4}) \| \$([\d.,]+) \|", rest, re.MULTILINE)
        told[title] = [
            (datetime.strptime(on, "%B %d, %Y").date(), Decimal(amount.replace(",", "")))
            for on, amount in rows
        ]
    return told


def newest(room: Workroom) -> tuple[Lines, Path]:
    """The newest packet's claim lines as the casebook keeps them, and its PDF."""
    with Casebook.open(room.settings.casebook) as casebook, casebook.reading() as tx:
        packet = packets.of_client(tx, CLIENT.id)[-1]
        claim = packets.claim_of(tx, packet.id)
    assert claim is not None and packet.status == "ready"
    lines = [(line.date_of_service, line.amount) for line in claim.lines]
    return lines, Path(room.settings.outbox) / packet.folder / "packet.pdf"


def test_the_year_by_the_commands_is_the_pages_to_the_cent(here: Here, room: Workroom) -> None:
    page, filed = of_the_page(), set[str]()
    for key, months, start, end, made_on in QUARTERS:
        file_until(room, made_on, filed)
        title = f"Claim for {months}"
        total = sum(amount for _, amount in page[title])
        told = f"${total:,.2f} in {len(page[title])} lines"
        asked = (CLIENT.id, "--account", "fsa", "--from", start, "--to", end, "--today", made_on)
        asked_as = tuple(str(each) for each in asked)
        assert here("lint", *asked_as)[1].startswith(f"ready: {told}")
        status, out, err = here("packet", *asked_as)
        assert status == 0, err
        assert f"${total:,.2f}" in out
        lines, finished = newest(room)
        assert lines == page[title]
        assert page_count(finished.read_bytes()) >= 3
        if key == "first":
            file_until(room, CORRECTED_ON, filed)
            with Casebook.open(room.settings.casebook) as casebook, casebook.reading() as tx:
                [denial] = all_denials(tx, room.settings, CORRECTED_ON)
            day = CORRECTED_ON.isoformat()
            status, out, err = here(
                "denials", "draft", denial.document.id, "--corrected", "--today", day
            )
            assert status == 0 and "ready: $75.00" in out, err
            assert newest(room)[0] == page["Corrected claim for February"]
    assert len(filed) == len(case().documents)

    year = ("--from", "2026-01-01", "--to", "2026-12-31", "--today", str(LAST_DAY))
    status, out, _ = here("coverage", CLIENT.id, "--account", "fsa", *year)
    assert status == 0
    # 120 less two days before the first letter, four between the two, four that were not attended.
    assert "110 of 120 sessions on covered days" in out
    gap = next(line for line in out.splitlines() if "2026-07-01" in line)
    assert gap.split() == ["2026-07-01", "2026-07-12", "4"], "between the two letters"
