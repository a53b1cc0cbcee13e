"""Printed lists of conditions to be ticked, whose boxes an engine read as letters or not at all.

A form prints "[ ] Hypertension [x] Diabetes [ ] COPD"; a scan of it may say "O Hypertension
@ Diabetes LJ COPD", and a drawn box leaves no letter at all. What is not clearly ticked
is never taken for the patient's with nobody looking.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from extractors.diagnoses.assertions import Judgement
from extractors.diagnoses.boxes import answer_end, tick_of
from extractors.diagnoses.found import Finding
from extractors.diagnoses.weighing import is_own
from extractors.page import Page, Word

_TICKED = re.compile(r"[\[({|]?[xX✓✔✗✘☒☑@®&%#KMWVv¥][\])}|]?|[\[({]?[xX@®][\w]?[\])}]")
_BOX = re.compile(
    r"[\[({CLEU|][\]JIl1|)}_]{1,2}|[☐□▢◻]|\[|\]|\(\)|[cCoO0QD][)\]}J]|CI|LI|EI|CL|OO?"
)
_BULLET_OR_BOX = re.compile(r"[oO0QeE°©¢»*DCUL]")
_PRINTED_TICK = re.compile(r"[☒☑✓✔✗✘]|[\[(][xX✓✔][\])]")
_ASKED = re.compile(
    r"\b(?:check|tick|mark|circle|select|choose)\b.{0,30}\b(?:apply|applies|applicable|one|all"
    r"|box\w*"
    r"|below|following|those|any)|\(?\s*(?:please )?(?:check|tick|circle|mark)\s*\)?\s*:?\s*$"
    r"|\b(?:have you (?:ever )?(?:had|been)|do(?:es)? (?:you|the \w+) have|any of the following)\b",
    re.IGNORECASE,
)
_SET_APART = re.compile(r"[,;/&+]|\band\b|\bor\b|\bwith\b", re.IGNORECASE)
_NEAR = 2.5
"""Heights of a word within which a box stands before it."""
_MANY = 3


def without_boxes(found: Sequence[Finding], page: Page) -> tuple[Finding, ...]:
    """The mentions, without what stands unticked; what may be a mere option is marked doubtful."""
    marks = [_mark_before(finding, page) for finding in found]
    asked = any(len(line.words) <= 14 and _ASKED.search(line.text) for line in page.lines)
    read = Counter(_meaning(mark) for mark in marks if mark)
    boxed = sum(read.values()) >= 2 and (asked or len(read) > 1 or read["box"] > 0)
    kept = []
    for finding, mark in zip(found, marks, strict=True):
        meaning = _meaning(mark) if mark else None
        if (
            not is_own(finding)
            or _answered_yes(finding, page)
            or (mark and _PRINTED_TICK.fullmatch(mark))
        ):
            kept.append(_bare(finding, mark))
        elif boxed and meaning in ("box", "either"):
            continue
        elif meaning is not None and sum(read.values()) >= 2:
            kept.append(replace(_bare(finding, mark), doubtful=True))
        elif (asked and _is_option(finding, found, page)) or _crowded(finding, found):
            kept.append(_perhaps(finding))
        else:
            kept.append(finding)
    return tuple(kept)


def _answered_yes(finding: Finding, page: Page) -> bool:
    """Does a ticked "yes" beside an empty "no" stand right of the condition, on its row?"""
    if not finding.place:
        return False
    last = max(finding.place, key=lambda word: word.box[2])
    row = sorted(
        (w for w in page.words if w.box[0] > last.box[2] and abs(w.middle - last.middle) < 5.0),
        key=lambda word: word.box[0],
    )
    text = " ".join(word.text for word in row)
    return bool(text) and answer_end(text, 0) > 0 and tick_of(text, 0, 0) == "ticked"


def _meaning(mark: str) -> str | None:
    """ "ticked", "box" (an empty one) or "either" a bullet or a box; None: no mark at all."""
    if _TICKED.fullmatch(mark):
        return "ticked"
    if _BULLET_OR_BOX.fullmatch(mark):
        return "either"
    return "box" if _BOX.fullmatch(mark) else None


def _mark_before(finding: Finding, page: Page) -> str | None:
    """The mark right before the condition's first word, or read as a part of it."""
    if not finding.place:
        return None
    first = min(finding.place, key=lambda word: (round(word.box[1] / 4), word.box[0]))
    own = finding.words.split(" ", 1)[0]
    if len(finding.place) > 1 and _meaning(own) and first.text == own and not finding.is_bare_code:
        return own
    before = _word_before(first, page)
    return before.text if before is not None and _meaning(before.text) else None


def _word_before(first: Word, page: Page) -> Word | None:
    reach = _NEAR * first.height
    near = [
        word
        for word in page.words
        if word is not first
        and 0 <= first.box[0] - word.box[2] + 1 <= reach
        and abs(word.middle - first.middle) < 0.6 * first.height
    ]
    return max(near, key=lambda word: word.box[2], default=None)


def _bare(finding: Finding, mark: str | None) -> Finding:
    """Without the mark, where it was read as a word of the name."""
    if mark and finding.words.startswith(f"{mark} "):
        return replace(finding, words=finding.words[len(mark) :].strip())
    return finding


def _is_option(finding: Finding, found: Sequence[Finding], page: Page) -> bool:
    """Does the condition stand in the list that a "check all that apply" opens? One with a code
    may have been typed there, but hardly several."""
    if not _below_question(finding, page):
        return False
    listed = sum(_below_question(other, page) for other in found if other.code is not None)
    return finding.code is None or listed >= _MANY


def _below_question(finding: Finding, page: Page) -> bool:
    if not finding.place:
        return False
    top = finding.place[0].box[1]
    height = max(finding.place[0].height, 1.0)
    return any(
        -height < top - line.box[1] < 12 * height
        for line in page.lines
        if len(line.words) <= 14 and _ASKED.search(line.text)
    )


def _crowded(finding: Finding, found: Sequence[Finding]) -> bool:
    """Do several bare conditions stand side by side with nothing between, like printed options?"""
    if finding.code is not None or _SET_APART.search(finding.sentence):
        return False
    beside = [
        other
        for other in found
        if other.sentence == finding.sentence and other.code is None and is_own(other)
    ]
    return len(beside) >= _MANY


def _perhaps(finding: Finding) -> Finding:
    judged = finding.judgement
    said = Judgement("possible", judged.temporality, judged.experiencer, cued=True, said=True)
    return replace(finding, judgement=said, doubtful=True)
