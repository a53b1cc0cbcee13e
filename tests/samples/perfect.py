"""The expectations as if a perfect reader had read them: cases without any OCR."""

from __future__ import annotations

from casebook.records import (
    Case,
    Client,
    Diagnosis,
    Document,
    FieldReading,
    KindReading,
    Problem,
    Reading,
)
from samples import expected_of, scans, stories
from samples.story import ExpectedDocument, expected


def reading(one: ExpectedDocument) -> Reading:
    """A reading that finds just what is expected, and is sure of all of it."""
    return Reading(
        file=one.file,
        sha256="0" * 64,
        pages=one.page_range[1] if one.page_range else 1,
        page_range=one.page_range,
        status=one.status or "read",
        kind=KindReading(value=one.kind.value, confidence=1),
        fields={
            name: FieldReading(value=field.value, confidence=1, accepted=True)
            for name, field in one.fields.items()
        },
        diagnoses=tuple(
            Diagnosis(**found.model_dump(), confidence=1, accepted=True) for found in one.diagnoses
        ),
        problems=tuple(Problem(code=code, message="named") for code in one.problems),
    )


def documents(client: Client) -> tuple[Document, ...]:
    """The client's documents that the story ends with as filed."""
    found = [one for scan in scans() for one in expected(expected_of(scan))]
    filed = [one for one in found if one.ends.client == client.id and one.ends.state == "filed"]
    return tuple(
        Document(
            id=f"doc-{number}",
            scan_id=f"scan-{number}",
            sha256="0" * 64,
            state="filed",
            client_id=client.id,
            reading=reading(one),
        )
        for number, one in enumerate(filed)
    )


def case(client: Client) -> Case:
    """Everything the story knows about the client."""
    return Case(
        client=client,
        documents=documents(client),
        packages=tuple(one for one in stories.PACKAGES if one.client_id == client.id),
        sessions=tuple(one for one in stories.SESSIONS if one.client_id == client.id),
        measurements=tuple(one for one in stories.MEASUREMENTS if one.client_id == client.id),
        goals=tuple(one for one in stories.GOALS if one.client_id == client.id),
    )
