"""Every rule by a case that it speaks against, and right beside it one that it lets pass.

`EXAMPLES` has a row for every rule of the catalogue, and `test_each_rule` runs them all: a rule
without a row, with an example that it does not see, or with a counter-example that it does, fails.
The two differ in what the rule is about and in nothing else. Tests of a subject hold the finer
points. Long because it is data.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any, NamedTuple

from casebook.records import Case, ClaimedSession, ClaimLine, Decision, Diagnosis, Document, Problem
from casebook.records import Claim as ClaimRecord
from rules.appeals import judge_appeal, plan
from rules.claims import claim
from rules.cover import covers_of
from rules.linting import lint
from rules.profiles import Profile, profile
from rules.substantiation import judge
from tests.rules.bills import WHO, bill, service
from tests.rules.cases import (
    KNEE,
    TODAY,
    YEAR,
    case,
    client,
    document,
    eob,
    letter,
    of_package,
    package,
    package_receipt,
    receipt,
    session,
)
from tests.rules.test_appeals import denial
from tests.rules.test_coded import BOTH, DAYS, attested, judged, with_codes
from tests.rules.test_coded import service as coded_service

Found = set[str]
"""Ids of the rules that do not let a case pass: verdicts but "pass", exclusions, problems."""


class Example(NamedTuple):
    """What is found in the example, and what in the counter-example."""

    speaks: Callable[[], Found]
    silent: Callable[[], Found]


FSA, FEDS = profile("generic_fsa"), profile("fsafeds")
INSURER = profile("generic_insurer").model_copy(update={"timely_filing_days": 90})
MARCH = (date(2026, 3, 10), date(2026, 3, 12))
IN_2026 = {"coverage_start": date(2026, 1, 1), "coverage_end": date(2026, 12, 31)}
FIVE = {"patient_name", "vendor_name", "vendor_address", "service_dates", "description", "total"}


def of_letter(one: Document | None = None, by: Profile = FSA, **changes: Any) -> Found:
    """What speaks against a letter, by itself."""
    (found,) = covers_of(case(one or letter(**changes), client=client(**IN_2026)), by)
    return {v.rule.id for v in found.verdicts if v.outcome != "pass"}


def of_receipt(points: set[str], *marks: str) -> Found:
    """What speaks against a receipt that shows these points."""
    return {problem.code for problem in judge(points, set(marks))[1]}


def of(one: Case, by: Profile = FSA, today: date = TODAY) -> Found:
    """What speaks against a case's packet, or leaves a session out of its claim."""
    asked = claim(one, by.accounts[0], YEAR, by, today)
    return spoken(one, asked, by, today) | {each.rule_id for each in asked.exclusions}


def spoken(one: Case, asked: ClaimRecord, by: Profile = FSA, today: date = TODAY) -> Found:
    return {v.rule.id for v in lint(one, asked, by, today) if v.outcome != "pass"}


def paid(*documents: Document, **changes: Any) -> Case:
    """Letter and receipt of two attended sessions, inside the coverage."""
    base = {"sessions": tuple(map(session, MARCH)), "client": client(**IN_2026)}
    return case(*(documents or (letter(), receipt())), **(base | changes))


def of_codes(one: Case) -> Found:
    return {v.rule.id for v in judged(one).verdicts if v.outcome != "pass"}


def coded(**changes: Any) -> Found:
    """What speaks against two sessions' codes, of which the first has these changes."""
    return of_codes(with_codes(attested(coded_service(DAYS[0], **changes), BOTH[1])))


def billed(**changes: Any) -> Found:
    """What speaks against a superbill."""
    from rules.superbill import judge_superbill

    return {v.rule.id for v in judge_superbill(bill(**changes)) if v.outcome != "pass"}


def appealed(today: date = date(2026, 6, 2), **changes: Any) -> Found:
    """What speaks against the appeal of a denial, or what it turns on."""
    told = denial(**changes)
    found = plan(case(letter(), told), told, INSURER, "insurer")
    judged_ = {v.rule.id for v in judge_appeal(found, today) if v.outcome != "pass"}
    return judged_ | {point.rule_id for point in found.points}


def named(text: str, code: str | None) -> tuple[Diagnosis, ...]:
    origin = "printed" if code else None
    return (KNEE.model_copy(update={"text": text, "code": code, "code_origin": origin}),)


