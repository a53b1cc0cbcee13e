"""make bench-reading: how much is right, and does the reader know what it does not know?

Draws documents (python -m bench.drawing), reads the part that is never used
for fitting, and writes bench-out/reading.md with its plots. Folders of papers
with truth.jsonl and docs/ that are named on the command line go into the same
report, wholly.

    python -m bench.reading [--count 450] [FOLDER …]
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

from bench.drawing import draw
from bench.fit import held_back
from bench.plots import reliability, risk_coverage
from bench.reading_set import Document, Read, load, read_all
from bench.tally import Tally

OUT = Path("bench-out")
SEED = 20261


def main() -> None:
    """Draws, reads, writes the report and prints where it lies."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=450, help="papers to draw, a third is read")
    parser.add_argument("folders", nargs="*", type=Path, help="further sets with their truth")
    given = parser.parse_args()
    OUT.mkdir(exist_ok=True)
    drawn = OUT / f"drawn-{SEED}-{given.count}"
    if not (drawn / "truth.jsonl").exists():
        draw(drawn, given.count, SEED)
    held = [d for d in load(drawn) if held_back(d.truth["file"])]
    parts = [_section("Drawn papers, held-back part", held)]
    parts += [_section(str(folder), load(folder)) for folder in given.folders]
    report = OUT / "reading.md"
    report.write_text("\n\n".join(parts) + "\n", encoding="utf-8")
    print(report.read_text(encoding="utf-8"))  # noqa: T201


def _section(title: str, documents: list[Document]) -> str:
    read = read_all(documents)
    whole = _tally(read)
    name = "".join(c if c.isalnum() else "-" for c in title.lower())[-40:]
    reliability(whole.values, OUT / f"reliability-{name}.png")
    risk_coverage(whole.values, whole.values_there, OUT / f"risk-coverage-{name}.png")
    lines = [f"## {title}", _table({"all": whole})]
    lines += ["### By damage", _table(_by(read, lambda d: str(d.truth["degradation"])))]
    lines += ["### By kind", _table(_by(read, lambda d: str(d.truth["kind"])))]
    lines += ["### By field", _fields(whole)]
    lines += ["### Kinds taken for others", str(dict(whole.confusions)) or "none"]
    lines += ["### Accepted though wrong", "\n".join(f"- {m}" for m in whole.mistakes) or "none"]
    return "\n\n".join(lines)


def _tally(read: list[Read]) -> Tally:
    tally = Tally()
    for each in read:
        tally.add(each)
    return tally


def _by(read: list[Read], key: Callable[[Document], str]) -> dict[str, Tally]:
    groups: dict[str, Tally] = defaultdict(Tally)
    for each in read:
        groups[key(each.document)].add(each)
    return dict(sorted(groups.items()))


def _table(rows: dict[str, Tally]) -> str:
    heads = list(next(iter(rows.values())).line)
    lines = ["| | " + " | ".join(heads) + " |", "|---|" + "---:|" * len(heads)]
    lines += [f"| {k} | " + " | ".join(t.line.values()) + " |" for k, t in rows.items()]
    return "\n".join(lines)


def _fields(tally: Tally) -> str:
    lines = ["| field | precision | recall | F1 |", "|---|---:|---:|---:|"]
    lines += [
        f"| {name} | {c.precision:.3f} | {c.recall:.3f} | {c.f1:.3f} |"
        for name, c in sorted(tally.fields.items())
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    main()
