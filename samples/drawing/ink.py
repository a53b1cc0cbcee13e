"""Ink: signatures, hand-written dates, ticks and circles.

Strokes are smooth curves with a seeded tremble, drawn as vector paths; no
signature of a living hand is copied.
"""

from __future__ import annotations

import math
import random
from typing import Final

from reportlab.lib.colors import HexColor

from samples.drawing.paper import Paper, Points

BLUE: Final = "#1b2f7a"
BLACK: Final = "#16161a"

_STROKES: Final[dict[str, tuple[Points, ...]]] = {
    "0": (((0.5, 0), (0.1, 0.25), (0.08, 0.75), (0.5, 1), (0.9, 0.75), (0.9, 0.25), (0.5, 0)),),
    "1": (((0.3, 0.2), (0.55, 0), (0.5, 0.5), (0.48, 1)),),
    "2": (((0.12, 0.22), (0.45, 0), (0.82, 0.22), (0.5, 0.62), (0.1, 0.98), (0.92, 0.96)),),
    "3": (
        ((0.15, 0.1), (0.55, 0), (0.8, 0.22), (0.4, 0.46)),
        ((0.4, 0.46), (0.88, 0.68), (0.6, 1), (0.1, 0.9)),
    ),
    "4": (((0.6, 0), (0.1, 0.62), (0.95, 0.6)), ((0.68, 0.3), (0.64, 1))),
    "5": (
        ((0.85, 0.02), (0.3, 0.04), (0.22, 0.42), (0.7, 0.44), (0.84, 0.76), (0.5, 1), (0.1, 0.9)),
    ),
    "6": (((0.7, 0), (0.25, 0.4), (0.15, 0.8), (0.5, 1), (0.84, 0.76), (0.55, 0.52), (0.2, 0.7)),),
    "7": (((0.1, 0.06), (0.9, 0.03), (0.55, 0.5), (0.38, 1)),),
    "8": (
        ((0.78, 0.15), (0.45, 0), (0.22, 0.22), (0.5, 0.46), (0.84, 0.76), (0.5, 1)),
        ((0.5, 1), (0.14, 0.76), (0.5, 0.46), (0.8, 0.2), (0.78, 0.15)),
    ),
    "9": (((0.82, 0.3), (0.5, 0.5), (0.2, 0.28), (0.5, 0), (0.82, 0.24), (0.8, 0.6), (0.6, 1)),),
    "/": (((0.8, -0.05), (0.2, 1.05)),),
    "-": (((0.15, 0.55), (0.85, 0.52)),),
    ".": (((0.45, 0.95), (0.5, 1.0)),),
}
"""Digits as a pen goes, in a unit square whose top is 0."""


def _curve(paper: Paper, points: Points, weight: float, color: str) -> None:
    """A smooth stroke through the points (Catmull-Rom as Bézier pieces)."""
    canvas = paper.canvas
    canvas.setStrokeColor(HexColor(color))
    canvas.setLineWidth(weight)
    canvas.setLineCap(1)
    canvas.setLineJoin(1)
    flipped = [(x, paper.height - y) for x, y in points]
    padded = [flipped[0], *flipped, flipped[-1]]
    path = canvas.beginPath()
    path.moveTo(*flipped[0])
    for before, start, end, after in zip(padded, padded[1:], padded[2:], padded[3:], strict=False):
        path.curveTo(
            start[0] + (end[0] - before[0]) / 6,
            start[1] + (end[1] - before[1]) / 6,
            end[0] - (after[0] - start[0]) / 6,
            end[1] - (after[1] - start[1]) / 6,
            end[0],
            end[1],
        )
    canvas.drawPath(path)


_CAPITALS: Final[tuple[Points, ...]] = (
    ((0.2, 0.3), (0.55, 1.0), (0.2, -0.12), (0.75, 0.6)),
    ((0.1, 0.55), (0.5, 1.05), (0.7, 0.7), (0.35, 0.35), (0.2, 0.9), (0.3, -0.05), (0.6, 0.15)),
    ((0.75, 0.85), (0.4, 1.0), (0.15, 0.55), (0.3, 0.02), (0.7, 0.1), (0.75, 0.45), (0.5, 0.4)),
    ((0.15, 0.95), (0.25, -0.05), (0.2, 0.5), (0.6, 0.5), (0.65, 1.0), (0.6, 0.0), (0.8, 0.2)),
    ((0.35, 1.0), (0.15, 0.05), (0.3, 0.95), (0.75, 0.85), (0.6, 0.5), (0.3, 0.45), (0.8, 0.0)),
)
"""Capitals as a hurried pen makes them: across and up, in parts of the letter's height."""


