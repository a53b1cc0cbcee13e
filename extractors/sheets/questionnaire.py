"""The question of the PHQ-9 about self-harm: above zero, or unreadable, staff are told at once.

Its answer is never a measure, and stands in no report.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from casebook.records import Problem
from extractors.tables import Row

_ASKED = re.compile(r"better off dead|hurting yourself|harming yourself", re.IGNORECASE)
_PHQ = re.compile(r"\bphq\W{0,2}9\b|patient health questionnaire", re.IGNORECASE)
_ANSWER = re.compile(r"(?<![\w/.])[0-3](?![\w/.])")
_MARK = re.compile(r"(?<![A-Za-z])[xX](?![A-Za-z])|[✓✔☒☑●⊗]")
_NUMBERED = re.compile(r"^\W*9\s*[.):]?\s+")
CODE = "field.phq9_question_9"
_TOLD = "Question 9 of this questionnaire: show the page to whoever is responsible, at once."
"""The same for an answer above zero and one that cannot be read: reasons quote nothing."""


def self_harm_problem(rows: Sequence[Row]) -> Problem | None:
    """What to tell staff; None where the sheet does not ask, or the answer is surely zero."""
    if not any(_PHQ.search(row.text) for row in rows):
        return None
    asked = [index for index, row in enumerate(rows) if _ASKED.search(row.text)]
    if not asked:
        return None
    answer = _answer(rows, asked[0])
    if answer == 0:
        return None
    return Problem(code=CODE, message=_TOLD, field="measures")


def _answer(rows: Sequence[Row], index: int) -> int | None:
    """The answer: the one digit that is typed, or the one of 0 to 3 that a mark covers.

    None wherever a digit may have been lost in recognition, or more than one reading is possible.
    """
    text = _NUMBERED.sub("", rows[index].text)
    if index + 1 < len(rows) and not _ANSWER.search(text):
        text = rows[index + 1].text  # the question ran over its line
    digits = [int(found) for found in _ANSWER.findall(text)]
    if not _MARK.search(text):
        digital = rows[index].page.engine == "text layer"
        return digits[0] if len(digits) == 1 and digital else None
    missing = {0, 1, 2, 3} - set(digits)
    return missing.pop() if len(digits) == 3 and len(missing) == 1 else None
