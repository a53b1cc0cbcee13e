"""Is the letter signed, and when: ink in the signature's place, a date in its block.

A typed name is no signature. A statement of the record system ("electronically
signed by ...") is one; "/s/" only stands for one and goes to a person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from casebook.records import Box
from extractors.candidate import Candidate
from extractors.ink import Ink, ink_in
from extractors.letters.digital_signing import digitally_signed
from extractors.letters.letter import Letter
from extractors.letters.proposing import propose, propose_labelled
from extractors.letters.signing_place import SignatureBlock
from extractors.page import Line, Page, Word
from extractors.values.dates import find_dates
from extractors.values.labels import Labelled

_UNSIGNED = re.compile(
    r"\b(?:unsigned|not (?:yet )?signed|pending signature|awaiting signature|signature "
    r"pending|(?<!no )signature required|draft|not valid (?:without|unless) sign)",
    re.IGNORECASE,
)
_ON_FILE = re.compile(r"signature on file|dictated (?:but|and) not (?:read|signed)", re.IGNORECASE)
_SIGNED_BY_SYSTEM = re.compile(
    r"\b(?:electronically|digitally|e-?)\s?(?:signed|authenticated|authorized|verified)\b|"
    r"\bsigned electronically\b|"
    r"electronic signature|\be-signature\b|(?<!\w)/es/",
    re.IGNORECASE,
)
_AROUND = 40.0
"""Points beside and below a signature's place in which a hand may have missed it."""
_READ_SURELY = 0.8
"""Words below this confidence in a signature's place are strokes taken for letters."""


def find_signed(letter: Letter) -> Iterator[Candidate]:
    """Candidates for signed ("present", "absent", "unclear")."""
    block = letter.signature
    digital = digitally_signed(letter)
    if digital is not None:
        yield digital
        return
    if block is None:
        page = letter.pages[-1]
        if page.words:
            yield propose("signed", "unclear", "layout", 0.3, page, page.words[-1:])
        return
    anchor = _anchor(block)
    if block.electronic is not None and _is_made(block):
        yield propose(
            "signed",
            "present",
            "signature_block",
            0.85,
            block.page,
            block.electronic.words,
            passed=("signature.statement",),
        )
        return
    if any(_UNSIGNED.search(line.text) for line in block.lines):
        yield propose("signed", "absent", "signature_block", 0.8, block.page, anchor)
        return
    ink = _ink(block)
    typed = block.electronic is not None or any(_ON_FILE.search(line.text) for line in block.lines)
    if typed and ink != "present":
        ink = "unclear"
    strength = {"present": 0.9, "absent": 0.85, "unclear": 0.5}[ink]
    yield propose(
        "signed",
        ink,
        "signature_block",
        strength,
        block.page,
        anchor,
        passed=("signature.ink",) if ink == "present" else (),
    )


def _ink(block: SignatureBlock) -> Ink:
    """What is written in the block's area, or else in the places a form may leave instead."""
    inks = [
        ink_in(_without_strokes(block.page, area), area) for area in (block.area, *block.further)
    ]
    if "present" in inks:
        return "present"
    return "unclear" if "unclear" in inks or _is_near(block) else inks[0]


def _is_near(block: SignatureBlock) -> bool:
    """Whether something is written around the place that was looked at: nobody says "unsigned"."""
    x0, top, x1, bottom = block.area
    around = (x0 - _AROUND, top - 4.0, min(block.page.width, x1 + _AROUND), bottom + _AROUND)
    return ink_in(_without_strokes(block.page, around), around) != "absent"


