"""``python -m templates.building [FOLDER]`` writes every template anew."""

from __future__ import annotations

import sys
from pathlib import Path

from templates.building import lmn_request, packet_front, progress_report
from templates.render import FOLDER

TEMPLATES = {
    "lmn_request": lmn_request.build,
    "progress_report": progress_report.build,
    "packet_front": packet_front.build,
}


def build_all(folder: Path) -> None:
    """Writes every template into the folder."""
    for name, build in TEMPLATES.items():
        build().save(str(folder / f"{name}.docx"))


if __name__ == "__main__":
    build_all(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER)
