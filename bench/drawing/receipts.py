"""What every drawn receipt has: a vendor, a client, a number, a payment."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from random import Random
from typing import Any

from bench.drawing.facts import DATE_STYLES, PHONE_STYLES, STUDIOS, Facts, telephone, written
from bench.drawing.paper import Paper
from bench.drawing.sheet import Sheet, families

SERVICES = "Medical exercise session, 60 min|1:1 Therapeutic training|Personal training - 45 minutes|Corrective exercise (30 min)|Post-rehab strength session|Balance and fall prevention training|Small group training|Exercise physiology session|Functional assessment|Cardiac exercise session|Supervised strength training 55min".split(
    "|"
)
RETAIL = "FOAM ROLLER|WATER 500ML|PROTEIN BAR|YOGA MAT|RESISTANCE BAND|DAY PASS|TOWEL RENTAL|SHAKER CUP|KINESIO TAPE|LOCKER FEE".split(
    "|"
)
METHODS = "Visa|Mastercard|American Express|Discover|Cash|Check|ACH|HSA card|Debit".split("|")
NUMBER_LABELS = "Invoice #|Invoice No.|Receipt No.|Receipt #|Invoice number:|Statement #|Inv. No.|Ref #|Order #".split(
    "|"
)
TOTALS = (
    "Total|TOTAL|Total due|Amount due|Grand total|Invoice total|Total charges|Total amount".split(
        "|"
    )
)


class Bill:
    """One receipt being drawn."""

    def __init__(self, random: Random, width: float = 612, height: float = 792) -> None:
        self.r = random
        self.facts = Facts(random)
        self.sheet = Sheet(
            random,
            random.choice(families()),
            random.uniform(9, 11.5),
            width,
            height,
            margin=random.uniform(42, 75) if width > 400 else 14,
        )
        self.vendor = self.facts.place(STUDIOS)
        self.person = self.facts.person()
        self.day = self.facts.day(date(2025, 6, 1), date(2026, 11, 1))
        self.style = random.choice(DATE_STYLES)
        self.phone_style = random.choice(PHONE_STYLES)
        self.dollar = random.choice(["$", "$", "", "USD "])
        self.fields: dict[str, Any] = {"vendor_name": self.vendor.name}
        self.absent: list[str] = []

    def may(self, chance: float) -> bool:
        return self.r.random() < chance

    def pick(self, *choices: str) -> str:
        return self.r.choice(choices)

    def shown(self, day: date) -> str:
        return written(day, self.style)

    def money(self, amount: Decimal) -> str:
        return f"{self.dollar}{amount:,.2f}"

    def price(self, low: int, high: int, step: int = 5) -> Decimal:
        return Decimal(self.r.randrange(low, high, step)).quantize(Decimal("0.01"))

    def head(self, address_chance: float = 0.88, align: str = "") -> None:
        s, v = self.sheet, self.vendor
        align = align or self.pick("left", "center", "right")
        s.say(v.name, s.size * self.r.uniform(1.25, 1.8), True, align)
        if self.may(0.15):
            s.say(
                self.pick("Move better. Live longer.", "Strength for life", "Exercise is medicine"),
                s.size * 0.8,
                align=align,
            )
        if self.may(address_chance):
            s.say(
                self.pick(f"{v.street}\n{v.town}", f"{v.address}", f"{v.street} · {v.town}"),
                s.size * 0.85,
                align=align,
            )
            self.fields["vendor_address"] = v.address
        else:
            self.absent.append("vendor_address")
        if self.may(0.85):
            s.say(
                self.pick("{}", "Tel {}", "Phone: {}", "Ph {}", "T: {}").format(
                    telephone(v.phone, self.phone_style)
                ),
                s.size * 0.85,
                align=align,
            )
            self.fields["vendor_phone"] = v.phone
        else:
            self.absent.append("vendor_phone")
        if self.may(0.3):
            ein = self.facts.code("##-#######")
            s.say(
                self.pick("EIN {}", "Tax ID: {}", "Federal Tax ID {}", "TIN: {}").format(ein),
                s.size * 0.85,
                align=align,
            )
            self.fields["vendor_tax_id"] = ein
        s.gap(8)

    def client(self, chance: float = 0.93) -> str:
        """The client's line; empty where the receipt names nobody."""
        if not self.may(chance):
            self.absent.append("patient_name")
            return ""
        p = self.person
        shown = p.name if self.may(0.75) else f"{p.family}, {p.given} {p.middle}".strip()
        self.fields["patient_name"] = p.name
        label = self.pick(
            "Client",
            "Patient",
            "Bill to",
            "Billed to",
            "Client name",
            "Member",
            "Sold to",
            "Customer",
            "Services for",
            "Patient name",
        )
        return f"{label}: {shown}"

    def number(self) -> str:
        number = self.facts.code(
            self.pick("####", "INV-#####", "20##-###", "@-####", "######", "R#####")
        )
        self.fields["receipt_number"] = number
        return f"{self.r.choice(NUMBER_LABELS)} {number}"

    def pay(self, total: Decimal, day: date | None) -> None:
        method = self.r.choice(METHODS)
        shown = (
            method
            if method in ("Cash", "Check", "ACH") or self.may(0.5)
            else f"{method} ending {self.facts.code('####')}"
        )
        text = self.pick(
            "Paid by {m}", "Payment method: {m}", "Payment: {m}", "Paid with {m}"
        ).format(m=shown)
        self.fields["payment_method"] = method
        if day is not None and self.may(0.7):
            text += self.pick("   Payment date: {}", " on {}", "   Date paid {}").format(
                self.shown(day)
            )
            self.fields["payment_date"] = day.isoformat()
        else:
            self.absent.append("payment_date")
        self.sheet.say(text)

    def finish(self, layout: str) -> Paper:
        five = ("patient_name", "vendor_name", "vendor_address", "service_dates", "total")
        self.fields["substantiates"] = all(f in self.fields for f in five) and layout != "card_slip"
        return Paper("receipt", layout, self.sheet.pdf(), self.fields, absent=self.absent)
