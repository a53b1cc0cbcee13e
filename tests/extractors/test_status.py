"""A page whose ink nobody could read is put before a person."""

from __future__ import annotations

from dataclasses import replace

from extractors.options import ReadOptions
from extractors.page import Page
from extractors.read import Source, read_document
from extractors.splitting import split
from tests.extractors.pages_of import typed

UNREAD = Page(number=2, width=612, height=792, lines=(), quality=0.0)
BLANK = replace(UNREAD, quality=1.0)
SOURCE = Source("scan.pdf", "0" * 64, 2)


def test_ink_that_was_not_read_in_time_is_told_with_its_page() -> None:
    reading = read_document((UNREAD,), SOURCE, ReadOptions(), several=False)
    assert reading.status == "needs_review"
    assert reading.kind.confidence <= 0.5
    assert [problem.code for problem in reading.problems if "Page 2" in problem.message] == [
        "page.unread"
    ]


def test_one_unread_page_holds_up_a_document_that_is_read_otherwise() -> None:
    other = typed("Fitness newsletter\nOur new opening hours and what we cook in May.")
    assert read_document((other,), SOURCE, ReadOptions(), several=False).status == "read"
    reading = read_document((other, UNREAD), SOURCE, ReadOptions(), several=False)
    assert reading.status == "needs_review"


def test_an_unread_page_between_others_is_not_taken_for_a_blank_one() -> None:
    letter = typed("Fitness newsletter\nOur new opening hours and what we cook in May.")
    (document,) = split((letter, UNREAD, replace(letter, number=3)))
    assert UNREAD in document
    reading = read_document(document, SOURCE, ReadOptions(), several=False)
    assert reading.status == "needs_review"


def test_a_blank_page_is_blank() -> None:
    reading = read_document((BLANK,), SOURCE, ReadOptions(), several=False)
    assert reading.status == "read"
    assert [problem.code for problem in reading.problems] == ["page.no_text"]
