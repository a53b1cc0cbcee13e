"""The form that the physician fills in, as it comes out of a fax machine, read by Tesseract."""

from __future__ import annotations

import shutil
import subprocess
from io import BytesIO

import pypdfium2 as pdfium
import pytest
from PIL import Image

from rules.words import count
from templates.papers import lmn_request
from templates.pdf import convert
from tests.templates.cases import OSEI, STUDIO, TODAY, case


@pytest.mark.skipif(shutil.which("tesseract") is None, reason="needs Tesseract")
def test_a_fax_of_the_form_still_reads_right() -> None:
    """Fine mode: 204 dots across by 196 down, black or white, no grey."""
    paper = lmn_request(case(), OSEI, STUDIO, TODAY, "lmn_8")
    document = pdfium.PdfDocument(convert([paper])[paper.name])
    try:
        page = document[1].render(scale=204 / 72).to_pil().convert("L")
    finally:
        document.close()
    faxed = page.resize((page.width, page.height * 196 // 204)).point(
        lambda v: 255 * (v > 150), "1"
    )
    square = faxed.convert("L").resize((page.width, page.height), Image.Resampling.BILINEAR)
    made = BytesIO()
    square.save(made, "PNG", dpi=(204, 204))
    done = subprocess.run(
        ["tesseract", "stdin", "stdout", "--psm", "4"],
        input=made.getvalue(),
        capture_output=True,
        check=True,
    )
    text = " ".join(done.stdout.decode().split())
    wanted = (
        "Letter of Medical Necessity",
        "Dana R. Whitfield",
        "March 14, 1968",
        "W48820571",
        "Primary osteoarthritis, right knee (M17.11)",
        "no deep squats beyond 90 degrees",
        "2 sessions per week",
        "6 months",
        "Harriet L. Osei",
        "1730158429",
        "(541) 555-0120",
        "Signature",
        "Date signed",
        "is not for general health or for cosmetic purposes",
    )
    lost = [each for each in wanted if each not in text]
    assert lost == [], f"{count(len(lost), 'text')} lost"
