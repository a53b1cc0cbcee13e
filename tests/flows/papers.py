"""Small PDFs with a text layer, so that reading them is quick."""

from __future__ import annotations

import io
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas


def referral(name: str, dob: str = "03/14/1968", diagnosis: str = "M54.51 low back pain") -> bytes:
    """A one-page referral of this patient."""
    lines = [
        "Fern Hollow Family Medicine",
        "Exercise referral",
        "Date: October 5, 2026",
        f"Patient: {name}",
        f"Date of birth: {dob}",
        f"Diagnosis: {diagnosis}",
        "Please see this patient for supervised exercise, two times per week for 12 weeks.",
        "Referring physician: Elena Marsh, MD   NPI 1234567893",
    ]
    return pdf(lines)


def pdf(lines: list[str]) -> bytes:
    """Lines of text on a letter page."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(612, 792), invariant=True)
    for number, line in enumerate(lines):
        canvas.drawString(72, 720 - 20 * number, line)
    canvas.save()
    return buffer.getvalue()


def burst(folder: Path, count: int) -> None:
    """Drops that many different papers at once."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        (folder / f"scan-{number:02}.pdf").write_bytes(referral(f"Person Number {number:02}"))
