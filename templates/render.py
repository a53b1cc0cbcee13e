"""Fills a Word template with a context record.

Templates are edited by people and contexts hold text that was read from scans:
both are untrusted. Jinja therefore runs in a sandbox, escapes everything, and
an unknown placeholder is an error that names template, paragraph and placeholder.
"""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.sax.saxutils import quoteattr
from zipfile import BadZipFile

from docx.opc.exceptions import PackageNotFoundError
from docx.shared import Pt
from docxtpl import DocxTemplate, InlineImage
from jinja2 import StrictUndefined, TemplateError, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import SandboxedEnvironment

from casebook.records import Record, Studio
from templates.paper import Paper, Picture, values_of
from templates.tag_faults import faulty_tag, paragraphs, shortened
from templates.wording import clean

FOLDER = Path(__file__).parent / "docx"


class TemplateFault(Exception):
    """A template cannot be filled in; the message names template, placeholder and remedy."""

    exit_status = 1

    def __init__(self, template: str, message: str) -> None:
        super().__init__(f"template {template}.docx: {message}")
        self.template = template


def template_file(name: str, own: Path | None = None) -> Path:
    """The template's file: the one of the studio's own folder, where it has one, else ours."""
    kept = own / f"{name}.docx" if own is not None else None
    return kept if kept is not None and kept.is_file() else FOLDER / f"{name}.docx"


def render(name: str, context: Record, own: Path | None = None) -> bytes:
    """The Word template `name` (without ending) filled in with the context's fields.

    own: a studio's folder; a template there takes the place of ours.

    Raises TemplateFault when the file is missing or no Word file, when it asks
    for something that the context does not hold, or when its tags do not close.
    """
    path = template_file(name, own)
    if not path.is_file():
        raise TemplateFault(name, "the file is missing; restore it from the repository")
    try:
        template = DocxTemplate(path)
        template.init_docx()
    except (BadZipFile, PackageNotFoundError, KeyError, ValueError):
        raise TemplateFault(name, "this is no Word file; restore it or save it anew") from None
    try:
        values = {field: getattr(context, field) for field in type(context).model_fields}
        template.render(values, environment(template), autoescape=True)
    except UndefinedError as fault:
        raise TemplateFault(
            name, f"it asks for something that is not known{_where(path, fault)}: {_said(fault)}"
        ) from None
    except TemplateSyntaxError as fault:
        near = faulty_tag(path, environment()) or _placeholder(fault) or _where(path, fault)
        raise TemplateFault(name, f"a tag cannot be understood{near}: {_said(fault)}") from None
    except TemplateError as fault:
        raise TemplateFault(
            name, f"a tag does what templates may not{_where(path, fault)}: {_said(fault)}"
        ) from None
    except (TypeError, ValueError, ArithmeticError, LookupError) as fault:
        # Only a template that reckons gets here; the text of these may quote a value.
        raise TemplateFault(
            name, f"a tag cannot be worked out ({type(fault).__name__}); use plain placeholders"
        ) from None
    made = BytesIO()
    template.save(made)
    return made.getvalue()


def filled_in(name: str, studio: Studio, context: Record, pages: int | None = None) -> Paper:
    """The paper of a template: named like it, with every text of its context to read back.

    The studio's own template is taken where it has one.
    """
    return Paper(
        name=name.replace("_", "-"),
        docx=render(name, context, studio.templates),
        values=values_of(context),
        pages=pages,
    )


class PlacedPicture(InlineImage):  # type: ignore[misc]  # docxtpl publishes no types
    """A picture without the margin that LibreOffice adds where none is stated, and with alt text.

    docxtpl offers no hook for either: its own drawing is taken and completed.
    """

    def __init__(self, template: DocxTemplate, picture: Picture) -> None:
        super().__init__(template, BytesIO(picture.png), width=Pt(picture.width))
        self._description = clean(picture.description)

    def _insert_image(self) -> str:
        drawing: str = super()._insert_image()
        margins = 'distT="0" distB="0" distL="0" distR="0"'
        drawing = drawing.replace("<wp:inline ", f"<wp:inline {margins} ", 1)
        return drawing.replace("<wp:docPr ", f"<wp:docPr descr={quoteattr(self._description)} ", 1)


class Sandbox(SandboxedEnvironment):
    """Templates read fields of records, and call none of Python's or a record's own methods.

    Products and powers are refused: nothing is reckoned in a template, and they
    could fill the memory.
    """

    intercepted_binops = frozenset({"*", "**"})

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        raise SecurityError(f"templates do not reckon with '{operator}'")

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        if isinstance(obj, Record):
            return attr in type(obj).model_fields
        return super().is_safe_attribute(obj, attr, value)


def environment(template: DocxTemplate | None = None) -> Sandbox:
    """Jinja for one template: sandboxed, escaping, strict; `| picture` places a Picture.

    template: None to look at a template without filling it in.
    """
    env = Sandbox(autoescape=True, undefined=StrictUndefined, finalize=_printable)

    def place(picture: Picture) -> InlineImage:
        return PlacedPicture(template, picture)

    env.filters["picture"] = place
    return env


def _printable(value: object) -> object:
    """Nothing that XML cannot hold reaches the page; None is never printed as a word."""
    if value is None:
        return ""
    return clean(value) if type(value) is str else value


def _said(fault: TemplateError) -> str:
    # Jinja's messages name the placeholder and the record's class, never a value.
    return str(fault.message or "unknown fault")


def _where(path: Path, fault: TemplateError) -> str:
    """In which paragraph of the template, as a person finds it in Word: its words and its place."""
    named = re.findall(r"'([^']+)'", _said(fault))
    if not named:
        return ""
    return place_of(path, named[-1].rpartition(" ")[2])


def place_of(path: Path, name: str) -> str:
    """“ in the text, paragraph 3 …”: where a name first stands in a tag; empty when nowhere."""
    word = re.compile(rf"\b{re.escape(name)}\b")
    for place, number, text in paragraphs(path):
        if any(word.search(tag) for tag in re.findall(r"{[{%].*?(?:[%}]}|$)", text)):
            return f" in {place}, paragraph {number} “{shortened(text)}”"
    return ""


def _placeholder(fault: TemplateSyntaxError) -> str:
    lines = (fault.source or "").splitlines()
    line = lines[fault.lineno - 1] if 0 < fault.lineno <= len(lines) else ""
    tags = re.findall(r"{[{%].*?[%}]}", line)
    return f" near “{tags[0]}”" if len(tags) == 1 else ""
