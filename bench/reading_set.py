"""A set of documents with their truth, and reading it on all cores."""

from __future__ import annotations

import json
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import Any

from bench.page_cache import keep, kept
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
    """What was read: the readings as dicts, and seconds of wall time."""

    document: Document
    readings: tuple[dict[str, Any], ...]
    seconds: float


def load(folder: Path) -> list[Document]:
    """The documents of a folder with truth.jsonl and docs/."""
    lines = (folder / "truth.jsonl").read_text(encoding="utf-8").splitlines()
    truths = [json.loads(line) for line in lines]
    return [Document(folder / "docs" / truth["file"], truth) for truth in truths]


def read_all(documents: list[Document], jobs: int = 2) -> list[Read]:
    """Reads every document; one process per core."""
    with ProcessPoolExecutor(jobs) as pool:
        return list(pool.map(_read_one, documents))


def _read_one(document: Document) -> Read:
    from extractors.errors import Unreadable
    from extractors.read import quarantined, read

    options = ReadOptions(jobs=1, date_order=document.date_order)
    start = perf_counter()
    data = document.path.read_bytes()
    try:
        found = read(data, document.path.name, options)
    except Unreadable as error:
        found = (quarantined(document.path.name, "", error),)
    seconds = perf_counter() - start
    lines = tuple(reading.model_dump(mode="json", exclude_none=True) for reading in found)
    return Read(document, lines, seconds)


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
