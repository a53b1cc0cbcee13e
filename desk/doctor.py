"""``carepacket doctor``: what is missing on this machine, with the command that installs it."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import typer

from desk import exits


@dataclass(frozen=True)
class Need:
    """Something outside of Python that the work needs. `found` says what it is, or None."""

    name: str
    what_for: str
    package: str
    found: Callable[[], str | None]


def doctor() -> int:
    """Says what is missing on this machine, with the command that installs it.

    Example: [bold]carepacket doctor[/bold]
    """
    from desk.showing import show_table

    rows, missing = [], []
    for need in NEEDS:
        found = need.found()
        if found is None:
            missing.append(need.package)
        rows.append((need.name, found or "MISSING", need.what_for))
    rows.append(("ICD-10-CM codes", _editions(), "judging printed codes"))
    show_table("This machine", ("part", "found", "needed for"), rows)
    if missing:
        packages = " ".join(dict.fromkeys(missing))
        typer.echo(f"Install what is missing:\n  apt-get install -y {packages}")
        return exits.OUR_FAULT
    typer.echo("Nothing is missing.")
    return exits.DONE


def _editions() -> str:
    """Until when the table of codes holds, and what to do once that day is over."""
    from rules.icd10 import known_until
    from rules.words import day

    held = f"known until {day(known_until())}"
    if date.today() <= known_until():
        return held
    return f"{held}: OUT OF DATE. Later days are asked about; docs/codes.md says how to update"


def _first_line(*command: str) -> str | None:
    """The first line that a program prints; None when it is not there or does not run."""
    if shutil.which(command[0]) is None:
        return None
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return None
    lines = (done.stdout or done.stderr).splitlines()
    return lines[0].strip() if done.returncode == 0 and lines else None


def _tesseract() -> str | None:
    return _first_line("tesseract", "--version")


def _language(name: str) -> Callable[[], str | None]:
    def found() -> str | None:
        if shutil.which("tesseract") is None:
            return None
        done = subprocess.run(
            ["tesseract", "--list-langs"], capture_output=True, text=True, timeout=60, check=False
        )
        return name if name in done.stdout.split() else None

    return found


def _office() -> str | None:
    office = shutil.which("soffice") or shutil.which("libreoffice")
    return _first_line(office, "--version") if office else None


def _font(family: str) -> Callable[[], str | None]:
    def found() -> str | None:
        if shutil.which("fc-list") is None:
            return None
        listed = _first_line("fc-list", family, "family")
        return listed if listed and family.split()[0] in listed else None

    return found


NEEDS = (
    Need("Tesseract", "reading scans", "tesseract-ocr", _tesseract),
    Need("Tesseract, English", "reading scans", "tesseract-ocr-eng", _language("eng")),
    Need("Tesseract, orientation", "pages scanned sideways", "tesseract-ocr-osd", _language("osd")),
    Need("LibreOffice Writer", "making PDFs", "libreoffice-writer-nogui", _office),
    Need("Liberation fonts", "the papers' type", "fonts-liberation2", _font("Liberation Sans")),
    Need("DejaVu fonts", "signs that others lack", "fonts-dejavu-core", _font("DejaVu Sans")),
)
"""Names of Debian packages; other systems call them alike."""
