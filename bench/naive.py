"""A naive reader, to be better than: Tesseract alone and a few regular expressions.

It is what an afternoon gives: the first pattern that fits is the value, and
every value that it finds it would use. Its lines have the contract's form.
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

from bench.engine_paths import plain_tesseract

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_DATE = (
    r"(\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{4}-\d\d-\d\d"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2},? \d{4})"
)
_NAME = r"([A-Z][\w.'’-]+,?(?:[ ]+[A-Z][\w.'’-]*){1,3})"
_MONEY = r"(?:RM|USD|\$)?\s*(\d[\d,]*\.\d\d)\b"
_CODE = re.compile(r"\b([A-TV-Z]\d[0-9A-Z](?:\.[0-9A-Z]{1,4})?)\b")
_KINDS = (
    ("eob", r"explanation of (?:benefits|payment)|this is not a bill"),
    ("denial", r"denied|denial|adverse (?:benefit )?determination|not approved"),
    ("authorization", r"authorization (?:number|no|#)|prior authorization"),
    ("lmn", r"medical necessity|medically necessary"),
    ("receipt", r"receipt|invoice|statement|amount due|subtotal|^total"),
    ("referral", r"refer|exercise prescription|physician|diagnosis"),
    ("consent", r"par-q|consent|waiver"),
    ("session_log", r"attendance|session log"),
    ("assessment", r"assessment|evaluation"),
)
_PATTERNS = {
    "patient_name": rf"(?:patient|client|member|bill to|re)(?: name)?\s*[:#]\s*{_NAME}",
    "patient_dob": rf"(?i:dob|date of birth|birth ?date|born)\W*(?i:{_DATE})",
    "member_id": r"(?i:member|subscriber|policy)(?i: id| no\.?| number| #)\W*([A-Z0-9-]{6,})",
    "document_date": rf"(?i:date)\W*(?i:{_DATE})",
    "signature_date": rf"(?i:signed|signature date|date signed)\W*(?i:{_DATE})",
    "payment_date": rf"(?i:paid on|payment date|date paid|date)\W*(?i:{_DATE})",
    "npi": r"(?i:NPI)\W*(\d{10})",
    "phone": r"(?i:tel|phone|ph)\W*(\(?\d{3}\)?[ .-]?\d{3}[ .-]\d{4})",
    "fax": r"(?i:fax)\W*(\(?\d{3}\)?[ .-]?\d{3}[ .-]\d{4})",
    "doctor": rf"(?:Dr\.|Physician:|Provider:|Sincerely,)\s*{_NAME}",
    "doctor_before_title": rf"{_NAME},? (?:MD|DO|NP|PA-C)\b",
    "total": rf"(?i:\btotal|amount due)[^\d\n]*{_MONEY}",
    "subtotal": rf"(?i:sub-?total)[^\d\n]*{_MONEY}",
    "tax": rf"(?i:tax)[^\d\n]*{_MONEY}",
    "receipt_number": r"(?i:invoice|receipt|order)(?i: no\.?| number| #|#)\W*([A-Z0-9-]{3,})",
    "claim_number": r"(?i:claim)(?i: no\.?| number| #|#)\W*([A-Z0-9-]{5,})",
    "authorization_number": r"(?i:authorization)(?i: no\.?| number| #|#)\W*([A-Z0-9-]{5,})",
    "frequency": r"(?i)(\d(?:-\d)? ?(?:x|times) ?(?:per|a|/) ?week)",
    "duration": r"(?i)(?:for )(\d+ (?:weeks|months))",
}
_OF_KIND = {
    "referral": {"referrer_npi": "npi", "referrer_phone": "phone", "referrer_fax": "fax"},
    "lmn": {"provider_npi": "npi"},
    "receipt": {"vendor_phone": "phone"},
}
_COMMON = ("patient_name", "patient_dob", "member_id", "document_date")
_FIELDS = {
    "referral": ("frequency", "duration", "signature_date"),
    "lmn": ("frequency", "duration", "signature_date"),
    "receipt": ("payment_date", "total", "subtotal", "tax", "receipt_number"),
    "eob": ("claim_number",),
    "denial": ("claim_number",),
    "authorization": ("authorization_number",),
}
_FIRST_LINE = {"receipt": "vendor_name", "referral": "practice_name", "eob": "payer_name"}


def naive_file(file: tuple[Path, str]) -> tuple[list[dict[str, Any]], str]:
    """(one line in the contract's form, the text): a file and its order of dates in."""
    path, date_order = file
    text = plain_tesseract(path)
    return [naive(text, date_order)], text


def naive(text: str, date_order: str = "MDY") -> dict[str, Any]:
    """One reading of a text, every value accepted."""
    kind = next((k for k, p in _KINDS if re.search(p, text, re.I | re.M)), "other")
    names = {name: name for name in (*_COMMON, *_FIELDS.get(kind, ()))} | _OF_KIND.get(kind, {})
    found = {field: _first(_PATTERNS[pattern], text) for field, pattern in names.items()}
    if kind in ("referral", "lmn"):
        doctor = _first(_PATTERNS["doctor"], text) or _first(_PATTERNS["doctor_before_title"], text)
        found["referrer_name" if kind == "referral" else "provider_name"] = doctor
    if kind in _FIRST_LINE:
        found[_FIRST_LINE[kind]] = next((x.strip() for x in text.splitlines() if x.strip()), None)
    if not found["document_date"]:
        found["document_date"] = _first(f"(?i:{_DATE})", text)
    values = {name: _contract(name, raw, date_order) for name, raw in found.items() if raw}
    return {
        "status": "read",
        "kind": {"value": kind, "confidence": 1.0},
        "fields": {
            name: {"value": value, "confidence": 1.0, "accepted": True}
            for name, value in values.items()
            if value
        },
        "diagnoses": _diagnoses(text) if kind in ("referral", "lmn") else [],
    }


def _first(pattern: str, text: str) -> str | None:
    match = re.search(pattern, text)
    return match[1].strip() if match else None


def _contract(name: str, raw: str, date_order: str) -> str | None:
    if name.endswith(("_date", "_dob")):
        return _iso(raw, date_order)
    if name in ("total", "subtotal", "tax"):
        return raw.replace(",", "")
    if name.endswith(("phone", "fax")):
        return "+1" + re.sub(r"\D", "", raw)
    if name.endswith("_name") and raw.count(",") == 1 and name != "vendor_name":
        family, given = raw.split(",")
        return f"{given.strip()} {family.strip()}"
    return raw


def _iso(raw: str, date_order: str) -> str | None:
    word = re.match(r"([a-z]{3})[a-z]*\.? (\d{1,2}),? (\d{4})", raw, re.I)
    try:
        if word:
            month = _MONTHS.index(word[1].lower()) + 1
            return date(int(word[3]), month, int(word[2])).isoformat()
        parts = [int(part) for part in re.split(r"[/.-]", raw)]
        if len(str(parts[0])) == 4:
            year, month, day = parts
        elif date_order == "DMY":
            day, month, year = parts
        else:
            month, day, year = parts
        return date(year + 2000 if year < 100 else year, month, day).isoformat()
    except ValueError:
        return None


def _diagnoses(text: str) -> list[dict[str, Any]]:
    """Every code, with the words of its line."""
    found = []
    for line in text.splitlines():
        for match in _CODE.finditer(line):
            words = (line[: match.start()] + line[match.end() :]).strip(" -–—:;,().•\t")
            found.append(
                {
                    "text": words.split(":")[-1].strip() or match[1],
                    "code": match[1],
                    "code_origin": "printed",
                    "confidence": 1.0,
                    "accepted": True,
                }
            )
    return found
