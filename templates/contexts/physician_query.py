"""A query to the physician about one referral or letter: asks, offers choices, chooses none."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from casebook.records import Case, Document, Provider, Record, Studio
from templates.contexts.correspondence import (
    Correspondence,
    request_line,
    to_provider,
    ways_to_return,
)
from templates.contexts.letterhead import Letterhead, letterhead
from templates.contexts.query_questions import Question, questions_of
from templates.contexts.sources import name_of
from templates.paper import Picture
from templates.pictures import qr_code
from templates.space import text_height
from templates.wording import clean, count_in_words

WIDTH, SIZE, LINE, EDGES = 504.0, 9.0, 18.0, 22.0
"""Of the questions on the page, in points; templates/building/physician_query.py uses them too."""

_ROOM = 330.0
"""Points for questions between salutation and signature on the first page."""


class PhysicianQuery(Record):
    """One page, with the code under which the answer files itself."""

    letterhead: Letterhead
    letter: Correspondence
    occasion: str
    questions: tuple[Question, ...]
    ours: str
    answer: str
    patient: str
    request_line: str
    code: Picture

    @property
    def fits_one_page(self) -> bool:
        """Whether the questions leave room for the signature on the first page."""
        return sum(_height(question) for question in self.questions) <= _ROOM


def physician_query_context(
    case: Case,
    document: Document,
    provider: Provider | None,
    studio: Studio,
    today: date,
    request_id: str,
) -> PhysicianQuery:
    """The query about a document. Raises ValueError when it leaves nothing open."""
    questions = questions_of(document, today)
    if not questions:
        raise ValueError("this document leaves nothing open that its writer would have to answer")
    return PhysicianQuery(
        letterhead=letterhead(studio),
        letter=to_provider(provider, case.client, "Question about", studio, today),
        occasion=_occasion(document, questions),
        questions=questions,
        ours=_ours(questions),
        answer=f"Please return this page {ways_to_return(studio)}.",
        patient=clean(case.client.name),
        request_line=request_line(request_id),
        code=qr_code(f"carepacket:physician-query:{request_id}", 44, "Code of this request"),
    )


def _occasion(document: Document, questions: Sequence[Question]) -> str:
    what = count_in_words(len(questions), "point")
    return (
        f"The {name_of(document)} for your patient leaves {what} open that only you can answer. "
        "Please answer from your own records and judgment; no answer is expected over another."
    )


def _ours(questions: Sequence[Question]) -> str:
    """What we do and do not do; of choices only where some are listed."""
    listed = any(question.choices for question in questions)
    start = "We list the official choices and choose none. " if listed else ""
    return f"{start}We do not diagnose, and what you leave open stays open."


def _height(question: Question) -> float:
    choices = sum(
        max(text_height(text, WIDTH / 2 - 30, SIZE) for text in pair) + 3
        for pair in question.choices
    )
    return (
        EDGES
        + text_height(question.text, WIDTH, SIZE)
        + choices
        + (LINE + 14.0 if question.choices else 0)
        + LINE * question.lines
    )
