"""Rows, columns and phrases: what stands beside and below what, for tables and till slips.

On top of these: amounts and dates with the role that the words beside them give.
"""

from extractors.tables.columns import Column, Heading, find_headings
from extractors.tables.grids import captions_over, pieces_of
from extractors.tables.labelled_amounts import UNKNOWN, LabelledAmount, labelled_amounts
from extractors.tables.phrases import Phrasebook, PhraseFound
from extractors.tables.role_dates import RoleDate, role_dates, unread_beside
from extractors.tables.rows import GAP, Row, rows_of

__all__ = [
    "GAP",
    "UNKNOWN",
    "Column",
    "Heading",
    "LabelledAmount",
    "PhraseFound",
    "Phrasebook",
    "RoleDate",
    "Row",
    "captions_over",
    "find_headings",
    "labelled_amounts",
    "pieces_of",
    "role_dates",
    "rows_of",
    "unread_beside",
]
