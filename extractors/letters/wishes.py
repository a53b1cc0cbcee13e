"""What the writer asks of the trainer: restrictions and goals.

Lists stand behind a lead-in ("Precautions: a; b"), as bullets below it, or, on a
prescription pad, as lines of their own that begin like an order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from extractors.candidate import Candidate
from extractors.letters.letter import Letter, labels
from extractors.letters.lists_beside import items_on
from extractors.letters.orders import orders_of_their_own, restrictions_in_prose
from extractors.letters.proposing import propose
from extractors.letters.prose import Passage, is_bullet
from extractors.letters.wish_items import ORDER, SENTENCE, items_in, ticked_in
from extractors.page import Line, Page, Word
from extractors.values.label_match import LabelHit
from extractors.values.labels import block_below
from extractors.values.ticks import has_boxes

_NOTHING = re.compile(
    r"^(?:none|n/?a|nil|nothing|no restrictions?|no limitations?|no precautions?|none "
    r"known|no contraindications?|unrestricted|-+|_+)\.?$",
    re.IGNORECASE,
)
_STATED = re.compile(r"(?:are|is|will be|include|includes)\s+(?:to\s+)?", re.IGNORECASE)
_RATE = re.compile(r"(?:T?HR|RPE)\b[\s:<≤]*\d|target (?:hr|heart)", re.IGNORECASE)
"""A target of its own, no item of the list above it."""
_OPEN_END = re.compile(
    r"\b(?:exercise|training|program|sessions?|weeks?|months?|therapy)\b.{0,40}"
    r"\b(?:in order to|so as to|to)\s*:?$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Listed:
    """The items of a list and the words they stand in."""

    items: tuple[str, ...]
    page: Page
    words: tuple[Word, ...]


def find_wishes(letter: Letter) -> Iterator[Candidate]:
    """Candidates for restrictions and goals."""
    for field in ("restrictions", "goals"):
        lists = chain(_behind_lead_ins(letter, field), _beside_labels(letter, field))
        if field == "goals":
            lists = chain(lists, _behind_open_ends(letter))
        for listed, exactness in lists:
            yield propose(
                field,
                listed.items,
                "label",
                0.95 * exactness,
                listed.page,
                listed.words,
                passed=("label.exact",) if exactness == 1.0 else (),
            )
    yield from orders_of_their_own(letter)
    yield from restrictions_in_prose(letter)


def _behind_lead_ins(letter: Letter, field: str) -> Iterator[tuple[Listed, float]]:
    for passage in letter.passages:
        hits = labels().hits(passage.raw)
        for index, hit in enumerate(hits):
            if hit.name != field or not _leads_in(passage, hit):
                continue
            if hit.value_start >= len(passage.raw) and _is_beside(letter, passage, field):
                continue
            until = hits[index + 1].start if index + 1 < len(hits) else len(passage.raw)
            until = _end_of_list(passage.text, hit.value_start, until)
            stated = _STATED.match(passage.text, hit.value_start)
            inline = passage.text[stated.end() if stated else hit.value_start : until]
            words = passage.words_between(hit.value_start, until) if inline.strip(" .:_-") else ()
            items = ticked_in(passage.raw[hit.value_start : until]) or items_in(inline)
            if until == len(passage.raw) and not _closed(inline):
                below = _items_below(letter, passage)
                items += tuple(item for _, item in below)
                words += tuple(word for line, _ in below for word in line.words)
            items = tuple(item for item in items if not _NOTHING.match(item))
            if items and words:
                yield Listed(items, passage.page, words), hit.exactness


def _behind_open_ends(letter: Letter) -> Iterator[tuple[Listed, float]]:
    """Bullets that end a sentence: "… supervised exercise for 10 weeks, to"."""
    for passage in letter.passages:
        if _OPEN_END.search(passage.text) is None:
            continue
        below = _items_below(letter, passage)
        if any(is_bullet(line.text) for line, _ in below):
            words = tuple(word for line, _ in below for word in line.words)
            yield Listed(tuple(item for _, item in below), passage.page, words), 0.9


def _beside_labels(letter: Letter, field: str) -> Iterator[tuple[Listed, float]]:
    """Lists that stand right of their label, in the next column of a table."""
    for found in letter.of(field):
        if found.place not in ("right", "above"):
            continue
        for passage in letter.passages:
            if passage.page is found.page and passage.lines[0] is found.line:
                items = ticked_in(passage.raw) or items_in(passage.text)
                words = passage.words_between(0, len(passage.text))
                for run in items_on(letter, passage) if found.place == "right" else ():
                    items += items_in(run.text)
                    words += run.words_between(0, len(run.text))
                items = tuple(item for item in items if not _NOTHING.match(item))
                if items:
                    sure = found.exactness * (1.0 if found.place == "right" else 0.85)
                    yield Listed(items, passage.page, words), sure


def _is_beside(letter: Letter, passage: Passage, field: str) -> bool:
    """Whether a lead-in's list stands right of it, so that nothing below is meant."""
    x0, top, x1, bottom = passage.box
    return any(
        found.place == "right"
        and found.page is passage.page
        and found.label_box[0] < x1
        and found.label_box[2] > x0
        and found.label_box[1] < bottom
        and found.label_box[3] > top
        for found in letter.of(field)
    )


