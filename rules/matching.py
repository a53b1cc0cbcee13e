"""Whose document is this? By name and birth date, never by name alone when two could fit.

A wrong match puts one person's diagnosis on another's form, so anything but
a clear answer goes to a person with the reason. [HIPAA safeguards, 45 CFR
164.530(c); common practice of two patient identifiers]
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from casebook.records import Client, Reading, Record
from casebook.records.reading import as_date
from rules.names import compare_names


class Match(Record):
    """`client_id` is set for the outcome "client" only.

    `candidates` are the clients that a person should look at first. `reason`
    is a plain sentence without health data, fit to be shown in `status`.
    """

    outcome: Literal["client", "ask", "stranger"]
    client_id: str | None = None
    candidates: tuple[str, ...] = ()
    reason: str


def match(reading: Reading, clients: Sequence[Client]) -> Match:
    """Ties a reading to a client. Only accepted values count as reasons for a match."""
    name = _usable(reading, "patient_name")
    dob = as_date(_usable(reading, "patient_dob"))
    member = _usable(reading, "member_id")
    unsure_dob = "patient_dob" in reading.fields and dob is None

    if name is None:
        by_member = [c for c in clients if member and has_member_id(c, member)]
        by_dob = [c for c in by_member if dob is not None and c.dob == dob]
        found = by_dob or by_member
        return _ask(found, "the patient's name could not be read with certainty")

    same = [c for c in clients if compare_names(name, c.name) == "same"]
    near = [c for c in clients if compare_names(name, c.name) == "near"]

    if dob is not None:
        fits = [c for c in same if c.dob == dob]
        if len(fits) == 1:
            if member and fits[0].member_ids and not has_member_id(fits[0], member):
                return _ask(fits, "name and birth date fit, but the member ID is another")
            return _client(fits[0], "name and birth date")
        if len(fits) > 1:
            by_member = [c for c in fits if member and has_member_id(c, member)]
            if len(by_member) == 1:
                return _client(by_member[0], "name, birth date and member ID")
            return _ask(fits, "two clients have this name and birth date")
        if same:
            return _ask(same, "the name fits a client, but the birth date is another")
        alike = [c for c in near if c.dob == dob]
        if alike:
            return _ask(alike, "the birth date fits a client, but the name is written differently")
        return _none("no client has this name and birth date")

    if member:
        by_member = [c for c in same if has_member_id(c, member)]
        if len(by_member) == 1 and not unsure_dob:
            return _client(by_member[0], "name and member ID")
    if unsure_dob:
        return _ask(same + near, "the birth date could not be read with certainty")
    if len(same) == 1 and not near:
        if member and same[0].member_ids and not has_member_id(same[0], member):
            return _ask(same, "the name fits a client, but the member ID is another")
        return _client(same[0], "name (the only client of that name; no birth date on the paper)")
    if same or near:
        return _ask(same + near, "more than one client could be meant, and there is no birth date")
    return _none("no client has this name")


def _usable(reading: Reading, field: str) -> str | None:
    found = reading.fields.get(field)
    if found is None or not found.accepted or not isinstance(found.value, str):
        return None
    return found.value


def has_member_id(client: Client, member: str) -> bool:
    """Whether the member ID is one of the client's, spaces and signs aside."""

    def plain(text: str) -> str:
        return "".join(char for char in text.casefold() if char.isalnum())

    return plain(member) in {plain(known) for known in client.member_ids}


def _client(client: Client, by: str) -> Match:
    return Match(outcome="client", client_id=client.id, reason=f"matched by {by}")


def _ask(candidates: Sequence[Client], reason: str) -> Match:
    return Match(outcome="ask", candidates=tuple(c.id for c in candidates), reason=reason)


def _none(reason: str) -> Match:
    return Match(outcome="stranger", reason=reason)
