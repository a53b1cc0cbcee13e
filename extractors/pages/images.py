"""Pictures: PNG, JPEG, TIFF of several pages, HEIC, WebP, BMP, GIF."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from functools import lru_cache

import numpy as np
from PIL import Image, ImageFile, ImageOps, ImageSequence, UnidentifiedImageError

from extractors.errors import Unreadable
from extractors.page import Gray
from extractors.pages.sheet import MOST_PIXELS, Sheet

_LETTER_WIDTH, _LETTER_HEIGHT = 8.5, 11.0
_ROLL_WIDTH = 80 / 25.4
"""Thermal paper, in inches."""
_ROLL_ASPECT = 1.9
_LEAST_DPI = 60.0
_FINEST_DPI = (100.0, 1300.0)
"""72 and 96 are what cameras and editors write when they know nothing. A coarse fax: 204 × 98."""
_WIDEST = 17.0
"""Inches: a page that would be wider than two letters side by side has no true resolution."""
_WHOLE = 300_000_000
"""Pixels that may be decoded at all: a large drawing passes, a decompression bomb does not."""
_BROKEN = (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError, KeyError, TypeError)
"""What Pillow raises on damaged files; TypeError where a TIFF's table of contents is cut off."""


def sheets_of_image(data: bytes, most_pages: int) -> tuple[Sheet, ...]:
    """One sheet per frame.

    Raises Unreadable "file.damaged", "file.too_large", "file.too_many_pages".
    """
    frames = [(_size(frame), frame.mode == "1") for frame in _frames(data, most_pages)]
    if not frames:
        raise _damaged()
    frame_of = lru_cache(maxsize=2)(lambda number: _gray_frame(data, number))
    return tuple(
        Sheet(
            number=number + 1,
            width=columns / across * 72,
            height=rows / down * 72,
            render=_renderer(frame_of, number, columns / across * 72, rows / down * 72),
            native_dpi=max(across, down),
            cover=1.0,
            bitonal=bitonal,
        )
        for number, ((columns, rows, across, down), bitonal) in enumerate(frames)
    )


def _open(data: bytes) -> Image.Image:
    ImageFile.LOAD_TRUNCATED_IMAGES = True  # a cut-off fax still shows its upper half
    Image.MAX_IMAGE_PIXELS = _WHOLE // 2  # Pillow refuses at twice this
    if data[4:8] == b"ftyp":
        import pillow_heif  # costs 50 ms that no other format should pay

        pillow_heif.register_heif_opener()
    try:
        return Image.open(io.BytesIO(data))
    except Image.DecompressionBombError:
        raise _too_large() from None
    except _BROKEN:
        raise _damaged() from None


def _frames(data: bytes, most_pages: int) -> Iterator[Image.Image]:
    image = _open(data)
    # Only TIFF and HEIC hold pages; further frames of a GIF or WebP are animation.
    if image.format not in ("TIFF", "HEIF", "AVIF"):
        yield image
        return
    # A part must not pass for the whole: a page that cannot be opened spoils the file.
    try:
        count = getattr(image, "n_frames", 1)
    except _BROKEN:
        raise _damaged() from None
    if count > most_pages:
        raise Unreadable(
            "file.too_many_pages",
            f"The file has more than {most_pages} pages. Split it into smaller files.",
        )
    try:
        yield from ImageSequence.Iterator(image)
    except _BROKEN:
        raise _damaged() from None


def _size(frame: Image.Image) -> tuple[int, int, float, float]:
    """(columns, rows, dpi across, dpi down) after the camera's orientation is honoured."""
    columns, rows = frame.size
    if columns * rows > _WHOLE:
        raise _too_large()
    across, down = _resolution(frame)
    if frame.getexif().get(0x0112, 1) in (5, 6, 7, 8):
        columns, rows, across, down = rows, columns, down, across
    if not across:
        across = down = columns / _usual_width(rows / columns)
    return columns, rows, across, down


def _usual_width(aspect: float) -> float:
    """Inches that a picture of this height over width most likely shows across."""
    if aspect >= _ROLL_ASPECT:
        return _ROLL_WIDTH
    return _LETTER_WIDTH if aspect >= 1 else _LETTER_HEIGHT


def _resolution(frame: Image.Image) -> tuple[float, float]:
    """Dots per inch across and down as the file says; (0, 0) where it does not or cannot be."""
    said = frame.info.get("dpi") or (0, 0)
    try:
        across, down = float(said[0]), float(said[1])
    except (TypeError, ValueError, IndexError, ZeroDivisionError):
        return 0.0, 0.0
    low, high = _FINEST_DPI
    believable = (
        low <= max(across, down) <= high
        and min(across, down) >= _LEAST_DPI
        and min(frame.size) / max(across, down) <= _WIDEST
    )
    return (across, down) if believable else (0.0, 0.0)


def _gray_frame(data: bytes, number: int) -> Gray:
    """One frame as gray pixels on white, in the orientation of the camera."""
    image = _open(data)
    try:
        image.seek(number)
        upright = ImageOps.exif_transpose(image)
        if upright.mode in ("RGBA", "LA", "PA") or "transparency" in upright.info:
            clear = upright.convert("RGBA")
            upright = Image.alpha_composite(Image.new("RGBA", clear.size, "white"), clear)
        if upright.mode.startswith("I"):
            deep = np.asarray(upright, dtype=np.float64)
            return np.asarray(deep * (255 / max(1.0, deep.max())), dtype=np.uint8)
        return np.asarray(upright.convert("L"), dtype=np.uint8)
    except Image.DecompressionBombError:
        raise _too_large() from None
    except (*_BROKEN, MemoryError):
        raise _damaged() from None


def _renderer(
    frame_of: Callable[[int], Gray], number: int, width: float, height: float
) -> Callable[[float], Gray]:
    def render(dpi: float) -> Gray:
        import cv2

        gray = frame_of(number)
        columns, rows = max(1, round(width / 72 * dpi)), max(1, round(height / 72 * dpi))
        shrink = min(1.0, (MOST_PIXELS / (columns * rows)) ** 0.5)
        columns, rows = max(1, int(columns * shrink)), max(1, int(rows * shrink))
        if (rows, columns) == gray.shape:
            return gray
        smaller = rows * columns < gray.size
        way = cv2.INTER_AREA if smaller else cv2.INTER_CUBIC
        return np.asarray(cv2.resize(gray, (columns, rows), interpolation=way), dtype=np.uint8)

    return render


def _damaged() -> Unreadable:
    return Unreadable("file.damaged", "The picture is damaged. Scan or photograph it again.")


def _too_large() -> Unreadable:
    return Unreadable(
        "file.too_large", "The picture is too large to read. Scan it again at 300 dpi."
    )
