"""What an employer may see of a packet: minimum necessary, and never a condition.

[45 CFR 164.502(b); 29 CFR 1630.14(d)] Held here once more, whatever the rules
before it chose: a letter or referral in an employer's packet cannot be taken back.
"""

from __future__ import annotations

from collections.abc import Sequence

from casebook.records import Case, Claim, Exhibit, Studio, Verdict
from rules.exhibits import exhibit_letter
from rules.profiles import profiles
from templates.binding import BoundExhibit
from templates.contexts.employer_front import HIDDEN_RULES, SESSION

_SHOWN_KINDS = frozenset({"receipt", "session_log"})


def hides_diagnosis(claim: Claim, studio: Studio) -> bool:
    """Whether the packet's recipient gets no health information, by our rules or the studio's."""
    known = profiles(studio.profiles).get(claim.administrator)
    return claim.account == "employer" or (known is not None and known.hides_diagnosis)


def shown_exhibits(case: Case, exhibits: Sequence[BoundExhibit]) -> tuple[BoundExhibit, ...]:
    """Receipts, attendance and the studio's own paper; no document that names a condition.

    They are lettered anew, so that no gap tells what was taken out.
    """
    shown = [each for each in exhibits if _is_shown(case, each.exhibit)]
    return tuple(_relettered(each, number) for number, each in enumerate(shown))


def shown_verdicts(verdicts: Sequence[Verdict]) -> tuple[Verdict, ...]:
    """Findings that quote no paper of the patient; a fault among those stays, by its rule alone."""
    return tuple(
        each.model_copy(update={"message": each.rule.sentence, "document_id": None, "evidence": ()})
        if each.rule.id.startswith(HIDDEN_RULES)
        else each
        for each in verdicts
        if not each.rule.id.startswith(HIDDEN_RULES) or each.outcome in ("fail", "ask")
    )


def shown_claim(claim: Claim) -> Claim:
    """The claim without descriptions, letters and reasons, which may give a condition away."""
    return claim.model_copy(
        update={
            "lines": tuple(
                line.model_copy(update={"description": SESSION, "lmn_document_id": ""})
                for line in claim.lines
            ),
            "exclusions": tuple(
                each.model_copy(update={"description": SESSION, "reason": "not claimed"})
                for each in claim.exclusions
                if not each.rule_id.startswith(HIDDEN_RULES)
            ),
        }
    )


def _relettered(each: BoundExhibit, number: int) -> BoundExhibit:
    changed: dict[str, str] = {"letter": exhibit_letter(number)}
    if each.exhibit.document_id is None:
        changed["title"] = "Participation report of the studio"
    return each.model_copy(update={"exhibit": each.exhibit.model_copy(update=changed)})


def _is_shown(case: Case, exhibit: Exhibit) -> bool:
    if exhibit.document_id is None:
        return True
    for document in case.documents:
        if document.id == exhibit.document_id:
            return document.kind in _SHOWN_KINDS and not document.reading.diagnoses
    return False
