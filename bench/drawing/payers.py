"""Payers' papers: explanation of benefits, denial, authorization."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from random import Random

from bench.drawing.facts import DATE_STYLES, PAYERS, Facts, written
from bench.drawing.paper import Paper
from bench.drawing.sheet import Sheet, families

CODES = "CO-50 CO-96 CO-29 CO-16 CO-11 PR-1 PR-2 PR-3 CO-45 CO-197 PR-204 OA-18".split()
REASONS = "The service is not medically necessary under the terms of your plan.|The documentation submitted does not show a date of service.|The expense was incurred outside your coverage period.|A letter of medical necessity was not received.|The claim was received after the filing deadline.|Exercise programs are excluded from coverage.|The receipt does not itemize the services rendered.".split(
    "|"
)


class Notice:
    """One payer's paper being drawn."""

    def __init__(self, random: Random) -> None:
        self.r = random
        self.facts = Facts(random)
        self.sheet = Sheet(
            random,
            random.choice(families()),
            random.uniform(9.2, 11.2),
            margin=random.uniform(45, 75),
        )
        self.payer = self.facts.place(PAYERS)
        self.person = self.facts.person()
        self.day = self.facts.day(date(2025, 8, 1), date(2026, 11, 5))
        self.style = random.choice(DATE_STYLES)
        self.sheet.say(
            self.payer.name,
            self.sheet.size * random.uniform(1.3, 1.8),
            True,
            self.pick("left", "center"),
        )
        if random.random() < 0.5:
            self.sheet.say(self.payer.address, self.sheet.size * 0.8)
        self.sheet.gap(10)
        self.fields: dict[str, object] = {
            "payer_name": self.payer.name,
            "document_date": self.day.isoformat(),
            "patient_name": self.person.name,
        }

    def pick(self, *choices: str) -> str:
        return self.r.choice(choices)

    def shown(self, day: date) -> str:
        return written(day, self.style)

    def member(self) -> str:
        number = self.facts.code(self.pick("@#########", "@@@########", "#########-##"))
        self.fields["member_id"] = number
        return number

    def claim(self) -> str:
        number = self.facts.code(self.pick("##########", "@########", "20##########", "CLM-######"))
        self.fields["claim_number"] = number
        return number

    def services(self, count: int) -> list[date]:
        days = self.facts.days(count, self.day - timedelta(days=70), self.day - timedelta(days=12))
        self.fields["service_dates"] = [d.isoformat() for d in days]
        return days


def eob(random: Random) -> Paper:
    n = Notice(random)
    s = n.sheet
    s.say(
        n.pick(
            "Explanation of Benefits",
            "EXPLANATION OF BENEFITS (EOB)",
            "Your Explanation of Benefits",
        ),
        s.size * 1.2,
        True,
    )
    s.say(n.pick("THIS IS NOT A BILL", "This is not a bill.", ""), after=6)
    rows = [
        (n.pick("Statement date", "Date", "Date processed", "Issue date"), n.shown(n.day)),
        (n.pick("Patient", "Patient name", "Member", "For services provided to"), n.person.name),
        (n.pick("Member ID", "ID number", "Subscriber ID"), n.member()),
        (n.pick("Claim number", "Claim #", "Claim no."), n.claim()),
    ]
    for label, value in rows:
        s.pair(label + n.pick(":", ":", ""), value, 130)
    s.gap(8)
    heads = [
        n.pick("Date of service", "Service date", "DOS"),
        n.pick("Billed", "Amount billed", "Provider charges"),
        n.pick("Allowed", "Allowed amount", "Plan allowance"),
        n.pick("Plan paid", "Paid by plan", "We paid"),
        n.pick("You owe", "Your responsibility", "Patient responsibility", "You may owe"),
        n.pick("Code", "Reason", "Remark"),
    ]
    body, sums, codes = [], [Decimal("0.00")] * 4, []
    for day in n.services(random.randrange(1, 5)):
        billed = Decimal(random.randrange(60, 200, 5)).quantize(Decimal("0.01"))
        allowed = (billed * random.choice([0, 0, 50, 75, 80]) / 100).quantize(Decimal("0.01"))
        paid = (allowed * random.choice([0, 80, 100]) / 100).quantize(Decimal("0.01"))
        code = random.choice(CODES)
        amounts = [billed, allowed, paid, billed - paid]
        sums = [a + b for a, b in zip(sums, amounts, strict=True)]
        codes.append(code)
        body.append([n.shown(day), *(f"${a:,.2f}" for a in amounts), code])
    total = [n.pick("Total", "Totals", "Claim total"), *(f"${a:,.2f}" for a in sums), ""]
    s.table(
        [heads, *body, total],
        [82, 80, 80, 78, 98, 60],
        right=(1, 2, 3, 4),
        bold_head=True,
        bold_last=n.r.random() < 0.6,
        grid=n.r.random() < 0.4,
        size=s.size * 0.85,
    )
    s.gap(8)
    s.say(
        n.pick(
            "You have the right to appeal within 180 days.",
            "Deductible met to date: $350.00 of $1,500.00.",
            "",
        ),
        s.size * 0.85,
    )
    n.fields |= {
        "billed": str(sums[0]),
        "allowed": str(sums[1]),
        "plan_paid": str(sums[2]),
        "patient_responsibility": str(sums[3]),
        "reason_codes": list(dict.fromkeys(codes)),
    }
    return Paper("eob", "eob", s.pdf(), dict(n.fields))


