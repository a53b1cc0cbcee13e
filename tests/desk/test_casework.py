"""How a case stands, and what was done: coverage, checks, reminders, packets, the record."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from casebook.records import Evidence, Packet, Period
from casebook.store import Casebook, claims
from flows.judging import judge
from flows.settings import Settings, load
from flows.workroom import workroom
from samples import TODAY
from samples.stories import people
from tests.flows.stories import enter

Here = Callable[..., tuple[int, str, str]]
DAY = ("--today", TODAY.isoformat())
YEAR = Period(start=date(2026, 1, 1), end=TODAY)


@pytest.fixture
def settings(home: Path) -> Settings:
    """Two stories in a casebook: one with a letter, one with a referral alone."""
    chosen = load(home=home)
    with workroom(chosen, "test") as room:
        enter(room, people.DANA)
        enter(room, people.MARCUS)
    return chosen


@pytest.fixture
def claimed(settings: Settings) -> str:
    """A ready packet; returns its id."""
    with Casebook.open(settings.casebook) as casebook, casebook.writing("test") as tx:
        claim = judge(tx.case(people.DANA.id), None, YEAR, settings, TODAY).claim
        packet = Packet(
            id="packet_k5d2m7qhx4ztwn3a",
            client_id=people.DANA.id,
            account=claim.account,
            period=YEAR,
            status="ready",
            total=claim.total,
            built_at=datetime(2026, 11, 20, tzinfo=UTC),
            folder="somewhere",
        )
        claims.record(tx, packet, claim)
    return packet.id


def test_coverage_tells_for_every_day_whether_and_why(here: Here, settings: Settings) -> None:
    status, out, _ = here("coverage", "dana", *DAY)
    assert status == 0
    assert {"2026-09", "yes", "no", "lmn.window"} <= set(out.split())
    assert "LMN missing" in here("coverage", "marcus", *DAY)[1]


def test_lint_names_rule_and_citation(here: Here, settings: Settings) -> None:
    status, out, _ = here("lint", "dana", *DAY)
    assert status == 0
    assert out.startswith("ready: $801.50 in 7 lines")
    assert "lmn.signed: FSAFEDS" in out
    assert here("lint", "marcus", "--account", "fsa", *DAY)[1].startswith("not ready: $0.00")
    assert here("lint", "dana", "--account", "hsa", *DAY)[0] == 2


def test_a_check_says_on_which_page_of_which_exhibit(settings: Settings) -> None:
    with Casebook.open(settings.casebook) as casebook, casebook.reading() as tx:
        judged = judge(tx.case(people.DANA.id), None, YEAR, settings, TODAY)
    signed = next(one for one in judged.verdicts if one.rule.id == "lmn.signed")
    seen = tuple(Evidence(page=page, box=(0, 0, 1, 1), text="x") for page in (2, 1, 2))
    assert judged.where(signed.model_copy(update={"evidence": seen})) == "A p. 1, 2"
    assert judged.where(signed.model_copy(update={"document_id": None})) == ""
    assert judged.boxes(signed.model_copy(update={"evidence": seen})) == "0,0 to 1,1"
    assert judged.boxes(signed.model_copy(update={"evidence": ()})) == ""


def test_a_packet_that_was_built_is_checked_by_its_id(
    here: Here, settings: Settings, claimed: str
) -> None:
    status, out, _ = here("lint", claimed, *DAY)
    assert status == 0 and out.startswith("ready: $801.50 in 7 lines")
    assert here("lint", "packet_aaaaaaaaaaaaaaaa", *DAY)[0] != 0


def test_reminders_go_into_a_calendar_file(here: Here, settings: Settings, tmp_path: Path) -> None:
    file = tmp_path / "due.ics"
    status, out, _ = here("reminders", "--ics", file, "--today", "2026-11-03")
    assert status == 0
    assert "progress report for October" in " ".join(out.split())
    assert file.read_bytes().startswith(b"BEGIN:VCALENDAR")


def test_a_withdrawn_packet_gives_its_sessions_free(
    here: Here, settings: Settings, claimed: str
) -> None:
    assert here("lint", "dana", *DAY)[1].startswith("not ready: $0.00")
    assert claimed in here("packets", "list")[1]
    status, out, _ = here("packets", "withdraw", claimed, "--by", "jordan")
    assert (status, out) == (0, "7 sessions can be claimed again\n")
    assert here("lint", "dana", *DAY)[1].startswith("ready: $801.50")
    assert "jordan" in here("audit", "list", "--last", "1")[1]
    status, _, err = here("packets", "withdraw", "packet_b")
    assert status == 2
    assert "carepacket packets list" in err


def test_a_changed_original_is_found_out(here: Here, settings: Settings) -> None:
    assert here("audit", "verify")[0] == 0
    first, second, *_ = sorted(
        path for path in Path(settings.archive).rglob("*") if path.is_file() and path.stat().st_size
    )
    first.chmod(0o600)
    first.write_bytes(b"something else")
    second.unlink()
    status, out, err = here("audit", "verify")
    assert status == 1
    assert f"{first.name} was changed" in err
    assert f"{second.name} is missing" in err
    assert "record:" in out
