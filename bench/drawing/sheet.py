"""A sheet of paper on which a layout is set: thin words over reportlab's flowables."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from io import BytesIO
from pathlib import Path
from random import Random
from typing import Any, Literal
from xml.sax.saxutils import escape

from reportlab.lib import colors
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

FONTS = Path("/usr/share/fonts/truetype")
FAMILIES: dict[str, tuple[str, str]] = {
    "LiberationSans": (
        "liberation2/LiberationSans-Regular.ttf",
        "liberation2/LiberationSans-Bold.ttf",
    ),
    "LiberationSerif": (
        "liberation2/LiberationSerif-Regular.ttf",
        "liberation2/LiberationSerif-Bold.ttf",
    ),
    "LiberationMono": (
        "liberation2/LiberationMono-Regular.ttf",
        "liberation2/LiberationMono-Bold.ttf",
    ),
    "DejaVuSans": ("dejavu/DejaVuSans.ttf", "dejavu/DejaVuSans-Bold.ttf"),
    "DejaVuSerif": ("dejavu/DejaVuSerif.ttf", "dejavu/DejaVuSerif-Bold.ttf"),
    "DejaVuCondensed": ("dejavu/DejaVuSansCondensed.ttf", "dejavu/DejaVuSansCondensed-Bold.ttf"),
    "DejaVuMono": ("dejavu/DejaVuSansMono.ttf", "dejavu/DejaVuSansMono-Bold.ttf"),
    "Roboto": (
        "roboto/unhinted/RobotoTTF/Roboto-Regular.ttf",
        "roboto/unhinted/RobotoTTF/Roboto-Bold.ttf",
    ),
    "Lato": ("lato/Lato-Regular.ttf", "lato/Lato-Bold.ttf"),
    "OpenSans": ("open-sans/OpenSans-Regular.ttf", "open-sans/OpenSans-Bold.ttf"),
    "Carlito": ("crosextra/Carlito-Regular.ttf", "crosextra/Carlito-Bold.ttf"),
}
"""Families that are drawn with where they are installed."""


_ALIGNED: dict[str, Literal[0, 1, 2]] = {"left": 0, "center": 1, "right": 2}


@cache
def families() -> tuple[str, ...]:
    """Registers the fonts that this machine has; returns their names."""
    found = []
    for name, (regular, bold) in FAMILIES.items():
        if (FONTS / regular).exists() and (FONTS / bold).exists():
            pdfmetrics.registerFont(TTFont(name, str(FONTS / regular)))
            pdfmetrics.registerFont(TTFont(name + "-Bold", str(FONTS / bold)))
            pdfmetrics.registerFontFamily(
                name, normal=name, bold=name + "-Bold", italic=name, boldItalic=name + "-Bold"
            )
            found.append(name)
    return tuple(found)


class Scribble(Flowable):
    """Ink like a signature, above a line or without one."""

    def __init__(
        self, random: Random, width: float = 130, height: float = 34, line: bool = True
    ) -> None:
        super().__init__()
        self.width, self.height, self.random, self.line = width, height, random, line

    def draw(self) -> None:
        canvas, r = self.canv, self.random
        canvas.saveState()
        canvas.setStrokeColor(
            r.choice([colors.black, colors.HexColor("#1a237e"), colors.HexColor("#222244")])
        )
        canvas.setLineWidth(r.uniform(0.8, 1.7))
        path = canvas.beginPath()
        x, y = 4.0, self.height * 0.35
        path.moveTo(x, y)
        step = self.width * r.uniform(0.5, 0.85) / 9
        for _ in range(9):
            points = [
                (x + step * r.uniform(0.1, 0.9), self.height * r.uniform(0.02, 0.98))
                for _ in range(2)
            ]
            x += step
            y = self.height * r.uniform(0.15, 0.7)
            path.curveTo(*points[0], *points[1], x, y)
        canvas.drawPath(path)
        canvas.restoreState()
        if self.line:
            canvas.setLineWidth(0.6)
            canvas.line(0, 3, self.width + 40, 3)


class Blank(Scribble):
    """A signature line that nobody signed."""

    def draw(self) -> None:
        if self.line:
            self.canv.setLineWidth(0.6)
            self.canv.line(0, 3, self.width + 40, 3)


@dataclass
class Sheet:
    """Collects flowables in one font; `pdf()` sets them. Sizes in points."""

    random: Random
    font: str
    size: float = 10.5
    width: float = 612
    height: float = 792
    margin: float = 62
    flow: list[Any] = field(default_factory=list)

    def style(
        self, size: float = 0, bold: bool = False, align: str = "left", indent: float = 0
    ) -> ParagraphStyle:
        size = size or self.size
        return ParagraphStyle(
            "any",
            fontName=self.font + ("-Bold" if bold else ""),
            fontSize=size,
            leading=size * 1.28,
            alignment=_ALIGNED[align],
            leftIndent=indent,
        )

    def say(
        self,
        text: str,
        size: float = 0,
        bold: bool = False,
        align: str = "left",
        indent: float = 0,
        after: float = 0,
    ) -> None:
        """One paragraph; `text` is plain, newlines break lines."""
        shown = escape(text).replace("\n", "<br/>")
        self.flow.append(Paragraph(shown, self.style(size, bold, align, indent)))
        if after:
            self.gap(after)

    def gap(self, points: float = 8) -> None:
        self.flow.append(Spacer(1, points))

    def rule(self, weight: float = 0.7) -> None:
        self.table(
            [[""]],
            [self.width - 2 * self.margin],
            lines=[("LINEABOVE", (0, 0), (-1, 0), weight, colors.black)],
            pad=0,
        )

    def table(
        self,
        rows: list[list[Any]],
        widths: list[float] | None = None,
        lines: list[tuple[Any, ...]] | None = None,
        right: tuple[int, ...] = (),
        bold_head: bool = False,
        bold_last: bool = False,
        grid: bool = False,
        pad: float = 2,
        size: float = 0,
        shade: bool = False,
        align: Literal["LEFT", "RIGHT"] = "LEFT",
    ) -> None:
        """Plain cells. right: columns set flush right."""
        size = size or self.size
        commands: list[tuple[Any, ...]] = [
            ("FONT", (0, 0), (-1, -1), self.font, size, size * 1.25),
            ("TOPPADDING", (0, 0), (-1, -1), pad),
            ("BOTTOMPADDING", (0, 0), (-1, -1), pad),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (0, -1), 0 if not grid else 4),
        ]
        commands += [("ALIGN", (c, 0), (c, -1), "RIGHT") for c in right]
        if bold_head:
            commands.append(("FONT", (0, 0), (-1, 0), self.font + "-Bold", size, size * 1.25))
        if bold_last:
            commands.append(("FONT", (0, -1), (-1, -1), self.font + "-Bold", size, size * 1.25))
        if grid:
            commands.append(("GRID", (0, 0), (-1, -1), 0.5, colors.black))
        if shade:
            commands.append(("BACKGROUND", (0, 0), (-1, 0), colors.HexColor("#dddddd")))
        commands += lines or []
        table = Table(rows, colWidths=widths, hAlign=align)
        table.setStyle(TableStyle(commands))
        self.flow.append(table)

    def pair(self, label: str, value: str, label_width: float = 120, bold: bool = False) -> None:
        """A label with its value in the next column."""
        cell = Paragraph(escape(value), self.style())
        shown = Paragraph(escape(label), self.style(bold=bold))
        self.table(
            [[shown, cell]], [label_width, self.width - 2 * self.margin - label_width], pad=1
        )

    def pdf(self, footer: str = "") -> bytes:
        """The finished PDF."""
        out = BytesIO()
        document = SimpleDocTemplate(
            out,
            pagesize=(self.width, self.height),
            leftMargin=self.margin,
            rightMargin=self.margin,
            topMargin=self.margin * 0.7,
            bottomMargin=self.margin * 0.7,
            invariant=1,
        )

        def foot(canvas: Any, _: Any) -> None:
            if footer:
                canvas.setFont(self.font, 7)
                canvas.drawCentredString(self.width / 2, 22, footer)

        document.build(list(self.flow), onFirstPage=foot, onLaterPages=foot)
        return out.getvalue()
