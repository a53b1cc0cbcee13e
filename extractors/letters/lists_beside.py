"""Lists that stand right of their label and go on straight below their first item."""

from __future__ import annotations

from collections.abc import Iterator

from extractors.letters.letter import Letter
from extractors.letters.prose import Passage, is_bullet


def items_on(letter: Letter, first: Passage) -> Iterator[Passage]:
    """The items straight below the one that stands right of its label: bullets below a bullet,
    lines with nothing left of them below a plain one."""
    last = first
    bulleted = is_bullet(first.text)
    for run in letter.passages:
        if run.page is not first.page or run.box[1] <= first.box[1]:
            continue
        if is_bullet(run.text) != bulleted or (not bulleted and _follows_something(run)):
            continue
        height = run.lines[0].box[3] - run.lines[0].box[1]
        under = abs(run.box[0] - first.box[0]) < 0.5 * height
        most = 1.2 if bulleted else 0.7
        if under and -0.3 * height <= run.box[1] - last.box[3] <= most * height:
            if _has_label(letter, run):
                return  # the next label's own list
            yield run
            last = run


def _follows_something(run: Passage) -> bool:
    """Whether anything stands left of a passage's first line, on its row."""
    first = run.lines[0]
    height = first.box[3] - first.box[1]
    return any(
        line.box[2] <= first.box[0] and abs(line.box[1] - first.box[1]) < 0.6 * height
        for line in run.page.lines
    )


def _has_label(letter: Letter, run: Passage) -> bool:
    """Whether a label stands left of a passage's first line."""
    first = run.lines[0]
    return any(
        found.place == "right" and found.line is first and found.page is run.page
        for found in letter.labelled
    )
