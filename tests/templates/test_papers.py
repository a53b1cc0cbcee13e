"""Whole papers through LibreOffice: pages counted, every value read back, packets complete."""

from __future__ import annotations

import json
from hashlib import sha256
from io import BytesIO

import pikepdf
import pypdfium2 as pdfium
import pytest
import zxingcpp

from rules.exhibits import choose
from rules.linting import is_ready, lint
from rules.profiles import profile
from templates import packets
from templates.binding import BoundExhibit
from templates.exhibit_pages import page_count
from templates.packets import build
from templates.paper import Paper
from templates.papers import lmn_request, progress_report
from templates.pdf import CannotConvert, convert
from templates.readback import missing
from tests.templates.cases import (
    AUTUMN,
    MEASUREMENTS,
    OSEI,
    STUDIO,
    TODAY,
    case,
    claim_of,
    hard_case,
    measured,
    one_page_pdf,
    photo,
)


def named(name: str, paper: Paper) -> Paper:
    return paper.model_copy(update={"name": name})


@pytest.fixture(scope="module")
def batch() -> tuple[dict[str, Paper], dict[str, bytes]]:
    """Ordinary and hard papers in one LibreOffice call."""
    hard = hard_case()
    many = (
        *MEASUREMENTS,
        *(m for key in ("grip_strength", "ndi", "odi", "phq9", "gait_speed", "hba1c", "weight")
          for m in measured(key, "units of it", "40", "30", "20")),
    )  # fmt: skip
    crowded = case(measurements=many, goals=hard_case(number_of_goals=6).goals)
    bare = case(documents=(), measurements=(), goals=(), sessions=())
    papers = [
        named("lmn", lmn_request(case(), OSEI, STUDIO, TODAY, "lmn_8f3kq2")),
        named("lmn-bare", lmn_request(bare, None, STUDIO, TODAY, "lmn_2")),
        named("lmn-hard", lmn_request(hard, OSEI, STUDIO, TODAY, "lmn_3")),
        named("report", progress_report(case(), AUTUMN, STUDIO, TODAY)),
        named("report-bare", progress_report(bare, AUTUMN, STUDIO, TODAY)),
        named("report-hard", progress_report(hard, AUTUMN, STUDIO, TODAY)),
        named("report-crowded", progress_report(crowded, AUTUMN, STUDIO, TODAY)),
        named("employer", progress_report(hard, AUTUMN, STUDIO, TODAY, for_employer=True)),
    ]
    return {paper.name: paper for paper in papers}, convert(papers)


Batch = tuple[dict[str, Paper], dict[str, bytes]]


def page_text(pdf: bytes, number: int) -> str:
    document = pdfium.PdfDocument(pdf)
    try:
        return str(document[number - 1].get_textpage().get_text_bounded())
    finally:
        document.close()


def test_every_value_of_every_paper_stands_in_its_pdf(batch: Batch) -> None:
    papers, pdfs = batch
    lost = {name: missing(pdfs[name], paper.values) for name, paper in papers.items()}
    assert not any(lost.values()), lost


def test_the_report_keeps_to_its_page_and_its_signature_stands_on_it(batch: Batch) -> None:
    papers, pdfs = batch
    for name in ("report", "report-bare", "report-hard", "report-crowded", "employer"):
        pages, promised = page_count(pdfs[name]), papers[name].pages
        assert "Jordan Avery" in page_text(pdfs[name], 1), name
        assert promised in (None, pages), name
        if promised is None:
            assert "Addendum" in page_text(pdfs[name], 2), name
            assert "Addendum" not in page_text(pdfs[name], 1), name


def test_the_request_is_a_letter_of_one_page_and_a_form(batch: Batch) -> None:
    _, pdfs = batch
    for name, pages in (("lmn", 2), ("lmn-bare", 2), ("lmn-hard", 3)):
        assert page_count(pdfs[name]) == pages, name
        assert "Sincerely" in page_text(pdfs[name], 1)
        assert "Letter of Medical Necessity" in page_text(pdfs[name], 2)
    # The signature goes with the practitioner's name to the next page.
    assert "Signature" not in page_text(pdfs["lmn-hard"], 2)
    assert "Harriet L. Osei" in page_text(pdfs["lmn-hard"], 3)


