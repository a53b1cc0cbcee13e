"""RapidOCR on OpenVINO: better than Tesseract on photos, thermal paper and faxes.

Its models come inside the wheel; nothing is downloaded. Loading takes about
two seconds, so there is one instance per process, made when first needed.
Lines are looked for in a small copy of the picture and read from the large
one: looking costs by the pixel, reading profits from each of them.
"""

from __future__ import annotations

import fcntl
import logging
import math
import re
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from time import monotonic
from typing import Any

import numpy as np

from extractors.engines.contract import EngineFailed
from extractors.engines.spacing import LineWord, words_of_line
from extractors.page import Gray, Word

_THREADS = 1
"""One reader a core is how batches are read: with more threads they wait for each other. Measured
on 16 receipts with two readers: 0.89 of the wall time that two threads each took."""
_LOOK_PIXELS = 1_300_000
"""Size of the picture in which lines are looked for."""
_LOOK_LEAST_SIDE = 640
"""A narrow till receipt is not shrunk below this width, in pixels."""
_LOOK_STEP = 160
"""Pixels: both sides of the picture that is looked at are multiples of it."""
_LINE_STEP = 10 / 3
"""A line's width is a multiple of so many heights."""
_LINES_AT_ONCE = 24
"""Lines that are recognised before the time is looked at: a second or two."""
_LEAST_SCORE = 0.4
"""Lines read less surely are specks, stamps' rims and patterns."""
_FOREIGN = re.compile(r"[\u2500-\u27ff\u3000-\u9fff]+")
"""Specks and logos, which the model, trained on Chinese too, takes for its signs or stars."""
_NARROWED = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)}
"""Full-width marks and letters to plain ones."""
_ONE_AT_A_TIME = threading.Lock()
"""RapidOCR keeps state between its steps, and one reading already uses all its threads."""
_turns: Path | None = None
"""The file whose lock says which of several processes may look for lines; see `take_turns`."""


class Rapid:
    """The shared RapidOCR. `seconds` is looked at between a few lines and the next: the library
    itself cannot be stopped, and looking for lines takes a bounded time."""

    name = "rapidocr"

    def read(self, picture: Gray, dpi: float, seconds: float) -> tuple[Word, ...]:
        """Words in points; see `extractors.engines.Engine`."""
        with _ONE_AT_A_TIME:
            try:
                return tuple(_read(_reader(), picture, 72 / dpi, monotonic() + seconds))
            except (RuntimeError, _openvino_error()) as error:
                raise EngineFailed("RapidOCR failed on this page") from error

    def read_lines(self, lines: Sequence[Gray]) -> tuple[str, ...]:
        """What single cut-out lines of print say, without looking for lines in them."""
        import cv2

        wide = [
            _padded(
                cv2.cvtColor(line, cv2.COLOR_GRAY2BGR),
                line.shape[0],
                _step_up(line.shape[1], line.shape[0] * _LINE_STEP),
            )
            for line in lines
        ]
        with _ONE_AT_A_TIME:
            try:
                reader = _reader()
                read = reader.recognize_txt(wide)
                _let_go(reader.text_rec)
            except (RuntimeError, _openvino_error()) as error:
                raise EngineFailed("RapidOCR failed on a line") from error
        return tuple(text.translate(_NARROWED) for text in read.txts)


@lru_cache(maxsize=1)
def _reader() -> Any:
    # Imported here: it costs a second, which a page with a text layer should not pay.
    from rapidocr import EngineType, RapidOCR

    logging.getLogger("RapidOCR").setLevel(logging.CRITICAL)  # it would name files
    return RapidOCR(
        params={
            "Global.log_level": "critical",
            "Global.return_word_box": True,
            "Global.use_cls": False,
            "Global.max_side_len": 4096,  # the picture's size is chosen here
            "Det.engine_type": EngineType.OPENVINO,
            "Cls.engine_type": EngineType.OPENVINO,
            "Rec.engine_type": EngineType.OPENVINO,
            "Det.limit_side_len": 32,
            "Rec.rec_img_shape": [3, 48, 160],
            "EngineConfig.openvino.inference_num_threads": _THREADS,
            "EngineConfig.openvino.enable_cpu_pinning": False,  # two readers, one core otherwise
        }
    )


def _openvino_error() -> type[Exception]:
    from rapidocr.inference_engine.openvino.main import OpenVINOError

    return OpenVINOError


