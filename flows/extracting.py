"""Reading files and storing nothing: what ``carepacket extract`` does."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from casebook.records import KindReading, Problem, Reading
from extractors.options import ReadOptions
from flows.errors import WrongUsage
from flows.inbox import files_in
from flows.originals import PathOriginal
from flows.reader_process import Outcome, Refusal
from flows.reading import Readers
from flows.settings import Settings


def files_of(paths: Sequence[Path]) -> tuple[Path, ...]:
    """The files that were named, and those in the folders that were named, each once.

    Raises WrongUsage for a path that is not there.
    """
    found: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            found.update(dict.fromkeys(files_in(path)))
        elif path.exists():
            found[path] = None
        else:
            raise WrongUsage(f"there is nothing at {path}", "check the path")
    return tuple(found)


def extract(
    files: Sequence[Path], settings: Settings, readers: Readers
) -> Iterator[tuple[Reading, ...]]:
    """The documents of each file, in the order given; a file that cannot be read is one, too.

    All files are queued at once, so that no core waits for a slow one.
    """
    options = ReadOptions(date_order=settings.date_order, jobs=pages_at_once(settings, len(files)))
    originals = [PathOriginal(path=path, name=path.name) for path in files]
    begun = [readers.begin(original, options) for original in originals]
    for original, future in zip(originals, begun, strict=True):
        yield readings_of(readers.finish(future), original)


def pages_at_once(settings: Settings, files: int) -> int:
    """How many pages of one file are recognised at once: cores that other files leave free."""
    return max(1, settings.readers // max(1, min(files, settings.readers)))


def readings_of(outcome: Outcome, original: PathOriginal) -> tuple[Reading, ...]:
    """The outcome as readings: a refused file has status "quarantined" and says why."""
    if not isinstance(outcome, Refusal):
        return outcome
    return (
        Reading(
            file=original.name,
            sha256=_sha256(original.path),
            pages=0,
            status="quarantined",
            kind=KindReading(value="other", confidence=0.0),
            problems=(Problem(code=outcome.code, message=outcome.message),),
        ),
    )


def _sha256(path: Path) -> str:
    """The file's SHA-256; empty when it cannot be opened at all."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""
