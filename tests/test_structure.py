"""The house keeps its shape: floors, no circles, files of one subject."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

TOP = Path(__file__).parent.parent
ROOMS = "casebook rules extractors templates flows desk samples bench tests".split()
FILES = sorted(path for room in ROOMS for path in (TOP / room).rglob("*.py"))
LONGEST = 300


def test_imports_go_downwards_only() -> None:
    done = subprocess.run(
        [str(Path(sys.executable).with_name("lint-imports")), "--no-logo", "--no-cache"],
        cwd=TOP,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(TOP)))
def test_a_file_has_one_subject_and_says_what_it_is_for(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    lines = text.count("\n")
    if path.name != "__init__.py" or text.strip():
        assert text.lstrip().startswith('"""'), "begin with a docstring that says what it is for"
    head = text[:1500]
    assert lines <= LONGEST or "Long because" in head, (
        f"{lines} lines: split it where the subjects part, or say 'Long because …' in its docstring"
    )


def test_no_file_holds_an_address_of_a_package_index() -> None:
    for name in ("pyproject.toml", "constraints.txt", "Makefile"):
        assert "://" not in (TOP / name).read_text(encoding="utf-8")
