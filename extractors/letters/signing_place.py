"""What a signature block is: the place where somebody signs, with the print that belongs to it."""

from __future__ import annotations

from dataclasses import dataclass

from casebook.records import Box
from extractors.page import Line, Page
from extractors.values.people import Person, people_with_credentials


@dataclass(frozen=True)
class SignatureBlock:
    """Where somebody signs.

    area: where the ink is to be looked for. top, bottom: what belongs to the block.
    signer: the person whose name is printed there, with `signer_line`; None when
    only a line is there. electronic: the line that says that it was signed electronically.
    found_by: "valediction", "label", "electronic" or "name". further: where ink may
    stand instead: the rest of a table's row, the cell below a box's caption.
    """

    page: Page
    area: Box
    top: float
    bottom: float
    found_by: str
    lines: tuple[Line, ...]
    signer: Person | None = None
    signer_line: Line | None = None
    electronic: Line | None = None
    further: tuple[Box, ...] = ()

    def is_signers(self, line: Line) -> bool:
        """Whether a line of the block stands under the signer's name, not under another's beside
        it ("Supervising: Alan Szabo, MD")."""
        if self.signer_line is None:
            return True
        others = [
            other.box[0]
            for other in self.lines
            if other is not self.signer_line
            and abs(other.box[1] - self.signer_line.box[1]) < 1.5 * _height(other)
            and other.box[0] > self.signer_line.box[2] + _height(other)
            and people_with_credentials(other.text)
        ]
        return not any(line.box[0] > left - 3 * _height(line) for left in others)

    def holds(self, page: Page, middle: float) -> bool:
        """Whether this height on this page lies within the block."""
        return page is self.page and self.top <= middle <= self.bottom


def _height(line: Line) -> float:
    return line.box[3] - line.box[1]
