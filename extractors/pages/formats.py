"""What a file is, told by its bytes, never by its name."""

from __future__ import annotations

from typing import Literal

from extractors.errors import Unreadable

Format = Literal["pdf", "image", "heif"]

_PDF_WITHIN = 1024
"""Viewers accept a PDF header anywhere in the first kilobyte; mail gateways put lines before it."""

_IMAGES = (
    b"\x89PNG\r\n\x1a\n",
    b"\xff\xd8\xff",
    b"II*\x00",
    b"MM\x00*",
    b"II+\x00",
    b"MM\x00+",
    b"GIF87a",
    b"GIF89a",
    b"BM",
)
_HEIF_BRANDS = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1", b"avif")

_KNOWN_OTHERS = {
    b"PK\x03\x04": "an Office document or a ZIP archive",
    b"\xd0\xcf\x11\xe0": "an older Office document",
    b"{\\rtf": "a rich-text document",
}


def detect(data: bytes) -> Format:
    """The format. Raises Unreadable "file.empty" or "file.unknown_format"."""
    if not data.strip(b"\x00 \t\r\n"):
        raise Unreadable("file.empty", "The file is empty. Scan or copy it again.")
    if b"%PDF-" in data[:_PDF_WITHIN]:
        return "pdf"
    if data.startswith(_IMAGES) or (data[:4] == b"RIFF" and data[8:12] == b"WEBP"):
        return "image"
    if data[4:8] == b"ftyp" and data[8:12] in _HEIF_BRANDS:
        return "heif"
    for magic, name in _KNOWN_OTHERS.items():
        if data.startswith(magic):
            raise Unreadable(
                "file.unknown_format", f"This is {name}. Save or print it as PDF and drop that."
            )
    raise Unreadable(
        "file.unknown_format",
        "This is no PDF and no picture (PNG, JPEG, TIFF, HEIC, WebP, BMP, GIF). "
        "Save it as PDF and drop that.",
    )
