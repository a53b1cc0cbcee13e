"""A set of documents with their truth, and reading it on all cores."""

from __future__ import annotations

import json
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from bench.page_cache import keep, kept
from bench.workers import Ended, run
from extractors.candidate import Candidate
from extractors.options import DateOrder, ReadOptions
from extractors.page import Page


@dataclass(frozen=True)
class Document:
    """One document with its truth (a line of truth.jsonl)."""

    path: Path
    truth: dict[str, Any]

    @property
    def date_order(self) -> DateOrder:
        """How all-numeric dates are meant in this set; the truth may say so."""
        order: DateOrder = self.truth.get("date_order", "MDY")
        return order


@dataclass(frozen=True)
class Read:
    """What was read of one document: its reading as a dict, None where there is no line for it.

    surplus: further lines that say to be on its pages. seconds: wall time of
    the whole file, shared among its documents. ending: whether the reader came
    back at all.
    """

    document: Document
    reading: dict[str, Any] | None
    surplus: tuple[dict[str, Any], ...]
    seconds: float
    ending: str = "done"


def load(folder: Path) -> list[Document]:
    """The documents of a folder with truth.jsonl and docs/."""
    lines = (folder / "truth.jsonl").read_text(encoding="utf-8").splitlines()
    truths = [json.loads(line) for line in lines]
    return [Document(folder / "docs" / truth["file"], truth) for truth in truths]


def read_all(documents: list[Document], title: str, jobs: int = 2) -> list[Read]:
    """Reads every file once, in `jobs` processes; one Read for each document of the files.

    A file that hangs or lets the reader die has no reading; the others go on.
    """
    by_path: dict[Path, list[Document]] = {}
    for document in documents:
        by_path.setdefault(document.path, []).append(document)
    files = [(path, its[0].date_order) for path, its in by_path.items()]
    found: list[Read] = []
    for its, end in zip(by_path.values(), run(read_file, files, title, jobs), strict=True):
        found += shared(its, end)
    return found


def read_file(file: tuple[Path, DateOrder]) -> list[dict[str, Any]]:
    """The readings of one file, as `carepacket extract --json` prints them."""
    from extractors.errors import Unreadable
    from extractors.read import quarantined, read

    path, date_order = file
    try:
        found = read(path.read_bytes(), path.name, ReadOptions(jobs=1, date_order=date_order))
    except Unreadable as error:
        found = (quarantined(path.name, "", error),)
    return [reading.model_dump(mode="json", exclude_none=True) for reading in found]


def shared(documents: list[Document], end: Ended[list[dict[str, Any]]]) -> list[Read]:
    """A file's lines shared among its documents: the best overlap of pages first, one line for
    one document; what is left goes as surplus to the document that it overlaps most."""
    lines = end.result or []
    pairs = sorted(
        (
            (_overlap(document.truth, line), -which, -number)
            for which, document in enumerate(documents)
            for number, line in enumerate(lines)
        ),
        reverse=True,
    )
    taken: dict[int, int] = {}
    for overlap, which, number in pairs:
        if overlap > 0 and -which not in taken and -number not in taken.values():
            taken[-which] = -number
    surplus: dict[int, list[dict[str, Any]]] = {}
    for number, line in enumerate(lines):
        if number not in taken.values():
            nearest = max((o, which) for o, which, at in pairs if -at == number)
            surplus.setdefault(-nearest[1], []).append(line)
    return [
        Read(
            document,
            lines[taken[which]] if which in taken else None,
            tuple(surplus.get(which, ())),
            end.seconds / len(documents),
            end.ending,
        )
        for which, document in enumerate(documents)
    ]


def _overlap(truth: dict[str, Any], line: dict[str, Any]) -> float:
    """Shared pages among all pages of both, 0 to 1; a half where either is the whole file."""
    there, said = truth.get("page_range"), line.get("page_range")
    if not there or not said:
        return 0.5
    common = min(there[1], said[1]) - max(there[0], said[0]) + 1
    return float(max(common, 0) / (max(there[1], said[1]) - min(there[0], said[0]) + 1))


def proposals(
    documents: list[Document], cache: Path, jobs: int = 2
) -> Iterator[tuple[Document, tuple[Candidate, ...], tuple[Page, ...]]]:
    """The finders' proposals for every file whose kind was read right, for fitting.

    Pages are recognised once and kept in the folder `cache`.
    """
    keep([document.path for document in documents], cache, jobs)
    with ProcessPoolExecutor(jobs) as pool:
        found = pool.map(partial(_propose_one, cache=cache), documents, chunksize=4)
        for document, result in zip(documents, found, strict=True):
            if result is not None:
                yield document, *result


def _propose_one(
    document: Document, cache: Path
) -> tuple[tuple[Candidate, ...], tuple[Page, ...]] | None:
    from extractors.confirming import confirm
    from extractors.kinds import classify
    from extractors.read import find

    options = ReadOptions(jobs=1, date_order=document.date_order)
    pages = kept(document.path, cache)
    if not pages:
        return None
    kind = classify(pages)
    if kind.value != document.truth["kind"]:
        return None
    # The pictures are many times larger than the words, and weighing needs none.
    bare = tuple(replace(page, picture=None) for page in pages)
    return confirm(find(kind, pages, options), pages, options), bare
