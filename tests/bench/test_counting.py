"""The bench's own counting: what is right, lost, accepted though wrong, and what ends how."""

from __future__ import annotations

import os
import time
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from bench.counting import interval
from bench.engine_paths import found
from bench.naive import naive
from bench.reading_set import Document, Read, shared
from bench.real_receipts import RealReceipt, amount, day_first, judged, matches, values
from bench.report.goals import GOALS, Goal
from bench.tally import Tally
from bench.workers import Ended, run


def _document(**truth: Any) -> Document:
    whole = {"file": "a.pdf", "kind": "receipt", "fields": {}, "page_range": None, **truth}
    return Document(Path("a.pdf"), whole)


def _line(kind: str = "receipt", **fields: tuple[object, bool]) -> dict[str, Any]:
    return {
        "status": "read",
        "kind": {"value": kind},
        "fields": {
            name: {"value": value, "confidence": 0.9, "accepted": sure}
            for name, (value, sure) in fields.items()
        },
    }


def _condition(text: str, accepted: bool = True, **labels: str) -> dict[str, Any]:
    return {"text": text, "confidence": 0.9, "accepted": accepted, **labels}


def _tallied(document: Document, *lines: dict[str, Any]) -> Tally:
    tally = Tally()
    for read in shared([document], Ended("done", 1.0, list(lines))):
        tally.add(read)
    return tally


def test_a_wrong_accepted_value_is_an_accepted_error_and_covers_nothing() -> None:
    document = _document(fields={"total": "90.00", "subtotal": "80.00"})
    tally = _tallied(document, _line(total=("99.00", True), subtotal=("80.00", True)))
    assert (tally.accepted, tally.accepted_wrong, tally.coverage) == (2, 1, 0.5)
    assert tally.all_fields.f1 == pytest.approx(0.5)


def test_a_field_that_is_not_on_the_paper_is_an_error_when_it_is_accepted() -> None:
    tally = _tallied(_document(absent=["tax"]), _line(tax=("1.00", True)))
    assert (tally.accepted_wrong, tally.all_fields.surplus) == (1, 1)


def test_nobody_answering_and_quarantine_are_lost_unless_the_paper_is_no_document() -> None:
    tally = Tally()
    tally.add(Read(_document(), None, (), 1.0, "hung"))
    quarantined = {**_line("other"), "status": "quarantined"}
    tally.add(Read(_document(), quarantined, (), 1.0))
    tally.add(Read(_document(kind="other"), quarantined, (), 1.0))
    assert (tally.documents, tally.lost) == (3, 2)


def test_lines_go_to_the_documents_on_their_pages() -> None:
    first, second = _document(page_range=[1, 2]), _document(page_range=[3, 3])
    lines = [{**_line(), "page_range": [3, 3]}, {**_line(), "page_range": [1, 1]}]
    reads = shared([first, second], Ended("done", 2.0, lines))
    assert [r.reading["page_range"] for r in reads if r.reading] == [[1, 1], [3, 3]]
    cut = shared([first], Ended("done", 2.0, [*lines[1:], {**_line(), "page_range": [2, 2]}]))
    assert cut[0].surplus and cut[0].reading is not None


def test_conditions_of_others_read_as_the_patients_are_counted() -> None:
    truth = [
        {"text": "gout", "code": None},
        {"text": "stroke", "code": None, "experiencer": "family"},
        {"text": "asthma", "code": None, "assertion": "negated"},
    ]
    document = _document(kind="referral", diagnoses=truth, must_not=["stroke", "asthma"])
    said = [_condition("gout"), _condition("stroke"), _condition("asthma", assertion="negated")]
    tally = _tallied(document, {**_line("referral"), "diagnoses": said})
    assert (tally.must_not, tally.must_not_accepted, tally.accepted_wrong) == (1, 1, 1)
    assert (tally.labels_there, tally.labels_seen, tally.labels_right) == (2, 2, 1)
    assert tally.axes["assertion"].f1 == 1 and tally.axes["experiencer"].recall == 0


