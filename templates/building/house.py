"""The house's looks: page, type, colours, hairlines. Everything else builds with these."""

from __future__ import annotations

from typing import Any, Literal

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Inches, Pt, RGBColor

# Arial and Times New Roman: Word has them, and LibreOffice sets them in Liberation
# Sans and Serif, which have the same widths, so both show the same page.
SANS, SERIF = "Arial", "Times New Roman"
INK, ACCENT, GRAY, HAIRLINE, TINT = "1C2328", "1F3F54", "5C676E", "B9C2C8", "F1F4F6"

Alignment = Literal["left", "right", "center"]
ALIGNMENTS = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
}


def new_document(title: str, margins: tuple[float, float, float, float]) -> Any:
    """A US Letter document in English. margins: top, right, bottom, left in inches."""
    doc = Document()
    doc.core_properties.title = title
    doc.core_properties.author = ""
    doc.core_properties.language = "en-US"
    doc.core_properties.comments = ""
    set_page(doc.sections[0], margins)
    normal = doc.styles["Normal"]
    normal.font.name, normal.font.size = SANS, Pt(9.5)
    normal.font.color.rgb = RGBColor.from_string(INK)
    fonts = normal.element.get_or_add_rPr().get_or_add_rFonts()
    for script in ("w:eastAsia", "w:cs"):
        fonts.set(qn(script), SANS)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "en-US")
    normal.element.get_or_add_rPr().append(language)
    normal.paragraph_format.space_after = Pt(0)
    normal.paragraph_format.space_before = Pt(0)
    normal.paragraph_format.line_spacing = 1.0
    for level, size, before, after in ((1, 15, 0, 2), (2, 10.5, 10, 3)):
        style = doc.styles[f"Heading {level}"]
        style.font.name, style.font.size, style.font.bold = SANS, Pt(size), True
        style.font.color.rgb = RGBColor.from_string(ACCENT)
        heading_fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for name in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
            heading_fonts.attrib.pop(qn(name), None)
        style.paragraph_format.space_before = Pt(before)
        style.paragraph_format.space_after = Pt(after)
        style.paragraph_format.keep_with_next = True
    return doc


def set_page(section: Any, margins: tuple[float, float, float, float]) -> None:
    """US Letter with these margins in inches: top, right, bottom, left."""
    section.page_width, section.page_height = Inches(8.5), Inches(11)
    top, right, bottom, left = margins
    section.top_margin, section.right_margin = Inches(top), Inches(right)
    section.bottom_margin, section.left_margin = Inches(bottom), Inches(left)
    section.header_distance, section.footer_distance = Inches(0.45), Inches(0.4)


def write(
    paragraph: Any,
    text: str,
    *,
    size: float | None = None,
    bold: bool = False,
    italic: bool = False,
    color: str | None = None,
    font: str | None = None,
) -> Any:
    """Adds a run. A tag such as ``{{ name }}`` always stays in one run, or Word would split it."""
    run = paragraph.add_run(text)
    run.bold, run.italic = bold or None, italic or None
    if size is not None:
        run.font.size = Pt(size)
    if color is not None:
        run.font.color.rgb = RGBColor.from_string(color)
    if font is not None:
        run.font.name = font
    return run


def paragraph(
    container: Any,
    text: str = "",
    *,
    align: Alignment = "left",
    before: float = 0,
    after: float = 0,
    style: str | None = None,
    keep: bool = False,
    **looks: Any,
) -> Any:
    """A paragraph with one run of text; `before` and `after` in points."""
    made = container.add_paragraph(style=style)
    made.alignment = ALIGNMENTS[align]
    # Headings keep the spacing of their style unless told otherwise.
    if style is None or before:
        made.paragraph_format.space_before = Pt(before)
    if style is None or after:
        made.paragraph_format.space_after = Pt(after)
    made.paragraph_format.keep_with_next = keep or None
    if text:
        write(made, text, **looks)
    return made


def tag(container: Any, text: str) -> None:
    """A paragraph that holds a docxtpl tag alone and vanishes when it is filled in."""
    container.add_paragraph(text)


def rule_under(paragraph: Any, color: str = HAIRLINE, eighths: int = 4, space: int = 1) -> None:
    """A hairline under a paragraph; `eighths` of a point thick."""
    borders = OxmlElement("w:pBdr")
    bottom = OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", eighths), ("space", space), ("color", color)):
        bottom.set(qn(f"w:{name}"), str(value))
    borders.append(bottom)
    properties = paragraph._p.get_or_add_pPr()
    properties.insert_element_before(borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc")


def leader(paragraph: Any, at: float, **looks: Any) -> None:
    """A tab that draws a thin line up to `at` points: room to write on."""
    # LibreOffice drops a tab that ends a paragraph in a table; a space after it keeps it.
    write(paragraph, "\t\u00a0", **looks)
    paragraph.paragraph_format.tab_stops.add_tab_stop(
        Pt(at), WD_TAB_ALIGNMENT.LEFT, WD_TAB_LEADER.LINES
    )


def right_tab(paragraph: Any, at: float) -> None:
    """A tab stop that sets what follows flush right at `at` points."""
    paragraph.paragraph_format.tab_stops.add_tab_stop(Pt(at), WD_TAB_ALIGNMENT.RIGHT)


def field(paragraph: Any, code: str, **looks: Any) -> None:
    """A Word field such as PAGE or NUMPAGES."""
    for kind, text in (
        ("begin", None),
        (None, code),
        ("separate", None),
        ("text", "1"),
        ("end", None),
    ):
        run = write(paragraph, "", **looks)
        if kind in ("begin", "separate", "end"):
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), str(kind))
        else:
            mark = OxmlElement("w:instrText" if kind is None else "w:t")
            mark.text = f" {text} " if kind is None else text
        run._r.append(mark)


def plain_footer(section: Any) -> Any:
    """The footer's paragraph without the tab stops of Word's own footer style."""
    section.footer.is_linked_to_previous = False
    footer = section.footer.paragraphs[0]
    footer.style = "Normal"
    return footer


def letterhead(section: Any) -> None:
    """The studio's name and where it is reached, in the page's header."""
    section.header.is_linked_to_previous = False
    header = section.header
    first = header.paragraphs[0]
    write(first, "{{ letterhead.name }}", size=17, color=ACCENT, font=SERIF)
    first.paragraph_format.space_after = Pt(1)
    second = paragraph(header, "{{ letterhead.address }}", size=8, color=GRAY)
    second.paragraph_format.space_after = Pt(1)
    third = paragraph(header, "{{ letterhead.contact }}", size=8, color=GRAY, after=8)
    rule_under(third, ACCENT, 6, 5)
