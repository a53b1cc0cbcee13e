"""The clients and measures that lists in tests are about."""

from __future__ import annotations

from datetime import date

from casebook.importing import Imported, KnownMeasure
from tests.casebook.builders import client

DANA = client(id="1001")
FATHER = client(name="Robert Kim", dob=date(1951, 5, 5))
SON = client(name="Robert Kim", dob=date(1983, 2, 1))
CLIENTS = (DANA, FATHER, SON)
MEASURES = (
    KnownMeasure("six_minute_walk", "6-minute walk", "m"),
    KnownMeasure("systolic_bp", "Systolic blood pressure", "mmHg"),
    KnownMeasure("diastolic_bp", "Diastolic blood pressure", "mmHg"),
)


def said(imported: Imported[object]) -> list[tuple[int, str]]:
    """Where the problems are."""
    return [(problem.row, problem.column) for problem in imported.problems]
