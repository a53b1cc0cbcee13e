"""Payers' papers: explanations of benefits, denials, authorizations; their values, proposed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from casebook.records import Kind
from extractors.candidate import Candidate
from extractors.letterheads import find_names, head_of
from extractors.options import ReadOptions
from extractors.page import Line, Page
from extractors.payers import data
from extractors.payers.codes import find_codes
from extractors.payers.dating import find_dates_of_payer
from extractors.payers.decision_table import find_in_decision_table
from extractors.payers.money import find_lone_amount, find_money, service_table
from extractors.payers.people import find_people, find_reference
from extractors.payers.reasons import find_reason
from extractors.payers.several import with_claims_counted
from extractors.payers.units import find_units
from extractors.proposing import from_label, from_words
from extractors.tables import rows_of
from extractors.values.dates import find_dates
from extractors.values.labels import Labelled, find_labelled
from extractors.values.people import is_name

__all__ = ["find"]

_FIELDS: dict[str, frozenset[str]] = {
    "eob": frozenset({"billed", "allowed", "plan_paid", "patient_responsibility"}),
    "denial": frozenset({"denied_amount"}),
    "authorization": frozenset(),
}
"""The amounts of each kind."""


_DEPARTMENT = re.compile(
    r"(?:^|[\s|,:;–—-]+)(?:utili[sz]ation (?:management|review)|medical management|medical review"
    r"|(?:member|customer|provider|participant) (?:services?|relations|care)"
    r"|claims? (?:department|processing|services|administration|unit)|appeals?(?: (?:and|&)"
    r" grievances?)?(?: (?:department|unit|team))?|grievances? (?:and|&) appeals?"
    r"|prior authori[sz]ation (?:department|unit|team))\b.*$",
    re.IGNORECASE,
)
_GREETING = re.compile(r"(?:hi|hello|hey|dear|good (?:morning|afternoon|evening))\b", re.IGNORECASE)
_OFFICE = re.compile(
    r"\b[A-Z]{2,}\b|(?i:benefit|health|plan|service|admin|insur|mutual|group|claims|flex|account)"
)
_FROM = re.compile(r"\s*from\s*:\s*(?P<name>[^<\[(:]{4,60}?)\s*(?:[<\[(].*)?$", re.IGNORECASE)


def find(pages: Sequence[Page], kind: Kind, options: ReadOptions) -> tuple[Candidate, ...]:
    """Every proposal for the fields of an eob, a denial or an authorization."""
    rows = rows_of(pages)
    labelled = find_labelled(pages, data.labels())
    table = service_table(rows)
    candidates = [
        *_payer(pages, labelled),
        *find_people(pages, labelled, options.date_order),
        *find_reference(pages, kind, labelled),
        *find_dates_of_payer(rows, table, kind, options.date_order),
    ]
    wanted = _FIELDS.get(kind, frozenset())
    candidates += [found for found in find_money(rows, table) if found.field in wanted]
    if kind in {"eob", "denial"}:
        candidates += find_codes(rows, table)
    if kind == "denial":
        candidates += find_reason(pages, labelled)
        candidates += find_lone_amount(rows, candidates)
    if kind == "authorization":
        candidates += find_units(rows)
        candidates += find_in_decision_table(rows, options.date_order)
    return with_claims_counted(candidates, labelled)


def _above_the_date(head: Sequence[Line]) -> list[Line]:
    """The head without what stands below a letter's date, where the addressee begins.

    The whole head where nothing stands above the date.
    """
    days = [line for line in head if _is_a_date_alone(line)]
    above = [line for line in head if not days or line.box[1] < days[0].box[1]]
    return above or list(head)


def _is_a_date_alone(line: Line) -> bool:
    found = find_dates(line.text)
    return len(found) == 1 and len(line.text.strip()) <= len(found[0].text) + 2


def _without_department(text: str) -> str:
    """The plan's name without its department: "Cypress Point Health | Utilization Management"."""
    found = _DEPARTMENT.search(text)
    return text if found is None else text[: found.start()].rstrip(" |,;:–—-")


def _sender(page: Page) -> Iterator[Candidate]:
    """Who sent an e-mail: "From: Trellis Benefit Services <no-reply@trellis.example>"."""
    for line in page.lines:
        match = _FROM.match(line.text)
        if match is not None and line.box[1] < 0.4 * page.height:
            text = _without_department(match["name"].strip(" \"'"))
            person = is_name(text) and not _OFFICE.search(text)
            if text and not person and not find_dates(text):
                words = line.words_between(*match.span("name"))
                yield from_words("payer_name", text, page, words, way="label", strength=0.9)


def _is_short(name: str, pages: Sequence[Page]) -> bool:
    """Whether the paper says the name with more words elsewhere: "Strand & Cole Health Fund"."""
    begins = re.compile(rf"\W*{re.escape(name)}((?:\s+[A-Z][\w&'-]*){{1,4}})\W*", re.IGNORECASE)
    return any(
        found[1].strip()[:1].isupper()
        for page in pages
        for line in page.lines
        if (found := begins.fullmatch(line.text)) is not None
    )


def _payer(pages: Sequence[Page], labelled: Sequence[Labelled]) -> Iterator[Candidate]:
    """The letterhead's name, and whoever a label calls the payer."""
    if not pages:
        return
    page = pages[0]
    people = {found.text for found in labelled if found.name.endswith(("_name", "_person"))}
    people -= {found.text for found in labelled if found.name == "payer_name"}
    yield from _sender(page)
    for name in find_names(
        page, _above_the_date(head_of(page, share=0.3)), data.issuer_words(), data.labels()
    ):
        text = _without_department(name.text)
        if not text or _GREETING.match(text) or text in people:
            continue
        yield from_words(
            "payer_name",
            text,
            page,
            name.words,
            way="letterhead",
            strength=name.strength,
            failed=(*name.doubts, *(("name.longer_elsewhere",) if _is_short(text, pages) else ())),
        )
    for found in labelled:
        if found.name == "payer_name" and found.place != "above" and found.marked:
            text = found.text.strip(" .,;:|")
            if 3 <= len(text) <= 60 and not any(char.isdigit() for char in text):
                yield from_label("payer_name", text, found, weight=0.75)
