"""A person who settles a value sees its place on the page."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from casebook.records import Document, Evidence, FieldReading, KindReading, Reading
from extractors.options import ReadOptions
from extractors.read import read
from flows.errors import WrongUsage
from flows.looking import look
from tests.flows.papers import referral

PAPER = referral("Dana Whitfield")


def document(reading: Reading) -> Document:
    return Document(
        id="doc_1",
        scan_id="scan_1",
        sha256="0" * 64,
        state="waiting",
        reason="Confirm it.",
        reading=reading,
    )


@pytest.fixture(scope="module")
def referred() -> Document:
    return document(read(PAPER, "scan.pdf", ReadOptions(jobs=1))[0])


def red(path: Path) -> NDArray[np.bool_]:
    """Which pixels belong to the frame."""
    pixels = np.asarray(Image.open(path).convert("RGB")).astype(int)
    found: NDArray[np.bool_] = (pixels[..., 0] > 150) & (pixels[..., 1] < 80)
    return found


def test_a_fields_place_is_shown_in_a_frame(referred: Document, tmp_path: Path) -> None:
    [shown] = look(referred, PAPER, ("patient_dob",), tmp_path / "look")
    assert shown.field == "patient_dob"
    frame = red(shown.path)
    assert frame.any()
    rows, columns = np.nonzero(frame)
    box = referred.reading.fields["patient_dob"].evidence[0].box
    wide, high = (np.ptp(columns), np.ptp(rows))
    assert wide == pytest.approx((box[2] - box[0] + 4.4) * 150 / 72, abs=4)
    assert high == pytest.approx((box[3] - box[1] + 4.4) * 150 / 72, abs=4)


def test_a_diagnosis_is_shown_by_its_number(referred: Document, tmp_path: Path) -> None:
    [shown] = look(referred, PAPER, ("diagnoses.0",), tmp_path)
    assert shown.path.name == "diagnoses-0-1.png"
    with pytest.raises(WrongUsage):
        look(referred, PAPER, ("diagnoses.7",), tmp_path)
    with pytest.raises(WrongUsage):
        look(referred, PAPER, ("shoe_size",), tmp_path)


def test_what_has_no_place_is_looked_for_on_the_whole_page(tmp_path: Path) -> None:
    reading = Reading(
        file="scan.pdf",
        sha256="0" * 64,
        pages=1,
        status="needs_review",
        kind=KindReading(value="referral", confidence=0.4),
        fields={"patient_name": FieldReading(value="D. W.", confidence=0.4, accepted=False)},
    )
    shown = look(document(reading), PAPER, (), tmp_path)
    assert [each.field for each in shown] == ["page"]
    picture = Image.open(BytesIO(shown[0].path.read_bytes()))
    assert picture.width == pytest.approx(612 * 150 / 72, abs=2)


def test_a_place_on_a_page_that_is_not_there_shows_nothing_wrong(tmp_path: Path) -> None:
    gone = Evidence(page=9, box=(1.0, 2.0, 3.0, 4.0), text="x")
    field = FieldReading(value="x", confidence=0.4, accepted=False, evidence=(gone,))
    reading = Reading(
        file="scan.pdf",
        sha256="0" * 64,
        pages=1,
        status="needs_review",
        kind=KindReading(value="referral", confidence=0.99),
        fields={"member_id": field},
    )
    assert [each.field for each in look(document(reading), PAPER, (), tmp_path)] == ["page"]
