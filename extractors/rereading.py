"""Names that Tesseract read are read once more, line by line, by RapidOCR.

Tesseract's English knows no ñ, ø or ë: it reads Núñez as "Nufiez" and Chloë
as "Chloé", with full confidence. RapidOCR reads the accents right. So the
letters of a name are taken from the engine that knows them, and a name on
which the engines differ goes to a person.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace

from rapidfuzz.distance import Levenshtein

from casebook.records import Box, Evidence
from extractors.candidate import Candidate
from extractors.engines.contract import EngineFailed
from extractors.engines.rapid import Rapid
from extractors.page import Gray, Page
from extractors.pages.preparing.kept import rendered

NAMES = frozenset({"patient_name", "referrer_name", "provider_name"})
ACCENTS = "letters.accents"
"""A failed check: the name has accents, or may have, that the engines do not agree upon."""
UNSURE = "name.accents_unsure"
"""What a finder says of an accented name that one engine read; two that agree settle it."""

_DPI = 200.0
_MARGIN = 0.3
"""Of the line's height, left around a name: accents stand above a word's box."""
_ALIKE = 0.6
"""Two readings less alike than this are not of the same print."""
_STROKES = str.maketrans(
    {"ø": "o", "đ": "d", "ł": "l", "ħ": "h", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th"}
)


def reread(candidates: Sequence[Candidate], pages: Sequence[Page]) -> tuple[Candidate, ...]:
    """The candidates, names among them with the accents that stand on the page.

    A name whose accents were put right, or on which the engines differ over accents, fails the
    check `ACCENTS`.
    """
    read: dict[tuple[int, Box], str] = {}
    by_number = {page.number: page for page in pages}
    seen = []
    for candidate in candidates:
        evidence = candidate.evidence[0] if candidate.evidence else None
        page = by_number.get(evidence.page) if evidence else None
        if candidate.field not in NAMES or evidence is None or not _is_recognised(page, evidence):
            seen.append(candidate)
            continue
        assert page is not None
        assert page.picture is not None
        key = (evidence.page, evidence.box)
        if key not in read:
            read[key] = _line(rendered(page.picture, _DPI), page, evidence.box)
        seen.append(_compared(candidate, evidence.text, read[key]))
    return tuple(seen)


def plain(text: str) -> str:
    """Letters and digits alone, small, without accents and strokes: "Sørensen" → "sorensen"."""
    bare = unicodedata.normalize("NFKD", text.casefold().translate(_STROKES))
    return "".join(char for char in bare if char.isalnum())


def _is_recognised(page: Page | None, evidence: Evidence) -> bool:
    """Whether Tesseract read these words off a picture that is at hand."""
    if page is None or page.engine != "tesseract" or page.picture is None:
        return False
    left, top, right, bottom = evidence.box
    return any(
        word.origin == "ocr"
        and top - 1 <= word.middle <= bottom + 1
        and left - 1 <= (word.box[0] + word.box[2]) / 2 <= right + 1
        for word in page.words
    )


def _line(picture: Gray, page: Page, box: Box) -> str:
    """What RapidOCR reads in a box (points); empty where it cannot."""
    scale = picture.shape[1] / page.width
    margin = _MARGIN * (box[3] - box[1])
    left, top, right, bottom = (
        round((edge + aside) * scale)
        for edge, aside in zip(box, (-margin, -margin, margin, margin), strict=True)
    )
    line = picture[max(0, top) : bottom, max(0, left) : right]
    if min(line.shape) < 4:
        return ""
    try:
        (text,) = Rapid().read_lines([line])
    except EngineFailed:
        return ""
    return text


def _compared(candidate: Candidate, first: str, second: str) -> Candidate:
    """The candidate after a second engine read the same words. first, second: the readings."""
    alike = Levenshtein.normalized_similarity(plain(first), plain(second))
    if alike < _ALIKE:
        return candidate
    if _letters(first) == _letters(second):
        agreed = tuple(check for check in candidate.failed if check != UNSURE)
        return replace(candidate, failed=agreed)
    if first.isascii() and second.isascii():
        return candidate
    value = _respelled(str(candidate.value), first, second)
    return replace(candidate, value=value, failed=(*candidate.failed, ACCENTS))


def _letters(text: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFC", text).casefold() if char.isalpha())


def _respelled(value: str, first: str, second: str) -> str:
    """The value with each word that stands in the first reading as the second one spells it.

    Words whose letters only one reading parts from their neighbours are left as they are.
    """
    ones, others = _words(first), _words(second)
    if len(ones) != len(others):
        return value
    spelling = {plain(one): other for one, other in zip(ones, others, strict=True)}
    return " ".join(_in_case_of(word, spelling.get(plain(word), word)) for word in value.split())


def _words(text: str) -> list[str]:
    return [word for word in re.split(r"[\s,;:.()]+", text) if plain(word)]


def _in_case_of(word: str, spelling: str) -> str:
    """NÚÑEZ stands in a name as Núñez where the word that it replaces stood so."""
    if spelling.isupper() and not word.isupper():
        return spelling.title()
    return spelling