def with_line(**changes: Any) -> Found:
    """What the linter says of a claim whose first line somebody has changed by hand."""
    one = paid()
    made = claim(one, "fsa", YEAR, FSA, TODAY)
    first: ClaimLine = made.lines[0].model_copy(update=changes)
    return spoken(one, made.model_copy(update={"lines": (first, *made.lines[1:])}))


def doubted(**settled: Any) -> Case:
    """A receipt whose kind was read with doubt."""
    told = receipt()
    kind = told.reading.kind.model_copy(update={"confidence": 0.7})
    reading = told.reading.model_copy(update={"kind": kind})
    return paid(letter(), told.model_copy(update={"reading": reading} | settled))


def with_problem(code: str) -> Case:
    told = receipt()
    reading = told.reading.model_copy(update={"problems": (Problem(code=code, message="Seen."),)})
    return paid(letter(), told.model_copy(update={"reading": reading}))


def billed_codes(*codes: str, also: tuple[Diagnosis, ...] = ()) -> Case:
    papers = (letter(diagnoses=(KNEE, *also)), receipt())
    return with_codes(attested(*BOTH, codes=codes), documents=papers)


def two_vendors(tax_id: str) -> Case:
    parts = {"service_dates": ("2026-03-12",), "line_items": None, "receipt_number": "T-7"}
    first = receipt(vendor_tax_id="91-1111111", service_dates=("2026-03-10",), line_items=None)
    second = receipt(id="doc_other", vendor_tax_id=tax_id, vendor_name="Tidewater", **parts)
    held = (session(MARCH[0]), session(MARCH[1], receipt_number="T-7"))
    return paid(letter(), first, second, sessions=held)


def scanned_twice(number: str) -> Case:
    """Two papers that carry sessions; by number they may be one."""
    other = receipt(id="doc_copy", receipt_number=number)
    held = (session(MARCH[0]), session(MARCH[1], receipt_number=number))
    return paid(letter(), receipt(), other, sessions=held)


PERSON = Decision(
    field="kind",
    action="correct",
    value="receipt",
    by="jordan",
    at=datetime(2026, 11, 1, tzinfo=UTC),
)
BMI, SUGAR = named("body mass index 34", "Z68.34"), named("type 2 diabetes", "E11.9")
WEIGHT = named("obesity, class 1", "E66.811")
GROUP = tuple(session(date.fromisoformat(d), id=f"s_{d}", description="Group class") for d in DAYS)
SPENT = ClaimedSession(
    session_id="session_old",
    account="fsa",
    packet_id="packet_1",
    date_of_service=date(2026, 2, 1),
    amount=Decimal("3220.01"),
)
ADVICE = document("referral", {"document_date": "2026-02-20", "referrer_name": "Ada N. Okafor"})
STRANGER = document(
    "referral", {"patient_name": "Omar Haddad", "patient_dob": "1990-01-01"}, id="doc_referral"
)


def _letter(**changes: Any) -> Example:
    return Example(lambda: of_letter(**changes), of_letter)


def _point(name: str) -> Example:
    return Example(lambda: of_receipt(FIVE - {name}), lambda: of_receipt(FIVE))


def _bill(**changes: Any) -> Example:
    return Example(lambda: billed(**changes), billed)


def _code(**changes: Any) -> Example:
    return Example(lambda: coded(**changes), coded)


def _case(bad: Callable[[], Case], good: Callable[[], Case] = paid) -> Example:
    return Example(lambda: of(bad()), lambda: of(good()))


