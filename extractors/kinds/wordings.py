"""Whole letters' wordings: what a paper says where no title says what it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import cast

import yaml

from casebook.records import Kind
from extractors.page import Page

_TOP = 0.45
"""Share of the first page's height in which addressee and subject stand."""


@dataclass(frozen=True, slots=True)
class Wording:
    """One way to say it. top: only where the addressee and the subject stand."""

    kind: Kind
    says: re.Pattern[str]
    weight: float
    top: bool


@cache
def wordings() -> tuple[Wording, ...]:
    """The data, once."""
    raw = yaml.safe_load((files("extractors.kinds") / "wordings.yaml").read_text("utf-8"))
    return tuple(
        Wording(cast(Kind, kind), re.compile(row["says"], re.IGNORECASE), row["weight"], top)
        for kind, places in raw.items()
        for top in (False, True)
        for row in places["top" if top else "anywhere"]
    )


def worded(pages: tuple[Page, ...]) -> Iterator[Wording]:
    """The wordings that stand on the pages, each once."""
    whole = " ".join(page.text for page in pages).replace("\n", " ")
    head = " ".join(
        line.text for page in pages[:1] for line in page.lines if line.box[1] < _TOP * page.height
    )
    for wording in wordings():
        if wording.says.search(head if wording.top else whole):
            yield wording
