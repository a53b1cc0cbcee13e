"""A paper: a Word file that was filled in, and the values that must stand in its PDF."""

from __future__ import annotations

from collections.abc import Iterator

from casebook.records import Record


class Paper(Record):
    """One filled-in document.

    name: a plain file name without ending ("lmn-request"), unique in a batch.
    docx: the Word file's bytes. values: every text that the context put on it,
    for `templates.readback.missing`. pages: how many pages the PDF must have,
    where the paper promises that (a one-page report without addendum: 1).
    """

    name: str
    docx: bytes
    values: tuple[str, ...]
    pages: int | None = None


class Picture(Record):
    """A picture that a template places: PNG bytes, its printed width in points, its alt text."""

    png: bytes
    width: float
    description: str


def values_of(context: object) -> tuple[str, ...]:
    """Every text in a context record, however deep; pictures hold none. Each text once."""
    return tuple(dict.fromkeys(text for text in _texts(context) if text.strip()))


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _texts(each)
    elif isinstance(value, Record) and not isinstance(value, Picture):
        for name in type(value).model_fields:
            yield from _texts(getattr(value, name))
