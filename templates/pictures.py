"""Small pictures that are not charts: QR codes."""

from __future__ import annotations

from io import BytesIO

import segno

from templates.paper import Picture


def qr_code(text: str, width: float, description: str) -> Picture:
    """A QR code of `text`, `width` points wide, that survives a fax (error correction Q)."""
    made = BytesIO()
    segno.make(text, error="q", micro=False).save(made, kind="png", scale=12, border=2)
    return Picture(png=made.getvalue(), width=width, description=description)
