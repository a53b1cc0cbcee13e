"""Further receipts: a booking system's e-mail, a ledger with a running balance, a receipt pad,
a benefits card's slip that names the sale."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from random import Random

from bench.drawing.paper import Paper
from bench.drawing.receipts import SERVICES, Bill


def booking(random: Random) -> Paper:
    """What an on-line booking system sends when a session was paid."""
    b = Bill(random)
    s, total = b.sheet, b.price(55, 180)
    day = b.day - timedelta(days=random.randrange(0, 6))
    service = random.choice(SERVICES)
    s.say(b.vendor.name, s.size * 1.6, True, after=6)
    s.say(b.pick("Your receipt", "Payment received", "Thanks for your payment!"), s.size * 1.3)
    client = b.person.name
    b.fields["patient_name"] = client
    s.gap(6)
    s.say(f"{b.pick('Client', 'Customer', 'Booked for')}: {client}")
    s.say(b.number())
    s.gap(6)
    s.say(f"{service}", bold=True)
    s.say(f"{b.pick('Session on', 'Appointment:', 'Attended')} {b.shown(day)}", after=6)
    s.table([[service, b.money(total)], ["Total", b.money(total)]], [260, 90], right=(1,))
    s.gap(6)
    b.pay(total, b.day)
    s.gap(14)
    s.say(f"{b.vendor.street}, {b.vendor.town}", s.size * 0.8)
    b.fields |= {
        "vendor_address": b.vendor.address,
        "service_dates": [day.isoformat()],
        "description": service,
        "line_items": [
            {"description": service, "date": day.isoformat(), "amount": str(total)},
        ],
        "total": str(total),
    }
    b.absent += ["vendor_phone", "vendor_tax_id"]
    return b.finish("booking")


def ledger(random: Random) -> Paper:
    """An account statement: charges and a payment in columns, the balance running beside."""
    b = Bill(random)
    s = b.sheet
    b.head()
    s.say(b.pick("Account statement", "Statement of account", "Client ledger"), s.size * 1.3, True)
    s.say(f"{b.pick('Statement date', 'As of', 'Prepared')}: {b.shown(b.day)}")
    b.fields["document_date"] = b.day.isoformat()
    client = b.client(1.0)
    s.say(client, after=8)
    days = b.facts.days(
        random.randrange(2, 6), b.day - timedelta(days=40), b.day - timedelta(days=3)
    )
    service, rate = random.choice(SERVICES), b.price(60, 150)
    heads = [["Date", b.pick("Description", "Activity"), "Charge", "Payment", "Balance"]]
    balance, rows = Decimal("0.00"), []
    for day in days:
        balance += rate
        rows.append([b.shown(day), service, b.money(rate), "", b.money(balance)])
    paid = balance
    rows.append(
        [
            b.shown(b.day),
            b.pick("Payment - thank you", "Card payment"),
            "",
            b.money(paid),
            b.money(Decimal("0.00")),
        ]
    )
    s.table(
        heads + rows,
        [85, 180, 70, 70, 70],
        right=(2, 3, 4),
        bold_head=True,
        grid=b.may(0.5),
        size=s.size * 0.88,
    )
    s.gap(6)
    sums = [
        [b.pick("Total charges", "Charges this period"), b.money(balance)],
        [b.pick("Payments", "Total payments"), b.money(paid)],
        [b.pick("Balance due", "Amount owed"), b.money(Decimal("0.00"))],
    ]
    s.table(sums, [140, 90], right=(0, 1), align="RIGHT")
    b.fields |= {
        "service_dates": [day.isoformat() for day in days],
        "description": service,
        "total": str(balance),
        "amount_paid": str(paid),
        "balance_due": "0.00",
    }
    return b.finish("ledger")


def pad(random: Random) -> Paper:
    """A form from a receipt pad, filled in by typewriter: received from, the sum of, for."""
    b = Bill(random, 480, 300)
    s, total = b.sheet, b.price(60, 300)
    day = b.day - timedelta(days=random.randrange(0, 4))
    service = random.choice(SERVICES)
    s.say(b.vendor.name, s.size * 1.25, True)
    s.say(b.vendor.address, s.size * 0.85, after=4)
    s.say(f"RECEIPT      {b.number()}", bold=True)
    s.pair("Date", b.shown(b.day))
    s.pair("Received from", b.person.name)
    s.pair("The sum of", b.money(total))
    s.pair("For", f"{service}, {b.shown(day)}")
    b.fields |= {
        "vendor_address": b.vendor.address,
        "patient_name": b.person.name,
        "payment_date": b.day.isoformat(),
        "service_dates": [day.isoformat()],
        "description": service,
        "total": str(total),
    }
    b.absent += ["vendor_phone", "vendor_tax_id"]
    return b.finish("pad")


def benefit_card(random: Random) -> Paper:
    """A card terminal's slip of a health account's card, with the sale and a tip line left open."""
    b = Bill(random, 230, 480)
    s, total = b.sheet, b.price(50, 260)
    b.head(align="center")
    s.say(
        f"{b.pick('SALE', 'PURCHASE')}   {b.shown(b.day)} {random.randrange(8, 20):02}:{random.randrange(60):02}"
    )
    s.say(
        f"{b.pick('HSA VISA', 'FSA MASTERCARD', 'HSA DEBIT')}  ************{b.facts.code('####')}"
    )
    s.say(f"APPR CODE {b.facts.code('######')}\nREF {b.facts.code('########')}")
    s.gap(4)
    s.say(f"{b.pick('AMOUNT', 'SALE AMOUNT', 'TOTAL')}  {b.money(total)}", bold=True)
    s.say(b.pick("TIP ________", "", "NO SIGNATURE REQUIRED"))
    s.say(b.pick("APPROVED - THANK YOU", "MERCHANT COPY", "CARDHOLDER COPY"), align="center")
    b.fields |= {"payment_date": b.day.isoformat(), "total": str(total)}
    b.absent += ["service_dates", "patient_name", "line_items"]
    return b.finish("card_slip")


LOOKS = (booking, ledger, pad, benefit_card)
