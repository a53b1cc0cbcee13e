"""What ICD-10-CM says about one code on one date of service.

Leaf codes only are billable, and only while they were in force (fiscal years from
1 October to 30 September). Source: the yearly ICD-10-CM releases of CDC/NCHS.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Literal

from casebook.records import Record
from rules.icd10.table import Entry, entry, finer, known_until

CodeStatus = Literal["billable", "not_leaf", "ended", "not_yet", "unknown", "icd9"]

_MOST_LISTED = 12
_ICD9 = re.compile(r"(?:\d{3}(?:\.\d{1,2})?|V\d{2}(?:\.\d{1,2})?|E\d{3}(?:\.\d)?)")
_SHAPE = re.compile(r"[A-TV-Z]\d[0-9A-Z](?:\.[0-9A-Z]{1,4})?|U\d[0-9A-Z](?:\.[0-9A-Z]{1,4})?")


class CodeVerdict(Record):
    """One code on one day.

    code: normalised, with its dot. children: finer codes to choose among that are
    billable on that day; for a long list the next level only. valid_from, valid_to: the days
    between which the code itself was billable, None where open. doubtful: the
    day falls into a span for which the table does not know whether the code was
    in force yet or still. beyond: the day lies after the last one that the newest edition knows.
    """

    code: str
    status: CodeStatus
    description: str | None
    children: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None
    doubtful: bool = False
    beyond: bool = False
    message: str

    @property
    def may_be_new(self) -> bool:
        """A code that no edition known here has, on a day that none of them knows."""
        return self.status == "unknown" and self.beyond


def normalise(code: str) -> str:
    """Upper case, without spaces, with the dot after the third character."""
    bare = re.sub(r"[\s.]", "", code).upper()
    return bare if len(bare) <= 3 else f"{bare[:3]}.{bare[3:]}"


def looks_like_code(code: str) -> bool:
    """True when the text has the shape of an ICD-10-CM code, known or not."""
    return bool(_SHAPE.fullmatch(normalise(code)))


def looks_like_icd9(code: str) -> bool:
    """True for the shape of an ICD-9-CM code ("724.2", "250.00", "V45.81", "E885.9")."""
    return bool(_ICD9.fullmatch(code.strip().upper()))


def lookup(code: str, on: date) -> CodeVerdict:
    """What the code is worth on a date of service."""
    name = normalise(code)
    found = entry(name)
    if found is None:
        return _unlisted(code, name, on)
    children = _choices(name, on) if found.kind == "parent" else ()
    in_force = (found.first is None or on >= found.first) and (
        found.last is None or on <= found.last
    )
    was_ever = found.kind != "parent" or found.last is not None
    if was_ever and in_force:
        doubtful = (found.surely_from is not None and on < found.surely_from) or (
            found.surely_to is not None and on > found.surely_to
        )
        status: CodeStatus = "billable"
        message = f"{name} is billable"
        if doubtful:
            message = f"{name} changed between two yearly releases; check whether it was in force"
        elif on > known_until():
            message = (
                f"{name} is billable in the newest edition known here, which ended on "
                f"{known_until()}; check it in the edition of {on}"
            )
    else:
        doubtful = False
        status, message = _refusal(found, on, children, was_ever)
    return CodeVerdict(
        code=name,
        status=status,
        description=found.description,
        children=() if status == "billable" else children,
        valid_from=found.first,
        valid_to=found.last,
        doubtful=doubtful,
        beyond=on > known_until(),
        message=message,
    )


def _refusal(
    found: Entry, on: date, children: tuple[str, ...], was_ever: bool
) -> tuple[CodeStatus, str]:
    name = found.code
    choice = _choose(children)
    if found.first is not None and on < found.first:
        return "not_yet", f"{name} is not in force before {found.first}"
    if found.last is not None:
        since = found.last + timedelta(days=1)
        if children:
            return "not_leaf", f"{name} is not billable since {since}; {choice}"
        return "ended", f"{name} ended on {found.last}"
    if was_ever:  # cannot happen with a consistent table; said rather than hidden
        return "unknown", f"{name} is not in force on {on}"
    return "not_leaf", f"{name} is not billable; {choice}" if choice else f"{name} is not billable"


def _unlisted(code: str, name: str, on: date) -> CodeVerdict:
    if looks_like_icd9(code) or looks_like_icd9(name):
        return CodeVerdict(
            code=code.strip().upper(),
            status="icd9",
            description=None,
            message=f"{code.strip().upper()} is an ICD-9-CM code; "
            "ICD-10-CM replaced it on 2015-10-01",
        )
    beyond = on > known_until() and looks_like_code(name)
    message = f"{name} is not an ICD-10-CM code"
    if beyond:
        message = (
            f"{name} is in no edition known here, the newest of which ended on {known_until()}; "
            f"check it in the edition of {on}"
        )
    stem = next((name[:n].rstrip(".") for n in range(len(name) - 1, 2, -1) if entry(name[:n])), "")
    parent = entry(stem) if stem else None
    if parent is not None and parent.kind == "leaf":
        message += f"; {stem} is billable as it stands"
    elif parent is not None:
        message += f"; the nearest heading is {stem}"
    return CodeVerdict(
        code=name, status="unknown", description=None, beyond=beyond, message=message
    )


def _choices(code: str, on: date) -> tuple[str, ...]:
    """Billable codes under a heading on a day; the next level only when there are many."""
    below = finer(code)
    leaves = tuple(
        other.code
        for other in below
        if (other.kind != "parent" or other.last is not None)
        and (other.first is None or on >= other.first)
        and (other.last is None or on <= other.last)
    )
    if len(leaves) <= _MOST_LISTED:
        return leaves
    length = min(len(other.code) for other in below)
    return tuple(other.code for other in below if len(other.code) == length)


def _choose(children: tuple[str, ...]) -> str:
    if not children:
        return ""
    if len(children) == 1:
        return f"its finer code is {children[0]}"
    shown = ", ".join(children[:_MOST_LISTED])
    more = f" and {len(children) - _MOST_LISTED} more" if len(children) > _MOST_LISTED else ""
    return f"choose among {shown}{more}"
