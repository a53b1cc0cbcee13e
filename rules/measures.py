"""The measures of the progress report and their published thresholds.

Source: domain knowledge kept as data in rules/measures.yaml. A threshold says
whether a change exceeds what was published for a named population; it is
never a prognosis and never "cured".
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Literal

from casebook.records import Record
from rules.data import FOLDER, load


class Measure(Record):
    """One measure. `threshold` is in `unit` or in percent of the baseline, if one is published."""

    name: str
    unit: str
    better: Literal["up", "down"]
    threshold: Decimal | None = None
    threshold_unit: Literal["absolute", "percent"] = "absolute"
    population: str = ""
    citation: str = ""

    def exceeds(self, baseline: Decimal, current: Decimal) -> bool | None:
        """Whether the improvement reaches the threshold; None where none is published."""
        if self.threshold is None:
            return None
        gain = current - baseline if self.better == "up" else baseline - current
        needed = self.threshold
        if self.threshold_unit == "percent":
            needed = abs(baseline) * self.threshold / 100
        return gain >= needed


MEASURES: Mapping[str, Measure] = load(FOLDER / "measures.yaml", dict[str, Measure])
"""By key, as measurements are stored ("six_minute_walk")."""
