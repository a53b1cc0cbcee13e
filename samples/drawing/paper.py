"""A sheet to draw on: points from the top left corner, text by baseline.

A thin layer over reportlab's canvas, made to give the same bytes every time
(no clock, no random identifier).
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

from samples.drawing import fonts

Align = Literal["left", "right", "center"]
Points = Sequence[tuple[float, float]]

LETTER = (612.0, 792.0)


@dataclass(frozen=True)
class Column:
    """One column of a table: `x` is its left edge, or its right edge when aligned right."""

    title: str
    x: float
    align: Align = "left"


class Paper:
    """One or more sheets of one size. Call `finished` once, at the end."""

    def __init__(
        self,
        size: tuple[float, float] = LETTER,
        font: str = "sans",
        title: str = "",
        ink: str = "#111111",
    ) -> None:
        self.width, self.height = size
        self.font = font
        self.ink = ink
        self._buffer = io.BytesIO()
        self.canvas = Canvas(self._buffer, pagesize=size, invariant=1, pageCompression=1)
        self.canvas.setTitle(title)
        self.canvas.setProducer("carepacket samples")

    def _color(self, color: str | None) -> Color:
        return HexColor(color or self.ink)

    def text(
        self,
        x: float,
        y: float,
        text: str,
        size: float = 10,
        *,
        font: str | None = None,
        color: str | None = None,
        align: Align = "left",
        spacing: float = 0,
    ) -> float:
        """One line of text on the baseline `y`. Returns the x where it ends."""
        name = font or self.font
        fonts.use(name)
        width = self.canvas.stringWidth(text, name, size) + spacing * max(len(text) - 1, 0)
        left = x - width if align == "right" else x - width / 2 if align == "center" else x
        self.canvas.setFillColor(self._color(color))
        self.canvas.setFont(name, size)
        self.canvas.drawString(left, self.height - y, text, charSpace=spacing)
        return float(left + width)

    def lines(
        self,
        x: float,
        y: float,
        lines: Iterable[str],
        size: float = 10,
        *,
        leading: float | None = None,
        font: str | None = None,
        color: str | None = None,
        align: Align = "left",
    ) -> float:
        """Several lines, one under the other. Returns the baseline after the last."""
        for line in lines:
            self.text(x, y, line, size, font=font, color=color, align=align)
            y += leading or size * 1.3
        return y

    def paragraph(
        self,
        x: float,
        y: float,
        width: float,
        text: str,
        size: float = 10.5,
        *,
        leading: float | None = None,
        font: str | None = None,
        color: str | None = None,
        justify: bool = False,
        center: bool = False,
    ) -> float:
        """Wrapped text whose top is `y`; <b>, <i> and <br/> work. Returns where it ends."""
        name = font or self.font
        fonts.use_marked_up(name, text)
        style = ParagraphStyle(
            "drawn",
            fontName=name,
            fontSize=size,
            leading=leading or size * 1.38,
            textColor=self._color(color),
            alignment=TA_JUSTIFY if justify else TA_CENTER if center else TA_LEFT,
        )
        block = Paragraph(text, style)
        _, height = block.wrap(width, self.height)
        block.drawOn(self.canvas, x, self.height - y - height)
        return float(y + height)

    def rule(
        self, x0: float, y: float, x1: float, weight: float = 0.6, color: str | None = None
    ) -> None:
        """A horizontal line."""
        self.line([(x0, y), (x1, y)], weight, color)

    def line(self, points: Points, weight: float = 0.6, color: str | None = None) -> None:
        """A polyline."""
        self.canvas.setStrokeColor(self._color(color))
        self.canvas.setLineWidth(weight)
        path = self.canvas.beginPath()
        path.moveTo(points[0][0], self.height - points[0][1])
        for x, y in points[1:]:
            path.lineTo(x, self.height - y)
        self.canvas.drawPath(path)

    def box(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        *,
        weight: float = 0.6,
        color: str | None = None,
        fill: str | None = None,
        radius: float = 0,
    ) -> None:
        """A rectangle; `weight` 0 draws no outline."""
        self.canvas.setLineWidth(weight)
        self.canvas.setStrokeColor(self._color(color))
        if fill:
            self.canvas.setFillColor(HexColor(fill))
        self.canvas.roundRect(
            x,
            self.height - y - height,
            width,
            height,
            radius,
            stroke=int(weight > 0),
            fill=int(fill is not None),
        )

    def tick_box(
        self, x: float, y: float, label: str, *, ticked: bool = False, size: float = 9.5
    ) -> float:
        """A printed box with its label on the baseline `y`. Returns the label's end."""
        side = size * 0.85
        self.box(x, y - side + 0.5, side, side, weight=0.8)
        if ticked:
            self.line([(x + 1.5, y - side + 2), (x + side - 1.5, y - 1)], 1.2)
            self.line([(x + side - 1.5, y - side + 2), (x + 1.5, y - 1)], 1.2)
        return self.text(x + side + 4, y, label, size)

    def table(
        self,
        y: float,
        columns: Sequence[Column],
        rows: Iterable[Sequence[str]],
        *,
        size: float = 9.5,
        leading: float = 17,
        left: float = 54,
        right: float = 558,
        shade: str | None = "#e8ecef",
        hairlines: bool = True,
    ) -> float:
        """A table with a heading row; `y` is the heading's baseline. Returns the next baseline."""
        if shade:
            self.box(left, y - size - 4, right - left, size + 10, weight=0, fill=shade)
        for column in columns:
            self.text(column.x, y, column.title, size, font=f"{self.font}-bold", align=column.align)
        self.rule(left, y + 6, right, 0.8)
        y += leading + 2
        for row in rows:
            for column, cell in zip(columns, row, strict=True):
                self.text(column.x, y, cell, size, align=column.align)
            if hairlines:
                self.rule(left, y + 5, right, 0.25, "#9aa0a6")
            y += leading
        return y

    def finished(self) -> bytes:
        """The PDF."""
        self.canvas.save()
        return self._buffer.getvalue()