def test_no_box_is_ticked_and_the_mark_stands_beside_the_value(batch: Batch) -> None:
    text = page_text(batch[1]["lmn"], 2)
    assert "☐" in text and not any(tick in text for tick in "☑☒✓✔✗")
    assert "from referral of June 7, 2026, p. 1 — confirm or correct" in text


def test_the_forms_code_is_read_from_a_fax(batch: Batch) -> None:
    document = pdfium.PdfDocument(batch[1]["lmn"])
    try:
        page = document[1].render(scale=200 / 72).to_pil().convert("1")
    finally:
        document.close()
    (code,) = zxingcpp.read_barcodes(page.convert("L"))
    assert code.text == "carepacket:lmn-request:lmn_8f3kq2"


def test_pdfs_are_letter_size_tagged_titled_and_carry_their_fonts(batch: Batch) -> None:
    for name, data in batch[1].items():
        with pikepdf.open(BytesIO(data)) as pdf:
            assert [round(float(edge)) for edge in pdf.pages[0].mediabox] == [0, 0, 612, 792]
            assert bool(pdf.Root.MarkInfo.Marked), name
            assert str(pdf.Root.Lang) == "en-US"
            assert str(pdf.docinfo["/Title"])
            fonts = [o for o in pdf.objects if isinstance(o, pikepdf.Dictionary)]
            described = [o for o in fonts if o.get("/Type") == "/FontDescriptor"]
            assert described and all("/FontFile2" in each for each in described), name
            assert any("Liberation" in str(each.FontName) for each in described), name


def exhibits_of(report: bytes, receipt: bytes) -> list[BoundExhibit]:
    chosen = choose(case(), claim_of(case()), with_progress_report=True)
    files = (one_page_pdf("LETTER", 2), one_page_pdf("REFERRAL"), receipt, report)
    return [BoundExhibit(exhibit=e, data=d) for e, d in zip(chosen, files, strict=True)]


def test_a_ready_packet_is_complete(batch: Batch) -> None:
    claim = claim_of(case())
    verdicts = lint(case(), claim, profile("fsafeds"))
    assert is_ready(verdicts)
    exhibits = exhibits_of(batch[1]["report"], photo())
    made = build(case(), claim, exhibits, verdicts, STUDIO, TODAY, "ready", "packet_7")
    assert (made.status, made.missing) == ("ready", ())
    assert made.files["originals/exhibit-A.pdf"] == exhibits[0].data
    assert made.files["originals/exhibit-C.jpg"] == exhibits[2].data
    manifest = json.loads(made.files["manifest.json"])
    assert manifest["total"] == "868.00" and manifest["left_out"] == "372.00"
    assert len(manifest["lines"]) == 7 and manifest["verdicts"][0]["rule"] == "lmn.patient"
    for part in manifest["parts"]:
        assert sha256(made.files[part["file"]]).hexdigest() == part["sha256"]
    assert {part["file"] for part in manifest["parts"]} == set(made.files) - {"manifest.json"}
    for placed in made.placed:
        assert f"EXHIBIT {placed.exhibit.letter}" in page_text(made.pdf, placed.first)
        assert f"EXHIBIT {placed.exhibit.letter}" in page_text(made.pdf, placed.last)
    with pikepdf.open(BytesIO(made.pdf)) as pdf, pdf.open_outline() as outline:
        titles = [item.title for item in outline.root]
        titles += [child.title for item in outline.root for child in item.children]
        assert "Checklist" in titles and any(title.startswith("Exhibit D") for title in titles)


