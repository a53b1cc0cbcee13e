"""The year of docs/twelve-months.md, against figures that were worked out by hand.

Nothing here asks a rule: days and cents are written down as one would on paper.
"""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from samples.twelve_months import BAD, SINGLES, case
from samples.twelve_months.told import Told, page, year

DAYS = (2, 5, 8, 11, 14, 17, 20, 23, 26, 28)
LEFT_OUT = {
    (1, 2),  # before the first letter of January 6
    (1, 5),
    (3, 14),  # missed
    (6, 20),  # missed
    (7, 2),  # between June 30 and July 13 no letter covers
    (7, 5),
    (7, 8),
    (7, 11),
    (10, 8),  # missed
    (11, 14),  # card slip
    (11, 17),
    (12, 8),  # payment on account
    (12, 11),
    (12, 14),  # names nobody
    (12, 26),  # cancelled
}
SEPTEMBER = (
    # The third package began on August 20 with 26.66, 26.67, 26.67, 26.66; September goes on
    # in the same run of three, which starts over with its sixth session.
    "26.67 26.67 26.66 26.67 26.67 26.66 26.67 26.67 26.66 26.67"
).split()
OCTOBER = (
    # 800.00 - 373.33 = 426.67 over the sixteen sessions that are left: 26.666875 each. Running
    # totals, cut to the cent: 26.66 53.33 80.00 106.66 133.33 160.00 186.66 213.33 240.00 266.66
    "26.66 26.67 26.67 26.66 26.67 26.67 26.66 26.67 26.67 26.66"
).split()


def by_hand(month: int, day: int) -> Decimal:
    """What the session of this day is worth."""
    if month <= 4:
        return Decimal("25.00")  # 1,000.00 / 40
    if (month, day) == (5, 2):
        return Decimal("24.99")  # 899.99 / 36 = 24.9997…: the cent is missing at the first
    if month <= 7 or (month == 8 and day <= 17):
        return Decimal("25.00")
    if month == 8:
        return Decimal({20: "26.66", 23: "26.67", 26: "26.67", 28: "26.66"}[day])
    if month == 9:
        return Decimal(SEPTEMBER[DAYS.index(day)])
    if month == 10:
        return Decimal(OCTOBER[DAYS.index(day)])
    return Decimal("28.50")


def quarter(first: int) -> list[tuple[str, Decimal]]:
    return [
        (f"2026-{month:02}-{day:02}", by_hand(month, day))
        for month in range(first, first + 3)
        for day in DAYS
        if (month, day) not in LEFT_OUT
    ]


def lines(told: Told) -> list[tuple[str, Decimal]]:
    return [(line.date_of_service.isoformat(), line.amount) for line in told.claim.lines]


def test_the_year_is_as_large_as_it_says() -> None:
    known = case()
    assert len(known.sessions) == 120
    assert len(known.packages) == 3
    assert len(known.of_kind("lmn")) == 2
    assert len(known.of_kind("receipt")) == 14
    assert len(BAD) == 3 and set(BAD) <= set(SINGLES)
    assert len(known.of_kind("denial")) == 1


def test_every_line_is_worth_what_it_is_by_hand() -> None:
    first, corrected, second, third, fourth = year()
    assert lines(first) == quarter(1)
    assert lines(second) == quarter(4)
    assert lines(third) == quarter(7)
    assert lines(fourth) == quarter(10)
    refused = [(f"2026-02-{day:02}", Decimal("25.00")) for day in (2, 5, 8)]
    assert lines(corrected) == refused


def test_the_totals_are_equal_to_the_cent() -> None:
    """27 x 25.00; 3 x 25.00; 10 x 25.00 + 24.99 + 18 x 25.00; 12 x 25.00 + 106.66 + 266.67;
    266.66 - 26.67 + 14 x 28.50."""
    totals = [told.claim.total for told in year()]
    assert totals == [Decimal(t) for t in ("675.00", "75.00", "724.99", "673.33", "638.99")]
    assert sum(totals) - totals[1] == Decimal("2712.31")


def test_what_is_left_out_is_left_out_once_and_with_its_reason() -> None:
    found = {
        (one.date_of_service.month, one.date_of_service.day): one.rule_id
        for told in year()
        if told.key != "corrected"
        for one in told.claim.exclusions
        if one.date_of_service
    }
    assert set(found) == LEFT_OUT
    assert found[(7, 8)] == found[(1, 2)] == "lmn.window"
    assert found[(3, 14)] == found[(12, 26)] == "claim.attended"
    assert found[(11, 14)] == found[(12, 8)] == found[(12, 14)] == "claim.receipt"


def test_the_page_says_what_the_program_says() -> None:
    written = Path(__file__).parents[2] / "docs" / "twelve-months.md"
    assert written.read_text(encoding="utf-8") == page(year())
