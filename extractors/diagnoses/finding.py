"""Where conditions stand on a page: printed codes with their words, labelled words, named conditions.

Everything that is named is found here, whoever has it and whether or not it
is so; what to make of it is decided later.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from extractors.diagnoses.agreement import Agreement, agreement
from extractors.diagnoses.assertions import Judgement, judge_in
from extractors.diagnoses.boxes import tick_of
from extractors.diagnoses.codes import PrintedCode, printed_codes
from extractors.diagnoses.lexicon import AMBIGUOUS, Condition, Mention, condition_named, mentions
from extractors.diagnoses.passages import GUTTER, Passage, Sentence, passages, sentences
from extractors.diagnoses.sections import Section, carries, heading_of, is_strict, label_end
from extractors.diagnoses.wording import Span, after_code, before_code, items, stripped
from extractors.page import Page, Word


@dataclass(frozen=True)
class Finding:
    """One mention of a condition.

    words: as printed; the code itself where a code stands alone. labelled: under
    a heading for diagnoses, or tied to a code. condition: the lexicon's entry
    for the words. mended: letters or code characters had to be forgiven.
    place: the words on the page that say it.
    """

    page: Page
    words: str
    place: tuple[Word, ...]
    sentence: str
    judgement: Judgement
    section: Section | None
    condition: Condition | None = None
    code: PrintedCode | None = None
    agreement: Agreement = Agreement(0.0)
    labelled: bool = False
    abbreviation: bool = False
    mended: bool = False


@dataclass(frozen=True)
class _Place:
    """A sentence, the passage it stands in, and the heading it stands under."""

    passage: Passage
    sentence: Sentence
    section: Section | None
    strict: bool
    on: date

    @property
    def text(self) -> str:
        return self.sentence.text

    def words(self, span: Span) -> tuple[Word, ...]:
        start = self.sentence.start
        return self.passage.words_between(start + span[0], start + span[1])

    @property
    def recognised(self) -> bool:
        return any(word.origin == "ocr" for word in self.passage.words)


_ASIDE = re.compile(
    r"\b(?:confidential|hipaa|42 cfr|disclos\w+|redisclosure|privileged|intended recipient|"
    r"addressee|unauthorized|notify the sender|prohibited|copyright|all rights reserved|"
    r"void after|electronic copy)\b",
    re.IGNORECASE,
)
_PRACTICE = re.compile(
    r"\b(?:clinics?|cent(?:er|re)s?|associates|group|medicine|hospital|institute|rehab\w*|"
    r"physical therapy|foundation|society|physicians|specialists?|surgeons|p\.?c\.?|llc|inc|llp|"
    r"department|division|services|health ?care|wellness|partners|university|school)\b",
    re.IGNORECASE,
)
_DIAGNOSIS_SAID = re.compile(r"\b(?:diagnos\w+|dx|icd)\b", re.IGNORECASE)
_NOTHING = re.compile(
    r"(?:see\b.*|n/?a|none\b.*|nil|unknown|as above|above|attached|not applicable|tbd|pending|"
    r"medical\b.*clearance|evaluat\w+ (?:and|&) treat\w*|physical therapy|personal training|"
    r"exercise\b.*|medical exercise\b.*|supervised\b.*)\W*",
    re.IGNORECASE,
)
_STATUS_POST = re.compile(r"\b(?:s\s?/\s?p|status[\s-]+post|post[\s-]?op(?:erative)?)\b", re.I)
_TOLD = re.compile(
    r"(?:\b(?:with|of|has|have|had|hx|h/o|history|for|from|by|known|and|or|no|denies|denied|without|"
    r"dx|pmh|diagnosed|prior|previous|acute|chronic|s/p|suspected|possible|rule out|r/o)|[:(,/;+-])\s*$",
    re.IGNORECASE,
)
_ZIP = re.compile(r"\s+\d{5}(?:-\d{4})?\b")


def findings(page: Page, on: date) -> tuple[Finding, ...]:
    """Every mention on one page, in reading order. on: the date of service for the codes."""
    found: list[Finding] = []
    for place in _places(page, on):
        if _is_aside(place):
            continue
        coded, used = _coded(place)
        found.extend(coded)
        if place.section == "diagnosis" and not coded:
            labelled, taken = _labelled(place)
            found.extend(labelled)
            used += taken
        found.extend(_named(place, used))
    return tuple(found)


def _places(page: Page, on: date) -> Iterator[_Place]:
    """Sentences with the heading that holds for them: their own, their passage's, or the last one."""
    standing: Section | None = None
    standing_strict = False
    for passage in passages(page):
        heading = heading_of(passage.text)
        alone = heading is not None and not passage.text[label_end(passage.text) :].strip(" :|")
        if alone:
            standing, standing_strict = heading, is_strict(passage.text)
            continue
        if heading is None and not _goes_on(passage.text):
            standing = None
        section, strict = (standing, standing_strict) if heading is None else (None, False)
        for sentence in sentences(passage.text):
            own = heading_of(sentence.text)
            if own is not None:
                section, strict = own, is_strict(sentence.text)
            elif not carries(section, sentence.text):
                section, strict = None, False
            yield _Place(passage, sentence, section, strict, on)
        if heading is not None:
            standing, standing_strict = (
                (heading, is_strict(passage.text)) if _lists(heading) else (None, False)
            )


