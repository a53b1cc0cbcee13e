"""The text layer of one PDF page as words with boxes, read character by character.

PDFium keeps the characters in the order in which they are drawn; a word ends
at white space, at a gap, or where the next character stands elsewhere.
"""

from __future__ import annotations

import ctypes
import unicodedata
from dataclasses import dataclass, field
from typing import Any

from casebook.records import Box
from extractors.page import Word, union
from extractors.pages.pdf_place import Place

_GAP = 0.22
"""A gap of this many character heights ends a word even without a space."""
_INVISIBLE = 3  # PDF text rendering mode
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}


@dataclass(frozen=True)
class TextLayer:
    """visible, hidden: words. rubbish: share of characters without a meaning, 0 to 1.
    turn: degrees clockwise by which most letters must be turned to stand upright on the page
    as it is drawn, before its /Rotate."""

    visible: tuple[Word, ...] = ()
    hidden: tuple[Word, ...] = ()
    rubbish: float = 0.0
    turn: int = 0


@dataclass
class _Gathering:
    """The word that is being put together."""

    hidden: bool = False
    text: str = ""
    boxes: list[Box] = field(default_factory=list)

    def take(self, into: list[Word]) -> None:
        if self.text and self.boxes:
            into.append(Word(text=unicodedata.normalize("NFC", self.text), box=union(self.boxes)))
        self.text = ""
        self.boxes = []


def text_layer(page: Any, place: Place) -> TextLayer:
    """Reads the text layer of an open pypdfium2 page."""
    import pypdfium2.raw as pdfium

    text_page = page.get_textpage()
    try:
        return _read(pdfium, text_page.raw, place)
    finally:
        text_page.close()


def _read(pdfium: Any, raw: Any, place: Place) -> TextLayer:
    visible: list[Word] = []
    hidden: list[Word] = []
    word = _Gathering()
    rubbish = letters = 0
    turns = [0, 0, 0, 0]
    drawn: set[tuple[str, int, int]] = set()
    box = pdfium.FS_RECTF()
    for index in range(pdfium.FPDFText_CountChars(raw)):
        character = chr(pdfium.FPDFText_GetUnicode(raw, index) or 0xFFFD)
        if character.isspace() or character == "\xa0":
            word.take(hidden if word.hidden else visible)
            continue
        if character == "\xad":  # a soft hyphen is a place to break, not a character
            continue
        if character in "\x02￾":  # PDFium's hyphen at a line's end
            character = "-"
        letters += 1
        if _meaningless(character) or pdfium.FPDFText_HasUnicodeMapError(raw, index) == 1:
            rubbish += 1
            if _meaningless(character):
                continue
        if not pdfium.FPDFText_GetLooseCharBox(raw, index, ctypes.byref(box)):
            continue
        corners = place(box.left, box.top), place(box.right, box.bottom)
        here = (
            min(corners[0][0], corners[1][0]),
            min(corners[0][1], corners[1][1]),
            max(corners[0][0], corners[1][0]),
            max(corners[0][1], corners[1][1]),
        )
        twin = (character, round(here[0] / 1.2), round(here[1] / 1.2))
        if twin in drawn:  # drawn twice, slightly shifted: a poor man's bold, or a shadow
            continue
        drawn.add(twin)
        text_object = pdfium.FPDFText_GetTextObject(raw, index)
        is_hidden = bool(text_object) and (
            pdfium.FPDFTextObj_GetTextRenderMode(text_object) == _INVISIBLE
        )
        turns[round(pdfium.FPDFText_GetCharAngle(raw, index) / 1.5707963) % 4] += 1
        if word.boxes and (is_hidden != word.hidden or _apart(word.boxes[-1], here)):
            word.take(hidden if word.hidden else visible)
        word.hidden = is_hidden
        word.text += _LIGATURES.get(character, character)
        word.boxes.append(here)
    word.take(hidden if word.hidden else visible)
    most = turns.index(max(turns))
    return TextLayer(
        visible=tuple(visible),
        hidden=tuple(hidden),
        rubbish=rubbish / letters if letters else 0.0,
        turn=(0, 270, 180, 90)[most] if turns[most] > 0.8 * sum(turns) else 0,
    )


def _meaningless(character: str) -> bool:
    """No Unicode meaning: unmapped, private use, control characters."""
    return unicodedata.category(character) in ("Co", "Cc", "Cn", "Cs") or character == "\ufffd"


def _apart(before: Box, here: Box) -> bool:
    """Whether a character that follows in drawing order starts another word."""
    height = max(before[3] - before[1], here[3] - here[1])
    level = min(before[3], here[3]) - max(before[1], here[1]) > 0.3 * height
    return not level or here[0] - before[2] > _GAP * height or here[0] < before[0] - 0.5 * height
