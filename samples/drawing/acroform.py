"""Fillable PDF forms: values live in the fields, with or without their own appearance."""

from __future__ import annotations

import io

from pypdf import PdfReader, PdfWriter
from pypdf.generic import BooleanObject, DictionaryObject, NameObject

from samples.drawing.paper import Paper


def field(
    paper: Paper,
    x: float,
    y: float,
    width: float,
    name: str,
    label: str,
    value: str,
    *,
    height: int = 18,
    lines: bool = False,
) -> None:
    """A labelled text field: the label small above, the box below from `y` down."""
    paper.text(x, y - 3, label, 7.8, color="#333333")
    paper.canvas.acroForm.textfield(
        name=name,
        tooltip=label,
        value=value,
        x=round(x),
        y=round(paper.height - y - height),
        width=round(width),
        height=height,
        fontName="Helvetica",
        fontSize=10,
        borderWidth=1,
        fillColor=None,
        fieldFlags="multiline" if lines else "",
    )


def tick_field(paper: Paper, x: float, y: float, name: str, label: str, *, ticked: bool) -> None:
    """A tick box field whose label stands on the baseline `y`."""
    paper.canvas.acroForm.checkbox(
        name=name,
        tooltip=label,
        checked=ticked,
        x=round(x),
        y=round(paper.height - y - 2),
        size=11,
        buttonStyle="cross",
        borderWidth=1,
        fillColor=None,
    )
    paper.text(x + 16, y, label, 9.2)


def without_appearances(pdf: bytes) -> bytes:
    """The same form as some programs save it: values in the fields, nothing drawn in them.

    A reader that only looks at the page sees empty boxes.
    """
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf)))
    for page in writer.pages:
        for reference in page.get("/Annots", []):
            widget = reference.get_object()
            if isinstance(widget, DictionaryObject):
                widget.pop(NameObject("/AP"), None)
    form = writer.root_object["/AcroForm"].get_object()
    if isinstance(form, DictionaryObject):
        form[NameObject("/NeedAppearances")] = BooleanObject(True)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()
