"""ICD-10-CM: is a code billable on a date of service, and which codes do words suggest.

>>> from datetime import date
>>> lookup("M54.5", date(2026, 6, 7)).message
'M54.5 is not billable since 2021-10-01; choose among M54.50, M54.51, M54.59'
"""

from rules.icd10.search import Suggestion, exact, search
from rules.icd10.table import known_until, newest_edition
from rules.icd10.verdict import (
    CodeStatus,
    CodeVerdict,
    looks_like_code,
    looks_like_icd9,
    lookup,
    normalise,
)

__all__ = [
    "CodeStatus",
    "CodeVerdict",
    "Suggestion",
    "exact",
    "known_until",
    "looks_like_code",
    "looks_like_icd9",
    "lookup",
    "newest_edition",
    "normalise",
    "search",
]