def _leads_in(passage: Passage, hit: LabelHit) -> bool:
    """A lead-in has a colon, is a sentence's opening, or stands alone as a heading."""
    alone = hit.value_start >= len(passage.raw)
    opening = len(hit.synonym.split()) >= 3 and hit.at_start
    after_stop = len(hit.synonym.split()) >= 3 and passage.raw[: hit.start].rstrip().endswith(".")
    first = hit.at_start or passage.raw[: hit.start].rstrip().endswith(".")
    stated = first and _STATED.match(passage.raw[hit.value_start :]) is not None
    return hit.marked or alone or opening or after_stop or stated


def _end_of_list(text: str, start: int, until: int) -> int:
    """Where the list's sentence ends: a list with semicolons is one sentence."""
    for match in SENTENCE.finditer(text, start, until):
        following = text[match.end() : until]
        if not ORDER.match(following):
            return match.start() + 1
    return until


def _closed(inline: str) -> bool:
    """A sentence that ended on its line goes on nowhere below."""
    return inline.strip().endswith(".") or (
        inline.strip(" :_-.") != "" and not inline.rstrip().endswith((";", ",", ":"))
    )


def _items_below(letter: Letter, passage: Passage) -> list[tuple[Line, str]]:
    """Bullets, or the lines of a box, below a lead-in that stands alone."""
    last = passage.lines[-1]
    alone = last.text.rstrip(" _").endswith((":", ";", ",", " to")) or len(last.text.split()) <= 5
    if not alone:
        return []
    below = [id(line) for line in block_below(passage.page, last, labels())]
    runs = [
        run
        for run in letter.passages
        if run.page is passage.page and id(run.lines[0]) in below and run is not passage
    ]
    if any(is_bullet(run.text) or has_boxes(run.raw) for run in runs):
        # Under a bullet's words stand an item's words whose own bullet was not read.
        starts = [r.lines[0].words[1].box[0] for r in runs if is_bullet(r.text)]
        runs = [
            run
            for run in runs
            if is_bullet(run.text)
            or has_boxes(run.raw)
            or any(abs(run.box[0] - start) < 2.5 for start in starts)
        ]
    bulleted = bool(runs) and (is_bullet(runs[0].text) or has_boxes(runs[0].raw))
    items: list[tuple[Line, str]] = []
    bottom = last.box[3]
    for run in runs:
        height = run.lines[0].box[3] - run.lines[0].box[1]
        if items and not bulleted and run.box[1] - bottom > 0.6 * height:
            break
        bottom = run.box[3]
        whole = Line(run.words_between(0, len(run.text)))
        found = ticked_in(run.raw) if has_boxes(run.raw) else items_in(run.text)
        items.extend((whole, item) for item in found if not _RATE.match(item))
    return items
