"""Fits the weights with which `extractors.deciding` turns evidence into a probability.

    python -m bench.fit FOLDER [FOLDER …]

Every folder holds truth.jsonl and docs/ (drawn ones: python -m bench.drawing).
Documents of the held-back part (see `held_back`) are never used. Writes
extractors/deciding/weights.json and prints how well the probabilities hold.
"""

from __future__ import annotations

import json
import math
import sys
import zlib
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bench.reading_set import load, proposals
from bench.scoring import right
from extractors.deciding.decide import doubted
from extractors.deciding.weighing import FEATURES, weigh

WEIGHTS = Path(__file__).parent.parent / "extractors" / "deciding" / "weights.json"
CACHE = Path("bench-out/pages")
"""Recognised pages, kept: recognising is what takes long."""
ACCEPTED_ERRORS = 0.003
"""Aim of the fit; the promise is 0.005."""
SHRINK = 3.0
"""How strongly every weight is held to its prior: drawn papers are easier than real ones."""
PRIOR = {
    "intercept": -6.0,
    "strength": 5.0,
    "agreement": 1.0,
    "letters": 4.0,
    "second_agrees": 1.5,
    "second_differs": -5.0,
    "text_layer": 1.0,
    "passed": 1.5,
    "failed": -3.0,
    "mended": -1.5,
    "rival": -2.0,
    "page_quality": 1.0,
}
"""What experience says before any drawn paper is looked at; a field's correction has prior 0."""
LEAST_THRESHOLD = 0.965
"""Never less sure than this: papers of looks that were never drawn are harder."""

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Example:
    """One chosen value: its field, its features, whether it was right, and whether a rule
    puts it before a person whatever its probability."""

    field: str
    features: tuple[float, ...]
    right: bool
    doubted: bool


def held_back(file: str) -> bool:
    """A fixed third of all drawn documents is only ever measured on."""
    return zlib.crc32(file.encode()) % 3 == 0


def examples(folder: Path, fitting: bool) -> list[Example]:
    """The chosen value of every field of the documents of one part."""
    documents = [d for d in load(folder) if held_back(d.truth["file"]) != fitting]
    found = []
    for document, candidates, pages in proposals(documents, CACHE):
        truth, absent = document.truth["fields"], document.truth.get("absent", [])
        by_field: dict[str, list[object]] = {}
        for candidate in candidates:
            by_field.setdefault(candidate.field, []).append(candidate)
        for field, group in by_field.items():
            if field not in truth and field not in absent:
                continue
            best = weigh(group, pages)[0]  # type: ignore[arg-type]
            good = field in truth and right(field, truth[field], _plain(best.value))
            features = tuple(best.features[name] for name in FEATURES)
            found.append(Example(field, features, good, doubted(field, best)))
    return found


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        return [item.model_dump() if hasattr(item, "model_dump") else item for item in value]
    return value


def fit(found: list[Example]) -> dict[str, object]:
    """Logistic regression with a small correction by field, by Newton's method."""
    fields = sorted({e.field for e in found})
    rows = np.array(
        [[1.0, *e.features, *(float(e.field == f) for f in fields)] for e in found], dtype=float
    )
    answers = np.array([float(e.right) for e in found])
    prior = np.array([PRIOR["intercept"], *(PRIOR[n] for n in FEATURES), *(0.0 for _ in fields)])
    weights = _newton(rows, answers, prior)
    usable = np.array([not e.doubted for e in found])
    named = dict(zip(FEATURES, weights[1 : 1 + len(FEATURES)], strict=True))
    by_field = dict(zip(fields, weights[1 + len(FEATURES) :], strict=True))
    return {
        "intercept": round(float(weights[0]), 3),
        "features": {name: round(float(value), 3) for name, value in named.items()},
        "fields": {name: round(float(value), 3) for name, value in by_field.items()},
        "accept_from": round(
            max(LEAST_THRESHOLD, threshold(_probabilities(rows, weights)[usable], answers[usable])),
            4,
        ),
    }


def _newton(rows: Floats, answers: Floats, prior: Floats) -> Floats:
    weights = prior.copy()
    ridge = np.full(rows.shape[1], SHRINK)
    for _ in range(60):
        p = _probabilities(rows, weights)
        gradient = rows.T @ (answers - p) - ridge * (weights - prior)
        hessian = (rows * (p * (1 - p))[:, None]).T @ rows + np.diag(ridge)
        step = np.linalg.solve(hessian, gradient)
        weights = weights + step
        if float(np.abs(step).max()) < 1e-7:
            break
    return weights


def _probabilities(rows: Floats, weights: Floats) -> Floats:
    return np.asarray(1 / (1 + np.exp(-np.clip(rows @ weights, -30, 30))), dtype=np.float64)


def threshold(probabilities: Floats, answers: Floats) -> float:
    """The lowest probability from which at most ACCEPTED_ERRORS of the values are wrong."""
    order = np.argsort(-probabilities)
    wrong = np.cumsum(1 - answers[order])
    share = (wrong + 1) / (np.arange(len(order)) + 1)  # one more wrong than seen: caution
    good = np.nonzero(share <= ACCEPTED_ERRORS)[0]
    if len(good) == 0:
        return 0.995
    return float(min(0.995, probabilities[order[good[-1]]]))


def main(folders: list[str]) -> None:
    """Fits on all folders and prints what the held-back part says."""
    fitting = [e for folder in folders for e in examples(Path(folder), fitting=True)]
    model = fit(fitting)
    WEIGHTS.write_text(json.dumps(model, indent=1) + "\n", encoding="utf-8")
    print(f"fitted on {len(fitting)} values, {sum(e.right for e in fitting)} right")  # noqa: T201
    held = [e for folder in folders for e in examples(Path(folder), fitting=False)]
    wrong: Counter[str] = Counter()
    accepted = 0
    for example in held:
        sure = _probability(model, example) >= float(str(model["accept_from"]))
        if sure and not example.doubted:
            accepted += 1
            wrong[example.field] += not example.right
    print(f"held back: {len(held)} values, {accepted} accepted, {dict(+wrong)} wrong")  # noqa: T201


def _probability(model: dict[str, object], example: Example) -> float:
    features, fields = model["features"], model["fields"]
    assert isinstance(features, dict) and isinstance(fields, dict)
    z = float(str(model["intercept"])) + fields.get(example.field, 0.0)
    z += sum(features[n] * v for n, v in zip(FEATURES, example.features, strict=True))
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, z))))


if __name__ == "__main__":
    main(sys.argv[1:])
