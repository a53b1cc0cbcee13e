"""``carepacket templates``: a template is copied, edited, checked, and used."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from docx import Document

from flows.settings import load
from samples import FOLDER

Here = Callable[..., tuple[int, str, str]]


def test_a_template_is_copied_edited_and_checked(here: Here, home: Path) -> None:
    assert here("templates", "check")[0] == 0
    assert here("templates", "copy", "nonsense")[0] == 2
    assert here("templates", "copy", "client_letter")[0] == 0
    assert here("templates", "copy", "client_letter")[0] == 2
    assert "your own" in here("templates", "list")[1]
    assert here("templates", "check")[0] == 0
    path = home / "templates" / "client_letter.docx"
    document = Document(str(path))
    document.add_paragraph("{{ nickname }}")
    document.save(str(path))
    status, _, err = here("templates", "check")
    assert status == 1 and "client_letter.docx: “nickname” is not known in the text" in err


def test_the_letterhead_knows_the_studios_own_folders(here: Here, home: Path) -> None:
    home.mkdir()
    (home / "studio.toml").write_bytes((FOLDER / "studio.toml").read_bytes())
    chosen = load(home=home)
    assert chosen.studio().templates is None and chosen.studio().profiles is None
    (home / "profiles").mkdir()
    assert here("templates", "copy", "appeal")[0] == 0
    assert chosen.studio().templates == chosen.templates
    assert chosen.studio().profiles == chosen.profiles


def test_profiles_are_listed_with_source_and_a_fault_with_file_line_and_key(
    here: Here, home: Path
) -> None:
    status, out, _ = here("rules", "--administrators")
    assert status == 0
    assert all(key in out for key in ("fsafeds", "navia", "take_command", "2026-01-01"))
    (home / "profiles").mkdir(parents=True)
    text = "key: mine\nname: Mine\naccounts: [fsa]\ncitation: plan\napeal_days: 9\n"
    (home / "profiles" / "mine.yaml").write_text(text)
    status, _, err = here("rules", "--administrators")
    assert status == 2 and "mine.yaml, line 5: apeal_days" in " ".join(err.split())
