"""LMN requests and progress reports: from a client's case to a PDF in the outbox.

However many are asked for, they are one LibreOffice call. A paper that cannot
be read back as it was meant, or has more pages than it may, lands in a
folder whose name says draft.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dateutil.relativedelta import relativedelta

from casebook.records import Case, Client, Document, Period, Provider, Request
from casebook.store import Casebook, ids, requests
from flows.errors import WrongUsage
from flows.outbox import build, client_folder, publish
from flows.settings import Settings
from rules.names import compare_names
from templates.binding import BoundExhibit, bind
from templates.exhibit_pages import CannotBind, page_count
from templates.paper import Paper
from templates.papers import ReportNotes, lmn_request, progress_report
from templates.pdf import convert
from templates.readback import missing, texts_of

_NUMBERED = re.compile(r"\bPage (\d+) of \d+\b")


@dataclass(frozen=True)
class Letter:
    """A paper that is to be made for a client; `folder` is what its folder is called.

    exhibits: documents that are bound behind it. faults: why it must not go
    out yet, whatever its PDF is like. awaited: what its code says, where an answer
    on its own pages is awaited.
    """

    client: Client
    paper: Paper
    folder: str
    exhibits: tuple[BoundExhibit, ...] = ()
    faults: tuple[str, ...] = ()
    awaited: Request | None = None


@dataclass(frozen=True)
class Made:
    """A paper that lies in the outbox. `faults` are why it is a draft; none means ready."""

    client: Client
    title: str
    folder: Path
    faults: tuple[str, ...] = ()


def request_letter(
    casebook: Casebook,
    client_id: str,
    settings: Settings,
    today: date,
    provider_id: str | None = None,
) -> Letter:
    """The request for a letter of medical necessity.

    Without a provider named, the physician who wrote the newest referral is
    asked. Raises NotFound, BadSettings.
    """
    with casebook.reading() as tx:
        case = tx.case(client_id)
        provider = provider_for(case, provider_id)
    request_id = ids.stable("request", f"{client_id} {today.isoformat()}")
    paper = lmn_request(case, provider, settings.studio(), today, request_id)
    awaited = Request(id=request_id, client_id=client_id, paper="lmn-request", sent_on=today)
    return Letter(case.client, paper, f"lmn-request-{today.isoformat()}", awaited=awaited)


def report_letter(
    casebook: Casebook,
    client_id: str,
    period: Period,
    settings: Settings,
    today: date,
    for_employer: bool = False,
    notes: ReportNotes | None = None,
) -> Letter:
    """The progress report of a period, for the physician or (participation only) the employer."""
    with casebook.reading() as tx:
        case = tx.case(client_id)
    paper = progress_report(case, period, settings.studio(), today, for_employer, notes)
    return Letter(case.client, paper, f"{paper.name}-{period.end.isoformat()}")


def month_until(today: date) -> Period:
    """The month that ends today."""
    return Period(start=today - relativedelta(months=1) + relativedelta(days=1), end=today)


def write_letters(
    letters: Sequence[Letter], settings: Settings, casebook: Casebook, actor: str
) -> tuple[Made, ...]:
    """Converts all at once, reads each back and puts it into the outbox. Raises CannotConvert.

    What is awaited back is noted in the casebook first: no code is ever printed that it does not
    know.
    """
    numbered = [
        letter.paper.model_copy(update={"name": f"{number}-{letter.paper.name}"})
        for number, letter in enumerate(letters)
    ]
    pdfs = convert(numbered)
    awaited = [
        letter.awaited.model_copy(
            update={
                "pages": numbered_pages(pdfs[paper.name]),
                "draft": letter.awaited.draft
                or bool(letter.faults or faults_of(letter.paper, pdfs[paper.name])),
            }
        )
        for letter, paper in zip(letters, numbered, strict=True)
        if letter.awaited is not None
    ]
    if awaited:
        with casebook.writing(actor) as tx:
            for request in awaited:
                requests.send(tx, request)
    return tuple(
        _put(letter, pdfs[paper.name], settings)
        for letter, paper in zip(letters, numbered, strict=True)
    )


def _put(letter: Letter, pdf: bytes, settings: Settings) -> Made:
    paper = letter.paper
    faults = (*letter.faults, *faults_of(paper, pdf))
    if letter.exhibits:
        try:
            pdf = bind(pdf, letter.exhibits, paper.name.replace("_", " "), draft=bool(faults))
        except CannotBind as fault:
            faults = (*faults, str(fault))
    name = f"draft-{letter.folder}" if faults else letter.folder
    folder = client_folder(settings.outbox, letter.client) / name
    files = {f"{paper.name}.pdf": pdf, f"{paper.name}.docx": paper.docx}
    return Made(letter.client, paper.name, publish(build(folder, files)), faults)


def numbered_pages(pdf: bytes) -> tuple[int, ...]:
    """The numbers of the pages that say "Page 2 of 3": those that carry the code and come back."""
    told = (_NUMBERED.search(text) for text in texts_of(pdf))
    return tuple(int(found[1]) for found in told if found)


def faults_of(paper: Paper, pdf: bytes) -> tuple[str, ...]:
    """What of the paper does not stand in its PDF as it was meant."""
    faults = []
    lost = missing(pdf, paper.values)
    if lost:
        faults.append(f"{len(lost)} of its texts cannot be read in the PDF")
    pages = page_count(pdf)
    if paper.pages is not None and pages != paper.pages:
        faults.append(f"it has {pages} pages instead of {paper.pages}")
    return tuple(faults)


def provider_for(case: Case, provider_id: str | None) -> Provider | None:
    """The provider of this id, else who wrote the newest referral. Raises WrongUsage."""
    return _named(case, provider_id) if provider_id else referrer_of(case)


def referrer_of(case: Case) -> Provider | None:
    """Who wrote the newest referral: as noted in the casebook, else as the referral says."""
    dated = [one for one in case.of_kind("referral") if one.text("referrer_name")]
    if not dated:
        return case.providers[0] if len(case.providers) == 1 else None
    referral = max(dated, key=lambda one: one.day("document_date") or date.min)
    name, npi = str(referral.text("referrer_name")), referral.text("referrer_npi")
    for provider in case.providers:
        if npi and provider.npi:
            if npi == provider.npi:
                return provider
        elif compare_names(name, provider.name) == "same":
            return provider
    return _as_printed(referral, name)


def _as_printed(referral: Document, name: str) -> Provider:
    return Provider(
        id=f"of-{referral.id}",
        name=name,
        credentials=referral.text("referrer_credentials"),
        npi=referral.text("referrer_npi"),
        practice=referral.text("practice_name"),
        phone=referral.text("referrer_phone"),
        fax=referral.text("referrer_fax"),
    )


def _named(case: Case, provider_id: str) -> Provider:
    for provider in case.providers:
        if provider.id == provider_id:
            return provider
    raise WrongUsage(
        f"this client is not noted to see {provider_id!r}",
        f"note it: carepacket providers link {provider_id} CLIENT",
    )
