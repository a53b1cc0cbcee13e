"""QR codes and bar codes on a page."""

from __future__ import annotations

from extractors.page import Gray


def codes_on(picture: Gray) -> tuple[str, ...]:
    """What the codes say, from the top; codes that hold bytes instead of text are left out.

    picture: the upright page at about 150 dpi (a studio's QR code is an inch wide).
    """
    import zxingcpp

    found = zxingcpp.read_barcodes(picture, try_rotate=False, try_downscale=False)
    return tuple(code.text for code in found if code.valid and code.text)
