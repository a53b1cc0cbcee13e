"""What is said of one mention, as the five questions that are scored."""

from __future__ import annotations

from dataclasses import dataclass, fields

from casebook.records import Assertion, Experiencer, Temporality


@dataclass(frozen=True)
class Judged:
    """Five answers. All no: affirmed, current and not the family's."""

    negated: bool
    possible: bool
    historical: bool
    hypothetical: bool
    family: bool

    @classmethod
    def of(cls, assertion: Assertion, temporality: Temporality, experiencer: Experiencer) -> Judged:
        """The same answers from the contract's words."""
        return cls(
            negated=assertion == "negated",
            possible=assertion == "possible",
            historical=temporality == "historical",
            hypothetical=temporality == "hypothetical",
            family=experiencer == "family",
        )


AXES = tuple(axis.name for axis in fields(Judged))
