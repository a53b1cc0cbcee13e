"""The fifteen checks that a reimbursement specialist makes first, each by its number."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pypdfium2 as pdfium
import pytest

from casebook.records import AccountType, Case, Claim, Document, Exclusion
from extractors.diagnoses import find
from extractors.diagnoses.assertions import judge as judge_assertion
from extractors.options import ReadOptions
from rules.appeals import plan
from rules.claims import claim
from rules.cms1500 import Cms1500Form, NotBillable, forms
from rules.cover import cover
from rules.deadlines import deadlines
from rules.deduction import expenses_of
from rules.icd10 import lookup
from rules.linting import is_ready, lint
from rules.npi import is_npi
from rules.profiles import profile
from rules.substantiation import judge as judge_receipt
from rules.timed_units import group_units, units
from templates.papers import progress_report
from templates.pdf import convert
from templates.readback import missing
from tests.extractors.pages_of import typed
from tests.rules import bills as superbills
from tests.rules.cases import (
    KNEE,
    TODAY,
    YEAR,
    case,
    client,
    document,
    letter,
    of_package,
    package,
    package_receipt,
    receipt,
    session,
)
from tests.templates import cases as papers

FSA = profile("generic_fsa")


def two_sessions(*documents: Document, **changes: Any) -> Case:
    days = (date(2026, 3, 10), date(2026, 3, 12))
    base: dict[str, Any] = {"sessions": tuple(session(day) for day in days)}
    return case(*documents, **(base | changes))


def claimed(of: Case, administrator: str = "generic_fsa", account: AccountType = "fsa") -> Claim:
    return claim(of, account, YEAR, profile(administrator), TODAY)


def ready(of: Case) -> bool:
    return is_ready(lint(of, claimed(of), FSA, TODAY))


def reasons(found: Claim) -> dict[date | None, Exclusion]:
    return {each.date_of_service: each for each in found.exclusions}


def test_01_m54_5_is_not_billable_children_are_listed_and_none_is_chosen() -> None:
    judged = lookup("M54.5", date(2026, 3, 2))
    assert judged.status != "billable"
    assert judged.children == ("M54.50", "M54.51", "M54.59")
    assert lookup("M54.5", date(2021, 9, 30)).status == "billable"

    read = find((typed("Diagnosis: Low back pain (M54.5)"),), ReadOptions(), date(2026, 3, 2))
    assert [one.code for one in read.diagnoses] == ["M54.5"]
    (told,) = [p for p in read.problems if p.code == "icd10.not_billable"]
    assert all(child in told.message for child in judged.children)

    named = KNEE.model_copy(update={"text": "low back pain", "code": "M54.5"})
    said = cover(letter(diagnoses=(named,)), FSA).verdicts
    (noted,) = [v for v in said if v.rule.id == "lmn.code_billable"]
    assert all(child in noted.message for child in judged.children)


def test_02_a_session_before_the_letters_start_or_approval_or_after_its_end_is_excluded() -> None:
    days = (date(2026, 3, 1), date(2026, 3, 10), date(2026, 3, 20), date(2026, 9, 1))
    shown = receipt(
        service_dates=tuple(d.isoformat() for d in days), line_items=None, total="360.00"
    )
    of = case(letter(approved_on="2026-03-15"), shown, sessions=tuple(map(session, days)))
    found = claimed(of)
    assert [line.date_of_service for line in found.lines] == [days[1], days[2]]
    told = reasons(found)
    assert told[days[0]].reason == "before the letter's cover began on March 2, 2026"
    assert told[days[3]].reason == "after the letter's cover ended on August 31, 2026"
    assert {each.rule_id for each in told.values()} == {"lmn.window"}

    approving = claimed(of, "healthequity")
    assert [line.date_of_service for line in approving.lines] == [days[2]]
    assert reasons(approving)[days[1]].reason.endswith("began on March 15, 2026")


def test_03_lifetime_is_capped_at_twelve_months() -> None:
    found = cover(letter(duration="lifetime"), FSA)
    assert found.period is not None
    assert (found.period.start, found.period.end) == (date(2026, 3, 2), date(2027, 3, 1))
    assert [v.outcome for v in found.verdicts if v.rule.id == "lmn.open_ended"] == ["warn"]


def test_04_ten_sessions_paid_and_four_attended_are_four_claimed() -> None:
    days = [date(2026, 3, 10) + timedelta(weeks=n) for n in range(4)]
    found = claimed(
        case(
            letter(),
            package_receipt(),
            packages=(package(),),
            sessions=tuple(of_package(day) for day in days),
        )
    )
    assert [line.amount for line in found.lines] == [Decimal("100.00")] * 4
    assert reasons(found)[None].description.startswith("6 unused sessions")


def test_05_a_card_slip_alone_is_refused() -> None:
    every_point = {"patient_name", "vendor_name", "vendor_address", "service_dates", "total"}
    right, problems = judge_receipt(every_point | {"description"}, {"card_slip"})
    assert not right
    assert "receipt.card_slip" in {p.code for p in problems}
    slip = receipt(substantiates=False)
    found = claimed(two_sessions(letter(), slip))
    assert found.lines == ()
    assert {each.rule_id for each in found.exclusions} == {"claim.receipt"}
    assert not ready(two_sessions(letter(), slip))


@pytest.mark.parametrize(
    "changes",
    [
        {"signed": "absent"},
        {"signature_date": None},
        {"provider_name": "Jordan Avery", "provider_credentials": "ACSM-CEP"},
        {"provider_name": "Dana R. Whitfield", "provider_credentials": None},
    ],
    ids=["unsigned", "undated", "signed by the trainer", "signed by the client"],
)
def test_06_a_letter_unsigned_undated_or_signed_by_trainer_or_client_is_invalid(
    changes: dict[str, Any],
) -> None:
    of = two_sessions(letter(**changes), receipt())
    assert claimed(of).lines == ()
    assert not ready(of)


def test_07_with_a_referral_only_the_letter_is_named_as_missing() -> None:
    referral = document("referral", {"patient_name": "Dana R. Whitfield"}, (KNEE,), "doc_referral")
    of = two_sessions(referral, receipt())
    assert {e.reason for e in claimed(of).exclusions} == {"LMN missing (a referral is not one)"}
    failed = [v.message for v in lint(of, claimed(of), FSA) if v.outcome == "fail"]
    assert failed[0] == "LMN missing: no letter is on file."


def test_08_general_fitness_as_a_diagnosis_stops_the_packet() -> None:
    vague = KNEE.model_copy(update={"text": "General fitness", "code": None, "code_origin": None})
    of = two_sessions(letter(diagnoses=(vague,)), receipt())
    assert claimed(of).lines == ()
    failed = {v.rule.id for v in lint(of, claimed(of), FSA) if v.outcome == "fail"}
    assert "lmn.vague_diagnosis" in failed


@pytest.mark.parametrize(
    "changes",
    [{"code": code} for code in ("97161", "97162", "97163", "97164")]
    + [{"modifiers": ("GP",)}, {"description": "Physical therapy"}],
)
def test_09_trainer_sessions_are_never_billed_as_physical_therapy(changes: dict[str, Any]) -> None:
    with pytest.raises(NotBillable, match=r"superbill\.no_therapy"):
        forms(superbills.bill(superbills.service(**changes)), superbills.BILLING)


def test_10_fifty_one_on_one_minutes_are_three_units_sixty_are_four_and_a_group_is_one() -> None:
    assert (units(50), units(60), group_units()) == (3, 4, 1)
    wrong = superbills.service(minutes=50, units=4)
    assert superbills.faults(superbills.bill(wrong)) == {"superbill.units"}


def test_11_npi_with_80840_pointers_are_letters_box_28_is_the_sum_and_box_30_blank() -> None:
    assert is_npi("1234567893")
    assert not is_npi("1234567890")
    made = superbills.made(8)
    for form in made:
        assert all(line.pointer == "A" for line in form.lines)
        assert form.total == sum((line.charge for line in form.lines), Decimal(0))
    numbered = superbills.bill(superbills.service(pointers=("1",)))
    assert superbills.faults(numbered) == {"superbill.pointers"}
    assert not {name for name in Cms1500Form.model_fields if "balance" in name or "30" in name}


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Rheumatoid arthritis was ruled out.", "rheumatoid arthritis"),
        ("Patient denies chest pain.", "chest pain"),
        ("No evidence of osteoporosis.", "osteoporosis"),
        ("Mother had type 2 diabetes.", "type 2 diabetes"),
        ("Family history of hypertension.", "hypertension"),
    ],
)
def test_12_ruled_out_negated_and_family_conditions_are_no_diagnosis(
    text: str, target: str
) -> None:
    said = judge_assertion(text, target)
    assert said.assertion == "negated" or said.experiencer == "family"
    read = find((typed(text),), ReadOptions(), date(2026, 3, 2))
    assert not any(one.is_patients_own for one in read.diagnoses)

    named = KNEE.model_copy(update={"assertion": said.assertion, "experiencer": said.experiencer})
    assert letter(diagnoses=(named,)).diagnoses() == ()
    assert cover(letter(diagnoses=(named,)), FSA).period is None


@pytest.mark.parametrize("second", ["fsa", "hsa", "insurer", "employer", "tax"])
def test_13_no_session_is_claimed_twice_or_deducted_after_reimbursement(
    second: AccountType,
) -> None:
    of = two_sessions(letter(), receipt())
    first = claimed(of)
    assert first.total == Decimal("180.00")
    ids = frozenset(line.session_id for line in first.lines)
    rescanned = receipt(id="doc_rescanned", vendor_name="HARBOR MEDICAL FITNESS")
    after = two_sessions(letter(), receipt(), rescanned, claimed_session_ids=ids)
    found = claimed(after, account=second)
    assert found.lines == ()
    assert {each.rule_id for each in found.exclusions} == {"claim.not_claimed_before"}
    year = expenses_of(after, 2026, FSA, TODAY)
    assert year.expenses == () and len(year.left_out) == 2, "nor deducted"


@pytest.mark.parametrize(
    ("administrator", "account", "payer", "days"),
    [
        ("generic_insurer", "insurer", "Cascade Mutual", [180]),
        ("navia", "fsa", "Navia", [180]),
        ("fsafeds", "fsa", "FSAFEDS", [30, 60]),
        ("generic_hsa", "hsa", None, []),
    ],
)
def test_14_the_appeals_deadline_follows_the_plan(
    administrator: str, account: AccountType, payer: str | None, days: list[int]
) -> None:
    fields = {"document_date": "2026-06-01", "payer_name": payer, "reason_codes": ("50",)}
    denial = document("denial", fields, id="doc_denial")
    found = deadlines(denial, profile(administrator), account)
    assert [(each.due_on - date(2026, 6, 1)).days for each in found] == days
    planned = plan(two_sessions(letter(), denial), denial, profile(administrator), account)
    assert planned.can_appeal == bool(days)
    assert planned.deadlines == found


def test_15_report_of_one_page_units_dates_attribution_and_the_employers_copy_without() -> None:
    full = progress_report(papers.case(), papers.AUTUMN, papers.STUDIO, papers.TODAY)
    employer = progress_report(
        papers.case(), papers.AUTUMN, papers.STUDIO, papers.TODAY, for_employer=True
    )
    pdfs = convert([full, employer])
    texts = {}
    for paper in (full, employer):
        opened = pdfium.PdfDocument(pdfs[paper.name])
        try:
            assert len(opened) == 1
            texts[paper.name] = " ".join(opened[0].get_textpage().get_text_bounded().split())
        finally:
            opened.close()
        assert missing(pdfs[paper.name], paper.values) == ()
    shown, hidden = texts[full.name], texts[employer.name]
    assert "412 m" in shown
    assert "Sep 8, 2026" in shown
    assert "osteoarthritis" in shown
    assert "Harriet L. Osei" in shown
    assert "June 7, 2026" in shown
    for word in ("osteoarthritis", "M17.11", "Osei", "412 m"):
        assert word not in hidden


def test_a_clean_packet_passes_all_of_them() -> None:
    of = two_sessions(
        letter(),
        receipt(),
        client=client(coverage_start=date(2026, 1, 1), coverage_end=date(2026, 12, 31)),
    )
    assert claimed(of).total == Decimal("180.00")
    assert ready(of)
