"""The signature block: who signs, where the signature belongs, what stands around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extractors.letters.signature_places import further_places, next_print
from extractors.letters.signers import ELECTRONIC, behind, first_person, nearest_person, person_in
from extractors.letters.signing_place import SignatureBlock
from extractors.page import Line, Page
from extractors.values.label_match import LabelHit, LabelSet
from extractors.values.people import person_at_start

_VALEDICTION = re.compile(
    r"^(?:(?:yours\s+)?(?:very\s+)?(?:sincerely|truly|respectfully|faithfully|"
    r"cordially)(?:\s+(?:yours|submitted))?"
    r"|(?:with\s+)?(?:my\s+)?(?:kind(?:est)?|best|warm(?:est)?|many)?\s?(?:regards|wishes|thanks)"
    r"|with (?:appreciation|gratitude|thanks)|thank you(?: for your [a-z ]{4,30})?|thanks|"
    r"in good health|collegially|gratefully)\s?[,.;:]?$",
    re.IGNORECASE,
)
_END = re.compile(
    r"^(?:cc|c\.c\.|enc|encl|enclosures?|copy to|attachments?|p\.?s)\b\s?[.:]?|"
    r"confidential|privileged|protected health",
    re.IGNORECASE,
)
_NUMBERS_BEHIND = re.compile(r"[\s,;|(·•–-]*(?:npi|lic(?:en[sc]e)?)\b", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\s*\([^()]{2,40}\)")
_DEPTH = 150.0
"""Points below a valediction within which its signature block stands."""
_BAND = 60.0
"""Points above and below a form's signature line that belong to it."""
_DEEPEST_GAP = 90.0
_BELOW_STATEMENT = 30.0
"""Points below an electronic signature within which its name, day and hour stand."""


def find_signature_block(pages: tuple[Page, ...], labels: LabelSet) -> SignatureBlock | None:
    """The writer's signature block: the document's last one; a patient's own does not count."""
    for page in reversed(pages):
        block = (
            _by_valediction(page, labels)
            or _by_label(page, labels)
            or _electronic(page)
            or _by_name(page, labels)
        )
        if block is not None:
            return block
    return None


def _by_valediction(page: Page, labels: LabelSet) -> SignatureBlock | None:
    closings = [
        line
        for line in page.lines
        if _VALEDICTION.match(line.text.strip())
        and line.box[1] > (0.2 if page.number == 1 else 0.03) * page.height
    ]
    for closing in reversed(closings):
        below = _until_end(page, closing)
        if not below:
            continue
        person, line = first_person(below, labels)
        if person is None and closing is not closings[0]:
            continue
        top = closing.box[3]
        if line is not None and line.box[1] - top < _DEEPEST_GAP:
            bottom = line.box[1] + 0.3 * (line.box[3] - line.box[1])
        else:
            bottom = min(top + 60.0, below[0].box[1] if below else top + 60.0)
        right = min(page.width, closing.box[0] + 300.0)
        if bottom - top < 8.0:  # no room between: it may stand right of the name
            bottom = (line or below[0]).box[3] + 4.0
        return SignatureBlock(
            page=page,
            area=(max(0.0, closing.box[0] - 20.0), top - 2.0, right, bottom),
            top=top,
            bottom=below[-1].box[3] + 2.0,
            found_by="valediction",
            lines=below,
            signer=person,
            signer_line=line,
            electronic=next((each for each in below if ELECTRONIC.search(each.text)), None),
        )
    return None


def _until_end(page: Page, closing: Line) -> tuple[Line, ...]:
    """The lines below a valediction, down to the copies' list, a wide gap or the footer."""
    found: list[Line] = []
    last = closing.box[3]
    for line in sorted(page.lines, key=lambda line: line.box[1]):
        if line.box[1] < closing.box[3] - 3.0 or line is closing:
            continue
        text = line.text.strip()
        deep = line.box[1] - closing.box[3] > _DEPTH
        gap = line.box[1] - last > (_DEEPEST_GAP if not found else 40.0)
        if _END.search(text) or deep or gap or line.box[1] > 0.95 * page.height:
            break
        found.append(line)
        last = max(last, line.box[3])
    return _joined_rows(found)


def _joined_rows(lines: list[Line]) -> tuple[Line, ...]:
    """Pieces of a row that recognition tore apart ("Dana" "R. Whitfield, MD") as one line."""
    joined: list[Line] = []
    for line in sorted(lines, key=lambda line: (round(line.box[1] / 4), line.box[0])):
        height = line.box[3] - line.box[1]
        before = joined[-1] if joined else None
        same_row = before is not None and abs(before.box[3] - line.box[3]) < 0.5 * height
        if before is not None and same_row and 0 <= line.box[0] - before.box[2] < 2.0 * height:
            joined[-1] = Line((*before.words, *line.words))
        else:
            joined.append(line)
    return tuple(joined)


