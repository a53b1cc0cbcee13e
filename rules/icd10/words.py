"""How wordings of conditions are compared: letters only, singular, without filler.

"Osteoarthritis of knee, unspecified" and "knee osteoarthritis" share one key set.
"""

from __future__ import annotations

import re

_FILLER = frozenset(
    "a an and as at by due for from in into of on or the their to with nos unspecified "
    "not elsewhere classified nec".split()
)
_SPELLINGS = {
    "arthropathies": "arthropathy",
    "haemorrhage": "hemorrhage",
    "oedema": "edema",
    "tumour": "tumor",
    "anaemia": "anemia",
    "ischaemic": "ischemic",
    "ischaemia": "ischemia",
    "prediabete": "prediabetes",
    "diabete": "diabetes",
    "discs": "disc",
    "disk": "disc",
    "i": "1",
    "ii": "2",
    "iii": "3",
    "iv": "4",
    "degenerative": "degeneration",
}
_WORD = re.compile(r"[a-z0-9]+(?:'s)?", re.IGNORECASE)


def tokens(wording: str) -> tuple[str, ...]:
    """The words that carry meaning, lower case and singular, in their order."""
    normals = (normal(match[0]) for match in _WORD.finditer(wording.replace("’", "'")))
    return tuple(word for word in normals if word is not None)


def normal(word: str) -> str | None:
    """One word as it is compared, or None for a filler: "Fractures" → "fracture", "of" → None."""
    bare = word.lower().replace("’", "'").removesuffix("'s")
    return None if bare in _FILLER else _singular(bare)


def key(wording: str) -> str:
    """One string for one set of words, whatever their order: "knee osteoarthritis"."""
    return " ".join(sorted(set(tokens(wording))))


def _singular(word: str) -> str:
    if word in _SPELLINGS:
        return _SPELLINGS[word]
    if len(word) > 4 and word.endswith("ies"):
        word = word[:-3] + "y"
    elif len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "as")):
        word = word[:-1]
    return _SPELLINGS.get(word, word)
