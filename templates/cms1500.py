"""The CMS-1500 (02/12): its data on plain paper in the form's places, or for the red form.

The form has ten characters to the inch across and six lines to the inch down
[NUCC 1500 Claim Form Reference Instruction Manual]; a printer that feeds the
red form a little off is met by `shift`. On plain paper each value has its
box's number in small print above it. Nothing is signed and no box is ticked
that the data do not tell.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from io import BytesIO
from typing import Literal

from matplotlib.font_manager import FontProperties, findfont
from reportlab.lib.pagesizes import letter
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from casebook.records import Address, Record
from rules.cms1500 import Cms1500Form, Cms1500Line, printed_day, printed_money
from templates.tagging import Tags
from templates.wording import clean

COLUMN, LINE, SIZE = 7.2, 12.0, 10.0
"""Points of a character across, of a line down, and of the type."""
LEFT, TOP = 24.0, 20.0
"""Where the form's first column and line begin, in points from the sheet's edges."""
_FIRST_SERVICE, _MONEY_WIDTH = 44, 8
# Line 43 is the shaded upper half of the first service, for supplements that we have none of.


class Mark(Record):
    """A text in the form's grid. box: the form's number for it; right: it ends at `column`.

    room: characters that the box holds; a longer text is continued on an addendum.
    """

    box: str
    line: int
    column: int
    text: str
    right: bool = False
    room: int = 29

    @property
    def fits(self) -> bool:
        """Whether the box holds all of it."""
        return len(clean(self.text)) <= self.room


def cms1500(
    forms: Sequence[Cms1500Form],
    on: Literal["plain", "red form"] = "plain",
    shift: tuple[float, float] = (0.0, 0.0),
) -> bytes:
    """A PDF with one page a form. shift: points to the right and down.

    "plain" is for reading and for typing into a portal; "red form" prints the
    values alone, onto the payer's own sheet. What a box does not hold stands whole
    on an addendum behind the forms on plain paper; red sheets are for forms alone.
    Raises ValueError without forms.
    """
    if not forms:
        raise ValueError("there is no form to print")
    made = BytesIO()
    typed, small = _fonts()
    canvas = Canvas(made, pagesize=letter, invariant=True, initialFontName=typed, lang="en-US")  # type: ignore[arg-type]  # its stubs say float
    canvas.setTitle("CMS-1500 (02/12) claim data")
    tags = Tags(canvas)
    beyond: list[str] = []
    for form in forms:
        beyond += [_told(form, mark) for mark in marks(form) if not mark.fits]
        before = ""
        for mark in marks(form):
            # A box of several lines is numbered at its first, where nothing stands close above.
            numbered = on == "plain" and (mark.box != before or mark.box.startswith("24"))
            with tags.piece(f"Box {mark.box}"):
                _draw(canvas, mark, shift, typed, small if numbered else None)
            before = mark.box
        if on == "plain":
            with tags.aside():
                foot = f"CMS-1500 (02/12) data, form {form.number} of {form.of}"
                canvas.setFont(small, 7)
                canvas.drawString(LEFT, 18, foot)
        canvas.showPage()
    if beyond and on == "plain":
        _addendum(canvas, beyond, small, tags)
    canvas.save()
    return tags.entered(made.getvalue())


def marks(form: Cms1500Form) -> tuple[Mark, ...]:
    """Every value of a form in its place; what is not known leaves its place blank."""
    return tuple(
        mark
        for mark in (*_people(form), *_condition(form), *_services(form), *_provider(form))
        if mark.text
    )


def _people(form: Cms1500Form) -> Iterator[Mark]:
    yield Mark(box="1a", line=8, column=50, text=form.insured_id)
    yield Mark(box="2", line=10, column=1, text=form.patient_name, room=28)
    yield Mark(box="3", line=10, column=31, text=printed_day(form.patient_birth_date))
    if form.patient_address is not None:
        home = form.patient_address
        street = " ".join(part for part in (home.street, home.street2) if part)
        yield Mark(box="5", line=12, column=1, text=_plain(street), room=28)
        yield Mark(box="5", line=14, column=1, text=_plain(home.city), room=24)
        yield Mark(box="5", line=14, column=26, text=home.state)
        yield Mark(box="5", line=16, column=1, text=home.postal_code)
    area, rest = _telephone(form.patient_phone)
    yield Mark(box="5", line=16, column=15, text=area)
    yield Mark(box="5", line=16, column=19, text=rest)


def _condition(form: Cms1500Form) -> Iterator[Mark]:
    if form.onset is not None:
        yield Mark(box="14", line=32, column=2, text=printed_day(form.onset))
        yield Mark(box="14", line=32, column=16, text=form.onset_qualifier or "")
    if form.referring is not None:
        yield Mark(box="17", line=34, column=1, text=form.referring.qualifier)
        yield Mark(box="17", line=34, column=4, text=_plain(form.referring.name), room=26)
        yield Mark(box="17b", line=34, column=33, text=form.referring.npi or "")
    yield Mark(box="21", line=37, column=42, text=form.icd_indicator)
    for number, code in enumerate(form.diagnoses):
        down, across = divmod(number, 4)
        place = "ABCDEFGHIJKL"[number]
        yield Mark(box=f"21{place}", line=38 + down, column=3 + 13 * across, text=code)
    if form.resubmission is not None:
        yield Mark(box="22", line=38, column=50, text=form.resubmission.code)
        yield Mark(box="22", line=38, column=62, text=form.resubmission.original_number, room=18)
    yield Mark(box="23", line=40, column=50, text=form.authorization_number or "")


def _services(form: Cms1500Form) -> Iterator[Mark]:
    for number, service in enumerate(form.lines):
        yield from _service(service, _FIRST_SERVICE + 2 * number)


def _service(service: Cms1500Line, line: int) -> Iterator[Mark]:
    on = printed_day(service.date_of_service, century=False)
    yield Mark(box="24A", line=line, column=1, text=on)
    yield Mark(box="24A", line=line, column=10, text=on)
    yield Mark(box="24B", line=line, column=19, text=service.place_of_service)
    yield Mark(box="24D", line=line, column=25, text=service.code)
    yield Mark(box="24D", line=line, column=33, text=" ".join(service.modifiers))
    yield Mark(box="24E", line=line, column=45, text=service.pointer)
    money = printed_money(service.charge)
    yield Mark(box="24F", line=line, column=50 + _MONEY_WIDTH, text=money, right=True)
    yield Mark(box="24G", line=line, column=59, text=str(service.units))
    yield Mark(box="24J", line=line, column=68, text=service.rendering_npi)


def _provider(form: Cms1500Form) -> Iterator[Mark]:
    billing = form.billing
    yield Mark(box="25", line=56, column=1, text=billing.tax_id.replace("-", ""))
    yield Mark(box="25", line=56, column=19, text="X")  # the number is an EIN
    yield Mark(box="27", line=56, column=38 if form.accept_assignment else 43, text="X")
    yield Mark(box="28", line=56, column=61, text=printed_money(form.total), right=True)
    yield Mark(box="29", line=56, column=71, text=printed_money(form.paid), right=True)
    area, rest = _telephone(billing.phone)
    yield Mark(box="33", line=57, column=66, text=area)
    yield Mark(box="33", line=57, column=70, text=rest)
    for number, text in enumerate((billing.name, *_two_lines(billing.address))):
        yield Mark(box="33", line=58 + number, column=50, text=_plain(text))
    yield Mark(box="33a", line=61, column=51, text=billing.npi)


@cache
def _fonts() -> tuple[str, str]:
    """Registers what the form is typed in, and the small print; returns their names."""
    for name, families in (
        ("form-typed", ["Liberation Mono", "DejaVu Sans Mono"]),
        ("form-small", ["Liberation Sans", "DejaVu Sans"]),
    ):
        pdfmetrics.registerFont(TTFont(name, findfont(FontProperties(family=families))))
    return "form-typed", "form-small"


def _draw(
    canvas: Canvas, mark: Mark, shift: tuple[float, float], typed: str, small: str | None
) -> None:
    """The value; its box's number above it where `small` names a font for that."""
    across = LEFT + (mark.column - 1) * COLUMN + shift[0]
    up = letter[1] - TOP - mark.line * LINE - shift[1]
    canvas.setFont(typed, SIZE)
    if mark.right:
        canvas.drawRightString(across, up, clean(mark.text))
    else:
        canvas.drawString(across, up, clean(mark.text)[: mark.room])
    if small is not None:
        canvas.setFont(small, 5)
        width = canvas.stringWidth(mark.text, typed, SIZE) if mark.right else 0
        canvas.drawString(across - width, up + 8, mark.box)


