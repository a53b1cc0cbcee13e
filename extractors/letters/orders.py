"""Restrictions that no heading introduces: lines that begin like an order, and sentences.

"No running or jumping" on a prescription pad; "please avoid hip flexion" in a letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.candidate import Candidate
from extractors.letters.letter import Letter, is_margin, labels
from extractors.letters.proposing import propose
from extractors.letters.prose import without_bullet
from extractors.letters.wish_items import COMMA_ORDER, ORDER, clean, items_in
from extractors.page import Line, Page, Word

_BODY = re.compile(
    r"\b(?:lift|run|jump|twist|bend|overhead|press|squat|lunge|sit-?ups?|crunch|valsalva|"
    r"load|flexion|extension|rotation|impact|barefoot|exercise|train|weights?|plyometric|"
    r"prone|supine|contact|isometric|kneel|stair|breath|heavy|push-?up|plank|"
    r"cycl|swim|treadmill|reach|rom|range of motion|weight[- ]bearing|resist|carry|"
    r"carbohydrate|glucose|lb|lbs|kg|pounds|rpe|heart rate|hr|bpm|blood pressure|bp|mmhg|"
    r"degrees|oxygen|sp[o0]2|o2|saturation|inhaler|nitroglycerin|hydrat|neutral|head|abduction|adduction|"
    r"internal|external|crossing|legs?|arm|shoulder|knee|hip|spine|lumbar|neck|hang|pull|"
    r"push|throw|sprint|balance|unsupervised|supervis|hot|sauna|machine|inversion|"
    r"intensity|sport)",
    re.IGNORECASE,
)
_CLINICAL = re.compile(
    r"\b(?:red flags?|history of|evidence of|signs? of|known|hx|syncope|angina|chest pain|"
    r"allerg|complaint|acute|fracture seen|refills?|substitution|known drug|swelling|fever|"
    r"fall risk)\b",
    re.IGNORECASE,
)
_IN_PROSE = re.compile(
    r"\b(?:(?:please\s+)?(?:avoid|refrain from)\s|(?:she|he|the patient|they|"
    r"patient)\s+(?:should|must|may|is)\s+(?:not|to avoid|avoid|never)\b|"
    r"(?<![\w,] )\bno\s+(?=(?:\w+[ -]){0,3}(?:lift|run|jump|twist|bend|press|squat|crunch|hold"
    r"|valsalva|flexion|extension|rotation|impact|loading|kneel|overhead|plyometric|weights?\b))|"
    r"^(?:please\s+)?(?:keep|maintain)\s(?=.{0,40}(?:spo2|sp02|oxygen|saturation"
    r"|blood pressure|bp\b))|"
    r"(?:please\s+)?(?:do not|limit)\s+(?:allow|exceed|perform|load|lift|\w+ing))",
    re.IGNORECASE,
)


def orders_of_their_own(letter: Letter) -> Iterator[Candidate]:
    """Lines such as "no running or jumping" on a prescription, taken together."""
    for page in letter.pages:
        found = [
            line
            for line in page.lines
            if ORDER.match(without_bullet(line.text))
            and _BODY.search(line.text)
            and not _CLINICAL.search(line.text)
            and len(line.text.split()) <= 14
            and not any(hit.marked for hit in labels().hits(line.text))
            and not is_margin(page, line)
            and _stands_alone(letter, page, line)
        ]
        items = tuple(
            re.sub(r"^please\s+", "", item, flags=re.IGNORECASE)
            for line in found
            for number, item in enumerate(items_in(line.text))
            if number == 0
            or ORDER.match(item)
            or not re.match(r"(?:the|our|her|his)\b", item, re.I)
        )
        if items:
            words = [word for line in found for word in line.words]
            yield propose("restrictions", items, "layout", 0.75, page, words)


def _stands_alone(letter: Letter, page: Page, line: Line) -> bool:
    """A line that begins a passage and is not the first of a paragraph."""
    for passage in letter.passages:
        if passage.page is page and passage.lines[0] is line:
            return len(passage.lines) <= 2 or passage.lines[1].text[:1].isupper()
    return False


def restrictions_in_prose(letter: Letter) -> Iterator[Candidate]:
    for passage in letter.passages:
        hits = labels().hits(passage.raw)
        if len(passage.text.split()) < 6 or any(hit.name == "restrictions" for hit in hits):
            continue
        items: list[str] = []
        words: list[Word] = []
        for start, end in passage.sentences():
            text = passage.text[start:end]
            match = _IN_PROSE.search(text)
            if match is None or any(start <= hit.start < end and hit.marked for hit in hits):
                continue
            if not _BODY.search(text[match.start() :]) or _CLINICAL.search(text):
                continue
            item = re.sub(r"^(?:please\s+|and\s+)+", "", text[match.start() :], flags=re.I)
            items.extend(clean(part) for part in COMMA_ORDER.split(item))
            words.extend(passage.words_between(start + match.start(), end))
        if items:
            yield propose("restrictions", tuple(items), "prose", 0.5, passage.page, words)
