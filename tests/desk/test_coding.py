"""Codes as a provider enters them at the desk: taken, refused by rule, used in a packet."""

from __future__ import annotations

import json
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from casebook.store import Casebook, audit, clients, packets
from flows.settings import Settings, load
from flows.workroom import workroom
from samples import FOLDER, TODAY
from samples.stories import people
from templates.readback import text_of
from tests.flows.stories import enter

Here = Callable[..., tuple[int, str, str]]
WHO = (
    *("--name", "Ines Calloway", "--credentials", "RCEP", "--npi", "1234567893"),
    *("--license", "EP-4471", "--license-state", "OR", "--tax-id", "93-1550138"),
    *("--phone", "541-555-0160", "--street", "212 Alder Street", "--city", "Bend"),
    *("--state", "OR", "--postal-code", "97701"),
)
DAY = ("--today", TODAY.isoformat())


@pytest.fixture
def settings(home: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """The first story's client, as if a health insurer were to pay."""
    monkeypatch.setenv("CAREPACKET_STUDIO_FILE", str(FOLDER / "studio.toml"))
    chosen = load(home=home)
    with workroom(chosen, "test") as room:
        enter(room, people.DANA)
        insured = people.DANA.model_copy(
            update={"administrator": "generic_insurer", "member_ids": ("W48820571",)}
        )
        with room.casebook.writing("test") as tx:
            clients.put(tx, insured)
    return chosen


@pytest.fixture
def codes(settings: Settings, tmp_path: Path) -> Path:
    """A list of codes for every attended session of hers."""
    with Casebook.open(settings.casebook) as casebook, casebook.reading() as tx:
        case = tx.case(people.DANA.id)
    lines = ["date,code,description,pointers,units,minutes"]
    for one in case.sessions:
        if one.status == "attended":
            units = {45: 3, 50: 3, 60: 4}[one.minutes]
            lines.append(f"{one.date},97110,Exercise one-on-one,A,{units},{one.minutes}")
    file = tmp_path / "codes.csv"
    file.write_text("\n".join(lines))
    return file


def attest(here: Here, codes: Path, *more: str) -> tuple[int, str, str]:
    return here(
        *("codes", "attest", "dana", codes, *WHO, "--diagnosis", "M17.11", "--by", "ines", *more)
    )


def test_codes_need_the_providers_attestation(here: Here, settings: Settings, codes: Path) -> None:
    status, _, err = attest(here, codes)
    assert status == 2 and "superbill.attested" in err and "I am the provider" in err
    assert "attestation_" not in here("codes", "list")[1]


def test_attested_codes_are_kept_listed_in_the_record_and_taken_back(
    here: Here, settings: Settings, codes: Path
) -> None:
    status, out, err = attest(here, codes, "--i-attest", "--on", TODAY.isoformat())
    assert (status, err) == (0, "")
    key = out.split()[-1]
    assert "Ines Calloway" in here("codes", "list", "--client", "dana")[1]
    assert "97110" in here("codes", "show", key)[1]
    with Casebook.open(settings.casebook) as casebook, casebook.reading() as tx:
        (event,) = audit.events(tx, key)
    assert (event.actor, event.action, event.details) == ("ines", "codes.attest", "npi 1234567893")
    status, _, err = attest(here, codes, "--i-attest")
    assert status != 0 and "coded already" in err
    assert here("codes", "withdraw", key)[0] == 0
    assert attest(here, codes, "--i-attest")[0] == 0


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("97110", "97161", "superbill.no_therapy"),
        ("Exercise one-on-one", "Physical therapy", "superbill.no_therapy"),
        (",A,", ",B,", "superbill.pointers"),
        (",60", ",50", "superbill.units"),
        ("Exercise one-on-one", "Group exercise", "superbill.group"),
    ],
)
def test_what_billing_forbids_is_refused_with_its_rule_and_nothing_is_kept(
    here: Here, settings: Settings, codes: Path, old: str, new: str, rule: str
) -> None:
    text = codes.read_text()
    assert old in text
    codes.write_text(text.replace(old, new))
    status, _, err = attest(here, codes, "--i-attest")
    assert status == 2 and rule in err
    assert "attestation_" not in here("codes", "list")[1]


