"""The code that the studio's letters carry: which paper, and the opaque id of its request."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors.page import Page

CODE = "carepacket:"
_CODE = re.compile(r"carepacket:(?P<paper>[a-z-]+):(?P<request>[A-Za-z0-9_-]+)")


@dataclass(frozen=True)
class Code:
    """paper: "lmn-request", "physician-query", …; request_id: opaque, as it was printed."""

    paper: str
    request_id: str


def code_of(text: str) -> Code | None:
    """What a QR code of ours says; None for a foreign one."""
    found = _CODE.fullmatch(text)
    return Code(found["paper"], found["request"]) if found else None


def codes_of(page: Page) -> tuple[Code, ...]:
    """Our codes on the page, each once: more than one means sheets that lie on one another."""
    read = (code_of(text) for text in page.codes)
    return tuple(dict.fromkeys(code for code in read if code is not None))
