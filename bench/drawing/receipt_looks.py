"""Receipts of many looks: invoices, statements, package receipts, till slips, card slips."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from random import Random
from typing import Any

from bench.drawing import more_receipts
from bench.drawing.paper import Paper
from bench.drawing.receipts import RETAIL, SERVICES, TOTALS, Bill
from bench.drawing.sheet import families


def invoice(random: Random) -> Paper:
    """Sessions in a table: date, service, quantity, rate, amount in a random selection and order."""
    b = Bill(random)
    s = b.sheet
    b.head()
    title = b.pick(
        "INVOICE",
        "Invoice",
        "Receipt",
        "Itemized Receipt",
        "Statement of Services",
        "Itemized Statement",
        "RECEIPT",
    )
    s.say(title, s.size * 1.35, True, b.pick("left", "right", "center"), after=4)
    s.say(b.number())
    s.say(
        b.pick("Date: {}", "Invoice date: {}", "Date issued {}", "Issued: {}").format(
            b.shown(b.day)
        )
    )
    b.fields["document_date"] = b.day.isoformat()
    if b.may(0.4):
        s.say(b.pick("Due date: {}", "Payment due {}").format(b.shown(b.day + timedelta(days=14))))
    client = b.client()
    if client:
        s.say(client, bold=b.may(0.3))
    s.gap(8)
    days = b.facts.days(
        random.randrange(1, 8), b.day - timedelta(days=32), b.day - timedelta(days=1)
    )
    service, rate = random.choice(SERVICES), b.price(60, 160)
    rows: list[list[str]] = []
    items: list[dict[str, Any]] = []
    for day in days:
        if b.may(0.12):
            service, rate = random.choice(SERVICES), b.price(60, 160)
        items.append({"description": service, "date": day.isoformat(), "amount": str(rate)})
        rows.append([b.shown(day), service, "1", b.money(rate), b.money(rate)])
    columns = random.choice([(0, 1, 2, 3, 4), (0, 1, 4), (1, 0, 4), (0, 1, 2, 4), (1, 0, 2, 3, 4)])
    heads = [
        b.pick("Date", "Service date", "Date of service", "DOS"),
        b.pick("Description", "Service", "Item", "Services rendered"),
        b.pick("Qty", "Units", "Quantity"),
        b.pick("Rate", "Unit price", "Price", "Fee"),
        b.pick("Amount", "Total", "Charge", "Line total"),
    ]
    widths = {0: 88.0, 1: 190.0, 2: 45.0, 3: 70.0, 4: 80.0}
    cells = [[row[c] for c in columns] for row in [heads, *rows]]
    rights = tuple(i for i, c in enumerate(columns) if c in (3, 4))
    s.table(
        cells,
        [widths[c] for c in columns],
        right=rights,
        bold_head=True,
        grid=b.may(0.35),
        shade=b.may(0.4),
        size=s.size * 0.92,
    )
    total = sum((Decimal(i["amount"]) for i in items), Decimal("0.00"))
    s.gap(5)
    sums: list[list[str]] = []
    if b.may(0.4):
        sums.append(["Subtotal", b.money(total)])
        b.fields["subtotal"] = str(total)
        sums.append([b.pick("Tax", "Sales tax (0%)"), b.money(Decimal("0.00"))])
        b.fields["tax"] = "0.00"
    sums.append([random.choice(TOTALS), b.money(total)])
    paid = b.may(0.5)
    if paid:
        sums.append(
            [b.pick("Amount paid", "Paid", "Payments received", "Less payments"), b.money(total)]
        )
        sums.append(
            [b.pick("Balance due", "Balance", "Amount outstanding"), b.money(Decimal("0.00"))]
        )
        b.fields |= {"amount_paid": str(total), "balance_due": "0.00"}
    s.table(sums, [120, 90], right=(0, 1), align="RIGHT")
    b.fields |= {
        "service_dates": [d.isoformat() for d in days],
        "line_items": items,
        "total": str(total),
    }
    if len({i["description"] for i in items}) == 1:
        b.fields["description"] = service
    s.gap(8)
    if paid:
        b.pay(total, b.day)
    else:
        b.absent += ["payment_date", "payment_method"]
    s.say(
        b.pick(
            "",
            "Thank you!",
            f"A late fee of {b.money(Decimal('20.00'))} applies after 30 days.",
            "24-hour cancellation policy applies.",
        ),
        s.size * 0.8,
    )
    return b.finish("invoice")


def listed(random: Random) -> Paper:
    """One service on a list of days, in a sentence or on one line."""
    b = Bill(random)
    s = b.sheet
    b.head()
    s.say(
        b.pick(
            "Receipt", "Receipt for services", "Payment receipt", "Receipt of services rendered"
        ),
        s.size * 1.3,
        True,
        after=6,
    )
    s.say(b.number())
    client = b.client()
    if client:
        s.say(client)
    count = random.randrange(1, 6)
    days = b.facts.days(count, b.day - timedelta(days=28), b.day)
    rate, service = b.price(60, 150), random.choice(SERVICES)
    if b.may(0.4) and days[0].month == days[-1].month:
        shown = ", ".join(f"{d.month}/{d.day}" for d in days) + f"/{days[-1].year}"
    else:
        shown = b.pick(", ", "; ").join(b.shown(d) for d in days)
    s.say(f"{b.pick('Service', 'Description', 'For', 'Description of service')}: {service}")
    s.say(
        f"{b.pick('Dates of service', 'Date(s) of service', 'Service dates', 'Sessions attended')}: {shown}"
    )
    total = rate * count
    if b.may(0.5):
        s.say(f"{count} {'session' if count == 1 else 'sessions'} at {b.money(rate)} each")
    s.say(
        f"{b.pick('Amount charged', 'Total', 'Total paid', 'Amount')}: {b.money(total)}", bold=True
    )
    b.fields |= {
        "service_dates": [d.isoformat() for d in days],
        "description": service,
        "total": str(total),
    }
    b.pay(total, b.day)
    return b.finish("listed")


def package(random: Random) -> Paper:
    """A prepaid package: no date of service anywhere."""
    b = Bill(random)
    s = b.sheet
    b.head()
    s.say(
        b.pick("Receipt", "SALES RECEIPT", "Payment receipt", "Purchase confirmation"),
        s.size * 1.3,
        True,
        after=6,
    )
    s.say(b.number())
    client = b.client()
    if client:
        s.say(client)
    count, rate = random.choice([5, 6, 8, 10, 12, 20]), b.price(60, 120)
    total = rate * count
    name = b.pick(
        "{}-session training package",
        "Package of {} sessions",
        "{} x 60 min training sessions (prepaid)",
        "{}-pack personal training",
    ).format(count)
    s.gap(8)
    s.table(
        [[b.pick("Item", "Description", "Package"), "Amount"], [name, b.money(total)]],
        [280, 90],
        right=(1,),
        bold_head=True,
    )
    s.say(
        b.pick(
            "",
            f"Expires {b.shown(b.day + timedelta(days=180))}",
            f"Valid until {b.shown(b.day + timedelta(days=365))}",
            "Sessions must be used within 6 months.",
        ),
        s.size * 0.85,
    )
    s.table(
        [
            [random.choice(TOTALS[:3]), b.money(total)],
            ["Paid", b.money(total)],
            ["Balance", b.money(Decimal("0.00"))],
        ],
        [120, 90],
        right=(0, 1),
        align="RIGHT",
    )
    b.fields |= {
        "description": name,
        "line_items": [{"description": name, "amount": str(total)}],
        "total": str(total),
        "amount_paid": str(total),
        "balance_due": "0.00",
    }
    b.absent.append("service_dates")
    b.pay(total, b.day)
    return b.finish("package")


def till(random: Random) -> Paper:
    """A narrow slip of a till with tax, tendered and change."""
    b = Bill(random, 226, 480)
    b.dollar = b.pick("", "", "$")
    s = b.sheet
    s.font = random.choice([f for f in families() if "Mono" in f])
    s.size = random.uniform(7.2, 8.4)
    b.head(0.95, "center")
    s.say(f"{b.shown(b.day)} {random.randrange(7, 21):02}:{random.randrange(60):02}")
    b.fields["payment_date"] = b.day.isoformat()
    s.say(b.number())
    if b.may(0.3):
        s.say(b.client(1.0))
    lines = [
        (item, b.price(200, 6000, 1) / 100)
        for item in random.sample(RETAIL, random.randrange(1, 5))
    ]
    lines = [(item, amount.quantize(Decimal("0.01"))) for item, amount in lines]
    subtotal = sum((a for _, a in lines), Decimal("0.00"))
    tax = (subtotal * Decimal("0.0825")).quantize(Decimal("0.01"))
    total = subtotal + tax
    s.table([[i, b.money(a)] for i, a in lines], [130, 64], right=(1,), pad=1)
    tender = Decimal(int(total) // 20 * 20 + 20).quantize(Decimal("0.01"))
    cash = b.may(0.5)
    rows = [
        [b.pick("SUBTOTAL", "Sub-total", "Subtotal"), b.money(subtotal)],
        [b.pick("TAX", "Sales tax", "TAX 8.25%"), b.money(tax)],
        [b.pick("TOTAL", "Total", "AMOUNT DUE"), b.money(total)],
    ]
    rows += (
        [["CASH", b.money(tender)], ["CHANGE", b.money(tender - total)]]
        if cash
        else [[b.pick("VISA", "MASTERCARD"), b.money(total)]]
    )
    s.table(rows, [130, 64], right=(1,), pad=1)
    s.say(b.pick("THANK YOU", "PLEASE COME AGAIN", "NO REFUNDS ON OPENED ITEMS"), align="center")
    b.fields |= {
        "subtotal": str(subtotal),
        "tax": str(tax),
        "total": str(total),
        "line_items": [{"description": i, "amount": str(a)} for i, a in lines],
        "payment_method": "Cash" if cash else rows[-1][0].capitalize(),
    }
    b.absent += ["service_dates"] + ([] if "patient_name" in b.fields else ["patient_name"])
    return b.finish("till")


def card_slip(random: Random) -> Paper:
    """A terminal's slip: merchant, card, amount, approval; nothing about a service."""
    b = Bill(random, 226, 400)
    s = b.sheet
    s.font = random.choice([f for f in families() if "Mono" in f])
    s.size = 8
    b.head(0.7, "center")
    s.say(b.pick("SALE", "PURCHASE", "CREDIT CARD SALE"), align="center", bold=True)
    s.say(f"{b.shown(b.day)}  {random.randrange(7, 21):02}:{random.randrange(60):02}:11")
    method = b.pick("VISA", "MASTERCARD", "AMEX")
    total = b.price(40, 400)
    s.say(
        f"{method}  XXXX XXXX XXXX {b.facts.code('####')}\nENTRY: {b.pick('CHIP', 'CONTACTLESS')}\nAUTH {b.facts.code('######')}\nTERMINAL {b.facts.code('########')}"
    )
    s.gap(4)
    s.say(f"{b.pick('AMOUNT', 'TOTAL')}   {b.money(total)}", bold=True)
    s.say("APPROVED\nCUSTOMER COPY", align="center")
    b.fields |= {"payment_date": b.day.isoformat(), "total": str(total)}
    b.absent += ["service_dates", "patient_name", "line_items"]
    return b.finish("card_slip")


LOOKS = (invoice, invoice, listed, package, till, card_slip, *more_receipts.LOOKS)
