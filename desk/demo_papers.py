"""The demo's one of everything: each further paper of the house for one of the invented clients.

What the stories bring about by themselves (requests, reports, packets, an appeal) is made
elsewhere; here is what a studio writes when there is an occasion.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from casebook.records import Address, Period, Rendering
from casebook.store import documents
from flows import paperwork, reviewing
from flows.coding import attest
from flows.letters import Letter, report_letter
from flows.packets import BuiltPacket, make_packet
from flows.workroom import Workroom
from samples import FOLDER
from templates.papers import AssessmentNotes, DischargeNotes, StatusChange

DANA, MARCUS, INES, ROBERT = "client-1001", "client-1002", "client-1003", "client-1004"
JUNE = Period(start=date(2026, 6, 1), end=date(2026, 6, 30))
SEPTEMBER = Period(start=date(2026, 9, 1), end=date(2026, 9, 30))
OCTOBER = Period(start=date(2026, 10, 1), end=date(2026, 10, 31))
PHYSIOLOGIST = Rendering(
    name="Ines Calloway",
    credentials="RCEP",
    license="EP-4471",
    license_state="OR",
    address=Address(street="212 Alder Street", city="Bend", state="OR", postal_code="97701"),
    phone="+15415550160",
    npi="1234567893",
    tax_id="93-1550138",
    attested_on=date(2026, 7, 1),
)
"""Who attested the codes of samples/codes.csv: invented, as everybody in the demo."""


def insurers_and_employers(room: Workroom, today: date) -> tuple[BuiltPacket, ...]:
    """June of Inés goes to her health plan, with superbill and CMS-1500; the sessions of Marcus
    to his employer, without a diagnosis. Made before the other packets: no dollar is claimed twice.
    """
    with room.casebook.writing(room.actor) as tx:
        attest(tx, tx.case(INES), PHYSIOLOGIST, ("M81.0",), (FOLDER / "codes.csv").read_bytes())

    def packet(client_id: str, account: str, period: Period) -> BuiltPacket:
        return make_packet(
            room.casebook,
            room.archive,
            client_id,
            "insurer" if account == "insurer" else "employer",
            period,
            room.settings,
            today,
            room.actor,
        )

    year = Period(start=date(today.year, 1, 1), end=date(today.year, 12, 31))
    return packet(INES, "insurer", JUNE), packet(MARCUS, "employer", year)


def letters(room: Workroom, today: date) -> list[Letter]:
    """One of every paper that no story brings about. Wants the packets to be built."""
    _confirm_vague_letter(room)
    at = {
        client: paperwork.desk(room.casebook, client, room.settings, today)
        for client in (DANA, MARCUS, INES, ROBERT)
    }
    made: tuple[Callable[[], Letter], ...] = (
        lambda: paperwork.introduction(at[DANA]),
        lambda: paperwork.renewal(at[DANA]),
        lambda: paperwork.query(at[ROBERT]),
        lambda: paperwork.assessment_summary(
            at[DANA],
            SEPTEMBER,
            AssessmentNotes(
                observations="Pain on the last step down; gait even on level ground.",
                plan="Two sessions a week; leg strength first, then stairs.",
            ),
        ),
        lambda: paperwork.change_in_status(
            at[DANA],
            StatusChange(
                observed_on=today,
                observed="Dizzy after the warm-up; felt well again after ten minutes of rest.",
                done="Ended the session and took her blood pressure twice.",
                question="May the warm-up go on at the same pace?",
                paused=True,
            ),
        ),
        lambda: paperwork.discharge(
            at[INES],
            DischargeNotes(
                reason="Moves to another town.",
                adverse_events="None.",
                afterwards="A home program was handed over and explained.",
            ),
        ),
        lambda: paperwork.preauthorization(at[INES], "Cascade Summit Health Plan"),
        lambda: paperwork.receipt(at[MARCUS], OCTOBER),
        lambda: paperwork.statement(at[DANA], today.year),
        lambda: paperwork.client_letter(at[DANA], room.casebook),
        lambda: report_letter(
            room.casebook, MARCUS, OCTOBER, room.settings, today, for_employer=True
        ),
    )
    return [one() for one in made]


def _confirm_vague_letter(room: Workroom) -> None:
    """What a person at the desk does first: "back pain" is what Robert Kim's letter says, so it is
    filed as it is, and its writer is asked."""
    with room.casebook.writing(room.actor) as tx:
        for document in documents.waiting(tx):
            if document.kind == "lmn" and document.client_id == ROBERT:
                reviewing.accept(tx, document.id, reviewing.doubtful(document))
