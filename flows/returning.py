"""Our own forms that come back by scan: which request do they answer, and is every page there?

The code on a page says which request it is and thereby whose. It never
outweighs what the page itself says: a name or a birth date of somebody else
keeps the paper from that client. Whatever is odd about the pages is said.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from casebook.records import Client, Reading, Request
from casebook.records.reading import as_date
from casebook.store import Transaction, clients, documents, requests
from extractors.own_form import code_of
from rules.matching import Match
from rules.names import compare_names
from rules.words import count, listed

READ_BY_THE_READER = "lmn-request"
"""The one paper whose answer the reader reads; what is written on the others, a person enters."""


@dataclass(frozen=True)
class Returned:
    """What is known about pages with our code on them.

    client_id: whose they are, where nothing on the page speaks against it. not_theirs: why the
    client is not clear. doubts: what is odd about the pages themselves. All are sentences for a
    person, without health data.
    """

    request: Request | None
    client_id: str | None
    not_theirs: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()


def returned(
    tx: Transaction, reading: Reading, matched: Match, document_id: str | None = None
) -> Returned | None:
    """Which request the pages answer; None for pages without a code of ours.

    matched: whose the document is by name and birth date alone. document_id: the document itself,
    when it is on file already.
    """
    if not reading.returned:
        return None
    codes = sorted({page.code for page in reading.returned if page.code})
    if len(codes) > 1:
        told = f"The pages carry {count(len(codes), 'code')} of ours: scan each form by itself."
        return Returned(None, None, doubts=(told,))
    code = code_of(codes[0])
    request = requests.find(tx, code.request_id) if code else None
    if code is None or request is None or request.paper != code.paper:
        told = (
            "The code on the page is none that this casebook sent out: another studio's, or of "
            "another casebook."
        )
        return Returned(None, matched.client_id, doubts=(told,))
    not_theirs = _whose(reading, clients.get(tx, request.client_id), matched)
    doubts = [*_pages(reading, request), *_before(tx, request, document_id)]
    if request.paper != READ_BY_THE_READER:
        doubts.append("An answer to our letter: read what is written on it, and enter it.")
    client_id = None if not_theirs else request.client_id
    return Returned(request, client_id, tuple(not_theirs), tuple(doubts))


def _whose(reading: Reading, client: Client, matched: Match) -> list[str]:
    """What on the page says that it is not this client's."""
    name, dob = reading.fields.get("patient_name"), reading.fields.get("patient_dob")
    other_name = (
        name is not None
        and name.accepted
        and isinstance(name.value, str)
        and compare_names(name.value, client.name) == "different"
    )
    other_dob = dob is not None and dob.accepted and as_date(dob.value) != client.dob
    if other_name or other_dob or matched.client_id not in {None, client.id}:
        what = "name" if other_name else "birth date" if other_dob else "name and birth date"
        return [
            f"The code is that of a request for client {client.id}, but the {what} on the page "
            "is another."
        ]
    return []


def _pages(reading: Reading, request: Request) -> list[str]:
    """Which pages are missing, came twice, or bear no number that could be read."""
    numbers = [page.number for page in reading.returned]
    known = {number for number in numbers if number is not None}
    if None in numbers:
        return ["A page's number could not be read: see that every page of the form is there."]
    last = max(request.pages, default=max(known))
    doubts = []
    missing = [number for number in request.pages if number not in known]
    if missing:
        doubts.append(f"{_named(missing, last)} {'is' if len(missing) == 1 else 'are'} missing.")
    twice = sorted(number for number in known if numbers.count(number) > 1)
    if twice:
        doubts.append(f"{_named(twice, last)} came more than once: say which one counts.")
    strange = sorted(number for number in known if request.pages and number not in request.pages)
    if strange:
        doubts.append(f"{_named(strange, last)} is no page of this form.")
    return doubts


def _named(numbers: Sequence[int], last: int) -> str:
    told = listed([str(number) for number in numbers])
    return f"Page {told} of {last}" if len(numbers) == 1 else f"Pages {told} of {last}"


def _before(tx: Transaction, request: Request, document_id: str | None) -> list[str]:
    """The answer that came first, unless a person set it aside."""
    if request.answered_by is None or request.answered_by == document_id:
        return []
    if documents.get(tx, request.answered_by).state == "rejected":
        return []
    return [f"This form came back before, as document {request.answered_by}: say which one counts."]
