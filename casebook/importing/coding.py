"""A provider's list of codes for one client's sessions, as a spreadsheet holds it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal

from casebook.importing import columns, values
from casebook.importing.sheet import Imported, Row, Unclear, read
from casebook.records import CodedService, Session


def read_codes(
    data: str | bytes, sessions: Sequence[Session], charges: Mapping[str, Decimal]
) -> Imported[CodedService]:
    """The codes of a client's attended sessions, a row for each code.

    charges: what each session cost, by id, for a session with one code and no
    charge of its own in the list.
    """
    attended = [one for one in sessions if one.status == "attended"]

    def one(row: Row) -> list[CodedService]:
        session = _session(row, attended)
        code = row.need("code", values.label)
        description = row.need("description", values.text)
        pointers = row.need("pointers", _letters)
        units = row.need("units", values.count)
        charge = row.get("charge", values.dollars)
        minutes = row.get("minutes", values.minutes)
        modifiers = row.get("modifiers", values.labels)
        place = row.get("place_of_service", values.label)
        if session is not None and charge is None and not row.cells.get("charge"):
            charge = charges.get(session.id)
            if charge is None:
                row.note("charge", "must be given; the session's price is not known")
        if None in (session, code, description, pointers, units, charge):
            return []
        assert session and code and description and pointers and units and charge is not None
        return [
            CodedService(
                session_id=session.id,
                date_of_service=session.date,
                code=code.upper(),
                description=description,
                modifiers=tuple(each.upper() for each in modifiers or ()),
                pointers=pointers,
                units=units,
                minutes=minutes,
                charge=charge,
                place_of_service=(place or "11").zfill(2),
            )
        ]

    return read(data, columns.CODES, ("code", "description", "pointers", "units"), one)


def sessions_coded_twice(services: Sequence[CodedService]) -> tuple[str, ...]:
    """Sessions that bear one code more than once."""
    seen = Counter((each.session_id, each.code) for each in services)
    return tuple(sorted({session for (session, _), number in seen.items() if number > 1}))


def _session(row: Row, attended: Sequence[Session]) -> Session | None:
    """By its id where the list gives one, else the only attended session of the day."""
    asked = row.get("session", values.label)
    if asked:
        found = [one for one in attended if one.id == asked]
    else:
        on = row.need("date", values.day)
        if on is None:
            return None
        found = [one for one in attended if one.date == on]
    if len(found) == 1:
        return found[0]
    if found:
        row.note("date", "fits several sessions; give the session's id in a column 'session'")
    else:
        row.note("session" if asked else "date", "is no attended session of this client")
    return None


def _letters(cell: str) -> tuple[str, ...]:
    letters = tuple(each for each in cell.upper() if each not in " ,;|")
    if not all("A" <= each <= "L" for each in letters):
        raise Unclear("must be letters of the diagnoses given, such as A or AB")
    return letters
