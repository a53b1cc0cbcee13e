"""Rows, columns and phrases: what stands beside and below what, for tables and till slips."""

from extractors.tables.phrases import PhraseFound, Phrasebook
from extractors.tables.rows import Row, rows_of

__all__ = ["PhraseFound", "Phrasebook", "Row", "rows_of"]
