"""Time and memory: scanned letters beside plain Tesseract, text layers, the whole command."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from random import Random
from statistics import median
from time import perf_counter

from bench.drawing import letter_looks
from bench.drawing.damage import damaged
from bench.engine_paths import OPTIONS, chosen, plain_tesseract
from bench.processes import CAREPACKET, Answer, answer
from bench.reading_set import read_file
from bench.report.section import Section, table
from extractors.pages import open_pages

SEED = 707
SCANS = ("scan200", "scan300")
TURNS = 3
"""Every way has its turn so often; the median counts, for a machine with other work."""
_TEXT_SECONDS = 3.0

Way = Callable[[Path], object]


def whole_reading(path: Path) -> object:
    """A scan in, its readings out."""
    return read_file((path, "MDY"))


WAYS: dict[str, Way] = {
    "plain Tesseract": plain_tesseract,
    "recognised": chosen,
    "read": whole_reading,
}


def times(folder: Path, count: int) -> Section:
    """Draws scanned letters into `folder` and measures on them, all ways in turns.

    plain Tesseract: the program alone on a 300 dpi picture; recognised: our
    pages with their words; read: the whole reading. Two processes of one
    thread each, libraries loaded before the clock runs.
    """
    folder.mkdir(parents=True, exist_ok=True)
    vectors, scans = _drawn(folder, count)
    walls: dict[str, list[float]] = {name: [] for name in WAYS}
    for turn in range(TURNS):
        for name, way in WAYS.items():
            print(f"time of letters: turn {turn + 1}, {name}", file=sys.stderr)  # noqa: T201
            walls[name].append(_wall(way, scans))
    ratio = {
        name: median(w / p for w, p in zip(walls[name], walls["plain Tesseract"], strict=True))
        for name in WAYS
    }
    layers = _text_layers(vectors)
    command = _command(scans)
    rows = [
        [name, f"{median(wall) / count:.2f}", f"{ratio[name]:.2f}"] for name, wall in walls.items()
    ]
    lines = ["## Time and memory", f"### {count} scanned letters, two processes"]
    lines += [table(["way", "s/letter of wall time", "× plain Tesseract"], rows)]
    lines += [f"Text layers: {layers:.1f} pages/s read to the end, one process."]
    lines += [
        f"`carepacket extract --json --jobs 2` of these letters, from cold: {command.seconds:.1f} "
        f"s, exit {command.status}, {command.peak_megabytes:.0f} MB at most over all its processes."
    ]
    figures = {
        "time: letters against plain Tesseract": ratio["read"],
        "time: recognised against plain Tesseract": ratio["recognised"],
        "time: text pages a second": layers,
        "time: memory": command.peak_megabytes,
    }
    return Section("\n\n".join(lines), figures)


def _wall(way: Way, scans: Sequence[Path]) -> float:
    """Seconds from the first scan to the last answer."""
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        list(pool.map(way, [*scans[:2], *scans[:2]]))  # both started, libraries loaded
        start = perf_counter()
        list(pool.map(way, scans))
        return perf_counter() - start


def _text_layers(vectors: Sequence[Path]) -> float:
    whole_reading(vectors[0])
    counts = [len(open_pages(path.read_bytes(), OPTIONS)) for path in vectors]
    start, pages = perf_counter(), 0
    while perf_counter() - start < _TEXT_SECONDS:
        for path, count in zip(vectors, counts, strict=True):
            whole_reading(path)
            pages += count
    return pages / (perf_counter() - start)


def _command(scans: Sequence[Path]) -> Answer:
    extract = [*CAREPACKET, "extract", "--json", "--jobs", "2"]
    return answer([*extract, *map(str, scans)], 600.0, {**os.environ, "OMP_THREAD_LIMIT": "1"})


def _drawn(folder: Path, count: int) -> tuple[list[Path], list[Path]]:
    """Letters as they were written, and scanned."""
    vectors, scans = [], []
    for number in range(count):
        random = Random(f"{SEED}:{number}")
        pdf = random.choice(letter_looks.LOOKS)(random, random.choice(["referral", "lmn"])).pdf
        vectors.append(folder / f"{number:03}.pdf")
        vectors[-1].write_bytes(pdf)
        data, ending = damaged(pdf, SCANS[number % len(SCANS)], random)
        scans.append(folder / f"{number:03}-scan.{ending}")
        scans[-1].write_bytes(data)
    return vectors, scans
