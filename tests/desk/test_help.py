"""Help is quick, has an example everywhere, and imports nothing heavy."""

from __future__ import annotations

import subprocess
import sys

import pytest
import typer

from desk.cli import app

HEAVY = ("prefect", "spacy", "medspacy", "cv2", "sqlalchemy", "rules.icd10", "extractors.read")


def test_help_imports_nothing_heavy() -> None:
    program = (
        "import sys\n"
        "from desk import exits\n"
        "from desk.cli import app\n"
        "assert exits.run(app, ['--help']) == 0\n"
        "print('|'.join(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    modules = set(done.stdout.splitlines()[-1].split("|"))
    assert "desk.demo" in modules
    assert not {name for name in HEAVY if name in modules}


def _commands() -> list[tuple[str, str]]:
    found = []
    for name, command in typer.main.get_command(app).commands.items():  # type: ignore[attr-defined]
        inner = getattr(command, "commands", None)
        for each in (inner or {"": command}).items():
            found.append((f"{name} {each[0]}".strip(), each[1].help or ""))
    return found


@pytest.mark.parametrize(("name", "text"), _commands(), ids=lambda each: each.split("\n")[0][:40])
def test_every_command_has_an_example(name: str, text: str) -> None:
    assert f"carepacket {name}" in " ".join(text.replace("\\n", " ").split())
