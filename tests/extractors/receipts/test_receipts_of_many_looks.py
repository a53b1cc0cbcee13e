"""Whatever a receipt looks like, its values are found, and what is not there stays absent."""

from __future__ import annotations

import pytest

from casebook.records import FieldValue, LineItem
from extractors.options import ReadOptions
from tests.extractors.receipts import papers
from tests.extractors.receipts.reading import values

EXPECTED: dict[str, tuple[str, dict[str, FieldValue], set[str]]] = {
    "superbill": (
        papers.SUPERBILL,
        {
            "vendor_name": "PEAK MOTION CLINIC, PLLC",
            "vendor_address": "220 Harbor View Dr, Ste 4, Portland, OR 97201",
            "vendor_phone": "+15035550142",
            "vendor_tax_id": "93-1234567",
            "receipt_number": "SB-2207",
            "patient_name": "Maria T. Alvarez",
            "patient_dob": "1961-04-12",
            "member_id": "XQR449201",
            "service_dates": ("2026-03-14",),
            "total": "185.00",
            "amount_paid": "185.00",
            "balance_due": "0.00",
            "payment_method": "HSA card",
        },
        {"tax", "subtotal"},
    ),
    "statement": (
        papers.STATEMENT,
        {
            "patient_name": "Harold P. Jensen",
            "vendor_address": "14 Mill St, Dover, NH 03820",
            "document_date": "2026-05-31",
            "service_dates": ("2026-05-04", "2026-05-11", "2026-05-18"),
            "description": "Personal training, 60 min",
            "total": "240.00",
            "amount_paid": "160.00",
            "balance_due": "160.00",
        },
        {"receipt_number", "payment_date"},
    ),
    "card slip": (
        papers.CARD_SLIP,
        {"vendor_name": "IRON OAK FITNESS", "payment_date": "2026-06-03", "total": "95.00"},
        {"line_items", "description", "service_dates", "patient_name", "receipt_number"},
    ),
    "receipt book": (
        papers.RECEIPT_BOOK,
        {
            "patient_name": "Eleanor Vance",
            "receipt_number": "2214",
            "payment_date": "2026-06-09",
            "service_dates": ("2026-06-08",),
            "description": "Aquatic therapy session",
            "total": "75.00",
            "payment_method": "check",
        },
        {"vendor_name", "vendor_address", "line_items"},
    ),
    "gym": (
        papers.GYM,
        {
            "vendor_name": "COREFIT GYM",
            "patient_name": "Jean-Luc Delacroix",
            "receipt_number": "99812",
            "document_date": "2026-07-01",
            "subtotal": "64.00",
            "tax": "5.29",
            "total": "69.29",
            "payment_method": "Mastercard",
        },
        {"service_dates", "payment_date"},
    ),
    "labelled": (
        papers.LABELLED,
        {
            "receipt_number": "R-2026-0088",
            "patient_name": "Oluwaseun Adeyemi",
            "service_dates": ("2026-03-03", "2026-03-10", "2026-03-17"),
            "document_date": "2026-04-02",
            "payment_date": "2026-03-31",
            "description": "Supervised clinical exercise, 45 minutes",
            "total": "270.00",
            "payment_method": "FSA debit card",
        },
        {"line_items"},
    ),
    "parent pays": (
        papers.PARENT_PAYS,
        {
            "patient_name": "Milo Whitlock",
            "vendor_address": "902 Orchard Rd, Boise, ID 83702",
            "service_dates": ("2026-05-05", "2026-05-19"),
            "subtotal": "237.50",
            "total": "213.75",
            "amount_paid": "113.75",
            "balance_due": "0.00",
        },
        {"tax"},
    ),
    "package": (
        papers.PACKAGE,
        {
            "receipt_number": "04588",
            "payment_date": "2025-11-29",
            "description": "10-session personal training package",
            "total": "750.00",
            "payment_method": "Visa",
        },
        {"service_dates"},
    ),
    "column totals": (
        papers.COLUMN_TOTALS,
        {"total": "115.00", "amount_paid": "90.00", "balance_due": "25.00"},
        {"receipt_number", "payment_date"},
    ),
    "letter": (
        papers.LETTER,
        {
            "patient_name": "Samuel Okafor",
            "service_dates": ("2026-06-03", "2026-06-10", "2026-06-17"),
            "payment_date": "2026-06-17",
            "document_date": "2026-06-30",
            "total": "195.00",
        },
        {"line_items"},
    ),
}


@pytest.mark.parametrize("look", EXPECTED)
def test_values_are_found_and_nothing_is_invented(look: str) -> None:
    drawing, expected, absent = EXPECTED[look]
    found = values(drawing)
    assert {name: found.get(name) for name in expected} == expected
    assert not absent & found.keys()


def test_a_tills_slip_has_one_day_and_it_is_the_day_of_payment() -> None:
    found = values(papers.TILL)
    assert found["payment_date"] == "2025-12-24"
    assert "service_dates" not in found
    items = found["line_items"]
    assert isinstance(items, tuple)
    assert [item.amount for item in items if isinstance(item, LineItem)] == [
        "24.99",
        "19.99",
        "9.00",
    ]


def test_a_rounded_total_is_the_total_and_day_first_dates_are_read() -> None:
    found = values(papers.ROUNDED, ReadOptions(date_order="DMY"))
    assert found["total"] == "8.50"
    assert found["vendor_name"] == "SIN SENG TRADING SDN BHD"
    assert found["payment_date"] == "2018-02-05"


def test_item_descriptions_go_on_in_the_next_row() -> None:
    items = values(papers.PARENT_PAYS)["line_items"]
    assert isinstance(items, tuple)
    assert isinstance(items[1], LineItem)
    assert items[1].description == "Gait training with treadmill"
    assert (items[1].quantity, items[1].unit_price) == (1.5, "95.00")
