"""The code table: one code at a time from small files, each read once.

The files are built by `rules.icd10.build`; nothing here reads the clock or the network.
"""

from __future__ import annotations

import gzip
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal

_DATA = Path(__file__).parent / "data"

EntryKind = Literal["leaf", "parent", "gone"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One code of ICD-10-CM.

    kind: "leaf" billable in the newest edition, "parent" has finer codes, "gone" no longer listed.
    first, last: the days between which the code itself was billable; None where open.
    surely_from, surely_to: where the exact day is unknown, the first and last day
    on which it surely was; equal to first and last otherwise.
    """

    code: str
    kind: EntryKind
    first: date | None
    surely_from: date | None
    surely_to: date | None
    last: date | None
    description: str


def entry(code: str) -> Entry | None:
    """The entry of a code written with its dot, or None."""
    text = _shard(code[:1])
    start = text.find(f"\n{code}\t") + 1
    if start == 0:
        return None
    return _read(text[start : text.index("\n", start)])


def finer(code: str) -> tuple[Entry, ...]:
    """All entries whose codes begin with this code, in order, without the code itself."""
    stem = code if "." in code else code + "."
    text = _shard(code[:1])
    found = []
    start = text.find(f"\n{code}\t") + 1
    while start:
        start = text.index("\n", start) + 1
        if not text.startswith(stem, start):
            break
        found.append(_read(text[start : text.index("\n", start)]))
    return tuple(found)


@cache
def newest_edition() -> date:
    """The day from which the newest edition in the table is certain."""
    return date.fromisoformat((_DATA / "edition.txt").read_text(encoding="ascii").strip())


def known_until() -> date:
    """The last day that the table knows: editions end with the fiscal year, on 30 September."""
    newest = newest_edition()
    return date(newest.year + (newest.month > 9), 9, 30)


@lru_cache(maxsize=32)
def _shard(letter: str) -> str:
    """The lines of one first letter, sorted by code, each between line ends.

    Kept as text and searched as text: one code out of 30,000 lines is found in
    a millisecond, parsing them all would take fifty.
    """
    path = _DATA / f"codes-{letter}.tsv.gz"
    if len(letter) != 1 or not path.exists():
        return "\n"
    return f"\n{gzip.decompress(path.read_bytes()).decode()}\n"


def _read(line: str) -> Entry:
    code, kind, first, last, description = line.split("\t")
    firsts = _days(first)
    lasts = _days(last)
    return Entry(code, kind, firsts[0], firsts[1], lasts[0], lasts[1], description)  # type: ignore[arg-type]  # build.py writes the three kinds


def _days(text: str) -> tuple[date | None, date | None]:
    if not text:
        return None, None
    parts = [date.fromisoformat(part) for part in text.split("/")]
    return parts[0], parts[-1]
