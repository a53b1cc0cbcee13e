"""Is this letter of medical necessity complete, and may its signer sign?

Every required item has its own rule; the answer for each is a verdict that
names the item, so that a query to the physician can ask for just that.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from casebook.records import Diagnosis, Document, Evidence, Outcome, Record, Verdict
from rules.catalog import verdict
from rules.data import FOLDER, load
from rules.icd10 import lookup
from rules.names import compare_names
from rules.profiles import Profile


class Wording(Record):
    """What rules/lmn.yaml holds: credentials of signers and words too vague for a diagnosis."""

    licensed: frozenset[str]
    exercise: frozenset[str]
    vague: frozenset[str]


WORDING = load(FOLDER / "lmn.yaml", Wording)

_ITEMS: tuple[tuple[str, str, str], ...] = (
    ("patient_name", "lmn.patient", "the patient's name"),
    ("treatment", "lmn.treatment", "the treatment"),
    ("frequency", "lmn.frequency", "the frequency"),
    ("duration", "lmn.duration", "the duration or an end"),
    ("provider_name", "lmn.provider", "the provider's name"),
    ("provider_credentials", "lmn.provider", "the provider's credentials"),
    ("signature_date", "lmn.signature_date", "the date of the signature"),
)

_AND = re.compile(r"[,;/&]|\band\b|\bor\b|\bwith\b")
_QUALIFIERS = re.compile(
    r"\b(?:general|overall|physical|improved?|improving|better|to|for|of|the|his|her|their)\b\s*"
)

Verdicts = tuple[Verdict, ...]


def judge_letter(letter: Document, profile: Profile) -> Verdicts:
    """Every verdict on one letter: items, diagnosis, signer, signature."""
    verdicts = [*_items(letter, profile), *_diagnosis(letter), *_signature(letter, profile)]
    return tuple(verdicts)


def is_vague(text: str, code: str | None) -> bool:
    """Too vague to be a diagnosed condition. A specific code makes "back pain" specific.

    Several vague things together are no less vague: "fitness, stress and weight loss".
    """
    if code is not None:
        return False
    parts = _AND.split(" ".join(text.split()).casefold())
    named = [part for part in (part.strip(" .,;:()") for part in parts) if part]
    return bool(named) and all(
        part in WORDING.vague or _QUALIFIERS.sub("", part).strip() in WORDING.vague
        for part in named
    )


def signer_kind(credentials: str | None) -> str:
    """ "licensed", "exercise" or "unknown", by the credentials as printed."""
    words = set(re.split(r"[,;/\s]+", (credentials or "").upper().replace(".", ""))) - {""}
    if words & WORDING.licensed:
        return "licensed"
    return "exercise" if words & WORDING.exercise else "unknown"


def _items(letter: Document, profile: Profile) -> list[Verdict]:
    verdicts = []
    for field, rule_id, words in _ITEMS:
        found = letter.fact(field)
        if field == "duration" and found is None:
            found = letter.fact("end_date")
        evidence = found.evidence if found else ()
        if found is not None:
            verdicts.append(_say(rule_id, "pass", f"The letter states {words}.", letter, evidence))
            continue
        # A missing length is no fault of form where the cap of twelve months applies anyway.
        required = field in profile.lmn_required and field != "duration"
        outcome: Outcome = "fail" if required else "warn"
        verdicts.append(_say(rule_id, outcome, f"The letter does not state {words}.", letter))
    return verdicts


def _diagnosis(letter: Document) -> list[Verdict]:
    own = letter.diagnoses()
    if not own:
        return [_say("lmn.diagnosis", "fail", "The letter names no confirmed diagnosis.", letter)]
    specific = [d for d in own if not is_vague(d.text, d.code)]
    if not specific:
        named = "; ".join(d.text for d in own)
        return [
            _say(
                "lmn.vague_diagnosis",
                "fail",
                f"“{named}” is too vague; the physician is asked for the diagnosed condition.",
                letter,
                own[0].evidence,
            )
        ]
    first = specific[0]
    named = f"The letter names {_named(first)}."
    return [
        _say("lmn.diagnosis", "pass", named, letter, first.evidence),
        *_codes(specific, letter),
    ]


def _codes(diagnoses: Sequence[Diagnosis], letter: Document) -> list[Verdict]:
    """Printed codes that are not billable: the choices are listed, and none is chosen."""
    on = letter.day("signature_date") or letter.day("document_date")
    if on is None:
        return []
    judged = [(each, lookup(each.code, on)) for each in diagnoses if each.code]
    return [
        _say(
            "lmn.code_edition"
            if code.status == "billable" or code.may_be_new
            else "lmn.code_billable",
            "warn",
            f"{code.message}.",
            letter,
            each.evidence,
        )
        for each, code in judged
        if code.status != "billable" or code.doubtful or code.beyond
    ]


def _named(diagnosis: Diagnosis) -> str:
    return f"{diagnosis.text} ({diagnosis.code})" if diagnosis.code else diagnosis.text


def _signature(letter: Document, profile: Profile) -> list[Verdict]:
    verdicts = []
    signed = letter.fact("signed")
    evidence = signed.evidence if signed else ()
    if signed is not None and signed.value == "present":
        verdicts.append(_say("lmn.signed", "pass", "The letter is signed.", letter, evidence))
    elif signed is not None and signed.value == "absent":
        verdicts.append(_say("lmn.signed", "fail", "The letter is not signed.", letter, evidence))
    else:
        verdicts.append(
            _say("lmn.signed", "ask", "Is the letter signed? Look at the page.", letter, evidence)
        )
    credentials = letter.text("provider_credentials")
    kind = signer_kind(credentials)
    name, patient = letter.text("provider_name"), letter.text("patient_name")
    if name and patient and compare_names(name, patient) == "same":
        message = "The letter is signed by the patient; a licensed practitioner signs it."
        verdicts.append(_say("lmn.signer", "fail", message, letter))
    elif kind == "exercise":
        message = f"The signer's credentials ({credentials}) are an exercise professional's."
        verdicts.append(_say("lmn.signer", "fail", message, letter))
    elif kind == "unknown":
        message = "Is the signer a licensed practitioner? No licensed credentials were read."
        verdicts.append(_say("lmn.signer", "ask", message, letter))
    else:
        verdicts.append(
            _say(
                "lmn.signer", "pass", f"Signed by a licensed practitioner ({credentials}).", letter
            )
        )
        verdicts += _signer_of_administrator(credentials or "", letter, profile)
    return verdicts


def _signer_of_administrator(credentials: str, letter: Document, profile: Profile) -> Verdicts:
    words = set(re.split(r"[,;/\s]+", credentials.upper().replace(".", "")))
    if words & set(profile.refuse_signers):
        message = f"{profile.name} does not take {credentials} as signer."
        return (_say("lmn.signer_by_administrator", "fail", message, letter),)
    physician = words & {"MD", "DO", "NP", "PA", "PA-C", "DPM"}
    if words & set(profile.warn_signers) and not physician:
        message = f"Ask {profile.name} whether {credentials} may sign."
        return (_say("lmn.signer_by_administrator", "warn", message, letter),)
    return ()


def _say(
    rule_id: str,
    outcome: Outcome,
    message: str,
    letter: Document,
    evidence: tuple[Evidence, ...] = (),
) -> Verdict:
    return verdict(rule_id, outcome, message, letter.id, evidence)
