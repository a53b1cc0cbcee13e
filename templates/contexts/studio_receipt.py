"""The receipt that the studio itself issues for a period, session by session.

It shows all five points that substantiate an expense: patient, provider's name
and address, dates of service, description, amount charged. It names no
diagnosis, and it lists what was rendered, not what was paid in advance.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from casebook.records import Case, Period, Record, SessionPackage, Studio
from rules.claims import not_rendered
from rules.priced import Priced, price_sessions
from templates.contexts.facts import Fact
from templates.contexts.letterhead import Letterhead, author, letterhead
from templates.wording import clean, count, day, dollars, phone, short_day, span


class ReceiptLine(Record):
    """One session that took place."""

    date: str
    description: str
    minutes: str
    paid: str
    amount: str


class StudioReceipt(Record):
    """The receipt, and what of the period it does not show."""

    letterhead: Letterhead
    title: str
    number: str
    facts: tuple[Fact, ...]
    lines: tuple[ReceiptLine, ...]
    total: str
    packages: tuple[str, ...]
    not_listed: str
    remark: str
    author: str
    studio: str
    date: str


def studio_receipt_context(
    case: Case, period: Period, studio: Studio, today: date, number: str
) -> StudioReceipt:
    """The sessions attended in the period. Raises ValueError when none has a known charge."""
    of_period = sorted(
        (p for p in price_sessions(case) if p.session.date in period),
        key=lambda p: (p.session.date, p.session.id),
    )
    attended = [p for p in of_period if not_rendered(p.session, today) is None]
    shown = [p for p in attended if p.charge is not None and p.session.description.strip()]
    if not shown:
        raise ValueError("no attended session of this period has a known charge and description")
    packages = {package.id: package for package in case.packages}
    used = dict.fromkeys(p.session.package_id for p in shown if p.session.package_id in packages)
    total = sum((p.charge for p in shown if p.charge is not None), Decimal("0.00"))
    return StudioReceipt(
        letterhead=letterhead(studio),
        title="Receipt for services rendered",
        number=f"Receipt {clean(number)}",
        facts=_facts(case, period, studio, today),
        lines=tuple(_line(p, packages) for p in shown),
        total=dollars(total),
        packages=tuple(_package(packages[key]) for key in used if key),
        not_listed=_not_listed(len(attended) - len(shown)),
        remark=(
            "Each line is a session that took place on the day shown, with its own charge. "
            "Sessions missed, cancelled or still to come are not on this receipt."
        ),
        author=author(studio),
        studio=clean(studio.name),
        date=day(today),
    )


def _facts(case: Case, period: Period, studio: Studio, today: date) -> tuple[Fact, ...]:
    provider = [clean(studio.name), ", ".join(studio.address.lines), phone(studio.phone)]
    if studio.tax_id:
        provider[-1] += f", EIN {studio.tax_id}"
    return (
        Fact(label="Patient", value=clean(case.client.name)),
        Fact(label="Provider of service", value=clean("\n".join(provider))),
        Fact(label="Services rendered", value=span(period)),
        Fact(label="Issued", value=day(today)),
    )


def _line(one: Priced, packages: dict[str, SessionPackage]) -> ReceiptLine:
    session = one.session
    package = packages.get(session.package_id or "")
    if package is not None:
        paid = f"Prepaid {short_day(package.purchased_on)}"
    else:
        paid = f"Receipt {session.receipt_number}" if session.receipt_number else "—"
    return ReceiptLine(
        date=short_day(session.date),
        description=clean(session.description),
        minutes=str(session.minutes),
        paid=clean(paid),
        amount=dollars(one.charge or Decimal("0.00")),
    )


def _package(package: SessionPackage) -> str:
    receipt = f", receipt {package.receipt_number}" if package.receipt_number else ""
    return clean(
        f"Prepaid {day(package.purchased_on)}: {package.description}, "
        f"{dollars(package.price)} for {count(package.sessions, 'session')}{receipt}. "
        "Each session is charged with its share."
    )


def _not_listed(number: int) -> str:
    if not number:
        return ""
    verb = "is" if number == 1 else "are"
    what = count(number, "attended session")
    return f"{what} of this period {verb} not listed: charge or description is not known."
