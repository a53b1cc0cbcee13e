"""A receipt's "no" is only used unseen where the missing point cannot have been overlooked."""

from __future__ import annotations

import pytest

from casebook.records import FieldReading, FieldValue
from extractors.substantiating import substantiation
from tests.extractors.pages_of import typed

HEAD = """
    Balance Point Studio
    12 Main Street, Oakhaven, IL 60611
"""
FOUND: dict[str, FieldValue] = {
    "vendor_name": "Balance Point Studio",
    "vendor_address": "12 Main Street, Oakhaven, IL 60611",
    "description": "Training",
    "total": "90.00",
    "payment_date": "2026-10-03",
}


def judged(lines: str, **more: FieldValue) -> FieldReading:
    fields = {
        name: FieldReading(value=value, confidence=0.99, accepted=True)
        for name, value in {**FOUND, **more}.items()
    }
    return substantiation(fields, frozenset(), (typed(HEAD + lines),))[0]


def test_a_till_slip_whose_only_day_is_the_payments_is_refused_unseen() -> None:
    found = judged("    10/03/2026 14:22   TOTAL 90.00\n", patient_name="Dana Whitfield")
    assert (found.value, found.accepted) == (False, True)


@pytest.mark.parametrize(
    "line",
    [
        "    Booked slot: Oct 1, 2026       90.00\n",  # a day that no field took
        "    Session on 10/03/2026          90.00\n",  # the day of payment, but of service as well
    ],
)
def test_a_day_that_may_be_of_service_is_left_to_a_person(line: str) -> None:
    found = judged(line, patient_name="Dana Whitfield")
    assert (found.value, found.accepted) == (False, False)


def test_whom_it_was_for_may_stand_behind_a_word_nobody_read() -> None:
    days = {"service_dates": ("2026-10-03",)}
    assert judged("    Customer  D. Wh1tf.eld\n", **days).accepted is False
    assert judged("    10/03/2026  TOTAL 90.00\n", **days).accepted is True


def test_a_mark_that_refuses_needs_nothing_else() -> None:
    fields = {"total": FieldReading(value="90.00", confidence=0.99, accepted=True)}
    page = typed("    SALE   10/03/2026   VISA ****1111\n")
    found, _ = substantiation(fields, frozenset({"card_slip"}), (page,))
    assert (found.value, found.accepted) == (False, True)
