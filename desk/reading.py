"""``carepacket extract`` and ``carepacket assert``: reading without storing anything."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from desk import exits

if TYPE_CHECKING:
    from casebook.records import Reading

DateOrder = Literal["MDY", "DMY", "YMD"]


def extract(
    paths: Annotated[
        list[Path], typer.Argument(help="Files, or folders of files.", metavar="PATH...")
    ],
    as_json: Annotated[
        bool, typer.Option("--json", help="One JSON object per document and line.")
    ] = False,
    jobs: Annotated[
        int | None,
        typer.Option("--jobs", "-j", min=1, help="Files read at once. (default: one per core)"),
    ] = None,
    date_order: Annotated[
        DateOrder | None,
        typer.Option("--date-order", help="How 03/04/2026 is meant. (default: MDY)"),
    ] = None,
) -> int:
    """Reads documents and prints what stands in them; stores nothing.

    Example: [bold]carepacket extract scans/ --json > readings.ndjson[/bold]
    """
    from desk.progress import Progress
    from flows import extracting, settings
    from flows.reading import Readers

    chosen = settings.load(jobs=jobs, date_order=date_order)
    files = extracting.files_of(paths)
    status = exits.DONE
    count = min(chosen.readers, max(1, len(files)))
    with (
        Readers(count, chosen.file_seconds, chosen.max_file_megabytes) as readers,
        Progress("reading", len(files)) as progress,
    ):
        for readings in extracting.extract(files, chosen, readers):
            if as_json:
                _print_lines(readings)
            else:
                _print_for_people(readings)
            if any(reading.status == "quarantined" for reading in readings):
                status = exits.QUARANTINED
            progress.step()
    return status


def _print_lines(readings: Iterable[Reading]) -> None:
    for reading in readings:
        sys.stdout.write(reading.model_dump_json(exclude_none=True) + "\n")
    sys.stdout.flush()


def _print_for_people(readings: Iterable[Reading]) -> None:
    from desk.showing import show_reading

    for reading in readings:
        show_reading(reading)


def assert_(
    as_json: Annotated[
        bool, typer.Option("--json", help="Accepted for clarity: in and out are JSON lines.")
    ] = True,
) -> int:
    """Says for each sentence whether its condition is affirmed, present and the patient's own.

    Reads {"text": ..., "target": ...} per line; adds assertion, temporality and experiencer.

    Example: [bold]echo '{"text": "Denies chest pain.", "target": "chest pain"}' | carepacket
    assert --json[/bold]
    """
    from extractors.diagnoses.assertions import judge

    for number, line in enumerate(sys.stdin.buffer, start=1):
        if not line.strip():
            continue
        asked = _asked(line, number)
        judged = judge(str(asked["text"]), str(asked["target"]))
        asked |= {
            "assertion": judged.assertion,
            "temporality": judged.temporality,
            "experiencer": judged.experiencer,
        }
        sys.stdout.write(json.dumps(asked, ensure_ascii=not _is_text(asked)) + "\n")
        sys.stdout.flush()
    return exits.DONE


def _asked(line: bytes, number: int) -> dict[str, object]:
    """The object of one line. Raises WrongUsage that names the line, and never what it says."""
    from flows.errors import WrongUsage

    remedy = 'write one object per line: {"text": "…", "target": "…"}'
    try:
        asked = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise WrongUsage(f"line {number} is not UTF-8", "save the lines as UTF-8") from None
    except json.JSONDecodeError as error:
        raise WrongUsage(f"line {number} is not JSON ({error.msg})", remedy) from None
    except RecursionError:
        raise WrongUsage(f"line {number} is not JSON (nested too deeply)", remedy) from None
    if not isinstance(asked, dict) or not {"text", "target"} <= asked.keys():
        raise WrongUsage(f"line {number} has no text and target", remedy)
    if not all(isinstance(asked[name], str) for name in ("text", "target")):
        raise WrongUsage(f"line {number}: text and target have to be strings", remedy)
    return asked


def _is_text(asked: dict[str, object]) -> bool:
    """Can it be written as it is? Half a surrogate pair ("\\ud83d") can only be escaped."""
    try:
        json.dumps(asked, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return False
    return True
