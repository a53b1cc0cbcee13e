"""Invented clients' stories, told by synthetic scans beside their expected readings.

Every name, number and address is made up. `scans/` and the CSV files are drawn
by ``python -m samples.draw`` from `stories/`; `expected/` holds what a careful
reader would read. Importing this package needs no drawing library.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Final

FOLDER: Final = Path(__file__).parent
TODAY: Final = date(2026, 11, 20)
"""The day on which the stories are told."""


def scans() -> tuple[Path, ...]:
    """The sample scans, in order of their names."""
    return tuple(sorted(path for path in (FOLDER / "scans").iterdir() if path.is_file()))


def expected_of(scan: Path) -> Path:
    """The file of expected readings that belongs to a scan."""
    return FOLDER / "expected" / f"{scan.name}.json"
