"""Counting what was right: per field, per diagnosis, and what was accepted though wrong."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import Any

from bench.reading_set import Read
from bench.scoring import hits, right, same_condition

DEFAULT = ("affirmed", "current", "patient")


@dataclass
class Counts:
    """Right, surplus and missing; a list counts as one value, its items as parts of it."""

    right: float = 0.0
    surplus: float = 0.0
    missing: float = 0.0

    def add(self, hit: int, there: int, read: int) -> None:
        part = 1 / max(there, 1)
        self.right += hit * part
        self.surplus += (read - hit) * part
        self.missing += (there - hit) * part

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.surplus) if self.right else 0.0

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missing) if self.right else 0.0

    @property
    def f1(self) -> float:
        return (
            2 * self.right / (2 * self.right + self.surplus + self.missing) if self.right else 0.0
        )


@dataclass
class Tally:
    """Everything that one report line needs. `values` holds (confidence, right) pairs."""

    documents: int = 0
    kinds_right: int = 0
    values_there: int = 0
    accepted: int = 0
    accepted_wrong: int = 0
    covered: int = 0
    must_not: int = 0
    must_not_accepted: int = 0
    labels_seen: int = 0
    labels_right: int = 0
    seconds: float = 0.0
    all_fields: Counts = field(default_factory=Counts)
    diagnoses: Counts = field(default_factory=Counts)
    fields: dict[str, Counts] = field(default_factory=lambda: defaultdict(Counts))
    values: list[tuple[float, bool]] = field(default_factory=list)
    confusions: Counter[str] = field(default_factory=Counter)
    mistakes: list[str] = field(default_factory=list)

    def add(self, read: Read) -> None:
        """Counts one document. Of several readings of one file, the fullest is scored."""
        truth = read.document.truth
        reading = max(read.readings, key=lambda r: len(r.get("fields", {})))
        self.documents += 1
        self.seconds += read.seconds
        kind = reading["kind"]["value"]
        self.kinds_right += kind == truth["kind"]
        if kind != truth["kind"]:
            self.confusions[f"{truth['kind']} read as {kind}"] += 1
        self._fields(truth, reading)
        self._diagnoses(truth, reading)

    def _fields(self, truth: dict[str, Any], reading: dict[str, Any]) -> None:
        found = reading.get("fields", {})
        self.values_there += len(truth["fields"])
        for name, value in truth["fields"].items():
            if name not in found:
                self._count(name, 0, len(value) if isinstance(value, list) else 1, 0)
                continue
            got = found[name]
            self._count(name, *hits(name, value, got["value"]))
            self._value(truth, name, got, right(name, value, got["value"]), value)
        for name in truth.get("absent", []):
            if name in found:
                self._count(name, 0, 0, 1)
                self._value(truth, name, found[name], False, "not there")

    def _count(self, name: str, hit: int, there: int, read: int) -> None:
        self.fields[name].add(hit, there, read)
        self.all_fields.add(hit, there, read)

    def _value(
        self, truth: dict[str, Any], name: str, got: dict[str, Any], good: bool, wanted: object
    ) -> None:
        self.values.append((got["confidence"], good))
        if not got["accepted"]:
            return
        self.accepted += 1
        self.covered += good
        if not good:
            self.accepted_wrong += 1
            self.mistakes.append(f"{truth['file']} {name}: {got['value']!r}, there: {wanted!r}")

    def _diagnoses(self, truth: dict[str, Any], reading: dict[str, Any]) -> None:
        there = truth.get("diagnoses", [])
        real = [d for d in there if _labels(d) == DEFAULT]
        said = [d for d in reading.get("diagnoses", []) if _labels(d) == DEFAULT]
        left, matched = list(said), []
        for each in real:
            match = next((d for d in left if same_condition(each, d)), None)
            if match is not None:
                left.remove(match)
                matched.append(match)
        self.diagnoses.add(len(matched), len(real), len(said)) if real else None
        if not real and said:
            self.diagnoses.surplus += len(said)
        self.values_there += len(real)
        for each in said:
            good = each in matched
            self.values.append((each["confidence"], good))
            if each["accepted"]:
                self.accepted += 1
                self.covered += good
                if not good:
                    self.accepted_wrong += 1
                    self.mistakes.append(f"{truth['file']} diagnosis: {each['text']!r}")
        for each in left:
            if any(same_condition({"text": x}, each) for x in truth.get("must_not", [])):
                self.must_not += 1
                self.must_not_accepted += each["accepted"]
        self._axes(there, reading)

    def _axes(self, there: list[dict[str, Any]], reading: dict[str, Any]) -> None:
        for each in there:
            if _labels(each) == DEFAULT:
                continue
            match = next((d for d in reading.get("diagnoses", []) if same_condition(each, d)), None)
            if match is not None:
                self.labels_seen += 1
                self.labels_right += _labels(match) == _labels(each)

    @property
    def line(self) -> dict[str, str]:
        """The figures as a report shows them."""
        n = max(self.documents, 1)
        error = self.accepted_wrong / self.accepted if self.accepted else 0.0
        return {
            "documents": str(self.documents),
            "micro-F1": f"{self.all_fields.f1:.3f}",
            "diagnoses F1": f"{self.diagnoses.f1:.3f}",
            "kind": f"{self.kinds_right / n:.3f}",
            "accepted wrong": f"{self.accepted_wrong} of {self.accepted} ({error:.2%})",
            "coverage": f"{self.covered / max(self.values_there, 1):.3f}",
            "must not": f"{self.must_not} ({self.must_not_accepted} accepted)",
            "labels right": f"{self.labels_right} of {self.labels_seen}",
            "s/document": f"{self.seconds / n:.2f}",
        }


def _labels(diagnosis: dict[str, Any]) -> tuple[str, str, str]:
    return (
        diagnosis.get("assertion", DEFAULT[0]),
        diagnosis.get("temporality", DEFAULT[1]),
        diagnosis.get("experiencer", DEFAULT[2]),
    )
