"""Several documents in one file."""

from __future__ import annotations

from dataclasses import replace

from extractors.page import Page
from extractors.splitting import count, split
from tests.extractors.pages_of import Put, page_of

BLANK = Page(number=9, width=612, height=792, lines=())


def _page(*lines: str, foot: str = "") -> Page:
    puts = [Put(72, 60 + 18 * number, line) for number, line in enumerate(lines)]
    return page_of([*puts, Put(280, 750, foot)] if foot else puts)


def _sizes(*pages: Page) -> list[int]:
    return [len(document) for document in split(pages)]


INVOICE = _page(
    "Corewright Training", "INVOICE", "Invoice no. 10442", "Date: 06/02/2026", "Total $95"
)
NEXT_INVOICE = _page(
    "Corewright Training", "INVOICE", "Invoice no. 10443", "Date: 07/02/2026", "Total $190"
)
PROSE = _page("and the knee has been stiff since then.", "With kind regards,", "Ada Byrne, MD")


def test_pages_without_a_start_stay_together() -> None:
    assert _sizes(INVOICE, PROSE, PROSE) == [3]


def test_running_count_keeps_together_and_restarts() -> None:
    one, two = _page("Referral", foot="Page 1 of 2"), _page("more", foot="Page 2 of 2")
    assert _sizes(one, two, one, two) == [2, 2]
    assert count(two) == (2, 2)


def test_blank_page_separates() -> None:
    assert _sizes(INVOICE, BLANK, PROSE) == [1, 1]


def test_blank_page_within_a_counted_document_does_not() -> None:
    one, two = _page("Referral", foot="Page 1 of 2"), _page("more", foot="Page 2 of 2")
    assert _sizes(one, BLANK, two) == [2]


def test_blank_backs_of_a_two_sided_scan_separate_nothing() -> None:
    assert _sizes(INVOICE, BLANK, PROSE, BLANK) == [2]


def test_the_same_studio_s_next_invoice_is_another_document() -> None:
    assert _sizes(INVOICE, NEXT_INVOICE) == [1, 1]


def test_the_same_head_with_the_same_number_continues() -> None:
    assert _sizes(INVOICE, INVOICE) == [2]


def test_a_till_receipt_after_a_letter_is_another_document() -> None:
    assert _sizes(PROSE, replace(INVOICE, width=226.0)) == [1, 1]


def test_our_own_code_starts_a_document() -> None:
    coded = replace(PROSE, codes=("carepacket:lmn-request:req_1",))
    assert _sizes(INVOICE, coded, coded) == [1, 2]


def test_our_own_pages_are_put_in_order_and_never_join_what_lies_before_them() -> None:
    code = ("carepacket:lmn-request:req_1",)
    second = replace(_page("Condition", foot="Page 2 of 3"), codes=code, number=2)
    third = replace(_page("Practitioner", foot="Page 3 of 3"), codes=code, number=1)
    other = replace(second, codes=("carepacket:lmn-request:req_2",), number=3)
    [document] = split((third, second))
    assert [page.number for page in document] == [2, 1]
    assert _sizes(INVOICE, second, third) == [1, 2], "its count goes on from no foreign page"
    assert _sizes(second, third, other) == [2, 1], "another client's form"


def test_foreign_pages_stay_as_they_lie() -> None:
    second = replace(_page("Practitioner", foot="Page 2 of 2"), number=1)
    first = replace(_page("Condition", foot="Page 1 of 2"), number=2)
    assert [page.number for document in split((second, first)) for page in document] == [1, 2]


def test_only_blank_pages_are_one_document() -> None:
    assert _sizes(BLANK, BLANK) == [2]


def test_separator_sheets_part_the_same_studio_s_papers_and_belong_to_none() -> None:
    for words in ("--- DOCUMENT SEPARATOR ---", "Separator sheet", "Patch II"):
        assert _sizes(INVOICE, _page(words, "Do not scan"), INVOICE) == [1, 1]


def test_a_page_that_only_mentions_a_separator_is_kept() -> None:
    letter = "Please put a separator sheet between the papers of two patients when you send them"
    assert _sizes(INVOICE, _page(letter, "on to us, for then none of them is lost.")) == [2]


REFERRAL = (
    "Lakeview Family Medicine",
    "EXERCISE REFERRAL",
    "Date: 05/03/2026",
    "DOB: 03/04/1970",
    "Please see this patient for supervised exercise twice a week for 12 weeks.",
    "Referring physician: Carla Whitmore, MD",
)


def test_the_same_practice_s_next_patient_is_another_document() -> None:
    dana, luis = _page(*REFERRAL, "Patient: Dana Whitfield"), _page(*REFERRAL, "Patient: Luis Tran")
    assert _sizes(dana, luis) == [1, 1]
    assert _sizes(dana, _page(*REFERRAL, "Patient: Whitfield, Dana R.")) == [2]


def test_a_second_page_that_goes_on_in_the_middle_is_kept_with_the_first() -> None:
    first = _page(
        "Carla N. Whitmore, MD",
        "May 3, 2026",
        "LETTER OF MEDICAL NECESSITY",
        "Re: Dana Whitfield, DOB 03/04/1970",
        "I am treating this patient for type 2 diabetes (E11.9).",
    )
    second = _page(
        "The treatment is medically necessary to improve glycemic control, twice a week.",
        "It is not for general health.",
        "Carla N. Whitmore, MD   NPI 1234567893",
        "Date: 05/04/2026",
    )
    assert _sizes(first, second) == [2]