def _told(form: Cms1500Form, mark: Mark) -> str:
    return f"Form {form.number}, box {mark.box}: {clean(mark.text)}"


def _addendum(canvas: Canvas, lines: Sequence[str], font: str, tags: Tags) -> None:
    """Pages with the whole of every text that its box does not hold."""
    left, top, width, leading = 54.0, 720.0, 504.0, 14.0
    with tags.piece("Addendum"):
        canvas.setFont(font, 12)
        canvas.drawString(left, top, "CMS-1500 (02/12) claim data: addendum")
    at = top - 2 * leading
    for text in lines:
        wrapped = simpleSplit(text, font, 10, width)
        if at - leading * len(wrapped) < 54:
            canvas.showPage()
            at = top
        with tags.piece("Addendum"):
            canvas.setFont(font, 10)
            for line in wrapped:
                canvas.drawString(left, at, line)
                at -= leading
    canvas.showPage()


def _plain(text: str) -> str:
    """Upper case without points and commas, as the form's readers want it."""
    return clean(text).replace(".", "").replace(",", "").upper()


def _telephone(number: str | None) -> tuple[str, str]:
    digits = "".join(each for each in number or "" if each.isdigit())[-10:]
    return (digits[:3], digits[3:]) if len(digits) == 10 else ("", "")


def _two_lines(address: Address) -> tuple[str, str]:
    street = " ".join(part for part in (address.street, address.street2) if part)
    return street, f"{address.city} {address.state} {address.postal_code}"
