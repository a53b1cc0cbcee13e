"""Everything known about one client: what the rules judge and the documents are made of."""

from __future__ import annotations

from casebook.records.attendance import Goal, Measurement, Session, SessionPackage
from casebook.records.base import Record
from casebook.records.claims import ClaimedSession
from casebook.records.coding import Attestation
from casebook.records.document import Document
from casebook.records.people import Client, Provider
from casebook.records.reading import Kind


class Case(Record):
    """One client's case. Tuples are in order of date where there is one."""

    client: Client
    documents: tuple[Document, ...] = ()
    """Filed documents of this client only."""
    packages: tuple[SessionPackage, ...] = ()
    sessions: tuple[Session, ...] = ()
    measurements: tuple[Measurement, ...] = ()
    goals: tuple[Goal, ...] = ()
    providers: tuple[Provider, ...] = ()
    claimed_session_ids: frozenset[str] = frozenset()
    """Sessions already in a ready packet, whatever the account: none is claimed twice."""
    ledger: tuple[ClaimedSession, ...] = ()
    """The same sessions with account and amount, as far as these are known."""

    attestations: tuple[Attestation, ...] = ()
    """Codes that a credentialed provider attested and nobody took back."""

    def of_kind(self, kind: Kind) -> tuple[Document, ...]:
        """The client's filed documents of one kind."""
        return tuple(document for document in self.documents if document.kind == kind)
