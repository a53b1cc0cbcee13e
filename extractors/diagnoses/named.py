"""Conditions without a code: listed under a heading for diagnoses, or named in a sentence."""

from __future__ import annotations

import re

from extractors.diagnoses.doubts import makes_doubt, names_something, says_no_more
from extractors.diagnoses.found import Finding
from extractors.diagnoses.growing import grown
from extractors.diagnoses.lexicon import AMBIGUOUS, Mention, mentions
from extractors.diagnoses.passages import GUTTER
from extractors.diagnoses.places import Place, judged
from extractors.diagnoses.sections import Section, heading_of, label_end
from extractors.diagnoses.wording import Span, core_of, items, stripped, without_status

_NOTHING = re.compile(
    r"(?:see\b.*|n/?a|none\b.*|nil|unknown|as above|above|attached|not applicable|tbd|pending|"
    r"medical\b.*clearance|evaluat\w+ (?:and|&) treat\w*|physical therapy|personal training|"
    r"exercise\b.*|medical exercise\b.*|supervised\b.*)\W*",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"(?:\b(?:with|of|has|have|had|hx|h/o|history|for|from|by|known|and|or|no|denies|denied|dx|pmh"
    r"|without|diagnosed|prior|previous|acute|chronic|s/p|suspected|possible|rule out|r/o)"
    r"|[:(,/;+-])\s*$",
    re.IGNORECASE,
)
_SAYS_MORE = re.compile(
    r"\b(?:with|without|w/|w/o|due to|secondary to|from|after|following|mention of|neurogenic"
    r"|associated with|complicated by)\s*(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
_LISTED = re.compile(r"([^,]+),\s*$")
_SIDE = re.compile(
    r"(?:\b(?:left|right|bilateral|lumbar|cervical|thoracic|lumbosacral|proximal|distal"
    r"|childhood)\s+)+$",
    re.IGNORECASE,
)
_ZIP = re.compile(r"\s+\d{5}(?:-\d{4})?\b")


def labelled(place: Place) -> tuple[list[Finding], list[Span]]:
    """What stands under a heading for diagnoses, item by item."""
    text = place.text
    own = heading_of(text) is not None
    span = stripped(text, (label_end(text) if own else 0, len(text)))
    if span is None:
        return [], []
    found: list[Finding] = []
    cells, used = _naming_cells(text, span)
    for item in (item for cell in cells for item in items(text, cell)):
        words = text[slice(*item)]
        if _NOTHING.fullmatch(words) or place.is_unticked(item):
            used.append(item)
            continue
        named = mentions(words, forgiving=place.recognised)
        if not named and not (place.strict and len(words.split()) <= 10 and names_something(words)):
            continue
        if len(words.split()) > 14 or (len(named) > 1 and not _one_name(words, named)):
            continue  # prose under the heading: each named condition counts by itself
        used.append(item)
        mention = named[0] if named else None
        core = core_of(text, item)
        judgement = judged(place, core, coded=False)
        if judgement.said:
            item = core  # "Denies seizures": what is said about it is not part of its name
        item = without_status(text, item)
        found.append(
            Finding(
                page=place.passage.page,
                words=text[slice(*item)],
                place=place.words(item),
                sentence=text,
                judgement=judgement,
                section=place.section,
                condition=mention.condition if mention else None,
                labelled=True,
                abbreviation=bool(mention and mention.abbreviation),
                mended=bool(mention and mention.mended),
                unsure=makes_doubt(place, [item]),
                bare=says_no_more(place, [item]),
            )
        )
    return found, used


def _naming_cells(text: str, span: Span) -> tuple[list[Span], list[Span]]:
    """(cells of a row that name conditions, others that name none or a mere complaint).

    Where no condition is known, the first cell that is more than a number, a mark or "active".
    """
    cells = []
    start = span[0]
    while start < span[1]:
        end = text.find(GUTTER, start, span[1])
        end = span[1] if end < 0 else end
        cell = stripped(text, (start, end))
        cells += [cell] if cell else []
        start = end + len(GUTTER)
    named_in = {cell: mentions(text[slice(*cell)]) for cell in cells}
    naming = [cell for cell in cells if named_in[cell]]
    if not naming:
        naming = [cell for cell in cells if len(cells) == 1 or names_something(text[slice(*cell)])]
        return naming[:1], [cell for cell in cells if cell not in naming[:1]]
    asides = [
        cell
        for cell in naming[1:]
        if all(mention.condition.course in ("symptom", "vague") for mention in named_in[cell])
    ]
    return [cell for cell in naming if cell not in asides], [
        cell for cell in cells if cell in asides or not named_in[cell]
    ]


def _one_name(words: str, named: tuple[Mention, ...]) -> bool:
    """Do the further conditions only say more of the first: "stenosis without claudication"?"""
    return named[0].start <= 4 and all(
        _SAYS_MORE.search(words[: mention.start]) for mention in named[1:]
    )


def named(place: Place, used: list[Span]) -> list[Finding]:
    """Conditions of the lexicon that are named anywhere else in the sentence."""
    text = place.text
    found = []
    told_until = 0
    for mention in mentions(text, forgiving=place.recognised):
        span = (mention.start, mention.end)
        if mention.start < told_until:
            continue  # it only says more of the one before
        if any(start < span[1] and span[0] < end for start, end in used):
            continue
        if mention.abbreviation and not _is_told(text, mention, place.section):
            continue
        if place.is_unticked(span):
            continue
        whole = (_with_side(text, span[0]), grown(text, span))
        told_until = whole[1] if "without" not in text[slice(*whole)].lower() else span[1]
        found.append(
            Finding(
                page=place.passage.page,
                words=text[slice(*whole)],
                place=place.words(whole),
                sentence=text,
                judgement=judged(place, span, coded=False),
                section=place.section,
                condition=mention.condition,
                labelled=place.section == "diagnosis",
                abbreviation=mention.abbreviation,
                mended=mention.mended,
                unsure=makes_doubt(place, [whole]),
                bare=says_no_more(place, [whole]),
            )
        )
    return found


def _with_side(text: str, start: int) -> int:
    """Where the name begins with its side and region: "left sciatica", "lumbar fracture"."""
    match = _SIDE.search(text[:start])
    return match.start() if match else start


def _is_told(text: str, mention: Mention, section: Section | None) -> bool:
    """Is an abbreviation a condition here, not a state, a degree or a pair of initials?"""
    if _ZIP.match(text, mention.end):
        return False
    if text[mention.start : mention.end] not in AMBIGUOUS:
        return True
    listed = _LISTED.search(text[: mention.start])
    if listed is not None and not mentions(listed[1]):
        return False  # "B. Cole, MS": a degree
    return section in ("diagnosis", "past", "family", "household", "relative") or bool(
        _TOLD.search(text[: mention.start])
    )
