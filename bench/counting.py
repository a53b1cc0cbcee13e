"""Right, surplus and missing; and how far a share of few cases can be trusted."""

from __future__ import annotations

import math
from dataclasses import dataclass

_Z = 1.959964
"""Standard deviations that hold 95 % of a normal distribution."""


@dataclass
class Counts:
    """Right, surplus and missing; a list counts as one value, its items as parts of it."""

    right: float = 0.0
    surplus: float = 0.0
    missing: float = 0.0

    def add(self, hit: int, there: int, read: int) -> None:
        """One value: items that are right, that stand there, that were read."""
        part = 1 / max(there, 1)
        self.right += hit * part
        self.surplus += (read - hit) * part
        self.missing += (there - hit) * part

    @property
    def there(self) -> float:
        """How many values stand on the papers."""
        return self.right + self.missing

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.surplus) if self.right else 0.0

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missing) if self.right else 0.0

    @property
    def f1(self) -> float:
        both = 2 * self.right
        return both / (both + self.surplus + self.missing) if self.right else 0.0

    @property
    def cell(self) -> str:
        """Precision, recall, F1 in one cell of a table."""
        if self.right + self.surplus + self.missing == 0:
            return ""
        return f"{self.precision:.2f} / {self.recall:.2f} / {self.f1:.2f}"


def interval(wrong: int, of: int) -> tuple[float, float]:
    """Wilson's 95 % interval of a share (E. B. Wilson 1927), also good for few and for none."""
    if not of:
        return 0.0, 1.0
    share, z2 = wrong / of, _Z * _Z
    middle = (share + z2 / (2 * of)) / (1 + z2 / of)
    half = _Z / (1 + z2 / of) * math.sqrt(share * (1 - share) / of + z2 / (4 * of * of))
    return max(0.0, middle - half), min(1.0, middle + half)
