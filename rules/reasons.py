"""What a payer's reason for denying means: by its code, else by its words.

The reason itself is always quoted as the payer wrote it; what stands here only
says which of our rules is at stake and which papers speak to it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from casebook.records import Kind, Record
from rules.data import FOLDER, load

_CARC = re.compile(r"(?:CARC\s*)?(?:CO|PR|OA|PI|CR)?[\s:-]*0*(\d{1,3})")
_RARC = re.compile(r"(?:RARC\s*)?((?:MA|M|N)\d{1,4})")


class Reason(Record):
    """One kind of denial. `otherwise` says what would answer it if no document on file does.

    resubmit: the payer asks for a paper or a fact, so that the claim is sent in once more with it
    before anybody appeals.
    """

    codes: tuple[str, ...]
    words: tuple[str, ...]
    means: str
    rule: str
    answered_by: tuple[Kind, ...]
    otherwise: str
    resubmit: bool = False


@cache
def reasons() -> dict[str, Reason]:
    """Every kind of denial by key, in the order in which words are compared."""
    return load(FOLDER / "reasons.yaml", dict[str, Reason])


def plain_code(code: str) -> str | None:
    """The reason code alone, or None for what is none.

    >>> plain_code("CO-50"), plain_code("PR 096"), plain_code("N130"), plain_code("paid")
    ('50', '96', 'N130', None)
    """
    text = code.strip().upper()
    found = _CARC.fullmatch(text) or _RARC.fullmatch(text)
    return found[1] if found else None


def reasons_of(words: str | None, codes: Sequence[str]) -> tuple[str, ...]:
    """The kinds of denial meant, each once: those of the codes, else the one of the words.

    Empty when neither is known: then a person reads the letter.
    """
    plain = [plain_code(code) for code in codes]
    by_code = [key for code in plain for key, each in reasons().items() if code in each.codes]
    by_words = _by_words(words or "")
    # A code is what the payer's system says; "information missing" says little beside the letter.
    if by_words and set(by_code) <= {"missing_information", "not_covered"}:
        by_code = [by_words, *by_code]
    return tuple(dict.fromkeys(by_code))


def _by_words(words: str) -> str | None:
    text = " ".join(words.lower().replace("’", "'").split())
    for key, each in reasons().items():
        if any(re.search(pattern, text) for pattern in each.words):
            return key
    return None
