"""Every other paper through LibreOffice in one batch: pages, tags, language, values read back."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pypdfium2 as pdfium
import pytest
import zxingcpp

from casebook.records import Case
from rules.appeals import plan
from rules.profiles import profile
from templates.exhibit_pages import page_count
from templates.paper import Paper
from templates.papers import (
    StatusChange,
    appeal,
    assessment_summary,
    change_in_status,
    client_letter,
    discharge_summary,
    expense_statement,
    introduction,
    lmn_renewal,
    packet_front,
    physician_query,
    preauthorization,
    studio_receipt,
    superbill,
)
from templates.pdf import convert
from templates.readback import missing, texts_of
from tests.templates.cases import AUTUMN, OSEI, STUDIO, TODAY, case, claim_of, hard_case
from tests.templates.test_claim_papers import bill, denial
from tests.templates.test_physician_papers import with_diagnosis

ONE_PAGE = {
    "introduction",
    "physician-query",
    "assessment-summary",
    "change-in-status",
    "client-letter",
    "discharge-summary",
    "studio-receipt",
    "expense-statement",
    "appeal",
    "employer-front",
    "superbill",
}
CODED = (
    "lmn-renewal",
    "lmn-renewal-hard",
    "physician-query",
    "change-in-status",
    "preauthorization",
    "preauthorization-hard",
)
Batch = tuple[dict[str, Paper], dict[str, bytes]]


def of_a_case(one: Case, suffix: str) -> list[Paper]:
    """All papers of one case; the hard one breaks careless pages."""
    fsafeds = profile("fsafeds")
    refused = one.model_copy(update={"documents": (*one.documents, denial())})
    found = plan(refused, denial(), profile("generic_insurer"), "insurer")
    change = StatusChange(observed_on=TODAY, observed="Dizzy & <pale> 😀.", done="Stopped.")
    open_one = with_diagnosis("low back pain", "M54.5")
    claim = claim_of(one, "employer", "employer_wellness")
    papers = [
        introduction(one, OSEI, STUDIO, TODAY),
        lmn_renewal(one, OSEI, fsafeds, STUDIO, TODAY, "lmn_9", with_report=True),
        physician_query(one, open_one, OSEI, STUDIO, TODAY, "query_1"),
        assessment_summary(one, AUTUMN, STUDIO, TODAY),
        change_in_status(one, change, OSEI, STUDIO, TODAY, "change_1"),
        discharge_summary(one, STUDIO, TODAY),
        client_letter(one, claim_of(one), fsafeds, STUDIO, TODAY),
        studio_receipt(one, AUTUMN, STUDIO, TODAY, "AS-117"),
        expense_statement(one, 2026, fsafeds, STUDIO, TODAY),
        appeal(refused, denial(), found, STUDIO, TODAY),
        preauthorization(one, OSEI, "Cascade Mutual Health", STUDIO, TODAY, "auth_1"),
        packet_front(one, claim, (), (), STUDIO, TODAY, "ready"),
        superbill(bill("M17.11", "E11.9"), STUDIO),
    ]
    return [paper.model_copy(update={"name": f"{paper.name}{suffix}"}) for paper in papers]


@pytest.fixture(scope="module")
def batch() -> Batch:
    papers = [*of_a_case(case(), ""), *of_a_case(hard_case(40, 12), "-hard")]
    return {paper.name: paper for paper in papers}, convert(papers)


def test_every_value_of_every_paper_stands_in_its_pdf(batch: Batch) -> None:
    papers, pdfs = batch
    lost = {name: missing(pdfs[name], paper.values) for name, paper in papers.items()}
    assert not any(lost.values()), {name: each for name, each in lost.items() if each}


def test_ordinary_papers_take_one_page_and_promises_are_kept(batch: Batch) -> None:
    papers, pdfs = batch
    pages = {name: page_count(pdf) for name, pdf in pdfs.items()}
    assert {name for name, number in pages.items() if name in ONE_PAGE and number != 1} == set()
    for name, paper in papers.items():
        assert paper.pages in (None, pages[name]), name


def test_pdfs_are_tagged_titled_in_english_and_carry_their_fonts(batch: Batch) -> None:
    for name, data in batch[1].items():
        with pikepdf.open(BytesIO(data)) as pdf:
            assert [round(float(edge)) for edge in pdf.pages[0].mediabox] == [0, 0, 612, 792]
            assert bool(pdf.Root.MarkInfo.Marked) and str(pdf.Root.Lang) == "en-US", name
            assert str(pdf.docinfo["/Title"]), name
            described = [
                each
                for each in pdf.objects
                if isinstance(each, pikepdf.Dictionary) and each.get("/Type") == "/FontDescriptor"
            ]
            assert described and all("/FontFile2" in each for each in described), name


def test_every_page_that_comes_back_carries_a_code_that_a_fax_leaves_readable(batch: Batch) -> None:
    for name in CODED:
        document = pdfium.PdfDocument(batch[1][name])
        try:
            pages = [page.render(scale=200 / 72).to_pil() for page in document]
        finally:
            document.close()
        for page in pages[1:] if name.startswith("lmn-renewal") else pages:
            (code,) = zxingcpp.read_barcodes(page.convert("1").convert("L"))
            assert code.text.startswith("carepacket:"), name


def test_no_page_bears_a_closing_alone(batch: Batch) -> None:
    """The last paragraph goes along to the next page, however long a letter is."""
    pages = texts_of(batch[1]["introduction-hard"])
    assert len(pages) > 1
    assert "You reach us" in pages[-1] and "Sincerely," in pages[-1]
