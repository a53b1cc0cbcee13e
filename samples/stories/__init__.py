"""The stories: who the clients are, what papers they bring, what those papers say."""

from __future__ import annotations

from typing import Final

from samples.stories import caballero, oyelaran_smith, whitfield
from samples.story import Sample

SAMPLES: Final[tuple[Sample, ...]] = (
    *whitfield.SAMPLES,
    *oyelaran_smith.SAMPLES,
    *caballero.SAMPLES,
)
