"""A studio's own templates: taken instead of ours, looked through before anything is sent."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document

from casebook.records import Record
from rules.profiles import profile
from templates.checking import check, check_one, names_of_ours
from templates.contexts.introduction import introduction_context
from templates.for_employers import hides_diagnosis
from templates.papers import introduction
from templates.render import FOLDER, TemplateFault, render
from templates.shapes import SHAPES
from tests.templates.cases import OSEI, STUDIO, TODAY, case, claim_of

Here = Callable[..., tuple[int, str, str]]


class Words(Record):
    name: str


def own(folder: Path, *paragraphs: str, name: str = "introduction") -> Path:
    """A copy of ours with further paragraphs."""
    shutil.copyfile(FOLDER / f"{name}.docx", folder / f"{name}.docx")
    document = Document(str(folder / f"{name}.docx"))
    for text in paragraphs:
        document.add_paragraph(text)
    document.save(str(folder / f"{name}.docx"))
    return folder


def paragraphs_of(docx: bytes) -> str:
    from io import BytesIO

    return "\n".join(each.text for each in Document(BytesIO(docx)).paragraphs)


def test_every_template_of_ours_has_its_record_and_no_fault() -> None:
    assert set(names_of_ours()) == set(SHAPES)
    for name in names_of_ours():
        assert list(check_one(name, FOLDER / f"{name}.docx")) == [], name


def test_a_studios_own_template_takes_the_place_of_ours(tmp_path: Path) -> None:
    studio = STUDIO.model_copy(update={"templates": own(tmp_path, "With warm regards")})
    assert "With warm regards" in paragraphs_of(introduction(case(), OSEI, studio, TODAY).docx)
    assert "With warm regards" not in paragraphs_of(introduction(case(), OSEI, STUDIO, TODAY).docx)
    assert check(tmp_path) == ()


def test_an_unknown_placeholder_is_named_with_paragraph_also_where_it_is_never_reached(
    tmp_path: Path,
) -> None:
    own(tmp_path, "{% if false %}{{ letterhead.motto }}{% endif %}", "{{ surname }}")
    studio = STUDIO.model_copy(update={"templates": tmp_path})
    with pytest.raises(TemplateFault, match="surname"):
        introduction(case(), OSEI, studio, TODAY)
    motto, surname = check(tmp_path)
    assert motto.is_fault and "“letterhead.motto” is not known in the text, paragraph" in (
        motto.message
    )
    assert surname.is_fault and "“surname”" in surname.message


def test_names_are_followed_through_loops(tmp_path: Path) -> None:
    own(
        tmp_path,
        "{% for each in services %}{{ each.code }}{{ each.cpt }}{% endfor %}",
        name="superbill",
    )
    (finding,) = check(tmp_path)
    assert "“each.cpt”" in finding.message and "code" in finding.message


def test_what_a_template_leaves_out_is_noted(tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph("Dear {{ letterhead.name }}")
    document.save(str(tmp_path / "superbill.docx"))
    found = check(tmp_path)
    assert found and not any(one.is_fault for one in found)
    assert any("“services” (SuperbillPaper)" in one.message for one in found)


def test_a_file_of_another_name_or_kind_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "letter.docx").write_bytes(b"x")
    (tmp_path / "superbill.docx").write_bytes(b"x")
    (tmp_path / "~$perbill.docx").write_bytes(b"x")
    wrong, broken = check(tmp_path)
    assert "no paper of this name" in wrong.message and "no Word file" in broken.message
    own(tmp_path, "{% if draft %}", name="superbill")
    assert "a tag cannot be understood" in check(tmp_path)[1].message


@pytest.mark.parametrize(
    "bad",
    [
        ("{% for each in %}{{ each }}{% endfor %}",),
        ("{% if draft %}", "never closed"),
        ("{%p endif %}",),
        ("{{ draft",),
        ("{% if draft %}{% endfor %}",),
        ("{% els draft %}",),
        ("{% elif draft %}",),
        ("{{ draft | }}",),
    ],
)
def test_a_tag_that_cannot_be_understood_is_found_in_its_paragraph(
    tmp_path: Path, bad: tuple[str, ...]
) -> None:
    own(tmp_path, "Fine: {{ thanks }}", *bad, "Fine: {% if noted %}x{% else %}y{% endif %}")
    (fault,) = check(tmp_path)
    assert f"“{bad[0]}”" in fault.message and "in the text, paragraph" in fault.message
    with pytest.raises(TemplateFault, match="in the text, paragraph"):
        render("introduction", introduction_context(case(), OSEI, STUDIO, TODAY), tmp_path)


@pytest.mark.parametrize(
    "attack",
    [
        "{{ name.model_dump() }}",
        "{{ record.model_copy() }}",
        "{{ record.__class__.__init__.__globals__ }}",
        "{{ record|attr('model_dump') }}",
        "{{ cycler.__init__.__globals__.os.system('id') }}",
        "{{ 'a' * 10000000000 }}",
        "{{ 9 ** 999999999 }}",
        "{% for n in range(999999999) %}x{% endfor %}",
        "{{ '%s' % name + 1 }}",
        "{{ name / 2 }}",
    ],
)
def test_a_hostile_template_does_nothing_but_fail(tmp_path: Path, attack: str) -> None:
    class Outer(Record):
        name: str
        record: Words

    document = Document()
    document.add_paragraph(attack)
    document.save(str(tmp_path / "letter.docx"))
    with pytest.raises(TemplateFault) as caught:
        render("letter", Outer(name="Dana Whitfield", record=Words(name="Dana")), tmp_path)
    assert "Dana" not in str(caught.value)


@pytest.mark.parametrize("text", ["{{7*7}}", "A & B < C", "{% for x in y %}", "]]>", "<!-- -->"])
def test_hostile_words_of_a_scan_stand_as_they_are(text: str) -> None:
    provider = OSEI.model_copy(update={"practice": text})
    client = case().client.model_copy(update={"name": f"Dana {text} Whitfield"})
    made = introduction(case(client=client), provider, STUDIO, TODAY)
    assert any(text in value for value in made.values)
    assert text in paragraphs_of(made.docx)


def test_a_studios_own_profile_hides_the_diagnosis_too(tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text(
        "key: quiet_plan\nname: Quiet Plan\naccounts: [hsa]\nhides_diagnosis: true\n"
        "citation: the plan's document\n"
    )
    claim = claim_of(case(), "hsa", "generic_hsa").model_copy(
        update={"administrator": "quiet_plan"}
    )
    studio = STUDIO.model_copy(update={"profiles": tmp_path})
    assert hides_diagnosis(claim, studio) and not hides_diagnosis(claim, STUDIO)
    assert profile("quiet_plan", tmp_path).hides_diagnosis
