"""The finders of a letter, one after the other."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from casebook.records import Kind
from casebook.records.reading import FIELDS
from extractors.candidate import Candidate
from extractors.letters.cautions import with_cautions
from extractors.letters.clearance import find_clearance
from extractors.letters.dated import find_dated, find_document_date, find_visit_date
from extractors.letters.letter import Letter
from extractors.letters.patient import find_patient
from extractors.letters.prescribed import find_prescribed
from extractors.letters.signing import (
    find_signature_date,
    find_signed,
    labelled_signature_dates,
)
from extractors.letters.tidying import tidy
from extractors.letters.treatment import find_treatment
from extractors.letters.wishes import find_wishes
from extractors.letters.writer import find_writer
from extractors.options import ReadOptions
from extractors.page import Page


def find(pages: tuple[Page, ...], kind: Kind, options: ReadOptions) -> tuple[Candidate, ...]:
    """Proposals for the fields of one document of this kind, in no order of merit.

    A kind other than referral and lmn gets the fields that every kind has.
    """
    if not any(page.words for page in pages):
        return ()
    letter = Letter(tuple(tidy(page) for page in pages), kind, options)
    dated = list(find_document_date(letter))
    found = [*dated, *find_patient(letter, _written(dated))]
    if kind in ("referral", "lmn"):
        found += find_writer(letter)
        found += find_prescribed(letter)
        found += find_dated(letter)
        found += find_signed(letter)
        signed = tuple(find_signature_date(letter))
        found += signed
        if not dated:
            # A system's stamp says when it was signed, which may be days after the writing.
            stamped = letter.signature is not None and letter.signature.electronic is not None
            doubts = ("date.of_signing",) if stamped else ()
            found += (_as_written(candidate, doubts) for candidate in signed)
            found += find_visit_date(letter)
    if kind == "referral":
        found += find_wishes(letter)
        found += find_clearance(letter)
    if kind == "lmn":
        found += find_treatment(letter)
    elif kind not in ("referral", "lmn") and not dated:
        found += (_as_written(candidate) for candidate in labelled_signature_dates(letter))
    known = FIELDS[kind]
    return with_cautions(letter, [each for each in found if each.field in known])


def _as_written(signed: Candidate, doubts: tuple[str, ...] = ()) -> Candidate:
    """A paper whose only day is the signature's was written on that day."""
    return replace(
        signed,
        field="document_date",
        strength=round(0.85 * signed.strength, 3),
        failed=(*signed.failed, *doubts),
    )


def _written(dated: list[Candidate]) -> date | None:
    """The likeliest day of writing, to tell a birth year from a present one."""
    best = max(dated, key=lambda candidate: candidate.strength, default=None)
    return date.fromisoformat(str(best.value)) if best is not None else None
