"""Counting what was right: per field, per diagnosis, and what was accepted though wrong."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import Any

from bench.counting import Counts, interval
from bench.reading_set import Read
from bench.scoring import hits, right, same_condition

Said = dict[str, Any]

DEFAULT = ("affirmed", "current", "patient")


@dataclass
class Tally:
    """Everything that one report line needs. `values` holds (confidence, right) pairs.

    Accepted errors hold every accepted value that the truth can judge: wrong
    ones, those of fields that are not on the paper, conditions that are not
    the patient's present ones, and conditions labelled wrongly.
    """

    documents: int = 0
    lost: int = 0
    kinds_right: int = 0
    values_there: int = 0
    accepted: int = 0
    accepted_wrong: int = 0
    covered: int = 0
    must_not: int = 0
    must_not_accepted: int = 0
    labels_there: int = 0
    labels_seen: int = 0
    labels_right: int = 0
    seconds: float = 0.0
    all_fields: Counts = field(default_factory=Counts)
    diagnoses: Counts = field(default_factory=Counts)
    fields: dict[str, Counts] = field(default_factory=lambda: defaultdict(Counts))
    axes: dict[str, Counts] = field(default_factory=lambda: defaultdict(Counts))
    values: list[tuple[float, bool]] = field(default_factory=list)
    confusions: Counter[str] = field(default_factory=Counter)
    mistakes: list[str] = field(default_factory=list)

    def add(self, read: Read) -> None:
        """Counts one document. Of a document cut in two, what is right in the surplus costs
        nothing, what is wrong there counts as surplus."""
        truth, reading = read.document.truth, read.reading
        self.documents += 1
        self.seconds += read.seconds
        quarantined = reading is not None and reading["status"] == "quarantined"
        if reading is None or (quarantined and truth["kind"] != "other"):
            self.lost += 1
        kind = "nothing" if reading is None else reading["kind"]["value"]
        self.kinds_right += kind == truth["kind"]
        if kind != truth["kind"]:
            self.confusions[f"{truth['kind']} read as {kind}"] += 1
        self._fields(truth, reading or {})
        self._diagnoses(truth, reading or {})
        for line in read.surplus:
            self._surplus(truth, line)

    @property
    def accepted_error(self) -> float:
        """Share of the accepted values that is wrong."""
        return self.accepted_wrong / self.accepted if self.accepted else 0.0

    @property
    def coverage(self) -> float:
        """Share of all values on the papers that is accepted and right."""
        return self.covered / max(self.values_there, 1)

    @property
    def kinds(self) -> float:
        """Share of the documents whose kind is right."""
        return self.kinds_right / max(self.documents, 1)

    def _fields(self, truth: Said, reading: Said) -> None:
        found = reading.get("fields", {})
        self.values_there += len(truth["fields"])
        for name, value in truth["fields"].items():
            if name not in found:
                self._count(name, 0, len(value) if isinstance(value, list) else 1, 0)
                continue
            got = found[name]
            self._count(name, *hits(name, value, got["value"]))
            good = right(name, value, got["value"])
            self._value(truth, name, got, good, value)
        for name in truth.get("absent", []):
            if name in found:
                self._count(name, 0, 0, 1)
                self._value(truth, name, found[name], False, "not there")

    def _surplus(self, truth: Said, line: Said) -> None:
        for name, got in line.get("fields", {}).items():
            if name in truth["fields"]:
                good = right(name, truth["fields"][name], got["value"])
            elif name in truth.get("absent", []):
                good = False
            else:
                continue
            if not good:
                self._count(name, 0, 0, 1)
            self._value(truth, name, got, good, "on another line", credit=False)
        real = [d for d in truth.get("diagnoses", []) if labels(d) == DEFAULT]
        for said in line.get("diagnoses", []):
            if labels(said) == DEFAULT:
                good = any(same_condition(each, said) for each in real)
                self.diagnoses.surplus += not good
                self._value(truth, "diagnosis", _as_value(said), good, "", credit=False)
                if not good:
                    self._forbidden(truth, said)

    def _count(self, name: str, hit: int, there: int, read: int) -> None:
        self.fields[name].add(hit, there, read)
        self.all_fields.add(hit, there, read)

    def _value(
        self, truth: Said, name: str, got: Said, good: bool, wanted: object, credit: bool = True
    ) -> None:
        self.values.append((got["confidence"], good))
        if not got["accepted"]:
            return
        self.accepted += 1
        self.covered += good and credit
        if not good:
            self.accepted_wrong += 1
            self.mistakes.append(f"{truth['file']} {name}: {got['value']!r}, there: {wanted!r}")

    def _diagnoses(self, truth: Said, reading: Said) -> None:
        there, read = truth.get("diagnoses", []), list(reading.get("diagnoses", []))
        real = [d for d in there if labels(d) == DEFAULT]
        said = [d for d in read if labels(d) == DEFAULT]
        pairs = matched(real, said)
        self.values_there += len(real)
        self.diagnoses.right += len(pairs)
        self.diagnoses.surplus += len(said) - len(pairs)
        self.diagnoses.missing += len(real) - len(pairs)
        hit = [said[at] for _, at in pairs]
        for each in said:
            good = any(each is x for x in hit)
            self._value(truth, "diagnosis", _as_value(each), good, "not the patient's present one")
            if not good:
                self._forbidden(truth, each)
        left = [d for d in read if not any(d is x for x in hit)]
        self._axes(truth, [d for d in there if labels(d) != DEFAULT], left)
        missed = [d for at, d in enumerate(real) if at not in {x for x, _ in pairs}]
        put_away = [d for d in left if labels(d) != DEFAULT]
        for _, at in matched(missed, put_away):
            if put_away[at]["accepted"]:
                self._value(truth, "labels", _as_value(put_away[at]), False, "the patient's")

    def _forbidden(self, truth: Said, said: Said) -> None:
        """A condition that is not the patient's present one, read as if it were."""
        if any(same_condition({"text": words}, said) for words in truth.get("must_not", [])):
            self.must_not += 1
            self.must_not_accepted += said["accepted"]

    def _axes(self, truth: Said, odd: list[Said], left: list[Said]) -> None:
        """Mentions that are denied, past, supposed or another's: are they labelled so?"""
        self.labels_there += len(odd)
        for which, at in matched(odd, left):
            wanted, said = labels(odd[which]), labels(left[at])
            self.labels_seen += 1
            self.labels_right += wanted == said
            for axis, usual, a, b in zip(AXES, DEFAULT, wanted, said, strict=True):
                counts = self.axes[axis]
                counts.right += a == b != usual
                counts.surplus += b not in (usual, a)
                counts.missing += a not in (usual, b)
            if left[at]["accepted"] and said != DEFAULT:
                got = _as_value(left[at])
                self._value(truth, "labels", got, wanted == said, wanted, credit=False)

    @property
    def line(self) -> dict[str, str]:
        """The figures as a report shows them."""
        low, high = interval(self.accepted_wrong, self.accepted)
        wrong = f"{self.accepted_wrong} of {self.accepted}"
        return {
            "documents": str(self.documents),
            "micro-F1": f"{self.all_fields.f1:.3f}",
            "diagnoses F1": f"{self.diagnoses.f1:.3f}",
            "kind": f"{self.kinds:.3f}",
            "accepted wrong": f"{wrong} ({self.accepted_error:.2%})",
            "95 % interval": f"{low:.2%} to {high:.2%}",
            "coverage": f"{self.coverage:.3f}",
            "must not": f"{self.must_not} ({self.must_not_accepted} accepted)",
            "labels right": f"{self.labels_right} of {self.labels_seen}, {self.labels_there} there",
            "lost": str(self.lost),
            "s/document": f"{self.seconds / max(self.documents, 1):.2f}",
        }


