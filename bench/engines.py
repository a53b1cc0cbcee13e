"""How many words each engine finds, how long it takes, how much it holds.

Every comparison is within one run, way after way on the same file, so that a
busy machine slows all of them alike. Plain Tesseract is the measure: the
program alone, on the picture as it is.

    python -m bench.engines [--receipts FOLDER] [--letters FOLDER] [--count 12]

--receipts: pictures NNN.jpg with NNN.json (company, address, total, date).
--letters: scanned letters with truth.jsonl and docs/ as python -m bench.drawing makes them;
drawn anew where none is given.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import sys
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from statistics import median
from time import perf_counter

from bench.drawing import letter_looks
from bench.drawing.damage import ROUGH, damaged
from bench.engine_paths import OPTIONS, PATHS, Recognise, chosen, found, plain_tesseract
from bench.processes import Memory
from extractors.pages import open_pages

OUT = Path("bench-out")
SEED = 707
SCANS = ("scan200", "scan300")


@dataclass(frozen=True)
class Sample:
    """A picture and the words that stand on it."""

    path: Path
    words: tuple[str, ...]


@dataclass
class Score:
    """One way's words and seconds over a set."""

    found: int = 0
    there: int = 0
    seconds: list[float] = field(default_factory=list)
    processor: list[float] = field(default_factory=list)

    @property
    def line(self) -> str:
        """Recall, seconds a file, and processor seconds a file, as cells of a table."""
        usual, longest = median(self.seconds), max(self.seconds)
        used = f"{median(self.processor):.2f} | {max(self.processor):.2f}"
        return f"{self.found / self.there:.3f} | {usual:.2f} | {longest:.2f} | {used}"


def main() -> None:
    """Measures, writes bench-out/engines.md and prints it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--receipts", type=Path)
    parser.add_argument("--letters", type=Path)
    parser.add_argument("--count", type=int, default=12, help="files of each set")
    given = parser.parse_args()
    os.environ["OMP_THREAD_LIMIT"] = "1"
    OUT.mkdir(exist_ok=True)
    parts = ["# Engines"]
    with tempfile.TemporaryDirectory() as folder, Memory(os.getpid()) as memory:
        vectors = list(_drawn_vectors(Path(folder), given.count))
        letters = list(_scans(vectors, Path(folder), SCANS))
        if given.letters:
            letters = list(_set(given.letters))[: given.count]
        parts += [_compare("Scanned letters", letters)]
        parts += [_compare("Damaged letters", list(_scans(vectors, Path(folder), ROUGH)))]
        if given.receipts:
            parts += [_compare("Receipts", _spread(list(_receipts(given.receipts)), given.count))]
        parts += [_two_processes(letters), _text_layers(vectors)]
    parts.append(f"Memory of all processes together: at most {memory.peak / 1e6:.0f} MB.")
    report = OUT / "engines.md"
    report.write_text("\n\n".join(parts) + "\n", encoding="utf-8")
    print(report.read_text(encoding="utf-8"))  # noqa: T201


def _compare(title: str, samples: Sequence[Sample]) -> str:
    print(f"{title}: {len(samples)} files, {len(PATHS)} ways", file=sys.stderr)  # noqa: T201
    scores = {name: Score() for name in PATHS}
    for recognise in PATHS.values():  # models are loaded before the clock runs
        recognise(samples[0].path)
    for sample in samples:
        for name, recognise in PATHS.items():
            start, before = perf_counter(), _processor_seconds()
            text = recognise(sample.path)
            scores[name].seconds.append(perf_counter() - start)
            scores[name].processor.append(_processor_seconds() - before)
            right, there = found(sample.words, text)
            scores[name].found += right
            scores[name].there += there
    lines = [f"## {title} ({len(samples)})"]
    lines += ["| way | word recall | s/file, usual | longest | processor s/file, usual | longest |"]
    lines += ["|---|---:|---:|---:|---:|---:|"]
    lines += [f"| {name} | {score.line} |" for name, score in scores.items()]
    return "\n".join(lines)


def _two_processes(letters: Sequence[Sample]) -> str:
    """Wall time and processor time of two processes, plain Tesseract and the product's way in
    turns."""
    paths = [letter.path for letter in letters]
    ways: dict[str, Recognise] = {"plain": plain_tesseract, "ours": chosen}
    wall = dict.fromkeys(ways, 0.0)
    used = dict.fromkeys(ways, 0.0)
    for _ in range(2):
        for name, recognise in ways.items():
            before = _processor_seconds()
            with ProcessPoolExecutor(2) as pool:
                list(pool.map(recognise, paths[:2]))  # started, libraries loaded
                start = perf_counter()
                list(pool.map(recognise, paths))
                wall[name] += perf_counter() - start
            used[name] += _processor_seconds() - before
    return (
        f"Scanned letters in two processes, one thread each: {wall['ours'] / wall['plain']:.2f} × "
        f"plain Tesseract's wall time, {used['ours'] / used['plain']:.2f} × its processor time."
    )


def _processor_seconds() -> float:
    """Of this process, all its threads, and the programs that it started and that ended.

    A machine that does other work as well makes the wall's seconds longer, not these.
    """
    own, ended = (
        resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    return own.ru_utime + own.ru_stime + ended.ru_utime + ended.ru_stime


def _text_layers(vectors: Sequence[tuple[Sample, bytes]]) -> str:
    start, pages = perf_counter(), 0
    while perf_counter() - start < 3:
        for _, pdf in vectors:
            pages += len(open_pages(pdf, OPTIONS))
    return f"Text layers: {pages / (perf_counter() - start):.1f} pages/s in one process."


def _drawn_vectors(folder: Path, count: int) -> Iterator[tuple[Sample, bytes]]:
    """Letters with their text layer, which tells the words that stand on them."""
    for number in range(count):
        random = Random(f"{SEED}:{number}")
        pdf = random.choice(letter_looks.LOOKS)(random, random.choice(["referral", "lmn"])).pdf
        words = tuple(w.text for page in open_pages(pdf, OPTIONS) for w in page.words)
        yield Sample(folder / f"{number:03}.pdf", words), pdf


def _scans(
    vectors: Sequence[tuple[Sample, bytes]], folder: Path, damages: Sequence[str]
) -> Iterator[Sample]:
    for number, (sample, pdf) in enumerate(vectors):
        damage = damages[number % len(damages)]
        data, ending = damaged(pdf, damage, Random(f"{SEED}:{damage}:{number}"))
        path = folder / f"{number:03}-{damage}.{ending}"
        path.write_bytes(data)
        yield Sample(path, sample.words)


def _set(folder: Path) -> Iterator[Sample]:
    """Scanned letters of a drawn set; a sample's words are those of its truth's texts."""
    for line in (folder / "truth.jsonl").read_text(encoding="utf-8").splitlines():
        truth = json.loads(line)
        if truth["kind"] in ("referral", "lmn") and truth["degradation"] in SCANS:
            names = [truth["fields"][name] for name in truth["fields"] if name.endswith("_name")]
            yield Sample(folder / "docs" / truth["file"], tuple(map(str, names)))


def _receipts(folder: Path) -> Iterator[Sample]:
    for path in sorted(folder.glob("*.json")):
        picture = path.with_suffix(".jpg")
        if picture.exists():
            said = json.loads(path.read_text(encoding="utf-8"))
            yield Sample(picture, tuple(str(value) for value in said.values()))


def _spread(samples: list[Sample], count: int) -> list[Sample]:
    return samples[:: max(1, len(samples) // count)][:count]


if __name__ == "__main__":
    main()
