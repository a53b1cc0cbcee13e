"""Digital signatures: intact, broken, added to; what the reading makes of them."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, TextStringObject

from casebook.records import Reading
from extractors.options import ReadOptions
from extractors.read import read
from extractors.signatures import verify
from tests.extractors.pages.drawing import Placed, form_pdf, letter_picture, saved, text_pdf
from tests.extractors.signing import SIGNER, signed

LETTER: tuple[Placed, ...] = (
    (72, 100, "Cedar Hollow Clinic"),
    (72, 115, "Referral"),
    (72, 130, "March 10, 2026"),
    (72, 160, "Patient: Greta Halvorsen"),
    (72, 190, "DOB: 04/12/1961"),
    (72, 220, "Dear colleague, I am referring Ms. Halvorsen for supervised exercise therapy"),
    (72, 240, "twice a week for twelve weeks. Diagnosis: low back pain, M54.50."),
    (72, 300, "Sincerely,"),
    (72, 370, "Leilani B. Quesada, MD"),
)


def _read(data: bytes) -> Reading:
    (reading,) = read(data, "letter.pdf", ReadOptions(jobs=1))
    return reading


def test_an_intact_signature_is_verified_with_place_and_name() -> None:
    (signature,) = verify(signed(text_pdf(LETTER)))
    assert signature.intact
    assert signature.covers_all
    assert signature.signer == SIGNER
    assert (signature.field, signature.page) == ("ProviderSignature", 1)
    assert signature.box == pytest.approx((200, 472, 340, 512), abs=1)


def test_a_changed_byte_breaks_it() -> None:
    data = signed(text_pdf(LETTER))
    tampered = data.replace(b"supervised exercise", b"unlimited massages!")
    assert len(tampered) == len(data)
    (signature,) = verify(tampered)
    assert not signature.intact


def test_a_page_added_later_breaks_it() -> None:
    writer = PdfWriter(io.BytesIO(signed(text_pdf(LETTER))), incremental=True)
    writer.add_blank_page(612, 792)
    out = io.BytesIO()
    writer.write(out)
    assert not any(signature.intact for signature in verify(out.getvalue()))


def test_a_second_signature_leaves_the_first_intact() -> None:
    both = verify(signed(signed(text_pdf(LETTER), "PatientSignature"), "ProviderSignature"))
    assert [(s.field, s.intact, s.covers_all) for s in both] == [
        ("PatientSignature", True, False),
        ("ProviderSignature", True, True),
    ]


def test_a_signature_that_makes_no_sense_is_broken() -> None:
    data = signed(text_pdf(LETTER))
    start = data.index(b"/Contents <") + len(b"/Contents <")
    (signature,) = verify(data[:start] + b"00" * 200 + data[start + 400 :])
    assert not signature.intact


@pytest.mark.parametrize(
    "data", [text_pdf(LETTER), saved(letter_picture(72), "PNG"), b"", b"%PDF-1.7 /ByteRang"]
)
def test_files_without_a_signature_have_none(data: bytes) -> None:
    assert verify(data) == ()


def test_the_signature_of_a_second_page_is_found_there() -> None:
    (signature,) = verify(signed(text_pdf(LETTER, LETTER), on_page=1))
    assert signature.page == 2


def test_a_letter_is_signed_by_an_intact_signature() -> None:
    assert _read(text_pdf(LETTER)).fields["signed"].value == "absent"
    reading = _read(signed(text_pdf(LETTER)))
    assert reading.fields["signed"].value == "present"
    assert not any(p.code.startswith("signature.") for p in reading.problems)


def test_the_patients_own_signature_signs_no_letter() -> None:
    reading = _read(signed(text_pdf(LETTER), "PatientSignature"))
    assert reading.fields["signed"].value == "absent"


def test_a_broken_signature_goes_to_a_person() -> None:
    data = signed(text_pdf(LETTER)).replace(b"supervised exercise", b"unlimited massages!")
    reading = _read(data)
    assert reading.fields["signed"].value == "unclear"
    assert reading.status == "needs_review"
    assert "signature.broken" in {problem.code for problem in reading.problems}


def test_a_field_filled_after_signing_is_told() -> None:
    writer = PdfWriter(io.BytesIO(signed(form_pdf())), incremental=True)
    annotations = writer.pages[0]["/Annots"]
    assert isinstance(annotations, ArrayObject)
    field = annotations[0].get_object()
    assert isinstance(field, DictionaryObject)
    field[NameObject("/V")] = TextStringObject("Somebody Else")
    out = io.BytesIO()
    writer.write(out)
    (signature,) = verify(out.getvalue())
    assert not signature.covers_all
    told = {problem.code for problem in _read(out.getvalue()).problems}
    assert told & {"signature.changed_since", "signature.broken"}
