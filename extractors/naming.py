"""A person's name where recognition spoiled it: torn apart, glued, misread, bare of its accents.

What cannot be read as a name is still proposed, weakly and with a failed check: the paper does
name somebody there, and a person must look who it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

import yaml

from extractors.candidate import Candidate
from extractors.page import Line, Page, Word
from extractors.proposing import from_label
from extractors.values.labels import Labelled
from extractors.values.people import normalise_name, person_at_start

_UNFINISHED = re.compile(r"(?:\b[A-Z]\.?|,|\b[A-Z][a-z]+-)$|^\S+$")
"""A name that must go on: one word, or an initial, a comma or a hyphen at its end."""

_NAME_PART = re.compile(r"[A-Z][^\W\d_]+(?:[-'’ ][A-Z][^\W\d_]*\.?)*\.?")
_GLUED = re.compile(r"(?<=[a-z])(?=[A-Z])")
_NO_BEGINNING = re.compile(
    r"(?!sch|scr|shr|spl|spr|squ|str|thr|chr|phr|kry|wrz|szy|szc|prz|krz|brz|grz|trz|chl|sgt|mc|ng)"
    r"[bcdfghjklmnpqrstvwxz]{3}|s[gdbz]r|[gq][kdt]"
)
_LETTERS_ALONE = re.compile(r"[^\W\d_]{2,}(?:[\s,.'’-]+[^\W\d_]+\.?){0,4}")
_NEAR = 2.0
"""Heights of a line that may lie between two parts of a name torn apart."""


def with_neighbour(found: Labelled) -> tuple[str, tuple[Word, ...]]:
    """A labelled name and its words, with the part of it that stands right of a wide blank.

    "Client: Abigail G." and "Davis" are one name where the second begins right behind the first.
    """
    if found.place not in {"same_line", "right"} or not _UNFINISHED.search(found.text):
        return found.text, found.words
    if found.words[-1] is not found.line.words[-1]:
        return found.text, found.words
    neighbour = _right_of(found)
    if neighbour is None or not _NAME_PART.fullmatch(neighbour.text.strip()):
        return found.text, found.words
    return f"{found.text} {neighbour.text.strip()}", (*found.words, *neighbour.words)


def misread_name(found: Labelled) -> Iterator[Candidate]:
    """The weak proposal of a text that stands where a name must stand."""
    if not found.marked or found.place not in {"same_line", "right"}:
        return
    text = found.text.strip(" .,;:|_-")
    parted = _GLUED.sub(" ", text)
    person = person_at_start(parted) if " " not in text else person_at_start(text.title())
    if person is not None and person.end >= len(text):
        yield from_label(
            "patient_name", person.name, found, weight=0.5, failed=("name.shape",), mended=True
        )
    elif len(text) >= 5 and _LETTERS_ALONE.fullmatch(text):
        yield from_label(
            "patient_name", normalise_name(text), found, weight=0.3, failed=("name.shape",)
        )


def doubts_of(name: str, page: Page) -> tuple[str, ...]:
    """The checks that a recognised name fails; none on a page with a text layer.

    name.accent    it usually has an accent, which an engine for English cannot see
    name.spelling  it begins as no name does ("Sgrensen" for "Sørensen")
    """
    if page.engine == "text layer":
        return ()
    parts = [part.strip(".,'’") for part in re.split(r"[\s-]+", name.casefold())]
    failed = []
    if any(part in _often_accented() for part in parts):
        failed.append("name.accent")
    if any(_NO_BEGINNING.match(part) for part in parts):
        failed.append("name.spelling")
    return tuple(failed)


@cache
def _often_accented() -> frozenset[str]:
    source = files("extractors.values") / "accented_names.yaml"
    return frozenset(yaml.safe_load(source.read_text(encoding="utf-8")))


def _right_of(found: Labelled) -> Line | None:
    """The nearest line at the same height, close behind the value."""
    last = found.words[-1].box
    height = max(last[3] - last[1], 1.0)
    near = [
        line
        for line in found.page.lines
        if 0 <= line.box[0] - last[2] < _NEAR * height
        and abs((line.box[1] + line.box[3]) - (last[1] + last[3])) / 2 < 0.5 * height
    ]
    return min(near, key=lambda line: line.box[0], default=None)
