"""The letter form that the physician completes: blank, or pre-filled from a cited document.

What the physician owns (condition, treatment, how it treats, frequency,
duration, the signature) is never worded by the studio. A value stands there
only if a filed referral (for a renewal: the letter on file) says so, with the
place it was taken from.
"""

from __future__ import annotations

from datetime import date
from math import ceil

from casebook.records import Case, Diagnosis, Document, Provider, Record
from rules.icd10 import lookup
from rules.lmn import is_vague
from rules.names import compare_names
from templates.contexts.sources import latest, mark
from templates.space import LEADING, text_height
from templates.wording import clean, day, inline_address, long_dates, phone

HOW = "How this treatment treats the condition"
HOW_LINES, FEWEST_LINES = 4, 2
WIDTH, LINE, EDGES = 504.0, 16.0, 3.0
"""Of the boxes, in points, as templates/building/lmn_form.py draws them."""
ROOM = 474.5
"""Points that the boxes may take on one page beside headings, affirmation and signature."""
OUR_RECORDS = "from our records — confirm or correct"


class Entry(Record):
    """One box of the form. Either `value` with its `source`, or blank lines to write on.

    hint: what belongs here. note: a question to the physician. Empty texts
    print nothing.
    """

    label: str
    hint: str = ""
    value: str = ""
    source: str = ""
    note: str = ""
    lines: int = 0


class Row(Record):
    """Two boxes side by side."""

    left: Entry
    right: Entry


class LmnForm(Record):
    """The form's boxes, in their order on the page."""

    patient: tuple[Row, ...]
    diagnoses: tuple[Entry, ...]
    treatment: tuple[Entry, ...]
    course: tuple[Row, ...]
    provider: tuple[Row, ...]
    practice: Entry

    @property
    def questions(self) -> int:
        """How many boxes ask the physician something."""
        return sum(1 for entry in (*self.diagnoses, *self.treatment) if entry.note)


def lmn_form(
    case: Case,
    provider: Provider | None,
    plan: str,
    today: date,
    renewed: Document | None = None,
) -> LmnForm:
    """The form for this client; `plan` is the administrator's name or empty.

    renewed: the letter that runs out; what it says is offered for confirmation.
    """
    referral = latest(case, "referral")
    source = renewed or referral
    practitioner, practice = _provider(provider, _own_paper(provider, source))
    form = LmnForm(
        patient=_patient(case, plan),
        diagnoses=_diagnoses(source, today),
        treatment=(
            _fact("Treatment", "name it and describe it", renewed, "treatment", 2),
            Entry(label=HOW, lines=HOW_LINES),
            _listed("Goals of the treatment", "", referral, "goals", 2),
            _listed("Restrictions and precautions", "“none” if none", referral, "restrictions", 1),
        ),
        course=(
            Row(
                left=_fact("Frequency", "such as times a week", source, "frequency"),
                right=_fact("Duration", "at most 12 months", source, "duration"),
            ),
            Row(
                left=_blank("Start of treatment", "date"),
                right=_blank("End of treatment", "date; not “ongoing” or “lifetime”"),
            ),
        ),
        provider=practitioner,
        practice=practice,
    )
    return _on_one_page(form)


def _on_one_page(form: LmnForm) -> LmnForm:
    """The box for the physician's own words gives up lines, where that keeps the signature here.

    A form that is longer all the same runs on, with all its lines.
    """
    over = _height(form) - ROOM
    spared = max(0, ceil(over / LINE))
    if spared > HOW_LINES - FEWEST_LINES:
        return form
    boxes = (
        each.model_copy(update={"lines": each.lines - spared}) if each.label == HOW else each
        for each in form.treatment
    )
    return form.model_copy(update={"treatment": tuple(boxes)})


def _height(form: LmnForm) -> float:
    """Points that the boxes take; headings and signature are not counted."""
    single = [*form.diagnoses, *form.treatment, form.practice]
    rows = (*form.patient, *form.course, *form.provider)
    return sum(_box(each, WIDTH) for each in single) + sum(
        max(_box(each, WIDTH / 2) for each in (row.left, row.right)) for row in rows
    )


def _box(entry: Entry, width: float) -> float:
    inner = width - EDGES
    parts = ((entry.value, 9.5), (entry.note, 8.0), (f"{entry.source}:", 7.5))
    written = sum(text_height(text, inner, size) for text, size in parts if text.strip(":"))
    return 7.5 * LEADING + EDGES + written + LINE * entry.lines


