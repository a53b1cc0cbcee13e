"""One typed paper with what a careful reader finds on it, for tests of whole finders."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from casebook.records import FieldReading, FieldValue, Kind
from casebook.records.reading import LineItem
from extractors import payers, receipts
from extractors.deciding import decide
from extractors.options import ReadOptions
from tests.extractors.pages_of import typed


@dataclass(frozen=True)
class Look:
    """holds: values by field, of line items the amounts. lacks: fields that must stay empty."""

    paper: str
    holds: Mapping[str, str | tuple[str, ...]]
    lacks: tuple[str, ...] = ()
    kind: Kind = "receipt"

    def read(self) -> dict[str, FieldReading]:
        """The decided fields."""
        pages = (typed(self.paper),)
        if self.kind == "receipt":
            found = receipts.find(pages, ReadOptions())
        else:
            found = payers.find(pages, self.kind, ReadOptions())
        return decide(found, pages)

    def differences(self) -> list[str]:
        """Every field that reads otherwise than it stands on the paper."""
        fields = self.read()
        wrong = [
            f"{name}: {plain(fields[name].value) if name in fields else None!r} for {value!r}"
            for name, value in self.holds.items()
            if name not in fields or plain(fields[name].value) != value
        ]
        return wrong + [f"{name}: surplus" for name in self.lacks if name in fields]


def plain(value: FieldValue) -> str | tuple[str, ...] | bool:
    """The value as `Look.holds` writes it."""
    if isinstance(value, tuple):
        return tuple(
            str(item.amount) if isinstance(item, LineItem) else str(item) for item in value
        )
    return value
