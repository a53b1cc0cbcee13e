"""make bench-reading: how much is right, and does the reader know what it does not know?

    python -m bench.reading [--sets DIR] [--count 450] [--quick] [FOLDER …]

One run, one report, bench-out/reading.md with its plots: drawn papers (the
part that is never used for fitting), and what DIR holds of
  papers/   truth.jsonl and docs/, as python -m bench.drawing makes them
  receipts/ NNN.jpg beside NNN.json (company, date day first, address, total)
  notes/sections.csv  the notes whose mentions bench/assertions/labels.csv labels
  odd/      files of any kind
Baselines run on the same documents. What is not there is named as not
measured. Further FOLDERs are sets with truth.jsonl and docs/.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from bench.drawing import draw, fingerprint
from bench.fit import held_back
from bench.reading_set import load
from bench.real_receipts import load_receipts
from bench.report import Section, missing
from bench.report.goals import goals_table
from bench.report.mentions import mentions_section
from bench.report.odd import odd
from bench.report.papers import papers
from bench.report.receipts import receipts
from bench.report.times import times

OUT = Path("bench-out")
SETS = Path("../shared/devset")
SEED = 20261
ONLY = ("drawn", "papers", "receipts", "mentions", "odd", "times")


@dataclass(frozen=True)
class Asked:
    """What is to be measured. every: of a set's files, one of so many is taken."""

    sets: Path
    folders: tuple[Path, ...]
    count: int
    letters: int
    every: int


def main() -> None:
    """Measures part by part and writes the report after each, so that a stopped run leaves what
    it has measured; prints where it lies."""
    given = _parser().parse_args()
    count = given.count or (120 if given.quick else 450)
    asked = Asked(
        given.sets, tuple(given.folders), count, 6 if given.quick else 16, 4 if given.quick else 1
    )
    os.environ["OMP_THREAD_LIMIT"] = "1"  # before any engine: one thread a process
    OUT.mkdir(exist_ok=True)
    start, sections, walls = perf_counter(), [], []
    for name, part in _parts(asked):
        if given.only and name not in given.only:
            continue
        began = perf_counter()
        sections.append(part())
        load = os.getloadavg()[0]  # above 2 on two cores, other work made the seconds longer
        walls.append(f"{name} {perf_counter() - began:.0f} s (load {load:.1f})")
        _write(sections, f"{perf_counter() - start:.0f} s in all: {', '.join(walls)}", given.quick)
    print(f"{OUT / 'reading.md'}")  # noqa: T201


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sets", type=Path, default=SETS, help="where the given sets lie")
    parser.add_argument("--count", type=int, help="papers to draw, a third is read (450)")
    parser.add_argument("--quick", action="store_true", help="a smaller sample of everything")
    parser.add_argument("--only", action="append", choices=ONLY, help="only this part; repeatable")
    parser.add_argument("folders", nargs="*", type=Path, help="further sets with their truth")
    return parser


def _parts(asked: Asked) -> Iterator[tuple[str, Callable[[], Section]]]:
    """Every part by name, to be measured when it is called."""
    yield "drawn", lambda: _drawn(asked.count)
    yield "papers", lambda: _set(asked.sets / "papers", "Papers of another hand", "papers", asked)
    for number, folder in enumerate(asked.folders):
        name = f"set{number + 1}"
        yield "papers", lambda f=folder, n=name: _set(f, f.name, n, asked)  # type: ignore[misc]
    yield "receipts", lambda: _receipts(asked)
    yield "mentions", lambda: _mentions(asked)
    yield "odd", lambda: _odd(asked)
    yield "times", lambda: times(OUT / "letters", asked.letters)


def _drawn(count: int) -> Section:
    folder = OUT / f"drawn-{SEED}-{count}-{fingerprint()}"
    if not (folder / "truth.jsonl").exists():
        print(f"drawing {count} papers", file=sys.stderr)  # noqa: T201
        draw(folder, count, SEED)
    held = [d for d in load(folder) if held_back(d.truth["file"])]
    section = papers(f"Drawn papers, held-back part of {count}", "drawn", held, OUT)
    return Section(section.text, {**section.figures, "drawn: drawn in all": count})


def _set(folder: Path, title: str, key: str, asked: Asked) -> Section:
    if not (folder / "truth.jsonl").exists():
        return missing(title, f"no truth.jsonl in {folder}")
    return papers(title, key, load(folder)[:: asked.every], OUT)


def _receipts(asked: Asked) -> Section:
    found = load_receipts(asked.sets / "receipts")[:: asked.every]
    if not found:
        return missing("Real receipts", f"no receipts in {asked.sets / 'receipts'}")
    return receipts("Real receipts", found, OUT)


def _mentions(asked: Asked) -> Section:
    notes = asked.sets / "notes" / "sections.csv"
    if not notes.exists():
        return missing("Mentions in notes", f"no {notes}")
    return mentions_section(notes)


def _odd(asked: Asked) -> Section:
    folder = asked.sets / "odd"
    files = sorted(
        path for path in folder.glob("*") if path.is_file() and path.stem.upper() != "README"
    )
    if not files:
        return missing("Odd files", f"no files in {folder}")
    return odd("Odd files", files[:: asked.every])


def _write(sections: list[Section], walls: str, quick: bool) -> None:
    figures = {name: value for section in sections for name, value in section.figures.items()}
    head = "# Reading, measured"
    head += " on a small sample: quick, not for the record" if quick else ""
    parts = [head, goals_table(figures), f"Two processes; {walls}."]
    parts += [section.text for section in sections]
    (OUT / "reading.md").write_text("\n\n".join(parts) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
