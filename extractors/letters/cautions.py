"""What the whole letter says against using a value unseen.

date.captioned     a date that only seems to stand alone: words beside or above it name another role
writer.two         a form's physician and the person who signs are two
writer.no_order    only somebody who cannot order treatment (a nurse, an assistant) is named
list.unheaded      restrictions gathered from lines and sentences: there may be more
rate.bare          one number for a heart rate: it may be the pulse of that day
treatment.unnamed  what is prescribed is not named
practice.title     the practice's name holds the paper's title
list.goes_on       the next line of the page looks like one more item of the list
choice.several     the row prints several numbers to choose from
list.goes_on also where an item holds the next caption
credentials.partial  degrees and fellowships without a licence to practise
treatment.code     a diagnosis code stands before the treatment
name.goes_on       small letters follow the name: a blank was read into it
id.letter_or_figure  O or 0, which nothing tells apart
id.goes_on         more figures follow the number in its cell
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from casebook.records import Box, FieldValue
from extractors.candidate import Candidate
from extractors.letters.letter import Letter, labels
from extractors.letters.letterhead import has_title
from extractors.letters.treatment import says_nothing
from extractors.page import Line, Page
from extractors.values.people import abbreviates, credential_groups

_HEADED = frozenset({"label", "table", "form"})
_CANNOT_ORDER = frozenset(
    {"RN", "LPN", "LVN", "BSN", "MSN", "MA", "CMA", "RMA", "CNA", "CPHT", "ATC", "CPT", "CSCS"}
)
"""Credentials of people who send and prepare papers, but order no treatment."""
_CAPTION_WORDS = 5
"""A caption is no longer."""
_BESIDE = 130.0
"""Points between a caption's end and the date that it names, at the most."""
_ONE_MORE = re.compile(
    r"^(?:\W{0,4}|[^\W\d]{1,4}\s|\W?\w{1,3}\W{1,2})(?:no|avoid|limit|do not|don't)\s+\w", re.I
)
"""A further restriction, before which a tick box may stand that was read as letters."""
_BARE_RATE = re.compile(r"\d{2,3}(?:\s?(?:bpm|/min))?", re.IGNORECASE)
"""One number is what was counted at a visit as well as what is aimed at."""
_CODE_FIRST = re.compile(r"[A-TV-Z]\d[0-9A-Z](?:\.\w{1,4})?\s")
"""A diagnosis code before the treatment: the line of another cell was read with it."""
_UNSURE_LETTER = re.compile(r"^0[A-Z]|[A-Z]0[A-Z]|\dO\d|^[A-Z]*O\d")
"""O and 0 where neither the letters nor the figures beside them tell which it is."""
_TIMES = re.compile(r"\b(\d{1,2})\s?[x×](?![a-z])", re.IGNORECASE)
_SPANS = re.compile(r"\b(\d{1,2})\s?(?:w(?:ee)?ks?|mo(?:nth)?s?)\b", re.IGNORECASE)