def find_signature_date(letter: Letter) -> Iterator[Candidate]:
    """Candidates for signature_date: only a date in the signature block, never the letter's."""
    block = letter.signature
    if block is None:
        return
    order = letter.options.date_order
    for found in letter.of("signature_date", "date"):
        dates = find_dates(found.text, order)
        if not dates or dates[0].start > 3:
            continue
        if found.name == "date" and found.synonym not in ("date", "dated"):
            continue  # "Letter date" below the signature is the letter's, still
        middle = found.words[0].middle
        if found.place == "above":  # written on the rule whose caption stands in the block
            middle = (found.label_box[1] + found.label_box[3]) / 2
        own = letter.in_signature(found) and _below_closing(block, middle)
        if found.place == "above" and not (own and _on_a_rule(found)):
            continue
        if not own and not (found.name == "signature_date" and found.page is block.page):
            continue
        if _patients_row(letter, found.line, found.page) or not (
            found.page is not block.page or block.is_signers(found.line)
        ):
            continue
        yield propose_labelled(
            "signature_date",
            dates[0].iso,
            found,
            factor=1.0 if own else 0.8,
            start=dates[0].start,
            end=dates[0].end,
            passed=("date.in_block",) if own else (),
            mended=dates[0].mended,
        )
    labelled_lines = {id(found.line) for found in letter.labelled if found.name != "signature"}
    for line in block.lines:
        statement = _is_statement(line) or line is block.electronic or _is_made(block)
        if id(line) in labelled_lines and not statement and line is not block.signer_line:
            continue
        dates = find_dates(line.text, order)
        if not block.is_signers(line):
            continue
        alone = len(dates) == 1 and len(line.text) - len(dates[0].text) <= 12
        alone = alone or (len(dates) == 1 and line is block.signer_line)  # "Dana Roe, MD · 3/4/26"
        beside = _below_closing(block, line.words[0].middle) or _captioned_date(block, line)
        if dates and (statement or (alone and beside)):
            yield propose(
                "signature_date",
                dates[0].iso,
                "signature_block",
                0.9 if statement else 0.75,
                block.page,
                line.words_between(dates[0].start, dates[0].end),
                passed=("date.in_block",),
                mended=dates[0].mended,
            )


def labelled_signature_dates(letter: Letter) -> Iterator[Candidate]:
    """The days beside "Date signed" on papers that a client signs, as signature_date."""
    for found in letter.of("signature_date"):
        dates = find_dates(found.text, letter.options.date_order)
        if dates and dates[0].start <= 3 and found.place != "above":
            yield propose_labelled(
                "signature_date",
                dates[0].iso,
                found,
                start=dates[0].start,
                end=dates[0].end,
                mended=dates[0].mended,
            )


def _on_a_rule(found: Labelled) -> bool:
    """A caption below a form's rule ("Date"), with little else on the line above it."""
    return not found.marked and len(found.line.text) - len(found.text) <= 12


def _is_statement(line: Line) -> bool:
    match = _SIGNED_BY_SYSTEM.search(line.text)
    return match is not None and line.text[match.end() :].strip(" :_.-)") != ""


def _is_made(block: SignatureBlock) -> bool:
    """Whether the system says of a person, on its line or the one below, that they signed."""
    line = block.electronic
    if line is None:
        return False
    named = block.found_by == "electronic" and block.signer is not None
    return _is_statement(line) or (named and _SIGNED_BY_SYSTEM.search(line.text) is not None)


def _below_closing(block: SignatureBlock, middle: float) -> bool:
    """Below the valediction, or close to a form's signature line: not the letter's date above."""
    if block.found_by == "valediction":
        return middle >= block.top
    return block.area[3] - 24.0 <= middle <= block.bottom


def _captioned_date(block: SignatureBlock, line: Line) -> bool:
    """Beside the ink over a caption such as "Signature and date"."""
    caption = any(re.search(r"\bsign.*\bdate\b", each.text, re.I) for each in block.lines)
    middle = (line.box[1] + line.box[3]) / 2
    return block.found_by == "label" and caption and middle >= block.area[3] - 48.0


def _patients_row(letter: Letter, line: Line, page: Page) -> bool:
    """Whether the patient or the trainer signs on this row: their date is not the physician's."""
    middle = (line.box[1] + line.box[3]) / 2
    return any(
        found.page is page and abs((found.label_box[1] + found.label_box[3]) / 2 - middle) < 8
        for found in letter.of("patient_signature")
    )


def _anchor(block: SignatureBlock) -> tuple[Word, ...]:
    if block.signer_line is not None:
        return block.signer_line.words
    left, _, right, bottom = block.area
    near = [line for line in block.lines if line.box[0] < right and line.box[2] > left]
    if near:
        return min(near, key=lambda line: abs(line.box[3] - bottom)).words
    return block.lines[0].words if block.lines else block.page.words[-1:]


def _without_strokes(page: Page, area: Box) -> Page:
    """The page without the doubtful words in the area: handwriting read as letters is ink."""
    lines = []
    for line in page.lines:
        words = tuple(
            word
            for word in line.words
            if not (
                word.origin == "ocr"
                and word.confidence < _READ_SURELY
                and word.box[0] < area[2]
                and word.box[2] > area[0]
                and area[1] <= word.middle <= area[3]
            )
        )
        if words:
            lines.append(Line(words))
    return replace(page, lines=tuple(lines))
