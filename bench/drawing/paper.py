"""A drawn document: its bytes and what a careful reader would read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass
class Paper:
    """`fields` in contract form; `absent` must stay out; `must_not` are not the patient's."""

    kind: str
    layout: str
    pdf: bytes
    fields: dict[str, Any]
    diagnoses: list[dict[str, Any]] = field(default_factory=list)
    absent: list[str] = field(default_factory=list)
    must_not: list[str] = field(default_factory=list)

    def truth(self, file: str, damage: str) -> dict[str, Any]:
        """One line of the truth file."""
        return {
            "file": file,
            "page_range": None,
            "kind": self.kind,
            "layout": self.layout,
            "degradation": damage,
            "fields": self.fields,
            "diagnoses": self.diagnoses,
            "absent": self.absent,
            "must_not": self.must_not,
        }
