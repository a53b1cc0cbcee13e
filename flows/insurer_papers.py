"""What a packet to an insurer holds besides: superbills, and the CMS-1500 in both forms."""

from __future__ import annotations

from collections.abc import Sequence

from casebook.records import Exhibit, Studio
from flows.letters import faults_of
from rules.coded import Coded
from rules.exhibits import titles_of
from templates.binding import BoundExhibit
from templates.cms1500 import cms1500
from templates.papers import superbill
from templates.pdf import convert

RED_FORM = "cms1500-red-form{}.pdf"


def made_exhibits(
    exhibits: Sequence[Exhibit], found: Coded, studio: Studio
) -> tuple[dict[str, BoundExhibit], tuple[str, ...], dict[str, bytes]]:
    """The made exhibits by title; what of them does not read back; files to lie beside the packet.

    Beside lie the superbill as a Word file, and the form's data for the payer's
    red sheets: an overlay is of no use inside a bound packet.
    """
    bills = [
        superbill(bill, studio).model_copy(update={"name": f"superbill-{number}"})
        for number, bill in enumerate(found.bills, start=1)
    ]
    pdfs = convert(bills)
    data: list[bytes] = []
    faults: list[str] = []
    beside: dict[str, bytes] = {}
    for number, paper in enumerate(bills):
        of_many = f"-{number + 1}" if len(bills) > 1 else ""
        data.append(pdfs[paper.name])
        faults += [f"Superbill: {fault}" for fault in faults_of(paper, pdfs[paper.name])]
        beside[f"superbill{of_many}.docx"] = paper.docx
        if found.forms:
            data.append(cms1500(found.forms[number]))
            beside[RED_FORM.format(of_many)] = cms1500(found.forms[number], "red form")
    by_title = dict(zip(titles_of(found), data, strict=True))
    bound = {
        each.title: BoundExhibit(exhibit=each, data=by_title[each.title])
        for each in exhibits
        if each.document_id is None and each.title in by_title
    }
    return bound, tuple(faults), beside
