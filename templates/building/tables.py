"""Tables of the templates: fixed columns, hairlines, rows that are never split over pages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

from templates.building.house import ACCENT, ALIGNMENTS, GRAY, HAIRLINE, Alignment, write

CELL_MARGIN = 6
"""Points between two columns."""


def table(container: Any, widths: Sequence[float]) -> Any:
    """A table without any line or row, fixed columns of these widths in points."""
    made = container.add_table(rows=0, cols=len(widths))
    bare(made)
    for column, points in zip(made.columns, widths, strict=True):
        column.width = Pt(points)
    width = OxmlElement("w:tblW")
    width.set(qn("w:w"), str(round(sum(widths) * 20)))
    width.set(qn("w:type"), "dxa")
    made._tbl.tblPr.find(qn("w:tblInd")).addprevious(width)
    return made


def bare(made: Any) -> None:
    """Takes a table's own width, indent and margins away: columns alone say where it stands."""
    made.alignment = WD_TABLE_ALIGNMENT.LEFT
    made.autofit = False
    properties = made._tbl.tblPr
    for name in ("w:tblW", "w:tblInd", "w:tblCellMar"):
        for old in properties.findall(qn(name)):
            properties.remove(old)
    indent = OxmlElement("w:tblInd")
    indent.set(qn("w:w"), "0")
    indent.set(qn("w:type"), "dxa")
    margins = OxmlElement("w:tblCellMar")
    for side, twips in (("top", 40), ("left", 0), ("bottom", 40), ("right", CELL_MARGIN * 20)):
        each = OxmlElement(f"w:{side}")
        each.set(qn("w:w"), str(twips))
        each.set(qn("w:type"), "dxa")
        margins.append(each)
    layout = properties.find(qn("w:tblLayout"))
    layout.addprevious(indent)
    layout.addnext(margins)


def whole(container: Any, width: float) -> Any:
    """A cell across the page whose content stays together on one page."""
    cell = row(table(container, (width,)), None).cells[0]
    margins = OxmlElement("w:tcMar")
    for side in ("top", "bottom", "right"):
        each = OxmlElement(f"w:{side}")
        each.set(qn("w:w"), "0")
        each.set(qn("w:type"), "dxa")
        margins.append(each)
    cell._tc.get_or_add_tcPr().append(margins)
    return cell


def thin(paragraph: Any) -> None:
    """Makes the empty paragraph that Word wants after a table as low as can be."""
    paragraph.paragraph_format.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    paragraph.paragraph_format.line_spacing = Pt(1)


def row(
    made: Any, line: str | None = HAIRLINE, repeat: bool = False, tint: str | None = None
) -> Any:
    """A further row that is never split over pages; `line`: the colour of the hairline below.

    repeat: it stands again on top of the next page (a heading row).
    """
    new = made.add_row()
    properties = new._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    if repeat:
        properties.append(OxmlElement("w:tblHeader"))
    for cell, column in zip(new.cells, made.columns, strict=True):
        cell.width = column.width
        if line:
            cell_line(cell, "bottom", line)
        if tint:
            shade = OxmlElement("w:shd")
            for name, value in (("val", "clear"), ("color", "auto"), ("fill", tint)):
                shade.set(qn(f"w:{name}"), value)
            cell._tc.get_or_add_tcPr().append(shade)
    return new


def tag_row(made: Any, text: str) -> None:
    """A row that holds a docxtpl row tag alone and vanishes when it is filled in."""
    made.add_row().cells[0].paragraphs[0].add_run(text)


def cell_line(cell: Any, side: str, color: str, eighths: int = 4) -> None:
    """A line along one side of a cell."""
    properties = cell._tc.get_or_add_tcPr()
    borders = properties.find(qn("w:tcBorders"))
    if borders is None:
        borders = OxmlElement("w:tcBorders")
        properties.append(borders)
    line = OxmlElement(f"w:{side}")
    for name, value in (("val", "single"), ("sz", eighths), ("space", 0), ("color", color)):
        line.set(qn(f"w:{name}"), str(value))
    borders.append(line)


def fill(cell: Any, text: str, *, align: Alignment = "left", **looks: Any) -> Any:
    """Writes into the first paragraph of a cell."""
    first = cell.paragraphs[0]
    first.alignment = ALIGNMENTS[align]
    if text:
        write(first, text, **looks)
    return first


def heading_row(made: Any, titles: Sequence[tuple[str, Alignment]], size: float = 7.5) -> None:
    """The heading of a table: small, gray, a darker line below, again on each page."""
    top = row(made, ACCENT, repeat=True)
    for cell, (title, align) in zip(top.cells, titles, strict=True):
        made_paragraph = fill(cell, title, align=align, size=size, bold=True, color=GRAY)
        if align == "right":
            flush_right(made_paragraph)


def flush_right(paragraph: Any) -> None:
    """Right-aligned text up to the cell's very edge, past the margin between columns."""
    paragraph.alignment = ALIGNMENTS["right"]
    paragraph.paragraph_format.right_indent = Pt(-CELL_MARGIN)
