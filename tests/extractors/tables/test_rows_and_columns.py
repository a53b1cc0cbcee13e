"""Rows are put together again, headings are found, and cells stand under the right one."""

from __future__ import annotations

from extractors.tables import Phrasebook, find_headings, rows_of
from tests.extractors.pages_of import Put, page_of, typed

BOOK = Phrasebook(
    {
        "date": ["date of service"],
        "charged": ["amount charged", "charge"],
        "paid": ["plan paid"],
        "share": ["your share"],
    }
)


def test_cells_at_one_height_make_a_row() -> None:
    page = page_of([Put(72, 100, "TOWEL SVC"), Put(300, 102, "11.52"), Put(72, 114, "TOTAL")])
    assert [row.text for row in rows_of([page])] == ["TOWEL SVC\t11.52", "TOTAL"]


def test_a_slanting_row_holds_together_by_its_neighbours() -> None:
    puts = [Put(60 + 100 * i, 100 + 3 * i, f"{i}.00") for i in range(5)]
    puts += [Put(60 + 100 * i, 114 + 3 * i, f"1{i}.00") for i in range(5)]
    texts = [row.text for row in rows_of([page_of(puts)])]
    assert texts == ["0.00\t1.00\t2.00\t3.00\t4.00", "10.00\t11.00\t12.00\t13.00\t14.00"]


def test_a_heading_set_in_two_rows_is_joined() -> None:
    page = typed("""
        Date of     Amount      Plan      Your
        service     charged     paid      share
        03/05/26    130.00      84.00     21.00
    """)
    (heading,) = find_headings(rows_of([page]), BOOK)
    assert [column.name for column in heading.columns] == ["date", "charged", "paid", "share"]
    assert (heading.first, heading.last) == (0, 1)


def test_numbers_flush_right_stand_under_their_heading() -> None:
    page = page_of(
        [
            Put(50, 100, "Date of service"),
            Put(200, 100, "Charge"),
            Put(300, 100, "Plan paid"),
            Put(215, 114, "5.00"),
            Put(330, 114, "2.00"),
        ]
    )
    rows = rows_of([page])
    (heading,) = find_headings(rows, BOOK)
    names = [heading.column_of(cell.words).name for cell in rows[1].cells]
    assert names == ["charged", "paid"]


def test_prose_is_no_heading() -> None:
    page = typed("""
        Your share of the charge is shown below, and the plan paid the rest to the studio.
    """)
    assert find_headings(rows_of([page]), BOOK) == ()