def test_an_exhibit_that_cannot_be_bound_makes_the_packet_a_draft(batch: Batch) -> None:
    claim = claim_of(case())
    verdicts = lint(case(), claim, profile("fsafeds"))
    exhibits = exhibits_of(batch[1]["report"], b"\xff\xd8\xff\xe0broken")
    made = build(case(), claim, exhibits, verdicts, STUDIO, TODAY, "ready", "packet_8")
    assert made.status == "draft"
    first = page_text(made.pdf, 1)
    assert "DRAFT — NOT READY TO SUBMIT" in first and "Exhibit C cannot be bound" in first
    assert made.files["originals/exhibit-C.jpg"] == b"\xff\xd8\xff\xe0broken"
    assert json.loads(made.files["manifest.json"])["status"] == "draft"


def test_a_front_that_never_agrees_with_its_own_index_gets_a_blank_page(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # With an even guess the front takes three pages, with an odd one it takes two.
    lengths = {True: 3, False: 2}
    monkeypatch.setattr(
        packets, "convert", lambda papers: {"front": one_page_pdf("f", int(papers[0].docx))}
    )
    paper, pdf, length = packets._settled(
        lambda guess: Paper(name="front", docx=b"%d" % lengths[guess % 2 == 0], values=()), 2
    )
    assert page_count(pdf) == length == 3 and paper.docx == b"2"


def test_a_front_that_does_not_read_back_makes_the_packet_a_draft(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(
        packets, "convert", lambda papers: {"packet-front": one_page_pdf("garbled", 2)}
    )
    made = build(case(), claim_of(case()), [], (), STUDIO, TODAY, "ready", "packet_9")
    assert made.status == "draft" and "$868.00" in made.missing
    assert [verdict.rule.id for verdict in made.verdicts] == ["packet.reads_back"]
    assert "DRAFT" in page_text(made.pdf, 1)


def test_what_is_not_in_a_pdf_is_missing() -> None:
    pdf = one_page_pdf("$1,240.00 for Dana")
    assert missing(pdf, ("$1,240.00", "for Dana", "$1,240.01", "Dara")) == ("$1,240.01", "Dara")


def test_a_missing_office_is_told_with_its_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(CannotConvert, match="apt-get install libreoffice-writer-nogui"):
        convert([Paper(name="x", docx=b"", values=())])


def test_an_office_that_hangs_is_stopped_and_tried_twice(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("bin")
    calls = folder / "calls"
    office = folder / "soffice"
    office.write_text(f"#!/bin/sh\necho called >> {calls}\nexec sleep 60\n")
    office.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")
    with pytest.raises(CannotConvert, match="twice"):
        convert([Paper(name="x", docx=b"", values=())], timeout=0.5)
    assert calls.read_text().count("called") == 2


def test_a_large_batch_is_shared_among_calls_and_comes_back_whole(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("bin")
    office = folder / "soffice"
    # A stand-in for the office: every Word file becomes a "PDF" of the same bytes.
    office.write_text(
        "#!/bin/sh\n"
        f"echo called >> {folder}/calls\n"
        'while [ "$1" != --outdir ]; do shift; done\n'
        'out=$2; shift 2; mkdir -p "$out"\n'
        'for file in "$@"; do name=${file##*/}; '
        'cat "$file" > "$out/${name%.docx}.pdf"; echo "%%EOF" >> "$out/${name%.docx}.pdf"; done\n'
    )
    office.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")
    papers = [Paper(name=f"p{n}", docx=b"%d" % n, values=()) for n in range(25)]
    made = convert(papers, processes=4)
    assert list(made) == [paper.name for paper in papers]
    assert made["p24"].startswith(b"24")
    assert (folder / "calls").read_text().count("called") == 2


@pytest.mark.parametrize("name", ["../escape", "a/b", "", "-x", "Dana Whitfield"])
def test_a_papers_name_cannot_leave_the_folder(name: str) -> None:
    with pytest.raises(ValueError, match="plain file names"):
        convert([Paper(name=name, docx=b"", values=())])
