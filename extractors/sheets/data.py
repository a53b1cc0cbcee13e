"""The words of sheets, read once from the YAML files beside this one."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any, Literal

import yaml

from extractors.tables import Phrasebook

Status = Literal["attended", "no_show", "cancelled", "scheduled"]


@dataclass(frozen=True)
class PrintedMeasure:
    """How one measure stands on paper.

    units: spellings on paper by the unit as we write it. bare: a number without a unit is the
    measure. lowest, highest: what a value can be at all. questionnaire: its name may be the
    sheet's title, its value the total below.
    """

    key: str
    units: dict[str, tuple[str, ...]]
    bare: bool
    lowest: Decimal
    highest: Decimal
    questionnaire: bool

    @property
    def own_unit(self) -> str:
        """The unit of a number that stands without one."""
        return next(iter(self.units))


def _load(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load(
        (files("extractors.sheets") / name).read_text(encoding="utf-8")
    )
    return loaded


@cache
def measures() -> dict[str, PrintedMeasure]:
    """By key."""
    return {
        key: PrintedMeasure(
            key=key,
            units={unit: tuple(map(str, said)) for unit, said in entry["units"].items()},
            bare=entry.get("bare", False),
            lowest=Decimal(str(entry["range"][0])),
            highest=Decimal(str(entry["range"][1])),
            questionnaire=entry.get("questionnaire", False),
        )
        for key, entry in _load("measures.yaml").items()
    }


@cache
def measure_names() -> Phrasebook:
    """Names of measures, by key."""
    return Phrasebook({key: entry["names"] for key, entry in _load("measures.yaml").items()})


@cache
def columns(sheet: Literal["assessment", "attendance"]) -> Phrasebook:
    """Headings of a sheet's table."""
    return Phrasebook(
        {name: list(map(str, said)) for name, said in _load("columns.yaml")[sheet].items()}
    )


@cache
def statuses() -> dict[str, Status]:
    """What is written for attendance, in small letters, and what it means."""
    return {str(word): status for status, said in _load("statuses.yaml").items() for word in said}  # type: ignore[misc]  # the file's keys are the statuses
