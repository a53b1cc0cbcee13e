"""Marcus Oyelaran-Smith's proofs of payment: a photographed invoice, a till roll, a card slip."""

from __future__ import annotations

from samples.drawing import damage, files
from samples.drawing.receipts import invoice, slip
from samples.stories.people import STUDIO


def invoice_photo() -> bytes:
    """The studio's invoice on the kitchen table, photographed with a telephone."""
    paper = invoice(
        STUDIO,
        [("Invoice no.", "AS-2026-0466"), ("Invoice date", "09/30/2026")],
        [("Client", "Marcus Oyelaran-Smith"), ("Date of birth", "11/02/1979")],
        [
            ("09/22/2026", "Supervised exercise session, 60 min", "$95.00"),
            ("09/29/2026", "Supervised exercise session, 60 min", "$95.00"),
        ],
        [
            ("Subtotal", "$190.00"),
            ("Tax", "$0.00"),
            ("Total", "$190.00"),
            ("Paid by Mastercard on 10/02/2026", "$190.00"),
            ("Balance due", "$0.00"),
        ],
        "Payment is due by 10/15/2026. Thank you for training with us.",
    )
    page = damage.rendered(paper.finished(), 230)
    half = page[: int(page.shape[0] * 0.62)]
    return files.jpeg(damage.photographed(half, 22, size=(2200, 1800), tilt=0.04), 74, 72)


def thermal_receipt() -> bytes:
    """The front desk's till receipt, pale."""
    page = damage.rendered(
        slip(
            [
                "*ALDER & STONE",
                "^MEDICAL FITNESS",
                "^1420 Juniper Street, Suite 3",
                "^Fern Hollow, OR 97326",
                "^(541) 555-0138",
                "-",
                "Receipt no.|T-7731",
                "10/06/2026|6:04 PM",
                "Cashier|KIT",
                "-",
                "1 EXERCISE SESSION 60|95.00",
                "1 RESISTANCE BAND MED|12.50",
                "-",
                "SUBTOTAL|107.50",
                "TAX|0.00",
                "TOTAL|107.50",
                "CASH TENDERED|120.00",
                "CHANGE|12.50",
                "-",
                "^NO REFUNDS ON OPENED ITEMS",
                "^THANK YOU",
            ]
        ).finished(),
        230,
    )
    return files.png(damage.thermal(page, 23, fade=0.3), 230)


def card_slip() -> bytes:
    """A card terminal's slip: a payment, no service, no patient."""
    page = damage.rendered(
        slip(
            [
                "*ALDER & STONE FITNESS",
                "^1420 JUNIPER ST STE 3",
                "^FERN HOLLOW OR 97326",
                "",
                "TERMINAL ID:|00417722",
                "MERCHANT ID:|884120093317",
                "",
                "*VISA SALE",
                "CARD: ************4417|CHIP",
                "",
                "DATE: 10/13/2026|18:11:52",
                "BATCH: 000318|TRACE: 002041",
                "RRN: 628700417731",
                "AUTH CODE:|04417B",
                "",
                "TOTAL|USD$95.00",
                "",
                "*APPROVED",
                "^AID A0000000031010",
                "^CUSTOMER COPY",
                "^PLEASE RETAIN FOR YOUR RECORDS",
            ],
            font="mono",
            size=8.8,
        ).finished(),
        230,
    )
    return files.jpeg(damage.thermal(page, 24, fade=0.15), 78, 230, gray=True)