def _by_label(page: Page, labels: LabelSet) -> SignatureBlock | None:
    """A form's signature line: "Signature ______ Date ____", or its caption below the rule."""
    for line, hit in reversed(list(_signature_labels(page, labels))):
        # "Signature (no substitution)" is one caption.
        more = _IN_BRACKETS.match(line.text, hit.end)
        words = line.words_between(hit.start, more.end() if more else hit.end)
        x0, label_top = words[0].box[0], words[0].box[1]
        x1, label_bottom = words[-1].box[2], words[-1].box[3]
        right = next_print(page, x1, label_top, label_bottom)
        right = min([right, *_columns_beside(page, x1, label_top)])
        top, bottom = label_top - _BAND, label_bottom + _BAND
        around = tuple(each for each in page.lines if top <= each.box[1] and each.box[3] <= bottom)
        area_top = max(
            [label_top - 42.0]
            + [o.box[3] for o in page.lines if _is_print_above(o, x0, right, label_top)]
        )
        person, person_line = nearest_person(around, line, labels)
        return SignatureBlock(
            page=page,
            area=(x0, area_top, right, label_bottom + 3.0),
            top=top,
            bottom=bottom,
            found_by="label",
            lines=around,
            signer=person,
            signer_line=person_line,
            electronic=next((each for each in around if ELECTRONIC.search(each.text)), None),
            further=tuple(further_places(page, line, hit)),
        )
    return None


def _signature_labels(page: Page, labels: LabelSet) -> Iterator[tuple[Line, LabelHit]]:
    for line in page.lines:
        for hit in labels.hits(line.text):
            short = hit.marked or len(line.text) - (hit.end - hit.start) < 40
            lone_letter = len(hit.synonym) == 1 and not hit.marked  # a cross in a table
            named = (
                hit.name == "signature"
                and short
                and not lone_letter
                and line.text[hit.start].isupper()
            )
            if named or (hit.name == "provider" and _is_caption(page, line, hit)):
                yield line, hit


def _is_caption(page: Page, line: Line, hit: LabelHit) -> bool:
    """ "Prescriber" under a rule, with nothing beside or right below it."""
    if (
        hit.end < len(line.text.rstrip(" .:"))
        or not hit.at_start
        or line.box[1] < 0.4 * page.height
    ):
        return False
    height = line.box[3] - line.box[1]
    return not any(
        (abs(other.box[1] - line.box[1]) < height and other.box[0] > line.box[2])
        or (0 < other.box[1] - line.box[1] < 3 * height and _overlaps(other, line))
        for other in page.lines
        if other is not line
    )


def _columns_beside(page: Page, x1: float, top: float) -> Iterator[float]:
    """Where other columns begin, such as the date's box: their print is not above the line."""
    for line in page.lines:
        near = line.box[3] > top - 42.0 and line.box[1] < top
        if near and line.box[0] > x1 + 40.0 and line.confidence >= 0.7:
            yield line.box[0] - 4.0


def _is_print_above(line: Line, x0: float, right: float, top: float) -> bool:
    """Well-read print above the signature line: the area for ink begins below it."""
    inside = line.box[0] < right and line.box[2] > x0
    return inside and line.box[3] < top - 6.0 and line.confidence >= 0.7 and len(line.text) > 3


def _by_name(page: Page, labels: LabelSet) -> SignatureBlock | None:
    """A name with credentials on a line of its own in the lower part, with room above it."""
    for line in reversed(page.lines):
        if not 0.3 * page.height < line.box[1] < 0.93 * page.height:
            continue
        person = person_in(line, labels)
        if person is None or not person.credentials or _goes_on(line.text[person.end :]):
            continue
        above = [
            other.box[3]
            for other in page.lines
            if other.box[3] <= line.box[1] and _overlaps(other, line) and not is_stroke(other, line)
        ]
        top = max([line.box[1] - 70.0, *above])
        height = line.box[3] - line.box[1]
        if line.box[1] - top < 1.2 * height:
            continue
        below = _until_end(page, line)
        return SignatureBlock(
            page=page,
            area=(
                max(0.0, line.box[0] - 20.0),
                top,
                min(page.width, line.box[0] + 300.0),
                line.box[1] + 0.3 * height,
            ),
            top=top,
            bottom=(below[-1] if below else line).box[3] + 2.0,
            found_by="name",
            lines=(line, *below),
            signer=person,
            signer_line=line,
        )
    return None


def _goes_on(rest: str) -> bool:
    """Whether more follows a name than its numbers: then it is a sentence, no signer's line."""
    return len(rest) > 12 and not _NUMBERS_BEHIND.match(rest)


def is_stroke(line: Line, name: Line) -> bool:
    """Handwriting that recognition took for a word or two: doubtful, and taller than print."""
    height = name.box[3] - name.box[1]
    if len(line.text) >= 4 and len(set(line.text)) <= 2:
        return True  # "22222": a scribble's loops
    tall = line.box[3] - line.box[1] > 1.5 * height
    return len(line.words) <= 3 and (line.confidence < 0.5 or (tall and line.confidence < 0.8))


def _overlaps(one: Line, other: Line) -> bool:
    return one.box[0] < other.box[2] and one.box[2] > other.box[0]


def _electronic(page: Page) -> SignatureBlock | None:
    """The record system's statement, with what it prints right below: the name, day and hour."""
    for line in reversed(page.lines):
        match = ELECTRONIC.search(line.text)
        if match is None:
            continue
        below = tuple(
            other
            for other in page.lines
            if 0 < other.box[1] - line.box[1] < _BELOW_STATEMENT
            and other is not line
            and _overlaps(other, line)
        )
        signer, signer_line = None, None
        for each, at in ((line, behind(line.text, match)), *((other, 0) for other in below)):
            person = person_at_start(each.text[at:])
            if person is not None and (at or person.credentials):
                signer = replace(person, start=person.start + at, end=person.end + at)
                signer_line = each
                break
        return SignatureBlock(
            page=page,
            area=line.box,
            top=line.box[1] - 14.0,
            bottom=line.box[3] + _BELOW_STATEMENT,
            found_by="electronic",
            lines=(line, *below),
            signer=signer,
            signer_line=signer_line,
            electronic=line,
        )
    return None