def _lists(heading: Section) -> bool:
    return heading in ("diagnosis", "family", "past", "hypothetical", "symptoms")


def _goes_on(text: str) -> bool:
    """Can this stand in a list under a heading: an item, a table row, a short run of words?"""
    item = re.match(r"\s*(?:[-•●▪◦*·–☐☒☑✓□■]|\[[ xX]?\]|\(?\d{1,2}[.)]|#\d)", text)
    return bool(item) or GUTTER in text or (len(text.split()) <= 14 and ":" not in text)


def _is_aside(place: _Place) -> bool:
    """Letterheads and small print name conditions that nobody has."""
    if _ASIDE.search(place.passage.text):
        return True
    words = [word for word in place.passage.text.split() if word[:1].isalpha()]
    titled = sum(word[0].isupper() or len(word) <= 3 for word in words)
    return len(words) <= 12 and titled == len(words) and bool(_PRACTICE.search(place.passage.text))


def _coded(place: _Place) -> tuple[list[Finding], list[Span]]:
    """Printed codes with the words that belong to each."""
    text = place.text
    expected = place.section == "diagnosis" or bool(_DIAGNOSIS_SAID.search(text))
    codes = printed_codes(text, place.on, expected=expected, forgiving=place.recognised)
    if not codes:
        return [], []
    before, after = _beside(text, codes)
    spans = _better(text, codes, before, after)
    found = []
    used: list[Span] = [(code.start, code.end) for code in codes]
    for code, span in zip(codes, spans, strict=True):
        if tick_of(text, *(span or (code.start, code.end))) == "empty":
            if span:
                used.append(span)
            continue
        fit = agreement(text[slice(*span)], code.verdict) if span else Agreement(0.0)
        if code.verdict.status == "unknown" and span is None:
            continue
        if span is not None:
            used.append(span)
        found.append(_finding(place, span, code, fit))
    return found, used


def _beside(
    text: str, codes: tuple[PrintedCode, ...]
) -> tuple[list[Span | None], list[Span | None]]:
    edges = [0, *(code.end for code in codes)]
    before = [before_code(text, edge, code.start) for edge, code in zip(edges, codes, strict=False)]
    starts = [*(code.start for code in codes[1:]), len(text)]
    after = [after_code(text, code.end, start) for code, start in zip(codes, starts, strict=True)]
    return before, after


def _better(
    text: str,
    codes: tuple[PrintedCode, ...],
    before: list[Span | None],
    after: list[Span | None],
) -> list[Span | None]:
    """Words before their codes or after them: one way for all, the one that fits the codes."""
    if any(code.bracketed for code in codes):
        return before

    def fit(spans: list[Span | None]) -> float:
        scores = [
            agreement(text[slice(*span)], code.verdict).score if span else 0.0
            for span, code in zip(spans, codes, strict=True)
        ]
        return sum(scores) + 0.01 * sum(span is not None for span in spans)

    return before if fit(before) >= fit(after) else after


