"""The typefaces of the drawn papers: Liberation and DejaVu, by short names.

Debian: ``apt-get install fonts-liberation2 fonts-dejavu-core fonts-dejavu-extra``.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

from reportlab.lib.fonts import addMapping
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

_FOLDERS: Final = (Path("/usr/share/fonts/truetype"), Path("/usr/local/share/fonts"))

_FAMILIES: Final[dict[str, tuple[str, str, str, str]]] = {
    "sans": (
        "LiberationSans-Regular",
        "LiberationSans-Bold",
        "LiberationSans-Italic",
        "LiberationSans-BoldItalic",
    ),
    "serif": (
        "LiberationSerif-Regular",
        "LiberationSerif-Bold",
        "LiberationSerif-Italic",
        "LiberationSerif-BoldItalic",
    ),
    "mono": (
        "LiberationMono-Regular",
        "LiberationMono-Bold",
        "LiberationMono-Italic",
        "LiberationMono-BoldItalic",
    ),
    "wide": (
        "DejaVuSans",
        "DejaVuSans-Bold",
        "DejaVuSans-Oblique",
        "DejaVuSans-BoldOblique",
    ),
    "narrow": (
        "DejaVuSansCondensed",
        "DejaVuSansCondensed-Bold",
        "DejaVuSansCondensed-Oblique",
        "DejaVuSansCondensed-BoldOblique",
    ),
    "slab": (
        "DejaVuSerif",
        "DejaVuSerif-Bold",
        "DejaVuSerif-Italic",
        "DejaVuSerif-BoldItalic",
    ),
    "book": (
        "DejaVuSerifCondensed",
        "DejaVuSerifCondensed-Bold",
        "DejaVuSerifCondensed-Italic",
        "DejaVuSerifCondensed-BoldItalic",
    ),
    "till": ("DejaVuSansMono", "DejaVuSansMono-Bold", "DejaVuSansMono-Oblique", "DejaVuSansMono"),
}
"""Regular, bold, italic and bold italic of each family."""


class FontMissing(Exception):
    """A typeface is not installed; the message says which package brings it."""


def path(name: str) -> Path:
    """Where a typeface lies, by its file name without ending. Raises FontMissing."""
    for folder in _FOLDERS:
        for found in sorted(folder.rglob(f"{name}.ttf")):
            return found
    raise FontMissing(
        f"The typeface {name} is not installed. Run: "
        "apt-get install fonts-liberation2 fonts-dejavu-core fonts-dejavu-extra"
    )


@cache
def register() -> None:
    """Makes every family known to reportlab: "sans", "sans-bold", "sans-italic", …

    Raises FontMissing.
    """
    for family, files in _FAMILIES.items():
        for suffix, file in zip(("", "-bold", "-italic", "-bolditalic"), files, strict=True):
            pdfmetrics.registerFont(TTFont(family + suffix, str(path(file))))
        addMapping(family, 0, 0, family)
        addMapping(family, 1, 0, f"{family}-bold")
        addMapping(family, 0, 1, f"{family}-italic")
        addMapping(family, 1, 1, f"{family}-bolditalic")
