"""What a sample is: a file to draw, and what a careful reader would read in it.

The expectations are written from what the story puts on the paper, never from
what the program reads. They are kept beside the scans as JSON, in the shape of
``carepacket extract --json`` with values only.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pydantic import TypeAdapter

from casebook.records import (
    Assertion,
    Experiencer,
    FieldValue,
    Kind,
    ReadingStatus,
    Record,
    Temporality,
)
from casebook.records.document import ScanState


class ExpectedKind(Record):
    """The kind, in the contract's shape."""

    value: Kind


class ExpectedField(Record):
    """A value as it stands on the paper, in contract form."""

    value: FieldValue


class ExpectedDiagnosis(Record):
    """A condition that the paper mentions, in its own words; `code` only if printed."""

    text: str
    code: str | None = None
    code_origin: Literal["printed"] | None = None
    assertion: Assertion = "affirmed"
    temporality: Temporality = "current"
    experiencer: Experiencer = "patient"


class Ending(Record):
    """Where the demo's intake leaves the document, and why.

    client: the client's id, or None when nobody's. or_state: another ending
    that is as honest, when the scan's quality leaves it to the reader.
    """

    state: ScanState
    client: str | None = None
    why: str
    or_state: ScanState | None = None


class ExpectedDocument(Record):
    """One document of a scan.

    status: None where `read` and `needs_review` are both honest.
    problems: codes that must be named. may_be_missing: fields, or "diagnoses.2",
    that a reader may leave out because damage or wording hides them; where it
    does give them, they must be right.
    """

    file: str
    page_range: tuple[int, int] | None = None
    status: ReadingStatus | None
    kind: ExpectedKind
    fields: dict[str, ExpectedField] = {}
    diagnoses: tuple[ExpectedDiagnosis, ...] = ()
    problems: tuple[str, ...] = ()
    may_be_missing: tuple[str, ...] = ()
    ends: Ending


_DOCUMENTS = TypeAdapter(tuple[ExpectedDocument, ...])


@dataclass(frozen=True)
class Sample:
    """A file of the samples: its name, how it is drawn, what it says."""

    name: str
    draw: Callable[[], bytes]
    documents: tuple[ExpectedDocument, ...]


def sample(name: str, draw: Callable[[], bytes], *documents: ExpectedDocument) -> Sample:
    """A sample whose expected documents carry the file's name."""
    named = tuple(document.model_copy(update={"file": name}) for document in documents)
    return Sample(name, draw, named)


def document(
    kind: Kind,
    ends: Ending,
    fields: Mapping[str, FieldValue] | None = None,
    diagnoses: tuple[ExpectedDiagnosis, ...] = (),
    *,
    status: ReadingStatus | None = "read",
    problems: tuple[str, ...] = (),
    may_be_missing: tuple[str, ...] = (),
    page_range: tuple[int, int] | None = None,
) -> ExpectedDocument:
    """An expected document, with its fields given as plain values; `sample` names its file."""
    return ExpectedDocument(
        file="",
        page_range=page_range,
        status=status,
        kind=ExpectedKind(value=kind),
        fields={name: ExpectedField(value=value) for name, value in (fields or {}).items()},
        diagnoses=diagnoses,
        problems=problems,
        may_be_missing=may_be_missing,
        ends=ends,
    )


def condition(
    text: str,
    code: str | None = None,
    assertion: Assertion = "affirmed",
    temporality: Temporality = "current",
    experiencer: Experiencer = "patient",
) -> ExpectedDiagnosis:
    """An expected condition; a code given here is one that the paper prints."""
    return ExpectedDiagnosis(
        text=text,
        code=code,
        code_origin="printed" if code else None,
        assertion=assertion,
        temporality=temporality,
        experiencer=experiencer,
    )


def written(documents: tuple[ExpectedDocument, ...]) -> str:
    """The expectations of one file as JSON text."""
    plain = _DOCUMENTS.dump_python(documents, mode="json")
    for entry in plain:
        for key in ("page_range", "status"):
            if entry[key] is None and key == "page_range":
                del entry[key]
        entry["ends"] = {name: value for name, value in entry["ends"].items() if value is not None}
        for field in entry["fields"].values():
            if isinstance(field["value"], list):
                field["value"] = [
                    {name: part for name, part in item.items() if part is not None}
                    if isinstance(item, dict)
                    else item
                    for item in field["value"]
                ]
    return json.dumps(plain, ensure_ascii=False, indent=2) + "\n"


def expected(path: Path) -> tuple[ExpectedDocument, ...]:
    """The expectations in one file of samples/expected."""
    return _DOCUMENTS.validate_json(path.read_bytes())
