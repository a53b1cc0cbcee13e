"""The first table of the report: every figure that is to be shown, its goal, what was measured."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from bench.report.section import table


@dataclass(frozen=True)
class Goal:
    """key: the figure's name among the sections' figures. beside: another figure shown with it,
    as (words, name), for comparison; with `beats`, ours must be better than it, too."""

    figure: str
    key: str
    sign: Literal["≥", "≤"]
    bound: float
    unit: str = ""
    beside: tuple[str, str] | None = None
    beats: bool = False

    def met(self, figures: dict[str, float]) -> bool | None:
        """None where it was not measured."""
        if self.key not in figures:
            return None
        value = figures[self.key]
        good = value >= self.bound if self.sign == "≥" else value <= self.bound
        if self.beats and self.beside is not None:
            good = good and value > figures.get(self.beside[1], 0.0)
        return good

    def cells(self, figures: dict[str, float]) -> list[str]:
        met = self.met(figures)
        if met is None:
            return [self.figure, self._goal, "not measured", ""]
        shown = _shown(figures[self.key]) + self.unit
        if self.beside is not None and self.beside[1] in figures:
            shown += f" ({self.beside[0]} {_shown(figures[self.beside[1]])})"
        return [self.figure, self._goal, shown, "yes" if met else "**no**"]

    @property
    def _goal(self) -> str:
        goal = f"{self.sign} {_shown(self.bound)}{self.unit}"
        return goal + ", better than it" if self.beats else goal


def goals_table(figures: dict[str, float]) -> str:
    """Every goal with what was measured."""
    return table(["figure", "goal", "measured", "met"], [goal.cells(figures) for goal in GOALS])


def _shown(value: float) -> str:
    return f"{value:.0f}" if value == int(value) and value != 1 else f"{value:.4g}"


def _papers(
    title: str, key: str, goals: Sequence[tuple[str, str, Literal["≥", "≤"], float]]
) -> list[Goal]:
    beside = {"micro", "diagnoses", "kind", "accepted error", "coverage"}
    return [
        Goal(
            f"{title}: {words}",
            f"{key}: {name}",
            sign,
            bound,
            beside=("naive", f"{key}: naive {name}") if name in beside else None,
        )
        for words, name, sign, bound in goals
    ]


def _mentions(axis: str, least: float) -> Goal:
    key = f"mentions: {axis}"
    return Goal(
        f"Mentions held back: {axis} F1",
        key,
        "≥",
        least,
        beside=("medspaCy", f"{key}, medspaCy"),
        beats=True,
    )


GOALS: tuple[Goal, ...] = (
    *_papers(
        "Drawn, held back",
        "drawn",
        (
            ("papers drawn in all", "drawn in all", "≥", 300),
            ("micro-F1, clean and scanned", "micro clean", "≥", 0.96),
            ("micro-F1, fax and phone", "micro fax and phone", "≥", 0.90),
            ("kind right", "kind", "≥", 0.98),
            ("diagnoses F1", "diagnoses", "≥", 0.96),
            ("others' or denied conditions accepted as the client's", "must not accepted", "≤", 0),
            ("accepted though wrong", "accepted error", "≤", 0.005),
            ("coverage", "coverage", "≥", 0),
            ("coverage, clean and scanned", "coverage clean", "≥", 0.75),
        ),
    ),
    *_papers(
        "Papers of another hand",
        "papers",
        (
            ("micro-F1", "micro", "≥", 0.95),
            ("diagnoses F1", "diagnoses", "≥", 0.97),
            ("kind right", "kind", "≥", 1.0),
            ("accepted though wrong", "accepted error", "≤", 0.005),
            ("coverage", "coverage", "≥", 0.80),
            ("others' or denied conditions as the client's", "must not", "≤", 0),
            ("lost", "lost", "≤", 0),
        ),
    ),
    Goal("Real receipts: total F1", "receipts: total", "≥", 0.92),
    Goal("Real receipts: date F1", "receipts: date", "≥", 0.96),
    Goal("Real receipts: vendor F1", "receipts: vendor", "≥", 0.85),
    Goal("Real receipts: accepted though wrong", "receipts: accepted error", "≤", 0.005),
    Goal(
        "Real receipts: words found",
        "receipts: words",
        "≥",
        0.90,
        beside=("plain Tesseract", "receipts: words, plain Tesseract"),
    ),
    *(
        Goal(
            f"Mentions held back, read under their heading: {axis} F1",
            f"mentions: {axis}, under its heading",
            "≥",
            least,
            beside=("medspaCy on the sentence", f"mentions: {axis}, medspaCy"),
            beats=True,
        )
        for axis, least in (("negated", 0.96), ("family", 0.95), ("historical", 0.80))
    ),
    Goal("Labelled mentions in real notes", "mentions: labelled", "≥", 400),
    _mentions("negated", 0.96),
    _mentions("family", 0.95),
    _mentions("historical", 0.80),
    _mentions("hypothetical", 0),
    _mentions("possible", 0),
    Goal(
        "Odd files: no reading and no named problem",
        "odd: without reading or named problem",
        "≤",
        0,
    ),
    Goal("Odd files: tracebacks", "odd: traceback", "≤", 0),
    Goal("Odd files: longest page", "odd: seconds a page", "≤", 60, " s"),
    Goal("Odd files: most memory", "odd: memory", "≤", 1500, " MB"),
    Goal(
        "Scanned letters read, two processes",
        "time: letters against plain Tesseract",
        "≤",
        1.2,
        " × plain Tesseract",
        beside=("recognised only", "time: recognised against plain Tesseract"),
    ),
    Goal("A real receipt", "receipts: seconds", "≤", 2, " s"),
    Goal("A drawn photograph of a paper", "drawn: seconds of a photo", "≤", 2, " s"),
    Goal("Text layers", "time: text pages a second", "≥", 10, " pages/s"),
    Goal("Memory of `extract --jobs 2`, all processes", "time: memory", "≤", 1500, " MB"),
)