def _read(reader: Any, picture: Gray, scale: float, until: float) -> Iterator[Word]:
    import cv2

    colour = cv2.cvtColor(picture, cv2.COLOR_GRAY2BGR)
    rows, columns = picture.shape
    shrink = _shrink(rows, columns)
    small = cv2.resize(colour, None, fx=shrink, fy=shrink, interpolation=cv2.INTER_AREA)
    small = _padded(
        small, _step_up(small.shape[0], _LOOK_STEP), _step_up(small.shape[1], _LOOK_STEP)
    )
    with _my_turn():
        places = reader(small, use_rec=False).boxes
        _let_go(reader.text_det)
    if places is None or len(places) == 0:
        return
    places = np.asarray(places, dtype=np.float32) / shrink
    cut = reader.crop_text_regions(colour, places)
    kept = [index for index, line in enumerate(cut) if min(line.shape[:2]) >= 4]
    if not kept:
        return
    # Lines of like shape together: the recogniser pads those of one call to the longest.
    kept.sort(key=lambda index: cut[index].shape[1] / cut[index].shape[0])
    for start in range(0, len(kept), _LINES_AT_ONCE):
        if monotonic() > until:
            raise EngineFailed("RapidOCR took too long on this page")
        some = kept[start : start + _LINES_AT_ONCE]
        yield from _recognised(reader, [cut[index] for index in some], places[some], scale)
    _let_go(reader.text_rec)


def _recognised(reader: Any, cut: list[Any], places: Any, scale: float) -> Iterator[Word]:
    """The words of some lines. cut: their pictures; places: their corners in pixels."""
    wide = [
        _padded(line, line.shape[0], _step_up(line.shape[1], line.shape[0] * _LINE_STEP))
        for line in cut
    ]
    read = reader.recognize_txt(wide)
    for text, score, info, place, line, padded in zip(
        read.txts, read.scores, read.word_results, places, cut, wide, strict=True
    ):
        if score >= _LEAST_SCORE and text.strip():
            gray = np.asarray(line[:, :, 0], dtype=np.uint8)
            for word in words_of_line(text, info.confs, _centres(info, padded.shape[1]), gray):
                if not _FOREIGN.fullmatch(word.text):
                    yield _word(word, place * scale)


def take_turns(file: Path) -> None:
    """Lets only one process at a time look for lines, of all that were given the same file.

    Looking takes some 400 MB for a second, on all cores. The lock is the
    system's, which frees it for the others when a process is killed.
    """
    global _turns
    _turns = file


@contextmanager
def _my_turn() -> Iterator[None]:
    if _turns is None:
        yield
        return
    with _turns.open("rb") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _let_go(model: Any) -> None:
    """Gives back the working memory of a model: hundreds of megabytes that OpenVINO would keep."""
    model.session.session.get_compiled_model().release_memory()


def _centres(info: Any, width: int) -> list[float]:
    """Where each letter stands in its line, in pixels: the recogniser's own time steps."""
    steps = [step for word in info.word_cols for step in word]
    return [(step + 0.5) / info.line_txt_len * width for step in steps]


def _step_up(size: int, step: float) -> int:
    return math.ceil(math.ceil(size / step) * step)


def _padded(picture: Any, rows: int, columns: int) -> Any:
    """The picture, its right and lower edges drawn out to this size.

    OpenVINO keeps working memory for each size of picture that it meets: few sizes keep
    a long run within bounds.
    """
    import cv2

    below, beside = rows - picture.shape[0], columns - picture.shape[1]
    return cv2.copyMakeBorder(picture, 0, below, 0, beside, cv2.BORDER_REPLICATE)


def _shrink(rows: int, columns: int) -> float:
    least = min(1.0, _LOOK_LEAST_SIDE / min(rows, columns))
    return max(least, min(1.0, float((_LOOK_PIXELS / (rows * columns)) ** 0.5)))


def _word(word: LineWord, place: Any) -> Word:
    """The word in points: its share of the line's four-cornered place."""
    top_left, top_right, bottom_right, bottom_left = np.asarray(place, dtype=np.float64)
    corners = np.array(
        [
            top_left + (top_right - top_left) * word.left,
            top_left + (top_right - top_left) * word.right,
            bottom_left + (bottom_right - bottom_left) * word.right,
            bottom_left + (bottom_right - bottom_left) * word.left,
        ]
    )
    left, top = corners.min(axis=0)
    right, bottom = corners.max(axis=0)
    return Word(
        text=word.text.translate(_NARROWED),
        box=(float(left), float(top), float(right), float(bottom)),
        confidence=max(0.0, min(1.0, word.confidence)),
        origin="ocr",
    )
