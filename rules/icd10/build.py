"""Builds the code table in `rules/icd10/data` from releases of `simple-icd-10-cm`.

For developers, once a year. Each release of that package holds one edition of
ICD-10-CM; what differs between two editions tells when a code began or ended:

    pip download --no-deps -d wheels simple-icd-10-cm==1.2.0   # January 2021
    pip download --no-deps -d wheels simple-icd-10-cm==1.4.0   # April 2025
    pip download --no-deps -d wheels simple-icd-10-cm==1.5.0   # April 2026
    python -m rules.icd10.build wheels/simple_icd_10_cm-1.2.0-py3-none-any.whl@2021-01-01 \\
        wheels/simple_icd_10_cm-1.4.0-py3-none-any.whl@2025-04-01 \\
        wheels/simple_icd_10_cm-1.5.0-py3-none-any.whl@2026-04-01

The result is text in gzip: `codes-<letter>.tsv.gz` with code, kind, first day,
last day, description (one file per first letter, so that one code is looked up
without reading all), and `terms.tsv.gz` with every official wording of a
condition (descriptions and inclusion terms) beside its code, for searching.
"""

from __future__ import annotations

import argparse
import gzip
import json
import subprocess
import sys
import tempfile
import zipfile
from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

from rules.icd10.words import key

DATA = Path(__file__).parent / "data"

# Run by a fresh interpreter per release, because the package keeps its codes in globals.
_DUMP = """
import json, sys
sys.path.insert(0, sys.argv[1])
import simple_icd_10_cm as cm
codes = {}
for code in cm.get_all_codes(True):
    if not (cm.is_chapter(code) or cm.is_block(code)) or cm.is_category_or_subcategory(code):
        codes[code] = [cm.is_leaf(code), cm.get_description(code), cm.get_inclusion_term(code)]
json.dump(codes, sys.stdout)
"""


@dataclass(frozen=True)
class Release:
    """One edition: the day from which it is certain, and code → (leaf, description, terms)."""

    day: date
    codes: dict[str, tuple[bool, str, tuple[str, ...]]]

    def leaf(self, code: str) -> bool:
        return code in self.codes and self.codes[code][0]


def read_release(wheel: Path, day: date) -> Release:
    """One release of the package; raises CalledProcessError when it cannot be imported."""
    with tempfile.TemporaryDirectory() as folder:
        zipfile.ZipFile(wheel).extractall(folder)
        dump = subprocess.run(
            [sys.executable, "-c", _DUMP, folder], check=True, capture_output=True, text=True
        )
    codes = json.loads(dump.stdout)
    return Release(
        day,
        {
            code: (row[0], _one_line(row[1]), tuple(_one_line(term) for term in row[2]))
            for code, row in codes.items()
        },
    )


def _one_line(text: str) -> str:
    """Some official wordings hold tabs and line ends."""
    return " ".join(text.split())


def first_days(path: Path) -> dict[str, str]:
    """The hand-kept days by code prefix."""
    found = {}
    for line in path.read_text().splitlines():
        if line and not line.startswith("#"):
            prefix, day = line.split("\t")
            found[prefix] = day
    return found


def change_day(code: str, before: date, after: date, known: dict[str, str]) -> str:
    """The day on which a code changed between two editions: "2021-10-01", or a span "a/b"."""
    for length in range(len(code), 1, -1):
        day = known.get(code[:length])
        if day and before < date.fromisoformat(day) <= after:
            return day
    octobers = [
        date(year, 10, 1)
        for year in range(before.year, after.year + 1)
        if before < date(year, 10, 1) <= after
    ]
    if len(octobers) == 1:
        return octobers[0].isoformat()
    return f"{octobers[0].isoformat()}/{octobers[-1].isoformat()}"


def _day_before(day: str) -> str:
    return "/".join(
        (date.fromisoformat(part) - timedelta(days=1)).isoformat() for part in day.split("/")
    )


def rows(releases: list[Release], known: dict[str, str]) -> list[tuple[str, str, str, str, str]]:
    """(code, kind, first day, last day, description), sorted by code.

    kind: "leaf" billable in the newest edition, "parent" has finer codes, "gone"
    no longer listed. Days are of the time in which the code itself was billable.
    """
    found = []
    for code in sorted({code for release in releases for code in release.codes}):
        first = last = ""
        for before, after in pairwise(releases):
            if after.leaf(code) and not before.leaf(code):
                first, last = change_day(code, before.day, after.day, known), ""
            elif before.leaf(code) and not after.leaf(code):
                last = _day_before(change_day(code, before.day, after.day, known))
        newest = releases[-1].codes.get(code)
        kind = "gone" if newest is None else "leaf" if newest[0] else "parent"
        if kind == "parent" and not last:
            first = ""
        description = next(r.codes[code][1] for r in reversed(releases) if code in r.codes)
        found.append((code, kind, first, last, description))
    return found


def terms(release: Release) -> list[tuple[str, str]]:
    """(official wording, code) for conditions: external causes, factors and 7th characters not."""
    found = set()
    for code, (_, description, inclusions) in release.codes.items():
        if code[0] in "VWXYU" or len(code) == 8:
            continue
        for wording in (description, *inclusions):
            if key(wording):
                found.add((wording, code))
    return sorted(found)


def write(path: Path, lines: list[str]) -> None:
    """The lines in gzip, the same bytes for the same lines."""
    path.write_bytes(gzip.compress("\n".join(lines).encode(), 9, mtime=0))


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("release", nargs="+", help="WHEEL@YYYY-MM-DD, oldest first")
    releases = []
    for argument in parser.parse_args(arguments).release:
        wheel, _, day = argument.rpartition("@")
        releases.append(read_release(Path(wheel), date.fromisoformat(day)))
    (DATA / "edition.txt").write_text(f"{releases[-1].day}\n", encoding="ascii")
    shards = defaultdict(list)
    for row in rows(releases, first_days(DATA / "first_days.tsv")):
        shards[row[0][0]].append("\t".join(row))
    for letter, lines in shards.items():
        write(DATA / f"codes-{letter}.tsv.gz", lines)
    write(
        DATA / "terms.tsv.gz",
        [f"{key(wording)}\t{code}\t{wording}" for wording, code in terms(releases[-1])],
    )


if __name__ == "__main__":
    main(sys.argv[1:])
