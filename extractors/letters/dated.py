"""Dates by their role: the letter's own, onset, surgery, start and end of treatment.

A letter holds many dates; which is which is said by the label beside it or by
the nearest words before it in the sentence (date_roles.yaml), never by order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

import yaml

from extractors.candidate import Candidate
from extractors.letters.letter import Letter, is_margin
from extractors.letters.lone_dates import STAMP, lone_dates
from extractors.letters.proposing import propose, propose_labelled
from extractors.letters.prose import Passage
from extractors.page import Line, Page
from extractors.values.dates import find_dates
from extractors.values.label_match import letters
from extractors.values.labels import Labelled

_LABELLED_FIELDS = {
    "onset_date": "onset_date",
    "surgery_date": "surgery_date",
    "start_date": "start_date",
    "end_date": "end_date",
}
_IN_TREATMENT = re.compile(
    r"prescri|recommend|treatment|training|exercise|program|session|therap|necess|valid|"
    r"order|period|per week|/\s?w(?:ee)?k|weekly|duration|course|letter|cover",
    re.IGNORECASE,
)
_NOT_TREATMENT = re.compile(
    r"hospital|admitted|off work|out of work|leave|previous|prior|attended|completed|ended|"
    r"symptom|was seen",
    re.IGNORECASE,
)


_VISITS = frozenset(
    {
        "date of visit",
        "visit date",
        "visit",
        "encounter date",
        "date of exam",
        "exam date",
        "date of consultation",
        "consultation date",
        "consult date",
        "date seen",
        "date of service",
        "service date",
        "seen",
        "dos",
    }
)


def find_document_date(letter: Letter) -> Iterator[Candidate]:
    """Candidates for document_date: labelled ones, and dates that stand alone near the top."""
    order = letter.options.date_order
    for found in letter.of("date"):
        mentions = find_dates(found.text, order)
        if not mentions or mentions[0].start > 3:
            continue
        signer_s = found.synonym in ("date", "dated") and letter.in_signature(found)
        if signer_s and not _above_closing(letter, found.page, found.line):
            continue
        if STAMP.search(found.line.text) or is_margin(found.page, found.line):
            continue
        specific = found.synonym not in ("date", "dated", "issued")
        if not specific and _is_qualified(found):
            continue  # "Earliest date:" is another date's label, which is not known
        yield propose_labelled(
            "document_date",
            mentions[0].iso,
            found,
            factor=1.0 if specific or found.label_box[1] < 0.5 * found.page.height else 0.7,
            start=mentions[0].start,
            end=mentions[0].end,
            mended=mentions[0].mended,
        )
    yield from lone_dates(letter)


def find_visit_date(letter: Letter) -> Iterator[Candidate]:
    """Candidates for document_date on forms that are dated by the visit, at the top of a page."""
    for found in letter.of("visit_date"):
        mentions = find_dates(found.text, letter.options.date_order)
        if not mentions or mentions[0].start > 3 or found.synonym not in _VISITS:
            continue
        if found.label_box[1] < 0.4 * found.page.height:
            yield propose_labelled(
                "document_date",
                mentions[0].iso,
                found,
                factor=0.8,
                start=mentions[0].start,
                end=mentions[0].end,
                mended=mentions[0].mended,
            )


def find_dated(letter: Letter) -> Iterator[Candidate]:
    """Candidates for a referral's onset_date and surgery_date, an LMN's start_date and end_date."""
    wanted = {"referral": ("onset", "surgery"), "lmn": ("start", "end")}[letter.kind]
    order = letter.options.date_order
    for found in letter.of(*(f"{role}_date" for role in wanted)):
        mentions = find_dates(found.text, order)
        if not mentions or mentions[0].start > 3:
            continue
        yield propose_labelled(
            _LABELLED_FIELDS[found.name],
            mentions[0].iso,
            found,
            start=mentions[0].start,
            end=mentions[0].end,
            mended=mentions[0].mended,
        )
        last = mentions[1] if len(mentions) > 1 else None
        if found.name == "start_date" and last is not None and last.range_end == "last":
            yield propose_labelled("end_date", last.iso, found, start=last.start, end=last.end)
    for found in letter.of("duration") if letter.kind == "lmn" else ():
        first, *others = find_dates(found.text, order) or (None,)
        if first is not None and first.start <= 5 and others and others[0].range_end == "last":
            for field, day in (("start_date", first), ("end_date", others[0])):
                yield propose_labelled(field, day.iso, found, start=day.start, end=day.end)
    for found in letter.of("from") if letter.kind == "lmn" else ():
        first, *others = find_dates(found.text, order) or (None,)
        if first is not None and first.start <= 3:
            yield propose_labelled("start_date", first.iso, found, start=first.start, end=first.end)
            if others and others[0].range_end == "last":
                day = others[0]
                yield propose_labelled("end_date", day.iso, found, start=day.start, end=day.end)
    for passage in letter.passages:
        for start, end in passage.sentences():
            yield from _in_sentence(letter, passage, start, end, wanted)


def _in_sentence(
    letter: Letter, passage: Passage, start: int, end: int, wanted: tuple[str, ...]
) -> Iterator[Candidate]:
    text = passage.text[start:end]
    mentions = find_dates(text, letter.options.date_order)
    before = 0
    for mention in mentions:
        role = role_before(text[before : mention.start])
        strength = 0.88
        if role is None:
            role, strength = _role_after(text[mention.end :]), 0.7
        if mention.range_end == "last" and role in (None, "end", "start"):
            role = "end"
        before = mention.end
        if role not in wanted or role is None:
            continue
        if role in ("start", "end") and not _is_treatment(passage, text):
            continue
        yield propose(
            f"{role}_date",
            mention.iso,
            "prose",
            strength,
            passage.page,
            passage.words_between(start + mention.start, start + mention.end),
            passed=("date.role",),
            mended=mention.mended,
        )


def role_before(text: str) -> str | None:
    """The role that the words before a date say, the nearest deciding; None when none does."""
    best: tuple[int, int, str] | None = None
    for role, pattern in _patterns("before").items():
        for match in pattern.finditer(text):
            if best is None or (match.end(), len(match[0])) > best[:2]:
                best = (match.end(), len(match[0]), role)
    return best[2] if best else None


def _role_after(text: str) -> str | None:
    best: tuple[int, str] | None = None
    for role, pattern in _patterns("after").items():
        match = pattern.search(text[:60])
        if match is not None and (best is None or match.start() < best[0]):
            best = (match.start(), role)
    return best[1] if best else None


@cache
def _patterns(side: str) -> dict[str, re.Pattern[str]]:
    raw = yaml.safe_load((files("extractors.letters") / "date_roles.yaml").read_text("utf-8"))
    return {
        role: re.compile(
            r"(?<!\w)(?:"
            + "|".join(re.escape(w) for w in sorted(words[side], key=len, reverse=True))
            + r")(?!\w)",
            re.IGNORECASE,
        )
        for role, words in raw.items()
        if words.get(side)
    }


def _is_treatment(passage: Passage, sentence: str) -> bool:
    if _NOT_TREATMENT.search(sentence) and not re.search(r"prescri|recommend", sentence, re.I):
        return False
    return _IN_TREATMENT.search(passage.text) is not None


def _is_qualified(found: Labelled) -> bool:
    """Whether words stand right before the label "date": then it is the date of something. A value
    before it ("DOB: 5/26/1999 Date:", "Name: Dana Lee Date:") is another label's."""
    box = found.label_box
    height = box[3] - box[1]
    for line in found.page.lines:
        if abs(line.box[3] - box[3]) > 0.6 * height:
            continue
        before = [word for word in line.words if word.box[2] <= box[0] + 1.0]
        if not before or box[0] - before[-1].box[2] >= 1.6 * height:
            continue
        text = " ".join(word.text for word in before)
        return len(letters(text)) > 1 and not re.search(r"[\d:]", text)
    return False


def _above_closing(letter: Letter, page: Page, line: Line) -> bool:
    """A form's block reaches a little above its signature line; its date row lies below that."""
    block = letter.signature
    if block is None or block.found_by == "valediction":
        return False
    return page is block.page and line.box[3] < block.area[3] - 30.0