OF_LETTERS: dict[str, Example] = {
    "lmn.present": _case(lambda: paid(receipt())),
    "lmn.referral_is_not_lmn": _case(
        lambda: paid(ADVICE, receipt()), lambda: paid(ADVICE, letter(), receipt())
    ),
    "lmn.patient": _letter(patient_name=None),
    "lmn.diagnosis": _letter(diagnoses=()),
    "lmn.vague_diagnosis": Example(
        lambda: of_letter(diagnoses=named("back pain", None)),
        lambda: of_letter(diagnoses=named("low back pain", "M54.51")),
    ),
    "lmn.code_billable": Example(
        lambda: of_letter(diagnoses=named("low back pain", "M54.5")),
        lambda: of_letter(diagnoses=named("low back pain", "M54.51")),
    ),
    "lmn.code_edition": Example(
        lambda: of_letter(signature_date="2026-10-01", start_date="2026-10-01"),
        lambda: of_letter(signature_date="2026-09-30", start_date="2026-09-30"),
    ),
    "lmn.treatment": _letter(treatment=None),
    "lmn.frequency": _letter(frequency=None),
    "lmn.duration": _letter(duration=None, end_date=None),
    "lmn.provider": _letter(provider_name=None),
    "lmn.signer": _letter(provider_credentials="ACSM-CEP"),
    "lmn.signer_by_administrator": _letter(provider_credentials="PT, DPT"),
    "lmn.signed": _letter(signed="absent"),
    "lmn.signature_date": _letter(signature_date=None),
    "lmn.open_ended": _letter(duration="lifetime"),
    "lmn.window": _case(
        lambda: paid(sessions=(session(date(2026, 3, 1)),)),
        lambda: paid(sessions=(session(date(2026, 3, 2)),)),
    ),
    "lmn.approval": Example(
        lambda: of(paid(), profile("healthequity")),
        lambda: of(paid(letter(approved_on="2026-03-05"), receipt()), profile("healthequity")),
    ),
    "lmn.plan_year": Example(
        lambda: of_letter(letter(duration="12 months"), profile("take_command")),
        lambda: of_letter(letter(duration="6 months"), profile("take_command")),
    ),
    "lmn.also_shown": Example(lambda: of(paid(), FEDS), lambda: of(paid())),
    "lmn.provider_agrees": _case(
        lambda: paid(
            document("referral", {"referrer_name": "Bela Ruiz"}, id="doc_referral"),
            letter(),
            receipt(),
        ),
        lambda: paid(
            document("referral", {"referrer_name": "Ada N. Okafor"}, id="doc_referral"),
            letter(provider_name="Ada N. Okafor"),
            receipt(),
        ),
    ),
}

OF_RECEIPTS: dict[str, Example] = {
    "receipt.patient": _point("patient_name"),
    "receipt.provider": _point("vendor_address"),
    "receipt.date_of_service": _point("service_dates"),
    "receipt.description": _point("description"),
    "receipt.amount": _point("total"),
    "receipt.card_slip": Example(lambda: of_receipt(FIVE, "card_slip"), lambda: of_receipt(FIVE)),
    "receipt.previous_balance": Example(
        lambda: of_receipt(FIVE, "paid_on_account"), lambda: of_receipt(FIVE)
    ),
    "receipt.prepaid_package": Example(
        lambda: of_receipt(FIVE - {"service_dates"}, "prepaid_package"),
        lambda: of_receipt(FIVE - {"service_dates"}),
    ),
    "receipt.gym_dues": _case(
        lambda: with_problem("receipt.gym_dues"), lambda: with_problem("receipt.other")
    ),
    "receipt.account_card": _case(
        lambda: paid(letter(), receipt(payment_method="HSA debit card")),
        lambda: paid(letter(), receipt(payment_method="Visa")),
    ),
    "receipt.one_vendor": _case(
        lambda: two_vendors("91-2222222"), lambda: two_vendors("91-1111111")
    ),
}

