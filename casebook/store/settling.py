"""Whether what a person settles about a field makes sense, checked before it is recorded.

Later steps take decided values as they are; a date that is none would only
be noticed when a packet is built.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import get_args

from casebook.records import Document, FieldValue, Kind
from casebook.records.reading import DATE_FIELDS, FIELDS, LIST_FIELDS, MONEY_FIELDS
from casebook.store.errors import NotAllowed

_DIAGNOSIS = re.compile(r"diagnoses\.(\d+)(\.code)?")
_KNOWN = frozenset(name for names in FIELDS.values() for name in names)
_CODE = re.compile(r"[A-Z]\d[0-9A-Z](\.[0-9A-Z]{1,4})?")


def check(document: Document, field: str, action: str, value: FieldValue | None) -> None:
    """Raises NotAllowed when the field is unknown here, or the value not in form."""
    _check_field(document, field, action)
    if action == "correct" and _DIAGNOSIS.fullmatch(field) and not field.endswith(".code"):
        raise NotAllowed(
            "The words of a diagnosis stay as the document has them.",
            f"Reject {field!r}, or correct its code ({field}.code).",
        )
    if (action == "correct") != (value is not None):
        raise NotAllowed(
            f"{action!r} of {field!r} {'needs' if action == 'correct' else 'takes no'} value.",
            "Give the right value with `correct`, and none with `accept` and `reject`.",
        )
    if value is not None:
        _check_value(field, value)


def _check_field(document: Document, field: str, action: str) -> None:
    diagnosis = _DIAGNOSIS.fullmatch(field)
    if diagnosis:
        number = int(diagnosis.group(1))
        if number >= len(document.reading.diagnoses):
            raise NotAllowed(
                f"Document {document.id} has no {field!r}.", "Diagnoses are counted from 0."
            )
        suggested = document.reading.diagnoses[number].code is None
        if action == "accept" and diagnosis.group(2) and suggested:
            raise NotAllowed(
                f"No code was read for diagnosis {number}, so there is none to accept.",
                "Use `correct` with the code that the physician confirmed.",
            )
    elif field != "kind" and field not in _KNOWN:
        raise NotAllowed(
            f"No field is called {field!r}.", "Field names are those of `carepacket extract`."
        )
    elif action == "accept" and field != "kind" and field not in document.reading.fields:
        raise NotAllowed(
            f"Nothing was read for {field!r}, so there is nothing to accept.",
            "Use `correct` with the value.",
        )


def _check_value(field: str, value: FieldValue) -> None:
    expected = _expected(field, value)
    if expected is not None:
        # The value is not quoted: it is health data, and its writer knows it.
        raise NotAllowed(f"That is no value for {field!r}.", f"It must be {expected}.")


def _expected(field: str, value: FieldValue) -> str | None:
    """What a value of this field looks like, when this one does not."""
    single = value if isinstance(value, str) else ""
    fits, expected = bool(single.strip()), "a text that is not empty"
    if field == "kind":
        fits, expected = single in get_args(Kind), f"one of {', '.join(get_args(Kind))}"
    elif field.endswith(".code"):
        fits, expected = _CODE.fullmatch(single) is not None, "an ICD-10-CM code such as M54.50"
    elif field == "substantiates":
        fits, expected = isinstance(value, bool), "true or false"
    elif field == "signed":
        fits = single in {"present", "absent", "unclear"}
        expected = "present, absent or unclear"
    elif field in DATE_FIELDS:
        fits, expected = _is_date(single), "a date such as 2026-10-03"
    elif field in MONEY_FIELDS:
        fits, expected = _is_money(single), "an amount such as 1240.00"
    elif field == "service_dates":
        fits = isinstance(value, tuple) and all(_is_date(day) for day in value)
        expected = "a list of dates such as 2026-10-03"
    elif field in LIST_FIELDS:
        fits, expected = isinstance(value, tuple) and bool(value), "a list that is not empty"
    return None if fits else expected


def _is_date(value: object) -> bool:
    try:
        return isinstance(value, str) and date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _is_money(value: str) -> bool:
    try:
        return Decimal(value).as_tuple().exponent == -2
    except InvalidOperation:
        return False