def _finding(place: _Place, span: Span | None, code: PrintedCode, fit: Agreement) -> Finding:
    text = place.text
    if span is None:
        span = (code.start, code.end)
    words = text[slice(*span)]
    judgement = _judged(place, span, coded=True)
    return Finding(
        page=place.passage.page,
        words=words if span != (code.start, code.end) else code.code,
        place=_unique(place.words(span) + place.words((code.start, code.end))),
        sentence=text,
        judgement=judgement,
        section=place.section,
        condition=condition_named(words),
        code=code,
        agreement=fit,
        labelled=True,
        mended=code.mended,
    )


def _labelled(place: _Place) -> tuple[list[Finding], list[Span]]:
    """What stands under a heading for diagnoses, item by item."""
    text = place.text
    own = heading_of(text) is not None
    span = stripped(text, (label_end(text) if own else 0, len(text)))
    if span is None:
        return [], []
    found: list[Finding] = []
    used: list[Span] = []
    for item in items(text, span):
        words = text[slice(*item)]
        if _NOTHING.fullmatch(words) or tick_of(text, *item) == "empty":
            used.append(item)
            continue
        named = mentions(words, forgiving=place.recognised)
        if not named and not (place.strict and len(words.split()) <= 10):
            continue
        if len(named) > 1 or len(words.split()) > 12:
            continue  # prose under the heading: each named condition counts by itself
        used.append(item)
        mention = named[0] if named else None
        found.append(
            Finding(
                page=place.passage.page,
                words=words,
                place=place.words(item),
                sentence=text,
                judgement=_judged(place, _core(item, mention), coded=False),
                section=place.section,
                condition=mention.condition if mention else None,
                labelled=True,
                abbreviation=bool(mention and mention.abbreviation),
                mended=bool(mention and mention.mended),
            )
        )
    return found, used


def _core(item: Span, mention: Mention | None) -> Span:
    """The condition itself within an item: "possible fracture, resolved" leaves its cues outside."""
    if mention is None:
        return item
    return item[0] + mention.start, item[0] + mention.end


def _named(place: _Place, used: list[Span]) -> list[Finding]:
    """Conditions of the lexicon that are named anywhere else in the sentence."""
    text = place.text
    found = []
    for mention in mentions(text, forgiving=place.recognised):
        span = (mention.start, mention.end)
        if any(start < span[1] and span[0] < end for start, end in used):
            continue
        if mention.abbreviation and not _is_told(text, mention, place.section):
            continue
        if tick_of(text, *span) == "empty":
            continue
        found.append(
            Finding(
                page=place.passage.page,
                words=text[slice(*span)],
                place=place.words(span),
                sentence=text,
                judgement=_judged(place, span, coded=False),
                section=place.section,
                condition=mention.condition,
                labelled=place.section == "diagnosis",
                abbreviation=mention.abbreviation,
                mended=mention.mended,
            )
        )
    return found


def _is_told(text: str, mention: Mention, section: Section | None) -> bool:
    """Is an abbreviation a condition here, not a state, a degree or a pair of initials?"""
    if _ZIP.match(text, mention.end):
        return False
    if text[mention.start : mention.end] not in AMBIGUOUS:
        return True
    return section in ("diagnosis", "past", "family", "relative") or bool(
        _TOLD.search(text[: mention.start])
    )


def _judged(place: _Place, span: Span, *, coded: bool) -> Judgement:
    """The sentence's judgement; an operation named as the diagnosis ("Dx: s/p TKA") is present."""
    sentence = place.sentence
    section = place.section
    if not (coded or section == "diagnosis"):
        return judge_in(sentence, span, section)
    masked = _STATUS_POST.sub(lambda match: " " * len(match[0]), sentence.text)
    told = re.search(r"\b(?:history|hx|h/o|ho)\b", masked[: span[0]], re.IGNORECASE)
    return judge_in(
        replace(sentence, text=masked), span, section, course=None if told else "chronic"
    )


def _unique(words: tuple[Word, ...]) -> tuple[Word, ...]:
    return tuple(dict.fromkeys(words))
