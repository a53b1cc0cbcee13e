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


def sheet(heads: list[str], rows: list[list[str]], feet: list[str] | None = None) -> bytes:
    """Lines of text above a table, and others below it, on a letter page."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(612, 792), invariant=True)
    for number, line in enumerate(heads):
        canvas.drawString(72, 740 - 20 * number, line)
    top = 730 - 20 * len(heads)
    left = 72.0
    for column in range(max(map(len, rows), default=0)):
        cells = [row[column] if column < len(row) else "" for row in rows]
        for number, cell in enumerate(cells):
            canvas.drawString(left, top - 20 * number, cell)
        left += max(canvas.stringWidth(cell) for cell in cells) + 24
    for number, line in enumerate(feet or []):
        canvas.drawString(72, top - 20 * (len(rows) + 1 + number), line)
    canvas.save()
    return buffer.getvalue()
