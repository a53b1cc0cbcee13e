"""Rows, columns and phrases: what stands beside and below what, for tables and till slips."""

from extractors.tables.columns import Column, Heading, find_headings
from extractors.tables.phrases import PhraseFound, Phrasebook
from extractors.tables.rows import GAP, Row, rows_of

__all__ = [
    "GAP",
    "Column",
    "Heading",
    "PhraseFound",
    "Phrasebook",
    "Row",
    "find_headings",
    "rows_of",
]