def denial(random: Random) -> Paper:
    n = Notice(random)
    s = n.sheet
    s.say(n.shown(n.day), after=8)
    s.say(f"{n.person.name}\n{random.randrange(10, 900)} Elm St\nOakhaven, IL 60611", after=8)
    s.say(
        n.pick(
            "Notice of Denial",
            "Re: Denial of your claim",
            "Adverse Benefit Determination",
            "Claim denial notice",
            "",
        ),
        bold=True,
        after=4,
    )
    amount = Decimal(random.randrange(80, 900, 5)).quantize(Decimal("0.01"))
    shown = n.pick(", ", " and ", "; ").join(n.shown(d) for d in n.services(random.randrange(1, 3)))
    for text in (
        f"{n.pick('Claim number', 'Claim', 'Claim #')}: {n.claim()}",
        f"{n.pick('Date(s) of service', 'Service dates', 'Dates of service')}: {shown}",
        f"{n.pick('Amount denied', 'Denied amount', 'Amount not approved')}: ${amount:,.2f}",
    ):
        s.say(text)
    if random.random() < 0.5:
        s.say(f"{n.pick('Member ID', 'ID')}: {n.member()}")
    s.gap(8)
    reason = random.choice(REASONS)
    lead = n.pick(
        "We are unable to reimburse this claim.",
        "Your claim has been denied.",
        "After review we have denied the request listed above.",
        "We regret that we cannot approve this expense.",
    )
    s.say(f"Dear {n.pick('Member', 'Participant')},", after=5)
    if random.random() < 0.5:
        s.say(f"{lead} {n.pick('Reason', 'Reason for denial', 'Explanation')}: {reason}", after=6)
    else:
        s.say(f"{lead} {reason}", after=6)
    absent = []
    if random.random() < 0.4:
        deadline = n.day + timedelta(days=random.choice([30, 60, 180]))
        s.say(
            n.pick(
                "You may appeal until {}.",
                "Appeals must be received by {}.",
                "Your appeal deadline is {}.",
            ).format(n.shown(deadline))
        )
        n.fields["appeal_deadline"] = deadline.isoformat()
    else:
        s.say("You may appeal this decision within 180 days of receiving this letter.")
        absent.append("appeal_deadline")
    n.fields |= {"denied_amount": str(amount), "reason": reason}
    return Paper("denial", "denial", s.pdf(), dict(n.fields), absent=absent)


def authorization(random: Random) -> Paper:
    n = Notice(random)
    s = n.sheet
    s.say(
        n.pick(
            "Prior Authorization Approval",
            "Notice of Authorization",
            "Authorization for Services",
            "Pre-certification approval",
        ),
        s.size * 1.2,
        True,
        after=6,
    )
    number = n.facts.code(n.pick("AUTH######", "##########", "PA-#######"))
    start = n.day + timedelta(days=random.randrange(0, 8))
    end = start + timedelta(days=random.choice([59, 89, 180]))
    units = str(random.choice([8, 12, 16, 24, 36]))
    rows = [
        (n.pick("Date", "Notice date"), n.shown(n.day)),
        (n.pick("Member", "Patient", "Member name"), n.person.name),
        ("Member ID", n.member()),
        (n.pick("Authorization number", "Authorization #", "Auth no.", "Reference number"), number),
        (n.pick("Approved units", "Units approved", "Visits approved", "Number of visits"), units),
    ]
    for label, value in rows:
        s.pair(label + ":", value, 140)
    if random.random() < 0.5:
        s.pair(
            n.pick("Effective dates:", "Valid:", "Approved period:"),
            f"{n.shown(start)} {n.pick('to', '-', 'through')} {n.shown(end)}",
            140,
        )
    else:
        s.pair(n.pick("Start date:", "Effective date:", "From:"), n.shown(start), 140)
        s.pair(n.pick("End date:", "Expiration date:", "Through:"), n.shown(end), 140)
    n.fields |= {
        "authorization_number": number,
        "approved_units": units,
        "start_date": start.isoformat(),
        "end_date": end.isoformat(),
    }
    return Paper("authorization", "authorization", s.pdf(), dict(n.fields))


LOOKS = (eob, denial, authorization)
