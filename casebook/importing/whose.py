"""Whose row it is, and by which id it goes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from casebook.importing import values
from casebook.importing.sheet import Row
from casebook.records import Client
from casebook.store import ids, names

_TELLS_NOTHING = re.compile(r"[A-Za-z]{0,12}[-_]?\d{1,12}")


def own_id(prefix: str, key: str) -> str:
    """The id for the key that a list uses.

    A number, with a word before it or without ("1001", "P-7"), stays what it
    is. Any other key may be a name, and ids stand in logs: it gets an opaque
    one, the same every time.
    """
    if ids.is_id(key, prefix) or _TELLS_NOTHING.fullmatch(key):
        return key
    return ids.stable(prefix, key.casefold())


class Owners:
    """Finds the client that a row belongs to, among those there are."""

    def __init__(self, clients: Sequence[Client]) -> None:
        self._clients = clients

    def of(self, row: Row) -> Client | None:
        """The row's client; None, with a problem noted, when it cannot be told."""
        asked = row.need("client", values.label)
        if asked is None:
            return None
        born = row.get("client_dob", values.birth_date)
        if born is None and row.cells.get("client_dob"):
            return None
        found = [one for one in self._clients if one.id in {asked, own_id("client", asked)}]
        found = found or [one for one in self._clients if names.same(one.name, asked)]
        found = found or [one for one in self._clients if names.answers_to(one.name, asked)]
        if born is not None:
            found = [one for one in found if one.dob == born]
        if len(found) == 1:
            return found[0]
        if found:
            row.note(
                "client", "fits several clients; use the id, or add their birth date (client_dob)"
            )
        else:
            row.note("client", "is no client that is known; add the client first, or use the id")
        return None


class Numbering:
    """Gives rows without an id one that is the same when the list is imported again.

    It stands for whose the row is, its day or words, and its place among the
    rows that share them; so a row's other cells may change meanwhile.
    """

    def __init__(self, prefix: str) -> None:
        self._prefix = prefix
        self._seen: Counter[str] = Counter()
        self._taken: set[str] = set()

    def id_of(self, row: Row, *told_apart_by: object, part_of: int = 1) -> str:
        """The row's id. Notes a problem when the list uses it twice.

        part_of: how many records the row makes; with more than one, what
        tells them apart goes into the id.
        """
        key = row.get("id", values.label)
        if key is None:
            shared = "\n".join(str(one) for one in told_apart_by)
            self._seen[shared] += 1
            return ids.stable(self._prefix, f"{shared}\n{self._seen[shared]}")
        chosen = own_id(self._prefix, key)
        if part_of > 1:
            chosen = ids.stable(self._prefix, "\n".join(map(str, (key, *told_apart_by))))
        if chosen in self._taken:
            row.note("id", "stands in the list twice")
        self._taken.add(chosen)
        return chosen
