"""Pictures of the few pages that are being read, kept: several steps look at the same one.

What a page's picture is rendered from may be a scan inside a PDF, which is decoded anew each time.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from extractors.page import Gray
from extractors.pages.preparing.binary import Mask, ink_mask

Picture = Callable[[float], Gray]
"""As `Page.picture`: told apart by identity, so every step must ask by the page's own."""


@lru_cache(maxsize=4)
def rendered(picture: Picture, dpi: float) -> Gray:
    """The gray pixels of a page at a resolution. Not to be written to."""
    pixels = picture(dpi)
    pixels.setflags(write=False)
    return pixels


@lru_cache(maxsize=4)
def rendered_ink(picture: Picture, dpi: float) -> Mask:
    """The ink of a page's picture: tick boxes and signatures are looked for on the same one. Not to
    be written to."""
    mask = ink_mask(rendered(picture, dpi))
    mask.setflags(write=False)
    return mask
