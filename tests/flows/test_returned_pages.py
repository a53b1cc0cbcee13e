"""What is said about the pages of a form that came back: missing, strange, without a number."""

from __future__ import annotations

from datetime import date

import pytest

from casebook.records import Client, KindReading, Reading, Request, ReturnedPage
from casebook.store import clients, requests
from flows.returning import Returned, returned
from flows.workroom import Workroom
from rules.matching import Match

CODE = "carepacket:lmn-request:request_7ghyasjvq2coghnv"


def judged(room: Workroom, *pages: ReturnedPage, expected: tuple[int, ...] = (2, 3)) -> Returned:
    reading = Reading(
        file="s.pdf",
        sha256="0" * 64,
        pages=len(pages),
        status="read",
        kind=KindReading(value="lmn", confidence=0.99),
        returned=pages,
    )
    with room.casebook.writing("test") as tx:
        clients.put(tx, Client(id="client-1", name="Ada Example", dob=date(1970, 1, 1)))
        requests.send(
            tx,
            Request(
                id="request_7ghyasjvq2coghnv",
                client_id="client-1",
                paper="lmn-request",
                sent_on=date(2026, 11, 1),
                pages=expected,
            ),
        )
        found = returned(tx, reading, Match(outcome="stranger", reason=""))
    assert found is not None
    return found


def page(at: int, number: int | None, code: str | None = CODE) -> ReturnedPage:
    return ReturnedPage(page=at, code=code, number=number, of=3 if number else None)


@pytest.mark.parametrize(
    ("pages", "told"),
    [
        ([page(1, 2), page(2, 3)], ()),
        ([page(1, 2), page(2, 3, code=None)], ()),
        ([page(1, 2)], ("Page 3 of 3 is missing.",)),
        ([page(1, 2), page(2, None)], ("A page's number could not be read",)),
        ([page(1, 2), page(2, 3), page(3, 3)], ("Page 3 of 3 came more than once",)),
        ([page(1, 1), page(2, 2), page(3, 3)], ("Page 1 of 3 is no page of this form.",)),
        ([page(1, 2), page(2, 3, "carepacket:lmn-request:another")], ("carry 2 codes",)),
        ([page(1, 2, "carepacket:")], ("none that this casebook sent out",)),
    ],
)
def test_what_is_odd_about_the_pages_is_said(
    room: Workroom, pages: list[ReturnedPage], told: tuple[str, ...]
) -> None:
    found = judged(room, *pages)
    assert len(found.doubts) == len(told)
    assert all(part in doubt for part, doubt in zip(told, found.doubts, strict=True))


def test_both_pages_missing_but_one_are_named(room: Workroom) -> None:
    found = judged(room, page(1, 3), expected=(2, 3, 4))
    assert found.doubts == ("Pages 2 and 4 of 4 are missing.",)
