"""RapidOCR on OpenVINO: better than Tesseract on photos, thermal paper and faxes.

Its models come inside the wheel; nothing is downloaded. Loading takes about
two seconds, so there is one instance per process, made when first needed.
"""

from __future__ import annotations

import logging
import threading
from functools import lru_cache
from typing import Any

from extractors.engines.contract import EngineFailed
from extractors.page import Gray, Word

_THREADS = 2
_ONE_AT_A_TIME = threading.Lock()
"""RapidOCR keeps state between its steps, and one reading already uses all its threads."""


class Rapid:
    """The shared RapidOCR. `seconds` cannot be enforced inside the library; its time is
    bounded by the picture's size, which the caller caps."""

    name = "rapidocr"

    def read(self, picture: Gray, dpi: float, seconds: float) -> tuple[Word, ...]:
        """Words in points; see `extractors.engines.Engine`."""
        with _ONE_AT_A_TIME:
            try:
                found = _reader()(picture, use_cls=False, return_word_box=True)
            except RuntimeError as error:  # OpenVINO's own failures
                raise EngineFailed("RapidOCR failed on this page") from error
        if found.txts is None:
            return ()
        scale = 72 / dpi
        words: list[Word] = []
        for line in found.word_results or ():
            words.extend(_word(text, score, corners, scale) for text, score, corners in line)
        return tuple(word for word in words if word.text)


@lru_cache(maxsize=1)
def _reader() -> Any:
    # Imported here: it costs a second, which a page with a text layer should not pay.
    from rapidocr import EngineType, RapidOCR

    logging.getLogger("RapidOCR").setLevel(logging.CRITICAL)  # it would name files
    return RapidOCR(
        params={
            "Global.log_level": "critical",
            "Det.engine_type": EngineType.OPENVINO,
            "Cls.engine_type": EngineType.OPENVINO,
            "Rec.engine_type": EngineType.OPENVINO,
            "EngineConfig.openvino.inference_num_threads": _THREADS,
        }
    )


def _word(text: str, score: float, corners: Any, scale: float) -> Word:
    across = [float(corner[0]) * scale for corner in corners]
    down = [float(corner[1]) * scale for corner in corners]
    return Word(
        text=text.strip(),
        box=(min(across), min(down), max(across), max(down)),
        confidence=float(score),
        origin="ocr",
    )