AXES = ("assertion", "temporality", "experiencer")


def labels(diagnosis: Said) -> tuple[str, ...]:
    """Assertion, temporality, experiencer; what is not said is usual."""
    return tuple(diagnosis.get(axis) or usual for axis, usual in zip(AXES, DEFAULT, strict=True))


def matched(there: list[Said], said: list[Said]) -> list[tuple[int, int]]:
    """Pairs of places, one to one: equal codes and equal words before words that are alike."""
    pairs: list[tuple[int, int]] = []
    for alike in (_plainly_the_same, same_condition):
        for which, truth in enumerate(there):
            if which in {x for x, _ in pairs}:
                continue
            free = (at for at in range(len(said)) if at not in {y for _, y in pairs})
            at = next((at for at in free if alike(truth, said[at])), None)
            if at is not None:
                pairs.append((which, at))
    return pairs


def _plainly_the_same(truth: Said, said: Said) -> bool:
    code, words = truth.get("code"), str(truth.get("text")).casefold()
    same_code = bool(code) and code == said.get("code")
    same_words = words == str(said.get("text")).casefold()
    return same_condition(truth, said) and (same_code or same_words)


def _as_value(diagnosis: Said) -> Said:
    return {
        "value": diagnosis.get("text"),
        "confidence": diagnosis["confidence"],
        "accepted": diagnosis["accepted"],
    }
