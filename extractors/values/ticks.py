"""Tick boxes in a line of text: what is ticked stays, what is not is blanked out.

Lengths stay the same, so that characters keep their places and words their evidence.
"""

from __future__ import annotations

import re

_TICKED = r"[☒☑✓✔✗✘🗹■]|\[\s?[xX✓✔*]\s?\]|\(\s?[xX✓✔]\s?\)"
_EMPTY = r"[☐□▢◻]|\[\s?_{0,3}\s?\]|\(\s{1,3}\)"
_BOX = re.compile(rf"(?P<ticked>{_TICKED})|(?P<empty>{_EMPTY})")


def has_boxes(text: str) -> bool:
    """Whether a tick box stands in the text, ticked or not."""
    return _BOX.search(text) is not None


def ticked_only(text: str, *, value: bool = False) -> str:
    """The text with every box and every unticked option turned into blanks.

    An option reaches from its box to the next one; where the line ends with a box, from the box
    before. Of what stands before the first box, the label stays: an option between its colon and
    that box has lost its own box, and nobody knows whether it was ticked. value: the text stands
    behind its label already.
    """
    boxes = list(_BOX.finditer(text))
    if not boxes:
        return text
    if _trails(text, boxes):
        return _ticked_behind(text, boxes)
    before = text[: boxes[0].start()]
    if len(boxes) > 1:
        before = " " * len(before) if value else _label_only(before)
    result = [before]
    for index, box in enumerate(boxes):
        until = boxes[index + 1].start() if index + 1 < len(boxes) else len(text)
        option = text[box.end() : until]
        blank = " " * (box.end() - box.start())
        result.append(blank + (option if box["ticked"] else " " * len(option)))
    return "".join(result)


def _label_only(text: str) -> str:
    label, colon, option = text.rpartition(":")
    return f"{label}{colon}{' ' * len(option)}" if colon else text


def _trails(text: str, boxes: list[re.Match[str]]) -> bool:
    """Do the boxes stand behind their words: "3 months [x]  6 months [ ]"?"""
    words_first = re.search(r"\w", text[: boxes[0].start()].rpartition(":")[2]) is not None
    return len(boxes) > 1 and words_first and not re.search(r"\w", text[boxes[-1].end() :])


def _ticked_behind(text: str, boxes: list[re.Match[str]]) -> str:
    label = text[: boxes[0].start()].rpartition(":")
    at = len(label[0] + label[1])
    result = [text[:at]]
    for box in boxes:
        option = text[at : box.start()]
        result.append(option if box["ticked"] else " " * len(option))
        result.append(" " * (box.end() - box.start()))
        at = box.end()
    return "".join(result) + text[at:]


def ticked_options(text: str) -> tuple[str, ...]:
    """The words of the options that are ticked, in order."""
    boxes = list(_BOX.finditer(text))
    found = []
    if boxes and _trails(text, boxes):
        starts = [text[: boxes[0].start()].rfind(":") + 1, *(box.end() for box in boxes)]
        options = zip(starts, boxes, strict=False)
        return tuple(text[at : box.start()].strip(" ,;:|") for at, box in options if box["ticked"])
    for index, box in enumerate(boxes):
        until = boxes[index + 1].start() if index + 1 < len(boxes) else len(text)
        if box["ticked"]:
            found.append(text[box.end() : until].strip(" ,;:|"))
    return tuple(option for option in found if option)