def test_a_condition_put_away_as_denied_is_an_accepted_error() -> None:
    document = _document(kind="referral", diagnoses=[{"text": "gout", "code": None}])
    said = [_condition("gout", assertion="negated")]
    tally = _tallied(document, {**_line("referral"), "diagnoses": said})
    assert (tally.diagnoses.missing, tally.accepted_wrong) == (1, 1)


def test_the_interval_of_no_errors_is_not_nothing() -> None:
    low, high = interval(0, 470)
    assert (low, high) == pytest.approx((0.0, 0.0081), abs=1e-4)
    assert interval(0, 0) == (0.0, 1.0)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("25/12/2018", "2018-12-25"),
        ("02-03-18", "2018-03-02"),
        ("18 JUN 2018", "2018-06-18"),
        ("2018-06-18", "2018-06-18"),
        ("31/02/2018", None),
        ("", None),
    ],
)
def test_dates_of_real_receipts_stand_day_first(text: str, day: str | None) -> None:
    assert day_first(text) == day


def test_totals_carry_their_currency() -> None:
    assert amount("RM 1,240.00") == amount("$1240") == Decimal("1240.00")
    assert amount("none") is None


_REAL = RealReceipt(
    Path("0.jpg"), "MR. D. I. Y. (M) SDN BHD", "2018-03-02", "LOT 1851-A", Decimal("71.90"), ()
)


def test_a_vendor_is_right_when_its_letters_are() -> None:
    assert matches("vendor", _REAL, "Mr D.I.Y. (M) Sdn Bhd")
    assert not matches("vendor", _REAL, "SDN BHD")
    assert not matches("vendor", _REAL, "MR. D. I. Y. (M) SDN BHD, LOT 1851-A, JALAN KPB 6")


def test_the_receipts_date_is_the_day_of_payment_first() -> None:
    line = _line(document_date=("2018-03-09", True), payment_date=("2018-03-02", False))
    assert values(line)["date"]["value"] == "2018-03-02"
    assert [(name, sure, good) for name, _, sure, good in judged(_REAL, line)] == [
        ("payment_date", False, True),
        ("document_date", True, False),
    ]
    assert values(_line(service_dates=(["2018-03-02"], True)))["date"]["value"] == "2018-03-02"
    assert "date" not in values(_line(service_dates=(["2018-03-02", "2018-03-05"], True)))


def test_words_are_found_as_often_as_they_stand_there() -> None:
    assert found(["two two one"], "Two, one") == (2, 3)


def test_the_naive_reader_takes_the_first_that_fits() -> None:
    line = naive("Alder Fitness\nReceipt #A-100\nDate: 6/7/2026\nTotal $1,240.00\n")
    got = {name: field["value"] for name, field in line["fields"].items()}
    assert line["kind"]["value"] == "receipt"
    assert got["vendor_name"] == "Alder Fitness" and got["total"] == "1240.00"
    assert got["document_date"] == "2026-06-07"
    day_first_line = naive("Receipt\nDate: 6/7/2026", "DMY")
    assert day_first_line["fields"]["document_date"]["value"] == "2026-07-06"


def test_a_goal_that_was_not_measured_is_not_met() -> None:
    goal = Goal("x", "x", "≤", 0.0)
    assert goal.met({}) is None and goal.cells({})[2] == "not measured"
    assert goal.met({"x": 0.0}) is True and goal.met({"x": 0.1}) is False


def test_a_goal_may_have_to_beat_the_baseline() -> None:
    goal = Goal("x", "x", "≥", 0.9, beside=("base", "base"), beats=True)
    assert goal.met({"x": 0.95, "base": 0.97}) is False
    assert goal.met({"x": 0.95, "base": 0.94}) is True


def test_every_goal_has_a_figure_of_its_own() -> None:
    assert len({goal.key for goal in GOALS}) == len(GOALS)


def _half(number: int) -> int:
    if number == 3:
        os._exit(1)
    if number == 5:
        time.sleep(60)
    return number // 2


def test_one_that_dies_or_hangs_does_not_stop_the_others() -> None:
    ends = run(_half, [2, 3, 4, 5, 6], "halves", jobs=2, limit=2.0)
    assert [end.ending for end in ends] == ["done", "died", "done", "hung", "done"]
    assert [end.result for end in ends] == [1, None, 2, None, 3]
