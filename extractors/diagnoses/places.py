"""Sentences and the headings they stand under; letterheads and small print set aside."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from extractors.diagnoses.assertions import Judgement, judge_in
from extractors.diagnoses.boxes import answer_end, tick_of
from extractors.diagnoses.captions import unstacked
from extractors.diagnoses.lexicon import mentions
from extractors.diagnoses.passages import (
    GUTTER,
    Passage,
    Sentence,
    is_capitals,
    passages,
    sentences,
)
from extractors.diagnoses.relatives import NOBODY, follow
from extractors.diagnoses.sections import (
    Section,
    carries,
    heading_of,
    heading_row,
    is_strict,
    label_end,
    opens_another,
)
from extractors.diagnoses.wording import Span
from extractors.page import Page, Word


@dataclass(frozen=True)
class Place:
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

    def is_unticked(self, span: Span) -> bool:
        """Do these words stand on the form beside a box that nobody ticked?"""
        start = self.sentence.start
        return tick_of(self.passage.text, start + span[0], start + span[1]) == "empty"

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
_IN_BRACKETS = re.compile(
    r"\((?:no|not|please|must|required|specific|list|include|do not|print)\b[^()]*\)", re.IGNORECASE
)
_NOT_SPACE = re.compile(r"\S")
_PROVISIONAL = re.compile(r"^\W*provisional(?=\s+diagnos[ei]s\s*:)", re.IGNORECASE)
_STATUS_POST = re.compile(r"\b(?:s\s?/\s?p|status[\s-]+post|post[\s-]?op(?:erative)?)\b", re.I)


def places(page: Page, on: date) -> Iterator[Place]:
    """Sentences with the heading that holds for them: their own, the passage's or the last one."""
    standing: Section | None = None
    standing_strict = False
    for passage in passages(page, unstacked):
        row = heading_row(passage.text)
        if row is not None:
            standing, standing_strict = (row, True) if row == "diagnosis" else (None, False)
            continue
        heading = heading_of(passage.text)
        alone = heading is not None and not passage.text[label_end(passage.text) :].strip(" :|")
        if alone:
            standing, standing_strict = heading, is_strict(passage.text)
            continue
        if heading is None and (
            _is_caption(passage.text) or not _stands_under(passage.text, standing)
        ):
            standing, standing_strict = None, False
        section, strict = (standing, standing_strict) if heading is None else (None, False)
        kin = NOBODY
        for sentence in sentences(passage.text):
            before, kin = kin, follow(kin, sentence.text)
            own = heading_of(sentence.text)
            if own is not None:
                section, strict = own, is_strict(sentence.text)
            elif not carries(section, sentence.text):
                section, strict = None, False
            if kin.goes_on(before):
                yield Place(passage, sentence, "family", False, on)
                continue
            yield Place(passage, sentence, section, strict, on)
        # Words that nobody knows are a diagnosis in the heading's line or right under it only.
        standing_strict = standing_strict and GUTTER in passage.text and heading is None
        if heading is not None:
            standing, standing_strict = (heading if _lists(heading) else None), False


def _is_caption(text: str) -> bool:
    """Words in capitals that name no condition open another part: "SOCIAL", "DATA"."""
    return is_capitals(text) and not mentions(text)


def _lists(heading: Section) -> bool:
    return heading in (
        "diagnosis",
        "family",
        "household",
        "past",
        "over",
        "hypothetical",
        "symptoms",
    )


def _stands_under(text: str, standing: Section | None) -> bool:
    """Does a passage without a heading of its own still belong to the last one?"""
    if not _goes_on(text) or opens_another(text):
        return False
    return carries(standing, text) or standing is None


def _goes_on(text: str) -> bool:
    """Can this stand in a list under a heading: an item, a table row, a short run of words?"""
    item = re.match(r"\s*(?:[-•●▪◦*·–☐☒☑✓□■]|\[[ xX]?\]|\(?\d{1,2}[.)]|#\d)", text)
    return bool(item) or GUTTER in text or (len(text.split()) <= 14 and ":" not in text)


def is_aside(place: Place) -> bool:
    """Letterheads and small print name conditions that nobody has."""
    if _ASIDE.search(place.passage.text):
        return True
    words = [word for word in place.passage.text.split() if word[:1].isalpha()]
    titled = sum(word[0].isupper() or len(word) <= 3 for word in words)
    return len(words) <= 12 and titled == len(words) and bool(_PRACTICE.search(place.passage.text))


def judged(place: Place, span: Span, *, coded: bool, hidden: Iterable[Span] = ()) -> Judgement:
    """The sentence's judgement; an operation named as the diagnosis ("Dx: s/p TKA") is present.

    hidden: stretches of the sentence in which no word is a cue, such as other conditions' names.
    """
    # A gutter is read like a colon: "Asthma | denied".
    text = place.text.replace(GUTTER, " : ")
    for start, end in hidden:
        text = text[:start] + _NOT_SPACE.sub("x", text[start:end]) + text[end:]
    if heading_of(text) is not None:
        # What a label adds in brackets says nothing of the condition: "Diagnosis (no codes):".
        until = min(label_end(text), span[0])
        head = _IN_BRACKETS.sub(lambda match: " " * len(match[0]), text[:until])
        text = head + text[until:]
    answered = answer_end(
        text, span[1]
    )  # the boxes were read: "Gout [x] yes [ ] no" denies nothing
    text = text[: span[1]] + " " * (answered - span[1]) + text[answered:]
    sentence = replace(place.sentence, text=text)
    section = place.section
    if section == "over":
        return replace(judge_in(sentence, span, None), temporality="historical", cued=True)
    if not (coded or section == "diagnosis") or section == "past":
        return judge_in(sentence, span, section)
    masked = _STATUS_POST.sub(lambda match: " " * len(match[0]), sentence.text)
    if coded:
        # A request's field is called that, whatever its writer knows.
        masked = _PROVISIONAL.sub(lambda match: " " * len(match[0]), masked)
    told = re.search(r"\b(?:history|hx|h/o|ho)\b", masked[: span[0]], re.IGNORECASE)
    present = (coded or place.strict) and not told
    return judge_in(
        replace(sentence, text=masked), span, section, course="chronic" if present else None
    )
