"""What every engine promises."""

from __future__ import annotations

from typing import Protocol

from extractors.page import Gray, Word


class EngineFailed(Exception):
    """An engine is missing, crashed or took too long on a page.

    The message names the remedy and never quotes the page.
    """


class Engine(Protocol):
    """Reads a picture.

    name: "tesseract" or "rapidocr", as `Page.engine` says it.
    """

    @property
    def name(self) -> str: ...

    def read(self, picture: Gray, dpi: float, seconds: float) -> tuple[Word, ...]:
        """Words with boxes in points (pixels × 72 / dpi), in no promised order.

        picture: rows × columns, uint8, black on white, upright. seconds: how
        long it may take. Raises EngineFailed.
        """
        ...