def _patient(case: Case, plan: str) -> tuple[Row, ...]:
    client = case.client
    member = ", ".join(client.member_ids)
    return (
        Row(
            left=Entry(label="Name", value=clean(client.name)),
            right=Entry(label="Date of birth", value=day(client.dob)),
        ),
        Row(
            left=_known("Employer", client.employer),
            right=_known("Plan or account administrator", plan),
        ),
        Row(
            left=_known("Member or account number", member),
            right=_blank("User name or last four digits of SSN", "the participant completes this"),
        ),
    )


def _diagnoses(referral: Document | None, today: date) -> tuple[Entry, ...]:
    label, hint = "Diagnosed condition", "specific, with its ICD-10-CM code"
    found = referral.diagnoses() if referral else ()
    if referral is None or not found:
        return (Entry(label=label, hint=hint, lines=2),)
    return tuple(_diagnosis(each, referral, label, hint, today) for each in found)


def _diagnosis(
    diagnosis: Diagnosis, referral: Document, label: str, hint: str, today: date
) -> Entry:
    """The condition as the referral words it. An unbillable code is asked for."""
    value, note = clean(diagnosis.text), ""
    if is_vague(diagnosis.text, diagnosis.code):
        note = "Administrators refuse this as too general: please name the diagnosed condition."
    elif diagnosis.code is None:
        note = "The source shows no ICD-10-CM code: please add it."
    else:
        code = lookup(diagnosis.code, today)
        if code.status == "billable" or code.may_be_new:
            value = f"{value} ({code.code})"
        else:
            named = "" if diagnosis.code in code.message else f"code {diagnosis.code}, "
            note = f"On the source: {named}{code.message}. Please enter the code."
    note = long_dates(note)
    return Entry(
        label=label,
        hint=hint,
        value=value,
        source=mark(referral, diagnosis.evidence),
        note=clean(note),
    )


def _own_paper(provider: Provider | None, paper: Document | None) -> Document | None:
    """The paper, if it was written by the provider who is asked (or nobody was chosen)."""
    if paper is None or provider is None:
        return paper
    writer = paper.text(f"{_role(paper)}_name")
    return paper if writer and compare_names(writer, provider.name) == "same" else None


def _role(paper: Document) -> str:
    """How the paper's fields call its writer."""
    return "provider" if paper.kind == "lmn" else "referrer"


def _provider(provider: Provider | None, paper: Document | None) -> tuple[tuple[Row, ...], Entry]:
    """The practitioner's boxes, and the practice with its address."""
    name = provider.name if provider else None
    credentials = provider.credentials if provider else None
    address = inline_address(provider.address) if provider and provider.address else None
    practice = " · ".join(
        part for part in ((provider.practice if provider else None), address) if part
    )
    number = (provider.npi or provider.license) if provider else None
    telephone = phone(provider.phone) if provider and provider.phone else None
    rows = (
        Row(
            left=_person("Name", name, paper, "name"),
            right=_person("Credentials", credentials, paper, "credentials"),
        ),
        Row(
            left=_person("NPI or license number", number, paper, "npi"),
            right=_person("Telephone", telephone, paper, "phone"),
        ),
    )
    place = _person("Practice and address", practice or None, paper, "practice")
    return rows, place


def _person(label: str, known: str | None, paper: Document | None, what: str) -> Entry:
    """What our records say of the provider, else the provider's own paper, else blank."""
    if known:
        return Entry(label=label, value=clean(known), source=OUR_RECORDS)
    if paper is None:
        return _blank(label, "")
    return _fact(
        label, "", paper, "practice_name" if what == "practice" else f"{_role(paper)}_{what}"
    )


def _fact(label: str, hint: str, referral: Document | None, field: str, lines: int = 1) -> Entry:
    fact = referral.fact(field) if referral else None
    if referral is None or fact is None or not isinstance(fact.value, str):
        return Entry(label=label, hint=hint, lines=lines)
    value = phone(fact.value) if field.endswith(("phone", "fax")) else clean(fact.value)
    return Entry(label=label, hint=hint, value=value, source=mark(referral, fact.evidence))


def _listed(label: str, hint: str, referral: Document | None, field: str, lines: int) -> Entry:
    texts = referral.texts(field) if referral else ()
    if referral is None or not texts:
        return Entry(label=label, hint=hint, lines=lines)
    fact = referral.fact(field)
    return Entry(
        label=label,
        hint=hint,
        value=clean("; ".join(texts)),
        source=mark(referral, fact.evidence if fact else ()),
    )


def _known(label: str, value: str | None) -> Entry:
    return Entry(label=label, value=clean(value)) if value else _blank(label, "")


def _blank(label: str, hint: str) -> Entry:
    return Entry(label=label, hint=hint, lines=1)
