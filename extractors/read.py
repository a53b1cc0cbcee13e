"""Bytes in, readings out: the scan's whole way through this room, step by step.

Each step lives in its own room and can be called alone. Nothing is stored
and nothing is logged.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, replace

from casebook.records import FieldReading, KindReading, Problem, Reading
from casebook.records.reading import as_date
from extractors import kinds, letters, own_form, payers, receipts, sheets, signatures
from extractors.candidate import Candidate
from extractors.confirming import confirm
from extractors.covers import without_cover
from extractors.deciding import decide
from extractors.errors import Unreadable
from extractors.options import ReadOptions
from extractors.page import Page
from extractors.pages import notices, open_pages
from extractors.rereading import reread
from extractors.splitting import split
from extractors.status import covers_told, problems_of, status_of
from extractors.substantiating import substantiation

Pages = tuple[Page, ...]

WITH_DIAGNOSES = frozenset({"referral", "lmn", "assessment", "authorization"})
WHERE_CODED = frozenset({"receipt", "eob", "denial"})
"""Kinds that name diagnoses only as a clinic's statement or a payer's form does: by their label
and a code."""
_DIAGNOSIS = re.compile(r"\b(?:diagnos[ei]s|dx|icd)\b", re.IGNORECASE)
_CODE = re.compile(r"\b[A-TV-Z]\d[0-9A-Z](?:\.[0-9A-Z]{1,4})?\b")


@dataclass(frozen=True)
class Source:
    """Where the pages come from: the file's name, its SHA-256, how many pages it has."""

    file: str
    sha256: str
    pages: int


def read(data: bytes, name: str, options: ReadOptions | None = None) -> tuple[Reading, ...]:
    """Every document in a file. Raises Unreadable for a file that cannot be read at all."""
    options = options or ReadOptions()
    pages = signatures.with_signatures(open_pages(data, options), signatures.verify(data))
    source = Source(file=name, sha256=hashlib.sha256(data).hexdigest(), pages=len(pages))
    documents = split(pages)
    several = len(documents) > 1
    readings = [read_document(document, source, options, several) for document in documents]
    # What concerns the whole file stands with its first document.
    first = readings[0].model_copy(update={"problems": readings[0].problems + notices(data)})
    return (first, *readings[1:])


def read_document(pages: Pages, source: Source, options: ReadOptions, several: bool) -> Reading:
    """One document of a file. `several`: the file holds more than this one."""
    scanned, pages = pages, without_cover(pages)
    kind = kinds.classify(pages)
    if own_form.is_own_form(pages):
        kind = KindReading(value="lmn", confidence=max(kind.confidence, own_form.SURE))
    candidates = confirm(reread(find(kind, pages, options), pages), pages, options)
    fields = decide(candidates, pages)
    problems: tuple[Problem, ...] = ()
    if kind.value == "receipt":
        judged, problems = substantiation(fields, receipts.marks(pages), pages)
        fields["substantiates"] = judged
    rows_read, told = sheets.find(pages, kind.value, fields, options)
    fields |= rows_read
    problems += told
    reading = Reading(
        file=source.file,
        sha256=source.sha256,
        pages=source.pages,
        page_range=_range(scanned) if several else None,
        returned=own_form.returned(pages),
        status="read",
        kind=kind,
        fields=fields,
    )
    reading = _with_diagnoses(reading, pages, options)
    problems += covers_told(scanned[: len(scanned) - len(pages)])
    problems += reading.problems + problems_of(reading, pages) + signatures.problems(pages)
    reading = reading.model_copy(update={"problems": problems})
    # What is written by hand on our own form is read by a person, whatever else is sure.
    by_hand = any(problem.code == "field.handwritten" for problem in problems)
    status = "needs_review" if by_hand else status_of(reading)
    return reading.model_copy(update={"status": status})


def _range(pages: Pages) -> tuple[int, int]:
    numbers = [page.number for page in pages]
    return (min(numbers), max(numbers))


def find(kind: KindReading, pages: Pages, options: ReadOptions) -> tuple[Candidate, ...]:
    """The proposals of the finders that know this kind."""
    match kind.value:
        case "receipt":
            return receipts.find(pages, options)
        case "eob" | "denial" | "authorization":
            return payers.find(pages, kind.value, options)
        case "lmn" if own_form.is_own_form(pages):
            return own_form.find(pages, options)
        case other:
            return letters.find(pages, other, options)


def quarantined(name: str, sha256: str, error: Unreadable) -> Reading:
    """The line of a file that could not be read."""
    return Reading(
        file=name,
        sha256=sha256,
        pages=0,
        status="quarantined",
        kind=KindReading(value="other", confidence=0.0),
        problems=(Problem(code=error.code, message=error.message),),
    )


def _names_diagnoses(pages: Pages) -> bool:
    texts = [line.text for page in pages for line in page.lines]
    return any(map(_DIAGNOSIS.search, texts)) and any(map(_CODE.search, texts))


def _with_diagnoses(reading: Reading, pages: Pages, options: ReadOptions) -> Reading:
    if reading.kind.value not in WITH_DIAGNOSES and not (
        reading.kind.value in WHERE_CODED and _names_diagnoses(pages)
    ):
        return reading
    # Imported here: the negation rules take a second to load, and most papers are receipts.
    from extractors import diagnoses

    dated: FieldReading | None = reading.fields.get("document_date")
    on = as_date(dated.value) if dated else None
    found = diagnoses.find(pages, options, on)
    if own_form.is_own_form(pages):
        own, written = own_form.with_handwriting(found.diagnoses, pages)
        found = replace(found, diagnoses=own, problems=(*found.problems, *written))
    return reading.model_copy(
        update={"diagnoses": found.diagnoses, "problems": reading.problems + found.problems}
    )
