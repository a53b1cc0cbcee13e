"""Templates are edited by people: faults are named, nothing is executed, nothing is cut."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document

from casebook.records import Record
from templates.building.__main__ import build_all
from templates.paper import Picture, values_of
from templates.pictures import qr_code
from templates.render import FOLDER, TemplateFault, render


class Words(Record):
    name: str


def template(folder: Path, text: str) -> Path:
    document = Document()
    document.add_paragraph(text)
    document.save(str(folder / "letter.docx"))
    return folder


def text_of(docx: bytes) -> str:
    return "\n".join(paragraph.text for paragraph in Document(BytesIO(docx)).paragraphs)


@pytest.mark.parametrize("name", ["A & B", "<w:p>", "{{ 7 * 7 }}", "Zoë “Ñ” O’Neil", "שלום", "😀"])
def test_marked_up_text_stands_as_it_is(tmp_path: Path, name: str) -> None:
    made = render("letter", Words(name=name), template(tmp_path, "Dear {{ name }},"))
    assert text_of(made) == f"Dear {name},"


def test_control_characters_do_not_break_the_file(tmp_path: Path) -> None:
    made = render("letter", Words(name="a\x07b\x00c\x0c"), template(tmp_path, "{{ name }}"))
    assert text_of(made) == "abc"


def test_an_unknown_placeholder_is_named_with_its_template(tmp_path: Path) -> None:
    with pytest.raises(TemplateFault, match=r"letter\.docx.*'surname'"):
        render("letter", Words(name="Dana"), template(tmp_path, "Dear {{ surname }},"))


def test_an_unknown_placeholder_is_named_with_its_paragraph(tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph("Dear {{ name }},")
    document.add_paragraph("Yours, {{ surname }}")
    document.save(str(tmp_path / "letter.docx"))
    with pytest.raises(TemplateFault, match=r"in the text, paragraph 2 “Yours, {{ surname }}”"):
        render("letter", Words(name="Dana"), tmp_path)
    document.sections[0].footer.paragraphs[0].text = "{{ page_mark }}"
    document.paragraphs[1].text = "Yours"
    document.save(str(tmp_path / "letter.docx"))
    with pytest.raises(TemplateFault, match=r"in a footer, paragraph 1 .*'page_mark'"):
        render("letter", Words(name="Dana"), tmp_path)


def test_an_unclosed_tag_is_named_with_its_template(tmp_path: Path) -> None:
    with pytest.raises(TemplateFault, match=r"letter\.docx.*tag"):
        render("letter", Words(name="Dana"), template(tmp_path, "{% if name %}Dear"))


@pytest.mark.parametrize(
    "attack",
    [
        "{{ name.__class__.__mro__ }}",
        "{{ ''.__class__.__base__.__subclasses__() }}",
        "{{ self.__init__.__globals__ }}",
    ],
)
def test_a_template_cannot_reach_python(tmp_path: Path, attack: str) -> None:
    with pytest.raises(TemplateFault):
        render("letter", Words(name="Dana"), template(tmp_path, attack))


def test_a_file_that_is_no_word_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "letter.docx").write_bytes(b"not a zip")
    with pytest.raises(TemplateFault, match=r"letter\.docx: this is no Word file"):
        render("letter", Words(name="Dana"), tmp_path)
    with pytest.raises(TemplateFault, match="missing"):
        render("other", Words(name="Dana"), tmp_path)


def test_faults_never_quote_a_value(tmp_path: Path) -> None:
    with pytest.raises(TemplateFault) as caught:
        render("letter", Words(name="Dana Whitfield"), template(tmp_path, "{{ name.last }}"))
    assert "Whitfield" not in str(caught.value)


def test_the_templates_in_the_repository_are_those_that_the_script_builds(tmp_path: Path) -> None:
    build_all(tmp_path)
    built = sorted(path.name for path in tmp_path.glob("*.docx"))
    assert built == sorted(path.name for path in FOLDER.glob("*.docx"))
    for name in built:
        for part in ("word/document.xml", "word/styles.xml"):
            with ZipFile(tmp_path / name) as new, ZipFile(FOLDER / name) as kept:
                assert new.read(part) == kept.read(part), f"rebuild {name}: {part} differs"


def test_values_of_a_context_are_its_texts_however_deep() -> None:
    class Outer(Record):
        title: str
        inner: tuple[Words, ...]
        picture: Picture

    picture = Picture(png=b"", width=1, description="not printed")
    context = Outer(
        title="T", inner=(Words(name="a"), Words(name=""), Words(name="a")), picture=picture
    )
    assert values_of(context) == ("T", "a")


def test_a_picture_carries_its_alt_text_and_no_margin(tmp_path: Path) -> None:
    class Page(Record):
        chart: Picture

    chart = Picture(png=qr_code("x", 10, "").png, width=10, description='6-minute "walk" & <412>')
    docx = render("letter", Page(chart=chart), template(tmp_path, "{{ chart | picture }}"))
    (drawing,) = Document(BytesIO(docx)).inline_shapes
    assert drawing._inline.docPr.get("descr") == '6-minute "walk" & <412>'
    assert drawing._inline.get("distL") == drawing._inline.get("distR") == "0"
    assert drawing.width.pt == 10
