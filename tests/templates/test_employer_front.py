"""An employer's packet: participation and payment, and no condition wherever one might hide."""

from __future__ import annotations

import json

import pytest

from casebook.records import Exhibit
from rules.catalog import verdict
from rules.exhibits import choose
from templates import packets
from templates.binding import BoundExhibit
from templates.packets import build
from templates.paper import Paper
from templates.papers import packet_front
from templates.readback import text_of
from tests.templates.cases import STUDIO, TODAY, case, claim_of, one_page_pdf, sessions

TELLING = ("osteoarthritis", "M17.11", "knee", "medical necessity", "Osei", "1968", "W48820571")


def told() -> str:
    """Every session's description names the condition, as careless descriptions do."""
    return "Exercise for osteoarthritis of the knee"


def condition_everywhere() -> tuple[Paper, tuple[Exhibit, ...]]:
    named = [s.model_copy(update={"description": told()}) for s in sessions()]
    whole = case(sessions=named)
    claim = claim_of(whole, "employer", "employer_wellness")
    exhibits = tuple(
        e for e in choose(whole, claim, with_progress_report=True) if "Receipt" in e.title
    )
    fault = verdict("lmn.vague_diagnosis", "fail", "“osteoarthritis” is too vague.")
    return packet_front(whole, claim, exhibits, (fault,), STUDIO, TODAY, "draft"), exhibits


def test_the_front_names_no_condition() -> None:
    paper, _ = condition_everywhere()
    text = " ".join(paper.values)
    assert not [word for word in TELLING if word in text]
    assert "Dana R. Whitfield" in text and "$868.00" in text
    assert "A point that concerns the participant’s own papers is open" in text


def test_letters_and_referrals_never_reach_an_employers_packet(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(
        packets,
        "convert",
        lambda papers: {papers[0].name: one_page_pdf(" ".join(papers[0].values)[:60])},
    )
    named = [s.model_copy(update={"description": told()}) for s in sessions()]
    whole = case(sessions=named)
    claim = claim_of(whole, "employer", "employer_wellness")
    exhibits = [
        BoundExhibit(
            exhibit=Exhibit(
                letter=letter,
                title=f"Paper {letter}",
                document_id=document.id,
                sha256=document.sha256,
            ),
            data=one_page_pdf(f"{document.kind} M17.11" if document.kind != "receipt" else "paid"),
        )
        for letter, document in zip("ABC", whole.documents, strict=True)
    ]
    finding = verdict("lmn.diagnosis", "pass", "The letter names osteoarthritis (M17.11).")
    made = build(whole, claim, exhibits, (finding,), STUDIO, TODAY, "ready", "packet_1")
    assert [each.exhibit.document_id for each in made.placed] == ["doc_receipt"]
    assert "M17.11" not in text_of(made.pdf)
    manifest = made.files["manifest.json"].decode()
    assert not [word for word in TELLING if word in manifest]
    assert json.loads(manifest)["total"] == "868.00"
    originals = {name for name in made.files if name.startswith("originals/")}
    assert originals == {"originals/exhibit-A.pdf"}
