"""A fax's cover sheet stays with its paper and says nothing about it."""

from __future__ import annotations

from dataclasses import replace

from extractors.covers import is_cover, without_cover
from extractors.options import ReadOptions
from extractors.read import Source, read_document
from extractors.splitting import in_order, split
from tests.extractors.pages_of import typed

COVER = """
FACSIMILE TRANSMITTAL SHEET
Harborview Rehabilitation

TO: Cedar Street Fitness            FROM: Medical records
FAX: 206-555-0170                   DATE: 05/09/2026
RE: referral                        PAGES: 2

The patient would like to start soon.
"""
ORDER = """
Harborview Rehabilitation
44 Pier Road, Seattle, WA 98101     Tel 206-555-0140   Fax 206-555-0141

Date: 05/06/2026
Patient: Ilse Marten     DOB: 02/03/1961

Referral to exercise: supervised strength training, 2x/week for 8 weeks
Diagnosis: Type 2 diabetes (E11.9)

Ruth M. Okafor, MD
NPI 1245319599
"""


def test_a_cover_and_what_it_covers_are_one_document_dated_by_the_order() -> None:
    pages = (typed(COVER), typed(ORDER, number=2))
    (document,) = split(pages)
    reading = read_document(document, Source("fax.pdf", "0" * 64, 2), ReadOptions(), several=False)
    assert reading.kind.value == "referral"
    assert reading.fields["document_date"].value == "2026-05-06"
    assert reading.fields["document_date"].evidence[0].page == 2
    assert [p.message[:6] for p in reading.problems if p.code == "page.cover"] == ["Page 1"]


def test_a_cover_starts_the_next_fax() -> None:
    pages = (typed(ORDER), typed(COVER, number=2), typed(ORDER, number=3))
    assert [len(document) for document in split(pages)] == [1, 2]


def test_an_order_headed_fax_is_no_cover() -> None:
    assert not is_cover(typed("FAX\n" + ORDER))


def test_a_cover_alone_stays_what_it_is() -> None:
    cover = typed(COVER)
    assert without_cover((cover,)) == (cover,)


def test_a_short_order_sent_as_the_fax_itself_is_no_cover() -> None:
    order = COVER.replace(
        "The patient would like to start soon.", "Dx: low back pain. Rx: exercise."
    )
    assert not is_cover(typed(order))


def test_our_own_form_under_a_cover_is_put_in_order() -> None:
    ours = frozenset({"carepacket:request:1"})
    one = replace(typed("Form\n\nPage 1 of 2"), codes=tuple(ours))
    two = replace(typed("Form\n\nPage 2 of 2", number=3), codes=tuple(ours))
    cover = typed(COVER)
    assert in_order((cover, two, one)) == (cover, one, two)
