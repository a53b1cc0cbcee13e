"""The 837P read back by a parser of its own: envelopes, counts, levels, and the claim's figures."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal

import pytest

from rules.cms1500 import BillingProvider, Cms1500Form, Referring, forms
from rules.superbill import Superbill
from templates.x12 import Parties, Party, claim_file
from templates.x12.envelope import money, plain
from tests.templates.cases import DANA, STUDIO
from tests.templates.test_claim_papers import bill

NOW = datetime(2026, 11, 20, 9, 30, 5)
PARTIES = Parties(
    submitter=Party(name=STUDIO.name, number="AS01"),
    contact="Jordan Avery",
    phone="+15415550160",
    receiver=Party(name="Clearing", number="CH01"),
    payer=Party(name="Cascade Mutual", number="12345"),
    release_on_file=True,
)


def with_forms(one: Superbill, **more: object) -> tuple[Superbill, Sequence[Cms1500Form]]:
    who = one.rendering
    assert who.address and who.phone and who.npi and who.tax_id
    billing = BillingProvider(
        name=who.name, address=who.address, phone=who.phone, npi=who.npi, tax_id=who.tax_id
    )
    given = {"patient_address": DANA.address, "onset": date(2026, 3, 1)} | more
    return one, forms(one, billing, **given)  # type: ignore[arg-type]  # forms checks them


def parsed(text: str) -> list[list[str]]:
    """Segments as a receiver takes them apart: by the separators that ISA itself announces."""
    element, end = text[3], text[105]
    assert len(text.split(end)[0]) == 105 and text[104] == ":" and text[82] == "^"
    return [each.strip("\n").split(element) for each in text.split(end) if each.strip()]


def file_of(*ones: Superbill, **more: object) -> list[list[str]]:
    referring = Referring(name="Harriet L. Osei MD", npi="1730158429")
    pairs = [with_forms(one, referring=referring, **more) for one in ones]
    return parsed(claim_file(pairs, PARTIES, "k5d2m7qhx4zt", 324093005, NOW))


def of(segments: list[list[str]], name: str, *start: str) -> list[list[str]]:
    return [one for one in segments if one[0] == name and tuple(one[1 : 1 + len(start)]) == start]


def test_envelopes_hold_counts_and_control_numbers() -> None:
    segments = file_of(bill("M17.11", "E11.9"))
    names = [one[0] for one in segments]
    assert names[:3] == ["ISA", "GS", "ST"] and names[-3:] == ["SE", "GE", "IEA"]
    isa, gs, st, se, ge, iea = (*segments[:3], *segments[-3:])
    assert isa[13] == iea[2] == "324093005" and gs[6] == ge[2] == "324093005"
    assert st[2] == se[2] == "0001" and st[3] == gs[8] == "005010X222A1"
    assert int(se[1]) == names.index("SE") - names.index("ST") + 1
    assert ge[1] == iea[1] == "1" and isa[15] == "P"


def test_loops_stand_in_the_guides_order() -> None:
    segments = file_of(bill("M17.11"))
    roles = [one[1] for one in segments if one[0] == "NM1"]
    assert roles == ["41", "40", "85", "IL", "PR", "DN"]
    assert of(segments, "HL") == [["HL", "1", "", "20", "1"], ["HL", "2", "1", "22", "0"]]
    order = [one[0] for one in segments][3:]
    assert order[:24] == (
        "BHT NM1 PER NM1 HL NM1 N3 N4 REF HL SBR NM1 N3 N4 DMG NM1 CLM DTP AMT HI NM1 LX SV1 DTP"
    ).split(" ")


def test_the_claim_says_what_superbill_and_form_say() -> None:
    one = bill("M17.11", "E11.9")
    segments = file_of(one)
    (claim,) = of(segments, "CLM")
    assert claim[2] == "992" and claim[5] == "11:B:1" and claim[6:] == ["N", "C", "N", "Y"]
    lines = of(segments, "SV1")
    assert sum(Decimal(line[2]) for line in lines) == Decimal(claim[2]) == one.total
    assert {tuple(line[1:]) for line in lines} == {("HC:97110", "124", "UN", "4", "", "", "1")}
    days = [each[3] for each in of(segments, "DTP", "472")]
    assert days == [f"202609{day:02}" for day in range(8, 16)]
    assert of(segments, "HI") == [["HI", "ABK:M1711", "ABF:E119"]]
    assert of(segments, "AMT") == [["AMT", "F5", "992"]]
    assert of(segments, "DTP", "431") == [["DTP", "431", "D8", "20260301"]]
    (patient,) = of(segments, "NM1", "IL")
    assert patient[3:] == ["WHITFIELD", "DANA", "R.", "", "", "MI", "W48820571"]
    assert of(segments, "DMG") == [["DMG", "D8", "19680314", "U"]]
    assert of(segments, "NM1", "DN")[0][3:] == ["OSEI", "HARRIET", "L.", "", "", "XX", "1730158429"]
    assert of(segments, "REF", "EI") == [["REF", "EI", "931550138"]]


def test_two_providers_are_two_levels_and_authorizations_are_sent() -> None:
    one = bill("M17.11")
    who = one.rendering.model_copy(update={"name": "Lea Ortiz", "npi": "1730158429"})
    segments = file_of(one, one.model_copy(update={"rendering": who}), authorization_number="AU-77")
    assert [each[1:] for each in of(segments, "HL")] == [
        ["1", "", "20", "1"],
        ["2", "1", "22", "0"],
        ["3", "", "20", "1"],
        ["4", "3", "22", "0"],
    ]
    assert of(segments, "REF", "G1") == [["REF", "G1", "AU-77"]] * 2
    assert len({claim[1] for claim in of(segments, "CLM")}) == 2


def test_more_than_fifty_services_are_a_further_claim_with_its_own_total() -> None:
    one = bill("M17.11")
    many = tuple(
        one.services[0].model_copy(update={"session_id": f"s{n:03}", "charge": Decimal("10.50")})
        for n in range(53)
    )
    # Timed units are judged by the day; these are untimed so that one day holds them all.
    untimed = tuple(each.model_copy(update={"code": "99999", "minutes": None}) for each in many)
    segments = file_of(one.model_copy(update={"services": untimed}))
    assert [claim[2] for claim in of(segments, "CLM")] == ["525", "31.5"]
    assert [each[1] for each in of(segments, "LX")][-4:] == ["50", "1", "2", "3"]


def test_what_is_not_known_is_refused_and_not_made_up() -> None:
    pair = with_forms(bill("M17.11"))
    for change, told in (
        ({"release_on_file": False}, "release"),
        ({"payer": Party(name="Cascade", number="12*45")}, "odd characters"),
    ):
        with pytest.raises(ValueError, match=told):
            claim_file([pair], PARTIES.model_copy(update=change), "ref", 1, NOW)
    with pytest.raises(ValueError, match="address"):
        nowhere = with_forms(bill("M17.11"), patient_address=None)
        claim_file([nowhere], PARTIES, "ref", 1, NOW)
    with pytest.raises(ValueError, match="no claim form"):
        claim_file([], PARTIES, "ref", 1, NOW)


def test_text_cannot_end_a_segment() -> None:
    assert plain("Ana*Núñez~ISA:^", 60) == "ANA NUNEZ ISA"
    assert [money(Decimal(each)) for each in ("90.00", "801.50", "0.05", "100")] == [
        "90",
        "801.5",
        "0.05",
        "100",
    ]
