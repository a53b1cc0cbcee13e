"""``python -m templates.building [FOLDER]`` writes every template anew.

A template whose content stays the same is left as it is, so that its bytes
change only when its looks do.
"""

from __future__ import annotations

import sys
from importlib import import_module
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from templates.render import FOLDER

TEMPLATES = (
    "appeal",
    "assessment_summary",
    "change_in_status",
    "client_letter",
    "discharge_summary",
    "employer_front",
    "expense_statement",
    "introduction",
    "lmn_request",
    "lmn_renewal",
    "packet_front",
    "physician_query",
    "preauthorization",
    "progress_report",
    "studio_receipt",
    "superbill",
)
"""Each is a module of this package with a function `build`, and a file in templates/docx."""

_DATED = "docProps/core.xml"


def build_all(folder: Path) -> None:
    """Writes every template into the folder."""
    for name in TEMPLATES:
        made = BytesIO()
        import_module(f"templates.building.{name}").build().save(made)
        path = folder / f"{name}.docx"
        if not path.is_file() or _parts(path.read_bytes()) != _parts(made.getvalue()):
            path.write_bytes(made.getvalue())


def _parts(docx: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(docx)) as parts:
        return {name: parts.read(name) for name in parts.namelist() if name != _DATED}


if __name__ == "__main__":
    build_all(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER)
