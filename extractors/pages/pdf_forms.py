"""Values of form fields and typed-on notes, which no text layer holds.

A filled AcroForm often has no appearance streams, so that the text cannot
even be seen by rendering: the values are taken from the fields themselves and
set as words where the widget stands, so that the label beside it finds them.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from casebook.records import Box
from extractors.page import Word
from extractors.pages.pdf_place import Place, placing

_HIDDEN_OR_NO_VIEW = 0x02 | 0x20
_ROW = 13.0
"""Points that a typed line takes in a field of several lines."""


@dataclass(frozen=True, slots=True)
class Field:
    """A form field: its full name, and its box in points of the page as shown."""

    name: str
    box: Box


def fields_of(document: Any, page: Any, kind: int) -> Iterator[Field]:
    """The fields of one kind (a pdfium.FPDF_FORMFIELD_… number) on an open page.

    The document's forms must have been initialised.
    """
    import pypdfium2.raw as pdfium

    form = document.formenv.raw if document.formenv else None
    if form is None:
        return
    for index in range(pdfium.FPDFPage_GetAnnotCount(page.raw)):
        annotation = pdfium.FPDFPage_GetAnnot(page.raw, index)
        if not annotation:
            continue
        try:
            if pdfium.FPDFAnnot_GetFormFieldType(form, annotation) == kind:
                name = _string(pdfium.FPDFAnnot_GetFormFieldName, form, annotation)
                yield Field(name, _box(pdfium, annotation, placing(page)))
        finally:
            pdfium.FPDFPage_CloseAnnot(annotation)


def form_words(document: Any, page: Any, place: Place) -> tuple[tuple[Word, ...], tuple[Box, ...]]:
    """(words, fields) of an open pypdfium2 page, boxes in points of the page as shown.

    words: of origin "form". fields: the boxes of all fields and notes, filled or not.
    """
    import pypdfium2.raw as pdfium

    words: list[Word] = []
    fields: list[Box] = []
    form = document.formenv.raw if document.formenv else None
    for index in range(pdfium.FPDFPage_GetAnnotCount(page.raw)):
        annotation = pdfium.FPDFPage_GetAnnot(page.raw, index)
        if not annotation:
            continue
        try:
            if pdfium.FPDFAnnot_GetFlags(annotation) & _HIDDEN_OR_NO_VIEW:
                continue
            kind = pdfium.FPDFAnnot_GetSubtype(annotation)
            if kind not in (pdfium.FPDF_ANNOT_WIDGET, pdfium.FPDF_ANNOT_FREETEXT):
                continue
            box = _box(pdfium, annotation, place)
            text = _text(pdfium, form, annotation, kind)
            if text or not _is_signature(pdfium, form, annotation):
                fields.append(box)
            words.extend(_laid_out(text, box))
        finally:
            pdfium.FPDFPage_CloseAnnot(annotation)
    return tuple(words), tuple(fields)


def _is_signature(pdfium: Any, form: Any, annotation: Any) -> bool:
    """What stands in a signature field is drawn there, and is looked at like any drawing."""
    return form is not None and (
        pdfium.FPDFAnnot_GetFormFieldType(form, annotation) == pdfium.FPDF_FORMFIELD_SIGNATURE
    )


def _text(pdfium: Any, form: Any, annotation: Any, kind: int) -> str:
    if kind == pdfium.FPDF_ANNOT_FREETEXT:
        return _string(pdfium.FPDFAnnot_GetStringValue, annotation, b"Contents")
    if kind != pdfium.FPDF_ANNOT_WIDGET or form is None:
        return ""
    field = pdfium.FPDFAnnot_GetFormFieldType(form, annotation)
    if field in (pdfium.FPDF_FORMFIELD_CHECKBOX, pdfium.FPDF_FORMFIELD_RADIOBUTTON):
        return "☒" if pdfium.FPDFAnnot_IsChecked(form, annotation) else "☐"
    if field in (pdfium.FPDF_FORMFIELD_COMBOBOX, pdfium.FPDF_FORMFIELD_LISTBOX):
        chosen = [
            _string(pdfium.FPDFAnnot_GetOptionLabel, form, annotation, option)
            for option in range(max(0, pdfium.FPDFAnnot_GetOptionCount(form, annotation)))
            if pdfium.FPDFAnnot_IsOptionSelected(form, annotation, option)
        ]
        return "\n".join(chosen) or _string(pdfium.FPDFAnnot_GetFormFieldValue, form, annotation)
    if field == pdfium.FPDF_FORMFIELD_TEXTFIELD:
        return _string(pdfium.FPDFAnnot_GetFormFieldValue, form, annotation)
    return ""


def _string(ask: Any, *arguments: Any) -> str:
    """PDFium's way of giving strings: ask for the length, then for UTF-16 bytes."""
    length = ask(*arguments, None, 0)
    if length <= 2:
        return ""
    buffer = ctypes.create_string_buffer(length)
    ask(*arguments, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), length)
    return buffer.raw.decode("utf-16-le", errors="replace").rstrip("\x00").strip()


def _box(pdfium: Any, annotation: Any, place: Place) -> Box:
    rectangle = pdfium.FS_RECTF()
    pdfium.FPDFAnnot_GetRect(annotation, ctypes.byref(rectangle))
    one = place(rectangle.left, rectangle.top)
    other = place(rectangle.right, rectangle.bottom)
    return (
        min(one[0], other[0]),
        min(one[1], other[1]),
        max(one[0], other[0]),
        max(one[1], other[1]),
    )


def _laid_out(text: str, box: Box) -> list[Word]:
    """The value's words inside the field, line by line, spaced as if typed."""
    left, top, right, bottom = box
    rows = [row.split() for row in text.replace("\r", "\n").split("\n") if row.strip()]
    if not rows:
        return []
    # One row stands in the middle of its field, several from the top.
    height = min((bottom - top) / len(rows), _ROW)
    start = (top + bottom - height) / 2 if len(rows) == 1 else top
    words = []
    for number, row in enumerate(rows):
        characters = sum(len(word) + 1 for word in row)
        step = min(0.5 * height, (right - left) / characters)
        at = left + 1
        for text_of_word in row:
            end = at + step * len(text_of_word)
            upper = start + number * height
            words.append(Word(text_of_word, (at, upper, end, upper + height), origin="form"))
            at = end + step
    return words
