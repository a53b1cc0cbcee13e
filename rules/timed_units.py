"""Units of a timed service: the 8-minute rule.

From the total of one-on-one minutes of the day: fewer than 8 are no unit, 8 to
22 one, and every further 15 minutes one more [Medicare Claims Processing
Manual, chapter 5, section 20.2]. A group service is untimed: one unit.
"""

from __future__ import annotations

_UNIT = 15
_LEAST = 8


def units(one_on_one_minutes: int) -> int:
    """Units of the day's total one-on-one minutes; raises ValueError for a negative number.

    >>> [units(minutes) for minutes in (7, 8, 22, 23, 50, 60)]
    [0, 1, 1, 2, 3, 4]
    """
    if one_on_one_minutes < 0:
        raise ValueError("minutes are not negative")
    return (one_on_one_minutes + _UNIT - _LEAST) // _UNIT


def group_units() -> int:
    """A group service is billed once for each session, however long it lasted."""
    return 1
