"""Signed by the PDF itself: a digital signature needs no ink."""

from __future__ import annotations

import re

from extractors.candidate import Candidate
from extractors.letters.letter import Letter
from extractors.letters.proposing import propose

_NOT_THE_WRITER = re.compile(
    r"patient|client|participant|employee|member|guardian|parent|trainer|witness", re.IGNORECASE
)
"""Names of form fields that somebody else signs."""


def digitally_signed(letter: Letter) -> Candidate | None:
    """What the file's digital signatures on these pages say; None where there is none that counts.

    One that no longer fits the file goes to a person: the letter was changed afterwards.
    """
    signed = [
        (page, signature)
        for page in letter.pages
        for signature in page.digital_signatures
        if page.words and not _NOT_THE_WRITER.search(signature.field)
    ]
    if not signed:
        return None
    page, block = signed[-1][0], letter.signature
    words = page.words[-1:]
    if block is not None and block.page is page and block.signer_line is not None:
        words = block.signer_line.words
    if not all(signature.intact for _, signature in signed):
        return propose("signed", "unclear", "signature_block", 0.5, page, words)
    return propose(
        "signed",
        "present",
        "signature_block",
        0.95,
        page,
        words,
        passed=("signature.digital", "signature.intact"),
    )
