"""Two plots: do the probabilities hold, and what does coverage cost?"""

from __future__ import annotations

from pathlib import Path

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt

BINS = 10


def reliability(values: list[tuple[float, bool]], path: Path) -> None:
    """Stated probability against the share that was right, in ten bins of equal width."""
    figure, axis = plt.subplots(figsize=(5, 4.2))
    axis.plot([0, 1], [0, 1], color="0.7", linewidth=1)
    stated, held, sizes = [], [], []
    for number in range(BINS):
        low, high = number / BINS, (number + 1) / BINS
        inside = [(p, good) for p, good in values if low <= p < high or (p == 1 and high == 1)]
        if inside:
            stated.append(sum(p for p, _ in inside) / len(inside))
            held.append(sum(good for _, good in inside) / len(inside))
            sizes.append(len(inside))
    axis.plot(stated, held, marker="o", color="black")
    for x, y, size in zip(stated, held, sizes, strict=True):
        axis.annotate(str(size), (x, y), textcoords="offset points", xytext=(4, -10), fontsize=7)
    axis.set_xlabel("stated probability")
    axis.set_ylabel("share that was right")
    figure.tight_layout()
    figure.savefig(path, dpi=150)
    plt.close(figure)


def risk_coverage(values: list[tuple[float, bool]], there: int, path: Path) -> None:
    """Share of wrong values among the surest, against the share of all values they cover."""
    figure, axis = plt.subplots(figsize=(5, 4.2))
    wrong = 0
    coverage, risk = [], []
    for count, (_, good) in enumerate(sorted(values, reverse=True), 1):
        wrong += not good
        coverage.append((count - wrong) / max(there, 1))
        risk.append(wrong / count)
    axis.plot(coverage, risk, color="black")
    axis.axhline(0.005, color="0.6", linewidth=1, linestyle="--")
    axis.set_xlabel("coverage")
    axis.set_ylabel("share wrong")
    figure.tight_layout()
    figure.savefig(path, dpi=150)
    plt.close(figure)
