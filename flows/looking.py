"""Where a document's values stand on its page, as pictures for the person who settles them.

The original is read from the archive and opened again, so that the places fit
the page as it was read; nothing is stored.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from casebook.records import Document, Evidence, Reading
from extractors.cuttings import cuttings, whole
from extractors.options import ReadOptions
from extractors.pages import open_pages
from flows.errors import WrongUsage
from flows.reviewing import doubtful


@dataclass(frozen=True)
class Looked:
    """One picture that was written: the field's name (or "page") and the file."""

    field: str
    path: Path


def look(document: Document, data: bytes, fields: tuple[str, ...], folder: Path) -> list[Looked]:
    """Writes a PNG for every place of these fields, or of all doubtful ones, into the folder.

    A field without a place gets the document's whole pages instead, once. Raises
    WrongUsage for a field that the reading does not have.
    """
    wanted = fields or doubtful(document)
    places = {name: _places(document.reading, name) for name in wanted}
    pages = open_pages(data, ReadOptions())
    first, last = document.reading.page_range or (1, len(pages))
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, evidence in places.items():
        pictures = cuttings(pages, evidence)
        written += [
            _write(folder, name, number, png) for number, png in enumerate(pictures, start=1)
        ]
    if not written or any(not evidence for evidence in places.values()):
        own = (whole(page) for page in pages if first <= page.number <= last)
        written += [_write(folder, "page", n, png) for n, png in enumerate(own, start=first) if png]
    return written


def _places(reading: Reading, name: str) -> tuple[Evidence, ...]:
    """name: a field, or "diagnoses.0" as `carepacket review accept` takes it."""
    head, _, rest = name.partition(".")
    if head == "diagnoses":
        number = rest.partition(".")[0]
        if not number.isdigit() or int(number) >= len(reading.diagnoses):
            raise WrongUsage(f"there is no {name}", "count from diagnoses.0 as `show` lists them")
        return tuple(reading.diagnoses[int(number)].evidence)
    if name == "kind":
        return ()
    if name not in reading.fields:
        raise WrongUsage(f"the reading has no field {name}", "see `carepacket review show`")
    return tuple(reading.fields[name].evidence)


def _write(folder: Path, field: str, number: int, png: bytes) -> Looked:
    path = folder / f"{field.replace('.', '-')}-{number}.png"
    path.write_bytes(png)
    return Looked(field, path)
