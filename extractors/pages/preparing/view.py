"""How the upright page lies in the page as the file holds it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from casebook.records import Box
from extractors.page import Gray
from extractors.pages.preparing.binary import ink_mask
from extractors.pages.preparing.paper import Corners, corners_of_paper
from extractors.pages.preparing.skew import skew_of
from extractors.pages.preparing.turning import lies_sideways
from extractors.pages.sheet import Sheet, capped

SURVEY_DPI = 125.0
"""Enough to see lines of print, cheap enough to look at every page."""
_SURVEY_PIXELS = 1_600_000
_LEAST_SKEW = 0.15
"""Degrees under which straightening would only blur."""

Matrix = NDArray[np.float64]


@dataclass(frozen=True)
class View:
    """The upright page.

    width, height: points. matrix: 3 × 3, from points of the upright page to
    points of the sheet. quarter_turns: how often the sheet is turned clockwise by
    90 degrees, where that is all that is done to it; None where the pixels are warped.
    photo: whether the paper had to be found in a picture of something more.
    """

    width: float
    height: float
    matrix: Matrix
    quarter_turns: int | None = 0
    photo: bool = False

    @property
    def sideways(self) -> bool:
        """Whether the sheet lies on its side."""
        return bool(abs(self.matrix[0, 1]) > abs(self.matrix[0, 0]))

    def picture(self, sheet: Sheet, dpi: float) -> Gray:
        """The upright page as gray pixels."""
        dpi = capped(dpi, self.width, self.height)
        source = sheet.render(dpi)
        if self.quarter_turns is not None:
            return np.ascontiguousarray(np.rot90(source, -self.quarter_turns))
        import cv2

        across, down = source.shape[1] / sheet.width, source.shape[0] / sheet.height
        columns, rows = round(self.width * dpi / 72), round(self.height * dpi / 72)
        to_source = np.diag([across, down, 1.0]) @ self.matrix @ np.diag([72 / dpi, 72 / dpi, 1.0])
        warped = cv2.warpPerspective(
            source,
            to_source,
            (max(1, columns), max(1, rows)),
            flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP,
            borderMode=cv2.BORDER_REPLICATE,
        )
        return np.asarray(warped, dtype=np.uint8)

    def box_of(self, box: Box) -> Box:
        """Where a box of the sheet lies on the upright page, in points."""
        left, top, right, bottom = box
        corners = np.array(
            [[left, right, right, left], [top, top, bottom, bottom], [1.0, 1.0, 1.0, 1.0]]
        )
        across, down, depth = np.linalg.inv(self.matrix) @ corners
        across, down = across / depth, down / depth
        return (float(across.min()), float(down.min()), float(across.max()), float(down.max()))

    def turned(self, quarter_turns: int) -> View:
        """Turned clockwise by so many times 90 degrees."""
        width, height = self.width, self.height
        back = {
            0: np.eye(3),
            1: np.array([[0.0, 1, 0], [-1, 0, height], [0, 0, 1]]),
            2: np.array([[-1.0, 0, width], [0, -1, height], [0, 0, 1]]),
            3: np.array([[0.0, -1, width], [1, 0, 0], [0, 0, 1]]),
        }[quarter_turns % 4]
        sideways = quarter_turns % 2 == 1
        return View(
            width=height if sideways else width,
            height=width if sideways else height,
            matrix=self.matrix @ back,
            quarter_turns=None
            if self.quarter_turns is None
            else (self.quarter_turns + quarter_turns) % 4,
            photo=self.photo,
        )

    def straightened(self, degrees: float) -> View:
        """Turned clockwise about its middle by a small angle; the size stays."""
        angle = np.deg2rad(degrees)
        cosine, sine = np.cos(angle), np.sin(angle)
        middle_x, middle_y = self.width / 2, self.height / 2
        back = np.array(
            [
                [cosine, sine, middle_x - cosine * middle_x - sine * middle_y],
                [-sine, cosine, middle_y + sine * middle_x - cosine * middle_y],
                [0, 0, 1],
            ]
        )
        return View(self.width, self.height, self.matrix @ back, None, self.photo)


def whole(sheet: Sheet) -> View:
    """The sheet as it lies."""
    return View(sheet.width, sheet.height, np.eye(3))


def upright_view(sheet: Sheet) -> View:
    """Finds the paper, then turns and straightens it. Upside down is not seen here:
    only reading tells (see `extractors.pages.recognising`)."""
    dpi = _survey_dpi(sheet)
    view = whole(sheet)
    picture = view.picture(sheet, dpi)
    corners = corners_of_paper(picture)
    if corners is not None:
        view = _cropped(corners, sheet.width / picture.shape[1])
        picture = view.picture(sheet, dpi)
    mask = ink_mask(picture)
    if lies_sideways(mask):
        view = view.turned(1)
        mask = np.ascontiguousarray(np.rot90(mask, -1))
    skew = skew_of(mask)
    return view.straightened(-skew) if abs(skew) >= _LEAST_SKEW else view


def _survey_dpi(sheet: Sheet) -> float:
    pixels = sheet.width * sheet.height * (SURVEY_DPI / 72) ** 2
    return SURVEY_DPI * float(min(1.0, (_SURVEY_PIXELS / max(pixels, 1.0)) ** 0.5))


def _cropped(corners: Corners, scale: float) -> View:
    """The view of a paper whose corners (clockwise from the top left) lie at these
    pixels; `scale`: points per pixel."""
    import cv2

    source = np.asarray(corners, dtype=np.float64) * scale
    top, right, bottom, left = (
        float(np.linalg.norm(source[(side + 1) % 4] - source[side])) for side in range(4)
    )
    width, height = max(top, bottom), max(left, right)
    target = np.array([[0, 0], [width, 0], [width, height], [0, height]], dtype=np.float32)
    matrix = cv2.getPerspectiveTransform(target, source.astype(np.float32))
    return View(width, height, np.asarray(matrix, dtype=np.float64), None, photo=True)
