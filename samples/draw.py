"""Draws the sample scans and writes their expectations: ``python -m samples.draw [NAME …]``.

Same library versions, same bytes: nothing here looks at a clock or rolls an
unseeded die. Without names, everything is drawn.
"""

from __future__ import annotations

import sys

from samples import FOLDER
from samples.stories import SAMPLES
from samples.story import Sample, written


def draw(sample: Sample) -> None:
    """Writes one scan and its expectations."""
    (FOLDER / "scans").mkdir(exist_ok=True)
    (FOLDER / "expected").mkdir(exist_ok=True)
    (FOLDER / "scans" / sample.name).write_bytes(sample.draw())
    expectations = FOLDER / "expected" / f"{sample.name}.json"
    expectations.write_text(written(sample.documents), encoding="utf-8")


def main(names: list[str]) -> int:
    """Draws the samples of these names, or all. Returns the exit status: 2 for an unknown name."""
    known = {sample.name: sample for sample in SAMPLES}
    unknown = [name for name in names if name not in known]
    if unknown:
        sys.stderr.write(f"Unknown samples: {', '.join(unknown)}. Known: {', '.join(known)}\n")
        return 2
    for name in names or known:
        draw(known[name])
        sys.stdout.write(f"{name}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