def with_cautions(letter: Letter, candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The candidates, those in doubt with the failed checks that the whole letter gives."""
    whole = dict(_of_writers(candidates))
    labelled = {
        each.value
        for each in candidates
        if each.field == "document_date" and each.way in ("label", "table")
    }
    return tuple(
        replace(each, failed=(*each.failed, *whole.get(each.field, ()), *told))
        for each in candidates
        for told in [(*_of_one(letter, each, labelled), *_of_list(each, candidates))]
    )


def _of_one(letter: Letter, candidate: Candidate, labelled: set[FieldValue]) -> Iterator[str]:
    if candidate.field.endswith("_credentials") and _is_partial(str(candidate.value)):
        yield "credentials.partial"
    if candidate.field.endswith("_credentials") and _more_letters(letter, candidate):
        yield "credentials.partial"
    if candidate.field == "target_heart_rate" and _BARE_RATE.fullmatch(str(candidate.value)):
        yield "rate.bare"
    if candidate.field == "treatment":
        if _CODE_FIRST.match(str(candidate.value)):
            yield "treatment.code"
        if "treatment.service" not in candidate.passed or says_nothing(str(candidate.value)):
            yield "treatment.unnamed"
    if candidate.field == "practice_name" and has_title(str(candidate.value)):
        yield "practice.title"
    lone = candidate.field == "document_date" and candidate.way == "layout"
    if lone and candidate.value not in labelled:
        yield from _of_lone_date(letter, candidate)
    listed = candidate.field in ("restrictions", "goals")
    if listed and (_goes_on(letter, candidate) or _overruns(candidate)):
        yield "list.goes_on"
    if candidate.field.endswith("_name") and _small_letters_follow(letter, candidate):
        yield "name.goes_on"
    if candidate.field in ("frequency", "duration"):
        pattern = _TIMES if candidate.field == "frequency" else _SPANS
        row = " ".join(line.text for line in _row(letter, candidate))
        if len({match[1] for match in pattern.finditer(row)}) > 1:
            yield "choice.several"
    if candidate.field in ("member_id", "provider_license"):
        if _more_figures(letter, candidate):
            yield "id.goes_on"
        if _is_read(letter, candidate) and _UNSURE_LETTER.search(str(candidate.value)):
            yield "id.letter_or_figure"


def _of_list(candidate: Candidate, candidates: Sequence[Candidate]) -> Iterator[str]:
    """A list of restrictions is whole where its own heading stands over it and nothing like a
    restriction stands elsewhere."""
    if candidate.field != "restrictions":
        return
    others = [each for each in candidates if each.field == candidate.field]
    if not any(each.way in _HEADED and each.value == candidate.value for each in others):
        yield "list.unheaded"
    said = _squeezed(candidate)
    if any(_words(str(item)) not in said for each in others for item in _items(each)):
        yield "list.goes_on"


def _squeezed(candidate: Candidate) -> str:
    return "".join(_words(str(item)) for item in _items(candidate))


def _words(text: str) -> str:
    return re.sub(r"\W", "", text.casefold())


def _of_writers(candidates: Sequence[Candidate]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for role in ("referrer", "provider"):
        names = [each for each in candidates if each.field == f"{role}_name"]
        signers = {str(each.value) for each in names if each.way == "signature_block"}
        labelled = {str(each.value) for each in names if each.way in ("label", "table")}
        fields = [f"{role}_{part}" for part in ("name", "credentials", "npi", "license")]
        told: tuple[str, ...] = ()
        if any(not _one_person(a, b) for a in signers for b in labelled):
            told += ("writer.two",)
        said = [each for each in candidates if each.field == f"{role}_credentials"]
        if said and all(_only_helps(str(each.value)) for each in said):
            told += ("writer.no_order",)
        yield from ((field, told) for field in fields)


def _one_person(a: str, b: str) -> bool:
    return a == b or abbreviates(a, b) or abbreviates(b, a)


def _only_helps(credentials: str) -> bool:
    parts = [re.sub(r"\W", "", part).upper() for part in re.split(r"[,;/\s]+", credentials)]
    return all(part in _CANNOT_ORDER for part in parts if part)


def _is_partial(credentials: str) -> bool:
    """Whether only degrees and fellowships are named: the licence before them was not read."""
    groups = credential_groups()
    parts = [re.sub(r"[^A-Z]", "", part.upper()) for part in re.split(r"[,;/\s]+", credentials)]
    return all(part in groups["fellow"] | groups["degree"] for part in parts if part)


def _more_letters(letter: Letter, candidate: Candidate) -> bool:
    """Whether capitals follow the credentials that are not among them: ", CCD"."""
    value = str(candidate.value)
    for line in _row(letter, candidate):
        for match in re.finditer(re.escape(value.split(",")[-1].strip()), line.text):
            more = re.match(
                r"\s?,\s?([A-Z][A-Za-z-]{1,7})(?=\s*(?:[,;|(]|$))", line.text[match.end() :]
            )
            if more is not None and more[1].upper() == more[1]:
                return True
    groups = credential_groups()
    parts = [re.sub(r"[^A-Z]", "", part.upper()) for part in re.split(r"[,;/\s]+", value)]
    return any(part and not any(part in group for group in groups.values()) for part in parts)


def _of_lone_date(letter: Letter, candidate: Candidate) -> Iterator[str]:
    page, box = _place(letter, candidate)
    own = _row(letter, candidate)
    others = [line for line in own if line.box[2] <= box[0] or line.box[0] >= box[2]]
    left = [line for line in others if 0 <= box[0] - line.box[2] < _BESIDE]
    above = [
        line
        for line in page.lines
        if 0 <= box[1] - line.box[3] < 1.2 * (box[3] - box[1])
        and abs(line.box[0] - box[0]) < 2.5 * (box[3] - box[1])
    ]
    if any(_is_caption(line.text) for line in (*left, *above)):
        yield "date.captioned"


def _is_caption(text: str) -> bool:
    """Words that name what stands beside or below them: few, without a figure, no "Date"."""
    words = re.findall(r"[^\W\d_]+", text)
    if not words or len(words) > _CAPTION_WORDS or any(char.isdigit() for char in text):
        return False
    return text.rstrip().endswith(":") or not text.rstrip().endswith((",", ".", ";"))


def _goes_on(letter: Letter, candidate: Candidate) -> bool:
    """Whether a line just below, or beside, begins like a restriction that was left out."""
    page, box = _place(letter, candidate)
    height = max(10.0, min(18.0, box[3] - box[1]))
    said = " ".join(str(item) for item in _items(candidate)).casefold()
    for line in page.lines:
        near = -2.0 < line.box[1] - box[3] < 1.2 * height or (
            line.box[1] < box[3] and line.box[3] > box[1]
        )
        beside = line.box[0] < box[2] + 260 and line.box[2] > box[0] - 40
        if near and beside and (found := _ONE_MORE.match(line.text)):
            rest = line.text[found.start() :].casefold().split()[-2:]
            if not all(word.strip(" .,;") in said for word in rest):
                return True
    return False


def _items(candidate: Candidate) -> tuple[object, ...]:
    value = candidate.value
    return tuple(value) if isinstance(value, tuple | list) else (value,)


def _more_figures(letter: Letter, candidate: Candidate) -> bool:
    """Whether figures follow the number closely: recognition put a blank into it."""
    page, box = _place(letter, candidate)
    height = box[3] - box[1]
    return any(
        0 <= word.box[0] - box[2] < 0.8 * height and re.fullmatch(r"[\d-]{1,12}", word.text)
        for line in _level(page, box)
        for word in line.words
    )


def _small_letters_follow(letter: Letter, candidate: Candidate) -> bool:
    """Whether the name's last word goes on behind a blank: "Rut ledge, MD"."""
    page, box = _place(letter, candidate)
    height = box[3] - box[1]
    return any(
        -1.0 <= word.box[0] - box[2] < 0.9 * height
        and re.fullmatch(r"[a-z]{2,},", word.text) is not None
        for line in _level(page, box)
        for word in line.words
    )


def _overruns(candidate: Candidate) -> bool:
    """Whether an item holds the form's next caption: the list was read too far."""
    return any(
        hit.start > 0 and hit.name not in ("restrictions", "goals")
        for item in _items(candidate)
        for hit in labels().hits(str(item))
    )


def _is_read(letter: Letter, candidate: Candidate) -> bool:
    page, _ = _place(letter, candidate)
    return page.engine != "text layer"


def _place(letter: Letter, candidate: Candidate) -> tuple[Page, Box]:
    piece = candidate.evidence[0]
    page = next(page for page in letter.pages if page.number == piece.page)
    return page, piece.box


def _row(letter: Letter, candidate: Candidate) -> list[Line]:
    """The lines of the page on the level of the value."""
    return _level(*_place(letter, candidate))


def _level(page: Page, box: Box) -> list[Line]:
    middle = (box[1] + box[3]) / 2
    return [line for line in page.lines if line.box[1] < middle < line.box[3]]
