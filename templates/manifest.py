"""manifest.json: what lies in a packet's folder, by hash, and what was claimed and checked."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from hashlib import sha256

from casebook.records import Claim, Record, Verdict
from templates.contexts.packet_front import Placed, Status

SCHEMA = 1


class _Part(Record):
    file: str
    sha256: str
    size: int


def manifest(
    packet_id: str,
    claim: Claim,
    status: Status,
    built_on: date,
    parts: Mapping[str, bytes],
    placed: Sequence[Placed],
    verdicts: Sequence[Verdict],
) -> bytes:
    """The manifest as UTF-8 JSON, keys in a fixed order.

    parts: every file of the folder but the manifest itself, by its path
    inside the folder. Money is a decimal string, dates are ISO 8601.
    """
    left_out = sum((each.amount for each in claim.exclusions), Decimal("0.00"))
    content = {
        "schema": SCHEMA,
        "packet": packet_id,
        "client": claim.client_id,
        "status": status,
        "built_on": built_on.isoformat(),
        "account": claim.account,
        "administrator": claim.administrator,
        "period": {"start": claim.period.start.isoformat(), "end": claim.period.end.isoformat()},
        "total": f"{claim.total:.2f}",
        "left_out": f"{left_out:.2f}",
        "lines": [line.model_dump(mode="json") for line in claim.lines],
        "exclusions": [exclusion.model_dump(mode="json") for exclusion in claim.exclusions],
        "exhibits": [
            {
                "letter": each.exhibit.letter,
                "title": each.exhibit.title,
                "document": each.exhibit.document_id,
                "sha256": each.exhibit.sha256,
                "page_range": each.exhibit.page_range,
                "packet_pages": [each.first, each.last],
            }
            for each in placed
        ],
        "verdicts": [
            {
                "rule": verdict.rule.id,
                "sentence": verdict.rule.sentence,
                "citation": verdict.rule.citation,
                "outcome": verdict.outcome,
                "message": verdict.message,
                "document": verdict.document_id,
                "evidence": [{"page": each.page, "box": each.box} for each in verdict.evidence],
            }
            for verdict in verdicts
        ],
        "parts": [
            _Part(file=name, sha256=sha256(data).hexdigest(), size=len(data)).model_dump()
            for name, data in sorted(parts.items())
        ],
    }
    return (json.dumps(content, indent=2, ensure_ascii=False) + "\n").encode()
