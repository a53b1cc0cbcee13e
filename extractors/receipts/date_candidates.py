"""What a receipt's dates have in common, whichever field they are proposed for."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.candidate import Candidate
from extractors.proposing import from_words
from extractors.tables import RoleDate


def one_date(
    field: str, date: RoleDate, strength: float, failed: tuple[str, ...] = ()
) -> Candidate:
    """The date proposed for a field, weaker where its digits or its label are not quite sure."""
    strength -= 0.1 if date.mention.mended else 0.0
    return from_words(
        field,
        date.mention.iso,
        date.row.page,
        date.words,
        way="label" if date.role != "unknown" else "layout",
        strength=strength if date.exact else strength - 0.05,
        passed=("label.exact",) if date.role != "unknown" and date.exact and not failed else (),
        failed=failed,
        mended=date.mention.mended,
    )


def likeliest(dates: Sequence[RoleDate]) -> Sequence[RoleDate]:
    """One for each day: a labelled one first, then the one with a time of day, then the first."""
    best: dict[str, RoleDate] = {}
    ordered = sorted(dates, key=lambda d: (d.role != "document", d.mention.mended, not d.clock))
    for date in ordered:
        best.setdefault(date.mention.iso, date)
    return list(best.values())[:3]


def general_strength(date: RoleDate, rivals: int) -> float:
    """How well a date fits that no words give to the field: by its clock and its rivals."""
    strength = 0.8 if date.role == "document" else 0.6
    strength += 0.12 if date.clock else 0.0
    return strength - 0.1 * min(rivals - 1, 2) - (0.2 if date.mention.mended else 0.0)
