"""A form's choices whose boxes were read as odd letters, or not at all."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from extractors import diagnoses
from extractors.options import ReadOptions
from extractors.page import Line, Page
from tests.extractors.pages_of import Put, page_of


def _recognised(*lines: str) -> Page:
    page = page_of(
        [Put(40, 100 + 16 * row, text) for row, text in enumerate(lines)], engine="rapidocr"
    )
    words = [tuple(replace(w, origin="ocr") for w in line.words) for line in page.lines]
    return replace(page, lines=tuple(Line(each) for each in words))


def _accepted(*lines: str) -> set[str]:
    found = diagnoses.find((_recognised(*lines),), ReadOptions(), date(2026, 2, 11)).diagnoses
    return {str(each.code) for each in found if each.accepted}


def test_a_choice_without_a_box_among_misread_boxes_is_looked_at() -> None:
    assert not _accepted(
        "Reason for prescription",
        "ș Low back pain, unspecified   M54.50",
        "ć Pain in left hip   M25.552",
        "Pain in right hip   M25.551",
    )


def test_a_plain_list_is_read() -> None:
    assert _accepted(
        "Diagnoses:", "• Low back pain, unspecified M54.50", "• Pain in right hip M25.551"
    ) == {"M54.50", "M25.551"}
