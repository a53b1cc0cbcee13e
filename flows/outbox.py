"""The outbox: finished papers, one folder per client and paper, whole or not there at all."""

from __future__ import annotations

import os
import re
import shutil
import unicodedata
from collections.abc import Mapping
from pathlib import Path

from casebook.records import Client

BUILDING = ".building-"
"""What a folder's name begins with until everything lies in it."""
SHORT_ID = 12


def client_folder(outbox: Path, client: Client) -> Path:
    """The client's own folder: their name for people, and so much of the id that none is shared."""
    plain = unicodedata.normalize("NFKD", client.name).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:60] or "client"
    short = client.id if len(client.id) <= SHORT_ID else client.id[-SHORT_ID:]
    return outbox / f"{slug}.{re.sub(r'[^A-Za-z0-9_-]', '-', short)}"


def build(folder: Path, files: Mapping[str, bytes]) -> Path:
    """Writes the files beside where `folder` will be, to disk; `publish` puts them in its place.

    files: bytes by their path inside the folder.
    """
    building = folder.with_name(f"{BUILDING}{folder.name}")
    shutil.rmtree(building, ignore_errors=True)
    for name, data in files.items():
        path = building / name
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with path.open("wb") as file:
            os.fchmod(file.fileno(), 0o600)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    return building


def publish(building: Path) -> Path:
    """Puts a built folder in its place; one that is there already is replaced."""
    folder = building.with_name(building.name.removeprefix(BUILDING))
    if folder.exists():
        old = folder.with_name(f"{BUILDING}old-{folder.name}")
        shutil.rmtree(old, ignore_errors=True)
        folder.rename(old)
        building.rename(folder)
        shutil.rmtree(old)
    else:
        building.rename(folder)
    return folder


def unfinished(folder: Path) -> list[Path]:
    """Folders that were being built when the program ended."""
    return sorted(folder.glob(f"{BUILDING}*")) if folder.is_dir() else []
