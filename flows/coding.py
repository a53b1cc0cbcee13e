"""A credentialed provider's codes: taken whole with their attestation, or refused by rule."""

from __future__ import annotations

from casebook.importing.coding import read_codes, sessions_coded_twice
from casebook.records import Attestation, Case, CodedService, Rendering, Verdict
from casebook.store import Transaction, coding, ids
from flows.errors import WrongUsage
from flows.lists import BadList
from rules.coded import judge_against
from rules.priced import price_sessions
from rules.superbill import Superbill, judge_superbill


class Refused(WrongUsage):
    """Codes that break a rule of billing; nothing of them was stored."""


def attest(
    tx: Transaction,
    case: Case,
    rendering: Rendering,
    diagnoses: tuple[str, ...],
    data: bytes,
) -> Attestation:
    """Enters the codes of one list as this provider's. `rendering.attested_on` is the day.

    Raises BadList that names row and column, Refused that names the rules,
    NotAllowed for a session that is coded already.
    """
    charges = {p.session.id: p.charge for p in price_sessions(case) if p.charge is not None}
    read = read_codes(data, case.sessions, charges)
    if read.problems or not read.records:
        told = "\n  ".join(str(problem) for problem in read.problems) or "it has no row"
        raise BadList(
            f"the list of codes has faults, and nothing of it was taken:\n  {told}",
            "Correct these cells and enter it again",
        )
    if sessions_coded_twice(read.records):
        raise BadList("a session bears one code twice", "Put its units into one row")
    faults = [each for each in judge(case, rendering, diagnoses, read.records) if _refuses(each)]
    if faults:
        told = "\n  ".join(f"{each.rule.id}: {each.message}" for each in faults)
        raise Refused(
            f"these codes cannot be taken:\n  {told}",
            "See carepacket rules for each rule and who says so; nothing was stored",
        )
    entered = Attestation(
        id=ids.new("attestation"),
        client_id=case.client.id,
        rendering=rendering,
        diagnoses=diagnoses,
        services=read.records,
        entered_at=tx.now(),
    )
    return coding.add(tx, entered)


def judge(
    case: Case, rendering: Rendering, diagnoses: tuple[str, ...], services: tuple[CodedService, ...]
) -> tuple[Verdict, ...]:
    """What the rules say of codes before they are stored."""
    bill = Superbill(
        client_id=case.client.id,
        patient_name=case.client.name,
        patient_dob=case.client.dob,
        member_id=case.client.member_ids[0] if case.client.member_ids else None,
        rendering=rendering,
        diagnoses=diagnoses,
        services=services,
    )
    return (*judge_superbill(bill), *judge_against(case, bill))


def _refuses(each: Verdict) -> bool:
    """Open questions (a timed code without minutes) are refused, too: the provider can answer."""
    return each.outcome in ("fail", "ask")