OF_CLAIMS: dict[str, Example] = {
    "claim.attended": _case(
        lambda: paid(sessions=(session(MARCH[0]), session(MARCH[1], status="no_show")))
    ),
    "claim.future": Example(lambda: of(paid(), today=date(2026, 3, 11)), lambda: of(paid())),
    "claim.unused": _case(
        lambda: paid(
            letter(), package_receipt(), packages=(package(),), sessions=(of_package(MARCH[0]),)
        ),
        lambda: paid(
            letter(),
            package_receipt(),
            packages=(package(sessions=1),),
            sessions=(of_package(MARCH[0]),),
        ),
    ),
    "claim.coverage_period": _case(
        lambda: paid(client=client(coverage_start=MARCH[1], coverage_end=date(2026, 12, 31)))
    ),
    "claim.not_claimed_before": _case(
        lambda: paid(claimed_session_ids=frozenset({session(MARCH[0]).id}))
    ),
    "claim.receipt": _case(lambda: paid(letter(), receipt(substantiates=False))),
    "claim.price_known": _case(lambda: paid(sessions=(session(MARCH[0], charge=None),))),
    "claim.within_paid": _case(lambda: paid(letter(), receipt(total="100.00"))),
    "claim.net_of_insurance": _case(
        lambda: paid(letter(), receipt(), eob(plan_paid="180.00")),
        lambda: paid(letter(), receipt(), eob(plan_paid="0.00")),
    ),
    "claim.one_receipt": _case(lambda: scanned_twice("R-101"), lambda: scanned_twice("R-215")),
    "claim.run_out": Example(
        lambda: of(paid(), today=date(2027, 4, 1)), lambda: of(paid(), today=date(2026, 11, 20))
    ),
    "claim.timely_filing": Example(
        lambda: of(paid(), INSURER, date(2026, 6, 9)), lambda: of(paid(), INSURER, date(2026, 6, 8))
    ),
    "claim.limit": _case(
        lambda: paid(ledger=(SPENT,)),
        lambda: paid(ledger=(SPENT.model_copy(update={"amount": Decimal("3220.00")}),)),
    ),
    "claim.full_month": Example(
        lambda: of(paid(), FEDS, date(2026, 3, 20)), lambda: of(paid(), FEDS, date(2026, 4, 1))
    ),
    "claim.sum": Example(
        lambda: with_line(amount=Decimal("-0.01")), lambda: with_line(amount=Decimal("0.01"))
    ),
    "claim.has_lines": _case(lambda: paid(sessions=())),
    "claim.but_for": _case(
        lambda: paid(client=client(training_since=date(2025, 6, 1), **IN_2026)),
        lambda: paid(client=client(training_since=date(2026, 3, 5), **IN_2026)),
    ),
    "patient.same_person": _case(lambda: paid(STRANGER, letter(), receipt())),
    "document.kind_sure": _case(doubted, lambda: doubted(decisions=(PERSON,))),
    "profile.year": Example(
        lambda: of(paid(), FSA.model_copy(update={"as_of": date(2025, 1, 1)})), lambda: of(paid())
    ),
}

OF_APPEALS: dict[str, Example] = {
    "appeal.deadline": Example(
        lambda: appealed(date(2026, 11, 29)), lambda: appealed(date(2026, 11, 28))
    ),
    "appeal.reason": Example(lambda: appealed(reason=None), appealed),
    "appeal.authorization": Example(
        lambda: appealed(reason="No prior authorization was on file.", reason_codes=("197",)),
        appealed,
    ),
    "appeal.covered": Example(
        lambda: appealed(reason="This service is not covered.", reason_codes=("204",)), appealed
    ),
}

OF_BILLS: dict[str, Example] = {
    "superbill.attested": _bill(rendering=WHO.model_copy(update={"attested_on": None})),
    "superbill.provider": _bill(rendering=WHO.model_copy(update={"tax_id": None})),
    "superbill.member_id": _bill(member_id=None),
    "superbill.patient_name": Example(
        lambda: billed(patient_name="Inés Caballero Núñez"),
        lambda: billed(patient_name="Inés Caballero-Núñez"),
    ),
    "superbill.npi": _bill(rendering=WHO.model_copy(update={"npi": "1234567890"})),
    "superbill.diagnoses": _bill(diagnoses=()),
    "superbill.pointers": _bill(services=(service(pointers=("1",)),)),
    "superbill.code_form": _bill(services=(service(code="9711"),)),
    "superbill.charge": _bill(services=(service(charge=Decimal("0.00")),)),
    "superbill.units": _bill(services=(service(minutes=50, units=4),)),
    "superbill.no_therapy": _bill(services=(service(modifiers=("GP",)),)),
    "superbill.group": Example(
        lambda: of_codes(with_codes(attested(*BOTH), sessions=GROUP)),
        lambda: of_codes(with_codes(attested(*BOTH))),
    ),
    "superbill.minutes": _code(minutes=75, units=5),
    "superbill.charge_of_session": _code(charge=Decimal("95.00")),
    "superbill.diagnosis_on_file": Example(
        lambda: of_codes(billed_codes("M17.11", "E11.9")),
        lambda: of_codes(billed_codes("M17.11", "E11.9", also=SUGAR)),
    ),
    "superbill.body_mass_index": Example(
        lambda: of_codes(billed_codes("M17.11", "Z68.34", also=BMI)),
        lambda: of_codes(billed_codes("M17.11", "E66.811", "Z68.34", also=BMI + WEIGHT)),
    ),
}

EXAMPLES = OF_LETTERS | OF_RECEIPTS | OF_CLAIMS | OF_APPEALS | OF_BILLS
