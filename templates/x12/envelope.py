"""X12 segments and their envelopes: control numbers and counts are reckoned here, nowhere else."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal

ELEMENT, COMPONENT, REPETITION, SEGMENT = "*", ":", "^", "~"
GUIDE = "005010X222A1"
"""The implementation guide that is followed: health care claim, professional."""
Segment = tuple[str, ...]


def segment(name: str, *elements: str) -> Segment:
    """One segment; empty elements at its end are dropped, as X12 wants it."""
    kept = list(elements)
    while kept and not kept[-1]:
        kept.pop()
    return (name, *kept)


def plain(text: str, longest: int) -> str:
    """Text in X12's basic letters: no accents, none of the separators, upper case, cut to length.

    Lengths are the guide's; only names and streets are ever longer.
    """
    ascii_ = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().upper()
    kept = re.sub(r"[^A-Z0-9 !\"&'()+,\-./;?=%@$#]", " ", ascii_)
    return " ".join(kept.split())[:longest].rstrip()


def money(amount: Decimal) -> str:
    """Dollars without zeros that say nothing: 90, 801.5."""
    shown = f"{amount:.2f}"
    return shown.rstrip("0").rstrip(".") if "." in shown else shown


def interchange(
    body: Sequence[Segment],
    sender: str,
    receiver: str,
    control: int,
    made_at: datetime,
    test: bool,
) -> str:
    """ISA to IEA around one transaction. control: at most nine digits, new for each file.

    body: the segments between ST and SE. Lines end after each segment so that a
    person can read the file; receivers skip line ends behind a terminator.
    """
    if not 0 < control <= 999_999_999:
        raise ValueError("the control number has at most nine digits")
    number, day, time = f"{control:09d}", f"{made_at:%Y%m%d}", f"{made_at:%H%M}"
    isa = segment(
        *("ISA", "00", " " * 10, "00", " " * 10),
        *("ZZ", sender[:15].ljust(15), "ZZ", receiver[:15].ljust(15)),
        *(day[2:], time, REPETITION, "00501", number, "0", "T" if test else "P", COMPONENT),
    )
    whole = [
        isa,
        segment("GS", "HC", sender, receiver, day, time, str(control), "X", GUIDE),
        segment("ST", "837", "0001", GUIDE),
        *body,
        segment("SE", str(len(body) + 2), "0001"),
        segment("GE", "1", str(control)),
        segment("IEA", "1", number),
    ]
    return "".join(ELEMENT.join(each) + SEGMENT + "\n" for each in whole)