def test_a_wrong_npi_and_a_code_that_no_paper_shows_are_refused(
    here: Here, settings: Settings, codes: Path
) -> None:
    who = ["1234567890" if each == "1234567893" else each for each in WHO]
    status, _, err = here(
        *("codes", "attest", "dana", codes, *who, "--diagnosis", "M54.5", "--i-attest")
    )
    assert status == 2
    assert {"superbill.npi:", "superbill.diagnosis_on_file:", "lmn.code_billable:"} <= set(
        err.split()
    )


def test_a_fault_of_the_list_names_row_and_column(
    here: Here, settings: Settings, codes: Path
) -> None:
    codes.write_text("date,code,description,pointers,units\n2020-01-01,97110,Exercise,A,4\n")
    status, _, err = attest(here, codes, "--i-attest")
    assert status == 2 and "row 2, column date: is no attended session" in " ".join(err.split())


def test_the_insurers_packet_holds_superbill_and_claim_form(
    here: Here, settings: Settings, codes: Path
) -> None:
    assert attest(here, codes, "--i-attest", "--on", TODAY.isoformat())[0] == 0
    status, out, err = here("packet", "dana", "--account", "insurer", *DAY)
    assert status == 0 and out.startswith("ready: $801.50 in 7 lines"), out + err
    (folder,) = settings.outbox.glob("*/insurer-*")
    names = {path.name for path in folder.iterdir()}
    assert {"packet.pdf", "superbill.docx", "cms1500-red-form.pdf", "manifest.json"} <= names
    with pikepdf.open(BytesIO((folder / "packet.pdf").read_bytes())) as pdf:
        titles = [item.title for item in pdf.open_outline().root]
    assert "Exhibit A – Superbill" in titles
    assert "Exhibit B – CMS-1500 (02/12) claim data" in titles
    text = text_of((folder / "packet.pdf").read_bytes())
    assert "form 1 of 2" in text and "form 2 of 2" in text and "WHITFIELD, DANA" in text
    red = text_of((folder / "cms1500-red-form.pdf").read_bytes())
    assert "97110" in red and "form 1 of 2" not in red
    parts = {one["file"] for one in json.loads((folder / "manifest.json").read_text())["parts"]}
    assert "cms1500-red-form.pdf" in parts


def test_an_837p_is_written_only_after_an_explicit_yes(
    here: Here, settings: Settings, codes: Path
) -> None:
    assert attest(here, codes, "--i-attest", "--on", TODAY.isoformat())[0] == 0
    assert here("packet", "dana", "--account", "insurer", *DAY)[0] == 0
    with Casebook.open(settings.casebook) as casebook, casebook.reading() as tx:
        (packet,) = packets.all(tx)
    names = ("--payer-name", "Cascade Mutual", "--payer-id", "12345", "--submitter-id", "AS01")
    asked: tuple[str, ...] = ("packets", "export-837p", packet.id, *names)
    asked += ("--receiver-name", "Clearing", "--receiver-id", "CH01")
    status, _, err = here(*asked, "--release-on-file")
    assert status == 2 and "covered entity" in " ".join(err.split()) and "160.103" in err
    status, _, err = here(*asked, "--i-understand-hipaa")
    assert status == 2 and "release" in err
    status, out, err = here(*asked, "--i-understand-hipaa", "--release-on-file", "--by", "jordan")
    assert (status, err) == (0, "")
    text = Path(out.strip()).read_text()
    assert text.startswith("ISA*00*") and text.count("\nSV1*") == 7 and "CLM*" in text
    with Casebook.open(settings.casebook) as casebook, casebook.reading() as tx:
        assert audit.events(tx, packet.id)[-1].action == "packet.export_837p"
        assert audit.verify(tx) is None
    assert here("packets", "withdraw", packet.id)[0] == 0
    status, _, err = here(*asked, "--i-understand-hipaa", "--release-on-file")
    assert status == 2 and "withdrawn" in err
