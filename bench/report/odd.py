"""Odd files: each one's end, its time and memory, as the command itself shows them."""

from __future__ import annotations

import json
import os
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from bench.processes import CAREPACKET, Answer, answer
from bench.report.section import Section, table

LIMIT = 600.0
"""Seconds after which a file counts as hung."""
EXTRACT = [*CAREPACKET, "extract", "--json", "--jobs", "1"]
_ENDS = frozenset({0, 3})
"""Exit statuses of the contract that are an end: all read, or something in quarantine."""


@dataclass(frozen=True)
class End:
    """How one file ended. lines: what the command printed, as dicts."""

    name: str
    answer: Answer
    lines: tuple[dict[str, object], ...]

    @property
    def pages(self) -> int:
        return max((int(str(line.get("pages", 0))) for line in self.lines), default=0)

    @property
    def seconds_a_page(self) -> float:
        return self.answer.seconds / max(self.pages, 1)

    @property
    def traceback(self) -> bool:
        return "Traceback (most recent call last)" in self.answer.errors

    @property
    def named(self) -> bool:
        """A reading, or a problem with a code: what every file must end in."""
        return bool(self.lines) and all(
            line["status"] != "quarantined" or line.get("problems") for line in self.lines
        )

    @property
    def good(self) -> bool:
        return self.named and not self.traceback and self.answer.status in _ENDS

    @property
    def cells(self) -> list[str]:
        statuses = ", ".join(dict.fromkeys(str(line["status"]) for line in self.lines))
        codes = [str(p["code"]) for line in self.lines for p in _problems(line)]
        shown = "hung" if self.answer.status is None else f"exit {self.answer.status}"
        end = statuses or "no line"
        return [
            self.name,
            end + ("" if self.good else f" ({shown}{', traceback' if self.traceback else ''})"),
            ", ".join(dict.fromkeys(codes)),
            str(self.pages),
            f"{self.seconds_a_page:.1f}",
            f"{self.answer.peak_megabytes:.0f}",
        ]


def odd(title: str, files: list[Path], jobs: int = 2) -> Section:
    """Every file through a command of its own, start-up included, two at a time."""
    done: list[None] = []

    def one(path: Path) -> End:
        environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}
        got = answer([*EXTRACT, str(path)], LIMIT, environment)
        done.append(None)
        print(f"{title}: {len(done)} of {len(files)}", file=sys.stderr, flush=True)  # noqa: T201
        return End(path.name, got, tuple(_lines(got.output)))

    with ThreadPoolExecutor(jobs) as threads:
        ends = list(threads.map(one, files))
    longest = max(ends, key=lambda e: e.seconds_a_page)
    largest = max(ends, key=lambda e: e.answer.peak_megabytes)
    figures = {
        "odd: files": float(len(ends)),
        "odd: without reading or named problem": float(sum(not e.named for e in ends)),
        "odd: traceback": float(sum(e.traceback for e in ends)),
        "odd: seconds a page": longest.seconds_a_page,
        "odd: memory": largest.answer.peak_megabytes,
    }
    heads = ["file", "end", "problems", "pages", "s/page", "MB at most"]
    lines = [f"## {title} ({len(ends)})"]
    lines += [
        f"Bad ends: {sum(not e.good for e in ends)}; tracebacks: {sum(e.traceback for e in ends)}; "
        f"most seconds a page: {longest.seconds_a_page:.1f} ({longest.name}); most memory of a "
        f"command and its processes: {largest.answer.peak_megabytes:.0f} MB ({largest.name}). "
        "Seconds hold the start of the command."
    ]
    lines += [table(heads, [end.cells for end in ends])]
    return Section("\n\n".join(lines), figures)


def _lines(output: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in output.splitlines() if line.startswith("{")]


def _problems(line: dict[str, object]) -> list[dict[str, object]]:
    problems = line.get("problems")
    return problems if isinstance(problems, list) else []
