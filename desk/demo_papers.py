"""The demo's one of everything: each further paper of the house for one of the invented clients.

What the stories bring about by themselves (requests, reports, packets, an appeal) is made
elsewhere; here is what a studio writes when there is an occasion, on the day of the occasion.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from casebook.records import Address, Document, FieldValue, Period, Rendering
from casebook.store import documents, scans
from flows import paperwork, reviewing
from flows.coding import attest
from flows.letters import Letter, report_letter
from flows.packets import BuiltPacket, make_packet
from flows.workroom import Workroom
from samples import FOLDER, expected_of
from samples.story import ExpectedDocument, expected
from templates.papers import AssessmentNotes, DischargeNotes, StatusChange

DANA, MARCUS, INES, WALTER = "client-1001", "client-1002", "client-1003", "client-1006"
LOOKED_AT = (
    "whitfield-referral.pdf",
    "oyelaran-smith-referral-fax.tif",
    "kim-letter-vague.pdf",
    "brandt-ellis-letter-lifetime.pdf",
)
"""What a person of the studio looks at in the demo; all else that waits goes on waiting."""
REFERRED = date(2026, 8, 28)
ASSESSED = date(2026, 9, 10)
EVALUATED = date(2026, 6, 19)
"""The days after Dana's referral, her first assessment, and that of Inés."""
JUNE = Period(start=date(2026, 6, 1), end=date(2026, 6, 30))
SEPTEMBER = Period(start=date(2026, 9, 1), end=date(2026, 9, 10))
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

    def at(client_id: str, day: date = today) -> paperwork.Desk:
        return paperwork.desk(room.casebook, client_id, room.settings, day)

    made: tuple[Callable[[], Letter], ...] = (
        lambda: paperwork.introduction(at(DANA, REFERRED)),
        lambda: paperwork.assessment_summary(
            at(DANA, ASSESSED),
            SEPTEMBER,
            AssessmentNotes(
                observations="Pain on the last step down; gait even on level ground.",
                plan="Two sessions a week; leg strength first, then stairs.",
            ),
        ),
        lambda: paperwork.change_in_status(
            at(DANA),
            StatusChange(
                observed_on=today,
                observed="Dizzy after the warm-up; felt well again after ten minutes of rest.",
                done="Ended the session and took her blood pressure twice.",
                question="May the warm-up go on at the same pace?",
                paused=True,
            ),
        ),
        lambda: paperwork.discharge(
            at(MARCUS),
            DischargeNotes(
                reason="He goes on by himself, with a home program.",
                adverse_events="None.",
                afterwards="The home program was handed over and explained on October 13, 2026.",
            ),
        ),
        lambda: paperwork.preauthorization(at(INES, EVALUATED), "Cascade Summit Health Plan"),
        lambda: paperwork.receipt(at(MARCUS), OCTOBER),
        lambda: paperwork.statement(at(WALTER), today.year),
        lambda: paperwork.client_letter(at(DANA), room.casebook),
        lambda: report_letter(
            room.casebook, MARCUS, OCTOBER, room.settings, today, for_employer=True
        ),
    )
    return [one() for one in made]


def look_through(room: Workroom) -> None:
    """What a person at the desk does first: looks at a few papers and confirms what is right.

    "Right" is what the sample's expectation says; a value that differs goes on waiting.
    """
    with room.casebook.writing(room.actor) as tx:
        known = {scan.name: scan.id for scan in scans.all(tx)}
        for name in LOOKED_AT:
            told = expected(expected_of(FOLDER / "scans" / name))
            found = documents.of_scan(tx, known[name]) if name in known else ()
            for document, story in zip(found, told, strict=False):
                right = tuple(_right(document, story))
                if right:
                    document = reviewing.accept(tx, document.id, right)
                if document.state == "waiting" and not reviewing.doubtful(document):
                    reviewing.accept(tx, document.id, ())  # what is missing is not on the page


def _right(document: Document, story: ExpectedDocument) -> list[str]:
    """The doubtful fields of a reading that the story confirms."""
    conditions = {one.text.casefold() for one in story.diagnoses}

    def confirmed(field: str) -> bool:
        name, _, number = field.partition(".")
        if name == "diagnoses":
            return document.reading.diagnoses[int(number)].text.casefold() in conditions
        if name == "kind":
            return document.kind == story.kind.value
        value: FieldValue | None = story.fields[field].value if field in story.fields else None
        return value is not None and document.reading.fields[field].value == value

    return [field for field in reviewing.doubtful(document) if confirmed(field)]
