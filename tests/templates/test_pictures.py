"""docs/papers.md and its pictures: one of each paper; and every PDF as screen readers need it."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pypdfium2 as pdfium
import pytest
from PIL import Image

from rules.cms1500 import printed_money
from templates.readback import missing
from templates.render import FOLDER as TEMPLATES
from tests.templates.pictures import DOCS, FOLDER, MOST_BYTES, TOLD, page_of_papers, papers, pdfs
from tests.templates.test_cms1500 import two_forms


@pytest.fixture(scope="module")
def made() -> dict[str, bytes]:
    return pdfs()


def test_the_page_of_papers_is_the_one_that_is_drawn_and_pictures_are_small() -> None:
    assert (DOCS / "papers.md").read_text(encoding="utf-8") == page_of_papers()
    drawn = {path.stem: path for path in (DOCS / FOLDER).glob("*.png")}
    assert set(drawn) == set(TOLD)
    for path in drawn.values():
        assert path.stat().st_size <= MOST_BYTES
        with Image.open(path) as picture:
            assert picture.height >= 200


def test_every_template_has_its_paper_there() -> None:
    names = {path.stem.replace("_", "-") for path in TEMPLATES.glob("*.docx")}
    assert names <= set(TOLD)


def test_every_paper_reads_back_whole(made: dict[str, bytes]) -> None:
    for name, paper in papers().items():
        assert missing(made[name], paper.values) == (), name
    first, second = two_forms()
    values = [printed_money(form.total) for form in (first, second)]
    values += [first.insured_id, first.patient_name, "M1711"]
    assert missing(made["cms-1500"], values) == ()


def test_every_pdf_is_tagged_and_says_title_and_language(made: dict[str, bytes]) -> None:
    for name, data in made.items():
        with pikepdf.open(BytesIO(data)) as pdf:
            assert str(pdf.Root.Lang).startswith("en"), name
            assert str(pdf.docinfo["/Title"]), name
            if name == "cms-1500":
                continue  # values in a grid: there is no text flow to tag
            assert bool(pdf.Root.MarkInfo.Marked) and "/StructTreeRoot" in pdf.Root, name


def test_papers_of_several_parts_have_bookmarks(made: dict[str, bytes]) -> None:
    for name in ("lmn-request", "packet-front", "preauthorization", "superbill"):
        with pikepdf.open(BytesIO(made[name])) as pdf, pdf.open_outline() as outline:
            assert len(outline.root) > 0, name


def test_charts_tell_themselves_apart_without_color(made: dict[str, bytes]) -> None:
    """A black-and-white copier keeps every line of the progress report's charts."""
    document = pdfium.PdfDocument(made["progress-report"])
    try:
        page = document[0].render(scale=200 / 72).to_pil().convert("1")
    finally:
        document.close()
    charts = page.crop((int(page.width * 0.85), int(page.height * 0.32), *map(int, page.size)))
    dark = sum(1 for each in charts.tobytes() for bit in range(8) if not each >> bit & 1)
    assert dark > 2000
