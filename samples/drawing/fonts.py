"""The typefaces of the drawn papers: Liberation and DejaVu, by short names.

Debian: ``apt-get install fonts-liberation2 fonts-dejavu-core fonts-dejavu-extra``. A face is
looked for when a paper uses it, so papers of Liberation need no DejaVu.
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


_STYLES: Final = ("", "bold", "italic", "bolditalic")


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
def use(name: str) -> None:
    """Makes one face known to reportlab by its short name: "sans", "sans-bold", "sans-italic", …

    Raises FontMissing.
    """
    family, _, style = name.partition("-")
    file = _FAMILIES[family][_STYLES.index(style)]
    pdfmetrics.registerFont(TTFont(name, str(path(file))))
    addMapping(family, 1 if "bold" in style else 0, 1 if "italic" in style else 0, name)


def use_marked_up(name: str, text: str) -> None:
    """The same, with the bold and italic faces that <b> and <i> in the text ask for."""
    use(name)
    family = name.partition("-")[0]
    if "<b>" in text:
        use(f"{family}-bold")
    if "<i>" in text:
        use(f"{family}-italic")
