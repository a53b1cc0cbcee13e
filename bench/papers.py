"""python -m bench.papers: papers of 100 clients in one run, beside one LibreOffice call each.

Prints seconds a document both ways, measured in the same run, and their ratio.
Single calls are timed on a few documents only: they take seconds each.
"""

from __future__ import annotations

import os
import sys
import time
from datetime import date, timedelta
from decimal import Decimal

from casebook.records import (
    Address,
    Case,
    Client,
    Measurement,
    Period,
    Provider,
    Session,
    Studio,
)
from templates.paper import Paper
from templates.papers import lmn_request, progress_report, studio_receipt
from templates.pdf import convert
from templates.readback import missing

CLIENTS, SINGLE = 100, 6
TODAY = date(2026, 11, 20)
_PLACE = Address(street="1420 Juniper Street", city="Fern Hollow", state="OR", postal_code="97326")
_STUDIO = Studio(
    name="Alder & Stone Medical Fitness",
    address=_PLACE,
    phone="+15415550138",
    professional="Jordan Avery",
    professional_credentials="MS, ACSM-CEP",
)
_PHYSICIAN = Provider(id="provider_1", name="Harriet L. Osei", credentials="MD", address=_PLACE)


def main() -> int:
    """Prints one line a figure; exits with 1 when a value cannot be read back."""
    started = time.monotonic()
    papers = [paper for number in range(CLIENTS) for paper in papers_of(number)]
    filled = time.monotonic() - started
    print(f"filled in: {len(papers)} papers of {CLIENTS} clients, {filled:.1f} s")  # noqa: T201
    processes = os.cpu_count() or 1
    started = time.monotonic()
    pdfs = convert(papers, processes=processes)
    together = (time.monotonic() - started) / len(papers)
    started = time.monotonic()
    for paper in papers[:SINGLE]:
        convert([paper])
    alone = (time.monotonic() - started) / SINGLE
    lost = sum(len(missing(pdfs[paper.name], paper.values)) for paper in papers)
    print(f"one run, {processes} processes: {together:.3f} s a document")  # noqa: T201
    print(f"one call each ({SINGLE} documents): {alone:.3f} s a document")  # noqa: T201
    print(f"ratio: {alone / together:.1f}; texts not read back: {lost}")  # noqa: T201
    return 1 if lost else 0


def papers_of(number: int) -> tuple[Paper, ...]:
    """Three papers of one made-up client: request, report, receipt."""
    case = _case(number)
    period = Period(start=TODAY - timedelta(days=60), end=TODAY)
    made = (
        lmn_request(case, _PHYSICIAN, _STUDIO, TODAY, f"lmn_{number:03}"),
        progress_report(case, period, _STUDIO, TODAY),
        studio_receipt(case, period, _STUDIO, TODAY, f"R-{number:03}"),
    )
    return tuple(p.model_copy(update={"name": f"{number:03}-{p.name}"}) for p in made)


def _case(number: int) -> Case:
    client = Client(id=f"client_{number}", name=f"Dana Whitfield {number}", dob=date(1968, 3, 14))
    days = [TODAY - timedelta(days=4 * n + 1) for n in range(8)]
    return Case(
        client=client,
        sessions=tuple(
            Session(
                id=f"session_{number}_{n}",
                client_id=client.id,
                date=day,
                minutes=60,
                status="attended",
                description="One-on-one supervised exercise",
                charge=Decimal("124.00"),
            )
            for n, day in enumerate(reversed(days))
        ),
        measurements=tuple(
            Measurement(
                id=f"{key}_{number}_{n}",
                client_id=client.id,
                measure=key,
                value=value + n * step,
                unit=unit,
                date=days[-1] + timedelta(days=12 * n),
            )
            for key, value, step, unit in (
                ("six_minute_walk", Decimal(412), Decimal(20), "m"),
                ("nprs", Decimal(6), Decimal(-1), "points"),
            )
            for n in range(3)
        ),
    )


if __name__ == "__main__":
    sys.exit(main())
