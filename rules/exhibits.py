"""Which documents stand behind a claim, in the order in which an examiner wants them."""

from __future__ import annotations

from collections.abc import Sequence

from casebook.records import Case, Claim, Document, Exhibit
from rules.coded import Coded
from rules.words import day

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

_TITLES = {
    "lmn": "Letter of medical necessity",
    "referral": "Physician's referral",
    "receipt": "Receipt",
    "eob": "Explanation of benefits",
}


PROGRESS_REPORT = "Progress report of the studio"
SUPERBILL = "Superbill"
CLAIM_FORM = "CMS-1500 (02/12) claim data"


def choose(
    case: Case, claim: Claim, with_progress_report: bool, made: Sequence[str] = ()
) -> tuple[Exhibit, ...]:
    """Letters used, referral, receipts used, insurance's papers, the studio's progress report.

    Where no line is claimed (a draft), every letter and receipt on file is
    shown, so that a person sees what there is. made: titles of papers that the
    studio makes for this claim (see `titles_of`); they come first.
    """
    explained = {line.eob_document_id for line in claim.lines}
    chosen = [
        *_used(case, claim, "lmn"),
        *case.of_kind("referral"),
        *_used(case, claim, "receipt"),
        *(d for d in case.of_kind("eob") if d.id in explained),
    ]
    exhibits = [
        Exhibit(letter=exhibit_letter(number), title=title, document_id=None, sha256=None)
        for number, title in enumerate(made)
    ]
    exhibits += [
        Exhibit(
            letter=exhibit_letter(number),
            title=_title(document),
            document_id=document.id,
            sha256=document.sha256,
            page_range=document.reading.page_range,
        )
        for number, document in enumerate(chosen, start=len(made))
    ]
    if with_progress_report:
        exhibits.append(
            Exhibit(
                letter=exhibit_letter(len(exhibits)),
                title=PROGRESS_REPORT,
                document_id=None,
                sha256=None,
            )
        )
    return tuple(exhibits)


def titles_of(found: Coded) -> tuple[str, ...]:
    """Titles of the superbills and of their forms, in the order in which they are bound."""
    several = len(found.bills) > 1
    titles = []
    for number in range(len(found.bills)):
        of_many = f" {number + 1}" if several else ""
        titles.append(f"{SUPERBILL}{of_many}")
        if found.forms:
            titles.append(f"{CLAIM_FORM}{of_many}")
    return tuple(titles)


def exhibit_letter(number: int) -> str:
    """0 → A, 25 → Z, 26 → AA."""
    letter = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, len(LETTERS))
        letter = LETTERS[rest] + letter
    return letter


def _used(case: Case, claim: Claim, kind: str) -> list[Document]:
    if kind == "lmn":
        used = {line.lmn_document_id for line in claim.lines}
        documents = case.of_kind("lmn")
    else:
        used = {line.receipt_document_id for line in claim.lines}
        documents = case.of_kind("receipt")
    return [d for d in documents if d.id in used] or list(documents)


def _title(document: Document) -> str:
    dated = document.day("document_date") or document.day("payment_date")
    title = _TITLES.get(document.kind, document.kind.replace("_", " ").capitalize())
    return f"{title} of {day(dated)}" if dated else title