def signature(
    paper: Paper,
    x: float,
    y: float,
    seed: int,
    *,
    width: float = 130,
    height: float = 26,
    color: str = BLUE,
) -> None:
    """A signature whose base line is `y`: two capitals, running letters, perhaps a flourish."""
    chance = random.Random(seed)
    first = chance.uniform(0.28, 0.46)
    capitals = chance.sample(_CAPITALS, 2)
    for capital, start, share in zip(
        capitals, (0.0, first + 0.04), (first, 0.96 - first), strict=True
    ):
        left, run = x + width * start, width * share
        points = _capital(capital, left, y, height, chance)
        points += _running(left + height * 0.85, y, run - height * 0.85, height, chance)
        _curve(paper, points, chance.uniform(0.9, 1.25), color)
    if chance.random() < 0.5:
        low = y + height * 0.2
        _curve(
            paper,
            [(x + width * 0.2, low), (x + width * 0.6, low - 3), (x + width, low - height * 0.3)],
            0.9,
            color,
        )


def _capital(
    shape: Points, left: float, y: float, height: float, chance: random.Random
) -> list[tuple[float, float]]:
    return [
        (
            left + height * (across + 0.18 * up + chance.uniform(-0.05, 0.05)),
            y - height * (up + chance.uniform(-0.06, 0.06)),
        )
        for across, up in shape
    ]


def _running(
    left: float, y: float, run: float, height: float, chance: random.Random
) -> list[tuple[float, float]]:
    """Small letters that flatten out: arches, now and then one that reaches up or down."""
    count = max(3, round(run / (height * chance.uniform(0.2, 0.34))))
    points = []
    for number in range(count):
        middle = left + run * number / count
        reach = height * chance.uniform(0.14, 0.36) * (1 - 0.6 * number / count)
        odd = chance.random()
        if odd < 0.14:
            reach *= 2.5
        low = height * 0.28 if odd > 0.9 else chance.uniform(-1.0, 1.0)
        points.append((middle + reach * 0.3, y - reach))
        points.append((middle + run / count * 0.5, y + low))
    points.append((left + run, y - height * chance.uniform(0.0, 0.3)))
    return points


def written(
    paper: Paper, x: float, y: float, text: str, seed: int, *, size: float = 12, color: str = BLUE
) -> None:
    """Digits, slashes, hyphens and dots by hand, on the baseline `y`.

    Raises KeyError for any other character.
    """
    chance = random.Random(seed)
    for character in text:
        if character != " ":
            lift = chance.uniform(-0.06, 0.06) * size
            for stroke in _STROKES[character]:
                points = [
                    (
                        x + (px + 0.16 * (1 - py) + chance.uniform(-0.03, 0.03)) * size * 0.56,
                        y + lift - (1 - py + chance.uniform(-0.03, 0.03)) * size,
                    )
                    for px, py in stroke
                ]
                _curve(paper, points, size * 0.085, color)
        x += size * (0.62 if character in "./-" else 0.74)


def tick(
    paper: Paper, x: float, y: float, seed: int, *, size: float = 9, color: str = BLUE
) -> None:
    """A hand-made check mark over a printed box whose label stands on `y`."""
    chance = random.Random(seed)
    wobble = chance.uniform(-1, 1)
    _curve(
        paper,
        [(x, y - size * 0.45), (x + size * 0.35, y + wobble), (x + size * 1.15, y - size * 1.2)],
        1.3,
        color,
    )


def circle(paper: Paper, x: float, y: float, width: float, height: float, seed: int) -> None:
    """A hand-drawn ring around the middle x, y."""
    chance = random.Random(seed)
    points = []
    for step in range(15):
        angle = 0.6 + step * 2 * math.pi / 13
        swell = 1 + chance.uniform(-0.06, 0.08)
        points.append(
            (x + math.cos(angle) * width / 2 * swell, y + math.sin(angle) * height / 2 * swell)
        )
    _curve(paper, points, 1.1, BLUE)
