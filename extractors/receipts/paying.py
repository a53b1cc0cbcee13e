"""How it was paid: the method's own words, where they speak of this payment."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractors.candidate import Candidate
from extractors.proposing import from_label, from_words, words_of
from extractors.receipts.to_come import rows_to_come
from extractors.tables import LabelledAmount, Row
from extractors.values.labels import Labelled

_METHODS = re.compile(
    r"(?<!\w)(?P<method>visa(?:\s+debit|\s+card)?|master\s?card|american\s+express|amex|discover"
    r"|(?:hsa|fsa|hra|flex|benefits?)(?:\s+(?:debit|visa|card))+|(?:hsa|fsa)(?=\s*(?:card|debit|\*|x|ending))"
    r"|credit\s+card|debit\s+card|bank\s+card|credit|debit|apple\s+pay|google\s+pay|paypal|venmo|zelle"
    r"|square|stripe|ach|eftpos|nets|interac|e-?check|bank\s+transfer|wire(?:\s+transfer)?|direct\s+debit"
    r"|money\s+order|personal\s+check|check|cheque|cash|gift\s+card|card)(?!\w)",
    re.IGNORECASE,
)
_SPEAKS_OF_PAYMENT = re.compile(
    r"\b(?:paid|payment|tender(?:ed)?|charged|received|approved|method|amount|contactless|swiped)\b|\*{2,}|x{3,}|ending",
    re.IGNORECASE,
)
_OFFERED = re.compile(
    r"\b(?:we\s+accept|accepted|payable|make\s+\w+\s+(?:payable|out)|cash\s+(?:bill|sales?|receipt)"
    r"|check[- ](?:in|out|up)|no\s+(?:cash|refund)|returned\s+check|please|checks?\s+to"
    r"|may\s+be|or\s+by|on\s+file|pay\s+with)\b",
    re.IGNORECASE,
)
GUEST_CHECK = re.compile(r"^\W*(?:guest\s+)?(?:check|chk)\W*(?:no\.?|id)?\W*\d+", re.IGNORECASE)
"""A restaurant's check is its bill, with a number of its own."""
SERVED = re.compile(r"\b(?:table|tbl|server|guests?|covers?|dine|tab|waiter)\b", re.IGNORECASE)
_GENERAL = frozenset(
    {"card", "credit card", "debit card", "bank card", "credit", "debit", "square", "stripe"}
)
"""Say less than the brand that stands beside them: "Credit Card (Visa)"."""

_BRAND = re.compile(
    r"\W*(?:visa|master\s?card|american\s+express|amex|discover|paypal|venmo|zelle|apple\s+pay|google\s+pay)"
    r"(?:\s+(?:credit|debit|card|sale|purchase|chip(?:\s+read)?))*\W*",
    re.IGNORECASE,
)
_TIP_TO_WRITE = re.compile(r"\W*(?:\+\s*)?(?:tip|gratuity)(?:\s+amount)?[\W_]*", re.IGNORECASE)
_SUM_TO_WRITE = re.compile(r"\W*(?:grand\s+)?total[\W_]*", re.IGNORECASE)
_PAYING_ROLES = frozenset({"paid", "tendered"})


def find_payment_method(
    rows: Sequence[Row], labelled: Sequence[Labelled], amounts: Sequence[LabelledAmount]
) -> Iterator[Candidate]:
    """Candidates for payment_method, in the paper's own words ("Visa"), a brand in full."""
    to_come = rows_to_come(rows)
    planned = {id(cell) for index in to_come for cell in rows[index].cells}
    for found in labelled:
        if id(found.line) in planned:
            continue
        if found.name == "payment_method" and found.place in {"same_line", "right", "below"}:
            named = list(_METHODS.finditer(found.text))
            if named:
                match = _most_telling(named)
                words = words_of(found, *match.span("method"))
                yield from_label("payment_method", _plain(match["method"]), found, words=words)
    paying = {amount.row for amount in amounts if amount.role in _PAYING_ROLES}
    restaurant = any(SERVED.search(row.text) for row in rows)
    for index, row in enumerate(rows):
        matches = list(_METHODS.finditer(row.text))
        if not matches or index in to_come or _OFFERED.search(row.text):
            continue
        if restaurant and GUEST_CHECK.search(row.text):
            continue
        if len({_plain(match["method"]).casefold() for match in matches}) > 2:
            continue  # a list of what could be paid with
        spoken = _SPEAKS_OF_PAYMENT.search(row.text) is not None
        alone = _BRAND.fullmatch(row.text) is not None  # as card machines print it
        if index not in paying and not spoken and not alone:
            continue
        best = _most_telling(matches)
        yield from_words(
            "payment_method",
            _plain(best["method"]),
            row.page,
            row.words_between(*best.span("method")),
            way="label" if index in paying else "prose",
            strength=(0.88 if index in paying else 0.8 if spoken else 0.7)
            - (0.25 if _plain(best["method"]).casefold() in _GENERAL else 0.0),
        )


def tip_is_open(rows: Sequence[Row]) -> bool:
    """Whether the paper leaves a tip and the sum with it to be written by hand."""
    return any(_TIP_TO_WRITE.fullmatch(row.text) for row in rows) and any(
        _SUM_TO_WRITE.fullmatch(row.text) for row in rows
    )


def _most_telling(matches: Sequence[re.Match[str]]) -> re.Match[str]:
    """The brand or the account rather than "card"; then the longest, then the first."""
    return max(
        matches,
        key=lambda match: (
            _plain(match["method"]).casefold() not in _GENERAL,
            len(match["method"]),
            -match.start(),
        ),
    )


def _plain(method: str) -> str:
    method = re.sub(r"\s+", " ", method)
    if method.casefold() == "amex":
        return "American Express"  # the short form of one name
    return method.lower() if method.isupper() and method.upper() == "CASH" else method
