"""Tick boxes in a line of text: what is ticked stays, what is not is blanked out.

Lengths stay the same, so that characters keep their places and words their evidence.
"""

from __future__ import annotations

import re

_TICKED = r"[☒☑✓✔✗✘🗹]|\[\s?[xX✓✔*]\s?\]|\(\s?[xX✓✔]\s?\)"
_EMPTY = r"[☐□▢◻]|\[\s?_{0,3}\s?\]|\(\s{1,3}\)"
_BOX = re.compile(rf"(?P<ticked>{_TICKED})|(?P<empty>{_EMPTY})")


def has_boxes(text: str) -> bool:
    """Whether a tick box stands in the text, ticked or not."""
    return _BOX.search(text) is not None


def ticked_only(text: str) -> str:
    """The text with every box and every unticked option turned into blanks.

    An option reaches from its box to the next one. Where a line has boxes, what stands
    before the first one (its label) stays.
    """
    boxes = list(_BOX.finditer(text))
    if not boxes:
        return text
    result = [text[: boxes[0].start()]]
    for index, box in enumerate(boxes):
        until = boxes[index + 1].start() if index + 1 < len(boxes) else len(text)
        option = text[box.end() : until]
        blank = " " * (box.end() - box.start())
        result.append(blank + (option if box["ticked"] else " " * len(option)))
    return "".join(result)


def ticked_options(text: str) -> tuple[str, ...]:
    """The words of the options that are ticked, in order."""
    boxes = list(_BOX.finditer(text))
    found = []
    for index, box in enumerate(boxes):
        until = boxes[index + 1].start() if index + 1 < len(boxes) else len(text)
        if box["ticked"]:
            found.append(text[box.end() : until].strip(" ,;:|"))
    return tuple(option for option in found if option)
