"""Whether two written names can be the same person's.

Names are compared as sets of words without case, accents and punctuation;
a middle name may be missing or an initial. Nicknames are not known here: a
person settles those.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Literal

NameMatch = Literal["same", "near", "different"]

_SUFFIXES = {"jr", "sr", "ii", "iii", "iv"}


def name_words(name: str) -> tuple[str, ...]:
    """Lower-case words without accents: "Inés Caballero-Núñez" → ("ines", "caballero", "nunez")."""
    plain = unicodedata.normalize("NFKD", name)
    plain = "".join(char for char in plain if not unicodedata.combining(char)).casefold()
    return tuple(re.findall(r"[^\W\d_]+", plain.replace("'", "").replace("’", "")))


def compare_names(one: str, other: str) -> NameMatch:
    """same: first and last word agree and nothing contradicts.

    near: one word differs by a letter, a suffix (Jr., Sr.) is missing on one
    side, or one name holds more words than the other: a person must look.
    """
    a, b = name_words(one), name_words(other)
    if len(a) < 2 or len(b) < 2:
        return "different"
    suffix_a, suffix_b = set(a) & _SUFFIXES, set(b) & _SUFFIXES
    a = tuple(word for word in a if word not in _SUFFIXES)
    b = tuple(word for word in b if word not in _SUFFIXES)
    if len(a) < 2 or len(b) < 2:
        return "different"
    if a[0] == b[0] and a[-1] == b[-1] and _middles_agree(a[1:-1], b[1:-1]):
        if suffix_a == suffix_b:
            return "same"
        return "different" if suffix_a and suffix_b else "near"
    if _close(a[0], b[0]) and _close(a[-1], b[-1]):
        return "near"
    shared = set(a) & set(b)
    return "near" if len(shared) >= 2 else "different"


def may_be_two_family_names(name: str) -> bool:
    """Whether a whole word between first and last name may be half of the family name.

    "Inés Caballero Núñez" may be; "Dana R. Whitfield" is not; "Walter George Brandt-Ellis" may be.
    """
    joined = name_words(re.sub(r"(?<=\w)[-‐‑](?=\w)", "", name))
    words = [word for word in joined if word not in _SUFFIXES]
    return any(len(word) > 1 for word in words[1:-1])


def _middles_agree(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    if not a or not b:
        return True
    if len(a) != len(b):
        return "".join(a) == "".join(b)
    return all(
        x == y or (1 in (len(x), len(y)) and x[0] == y[0]) for x, y in zip(a, b, strict=True)
    )


def _close(a: str, b: str) -> bool:
    """At most one letter added, lost or changed."""
    if a == b:
        return True
    if abs(len(a) - len(b)) > 1 or min(len(a), len(b)) < 3:
        return False
    at = next(
        (i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b))
    )
    return a[at + 1 :] == b[at + 1 :] or a[at:] == b[at + 1 :] or a[at + 1 :] == b[at:]
