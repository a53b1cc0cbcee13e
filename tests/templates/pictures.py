"""``python -m tests.templates.pictures``: draws docs/papers.md and a picture of every paper anew.

The people are those of the tests, all invented. Every page of a paper stands
in its picture, small, beside the next.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

import pypdfium2 as pdfium
from PIL import Image, ImageOps

from templates.cms1500 import cms1500
from templates.papers import Paper, lmn_request, packet_front, progress_report, superbill
from templates.pdf import convert
from tests.templates.cases import AUTUMN, OSEI, STUDIO, TODAY, case, claim_of
from tests.templates.test_all_papers import of_a_case
from tests.templates.test_claim_papers import bill
from tests.templates.test_cms1500 import two_forms

DOCS = Path(__file__).parents[2] / "docs"
FOLDER = "pictures/papers"
MOST_PAGES, WIDTH, MOST_BYTES = 4, 620, 60_000

TOLD: Mapping[str, tuple[str, str]] = {
    "introduction": ("Thanks for a referral", "carepacket paper introduction CLIENT"),
    "lmn-request": (
        "Request for a letter of medical necessity, with the form",
        "carepacket request-lmn CLIENT",
    ),
    "lmn-renewal": ("Renewal of the letter, with the form", "carepacket paper renewal CLIENT"),
    "physician-query": (
        "Query to the physician: asks and chooses nothing",
        "carepacket paper query CLIENT",
    ),
    "assessment-summary": ("Assessment summary", "carepacket paper assessment-summary CLIENT"),
    "progress-report": ("Progress report, one page", "carepacket progress-report CLIENT"),
    "participation-report": (
        "Participation report for an employer",
        "carepacket progress-report CLIENT --for-employer",
    ),
    "change-in-status": ("Change in status", "carepacket paper change-in-status CLIENT"),
    "discharge-summary": ("Discharge summary", "carepacket paper discharge CLIENT"),
    "preauthorization": ("Pre-authorization request", "carepacket paper preauthorization CLIENT"),
    "packet-front": ("Front of a packet for an FSA or HSA", "carepacket packet CLIENT"),
    "employer-front": (
        "Front of a packet for an employer, without any diagnosis",
        "carepacket packet CLIENT --account employer",
    ),
    "superbill": ("Superbill, from attested codes", "carepacket packet CLIENT --account insurer"),
    "cms-1500": (
        "CMS-1500 (02/12) data on plain paper",
        "carepacket packet CLIENT --account insurer",
    ),
    "appeal": ("Appeal after a denial", "carepacket paper appeal CLIENT"),
    "expense-statement": ("Annual expense statement", "carepacket paper statement CLIENT"),
    "studio-receipt": ("The studio's own receipt", "carepacket paper receipt CLIENT"),
    "client-letter": (
        "Letter to the client: what to submit, where, by when",
        "carepacket paper client-letter CLIENT",
    ),
}
"""By the paper's name: what it is, and the command that makes it; in the order of the page."""


def papers() -> dict[str, Paper]:
    """One of each paper for an ordinary case."""
    one = case()
    employer = claim_of(one, "employer", "employer_wellness")
    made = [
        *of_a_case(one, ""),
        lmn_request(one, OSEI, STUDIO, TODAY, "lmn_8"),
        progress_report(one, AUTUMN, STUDIO, TODAY),
        progress_report(one, AUTUMN, STUDIO, TODAY, for_employer=True),
        packet_front(one, claim_of(one), (), (), STUDIO, TODAY, "ready"),
        superbill(bill("M17.11"), STUDIO),
        packet_front(one, employer, (), (), STUDIO, TODAY, "ready"),
    ]
    return {paper.name: paper for paper in made}


def pdfs() -> dict[str, bytes]:
    """Every paper of TOLD as PDF, by name."""
    made = convert(list(papers().values())) | {"cms-1500": cms1500(two_forms())}
    return {name: made[name] for name in TOLD}


def picture(pdf: bytes) -> bytes:
    """The pages side by side as a grey PNG of at most MOST_BYTES."""
    document = pdfium.PdfDocument(pdf)
    try:
        pages = [
            document[number].render(scale=WIDTH / 612).to_pil().convert("L")
            for number in range(min(len(document), MOST_PAGES))
        ]
    finally:
        document.close()
    framed = [ImageOps.expand(page, 1, 180) for page in pages]
    sheet = Image.new("L", (sum(page.width + 8 for page in framed) - 8, framed[0].height), 255)
    at = 0
    for page in framed:
        sheet.paste(page, (at, 0))
        at += page.width + 8
    for share in (1.0, 0.85, 0.7, 0.6, 0.5, 0.4):
        size = (round(sheet.width * share), round(sheet.height * share))
        made = BytesIO()
        sheet.resize(size, Image.Resampling.LANCZOS).quantize(8).save(made, "PNG", optimize=True)
        if made.tell() <= MOST_BYTES:
            break
    return made.getvalue()


def page_of_papers() -> str:
    """docs/papers.md."""
    lines = [
        "# The papers",
        "",
        "Every paper that carepacket makes, for an invented client. All but the CMS-1500 are Word",
        "templates; a studio edits its own copy (`carepacket templates copy NAME`, then `check`).",
        "Drawn by `python -m tests.templates.pictures`.",
        "",
    ]
    for name, (what, command) in TOLD.items():
        lines += [f"## {what}", "", f"`{command}`", "", f"![{what}]({FOLDER}/{name}.png)", ""]
    return "\n".join(lines)


def draw(docs: Path = DOCS) -> None:
    """Writes the page and the pictures."""
    (docs / FOLDER).mkdir(parents=True, exist_ok=True)
    for name, pdf in pdfs().items():
        (docs / FOLDER / f"{name}.png").write_bytes(picture(pdf))
    (docs / "papers.md").write_text(page_of_papers(), encoding="utf-8")


if __name__ == "__main__":
    draw(Path(sys.argv[1]) if len(sys.argv) > 1 else DOCS)
