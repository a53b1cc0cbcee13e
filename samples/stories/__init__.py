"""The stories: who the clients are, what papers they bring, what those papers say."""

from __future__ import annotations

from typing import Final

from casebook.records import Goal, Measurement, Session, SessionPackage
from samples.stories import brandt_ellis, caballero, others, oyelaran_smith, whitfield
from samples.story import Sample

SAMPLES: Final[tuple[Sample, ...]] = (
    *whitfield.SAMPLES,
    *oyelaran_smith.SAMPLES,
    *caballero.SAMPLES,
    *brandt_ellis.SAMPLES,
    *others.SAMPLES,
)
PACKAGES: Final[tuple[SessionPackage, ...]] = (whitfield.PACKAGE,)
SESSIONS: Final[tuple[Session, ...]] = (
    *whitfield.SESSIONS,
    *oyelaran_smith.SESSIONS,
    *caballero.SESSIONS,
    *brandt_ellis.SESSIONS,
)
MEASUREMENTS: Final[tuple[Measurement, ...]] = (
    *whitfield.MEASUREMENTS,
    *oyelaran_smith.MEASUREMENTS,
    *caballero.MEASUREMENTS,
)
GOALS: Final[tuple[Goal, ...]] = (
    *whitfield.GOALS,
    *oyelaran_smith.GOALS,
    *caballero.GOALS,
)
