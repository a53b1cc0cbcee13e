"""What was sent out with a code on it and is awaited back."""

from __future__ import annotations

from datetime import date

from casebook.records.base import Record


class Request(Record):
    """A form or letter of ours that a physician answers on its own pages.

    id: opaque; stands in the QR code of every page that comes back. paper: what
    it is, as the code says it ("lmn-request", "physician-query"). pages: the numbers
    printed on the pages that carry the code. draft: it had a fault and was not
    to be sent. answered_by: the document that came back; answered_on: the day it was received.
    """

    id: str
    client_id: str
    paper: str
    sent_on: date
    pages: tuple[int, ...] = ()
    draft: bool = False
    answered_by: str | None = None
    answered_on: date | None = None
