"""Is the document read, or must a person look? And what should the person know?

The required fields per kind are the outside contract's.
"""

from __future__ import annotations

from casebook.records import FieldReading, Problem, Reading, ReadingStatus
from extractors.page import Page
from extractors.sheets import UNREAD
from extractors.sheets.questionnaire import CODE as SELF_HARM

REQUIRED: dict[str, tuple[tuple[str, ...], ...]] = {
    "referral": (("patient_name",), ("document_date",), ("referrer_name",), ("signed",)),
    "lmn": (
        ("patient_name",),
        ("document_date",),
        ("provider_name",),
        ("signed",),
        ("treatment",),
        ("signature_date",),
        ("end_date", "duration"),
    ),
    "receipt": (("vendor_name",), ("total",), ("substantiates",)),
    "eob": (("payer_name",), ("patient_name",), ("claim_number",), ("service_dates",)),
    "denial": (("payer_name",), ("patient_name",), ("claim_number",), ("service_dates",)),
    "authorization": (
        ("payer_name",),
        ("patient_name",),
        ("authorization_number",),
        ("start_date",),
        ("end_date",),
    ),
}
"""By kind: of each group, one field must be there and accepted."""

WORDS = {
    "patient_name": "the patient's name",
    "document_date": "the date of the document",
    "referrer_name": "who refers",
    "provider_name": "the provider's name",
    "signed": "whether it is signed",
    "treatment": "the treatment",
    "signature_date": "the date of the signature",
    "end_date": "the end",
    "duration": "the length of treatment",
    "vendor_name": "the provider's name",
    "total": "the total",
    "substantiates": "whether the receipt substantiates the expense",
    "payer_name": "the payer's name",
    "claim_number": "the claim number",
    "service_dates": "the dates of service",
    "authorization_number": "the authorization number",
    "start_date": "the start",
    "measures": "the measures with their units and days",
    "sessions": "the sessions' dates, minutes and attendance",
}
"""How a person is asked for a field."""

UNREAD_PAGE = "page.unread"
"""A page with ink and no words: what stands there nobody has seen."""
DIAGNOSED = frozenset({"referral", "lmn"})
KIND_SURE = 0.8
"""Below this confidence a person confirms what the paper is."""


def problems_of(reading: Reading, pages: tuple[Page, ...]) -> tuple[Problem, ...]:
    """What is missing or unsure, in sentences that say what to do."""
    problems = []
    if reading.kind.confidence < KIND_SURE:
        problems.append(
            Problem(code="kind.unsure", message="Confirm what kind of document this is.")
        )
    for group in REQUIRED.get(reading.kind.value, ()):
        problem = _group_problem(group, reading.fields)
        if problem:
            problems.append(problem)
    problems += [_unsure((name,), name) for name in _rows_in_doubt(reading)]
    if reading.kind.value in DIAGNOSED:
        own = [d for d in reading.diagnoses if d.is_patients_own]
        if not own:
            problems.append(
                Problem(
                    code="diagnosis.missing",
                    message="No diagnosis of the patient was found; look at the page.",
                    field="diagnoses",
                )
            )
        elif not any(d.accepted for d in own):
            problems.append(
                Problem(
                    code="diagnosis.unsure",
                    message="Confirm the diagnosis against the page.",
                    field="diagnoses",
                )
            )
    unread = [page.number for page in pages if not page.words and page.quality == 0]
    problems += [_unread(number) for number in unread]
    if not unread and not any(page.words for page in pages):
        problems.append(
            Problem(code="page.no_text", message="No text was found; look at the page.")
        )
    return tuple(problems)


def covers_told(covers: tuple[Page, ...]) -> tuple[Problem, ...]:
    """That a fax's cover sheets were set aside: for a person to know, nothing to settle."""
    return tuple(
        Problem(
            code="page.cover",
            message=f"Page {page.number} is a fax's cover sheet; nothing was read from it.",
        )
        for page in covers
    )


def _unread(number: int) -> Problem:
    return Problem(
        code=UNREAD_PAGE,
        message=f"Page {number} bears ink in which no text could be read in the time that a page "
        "is given; look at it, or scan it again.",
    )


def status_of(reading: Reading) -> ReadingStatus:
    """`read` when everything that the kind requires is there and accepted."""
    if reading.kind.confidence < KIND_SURE or any(p.code == UNREAD_PAGE for p in reading.problems):
        return "needs_review"
    for group in REQUIRED.get(reading.kind.value, ()):
        if _group_problem(group, reading.fields):
            return "needs_review"
    if _rows_in_doubt(reading) or _alarms(reading):
        return "needs_review"
    if reading.kind.value in DIAGNOSED and not any(
        d.accepted and d.is_patients_own for d in reading.diagnoses
    ):
        return "needs_review"
    return "read"


def _rows_in_doubt(reading: Reading) -> list[str]:
    """Rows of a sheet that were found and may not be used unseen."""
    rows = (name for name in ("measures", "sessions") if name in reading.fields)
    return [name for name in rows if not reading.fields[name].accepted]


def _alarms(reading: Reading) -> bool:
    """Whether staff must see a sheet although, or because, none of its rows was read."""
    told = any(problem.code in {SELF_HARM, UNREAD} for problem in reading.problems)
    return told and not reading.fields.keys() & {"measures", "sessions"}


def _unsure(group: tuple[str, ...], field: str) -> Problem:
    label = " or ".join(WORDS[name] for name in group)
    return Problem(code="field.unsure", message=f"Confirm {label} against the page.", field=field)


def _group_problem(group: tuple[str, ...], fields: dict[str, FieldReading]) -> Problem | None:
    found = [name for name in group if name in fields]
    label = " or ".join(WORDS[name] for name in group)
    if not found:
        return Problem(
            code="field.missing",
            message=f"Not found: {label}. Look at the page.",
            field=group[0],
        )
    if any(fields[name].accepted and fields[name].value != "unclear" for name in found):
        return None
    return _unsure(group, found[0])
