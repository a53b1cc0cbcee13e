"""The CMS-1500: values in the form's grid, blank where the form wants blanks."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from itertools import pairwise
from typing import Literal

import pikepdf
import pypdfium2 as pdfium
import pytest

from rules.cms1500 import BillingProvider, Cms1500Form, Referring, forms
from templates.cms1500 import COLUMN, LEFT, LINE, TOP, cms1500, marks
from templates.readback import text_of
from tests.templates.cases import DANA, STUDIO
from tests.templates.test_claim_papers import bill

BILLING = BillingProvider(
    name="Alder & Stone Medical Fitness",
    address=STUDIO.address,
    phone=STUDIO.phone,
    npi="1234567893",
    tax_id="93-1550138",
)


def two_forms() -> tuple[Cms1500Form, ...]:
    """Eight services: one form of six lines, one of two."""
    return forms(
        bill("M17.11", "E11.9"),
        BILLING,
        patient_address=DANA.address,
        patient_phone=DANA.phone,
        onset=date(2026, 3, 1),
        referring=Referring(name="Harriet L. Osei MD", npi="1730158429"),
    )


def values(form: Cms1500Form) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for mark in marks(form):
        found.setdefault(mark.box, []).append(mark.text)
    return found


def test_boxes_are_written_as_the_form_wants_them() -> None:
    boxes = values(two_forms()[0])
    assert boxes["2"] == ["WHITFIELD, DANA, R"] and boxes["3"] == ["03 14 1968"]
    assert boxes["14"] == ["03 01 2026", "431"]
    assert boxes["17"][0] == "DN" and boxes["17b"] == ["1730158429"]
    assert boxes["21"] == ["0"] and boxes["21A"] == ["M1711"] and boxes["21B"] == ["E119"]
    assert set(boxes["24E"]) == {"A"} and set(boxes["24F"]) == {"124 00"}


def test_eight_services_take_two_forms_each_with_its_own_total() -> None:
    first, second = (values(form) for form in two_forms())
    assert len(first["24D"]) == 6 and len(second["24D"]) == 2
    assert (first["28"], second["28"]) == (["744 00"], ["248 00"])


def test_the_boxes_that_stay_blank_are_blank() -> None:
    for form in two_forms():
        assert not {"8", "9b", "9c", "13", "30"} & set(values(form))


def test_client_paid_means_no_assignment() -> None:
    (mark,) = (each for each in marks(two_forms()[0]) if each.box == "27")
    assert (mark.text, mark.column) == ("X", 43)


def test_the_overlay_prints_the_values_alone_and_can_be_shifted() -> None:
    plain, red = cms1500(two_forms()), cms1500(two_forms(), "red form", shift=(3.0, 5.0))
    assert "form 1 of 2" in text_of(plain) and "form 1 of 2" not in text_of(red)
    page = pdfium.PdfDocument(red)[0].get_textpage()
    at = page.search("W48820571").get_next()
    left, _, _, _ = page.get_charbox(at[0])
    assert abs(left - (LEFT + 49 * COLUMN + 3.0)) < 2
    _, bottom, _, _ = page.get_charbox(at[0])
    assert abs(bottom - (792 - TOP - 8 * LINE - 5.0)) < 3


def test_values_of_one_line_do_not_run_into_one_another() -> None:
    for form in two_forms():
        placed: dict[int, list[tuple[int, int]]] = {}
        for mark in marks(form):
            start = mark.column - len(mark.text) if mark.right else mark.column
            placed.setdefault(mark.line, []).append((start, start + len(mark.text)))
        for line, spans in placed.items():
            ordered = sorted(spans)
            for (_, end), (start, _) in pairwise(ordered):
                assert end <= start, f"line {line}"


def test_without_a_form_nothing_is_printed() -> None:
    with pytest.raises(ValueError, match="no form"):
        cms1500(())


def test_a_text_that_its_box_does_not_hold_stands_whole_on_an_addendum() -> None:
    long = "Maximiliana Wolfeschlegelsteinhausenbergerdorff-O'Shaughnessy"
    whole = forms(
        bill("M17.11").model_copy(update={"patient_name": long}),
        BILLING,
        patient_address=DANA.address,
    )
    made = cms1500(whole)
    assert len(pdfium.PdfDocument(made)) == 3
    wanted = "Form 1, box 2: WOLFESCHLEGELSTEINHAUSENBERGERDORFF-O'SHAUGHNESSY, MAXIMILIANA"
    assert wanted in " ".join(text_of(made).split())
    assert len(pdfium.PdfDocument(cms1500(whole, "red form"))) == 2
    assert len(pdfium.PdfDocument(cms1500(two_forms()))) == 2


def test_no_value_reaches_into_the_next_box() -> None:
    """Where a longer text is cut on the form, its room ends before the next box begins."""
    long = "W" * 80
    whole = forms(
        bill("M17.11").model_copy(update={"patient_name": f"{long} {long}"}),
        BILLING.model_copy(update={"name": long}),
        patient_address=DANA.address.model_copy(update={"street": long, "city": long})
        if DANA.address
        else None,
        patient_phone=DANA.phone,
        referring=Referring(name=f"{long} {long}", npi="1730158429"),
    )
    for line in {mark.line for mark in marks(whole[0])}:
        placed = sorted(
            (mark.column, mark.column + min(len(mark.text), mark.room))
            for mark in marks(whole[0])
            if mark.line == line and not mark.right
        )
        for (_, end), (start, _) in pairwise(placed):
            assert end <= start, f"line {line}"


@pytest.mark.parametrize("on", ["plain", "red form"])
def test_every_box_is_tagged_by_its_number(on: Literal["plain", "red form"]) -> None:
    with pikepdf.open(BytesIO(cms1500(two_forms(), on))) as pdf:
        assert bool(pdf.Root.MarkInfo.Marked) and str(pdf.Root.Lang) == "en-US"
        (whole,) = pdf.Root.StructTreeRoot.K
        titles = [str(piece["/T"]) for piece in whole.K]
        assert titles == [f"Box {m.box}" for form in two_forms() for m in marks(form)]
        for number, page in enumerate(pdf.pages):
            assert int(page.obj.StructParents) == number
            marked = [
                int(each.operands[1]["/MCID"])
                for each in pikepdf.parse_content_stream(page)
                if str(each.operator) == "BDC"
            ]
            assert marked == list(range(len(marks(two_forms()[number]))))
