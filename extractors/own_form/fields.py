"""From the form's boxes to proposals for the fields of a letter of medical necessity."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from casebook.records import Diagnosis, Evidence, Problem, ReturnedPage
from extractors.candidate import Candidate
from extractors.ink import Ink
from extractors.letters.prescribed import LENGTH
from extractors.letters.proposing import propose
from extractors.options import ReadOptions
from extractors.own_form.boxes import Box, boxes_of, lost
from extractors.own_form.code import CODE, codes_of
from extractors.page import Page
from extractors.splitting import count
from extractors.values.dates import find_dates
from extractors.values.identifiers import is_npi

LETTER = "lmn-request"
SURE = 0.99
"""How surely a page with our form's code is our form."""
HANDWRITTEN = "form.handwritten"
"""A failed check of every value in a box into which somebody wrote by hand."""
LABELS_LOST = "form.labels_lost"
"""A failed check of every value when a label is not legible: its box may have run into another."""
_DATES = ("patient_dob", "start_date", "end_date", "signature_date")
_TEXTS = (
    "patient_name",
    "administrator",
    "member_id",
    "treatment",
    "frequency",
    "provider_name",
    "provider_credentials",
)
_STRENGTH = 0.97


def is_own_form(pages: tuple[Page, ...]) -> bool:
    """Whether these pages are our form for a letter of medical necessity."""
    return any(code.paper == LETTER for page in pages for code in codes_of(page))


def returned(pages: tuple[Page, ...]) -> tuple[ReturnedPage, ...]:
    """The pages, when one of them carries a code of ours; a page without one belongs to them by
    where it lies."""
    if not any(text.startswith(CODE) for page in pages for text in page.codes):
        return ()
    found = []
    for page in pages:
        number, of = count(page) or (None, None)
        codes: list[str | None] = [
            text for text in dict.fromkeys(page.codes) if text.startswith(CODE)
        ]
        found += [
            ReturnedPage(page=page.number, code=code, number=number, of=of)
            for code in codes or [None]
        ]
    return tuple(found)


def find(pages: tuple[Page, ...], options: ReadOptions) -> tuple[Candidate, ...]:
    """Proposals from the boxes; nothing from anywhere else on the page."""
    failed = (LABELS_LOST,) if lost(pages) else ()
    return tuple(
        chain.from_iterable(_of(box, options, failed) for page in pages for box in boxes_of(page))
    )


def _of(box: Box, options: ReadOptions, failed: tuple[str, ...]) -> Iterator[Candidate]:
    if not box.is_clean:  # strokes beside what was read may say something else
        failed = (*failed, HANDWRITTEN)
    if box.name == "signature":
        yield _signed(box, failed[:-1] if not box.is_clean else failed)
    elif box.name in _DATES:
        dates = find_dates(box.text, options.date_order)
        if len(dates) == 1:
            yield _proposal(box.name, dates[0].iso, box, failed, ("date.role",), dates[0].mended)
            if box.name == "signature_date":
                # The form is written on the day on which it is signed.
                yield _proposal("document_date", dates[0].iso, box, failed, ("date.role",))
    elif box.name == "provider_npi" and box.text:
        number = box.text.replace(" ", "")
        if is_npi(number):
            yield _proposal("provider_npi", number, box, failed, ("npi.check_digit",))
        else:
            yield _proposal("provider_license", box.text, box, failed)
    elif box.name == "duration" and box.text:
        yield _proposal(
            "duration", box.text, box, (*failed, HANDWRITTEN) if _is_no_length(box) else failed
        )
    elif box.name in _TEXTS and box.text:
        shape = ("name.shape",) if box.name.endswith("_name") else ()
        yield _proposal(box.name, box.text, box, failed, shape)


def _is_no_length(box: Box) -> bool:
    """Anything but a length is no length: "42-weeks" is what a line through "12 weeks" leaves, and
    "12 weeks wane" a pen beside it."""
    if box.name != "duration" or not box.text:
        return False
    return LENGTH.fullmatch(box.text) is None or "-" in box.text


def _proposal(
    field: str,
    value: str,
    box: Box,
    failed: tuple[str, ...],
    passed: tuple[str, ...] = (),
    mended: bool = False,
) -> Candidate:
    return propose(
        field,
        value,
        "label",
        _STRENGTH,
        box.page,
        box.words,
        passed=("label.exact", *passed),
        failed=failed,
        mended=mended,
    )


_SIGNED: dict[Ink, tuple[str, float]] = {
    "present": ("present", 0.97),
    "absent": ("absent", 0.95),
    "unclear": ("unclear", 0.3),
}


def _signed(box: Box, failed: tuple[str, ...]) -> Candidate:
    value, strength = _SIGNED[box.ink]
    return propose(
        "signed",
        value,
        "signature_block",
        strength,
        box.page,
        box.label.words,
        passed=("signature.ink",) if value == "present" else (),
        failed=failed,
    )


def with_handwriting(
    diagnoses: tuple[Diagnosis, ...], pages: tuple[Page, ...]
) -> tuple[tuple[Diagnosis, ...], tuple[Problem, ...]]:
    """The diagnoses, none accepted that somebody may have corrected; what a person looks at.

    A diagnosis that stands in no box for one (a goal, a reason) is not the form's own.
    """
    boxes = [box for page in pages for box in boxes_of(page)]
    complete = not lost(pages)
    own = [box for box in boxes if box.name == "diagnosis"]
    kept = []
    for diagnosis in diagnoses:
        box = next((box for box in own if _within(diagnosis.evidence, box)), None)
        if box is not None:
            accepted = diagnosis.accepted and box.is_clean and complete
            kept.append(diagnosis.model_copy(update={"accepted": accepted}))
    written = [
        box
        for box in boxes
        if (not box.is_clean or _is_no_length(box)) and box.name not in ("signature", "affirmation")
    ]
    problems = tuple(
        Problem(
            code="field.handwritten",
            message=f"Something is written by hand at “{box.title}”. Look at the page.",
            field="diagnoses" if box.name == "diagnosis" else box.name,
        )
        for box in written
    )
    return tuple(kept), problems


def _within(found: tuple[Evidence, ...], box: Box) -> bool:
    left, top, right, bottom = box.place
    return any(
        each.page == box.page.number
        and top - 3 <= (each.box[1] + each.box[3]) / 2 <= bottom
        and left - 6 <= each.box[0] <= right
        for each in found
    )
