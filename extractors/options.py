"""What a reading may be told from outside."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

DateOrder = Literal["MDY", "DMY", "YMD"]


@dataclass(frozen=True)
class ReadOptions:
    """How to read.

    date_order: how an all-numeric date is meant when it could be read in two ways.
    jobs: how many pages are recognised at once.
    max_pages: a longer file is refused with a named problem rather than read for hours.
    page_seconds: no engine may spend longer on one page.
    """

    date_order: DateOrder = "MDY"
    jobs: int = 2
    max_pages: int = 200
    page_seconds: float = 60.0
