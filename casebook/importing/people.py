"""Lists of clients and of providers."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from casebook.importing import columns, values
from casebook.importing.sheet import Imported, Row, read
from casebook.importing.whose import own_id
from casebook.records import Address, Client, Provider
from casebook.store import ids, names


def read_clients(
    data: str | bytes, known: Sequence[Client] = (), administrators: Collection[str] | None = None
) -> Imported[Client]:
    """A list of clients. One of `known` with the id, or name and birth date, keeps their id.

    administrators: the keys of the administrator profiles; None takes any.
    """
    taken: set[str] = set()

    def one(row: Row) -> list[Client]:
        name = row.need("name", values.text)
        dob = row.need("dob", values.birth_date)
        address = _address(row)
        start = row.get("coverage_start", values.day)
        end = row.get("coverage_end", values.day)
        if start and end and end < start:
            row.note("coverage_end", "lies before coverage_start")
        key = row.get("id", values.label)
        member_ids = row.get("member_ids", values.labels)
        rest = {
            "phone": row.get("phone", values.phone),
            "email": row.get("email", values.email),
            "employer": row.get("employer", values.text),
            "administrator": row.get("administrator", values.key),
        }
        since = row.get("training_since", values.day)
        administrator = rest["administrator"]
        if administrator and administrators is not None and administrator not in administrators:
            row.note("administrator", f"must be one of {', '.join(sorted(administrators))}")
        if name is None or dob is None:
            return []
        same = [one.id for one in known if one.dob == dob and names.same(one.name, name)]
        chosen = own_id("client", key) if key else next(iter(same), ids.new("client"))
        _only_once(row, chosen, "id" if key else "name", taken)
        return [
            Client(
                id=chosen,
                name=name,
                dob=dob,
                address=address,
                member_ids=member_ids or (),
                coverage_start=start,
                coverage_end=end,
                training_since=since,
                **rest,
            )
        ]

    return read(data, columns.CLIENTS, ("name", "dob"), one)


def read_providers(data: str | bytes, known: Sequence[Provider] = ()) -> Imported[Provider]:
    """A list of providers. One of `known` with the id, the NPI, or the name keeps their id."""
    taken: set[str] = set()

    def one(row: Row) -> list[Provider]:
        name = row.need("name", values.text)
        npi = row.get("npi", values.npi)
        key = row.get("id", values.label)
        address = _address(row)
        rest = {
            "credentials": row.get("credentials", values.text),
            "license": row.get("license", values.label),
            "practice": row.get("practice", values.text),
            "phone": row.get("phone", values.phone),
            "fax": row.get("fax", values.phone),
        }
        if name is None:
            return []
        same = [one.id for one in known if npi and one.npi == npi] or [
            one.id for one in known if names.same(one.name, name) and not (npi and one.npi)
        ]
        chosen = own_id("provider", key) if key else next(iter(same), ids.new("provider"))
        _only_once(row, chosen, "id" if key else "name", taken)
        return [Provider(id=chosen, name=name, npi=npi, address=address, **rest)]

    return read(data, columns.PROVIDERS, ("name",), one)


def _only_once(row: Row, chosen: str, column: str, taken: set[str]) -> None:
    if chosen in taken:
        row.note(column, "stands in the list twice")
    taken.add(chosen)


def _address(row: Row) -> Address | None:
    """All of an address or none of it."""
    street = row.get("street", values.text)
    city = row.get("city", values.text)
    state = row.get("state", values.state)
    code = row.get("postal_code", values.postal_code)
    parts = {"street": street, "city": city, "state": state, "postal_code": code}
    if any(parts.values()):
        for column, part in parts.items():
            if part is None and not row.cells.get(column):
                row.note(column, "is missing from the address")
    if street is None or city is None or state is None or code is None:
        return None
    street2 = row.get("street2", values.text)
    return Address(street=street, street2=street2, city=city, state=state, postal_code=code)
