"""make bench: time and memory of the commands that people wait for.

Every figure is the median of several runs of the whole command from cold.
These are measurements, not tests: nothing fails here.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.processes import Measured, Memory, measure
from samples import scans

CAREPACKET = str(Path(sys.executable).with_name("carepacket"))


def main() -> None:
    """Prints one line a figure."""
    digital = _sample(".pdf")
    _report("carepacket --help", [measure([CAREPACKET, "--help"]) for _ in range(5)])
    extract = [CAREPACKET, "extract", "--json"]
    _report(
        "extract, one page with a text layer",
        [measure([*extract, str(digital)]) for _ in range(3)],
    )
    lookup = (
        "from datetime import date; from rules.icd10 import lookup; "
        "lookup('S83.511A', date(2026, 6, 7))"
    )
    _report(
        "one ICD-10-CM code from cold, the interpreter's start with it",
        [measure([sys.executable, "-c", lookup]) for _ in range(3)],
    )
    everything = [str(path) for path in scans()]
    _report(f"extract, all {len(everything)} samples", [measure([*extract, *everything])])
    with tempfile.TemporaryDirectory() as folder:
        _report("demo (set-up done)", [measure([CAREPACKET, "demo", "--keep", f"{folder}/demo"])])
    _watch(_sample(".tiff", ".jpg", ".png"))


def _sample(*endings: str) -> Path:
    return next(path for path in scans() if path.suffix in endings)


def _report(name: str, runs: list[Measured]) -> None:
    seconds = statistics.median(run.seconds for run in runs)
    peak = max(run.peak_megabytes for run in runs)
    statuses = sorted({run.status for run in runs})
    print(f"{name}: {seconds:.2f} s, {peak:.0f} MB at most, exit {statuses}")  # noqa: T201


def _watch(scan: Path) -> None:
    """From drop to filed or waiting, with the service already running."""
    with tempfile.TemporaryDirectory() as home:
        environment = {**os.environ, "CAREPACKET_HOME": home}
        process = subprocess.Popen(
            [CAREPACKET, "watch"],
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        with Memory(process.pid) as memory:
            try:
                inbox = Path(home) / "inbox"
                times = []
                for number in range(3):
                    times.append(_drop(scan, inbox, Path(home), number))
            finally:
                process.send_signal(signal.SIGINT)
                process.wait(60)
        shown = ", ".join(f"{seconds:.1f}" for seconds in times)
        print(  # noqa: T201
            f"watch, one scanned page from drop to its end: {shown} s, "
            f"{memory.peak / 1e6:.0f} MB at most"
        )


def _drop(scan: Path, inbox: Path, home: Path, number: int) -> float:
    while not inbox.exists() or not (home / "casebook.sqlite").exists():
        time.sleep(0.2)
    if number == 0:
        time.sleep(25)  # the service's own Prefect server comes up
    target = inbox / f"{number}{scan.suffix}"
    start = time.perf_counter()
    shutil.copy(scan, target)
    if number:  # other bytes than the last time, so that it is no duplicate
        with target.open("ab") as file:
            file.write(json.dumps(number).encode())
    while _ended(home) <= number:
        time.sleep(0.1)
        if time.perf_counter() - start > 120:
            break
    return time.perf_counter() - start


def _ended(home: Path) -> int:
    with sqlite3.connect(f"file:{home / 'casebook.sqlite'}?mode=ro", uri=True) as database:
        found = database.execute("select count(*) from scans where state <> 'pending'").fetchone()
    return int(found[0])


if __name__ == "__main__":
    main()
