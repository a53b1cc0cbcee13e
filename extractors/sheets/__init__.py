"""Assessment sheets and session logs: their rows as fields of the reading.

Rows are believed or doubted together: a sheet on which one row is not sure
goes to a person whole, for a row that is left out is as wrong as one that is
misread. Nothing here touches the casebook; what enters it is the flow's to decide.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from casebook.records import FieldReading, Kind, Problem
from casebook.records.reading import as_date
from extractors.options import ReadOptions
from extractors.page import Page
from extractors.sheets.attending import find_sessions
from extractors.sheets.dated import day_of_sheet
from extractors.sheets.measuring import find_measures, has_names
from extractors.sheets.questionnaire import self_harm_problem
from extractors.sheets.rows_read import as_field
from extractors.tables import rows_of

UNREAD = "field.rows_unread"
__all__ = ["find"]


def find(
    pages: Sequence[Page], kind: Kind, fields: Mapping[str, FieldReading], options: ReadOptions
) -> tuple[dict[str, FieldReading], tuple[Problem, ...]]:
    """The field of the sheet's rows, and what staff must be told at once.

    fields: those that every kind has, decided. Both are empty for other kinds.
    """
    rows = rows_of(pages)
    if kind == "session_log":
        sessions = as_field(find_sessions(rows, options.date_order))
        return ({"sessions": sessions}, ()) if sessions else ({}, (_unread("sessions"),))
    if kind != "assessment":
        return {}, ()
    written = fields.get("document_date")
    known = as_date(written.value) if written is not None and written.accepted else None
    measures = as_field(find_measures(rows, day_of_sheet(rows, known, options.date_order)))
    problem = self_harm_problem(rows)
    if measures is not None and problem is not None:
        measures = measures.model_copy(update={"accepted": False})
    if measures is not None:
        return {"measures": measures}, ((problem,) if problem else ())
    named = any(has_names(row) for row in rows)
    told = (problem, _unread("measures") if named else None)
    return {}, tuple(each for each in told if each is not None)


def _unread(field: str) -> Problem:
    return Problem(
        code=UNREAD,
        message=f"None of the sheet's {field} could be read: look at the page and enter them.",
        field=field,
    )
